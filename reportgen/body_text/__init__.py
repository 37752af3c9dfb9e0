"""The small language staff write the body of a document in: ``load`` a file, ``parse`` a text."""

from __future__ import annotations

from reportgen.body_text.reading import load, parse

__all__ = ["load", "parse"]

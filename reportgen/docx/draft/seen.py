"""Marks of a draft as they stand in the parts of any package, ours or foreign; for whoever judges, so it costs nothing."""

from __future__ import annotations

import re

from reportgen.docx.xml import parse, qn

CORE = "docProps/core.xml"


def watermark_words(header: bytes) -> list[str]:
    """The words of the text shapes in a header part; quick to say none."""
    if b"textpath" not in header:
        return []
    return [found for path in parse(header).iter(qn("v:textpath")) if (found := path.get("string", ""))]


def is_header(name: str) -> bool:
    """True for the name of a header part as Word names them."""
    return re.fullmatch(r"word/header\d*\.xml", name) is not None

"""Judging documents nobody made with reportgen: ``check_file(path, options)`` → ``Checked``; folders of them; what is shown.

``reportgen check`` and ``reportgen fix`` stand on this room.
"""

from __future__ import annotations

from reportgen.checking.checked import check_file, judged
from reportgen.checking.nouns import LEVELS, About, Checked, Element, Options, Regime

__all__ = ["LEVELS", "About", "Checked", "Element", "Options", "Regime", "check_file", "judged"]

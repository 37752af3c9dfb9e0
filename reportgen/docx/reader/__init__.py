"""Read a Word file as a reader sees it: ``read_pages(package)`` → ``Reading``; ``read_marked`` gives its elements too.

Works on any .docx, ours or foreign: nothing here knows our style names. Rooms above import the nouns from here.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.docx.reader.marked import Marked, read_marked
from reportgen.docx.reader.nouns import (
    SINGLE_FACTOR,
    Border,
    Cell,
    Face,
    Format,
    Paragraph,
    Run,
    Stroke,
    Table,
    mm,
    pt,
)
from reportgen.docx.reader.page_nouns import Box, PageNumber, Reading, Section

__all__ = [
    "SINGLE_FACTOR",
    "Border",
    "Box",
    "Cell",
    "Face",
    "Format",
    "Marked",
    "PageNumber",
    "Paragraph",
    "Reading",
    "Run",
    "Section",
    "Stroke",
    "Table",
    "mm",
    "pt",
    "read_marked",
    "read_pages",
]


def read_pages(package: Mapping[str, bytes], shown: str = "") -> Reading:
    """Everything that stands on the pages of ``package`` (part name → bytes). Errors as ``read_marked``."""
    return read_marked(package, shown).reading

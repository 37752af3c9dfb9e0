"""The letters of the PDF: embedded fonts, Unicode that can be copied and searched, nothing of the document lost."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from reportgen.checks.pages.setting import Setting
from reportgen.diagnostics import Finding, Severity

LEAST_LOST = 8
"""Shorter lines (a dash, a number in a box) are not missed."""


def fonts(setting: Setting) -> Iterator[Finding]:
    """Every font is in the file, so the page looks alike on every machine."""
    bare = sorted(name.lstrip("/") for name, embedded in setting.printed.fonts.items() if not embedded)
    if bare:
        message = f"Phông chữ không nằm trong tệp PDF: {', '.join(bare)}."
        yield setting.finding("PDF10", Severity.ERROR, message, 0, authority="NĐ30 Điều 3 khoản 4, Phụ lục I")


def unicode(setting: Setting) -> Iterator[Finding]:
    """Every letter comes out as the precomposed Unicode letter it is."""
    for page in setting.printed.pages:
        odd = [c for c in page.letters if c == "\ufffd" or unicodedata.category(c) in ("Co", "Cn", "Cc", "Mn")]
        if odd:
            message = f"Có {len(odd)} chữ không lấy ra được thành chữ Unicode dựng sẵn."
            yield setting.finding("PDF11", Severity.WARNING, message, page.number)


def all_there(setting: Setting) -> Iterator[Finding]:
    """What the document says stands on the paper. Lines of neighbouring cells are read across, so of a cell every word is
    looked for by itself.
    """
    letters = "".join(page.letters for page in setting.printed.pages)
    for paragraph in setting.lost:
        in_pieces = paragraph.cell and all(word in letters for word in paragraph.text.split())
        if len(paragraph.text) >= LEAST_LOST and not in_pieces:
            message = "Không tìm thấy đoạn này trên trang in."
            yield setting.finding("PDF17", Severity.WARNING, message, 0, quote=paragraph.text)

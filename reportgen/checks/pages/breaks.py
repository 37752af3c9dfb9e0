"""Where pages end: not before the signature alone, not after a heading, not through a row of a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reportgen.checks.layout.words import BODY, HEADINGS
from reportgen.checks.pages.setting import Setting, Stretch
from reportgen.diagnostics import Finding, Severity

LEAST_LINES = 2
SIGNING = ("quyen_han_ky", "chuc_vu", "nguoi_ky")


def signature(setting: Setting) -> Iterator[Finding]:
    """At least two lines of the text stand on the page of the signature, and the signature stands on one page."""
    signed = [stretch for kind in SIGNING for stretch in setting.of(setting.components.one(kind))]
    if not signed or signed[0].first_page == 1 == signed[-1].last_page:
        return
    page = signed[0].first_page
    if any(stretch.first_page != page for stretch in signed):
        yield setting.finding("PDF14", Severity.ERROR, "Chức vụ và họ tên người ký nằm ở hai trang.", page, quote=signed[0].paragraph.text)
        return
    lines = sum(stretch.lines_on(page) for stretch in _body(setting))
    if lines < LEAST_LINES:
        message = f"Trang có chữ ký chỉ có {lines} dòng nội dung; cần ít nhất {LEAST_LINES} dòng."
        yield setting.finding("PDF14", Severity.ERROR, message, page, quote=signed[0].paragraph.text, hint="thêm hoặc bớt vài dòng, hoặc bớt giãn dòng")


def headings(setting: Setting) -> Iterator[Finding]:
    """A heading is followed by something on its own page."""
    parts = [c for c in setting.components if c.kind in BODY]
    for heading, following in zip(parts, parts[1:], strict=False):
        here, there = setting.of(heading), setting.of(following)
        if heading.kind in HEADINGS and here and there and there[0].first_page > here[-1].last_page:
            message = "Tiêu đề đứng cuối trang, nội dung của nó sang trang sau."
            yield setting.finding("PDF15", Severity.WARNING, message, here[-1].last_page, quote=heading.text, hint="chọn «Keep with next» cho tiêu đề")


def rows(setting: Setting) -> Iterator[Finding]:
    """No row of a ruled table goes over the end of a page."""
    ruled = {table.index for table in setting.reading.tables if table.bordered}
    pages: dict[tuple[int, int], set[int]] = defaultdict(set)
    words: dict[tuple[int, int], str] = {}
    for stretches in setting.stretches.values():
        for stretch in stretches:
            cell = stretch.paragraph.cell
            if cell and cell.table in ruled:
                pages[cell.table, cell.row] |= {letter.page for letter in stretch.letters}
                words.setdefault((cell.table, cell.row), stretch.paragraph.text)
    for row, on in pages.items():
        if len(on) > 1:
            yield setting.finding("PDF16", Severity.WARNING, "Một dòng của bảng bị cắt sang trang sau.", min(on), quote=words[row])


def _body(setting: Setting) -> Iterator[Stretch]:
    for component in setting.components:
        if component.kind in BODY:
            yield from setting.of(component)

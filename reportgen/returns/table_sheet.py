"""Which sheet of a returned workbook has the table, and where its columns stand.

The table is known by its column titles, wherever the columns went and whatever the sheet is called. A hidden sheet counts only
if no visible one has the table. Where several sheets have it with figures, they are a year's sheets one beside the other: the
one for the period is taken if every other one names another period, and that is said; in any other case the book is refused.
"""

from __future__ import annotations

import re

from reportgen.diagnostics import Finding, Place, error, warning
from reportgen.returns.identity import TITLE
from reportgen.returns.layout import titled
from reportgen.returns.period_said import period_of
from reportgen.returns.subject import Subject
from reportgen.sources.grid import Book, Grid, Kind
from reportgen.sources.headers import DEEPEST, Header, Titles, find_header
from reportgen.vietnamese.refusal import quoted
from reportgen.vietnamese.text import fold

Found = tuple[Grid, Header]


def table_sheet(book: Book, subject: Subject, sink: list[Finding]) -> Found | None:
    """The one sheet that has the table; None after findings (TH06, TH08, BT16, BT17: those of the likeliest sheet)."""
    grids = [grid for grid in book.grids if grid.name != TITLE]
    failures: list[list[Finding]] = []
    for hidden in (False, True):
        found = []
        for grid in (grid for grid in grids if grid.hidden is hidden):
            tried: list[Finding] = []
            header = header_in(grid, subject, tried)
            if header:
                found.append((grid, header))
            elif grid.cells:
                failures.append(tried)
        filled = [pair for pair in found if _has_numbers(*pair, subject)] if len(found) > 1 else found
        if len(filled) > 1 or (len(found) > 1 and not filled):
            return _of_the_period(filled or found, book, subject, sink)
        if filled:
            return filled[0]
    if not failures:
        sink.append(error("TH06", "bảng tính không có số liệu nào", Place(book.file), hint="xin đơn vị gửi lại tệp"))
    else:
        sink.extend(min(failures, key=lambda tried: (any("dòng tiêu đề có" in f.message for f in tried), len(tried))))
    return None


def header_in(grid: Grid, subject: Subject, sink: list[Finding]) -> Header | None:
    """The header of the table in a sheet, with the optional columns it has; None after findings."""
    titles, optional = headers_of(subject)
    place, known = Place(grid.file), Titles(grid)
    titles |= _with_units(known, subject)
    wanted = {key: title for key, title in titles.items() if key not in optional}
    if find_header(grid, wanted, place, [], known) is not None:
        for key in (key for key in titles if key in optional):
            tried: list[Finding] = []
            if find_header(grid, {**wanted, key: titles[key]}, place, tried, known):
                wanted[key] = titles[key]
            sink.extend(finding for finding in tried if finding.code == "BT17")
    return find_header(grid, {key: titles[key] for key in titles if key in wanted}, place, sink, known)


def headers_of(subject: Subject) -> tuple[dict[str, str], frozenset[str]]:
    """The titles to look for, by column, and the columns that may be missing."""
    wanted = {key: " > ".join(c.path) for key, c in subject.table.columns.items() if c.kind != "so_thu_tu"}
    optional = {key for key in wanted if key in subject.formulas or not subject.table.columns[key].required}
    return wanted, frozenset(optional)


def _with_units(known: Titles, subject: Subject) -> dict[str, str]:
    """The columns whose title in the sheet has its unit behind it, as our forms print it: «Kinh phí (triệu đồng)»."""
    there = {folded for row in range(1, min(known.grid.rows, DEEPEST) + 1) for _, _, folded in known.titles(row)}
    columns = subject.table.columns.items()
    return {
        key: " > ".join((*column.groups, titled(column)))
        for key, column in columns
        if titled(column) != column.title and fold(titled(column)) in there
    }


def _of_the_period(found: list[Found], book: Book, subject: Subject, sink: list[Finding]) -> Found | None:
    """The one of several sheets that is for the period, if every other one is for another; None after TH08."""
    said = [period_of(grid, header) for grid, header in found]
    names = ", ".join(quoted(grid.name) for grid, _ in found)
    if None not in said and said.count(subject.period) == 1:
        chosen = found[said.index(subject.period)]
        others = "; ".join(f"{quoted(grid.name)} ghi {period}" for (grid, _), period in zip(found, said, strict=True) if grid is not chosen[0])
        hint = "mở tệp xem lại nếu chưa chắc; lần sau đơn vị chỉ gửi trang của kỳ này"
        message = f"nhiều trang tính có bảng này; lấy trang {quoted(chosen[0].name)} vì ghi {subject.period} ({others})"
        sink.append(warning("TH08", message, Place(book.file), hint=hint))
        return chosen
    hint = "xóa trang không dùng, hoặc ẩn trang đó đi, rồi gửi lại"
    sink.append(error("TH08", f"nhiều trang tính có bảng này: {names}, chưa rõ lấy trang nào", Place(book.file), hint=hint))
    return None


def _has_numbers(grid: Grid, header: Header, subject: Subject) -> bool:
    columns = [column for key, column in header.columns.items() if key in subject.table.numbers]
    return any(
        grid.at(row, column).kind in (Kind.NUMBER, Kind.TEXT) and re.search(r"\d", str(grid.at(row, column).value))
        for row in range(header.row + 2, grid.rows + 1)
        for column in columns
    )

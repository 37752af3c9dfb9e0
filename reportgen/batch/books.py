"""The workbooks of a run: one with a row for every unit, or a folder in which every unit has sent its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from reportgen.batch.books_held import held_book
from reportgen.batch.columns import find_columns
from reportgen.batch.forms import refuse_other_period
from reportgen.batch.nouns import Columns, Row, Target
from reportgen.batch.plan import Plan
from reportgen.batch.quotes import with_zeros, zero_spots
from reportgen.batch.reading import open_rows
from reportgen.batch.rows import unit_rows
from reportgen.diagnostics import Finding, Place, error
from reportgen.errors import DataError, ReportgenError, UsageError, system_says
from reportgen.noun import replace
from reportgen.output import TEMPORARY
from reportgen.project import Project
from reportgen.sources.reference import READABLE
from reportgen.vietnamese.text import nearest

ROW_BYTES = 100
"""A row of a file that is not counted has about so many bytes."""


class Taken(NamedTuple):
    """A row with the columns it stands in; or, without a row, what is wrong with a workbook of a folder."""

    columns: Columns | None
    row: Row | None = None
    findings: tuple[Finding, ...] = ()
    book: str = ""


def books_of(project: Project, data: Path) -> tuple[list[Path], bool]:
    """The workbooks, sorted, and whether they came from a folder. UsageError LO03 if there are none."""
    if data.is_dir():
        try:
            inside = list(data.iterdir())
        except OSError as failure:
            raise DataError.of("LE11", f"không đọc được thư mục {project.shown(data)}", hint=system_says(failure)) from None
        found = sorted(p for p in inside if p.suffix.lower() in READABLE and not p.name.startswith(("~$", TEMPORARY, ".")))
        if not found:
            raise UsageError.of("LO03", f"thư mục {project.shown(data)} không có bảng tính nào", hint="cần tệp .xlsx, .xls, .ods hoặc .csv")
        return found, True
    if not data.is_file():
        around = data.parent if data.parent.is_dir() else project.data
        close = nearest(data.name, [p.name for p in around.iterdir()])
        hint = f"có phải «{close}»?" if close else "xem lại đường dẫn sau --data"
        raise UsageError.of("LO03", f"không có tệp {project.shown(data)}", hint=hint)
    if data.suffix.lower() not in READABLE:
        raise UsageError.of("LO03", f"{project.shown(data)} không phải bảng tính", hint="cần tệp .xlsx, .xls, .ods hoặc .csv")
    return [data], False


def rows_of(plan: Plan, book: Path, targets: list[Target], notes: list[Finding], alone: bool = False) -> Iterator[Taken]:
    """Every unit of one workbook, with its own tables; ``alone``: the workbook is one unit's.

    DataError if it cannot be read or a column is missing; remarks go to ``notes``.
    """
    taken = _upright_row(plan, book, targets, notes) if plan.base.upright else _rows(plan, book, targets, notes)
    if not plan.base.unit_tables:
        yield from taken
        return
    first = next(taken, None)
    if first is None or first.columns is None or first.row is None:
        return
    from reportgen.batch.own_tables.rows import UnitTables, owners_of

    again = [first] if alone or plan.base.upright else _rows(plan, book, targets, [])
    owners = owners_of(plan, first.columns, (one.row for one in again if one.row))
    tables = UnitTables(plan, book, first.columns, owners, alone or bool(plan.base.upright), notes)
    for one in chain([first], taken):
        if one.row:
            yield Taken(tables.columns, tables.joined(one.row))
    yield from (Taken(None, None, (finding,), str(finding.place)) for finding in tables.nobodys())


def _rows(plan: Plan, book: Path, targets: list[Target], notes: list[Finding]) -> Iterator[Taken]:
    """The rows of the sheet with the units."""
    shown = plan.project.shown(book)
    place = plan.base.at("sheet") if plan.base.sheet else Place(shown)
    with told_here(plan), open_rows(book, shown, plan.base.sheet, place) as source:
        refuse_other_period(plan, book, source.sheets)
        found: list[Finding] = []
        columns = find_columns(source.head, plan.base, targets, plan.dates, found)
        if columns is None:
            raise DataError(found)
        notes.extend(found)
        zeros = zero_spots(plan.base, columns)
        for row in unit_rows(source, columns, notes):
            yield Taken(columns, with_zeros(row, columns, zeros) if zeros else row)


@contextmanager
def told_here(plan: Plan) -> Iterator[None]:
    """A workbook of several sheets (BT08): the hint says where a batch names the one with the units."""
    try:
        yield
    except DataError as failure:
        if plan.base.sheet or all(finding.code != "BT08" for finding in failure.findings):
            raise
        hint = f"ghi ở {plan.base.place.file or 'tệp chung'}: trang_tinh: tên trang có các đơn vị"
        raise DataError([replace(one, hint=hint) if one.code == "BT08" else one for one in failure.findings]) from None


def _upright_row(plan: Plan, book: Path, targets: list[Target], notes: list[Finding]) -> Iterator[Taken]:
    """The one unit of a workbook in which the figures stand one below the other."""
    from reportgen.batch.upright import upright_row

    found: list[Finding] = []
    refuse_other_period(plan, book, [grid.name for grid in held_book(book, plan.project.shown(book)).grids])
    read = upright_row(plan, book, targets, found)
    if read is None:
        raise DataError(found)
    notes.extend(found)
    columns, row = read
    yield Taken(columns, with_zeros(row, columns, zero_spots(plan.base, columns)))


def row_of(plan: Plan, book: Path, targets: list[Target], notes: list[Finding]) -> Taken:
    """The one unit a workbook of a folder is about; what is wrong with one workbook is no business of the others."""
    shown = plan.project.shown(book)
    try:
        found = list(rows_of(plan, book, targets, notes, alone=True))
    except ReportgenError as failure:
        return Taken(None, None, failure.findings, shown)
    if len(found) == 1:
        return found[0]
    said = f"có {len(found)} dòng số liệu" if found else "không có dòng số liệu nào"
    hint = "để dựng mỗi dòng một văn bản, đưa chính tệp ấy vào --data" if found else "xem lại trang tính và dòng tiêu đề"
    return Taken(None, None, (error("LO15", f"bảng tính của một đơn vị phải có đúng một dòng, ở đây {said}", Place(shown), hint=hint),), shown)


def holds_rows(books: Sequence[Path], sheet: str, number: int) -> bool:
    """True if there are at least so many rows, or so many workbooks, by a look at the beginning; a book nobody can read has none."""
    if len(books) > 1 or books[0].suffix.lower() != ".xlsx":
        return len(books) >= number or books[0].stat().st_size > ROW_BYTES * number
    try:
        return any(found >= number for found in _counted(books[0], sheet))
    except ReportgenError:
        return False  # whoever reads it says what is wrong with it


def count_rows(books: list[Path], sheet: str) -> int:
    """About how many rows there are, for the time left; 0 where that would take reading them."""
    if len(books) != 1:
        return len(books)
    if books[0].suffix.lower() != ".xlsx":
        return 0
    return max(_counted(books[0], sheet), default=0)


def _counted(book: Path, sheet: str) -> Iterator[int]:
    """The rows seen so far in the sheet with the units, block by block."""
    from reportgen.sources.xlsx import open_xlsx

    total, before = 0, b""
    with open_xlsx(book, book.name) as opened:
        visible = [p for p in opened.parts.sheets if not p.hidden and (not sheet or p.name == sheet)]
        for block in opened.archive.blocks(visible[0].part) if visible else ():
            total += (before[-4:] + block).count(b"<row ") - before[-4:].count(b"<row ")
            before = block
            yield total

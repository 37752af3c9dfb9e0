"""Long tables row by row: memory holds a block of rows, however many there are.

    with stream_table(folder, "xa.xlsx!Xã", {"ten_xa": "Tên xã", "so_ho": "Số hộ"}, sink, place) as rows:
        for row in rows:
            row.number                 # 7, as in the sheet
            row.value("so_ho", sink)   # CellValue (exact number or text, place, format), None after a finding
            row.place("so_ho")         # xa.xlsx!Xã!C7

``stream_sheet`` gives every row of a sheet; ``stream_table`` those under the headers ``columns`` (key → header text, found
as for any table: letterhead above, up to three rows of headers), without the row that numbers the columns, up to the
first row in which the wanted columns are blank; what stands further down is a finding BT18 when the rows are exhausted.
The end of a table must be read to the end for that; a caller that stops early is told nothing of it.

Each streamed row is a ``Grid`` of that row alone, so whatever works on sheets works on it. Merged areas are known before
the first row (the part is passed over once for them). .csv, .xls and .ods are held whole (they are bounded) and look the
same. Rows must be in order, as every program writes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from reportgen.diagnostics import Finding, Place, warning
from reportgen.errors import collecting
from reportgen.figures.model import CellValue
from reportgen.noun import noun
from reportgen.pattern import Pattern
from reportgen.sources.books import READERS, grid_of, sheet_named
from reportgen.sources.cells import cell_value
from reportgen.sources.grid import Cell, Grid, Kind
from reportgen.sources.headers import DEEPEST, Header, find_header
from reportgen.sources.parts import SheetPart
from reportgen.sources.reference import locate, table_reference
from reportgen.sources.sheet_rows import RawCell, SheetFacts, area_of, raw_rows
from reportgen.sources.tables import numbers_columns
from reportgen.sources.values import Meanings
from reportgen.sources.xlsx import OpenBook, open_xlsx, refuse_far, refuse_wide
from reportgen.sources.xml_events import PartFault

LAST_ROW = 1_048_576
_MERGE = Pattern(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref\s*=\s*[\"']([A-Z0-9$:]{1,30})[\"']", re.IGNORECASE)
_HEAD = DEEPEST + 3


@noun
class StreamedSheet:
    """A sheet that is open. ``head``: its first rows, for finding headers; ``rows``: all rows that hold anything, once."""

    name: str
    head: Grid
    rows: Iterator[tuple[int, Grid]]


@noun
class StreamedRow:
    """One row of a table; valid as long as it is wanted, independent of the rows before and after."""

    number: int
    grid: Grid
    header: Header

    def value(self, key: str, sink: list[Finding], *, days: bool = False) -> CellValue | None:
        """The cell of a column as text or number; '' if blank; None after an error finding. ``days``: a date is text."""
        return cell_value(self.grid, self.number, self.header.columns[key], sink, days=days)

    def place(self, key: str) -> Place:
        """Where the cell of a column stands."""
        return self.grid.place(self.number, self.header.columns[key])


class _LazyCells(Mapping):
    """The cells of one row by (row, column), given their meaning when they are asked for."""

    def __init__(self, number: int, raw: dict[int, RawCell], merged: dict[int, Cell], meanings: Meanings):
        self._number, self._raw, self._merged, self._meanings = number, raw, merged, meanings

    def get(self, key: tuple[int, int], default: Cell | None = None) -> Cell | None:
        row, column = key
        if row != self._number:
            return default
        if column in self._merged:
            return self._merged[column]
        raw = self._raw.get(column)
        return default if raw is None else self._meanings.cell(raw, row, column)

    def __getitem__(self, key: tuple[int, int]) -> Cell:
        found = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return ((self._number, column) for column in sorted({*self._raw, *self._merged}))

    def __len__(self) -> int:
        return len({*self._raw, *self._merged})


@contextmanager
def stream_sheet(path: Path, shown: str, sheet: str = "", place: Place | None = None) -> Iterator[StreamedSheet]:
    """The sheet called ``sheet`` ('': the only visible one) of a spreadsheet file, row by row.

    Raises DataError (BT04–BT08, BT20–BT22), also while rows are taken; ``place``: where the file is named.
    """
    at = place or Place(shown)
    if path.suffix.lower() != ".xlsx":
        whole = grid_of(READERS[path.suffix.lower()](path, shown), sheet, at)
        yield StreamedSheet(whole.name, whole, ((row, whole) for row in range(1, whole.rows + 1)))
        return
    with open_xlsx(path, shown) as book:
        part = sheet_named(book.parts.sheets, shown, sheet, at)
        rows = _grids(book, part)
        head = [pair for _, pair in zip(range(_HEAD), rows, strict=False)]
        yield StreamedSheet(part.name, _head(head, shown, part), chain(head, rows))


@contextmanager
def stream_table(
    folder: Path, ref: str, columns: Mapping[str, str], sink: list[Finding], place: Place
) -> Iterator[Iterator[StreamedRow]]:
    """The rows under the headers ``columns`` of the sheet ``ref``; none after findings. Nothing is raised for what a user did."""
    with collecting(sink):
        reference = table_reference(ref, place)
        path = locate(folder, reference, place)
        with stream_sheet(path, reference.file, reference.sheet, place) as sheet:
            header = find_header(sheet.head, columns, place, sink)
            yield _rows(sheet, header, sink) if header else iter(())
            return
    yield iter(())


def _rows(sheet: StreamedSheet, header: Header, sink: list[Finding]) -> Iterator[StreamedRow]:
    columns = list(header.columns.values())
    last = header.row
    with collecting(sink):
        for number, grid in sheet.rows:
            if number <= header.row or (number == header.row + 1 == last + 1 and numbers_columns(sheet.head, number)):
                last = max(last, min(number, header.row + 1)) if number > header.row else last
                continue
            if number != last + 1 or all(grid.at(number, column).kind is Kind.BLANK for column in columns):
                _warn_behind(number, grid, last, columns, sheet.rows, sink)
                return
            last = number
            yield StreamedRow(number, grid, header)


def _warn_behind(
    number: int, grid: Grid, last: int, columns: list[int], rest: Iterator[tuple[int, Grid]], sink: list[Finding]
) -> None:
    for row, its in chain([(number, grid)], rest):
        if any(its.at(row, column).kind is Kind.NUMBER for column in columns):
            hint = "nếu dòng dưới còn là số liệu của bảng, xóa dòng trống ở giữa"
            message = f"bảng được đọc đến dòng {last}; sau dòng trống còn số ở dòng {row}"
            sink.append(warning("BT18", message, its.place(row, columns[0]), hint=hint))
            return


def _grids(book: OpenBook, part: SheetPart) -> Iterator[tuple[int, Grid]]:
    """Every row as a grid of its own. DataError BT06 for a cell far off, PartFault for rows out of order."""
    facts, meanings, last = known_before(book, part), book.meanings(part), 0
    merged = _Merged(facts.areas, meanings)
    columns: frozenset[int] = frozenset()
    for row in raw_rows(book.archive.blocks(part.part), facts):
        columns = columns or frozenset(facts.hidden_columns)  # said in front of the rows, so known with the first of them
        if row.number <= last:
            raise PartFault("các dòng không theo thứ tự", f"{part.name}!A{row.number}")
        last = row.number
        widest = max(row.cells, default=0)
        if row.cells:
            refuse_far(row.number, widest, meanings.place(row.number, widest), LAST_ROW)
        cells = _LazyCells(row.number, row.cells, merged.over(row.number, row.cells), meanings)
        hidden_rows = frozenset((row.number,)) if row.hidden else frozenset()
        yield row.number, Grid(book.shown, part.name, cells, row.number, widest, part.hidden, hidden_rows, columns)


def known_before(book: OpenBook, part: SheetPart) -> SheetFacts:
    """What stands behind the rows in the part: its merged areas. A plain search, for it runs over the whole part."""
    facts, rest = SheetFacts(), b""
    for block in book.archive.blocks(part.part):
        rest += block
        if b"mergeCell" in rest:
            for match in _MERGE.finditer(rest):
                area = area_of(match[1].decode("ascii", "replace"))
                if area:
                    facts.areas.append(area)
                    refuse_wide(facts, Place(book.shown))
            rest = rest[rest.rfind(b">") + 1 :]
        rest = rest[-200:]
    return facts


class _Merged:
    """The top-left cells of merged areas while the rows they cover go by."""

    def __init__(self, areas: list[tuple[int, int, int, int]], meanings: Meanings):
        self._waiting = sorted(areas, reverse=True)
        self._meanings = meanings
        self._open: list[tuple[int, int, int, Cell]] = []

    def over(self, number: int, raw: dict[int, RawCell]) -> dict[int, Cell]:
        """The columns of a row that show another cell, with that cell."""
        while self._waiting and self._waiting[-1][0] <= number:
            top, left, bottom, right = self._waiting.pop()
            if top == number and left in raw:
                self._open.append((left, bottom, right, self._meanings.cell(raw[left], top, left)))
        if not self._open:
            return {}
        self._open = [area for area in self._open if area[1] >= number]
        return {column: cell for left, _, right, cell in self._open for column in range(left, right + 1)}


def _head(rows: list[tuple[int, Grid]], shown: str, part: SheetPart) -> Grid:
    cells = {key: cell for _, grid in rows for key in grid.cells if (cell := grid.cells[key]).kind is not Kind.BLANK}
    last = max((number for number, _ in rows), default=0)
    widest = max((column for _, column in cells), default=0)
    hidden = frozenset(number for number, grid in rows if grid.hidden_rows)
    columns = rows[0][1].hidden_columns if rows else frozenset()
    return Grid(shown, part.name, cells, last, widest, part.hidden, hidden, columns)

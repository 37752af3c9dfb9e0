"""The rows of a workbook as they stream by: the first ones as a sheet, for finding headers, then row by row what is wanted.

An .xlsx is never in memory as a whole; .csv, .xls and .ods are, they are bounded by their readers. Merged areas stand behind
the rows in the file, so they are not known while it streams: headers are found without them (a title is looked for above,
a group to the left), and a cell merged over several columns belongs to the first, as in every other table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path

from reportgen.batch.books_held import held_book
from reportgen.batch.nouns import short
from reportgen.batch.swift.layouts import lead_of
from reportgen.batch.swift.lines import Line, RowReader
from reportgen.diagnostics import Place
from reportgen.noun import working
from reportgen.sources.books import grid_of
from reportgen.sources.grid import Book, Cell, Grid, Kind
from reportgen.sources.sheet_rows import RawRow, SheetFacts, raw_rows
from reportgen.sources.values import Meanings
from reportgen.sources.xlsx import OpenBook, open_xlsx, refuse_far

HEAD_ROWS = 40
LAST_ROW = 1_048_576


@working
class Source:
    """A sheet that is open. ``head``: its first rows, for the header; ``lines``: all rows, by the columns wanted (read once);

    ``sheets``: the names of all sheets of the workbook.
    """

    head: Grid
    lines: Callable[[Sequence[int]], Iterator[Line]]
    sheets: tuple[str, ...] = ()


@contextmanager
def open_rows(path: Path, shown: str, sheet: str, place: Place) -> Iterator[Source]:
    """The sheet called ``sheet`` ('': the only visible one) of the workbook. DataError (BT04–BT08, BT20–BT22), also from the block."""
    if path.suffix.lower() != ".xlsx":
        held = held_book(path, shown)
        grid = grid_of(held, sheet, place)
        yield Source(grid, lambda columns: _lines_of_grid(grid, columns), tuple(its.name for its in held.grids))
        return
    with open_xlsx(path, shown) as book:
        stubs = tuple(Grid(shown, part.name, {}, 0, 0, part.hidden) for part in book.parts.sheets)
        chosen = grid_of(Book(shown, stubs), sheet, place)
        part = next(part for part in book.parts.sheets if part.name == chosen.name)
        facts, meanings = SheetFacts(), book.meanings(part)
        rows = raw_rows(book.archive.blocks(part.part), facts)
        first = list(islice(rows, HEAD_ROWS))
        head = _head(shown, part.name, part.hidden, first, meanings, facts)
        names = tuple(stub.name for stub in stubs)
        yield Source(head, lambda columns: _lines(book, part.part, chain(first, rows), meanings, columns), names)


def _head(shown: str, name: str, hidden: bool, rows: list[RawRow], meanings: Meanings, facts: SheetFacts) -> Grid:
    cells = {
        (row.number, column): meanings.cell(raw, row.number, column) for row in rows for column, raw in row.cells.items()
    }
    cells = {at: cell for at, cell in cells.items() if cell.kind is not Kind.BLANK}
    for (row, column), cell in cells.items():
        refuse_far(row, column, cell.place, LAST_ROW)
    last = max((row for row, _ in cells), default=0), max((column for _, column in cells), default=0)
    return Grid(shown, name, cells, *last, hidden, frozenset(), frozenset(facts.hidden_columns))


def _lines(book: OpenBook, part: str, rows: Iterator[RawRow], meanings: Meanings, columns: Sequence[int]) -> Iterator[Line]:
    """The rows read off the text of the part if it is plain, else the rest of those the parser has begun with."""
    reader = RowReader(meanings, columns)
    lines = reader.lines(book.archive.blocks(part))
    return lines if lines is not None else reader.of_rows(rows)


def _lines_of_grid(grid: Grid, columns: Sequence[int]) -> Iterator[Line]:
    by_row: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sorted(grid.cells.items()):
        by_row.setdefault(row, {})[column] = cell
    for row, cells in by_row.items():
        own = {column: cell for column, cell in cells.items() if grid.lines or cell.place == grid.place(row, column)}
        lead = next(filter(None, map(lead_of, own.values())), "")
        values = tuple(short(own[column]) if column in own else None for column in columns)
        yield row, row in grid.hidden_rows, lead, values

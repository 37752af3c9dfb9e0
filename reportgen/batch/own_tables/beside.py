"""The sheets that stand beside the rows in a workbook, row by row, whatever the format; merged areas are spread out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from contextlib import contextmanager
from pathlib import Path

from reportgen.batch.books_held import held_book
from reportgen.batch.nouns import Value, short
from reportgen.batch.reading import open_rows
from reportgen.diagnostics import Finding, Place
from reportgen.noun import noun, replace
from reportgen.sources.books import grid_of, sheet_named
from reportgen.sources.cells import warn_hidden
from reportgen.sources.grid import Grid
from reportgen.sources.streaming import StreamedSheet, known_before, stream_sheet
from reportgen.sources.xlsx import open_xlsx

Line = tuple[int, bool, Sequence[Value]]
"""Row number, whether it is hidden, the values of the columns from the first on."""


@noun
class SheetBeside:
    """A sheet that is open. ``head``: its first rows, for the header; ``streamed``: all rows, slowly, with merged areas."""

    path: Path
    shown: str
    head: Grid
    streamed: StreamedSheet
    areas: tuple[tuple[int, int, int, int], ...] = ()

    def lines(self, below: int, edge: int, numbers: Set[int]) -> Iterator[Line]:
        """The rows below the row ``below``, each with the columns up to ``edge``.

        A number (in one of the columns ``numbers``) merged over several cells belongs to the first of them; words belong to all.
        """
        if self.path.suffix.lower() == ".xlsx" and not any(bottom > below for _, _, bottom, _ in self.areas):
            with open_rows(self.path, self.shown, self.head.name, Place(self.shown)) as source:
                for number, hidden, _, values in source.lines(range(1, edge + 1)):
                    if number > below:
                        yield number, hidden, values
            return
        for number, grid in self.streamed.rows:
            if number > below:
                values = [_value(grid, number, column, column in numbers) for column in range(1, edge + 1)]
                yield number, number in grid.hidden_rows, values


def _value(grid: Grid, row: int, column: int, is_number: bool) -> Value:
    cell = grid.at(row, column)
    if is_number and not grid.lines and cell.place != grid.place(row, column):
        return None
    return short(cell)


@contextmanager
def open_beside(path: Path, shown: str, sheet: str, place: Place) -> Iterator[SheetBeside]:
    """The sheet called ``sheet``; ``place``: where its name is typed. DataError (BT04–BT08, BT20–BT22), also from the block."""
    if path.suffix.lower() != ".xlsx":
        grid = grid_of(held_book(path, shown), sheet, place)
        whole = StreamedSheet(grid.name, grid, ((row, grid) for row in range(1, grid.rows + 1)))
        yield SheetBeside(path, shown, grid, whole)
        return
    with open_xlsx(path, shown) as book:
        areas = known_before(book, sheet_named(book.parts.sheets, shown, sheet, place)).areas
    with stream_sheet(path, shown, sheet, place) as streamed:
        yield SheetBeside(path, shown, streamed.head, streamed, tuple(areas))


def tell_hidden(head: Grid, row: int, columns: list[int], sink: list[Finding]) -> None:
    """BT14 once for a hidden sheet, once for each hidden column that is used: said of ten thousand rows it is not read."""
    plain = replace(head, hidden_rows=frozenset())
    if head.hidden and columns:
        warn_hidden(replace(plain, hidden_columns=frozenset()), row, columns[0], sink)
    for column in columns:
        warn_hidden(replace(plain, hidden=False), row, column, sink)

"""A sheet as read, whatever the format: cells by position, what is hidden, what is merged. Readers make it, nobody changes it."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from reportgen.diagnostics import Place
from reportgen.noun import field, noun
from reportgen.sources.guises import Guise

LINKED = 2
"""``formula`` of a cell that takes its number from another file."""
MAX_ROWS = 20_000
MAX_COLUMNS = 512


class Kind(enum.Enum):
    """What stands in a cell."""

    BLANK = "trống"
    TEXT = "chữ"
    NUMBER = "số"
    DAY = "ngày"
    TRUTH = "đúng/sai"
    ERROR = "báo lỗi"
    UNCOMPUTED = "công thức chưa tính"


class Cell:
    """One cell; nobody changes it. ``value``: text (NFC), exact number, day, or None; the text of an error (#DIV/0!) for ERROR.

    ``percent``: shown with a percent sign; ``value`` is already times 100. ``decimals``: how many the sheet shows, None
    if it shows what there is. ``scaled``: False, or how the sheet shows something else than the value (``guises``).
    ``formula``: computed; ``LINKED`` if from another file.

    The one noun written out by hand: a table of ten thousand rows has three hundred thousand cells, and of nearly all of them
    nobody asks the place. ``at`` is a Place, or (file, sheet, row, column) from which it is made when it is wanted.
    """

    __slots__ = ("kind", "at", "value", "percent", "decimals", "scaled", "formula")

    def __init__(
        self,
        kind: Kind,
        at: Place | tuple[str, str, int, int],
        value: Decimal | str | datetime.date | None = None,
        percent: bool = False,
        decimals: int | None = None,
        scaled: Guise | bool = False,
        formula: int = False,
    ):
        self.kind, self.at, self.value = kind, at, value
        self.percent, self.decimals, self.scaled, self.formula = percent, decimals, scaled, formula

    @property
    def place(self) -> Place:
        """Where the cell stands."""
        if isinstance(self.at, Place):
            return self.at
        file, sheet, row, column = self.at
        return Place(file, 0, 0, f"{sheet}!{column_letters(column)}{row}")

    def __repr__(self) -> str:
        return f"Cell({self.kind.name}, {self.place}, {self.value!r})"


@noun
class Grid:
    """One sheet. Rows and columns count from 1; a position inside a merged area holds the area's top-left cell.

    ``lines``: row → line of a text file; ``notes``: what people attached to cells (comments), only where a book is read whole.
    """

    file: str
    name: str
    cells: Mapping[tuple[int, int], Cell]
    rows: int
    columns: int
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    lines: Mapping[int, int] = field(default_factory=dict)
    notes: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def at(self, row: int, column: int) -> Cell:
        """The cell at a position; a blank one where nothing was typed."""
        return self.cells.get((row, column)) or Cell(Kind.BLANK, self.place(row, column))

    def place(self, row: int, column: int) -> Place:
        """Where a position stands, for messages: a line of a text file, or a cell of a sheet."""
        if self.lines:
            return Place(self.file, self.lines.get(row, row), column)
        return Place(self.file, cell=f"{self.name}!{column_letters(column)}{row}")


@noun
class Book:
    """A spreadsheet file: its sheets in order, and its named cells (name in lower case → sheet, row, column)."""

    file: str
    grids: tuple[Grid, ...]
    names: Mapping[str, tuple[str, int, int]] = field(default_factory=dict)


@lru_cache(maxsize=MAX_COLUMNS)
def column_letters(column: int) -> str:
    """1 → A, 27 → AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """A → 1, AA → 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number

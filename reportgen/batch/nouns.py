"""What travels through a batch: columns found, rows read, documents made. All of it crosses to other processes, so it is small."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from reportgen.diagnostics import Finding, Place
from reportgen.noun import noun
from reportgen.sources.grid import Cell, Grid, Kind, column_letters

Value: TypeAlias = "int | Decimal | str | Cell | None"
"""A cell in short: a plain number, plain text, nothing; a Cell where there is more to say (a percent format, an error …)."""

FIGURE, WORD, FACT, COMPUTED = "figure", "word", "fact", "computed"


@noun
class Target:
    """Something a column may give: its key, what it is (FIGURE, WORD, FACT), what it is called, whether a row must have it.

    ``also``: other headers it goes by; ``quoted``: a figure of another period.
    """

    key: str
    kind: str
    label: str
    required: bool = False
    also: tuple[str, ...] = ()
    quoted: bool = False


@noun
class DetailColumns:
    """Where a table of each unit stands: a sheet, the row of its header, the columns by the keys of the table.

    ``keys``: the columns that say which unit a row belongs to; none where the workbook is one unit's own; ``words``: the keys
    of columns that hold words.
    """

    table: str
    file: str
    sheet: str
    header_row: int
    found: tuple[tuple[str, int], ...]
    keys: tuple[int, ...] = ()
    words: frozenset[str] = frozenset()

    def place(self, row: int, column: int) -> Place:
        """A cell of the sheet, for messages: ``xa.xlsx!Thôn!C7``."""
        return Place(self.file, cell=f"{self.sheet}!{column_letters(column)}{row}")


@noun
class Columns:
    """Where the rows begin and what each column gives. ``found``: (target, column number), in the order of the targets.

    ``tables``: where the tables of each unit stand; ``blank``: figures of other periods no column gives; ``upright``: the
    figures stand one below the other, so a column here is a row of the sheet, and a row a column (see ``upright``).
    """

    file: str
    sheet: str
    header_row: int
    found: tuple[tuple[Target, int], ...]
    hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()
    is_text: bool = False
    tables: tuple[DetailColumns, ...] = ()
    blank: tuple[str, ...] = ()
    upright: bool = False

    @property
    def keys(self) -> list[str]:
        """The keys that have a column."""
        return [target.key for target, _ in self.found]

    @property
    def beside(self) -> tuple[str, ...]:
        """How the cells of the sheets with tables begin, as they are shown."""
        return tuple(f"{its.file}!{its.sheet}!" for its in self.tables)

    def place(self, row: int, column: int) -> Place:
        """A cell of the workbook, for messages: ``xa.xlsx!Xã!C7``."""
        if self.upright:
            row, column = column, row
        if self.is_text:
            return Place(self.file, row, column)
        return Place(self.file, cell=f"{self.sheet}!{column_letters(column)}{row}")


class DetailRow(NamedTuple):
    """One row of a unit's table: its number, whether it is hidden, its first words, its values in the order of the columns."""

    number: int
    hidden: bool
    lead: str
    values: tuple[Value, ...]


class Row(NamedTuple):
    """One row: its number in the sheet, its values in the order of ``Columns.found``, whether it is hidden.

    ``tables``: the rows of its own tables, in the order of ``Columns.tables``; ``findings``: what is wrong with them.
    """

    number: int
    values: tuple[Value, ...]
    hidden: bool = False
    tables: tuple[tuple[DetailRow, ...], ...] = ()
    findings: tuple[Finding, ...] = ()


class Made(NamedTuple):
    """One document: its bytes, or the file it is in (``aside``, ``size`` bytes); neither if there is none, and why not."""

    content: bytes | None
    sha256: str = ""
    findings: tuple[Finding, ...] = ()
    aside: str = ""
    size: int = 0


class Entry(NamedTuple):
    """One row on its way to a file: ``stem`` its file name without .docx ('' after a finding), ``unit`` what it is called.

    ``mark``: a digest of all the document is made of; ``kept``: the line of the ledger that says the file is there already;
    ``judged``: its page is read back.
    """

    row: Row
    unit: str
    place: Place
    stem: str = ""
    mark: str = ""
    kept: Mapping[str, object] | None = None
    judged: bool = False
    findings: tuple[Finding, ...] = ()


def short(cell: Cell) -> Value:
    """The cell as it travels."""
    if cell.kind is Kind.TEXT and not (cell.formula or cell.scaled):
        return str(cell.value)
    if cell.kind is Kind.BLANK and not cell.formula:
        return None
    if cell.kind is Kind.NUMBER and not (cell.percent or cell.scaled or cell.formula):
        number = cell.value
        return int(number) if number == number.to_integral_value() else number
    return cell


def whole(value: Value, place: Place) -> Cell:
    """The cell a short value stands for. Its place is ``place``."""
    if value is None:
        return Cell(Kind.BLANK, place)
    if isinstance(value, str):
        return Cell(Kind.TEXT, place, value)
    if isinstance(value, int | Decimal):
        return Cell(Kind.NUMBER, place, Decimal(value))
    return Cell(value.kind, place, value.value, value.percent, value.decimals, value.scaled, value.formula)


def settled(value: Value) -> object:
    """The value without the place a cell remembers: equal for two cells that say the same."""
    if isinstance(value, Cell):
        return value.kind.name, value.value, value.percent, value.decimals, value.scaled, value.formula
    return value


def grid_of_row(columns: Columns, row: Row) -> Grid:
    """The row as a sheet of its own, for the readers of cells."""
    cells = {
        (row.number, column): whole(value, columns.place(row.number, column))
        for (_, column), value in zip(columns.found, row.values, strict=True)
    }
    last = max((column for _, column in columns.found), default=0)
    hidden_rows = frozenset([row.number]) if row.hidden else frozenset()
    lines = {row.number: row.number} if columns.is_text else {}
    return Grid(
        columns.file, columns.sheet, cells, row.number, last, columns.hidden, hidden_rows, columns.hidden_columns, lines
    )

"""What travels through a batch: columns found, rows read, documents made. All of it crosses to other processes, so it is small."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from reportgen.diagnostics import Finding, Place
from reportgen.noun import field, noun
from reportgen.sources.grid import Cell, Grid, Kind, column_letters

Value: TypeAlias = "int | Decimal | str | Cell | None"
"""A cell in short: a plain number, plain text, nothing; a Cell where there is more to say (a percent format, an error …)."""

FIGURE, WORD, FACT, COMPUTED = "figure", "word", "fact", "computed"


@noun
class Target:
    """Something a column may give: its key, what it is (FIGURE, WORD, FACT), what it is called, whether a row must have it."""

    key: str
    kind: str
    label: str
    required: bool = False


@noun
class Columns:
    """Where the rows begin and what each column gives. ``found``: (target, column number), in the order of the targets."""

    file: str
    sheet: str
    header_row: int
    found: tuple[tuple[Target, int], ...]
    hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()
    is_text: bool = False

    @property
    def keys(self) -> list[str]:
        """The keys that have a column."""
        return [target.key for target, _ in self.found]

    def place(self, row: int, column: int) -> Place:
        """A cell of the workbook, for messages: ``xa.xlsx!Xã!C7``."""
        if self.is_text:
            return Place(self.file, row, column)
        return Place(self.file, cell=f"{self.sheet}!{column_letters(column)}{row}")


class Row(NamedTuple):
    """One row: its number in the sheet, its values in the order of ``Columns.found``, whether it is hidden."""

    number: int
    values: tuple[Value, ...]
    hidden: bool = False


@noun
class Made:
    """One document: its bytes, or None and why not."""

    content: bytes | None
    sha256: str = ""
    findings: tuple[Finding, ...] = ()


@noun
class Entry:
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
    findings: tuple[Finding, ...] = field(default=())


def short(cell: Cell) -> Value:
    """The cell as it travels."""
    if cell.kind is Kind.TEXT and not cell.formula:
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

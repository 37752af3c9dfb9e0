"""What a table prints: cells, rows and the table as a whole. Made by ``making``; nobody changes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportgen.diagnostics import NOWHERE, Place
from reportgen.figures.model import Figure, Figures
from reportgen.noun import field, noun
from reportgen.tables.declared import TableType
from reportgen.vietnamese.text import fold

DATA, GROUP, TOTAL = "dong", "nhom", "tong"


@noun
class Cell:
    """One cell. ``text`` is what it prints where it has no ``figure``; a dash has a figure of zero and prints as typed.

    ``faulty``: its value could not be read, its own finding says why.
    """

    text: str = ""
    figure: Figure | None = None
    place: Place = NOWHERE
    faulty: bool = False

    @property
    def printed(self) -> str:
        """What stands in the cell: the number without its unit, or the words."""
        return self.figure.number if self.figure and not self.text else self.text

    @property
    def is_given(self) -> bool:
        """True for a number somebody gave, false for one worked out here."""
        return self.figure is not None and self.figure.origin != "formula"


BLANK = Cell()


@noun
class Row:
    """One row. ``kind``: a row of data, of a group (its sums), or the total; ``number``: its ordinal as printed.

    ``members`` of a group or total row are the data rows it adds up; ``order`` counts the data rows from 1.
    """

    kind: str
    label: str
    cells: Mapping[str, Cell]
    place: Place = NOWHERE
    number: str = ""
    order: int = 0
    members: tuple[Row, ...] = field(default=(), repr=False)

    def cell(self, key: str) -> Cell:
        """The cell of a column; a blank one where there is none."""
        return self.cells.get(key, BLANK)

    @property
    def figures(self) -> Figures:
        """The figures of the row by column."""
        faulty = [key for key, cell in self.cells.items() if cell.faulty]
        return Figures((c.figure for c in self.cells.values() if c.figure), faulty=faulty)

    @property
    def slug(self) -> str:
        """The row's name for references: «TT CAM LỘ» → tt_cam_lo; the total is tong."""
        return TOTAL if self.kind == TOTAL else slug_of(self.label)

    @property
    def shown(self) -> str:
        """The row's name for messages."""
        return f"dòng «{self.label}»" if self.label else f"dòng thứ {self.order}"


@noun
class TableContent:
    """A table ready to print: its declaration with titles filled in, and its rows in printing order."""

    key: str
    table: TableType
    rows: tuple[Row, ...]
    place: Place = NOWHERE

    @property
    def data(self) -> tuple[Row, ...]:
        """The rows of data."""
        return tuple(row for row in self.rows if row.kind == DATA)

    @property
    def total(self) -> Row | None:
        """The total row, if the table has one."""
        return next((row for row in self.rows if row.kind == TOTAL), None)

    def named(self, name: str) -> list[Row]:
        """The rows called ``name`` in a reference: tong, dong_4, or their words as a slug."""
        if match := re.fullmatch(r"dong_(\d+)", name):
            return [row for row in self.data if row.order == int(match[1])]
        return [row for row in self.rows if row.slug == name]

    def loop_rows(self) -> list[dict[str, Figure | str]]:
        """The data rows for a loop in the text: figures print with their unit."""
        return [{key: _value(row.cell(key)) for key in self.table.columns} for row in self.data]

    def texts(self, key: str) -> Iterator[tuple[str, bool]]:
        """What the cells of one column print, with whether they print bold."""
        column = self.table.columns[key]
        for row in self.rows:
            yield (row.number if column.kind == "so_thu_tu" else row.cell(key).printed), row.kind != DATA


def slug_of(words: str) -> str:
    """Words as a key: «Xã Na Ư» → xa_na_u."""
    return re.sub(r"[^a-z0-9]+", "_", fold(words)).strip("_")


def _value(cell: Cell) -> Figure | str:
    return cell.figure if cell.figure and not cell.text else cell.text

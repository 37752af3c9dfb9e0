"""What a report gives for a table, before its columns are understood: rows of cells with their places."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.diagnostics import NOWHERE, Place
from reportgen.figures.model import CellValue
from reportgen.noun import field, noun


@noun
class RawRow:
    """One row. ``cells``: by column, None after a finding; ``lead``: the first words of the row, whatever their column.

    ``is_total``: the report says that this is the total row.
    """

    cells: Mapping[str, CellValue | None]
    place: Place
    lead: str = ""
    is_total: bool = False


@noun
class RawTable:
    """All rows in order. ``symbols``: what the letter row of a spreadsheet says, by column; ``origin``: sheet or typed."""

    rows: tuple[RawRow, ...]
    place: Place = NOWHERE
    origin: str = "sheet"
    symbols: Mapping[str, CellValue] = field(default_factory=dict)

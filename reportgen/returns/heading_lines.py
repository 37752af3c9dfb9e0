"""The lines above a returned table: what follows «Kỳ báo cáo:» or «Đơn vị báo cáo:», and the short texts of the heading."""

from __future__ import annotations

from reportgen.diagnostics import Place
from reportgen.pattern import Pattern
from reportgen.sources.grid import Grid, Kind
from reportgen.vietnamese.text import fold

LONGEST_TITLE = 160
FIRST_ROWS = 30
"""How far down a heading is looked for where there is no header to end it."""


def line_after(grid: Grid, last: int, opening: Pattern) -> tuple[str, Place] | None:
    """What follows an opening like «Kỳ báo cáo:» in a line above row ``last``, in its cell or the next one."""
    for row in range(1, last):
        for column in range(1, grid.columns + 1):
            cell = grid.at(row, column)
            if cell.kind is not Kind.TEXT or not (match := opening.match(fold(cell.value))):
                continue
            rest = cell.value[match.end() :] if len(fold(cell.value)) == len(cell.value) else fold(cell.value)[match.end() :]
            if not rest.strip():
                after = (grid.at(row, c) for c in range(column + 1, grid.columns + 1))
                rest = next((str(c.value) for c in after if c.kind in (Kind.TEXT, Kind.NUMBER) and c.place != cell.place), "")
            if rest.strip():
                return rest.strip(" .;"), cell.place
    return None


def texts_above(grid: Grid, last: int) -> list[tuple[str, Place]]:
    """The texts above row ``last`` that are short enough for a heading."""
    cells = (grid.at(row, column) for row in range(1, last) for column in range(1, grid.columns + 1))
    return [(c.value, c.place) for c in cells if c.kind is Kind.TEXT and len(c.value) <= LONGEST_TITLE]

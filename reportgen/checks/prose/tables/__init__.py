"""Tables of a document recomputed: totals, formula rows, shares."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.prose.tables.faults import findings_of
from reportgen.checks.prose.tables.formula_row import formula_faults
from reportgen.checks.prose.tables.grid import grids_of
from reportgen.checks.prose.tables.making import make_table
from reportgen.checks.prose.tables.nouns import FigureTable
from reportgen.checks.prose.tables.ratios import ratio_faults
from reportgen.checks.prose.tables.row_sums import row_sum_faults
from reportgen.checks.prose.tables.totals import total_faults
from reportgen.diagnostics import Finding
from reportgen.docx.reader import Reading


def figure_tables(reading: Reading, shown: str) -> list[FigureTable]:
    """The tables with figures in them, counted from 1."""
    found: list[FigureTable] = []
    for grid in grids_of(reading):
        table = make_table(grid, len(found) + 1, shown)
        if table:
            found.append(table)
    return found


def check_table(table: FigureTable) -> Iterator[Finding]:
    """Findings of one table, each cell blamed once."""
    faults = [*total_faults(table), *row_sum_faults(table), *formula_faults(table), *ratio_faults(table)]
    return findings_of(table, faults)

"""A unit's own tables as its report gives them: rows of cells with their places, as ``build`` reads them from a sheet."""

from __future__ import annotations

from reportgen.batch.nouns import Columns, DetailColumns, DetailRow, Row, settled, whole
from reportgen.diagnostics import Finding
from reportgen.figures.model import CellValue
from reportgen.report import TableSource
from reportgen.sources.cells import cell_value
from reportgen.sources.grid import Grid
from reportgen.tables.raw import RawRow, RawTable


def own_tables(columns: Columns, row: Row, sink: list[Finding]) -> dict[str, TableSource]:
    """The sources of the unit's tables, by key; doubts about a cell go to ``sink``."""
    return {
        its.table: TableSource(raw=raw_table(its, rows, sink), place=its.place(its.header_row, 1))
        for its, rows in zip(columns.tables, row.tables, strict=True)
    }


def raw_table(columns: DetailColumns, rows: tuple[DetailRow, ...], sink: list[Finding]) -> RawTable:
    """The rows of one table."""
    return RawTable(tuple(_row(columns, row, sink) for row in rows), columns.place(columns.header_row, 1))


def _row(columns: DetailColumns, row: DetailRow, sink: list[Finding]) -> RawRow:
    spots = [(key, column, value) for (key, column), value in zip(columns.found, row.values, strict=True)]
    held = {(row.number, column): whole(value, columns.place(row.number, column)) for _, column, value in spots}
    hidden = frozenset([row.number]) if row.hidden else frozenset()
    first, last = min(column for _, column, _ in spots), max(column for _, column, _ in spots)
    grid = Grid(columns.file, columns.sheet, held, row.number, last, hidden_rows=hidden)
    cells: dict[str, CellValue | None] = {
        key: cell_value(grid, row.number, column, sink, days=key in columns.words) for key, column, _ in spots
    }
    return RawRow(cells, columns.place(row.number, first), row.lead)


def without_echo(findings: list[Finding], row: Row) -> list[Finding]:
    """The findings, but for an empty table (BG16) of a unit of which it is said that it has no rows (LO52)."""
    if not any(finding.code == "LO52" for finding in row.findings):
        return findings
    return [finding for finding in findings if finding.code != "BG16"]


def tables_text(columns: Columns, row: Row) -> str:
    """All of a unit's tables that may change its document, as text; where the rows stand is no part of it."""
    if not columns.tables:
        return ""
    told = [
        ([key for key, _ in its.found], [(one.hidden, one.lead, list(map(settled, one.values))) for one in rows])
        for its, rows in zip(columns.tables, row.tables, strict=True)
    ]
    return repr((told, [finding.message for finding in row.findings]))

"""Rows of a sheet for a declared data table: cells as they are, with their places; what they mean is asked elsewhere.

A cell merged across several columns belongs to the first of them, so a name written over a whole row is not taken for a
number in every column. Letter rows («A B 1 2 10=2-8») are kept apart, for their formulas are compared with the declared
ones. The table ends at the first row whose columns are all blank; numbers further down are reported.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from reportgen.diagnostics import Finding, Place, warning
from reportgen.figures.model import CellValue
from reportgen.sources.cells import cell_value
from reportgen.sources.grid import Grid, Kind
from reportgen.sources.headers import Header, find_header
from reportgen.sources.tables import numbers_columns
from reportgen.tables.declared import TableType
from reportgen.tables.raw import RawRow, RawTable

SYMBOL_ROWS = 2


def raw_rows(
    grid: Grid,
    table: TableType,
    headers: Mapping[str, str],
    optional: frozenset[str],
    place: Place,
    sink: list[Finding],
) -> RawTable | None:
    """The rows under ``headers`` (column key → header text) of a sheet; None after findings (BT16, BT17)."""
    header = table_header(grid, headers, optional, place, sink)
    if header is None:
        return None
    first = header.row + 1
    symbols: dict[str, CellValue] = {}
    while first <= header.row + SYMBOL_ROWS and is_symbol_row(grid, first, header, table):
        symbols |= symbols_of(grid, first, header)
        first += 1
    last = _last_row(
        grid, first, header, sink, [key for key in header.columns if table.columns[key].is_number]
    )
    rows = tuple(_row(grid, row, header, table, sink) for row in range(first, last + 1))
    return RawTable(rows, grid.place(header.row, 1), symbols=symbols)


def table_header(
    grid: Grid, headers: Mapping[str, str], optional: frozenset[str], place: Place, sink: list[Finding]
) -> Header | None:
    """The headers with as many of the optional columns as the sheet has; one that stands twice is a finding."""
    wanted = {key: text for key, text in headers.items() if key not in optional}
    for key, text in headers.items():
        tried: list[Finding] = []
        if key in optional and find_header(grid, {**wanted, key: text}, place, tried):
            wanted[key] = text
        sink.extend(finding for finding in tried if finding.code == "BT17")
    return find_header(grid, {key: headers[key] for key in headers if key in wanted}, place, sink)


def _row(grid: Grid, row: int, header: Header, table: TableType, sink: list[Finding]) -> RawRow:
    cells = {
        key: _value(grid, row, column, table.columns[key].is_number, sink)
        for key, column in header.columns.items()
    }
    edge = max(header.columns.values())
    lead = next((text for c in range(1, edge + 1) if (text := _text(grid, row, c))), "")
    return RawRow(cells, grid.place(row, min(header.columns.values())), lead)


def _value(grid: Grid, row: int, column: int, is_number: bool, sink: list[Finding]) -> CellValue | None:
    here = grid.place(row, column)
    if is_number and not grid.lines and grid.at(row, column).place != here:
        return CellValue("", here)
    value = cell_value(grid, row, column, sink, days=not is_number)
    return CellValue(value.value, here, value.percent, value.computed, value.decimals) if value else None


def is_symbol_row(grid: Grid, row: int, header: Header, table: TableType) -> bool:
    """True for a row that numbers the columns, or repeats their declared symbols («I» for 1 included)."""
    if numbers_columns(grid, row):
        return True
    said = {
        key: _text(grid, row, column).partition("=")[0].strip("() ") for key, column in header.columns.items()
    }
    wanted = {key: table.columns[key].symbol.strip("() ") for key in said}
    same = [key for key, text in said.items() if text and text == wanted[key]]
    return len(same) >= 2 and len(same) * 2 >= sum(1 for text in said.values() if text)


def symbols_of(grid: Grid, row: int, header: Header) -> dict[str, CellValue]:
    """What a letter row says of formulas («10=2-8»), by column."""
    found = {
        key: (_text(grid, row, column), grid.place(row, column)) for key, column in header.columns.items()
    }
    return {key: CellValue(text, place) for key, (text, place) in found.items() if "=" in text}


def _last_row(grid: Grid, first: int, header: Header, sink: list[Finding], numbers: list[str]) -> int:
    columns = list(header.columns.values())
    end = next((row for row in range(first, grid.rows + 1) if _is_blank(grid, row, columns)), grid.rows + 1)
    for row in range(end, grid.rows + 1):
        if any(grid.at(row, header.columns[key]).kind is Kind.NUMBER for key in numbers):
            hint = "nếu dòng dưới còn là số liệu của bảng, xóa dòng trống ở giữa"
            message = f"bảng được đọc đến dòng {end - 1}; sau dòng trống còn số ở dòng {row}"
            sink.append(warning("BT18", message, grid.place(row, columns[0]), hint=hint))
            break
    return end - 1


def _is_blank(grid: Grid, row: int, columns: list[int]) -> bool:
    return all(grid.at(row, column).kind is Kind.BLANK for column in columns)


def _text(grid: Grid, row: int, column: int) -> str:
    value = grid.at(row, column).value
    return str(value).strip() if isinstance(value, (str, Decimal)) else ""

"""Rows of sums: the total and the rows of groups. Counts are added up, shares come from their formula on the sums."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.diagnostics import Finding, error, warning
from reportgen.figures.quantity import Quantity, printed_range
from reportgen.noun import replace
from reportgen.tables.content import TOTAL, Cell, Row
from reportgen.tables.declared import Column, TableType
from reportgen.tables.filling import computed, filled_row
from reportgen.tables.formulas import Formula
from reportgen.tables.values import blanks


def way_of(key: str, column: Column, formulas: Mapping[str, Formula]) -> str:
    """How a column's sum is made: cong, cong_thuc, bo_trong or nhap."""
    if column.total:
        return column.total
    return "cong_thuc" if column.is_share and key in formulas else "cong"


def summed_row(row: Row, table: TableType, formulas: Mapping[str, Formula], sink: list[Finding]) -> Row:
    """The row with the blank sums of its ``members`` worked out, and what must stay blank emptied."""
    cells = {**dict.fromkeys(table.numbers, Cell(place=row.place)), **row.cells}
    for key, column in table.numbers.items():
        way, cell = way_of(key, column, formulas), cells[key]
        if way == "bo_trong":
            cells[key] = _emptied(row, column, cell, sink)
        elif way == "cong" and blanks([cell]):
            cells[key] = _added(key, table, replace(row, cells=cells))
        elif way == "nhap" and blanks([cell]) and row.kind == TOTAL:
            hint = "ghi số ở dòng tổng của bảng tính, hoặc chọn cach_tong khác"
            sink.append(
                error(
                    "BG15",
                    f"dòng tổng thiếu số ở cột «{column.title}» (cach_tong: nhap)",
                    cell.place,
                    hint=hint,
                )
            )
    by_formula = {k: f for k, f in formulas.items() if way_of(k, table.columns[k], formulas) == "cong_thuc"}
    unknown = frozenset(key for key in table.numbers if has_unknown(key, row.members))
    return filled_row(replace(row, cells=cells), table, by_formula, sink, unknown)


def total_of(key: str, members: tuple[Row, ...]) -> Quantity | None:
    """The sum of a column over these rows, with the play of rounded numbers; None if a number is faulty or not known."""
    cells = [row.cell(key) for row in members]
    if has_unknown(key, members):
        return None
    numbers = [printed_range(cell.figure) for cell in cells if cell.figure]
    return sum(numbers[1:], numbers[0]) if numbers else None


def has_unknown(key: str, members: tuple[Row, ...]) -> bool:
    """True if a number of the column is faulty, or is marked as not known («x», «…»)."""
    return any(cell.faulty or (cell.text and not cell.figure) for cell in (row.cell(key) for row in members))


def _added(key: str, table: TableType, row: Row) -> Cell:
    total = total_of(key, row.members)
    if total is None:
        return row.cell(key)
    steps = f"cộng {len(row.members)} dòng"
    return Cell(figure=computed(key, total.nominal, table, row, steps), place=row.cell(key).place)


def _emptied(row: Row, column: Column, cell: Cell, sink: list[Finding]) -> Cell:
    if cell.figure and not cell.text:
        message = f"{row.shown}: số {cell.printed} ở cột «{column.title}» không được in (cach_tong: bo_trong)"
        sink.append(warning("BG19", message, cell.place, hint="xóa số ấy, hoặc đổi cach_tong của cột"))
    return Cell(place=cell.place)

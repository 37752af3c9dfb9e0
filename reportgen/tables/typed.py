"""Rows typed in the report itself: ``dong:`` and ``tong:`` under the table's name.

bang:
  chi_tieu_xa:
    dong:
      - {don_vi: Cam Tuyền, ho_ngheo: 140, ty_le: "9,92"}
      - [Cam An, 79, "4,44"]              the same in the order of the columns, those of ordinals left out
    tong: {ho_ngheo: 219}                 the total as printed, to be compared; may be left out
"""

from __future__ import annotations

from reportgen.diagnostics import Finding, Place, error
from reportgen.figures.model import CellValue
from reportgen.tables.declared import TableType
from reportgen.tables.raw import RawRow, RawTable
from reportgen.vietnamese.text import nearest
from reportgen.yamltext import Mapping, Node, Scalar, Sequence, is_blank

EXAMPLE = 'mỗi dòng viết: - {ten_xa: Cam An, ho_ngheo: 79, ty_le: "4,44"}'


def typed_rows(
    rows: Node | None, total: Node | None, table: TableType, place: Place, sink: list[Finding]
) -> RawTable:
    """The rows at the two nodes. Faults of form and unknown columns are findings (BG07)."""
    found: list[RawRow] = []
    if rows is not None and not is_blank(rows):
        if isinstance(rows, Sequence):
            found += [row for item in rows.items if (row := _row(item, table, sink))]
        else:
            sink.append(error("BG07", "«dong» phải là một danh sách các dòng", rows.place, hint=EXAMPLE))
    if total is not None and not is_blank(total):
        row = _row(total, table, sink)
        found += [RawRow(row.cells, row.place, row.lead, is_total=True)] if row else []
    return RawTable(tuple(found), place, "typed")


def _row(node: Node, table: TableType, sink: list[Finding]) -> RawRow | None:
    if isinstance(node, Mapping):
        return _by_key(node, table, sink)
    if isinstance(node, Sequence):
        return _in_order(node, table, sink)
    sink.append(error("BG07", "một dòng của bảng chưa đúng dạng", node.place, hint=EXAMPLE))
    return None


def _by_key(node: Mapping, table: TableType, sink: list[Finding]) -> RawRow:
    cells = {}
    for key, value in node.entries.items():
        if key in table.columns:
            cells[key] = _cell(value, sink)
            continue
        close = nearest(key, table.columns)
        hint = f"có phải «{close}»?" if close else f"các cột: {', '.join(table.columns)}"
        sink.append(error("BG07", f"bảng không có cột «{key}»", node.key_places[key], found=key, hint=hint))
    return RawRow(cells, node.place, _lead(cells))


def _in_order(node: Sequence, table: TableType, sink: list[Finding]) -> RawRow | None:
    keys = [key for key, column in table.columns.items() if column.kind != "so_thu_tu"]
    if len(node.items) != len(keys):
        message = f"dòng này có {len(node.items)} ô, bảng có {len(keys)} cột (không kể số thứ tự)"
        hint = 'số có phần lẻ phải đặt trong dấu nháy kép; ô trống ghi ""'
        sink.append(error("BG07", message, node.place, hint=hint))
        return None
    cells = {key: _cell(item, sink) for key, item in zip(keys, node.items, strict=True)}
    return RawRow(cells, node.place, _lead(cells))


def _cell(node: Node, sink: list[Finding]) -> CellValue | None:
    if isinstance(node, Scalar):
        return CellValue("" if is_blank(node) else node.text, node.place)
    sink.append(error("BG07", "mỗi ô chỉ ghi một giá trị", node.place, hint=EXAMPLE))
    return None


def _lead(cells: dict[str, CellValue | None]) -> str:
    return next((str(cell.value) for cell in cells.values() if cell and cell.value), "")

"""Is a declaration whole? Asked once per table, before any number is read."""

from __future__ import annotations

from collections import Counter

from reportgen.diagnostics import Finding, Place, error
from reportgen.figures.expressions import parse_comparison
from reportgen.figures.forms import shape_faults
from reportgen.figures.model import unknown_figure
from reportgen.figures.relations import Relation
from reportgen.figures.tokens import ExpressionError
from reportgen.tables.declared import Column, TableType
from reportgen.tables.formulas import bare, in_keys
from reportgen.vietnamese.text import nearest


def faults_of(table: TableType, sink: list[Finding]) -> None:
    """Findings BG02 and BG04 for what does not go together."""
    _symbols(table, sink)
    for key, column in table.columns.items():
        _column(key, column, table, sink)
    _grouping(table, sink)
    for relation in table.relations:
        _relation(relation, table, sink)
    if not table.columns:
        _refuse("bảng chưa có cột nào", table.place, "khai các cột ở mục cot", sink)
    if table.symbol_row != "khong" and not any(column.symbol for column in table.columns.values()):
        _refuse(
            "có dong_ky_hieu mà không cột nào có ky_hieu_cot",
            table.place,
            "thêm ky_hieu_cot cho các cột",
            sink,
        )


def _symbols(table: TableType, sink: list[Finding]) -> None:
    counts = Counter(bare(column.symbol) for column in table.columns.values() if column.symbol)
    for column in table.columns.values():
        if column.symbol and counts[bare(column.symbol)] > 1:
            message = f"ký hiệu cột «{column.symbol}» dùng cho nhiều cột"
            _refuse(message, column.at("symbol"), "mỗi cột một ký hiệu khác nhau", sink)


def _column(key: str, column: Column, table: TableType, sink: list[Finding]) -> None:
    if not column.is_number:
        for name, typed in (("formula", "cong_thuc"), ("total", "cach_tong"), ("decimals", "so_le")):
            if name in column.places:
                message = f"cột «{column.title}» không phải cột số nên không có {typed}"
                _refuse(message, column.at(name), "bỏ dòng ấy, hoặc đổi kieu_cot", sink)
        return
    if column.total == "cong_thuc" and not column.formula:
        message = f"cột «{column.title}» có cach_tong: cong_thuc mà không có công thức"
        _refuse(message, column.at("total"), "thêm cong_thuc", sink)
    if column.is_share and column.total == "cong":
        message = f"cột «{column.title}» là tỷ lệ, không cộng dọc được"
        sink.append(
            error(
                "BG04",
                message,
                column.at("total"),
                hint="bỏ cach_tong: cong; dùng công thức, nhap hoặc bo_trong",
            )
        )
    has_sums = table.total or (table.grouping and table.grouping.has_sums)
    if column.is_share and has_sums and not column.formula and not column.total:
        message = f"cột «{column.title}» là tỷ lệ mà không có công thức, chưa biết dòng tổng tính thế nào"
        hint = 'thêm cong_thuc (ví dụ "2 / 1 * 100"), hoặc cach_tong: nhap, hoặc cach_tong: bo_trong'
        sink.append(error("BG04", message, column.place, hint=hint))


def _grouping(table: TableType, sink: list[Finding]) -> None:
    if not table.grouping or not table.grouping.column:
        return
    key = table.grouping.column
    column = table.columns.get(key)
    if column is None:
        close = nearest(key, table.columns)
        hint = f"có phải «{close}»?" if close else f"các cột: {', '.join(table.columns)}"
        _refuse(f"nhom_dong gọi cột «{key}» không có", table.grouping.at("column"), hint, sink)
    elif column.kind != "chu":
        message = f"cột nhóm «{column.title}» phải là cột chữ"
        _refuse(message, table.grouping.at("column"), "đổi kieu_cot: chu cho cột ấy", sink)


def _relation(relation: Relation, table: TableType, sink: list[Finding]) -> None:
    sink.extend(shape_faults(relation))
    sink.extend(
        unknown_figure(u.key, table.numbers, u.place) for u in relation.names if u.key not in table.numbers
    )
    try:
        if relation.statement:
            parse_comparison(in_keys(relation.statement, table.columns))
    except ExpressionError as fault:
        sink.append(fault.finding(relation.at("statement")))


def _refuse(message: str, place: Place, hint: str, sink: list[Finding]) -> None:
    sink.append(error("BG02", message, place, hint=hint))

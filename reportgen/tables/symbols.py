"""The letter row of a spreadsheet («10=2-8») against the declared formulas."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.diagnostics import Finding, warning
from reportgen.figures.tokens import ExpressionError, tokens
from reportgen.tables.declared import Column, TableType
from reportgen.tables.formulas import Formula, in_keys
from reportgen.tables.raw import RawTable


def compare_symbols(
    raw: RawTable, table: TableType, formulas: Mapping[str, Formula], sink: list[Finding]
) -> None:
    """Warnings BG18 where the sheet says another formula than the declaration, or one that is not declared."""
    for key, cell in raw.symbols.items():
        said = str(cell.value).partition("=")[2].strip()
        if not said or key not in table.columns:
            continue
        declared = formulas[key].source if key in formulas else ""
        if _same(said, declared, table.columns):
            continue
        column = table.columns[key]
        shown = f"khai cong_thuc: {column.formula}" if declared else "cột không khai công thức"
        message = f"cột «{column.title}»: dòng ký hiệu của bảng tính ghi «{cell.value}», {shown}"
        hint = (
            "sửa một trong hai nơi cho giống nhau"
            if declared
            else f'khai cong_thuc: "{said}" để được đối chiếu'
        )
        sink.append(warning("BG18", message, cell.place, found=str(cell.value), hint=hint))


def _same(said: str, declared: str, columns: Mapping[str, Column]) -> bool:
    try:
        return bool(declared) and _words(in_keys(said, columns)) == _words(declared)
    except ExpressionError:
        return False


def _words(formula: str) -> list[str]:
    return [word.sign or word.text for word in tokens(formula)]

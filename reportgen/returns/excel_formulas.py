"""A column's formula as Excel calculates it: same operands, same rounding, blank until every operand is there."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from reportgen.figures.expressions import Call, Name, Negative, Number, Operation, Tree
from reportgen.tables.declared import Column
from reportgen.tables.formulas import Formula

_FUNCTIONS = {"tong": "SUM", "lam_tron": "ROUND", "nho_nhat": "MIN", "lon_nhat": "MAX", "tri_tuyet_doi": "ABS"}


def excel_formula(formula: Formula, column: Column, cell_of: Callable[[str], str]) -> str:
    """The text of the formula for one row; ``cell_of``: column key → address (D10)."""
    needed = [cell_of(key) for key in formula.needs]
    inner = _written(formula.tree, cell_of)
    rounded = f"{'ROUNDDOWN' if column.rounding == 'cat_bot' else 'ROUND'}({inner},{column.decimals})"
    return f'IF(COUNT({",".join(needed)})<{len(needed)},"",{rounded})'


def _written(tree: Tree, cell_of: Callable[[str], str]) -> str:
    match tree:
        case Number(value=value):
            return _number(value)
        case Name(key=key):
            return cell_of(key)
        case Negative(inner=inner):
            return f"(-{_written(inner, cell_of)})"
        case Operation(sign=sign, left=left, right=right):
            return f"({_written(left, cell_of)}{sign}{_written(right, cell_of)})"
        case Call(function="lam_tron", arguments=(only,)):
            return f"ROUND({_written(only, cell_of)},0)"
        case Call(function=function, arguments=parts):
            return f"{_FUNCTIONS[function]}({','.join(_written(part, cell_of) for part in parts)})"
    raise AssertionError(tree)


def _number(value: Fraction) -> str:
    if value.denominator == 1:
        return str(value.numerator)
    return f"({value.numerator}/{value.denominator})"

"""A column's formula, and the relations of a table, as Excel calculates them on one row of a form.

Formulas: same operands, same rounding, blank until every operand is there, and where it would divide by nothing. Relations: only
those Excel can judge exactly on the numbers typed; all of them are judged again when the form comes back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from reportgen.figures.expressions import (
    Call,
    Comparison,
    Name,
    Negative,
    Number,
    Operation,
    Tree,
    names_in,
    parse_comparison,
)
from reportgen.figures.relations import Relation
from reportgen.figures.tokens import ExpressionError
from reportgen.tables.declared import Column
from reportgen.tables.formulas import Formula, in_keys

_SIGNS = {"=": "=", "==": "=", "!=": "<>", "<>": "<>", "<": "<", ">": ">", "<=": "<=", ">=": ">=", "≤": "<=", "≥": ">=", "≠": "<>"}
_FUNCTIONS = {"tong": "SUM", "lam_tron": "ROUND", "nho_nhat": "MIN", "lon_nhat": "MAX", "tri_tuyet_doi": "ABS"}


def excel_formula(formula: Formula, column: Column, cell_of: Callable[[str], str]) -> str:
    """The text of the formula for one row; ``cell_of``: column key → address (D10)."""
    needed = [cell_of(key) for key in formula.needs]
    inner = _written(formula.tree, cell_of)
    rounded = f"{'ROUNDDOWN' if column.rounding == 'cat_bot' else 'ROUND'}({inner},{column.decimals})"
    if _divides(formula.tree):
        rounded = f'IFERROR({rounded},"")'
    return f'IF(COUNT({",".join(needed)})<{len(needed)},"",{rounded})'


def excel_test(relation: Relation, columns: Mapping[str, Column], cell_of: Callable[[str], str]) -> str:
    """The condition under which a relation holds on one row; '' for one that is not for Excel to judge.

    Those are relations over shares or several units (rounding and conversion decide), and all but sums, equalities and
    expressions.
    """
    tree = _compared(relation, columns)
    names = list(names_in(tree)) if tree else []
    measures = {columns[name].measure for name in names if name in columns}
    if tree is None or not all(name in columns and columns[name].is_number for name in names):
        return ""
    if len(measures) > 1 or any(columns[name].is_share for name in names):
        return ""
    pairs = zip(tree.sides, tree.signs, tree.sides[1:], strict=False)
    tests = [f"ROUND({_written(a, cell_of)}-{_written(b, cell_of)},6){_SIGNS[sign]}0" for a, sign, b in pairs]
    return tests[0] if len(tests) == 1 else f"AND({','.join(tests)})"


def _compared(relation: Relation, columns: Mapping[str, Column]) -> Comparison | None:
    """A relation as one comparison, where it is one."""
    if relation.statement:
        try:
            return parse_comparison(in_keys(relation.statement, columns))
        except ExpressionError:
            return None  # said when the declaration is read
    other = relation.result or relation.limit
    if relation.sum and other:
        parts = [use.key for use in relation.sum]
        return parse_comparison(f"{' + '.join(parts)} {'=' if relation.result else '<='} {other.key}")
    if relation.equal:
        return parse_comparison(" = ".join(use.key for use in relation.equal))
    return None


def _divides(tree: Tree) -> bool:
    match tree:
        case Operation(sign=sign, left=left, right=right):
            return sign == "/" or _divides(left) or _divides(right)
        case Negative(inner=inner):
            return _divides(inner)
        case Call(arguments=parts):
            return any(map(_divides, parts))
    return False


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

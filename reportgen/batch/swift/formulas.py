"""Formulas as functions over exact values: no ranges, no names looked up twice. Whatever is not plain gives up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache
from operator import itemgetter
from typing import Any

from reportgen.figures.expressions import Call, Name, Negative, Number, Operation, Tree, parse_formula
from reportgen.figures.tokens import ExpressionError

Formula = Callable[[Mapping[str, Any]], Any]


class GiveUp(Exception):
    """The row is not plain; somebody else finds out what it is."""


@lru_cache(maxsize=1024)
def compiled_ratio(formula: str) -> tuple[Formula, Formula | None] | None:
    """The formula as a quotient of two functions, the second None for 1; None for one that is not plain.

    Over whole numbers both stay whole numbers, so a share is worked out without a fraction being shortened on the way.
    """
    try:
        return ratio_of(parse_formula(formula))
    except ExpressionError:
        return None


def function_of(tree: Tree) -> Formula | None:
    """The function of a tree over the exact values of its names; None if it is not plain."""
    match tree:
        case Number(value=value):
            fixed = int(value) if value.denominator == 1 else value
            return lambda exact: fixed
        case Name(key=key):
            return itemgetter(key)
        case Negative(inner=inner):
            one = function_of(inner)
            return one and (lambda exact: -one(exact))
        case Operation(sign=sign, left=left, right=right):
            a, b = function_of(left), function_of(right)
            return _joined(sign, a, b) if a and b else None
        case Call(function="tong", arguments=arguments):
            parts = [function_of(part) for part in arguments]
            return (lambda exact: sum(part(exact) for part in parts)) if all(parts) else None
    return None


def ratio_of(tree: Tree) -> tuple[Formula, Formula | None] | None:
    """As ``compiled_ratio``. Every divisor is a factor of the second function: it is zero if any of them is."""
    if isinstance(tree, Operation):
        one, other = ratio_of(tree.left), ratio_of(tree.right)
        if one and other and not (tree.sign == "/" and other[1]):
            return _joined_ratios(tree.sign, *one, *other)
    whole = function_of(tree)
    return whole and (whole, None)


def _joined_ratios(sign: str, a: Formula, a_by: Formula | None, b: Formula, b_by: Formula | None) -> tuple[Formula, Formula | None]:
    if sign == "/":
        return a, (_joined("*", a_by, b) if a_by else b)
    by = _joined("*", a_by, b_by) if a_by and b_by else a_by or b_by
    if sign == "*":
        return _joined("*", a, b), by
    return _joined(sign, _joined("*", a, b_by) if b_by else a, _joined("*", b, a_by) if a_by else b), by


def _joined(sign: str, a: Formula, b: Formula) -> Formula:
    if sign == "+":
        return lambda exact: a(exact) + b(exact)
    if sign == "-":
        return lambda exact: a(exact) - b(exact)
    if sign == "*":
        return lambda exact: a(exact) * b(exact)
    return lambda exact: divided(a(exact), b(exact))


def divided(a: Any, b: Any) -> Fraction:
    """The exact quotient. GiveUp for a zero divisor."""
    if not b:
        raise GiveUp
    return Fraction(a, b)

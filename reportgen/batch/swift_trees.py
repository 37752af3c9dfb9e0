"""Formulas as functions over exact values: no ranges, no names looked up twice. Whatever is not plain gives up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Any

from reportgen.figures.expressions import Call, Name, Negative, Number, Operation, Tree, parse_formula
from reportgen.figures.tokens import ExpressionError

Formula = Callable[[Mapping[str, Any]], Any]


class GiveUp(Exception):
    """The row is not plain; somebody else finds out what it is."""


@lru_cache(maxsize=1024)
def compiled(formula: str) -> Formula | None:
    """The function of a formula; None for one with more than + - * / and sums, or that cannot be read."""
    try:
        return function_of(parse_formula(formula))
    except ExpressionError:
        return None


def function_of(tree: Tree) -> Formula | None:
    """The function of a tree over the exact values of its names; None if it is not plain."""
    match tree:
        case Number(value=value):
            fixed = int(value) if value.denominator == 1 else value
            return lambda exact: fixed
        case Name(key=key):
            return lambda exact: exact[key]
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

"""Formulas as functions over columns of exact values: no ranges, no names looked up twice. Whatever is not plain gives up.

A column is the values of one figure in some rows. What a formula gives may be without end (a constant is), so whoever works it
out says how many rows there are.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import repeat
from operator import itemgetter
from typing import Any, TypeAlias

from reportgen.figures.expressions import Call, Name, Negative, Number, Operation, Tree, parse_formula
from reportgen.figures.tokens import ExpressionError

Exact: TypeAlias = Mapping[str, Sequence[Any]]
"""Key of a figure → its values, whole numbers or fractions, one for each row; a figure with a blank is not there."""
Formula: TypeAlias = Callable[[Exact], Iterable[Any]]


class GiveUp(Exception):
    """The rows are not plain; somebody else finds out what they are."""


def divided(a: Any, b: Any) -> Fraction:
    """The exact quotient. GiveUp for a zero divisor."""
    if not b:
        raise GiveUp
    return Fraction(a, b)


_OPERATIONS: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": divided,
}


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
            return constant(int(value) if value.denominator == 1 else value)
        case Name(key=key):
            return itemgetter(key)
        case Negative(inner=inner):
            one = function_of(inner)
            return one and (lambda exact: map(operator.neg, one(exact)))
        case Operation(sign=sign, left=left, right=right):
            a, b = function_of(left), function_of(right)
            return joined(sign, a, b) if a and b else None
        case Call(function="tong", arguments=arguments):
            parts = [function_of(part) for part in arguments]
            return total(parts) if all(parts) else None
    return None


def constant(value: Any) -> Formula:
    """The same value in every row."""
    return lambda exact: repeat(value)


def total(parts: Sequence[Formula]) -> Formula:
    """The sum of these, row by row."""
    return lambda exact: map(sum, zip(*[part(exact) for part in parts], strict=False))


def joined(sign: str, a: Formula, b: Formula) -> Formula:
    """Two functions joined by + - * or /, row by row."""
    operation = _OPERATIONS[sign]
    return lambda exact: map(operation, a(exact), b(exact))


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
        return a, (joined("*", a_by, b) if a_by else b)
    by = joined("*", a_by, b_by) if a_by and b_by else a_by or b_by
    if sign == "*":
        return joined("*", a, b), by
    return joined(sign, joined("*", a, b_by) if b_by else a, joined("*", b, a_by) if a_by else b), by

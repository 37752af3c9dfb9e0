"""Two figures that must be equal, and comparisons written as an expression (``bang_nhau``, ``bieu_thuc``)."""

from __future__ import annotations

import operator
from fractions import Fraction
from itertools import pairwise

from reportgen.checks.verdicts import Claim, Nature, deviation, judge, number_text
from reportgen.diagnostics import Finding
from reportgen.figures.derive import working
from reportgen.figures.expressions import Name, Tree, evaluate, parse_comparison
from reportgen.figures.model import Figure, Figures
from reportgen.figures.quantity import Quantity, printed_range
from reportgen.figures.relations import Relation
from reportgen.figures.sizes import check_comparable
from reportgen.figures.units import measure

_HOLDS = {
    "=": operator.eq,
    "≠": operator.ne,
    "<": operator.lt,
    "≤": operator.le,
    ">": operator.gt,
    "≥": operator.ge,
}
_WORDS = {"=": "bằng", "≠": "khác", "<": "nhỏ hơn", "≤": "không quá", ">": "lớn hơn", "≥": "ít nhất bằng"}


def compare(label: str, first: Figure, other: Figure) -> Finding | None:
    """A finding, standing at ``other``, if the two cannot print the same number; units of one kind are converted."""
    ratio = measure(first.unit).factor / measure(other.unit).factor
    found = judge(Claim(label, _worded(first), printed_range(first).each(lambda x: x * ratio), other))
    if (
        found is None
        or judge(Claim(label, "", printed_range(other).each(lambda x: x / ratio), first)) is None
    ):
        return None
    return found


def _worded(figure: Figure) -> str:
    return f"{figure.label} ({figure})"


def check_statement(relation: Relation, figures: Figures) -> list[Finding]:
    """Findings for a ``bieu_thuc`` that does not hold. Raises ExpressionError (mixed units, division by zero)."""
    comparison = parse_comparison(relation.statement)
    check_comparable(comparison, lambda key: figures[key].unit)
    found = []
    for (left, right), sign in zip(pairwise(comparison.sides), comparison.signs, strict=True):
        finding = _one(relation, left, sign, right, figures)
        if finding:
            found.append(finding)
    return found


def _one(relation: Relation, left: Tree, sign: str, right: Tree, figures: Figures) -> Finding | None:
    a, b = (evaluate(side, lambda key: printed_range(figures[key])) for side in (left, right))
    if sign == "=" and (isinstance(left, Name) or isinstance(right, Name)):
        return _result(relation, left, a, right, b, figures)
    if _HOLDS[sign](a.nominal, b.nominal):
        return None
    nature = Nature.ROUNDING if _may_hold(sign, a, b) else Nature.ARITHMETIC
    sides = f"{_side(left, figures, a)} phải {_WORDS[sign]} {_side(right, figures, b)}"
    message = f"{relation.label}: {sides}, nhưng không phải vậy ({nature.words})"
    expected = f"{_WORDS[sign]} {number_text(b.nominal)}"
    alone = [figures[side.key] for side in (left, right) if isinstance(side, Name)]
    place = alone[0].place if alone else relation.at("statement")
    reason = next((figure.accepted for figure in alone if figure.accepted), "")
    return deviation(nature, message, place, found=number_text(a.nominal), expected=expected, accepted=reason)


def _result(
    relation: Relation, left: Tree, a: Quantity, right: Tree, b: Quantity, figures: Figures
) -> Finding | None:
    """«… = figure»: judged as a printed result; between two figures either may be the coarser print."""
    if isinstance(left, Name) and isinstance(right, Name):
        return compare(relation.label, figures[left.key], figures[right.key])
    if isinstance(right, Name):
        return judge(Claim(relation.label, working(left.source, figures), a, figures[right.key]))
    return judge(Claim(relation.label, working(right.source, figures), b, figures[left.key]))


def _may_hold(sign: str, a: Quantity, b: Quantity) -> bool:
    """True if the comparison holds somewhere within the play of rounded operands."""
    if sign == "=":
        return a.may_equal(b)
    if sign == "≠":
        return not (a.is_exact and b.is_exact)
    ends: tuple[Fraction, Fraction] = (a.low, b.high) if sign in "<≤" else (a.high, b.low)
    return _HOLDS[sign](*ends)


def _side(tree: Tree, figures: Figures, value: Quantity) -> str:
    if isinstance(tree, Name):
        return _worded(figures[tree.key])
    shown, result = working(tree.source, figures), number_text(value.nominal)
    return shown if shown == result else f"{shown} = {result}"

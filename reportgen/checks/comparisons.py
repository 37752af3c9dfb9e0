"""Two figures that must be equal, and comparisons written as an expression (``bang_nhau``, ``bieu_thuc``)."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from reportgen.checks.shown import exact_text
from reportgen.checks.verdicts import Claim, Nature, deviation, judge, named, nature_of
from reportgen.diagnostics import Finding
from reportgen.figures.derive import working
from reportgen.figures.expressions import Name, Tree, evaluate, parse_comparison
from reportgen.figures.model import Figure, Figures
from reportgen.figures.quantity import Quantity, printed_range
from reportgen.figures.relations import Relation
from reportgen.figures.sizes import check_comparable
from reportgen.figures.tokens import HOLDS
from reportgen.figures.units import measure
from reportgen.noun import replace

_WORDS = {"=": "bằng", "≠": "khác", "<": "nhỏ hơn", "≤": "không quá", ">": "lớn hơn", "≥": "ít nhất bằng"}


def compare(label: str, first: Figure, other: Figure) -> Finding | None:
    """A finding, standing at ``other``, if the two cannot print the same number; units of one kind are converted.

    A reason given at either of the two lets it stand: nobody can say which of them is the odd one.
    """
    ratio = measure(first.unit).factor / measure(other.unit).factor
    claim = Claim(label, named(first), printed_range(first).each(lambda x: x * ratio), other)
    if nature_of(printed_range(other).each(lambda x: x / ratio), first) is None:
        return None
    found = judge(claim)
    return found and replace(found, accepted=other.accepted or first.accepted)


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
    if HOLDS[sign](a.nominal, b.nominal):
        return None
    nature = Nature.ROUNDING if _may_hold(sign, a, b) else Nature.ARITHMETIC
    shown = exact_text(a.nominal, apart_from=b.nominal), exact_text(b.nominal, apart_from=a.nominal)
    sides = f"{_side(left, figures, shown[0])} phải {_WORDS[sign]} {_side(right, figures, shown[1])}"
    message = f"{relation.label}: {sides}, nhưng không phải vậy ({nature.words})"
    expected = f"{_WORDS[sign]} {shown[1]}"
    alone = [figures[side.key] for side in (left, right) if isinstance(side, Name)]
    place = alone[0].place if alone else relation.at("statement")
    reason = next((figure.accepted for figure in alone if figure.accepted), "")
    return deviation(nature, message, place, found=shown[0], expected=expected, accepted=reason)


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
    return HOLDS[sign](*ends)


def _side(tree: Tree, figures: Figures, result: str) -> str:
    if isinstance(tree, Name):
        return named(figures[tree.key])
    shown = working(tree.source, figures)
    return shown if shown == result else f"{shown} = {result}"

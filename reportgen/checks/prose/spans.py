"""How far the truth may lie from a printed number.

Half a unit of the last digit for percentages, measures, decimals and money; nothing for counts and for rates
(«60 triệu đồng/nhà» is a norm); what a reader takes «gần», «trên», «khoảng» to mean for the rest.
"""

from __future__ import annotations

from fractions import Fraction

from reportgen.checks.prose.typed import Reading
from reportgen.figures.quantity import Quantity

_NONE = Fraction(0)


def span_of(way: Reading, factor: Fraction, word: str, exact: bool) -> Quantity:
    """What digits read this way may stand for, in base units of ``factor``; ``word``: gan, tren, hon, khoang or ''."""
    value = Fraction(way.value)
    if word:
        reach = reach_of(value, way.decimals)
        below = _NONE if word in ("tren", "hon") else reach
        above = _NONE if word == "gan" else reach
    elif exact:
        whole = value * factor
        return Quantity(whole, whole, whole)
    else:
        below = above = Fraction(1, 2 * 10**way.decimals)
    return Quantity(value * factor, (value - below) * factor, (value + above) * factor)


def reach_of(value: Fraction, decimals: int) -> Fraction:
    """How far the truth may lie behind a word of approximation: a unit of the last digit that is not zero, half at most."""
    step = Fraction(1, 10**decimals)
    while value and (value / step) % 10 == 0:
        step *= 10
    return min(step, abs(value) / 2)

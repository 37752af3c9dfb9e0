"""Exact arithmetic with doubt: the value taken at its word, and the range it may stand for.

``6,92%`` is printed for anything from 6,915 up to 6,925 (from 6,92 up to 6,93 where digits are cut); a count of 26.140 hộ
stands for itself. Every operation carries both, so a check can tell an error from the unavoidable play of rounded
operands. Fractions, not Decimals: a quotient has no last digit, and no precision needs to be chosen.
"""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

from reportgen.figures.model import Figure, Indicator
from reportgen.noun import noun
from reportgen.vietnamese.numbers import round_half_up

WORD_REACH = Fraction(1, 20)
"""«gần», «trên», «khoảng» never reach further than this share of the number said."""


@noun
class Quantity:
    """``low`` ≤ ``nominal`` ≤ ``high``; all three equal for an exact number."""

    nominal: Fraction
    low: Fraction
    high: Fraction

    @classmethod
    def exact(cls, value: Decimal | Fraction | int) -> Quantity:
        """A number that stands for itself."""
        number = Fraction(value)
        return cls(number, number, number)

    @property
    def is_exact(self) -> bool:
        """True if there is no play."""
        return self.low == self.high

    def __add__(self, other: Quantity) -> Quantity:
        return Quantity(self.nominal + other.nominal, self.low + other.low, self.high + other.high)

    def __neg__(self) -> Quantity:
        return Quantity(-self.nominal, -self.high, -self.low)

    def __sub__(self, other: Quantity) -> Quantity:
        return self + -other

    def __mul__(self, other: Quantity) -> Quantity:
        corners = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Quantity(self.nominal * other.nominal, min(corners), max(corners))

    def __truediv__(self, other: Quantity) -> Quantity:
        """Raises ZeroDivisionError if the divisor is, or may be, zero."""
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError
        corners = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Quantity(self.nominal / other.nominal, min(corners), max(corners))

    def each(self, change) -> Quantity:
        """A growing function applied to value and range."""
        return Quantity(change(self.nominal), change(self.low), change(self.high))

    def absolute(self) -> Quantity:
        """The value without its sign."""
        if self.low >= 0:
            return self
        if self.high <= 0:
            return -self
        return Quantity(abs(self.nominal), Fraction(0), max(-self.low, self.high))

    def may_equal(self, other: Quantity) -> bool:
        """True if one true value fits both. The end of a range does not count: rounding would print another digit."""
        if self.is_exact and other.is_exact:
            return self.low == other.low
        if self.is_exact:
            return other.low < self.low < other.high
        if other.is_exact:
            return other.may_equal(self)
        return max(self.low, other.low) < min(self.high, other.high)


def least(values: list[Quantity]) -> Quantity:
    """The smallest of several."""
    return Quantity(*(min(getattr(v, part) for v in values) for part in ("nominal", "low", "high")))


def greatest(values: list[Quantity]) -> Quantity:
    """The largest of several."""
    return Quantity(*(max(getattr(v, part) for v in values) for part in ("nominal", "low", "high")))


def rounded(x: Fraction, decimals: int) -> Decimal:
    """``x`` rounded half up to ``decimals`` places (the rule itself is ``numbers.round_half_up``)."""
    return round_half_up(_near(x, decimals), decimals)


def printed_value(x: Fraction, indicator: Indicator, word: str = "") -> Decimal:
    """``x`` as ``indicator`` prints it: rounded half up, or cut where the rule says so.

    A word decides before the rule: «gần» says a larger number than the true one, «trên» and «hơn» a smaller one.
    """
    if word in ("tren", "hon") or (indicator.cuts and word != "gan"):
        return cut(x, indicator.decimals)
    if word != "gan":
        return rounded(x, indicator.decimals)
    steps = math.ceil(abs(x) * 10**indicator.decimals)
    return _whole_steps(-steps if x < 0 else steps, indicator.decimals)


def cut(x: Fraction, decimals: int) -> Decimal:
    """``x`` with the digits after ``decimals`` places thrown away."""
    return _whole_steps(math.trunc(x * 10**decimals), decimals)


def printed_range(figure: Figure) -> Quantity:
    """The figure in its own unit, with all that its printed form may stand for.

    A rounded 6,92 stands for 6,915 to 6,925, a cut one for 6,92 to 6,93; a word of approximation says its own range.
    """
    value = Fraction(figure.value)
    if figure.approximation:
        reach = word_reach(figure)
        below = Fraction(0) if figure.approximation in ("tren", "hon") else reach
        above = Fraction(0) if figure.approximation == "gan" else reach
    elif not figure.is_rounded:
        return Quantity.exact(value)
    elif figure.indicator.cuts:
        above = last_digit(figure)
        below = Fraction(0) if value else above
    else:
        below = above = last_digit(figure) / 2
    if value < 0:
        below, above = above, below
    return Quantity(value, value - below, value + above)


def last_digit(figure: Figure) -> Fraction:
    """One unit of the last printed digit: 1/100 for 6,92."""
    return Fraction(1, 10**figure.indicator.decimals)


def word_reach(figure: Figure) -> Fraction:
    """How far the true value may lie from the number after «gần», «trên», «hơn», «khoảng».

    One unit of the last digit that is not zero (976 → 1, 120 → 10), but no more than a twentieth of the number
    (1.000 → 50): what a reader takes the word to mean.
    """
    value = Fraction(figure.value)
    step = last_digit(figure)
    while value and (value / step) % 10 == 0:
        step *= 10
    return min(step, abs(value) * WORD_REACH)


def finite_decimals(x: Fraction) -> int | None:
    """How many digits ``x`` has after the comma; None if they never end."""
    rest, counts = x.denominator, []
    for prime in (2, 5):
        count = 0
        while rest % prime == 0:
            rest, count = rest // prime, count + 1
        counts.append(count)
    return max(counts) if rest == 1 else None


def _whole_steps(steps: int, decimals: int) -> Decimal:
    return Decimal(f"{steps}E-{decimals}")


def _near(x: Fraction, decimals: int) -> Decimal:
    """A Decimal that every rounding rule sends where it sends ``x``: two digits more, and a last one if more follow."""
    steps, left = divmod(abs(x) * 10 ** (decimals + 2), 1)
    digits = f"{steps}{1 if left else 0}"
    return Decimal(f"{'-' if x < 0 else ''}{digits}E-{decimals + 3}")

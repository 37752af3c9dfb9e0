"""Shares printed beside their counts: do they all speak of the same whole? (``ty_le_khop``)

«6,92% (26.140 hộ)» and «6,57% (24.833 hộ)» of the same households: 26.140 / 6,92% says there are between 377.473 and
378.018 of them, 24.833 / 6,57% says between 377.689 and 378.263; the ranges meet, so both may be true. The whole itself
need not be printed anywhere.
"""

from __future__ import annotations

import math
from fractions import Fraction

from reportgen.checks.verdicts import Nature, deviation
from reportgen.diagnostics import Finding
from reportgen.figures.model import Figure, Figures, measured
from reportgen.figures.quantity import Quantity, printed_range, rounded
from reportgen.figures.relations import Relation
from reportgen.figures.tokens import ExpressionError
from reportgen.figures.units import PERCENT, measure
from reportgen.noun import noun
from reportgen.vietnamese.numbers import format_number


@noun
class _Implied:
    """A count, its share, and the wholes the two allow."""

    part: Figure
    share: Figure
    whole: Quantity

    @property
    def words(self) -> str:
        """The pair for a message: «Hộ nghèo (26.140 hộ) là 6,92%»."""
        return f"{self.part} là {self.share}"


def check_common_base(relation: Relation, figures: Figures) -> list[Finding]:
    """A finding for each pair whose wholes do not meet those of the pairs before it."""
    first, *others = [_implied(figures[part.key], figures[share.key]) for part, share in relation.common_base]
    agreed, found = first.whole, []
    for other in others:
        both = _meet(agreed, other.whole, _counts(other.part) and _counts(first.part))
        if both is None:
            found.append(_clash(relation, first, other, agreed))
        else:
            agreed = both
    return found


def _implied(part: Figure, share: Figure) -> _Implied:
    if measure(share.unit).factor != PERCENT:
        raise ExpressionError(f"«{share.label}» phải là tỷ lệ phần trăm", 'khai don_vi_tinh: "%"', "SL22")
    size = measure(part.unit).factor
    for figure in (part, share):
        if figure.value < 0:
            raise ExpressionError(f"«{figure.label}» ({figure}) là số âm nên không suy ra được tổng thể", "xem lại dấu trừ", "SL11")
    try:
        whole = printed_range(part).each(lambda x: x * size) / printed_range(share).each(
            lambda x: x * PERCENT
        )
    except ZeroDivisionError:
        raise ExpressionError(
            f"«{share.label}» ({share}) bằng 0 nên không suy ra được tổng thể", "", "SL11"
        ) from None
    return _Implied(part, share, whole)


def _counts(figure: Figure) -> bool:
    """True for counted things, whose whole must be a whole number."""
    return not figure.is_rounded and not figure.approximation and measure(figure.unit) == measure("")


def _meet(a: Quantity, b: Quantity, whole_number: bool) -> Quantity | None:
    """The wholes both allow, None if there is none."""
    low, high = max(a.low, b.low), min(a.high, b.high)
    if low > high or (whole_number and math.ceil(low) > math.floor(high)):
        return None
    return Quantity((low + high) / 2, low, high)


def _clash(relation: Relation, first: _Implied, other: _Implied, agreed: Quantity) -> Finding:
    part, unit = printed_range(other.part), measure(other.part.unit).factor
    low, high = (part.nominal * unit / end / PERCENT for end in (agreed.high, agreed.low))
    decimals = other.share.indicator.decimals
    shares = dict.fromkeys(
        measured(format_number(rounded(x, decimals)), other.share.unit) for x in (low, high)
    )
    expected = " đến ".join(shares)
    message = (
        f"{relation.label}: {first.words} nên tổng thể từ {_range(first.whole, first.part)}; "
        f"{other.words} nên tổng thể từ {_range(other.whole, other.part)}; không thể cùng một tổng thể ({Nature.ARITHMETIC.words})"
    )
    reason = other.share.accepted or other.part.accepted
    return deviation(
        Nature.ARITHMETIC,
        message,
        other.share.place,
        found=str(other.share),
        expected=expected,
        accepted=reason,
    )


def _range(whole: Quantity, part: Figure) -> str:
    size = measure(part.unit).factor
    ends = [Fraction(math.ceil(whole.low / size)), Fraction(math.floor(whole.high / size))]
    return measured(" đến ".join(format_number(rounded(x, 0)) for x in ends), part.unit)

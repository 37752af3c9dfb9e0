"""Numbers that belong together: «4 tỷ 250 triệu đồng» is one amount; «10 - 15 triệu đồng» is a range, whose ends are loose.

An amount said in two units is read in the smaller one: 4.250 triệu đồng. A range is told from two amounts by what stands
between them: a dash or «đến», and at most the unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from reportgen.checks.prose.nouns import Amount
from reportgen.checks.prose.typed import Reading
from reportgen.noun import replace
from reportgen.pattern import Pattern

_DASH = Pattern(r"\s*(?:%|tỷ|triệu|đồng|triệu đồng|tỷ đồng)?\s*(?:-|–|—|đến|tới)\s*\Z")
_GAP = 20
_THOUSAND = Decimal(1000)


def together(lower: str, found: Sequence[Amount]) -> tuple[Amount, ...]:
    """The amounts with those in two units made one, and the ends of ranges loose."""
    joined: list[Amount] = []
    for amount in found:
        before = joined[-1] if joined else None
        if before and amount.start - before.end == 1 and _goes_on(before, amount) and lower[before.end] in " \xa0":
            joined[-1] = _one(before, amount, lower)
        else:
            joined.append(amount)
    for i in range(len(joined) - 1):
        left, right = joined[i], joined[i + 1]
        if is_range(lower, left, right):
            joined[i], joined[i + 1] = replace(left, loose=True), replace(right, loose=True)
    return tuple(joined)


def is_range(lower: str, left: Amount, right: Amount) -> bool:
    """True for «10 - 15 triệu đồng», «từ 0,5 đến 1%»."""
    return right.start - left.stop < _GAP and _DASH.match(lower[left.stop : right.start]) is not None


def _goes_on(before: Amount, amount: Amount) -> bool:
    """True for «4 tỷ» and «250 triệu đồng»: whole numbers, the second below a thousand and in the next smaller unit."""
    if before.kind != "money" or amount.kind != "money" or before.per or before.decimals or amount.decimals or amount.word:
        return False
    return amount.typed.isdigit() and amount.value < _THOUSAND and before.factor == amount.factor * 1000 and amount.factor > 1


def _one(before: Amount, amount: Amount, lower: str) -> Amount:
    value = (Fraction(before.value) * before.factor + Fraction(amount.value) * amount.factor) / amount.factor
    way = Reading(Decimal(int(value)), 0, "plain")
    typed = lower[before.start : amount.stop]
    return replace(amount, start=before.start, typed=typed, readings=(way,), word=before.word, loose=before.loose or amount.loose)

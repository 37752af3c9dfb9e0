"""A change and whether its numbers agree: ``Change`` judged by direction and by size.

For shares a difference in % is read both as điểm phần trăm and as a relative change; only if neither fits it is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from reportgen.checks.prose.judging import Nature, Outcome, finding, outcome, points_of, told
from reportgen.checks.prose.likeness import alike
from reportgen.checks.prose.nouns import Amount, Passage
from reportgen.diagnostics import Finding
from reportgen.noun import noun, replace
from reportgen.pattern import Pattern

UNMOVED = ("percent", "points")
_ALONE = Pattern(r"\s*(?:[,;.()]|\Z|(?:so|và|tương|bằng|tức|hay|trong|của)(?!\w))")
"""Behind a number without a unit that may take its neighbour's; not «1/3 thời gian»."""


@noun
class Change:
    """``now`` against ``before``, said to be ``said`` more (``up``) or less."""

    now: Amount
    before: Amount
    said: Amount
    up: bool

    @property
    def span(self) -> tuple[int, int]:
        """From the first of the three to the last."""
        amounts = (self.now, self.before, self.said)
        return min(a.start for a in amounts), max(a.end for a in amounts)


def judged(passage: Passage, change: Change) -> Iterator[Finding]:
    """What is wrong with a change: its direction, or its size."""
    now, before, said = change.now, change.before, change.said
    if rises(now, before) is (not change.up):
        verb = "tăng" if change.up else "giảm"
        message = f"Lời văn viết {verb} {said}, nhưng {before} và {now} cho thấy ngược lại ({Nature.DIRECTION.words})"
        yield finding(Nature.DIRECTION, message, passage.place(*change.span), found=f"{verb} {said}")
        return
    found = _size(passage, change)
    if found:
        result, working, printed = found
        yield told("Mức tăng, giảm", working, result, printed, passage.place(*change.span))


def rises(now: Amount, before: Amount) -> bool | None:
    """True if the later amount is larger on every reading of the digits, False if smaller, None if that is not sure."""
    if now.word or before.word:
        return None
    one, other = now.readings, before.readings
    pairs = zip(one, other, strict=True) if len(one) == len(other) else ((a, b) for a in one for b in other)
    gaps = [Fraction(a.value) * now.factor - Fraction(b.value) * before.factor for a, b in pairs]
    signs = {(gap > 0) - (gap < 0) for gap in gaps}
    return signs == {1} if signs in ({1}, {-1}) else None


def kindred(passage: Passage, one: Amount, other: Amount) -> bool:
    """True if the amounts may be compared: alike, or one of them a number without a unit beside a plain amount."""
    if one.bare or other.bare:
        plain = all(a.kind not in UNMOVED and not (a.bare and _ALONE.match(passage.lower, a.end) is None) for a in (one, other))
        return plain and not (one.per or other.per)
    return alike(one, other)


def lent(passage: Passage, amount: Amount, *lenders: Amount) -> Amount:
    """A number without a unit in the unit of the first neighbour that has one: «đạt 315 hộ, tăng 15 so với …»."""
    if not amount.bare or _ALONE.match(passage.lower, amount.end) is None:
        return amount
    lender = next((a for a in lenders if not a.bare and a.kind not in UNMOVED and not a.per), None)
    if lender is None:
        return amount
    return replace(amount, unit=lender.unit, kind=lender.kind, factor=lender.factor, noun=lender.noun)


def usable(*amounts: Amount) -> bool:
    """True if something may be worked out from all of them."""
    return all(a.firm and not a.per for a in amounts)


def comparable(now: Amount, before: Amount) -> bool:
    """True if one may be set against the other: both firm, and both rates for the same thing or none of them a rate."""
    return now.firm and before.firm and bool(now.per) == bool(before.per) and now.per_head == before.per_head


def _size(passage: Passage, change: Change) -> tuple[Outcome, str, Amount] | None:
    """The first reading that should hold, and what is wrong with it; None if a reading holds."""
    now, before, said = change.now, change.before, change.said
    more, less = (now, before) if change.up else (before, now)
    plain = kindred(passage, said, now)
    apart = outcome((more, less), lambda q: q[0] - q[1], said, passage.machine) if plain or _points(said, now) else None
    if said.kind == "percent":
        share = outcome((more, less, before), lambda q: (q[0] - q[1]) / q[2], said, passage.machine)
        if now.kind != "percent":
            return (share, f"({more} - {less}) / {before}", said) if share else None
        if not share or not apart:
            return None
    if apart and (plain or _points(said, now)):
        return apart, f"{more} - {less}", replace(said, unit=points_of(now)) if now.kind == "percent" else said
    return None


def _points(said: Amount, now: Amount) -> bool:
    return said.kind in UNMOVED and now.kind == "percent"

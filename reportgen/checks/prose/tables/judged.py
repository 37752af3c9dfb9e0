"""A printed cell against what other cells give, on the readings a table allows.

A table is read one way throughout: all lone «1.234» of a relation as thousands, or all as decimals; only then is a single
one read the other way, which proves a slip of the dot in a table that writes its decimals with a comma, and nothing in
any other.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.checks.prose.judging import Nature, Outcome, Rule, on_reading
from reportgen.checks.prose.nouns import Amount

WRONG = (Nature.ARITHMETIC, Nature.DOT)


def judged_sum(operands: Sequence[Amount], printed: Amount, vi: bool) -> Outcome | None:
    """As ``judged``, for a sum; what is right to the last digit costs one addition."""
    if sum(a.value for a in operands) == printed.value:
        return None
    return judged(operands, _sum, printed, vi)


def _sum(quantities):
    return sum(quantities[1:], quantities[0])


def judged(operands: Sequence[Amount], rule: Rule, printed: Amount, vi: bool) -> Outcome | None:
    """None if the printed cell is right, or may be; ZeroDivisionError is never raised: nothing is said of it."""
    amounts = (*operands, printed)
    first = [a.readings[0] for a in amounts]
    try:
        found = on_reading(amounts, first, rule)
        if found is None or found.nature is not Nature.ARITHMETIC:
            return found
        if any(len(a.readings) > 1 for a in amounts):
            if on_reading(amounts, [a.readings[-1] for a in amounts], rule) is None:
                return None
            return _one_slip(amounts, first, rule, found, vi)
    except ZeroDivisionError:
        return None
    return found


def _one_slip(amounts, first, rule: Rule, found: Outcome, vi: bool) -> Outcome | None:
    for i, amount in enumerate(amounts):
        if len(amount.readings) > 1:
            ways = [*first[:i], amount.readings[1], *first[i + 1 :]]
            if on_reading(amounts, ways, rule) is None:
                return Outcome(Nature.DOT, found.computed, (amount,)) if vi and amount.readings[1].kind == "dot" else None
    return found


def holds(outcome: Outcome | None) -> bool:
    """True if the relation may be true: right, or off by rounding only."""
    return outcome is None or outcome.nature not in WRONG

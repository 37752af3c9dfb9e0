"""«giảm từ a% (x hộ) xuống còn b% (y hộ)»: counts beside their shares speak of a whole, and wholes do not leap.

6,92% (26.140 hộ) says there are 377.473 to 378.018 households. The same whole some years later may be a few per cent
larger, not half as large again: then one of the four numbers is wrong, and nobody can tell which. Two such pairs of the
same day («hộ nghèo 6,92% (26.140 hộ)», «hộ cận nghèo 6,57% (24.833 hộ)») must meet in one whole; a near miss is worth
asking, a far one is another population.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from reportgen.checks.prose.judging import Nature, finding, quantity
from reportgen.checks.prose.likeness import alike
from reportgen.checks.prose.nouns import Amount, Passage
from reportgen.diagnostics import Finding
from reportgen.figures.quantity import Quantity, rounded
from reportgen.noun import noun
from reportgen.pattern import Pattern
from reportgen.vietnamese.numbers import format_number

_BRACKET = Pattern(r"\s*\((?:tương ứng|tương đương|tức|còn|là|với|gồm|\s)*\Z")
_TOWARDS = Pattern(r"(?<!\w)(?:xuống|còn|lên|đến)(?!\w)")
_LEAP = Fraction(5, 4)
"""A whole that grows or shrinks by more than this between two days of one sentence is not believed."""


@noun
class Pair:
    """A share and the count that stands in brackets behind it (or the other way round), and the wholes they allow."""

    share: Amount
    count: Amount
    whole: Quantity

    @property
    def words(self) -> str:
        """«26.140 hộ là 6,92%»."""
        return f"{self.count} là {self.share}"

    @property
    def start(self) -> int:
        """Where the pair begins."""
        return min(self.share.start, self.count.start)

    @property
    def end(self) -> int:
        """Where it ends."""
        return max(self.share.end, self.count.end)


def check_bases(passage: Passage) -> Iterator[Finding]:
    """Findings VB04 for pairs whose wholes cannot be one population."""
    pairs = list(_pairs(passage)) if passage.has_share and "(" in passage.text else []
    for first, second in zip(pairs, pairs[1:], strict=False):
        words = passage.lower[first.end : second.start]
        if len(words) > 80 or ";" in words or not _TOWARDS.search(words) or not alike(first.count, second.count):
            continue
        if passage.sentence_of(first.start) != passage.sentence_of(second.start):
            continue
        low, high = sorted((first.whole, second.whole), key=lambda q: q.nominal)
        if high.low > low.high * _LEAP:
            yield _leap(passage, first, second)


def _pairs(passage: Passage) -> Iterator[Pair]:
    for one, other in zip(passage.amounts, passage.amounts[1:], strict=False):
        share, count = (one, other) if one.kind == "percent" else (other, one)
        if share.kind != "percent" or count.kind != "count" or not (share.firm and count.firm) or share.word or count.word:
            continue
        if not _BRACKET.match(passage.lower[_after_noun(passage, one) : other.start]) or not share.value or not count.value:
            continue
        yield Pair(share, count, quantity(count) / quantity(share))


def _after_noun(passage: Passage, amount: Amount) -> int:
    """Behind the unit; for a count behind all the words that follow it."""
    at = amount.end
    while at < len(passage.lower) and (passage.lower[at].isalpha() or passage.lower[at] == " ") and amount.kind == "count":
        at += 1
    return at


def _leap(passage: Passage, first: Pair, second: Pair) -> Finding:
    message = (
        f"Tỷ lệ và số lượng không cùng một tổng thể: {first.words} thì tổng thể khoảng {_about(first)}, còn {second.words} thì"
        f" khoảng {_about(second)} ({Nature.SUSPICION.words})"
    )
    return finding(Nature.SUSPICION, message, passage.place(first.start, second.end), found=second.words)


def _about(pair: Pair) -> str:
    return format_number(rounded(pair.whole.nominal, 0)) + (f" {pair.count.head}" if pair.count.head else "")

"""«A, trong đó: B; C»: do the parts make the whole, or at least not exceed it?

Where the words name all parts (``lists``), their sum is the whole. One part alone above its whole is wrong in any case, and
so are parts that cannot overlap (named places, quarters, levels of schools) and together exceed it. Everything else is
silent: parts may overlap («167 người thuộc hộ nghèo, 547 người DTTS»), and the list may go on with other things («đã giải
ngân 18 tỷ»).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from reportgen.checks.prose.judging import Nature, Outcome, finding, outcome, quantity, told
from reportgen.checks.prose.nouns import Amount, Passage
from reportgen.checks.prose.sentences.lists import ODD, lists_in
from reportgen.checks.prose.sentences.wholes import are_apart
from reportgen.diagnostics import Finding
from reportgen.noun import replace
from reportgen.pattern import Pattern

_PLAY = Fraction(21, 20)
"""Further off than this no rounding reaches."""
MOST_SHOWN = 8
_LONG = 5
"""Digits two numbers must have for a single wrong one to prove a slip."""
_OTHER_FIGURE = Pattern(r"tăng|giảm|so với|kế hoạch|dự toán|lũy kế|luỹ kế|bình quân|mỗi|cùng kỳ|năm trước|lượt|dư nợ|vượt")


def check_parts(passage: Passage) -> Iterator[Finding]:
    """Findings of every «trong đó», «gồm» of the passage, and of brackets that divide an amount."""
    for listed in lists_in(passage):
        found = judge_parts(listed.whole, listed.parts, (listed.words, listed.said), listed.complete, passage)
        if found:
            yield found


def judge_parts(
    whole: Amount, parts: Sequence[Amount], texts: tuple[Sequence[str], Sequence[str]], complete: bool, passage: Passage, where=None
) -> Finding | None:
    """The finding about a whole and its parts, None if they may be right.

    ``texts``: the words of each part in small letters, and as written; ``where``: place of the finding, else its words.
    """
    words, said = texts
    place = where or passage.place(min(whole.start, parts[0].start), max(whole.end, parts[-1].end))
    if len(parts) > 1:
        if adds_up(parts, whole):
            return None
        result = outcome(parts, total_of, whole, passage.machine) if complete or _comes_near(parts, whole) else Outcome(Nature.ARITHMETIC, whole.usual)
        if result is None:
            return None
        if complete or result.nature is Nature.DOT:
            return told("Cộng các phần", added(parts), result, whole, place)
    for part, text in zip(parts, words, strict=True):
        if not ODD.search(text) and _exceeds(part, whole) and not (passage.machine and len(part.readings) > 1):
            return _over(part, whole, place)
    if len(parts) > 1 and _exceed(parts, whole, words, passage) and are_apart(said):
        result = outcome(parts, total_of, whole)
        return told("Các phần không trùng nhau, cộng lại", added(parts), replace(result, nature=Nature.OVER), whole, place)
    if len(parts) > 1 and _near_miss(parts, whole):
        result = Outcome(Nature.SUSPICION, outcome(parts, total_of, whole).computed)
        return told("Cộng các phần", added(parts), result, whole, place)
    return None


def total_of(quantities):
    """The rule of a sum."""
    return sum(quantities[1:], quantities[0])


def added(parts: Sequence[Amount]) -> str:
    """«5 hộ + 3 hộ + 2 hộ», a long sum with its middle left out."""
    shown = [str(part) for part in parts]
    return " + ".join(shown if len(shown) <= MOST_SHOWN else [*shown[: MOST_SHOWN - 1], "…", shown[-1]])


def adds_up(parts: Sequence[Amount], whole: Amount) -> bool:
    """True if the parts, as usually read, make the whole to the last digit: one addition instead of three."""
    if whole.word:
        return False
    if all(p.factor == whole.factor for p in parts):
        return sum(p.value for p in parts) == whole.value
    return sum(p.base for p in parts) == whole.base


def _exceeds(part: Amount, whole: Amount) -> bool:
    if part.kind == "count" and part.head != whole.head and {part.head, whole.head} != {"suất", "suất quà"}:
        return False
    return quantity(part).low > quantity(whole).high


def _comes_near(parts: Sequence[Amount], whole: Amount) -> bool:
    """True if the parts may make the whole on some reading of the digits: only then the readings are tried."""
    least = sum(min(Fraction(way.value) for way in p.readings) * p.factor for p in parts)
    most = sum(max(Fraction(way.value) for way in p.readings) * p.factor for p in parts)
    return any(least <= value * _PLAY and value <= most * _PLAY for value in (Fraction(way.value) * whole.factor for way in whole.readings))


def _exceed(parts: Sequence[Amount], whole: Amount, words: Sequence[str], passage: Passage) -> bool:
    """True if the parts together are more than the whole on every reading, and none of them is a change or a plan."""
    if passage.machine or sum(p.base for p in parts) <= whole.base or any(_OTHER_FIGURE.search(text) for text in words):
        return False
    least = sum(min(p.span(way).low for way in p.readings) for p in parts)
    return least > max(whole.span(way).high for way in whole.readings)


def _over(part: Amount, whole: Amount, place) -> Finding:
    message = f"Một phần lớn hơn tổng: trong {whole} lại có {part} ({Nature.OVER.words})"
    return finding(Nature.OVER, message, place, found=str(part), expected=f"không quá {whole}")


def _near_miss(parts: Sequence[Amount], whole: Amount) -> bool:
    """The sum and the whole, both long, differ in one digit or in two that changed places: a slip, not a missing part."""
    if len(whole.digits.rstrip("0")) < _LONG or any(p.word or p.loose for p in (*parts, whole)):
        return False
    total = sum(p.base for p in parts) / whole.factor * 10**whole.decimals
    said = whole.base / whole.factor * 10**whole.decimals
    if total.denominator != 1 or any(a.decimals > whole.decimals and a.factor >= whole.factor for a in parts):
        return False
    return slipped(str(total.numerator), str(said.numerator))


def slipped(one: str, other: str) -> bool:
    """True if two long numbers differ in one digit, or in two neighbours that changed places."""
    if len(one) != len(other) or min(len(one.rstrip("0")), len(other.rstrip("0"))) < _LONG:
        return False
    wrong = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(wrong) == 1:
        return True
    return len(wrong) == 2 and wrong[1] == wrong[0] + 1 and one[wrong[0]] == other[wrong[1]] and one[wrong[1]] == other[wrong[0]]

"""«x/y …, chiếm p%», «A, trong đó có B, chiếm p%», «B, chiếm p% tổng số A»: is p the share of the one in the other?

A share names its whole in the text or not at all; where the words behind the per cent sign name another one («chiếm 38,7%
số hộ DTTS») nothing is said, nor where p fits another amount of the same sort nearby.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.prose.judging import outcome, told
from reportgen.checks.prose.likeness import alike, named_alike
from reportgen.checks.prose.nouns import Amount, Passage
from reportgen.checks.prose.sentences.lists import CHANGED, lists_in
from reportgen.checks.prose.sentences.parts import judge_parts
from reportgen.diagnostics import Finding
from reportgen.noun import replace
from reportgen.pattern import Pattern

_OVER = Pattern(
    r"\s*(?:[^\W\d_]+[ ,]+){0,5}(?:[^\W\d_]+)?\s*(?:/|(?<!\w)trên(?: tổng)?(?: số)?(?!\w)|(?<!\w)trong(?: tổng)? số(?!\w))\s*(?:tổng số\s+)?(?:[^\W\d_]+\s+){0,2}\Z"
)
_SHARE = Pattern(r"chiếm|đạt|tỷ lệ|tỉ lệ|bằng|tương đương|tương ứng|=|\(|(?<!\w)là(?!\w)")
_NO_SHARE = Pattern(r"tăng|giảm|vượt|so với|cùng kỳ|mục tiêu|phấn đấu|chỉ tiêu|năm trước|;|cao hơn|thấp hơn|giải ngân|bình quân|điểm")
_CLAIMED = Pattern(r"chiếm|\(|tỷ lệ|tỉ lệ|đạt|tương đương|tương ứng|bằng")
_REACHED = Pattern(r",\s*(?:đạt|bằng)\s*\Z")
_DONE = Pattern(r"(?:(?<!\w)đã|hoàn thành|được)\s[^,;.()\d]*\Z")
_STOPS = Pattern(r"\s*(?:[.;)]|\Z)")
"""«… km, trong đó đã cứng hóa 2.810 km, đạt 80%.»: the clause ends, so no plan is meant."""
_OTHER_WHOLE = Pattern(r"\s*\)?\s*(?:\([^)]*\)\s*)?(?:/|(?!(?:và|tăng|giảm|cao|thấp|còn|trong đó|vượt)(?!\w))[^\W\d_])")
"""Words right behind the per cent name another whole («số hộ DTTS»)."""
_BEHIND = Pattern(r"\s*\((?:tương ứng|tương đương|đạt|có|là|với|\s)*\Z")
_OF_TOTAL = Pattern(r"\s*(?:so với|trong|trên|của)?\s*tổng(?: số)?(?:\s+[^\W\d_]+){0,5}\s*(?:\(|là|:)?\s*\Z")
MOST_NEAR = 24
"""Amounts looked at on either side of «816 học sinh:»."""
_COLON = Pattern(r"(?:\s[^\W\d_]+){0,3}\s*:\s")
_FAR = 90


def check_shares(passage: Passage) -> Iterator[Finding]:
    """Findings of the shares said in the passage."""
    if not passage.has_share or len(passage.amounts) < 3:
        return
    done: set[int] = set()
    for finding, share in (*_strokes(passage), *_behind(passage), *_of_total(passage), *_listed(passage, done), *_colon(passage)):
        if share.start not in done:
            done.add(share.start)
            if finding:
                yield finding


def _strokes(passage: Passage) -> Iterator[tuple[Finding | None, Amount]]:
    """«609/14.653 hộ, chiếm 4,16%»."""
    amounts = passage.amounts
    for part, whole, share in zip(amounts, amounts[1:], amounts[2:], strict=False):
        if share.kind != "percent" or whole.kind == "percent" or not _stands_over(passage, part, whole):
            continue
        words = passage.lower[whole.stop : share.start]
        if len(words) > _FAR or not _SHARE.search(words) or _NO_SHARE.search(words) or _ends(passage, whole, share):
            continue
        part, whole = _one_unit(part, whole)
        dated = not whole.noun and part.value <= 31 and whole.value <= 12
        if all(a.firm for a in (part, whole, share)) and named_alike(part, whole) and not dated:
            yield _judged(passage, part, whole, share, []), share


def _behind(passage: Passage) -> Iterator[tuple[Finding | None, Amount]]:
    """«đạt 98,75% (3.160/3.200 học sinh)»."""
    amounts = passage.amounts
    for share, part, whole in zip(amounts, amounts[1:], amounts[2:], strict=False):
        if share.kind != "percent" or not _BEHIND.match(passage.between(share, part)) or not _stands_over(passage, part, whole):
            continue
        part, whole = _one_unit(part, whole)
        counted = whole.noun or whole.kind != "count" or whole.value > 31
        if all(a.firm for a in (part, whole, share)) and named_alike(part, whole) and counted:
            yield _judged(passage, part, whole, share, []), share


def _of_total(passage: Passage) -> Iterator[tuple[Finding | None, Amount]]:
    """«80 hộ, chiếm 0,55% tổng số 14.653 hộ»."""
    amounts = passage.amounts
    for part, share, whole in zip(amounts, amounts[1:], amounts[2:], strict=False):
        if share.kind != "percent" or not _OF_TOTAL.match(passage.lower[share.end : whole.start]):
            continue
        words = passage.between(part, share)
        if len(words) > _FAR or "chiếm" not in words or _NO_SHARE.search(words) or _ends(passage, part, whole):
            continue
        if all(a.firm for a in (part, whole, share)) and alike(part, whole):
            yield _judged(passage, part, whole, share, []), share


def _listed(passage: Passage, done: set[int]) -> Iterator[tuple[Finding | None, Amount]]:
    """«14.653 hộ, trong đó có 80 hộ DTTS, chiếm 0,55%»."""
    for listed in lists_in(passage):
        if listed.complete and judge_parts(listed.whole, listed.parts, (listed.words, listed.said), True, passage):
            continue  # a part or the whole is wrong: its share would only say so again
        others = [a for a in passage.amounts if alike(a, listed.whole)]
        for part in listed.parts:
            share = next((a for a in passage.amounts if a.start > part.start), None)
            if share and part.base <= listed.whole.base and _claims(passage, part, share) and listed.whole.firm:
                yield _judged(passage, part, listed.whole, share, others), share


def _colon(passage: Passage) -> Iterator[tuple[Finding | None, Amount]]:
    """«Xếp loại 816 học sinh: 220 em loại tốt, chiếm 26,96%; 401 em loại khá, chiếm 49,14%»."""
    for at, whole in enumerate(passage.amounts) if ": " in passage.lower else ():
        if not whole.firm or whole.kind == "percent" or not _COLON.match(passage.lower, whole.end):
            continue
        end = passage.sentence_of(whole.start)[1]
        near = passage.amounts[max(0, at - MOST_NEAR) : at + MOST_NEAR]
        others = [a for a in near if alike(a, whole)]
        for part, share in zip(passage.amounts[at + 1 : at + MOST_NEAR], passage.amounts[at + 2 :], strict=False):
            claimed = share.end <= end and alike(part, whole) and _claims(passage, part, share)
            if claimed and "chiếm" in passage.lower[part.stop : share.start]:
                yield _judged(passage, part, whole, share, others), share


def _claims(passage: Passage, part: Amount, share: Amount) -> bool:
    """True if the per cent right behind a part is said to be its share, of a whole it does not name again."""
    if share.kind != "percent" or not (part.firm and share.firm) or _ends(passage, part, share):
        return False
    if CHANGED.search(passage.lower, max(0, part.start - 24), part.start):
        return False
    words = passage.lower[part.stop : share.start]
    if len(words) > _FAR or not _CLAIMED.search(words) or _NO_SHARE.search(words):
        return False
    if _REACHED.search(words) and _DONE.search(passage.lower, max(0, part.start - 40), part.start):
        return _STOPS.match(passage.lower, share.end) is not None
    return "chiếm" in words or not _OTHER_WHOLE.match(passage.lower, share.end) and "(" in words


def _judged(passage: Passage, part: Amount, whole: Amount, share: Amount, others: list[Amount]) -> Finding | None:
    """The finding, None if the share is right or may be one of another whole."""
    if _OTHER_WHOLE.match(passage.lower, share.end) and others:
        return None
    found = outcome((part, whole), lambda q: q[0] / q[1], share, passage.machine)
    if found is None:
        return None
    for other in others:
        if other.start not in (part.start, whole.start) and not outcome((part, other), lambda q: q[0] / q[1], share):
            return None
    ends = (min(part.start, whole.start), max(share.end, whole.end))
    return told("Tỷ lệ", f"{part} / {whole}", found, share, passage.place(*ends))


def _stands_over(passage: Passage, part: Amount, whole: Amount) -> bool:
    if whole.head in ("tháng", "năm", "ngày", "quý", "tuần", "buổi", "kỳ"):
        return False
    words = passage.lower[part.stop : whole.start]
    return len(words) < 60 and bool(_OVER.match(words))


def _one_unit(part: Amount, whole: Amount) -> tuple[Amount, Amount]:
    """«1.250/1.200 tỷ đồng»: the unit stands once. «550 hộ trên 5.000 hộ» is a stroke, not «more than»."""
    if not part.unit and whole.unit:
        part = replace(part, unit=whole.unit, kind=whole.kind, factor=whole.factor, noun=whole.noun)
    return part, replace(whole, word="") if whole.word == "tren" else whole


def _ends(passage: Passage, left: Amount, right: Amount) -> bool:
    """True if a sentence ends between the two."""
    return passage.sentence_of(left.start) != passage.sentence_of(right.start)

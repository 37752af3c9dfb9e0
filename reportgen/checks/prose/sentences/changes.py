"""«X, tăng p% so với cùng kỳ (Y)», «tăng từ Y lên X (p%)», «X, tăng d (p%)»: do amount, difference and per cent agree?

The earlier amount must stand right behind the words of comparison, in brackets or bare, or be the start of «từ … lên …».
For shares a difference in % is read both as điểm phần trăm and as a relative change; only if neither fits it is wrong.
«X, tăng d (p%)» has no earlier amount; p of X - d is meant, and p of X is let stand as a reading people use.
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

_VERB = Pattern(r"(?<!\w)(?P<up>tăng|cao hơn|nhiều hơn|vượt)|(?P<down>giảm|thấp hơn|ít hơn|hụt)(?!\w)")
_VERB_LAST = Pattern(
    r"(?:(?<!\w)(?P<up>tăng|cao hơn|nhiều hơn)|(?<!\w)(?P<down>giảm|thấp hơn|ít hơn))(?:\s+(?:thêm|được|đi|hơn|tới|đến|là|tương ứng|khoảng|gần|trên|hơn))*\s*\Z"
)
_AGAINST = Pattern(r"[\s,)]*so (?:với )?(?:cùng kỳ|năm|tháng|quý|đầu|cuối|kỳ|thời điểm|nhiệm kỳ)[^.;()\d]*(?:\d{4}[^.;()\d]*)?(?P<open>\()[^\d().;]*\Z")
_OTHER_SENSE = Pattern(r"tăng|giảm|kế hoạch|chỉ tiêu|dự toán|đạt\s+tỷ lệ|trong đó|còn|hơn|kém|mục tiêu")
_BARE = Pattern(r"[\s,)]*so với\s+(?:mức\s+|con số\s+)?\Z")
_FROM = Pattern(r"(?<!\w)từ(?:\s+mức)?\s*\Z")
_TO = Pattern(r"(?<!\w)(?:lên(?: thành| đến| tới)?|xuống(?: còn)?|còn|thành)(?:\s+(?:là|khoảng|gần|trên|hơn))*\s*\Z")
_ANY = Pattern(r"tăng|giảm|lên|xuống|hơn|còn")
_DIRECT = Pattern(r"(?:(?:và|đã|cũng|nhưng|lại|tức|tương ứng|tương đương|ước|bằng)\s+)*(?:tăng|giảm|cao hơn|thấp hơn|nhiều hơn|ít hơn)(?!\w)")
_ASIDE = Pattern(r"\s*(?:và\s+)?(?:đạt|bằng|vượt|chiếm|tương đương|trong khi|[^,;]*\))")
_SPLIT = Pattern(r"[,(]")
_NEAR_VERB = 30
_FAR = 90


@noun
class Change:
    """``now`` against ``before``, said to be ``said`` more (``up``) or less."""

    now: Amount
    before: Amount
    said: Amount
    up: bool


def check_changes(passage: Passage) -> Iterator[Finding]:
    """Findings of the changes said in the passage."""
    for start, end in passage.sentences if len(passage.amounts) > 1 and _ANY.search(passage.lower) else ():
        amounts = passage.within(start, end)
        for at in range(len(amounts)):
            yield from _against(passage, amounts, at)
            yield from _from_to(passage, amounts, at)
            yield from _both(passage, amounts, at)


def _against(passage: Passage, amounts, at: int) -> Iterator[Finding]:
    """«1.250 tỷ đồng, tăng 4,17% so với cùng kỳ (1.200 tỷ đồng)»."""
    if at + 1 >= len(amounts):
        return
    said, before = amounts[at : at + 2]
    words = passage.lower[said.end : before.start]
    bracketed = _AGAINST.match(words)
    if bracketed and _OTHER_SENSE.search(words[bracketed.start("open") :]):
        return
    if not (bracketed or _BARE.match(words)) or not _closes(passage, before, bracketed):
        return
    now = _subject(passage, amounts, at, before)
    verb = _VERB_LAST.search(_before(passage, amounts[at - 1], said)) if at else None
    if not verb or now is None or not _usable(now, said, before):
        return
    yield from _judged(passage, Change(now, before, said, bool(verb["up"])))


def _subject(passage: Passage, amounts, at: int, before: Amount) -> Amount | None:
    """What is said to have changed: the nearest amount of the sort compared with; per cents of plans, brackets are passed over."""
    said = amounts[at]
    for now in amounts[at - 1 :: -1] if at else ():
        between = passage.lower[now.end : said.start]
        if len(between) > 2 * _FAR or _about_else(between) or not _speaks_of(between):
            return None
        if passage.depth(now.start) > passage.depth(said.start):
            continue
        if alike(now, before):
            return now
        if now.kind != "percent":
            return None
    return None


def _from_to(passage: Passage, amounts, at: int) -> Iterator[Finding]:
    """«tăng từ 1.200 lên 1.250 tỷ đồng (tăng 4,17%)»: direction, and what is said right behind."""
    if at + 1 >= len(amounts):
        return
    before, now = _one_unit(amounts[at], amounts[at + 1])
    lead = passage.lower[max(0, before.start - 60) : before.start]
    if not _FROM.search(lead) or not _TO.search(passage.lower[before.stop : now.start]) or not _usable(now, before):
        return
    if not alike(now, before) or len(passage.between(before, now)) > 60:
        return
    yield from _direction(passage, lead, before, now)
    said = amounts[at + 2] if at + 2 < len(amounts) else None
    if said is None or not said.firm:
        return
    words = passage.lower[now.stop : said.start]
    verb = _VERB_LAST.search(words)
    if verb and len(words) < 40 and not _about_else(words) and "so với" not in passage.lower[said.end : said.end + 12]:
        yield from _judged(passage, Change(now, before, said, bool(verb["up"])))


def _direction(passage: Passage, lead: str, before: Amount, now: Amount) -> Iterator[Finding]:
    """«giảm từ 4,53% xuống 6,92%»."""
    verbs = [v for v in _VERB.finditer(lead) if _governs(lead[v.end() :])]
    towards = passage.lower[before.stop : now.start]
    up = "lên" in towards or (bool(verbs) and bool(verbs[-1]["up"]) and "xuống" not in towards)
    down = "xuống" in towards or (bool(verbs) and bool(verbs[-1]["down"]) and "lên" not in towards)
    if up != down and now.unit and rises(now, before) is down:
        verb = "tăng, lên" if up else "giảm, xuống"
        message = f"Lời văn viết {verb} nhưng từ {before} đến {now} là {'giảm' if up else 'tăng'} ({Nature.DIRECTION.words})"
        place = passage.place(max(0, before.start - 30), now.end)
        yield finding(Nature.DIRECTION, message, place, found=f"từ {before} … {now}")


def _governs(words: str) -> bool:
    """True if a verb still rules what stands this many words behind it; «giảm nghèo» is a name."""
    return len(words) < _NEAR_VERB and not any(c in words for c in ",;.") and not words.startswith(" nghèo")


def _speaks_of(between: str) -> bool:
    """True if «tăng», «giảm» follow an amount directly: no other subject stands between («…, chi ngân sách tăng»)."""
    first, *others = _SPLIT.split(between)
    if not others:
        return len(first.split()) <= 5
    *asides, last = others
    return bool(_DIRECT.match(last.strip())) and all(_ASIDE.match(words) or not words.strip() for words in asides)


def rises(now: Amount, before: Amount) -> bool | None:
    """True if the later amount is larger on every reading of the digits, False if smaller, None if that is not sure."""
    if now.word or before.word:
        return None
    one, other = now.readings, before.readings
    pairs = zip(one, other, strict=True) if len(one) == len(other) else ((a, b) for a in one for b in other)
    gaps = [Fraction(a.value) * now.factor - Fraction(b.value) * before.factor for a, b in pairs]
    signs = {(gap > 0) - (gap < 0) for gap in gaps}
    return signs == {1} if signs in ({1}, {-1}) else None


def _both(passage: Passage, amounts, at: int) -> Iterator[Finding]:
    """«1.250 tỷ đồng, tăng 50 tỷ đồng (4,17%) so với …»: no earlier amount; it is X - d."""
    if at + 2 >= len(amounts):
        return
    now, gap, said = amounts[at : at + 3]
    verb = _VERB_LAST.search(_before(passage, now, gap))
    if not verb or said.kind != "percent" or now.kind == "percent" or not _usable(now, gap, said) or not alike(now, gap):
        return
    words = passage.lower[gap.stop : said.start]
    between = passage.between(now, gap)
    if not _adjacent(words) or len(between) > 40 or _about_else(between) or not _speaks_of(between):
        return
    after = passage.lower[said.end : said.end + 16].lstrip(" ,)")
    if after.startswith(("kế hoạch", "dự toán", "tổng")) or (words.strip().endswith("(") and not after.startswith("so với")):
        return
    up = bool(verb["up"])
    earlier = (lambda q: q[1] / (q[0] - q[1])) if up else (lambda q: q[1] / (q[0] + q[1]))
    found = outcome((now, gap), earlier, said, passage.machine)
    if found and outcome((now, gap), lambda q: q[1] / q[0], said, passage.machine):
        sign = "-" if up else "+"
        yield told("Tỷ lệ tăng, giảm", f"{gap} / ({now} {sign} {gap})", found, said, passage.place(now.start, said.end))


def _adjacent(words: str) -> bool:
    """True for «tỷ đồng (», «tỷ đồng, tương ứng tăng »: the per cent says the same change."""
    tail = words.strip()
    return tail.endswith("(") or tail.endswith(("(tăng", "(giảm", "tương ứng", "tương đương", "tương ứng tăng", "tương ứng giảm", "tương đương tăng"))


def _judged(passage: Passage, change: Change) -> Iterator[Finding]:
    """What is wrong with a change: its direction, or its size."""
    now, before, said = change.now, change.before, change.said
    span = min(a.start for a in (now, before, said)), max(a.end for a in (now, before, said))
    if rises(now, before) is (not change.up):
        verb = "tăng" if change.up else "giảm"
        message = f"Lời văn viết {verb} {said}, nhưng {before} và {now} cho thấy ngược lại ({Nature.DIRECTION.words})"
        yield finding(Nature.DIRECTION, message, passage.place(*span), found=f"{verb} {said}")
        return
    found = _size(passage, change)
    if found:
        result, working, printed = found
        yield told("Mức tăng, giảm", working, result, printed, passage.place(*span))


def _size(passage: Passage, change: Change) -> tuple[Outcome, str, Amount] | None:
    """The first reading that should hold, and what is wrong with it; None if a reading holds."""
    now, before, said = change.now, change.before, change.said
    more, less = (now, before) if change.up else (before, now)
    apart = outcome((more, less), lambda q: q[0] - q[1], said, passage.machine) if alike(said, now) or _points(said, now) else None
    share = None
    if said.kind == "percent":
        share = outcome((more, less, before), lambda q: (q[0] - q[1]) / q[2], said, passage.machine)
        if now.kind != "percent":
            return (share, f"({more} - {less}) / {before}", said) if share else None
        if not share or not apart:
            return None
    if apart and (alike(said, now) or _points(said, now)):
        return apart, f"{more} - {less}", replace(said, unit=points_of(now)) if now.kind == "percent" else said
    return None


def _points(said: Amount, now: Amount) -> bool:
    return said.kind in ("points", "percent") and now.kind == "percent"


def _usable(*amounts: Amount) -> bool:
    return all(a.firm and not a.per for a in amounts)


def _before(passage: Passage, left: Amount, right: Amount) -> str:
    return passage.lower[left.stop : right.start].removesuffix("trên ").removesuffix("gần ").removesuffix("hơn ").removesuffix("khoảng ")


def _closes(passage: Passage, before: Amount, bracketed) -> bool:
    """Brackets hold nothing but the earlier amount."""
    if not bracketed:
        return True
    rest = passage.text.find(")", before.end)
    return 0 <= rest - before.end < 40 and not any(before.end < a.start < rest for a in passage.amounts)


def _about_else(words: str) -> bool:
    """True if something stands between an amount and its change that may have one of its own."""
    return any(word in words for word in (";", "trong đó", "riêng", " còn ", "số lượng", "bình quân", "tổng", "doanh thu", "giá trị"))


def _one_unit(before: Amount, now: Amount) -> tuple[Amount, Amount]:
    """«từ 1.200 lên 1.250 tỷ đồng»: the unit stands once."""
    if not before.unit and now.unit:
        before = replace(before, unit=now.unit, kind=now.kind, factor=now.factor, noun=now.noun)
    return before, now

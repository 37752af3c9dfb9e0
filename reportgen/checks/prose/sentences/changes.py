"""«X, tăng d (p%) so với cùng kỳ (Y)», «tăng từ Y lên X (p%)», «X, tăng d (p%)»: do amount, difference and per cent agree?

Where the earlier amount Y may stand is told in ``earlier``; without one, «X, tăng d (p%)» means p of X - d, and p of X is
let stand as a reading people use. A difference and a per cent said together are one change: one finding for both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.checks.prose.judging import Nature, finding, outcome, told
from reportgen.checks.prose.likeness import alike
from reportgen.checks.prose.nouns import Amount, Passage
from reportgen.checks.prose.sentences import earlier
from reportgen.checks.prose.sentences.change import Change, comparable, judged, kindred, lent, rises, usable
from reportgen.diagnostics import Finding
from reportgen.noun import replace
from reportgen.pattern import Pattern

_VERB = Pattern(r"(?<!\w)(?P<up>tăng|cao hơn|nhiều hơn|vượt)|(?P<down>giảm|thấp hơn|ít hơn|hụt)(?!\w)")
_VERB_LAST = Pattern(
    r"(?:(?<!\w)(?P<up>tăng|cao hơn|nhiều hơn)|(?<!\w)(?P<down>giảm|thấp hơn|ít hơn))(?:\s+(?:thêm|được|đi|hơn|tới|đến|là|tương ứng|khoảng|gần|trên|hơn))*\s*\Z"
)
_FROM = Pattern(r"(?<!\w)từ(?:\s+mức)?\s*\Z")
_TO = Pattern(r"(?<!\w)(?:lên(?: thành| đến| tới)?|xuống(?: còn)?|còn|thành)(?:\s+(?:là|khoảng|gần|trên|hơn))*\s*\Z")
_ANY = ("tăng", "giảm", "lên", "xuống", "hơn", "còn")
_DIRECT = Pattern(r"(?:(?:và|đã|cũng|nhưng|lại|tức|tương ứng|tương đương|ước|bằng)\s+)*(?:tăng|giảm|cao hơn|thấp hơn|nhiều hơn|ít hơn)(?!\w)")
_ASIDE = Pattern(r"\s*(?:và\s+)?(?:đạt|bằng|vượt|chiếm|tương đương|trong khi|[^,;]*\))")
_AGAIN = Pattern(
    r"[^\W\d_ ]*(?:\s[^\W\d_]+){0,2}\s*(?:\((?:tức |tương ứng |tương đương |bằng )*(?:tăng |giảm )?|[,;]?\s*(?:tức(?: là)?|tương ứng|tương đương|hay)(?: (?:với|tăng|giảm))*\s*)\Z"
)
_AFTER_AGAINST = Pattern(r"[\s,)]*so (?:với )?(?:cùng kỳ|năm|tháng|quý|đầu|cuối|kỳ)[^.;()\d]*(?:\d{4}[^.;()\d]*)?\((?:tức |tương ứng |tương đương )*(?:tăng|giảm)\s*\Z")
_NOT_CHANGE = ("kế hoạch", "dự toán", "tổng")
_SPLIT = Pattern(r"(?<!\d),|,(?!\d)|\(")
_AND = Pattern(r"(?:đạt|bằng|vượt|ước đạt)\s[^;(]*%[^;(]{0,40}\svà\s+(?:tăng|giảm)\s*\Z")
_THIRD = Pattern(r"\s*\)\s*[,;]?\s*(?:(?:tức|tương ứng|tương đương|bằng)(?: với)?\s+)*(?:tăng|giảm)\s*\Z")
_ENDS = Pattern(r"\s*(?:[,.;)]|\Z)")
_NEAR_VERB = 30
_FAR = 90


def check_changes(passage: Passage) -> Iterator[Finding]:
    """Findings of the changes said in the passage."""
    if len(passage.amounts) < 2 or not any(word in passage.lower for word in _ANY):
        return
    for start, end in passage.sentences:
        if not any(passage.lower.find(word, start, end) >= 0 for word in _ANY):
            continue
        amounts = passage.within(start, end)
        verbs = [_verb(passage, amounts, at) for at in range(len(amounts))]
        for at, verb in enumerate(verbs):
            if verb and not (at > 1 and verbs[at - 1] and _same_change(passage, amounts[at - 1], amounts[at])):
                yield from _said(passage, amounts, at, start, verb)
            yield from _from_to(passage, amounts, at)


def _said(passage: Passage, amounts: Sequence[Amount], at: int, start: int, verb) -> Iterator[Finding]:
    """The change said by the amount at this place, and by the next one where the two say the same."""
    group = [amounts[at]]
    if at + 1 < len(amounts) and _same_change(passage, amounts[at], amounts[at + 1]):
        group.append(amounts[at + 1])
    pair = _pair(passage, amounts, at, len(group), start)
    if pair is None:
        yield from _both(passage, amounts[at - 1], group, bool(verb["up"]))
        return
    now, before = pair
    group += _third(passage, amounts, at + len(group), before, group)
    now, before = lent(passage, now, before, *group), lent(passage, before, now, *group)
    for said in group:
        found = list(judged(passage, Change(now, before, lent(passage, said, now, before), bool(verb["up"]))))
        if found:
            yield from found
            return


def _third(passage: Passage, amounts: Sequence[Amount], at: int, before: Amount, group: Sequence[Amount]) -> list[Amount]:
    """The per cent of «tăng 6 tấn so với cùng kỳ (50 tấn), tương ứng tăng 12%»; empty if there is none."""
    if at + 1 >= len(amounts) or amounts[at] is not before or len(group) > 1 or group[0].kind == "percent":
        return []
    share = amounts[at + 1]
    said = share.kind == "percent" and share.firm and _THIRD.match(passage.lower, before.end, share.start)
    return [share] if said and _ENDS.match(passage.lower, share.end) else []


def _verb(passage: Passage, amounts: Sequence[Amount], at: int):
    """«tăng», «giảm» right before the amount."""
    words = _before(passage, amounts[at - 1], amounts[at]) if at else ""
    return _VERB_LAST.search(words) if "tăng" in words or "giảm" in words or "hơn" in words else None


def _same_change(passage: Passage, first: Amount, second: Amount) -> bool:
    """True for «15 hộ (5%», «5%, tương ứng tăng 15 hộ»: one of the two a per cent."""
    if (first.kind == "percent") is (second.kind == "percent") or second.start - first.stop > _FAR:
        return False
    return bool(_AGAIN.match(passage.lower, first.end, second.start) or _AFTER_AGAINST.match(passage.lower, first.end, second.start))


def _pair(passage: Passage, amounts: Sequence[Amount], at: int, size: int, start: int) -> tuple[Amount, Amount] | None:
    """The later and the earlier amount of the change that begins at this place; None if no earlier one is told."""
    last = at + size - 1
    if last + 1 < len(amounts) and earlier.behind(passage, amounts[last], amounts[last + 1]):
        base = amounts[last + 1]
        now = _subject(passage, amounts, at, base)
    elif at > 1 and earlier.beside(passage, amounts[at - 2], amounts[at - 1]):
        now, base = amounts[at - 2 : at]
    elif at > 1 and earlier.before_both(passage, amounts[at - 2], amounts[at - 1], amounts[last], start):
        base, now = amounts[at - 2 : at]
        now = now if _speaks_of(passage.lower[now.end : amounts[at].start]) else None
    else:
        return None
    if now is None or not kindred(passage, now, base) or not usable(now, base, *amounts[at : last + 1]):
        return None
    return now, base


def _subject(passage: Passage, amounts: Sequence[Amount], at: int, before: Amount) -> Amount | None:
    """What is said to have changed: the nearest amount of the sort compared with; per cents of plans, brackets are passed over."""
    said = amounts[at]
    for now in amounts[at - 1 :: -1] if at else ():
        between = passage.lower[now.end : said.start]
        if len(between) > 2 * _FAR or _about_else(between) or not _speaks_of(between):
            return None
        if passage.depth(now.start) > passage.depth(said.start):
            continue
        if kindred(passage, now, before):
            return now
        if now.kind != "percent":
            return None
    return None


def _from_to(passage: Passage, amounts: Sequence[Amount], at: int) -> Iterator[Finding]:
    """«tăng từ 1.200 lên 1.250 tỷ đồng (tăng 4,17%)»: direction, and what is said right behind."""
    if at + 1 >= len(amounts):
        return
    lead = passage.lower[max(0, amounts[at].start - 60) : amounts[at].start]
    if "từ" not in lead or not _FROM.search(lead):
        return
    before, *others = [a for a in amounts[at:] if passage.depth(a.start) <= passage.depth(amounts[at].start)]
    if not others:
        return
    before, now = _one_unit(before, others[0])
    if not _TO.search(passage.lower[before.stop : now.start]) or not comparable(now, before):
        return
    if not alike(now, before) or len(passage.between(before, now)) > 60:
        return
    yield from _direction(passage, lead, before, now)
    behind = [a for a in amounts if a.start > now.start]
    said = next((a for a in behind if a is behind[0] and _VERB_LAST.search(passage.lower, now.stop, a.start)), others[1] if len(others) > 1 else None)
    if said is None or not said.firm:
        return
    words = passage.lower[now.stop : said.start]
    verb = _VERB_LAST.search(words)
    if verb and len(words) < 40 and not _about_else(words) and "so với" not in passage.lower[said.end : said.end + 12]:
        yield from judged(passage, Change(now, before, lent(passage, said, now), bool(verb["up"])))


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


def _both(passage: Passage, now: Amount, group: Sequence[Amount], up: bool) -> Iterator[Finding]:
    """«1.250 tỷ đồng, tăng 50 tỷ đồng (4,17%) so với …»: no earlier amount; it is X - d."""
    if len(group) < 2:
        return
    gap, said = group if group[1].kind == "percent" else group[::-1]
    if now.kind == "percent" or not usable(now, *group) or not alike(now, gap):
        return
    between = passage.between(now, group[0])
    if len(between) > 40 or _about_else(between) or not _speaks_of(between):
        return
    words = passage.lower[group[0].stop : group[1].start].strip()
    after = passage.lower[group[1].end : group[1].end + 16].lstrip(" ,)")
    if after.startswith(_NOT_CHANGE) or (words.endswith("(") and not after.startswith("so với")):
        return
    earlier_amount = (lambda q: q[1] / (q[0] - q[1])) if up else (lambda q: q[1] / (q[0] + q[1]))
    found = outcome((now, gap), earlier_amount, said, passage.machine)
    if found and outcome((now, gap), lambda q: q[1] / q[0], said, passage.machine):
        sign = "-" if up else "+"
        yield told("Tỷ lệ tăng, giảm", f"{gap} / ({now} {sign} {gap})", found, said, passage.place(now.start, group[1].end))


def _governs(words: str) -> bool:
    """True if a verb still rules what stands this many words behind it; «giảm nghèo» is a name."""
    return len(words) < _NEAR_VERB and not any(c in words for c in ",;.") and not words.startswith(" nghèo")


def _speaks_of(between: str) -> bool:
    """True if «tăng», «giảm» follow an amount directly: no other subject stands between («…, chi ngân sách tăng»)."""
    first, *others = _SPLIT.split(between)
    if not others:
        return len(first.split()) <= 5
    *asides, last = others
    return bool(_DIRECT.match(last.strip()) or _AND.match(last.strip())) and all(_ASIDE.match(words) or not words.strip() for words in asides)


def _before(passage: Passage, left: Amount, right: Amount) -> str:
    return passage.lower[max(left.stop, right.start - _FAR) : right.start].removesuffix("trên ").removesuffix("gần ").removesuffix("hơn ").removesuffix("khoảng ")


def _about_else(words: str) -> bool:
    """True if something stands between an amount and its change that may have one of its own."""
    return any(word in words for word in (";", "trong đó", "riêng", " còn ", "số lượng", "bình quân", "tổng", "doanh thu", "giá trị"))


def _one_unit(before: Amount, now: Amount) -> tuple[Amount, Amount]:
    """«từ 1.200 lên 1.250 tỷ đồng»: the unit stands once."""
    if not before.unit and now.unit:
        before = replace(before, unit=now.unit, kind=now.kind, factor=now.factor, noun=now.noun)
    return before, now

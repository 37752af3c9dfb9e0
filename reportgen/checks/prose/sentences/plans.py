"""«… 3.009 hộ, đạt 111,44% kế hoạch (2.700 hộ)»: is the per cent that of result and plan? And «vượt» what it says?

The plan must stand in brackets right behind the per cent or the result («(kế hoạch 2.700 hộ)»), before the result in the
same sentence («kế hoạch giao 2.700 hộ, thực hiện 3.009 hộ, đạt …») or alone in the sentence before. A result or a plan
without a unit takes that of the other. With two plans or two per cents of a plan in the sentence nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.prose.judging import Nature, finding, outcome, told
from reportgen.checks.prose.likeness import alike
from reportgen.checks.prose.nouns import Amount, Passage
from reportgen.checks.prose.sentences.change import kindred, lent
from reportgen.diagnostics import Finding
from reportgen.pattern import Pattern

_PLAN = r"(?:kế hoạch|dự toán|chỉ tiêu|kh(?!\w)|mục tiêu|nghị quyết)"
_REACHED = Pattern(r"(?:đạt|bằng|tỷ lệ|tỉ lệ|hoàn thành)(?: đạt| thực hiện| hoàn thành)?\s*:?\s*\Z")
_OF_PLAN = Pattern(rf"\s*(?:so với\s+)?{_PLAN}[^.;()\d]*\(\s*(?:{_PLAN}[^\d();]*|là|giao|:|\s)*\Z")
_AFTER = Pattern(rf"\s*(?:so với\s+)?(?:{_PLAN}|\)|,|\.|;|\Z)")
_TOLD_PLAN = Pattern(rf"\s*(?:so với\s+)?{_PLAN}(?!\w)")
_PLANNED = Pattern(rf"{_PLAN}[^.;\d]*(?:(?:19|20)\d\d[^.;\d]*)?\Z")
_DONE = Pattern(r"(?:thực hiện|kết quả|đã|đạt|ước|giải ngân|thu được|tuyển|hoàn thành)[^.;\d]*\Z")
_NEXT = Pattern(r"[^;]*;\s*(?:(?:kết quả|đến nay),?\s*)?(?:kết quả|(?:đã |ước )?thực hiện|đã|đạt)(?!\w)[^;]*\Z")
_SHARE_NEXT = Pattern(r";\s*(?=đạt|bằng|tỷ lệ|tỉ lệ|hoàn thành)")
_BESIDE = Pattern(rf"(?:\s[^\W\d_]+){{0,4}}\s*\(\s*{_PLAN}[^\d();]*\Z")
_EXCEEDS = Pattern(r"[,(;]?\s*(?:tức )?(?:là )?vượt\s*\Z")
_NAMED = Pattern(_PLAN)
_THIS = Pattern(r"(?:(?:và|đã|ước|tức|tương ứng)\s+)*(?:đạt|bằng|tỷ lệ|hoàn thành)(?!\w)")
_FAR = 130


def check_plans(passage: Passage) -> Iterator[Finding]:
    """Findings of every per cent of a plan whose plan is in the text."""
    for start, end in passage.sentences if passage.has_share else ():
        amounts = passage.within(start, end)
        shares = [a for a in amounts if a.kind == "percent" and _is_reached(passage, a)]
        yield from _beyond(passage, amounts)
        yield from _beyond_plan(passage, amounts)
        for share in shares:
            if share.firm:
                yield from _of_share(passage, amounts, share, (start if len(shares) == 1 else share.start, start))


def _is_reached(passage: Passage, share: Amount) -> bool:
    """«đạt 95%», or anything that goes on with «kế hoạch»."""
    before = passage.lower[max(0, share.start - 40) : share.start]
    return bool(_REACHED.search(before)) or bool(_OF_PLAN.match(passage.lower[share.end : share.end + 60]))


def _of_share(passage: Passage, amounts: tuple[Amount, ...], share: Amount, starts: tuple[int, int]) -> Iterator[Finding]:
    at = amounts.index(share)
    for done, plan in (
        _plan_behind(passage, amounts, at),
        _plan_beside(passage, amounts, at),
        _plan_before(passage, amounts, at, starts[0]),
        _plan_in_last_sentence(passage, amounts, at, starts[1]),
    ):
        if done is None or plan is None:
            continue
        if not (done.firm and plan.firm and kindred(passage, done, plan)):
            return
        done, plan = lent(passage, done, plan), lent(passage, plan, done)
        found = outcome((done, plan), lambda q: q[0] / q[1], share, passage.machine)
        if found:
            span = min(done.start, plan.start), max(share.end, plan.end)
            yield told("So với kế hoạch", f"{done} / {plan}", found, share, passage.place(*span))
        return


def _plan_behind(passage: Passage, amounts, at: int) -> tuple[Amount | None, Amount | None]:
    """«3.009 hộ, đạt 111,44% kế hoạch (2.700 hộ)»."""
    if not 0 < at < len(amounts) - 1:
        return None, None
    share, plan = amounts[at : at + 2]
    done = next((a for a in amounts[at - 1 :: -1] if passage.depth(a.start) <= passage.depth(share.start)), amounts[at - 1])
    close = passage.lower[plan.end : plan.end + 40].lstrip("abcdefghijklmnopqrstuvwxyzàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ ")
    if not _OF_PLAN.match(passage.between(share, plan)) or not close.startswith(")"):
        return None, None
    words = passage.between(done, share)
    if len(words) > _FAR or _changes(words) or not _of_this(words):
        return None, None
    named = _NAMED.search(passage.between(share, plan).rpartition("(")[2])
    return (done, plan) if named or len(words) < 60 else (None, None)


def _plan_before(passage: Passage, amounts, at: int, start: int) -> tuple[Amount | None, Amount | None]:
    """«kế hoạch giao 2.700 hộ, thực hiện 3.009 hộ, đạt 111,44%»: exactly these amounts before the per cent."""
    share = amounts[at]
    if at != 2 or start == share.start or not _AFTER.match(passage.lower, share.end):
        return None, None
    plan, done = amounts[:2]
    before, between = passage.lower[start : plan.start], passage.between(plan, done)
    if not _PLANNED.search(before) or not _DONE.search(between) or len(between) > _FAR:
        return None, None
    if ";" in between and not _NEXT.match(between):
        return None, None
    words = passage.between(done, share)
    if len(words) > 60 or _changes(_SHARE_NEXT.sub(" ", words)):
        return None, None
    return done, plan


def _plan_beside(passage: Passage, amounts, at: int) -> tuple[Amount | None, Amount | None]:
    """«thực hiện 450 ha (kế hoạch 500 ha), đạt 90%»."""
    if at < 2:
        return None, None
    done, plan, share = amounts[at - 2 : at + 1]
    close = passage.text.find(")", plan.end, plan.end + 30)
    if close < 0 or close > share.start or not _BESIDE.match(passage.lower, done.end, plan.start):
        return None, None
    words = passage.lower[close + 1 : share.start]
    if not _THIS.match(words.lstrip(" ,")) or len(words) > 40 or not _AFTER.match(passage.lower, share.end):
        return None, None
    return done, plan


def _plan_in_last_sentence(passage: Passage, amounts, at: int, start: int) -> tuple[Amount | None, Amount | None]:
    """«Chỉ tiêu giao là 2.700 hộ. Toàn tỉnh giảm được 3.009 hộ, đạt 111,44% kế hoạch»: one amount there, two here."""
    if at != 1 or not start or not _TOLD_PLAN.match(passage.lower, amounts[1].end):
        return None, None
    low, high = passage.sentence_of(start - 1)
    plans = passage.within(low, high)
    done, share = amounts[:2]
    words = passage.between(done, share)
    if high != start or len(plans) != 1 or len(words) > _FAR or _changes(words) or not _of_this(words):
        return None, None
    planned = _PLANNED.search(passage.lower[low : plans[0].start])
    same = planned and not passage.depth(plans[0].start) and alike(done, plans[0])
    return (done, plans[0]) if same else (None, None)


def _of_this(words: str) -> bool:
    """True if «đạt», «bằng» follow the result directly: no other subject stands between."""
    first, comma, last = words.rpartition(",")
    return bool(_THIS.match(last.strip())) if comma else len(words.split()) <= 6


def _changes(words: str) -> bool:
    return any(word in words for word in ("tăng", "giảm", "so với", "cùng kỳ", "chiếm", ";", "trong đó"))


def _beyond(passage: Passage, amounts) -> Iterator[Finding]:
    """«đạt 111,44% kế hoạch, vượt 11,44%»."""
    for share, beyond in zip(amounts, amounts[1:], strict=False):
        if share.kind != "percent" or beyond.kind != "percent" or not (share.firm and beyond.firm):
            continue
        words = passage.between(share, beyond)
        if len(words) > 50 or not _is_reached(passage, share) or not _EXCEEDS.search(words) or share.word or beyond.word:
            continue
        if share.value <= 100:
            message = f"Vượt kế hoạch: đạt {share} mà viết vượt {beyond} ({Nature.DIRECTION.words})"
            yield finding(Nature.DIRECTION, message, passage.place(share.start, beyond.end), found=str(beyond))
            continue
        found = outcome((share,), lambda q: q[0].each(lambda x: x - 1), beyond, passage.machine)
        after = passage.lower[beyond.end : beyond.end + 40]
        if found and not _other_base(words + after):
            yield told("Vượt kế hoạch", f"{share} - 100%", found, beyond, passage.place(share.start, beyond.end))


def _beyond_plan(passage: Passage, amounts) -> Iterator[Finding]:
    """«2.150 ha, vượt 7,5% kế hoạch (2.000 ha)»: the plan right behind, in brackets of its own."""
    for done, beyond, plan in zip(amounts, amounts[1:], amounts[2:], strict=False):
        if beyond.kind != "percent" or not (done.firm and beyond.firm and plan.firm) or done.word or beyond.word or plan.word:
            continue
        behind = _OF_PLAN.match(passage.between(beyond, plan)) and passage.lower[plan.end : plan.end + 1] == ")"
        if behind and _EXCEEDS.fullmatch(passage.between(done, beyond).strip() + " ") and alike(done, plan):
            found = outcome((done, plan), lambda q: (q[0] / q[1]).each(lambda x: x - 1), beyond, passage.machine)
            if found:
                yield told("Vượt kế hoạch", f"{done} / {plan} - 100%", found, beyond, passage.place(done.start, plan.end))


def _other_base(words: str) -> bool:
    return any(word in words for word in ("cùng kỳ", "năm trước", "năm 20", "nghị quyết", "tỉnh giao", "trung ương giao", "huyện giao"))

"""Where the earlier amount of a change stands: behind it, in brackets beside the later one, or before both.

    315 hộ, tăng 15 hộ (5%) so với cùng kỳ (300 hộ)        … so với cùng kỳ là 300 hộ        … (cùng kỳ 300 hộ)
    315 hộ (cùng kỳ 300 hộ), tăng 15 hộ                    năm 2022 có 300 hộ, năm 2023 có 315 hộ, tăng 15 hộ

Brackets must hold nothing but the earlier amount and the words for it. Told before both it must be of an earlier time, and
what the change is said against must be that time.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.checks.prose.nouns import Amount, Passage
from reportgen.checks.prose.sentences.change import kindred
from reportgen.pattern import Pattern

_TIME = r"(?:cùng kỳ|năm|tháng|quý|đầu|cuối|kỳ|thời điểm|nhiệm kỳ|vụ)"
_NAME = r"(?:\s[^\W\d_]+){0,3}?"
"""More words of what is counted: «15 giấy phép so với»."""
_LATER = r"[^.;()\d]*(?:\d{4}[^.;()\d]*)?"
_AGAINST = Pattern(rf"{_NAME}[\s,)]*so (?:với )?{_TIME}{_LATER}(?P<open>\()[^\d().;]*\Z")
_IS = Pattern(rf"{_NAME}[\s,)]*so với {_TIME}[^.;(),\d]*(?:\d{{4}}[^.;(),\d]*)?(?:(?<!\w)là|:)\s*\Z")
_BARE = Pattern(r"[\s,)]*so với\s+(?:mức\s+|con số\s+)?\Z")
_BESIDE = Pattern(
    r"[\s,)]*(?P<open>\()\s*(?:so với\s+)?(?:cùng kỳ|năm trước|năm ngoái|kỳ trước|tháng trước|quý trước|vụ trước|đầu năm|năm\s+(?:19|20)\d\d)"
    r"[^\d().;]*(?:(?:19|20)\d\d[^\d().;]*)?\Z"
)
_OTHER_SENSE = Pattern(r"tăng|giảm|kế hoạch|chỉ tiêu|dự toán|đạt\s+tỷ lệ|trong đó|còn|hơn|kém|mục tiêu|bình quân|lũy kế|luỹ kế")
_OTHER_FIGURE = Pattern(r"tăng|giảm|kế hoạch|chỉ tiêu|dự toán|trong đó|kém|mục tiêu|bình quân|lũy kế|luỹ kế|phát sinh|tái nghèo")
_PLANNED = Pattern(r"kế hoạch|chỉ tiêu|dự toán|mục tiêu|nghị quyết|đạt|vượt|(?<!\w)không(?!\w)")
_THEN = Pattern(r"(?:(?:đầu (?:năm|kỳ)(?: (?:19|20)\d\d)?|cùng kỳ(?: năm trước| năm ngoái)?|năm trước|năm ngoái|kỳ trước|tháng trước|quý trước|vụ trước)|năm\s+(?P<year>(?:19|20)\d\d))[^,;.()\d]{0,40}\Z")
_NOW = Pattern(r"(?:\s[^\W\d_]+){0,6}\s*[,;]\s*(?:đến |sang |thì )?(?:(?:hiện )?nay|cuối (?:năm|kỳ)(?: (?:19|20)\d\d)?|năm nay|kỳ này|tháng này|quý này|vụ này|năm\s+(?P<year>(?:19|20)\d\d))[^,;.()\d]{0,40}\Z")
_SAID_AGAINST = Pattern(r"[\s,)]*so (?:với )?(?P<what>[^,.;()]{0,40})")
_SAME_TIME = ("cùng kỳ", "năm trước", "năm ngoái", "kỳ trước", "tháng trước", "quý trước", "vụ trước", "đầu năm", "đầu kỳ")
_WORDS = Pattern(r"(?:\s[^\W\d_]+){0,4}")
_NEAR, _BRACKET = 60, 40


def behind(passage: Passage, said: Amount, base: Amount) -> bool:
    """True if ``base``, the next amount, is what the change ``said`` is measured against."""
    words = passage.lower[said.end : base.start]
    if _PLANNED.search(words):
        return False
    bracketed = _AGAINST.match(words) or _BESIDE.match(words)
    if bracketed:
        return not _OTHER_SENSE.search(words[bracketed.start("open") :]) and closes(passage, base)
    return bool(_BARE.match(words) or _IS.match(words))


def beside(passage: Passage, now: Amount, base: Amount) -> bool:
    """True if ``base`` stands alone in brackets behind ``now`` as the amount of an earlier time."""
    words = passage.lower[now.end : base.start]
    bracketed = _BESIDE.match(words[_WORDS.match(words).end() :])
    return bool(bracketed) and not _OTHER_SENSE.search(words) and closes(passage, base)


def before_both(passage: Passage, base: Amount, now: Amount, last: Amount, start: int) -> bool:
    """True for «năm 2022 có 300 hộ, năm 2023 có 315 hộ, tăng …»; ``last`` is the last amount of the change."""
    then = _THEN.search(passage.lower[max(start, base.start - _NEAR) : base.start])
    later = _NOW.match(passage.lower, base.end, now.start) if then else None
    between = passage.lower[base.end : now.start]
    if not later or _OTHER_FIGURE.search(between) or _OTHER_FIGURE.search(then[0]) or not kindred(passage, base, now):
        return False
    if then["year"] and later["year"] and int(then["year"]) >= int(later["year"]):
        return False
    against = _SAID_AGAINST.match(passage.lower, last.end)
    if not against:
        return not passage.lower[last.end : last.end + 30].lstrip(" ,)").startswith(("kế hoạch", "dự toán", "chỉ tiêu", "mục tiêu", "/", "mỗi"))
    return any(time in against["what"] for time in _SAME_TIME) if not then["year"] else then["year"] in against["what"] or "năm trước" in against["what"]


def closes(passage: Passage, base: Amount, others: Sequence[Amount] = ()) -> bool:
    """Brackets hold nothing behind the earlier amount but a few words."""
    rest = passage.text.find(")", base.end, base.end + _BRACKET)
    return rest >= 0 and not any(base.end < a.start < rest for a in others or passage.amounts)

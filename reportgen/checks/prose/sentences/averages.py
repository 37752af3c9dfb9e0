"""«1.250 hộ, 6.500 người, bình quân 5,2 người/hộ»; «diện tích 1.200 ha, năng suất 55 tạ/ha, sản lượng 6.600 tấn».

An average of counts, or a yield, against the one total and the one base of its sentence; with two that may be meant nothing
is said unless one fits. What was sown may be harvested in part only, so a harvest below sown area times yield is let stand;
above it is wrong in any case. Changes («tăng 50 ha»), amounts in brackets and figures of a plan or of last year are no
total and no base.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.checks.prose.judging import outcome, told
from reportgen.checks.prose.likeness import same_word
from reportgen.checks.prose.nouns import Amount, Passage
from reportgen.diagnostics import Finding
from reportgen.pattern import Pattern

AVERAGE = Pattern(r"(?:bình quân|trung bình|quy mô|mật độ|năng suất)[^,;.()\d]{0,40}\Z")
_YIELD = Pattern(r"năng suất[^,;.()\d]{0,40}\Z")
_CHANGED = Pattern(r"(?:tăng|giảm|vượt|hụt|thêm|hơn|kém|cùng kỳ|năm trước|kế hoạch|mục tiêu|còn lại|trong đó|riêng|mỗi|so với)[^,;.()\d]{0,30}\Z")
_OTHER = Pattern(r"cùng kỳ|năm trước|kế hoạch|mục tiêu|phấn đấu|trong đó|riêng|còn lại|dự kiến|lũy kế|luỹ kế|toàn (?:tỉnh|quốc|huyện)|cả nước")
_SOWN = Pattern(r"gieo|trồng|cấy|(?<!\w)sạ|xuống giống|diện tích tự nhiên")
_REAPED = Pattern(r"thu hoạch|cho sản phẩm|kinh doanh")
_STROKE = Pattern(r"\s*[\w ]{0,10}/\s*\d")
_BACK, _FAR = 45, 240


def check_averages(passage: Passage) -> Iterator[Finding]:
    """Findings of the averages of counts and the yields of the passage."""
    rates = [a for a in passage.amounts if a.per and a.kind != "money" and a.firm and _is_average(passage, a)]
    for rate in rates:
        start, end = passage.sentence_of(rate.start)
        if sum(start <= r.start < end for r in rates) == 1:
            amounts = _plain(passage, start, end)
            low, high = _clause(passage, rate, start, end)
            yield from _of_rate(passage, rate, [a for a in amounts if low <= a.start < high], amounts)


def _is_average(passage: Passage, rate: Amount) -> bool:
    return AVERAGE.search(passage.lower, max(0, rate.start - 60), rate.start) is not None


def _plain(passage: Passage, start: int, end: int) -> list[Amount]:
    """The amounts of a sentence that may be a total or a base."""
    return [
        a
        for a in passage.within(start, end)
        if a.firm and not a.per and not a.word and not passage.depth(a.start)
        and not _CHANGED.search(passage.lower, max(start, a.start - _BACK), a.start)
    ]  # fmt: skip


def _clause(passage: Passage, rate: Amount, start: int, end: int) -> tuple[int, int]:
    """The part of the sentence between semicolons that holds the rate."""
    low = passage.lower.rfind(";", start, rate.start)
    high = passage.lower.find(";", rate.end, end)
    return (low + 1 if low >= 0 else start), (high if high >= 0 else end)


def _sides(passage: Passage, rate: Amount, amounts: Sequence[Amount]) -> tuple[list[Amount], list[Amount]]:
    """What may be the base and what the total."""
    bases = [a for a in amounts if _is_base(passage, a, rate)]
    totals = [a for a in amounts if a not in bases and _is_total(a, rate)]
    own = [a for a in totals if a.head == rate.head and rate.head != "người"]  # «người» are nhân khẩu, lao động … as well
    return bases, own or totals


def _of_rate(passage: Passage, rate: Amount, near: Sequence[Amount], amounts: Sequence[Amount]) -> Iterator[Finding]:
    bases, totals = _sides(passage, rate, near)
    if not bases and not totals:
        bases, totals = _sides(passage, rate, amounts)
    if len(bases) != 1 or len(totals) != 1:
        return
    base, total = bases[0], totals[0]
    span = min(base.start, total.start, rate.start), max(base.end, total.end, rate.end)
    words = passage.lower[span[0] : span[1]]
    if len(words) > _FAR or _OTHER.search(words) or _stroked(passage, base) or _stroked(passage, total):
        return
    found = outcome((total, base), lambda q: q[0] / q[1].each(lambda x: x / base.factor), rate, passage.machine)
    if found is None or _sown(passage, base) and found.computed.nominal < rate.value:
        return
    label = "Năng suất" if _YIELD.search(passage.lower, max(0, rate.start - 60), rate.start) else "Mức bình quân"
    yield told(label, f"{total} / {base}", found, rate, passage.place(*span))


def _is_base(passage: Passage, amount: Amount, rate: Amount) -> bool:
    """What the rate is for: the hộ of người/hộ, the ha of tạ/ha."""
    if amount.kind in ("count", "money", "percent", "points"):
        return amount.kind == "count" and amount.factor == 1 and same_word(amount.head, rate.per_head) and amount.head != rate.head
    square = "2" if passage.lower[rate.end : rate.end + 1] in ("2", "²") else ""
    return amount.unit.lower().replace("²", "2") == rate.per[0] + square


def _is_total(amount: Amount, rate: Amount) -> bool:
    if rate.kind != "count":
        return amount.kind == rate.kind
    return amount.kind == "count" and amount.factor == rate.factor == 1 and same_word(amount.head, rate.head)


def _stroked(passage: Passage, amount: Amount) -> bool:
    """True for either side of «99,8/159 ha»."""
    before = passage.lower[max(0, amount.start - 3) : amount.start].rstrip()
    return before.endswith("/") or _STROKE.match(passage.lower, amount.end) is not None


def _sown(passage: Passage, base: Amount) -> bool:
    """True if the area is what was sown, not what was harvested."""
    start, _ = passage.sentence_of(base.start)
    before = passage.lower[max(start, base.start - 80) : base.start]
    return _SOWN.search(before) is not None and _REAPED.search(before) is None

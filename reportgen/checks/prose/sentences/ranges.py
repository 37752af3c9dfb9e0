"""«Từ 10 đến 15%», «10 - 15 hộ»: is the range written upwards, and does what is said to lie in it lie there?

A range written downwards is asked about only where both ends have one unit and nothing speaks of a fall («giảm từ 15 đến
10%») or of a proportion («tỷ lệ 70-30»); «từ 500 đến 1 tỷ» leaves a unit out. What must lie in a range: a value said to
(«nằm trong khoảng»), the average of the rates it spans, and a sum of money, which is a count times one of those rates.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from reportgen.checks.prose.joining import is_range
from reportgen.checks.prose.judging import Nature, finding
from reportgen.checks.prose.likeness import alike
from reportgen.checks.prose.nouns import Amount, Passage
from reportgen.checks.prose.sentences.products import is_counted, is_total, pieces
from reportgen.diagnostics import Finding
from reportgen.noun import noun, replace
from reportgen.pattern import Pattern

_FALLS = Pattern(r"giảm|hạ|xuống|rút|thu hẹp|thay đổi|điều chỉnh|lùi|chuyển|(?:tỷ lệ|tỉ lệ)\s*\Z|tỷ số|tỉ số|cơ cấu|đối ứng|thắng|hiệu|[=+(×x]\s*\Z")
_FROM = Pattern(r"(?<!\w)từ(?:\s+(?:khoảng|mức))?\s*\Z")
_MORE_DASHES = Pattern(r"\s*[-–—/=]\s*\d")
_DASHED_BEFORE = Pattern(r"\d\s*[-–—/]\s*\Z")
_LIES_IN = Pattern(r"nằm trong|thuộc khoảng|trong (?:giới hạn|khung|ngưỡng)")
_LIES_NOT = Pattern(r"không|chưa|ngoài|vượt|dưới|trên|hơn")
_AVERAGE = Pattern(r"(?:bình quân|trung bình)[^,;.()\d]{0,40}\Z")
_LEAST = Pattern(r"(?:thấp nhất|nhỏ nhất)[^,;.()\d]{0,30}\Z")
_MOST = Pattern(r"(?:cao nhất|lớn nhất)[^,;.()\d]{0,30}\Z")
_OTHERS = Pattern(r"chung|toàn|cả nước|tỉnh|năm|cùng kỳ|kế hoạch|riêng|còn lại")
_COUNTED = frozenset(
    "hộ,người,lao động,học sinh,đối tượng,suất,suất quà,lượt,thẻ,con,cây,hồ sơ,hội viên,đảng viên,khẩu,nhân khẩu,doanh nghiệp,trẻ em,nhà,"
    "mô hình,công trình,xã,thôn,trường,sản phẩm,vụ,cuộc".split(",")
)
_LENT_LEAP = 10
"""«từ 500 đến 1 tỷ đồng» is no range downwards: the first end is in another unit."""


@noun
class Range:
    """Both ends in one unit, as written."""

    low: Amount
    high: Amount

    @property
    def words(self) -> str:
        """«10 - 15 triệu đồng/hộ»."""
        return f"{self.low.typed} - {self.high}"


def check_ranges(passage: Passage) -> Iterator[Finding]:
    """Findings VB16 of the ranges in the passage, and of «thấp nhất …, cao nhất …, bình quân …»."""
    if not any(a.loose for a in passage.amounts):
        return
    ranges = list(_ranges(passage))
    for one in ranges:
        if _downwards(passage, one):
            message = f"Khoảng số viết ngược, số lớn đứng trước: {one.words} ({Nature.RANGE.words})"
            place = passage.place(max(0, one.low.start - 20), one.high.end)
            yield finding(Nature.RANGE, message, place, found=one.words, expected=f"{one.high.typed} - {replace(one.low, unit=one.high.unit)}")
        elif one.low.base < one.high.base:
            yield from _inside(passage, one, alone=len(ranges) == 1)
    yield from _between_extremes(passage)


def _ranges(passage: Passage) -> Iterator[Range]:
    for left, right in zip(passage.amounts, passage.amounts[1:], strict=False):
        if left.loose and right.loose and is_range(passage.lower, left, right):
            left, right = replace(left, word=""), replace(right, word="")  # «trong khoảng 13 - 15%» is no «about»
            if left.bare and right.unit:
                left = replace(left, unit=right.unit, kind=right.kind, factor=right.factor, noun=right.noun, per=right.per)
            if right.unit and (alike(left, right) or left.kind == right.kind != "count" and bool(right.per)):
                yield Range(left, right)


def _downwards(passage: Passage, one: Range) -> bool:
    left, right = one.low, one.high
    if any(Fraction(a.value) * left.factor <= Fraction(b.value) * right.factor for a in left.readings for b in right.readings):
        return False
    if left.value + right.value == 100 or left.base >= right.base * _LENT_LEAP or not right.value:
        return False
    if right.kind == "count" and (right.head not in _COUNTED or right.per):
        return False
    before = passage.lower[max(0, left.start - 50) : left.start]
    dashed = "đến" not in passage.lower[left.stop : right.start] and "tới" not in passage.lower[left.stop : right.start]
    if _FALLS.search(before) or _DASHED_BEFORE.search(before) or _MORE_DASHES.match(passage.lower, right.stop):
        return False
    return dashed or _FROM.search(before) is not None


def _inside(passage: Passage, one: Range, alone: bool) -> Iterator[Finding]:
    """What is said to lie in the range, and does not."""
    start, end = passage.sentence_of(one.low.start)
    amounts = passage.within(start, end)
    before = [a for a in amounts if a.end <= one.low.start]
    if before and before[-1].firm and alike(before[-1], one.high) and _lies_in(passage.lower[before[-1].end : one.low.start]):
        yield from _outside(passage, before[-1], one, "không nằm trong khoảng")
    if not (one.high.per and alone):
        return
    for amount in amounts:
        if amount.start > one.high.end and amount.per and amount.firm and amount.kind == one.high.kind and amount.per_head == one.high.per_head:
            words = passage.lower[one.high.end : amount.start]
            if _AVERAGE.search(words) and not _OTHERS.search(words):
                yield from _outside(passage, amount, one, "là bình quân mà không nằm trong khoảng")
    yield from _priced(passage, amounts, one, start)


def _lies_in(words: str) -> bool:
    told = _LIES_IN.search(words)
    return told is not None and len(words) < 60 and not _LIES_NOT.search(words, 0, told.start())


def _outside(passage: Passage, amount: Amount, one: Range, why: str) -> Iterator[Finding]:
    """The finding if the amount, with its play, lies outside on every reading of the digits."""
    low, high = one.low.usual.low, one.high.usual.high
    if all(amount.span(way).high <= low or amount.span(way).low >= high for way in amount.readings):
        message = f"{amount} {why} {one.words} ({Nature.RANGE.words})"
        place = passage.place(min(amount.start, one.low.start), max(amount.end, one.high.end))
        yield finding(Nature.RANGE, message, place, found=str(amount))


def _priced(passage: Passage, amounts: Sequence[Amount], one: Range, start: int) -> Iterator[Finding]:
    """«100 mô hình, mức 10 - 15 triệu đồng/mô hình, tổng kinh phí 1.200 triệu đồng»: between 1.000 and 1.500."""
    rate = one.high
    counts = [a for a in amounts if a.firm and is_counted(a, rate)]
    totals = [a for a in amounts if a.firm and a.kind == rate.kind and not a.per]
    if len(counts) != 1 or len(totals) != 1 or not is_total(passage, amounts, totals[0], rate, start):
        return
    count, total = counts[0], totals[0]
    least, most = (pieces(count.usual, count) * end.usual for end in (one.low, one.high))
    if total.usual.high < least.low or total.usual.low > most.high:
        message = f"{count} × {one.words} không thể là {total} ({Nature.RANGE.words})"
        yield finding(Nature.RANGE, message, passage.place(min(count.start, one.low.start, total.start), max(total.end, rate.end)), found=str(total))


def _between_extremes(passage: Passage) -> Iterator[Finding]:
    """«Hộ thấp nhất 12 triệu đồng, cao nhất 45 triệu đồng, bình quân 50 triệu đồng»."""
    lower = passage.lower
    if "nhất" not in lower or not ("bình quân" in lower or "trung bình" in lower):
        return
    for start, end in passage.sentences:
        sorts: dict[str, list[Amount]] = {"least": [], "most": [], "mean": []}
        for amount in passage.within(start, end):
            low = max(start, amount.start - 50)
            for name, pattern in (("least", _LEAST), ("most", _MOST), ("mean", _AVERAGE)):
                if pattern.search(lower, low, amount.start):
                    sorts[name].append(amount)
        if all(len(found) == 1 for found in sorts.values()):
            (low_end,), (high_end,), (mean,) = sorts.values()
            one = Range(low_end, high_end)
            same = alike(low_end, high_end) and alike(mean, high_end) and low_end.base < high_end.base
            if same and not any(a.word for a in (low_end, high_end, mean)) and not _OTHERS.search(lower, low_end.end, mean.start):
                yield from _outside(passage, mean, one, "là bình quân mà không nằm giữa mức thấp nhất và cao nhất")

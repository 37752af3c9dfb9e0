"""«n hộ, mức m triệu đồng/hộ, số tiền t»: is t the product of the two?

The three stand side by side in one clause, in any order, and the amount of money is called a sum («số tiền», «tổng kinh
phí», «trị giá»). «Bình quân» turns the question round: the rate is then the rounded quotient. Silent where months or
rounds multiply as well, where the money is a part (đã giải ngân, tạm ứng), and where the sum of several counts fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.checks.prose.judging import outcome, told
from reportgen.checks.prose.likeness import same_word
from reportgen.checks.prose.nouns import Amount, Passage
from reportgen.checks.prose.sentences.averages import AVERAGE
from reportgen.diagnostics import Finding
from reportgen.figures.quantity import Quantity
from reportgen.pattern import Pattern

_TOTAL = Pattern(r"số tiền|vốn điều lệ|kinh phí|trị giá|giá trị|thành tiền|tổng|tương ứng|tương đương|=|hết|là\s*\Z|với\s*\Z|cộng")
_PARTIAL = Pattern(
    r"giải ngân|đã chi|tạm ứng|còn lại|còn thiếu|đợt|lũy kế|luỹ kế|cùng kỳ|năm trước|trong đó|riêng|ngoài ra|bổ sung|đối ứng|từ nguồn|"
    r"tối đa|tối thiểu|chương trình|giai đoạn|toàn (?:tỉnh|huyện|xã)|các nguồn|cả năm|hoạt động|kế hoạch|quyết toán|thu hồi|doanh thu|thu nhập|dư nợ|tiết kiệm|ngân sách (?:tỉnh|huyện|xã|trung ương|địa phương)"
)
_AVERAGE = Pattern(r"bình quân|trung bình|đạt\s*\Z|thu nhập|năng suất")
_TIMES = frozenset("tháng quý năm ngày đợt lần kỳ buổi tuần vòng ca tiết giờ khẩu lượt vụ".split())
_BOUND = Pattern(r"tối đa|tối thiểu|ít nhất|không quá|thấp nhất|cao nhất|từ\s*\Z|đến\s*\Z")
_SEMICOLON = Pattern(";")
_FAR = 110
_BEFORE = 60


def check_products(passage: Passage) -> Iterator[Finding]:
    """Findings of every rate in the passage."""
    if not any(a.per for a in passage.amounts):
        return
    for start, end in _clauses(passage):
        amounts = passage.within(start, end)
        if any(a.head in _TIMES for a in amounts):
            yield from _timed(passage, amounts, start)
            continue
        yield from _two_rates(passage, amounts)
        for at, rate in enumerate(amounts):
            if rate.per and rate.firm and (rate.kind == "money" or not _is_average(passage, rate)):
                yield from _of_rate(passage, amounts, at, start)


def _clauses(passage: Passage) -> Iterator[tuple[int, int]]:
    """Sentences, cut at semicolons outside brackets."""
    for start, end in passage.sentences:
        at = start
        for cut in passage.at_depth(_SEMICOLON, start, end, 0):
            yield at, cut
            at = cut + 1
        yield at, end


def _is_average(passage: Passage, rate: Amount) -> bool:
    """True for «bình quân 5,2 người/hộ»: the averages of counts and yields are judged by ``averages``."""
    return AVERAGE.search(passage.lower, max(0, rate.start - _BEFORE), rate.start) is not None


def _of_rate(passage: Passage, amounts: Sequence[Amount], at: int, start: int) -> Iterator[Finding]:
    rate = amounts[at]
    counts = [a for a in amounts if is_counted(a, rate)]
    totals = [a for a in amounts if a.kind == rate.kind and not a.per and a not in counts]
    rates = [a for a in amounts if a.per]
    if len(rates) > 1:
        if len(totals) < len(rates):
            return
        totals = [a for a in totals if _next_to(a, amounts, at)]
        counts = [a for a in counts if _next_to(a, amounts, at)]
    if len(totals) != 1 or not counts or not all(a.firm for a in (*totals, *counts)):
        return
    total = totals[0]
    if not is_total(passage, amounts, total, rate, start):
        return
    count = _count_for(counts, rate)
    span = (min(count.start, rate.start, total.start), max(count.end, rate.end, total.end))
    if span[1] - span[0] > 3 * _FAR or (len(counts) > 1 and _sum_fits(counts, rate, total, passage.machine)):
        return
    yield from _judged(passage, count, rate, total, span)


def _timed(passage: Passage, amounts: Sequence[Amount], start: int) -> Iterator[Finding]:
    """«215 trẻ, mức 160.000 đồng/trẻ/tháng trong 9 tháng, số tiền 309,6 triệu đồng»: exactly these four."""
    rates = [a for a in amounts if a.per]
    if len(amounts) != 4 or len(rates) != 1 or rates[0].kind != "money":
        return
    rate = rates[0]
    stretch = passage.lower[rate.stop : rate.end].rpartition("/")[2].strip()
    times = [a for a in amounts if a.head == stretch in _TIMES and a.firm]
    counts = [a for a in amounts if a.firm and is_counted(a, rate)]
    totals = [a for a in amounts if a.firm and a.kind == "money" and a is not rate]
    if not (len(times) == len(counts) == len(totals) == 1) or _BOUND.search(passage.lower, max(0, rate.start - 30), rate.start):
        return
    count, time, total = counts[0], times[0], totals[0]
    if not is_total(passage, amounts, total, rate, start):
        return
    found = outcome((count, rate, time), lambda q: q[0] * q[1] * q[2], total, passage.machine)
    if found and outcome((count, rate), lambda q: q[0] * q[1], total, passage.machine):
        span = min(a.start for a in amounts), max(a.end for a in amounts)
        yield told("Số lượng nhân mức nhân thời gian", f"{count} × {rate} × {time}", found, total, passage.place(*span))


def _two_rates(passage: Passage, amounts: Sequence[Amount]) -> Iterator[Finding]:
    """«45 nhà, mức 60 triệu đồng/nhà và 30 nhà, mức 30 triệu đồng/nhà, tổng kinh phí 3.600 triệu đồng»: exactly these five."""
    if len(amounts) != 5 or not all(a.firm for a in amounts):
        return
    one, its, two, that, total = amounts
    if not (its.per and that.per and not total.per and its.kind == that.kind == total.kind == "money"):
        return
    words = passage.between(that, total)
    if not (is_counted(one, its) and is_counted(two, that)) or "tổng" not in words or _PARTIAL.search(words) or len(words) > _FAR:
        return
    found = outcome(amounts[:4], lambda q: pieces(q[0], one) * q[1] + pieces(q[2], two) * q[3], total, passage.machine)
    if found:
        working = f"{one} × {its} + {two} × {that}"
        yield told("Số lượng nhân mức", working, found, total, passage.place(one.start, total.end))


def _judged(passage: Passage, count: Amount, rate: Amount, total: Amount, span: tuple[int, int]) -> Iterator[Finding]:
    if _AVERAGE.search(passage.lower[max(span[0], rate.start - _BEFORE) : rate.start]):
        found = outcome((total, count), lambda q: q[0] / pieces(q[1], count), rate, passage.machine)
        working, printed, label = f"{total} / {count}", rate, "Mức bình quân"
    else:
        found = outcome((count, rate), lambda q: pieces(q[0], count) * q[1], total, passage.machine)
        working, printed, label = f"{count} × {rate}", total, "Số lượng nhân mức"
    if found:
        yield told(label, working, found, printed, passage.place(*span))


def pieces(quantity: Quantity, count: Amount) -> Quantity:
    """How many of the rate's own unit: 120 for 120 ha at so much a ha."""
    return quantity.each(lambda x: x / count.factor)


def is_counted(amount: Amount, rate: Amount) -> bool:
    """True if the rate is for what the amount counts or measures: 276 hộ at so much a nhà, 120 ha at so much a ha."""
    if amount.per or amount.word in ("gan", "khoang"):
        return False
    if amount.kind not in ("count", "money", "percent"):
        return amount.unit.lower() == rate.per[0]
    return amount.kind == "count" and amount.factor == 1 and same_word(amount.head, rate.per_head)


def _next_to(amount: Amount, amounts: Sequence[Amount], at: int) -> bool:
    """True if no other rate stands between the amount and the rate."""
    i = amounts.index(amount)
    low, high = sorted((i, at))
    return high - low <= 2 and not any(a.per for a in amounts[low + 1 : high])


def is_total(passage: Passage, amounts: Sequence[Amount], total: Amount, rate: Amount, start: int) -> bool:
    """True if the words before the money call it the sum of this, and nothing says it is but a part."""
    i = amounts.index(total)
    before = max(amounts[i - 1].end if i else start, total.start - _FAR)
    words = passage.lower[before : total.start]
    low, high = sorted((total.start, rate.start))
    return bool(_TOTAL.search(words)) and not _PARTIAL.search(words) and not _PARTIAL.search(passage.lower[low:high])


def _count_for(counts: Sequence[Amount], rate: Amount) -> Amount:
    """The count with the rate's own word, nearest to it; else the nearest kindred one."""
    own = [a for a in counts if a.head == rate.per_head] or counts
    return min(own, key=lambda a: abs(a.start - rate.start))


def _sum_fits(counts: Sequence[Amount], rate: Amount, total: Amount, machine: bool) -> bool:
    if not outcome((*counts, rate), lambda q: sum(q[1:-1], q[0]) * q[-1], total, machine):
        return True
    return any(not outcome((c, rate), lambda q: q[0] * q[1], total, machine) for c in counts)

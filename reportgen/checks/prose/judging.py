"""One printed amount against what its neighbours give: right, or which kind of wrong.

The order of the questions is that of ``checks/verdicts``: does the printed number follow by half-up rounding (nothing is
said); can the play of rounded operands explain it (worth knowing); were digits cut off; else it is an error. Before an
error is said, every other reading of the digits is tried: «2.087 tỷ» that fits as 2,087 is a slip of the dot, said as
such, and where the document writes decimals with dots, or the slip would be an English comma, nothing is said at all.

How far a number may lie from its print: half a unit of the last digit for percentages, measures, decimals and money
(«16.560 triệu đồng»); nothing for counts and for rates («60 triệu đồng/nhà» is a norm, «bình quân» is not); what a
reader takes «gần», «trên», «khoảng» to mean for the rest.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import islice, product

from reportgen.checks.prose.nouns import WORDS, Amount
from reportgen.checks.prose.spans import reach_of
from reportgen.checks.prose.typed import Reading
from reportgen.checks.shown import exact_text, gap_text
from reportgen.diagnostics import Finding, Place, Severity
from reportgen.figures.quantity import Quantity, cut, rounded
from reportgen.noun import noun
from reportgen.vietnamese.numbers import format_number

MOST_READINGS = 64
Rule = Callable[[Sequence[Quantity]], Quantity]


class Nature(enum.Enum):
    """What kind of wrong: the words for staff, the code, the severity, what to do."""

    ARITHMETIC = ("sai số học", "VB01", Severity.ERROR, "Xem lại từng con số của phép tính này, sửa số sai.")
    CUT = ("cắt bớt chữ số, không làm tròn", "VB02", Severity.WARNING, "Làm tròn: từ 5 trở lên thì thêm 1 vào chữ số trước.")
    ROUNDING = (
        "chênh do làm tròn, không phải lỗi", "VB03", Severity.INFO, "Muốn khớp tuyệt đối, tính từ số liệu chưa làm tròn.",
    )  # fmt: skip
    SUSPICION = ("nghi vấn", "VB04", Severity.WARNING, "Xem lại các con số này; nếu câu có ý khác, viết rõ hơn.")
    WORD = ("nghi vấn: chữ chỉ số gần đúng không hợp", "VB05", Severity.WARNING, "Sửa chữ đứng trước con số.")
    OVER = ("sai số học: phần lớn hơn tổng", "VB06", Severity.ERROR, "Xem lại số của từng phần và số tổng.")
    DIRECTION = ("sai: lời văn ngược với con số", "VB07", Severity.ERROR, "Sửa lời văn, hoặc xem lại hai con số.")
    RANGE = ("nghi vấn", "VB16", Severity.WARNING, "Xem lại hai đầu của khoảng và con số được nói tới.")
    DOT = ("nhầm dấu chấm với dấu phẩy", "VB08", Severity.ERROR, "Phần thập phân viết sau dấu phẩy.")

    @property
    def words(self) -> str:
        """The nature as staff read it."""
        return self.value[0]


@noun
class Outcome:
    """``computed`` in the unit of the printed amount; ``slips``: for DOT, the amounts whose dot stands for a comma."""

    nature: Nature
    computed: Quantity
    slips: tuple[Amount, ...] = ()


def quantity(amount: Amount, reading: Reading | None = None) -> Quantity:
    """What the amount may stand for, in base units."""
    if reading is None or reading is amount.readings[0]:
        return amount.usual
    return amount.span(reading)


def outcome(operands: Sequence[Amount], rule: Rule, printed: Amount, machine: bool = False) -> Outcome | None:
    """None if ``printed`` is what ``rule`` makes of the operands, or may be on another reading of the digits."""
    first: Outcome | None = None
    amounts = (*operands, printed)
    for n, ways in enumerate(islice(product(*(a.readings for a in amounts)), MOST_READINGS)):
        try:
            found = on_reading(amounts, ways, rule)
        except ZeroDivisionError:
            if not n:
                return None
            continue
        if n == 0:
            first = found
            if found is None or found.nature in (Nature.ROUNDING, Nature.CUT):
                return found
        elif found is None:
            return _slip(amounts, ways, first, machine)
    return first


def on_reading(amounts: Sequence[Amount], ways: Sequence[Reading], rule: Rule) -> Outcome | None:
    """The outcome on one reading of the operands and, last, the printed amount. Raises ZeroDivisionError."""
    *operands, printed = amounts
    *given, said = ways
    total = rule([quantity(a, w) for a, w in zip(operands, given, strict=True)])
    computed = total.each(lambda x: x / printed.factor)
    nature = nature_of(computed, printed, said)
    return Outcome(nature, computed) if nature else None


def _slip(amounts, ways, first: Outcome | None, machine: bool) -> Outcome | None:
    """The relation holds on another reading: a slip of the dot, or nothing where that is how the document writes."""
    changed = [(a, w) for a, w in zip(amounts, ways, strict=True) if w is not a.readings[0]]
    if machine or first is None or any(w.kind != "dot" for _, w in changed):
        return None
    return Outcome(Nature.DOT, first.computed, tuple(a for a, _ in changed))


def nature_of(computed: Quantity, printed: Amount, way: Reading) -> Nature | None:
    """None if the printed number, read this way, is right. Both in the unit of ``printed``."""
    said, decimals = Fraction(way.value), way.decimals
    if printed.word:
        return _nature_of_word(computed, printed.word, said, decimals)
    if Fraction(rounded(computed.nominal, decimals)) == said:
        return None
    meant = quantity(printed, way)
    if meant.each(lambda x: x / printed.factor).may_equal(computed):
        return Nature.ROUNDING
    if Fraction(cut(computed.nominal, decimals)) == said:
        return Nature.CUT
    return Nature.ARITHMETIC


def _nature_of_word(computed: Quantity, word: str, said: Fraction, decimals: int) -> Nature | None:
    reach = reach_of(said, decimals)
    low = said if word in ("tren", "hon") else said - reach
    high = said if word == "gan" else said + reach
    if low <= computed.nominal <= high:
        return None
    if not computed.is_exact and max(computed.low, low) <= min(computed.high, high):
        return Nature.ROUNDING
    return Nature.WORD if abs(computed.nominal - said) <= reach else Nature.ARITHMETIC


def finding(nature: Nature, message: str, place: Place, found: str = "", expected: str = "", hint: str = "") -> Finding:
    """A finding of this nature; the nature stands at the end of the message."""
    _, code, severity, usual = nature.value
    return Finding(code, severity, message, place, found=found, expected=expected, hint=hint or usual)


def told(label: str, workings: str, result: Outcome, printed: Amount, place: Place) -> Finding:
    """«Tích số: 458 nhà × 60 triệu đồng/nhà = 27.480 triệu đồng, nhưng ghi 27.420,0 triệu đồng (sai số học, lệch 60 …)»."""
    x = result.computed.nominal
    said = Fraction(printed.value)
    exact = with_unit(exact_text(x, printed.decimals, said), printed.unit)
    expected = with_unit(format_number(rounded(x, printed.decimals), printed.decimals), printed.unit)
    if result.nature is Nature.DOT:
        slips = ", ".join(f"«{a}»" for a in result.slips)
        right = ", ".join(with_unit(a.typed.replace(".", ","), a.unit) for a in result.slips)
        message = f"{label}: {workings} = {exact}, nhưng ghi {printed}; đọc {slips} là {right} thì khớp ({result.nature.words})"
        return finding(result.nature, message, place, found=slips.strip("«»"), expected=right)
    if result.nature is Nature.WORD:
        word = WORDS["gan" if x < said else "tren"]
        expected = f"{word} {with_unit(printed.typed, printed.unit)}" if x != said else with_unit(printed.typed, printed.unit)
        message = f"{label}: {workings} = {exact}, nhưng ghi {printed} ({result.nature.words})"
        return finding(result.nature, message, place, found=str(printed), expected=expected)
    apart = with_unit(gap_text(x - said, printed.decimals), points_of(printed))
    if result.nature is Nature.SUSPICION:
        expected = ""
    shown = f"{workings} = {exact}" if exact != workings else exact
    message = f"{label}: {shown}, nhưng ghi {printed} ({result.nature.words}, lệch {apart})"
    return finding(result.nature, message, place, found=str(printed), expected=expected)


def points_of(printed: Amount) -> str:
    """The unit of a difference: percentages differ by điểm phần trăm."""
    return "điểm phần trăm" if printed.kind == "percent" else printed.unit


def with_unit(number: str, unit: str) -> str:
    """«6,92%», «60 triệu đồng»."""
    return f"{number}{unit}" if not unit or unit.startswith(("%", "‰")) else f"{number} {unit}"

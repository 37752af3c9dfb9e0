"""One printed figure against what the others give: is it right, and if not, what kind of wrong?

The order of the questions is the decision here. First the reader's own test: do the printed operands, worked out and
rounded half up, give the printed result? Then nothing is said. Next, could the play of rounded operands explain the
difference? Then it is worth knowing, no more. Then, were digits cut off where they should be rounded? What is left is
an arithmetic error. A word of approximation is judged as what it claims: «gần 976» is wrong of 976,3.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from reportgen.diagnostics import Finding, Place, Severity
from reportgen.figures.model import APPROXIMATIONS, Figure, measured
from reportgen.figures.quantity import Quantity, cut, printed_range, rounded, word_reach
from reportgen.noun import noun
from reportgen.vietnamese.numbers import format_number

MOST_OPERANDS = 6


class Nature(enum.Enum):
    """What kind of deviation: the words for staff, its code and its severity."""

    ARITHMETIC = ("sai số học", "SL30", Severity.ERROR)
    CUT = ("cắt bớt chữ số, không làm tròn", "SL31", Severity.WARNING)
    ROUNDING = ("chênh lệch do làm tròn", "SL32", Severity.INFO)
    WORD = ("chữ chỉ số gần đúng không hợp", "SL33", Severity.WARNING)

    @property
    def words(self) -> str:
        """The nature as staff read it."""
        return self.value[0]


@noun
class Claim:
    """``target`` is said to be what ``workings`` gives: ``computed``, in the target's own unit."""

    label: str
    workings: str
    computed: Quantity
    target: Figure


def judge(claim: Claim) -> Finding | None:
    """A finding if the printed target is not what its operands give."""
    nature = nature_of(claim.computed, claim.target)
    if nature is None:
        return None
    expected = expected_text(claim, nature)
    apart = abs(claim.computed.nominal - Fraction(claim.target.value))
    gap = "" if nature is Nature.WORD else f", lệch {printed_like(claim.target, apart)}"
    message = f"{claim.label}: {claim.workings} = {expected}, nhưng «{claim.target.label}» ghi {claim.target} ({nature.words}{gap})"
    found = str(claim.target)
    return deviation(
        nature, message, claim.target.place, found=found, expected=expected, accepted=claim.target.accepted
    )


def deviation(nature: Nature, message: str, place: Place, **more: str) -> Finding:
    """A finding of this nature, with the hint that goes with it."""
    return Finding(nature.value[1], nature.value[2], message, place, hint=_HINTS[nature], **more)


_HINTS = {
    Nature.ARITHMETIC: "xem lại từng số liệu; nếu các số đã làm tròn từ trước, khai «lam_tron: có» ở chỉ tiêu; "
    "nếu phải giữ như vậy, ghi lý do ở «chap_nhan» của số liệu",
    Nature.CUT: "làm tròn theo quy tắc: từ 5 trở lên thì thêm 1 vào chữ số trước",
    Nature.ROUNDING: "không phải lỗi; nếu muốn khớp tuyệt đối, lấy số liệu chưa làm tròn để tính",
    Nature.WORD: "sửa chữ đứng trước con số, hoặc ghi con số sát hơn",
}


def nature_of(computed: Quantity, target: Figure) -> Nature | None:
    """None if the printed target is right."""
    if target.approximation:
        return _nature_of_word(computed, target)
    if rounded(computed.nominal, target.indicator.decimals) == target.value:
        return None
    if printed_range(target).may_equal(computed):
        return Nature.ROUNDING
    if cut(computed.nominal, target.indicator.decimals) == target.value:
        return Nature.CUT
    return Nature.ARITHMETIC


def _nature_of_word(computed: Quantity, target: Figure) -> Nature | None:
    said, meant = Fraction(target.value), printed_range(target)
    x = computed.nominal
    if meant.low <= x <= meant.high and (x != said or target.approximation == "khoang"):
        return None
    if not computed.is_exact and max(computed.low, meant.low) <= min(computed.high, meant.high):
        return Nature.ROUNDING
    return Nature.WORD if abs(x - said) <= word_reach(target) else Nature.ARITHMETIC


def expected_text(claim: Claim, nature: Nature) -> str:
    """The right value, worded and with its unit; for a wrong word, the same number behind the right word."""
    x, said = claim.computed.nominal, Fraction(claim.target.value)
    if nature is not Nature.WORD:
        return printed_like(claim.target, x)
    word = APPROXIMATIONS["gan" if abs(x) < abs(said) else "tren"]
    return claim.target.measured if x == said else f"{word} {claim.target.measured}"


def printed_like(target: Figure, x: Fraction) -> str:
    """A value in the target's unit, printed as the target is."""
    decimals = target.indicator.decimals
    while decimals < 6 and x and not rounded(x, decimals):
        decimals += 1
    value = rounded(x, decimals)
    pad = 2 if target.indicator.pad2 and value > 0 else 0
    return measured(format_number(value, decimals, pad=pad), target.unit)


def worded(figures: Sequence[Figure], sign: str) -> str:
    """The operands for a message: «Số nhà (458 nhà) × Mức hỗ trợ (60 triệu đồng/nhà)»."""
    shown = [f"{figure.label} ({figure})" for figure in figures[:MOST_OPERANDS]]
    rest = [f"… ({len(figures)} số)"] if len(figures) > MOST_OPERANDS else []
    return f" {sign} ".join(shown + rest)


def number_text(x: Fraction) -> str:
    """A bare number for messages: at most six decimals, none that are zero."""
    value = rounded(x, 6)
    return format_number(value.normalize() if value else Decimal(0))

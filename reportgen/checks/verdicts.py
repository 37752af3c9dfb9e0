"""One printed figure against what the others give: is it right, and if not, what kind of wrong?

The order of the questions is the decision here. First the reader's own test: do the printed operands, worked out and
rounded by the declared rule, give the printed result? Then nothing is said. Next, could the play of rounded operands
explain the difference? Then it is worth knowing, no more. Then, were digits cut off where they should be rounded (or
rounded where they should be cut)? What is left is an arithmetic error. A word of approximation is judged as what it
claims: «gần 976» is wrong of 976,3.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from fractions import Fraction

from reportgen.checks.shown import as_printed, exactly, gap
from reportgen.diagnostics import Finding, Place, Severity
from reportgen.figures.model import APPROXIMATIONS, Figure
from reportgen.figures.quantity import Quantity, cut, printed_range, printed_value, rounded, word_reach
from reportgen.noun import noun

MOST_OPERANDS = 12


class Nature(enum.Enum):
    """What kind of deviation: the words for staff, its code and its severity."""

    ARITHMETIC = ("sai số học", "SL30", Severity.ERROR)
    CUT = ("cắt bớt chữ số, không làm tròn", "SL31", Severity.WARNING)
    RAISED = ("làm tròn, trong khi đã khai cắt bớt", "SL31", Severity.WARNING)
    ROUNDING = ("chênh lệch do làm tròn", "SL32", Severity.INFO)
    WORD = ("chữ chỉ số gần đúng không hợp", "SL33", Severity.WARNING)
    OVER = ("các phần vượt quá tổng", "SL34", Severity.ERROR)
    DIRECTION = ("lời văn ngược với số liệu", "SL35", Severity.ERROR)
    POINTS = ("nhầm % với điểm phần trăm", "SL36", Severity.WARNING)

    @property
    def words(self) -> str:
        """The nature as staff read it."""
        return self.value[0]


_HINTS = {
    Nature.ARITHMETIC: "xem lại từng số liệu; nếu các số đã làm tròn từ trước, khai «lam_tron: có» ở chỉ tiêu; "
    "nếu phải giữ như vậy, ghi lý do ở «chap_nhan» của số liệu",
    Nature.CUT: "làm tròn theo quy tắc: từ 5 trở lên thì thêm 1 vào chữ số trước; nếu văn bản cắt bớt cả loạt, khai "
    "«quy_tac_lam_tron: cat_bot»",
    Nature.RAISED: "bỏ các chữ số thừa, không thêm 1; nếu văn bản vẫn làm tròn, bỏ «quy_tac_lam_tron: cat_bot»",
    Nature.ROUNDING: "không phải lỗi; nếu muốn khớp tuyệt đối, lấy số liệu chưa làm tròn để tính",
    Nature.WORD: "sửa chữ đứng trước con số, hoặc ghi con số sát hơn",
    Nature.OVER: "xem lại số của từng phần và số tổng; nếu phải giữ như vậy, ghi lý do ở «chap_nhan» của số tổng",
    Nature.DIRECTION: "sửa lời văn và «viet_la», hoặc xem lại hai số liệu",
    Nature.POINTS: "đổi don_vi_tinh thành «điểm phần trăm»: hiệu của hai tỷ lệ % không phải là %",
}
_ROUNDED_ALREADY = "xem lại từng số liệu; nếu phải giữ như vậy, ghi lý do ở «chap_nhan» của số liệu"
"""For operands whose rounding is reckoned with, declaring it would change nothing."""


@noun
class Claim:
    """``target`` is said to be what ``workings`` gives: ``computed``, in the target's own unit.

    ``hint`` replaces the usual one for an arithmetic error, ``gap`` the word before the difference («lệch»).
    """

    label: str
    workings: str
    computed: Quantity
    target: Figure
    hint: str = ""
    gap: str = "lệch"


def judge(claim: Claim) -> Finding | None:
    """A finding if the printed target is not what its operands give."""
    nature = nature_of(claim.computed, claim.target)
    return told(claim, nature) if nature else None


def told(claim: Claim, nature: Nature) -> Finding:
    """The finding that ``claim`` fails in this way: operands, exact result, what should be printed, what is."""
    target = claim.target
    exact, expected = exactly(claim.computed.nominal, target), expected_text(claim, nature)
    shown = f"{claim.workings} = {exact}"
    if nature is not Nature.ROUNDING and expected != exact:
        shown += f", phải ghi {expected}"
    message = f"{claim.label}: {shown}, nhưng «{target.label}» ghi {target} ({_worded_nature(claim, nature)})"
    more = {"found": str(target), "expected": expected, "accepted": target.accepted}
    hint = claim.hint or ("" if claim.computed.is_exact else _ROUNDED_ALREADY)
    return deviation(nature, message, target.place, hint=hint, **more)


def deviation(nature: Nature, message: str, place: Place, hint: str = "", **more: str) -> Finding:
    """A finding of this nature; ``hint`` instead of the one that goes with an arithmetic error."""
    usual = _HINTS[nature]
    fitting = hint if hint and nature is Nature.ARITHMETIC else usual
    return Finding(nature.value[1], nature.value[2], message, place, hint=fitting, **more)


def nature_of(computed: Quantity, target: Figure) -> Nature | None:
    """None if the printed target is right."""
    if target.approximation:
        return _nature_of_word(computed, target)
    indicator = target.indicator
    if printed_value(computed.nominal, indicator) == target.value:
        return None
    if printed_range(target).may_equal(computed):
        return Nature.ROUNDING
    if indicator.cuts and rounded(computed.nominal, indicator.decimals) == target.value:
        return Nature.RAISED
    if not indicator.cuts and cut(computed.nominal, indicator.decimals) == target.value:
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
    x, target = claim.computed.nominal, claim.target
    said = Fraction(target.value)
    if nature is Nature.WORD:
        word = APPROXIMATIONS["gan" if abs(x) < abs(said) else "tren"]
        return target.measured if x == said else f"{word} {target.measured}"
    if nature is Nature.ROUNDING and target.approximation:
        return exactly(x, target)
    return as_printed(x, target)


def _worded_nature(claim: Claim, nature: Nature) -> str:
    """«sai số học, lệch 56 triệu đồng, làm tròn chỉ giải thích được 22,5 triệu đồng»."""
    target, computed = claim.target, claim.computed
    if nature in (Nature.WORD, Nature.DIRECTION):
        return nature.words
    apart = abs(computed.nominal - Fraction(target.value))
    words = f"{nature.words}, {claim.gap} {gap(apart, target)}"
    play = _play(computed, printed_range(target))
    if nature is Nature.ARITHMETIC and not computed.is_exact and 0 < play < apart:
        words += f"; làm tròn chỉ giải thích được nhiều nhất {gap(play, target)}"
    return words


def _play(computed: Quantity, meant: Quantity) -> Fraction:
    """How far rounding alone may carry the result towards the printed number, that one's own rounding included."""
    if meant.nominal > computed.nominal:
        return computed.high - computed.nominal + meant.nominal - meant.low
    return computed.nominal - computed.low + meant.high - meant.nominal


def worded(figures: Sequence[Figure], sign: str) -> str:
    """The operands for a message: «Số nhà (458 nhà) × Mức hỗ trợ (60 triệu đồng/nhà)»."""
    shown = [named(figure) for figure in figures[:MOST_OPERANDS]]
    rest = [f"… ({len(figures)} số)"] if len(figures) > MOST_OPERANDS else []
    return f" {sign} ".join(shown + rest)


def named(figure: Figure) -> str:
    """A figure with its name for a message: «Số nhà (458 nhà)»."""
    return f"{figure.label} ({figure})"

"""Numbers that cannot be, whatever the others say: minus 26 households, a share of 105,2 %, what the office itself rules out.

Nothing contradicts such a number when no relation names it, and a slipped sign or digit is the commonest of all faults. But an
alarm that is wrong twice is read no more, so the name of the figure decides and every doubt is for the writer. A count may fall
below zero where it is a difference («tăng», «chênh lệch», «so với», «thừa, thiếu»), where a relation says so (``hieu``,
``tang_giam``) or where it is worked out; money, temperatures, levels and scores may always. A percentage above 100 is
wrong only of a part («tỷ lệ hộ nghèo», «chiếm»), never of a plan, a pace, an outturn or a ratio of two different things. These are
warnings. ``thap_nhat`` and ``cao_nhat`` of an indicator say it exactly: then what lies outside is an error, and nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from reportgen.diagnostics import Finding, error, warning
from reportgen.figures.derive import LARGEST
from reportgen.figures.expressions import Name, Negative, Operation, Tree, names_in, parse_comparison
from reportgen.figures.model import Figure, Figures, Indicator
from reportgen.figures.relations import Relation
from reportgen.figures.tokens import ExpressionError
from reportgen.figures.units import PERCENT, is_points, measure
from reportgen.noun import noun
from reportgen.pattern import Pattern
from reportgen.vietnamese.numbers import format_number
from reportgen.vietnamese.text import lower, nfc

NEGATIVE, OVER, OUTSIDE = "SL41", "SL42", "SL43"
WHOLE = Decimal(100)

_CHANGES = Pattern(
    r"\b(tăng|giảm|chênh|lệch|biến động|thay đổi|so với|so sánh|cân đối|thừa|thiếu|hụt|vượt|điều chỉnh|bù trừ|thuần|ròng|âm|dư|hiệu"
    r"|lãi|lỗ|di cư|nhiệt|cắt|luân chuyển)\b|[+±]|\(-\)"
)
"""Words of a name that may stand for less than nothing."""
_BELOW_ZERO = Pattern(
    r"((độ|điểm$|lần|bậc|mm|cm|dm|usd|eur|euro|đô|nhân dân tệ|yên|giờ|phút|giây|ngày|tháng|năm|db)\b|[°º$€])"
)
"""Units that are no counted things though they have no dimension here: degrees, levels, scores, other moneys, time."""
_THOUSANDS = Pattern(r"((nghìn|ngàn|triệu|tỷ|tỉ|chục|trăm)\s+)+")
_SHARE = Pattern(r"\b(t[ỷỉ] (lệ|trọng)\s+[^\W\d_]|chiếm|cơ cấu)")
"""Names of a part of a whole. A column that says no more than «Tỷ lệ (%)» may be that of a plan."""
_MAY_EXCEED = Pattern(
    r"\b(kế hoạch|kh|so|tăng|giảm|tốc độ|phát triển|hoàn thành|thực hiện|đạt(?! (chuẩn|danh|tiêu chuẩn|tiêu chí))|dự toán|chỉ tiêu"
    r"|mục tiêu|giao(?! thông)|định mức|vượt|nợ|trên(?! (địa bàn|\d))|công suất|giường|biên chế|phụ thuộc|giới tính|huy động"
    r"|nhập học|đi học|quy đổi|hoàn vốn|lợi nhuận|sinh lời|thu(?! (gom|nhập))|chi|dự phòng|bồi thường|trượt giá|lạm phát|cho vay|tồn"
    r"|đòn bẩy|lãi|chênh|thừa|quá tải|chậm)\b|/"
)
"""Words of a name that make a percentage more than a part of a whole."""


@noun
class Limits:
    """What a figure may be: no less than ``low``, no more than ``high`` (None: anything); which of them its indicator declares."""

    low: Decimal | None = None
    high: Decimal | None = None
    low_declared: bool = False
    high_declared: bool = False

    def hold(self, value: Decimal) -> bool:
        """True for a value within."""
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


ANY = Limits()
INDICATOR = ("ghi lý do ở «chap_nhan» của số liệu, hoặc ", "chỉ tiêu")
COLUMN = ("ghi lý do ở «chap_nhan» của bảng, hoặc ", "cột")
"""Where a reason is given, and where limits are declared."""


def check_plausible(figures: Figures, relations: Iterable[Relation]) -> Iterator[tuple[str, Finding]]:
    """(key, finding) for every figure outside its limits: SL43 where they are declared, else SL41 or SL42.

    A figure of another period is judged in its own report.
    """
    unusual = {key: figure for key, figure in figures.items() if figure.origin != "past" and _is_unusual(figure)}
    limits = limits_of({key: figure.indicator for key, figure in unusual.items()}, relations) if unusual else {}
    for key, figure in unusual.items():
        if key in limits and not limits[key].hold(figure.value):
            yield key, finding_of(f"«{figure.label}» ({key})", figure, limits[key])


def _is_unusual(figure: Figure) -> bool:
    """False where no limit can be broken whatever the name says: nearly always, and then no name is looked at."""
    its = figure.indicator
    return figure.value < 0 or its.low is not None or its.high is not None or (figure.value > WHOLE and _is_share(its.unit))


def limits_of(indicators: Mapping[str, Indicator], relations: Iterable[Relation]) -> dict[str, Limits]:
    """The limits of the figures that have any, by key."""
    changing = set(_differences(relations))
    found = {}
    for key, indicator in indicators.items():
        limits = _limits(indicator, key in changing)
        if limits != ANY:
            found[key] = limits
    return found


def within(limits: Mapping[str, Limits]) -> Callable[[Mapping[str, Sequence[Any]]], bool]:
    """A quick test for many reports at once: exact values of each figure, blanks left out → whether all keep their limits."""
    ends = [(key, _plain(its.low, -1), _plain(its.high, 1)) for key, its in limits.items()]

    def hold(values: Mapping[str, Sequence[Any]]) -> bool:
        for key, low, high in ends:
            its = values.get(key)
            if its and not (low <= min(its) and max(its) <= high):
                return False
        return True

    return hold


def _plain(end: Decimal | None, side: int) -> int | Fraction:
    """An end of a range as a number any exact value compares with; beyond all figures where there is none."""
    if end is None:
        return side * LARGEST
    return int(end) if end == end.to_integral_value() else Fraction(end)


def finding_of(name: str, figure: Figure, limits: Limits, ways: tuple[str, str] = INDICATOR) -> Finding:
    """What is to be said of a figure outside its ``limits``; ``name``: what the message calls it, ``ways`` to let it stand."""
    reason, declaration = ways
    if figure.origin == "formula":
        name, reason = f"{name} tính ra {figure.working}", ""
    is_low = limits.low is not None and figure.value < limits.low
    if limits.low_declared if is_low else limits.high_declared:
        hint = f"xem lại con số; nếu đúng, {reason}sửa «thap_nhat», «cao_nhat» của {declaration}"
        more = {"hint": hint, "found": str(figure), "expected": _range(limits), "accepted": figure.accepted}
        return error(OUTSIDE, f"{name}: {figure} ở ngoài mức đã khai", figure.place, **more)
    if is_low:
        what = "tỷ lệ của một phần" if _is_share(figure.unit) else "số đếm"
        hint = f"xem lại dấu trừ; nếu đúng, {reason}khai «thap_nhat» cho {declaration}"
        return warning(NEGATIVE, f"{name}: {what} mà âm ({figure})", figure.place, hint=hint, accepted=figure.accepted)
    hint = f"xem lại con số, dấu phẩy; nếu đúng, {reason}khai «cao_nhat» cho {declaration}, ví dụ cao_nhat: 200"
    message = f"{name}: tỷ lệ của một phần mà quá 100% ({figure})"
    return warning(OVER, message, figure.place, hint=hint, accepted=figure.accepted)


def _limits(indicator: Indicator, changes: bool) -> Limits:
    """``changes``: a relation makes it a difference. A derived figure is below zero only because another is, or by a minus."""
    usual, own = usual_limits(indicator.label, indicator.unit), not indicator.is_quoted
    low = None if changes or indicator.formula or indicator.low is not None else usual.low
    high = None if changes or indicator.high is not None else usual.high
    if own and (indicator.low is not None or indicator.high is not None):
        low_declared, high_declared = indicator.low is not None, indicator.high is not None
        return Limits(indicator.low if low_declared else low, indicator.high if high_declared else high, low_declared, high_declared)
    return Limits(low, high)


@lru_cache(maxsize=4096)
def usual_limits(label: str, unit: str) -> Limits:
    """What a figure of this name and unit can be as far as the words tell."""
    words = lower(nfc(label))
    if _is_share(unit):
        if not _SHARE.search(words):
            return ANY
        return Limits(None if _CHANGES.search(words) else Decimal(0), None if _MAY_EXCEED.search(words) else WHOLE)
    if not _is_counted(unit) or _CHANGES.search(words):
        return ANY
    return Limits(Decimal(0))


def _is_share(unit: str) -> bool:
    """«%» alone: not «% kế hoạch», «%/năm», điểm phần trăm."""
    return measure(unit).factor == PERCENT and not is_points(unit) and lower(unit).strip() in ("%", "phần trăm")


def _is_counted(unit: str) -> bool:
    """Things one counts (hộ, người, hồ sơ, triệu lượt khách), and areas and masses, which are never below nothing either."""
    size = measure(unit)
    if not unit.strip() or size.factor == PERCENT or lower(unit).startswith(("%", "‰")):
        return False
    if size.dims:
        return size.dims in ((("mass", 1),), (("length", 2),))
    words = lower(nfc(unit)).strip()
    many = _THOUSANDS.match(words)
    return not _BELOW_ZERO.match(words[many.end() :] if many else words)


def _differences(relations: Iterable[Relation]) -> Iterator[str]:
    """Keys of figures a relation makes a difference: they may have either sign, and be more than a whole."""
    for relation in relations:
        if relation.result and (relation.difference or relation.change or relation.plan):
            yield relation.result.key
        if relation.statement:
            yield from _in_statement(relation.statement)


def _in_statement(statement: str) -> Iterator[str]:
    """``c = a - b``, ``-100 <= c``: figures alone on a side of a comparison that has a minus on the other."""
    try:
        sides = parse_comparison(statement).sides
    except ExpressionError:
        return  # its own check says so
    if any(_subtracts(side) for side in sides):
        for side in sides:
            if isinstance(side, Name):
                yield from names_in(side)


def _subtracts(tree: Tree) -> bool:
    match tree:
        case Negative():
            return True
        case Operation(sign=sign, left=left, right=right):
            return sign == "-" or _subtracts(left) or _subtracts(right)
    return False


def _range(limits: Limits) -> str:
    ends = ((" từ ", limits.low if limits.low_declared else None), (" đến ", limits.high if limits.high_declared else None))
    return "".join(word + format_number(end) for word, end in ends if end is not None).strip()

"""Two periods, or a result and its plan: how much, in which direction, in which unit (``tang_giam``, ``phan_tram_ke_hoach``).

The unit of the result says what is meant. 26.140 hộ → 17.352 hộ is a fall of 8.788 hộ, or of 33,62%; 6,92% → 4,53% is a fall
of 2,39 điểm phần trăm, and one of 34,54%. Offices often print the points as «%»: the number is right and the word is
not, so that is a finding of its own. A direction declared with ``viet_la`` is what the text says in words: the figure
then prints the size alone, and words and figures are judged apart, so that one mistake makes one finding.
"""

from __future__ import annotations

from fractions import Fraction

from reportgen.checks.operands import in_base, in_unit_of, no_division_by, require_one_kind
from reportgen.checks.shown import exactly, gap
from reportgen.checks.verdicts import Claim, Nature, deviation, judge, named, nature_of, told
from reportgen.diagnostics import Finding
from reportgen.figures.forms import forms_of
from reportgen.figures.model import Figure, Figures
from reportgen.figures.quantity import Quantity
from reportgen.figures.relations import DIRECTIONS, Relation
from reportgen.figures.tokens import ExpressionError
from reportgen.figures.units import PERCENT, is_points, measure
from reportgen.noun import replace

_ONE = Quantity.exact(1)
_SIGN = {"tang": 1, "giam": -1, "khong_doi": 0, "vuot": 1, "chua_dat": -1}
_VERBS = {"tang": "tăng so với", "giam": "giảm so với"}
_RIGHT_WORDS = {
    "change": {1: "tăng", -1: "giảm", 0: "không đổi"},
    "plan": {1: "vượt kế hoạch", -1: "chưa đạt kế hoạch", 0: "đạt kế hoạch"},
}
_FROM_ZERO = "từ 0 hoặc từ số âm thì không có tỷ lệ tăng, giảm; ghi số tăng thêm, hoặc bỏ quan hệ này"
_EXCESS = "con số này là phần vượt, không phải phần trăm đạt kế hoạch; dùng «tang_giam» với «viet_la: tang»"
_NO_PLAN = "kế hoạch bằng 0 thì không có phần trăm kế hoạch; xem lại số kế hoạch"


def check_plan(relation: Relation, figures: Figures) -> list[Finding]:
    """``phan_tram_ke_hoach``: result / plan × 100, and whether the text may say «vượt». Raises ExpressionError."""
    done, plan = (figures[use.key] for use in relation.plan)
    target = figures[relation.result.key] if relation.result else None
    require_one_kind([done, plan])
    found = _words(relation, done, plan, target)
    if target is None:
        return found
    if not _is_share(target):
        message = f"«{target.label}» là phần trăm kế hoạch, nhưng có đơn vị «{target.unit}»"
        raise ExpressionError(message, 'khai don_vi_tinh: "%" hoặc "% kế hoạch"', "SL22")
    ratio = _ratio(done, plan, _NO_PLAN)
    hint = _EXCESS if nature_of(in_unit_of(target, ratio - _ONE), target) is None else ""
    workings = f"{named(done)} / {named(plan)}"
    finding = judge(Claim(relation.label, workings, in_unit_of(target, ratio), target, hint=hint))
    return [*found, finding] if finding else found


def check_change(relation: Relation, figures: Figures) -> list[Finding]:
    """``tang_giam``: this period against the one before. Raises ExpressionError (SL11, SL22)."""
    now, before = (figures[use.key] for use in relation.change)
    target = figures[relation.result.key] if relation.result else None
    require_one_kind([now, before])
    found = _words(relation, now, before, target)
    if target is None:
        return found
    sign, verb = _SIGN.get(relation.direction) or 1, _VERBS.get(relation.direction, "so với")
    if found and relation.direction != "khong_doi":
        sign, verb = -sign, "chênh so với"  # that the words are wrong is said; the size stands for itself
    change = _change(now, before, target)
    claim = Claim(
        relation.label, f"{named(now)} {verb} {named(before)}", change if sign > 0 else -change, target
    )
    finding = _sized(relation, now, before, claim)
    return [*found, finding] if finding else found


def _change(now: Figure, before: Figure, target: Figure) -> Quantity:
    """The change in the unit of ``target``, rising if positive."""
    if is_points(target.unit):
        if not (_is_share(now) and _is_share(before)):
            message = f"«{target.label}» tính bằng điểm phần trăm, nhưng hai số so sánh không phải là tỷ lệ %"
            raise ExpressionError(message, "dùng don_vi_tinh «%» cho tỷ lệ tăng, giảm của số lượng", "SL22")
        return in_unit_of(target, in_base(now) - in_base(before))
    if _is_share(target):
        return in_unit_of(target, _ratio(now, before, _FROM_ZERO) - _ONE)
    if target.unit.casefold().startswith("lần"):
        hint = "dùng «ty_le» cho «gấp … lần»; «tăng … lần» đọc được hai cách"
        raise ExpressionError(f"«{target.label}» tính bằng lần, không phải số tăng, giảm", hint, "SL22")
    require_one_kind([now, target])
    return in_unit_of(target, in_base(now) - in_base(before))


def _sized(relation: Relation, now: Figure, before: Figure, claim: Claim) -> Finding | None:
    computed, target = claim.computed, claim.target
    nature = nature_of(computed, target)
    if nature is not Nature.ARITHMETIC:
        return told(claim, nature) if nature else None
    turned = replace(target, value=-target.value)
    if target.value and nature_of(computed, turned) is None:
        return _turned(relation, claim)
    points = in_unit_of(target, in_base(now) - in_base(before))
    points = -points if computed.nominal * points.nominal < 0 else points
    are_shares = all(map(_is_share, (target, now, before)))
    if are_shares and nature_of(points, target) in (None, Nature.ROUNDING):
        return _in_points(claim, points)
    return told(claim, nature)


def _in_points(claim: Claim, points: Quantity) -> Finding:
    """«2,39%» printed for a difference of two shares."""
    target = claim.target
    meant = replace(target, indicator=replace(target.indicator, unit="điểm phần trăm"))
    finding = told(replace(claim, computed=points, target=meant), Nature.POINTS)
    message = f"{claim.label}: {claim.workings} = {exactly(points.nominal, meant)}, "
    message += f"nhưng «{target.label}» ghi {target} ({Nature.POINTS.words})"
    return replace(finding, message=message, found=str(target), expected=str(meant))


def _turned(relation: Relation, claim: Claim) -> Finding:
    """The right size with the wrong sign."""
    target = claim.target
    finding = told(claim, Nature.DIRECTION)
    if target.value < 0:
        hint = "bỏ dấu trừ: «viet_la» đã nói chiều" if relation.direction else "bỏ dấu trừ trước con số"
    else:
        hint = "nếu văn bản viết «giảm» trước con số, thêm «viet_la: giam»; nếu không, ghi dấu trừ"
    return replace(finding, hint=hint)


def _words(relation: Relation, a: Figure, b: Figure, target: Figure | None) -> list[Finding]:
    """A finding if the text says «giảm» of what rose, «vượt» of what fell short."""
    if not relation.direction:
        return []
    change, sign = in_base(a) - in_base(b), _SIGN[relation.direction]
    if _goes(change.nominal, sign):
        return []
    may_be = (
        change.low < 0 < change.high if sign == 0 else any(_goes(x, sign) for x in (change.low, change.high))
    )
    nature = Nature.ROUNDING if may_be else Nature.DIRECTION
    apart = in_unit_of(a, change).nominal
    more_or_less = f"{'lớn' if apart > 0 else 'nhỏ'} hơn {named(b)} là {gap(apart, a)}"
    is_how = more_or_less if apart else f"bằng {named(b)}"
    said = DIRECTIONS[relation.direction]
    right = _RIGHT_WORDS[forms_of(relation)[0]][(apart > 0) - (apart < 0)]
    message = f"{relation.label}: văn bản viết «{said}», nhưng {named(a)} {is_how} ({nature.words})"
    accepted = (target.accepted if target else "") or a.accepted
    more = {"found": said, "expected": right, "accepted": accepted}
    return [deviation(nature, message, relation.at("direction"), **more)]


def _goes(change: Fraction, sign: int) -> bool:
    return change * sign > 0 if sign else change == 0


def _ratio(a: Figure, b: Figure, hint: str) -> Quantity:
    """a / b. Raises ExpressionError (SL11) where b is not, or may not be, above zero."""
    divisor = in_base(b)
    if divisor.low <= 0:
        if divisor.nominal < 0:
            raise ExpressionError(f"không tính được tỷ lệ so với «{b.label}» vì là số âm ({b})", hint, "SL11")
        raise no_division_by(b, hint)
    return in_base(a) / divisor


def _is_share(figure: Figure) -> bool:
    return measure(figure.unit).factor == PERCENT and not is_points(figure.unit)

"""Relations whose result is a figure: sums, products, differences, shares; parts beside their whole."""

from __future__ import annotations

from reportgen.checks.operands import (
    combined,
    in_base,
    in_unit_of,
    no_division_by,
    require_one_kind,
    require_result,
)
from reportgen.checks.shown import exactly, gap
from reportgen.checks.verdicts import Claim, Nature, deviation, judge, worded
from reportgen.diagnostics import Finding
from reportgen.figures.forms import forms_of
from reportgen.figures.model import Figure, Figures
from reportgen.figures.quantity import printed_range
from reportgen.figures.relations import Relation
from reportgen.figures.tokens import ExpressionError
from reportgen.figures.units import PURE, is_points, measure
from reportgen.noun import replace

_SIGNS = {"sum": "+", "product": "×", "difference": "-", "share": "/"}


def check_result(relation: Relation, figures: Figures) -> list[Finding]:
    """``tong``, ``tich``, ``hieu``, ``ty_le`` with ``bang`` or ``khong_qua``. Raises ExpressionError (SL11, SL22)."""
    form = forms_of(relation)[0]
    operands = [figures[use.key] for use in getattr(relation, form)]
    target = figures[(relation.result or relation.limit).key]
    _require_kinds(form, operands, target)
    try:
        computed = combined(form, [in_base(figure) for figure in operands])
    except ZeroDivisionError:
        raise no_division_by(operands[1]) from None
    claim = Claim(relation.label, worded(operands, _SIGNS[form]), in_unit_of(target, computed), target)
    finding = judge(claim) if relation.result else _over_limit(claim)
    return [finding] if finding else []


def check_parts(relation: Relation, figures: Figures) -> list[Finding]:
    """``trong_do`` of ``tong_so``: all of the parts give the whole, some of them do not exceed it."""
    operands = [figures[use.key] for use in relation.parts]
    whole = figures[relation.whole.key]
    require_one_kind([*operands, whole])
    computed = in_unit_of(whole, combined("sum", [in_base(figure) for figure in operands]))
    claim = Claim(relation.label, worded(operands, "+"), computed, whole)
    if relation.complete:
        is_short = computed.nominal < printed_range(whole).nominal
        hint = "xem lại từng phần và tổng số; nếu chỉ kể một số phần, ghi «du: không»; nếu phải giữ như vậy, ghi lý do ở "
        hint += "«chap_nhan» của tổng số"
        finding = judge(replace(claim, gap="các phần còn thiếu" if is_short else "các phần thừa", hint=hint))
    else:
        finding = _over_limit(claim)
    return [finding] if finding else []


def _over_limit(claim: Claim) -> Finding | None:
    target, limit, computed = claim.target, printed_range(claim.target), claim.computed
    if computed.nominal <= limit.nominal or (target.approximation and computed.nominal <= limit.high):
        return None
    nature = Nature.ROUNDING if computed.low <= limit.high else Nature.OVER
    total, over = exactly(computed.nominal, target), gap(computed.nominal - limit.nominal, target)
    message = f"{claim.label}: {claim.workings} = {total}, vượt quá «{target.label}» là {target} ({nature.words}, vượt {over})"
    more = {"found": str(target), "expected": f"ít nhất {total}", "accepted": target.accepted}
    return deviation(nature, message, target.place, **more)


def _require_kinds(form: str, operands: list[Figure], target: Figure) -> None:
    """Raises ExpressionError (SL22) where the units cannot stand in such a relation."""
    if form in ("sum", "difference"):
        require_one_kind([*operands, target])
        return
    if form == "share" and is_points(target.unit):
        message = f"«{target.label}» tính bằng điểm phần trăm, không phải một tỷ lệ"
        raise ExpressionError(message, 'khai don_vi_tinh: "%", hoặc dùng «tang_giam»', "SL22")
    sizes = [measure(figure.unit) for figure in operands]
    whole = PURE
    for size in sizes[:1] if form == "share" else sizes:
        whole = whole.times(size)
    require_result(whole.times(sizes[1], -1) if form == "share" else whole, target)

"""Figures against each other: the relations of ``kiem_tra:`` and the printed values of derived figures.

Operands count with what their printed form may stand for (``figures.quantity``); money is compared in đồng, percentages
as hundredths. Every deviation names the operands with their values, the right value and its nature (``verdicts``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from reportgen.checks.comparisons import check_statement, compare
from reportgen.checks.shares import check_common_base
from reportgen.checks.verdicts import Claim, Nature, deviation, judge, number_text, worded
from reportgen.diagnostics import Finding, Place, Severity
from reportgen.figures.derive import working
from reportgen.figures.expressions import evaluate, names_in, parse_comparison, parse_formula
from reportgen.figures.model import Figure, Figures, measured
from reportgen.figures.quantity import Quantity, printed_range
from reportgen.figures.relations import NameUse, Relation, shape_faults
from reportgen.figures.tokens import ExpressionError
from reportgen.figures.units import PURE, Measure, kind_of, measure

_SIGNS = {"sum": "+", "product": "×", "difference": "-", "share": "/"}


def check_relations(relations: Iterable[Relation], figures: Figures) -> list[Finding]:
    """Findings of every relation in the order declared, then of derived figures typed as an original prints them.

    A relation over an absent figure is reported as not checked; one over a faulty figure is passed over.
    """
    found = [finding for relation in relations for finding in _check(relation, figures)]
    found += check_printed(figures)
    return [*found, *_needless_reasons(found, figures)]


def check_printed(figures: Figures) -> list[Finding]:
    """Derived figures given by ``in_tren_van_ban``: the printed number against its formula."""
    found = []
    for figure in figures.values():
        if figure.origin == "printed":
            found += _against_formula(figure, figures)
    return found


def _against_formula(figure: Figure, figures: Figures) -> list[Finding]:
    try:
        tree = parse_formula(figure.indicator.formula)
        absent = [name for name in dict.fromkeys(names_in(tree)) if name in figures.absent]
        if absent:
            return [_not_checked(f"«{figure.label}» ({figure.key})", absent, figure.place)]
        if not all(name in figures for name in names_in(tree)):
            return []
        computed = evaluate(tree, lambda name: printed_range(figures[name]))
    except ExpressionError as fault:
        return [] if fault.code == "SL10" else [fault.finding(figure.place)]
    finding = judge(Claim("công thức", working(figure.indicator.formula, figures), computed, figure))
    return [finding] if finding else []


def _check(relation: Relation, figures: Figures) -> list[Finding]:
    faults = shape_faults(relation)
    if faults:
        return faults
    try:
        uses = _uses(relation)
        unknown = [use for use in uses if use.key not in figures and use.key not in figures.declared]
        if unknown:
            return [figures.unknown(use.key, use.place) for use in unknown]
        if any(use.key in figures.faulty for use in uses):
            return []
        absent = list(dict.fromkeys(use.key for use in uses if use.key in figures.absent))
        if absent:
            return [_not_checked(relation.label, absent, relation.place)]
        found = _FORMS[relation.forms[0]](relation, figures)
    except ExpressionError as fault:
        return [replace(fault.finding(relation.place), message=f"{relation.label}: {fault.message}")]
    return _accepted(relation, found)


def _uses(relation: Relation) -> list[NameUse]:
    """Every figure the relation names, those inside the statement too."""
    if not relation.statement:
        return relation.names
    place = relation.at("statement")
    return [NameUse(key, place) for key in dict.fromkeys(names_in(parse_comparison(relation.statement)))]


def _not_checked(what: str, absent: list[str], place: Place) -> Finding:
    message = f"{what}: chưa kiểm tra được vì chưa có số liệu {', '.join(absent)}"
    return Finding("SL39", Severity.INFO, message, place)


def _accepted(relation: Relation, found: list[Finding]) -> list[Finding]:
    """The findings with the reason for letting them stand; a reason nobody needs any more is a finding too."""
    if not relation.accepted:
        return found
    if found:
        return [replace(finding, accepted=finding.accepted or relation.accepted) for finding in found]
    return [_needless(relation.label, relation.at("accepted"))]


def _needless_reasons(found: list[Finding], figures: Figures) -> list[Finding]:
    """Figures kept for a reason although nothing contradicts them (any more)."""
    used = {finding.accepted for finding in found}
    return [
        _needless(f"«{f.label}» ({f.key})", f.place)
        for f in figures.values()
        if f.accepted and f.accepted not in used
    ]


def _needless(what: str, place: Place) -> Finding:
    message = f"{what}: số liệu đã khớp, không cần «chap_nhan» nữa"
    return Finding("SL38", Severity.INFO, message, place, hint="xóa dòng chap_nhan")


def _check_result(relation: Relation, figures: Figures) -> list[Finding]:
    """``tong``, ``tich``, ``hieu``, ``ty_le`` with ``bang`` or ``khong_qua``."""
    form = relation.forms[0]
    operands = [figures[use.key] for use in getattr(relation, form)]
    target = figures[(relation.result or relation.limit).key]
    _require_same_kind(form, operands, target)
    try:
        computed = _combined(form, [_in_base(figure) for figure in operands])
    except ZeroDivisionError:
        message = f"không chia được cho «{operands[1].label}» vì bằng 0 hoặc có thể bằng 0 ({operands[1]})"
        raise ExpressionError(message, "xem lại số liệu ở mẫu số", "SL11") from None
    factor = measure(target.unit).factor
    claim = Claim(relation.label, worded(operands, _SIGNS[form]), computed.each(lambda x: x / factor), target)
    finding = judge(claim) if relation.result else _over_limit(claim)
    return [finding] if finding else []


def _combined(form: str, parts: list[Quantity]) -> Quantity:
    total = parts[0]
    for part in parts[1:]:
        total = {
            "sum": total.__add__,
            "product": total.__mul__,
            "difference": total.__sub__,
            "share": total.__truediv__,
        }[form](part)
    return total


def _in_base(figure: Figure) -> Quantity:
    factor = measure(figure.unit).factor
    return printed_range(figure).each(lambda x: x * factor)


def _over_limit(claim: Claim) -> Finding | None:
    target, limit = claim.target, printed_range(claim.target)
    if claim.computed.nominal <= limit.nominal:
        return None
    total = measured(number_text(claim.computed.nominal), target.unit)
    nature = Nature.ROUNDING if claim.computed.low <= limit.high else Nature.ARITHMETIC
    message = (
        f"{claim.label}: {claim.workings} = {total}, vượt quá «{target.label}» là {target} ({nature.words})"
    )
    more = {"found": str(target), "expected": f"ít nhất {total}", "accepted": target.accepted}
    finding = deviation(nature, message, target.place, **more)
    return replace(finding, code="SL34") if nature is Nature.ARITHMETIC else finding


def _require_same_kind(form: str, operands: list[Figure], target: Figure) -> None:
    """Raises ExpressionError (SL22) where the units cannot stand in such a relation."""
    sizes = [measure(figure.unit) for figure in operands]
    if form in ("sum", "difference", "equal"):
        for figure in [*operands[1:], target]:
            if kind_of(measure(figure.unit)) != kind_of(sizes[0]):
                raise _mixed(operands[0], figure)
        return
    whole = PURE
    for size in sizes[:1] if form == "share" else sizes:
        whole = whole.times(size)
    whole = whole.times(sizes[1], -1) if form == "share" else whole
    if whole.dims != measure(target.unit).dims:
        message = f"kết quả phải là {kind_of(Measure(whole.factor, whole.dims))}, nhưng «{target.label}» có đơn vị «{target.unit}»"
        raise ExpressionError(message, "xem lại don_vi_tinh của các chỉ tiêu", "SL22")


def _mixed(a: Figure, b: Figure) -> ExpressionError:
    units = f"«{a.label}» ({a.unit or 'không có đơn vị'}) và «{b.label}» ({b.unit or 'không có đơn vị'})"
    return ExpressionError(
        f"{units} không cùng loại để cộng, trừ hay so sánh", "xem lại don_vi_tinh của các chỉ tiêu", "SL22"
    )


def _check_equal(relation: Relation, figures: Figures) -> list[Finding]:
    """``bang_nhau``: each against the value most of them have; a coarser print of the same number is equal to it."""
    members = [figures[use.key] for use in relation.equal]
    _require_same_kind("equal", members, members[0])
    values = [_in_base(figure).nominal for figure in members]
    model = members[values.index(Counter(values).most_common(1)[0][0])]
    found = [compare(relation.label, model, figure) for figure in members if figure is not model]
    return [finding for finding in found if finding]


_FORMS: Mapping[str, Callable[[Relation, Figures], list[Finding]]] = {
    **dict.fromkeys(("sum", "product", "difference", "share"), _check_result),
    "equal": _check_equal,
    "statement": check_statement,
    "common_base": check_common_base,
}

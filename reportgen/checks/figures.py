"""Figures against each other: the relations of ``kiem_tra:`` and the printed values of originals.

Operands count with what their printed form may stand for (``figures.quantity``); money is compared in đồng, percentages
as hundredths. Every deviation names the operands with their values, the right value and its nature (``verdicts``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from reportgen.checks.changes import check_change, check_plan
from reportgen.checks.comparisons import check_statement, compare
from reportgen.checks.operands import in_base, require_one_kind
from reportgen.checks.plausible import check_plausible
from reportgen.checks.results import check_parts, check_result
from reportgen.checks.shares import check_common_base
from reportgen.checks.verdicts import Claim, judge
from reportgen.diagnostics import Finding, Place, Severity, error
from reportgen.figures.derive import working
from reportgen.figures.expressions import evaluate, names_in, parse_comparison, parse_formula
from reportgen.figures.forms import forms_of, shape_faults
from reportgen.figures.model import Figure, Figures
from reportgen.figures.quantity import Quantity, printed_range
from reportgen.figures.relations import NameUse, Relation
from reportgen.figures.tokens import ExpressionError
from reportgen.noun import noun, replace


@noun
class Outcome:
    """What came of one check: its findings, the figures it is about, and whether it could be made at all."""

    findings: tuple[Finding, ...]
    keys: frozenset[str]
    made: bool = True


def check_relations(relations: Iterable[Relation], figures: Figures) -> list[Finding]:
    """Findings of every relation in the order declared, then of figures kept as an original prints them.

    A relation over an absent figure is reported as not checked; one over a faulty figure is passed over.
    """
    outcomes = _outcomes(relations, figures)
    found = [finding for outcome in outcomes for finding in outcome.findings]
    return [*found, *_needless_reasons(outcomes, figures)]


def check_figures(relations: Iterable[Relation], figures: Figures) -> list[Finding]:
    """All that is wrong, or may be, with a report's figures: its relations, its originals, numbers that cannot be.

    What a relation has called an error is not doubted once more.
    """
    relations = list(relations)
    outcomes = _outcomes(relations, figures)
    wrong = {finding.place for outcome in outcomes for finding in outcome.findings if finding.severity is Severity.ERROR}
    for key, finding in check_plausible(figures, relations):
        if finding.severity is Severity.ERROR or finding.place not in wrong:
            outcomes.append(Outcome((finding,), frozenset([key])))
    found = [finding for outcome in outcomes for finding in outcome.findings]
    return [*found, *_needless_reasons(outcomes, figures)]


def _outcomes(relations: Iterable[Relation], figures: Figures) -> list[Outcome]:
    outcomes = [_check(relation, figures) for relation in relations]
    return outcomes + [_against_truth(figure, figures) for figure in figures.values() if figure.origin == "printed"]


def check_digits(figures: Figures) -> list[Finding]:
    """SL44 for formulas whose result lost digits although nobody said how many it prints (``so_le``): a word on the declaration."""
    hint = "khai «so_le: 0» nếu đúng là in số tròn, «so_le: 2» nếu cần hai chữ số sau dấu phẩy"
    return [
        Finding("SL44", Severity.INFO, f"«{figure.label}» ({key}) tính ra số lẻ, in tròn vì chưa khai so_le", figure.place, hint=hint)
        for key, figure in figures.items()
        if figure.origin == "formula" and figure.rounded and _is_silent(figure)
    ]


def _is_silent(figure: Figure) -> bool:
    """True if the declaration says nothing of digits: no decimals, no rounding, no word of approximation."""
    indicator = figure.indicator
    told = indicator.rounded is not None or indicator.approximation or "rounding" in indicator.places
    return not indicator.decimals and "decimals" not in indicator.places and not told


def check_printed(figures: Figures) -> list[Finding]:
    """Figures given by ``in_tren_van_ban``: the printed number against its formula or the value beside it."""
    printed = [figure for figure in figures.values() if figure.origin == "printed"]
    return [finding for figure in printed for finding in _against_truth(figure, figures).findings]


def _against_truth(figure: Figure, figures: Figures) -> Outcome:
    if not figure.indicator.formula:
        if figure.actual is None:
            return Outcome((), frozenset())
        hint = "xem lại hai con số; nếu phải giữ số đã in, ghi lý do ở «chap_nhan» của số liệu"
        truth = Quantity.exact(figure.actual)
        finding = judge(Claim("số in trên văn bản gốc", "giá trị đúng", truth, figure, hint=hint))
        return Outcome((finding,) if finding else (), frozenset([figure.key]))
    formula, keys = figure.indicator.formula, [figure.key]
    try:
        tree = parse_formula(formula)
        keys += dict.fromkeys(names_in(tree))
        absent = [name for name in keys[1:] if name in figures.absent]
        if absent:
            lacking = _not_checked(f"«{figure.label}» ({figure.key})", absent, figure.place)
            return Outcome((lacking,), frozenset(keys), made=False)
        if not all(name in figures for name in keys):
            return Outcome((), frozenset(keys), made=False)
        computed = evaluate(tree, lambda name: printed_range(figures[name]))
    except ExpressionError as fault:
        told = () if fault.code == "SL10" else (fault.finding(figure.place),)
        return Outcome(told, frozenset(keys), made=False)
    finding = judge(Claim("công thức", working(formula, figures), computed, figure))
    return Outcome((finding,) if finding else (), frozenset(keys))


def _check(relation: Relation, figures: Figures) -> Outcome:
    keys = frozenset(use.key for use in relation.names)
    faults = shape_faults(relation)
    if faults:
        return Outcome(tuple(faults), keys, made=False)
    try:
        uses = _uses(relation)
        keys = frozenset(use.key for use in uses)
        if not uses:
            nothing = f"quan hệ «{relation.label}» không nhắc đến chỉ tiêu nào nên không kiểm tra được gì"
            return Outcome((error("SL21", nothing, relation.at("statement"), hint="viết biểu thức bằng mã chỉ tiêu"),), keys, made=False)
        unknown = [use for use in uses if use.key not in figures and use.key not in figures.declared]
        if unknown:
            strange = tuple(figures.unknown(use.key, use.place) for use in unknown)
            return Outcome(strange, keys, made=False)
        if any(key in figures.faulty for key in keys):
            return Outcome((), keys, made=False)
        absent = list(dict.fromkeys(use.key for use in uses if use.key in figures.absent))
        if absent:
            lacking = _not_checked(relation.label, absent, relation.place)
            return Outcome((lacking,), keys, made=False)
        found = _CHECKS[forms_of(relation)[0]](relation, figures)
    except ExpressionError as fault:
        told = replace(fault.finding(relation.place), message=f"{relation.label}: {fault.message}")
        return Outcome((told,), keys, made=False)
    return Outcome(tuple(_accepted(relation, found)), keys)


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
    return [_needless(f"{relation.label}: số liệu đã khớp", relation.at("accepted"))]


def _needless_reasons(outcomes: list[Outcome], figures: Figures) -> list[Finding]:
    """Figures kept for a reason although nothing contradicts them (any more); silent where a check was not made."""
    needless = []
    for figure in figures.values():
        about = [outcome for outcome in outcomes if figure.key in outcome.keys]
        reasons = {finding.accepted for outcome in about for finding in outcome.findings}
        if figure.accepted and figure.accepted not in reasons and all(outcome.made for outcome in about):
            state = "số liệu đã khớp" if about else "chưa có quan hệ kiểm tra nào nhắc đến số này"
            needless.append(_needless(f"«{figure.label}» ({figure.key}): {state}", figure.place))
    return needless


def _needless(what: str, place: Place) -> Finding:
    message = f"{what}, không cần «chap_nhan»"
    return Finding("SL38", Severity.INFO, message, place, hint="xóa dòng chap_nhan")


def _check_equal(relation: Relation, figures: Figures) -> list[Finding]:
    """``bang_nhau``: each against the value most of them have; a coarser print of the same number is equal to it."""
    members = [figures[use.key] for use in relation.equal]
    require_one_kind(members)
    values = [in_base(figure).nominal for figure in members]
    model = members[values.index(Counter(values).most_common(1)[0][0])]
    found = [compare(relation.label, model, figure) for figure in members if figure is not model]
    return [finding for finding in found if finding]


_CHECKS: Mapping[str, Callable[[Relation, Figures], list[Finding]]] = {
    **dict.fromkeys(("sum", "product", "difference", "share"), check_result),
    "parts": check_parts,
    "plan": check_plan,
    "change": check_change,
    "equal": _check_equal,
    "statement": check_statement,
    "common_base": check_common_base,
}
"""Form → its check; each gives the findings of one relation and raises ExpressionError for units or a division."""

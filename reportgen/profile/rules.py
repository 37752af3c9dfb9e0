"""The rules of a profile: read from their lines, and inherited."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from reportgen.diagnostics import Finding, Severity, error
from reportgen.errors import DataError
from reportgen.noun import replace
from reportgen.pattern import Pattern
from reportgen.profile.declared import RuleLine, RulesFile
from reportgen.profile.nouns import Rule, Value
from reportgen.yamltext import Mapping, Node, Sequence

SEVERITIES = {"loi": Severity.ERROR, "canh_bao": Severity.WARNING, "luu_y": Severity.INFO}
TRUTH = {"có": True, "không": False}
_NUMBER = Pattern(r"-?\d+(\.\d+)?")

# Identifier of the comparison in a RuleLine -> the operator of the Rule.
COMPARISONS = {
    "eq": "eq", "one_of": "in", "range": "range", "min": "min", "max": "max", "regex": "regex", "present": "present",
    "absent": "absent", "ratio": "ratio", "same_as": "same_as", "rule": "rule",
}  # fmt: skip

# The unit a property is measured in, where a line names none.
UNITS = {
    "font_size": "pt", "font_size_set": "pt", "space_between_paragraphs": "pt", "gap_to_so": "pt",
    "line_spacing_exact": "pt", "margin_top": "mm", "margin_bottom": "mm", "margin_left": "mm", "margin_right": "mm",
    "paper": "mm", "box_size": "mm", "distance_from_top_edge": "mm", "first_line_indent": "cm",
    "rule_length": "độ dài chữ",
}  # fmt: skip


def own_rules(declared: RulesFile) -> tuple[Rule, ...]:
    """The rules a file states itself; lines without exactly one comparison: DataError TT25."""
    rules: list[Rule] = []
    faults: list[Finding] = []
    for component, group in declared.groups.items():
        for code, line in group.rules.items():
            given = [name for name in COMPARISONS if name in line.places]
            if len(given) == 1:
                rules.append(_rule(code, component, line, given[0], group.authority))
            else:
                faults.append(error("TT25", f"Quy tắc «{code}» phải có đúng một phép so.", line.place))
    if faults:
        raise DataError(faults)
    return tuple(rules)


def inherited(parents: Iterable[Rule], declared: RulesFile, own: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """The parent's rules that still hold, in their order, then the own ones.

    A rule replaces the parent's rule of the same code. With ``thanh_phan_dung_lai`` (another regulation) a rule with
    a code of its own also replaces every parent's rule on the same component and property, and only the components it lists are taken over, quoted under the authority it
    gives (what rests on practice keeps its own), at most with confidence «vua».
    """
    known = {rule.code for rule in parents}
    codes = {rule.code for rule in own} | set(declared.dropped)
    replaced = {(rule.component, rule.prop) for rule in own if rule.code not in known and declared.kept}
    kept = [r for r in parents if r.code not in codes and (r.component, r.prop) not in replaced]
    if declared.kept:
        kept = [_requoted(r, declared.kept[r.component]) for r in kept if r.component in declared.kept]
    return (*kept, *own)


def plain_value(node: Node) -> Value:
    """A typed value: plain number Decimal, plain có/không bool, else text; list tuple, group dict."""
    if isinstance(node, Sequence):
        return tuple(plain_value(item) for item in node.items)
    if isinstance(node, Mapping):
        return {key: plain_value(value) for key, value in node.entries.items()}
    if node.plain and node.text in TRUTH:
        return TRUTH[node.text]
    return Decimal(node.text) if node.plain and _NUMBER.fullmatch(node.text) else node.text


def _rule(code: str, component: str, line: RuleLine, comparison: str, authority: str) -> Rule:
    return Rule(
        code=code,
        component=component,
        prop=line.prop,
        op=COMPARISONS[comparison],
        value=plain_value(getattr(line, comparison)),
        unit=line.unit or UNITS.get(line.prop, ""),
        authority=line.authority or authority,
        severity=SEVERITIES[line.severity],
        check=line.check,
        confidence=line.confidence,
        note=line.note,
        basis=line.basis,
    )


def _requoted(rule: Rule, authority: str) -> Rule:
    confidence = "thap" if rule.confidence == "thap" else "vua"
    if rule.basis == "thong_le":
        return replace(rule, confidence=confidence)
    basis = "suy_ra" if rule.basis == "suy_ra" else "quy_dinh"
    return replace(rule, authority=authority, confidence=confidence, basis=basis)

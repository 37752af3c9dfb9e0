"""The comparisons of the rules, with the tolerances of measuring.

Sizes are exact; indents may be off by 0,05 cm (Word stores 1,25 cm for 1,27), margins by 0,5 mm, line spacing by
0,02 lines, spaces by 0,1 pt, the length of a rule by 10 % (drawn by hand below letters of another face, it is no measuring rod).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache

from reportgen.checks.layout import words
from reportgen.checks.layout.facts import facts
from reportgen.checks.layout.view import Fact, Fault, View
from reportgen.profile import Rule

TOLERANCE: dict[str, Decimal] = {
    "first_line_indent": Decimal("0.05"),
    "margin_top": Decimal("0.5"),
    "margin_bottom": Decimal("0.5"),
    "margin_left": Decimal("0.5"),
    "margin_right": Decimal("0.5"),
    "line_spacing": Decimal("0.02"),
    "line_spacing_exact": Decimal("0.1"),
    "space_between_paragraphs": Decimal("0.1"),
    "distance_from_top_edge": Decimal("0.5"),
    "gap_to_so": Decimal(1),
    "paper": Decimal(1),
}
RATIO_TOLERANCE = Decimal("0.1")
CASES = {"upper": ("upper",), "sentence": ("sentence", "title"), "title": ("title",)}


def judge_rule(view: View, rule: Rule) -> Iterator[Fault]:
    """The faults of one rule that only compares measured values."""
    measured = facts(view, rule.component, rule.prop)
    if rule.op == "present":
        if not measured:
            yield Fault(f"không thấy {words.in_sentence(rule.component)}")
        return
    for fact in measured:
        if not passes(view, rule, fact.value):
            yield from_fact(rule, fact)


def passes(view: View, rule: Rule, value: object) -> bool:
    """True if a measured value obeys the rule."""
    return OPS[rule.op](view, rule, value)


def from_fact(rule: Rule, fact: Fact) -> Fault:
    """The fault a measured value makes."""
    return fact.fault(words.found(rule.prop, fact.value), words.allowed(rule))


def within(value: Decimal, low: Decimal, high: Decimal, slack: Decimal = Decimal(0)) -> bool:
    """low - slack <= value <= high + slack."""
    return low - slack <= value <= high + slack


def _slack(rule: Rule) -> Decimal:
    return TOLERANCE.get(rule.prop, Decimal(0))


def _same(view: View, rule: Rule, value: object, wanted: object) -> bool:
    if rule.prop == "case":
        return value in CASES.get(f"{wanted}", (wanted,))
    if isinstance(value, Decimal) and isinstance(wanted, Decimal):
        return abs(value - wanted) <= _slack(rule)
    return value == wanted


def _range(view: View, rule: Rule, value: object) -> bool:
    low, high = rule.value
    return within(value, low, high, _slack(rule))


def _same_as(view: View, rule: Rule, value: object) -> bool:
    wanted = view.style_size(f"{rule.value}")
    return wanted is None or value == wanted


def _ratio(view: View, rule: Rule, value: object) -> bool:
    low, high = rule.value
    return low * (1 - RATIO_TOLERANCE) <= value <= high * (1 + RATIO_TOLERANCE)


@cache
def pattern(text: str) -> re.Pattern[str]:
    """A rule's regular expression."""
    return re.compile(text)


OPS: dict[str, Callable[[View, Rule, object], bool]] = {
    "eq": lambda view, rule, value: _same(view, rule, value, rule.value),
    "in": lambda view, rule, value: any(_same(view, rule, value, wanted) for wanted in rule.value),
    "range": _range,
    "min": lambda view, rule, value: value >= rule.value - _slack(rule),
    "max": lambda view, rule, value: value <= rule.value + _slack(rule),
    "regex": lambda view, rule, value: bool(pattern(f"{rule.value}").search(f"{value}")),
    "absent": lambda view, rule, value: not value,
    "present": lambda view, rule, value: bool(value),
    "ratio": _ratio,
    "same_as": _same_as,
}

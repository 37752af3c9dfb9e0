"""Working out derived figures (``cong_thuc``) from the others, in the order they need each other.

Exact or rounded? The result is worked out exactly and then rounded once, by the declared rule, to the declared decimals;
from then on the figure IS its printed value, also inside other formulas. The argument: a report is a page. Its reader has
6,92% and 4,53% and finds 2,39; a difference taken from unrounded shares may print 2,38 or 2,40 and looks like an error
no one can explain, and an inspector recomputing a total from its printed parts must find that total. Keeping hidden
digits makes each number a little truer and the page inconsistent. The price is that rounding can add up along a chain
of formulas; whoever must avoid that writes the long formula over the typed figures, where nothing is rounded until
the end. A word of approximation turns the rounding its way: «gần» rounds up, «trên» and «hơn» round down.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter

from reportgen.diagnostics import Finding, error
from reportgen.figures.expressions import Tree, evaluate, names_in, parse_formula
from reportgen.figures.model import Figure, Figures, Indicator, unknown_figure
from reportgen.figures.quantity import Quantity, printed_value
from reportgen.figures.sizes import check_size
from reportgen.figures.tokens import ExpressionError, tokens
from reportgen.noun import replace

LARGEST = 10**18


def derive(given: Figures, indicators: Mapping[str, Indicator], sink: list[Finding]) -> Figures:
    """``given`` completed by every derived figure; the faults of formulas go to ``sink``."""
    trees = _trees(indicators, sink)
    figures, absent = dict(given), set(given.absent)
    for key in _ordered(trees, indicators, sink):
        if key in given or key in given.faulty:
            continue
        needed = list(dict.fromkeys(names_in(trees[key])))
        if all(name in figures for name in needed):
            made = _made(key, trees[key], figures, indicators[key], sink)
            if made:
                figures[key] = made
        elif _lacks(key, needed, absent, indicators, sink):
            absent.add(key)
    faulty = set(indicators) - set(figures) - absent
    return Figures((figures[key] for key in indicators if key in figures), absent, faulty)


def order_of(indicators: Mapping[str, Indicator]) -> list[str] | None:
    """Keys of the derived figures, each after those it needs; None if a formula has a fault."""
    sink: list[Finding] = []
    order = _ordered(_trees(indicators, sink), indicators, sink)
    return None if sink else order


def _trees(indicators: Mapping[str, Indicator], sink: list[Finding]) -> dict[str, Tree]:
    """The formulas that can be read and name only known figures."""
    trees = {}
    for key, indicator in indicators.items():
        if not indicator.formula:
            continue
        try:
            tree = parse_formula(indicator.formula)
            unknown = [name for name in dict.fromkeys(names_in(tree)) if name not in indicators]
            sink.extend(unknown_figure(name, indicators, indicator.at("formula")) for name in unknown)
            if not unknown:
                check_size(tree, indicator.unit, lambda name: indicators[name].unit)
                trees[key] = tree
        except ExpressionError as fault:
            sink.append(fault.finding(indicator.at("formula")))
    return trees


def _ordered(
    trees: Mapping[str, Tree], indicators: Mapping[str, Indicator], sink: list[Finding]
) -> list[str]:
    """Keys of ``trees``, each after those it needs; the keys of a circle are reported once and left out."""
    needs = {
        key: [name for name in dict.fromkeys(names_in(tree)) if name in trees] for key, tree in trees.items()
    }
    while True:
        try:
            return list(TopologicalSorter(needs).static_order())
        except CycleError as failure:
            circle = failure.args[1][::-1]
            hint = "một trong các chỉ tiêu này phải gõ số liệu, không tính từ chỉ tiêu kia"
            place = indicators[circle[0]].at("formula")
            sink.append(
                error("SL13", f"công thức vòng quanh chính nó: {' → '.join(circle)}", place, hint=hint)
            )
            needs = {
                key: [n for n in names if n not in circle]
                for key, names in needs.items()
                if key not in circle
            }


def _lacks(
    key: str, needed: list[str], absent: set[str], indicators: Mapping[str, Indicator], sink: list[Finding]
) -> bool:
    """True if the figure may stay absent because an optional operand is; an error if it must not. False: operand faulty."""
    blank = [name for name in needed if name in absent]
    if not blank:
        return False
    if not indicators[key].required:
        return True
    labels = ", ".join(f"«{indicators[name].label}» ({name})" for name in blank)
    message = f"không tính được «{indicators[key].label}» ({key}) vì chưa có số liệu {labels}"
    hint = f"gõ số liệu còn thiếu, hoặc khai «bat_buoc: không» cho {key}"
    sink.append(error("SL14", message, indicators[key].at("formula"), hint=hint))
    return False


def _made(
    key: str, tree: Tree, figures: Mapping[str, Figure], indicator: Indicator, sink: list[Finding]
) -> Figure | None:
    """The derived figure; None and a finding if it cannot be worked out."""
    place, name = indicator.at("formula"), f"«{indicator.label}» ({key})"
    steps = working(indicator.formula, figures)
    try:
        exact = worked_out(tree, figures)
    except ExpressionError as fault:
        sink.append(error(fault.code, f"{name}: {fault.message} ({steps})", place, hint=fault.hint))
        return None
    if abs(exact) >= LARGEST:
        sink.append(
            error("SL06", f"{name} tính ra quá lớn: {steps}", place, hint="xem lại công thức và đơn vị tính")
        )
        return None
    value = printed_value(exact, indicator, indicator.approximation)
    is_rounded = Fraction(value) != exact
    word = indicator.approximation if is_rounded else ""
    figure = Figure(key, value, indicator, place, word, "formula", rounded=is_rounded)
    return replace(figure, working=f"{steps} {'≈' if is_rounded else '='} {figure.measured}")


def worked_out(tree: Tree, figures: Mapping[str, Figure]) -> Fraction:
    """The exact value of ``tree`` over printed values, each in its own unit. Raises ExpressionError."""
    return evaluate(tree, lambda name: Quantity.exact(figures[name].value)).nominal


def working(formula: str, figures: Mapping[str, Figure]) -> str:
    """The formula with numbers in place of names: «17.352 / 383.046 × 100»."""
    shown = {"*": "×", ",": ";"}
    parts = []
    for token in tokens(formula)[:-1]:
        text = figures[token.text].number if token.kind == "name" and token.text in figures else token.text
        parts.append(
            f"({text})" if token.kind == "name" and text.startswith("-") else shown.get(token.sign, text)
        )
    return " ".join(parts).replace("( ", "(").replace(" )", ")").replace(" ;", ";")

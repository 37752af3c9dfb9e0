"""Does a relation hold, plainly? A test says yes only where ``checks.figures`` has nothing to say of it.

The usual forms are tested over nominal values, for those alone decide: a sum, a difference, a product, a share is right if what
its operands give prints as the result (``nature_of``), a limit holds if the nominal sum does not exceed it. Anything with more
to it (reasons for letting it stand, words of approximation, rounded divisors, other forms) is asked of the checks themselves.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from itertools import islice, pairwise
from operator import itemgetter
from typing import Any

from reportgen.batch.swift.formulas import Exact, Formula, constant, function_of, joined, total
from reportgen.checks.figures import check_relations
from reportgen.figures.expressions import Call, Name, Negative, Operation, Tree, names_in, parse_comparison
from reportgen.figures.forms import forms_of, shape_faults
from reportgen.figures.model import Figure, Figures, Indicator
from reportgen.figures.relations import Relation
from reportgen.figures.tokens import HOLDS, ExpressionError
from reportgen.figures.units import measure
from reportgen.noun import replace

Test = Callable[[Exact, Mapping[str, Sequence[Figure]], int], bool]
"""(exact values by key, figures by key, how many rows) → whether the relation holds in every row. KeyError, AttributeError: over
a blank."""
Held = Callable[[Exact], Iterable[bool]]
FORMS = ("sum", "difference", "product", "share")


def relation_tests(
    relations: Iterable[Relation], indicators: Mapping[str, Indicator]
) -> list[tuple[Test, list[str]]] | None:
    """A test for every relation over these figures, with the keys it needs as figures and not only as values.

    None if a relation can never hold without a word (a fault of its own).
    """
    tests = []
    for relation in relations:
        if relation.accepted or shape_faults(relation) or not _speaks_plainly(relation, indicators):
            return None
        test = _plain_test(relation, indicators)
        tests.append((test, []) if test else _asked(relation))
    return tests


def _speaks_plainly(relation: Relation, indicators: Mapping[str, Indicator]) -> bool:
    """False for a relation over names without figures, which is told in every document."""
    try:
        stated = names_in(parse_comparison(relation.statement)) if relation.statement else ()
    except ExpressionError:
        return False
    return all(key in indicators for key in (*stated, *(use.key for use in relation.names)))


def _asked(relation: Relation) -> tuple[Test, list[str]]:
    """The check itself, over the figures of this relation only."""
    stated = list(names_in(parse_comparison(relation.statement))) if relation.statement else []
    keys = list(dict.fromkeys([*stated, *(use.key for use in relation.names)]))

    def holds(exact: Exact, figures: Mapping[str, Sequence[Figure]], count: int) -> bool:
        rows = zip(*[figures[key] for key in keys], strict=True)
        return not any(check_relations([relation], Figures(row)) for row in rows)

    return holds, keys


def _in_every_row(held: Held) -> Test:
    """Sides made of constants alone have no end, so no more is looked at than there are rows."""
    return lambda exact, figures, count: all(islice(held(exact), count))


def _plain_test(relation: Relation, indicators: Mapping[str, Indicator]) -> Test | None:
    form = forms_of(relation)[0]
    held = None
    if form == "statement":
        held = _statement(relation, indicators)
    elif form == "parts":
        held = _result("sum", relation.parts, relation.whole.key, relation.complete, relation, indicators)
    elif form in FORMS:
        target = (relation.result or relation.limit).key
        held = _result(form, getattr(relation, form), target, bool(relation.result), relation, indicators)
    return _in_every_row(held) if held else None


def _result(form, uses, target: str, is_result: bool, relation: Relation, indicators) -> Held | None:
    """Operands in base units, combined, against the target in its own unit."""
    keys = [use.key for use in uses]
    if not _units_fit(relation, [*keys, target], indicators):
        return None
    if form == "share" and (indicators[keys[1]].is_rounded or len(keys) != 2):
        return None
    factors = [_factor(indicators[key]) for key in keys]
    out, decimals = _factor(indicators[target]), indicators[target].decimals
    same = all(factor == out for factor in factors) and form in ("sum", "difference")
    combined = _combined(form, keys, [1] * len(keys) if same else factors, 1 if same else out)
    value = itemgetter(target)
    if is_result:
        return lambda exact: (prints_as(a, b, decimals) for a, b in zip(combined(exact), value(exact), strict=True))
    return lambda exact: map(operator.le, combined(exact), value(exact))


_SIGNS = {"sum": "+", "difference": "-", "product": "*", "share": "/"}


def _combined(form: str, keys: list[str], factors: list, out) -> Formula:
    """What the operands give, in units of ``out``."""
    parts = [_scaled(itemgetter(key), factor) for key, factor in zip(keys, factors, strict=True)]
    whole = total(parts) if form == "sum" else reduce(lambda a, b: joined(_SIGNS[form], a, b), parts)
    return whole if out == 1 else joined("/", whole, constant(out))


def _scaled(part: Formula, factor) -> Formula:
    return part if factor == 1 else joined("*", part, constant(factor))


def prints_as(exact: Any, value: Any, decimals: int) -> bool:
    """True if ``exact``, rounded half away from zero to ``decimals``, is ``value``."""
    if exact == value:
        return True
    apart = abs(exact - value)
    return 2 * apart * 10**decimals < 1  # an exact half is decided by its sign: not plain


def _factor(indicator: Indicator) -> int | Fraction:
    factor = measure(indicator.unit).factor
    return int(factor) if factor.denominator == 1 else factor


def _units_fit(relation: Relation, keys: list[str], indicators: Mapping[str, Indicator]) -> bool:
    """True if the checks accept the units of this relation: they are asked once, over figures of value 1."""
    return not _faults_of_units(relation, keys, indicators)


def _faults_of_units(relation: Relation, keys: Iterable[str], indicators: Mapping[str, Indicator]) -> bool:
    ones = Figures([Figure(key, Decimal(1), replace(indicators[key], decimals=0), origin="sheet") for key in dict.fromkeys(keys)])
    return any(finding.code in ("SL12", "SL22", "SL20") for finding in check_relations([relation], ones))


def _statement(relation: Relation, indicators: Mapping[str, Indicator]) -> Held | None:
    """Comparisons of nominal values; «… = figure» is a printed result."""
    comparison = parse_comparison(relation.statement)
    if _faults_of_units(relation, names_in(comparison), indicators) or any(_divides(side, indicators) for side in comparison.sides):
        return None
    sides = [(side, function_of(side)) for side in comparison.sides]
    if not all(function for _, function in sides):
        return None
    steps = [_step(a, sign, b, indicators) for (a, b), sign in zip(pairwise(sides), comparison.signs, strict=True)]
    if not all(steps):
        return None
    return lambda exact: map(_all, zip(*[step(exact) for step in steps], strict=False))


def _all(held: tuple[bool, ...]) -> bool:
    return all(held)


def _step(left: tuple[Tree, Formula], sign: str, right: tuple[Tree, Formula], indicators) -> Held | None:
    """One comparison of a chain; None for a sign that is none of the six, or two figures of different units."""
    (a_tree, a), (b_tree, b) = left, right
    compare = HOLDS.get(sign)
    named = [tree for tree in (b_tree, a_tree) if isinstance(tree, Name)]
    if len(named) == 2 and sign == "=" and len({_factor(indicators[tree.key]) for tree in named}) == 2:
        return None
    if len(named) == 1 and sign == "=":
        decimals = indicators[named[0].key].decimals
        worked, value = (a, b) if named[0] is b_tree else (b, a)
        return lambda exact: (prints_as(x, y, decimals) for x, y in zip(worked(exact), value(exact), strict=False))
    return compare and (lambda exact: map(compare, a(exact), b(exact)))


def _divides(tree: Tree, indicators: Mapping[str, Indicator]) -> bool:
    """True if something rounded is divided by: its range may hold a zero where its nominal value does not."""
    match tree:
        case Operation(sign="/", right=right) if any(indicators[key].is_rounded for key in names_in(right)):
            return True
        case Operation(left=left, right=right):
            return _divides(left, indicators) or _divides(right, indicators)
        case Negative(inner=inner):
            return _divides(inner, indicators)
        case Call(arguments=parts):
            return any(_divides(part, indicators) for part in parts)
    return False

"""Rows in order to the figures of their pages: those of the columns, those worked out, those typed in the base."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from reportgen.batch.nouns import FIGURE, Columns, Row
from reportgen.batch.plan import Plan
from reportgen.batch.swift.cells import (
    Column,
    Printing,
    RowFigure,
    column_of,
    derived_steps,
    exact_of,
    given_steps,
    printing,
)
from reportgen.batch.swift.formulas import Formula, GiveUp, compiled_ratio
from reportgen.batch.swift.relations import Test, relation_tests
from reportgen.checks.plausible import limits_of, within
from reportgen.figures.derive import order_of
from reportgen.figures.expressions import names_in, parse_comparison, parse_formula
from reportgen.figures.model import Figure, Indicator, under_rule
from reportgen.figures.reading import read_figures
from reportgen.figures.relations import Relation
from reportgen.noun import fields, noun, working
from reportgen.program.fetched import bare_key
from reportgen.yamltext import Mapping as Group

setattr(RowFigure, "__noun_fields__", fields(Figure))  # noqa: B010 - ``replace`` asks each class for its own
NOT_PLAIN = (GiveUp, KeyError, AttributeError)
"""What a formula or a relation over a blank, or over what is no plain number, ends with."""


@noun
class Printed:
    """How the text calls figures.

    ``only``: as ``{{ ho_ngheo }}`` and in no other way, so it needs no figure; ``alone``: the number by itself, as
    ``{{ ho_ngheo|so_tran }}``.
    """

    only: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()


NOT_PRINTED = Printed()


class Given(NamedTuple):
    """A figure a column gives, at this position of the row."""

    position: int
    optional: bool
    percent: bool
    how: Printing


class Derived(NamedTuple):
    """A figure worked out: ``over`` by ``by`` (None: by 1). ``used``: another formula or a relation asks for its value."""

    over: Formula
    by: Formula | None
    used: bool
    how: Printing


@working
class SwiftFigures:
    """Rows in order to the names of their pages.

    ``given``, ``derived`` (in the order they need each other), ``fixed``: the figures; ``same``: the names that are alike in every
    row; ``bare``: the figures whose number is printed alone somewhere.
    """

    given: list[Given]
    derived: list[Derived]
    fixed: Mapping[str, Figure]
    same: Mapping[str, object]
    bare: frozenset[str]
    tests: list[Test]
    limits: Callable[[Mapping[str, Sequence[Any]]], bool]

    def each(self, rows: Sequence[Row]) -> list[dict[str, object] | None]:
        """The names of the figures of every row: figures or words by key, None for a figure that may be and is missing.

        None instead of all of them for a row that is not plain, or in which something does not hold.
        """
        try:
            return self.together(rows) if rows else []
        except NOT_PLAIN:
            return [None] if len(rows) == 1 else [one for row in rows for one in self.each([row])]

    def together(self, rows: Sequence[Row]) -> list[dict[str, object] | None]:
        """The same for rows that are plain, all of them; one of ``NOT_PLAIN`` if one is not."""
        count = len(rows)
        exact: dict[str, Sequence[Any]] = {key: [_exact(its.value)] * count for key, its in self.fixed.items()}
        made: dict[str, Column] = {}
        filled: dict[str, Sequence[Any]] = {}
        cells = list(zip(*[row.values for row in rows], strict=True))
        for one in self.given:
            key = one.how.key
            made[key], filled[key] = _given_column(cells[one.position], one)
            if len(filled[key]) == count:
                exact[key] = filled[key]
        for its in self.derived:
            steps, ratios = derived_steps(exact, its.over, its.by, its.how.decimals, count)
            made[its.how.key] = column_of(its.how, steps, ratios)
            if its.used:
                exact[its.how.key] = exact_of(steps, its.how.decimals)
        figures: dict[str, Any] = {key: [figure] * count for key, figure in self.fixed.items()}
        figures |= {key: column.names for key, column in made.items()}
        if not (self.limits(exact | filled) and all(test(exact, figures, count) for test in self.tests)):
            raise GiveUp
        columns = {key: column.names for key, column in made.items()}
        columns |= {bare_key(key): made[key].numbers for key in self.bare if key in made}
        keys = tuple(columns)
        found = zip(*columns.values(), strict=True) if columns else [()] * count
        return [{**self.same, **dict(zip(keys, row, strict=True))} for row in found]


def _given_column(cells: Sequence[object], one: Given) -> tuple[Column, Sequence[Any]]:
    """The figures of a column, None for blanks that may be; and its exact values without those."""
    how = one.how
    if None not in cells:
        exact, steps = given_steps(cells, how.decimals, one.percent)
        return column_of(how, steps), exact
    if not one.optional:
        raise GiveUp
    exact, steps = given_steps([cell for cell in cells if cell is not None], how.decimals, one.percent)
    names, numbers = map(iter, column_of(how, steps))
    return Column([None if cell is None else next(names) for cell in cells], [None if cell is None else next(numbers) for cell in cells]), exact


def swift_figures(plan: Plan, columns: Columns, printed: Printed = NOT_PRINTED) -> SwiftFigures | None:
    """The short way for rows of these columns; None where the type or the base asks for more than plain figures."""
    indicators = under_rule(plan.indicators, plan.base.rounding)
    if plan.tables.declared or plan.tables.loops or any(i.comparisons or i.is_quoted for i in indicators.values()):
        return None
    fixed = _fixed(plan, indicators)
    at = {target.key: n for n, (target, _) in enumerate(columns.found) if target.kind == FIGURE}
    if fixed is None or set(fixed) & set(at) or any(not _is_plain(indicator) for indicator in indicators.values()):
        return None
    order = order_of(indicators)
    known = {*at, *fixed, *(order or ())} & set(indicators)
    absent = [key for key, indicator in indicators.items() if key not in known]
    relations = [*plan.kind.relations, *plan.base.relations]
    its = {key: indicators[key] for key in indicators if key in known}
    tests, limits = relation_tests(relations, its), limits_of(its, relations)
    if order is None or tests is None or any(indicators[key].required for key in absent):
        return None
    words_do = printed.only - {key for _, keys in tests for key in keys}
    used = {*_used([indicators[key].formula for key in order], relations), *limits}
    derived = [_derived(key, indicators[key], key in used, key in words_do) for key in order]
    given = [_given(at[key], key, indicator, key in words_do) for key, indicator in indicators.items() if key in at]
    if not all(derived):
        return None
    same = {**fixed, **dict.fromkeys(absent)}
    same |= {bare_key(key): fixed[key].number if key in fixed else None for key in printed.alone if key in same}
    return SwiftFigures(given, [one for one in derived if one], fixed, same, printed.alone, [test for test, _ in tests], within(limits))


def _used(formulas: list[str], relations: list[Relation]) -> set[str]:
    """The figures whose values formulas and relations ask for."""
    found = {key for formula in formulas for key in names_in(parse_formula(formula))}
    for relation in relations:
        found.update(names_in(parse_comparison(relation.statement)) if relation.statement else ())
        found.update(use.key for use in relation.names)
    return found


def _exact(value: Decimal) -> int | Fraction:
    return int(value) if value == value.to_integral_value() else Fraction(value)


def _given(position: int, key: str, indicator: Indicator, words_do: bool) -> Given:
    how = printing(key, indicator, "sheet", words_do=words_do)
    return Given(position, not indicator.required, indicator.is_percent, how)


def _derived(key: str, indicator: Indicator, used: bool, words_do: bool) -> Derived | None:
    """None for a formula that is not plain."""
    ratio = compiled_ratio(indicator.formula)
    return ratio and Derived(*ratio, used, printing(key, indicator, "formula", words_do=words_do))


def _is_plain(indicator: Indicator) -> bool:
    """Words of approximation and cut digits go the long way."""
    return not (indicator.approximation or indicator.cuts or indicator.source or indicator.is_quoted)


def _fixed(plan: Plan, indicators: Mapping[str, Indicator]) -> dict[str, Figure] | None:
    """The figures typed in the base, the same in every document; None if any of them is more than a plain number."""
    node = plan.base.figures
    typed = list(node.entries) if isinstance(node, Group) else []
    own = {key: indicator for key, indicator in indicators.items() if key in typed}
    sink: list = []
    figures = read_figures(node, own, sink, place=plan.base.at("figures"))
    plain = all(
        f.origin == "typed" and not (f.accepted or f.unconfirmed or f.approximation or f.rounded) for f in figures.values()
    )
    return dict(figures) if plain and not sink and not (figures.absent or figures.faulty) else None

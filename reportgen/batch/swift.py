"""The short way through a row in order: nothing doubtful in it, so there is nothing to say and no need to remember places.

Judging a figure as if anything could be wrong with it costs 70 µs, mostly for what a message might have to tell: where it
stands, the range it may stand for, how it was worked out. In a batch nearly every row is in order. So a row is first tried
here: whole numbers and decimals as they are, formulas over exact values, relations over nominal ones, which is all that decides
whether a relation holds (``checks.verdicts.nature_of``). At the first thing that is not plain (text, a blank, a percent format, a
relation that does not hold, a digit too many, a zero divisor) the row is given up and goes the long way of every report
(``preparing``), which finds the words. So this module never judges: it only knows when there is nothing to judge, and what it
does not know is not plain. Its figures are equal to those of the long way; tests hold the documents of both to the same bytes,
and so does every run for the documents of its sample.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from reportgen.batch.nouns import FIGURE, Columns, Row
from reportgen.batch.plan import Plan
from reportgen.batch.swift_relations import Test, relation_tests
from reportgen.batch.swift_trees import GiveUp, compiled
from reportgen.figures.derive import LARGEST, order_of
from reportgen.figures.model import Figure, Indicator, measured, under_rule
from reportgen.figures.reading import read_figures
from reportgen.noun import fields, noun, working
from reportgen.yamltext import Mapping as Group

_new, _set = object.__new__, object.__setattr__


class RowFigure(Figure):
    """A figure of a row in order: its number is written when it is made, and kept."""

    number = ""  # each one's own stands in its ``__dict__``


setattr(RowFigure, "__noun_fields__", fields(Figure))  # noqa: B010 - ``replace`` asks each class for its own


class Given(NamedTuple):
    """A figure a column gives. ``like``: what all figures of this column have in common; None where the text only prints it:

    then its words will do, the number and ``tail``.
    """

    position: int
    key: str
    decimals: int
    optional: bool
    percent: bool
    pad: int
    like: dict[str, object] | None
    tail: str


@noun
class Derived:
    """A figure worked out by ``formula``."""

    key: str
    decimals: int
    pad: int
    formula: Callable
    like: dict[str, object] | None
    tail: str


@working
class SwiftFigures:
    """Rows to figures: those of the columns, those worked out (in the order they need each other), those typed in the base."""

    given: list[Given]
    derived: list[Derived]
    fixed: Mapping[str, Figure]
    tests: list[Test]
    absent: frozenset[str]

    def names(self, row: Row) -> dict[str, object] | None:
        """The figures of a row by key, None for those that may be and are missing; None unless all is plain and holds.

        Written for speed: whole numbers, which is what nearly all cells hold, are made into figures here.
        """
        exact: dict[str, object] = {key: Fraction(figure.value) for key, figure in self.fixed.items()}
        made: dict[str, object] = dict(self.fixed)
        values = row.values
        try:
            for one in self.given:
                position, key, decimals, optional, _, pad, like, tail = one
                value = values[position]
                if type(value) is int and not (decimals or pad) and -LARGEST < value < LARGEST:
                    exact[key] = value
                    number = f"{value:,}".replace(",", ".")
                    if like is None:
                        made[key] = number + tail
                    else:
                        its = like.copy()
                        its["value"], its["number"] = Decimal(value), number
                        made[key] = figure = _new(RowFigure)
                        _set(figure, "__dict__", its)
                elif value is None and optional:
                    made[key] = None
                else:
                    exact[key], made[key] = given_figure(value, one)
            for its in self.derived:
                exact[its.key], made[its.key] = derived_figure(its.formula(exact), its)
            for test in self.tests:
                if not test(exact, made):
                    return None
        except (GiveUp, KeyError, AttributeError):  # a formula or a relation over a blank
            return None
        for key in self.absent:
            made[key] = None
        return made


def swift_figures(plan: Plan, columns: Columns, printed: frozenset[str] = frozenset()) -> SwiftFigures | None:
    """The short way for rows of these columns; None where the type or the base asks for more than plain figures.

    ``printed``: names the text only prints (``{{ ho_ngheo }}``), for which it needs no figure.
    """
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
    tests = relation_tests(relations, {key: indicators[key] for key in indicators if key in known})
    if order is None or tests is None or any(indicators[key].required for key in absent):
        return None
    words_do = printed - {key for _, keys in tests for key in keys}
    derived = [_derived(key, indicators[key], key in words_do) for key in order]
    given = [_given(at[key], key, indicator, key in words_do) for key, indicator in indicators.items() if key in at]
    if any(one.formula is None for one in derived):
        return None
    return SwiftFigures(given, derived, fixed, [test for test, _ in tests], frozenset(absent))


def _given(position: int, key: str, indicator: Indicator, words_do: bool) -> Given:
    pad = 2 if indicator.pad2 else 0
    like = None if words_do else _like(key, indicator, "sheet")
    tail = measured("", indicator.unit)
    return Given(position, key, indicator.decimals, not indicator.required, indicator.is_percent, pad, like, tail)


def _derived(key: str, indicator: Indicator, words_do: bool) -> Derived:
    like = None if words_do else _like(key, indicator, "formula")
    tail = measured("", indicator.unit)
    return Derived(key, indicator.decimals, 2 if indicator.pad2 else 0, compiled(indicator.formula), like, tail)


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


def given_figure(value: object, one: Given) -> tuple[object, Figure]:
    """The exact value and the figure of a plain cell. GiveUp for anything else."""
    kind, decimals = type(value), one.decimals
    if kind is str and value.isascii() and value.isdigit() and len(value) < 16 and (value[0] != "0" or value == "0"):
        value, kind = int(value), int
    if kind is int:
        if not -LARGEST < value < LARGEST:
            raise GiveUp
        return value, figure_of(value * 10**decimals if decimals else value, decimals, one)
    if kind is not Decimal or not decimals or not -LARGEST < value < LARGEST:
        raise GiveUp
    if -value.as_tuple().exponent > decimals or (one.percent and -1 < value < 1):
        raise GiveUp
    return Fraction(value), figure_of(int(value.scaleb(decimals)), decimals, one)


def derived_figure(exact: object, one: Derived) -> tuple[object, Figure]:
    """The printed value of a formula and its figure; rounded half away from zero. GiveUp for a number too large."""
    numerator, denominator, decimals = exact.numerator, exact.denominator, one.decimals
    if not -LARGEST * denominator < numerator < LARGEST * denominator:
        raise GiveUp
    scale = 10**decimals
    steps = steps_of(numerator * scale, denominator)
    value = Fraction(steps, scale) if decimals else steps
    return value, figure_of(steps, decimals, one, steps * denominator != numerator * scale)


def steps_of(numerator: int, denominator: int) -> int:
    """The quotient as a whole number, halves away from zero."""
    steps = (2 * abs(numerator) + denominator) // (2 * denominator)
    return -steps if numerator < 0 else steps


def figure_of(steps: int, decimals: int, one: Given | Derived, rounded: bool = False) -> object:
    """The figure of a value given in units of its last printed digit, or its words if they will do.

    Made without ``__init__``, which would take as long as all the rest: of its 13 fields 11 are the same in every row.
    """
    if decimals:
        whole, fraction = divmod(abs(steps), 10**decimals)
        written = f"{whole:,}".replace(",", ".")
        number = f"{'-' if steps < 0 else ''}{written},{fraction:0{decimals}d}"
    else:
        number = f"{steps:,}".replace(",", ".")
        if one.pad and steps > 0:
            number = number.rjust(one.pad, "0")
    if one.like is None:
        return number + one.tail
    its = one.like.copy()
    its["value"], its["number"] = Decimal(steps).scaleb(-decimals) if decimals else Decimal(steps), number
    if rounded:
        its["rounded"] = True
    made = _new(RowFigure)
    _set(made, "__dict__", its)
    return made


def _like(key: str, indicator: Indicator, origin: str) -> dict[str, object]:
    """What every figure of an indicator has in common, as its ``__dict__``."""
    return {**Figure(key, Decimal(0), indicator, indicator.place, "", origin, note=indicator.note).__dict__, "number": ""}

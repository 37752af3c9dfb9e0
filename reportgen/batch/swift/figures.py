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

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any, NamedTuple

from reportgen.batch.nouns import FIGURE, Columns, Row
from reportgen.batch.plan import Plan
from reportgen.batch.swift_relations import Test, relation_tests
from reportgen.batch.swift_trees import Formula, GiveUp, compiled_ratio, divided
from reportgen.figures.derive import LARGEST, order_of
from reportgen.figures.expressions import names_in, parse_comparison, parse_formula
from reportgen.figures.model import Figure, Indicator, measured, under_rule
from reportgen.figures.reading import read_figures
from reportgen.figures.relations import Relation
from reportgen.noun import fields, working
from reportgen.yamltext import Mapping as Group

_new, _set, _new_words = object.__new__, object.__setattr__, tuple.__new__


class RowFigure(Figure):
    """A figure of a row in order: its number is written when it is made, and kept."""

    number = words = ""  # each one's own stand in its ``__dict__``


class Words(NamedTuple):
    """A figure the text only prints: with its unit and alone."""

    words: str
    number: str
    unconfirmed = False
    prints_ready = True

    def __str__(self) -> str:
        return self.words


setattr(RowFigure, "__noun_fields__", fields(Figure))  # noqa: B010 - ``replace`` asks each class for its own


class Given(NamedTuple):
    """A figure a column gives. ``like``: what all figures of this column have in common; None where the text only prints it:

    then its words will do, the number and ``tail``; ``bare`` if the number is printed alone somewhere.
    """

    position: int
    key: str
    decimals: int
    optional: bool
    percent: bool
    pad: int
    like: dict[str, object] | None
    tail: str
    bare: bool


class Derived(NamedTuple):
    """A figure worked out: ``over`` by ``by`` (None: by 1). ``used``: another formula or a relation asks for its value."""

    key: str
    decimals: int
    pad: int
    over: Formula
    by: Formula | None
    like: dict[str, object] | None
    tail: str
    bare: bool
    used: bool


@working
class SwiftFigures:
    """Rows to figures: those of the columns, those worked out (in the order they need each other), those typed in the base."""

    given: list[Given]
    derived: list[Derived]
    fixed: Mapping[str, Figure]
    values: Mapping[str, object]
    tests: list[Test]
    absent: frozenset[str]

    def names(self, row: Row) -> dict[str, object] | None:
        """The figures of a row by key, None for those that may be and are missing; None unless all is plain and holds.

        Written for speed: whole numbers, which is what nearly all cells hold, are made into figures here.
        """
        exact: dict[str, object] = dict(self.values)
        made: dict[str, object] = dict(self.fixed)
        values = row.values
        try:
            for one in self.given:
                position, key, decimals, optional, _, pad, like, tail, bare = one
                value = values[position]
                if type(value) is int and not (decimals or pad) and -LARGEST < value < LARGEST:
                    exact[key] = value
                    number = f"{value:,}".replace(",", ".")
                    if like is None:
                        made[key] = _new_words(Words, (number + tail, number)) if bare else number + tail
                    else:
                        its = like.copy()
                        its["value"], its["number"], its["words"] = Decimal(value), number, number + tail
                        made[key] = figure = _new(RowFigure)
                        _set(figure, "__dict__", its)
                elif value is None and optional:
                    made[key] = None
                else:
                    exact[key], made[key] = given_figure(value, one)
            for its in self.derived:
                value, made[its.key] = derived_figure(exact, its)
                if its.used:
                    exact[its.key] = value
            for test in self.tests:
                if not test(exact, made):
                    return None
        except (GiveUp, KeyError, AttributeError):  # a formula or a relation over a blank
            return None
        for key in self.absent:
            made[key] = None
        return made


def swift_figures(plan: Plan, columns: Columns, printed: Mapping[str, bool] = MappingProxyType({})) -> SwiftFigures | None:
    """The short way for rows of these columns; None where the type or the base asks for more than plain figures.

    ``printed``: names the text only prints (``{{ ho_ngheo }}``), for which it needs no figure; True where the number is
    printed alone (``{{ ho_ngheo|so_tran }}``).
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
    asked = {key for _, keys in tests for key in keys}
    words_do = {key: bare for key, bare in printed.items() if key not in asked}
    used = _used([indicators[key].formula for key in order], relations)
    derived = [_derived(key, indicators[key], words_do.get(key), key in used) for key in order]
    given = [_given(at[key], key, indicator, words_do.get(key)) for key, indicator in indicators.items() if key in at]
    if not all(derived):
        return None
    values = {key: _exact(figure.value) for key, figure in fixed.items()}
    return SwiftFigures(given, [one for one in derived if one], fixed, values, [test for test, _ in tests], frozenset(absent))


def _used(formulas: list[str], relations: list[Relation]) -> set[str]:
    """The figures whose values formulas and relations ask for."""
    found = {key for formula in formulas for key in names_in(parse_formula(formula))}
    for relation in relations:
        found.update(names_in(parse_comparison(relation.statement)) if relation.statement else ())
        found.update(use.key for use in relation.names)
    return found


def _exact(value: Decimal) -> int | Fraction:
    return int(value) if value == value.to_integral_value() else Fraction(value)


def _given(position: int, key: str, indicator: Indicator, bare: bool | None) -> Given:
    """``bare``: see there; None where words do not do."""
    pad = 2 if indicator.pad2 else 0
    like = _like(key, indicator, "sheet") if bare is None else None
    tail = measured("", indicator.unit)
    return Given(position, key, indicator.decimals, not indicator.required, indicator.is_percent, pad, like, tail, bool(bare))


def _derived(key: str, indicator: Indicator, bare: bool | None, used: bool) -> Derived | None:
    """``bare`` as in ``_given``; None for a formula that is not plain."""
    like = _like(key, indicator, "formula") if bare is None else None
    tail = measured("", indicator.unit)
    ratio = compiled_ratio(indicator.formula)
    return ratio and Derived(key, indicator.decimals, 2 if indicator.pad2 else 0, *ratio, like, tail, bool(bare), used)


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


def derived_figure(exact: Mapping[str, Any], one: Derived) -> tuple[object, object]:
    """The printed value of a formula (None if nobody asks for it) and its figure; rounded half away from zero.

    GiveUp for a number too large or a zero divisor.
    """
    numerator, decimals = one.over(exact), one.decimals
    denominator = one.by(exact) if one.by else 1
    if type(numerator) is not int or type(denominator) is not int:
        quotient = divided(numerator, denominator)
        numerator, denominator = quotient.numerator, quotient.denominator
    elif denominator <= 0:
        if not denominator:
            raise GiveUp
        numerator, denominator = -numerator, -denominator
    if not -LARGEST * denominator < numerator < LARGEST * denominator:
        raise GiveUp
    scale = 10**decimals
    scaled = numerator * scale
    steps = (2 * abs(scaled) + denominator) // (2 * denominator)
    if scaled < 0:
        steps = -steps
    value = (Fraction(steps, scale) if decimals else steps) if one.used else None
    return value, figure_of(steps, decimals, one, steps * denominator != scaled)


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
    words = number + one.tail
    if one.like is None:
        return _new_words(Words, (words, number)) if one.bare else words
    its = one.like.copy()
    its["words"], its["value"], its["number"] = words, Decimal(steps).scaleb(-decimals) if decimals else Decimal(steps), number
    if rounded:
        its["rounded"] = True
    made = _new(RowFigure)
    _set(made, "__dict__", its)
    return made


def _like(key: str, indicator: Indicator, origin: str) -> dict[str, object]:
    """What every figure of an indicator has in common, as its ``__dict__``."""
    return {**Figure(key, Decimal(0), indicator, indicator.place, "", origin, note=indicator.note).__dict__, "number": "", "words": ""}

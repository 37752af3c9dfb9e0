"""What a column of the sheet gives, and what a formula gives, as columns of figures: exact values and what is printed of them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import chain, islice
from typing import Any, NamedTuple, TypeAlias

from reportgen.batch.swift.formulas import Exact, Formula, GiveUp, divided
from reportgen.figures.derive import LARGEST
from reportgen.figures.model import Figure, Indicator, measured

Ratios: TypeAlias = tuple[Sequence[int], Sequence[int]]
"""Numerators and denominators, row by row."""
_WHOLE = frozenset([int])
FIRST = 2_000
"""So many numbers from 0 on are written once and looked up: shares and small counts are nearly always among them."""
_new, _set = object.__new__, object.__setattr__


class RowFigure(Figure):
    """A figure of a row in order: its number is written when it is made, and kept."""

    number = words = ""  # each one's own stand in its ``__dict__``


class Printing(NamedTuple):
    """How a figure is printed: ``tail``, its unit; ``pad``, the digits it has at least.

    ``like``: what all figures of this indicator have in common; None where the text only prints it, then its words will do.
    """

    key: str
    decimals: int
    pad: int
    tail: str
    like: dict[str, object] | None


class Column(NamedTuple):
    """A figure in some rows: as the text calls it (words, or figures where more is asked of it), and its numbers alone."""

    names: Sequence[object]
    numbers: Sequence[str | None]


def printing(key: str, indicator: Indicator, origin: str, *, words_do: bool) -> Printing:
    """How an indicator is printed; ``words_do``: nothing but its words is asked for."""
    like = None if words_do else _like(key, indicator, origin)
    return Printing(key, indicator.decimals, 2 if indicator.pad2 else 0, measured("", indicator.unit), like)


def _like(key: str, indicator: Indicator, origin: str) -> dict[str, object]:
    """What every figure of an indicator has in common, as its ``__dict__``."""
    return {**Figure(key, Decimal(0), indicator, indicator.place, "", origin, note=indicator.note).__dict__, "number": "", "words": ""}


def given_steps(values: Sequence[object], decimals: int, percent: bool) -> tuple[Sequence[Any], Sequence[int]]:
    """Plain cells as exact values and in units of the last printed digit. GiveUp if one is anything else."""
    if _WHOLE.issuperset(map(type, values)) and values and -LARGEST < min(values) and max(values) < LARGEST:
        return values, values if not decimals else [value * 10**decimals for value in values]
    pairs = [_given(value, decimals, percent) for value in values]
    return [exact for exact, _ in pairs], [steps for _, steps in pairs]


def _given(value: Any, decimals: int, percent: bool) -> tuple[Any, int]:
    kind = type(value)
    if kind is str and value.isascii() and value.isdigit() and len(value) < 16 and (value[0] != "0" or value == "0"):
        value, kind = int(value), int
    if kind is int and -LARGEST < value < LARGEST:
        return value, value * 10**decimals
    if kind is not Decimal or not decimals or not -LARGEST < value < LARGEST:
        raise GiveUp
    if -value.as_tuple().exponent > decimals or (percent and -1 < value < 1):
        raise GiveUp
    return Fraction(value), int(value.scaleb(decimals))


def derived_steps(exact: Exact, over: Formula, by: Formula | None, decimals: int, count: int) -> tuple[list[int], Ratios]:
    """What ``over`` by ``by`` (None: by 1) gives, in units of the last printed digit, and the exact quotients.

    Rounded half away from zero. GiveUp for a number too large or a zero divisor.
    """
    numerators = list(islice(over(exact), count))
    denominators = list(islice(by(exact), count)) if by else [1] * count
    if not _WHOLE.issuperset(map(type, chain(numerators, denominators))) or min(denominators) <= 0:
        quotients = list(map(divided, numerators, denominators))
        numerators, denominators = [one.numerator for one in quotients], [one.denominator for one in quotients]
    if max(map(abs, numerators)) >= LARGEST and any(
        abs(n) >= LARGEST * d for n, d in zip(numerators, denominators, strict=True)
    ):
        raise GiveUp
    double = 2 * 10**decimals
    if min(numerators) >= 0:
        steps = [(double * n + d) // (2 * d) for n, d in zip(numerators, denominators, strict=True)]
    else:
        steps = [_rounded(double * n, 2 * d) for n, d in zip(numerators, denominators, strict=True)]
    return steps, (numerators, denominators)


def _rounded(n: int, d: int) -> int:
    """The quotient rounded half away from zero; d > 0."""
    return (2 * n + d) // (2 * d) if n >= 0 else -((d - 2 * n) // (2 * d))


def dropped(steps: Sequence[int], ratios: Ratios, decimals: int) -> list[bool]:
    """Whether digits were dropped in making these values."""
    scale = 10**decimals
    return [step * d != n * scale for step, n, d in zip(steps, *ratios, strict=True)]


def exact_of(steps: Sequence[int], decimals: int) -> Sequence[Any]:
    """Values given in units of their last printed digit."""
    return [Fraction(step, 10**decimals) for step in steps] if decimals else steps


def column_of(how: Printing, steps: Sequence[int], ratios: Ratios | None = None) -> Column:
    """The figures of these values; ``ratios``: the quotients they were rounded from."""
    numbers = written(steps, how.decimals, how.pad)
    tail = how.tail
    words = [number + tail for number in numbers] if tail else numbers
    if how.like is None:
        return Column(words, numbers)
    return Column(_figures(how, steps, numbers, words, dropped(steps, ratios, how.decimals) if ratios else ()), numbers)


def written(steps: Sequence[int], decimals: int, pad: int) -> list[str]:
    """The numbers as printed: dots between thousands, a comma before decimals (``vietnamese.numbers`` says the same)."""
    if steps and min(steps) >= 0 and max(steps) < FIRST:
        known = _first_numbers(decimals, pad)
        return [known[step] for step in steps]
    return [_written(step, decimals, pad) for step in steps]


@cache
def _first_numbers(decimals: int, pad: int) -> list[str]:
    return [_written(step, decimals, pad) for step in range(FIRST)]


def _written(step: int, decimals: int, pad: int) -> str:
    if not decimals:
        number = f"{step:,}".replace(",", ".")
        return number.rjust(pad, "0") if step > 0 else number
    whole, fraction = divmod(abs(step), 10**decimals)
    return f"{'-' if step < 0 else ''}{whole:,}".replace(",", ".") + f",{fraction:0{decimals}d}"


def _figures(how: Printing, steps: Sequence[int], numbers: Sequence[str], words: Sequence[str], rounded: Sequence[bool]) -> list[Figure]:
    """Figures made without ``__init__``, which would take as long as all the rest: most of their fields are the same in every row."""
    made: list[Figure] = []
    for at, step in enumerate(steps):
        its = dict(how.like or ())
        its["value"] = Decimal(step).scaleb(-how.decimals) if how.decimals else Decimal(step)
        its["number"], its["words"] = numbers[at], words[at]
        if rounded and rounded[at]:
            its["rounded"] = True
        figure = _new(RowFigure)
        _set(figure, "__dict__", its)
        made.append(figure)
    return made

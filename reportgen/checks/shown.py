"""Computed values in messages: exactly, or with enough digits to prove what the finding says.

A proof must not be rounded away: «1,125 + 15,77 + 8,6 = 25,5, nhưng ghi trên 25,5» says nothing, «= 25,495» says it all.
A value that ends is shown to its end; one that does not (80 / 14.653) shows its first digits and «…», so that nobody
takes them for all there are.
"""

from __future__ import annotations

from fractions import Fraction

from reportgen.figures.model import APPROXIMATIONS, Figure, measured
from reportgen.figures.quantity import cut, finite_decimals, printed_value, rounded
from reportgen.vietnamese.numbers import format_number

FEW = 6
"""A value with no more digits after the comma is shown to its end."""


def exact_text(x: Fraction, decimals: int = 0, apart_from: Fraction | None = None) -> str:
    """``x`` with at least ``decimals`` digits after the comma and all it has, if they are few.

    Else at least four, two more than ``decimals``, and as many as show that it is not ``apart_from``; then «…».
    """
    digits = finite_decimals(x)
    if digits is not None and digits <= max(decimals, FEW):
        return format_number(cut(x, max(digits, decimals)))
    places = max(decimals, 2) + 2
    while apart_from is not None and x != apart_from and cut(x, places) == cut(apart_from, places):
        places += 1
    sign = "-" if x < 0 and not cut(x, places) else ""
    return f"{sign}{format_number(cut(x, places), places)}…"


def gap_text(x: Fraction, decimals: int = 0) -> str:
    """The size of a difference: exactly if it ends soon, else «khoảng» and its first two digits that count."""
    digits = finite_decimals(x)
    if digits is not None and digits <= max(decimals, FEW):
        return exact_text(abs(x), decimals)
    places = 0
    while abs(x) * 10**places < 10:
        places += 1
    return f"khoảng {format_number(rounded(abs(x), places), places)}"


def exactly(x: Fraction, like: Figure) -> str:
    """``x``, in the unit of ``like``, with enough digits to tell it from what ``like`` prints."""
    number = exact_text(x, like.indicator.decimals, Fraction(like.value))
    return measured(number.rjust(2, "0") if like.indicator.pad2 and 0 <= x else number, like.unit)


def gap(x: Fraction, like: Figure) -> str:
    """A difference in the unit of ``like``; percentages differ by điểm phần trăm."""
    unit = "điểm phần trăm" if like.indicator.is_percent else like.unit
    return measured(gap_text(x, like.indicator.decimals), unit)


def as_printed(x: Fraction, like: Figure) -> str:
    """``x`` printed as ``like`` is: its decimals, its rounding rule, its word of approximation where one is needed."""
    indicator, word = like.indicator, like.approximation
    value = printed_value(x, indicator, word)
    decimals = indicator.decimals
    while decimals < FEW and x and not value:
        decimals += 1
        value = rounded(x, decimals)
    pad = 2 if indicator.pad2 and value > 0 else 0
    text = measured(format_number(value, decimals, pad=pad), like.unit)
    return f"{APPROXIMATIONS[word]} {text}" if word and Fraction(value) != x else text

"""A figure of one report as another one quotes it: same value, brought to the unit that is declared now."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from reportgen.diagnostics import Place
from reportgen.figures.model import Figure, Indicator
from reportgen.figures.quantity import finite_decimals, rounded
from reportgen.figures.units import measure
from reportgen.issued import Issued, IssuedFigure
from reportgen.noun import noun, replace

MOST_DECIMALS = 12


@noun
class Unfit:
    """A figure that is there but cannot be used: its unit is not one the declared unit can be reached from."""

    printed: str
    unit: str
    place: Place


def quoted(
    said: Figure | IssuedFigure | None, key: str, indicator: Indicator, issued: Issued | None
) -> Figure | Unfit | None:
    """``said``, of a snapshot or of a report's data, as the figure ``key``; Unfit where units do not meet."""
    if said is None:
        return None
    if isinstance(said, IssuedFigure):
        place = Place(issued.shown, part=said.key)
        unit, decimals, printed = said.unit, said.decimals, said.printed
    else:
        place, unit, decimals, printed = said.place, said.indicator.unit, said.indicator.decimals, str(said)
    value = in_unit(said.value, unit, indicator.unit)
    if value is None:
        return Unfit(printed, unit, place)
    if unit != indicator.unit:
        decimals = max(indicator.decimals, -int(value.as_tuple().exponent), 0)
    return Figure(
        key,
        value,
        replace(indicator, decimals=decimals),
        place,
        said.approximation,
        "past",
        rounded=said.rounded,
        unconfirmed=getattr(said, "unconfirmed", False),
    )


def in_unit(value: Decimal, have: str, want: str) -> Decimal | None:
    """The value in another unit, exactly; None where there is no way, or no end of digits."""
    if have == want:
        return value
    one, other = measure(have), measure(want)
    if one.dims != other.dims or not one.dims:
        return None  # counted things have no dimension: «hộ» is no «người»
    exact = Fraction(value) * one.factor / other.factor
    digits = finite_decimals(exact)
    return rounded(exact, digits) if digits is not None and digits <= MOST_DECIMALS else None

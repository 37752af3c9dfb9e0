"""Rows of one layout: the same columns, looks and kinds of cells, as all rows of a plain table have them.

One expression made for the layout takes a row whole: what it matches needs no looking at cell by cell. It says to the last sign
what the general expression of ``lines`` found in a row before, so it can let nothing pass that the general way would not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from re import Match
from typing import Any, NamedTuple

from reportgen.batch.nouns import Value
from reportgen.pattern import Pattern
from reportgen.sources.grid import Cell, Kind

ROW = rb'<row r="([1-9]\d{0,6})"((?: (?:spans|ht|customHeight|s|customFormat|thickBot|thickTop|x14ac:dyDescent)="[^"<>&]*")*)>'
"""How a plain row begins: its number, what else is said of it."""
EMPTY, DIGITS, NUMBER, SHARED, INSIDE = "empty", "digits", "number", "shared", "inside"
_BODIES = {
    EMPTY: rb"/>",
    DIGITS: rb"><v>(\d{1,15})</v></c>",
    NUMBER: rb"><v>([^<&]+)</v></c>",
    SHARED: rb"><v>(\d{1,9})</v></c>",
    INSIDE: rb'><is><t(?: xml:space="preserve")?>([^<]+)</t></is></c>',
}


class Spot(NamedTuple):
    """A cell of a layout: its column, style and type as written, what is in it, its place among the values wanted (-1: none)."""

    letter: bytes
    style: bytes
    kind: bytes
    holds: str
    at: int


def lead_of(value: Value) -> str:
    """What a cell adds to the first words of its row, by which a total or a note is known; '' for numbers, also typed as text."""
    text = value.value if isinstance(value, Cell) and value.kind is Kind.TEXT else value
    said = text.strip() if isinstance(text, str) else ""
    return "" if said.isdigit() else said


class Layout:
    """The expression of a layout, and which of its groups are what."""

    def __init__(self, spots: Sequence[Spot]):
        self.match = Pattern(b"".join([ROW, *map(_expression, spots), rb"</row>"])).fullmatch
        filled = [spot for spot in spots if spot.holds != EMPTY]
        groups = list(enumerate(filled, 3))
        digits = [(group, spot.at) for group, spot in groups if spot.holds == DIGITS and spot.at >= 0]
        self.digits, self.spots_of_digits = [group for group, _ in digits], [at for _, at in digits]
        self.others = [(group, spot) for group, spot in groups if spot.holds not in (DIGITS, NUMBER) or (spot.holds == NUMBER and spot.at >= 0)]

    def values(self, found: Match[bytes], count: int, other: Callable[[Spot, bytes, int], Any]) -> tuple[list[Any], str] | None:
        """The values wanted of a row that matched, and its first text; ``other`` reads what is no plain number.

        None if ``other`` raises ValueError: the row is not plain after all.
        """
        values: list[Any] = [None] * count
        for at, digits in zip(self.spots_of_digits, found.group(0, 1, *self.digits)[2:], strict=True):
            values[at] = int(digits)
        number, lead = int(found[1]), ""
        try:
            for group, spot in self.others:
                value = other(spot, found[group], number)
                lead = lead or lead_of(value)
                if spot.at >= 0:
                    values[spot.at] = value
        except ValueError:
            return None
        return values, lead


def _expression(spot: Spot) -> bytes:
    style = b' s="%s"' % spot.style if spot.style else b""
    kind = b' t="%s"' % spot.kind if spot.kind else b""
    return rb'<c r="%s\1"%s%s' % (spot.letter, style, kind) + _BODIES[spot.holds]

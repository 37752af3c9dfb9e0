"""The nouns of what was issued. Values are exact and in their printed unit; texts are as printed."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal

from reportgen.noun import field, noun


@noun
class IssuedFigure:
    """One figure as printed. ``place``: where its value stood in the data; ``printed_in``: where it stands in the document."""

    key: str
    label: str
    value: Decimal
    unit: str
    decimals: int
    printed: str
    approximation: str = ""
    rounded: bool = False
    place: str = ""
    printed_in: tuple[str, ...] = ()


@noun
class Correction:
    """A later correction: why, and what the figures it changed said before, by key, as printed."""

    reason: str
    before: Mapping[str, str]


@noun
class Issued:
    """One issued document. ``period`` is its short name; ``reference`` the whole «Số: 07/BC-STC»; ``day`` may be unknown.

    ``tables``: key of a table → its rows, each a map of column to printed text. ``shown``: the snapshot's own file.
    """

    report: str
    type_key: str
    agency_key: str
    period: str
    number: str
    reference: str
    day: datetime.date | None
    subject: str
    file: str
    sha256: str
    figures: Mapping[str, IssuedFigure]
    tables: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    shown: str = field(default="", compare=False)

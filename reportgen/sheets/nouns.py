"""What is put on a sheet. ``Sheet`` and ``Column`` are plain tables; ``Page`` is a sheet in every detail Excel has of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from reportgen.noun import field, noun

MAX_ROWS = 1_048_576
MAX_COLUMNS = 16_384

Value: TypeAlias = str | int | Decimal | None


@noun
class Column:
    """A column of a plain table. ``width`` in characters; ``kind``: text, long (text that is wrapped) or number."""

    title: str
    width: int = 20
    kind: str = "text"


@noun
class Sheet:
    """A plain table: a header row, then ``rows`` (any iterable, read once) of str, int, Decimal or None.

    The title is cut and cleaned to what Excel allows; a float or a bool among the cells is a TypeError.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Value]] = ()


@noun
class Look:
    """How a cell looks: font (Times New Roman), alignment, thin border, fill (RRGGBB), number format, lock."""

    size: int = 12
    bold: bool = False
    italic: bool = False
    color: str = ""
    align: str = ""
    valign: str = "center"
    wrap: bool = False
    border: bool = False
    fill: str = ""
    form: str = "General"
    locked: bool = True


@noun
class Formula:
    """A formula without its «=». ``value``: its result now, so that a reader that does not calculate sees it; None: blank."""

    text: str
    value: Value = None


@noun
class Validation:
    """What Excel lets people type into ``area`` (C7:C9), and what it tells them.

    ``kind``: whole, decimal, list, custom, textLength; ``low`` and ``high`` are formulas or numbers as text (a list has its
    source in ``low``); ``compare`` as Excel names it (between, greaterThanOrEqual, lessThanOrEqual).
    """

    area: str
    kind: str
    low: str
    high: str = ""
    compare: str = "between"
    title: str = ""
    message: str = ""
    prompt: str = ""


@noun
class Page:
    """One worksheet. ``rows``: row by row the cells as (value, look), None where there is none; read once.

    ``widths`` column → characters, ``heights`` row → points, ``merges`` as areas (A1:C1), ``freeze`` the first cell that
    moves, ``filtered`` how many columns of row 1 get filter buttons, ``header`` the rows repeated on every printed page
    (first, last), ``state``: visible, hidden or veryHidden, ``cursor`` the cell chosen when the book is opened.
    """

    title: str
    rows: Iterable[Sequence[tuple[Value | Formula, Look] | None]] = ()
    widths: Mapping[int, int | Decimal] = field(default_factory=dict)
    heights: Mapping[int, int] = field(default_factory=dict)
    merges: tuple[str, ...] = ()
    freeze: str = ""
    filtered: int = 0
    validations: tuple[Validation, ...] = ()
    protected: bool = False
    landscape: bool = False
    printed: bool = False
    header: tuple[int, int] | None = None
    state: str = "visible"
    cursor: str = ""

"""The hidden sheet by which a form is known when it comes back: which table, which unit, which period, which declaration.

It says nothing about figures. A form whose visible text contradicts its hidden sheet was copied from another unit's, and is
refused: whose figures they are is not ours to guess.
"""

from __future__ import annotations

from reportgen.noun import noun
from reportgen.returns.subject import Subject
from reportgen.returns.units import Unit
from reportgen.sheets.nouns import Look, Page
from reportgen.sources.grid import Book, Kind

TITLE = "_reportgen"
_TEXT = Look(11, form="@", valign="")
_KEYS = {"loai": "type_key", "bang": "table_key", "ky": "period", "don_vi": "unit", "khai_bao": "digest"}


@noun
class Identity:
    """What the hidden sheet says; '' where it says nothing."""

    type_key: str = ""
    table_key: str = ""
    period: str = ""
    unit: str = ""
    digest: str = ""


def identity_page(subject: Subject, unit_key: str, unit: Unit, lists: list[tuple[str, ...]]) -> Page:
    """The hidden sheet of a form; ``lists``: what its drop-down lists offer, from column D on."""
    said = {
        "reportgen": "bieu-mau 1",
        "loai": subject.type_key,
        "bang": subject.table_key,
        "ky": subject.period.short,
        "don_vi": unit_key,
        "ten_don_vi": unit.name,
        "khai_bao": subject.digest,
    }
    height = max(len(said), *(len(items) for items in lists), 0) if lists else len(said)
    pairs = [*said.items(), *[("", "")] * (height - len(said))]
    rows = [
        [
            *((text, _TEXT) if text else None for text in pair),
            None,
            *((items[n], _TEXT) if n < len(items) else None for items in lists),
        ]
        for n, pair in enumerate(pairs)
    ]
    return Page(TITLE, rows, state="veryHidden", protected=True)


def list_range(number: int, size: int) -> str:
    """Where the items of the ``number``-th list (from 0) stand on the hidden sheet, as a validation names it."""
    letter = chr(ord("D") + number)
    return f"{TITLE}!${letter}$1:${letter}${size}"


def read_identity(book: Book) -> Identity | None:
    """What the hidden sheet of a returned workbook says; None if it has none."""
    grid = next((grid for grid in book.grids if grid.name == TITLE), None)
    if grid is None or grid.at(1, 1).value != "reportgen":
        return None
    said = {}
    for row in range(1, min(grid.rows, 30) + 1):
        key, value = grid.at(row, 1), grid.at(row, 2)
        if key.kind is Kind.TEXT and key.value in _KEYS and value.kind is Kind.TEXT:
            said[_KEYS[key.value]] = str(value.value).strip()
    return Identity(**said)

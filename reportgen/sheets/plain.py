"""Plain tables: a bold header that stays in sight, a filter, borders, numbers as Vietnamese offices show them, A4 across."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from reportgen.noun import replace
from reportgen.sheets.nouns import Column, Look, Page, Sheet, Value
from reportgen.sheets.pages import write_pages

HEAD = Look(11, bold=True, align="center", wrap=True, border=True, fill="DDE8F3")
TEXT = Look(11, valign="top", border=True, form="@")
LONG = Look(11, valign="top", border=True, wrap=True, form="@")
NUMBERS = tuple(
    Look(11, valign="top", border=True, form="#,##0" + ("." + "0" * places if places else "")) for places in range(7)
)
LINE = 15
MOST_LINES = 26
"""Excel shows no row higher than 409 points."""


def write_sheets(sheets: Iterable[Sheet]) -> bytes:
    """The .xlsx of these tables, one sheet each. Same tables, same bytes. ValueError if there is none."""
    return write_pages([plain_page(sheet) for sheet in sheets])


def plain_page(sheet: Sheet, fill_of: Callable[[Sequence[Value]], str] | None = None) -> Page:
    """A plain table as a page; ``fill_of`` a row: its colour (RRGGBB), '' for none.

    Heights of rows with wrapped text are found while the rows go by.
    """
    heights: dict[int, int] = {}
    return Page(
        sheet.title,
        _rows(sheet, heights, fill_of),
        widths={number: column.width for number, column in enumerate(sheet.columns, 1)},
        heights=heights,
        freeze="A2",
        filtered=len(sheet.columns),
        printed=True,
        landscape=True,
        header=(1, 1),
    )


def text_height(cell: tuple[Value, Look] | None, width: int) -> int:
    """The height a row needs for one wrapped cell of so many characters; 0 if one line is enough."""
    lines = _lines(cell[0], width) if cell else 1
    return min(lines, MOST_LINES) * LINE if lines > 1 else 0


def _rows(sheet: Sheet, heights: dict[int, int], fill_of) -> Iterator[Sequence[tuple[Value, Look]]]:
    head = max(_lines(column.title, column.width) for column in sheet.columns)
    heights[1] = max(head, 1) * LINE + 3
    yield [(column.title, HEAD) for column in sheet.columns]
    long = [number for number, column in enumerate(sheet.columns) if column.kind == "long"]
    for at, row in enumerate(sheet.rows, 2):
        fill = fill_of(row) if fill_of else ""
        cells = [(value, _look(column, value, fill)) for column, value in zip(sheet.columns, row, strict=True)]
        lines = max((_lines(row[number], sheet.columns[number].width) for number in long), default=1)
        if lines > 1:
            heights[at] = min(lines, MOST_LINES) * LINE
        yield cells
        heights.pop(at, None)


def _lines(value: Value, width: int) -> int:
    """How many lines a text takes in so many characters, words kept whole where they fit."""
    return sum(_wrapped(part, max(1, width - 2)) for part in value.split("\n")) if isinstance(value, str) else 1


def _wrapped(text: str, room: int) -> int:
    lines, left = 1, room
    for word in text.split(" "):
        size = len(word)
        if size > left and left < room:
            lines, left = lines + 1, room
        if size > room:
            lines += (size - 1) // room
            size = (size - 1) % room + 1
        left -= size + 1
    return lines


def _look(column: Column, value: Value, fill: str) -> Look:
    look = _plain_look(column, value)
    return replace(look, fill=fill) if fill else look


def _plain_look(column: Column, value: Value) -> Look:
    if isinstance(value, Decimal):
        return NUMBERS[min(max(0, -int(value.as_tuple().exponent)), 6)] if value.is_finite() else TEXT
    if isinstance(value, int) or (column.kind == "number" and value is None):
        return NUMBERS[0]
    return LONG if column.kind == "long" else TEXT

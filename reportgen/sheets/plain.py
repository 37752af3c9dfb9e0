"""Plain tables: a bold header that stays in sight, a filter, borders, numbers as Vietnamese offices show them, A4 across."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from reportgen.sheets.nouns import Column, Look, Page, Sheet, Value
from reportgen.sheets.pages import write_pages

HEAD = Look(11, bold=True, align="center", wrap=True, border=True, fill="DDE8F3")
TEXT = Look(11, valign="top", border=True, form="@")
LONG = Look(11, valign="top", border=True, wrap=True, form="@")
NUMBERS = tuple(
    Look(11, valign="top", border=True, form="#,##0" + ("." + "0" * places if places else "")) for places in range(7)
)
LINE = 15


def write_sheets(sheets: Iterable[Sheet]) -> bytes:
    """The .xlsx of these tables, one sheet each. Same tables, same bytes. ValueError if there is none."""
    return write_pages([plain_page(sheet) for sheet in sheets])


def plain_page(sheet: Sheet) -> Page:
    """A plain table as a page. Heights of rows with wrapped text are found while the rows go by."""
    heights: dict[int, int] = {}
    return Page(
        sheet.title,
        _rows(sheet, heights),
        widths={number: column.width for number, column in enumerate(sheet.columns, 1)},
        heights=heights,
        freeze="A2",
        filtered=len(sheet.columns),
        printed=True,
        landscape=True,
        header=(1, 1),
    )


def _rows(sheet: Sheet, heights: dict[int, int]) -> Iterator[Sequence[tuple[Value, Look]]]:
    yield [(column.title, HEAD) for column in sheet.columns]
    long = [number for number, column in enumerate(sheet.columns) if column.kind == "long"]
    for at, row in enumerate(sheet.rows, 2):
        cells = [(value, _look(column, value)) for column, value in zip(sheet.columns, row, strict=True)]
        lines = max((_lines(row[number], sheet.columns[number].width) for number in long), default=1)
        if lines > 1:
            heights[at] = min(lines, 20) * LINE
        yield cells
        heights.pop(at, None)


def _lines(value: Value, width: int) -> int:
    return sum(-(-len(part) // max(1, width - 2)) or 1 for part in value.split("\n")) if isinstance(value, str) else 1


def _look(column: Column, value: Value) -> Look:
    if isinstance(value, Decimal):
        return NUMBERS[min(max(0, -int(value.as_tuple().exponent)), 6)] if value.is_finite() else TEXT
    if isinstance(value, int) or (column.kind == "number" and value is None):
        return NUMBERS[0]
    return LONG if column.kind == "long" else TEXT

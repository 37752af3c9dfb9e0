"""Columns of numbers nobody has given a name: they are not taken, and that is said."""

from __future__ import annotations

from decimal import Decimal

from reportgen.diagnostics import Finding, Place, warning
from reportgen.sources.grid import Grid, Kind, column_letters
from reportgen.sources.headers import Titles


def tell_headless(head: Grid, titles: Titles, row: int, sink: list[Finding]) -> None:
    """LO12 once for all columns with numbers under the header ``row`` and no title over them; plain ordinals are none."""
    named = {column for column, _, _ in titles.titles(row)}
    numbers: dict[int, list[Decimal]] = {}
    for (at, column), cell in sorted(head.cells.items()):
        if at > row and column not in named and cell.kind is Kind.NUMBER and isinstance(cell.value, Decimal):
            if cell.place == head.place(at, column):
                numbers.setdefault(column, []).append(cell.value)
    odd = [column for column, values in sorted(numbers.items()) if values != list(range(1, len(values) + 1))]
    if odd:
        letters = ", ".join(column_letters(column) for column in odd)
        what = f"cột {letters} có số mà không có tiêu đề nên không được lấy"
        places: tuple[Place, ...] = tuple(head.place(row, column) for column in odd)
        hint = "ghi tiêu đề cho cột nếu là số liệu; nếu là số nháp, xóa đi"
        found = warning("LO12", what, places[0], found=letters, hint=hint)
        sink.append(Finding(found.code, found.severity, found.message, found.place, letters, hint=hint, places=places))

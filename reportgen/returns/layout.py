"""The declared table as an area of a sheet: merged titles, letter row, widths and heights. Form and district table share it."""

from __future__ import annotations

from reportgen.docx.table_header import header_rows
from reportgen.noun import noun, replace
from reportgen.sheets.letters import area
from reportgen.sheets.nouns import Formula, Look, Value
from reportgen.tables.declared import Column, TableType
from reportgen.tables.formulas import Formula as ColumnFormula
from reportgen.vietnamese.text import lower

HEAD = Look(11, bold=True, align="center", wrap=True, border=True)
LETTER = Look(10, italic=True, align="center", border=True, form="@")
LINE = 16
WIDTHS = {"so_thu_tu": 5, "chu": 24}

Row = list[tuple[Value | Formula, Look] | None]


@noun
class Head:
    """The header: its rows, its merged areas, the height of each row."""

    rows: list[Row]
    merges: tuple[str, ...]
    heights: dict[int, int]


def head_of(table: TableType, formulas: dict[str, ColumnFormula], top: int, *, with_units: bool = False) -> Head:
    """The header and letter rows of ``table``, beginning in row ``top``; ``with_units``: units stand behind the titles."""
    columns, widths = list(table.columns.values()), widths_of(table)
    if with_units:
        columns = [replace(column, title=titled(column)) for column in columns]
    rows: list[Row] = []
    merges: list[str] = []
    heights: dict[int, int] = {}
    levels = header_rows(columns)
    for level, cells in enumerate(levels):
        row: Row = []
        for cell in cells:
            row += [(cell.text or None, HEAD), *[(None, HEAD)] * (cell.span - 1)]
            down = len(levels) - level if cell.merge == "restart" else 1
            wide = sum(widths[column] for column in range(cell.first + 1, cell.first + cell.span + 1))
            needed = -(-_lines(cell.text, wide) * LINE // down) + 2
            heights[top + level] = max(heights.get(top + level, LINE + 2), needed)
            if cell.merge != "continue" and (cell.span > 1 or down > 1):
                merges.append(area(top + level, cell.first + 1, top + level + down - 1, cell.first + cell.span))
        rows.append(row)
    if table.symbol_row != "khong":
        rows.append([(_symbol(column, formulas.get(key)) or None, LETTER) for key, column in table.columns.items()])
    return Head(rows, tuple(merges), heights)


def widths_of(table: TableType) -> dict[int, int]:
    """Columns → characters: words of titles are not broken, numbers of twelve digits have room in narrow tables."""
    few = len(table.columns) <= 8
    return {n: _width(column, few) for n, column in enumerate(table.columns.values(), 1)}


def titled(column: Column) -> str:
    """The title of a column with its unit, where the title does not say it: «Kinh phí (triệu đồng)»."""
    unit = column.unit
    return column.title if not unit or lower(unit) in lower(column.title) else f"{column.title} ({unit})"


def number_form(column: Column) -> str:
    """The number format of a column: thousands grouped, decimals as declared."""
    return "#,##0" + ("." + "0" * column.decimals if column.decimals else "")


def _width(column: Column, few: bool) -> int:
    if column.width_mm:
        return max(4, round(column.width_mm / 2))
    longest = max((len(word) for word in column.title.split()), default=0) + 2
    return max(longest, WIDTHS.get(column.kind, 14 if few else 9))


def _lines(text: str, width: int) -> int:
    """How many lines a bold title of 11 pt takes, words kept whole."""
    lines, room = 1, max(1, width - 1)
    left = room
    for word in text.split():
        size = len(word) * 1.1
        if left < size and left < room:
            lines, left = lines + 1, room
        left -= size + 1
    return lines


def _symbol(column: Column, formula: ColumnFormula | None) -> str:
    return f"{column.symbol}={formula.shown}" if formula and formula.shown else column.symbol

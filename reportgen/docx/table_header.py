"""The header of a data table: titles over groups of columns, each title one merged cell.

A group stands over the columns next to each other that name it; a column without (further) groups reaches down to the
last header row. Word wants every row complete: a cell merged downwards is repeated, marked as a continuation.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.noun import noun
from reportgen.tables.declared import Column, TableType
from reportgen.tables.formulas import Formula


@noun
class HeaderCell:
    """One cell of a header row over columns ``first`` … ``first + span - 1``.

    ``merge``: restart (begins a cell that reaches down), continue (is part of the one above), or ''.
    """

    text: str
    first: int
    span: int = 1
    merge: str = ""


def header_rows(columns: Sequence[Column]) -> list[list[HeaderCell]]:
    """The header rows from the top, each covering all columns."""
    depth = max(len(column.path) for column in columns)
    return [_level(columns, level, depth) for level in range(depth)]


def symbol_rows(table: TableType, formulas: dict[str, Formula]) -> list[list[str]]:
    """The letter row («A», «1», «10=2-8»), or letter row and formula row; none if the table has none."""
    if table.symbol_row == "khong":
        return []
    symbols = {key: column.symbol for key, column in table.printed.items()}
    shown = {key: formulas[key].shown if key in formulas else "" for key in symbols}
    if table.symbol_row == "hai_dong":
        formula_row = [f"={shown[key]}" if shown[key] else "" for key in symbols]
        return [list(symbols.values()), *([formula_row] if any(formula_row) else [])]
    return [[f"{symbol}={shown[key]}" if shown[key] else symbol for key, symbol in symbols.items()]]


def _level(columns: Sequence[Column], level: int, depth: int) -> list[HeaderCell]:
    cells: list[HeaderCell] = []
    at = 0
    while at < len(columns):
        path = columns[at].path
        if level >= len(path):
            cells.append(HeaderCell("", at, 1, "continue"))
            at += 1
        elif level == len(path) - 1:
            cells.append(HeaderCell(path[level], at, 1, "restart" if level < depth - 1 else ""))
            at += 1
        else:
            span = _span(columns, at, level)
            cells.append(HeaderCell(path[level], at, span))
            at += span
    return cells


def _span(columns: Sequence[Column], at: int, level: int) -> int:
    """How many columns from ``at`` on stand under the same groups down to ``level``."""
    group = columns[at].groups[: level + 1]
    end = at
    while end < len(columns) and columns[end].groups[: level + 1] == group:
        end += 1
    return end - at

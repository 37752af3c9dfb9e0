"""Where the header ends, and what each column is called."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.checks.prose.tables.grid import Grid, GridCell
from reportgen.checks.prose.tables.numbers import looks_numeric
from reportgen.noun import noun
from reportgen.pattern import Pattern

_SYMBOL = Pattern(r"\(?\s*([A-ZĐa-z]|\d{1,2}|[IVX]{1,4})\s*\)?\s*(?:=\s*([^=]{1,80}))?\Z")
_WHOLE_BRACKET = Pattern(r"\(\s*([A-ZĐa-z\d]{1,2}\s*=[^=]{1,80})\)\Z")
_YEARS = Pattern(r"(?:năm\s*)?(?:19|20)\d\d\Z|\d{1,2}/\d{1,2}/\d{4}\Z|(?:tháng|quý)\s.*", 2)
_MARK = Pattern(r"(?:[A-HĐ]|[IVX]+|\d{1,2})[.)]?\Z")
MOST_HEADER_ROWS = 8


@noun
class Header:
    """``rows``: how many rows it takes; ``titles``, ``symbols``, ``formulas``: by column of the grid."""

    rows: int
    titles: dict[int, str]
    symbols: dict[int, str]
    formulas: dict[int, str]


def read_header(grid: Grid) -> Header:
    """The header of a table."""
    at = next((i for i, row in enumerate(grid.rows[:MOST_HEADER_ROWS]) if _is_symbols(row)), -1)
    symbols: dict[int, str] = {}
    formulas: dict[int, str] = {}
    for cell in grid.rows[at] if at >= 0 else ():
        symbol, formula = read_symbol(cell.text)
        if symbol:
            symbols[cell.column] = symbol
        if formula:
            formulas[cell.column] = formula
    above = at if at >= 0 else _rows_without_figures(grid)
    return Header(at + 1 if at >= 0 else above, _titles(grid, above), symbols, formulas)


def read_symbol(text: str) -> tuple[str, str]:
    """«(9)=(8-7)» → («9», «(8-7)»); («», «») for anything else."""
    text = " ".join(text.split())
    whole = _WHOLE_BRACKET.match(text)
    found = _SYMBOL.match(whole[1] if whole else text)
    return (found[1], (found[2] or "").strip()) if found else ("", "")


def _is_symbols(row: Sequence[GridCell]) -> bool:
    """True for «A | B | 1 | 2 | 3=1+2»: symbols only, the numbers one after the other."""
    read = [read_symbol(cell.text) for cell in row if cell.text]
    if len(read) < 3 or sum(1 for symbol, _ in read if symbol) * 5 < len(read) * 4:
        return False
    numbers = [int(symbol) for symbol, _ in read if symbol.isdigit()]
    follows = all(b == a + 1 for a, b in zip(numbers, numbers[1:], strict=False))
    return follows and (len(numbers) >= 3 or (len(numbers) >= 2 and any(f for _, f in read))) and numbers[0] <= 3


def _rows_without_figures(grid: Grid) -> int:
    for i, row in enumerate(grid.rows[:MOST_HEADER_ROWS]):
        if i and row and not row[0].column and not row[0].below and _MARK.match(row[0].text):
            return i
        figures = [c for c in row if c.column and looks_numeric(c.text) and not _YEARS.match(c.text)]
        if figures and i:
            return i
        if len(figures) > 1:
            return i
    return 1


def _titles(grid: Grid, rows: int) -> dict[int, str]:
    """Column → its titles from top to bottom, joined; a cell merged across gives its words to all it covers."""
    width = max((c.column + 1 for row in grid.rows for c in row), default=0)
    titles: dict[int, list[str]] = {}
    for row in grid.rows[:rows]:
        for cell in row:
            for column in range(cell.column, min(cell.column + cell.span, width)):
                known = titles.setdefault(column, [])
                if cell.text and not cell.below and cell.text not in known:
                    known.append(cell.text)
    return {column: " / ".join(known) for column, known in titles.items()}

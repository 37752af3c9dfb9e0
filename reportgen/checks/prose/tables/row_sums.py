"""Columns that are sums of their neighbours: «Tổng số | Nam | Nữ», «… | Cộng».

Only a column whose own title says «tổng», «cộng», and only where three rows in four, three at least, confirm it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.checks.prose.tables.judged import holds, judged_sum
from reportgen.checks.prose.tables.nouns import Column, Fault, FigureTable
from reportgen.pattern import Pattern

_TOTAL = Pattern(r"(?:^|/ )(?:tổng|cộng|chung)(?!\w)[^/]*\Z")
LEAST_ROWS = 3
RANK = 1


def row_sum_faults(table: FigureTable) -> list[Fault]:
    """The faults of all columns that add up others."""
    found: list[Fault] = []
    numbers = [c for c in table.columns if c.adds]
    for at, column in enumerate(numbers):
        if _TOTAL.search(column.title.lower()) and not column.formula:
            found += _of_column(table, column, numbers, at)
    return found


def _of_column(table: FigureTable, column: Column, numbers: Sequence[Column], at: int) -> list[Fault]:
    best: list[Fault] = []
    most = 0
    for members in _ways(numbers, at):
        faults, right = _judge(table, column, members)
        wrong = sum(not holds(f.outcome) for f in faults)
        if right >= LEAST_ROWS and right >= 3 * wrong and right > most:
            best, most = faults, right
    return best


def _ways(numbers: Sequence[Column], at: int) -> Iterator[Sequence[Column]]:
    """The next two, three … columns; the two, three … before."""
    for stop in range(at + 3, min(len(numbers), at + 14) + 1):
        yield numbers[at + 1 : stop]
    for start in range(at - 2, max(at - 14, -1), -1):
        yield numbers[start:at]


def _judge(table: FigureTable, column: Column, members: Sequence[Column]) -> tuple[list[Fault], int]:
    faults, right = [], 0
    for row in table.rows:
        printed = row.amount(column.index)
        cells = [row.cells.get(m.index) for m in members]
        if printed is None or any(c is None or (c.amount is None and not c.nil) for c in cells):
            continue
        given = [c.amount for c in cells if c.amount]
        if len(given) < 2:
            continue
        outcome = judged_sum(given, printed, table.vi)
        right += holds(outcome)
        if outcome:
            taking = frozenset((row.index, c.index) for c in (column, *members))
            working = " + ".join(a.typed for a in given)
            faults.append(Fault(row.cells[column.index], "Cộng các cột", working, outcome, taking, RANK))
    return faults, right

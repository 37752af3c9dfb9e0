"""From faults to findings: the cell at fault named once, many small ones told together.

One wrong number breaks every relation it takes part in: the total of its column, the share of its row. Where two or more
broken relations share exactly one cell, that cell is told, with the first of them; the others would send the reader to
cells that are right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reportgen.checks.prose.judging import Nature, finding, told
from reportgen.checks.prose.tables.judged import WRONG
from reportgen.checks.prose.tables.nouns import Fault, FigureTable, TableCell
from reportgen.diagnostics import NOWHERE, Finding
from reportgen.noun import replace

MOST_SMALL = 6
"""From this many truncations (or rounding residues) on, a table has one finding for all of them."""


def findings_of(table: FigureTable, faults: Sequence[Fault]) -> Iterator[Finding]:
    """The findings of one table."""
    wrong = [f for f in faults if f.outcome.nature in WRONG]
    small = [f for f in faults if f.outcome.nature not in WRONG]
    broken: set[tuple[int, int]] = set()
    for group in _together(wrong):
        broken |= {(f.cell.row, f.cell.column) for f in group}
        yield _told_group(table, group)
    yield from _small(table, [f for f in small if (f.cell.row, f.cell.column) not in broken])


def _together(faults: Sequence[Fault]) -> list[list[Fault]]:
    """Faults that share a cell, largest group first; each fault once."""
    left, groups = list(faults), []
    while left:
        counts = Counter(cell for f in left for cell in f.cells)
        cell, times = counts.most_common(1)[0] if counts else ((-1, -1), 0)
        group = [f for f in left if cell in f.cells] if times > 1 else [left[0]]
        groups.append(group)
        left = [f for f in left if f not in group]
    return groups


def _told_group(table: FigureTable, group: Sequence[Fault]) -> Finding:
    first = min(group, key=lambda f: (f.rank, f.cell.row, f.cell.column))
    blamed = _blamed(table, group)
    if len(group) == 1 or blamed is None or blamed == first.cell:
        return _told(table, first)
    lines = "; ".join(f"{_where(table, f.cell)}: {_statement(f)}" for f in sorted(group, key=lambda f: f.rank))
    message = f"Ô này ghi {blamed.text}, không khớp với {len(group)} phép tính: {lines} ({Nature.ARITHMETIC.words})"
    return finding(Nature.ARITHMETIC, message, table.place(blamed), found=blamed.text)


def _blamed(table: FigureTable, group: Sequence[Fault]) -> TableCell | None:
    """The one cell all the faults share, None if there are several."""
    shared = frozenset.intersection(*(f.cells for f in group))
    if len(shared) != 1:
        return None
    row, column = next(iter(shared))
    return next(r for r in table.rows if r.index == row).cells.get(column)


def _told(table: FigureTable, fault: Fault) -> Finding:
    return told(fault.label, fault.working, fault.outcome, fault.cell.amount, table.place(fault.cell))


def _statement(fault: Fault) -> str:
    return told(fault.label, fault.working, fault.outcome, fault.cell.amount, NOWHERE).message


def _where(table: FigureTable, cell: TableCell) -> str:
    row = next(r for r in table.rows if r.index == cell.row)
    return f"{row.shown}, {table.column(cell.column).shown}"


def _small(table: FigureTable, faults: Sequence[Fault]) -> Iterator[Finding]:
    """Truncations and rounding residues: a cell once, the graver first; a table full of them once."""
    best: dict[tuple[int, int], Fault] = {}
    for fault in sorted(faults, key=lambda f: (f.outcome.nature is Nature.ROUNDING, f.rank)):
        best.setdefault((fault.cell.row, fault.cell.column), fault)
    for nature in (Nature.CUT, Nature.ROUNDING):
        own = [f for f in best.values() if f.outcome.nature is nature]
        own.sort(key=lambda f: (f.cell.row, f.cell.column))
        if len(own) < MOST_SMALL:
            yield from (_told(table, f) for f in own)
        else:
            yield _many(table, own)


def _many(table: FigureTable, own: Sequence[Fault]) -> Finding:
    first = _told(table, own[0])
    places = "; ".join(_where(table, f.cell) for f in own[:MOST_SMALL])
    more = "; …" if len(own) > MOST_SMALL else ""
    message = f"{len(own)} ô như sau ({places}{more}). Ô đầu: {first.message}"
    return replace(first, message=message, places=tuple(table.place(f.cell) for f in own))

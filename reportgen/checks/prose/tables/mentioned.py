"""A figure of the text against the table beside it: «toàn huyện còn 690 hộ nghèo» over a table whose total says 609.

Only the paragraphs right above and below a table, only its rows of sums, only a column whose title has the words that
follow the number («hộ nghèo»), and only numbers that differ from the cell by one wrong digit or two that changed places:
any other difference is most likely another figure (another year, another group).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.checks.prose.nouns import Amount, Passage
from reportgen.checks.prose.tables.announced import check_announced
from reportgen.checks.prose.tables.nouns import Column, FigureTable, TableCell
from reportgen.diagnostics import Finding, Severity

ABOVE, BELOW = 3, 2
NEXT = 2
"""The sentence that announces a table is the last before it, or the last but its title."""
LEAST_DIGITS = 3
SURE_DIGITS = 4


def check_mentions(passages: Sequence[Passage], tables: Sequence[FigureTable]) -> Iterator[Finding]:
    """Findings VB14 of every table and the text around it."""
    for table in tables:
        above = [p for p in passages if p.number < table.first][-ABOVE:]
        below = [p for p in passages if p.number > table.last][:BELOW]
        for passage in (*above, *below):
            if any(a.noun for a in passage.amounts):
                found = list(_of_passage(passage, table))
                yield from found or (check_announced(passage, table) if passage in above[-NEXT:] else ())


def _of_passage(passage: Passage, table: FigureTable) -> Iterator[Finding]:
    printed = {c.amount.value for row in table.rows for c in row.cells.values() if c.amount}
    said = {a.value for a in passage.amounts}
    for amount in passage.amounts:
        if not _comparable(amount) or amount.value in printed:
            continue
        for cell, column in _totals(table, amount):
            if cell.amount.value not in said and _slip(str(amount.value), str(cell.amount.value)):
                yield _finding(passage, amount, table, cell, column)
                break


def _comparable(amount: Amount) -> bool:
    return amount.firm and not amount.word and not amount.per and not amount.decimals and amount.kind == "count" and len(amount.noun) > 1


def _totals(table: FigureTable, amount: Amount) -> Iterator[tuple[TableCell, Column]]:
    """The cells of the rows of sums whose column is about what the number counts."""
    words = " ".join(amount.noun[:2])
    for row in table.rows:
        for cell in row.cells.values() if row.total else ():
            column = table.column(cell.column)
            if cell.amount and not cell.amount.decimals and words in column.title.lower():
                yield cell, column


def _slip(one: str, other: str) -> bool:
    """One wrong digit in a number of four and more, or two neighbours that changed places."""
    if len(one) != len(other) or len(one) < LEAST_DIGITS:
        return False
    wrong = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(wrong) == 1:
        return len(one) >= SURE_DIGITS
    return len(wrong) == 2 and sorted(one) == sorted(other) and wrong[1] - wrong[0] <= 2


def _finding(passage: Passage, amount: Amount, table: FigureTable, cell: TableCell, column: Column) -> Finding:
    row = next(r for r in table.rows if r.index == cell.row)
    message = f"Lời văn ghi {amount}, bảng {table.number} ({row.shown}, {column.shown}) ghi {cell.text} (nghi vấn)"
    hint = "Nếu là cùng một số liệu, sửa một trong hai nơi; nếu khác, bỏ qua."
    place = passage.place(amount.start, amount.end)
    return Finding("VB14", Severity.WARNING, message, place, found=str(amount), expected=cell.text, hint=hint)

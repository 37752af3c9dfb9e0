"""«Tổng số 120 hộ nghèo, cụ thể như sau:» over a table: do its rows make the total the sentence announces?

Only the sentence that announces the table («như sau», «bảng dưới đây»), only an amount it calls a total, and only where one
column, by its title, counts just that («Số hộ nghèo», not «Hộ» for «hộ nghèo»). The row of sums answers; without one, the sum
of rows that are all of one level. A sum less than half or more than twice the amount is another figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.prose.nouns import Amount, Passage
from reportgen.checks.prose.tables.nouns import Column, FigureTable
from reportgen.diagnostics import Finding, Severity
from reportgen.pattern import Pattern
from reportgen.vietnamese.numbers import format_number

_ANNOUNCES = Pattern(r"(?:như sau|sau đây|dưới đây|(?:bảng|biểu)(?: số liệu)? sau|cụ thể|chi tiết|trong đó)\s*[:.]?\s*\Z")
_TOTAL = Pattern(r"(?<!\w)(?:tổng(?: số| cộng)?|toàn (?:tỉnh|huyện|xã|thành phố|thị xã|ngành|phường)|cả (?:tỉnh|huyện|xã))(?!\w)[^.;,()\d]*(?:(?:19|20)\d\d[^.;,()\d]*)?\Z")
_CHANGE = Pattern(r"tăng|giảm|so với|kế hoạch|cùng kỳ|vượt")
_COUNTING = Pattern(r"\A(?:tổng số|tổng|số lượng|số)\s+")
_BRACKET = Pattern(r"\(([^()]*)\)")
_REACH = 90


def check_announced(passage: Passage, table: FigureTable) -> Iterator[Finding]:
    """Findings VB14 of one passage right above a table."""
    if not _ANNOUNCES.search(passage.lower, max(0, len(passage.lower) - 40)):
        return
    for amount in passage.amounts:
        if not _is_total(passage, amount):
            continue
        columns = [c for c in table.columns if c.adds and _counts(c, amount)]
        added = _sum(table, columns[0]) if len(columns) == 1 else None
        if added is not None and _differs(amount.value, added[0]) and not _printed(table, amount.value):
            yield _finding(passage, amount, table, columns[0], added)


def _differs(said: Decimal, added: Decimal) -> bool:
    """True if the two are not one, yet of one size."""
    return said != added and added <= 2 * said and said <= 2 * added


def _printed(table: FigureTable, value: Decimal) -> bool:
    return any(c.amount and c.amount.value == value for row in table.rows for c in row.cells.values())


def _is_total(passage: Passage, amount: Amount) -> bool:
    """True for «tổng số 120 hộ nghèo», «toàn huyện có 120 hộ nghèo»."""
    if not amount.firm or amount.word or amount.per or amount.decimals or amount.kind != "count" or not amount.noun:
        return False
    start, _ = passage.sentence_of(amount.start)
    found = _TOTAL.search(passage.lower, max(start, amount.start - _REACH), amount.start)
    return found is not None and not _CHANGE.search(found[0]) and not passage.depth(amount.start)


def _counts(column: Column, amount: Amount) -> bool:
    """True if the title of the column is what the amount counts, and nothing more or less."""
    title = " ".join(column.title.lower().rsplit(" / ", 1)[-1].split())
    thing = " ".join(amount.noun)
    core = _COUNTING.sub("", _BRACKET.sub("", title).strip())
    inside = [words.strip() for words in _BRACKET.findall(title)]
    return core == thing or (core in ("", "số lượng", "tổng số", "số") and inside == [thing])


def _sum(table: FigureTable, column: Column) -> tuple[Decimal, str] | None:
    """What the table gives for the column: the row of sums, else the sum of its rows; None if that is not sure."""
    totals = [r for r in table.rows if r.total]
    if totals:
        told = totals[0].amount(column.index) if len(totals) == 1 else None
        return (told.value, totals[0].shown) if told and not told.decimals else None
    rows = [r for r in table.rows if r.cells.get(column.index) and not r.cells[column.index].nil]
    cells = [r.amount(column.index) for r in rows]
    if len(rows) < 2 or len({r.level for r in rows}) > 1 or any(r.partial for r in rows) or any(c is None or c.decimals for c in cells):
        return None
    return sum((c.value for c in cells), Decimal(0)), f"cộng {len(rows)} dòng"


def _finding(passage: Passage, amount: Amount, table: FigureTable, column: Column, added: tuple[Decimal, str]) -> Finding:
    value, how = added
    message = f"Lời văn ghi tổng {amount}, bảng {table.number} ({how}, {column.shown}) là {format_number(value)} (nghi vấn)"
    hint = "Nếu là cùng một số liệu, sửa một trong hai nơi; nếu khác, bỏ qua."
    place = passage.place(amount.start, amount.end)
    return Finding("VB14", Severity.WARNING, message, place, found=str(amount), expected=format_number(value), hint=hint)

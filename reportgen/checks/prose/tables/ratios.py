"""Columns of shares: which columns they are the quotient of, told by the rows themselves.

A share column is tried against every pair of number columns: N / D, (N - D) / D, and N against its own total; a column of
changes («tăng, giảm») against N - D; «thành tiền» against «số lượng» times «đơn giá». A pair that
three rows in four confirm (three rows at least, with shares other than 0 and 100) is what the column means; the rows
that fail every such pair are faults.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from reportgen.checks.prose.nouns import Amount
from reportgen.checks.prose.tables.judged import holds, judged
from reportgen.checks.prose.tables.nouns import Column, Fault, FigureTable, Row
from reportgen.checks.prose.typed import Reading
from reportgen.noun import noun
from reportgen.pattern import Pattern
from reportgen.vietnamese.numbers import format_number

_CHANGE = Pattern(r"tăng|giảm|chênh lệch|còn lại|so sánh|(?<!\w)dư(?!\w)")
_AMOUNT = Pattern(r"thành tiền|tổng tiền|tổng kinh phí|số tiền|kinh phí|tổng cộng")
_QUANTITY = Pattern(r"số lượng|khối lượng|số (?:hộ|người|suất|nhà|lớp|buổi|ngày)(?!\w)|diện tích")
_PRICE = Pattern(r"đơn giá|định mức|mức (?:chi|hỗ trợ|thưởng)|giá trị/|suất đầu tư")
LEAST_ROWS = 3
RANK = 0
HUNDRED = Fraction(100)


@noun
class Ratio:
    """``part`` of ``whole``; ``kind``: share (N/D), growth ((N-D)/D), total (N against the total row ``of``), difference, product.

    ``scale``: what the result is multiplied with (100 for per cents, a power of ten between units of money).
    """

    part: int
    whole: int
    kind: str
    of: Row | None = None
    scale: Fraction = Fraction(1)


def ratio_faults(table: FigureTable) -> list[Fault]:
    """The faults of all columns that follow from two others."""
    found: list[Fault] = []
    numbers = [c for c in table.columns if c.adds]
    for column in table.columns:
        if column.sort in ("text", "order"):
            continue
        if column.sort == "share" or (_CHANGE.search(column.title.lower()) and not column.formula):
            found += _of_column(table, column, list(_candidates(table, column, numbers)))
        elif not column.formula and _AMOUNT.search(column.title.lower()):
            found += _of_column(table, column, list(_products(table, column)))
    return found


def _of_column(table: FigureTable, column: Column, candidates: Sequence[Ratio]) -> list[Fault]:
    """Faults under every relation the rows confirm; a row right under one of them is right."""
    believed = []
    for ratio in candidates:
        judgements = _judge_rows(table, column, ratio)
        if judgements:
            believed.append((ratio, judgements))
    if not believed:
        return []
    most = max(sum(holds(o) for _, o in j) for _, j in believed)
    believed = [(r, j) for r, j in believed if sum(holds(o) for _, o in j) == most]
    fine = {row.index for _, j in believed for row, o in j if o is None}
    ratio, judgements = believed[0]
    return [_fault(table, column, ratio, row, o) for row, o in judgements if o is not None and row.index not in fine]


def _candidates(table: FigureTable, column: Column, numbers: Sequence[Column]) -> Iterator[Ratio]:
    near = sorted((c for c in numbers if c is not column), key=lambda c: abs(c.index - column.index))[:12]
    totals = [r for r in table.rows if r.total]
    change = _CHANGE.search(column.title.lower())
    for part in near:
        for total in totals[:2]:
            yield Ratio(part.index, part.index, "total", total, HUNDRED)
        for whole in near:
            if part is not whole:
                yield Ratio(part.index, whole.index, "share", None, HUNDRED)
                yield Ratio(part.index, whole.index, "growth", None, HUNDRED)
                if change:
                    yield Ratio(part.index, whole.index, "difference")


def _products(table: FigureTable, column: Column) -> Iterator[Ratio]:
    """«Số lượng» times «đơn giá», in the same unit of money or a thousand, a million times smaller."""
    counts = [c for c in table.columns if c.index < column.index and _QUANTITY.search(c.title.lower()) and c.sort != "text"]
    prices = [c for c in table.columns if c.index < column.index and _PRICE.search(c.title.lower()) and c.sort != "text"]
    if len(counts) == len(prices) == 1 and counts[0] is not prices[0]:
        for scale in (Fraction(1), Fraction(1, 1000), Fraction(1, 10**6)):
            yield Ratio(counts[0].index, prices[0].index, "product", None, scale)


def _judge_rows(table: FigureTable, column: Column, ratio: Ratio):
    """Row by row what is wrong; None unless the rows confirm the relation."""
    if not _worth_judging(table, column, ratio):
        return None
    judgements, right, telling = [], 0, set()
    wrong = 0
    for row in table.rows:
        printed, part, whole = row.amount(column.index), row.amount(ratio.part), _whole(row, ratio)
        if not (printed and part and whole):
            continue
        fine = _exactly(printed.readings[0], part.readings[0], whole.readings[0], ratio)
        outcome = None if fine else judged((part, whole), _rule(ratio), printed, table.vi)
        judgements.append((row, outcome))
        if holds(outcome):
            right += 1
            if printed.value not in (0, 100):
                telling.add(printed.value)
        else:
            wrong += 1
            if wrong > 3 and wrong > right:
                return None
    least = 2 if ratio.kind == "product" else LEAST_ROWS
    if right < least or len(telling) < least or right < (least if least < 3 else 3) * wrong:
        return None
    return judgements


def _worth_judging(table: FigureTable, column: Column, ratio: Ratio) -> bool:
    """A quick look: could the rows confirm this relation at all?"""
    right = wrong = 0
    for row in table.rows:
        printed, part, whole = row.amount(column.index), row.amount(ratio.part), _whole(row, ratio)
        if printed and part and whole:
            close = any(_close(p, a, b, ratio) for p in printed.readings for a in part.readings for b in whole.readings)
            right, wrong = right + close, wrong + (not close)
            if wrong > 3 and wrong > right:
                return False
    return right >= 2 and right >= 2 * wrong


def _close(printed: Reading, part: Reading, whole: Reading, ratio: Ratio) -> bool:
    """True if the printed number may be the result: off by no more than two of its last digits and the play of the operands."""
    over, under = _quotient(printed, part, whole, ratio)
    if not under:
        return False
    play = 2 * under
    if part.decimals or whole.decimals or abs(whole.steps) < 1000:
        play += abs(over) // max(abs(whole.steps), 1) + abs(over) // max(abs(part.steps), 1) + under
    return abs(over - printed.steps * under) <= play


def _exactly(printed: Reading, part: Reading, whole: Reading, ratio: Ratio) -> bool:
    """True if the result, rounded half up, is what is printed."""
    over, under = _quotient(printed, part, whole, ratio)
    if not under or (over < 0 < printed.steps) or printed.steps < 0 < over:
        return False
    return (2 * abs(over) + under) // (2 * under) == abs(printed.steps)


def _quotient(printed: Reading, part: Reading, whole: Reading, ratio: Ratio) -> tuple[int, int]:
    """The result in units of the last printed digit, as a quotient of whole numbers, the lower one above 0 (0: none)."""
    a, b = part.steps * 10**whole.decimals, whole.steps * 10**part.decimals
    one = 10 ** (part.decimals + whole.decimals)
    up = 10**printed.decimals * ratio.scale.numerator
    over, under = {
        "growth": (a - b, b),
        "difference": (a - b, one),
        "product": (part.steps * whole.steps, one),
    }.get(ratio.kind, (a, b))
    over, under = over * up, under * ratio.scale.denominator
    return (-over, -under) if under < 0 else (over, under)


def _whole(row: Row, ratio: Ratio) -> Amount | None:
    return ratio.of.amount(ratio.whole) if ratio.of else row.amount(ratio.whole)


def _rule(ratio: Ratio) -> Callable:
    plain = {
        "growth": lambda q: (q[0] - q[1]) / q[1],
        "difference": lambda q: q[0] - q[1],
        "product": lambda q: q[0] * q[1],
    }.get(ratio.kind, lambda q: q[0] / q[1])
    return lambda q: plain(q).each(lambda x: x * ratio.scale)


def _fault(table: FigureTable, column: Column, ratio: Ratio, row: Row, outcome) -> Fault:
    a, b = row.amount(ratio.part).typed, _whole(row, ratio).typed
    working = {
        "growth": f"({a} - {b}) / {b} × 100",
        "difference": f"{a} - {b}",
        "product": f"{a} × {b}" + ("" if ratio.scale == 1 else f" / {format_number(Decimal(ratio.scale.denominator))}"),
    }.get(ratio.kind, f"{a} / {b} × 100")
    label = {"difference": "Tăng, giảm", "product": "Thành tiền"}.get(ratio.kind, "Tỷ lệ")
    whole_row = ratio.of.index if ratio.of else row.index
    cells = frozenset({(row.index, column.index), (row.index, ratio.part), (whole_row, ratio.whole)})
    return Fault(row.cells[column.index], label, working, outcome, cells, RANK)

"""The row of column formulas: «10=2-8», «(5)=(3)+(4)», «(9)=(8-7)», «6=5/4*100», «7=6/5 (%)».

A number in a formula is a column where the table has a column of that number, and a number (100, 12) where it has none. A
quotient shown in per cent may leave the «× 100» out; which is meant, the rows say. A formula that most rows contradict
was not understood, and nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reportgen.checks.prose.tables.judged import holds, judged
from reportgen.checks.prose.tables.nouns import Column, Fault, FigureTable, Row
from reportgen.figures.expressions import Tree, evaluate, names_in, parse_formula
from reportgen.figures.quantity import Quantity
from reportgen.figures.tokens import ExpressionError
from reportgen.noun import noun
from reportgen.pattern import Pattern

_SIGNS = str.maketrans({"×": "*", "x": "*", "X": "*", ":": "/", "÷": "/", "–": "-", "−": "-", "[": "(", "]": ")", ";": " "})
_PERCENT = Pattern(r"\(?\s*%\s*\)?")
_SYMBOL = Pattern(r"(?<![\w.,])(\d{1,3}|[A-ZĐa-z])(?![\w.,])")
_SUM = Pattern(r"\s*\(?(\d{1,2})\)?\s*\+\s*(?:\.{2,}|…)\s*\+?\s*\(?(\d{1,2})\)?\s*\Z")
RANK = 2


@noun
class Formula:
    """A column, its formula as printed, the tree over «cot_n» names, and the columns it needs."""

    column: Column
    printed: str
    tree: Tree
    needs: tuple[int, ...]


def formula_faults(table: FigureTable) -> list[Fault]:
    """The faults of all columns with a formula."""
    symbols = _symbols(table.columns)
    found: list[Fault] = []
    for column in table.columns:
        formula = read_formula(column, symbols) if column.formula and column.sort not in ("text", "order") else None
        if formula:
            found += _of_formula(table, formula)
    return found


def _symbols(columns: Sequence[Column]) -> dict[str, int]:
    """Symbol → column; «I» among the numbers stands for 1."""
    symbols = {c.symbol: c.index for c in columns if c.symbol}
    if "1" not in symbols and "I" in symbols and "2" in symbols:
        symbols["1"] = symbols["I"]
    return symbols


def read_formula(column: Column, symbols: Mapping[str, int]) -> Formula | None:
    """The formula of a column, None where it cannot be understood."""
    source = _PERCENT.sub("", column.formula).translate(_SIGNS).strip()
    if spread := _SUM.match(source):
        low, high = int(spread[1]), int(spread[2])
        source = "+".join(map(str, range(low, high + 1))) if low < high <= low + 60 else ""
    needs: list[int] = []

    def named(match: re.Match) -> str:
        if match[1] in symbols and symbols[match[1]] != column.index:
            needs.append(symbols[match[1]])
            return f"cot_{symbols[match[1]]}"
        return match[0]

    text = _SYMBOL.sub(named, source)
    try:
        tree = parse_formula(text)
    except ExpressionError:
        return None
    if not needs or any(not name.startswith("cot_") for name in names_in(tree)):
        return None
    return Formula(column, column.formula, tree, tuple(dict.fromkeys(needs)))


def _of_formula(table: FigureTable, formula: Formula) -> list[Fault]:
    """The faults on the scale that most rows confirm."""
    scales = (1, 100) if "/" in formula.printed.translate(_SIGNS) and "100" not in formula.printed else (1,)
    best: list[Fault] = []
    most = -1
    for scale in scales:
        faults, right = _on_scale(table, formula, scale)
        wrong = sum(not holds(f.outcome) for f in faults)
        if right > most and (right and right >= 2 * wrong or right + wrong == 1):
            best, most = faults, right
    return best


def _on_scale(table: FigureTable, formula: Formula, scale: int) -> tuple[list[Fault], int]:
    faults, right = [], 0
    for row in table.rows:
        printed = row.amount(formula.column.index)
        given = _given(row, formula)
        if printed is None or given is None:
            continue
        outcome = judged(given, _rule(formula, row, scale), printed, table.vi)
        right += holds(outcome)
        if outcome:
            cells = frozenset((row.index, c) for c in (formula.column.index, *formula.needs))
            faults.append(Fault(row.cells[formula.column.index], f"Công thức cột {formula.column.symbol}={formula.printed}", _working(row, formula, scale), outcome, cells, RANK))
    return faults, right


def _given(row: Row, formula: Formula):
    """The amounts the formula needs that are numbers; None where a cell holds words, or all are empty."""
    cells = [row.cells.get(c) for c in formula.needs]
    if any(c is None or (c.amount is None and not c.nil) for c in cells):
        return None
    given = [c.amount for c in cells if c.amount]
    return given if given and (len(given) == len(cells) or "/" not in formula.printed.translate(_SIGNS)) else None


def _rule(formula: Formula, row: Row, scale: int):
    """What the formula makes of the given cells; an empty one counts as 0."""
    order = [c for c in formula.needs if row.amount(c)]

    def rule(quantities: Sequence[Quantity]) -> Quantity:
        known = dict(zip(order, quantities, strict=True))
        try:
            value = evaluate(formula.tree, lambda name: known.get(int(name[4:]), Quantity.exact(0)))
        except ExpressionError as fault:
            raise ZeroDivisionError from fault
        return value.each(lambda x: x * scale)

    return rule


def _working(row: Row, formula: Formula, scale: int) -> str:
    text = formula.tree.source
    for column in sorted(formula.needs, reverse=True):
        amount = row.amount(column)
        text = text.replace(f"cot_{column}", amount.typed if amount else "0")
    shown = re.sub(r"\s*([-+*/])\s*", r" \1 ", text).replace("*", "×")
    return f"({shown}) × 100" if scale == 100 else shown

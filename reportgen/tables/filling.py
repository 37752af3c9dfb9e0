"""Blank cells of columns with a formula: worked out from the printed values of the other cells of the row."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from reportgen.diagnostics import Finding, error
from reportgen.figures.derive import working
from reportgen.figures.expressions import evaluate
from reportgen.figures.model import Figure
from reportgen.figures.quantity import Quantity, printed_value
from reportgen.figures.tokens import ExpressionError
from reportgen.noun import replace
from reportgen.tables.content import Cell, Row
from reportgen.tables.declared import TableType
from reportgen.tables.formulas import Formula
from reportgen.tables.values import blanks, indicator_of


def filled_row(
    row: Row,
    table: TableType,
    formulas: Mapping[str, Formula],
    sink: list[Finding],
    unknown: frozenset[str] = frozenset(),
) -> Row:
    """The row with its blank formula cells filled. A division by zero, or a missing operand, is BG17.

    Columns in ``unknown`` lack their number for a reason that is plain to see: what needs them stays blank in silence.
    """
    cells = dict(row.cells)
    for key, formula in formulas.items():
        if blanks([cells.get(key, Cell())]):
            cells[key] = _worked_out(key, formula, replace(row, cells=cells), table, sink, unknown)
    return replace(row, cells=cells)


def _worked_out(
    key: str, formula: Formula, row: Row, table: TableType, sink: list[Finding], unknown: frozenset[str]
) -> Cell:
    column, place = table.columns[key], row.cell(key).place
    figures = row.figures
    lacking = [name for name in formula.needs if name not in figures]
    if lacking:
        if column.required and not any(
            row.cell(n).faulty or row.cell(n).text or n in unknown for n in lacking
        ):
            _refuse(f"thiếu số ở cột «{table.columns[lacking[0]].title}»", column.title, row, place, sink)
        return Cell(place=place, faulty=any(row.cell(name).faulty for name in lacking))
    try:
        exact = evaluate(formula.tree, lambda name: Quantity.exact(figures[name].value)).nominal
    except ExpressionError as fault:
        _refuse(f"{fault.message} ({working(formula.source, figures)})", column.title, row, place, sink)
        return Cell(place=place, faulty=True)
    return Cell(figure=computed(key, exact, table, row, working(formula.source, figures)), place=place)


def computed(key: str, exact: Fraction, table: TableType, row: Row, steps: str) -> Figure:
    """A figure worked out here, rounded by the rule of its column."""
    indicator = indicator_of(key, table.columns[key])
    value, place = printed_value(exact, indicator), row.cell(key).place
    is_rounded = Fraction(value) != exact
    return Figure(key, value, indicator, place, origin="formula", working=steps, rounded=is_rounded)


def _refuse(why: str, title: str, row: Row, place, sink: list[Finding]) -> None:
    message = f"{row.shown}: không tính được cột «{title}» vì {why}"
    hint = "sửa số ở cột kia, hoặc ghi dấu - vào ô này nếu không có số"
    sink.append(error("BG17", message, place, hint=hint))

"""The district's table as a workbook: what ``reportgen build`` reads as the source of the declared table.

Units stand in the order of their list. A unit without a good row keeps its line with blank cells and the total stays blank, so
that a report built on an incomplete table is refused, not short.
"""

from __future__ import annotations

from reportgen.returns.layout import Row, head_of, number_form, widths_of
from reportgen.returns.rolling import Rolled
from reportgen.sheets.letters import area, spot
from reportgen.sheets.nouns import Look, Page, Value
from reportgen.sheets.pages import write_pages
from reportgen.tables import content
from reportgen.tables.declared import TableType
from reportgen.tables.sums import summed_row
from reportgen.vietnamese.text import upper

TITLE = Look(14, bold=True, align="center", wrap=True)
UNDER = Look(12, italic=True, align="center")
HEAD_TOP = 4


def district_book(rolled: Rolled) -> bytes:
    """The .xlsx of the table. Same rows, same bytes."""
    subject = rolled.subject
    table, last = subject.table, len(subject.table.columns)
    head = head_of(table, subject.formulas, HEAD_TOP)
    first = HEAD_TOP + len(head.rows)
    rows: list[Row] = [
        [(upper(table.label), TITLE)],
        [(f"Kỳ báo cáo: {subject.period.short}" + (f"; đơn vị tính: {table.unit}" if table.unit else ""), UNDER)],
        [],
        *head.rows,
        *_body(rolled),
    ]
    page = Page(
        "Tổng hợp",
        rows,
        widths=widths_of(table),
        heights={**head.heights, 1: 20 * max(1, -(-len(table.label) * 3 // (2 * sum(widths_of(table).values()))))},
        merges=(*(merge for merge in (area(1, 1, 1, last), area(2, 1, 2, last)) if ":" in merge), *head.merges),
        freeze=spot(first, 1),
        printed=True,
        landscape=table.is_landscape or sum(widths_of(table).values()) > 95,
        header=(HEAD_TOP, first - 1),
    )
    return write_pages([page])


def total_row(rolled: Rolled) -> content.Row | None:
    """The total over all units; None while one is missing or refused, or if the table has none."""
    subject = rolled.subject
    if not subject.table.total or not rolled.is_whole:
        return None
    members = tuple(row.row for row in rolled.rows.values())
    row = content.Row(content.TOTAL, subject.table.total.title, {}, members=members)
    return summed_row(row, subject.table, subject.formulas, [])


def _body(rolled: Rolled) -> list[Row]:
    table = rolled.subject.table
    rows = []
    for number, (unit, its) in enumerate(rolled.subject.due.items(), 1):
        good = rolled.rows.get(unit)
        rows.append(_cells(table, number, its.label, good.row if good else None, bold=False))
    if table.total:
        line = _cells(table, None, table.total.title, total_row(rolled), bold=True)
        rows = [line, *rows] if table.total.position == "dau" else [*rows, line]
    return rows


def _cells(table: TableType, number: int | None, label: str, row: content.Row | None, bold: bool) -> Row:
    cells: Row = []
    for key, column in table.columns.items():
        if key == table.label_column:
            cells.append((label, Look(12, bold=bold, border=True, wrap=True)))
        elif column.kind == "so_thu_tu":
            cells.append((number, Look(12, align="center", border=True)))
        else:
            value, form = _value(row.cell(key)) if row else None, number_form(column) if column.is_number else "@"
            cells.append((value, Look(12, bold=bold, border=True, form=form, wrap=not column.is_number)))
    return cells


def _value(cell: content.Cell) -> Value:
    if cell.figure and not cell.text:
        return cell.figure.value
    return cell.text or None

"""The workbook a unit fills in: looks like a form an office would send out, prints on A4, and guards what is typed.

Input cells are pale yellow and open, everything else is locked (protection without a password: it keeps from slips, not from
people). Columns with a formula are Excel formulas. Validation cannot stop what is pasted, so everything is judged again when
the workbook comes back.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from reportgen.noun import noun
from reportgen.returns.excel_formulas import excel_formula
from reportgen.returns.form_notes import sending_line, status_formula
from reportgen.returns.identity import identity_page, list_range
from reportgen.returns.layout import Row, head_of, number_form, widths_of
from reportgen.returns.subject import Subject
from reportgen.returns.units import Unit
from reportgen.sheets.letters import area, column_name, spot
from reportgen.sheets.nouns import Formula, Look, Page, Validation
from reportgen.sheets.pages import write_pages
from reportgen.tables.declared import Column, TableType
from reportgen.vietnamese.numbers import format_number
from reportgen.vietnamese.text import sentence_case, upper

INPUT_FILL, FORMULA_FILL = "FFF8E1", "EDEDED"
TITLE = Look(14, bold=True, align="center", wrap=True)
PLAIN = Look(12)
BOLD = Look(12, bold=True)
RIGHT = Look(12, bold=True, align="right")
CENTER = Look(12, italic=True, align="center")
NOTE = Look(11, italic=True, wrap=True, valign="top")
SENDING = Look(11, italic=True, wrap=True, align="center")
STATUS = Look(11, bold=True, color="1F4E79", wrap=True)
LONGEST_SAID = 150
SIGN = Look(12, bold=True, align="center")
SIGN_NOTE = Look(11, italic=True, align="center")
LARGEST = Decimal(999_999_999_999)
HEAD_TOP = 6


@noun
class _Spot:
    """One input column of one form: where it is, and what may be typed there."""

    column: Column
    area: str
    lists: int


def blank_form(subject: Subject, unit_key: str, unit: Unit) -> bytes:
    """The .xlsx of one unit. Same declaration, same bytes."""
    lists = [tuple(column.choices) for column in subject.table.columns.values() if column.choices]
    return write_pages([_page(subject, unit), identity_page(subject, unit_key, unit, lists)])


def _page(subject: Subject, unit: Unit) -> Page:
    table, last = subject.table, len(subject.table.columns)
    head = head_of(table, subject.formulas, HEAD_TOP, with_units=not table.unit)
    first = HEAD_TOP + len(head.rows)
    half = max(1, last // 2)
    rows: list[Row] = [
        _pair(f"Đơn vị báo cáo: {sentence_case(unit.name)}", _receiver(subject), half, last, BOLD, RIGHT),
        [(sending_line(subject), SENDING)],
        [(upper(table.label), TITLE)],
        [(f"Kỳ báo cáo: {subject.period.short}", CENTER)],
        _status_row(subject, _cell_of(table, first), half, last),
        *head.rows,
        _data_row(subject, unit, first),
        *[[(note, NOTE)] for note in table.notes],
        [],
        _pair("", "………, ngày …… tháng …… năm ………", half, last, SIGN_NOTE, SIGN_NOTE),
        _pair("Người lập biểu", "Thủ trưởng đơn vị", half, last, SIGN, SIGN),
        _pair("(Ký, ghi rõ họ tên)", "(Ký, ghi rõ họ tên, đóng dấu)", half, last, SIGN_NOTE, SIGN_NOTE),
    ]
    signs = first + 1 + len(table.notes)
    whole = (2, 3, 4, *(() if table.unit else (5,)), *range(first + 1, signs))
    merges = [area(row, 1, row, last) for row in whole]
    for row in (1, *((5,) if table.unit else ()), signs + 1, signs + 2, signs + 3):
        merges += [area(row, 1, row, half), area(row, half + 1, row, last)]
    return Page(
        "Biểu nhập",
        rows,
        widths=widths_of(table),
        heights={**head.heights, **_heights(subject), first: 24, **dict.fromkeys(range(first + 1, signs), 30)},
        merges=(*(merge for merge in merges if ":" in merge), *head.merges),
        freeze=spot(first, 1),
        cursor=_first_input(subject, first),
        validations=_validations(subject, first),
        protected=True,
        printed=True,
        landscape=table.is_landscape or sum(widths_of(table).values()) > 95,
        header=(HEAD_TOP, first - 1),
    )


def _receiver(subject: Subject) -> str:
    return f"Đơn vị nhận: {subject.units.receiver}" if subject.units.receiver else ""


def _heights(subject: Subject) -> dict[int, int]:
    """The lines above the header; the fifth has room for two lines, for it names what does not fit."""
    wide = sum(widths_of(subject.table).values())
    lines = -(-len(subject.table.label) * 3 // (2 * wide))
    sending = -(-len(sending_line(subject)) * 11 // (10 * wide))
    room = wide // 2 if subject.table.unit else wide
    return {1: 20, 2: 15 * sending + 6, 3: 20 * max(1, lines), 5: 15 * max(2, -(-LONGEST_SAID * 11 // (10 * room))) + 3}


def _status_row(subject: Subject, cell_of: Callable[[str], str], half: int, last: int) -> Row:
    """How to fill the form in and how far it is; the unit of the whole table at the right."""
    row: Row = [(status_formula(subject, _help(subject), cell_of), STATUS)]
    if subject.table.unit and last > half:
        row += [None] * (half - 1) + [(f"Đơn vị tính: {subject.table.unit}", RIGHT)]
    return row


def _first_input(subject: Subject, row: int) -> str:
    """Where the cursor stands when the form is opened: the first cell to be filled in."""
    keys = (key for key, column in subject.table.columns.items() if key not in subject.formulas and column.kind != "so_thu_tu")
    first = next((key for key in keys if key != subject.table.label_column), "")
    return _cell_of(subject.table, row)(first) if first else ""


def _cell_of(table: TableType, row: int) -> Callable[[str], str]:
    letters = {key: column_name(number) for number, key in enumerate(table.columns, 1)}
    return lambda key: f"{letters[key]}{row}"


def _help(subject: Subject) -> str:
    grey = "; ô xám tự tính" if subject.formulas else ""
    return f"Chỉ nhập vào ô màu vàng{grey}; không phát sinh thì ghi 0."


def _pair(left: str, right: str, half: int, last: int, left_look: Look, right_look: Look) -> Row:
    row: Row = [(left or None, left_look)]
    if last > half:
        row += [None] * (half - 1) + [(right or None, right_look)]
    return row


def _data_row(subject: Subject, unit: Unit, row: int) -> Row:
    table, cell_of = subject.table, _cell_of(subject.table, row)
    cells: Row = []
    for key, column in table.columns.items():
        if key == table.label_column:
            cells.append((unit.label, Look(12, border=True, wrap=True)))
        elif column.kind == "so_thu_tu":
            cells.append((1, Look(12, align="center", border=True)))
        elif key in subject.formulas:
            text = excel_formula(subject.formulas[key], column, cell_of)
            cells.append((Formula(text), Look(12, border=True, fill=FORMULA_FILL, form=number_form(column))))
        else:
            form = number_form(column) if column.is_number else "@"
            wrap = not column.is_number
            cells.append((None, Look(12, border=True, fill=INPUT_FILL, form=form, wrap=wrap, locked=False)))
    return cells


def _validations(subject: Subject, row: int) -> tuple[Validation, ...]:
    rules, lists = [], 0
    for number, (key, column) in enumerate(subject.table.columns.items(), 1):
        if key == subject.table.label_column or column.kind == "so_thu_tu" or key in subject.formulas:
            continue
        rule = _rule(_Spot(column, area(row, number, row, number), lists))
        lists += bool(column.choices)
        if rule:
            rules.append(rule)
    return tuple(rules)


def _rule(at: _Spot) -> Validation | None:
    column = at.column
    if column.choices:
        message = f"Hãy chọn một trong danh sách: {', '.join(column.choices)}"
        source = list_range(at.lists, len(column.choices))
        return Validation(at.area, "list", source, title="Chọn trong danh sách", message=message[:200], prompt="Chọn trong danh sách.")
    if not column.is_number:
        return None
    low, high = column.low or Decimal(0), column.high if column.high is not None else LARGEST
    whole = column.decimals == 0
    kind = "một số nguyên" if whole else f"một số, tối đa {column.decimals} chữ số lẻ"
    limits = f"từ {format_number(low)}" + (f" đến {format_number(column.high)}" if column.high is not None else " trở lên")
    share = " Cột tỷ lệ: gõ 9,92 cho 9,92%." if column.measure.startswith("%") else ""
    return Validation(
        at.area,
        "whole" if whole else "decimal",
        f"{low:f}",
        f"{high:f}",
        title="Số nhập chưa đúng",
        message=f"Cột «{column.title}» cần {kind}, {limits}.{share} Không phát sinh thì ghi 0."[:220],
        prompt=f"Nhập {kind}, {limits}.{share}"[:220],
    )

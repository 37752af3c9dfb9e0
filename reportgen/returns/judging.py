"""One unit's row against the declaration: its formulas and relations, judged as ``build`` will judge the whole table.

A calculated column that holds a fraction where a percentage is due (0,0992 for 9,92) is repaired if the formula says so; a
given value that its formula does not give, or a relation that does not hold, keeps the row out: which of the numbers is
wrong only the unit knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.tables import check_table
from reportgen.diagnostics import Finding, Place, Severity, error
from reportgen.figures.model import CellValue
from reportgen.noun import noun, replace
from reportgen.returns.cells import CellsRead, may_be_fraction
from reportgen.returns.nouns import Repair
from reportgen.returns.subject import Subject
from reportgen.tables.content import DATA, Row
from reportgen.tables.declared import Column, TableType
from reportgen.tables.making import make_table
from reportgen.tables.raw import RawRow, RawTable
from reportgen.tables.values import DASHES
from reportgen.vietnamese.numbers import NumberError, format_number, read_number, round_half_up


@noun
class Judged:
    """The row with everything calculated, None after findings; the repairs that calculating made."""

    row: Row | None
    repairs: tuple[Repair, ...] = ()


def judged_row(cells: CellsRead, place: Place, subject: Subject, unit: str, sink: list[Finding]) -> Judged:
    """The row of a unit, worked out and checked; errors go to ``sink`` and leave no row."""
    if cells.faulty:
        return Judged(None)
    values = {**cells.values, subject.table.label_column: CellValue(subject.units.units[unit].label, place)}
    expected = _made({k: v for k, v in values.items() if k not in subject.formulas}, place, subject, [])
    fractions = tuple(_fractions(values, expected, subject, unit)) if expected else ()
    for repair, key, number in fractions:
        values[key] = CellValue(number, repair.place, False, False, subject.table.columns[key].decimals)
    values |= {key: CellValue("", values[key].place) for key in _as_calculated(values, expected, subject)}
    before = len(sink)
    sink.extend(_denied(values, expected, subject))
    row = _made(values, place, subject, sink)
    if row is None or any(finding.blocks for finding in sink[before:]):
        return Judged(None)
    return Judged(row, tuple(repair for repair, _, _ in fractions))


def alone(table: TableType) -> TableType:
    """The table as one row of it stands by itself: no total, no groups."""
    return replace(table, total=None, grouping=None)


def _made(values: dict[str, CellValue], place: Place, subject: Subject, sink: list[Finding]) -> Row | None:
    raw = RawTable((RawRow(values, place, str(values[subject.table.label_column].value)),), place)
    content = make_table(subject.table_key, alone(subject.table), raw, sink)
    if content is None:
        return None
    row = next((row for row in content.rows if row.kind == DATA), None)
    sink.extend(_ours(finding, row, subject) for finding in check_table(content))
    return row


def _ours(finding: Finding, row: Row | None, subject: Subject) -> Finding:
    """A finding about a number we calculated ourselves, off by its last digit: nothing the unit could mend, so a doubt for the district (TH41).

    A column may be declared twice, as «3 - 9» over rounded shares and by a relation over the counts; the two differ by 0,01.
    """
    for key in subject.formulas if row else ():
        cell = row.cell(key)
        if cell.figure and not cell.is_given and cell.place == finding.place and _is_last_digit(finding, subject.table.columns[key]):
            message = f"cột «{subject.table.columns[key].title}»: công thức của cột cho {finding.found}, quan hệ kiểm tra của bảng cho {finding.expected}"
            hint = "không phải đơn vị ghi sai: số do chương trình tính từ các cột đã làm tròn; khi dựng báo cáo chỗ này được nêu lại để ghi lý do"
            severity = Severity.WARNING if finding.blocks else finding.severity
            return replace(finding, code="TH41", severity=severity, message=message, hint=hint)
    return finding


def _is_last_digit(finding: Finding, column: Column) -> bool:
    try:
        found, due = (read_number(text.rstrip("%"), decimals=column.decimals) for text in (finding.found, finding.expected))
    except NumberError:
        return False
    return abs(found - due) <= Decimal(2).scaleb(-column.decimals)


def _as_calculated(values: dict[str, CellValue], expected: Row | None, subject: Subject) -> list[str]:
    """The calculated columns that hold what we calculate: from here on the number is ours, as if the cell were blank."""
    found = []
    for key in subject.formulas if expected else ():
        given, due = values.get(key), expected.cell(key).figure
        if given and due and isinstance(given.value, Decimal):
            if given.value == due.value or (given.computed and round_half_up(given.value, subject.table.columns[key].decimals) == due.value):
                found.append(key)
    return found


def _denied(values: dict[str, CellValue], expected: Row | None, subject: Subject) -> Iterator[Finding]:
    """Calculated columns marked «none» where the other columns give a number."""
    for key in subject.formulas if expected else ():
        given, due = values.get(key), expected.cell(key).figure
        if given and due and due.value and isinstance(given.value, str) and given.value.strip() in DASHES:
            column, number = subject.table.columns[key], format_number(due.value)
            message = f"cột «{column.title}»: ghi «{given.value.strip()}» (không phát sinh), nhưng tính theo công thức được {number}"
            hint = "xóa dấu ấy để ô được tính, hoặc xem lại các số khác của dòng"
            yield error("TH19", message, given.place, found=given.value.strip(), expected=number, hint=hint)


def _fractions(
    values: dict[str, CellValue], expected: Row, subject: Subject, unit: str
) -> Iterator[tuple[Repair, str, Decimal]]:
    """Calculated shares that hold the fraction of what their formula gives."""
    for key in subject.formulas:
        column, given, due = subject.table.columns[key], values.get(key), expected.cell(key).figure
        if given is None or due is None or not may_be_fraction(given, key, subject):
            continue
        if round_half_up(given.value, column.decimals) == due.value:
            continue
        number = round_half_up(given.value.scaleb(2), column.decimals)
        if number == due.value:
            before, after = format_number(given.value), format_number(number)
            yield Repair(unit, given.place, before, after, "tỷ lệ ghi dạng phân số; công thức của cột cho đúng số này"), key, number

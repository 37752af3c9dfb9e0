"""The rows of a returned table: which rows are a unit's, which are furniture, and what every cell of a unit's row says.

Rows may stand anywhere below the header, with blank rows, notes and signatures between: a row without a unit's name and
without a number is furniture. A number without a unit's name is refused, for somebody meant something by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from reportgen.diagnostics import Finding, Place, error, warning
from reportgen.errors import ReportgenError
from reportgen.noun import noun
from reportgen.returns.cells import own_cell, read_cells, typed_number
from reportgen.returns.judging import judged_row
from reportgen.returns.locating import Located, locate_table
from reportgen.returns.nouns import BookRead, Repair, Returned
from reportgen.returns.opening import open_returned
from reportgen.returns.seen import note_doubts
from reportgen.returns.subject import Subject
from reportgen.returns.unit_said import unit_of_file, unit_said
from reportgen.returns.units import match_unit, nearest_unit
from reportgen.sources.grid import Cell, Grid, Kind
from reportgen.sources.guises import Guise
from reportgen.sources.raw_rows import SYMBOL_ROWS, is_symbol_row
from reportgen.tables.sorting import TOTAL_WORDS, WHOLE_AREA
from reportgen.tables.values import DASHES
from reportgen.vietnamese.numbers import format_number
from reportgen.vietnamese.refusal import quoted
from reportgen.vietnamese.text import fold

MAX_SAID = 50


@noun
class SheetRow:
    """One row below the header: its number, the name in its label column, the first words in it, its kind of content."""

    number: int
    label: str
    lead: str
    has_numbers: bool


def read_book(path: Path, shown: str, subject: Subject, ready: Path | None = None) -> BookRead:
    """Everything one workbook gives for the table; ``ready``: the .xlsx made of it. Nothing is raised for what somebody sent."""
    findings: list[Finding] = []
    named = unit_of_file(shown, subject)
    try:
        book = open_returned(path, shown, ready)
        located = locate_table(book, subject, findings)
    except ReportgenError as failure:
        return BookRead(shown, findings=tuple(failure.findings), unit=named)
    if located is None:
        return BookRead(shown, findings=tuple(findings), unit=unit_said(book, subject) or named)
    rows = tuple(_rows(located, subject, findings))
    if not rows and not any(finding.blocks for finding in findings):
        place = located.grid.place(located.header.row, 1)
        findings.append(error("TH12", "bảng không có dòng số liệu của đơn vị nào", place, hint="xin đơn vị điền rồi gửi lại"))
    return BookRead(shown, rows, tuple(_bounded(findings, shown)), located.unit)


def _bounded(findings: list[Finding], shown: str) -> list[Finding]:
    """No more than MAX_SAID findings of one book: whoever sent ten thousand stray numbers need not read of each."""
    if len(findings) <= MAX_SAID:
        return findings
    message = f"còn {len(findings) - MAX_SAID} chỗ tương tự trong tệp này"
    return [*findings[:MAX_SAID], error("TH09", message, Place(shown), hint="xóa phần thừa dưới bảng rồi gửi lại")]


def _rows(located: Located, subject: Subject, sink: list[Finding]) -> Iterator[Returned]:
    typed = list(_typed_rows(located, subject))
    totals, others = [], []
    for row in typed:
        (totals if _is_total(row, subject) else others).append(row)
    read, is_alone = [], sum(row.has_numbers for row in others) == 1
    for row in others:
        unit, repairs = _unit_of(row, is_alone, located, subject, sink)
        if unit:
            read.append(_read(row, unit, repairs, located, subject))
    yield from _against_totals(read, totals, located, subject)


def _typed_rows(located: Located, subject: Subject) -> Iterator[SheetRow]:
    grid, header = located.grid, located.header
    first = header.row + 1
    while first <= header.row + SYMBOL_ROWS and is_symbol_row(grid, first, header, subject.table):
        first += 1
    label = header.columns[subject.table.label_column]
    numbers = [column for key, column in header.columns.items() if key in subject.table.numbers]
    present: dict[int, list[int]] = {}
    for row, column in grid.cells:  # not every position up to the last: one stray cell may stand at row 20.000
        if row >= first:
            present.setdefault(row, []).append(column)
    for row in sorted(present):
        if row > first and is_symbol_row(grid, row, header, subject.table) and not match_unit(_text(own_cell(grid, row, label)), subject.units.units):
            continue  # the header printed again on the next page
        texts = [text for column in sorted(present[row]) if (text := _text(own_cell(grid, row, column)))]
        has_numbers = any(_counts(own_cell(grid, row, column)) for column in numbers)
        if texts or has_numbers:
            yield SheetRow(row, _text(own_cell(grid, row, label)), texts[0] if texts else "", has_numbers)


def _text(cell: Cell) -> str:
    return " ".join(str(cell.value).split()) if isinstance(cell.value, (str, Decimal)) and cell.kind is not Kind.ERROR else ""


def _counts(cell: Cell) -> bool:
    """True for what was meant as a number, well or badly."""
    if cell.kind is Kind.TEXT:
        return cell.value.strip() in DASHES or cell.value.strip(" \u00a0'+-(")[:1].isdigit()
    return cell.kind in (Kind.NUMBER, Kind.ERROR, Kind.UNCOMPUTED, Kind.TRUTH)


def _is_total(row: SheetRow, subject: Subject) -> bool:
    said = {" ".join(fold(text).split()).strip(" .:") for text in (row.label, row.lead)}
    title = {" ".join(fold(subject.table.total.title).split())} if subject.table.total else set()
    return bool(said & (TOTAL_WORDS | WHOLE_AREA | title))


def _unit_of(
    row: SheetRow, is_alone: bool, located: Located, subject: Subject, sink: list[Finding]
) -> tuple[str, list[Repair]]:
    """The unit a row belongs to ('' for none) and what had to be repaired in its name; ``is_alone``: no other row has numbers."""
    units, label = subject.units.units, located.header.columns[subject.table.label_column]
    place = located.grid.place(row.number, label)
    match = match_unit(row.label, units) if row.label else None
    if match is None:
        if row.has_numbers and not row.label and is_alone and located.unit:
            return located.unit, [Repair(located.unit, place, "", units[located.unit].label, _by(located))]
        if row.has_numbers:
            words = f"không có đơn vị {quoted(row.label)} trong danh sách" if row.label else "dòng có số mà không có tên đơn vị"
            hint = (len(sink) <= MAX_SAID and nearest_unit(row.label, units)) or "sửa tên đơn vị ở ô này, hoặc xóa dòng nếu thừa"
            sink.append(error("TH09", words, place, found=row.label, hint=hint))
        return "", []
    if located.unit and not located.by_file_name and match.key != located.unit:
        message = f"biểu của {units[located.unit].name}, nhưng dòng này ghi {quoted(row.label)}"
        hint = "mỗi đơn vị gửi biểu của mình; hỏi lại đơn vị gửi"
        sink.append(error("TH10", message, place, found=row.label, hint=hint))
        return "", []
    if match.alike and match.key != located.unit:
        names = ", ".join(units[key].name for key in match.alike)
        message = f"tên {quoted(row.label)} gõ không dấu, được hiểu là {units[match.key].name}; cũng có thể là {names}"
        sink.append(warning("TH27", message, place, found=row.label, hint="hỏi lại đơn vị gửi; dùng biểu mẫu cấp riêng thì không nhầm được"))
    if match.exact:
        return match.key, []
    return match.key, [Repair(match.key, place, row.label, units[match.key].label, "tên đơn vị viết khác dấu, khác kiểu chữ hay thiếu chữ")]


def _by(located: Located) -> str:
    source = "tên tệp" if located.by_file_name else "phần đầu biểu"
    return f"ô tên đơn vị trống, lấy theo {source}"


def _read(row: SheetRow, unit: str, repairs: list[Repair], located: Located, subject: Subject) -> Returned:
    grid = located.grid
    place = grid.place(row.number, located.header.columns[subject.table.label_column])
    findings: list[Finding] = _hidden(grid, row.number, located)
    if located.by_file_name and not row.label:
        findings.append(warning("TH23", "không thấy tên đơn vị trong biểu, lấy theo tên tệp", place, hint="mở tệp kiểm tra có đúng đơn vị không"))
    label = own_cell(grid, row.number, located.header.columns[subject.table.label_column])
    if isinstance(label.scaled, Guise) and label.scaled.struck:
        hint = "nếu dòng đã bỏ thì xin đơn vị xóa hẳn; nếu còn dùng thì bỏ gạch ngang rồi gửi lại"
        findings.append(error("TH34", "tên đơn vị bị gạch ngang, không rõ dòng này còn dùng không", place, found=row.label, hint=hint))
    findings.extend(note_doubts(grid, row.number, located.header))
    cells = read_cells(grid, row.number, located.header, unit, subject, findings)
    made = judged_row(cells, place, subject, unit, findings)
    row_taken = None if any(finding.blocks for finding in findings) else made.row
    return Returned(unit, place, row_taken, (*repairs, *cells.repairs, *made.repairs), tuple(findings))


def _hidden(grid: Grid, row: int, located: Located) -> list[Finding]:
    """One doubt for all that people do not see of a row."""
    columns = sorted(set(located.header.columns.values()) & grid.hidden_columns)
    what = [f"trang tính {quoted(grid.name)} đang ẩn"] if grid.hidden else []
    what += [f"dòng {row} đang ẩn (hoặc bị lọc)"] if row in grid.hidden_rows else []
    what += [f"{len(columns)} cột đang ẩn"] if columns else []
    if not what:
        return []
    column = columns[0] if columns and row not in grid.hidden_rows else min(located.header.columns.values())
    hint = "mở tệp, bỏ ẩn và kiểm tra số ở đó còn dùng không"
    return [warning("BT14", f"số liệu được lấy từ chỗ ẩn: {', '.join(what)}", grid.place(row, column), hint=hint)]


def _against_totals(
    rows: list[Returned], totals: list[SheetRow], located: Located, subject: Subject
) -> Iterator[Returned]:
    """The rows; with a finding at each if a total typed below them is another number than their sum."""
    faults = [fault for total in totals for fault in _total_faults(rows, total, located, subject)]
    for row in rows:
        yield Returned(row.unit, row.place, None, row.repairs, (*row.findings, *faults)) if faults else row


def _total_faults(rows: list[Returned], total: SheetRow, located: Located, subject: Subject) -> Iterator[Finding]:
    if not rows or any(row.row is None for row in rows):
        return
    for key, column in subject.table.numbers.items():
        at = located.header.columns.get(key)
        if at is None or column.is_share or (column.total and column.total != "cong"):
            continue
        cell, figures = own_cell(located.grid, total.number, at), [row.row.cell(key).figure for row in rows]
        said = typed_number(cell, column)
        if said is not None and all(figures) and said != (added := sum(figure.value for figure in figures)):
            typed, due = format_number(said), format_number(added)
            message = f"dòng «{total.label or total.lead}», cột «{column.title}»: ghi {typed}, các dòng cộng lại {due}"
            hint = "số tổng hoặc số của một dòng bị sai; xin đơn vị xem lại"
            yield error("TH14", message, cell.place, found=typed, expected=due, hint=hint)

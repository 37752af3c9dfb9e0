"""What a returned sheet says about its columns against what the table declares: units of measure, letters under the titles.

Titles decide which column is which; these are second witnesses. A sheet that says «nghìn đồng» of a column in triệu đồng is
refused, for every figure in it is a thousand times off. Letters that stand under other titles than declared are a doubt: either
two titles were swapped, or the columns were moved and numbered anew, and only a person can tell.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.diagnostics import Finding, Place, error, warning
from reportgen.pattern import Pattern
from reportgen.returns.subject import Subject
from reportgen.sources.grid import Grid, Kind
from reportgen.sources.headers import Header
from reportgen.sources.raw_rows import SYMBOL_ROWS, is_symbol_row
from reportgen.vietnamese.refusal import quoted
from reportgen.vietnamese.text import fold

UNDER_TITLES = 3
MONEY = {"dong": "đồng", "nghin dong": "nghìn đồng", "ngan dong": "nghìn đồng", "trieu dong": "triệu đồng", "ty dong": "tỷ đồng"}
PEOPLE = {"ho": "hộ", "khau": "khẩu", "nhan khau": "khẩu", "nguoi": "người"}
_MEASURE_LINE = Pattern(r".*?\b(?:don vi(?: tinh)?|dvt)\s*:\s*(.+)")
_MONEY_WORDS = Pattern(r"\b(?:(?:nghin|ngan|trieu|ty) )?dong\b")


def check_columns(grid: Grid, header: Header, subject: Subject, sink: list[Finding]) -> None:
    """Findings TH28 (another unit of measure: the book is refused) and TH29 (letters under other titles: a doubt)."""
    sink.extend(_measure_above(grid, header, subject))
    sink.extend(_measures_below(grid, header, subject))
    sink.extend(_letters(grid, header, subject))


def _measure_above(grid: Grid, header: Header, subject: Subject) -> Iterator[Finding]:
    """«Đơn vị tính: nghìn đồng» over a table without a column of nghìn đồng."""
    declared = {MONEY[word] for key in header.columns if (word := _measure(subject, key)) in MONEY}
    for row in range(1, header.row) if declared else ():
        for column in range(1, grid.columns + 1):
            cell = grid.at(row, column)
            if cell.kind is not Kind.TEXT or cell.place != grid.place(row, column):
                continue
            match = _MEASURE_LINE.fullmatch(" ".join(fold(cell.value).split()))
            said = {MONEY[word] for word in _MONEY_WORDS.findall(match[1])} if match else set()
            if said and not said & declared:
                yield _other_measure(f"phần đầu biểu ghi {quoted(cell.value)}", sorted(said), sorted(declared), cell.place)


def _measures_below(grid: Grid, header: Header, subject: Subject) -> Iterator[Finding]:
    """A row of units under the titles: «hộ | hộ | % | nghìn đồng»."""
    for key, column in header.columns.items():
        declared = _measure(subject, key)
        family = next((family for family in (MONEY, PEOPLE) if declared in family), {})
        for row in range(header.row, min(header.row + UNDER_TITLES, grid.rows) + 1) if family else ():
            cell = grid.at(row, column)
            said = " ".join(fold(cell.value).split()).strip(" .()") if cell.kind is Kind.TEXT else ""
            if said in family and family[said] != family[declared]:
                title = subject.table.columns[key].title
                yield _other_measure(f"dưới cột «{title}» ghi {quoted(cell.value)}", [family[said]], [family[declared]], cell.place)


def _measure(subject: Subject, key: str) -> str:
    return " ".join(fold(subject.table.columns[key].measure).split())


def _other_measure(what: str, said: list[str], declared: list[str], place: Place) -> Finding:
    due = ", ".join(declared)
    hint = f"xin đơn vị ghi số theo {due}; nếu số đã theo {due} thì sửa chữ ghi đơn vị tính rồi gửi lại"
    return error("TH28", f"{what}, biểu yêu cầu {due}", place, found=", ".join(said), expected=due, hint=hint)


def _letters(grid: Grid, header: Header, subject: Subject) -> Iterator[Finding]:
    """The declared letters, all of them, but not under the titles they are declared for."""
    for row in range(header.row + 1, header.row + SYMBOL_ROWS + 1):
        if not is_symbol_row(grid, row, header, subject.table):
            continue
        said = {key: _letter(grid.at(row, column).value) for key, column in header.columns.items()}
        declared = {key: _letter(subject.table.columns[key].symbol) for key in said}
        wrong = [key for key in said if said[key] != declared[key]]
        if not wrong or sorted(said.values()) != sorted(declared.values()):
            continue
        titles = ", ".join(f"«{subject.table.columns[key].title}» ở cột ({said[key]}), biểu mẫu ghi cột ({declared[key]})" for key in wrong[:3])
        hint = "số được lấy theo tiêu đề; mở tệp xem có cột nào bị đổi chỗ tiêu đề không"
        yield warning("TH29", f"tiêu đề và số thứ tự cột không đi với nhau: {titles}", grid.place(row, header.columns[wrong[0]]), hint=hint)


def _letter(value: object) -> str:
    return str(value or "").partition("=")[0].strip("()- ")

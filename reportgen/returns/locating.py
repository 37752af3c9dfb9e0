"""Where in a returned workbook the table is, whose it is, and for which period.

``table_sheet`` finds the table by its titles, ``unit_said`` and ``period_said`` read the hidden sheet of a form and the lines
«Đơn vị báo cáo: …», «Kỳ báo cáo: …» above the header; where two of them disagree the book is refused.
"""

from __future__ import annotations

from reportgen.diagnostics import Finding, Place, error, warning
from reportgen.noun import noun
from reportgen.returns.contradictions import check_columns
from reportgen.returns.identity import Identity, read_identity
from reportgen.returns.period_said import check_period, is_same, say_period, wrong_period
from reportgen.returns.subject import Subject
from reportgen.returns.table_sheet import table_sheet
from reportgen.returns.unit_said import unit_of_file, unit_of_heading
from reportgen.sources.grid import Book, Grid
from reportgen.sources.headers import Header


@noun
class Located:
    """The table in a book: its sheet, its header; ``unit``: whose book it is by what it says, '' if it does not say."""

    grid: Grid
    header: Header
    unit: str = ""
    by_file_name: bool = False


def locate_table(book: Book, subject: Subject, sink: list[Finding]) -> Located | None:
    """The table of ``subject`` in a returned workbook; None after findings (TH07–TH11, TH28–TH30, BT16, BT17)."""
    identity = read_identity(book) or Identity()
    before = len(sink)
    _check_identity(book, identity, subject, sink)
    if len(sink) > before:
        return None
    found = table_sheet(book, subject, sink)
    if found is None:
        say_period(book, subject, sink)
        return None
    grid, header = found
    unit = unit_of_heading(book, grid, header, identity, subject, sink)
    check_period(grid, header, identity, subject, sink)
    check_columns(grid, header, subject, sink)
    if any(finding.blocks for finding in sink[before:]):
        return None
    if identity.digest and identity.digest != subject.digest:
        hint = "số vẫn được đọc theo tiêu đề cột; nên gửi lại biểu mẫu mới cho đơn vị"
        sink.append(warning("TH24", "biểu mẫu cũ: các cột đã đổi từ khi phát biểu", Place(book.file), hint=hint))
    if unit or len(subject.due) == 0:
        return Located(grid, header, unit)
    named = unit_of_file(book.file, subject)
    return Located(grid, header, named, bool(named))


def _check_identity(book: Book, identity: Identity, subject: Subject, sink: list[Finding]) -> None:
    place = Place(book.file)
    if identity.table_key and (identity.type_key, identity.table_key) != (subject.type_key, subject.table_key):
        message = f"đây là biểu mẫu của bảng khác, không phải biểu «{subject.table.label}»"
        said = f"{identity.table_key}/{identity.type_key}"
        sink.append(error("TH07", message, place, found=said, hint="chuyển tệp sang thư mục khác; xin đơn vị gửi đúng biểu"))
    if identity.period and not is_same(identity.period, subject.period):
        sink.append(wrong_period(identity.period, subject, place))

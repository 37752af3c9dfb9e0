"""Reading .xlsx straight from its XML: whole books for references (``load_xlsx``), row by row for long tables (``streaming``).

Why not openpyxl: it gives either formulas or the values Excel stored for them (so every book was loaded twice), turns
numbers into binary floats, walks through every cell of a merged area or a link, keeps all cells in memory, and its
read-only mode knows no merged areas and no hidden rows. Why not calamine: error cells read as blanks, formats and
exact digits are lost, and one cell at XFD1048576 ends the process. One pass of expat is faster than either load.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from reportgen.diagnostics import Place
from reportgen.errors import DataError, system_says
from reportgen.noun import noun
from reportgen.sources.formats import ShownForm
from reportgen.sources.grid import MAX_COLUMNS, MAX_ROWS, Book, Cell, Grid, Kind, column_letters
from reportgen.sources.notes import read_notes
from reportgen.sources.parts import BookParts, SheetPart, read_book, read_strings
from reportgen.sources.sheet_rows import SheetFacts, raw_rows, size_of
from reportgen.sources.styles import read_styles
from reportgen.sources.values import Meanings
from reportgen.sources.xml_events import PartFault
from reportgen.sources.zipguard import MAX_FILE, OLE_START, GuardedZip, ZipFault

MAX_CELLS = 400_000
MAX_AREA = 200_000

_RESAVE = "mở tệp bằng Excel, chọn Lưu thành (Save as), kiểu «Excel Workbook (*.xlsx)», rồi thử lại"


@noun
class OpenBook:
    """An .xlsx that is open: its parts, and what the cells of all sheets share."""

    shown: str
    archive: GuardedZip
    parts: BookParts
    strings: list[str]
    forms: list[ShownForm]

    def meanings(self, sheet: SheetPart) -> Meanings:
        """What the raw cells of a sheet mean."""
        marks = {str(number): guise for number, form in enumerate(self.forms) if (guise := form.text_guise)}
        return Meanings(self.shown, sheet.name, self.strings, self.forms, self.parts.from_1904, marks)


def load_xlsx(path: Path, shown: str) -> Book:
    """The workbook at ``path``; ``shown`` is its name in messages. Raises DataError (BT04, BT05, BT06, BT07)."""
    with open_xlsx(path, shown) as book:
        room = _Room(Place(shown))
        return Book(shown, tuple(_grid(book, sheet, room) for sheet in book.parts.sheets), book.parts.names)


@contextmanager
def open_xlsx(path: Path, shown: str) -> Iterator[OpenBook]:
    """The workbook opened for reading sheet by sheet. Raises DataError (BT04, BT05, BT06, BT07), also from the block."""
    place = Place(shown)
    with _opened(path, place) as stream:
        try:
            archive = GuardedZip(stream)
            parts = read_book(archive)
            if not parts.sheets:
                raise PartFault("không có trang tính nào")
            yield OpenBook(shown, archive, parts, read_strings(archive, parts.strings), read_styles(archive, parts.styles))
        except ZipFault as fault:
            raise DataError.of(*_refusal(fault, stream, place), hint=_hint(fault)) from None
        except PartFault as fault:
            where = Place(shown, cell=fault.where) if "!" in fault.where else place
            raise DataError.of("BT07", f"không đọc được bảng tính ({fault.why})", where, hint=_RESAVE) from None
        except OSError as failure:
            raise _unreadable(failure, place) from None


def _opened(path: Path, place: Place) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as failure:
        raise _unreadable(failure, place) from None


def _unreadable(failure: OSError, place: Place) -> DataError:
    if isinstance(failure, PermissionError):
        hint = "đóng bảng tính trong Excel rồi chạy lại; nếu vẫn không được, xem lại quyền đọc tệp"
        return DataError.of("BT05", "không được phép đọc tệp, có thể đang mở trong chương trình khác", place, hint=hint)
    return DataError.of("BT05", f"không đọc được tệp ({system_says(failure)})", place, hint="kiểm tra ổ đĩa, mạng rồi thử lại")


def _refusal(fault: ZipFault, stream: BinaryIO, place: Place) -> tuple[str, str, Place]:
    stream.seek(0)
    start = stream.read(MAX_FILE + 1) if fault.kind == "other" else b""
    if start.startswith(OLE_START):
        if "EncryptedPackage".encode("utf-16-le") in start:
            return "BT04", "bảng tính có mật khẩu; mở bằng Excel, bỏ mật khẩu, lưu lại rồi thử lại", place
        return "BT04", f"đây là tệp Excel kiểu cũ (.xls) mang tên .xlsx; {_RESAVE}", place
    if fault.kind == "broken" and fault.detail.endswith((".xml", ".rels")):
        return "BT07", f"không đọc được bảng tính (thiếu hoặc hỏng phần {fault.detail})", place
    words = {
        "large": f"tệp lớn hơn {MAX_FILE // 1_000_000} MB; tách riêng trang tính cần dùng ra một tệp nhỏ",
        "bomb": "tệp nén bất thường (bung ra quá lớn), không an toàn để mở; xin lại tệp từ nơi gửi",
        "broken": f"tệp hỏng hoặc tải về chưa đủ; {_RESAVE}",
        "doctype": "tệp có phần khai báo lạ (DOCTYPE), không an toàn để mở; xin lại tệp từ nơi gửi",
        "encoding": f"tệp có phần không viết theo mã UTF-8; {_RESAVE}",
        "macro": f"tệp có macro; {_RESAVE}",
        "other": f"tệp không phải là bảng tính .xlsx (có thể là trang web hoặc tệp khác được đổi tên); {_RESAVE}",
    }
    return ("BT06" if fault.kind in ("large", "bomb") else "BT04"), words[fault.kind], place


def _hint(fault: ZipFault) -> str:
    return _RESAVE if fault.kind == "broken" and fault.detail else ""


class _Room:
    """How much of a book may still be taken into memory."""

    def __init__(self, place: Place):
        self.place, self.cells, self.area = place, 0, 0

    def take_cells(self, count: int) -> None:
        """Count cells. DataError BT06 if they are too many."""
        self.cells += count
        if self.cells > MAX_CELLS:
            hint = "tách phần cần dùng ra một tệp nhỏ"
            raise DataError.of("BT06", f"bảng tính có hơn {MAX_CELLS} ô, quá lớn để đọc", self.place, hint=hint)

    def take_area(self, facts: SheetFacts) -> None:
        """Count what areas cover. DataError BT06 if it is too much."""
        self.area += refuse_wide(facts, self.place, self.area)


def _grid(book: OpenBook, sheet: SheetPart, room: _Room) -> Grid:
    facts, meanings = SheetFacts(), book.meanings(sheet)
    cells: dict[tuple[int, int], Cell] = {}
    hidden_rows: set[int] = set()
    for row in raw_rows(book.archive.blocks(sheet.part), facts):
        room.take_cells(len(row.cells))
        if row.hidden:
            hidden_rows.add(row.number)
        for column, raw in row.cells.items():
            cell = meanings.cell(raw, row.number, column)
            if cell.kind is not Kind.BLANK or cell.formula:
                refuse_far(row.number, column, cell.place)
                if (row.number, column) in cells:
                    raise PartFault("một ô có hai lần", cell.place.cell)
                cells[row.number, column] = cell
    room.take_area(facts)
    rows, columns = max((r for r, _ in cells), default=0), max((c for _, c in cells), default=0)
    _spread_merged(facts, cells)
    hidden = sheet.hidden, frozenset(hidden_rows), frozenset(facts.hidden_columns)
    return Grid(book.shown, sheet.name, cells, rows, columns, *hidden, notes=read_notes(book.archive, sheet.part))


def refuse_wide(facts: SheetFacts, place: Place, before: int = 0) -> int:
    """How many cells the areas of a sheet cover. DataError BT06 if that, with those ``before``, is too much."""
    covered = sum(map(size_of, facts.areas)) + facts.links
    if before + covered > MAX_AREA:
        hint = "bỏ gộp ô ở các vùng quá rộng (cả cột, cả dòng) rồi lưu lại"
        raise DataError.of("BT06", "bảng tính có vùng gộp ô hoặc liên kết quá rộng", place, hint=hint)
    return covered


def refuse_far(row: int, column: int, place: Place, last_row: int = MAX_ROWS) -> None:
    """DataError BT06 for a cell far off: it would make the table as large as the sheet."""
    if row > last_row or column > MAX_COLUMNS:
        hint = f"xóa ô đó hoặc chuyển bảng vào trong {last_row} dòng, {MAX_COLUMNS} cột đầu"
        message = f"có dữ liệu ở ô rất xa ({place.cell.rpartition('!')[0]}!{column_letters(column)}{row})"
        raise DataError.of("BT06", message, place, hint=hint)


def _spread_merged(facts: SheetFacts, cells: dict[tuple[int, int], Cell]) -> None:
    """Every position of a merged area reads as its top-left cell (areas are bounded before)."""
    for top, left, bottom, right in facts.areas:
        top_left = cells.get((top, left))
        if top_left:
            for row in range(top, min(bottom, MAX_ROWS) + 1):
                for column in range(left, min(right, MAX_COLUMNS) + 1):
                    cells[row, column] = top_left

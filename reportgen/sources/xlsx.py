"""Reading .xlsx: the only door to openpyxl.

Every workbook is loaded twice, for openpyxl gives either formulas or the values Excel stored for them, and only both
together tell «chưa tính» from «trống». A float becomes the number Excel shows for it: fifteen significant digits
(0.30000000000000004 is 0,3). openpyxl itself walks through every cell of a merged area or a link's area, so areas are
bounded before it sees the file.
"""

from __future__ import annotations

import datetime
import io
import re
import warnings
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from reportgen.diagnostics import Place
from reportgen.errors import DataError
from reportgen.pattern import Pattern
from reportgen.sources.formats import shown_form
from reportgen.sources.grid import (
    MAX_COLUMNS,
    MAX_ROWS,
    Book,
    Cell,
    Grid,
    Kind,
    column_letters,
    column_number,
)
from reportgen.sources.zipguard import MAX_FILE, OLE_START, ZipFault, guarded_members
from reportgen.vietnamese.text import lower, nfc

MAX_CELLS = 400_000
MAX_AREA = 200_000
LARGEST = 10**18

_CELL = Pattern(rb"<(?:\w+:)?c[\s/>]")
_AREA = Pattern(
    rb"<(?:\w+:)?(?:mergeCell|hyperlink)\b[^>]*\bref\s*=\s*[\"']\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})",
    re.IGNORECASE,
)
_RESAVE = "mở tệp bằng Excel, chọn Lưu thành (Save as), kiểu «Excel Workbook (*.xlsx)», rồi thử lại"


def load_xlsx(path: Path, shown: str) -> Book:
    """The workbook at ``path``; ``shown`` is its name in messages. Raises DataError (BT04, BT05, BT06, BT07)."""
    place = Place(shown)
    data = _read(path, place)
    try:
        members = guarded_members(data)
    except ZipFault as fault:
        raise DataError.of(*_refusal(fault, data, place)) from None
    _bound(members, place)
    formulas, values = _load(data, place, data_only=False), _load(data, place, data_only=True)
    grids = tuple(_grid(sheet, values[sheet.title], shown) for sheet in formulas.worksheets)
    if not grids:
        raise DataError.of("BT07", "không đọc được bảng tính (không có trang tính nào)", place, hint=_RESAVE)
    return Book(shown, grids, _names(formulas))


def _read(path: Path, place: Place) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_FILE + 1)
    except PermissionError:
        hint = "đóng bảng tính trong Excel rồi chạy lại; nếu vẫn không được, xem lại quyền đọc tệp"
        raise DataError.of(
            "BT05", "không được phép đọc tệp, có thể đang mở trong chương trình khác", place, hint=hint
        ) from None
    except OSError as failure:
        raise DataError.of(
            "BT05", f"không đọc được tệp ({failure.strerror})", place, hint="kiểm tra ổ đĩa, mạng rồi thử lại"
        ) from None


def _refusal(fault: ZipFault, data: bytes, place: Place) -> tuple[str, str, Place]:
    if data.startswith(OLE_START):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return "BT04", "bảng tính có mật khẩu; mở bằng Excel, bỏ mật khẩu, lưu lại rồi thử lại", place
        return "BT04", f"đây là tệp Excel kiểu cũ (.xls) mang tên .xlsx; {_RESAVE}", place
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


def _bound(members: Mapping[str, bytes], place: Place) -> None:
    """Refuse what would take minutes or gigabytes to walk through (BT06)."""
    sheets = [content for name, content in members.items() if name.endswith(".xml")]
    cells = sum(len(_CELL.findall(content)) for content in sheets)
    if cells > MAX_CELLS:
        hint = "tách phần cần dùng ra một tệp nhỏ; nếu là ô trống có định dạng, xóa các dòng, cột thừa rồi lưu lại"
        raise DataError.of("BT06", f"bảng tính có {cells} ô, quá lớn để đọc", place, hint=hint)
    area = sum(_size(match) for content in sheets for match in _AREA.finditer(content))
    if area > MAX_AREA:
        hint = "bỏ gộp ô ở các vùng quá rộng (cả cột, cả dòng) rồi lưu lại"
        raise DataError.of("BT06", "bảng tính có vùng gộp ô hoặc liên kết quá rộng", place, hint=hint)


def _size(match: re.Match[bytes]) -> int:
    left, top, right, bottom = (part.decode() for part in match.groups())
    return (abs(column_number(right) - column_number(left)) + 1) * (abs(int(bottom) - int(top)) + 1)


def _load(data: bytes, place: Place, *, data_only: bool) -> Any:
    """One load by openpyxl. Whatever it stumbles over in a malformed file, the file is to blame (BT07)."""
    import openpyxl  # 200 ms: only reports with a spreadsheet pay for it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # extensions it drops: charts, validations; no figures
            return openpyxl.load_workbook(io.BytesIO(data), data_only=data_only, keep_links=False)
    except (
        Exception
    ) as failure:  # its readers raise KeyError, TypeError, ValueError, ParseError … on a broken part
        raise DataError.of(
            "BT07", f"không đọc được bảng tính ({type(failure).__name__})", place, hint=_RESAVE
        ) from failure


def _grid(sheet: Any, computed: Any, shown: str) -> Grid:
    title = nfc(sheet.title)
    cells: dict[tuple[int, int], Cell] = {}
    for (row, column), typed in _present(sheet):
        address = f"{title}!{column_letters(column)}{row}"
        if row > MAX_ROWS or column > MAX_COLUMNS:
            hint = f"xóa ô đó hoặc chuyển bảng vào trong {MAX_ROWS} dòng, {MAX_COLUMNS} cột đầu"
            raise DataError.of(
                "BT06", f"có dữ liệu ở ô rất xa ({address})", Place(shown, cell=address), hint=hint
            )
        cells[row, column] = _cell(
            computed.cell(row, column), typed.data_type == "f", Place(shown, cell=address)
        )
    rows, columns = max((r for r, _ in cells), default=0), max((c for _, c in cells), default=0)
    _spread_merged(sheet, cells)
    return Grid(
        shown,
        title,
        cells,
        rows,
        columns,
        sheet.sheet_state != "visible",
        _hidden_rows(sheet),
        _hidden_columns(sheet),
    )


def _present(sheet: Any) -> Iterator[tuple[tuple[int, int], Any]]:
    """Cells that hold something, or a formula. openpyxl's own iteration would create every blank cell in between."""
    return ((position, cell) for position, cell in sorted(sheet._cells.items()) if cell.value is not None)


def _cell(cell: Any, formula: bool, place: Place) -> Cell:
    value = cell.value
    if cell.data_type == "e":
        return Cell(Kind.ERROR, place, str(value), formula=formula)
    if value is None:
        blank = not formula or cell.data_type == "str"  # a stored empty text is an answer
        return Cell(Kind.BLANK if blank else Kind.UNCOMPUTED, place, formula=formula)
    if isinstance(value, bool):
        return Cell(Kind.TRUTH, place, "TRUE" if value else "FALSE", formula=formula)
    if isinstance(value, (int, float)):
        if not -LARGEST < value < LARGEST:  # an infinity too: 1e400 in a spoilt file
            return Cell(Kind.ERROR, place, "số quá lớn", formula=formula)
        form = shown_form(cell.number_format)
        number = _number(value, form.percent)
        return Cell(Kind.NUMBER, place, number, form.percent, form.decimals, form.scaled, formula)
    if isinstance(value, (datetime.date, datetime.time, datetime.timedelta)):
        day = value.date() if isinstance(value, datetime.datetime) else value
        return Cell(Kind.DAY, place, day if isinstance(day, datetime.date) else None, formula=formula)
    return Cell(Kind.TEXT, place, nfc(str(value)), formula=formula)


def _number(value: float, percent: bool) -> Decimal:
    """What Excel shows: fifteen significant digits, exactly, times 100 for a percentage; no trailing zeros."""
    shown = Decimal(str(value) if isinstance(value, int) else f"{value:.15g}")
    text = format(shown.scaleb(2) if percent else shown, "f")
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def _spread_merged(sheet: Any, cells: dict[tuple[int, int], Cell]) -> None:
    """Every position of a merged area reads as its top-left cell (areas are bounded by ``_bound``)."""
    for area in sheet.merged_cells.ranges:
        top_left = cells.get((area.min_row, area.min_col))
        if top_left:
            for row in range(area.min_row, min(area.max_row, MAX_ROWS) + 1):
                for column in range(area.min_col, min(area.max_col, MAX_COLUMNS) + 1):
                    cells[row, column] = top_left


def _hidden_rows(sheet: Any) -> frozenset[int]:
    return frozenset(int(row) for row, shape in sheet.row_dimensions.items() if shape.hidden)


def _hidden_columns(sheet: Any) -> frozenset[int]:
    hidden: set[int] = set()
    for letters, shape in sheet.column_dimensions.items():
        if shape.hidden:
            first = shape.min or column_number(letters)
            hidden.update(range(first, min(shape.max or first, MAX_COLUMNS) + 1))
    return frozenset(hidden)


def _names(book: Any) -> dict[str, tuple[str, int, int]]:
    """Named cells, of the workbook and of its sheets; a name for an area, a formula or a lost cell is left out."""
    names = {}
    for holder in (book, *book.worksheets):
        for name, defined in holder.defined_names.items():
            match = re.fullmatch(
                r"(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d{1,7})", defined.attr_text or ""
            )
            if match:
                sheet = (match[1] or match[2]).replace("''", "'")
                names[lower(name)] = (nfc(sheet), int(match[4]), column_number(match[3]))
    return names

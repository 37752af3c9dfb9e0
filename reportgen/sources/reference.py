"""What staff write to point at a spreadsheet: ``so-lieu.xlsx!Xã!C7``, ``so-lieu.xlsx!tong_ho`` (a named cell), ``so-lieu.csv``.

The file stands beside the report's own data: a reference cannot leave that folder, neither by ``..`` nor by a full path,
so a data file sent by somebody else cannot make a report print another file of the machine.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from reportgen.diagnostics import Place
from reportgen.errors import DataError
from reportgen.noun import noun
from reportgen.pattern import Pattern
from reportgen.sources.grid import MAX_COLUMNS, MAX_ROWS, column_number
from reportgen.vietnamese.refusal import quoted
from reportgen.vietnamese.text import lower, nearest, nfc

READABLE = (".xlsx", ".csv", ".xls", ".ods")
_ADDRESS = Pattern(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})")
_OTHER = {
    ".xlsm": "tệp Excel có macro (.xlsm)",
    ".xlsb": "tệp Excel nhị phân (.xlsb)",
    ".xltx": "tệp mẫu Excel (.xltx)",
    ".numbers": "tệp Apple Numbers",
    ".tsv": "tệp .tsv",
    ".txt": "tệp .txt",
    ".pdf": "tệp PDF",
    ".docx": "tệp Word",
    ".doc": "tệp Word",
}


@noun
class Reference:
    """A reference taken apart. ``sheet`` or ``spot`` (cell address or name) may be empty."""

    file: str
    sheet: str
    spot: str
    text: str

    @property
    def address(self) -> tuple[int, int] | None:
        """(row, column) if ``spot`` is an address like C7 within what is read, else None."""
        match = _ADDRESS.fullmatch(self.spot)
        if not match:
            return None
        row, column = int(match[2]), column_number(match[1])
        return (row, column) if row <= MAX_ROWS and column <= MAX_COLUMNS else None


def cell_reference(text: str, place: Place) -> Reference:
    """A reference to one cell: ``file!sheet!C7``, ``file!C7`` or ``file!name``. Raises DataError (BT01)."""
    file, rest = _split(text, place)
    sheet, mark, spot = rest.rpartition("!")
    if not spot or (mark and not sheet):
        raise DataError.of(
            "BT01", f"{quoted(text)} chưa chỉ ra ô nào", place, hint="ví dụ: so-lieu.xlsx!Xã!C7"
        )
    return Reference(file, _bare(sheet), spot.strip(), text)


def table_reference(text: str, place: Place) -> Reference:
    """A reference to a sheet: ``file!sheet``, or ``file`` alone. Raises DataError (BT01)."""
    file, rest = _split(text, place)
    return Reference(file, _bare(rest), "", text)


def _split(text: str, place: Place) -> tuple[str, str]:
    file, _, rest = nfc(text).strip().partition("!")
    file = file.strip().strip("'[]").replace("\\", "/")
    if not file:
        raise DataError.of("BT01", f"{quoted(text)} thiếu tên tệp", place, hint="ví dụ: so-lieu.xlsx!Xã!C7")
    return file, rest.strip()


def _bare(sheet: str) -> str:
    sheet = sheet.strip()
    if len(sheet) > 1 and sheet[0] == sheet[-1] == "'":
        sheet = sheet[1:-1].replace("''", "'")
    return sheet


def locate(folder: Path, reference: Reference, place: Place) -> Path:
    """The file meant, inside ``folder``. Raises DataError: BT02 not there, BT03 outside, BT04 a kind that is not read."""
    wanted = PurePosixPath(reference.file)
    if (
        wanted.is_absolute()
        or ".." in wanted.parts
        or re.match(r"[A-Za-z]:|//|~[^$]", reference.file)
        or "\0" in reference.file
    ):
        hint = f"chép tệp vào thư mục {folder.name} rồi chỉ ghi tên tệp"
        raise DataError.of(
            "BT03", f"{quoted(reference.file)} nằm ngoài thư mục số liệu của báo cáo", place, hint=hint
        )
    _refuse_kind(wanted, reference, place)
    found = folder
    for part in wanted.parts:
        found = _inside(found, part)
        if found is None:
            raise _not_there(folder, reference, place)
    if not found.resolve().is_relative_to(folder.resolve()):
        raise DataError.of(
            "BT03", f"{quoted(reference.file)} dẫn ra ngoài thư mục số liệu của báo cáo", place
        )
    if not found.is_file():
        raise _not_there(folder, reference, place)
    return found


def _inside(folder: Path, name: str) -> Path | None:
    """The entry called ``name`` however the file system spells its diacritics and capitals."""
    if not folder.is_dir():
        return None
    entries = sorted(folder.iterdir())
    exact = [entry for entry in entries if nfc(entry.name) == name]
    alike = [entry for entry in entries if lower(entry.name) == lower(name)]
    return next(iter(exact + alike), None)


def _refuse_kind(wanted: PurePosixPath, reference: Reference, place: Place) -> None:
    suffix = wanted.suffix.lower()
    if wanted.name.startswith("~$"):
        message = f"{quoted(wanted.name)} là tệp tạm của Excel khi đang mở bảng tính"
        raise DataError.of("BT04", message, place, hint=f"ghi tên tệp thật: {wanted.name[2:]}")
    if suffix in READABLE:
        return
    kind = _OTHER.get(suffix, f"tệp loại «{suffix}»" if suffix else "tệp không có đuôi")
    hint = (
        "mở tệp bằng Excel, chọn Lưu thành (Save as), kiểu «Excel Workbook (*.xlsx)», rồi sửa tên tệp ở đây"
    )
    raise DataError.of(
        "BT04", f"{quoted(reference.file)} là {kind}; chương trình chỉ đọc .xlsx, .csv, .xls và .ods", place, hint=hint
    )


def _not_there(folder: Path, reference: Reference, place: Place) -> DataError:
    here = (
        sorted(nfc(entry.name) for entry in folder.iterdir() if entry.suffix.lower() in READABLE)
        if folder.is_dir()
        else []
    )
    here = [name for name in here if not name.startswith("~$")]
    close = nearest(reference.file, here)
    if close:
        hint = f"có phải «{close}»?"
    elif here:
        hint = f"trong thư mục {folder.name} có: {', '.join(here[:6])}"
    else:
        hint = f"đặt tệp vào thư mục {folder.name}, cạnh tệp số liệu của báo cáo"
    return DataError.of("BT02", f"không tìm thấy tệp bảng tính {quoted(reference.file)}", place, hint=hint)

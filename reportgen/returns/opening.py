"""Opening whatever the communes sent: what a file is, its content says, not its name.

State systems hand out .xlsx named .xls and web pages named .xls; a .xls renamed .xlsx is an everyday thing. Locked,
empty, cut off, macro-laden or foreign files end in one finding each; the others go on.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

from reportgen.diagnostics import Place
from reportgen.errors import DataError, system_says
from reportgen.sources.csv_text import load_csv
from reportgen.sources.grid import Book
from reportgen.sources.office import load_foreign
from reportgen.sources.xlsx import load_xlsx
from reportgen.sources.zipguard import OLE_START
from reportgen.vietnamese.text import nfc

MAX_FILES = 20_000
LOCKS = ("~$", ".~lock.")
"""How the lock files of Excel and of LibreOffice begin."""
NOT_SENT = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
SYSTEM_FOLDERS = frozenset({"system volume information", "$recycle.bin", "lost+found"})
"""Folders systems keep on a drive for themselves, mostly closed to everybody."""
_OTHER = {
    ".zip": "tệp nén; giải nén vào thư mục này rồi chạy lại",
    ".rar": "tệp nén; giải nén vào thư mục này rồi chạy lại",
    ".7z": "tệp nén; giải nén vào thư mục này rồi chạy lại",
    ".pdf": "tệp PDF; xin đơn vị gửi tệp Excel",
    ".doc": "tệp Word; xin đơn vị gửi tệp Excel",
    ".docx": "tệp Word; xin đơn vị gửi tệp Excel",
    ".xlsb": "tệp Excel nhị phân (.xlsb); mở bằng Excel, lưu thành .xlsx",
    ".xlsm": "tệp Excel có macro (.xlsm); mở bằng Excel, lưu thành .xlsx",
    ".numbers": "tệp Apple Numbers; trên máy Mac chọn Tệp (File), Xuất ra (Export To), Excel rồi gửi lại",
    ".pages": "tệp Apple Pages; xin đơn vị gửi tệp Excel",
}


def is_folder(path: Path) -> bool:
    """True for a folder. DataError TH05 if the system does not let us look."""
    try:
        return path.is_dir()
    except OSError as failure:
        raise _unreadable(str(path), failure) from None


def returned_files(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files of a folder and its subfolders with their names in messages, sorted.

    DataError TH05 if they are too many, or a folder may not be read: its workbooks would count as never sent.
    What systems leave behind (Thumbs.db, dot files) is nothing anybody sent; lock files come out too.
    """
    found = sorted(_all_files(folder))
    if len(found) > MAX_FILES:
        hint = "chọn thư mục chỉ chứa các biểu của kỳ này"
        raise DataError.of("TH05", f"thư mục có hơn {MAX_FILES} tệp", Place(folder.name), hint=hint)
    for path in found:
        is_hidden = path.name.startswith(".") and not path.name.startswith(LOCKS)
        if path.name.lower() not in NOT_SENT and not is_hidden:
            yield path, nfc(path.relative_to(folder).as_posix())


def _all_files(folder: Path) -> Iterator[Path]:
    def stop(failure: OSError) -> None:
        raise failure

    where = str(folder)
    try:
        for where, inner, names in os.walk(folder, onerror=stop):
            inner[:] = [name for name in inner if not name.startswith(".") and name.lower() not in SYSTEM_FOLDERS]
            yield from (path for name in names if (path := Path(where, name)).is_file())
    except OSError as failure:
        raise _unreadable(failure.filename or where, failure) from None


def _unreadable(where: str, failure: OSError) -> DataError:
    hint = "xin quyền đọc thư mục ấy, hoặc chép các biểu sang thư mục khác rồi tổng hợp lại"
    return DataError.of("TH05", f"không đọc được thư mục {where} ({system_says(failure)})", hint=hint)


def open_returned(path: Path, shown: str, ready: Path | None = None) -> Book:
    """The workbook in a file of any kind that is read; ``ready``: what LibreOffice made of it, if that was asked before.

    DataError (TH06, BT04–BT07, BT20–BT22) for all others.
    """
    start = _start(path, shown)
    suffix = path.suffix.lower()
    if not start.strip(b"\0 \r\n\t"):
        raise DataError.of("TH06", "tệp trống, không có nội dung", Place(shown), hint="xin đơn vị gửi lại tệp")
    if start.startswith(b"PK"):
        return _zipped(path, shown, suffix, ready)
    if start.startswith(OLE_START):
        return load_xlsx(path, shown) if suffix == ".xlsx" and _is_locked(path) else _foreign(path, shown, ready)
    if suffix == ".csv":
        return load_csv(path, shown)
    if suffix in _OTHER:
        raise _not_a_sheet(suffix, shown)
    what = "trang web" if b"<htm" in start.lower() or b"<table" in start.lower() else "tệp khác"
    hint = "mở bằng Excel, chọn Lưu thành (Save as), kiểu «Excel Workbook (*.xlsx)», hoặc xin đơn vị gửi lại"
    raise DataError.of("TH06", f"không phải là bảng tính (có thể là {what} được đổi tên)", Place(shown), hint=hint)


def _foreign(path: Path, shown: str, ready: Path | None) -> Book:
    return load_xlsx(ready, shown) if ready else load_foreign(path, shown)


def _zipped(path: Path, shown: str, suffix: str, ready: Path | None) -> Book:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        if suffix in _OTHER:
            raise _not_a_sheet(suffix, shown) from None
        return load_xlsx(path, shown)  # it says in its own words what is broken
    if "content.xml" in names and not any(name.startswith("xl/") for name in names):
        return _foreign(path, shown, ready)
    if suffix in _OTHER and not any(name.startswith("xl/") for name in names):
        raise _not_a_sheet(suffix, shown)
    return load_xlsx(path, shown)


def _not_a_sheet(suffix: str, shown: str) -> DataError:
    what, _, hint = _OTHER[suffix].partition("; ")
    return DataError.of("TH06", f"đây là {what}", Place(shown), hint=hint)


def _start(path: Path, shown: str) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(1 << 16)
    except OSError as failure:
        hint = "đóng tệp trong Excel nếu đang mở rồi chạy lại"
        raise DataError.of("BT05", f"không đọc được tệp ({system_says(failure)})", Place(shown), hint=hint) from None


def _is_locked(path: Path) -> bool:
    """True for a workbook with a password: it is an OLE file whatever its name."""
    with path.open("rb") as stream:
        return "EncryptedPackage".encode("utf-16-le") in stream.read(1 << 22)

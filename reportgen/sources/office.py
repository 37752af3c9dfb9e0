"""Old and foreign spreadsheets (.xls, .ods): LibreOffice, where the machine has it, turns them into .xlsx.

It runs without a window, with a profile of its own that is thrown away (macros stay off, nobody's settings are touched, a
LibreOffice that is open does not disturb), and only for a limited time. The .xlsx it makes passes the same guard as any
other file. Where there is no LibreOffice the refusal says how to save as .xlsx.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from reportgen.diagnostics import Place
from reportgen.errors import DataError
from reportgen.sources.grid import Book
from reportgen.sources.xlsx import load_xlsx
from reportgen.sources.zipguard import MAX_FILE

PROGRAM_NAMES = ("soffice", "libreoffice")
PROGRAM_PATHS = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
SECONDS = 90
SAVE_AS = "mở tệp bằng Excel, chọn Lưu thành (Save as), kiểu «Excel Workbook (*.xlsx)», rồi sửa tên tệp ở đây"


def office_program() -> str:
    """The path of LibreOffice on this machine, '' if it has none."""
    found = next(filter(None, map(shutil.which, PROGRAM_NAMES)), None)
    return found or next((path for path in PROGRAM_PATHS if Path(path).is_file()), "")


def load_foreign(path: Path, shown: str) -> Book:
    """The workbook in a .xls or .ods file; ``shown`` is its name in messages. Raises DataError (BT04, BT06, BT07)."""
    place = Place(shown)
    program = office_program()
    if not program:
        message = f"đọc tệp {path.suffix.lower()} phải có LibreOffice, máy này chưa cài"
        raise DataError.of("BT04", message, place, hint=SAVE_AS)
    if path.stat().st_size > MAX_FILE:
        hint = "tách riêng trang tính cần dùng ra một tệp nhỏ"
        raise DataError.of("BT06", f"tệp lớn hơn {MAX_FILE // 1_000_000} MB", place, hint=hint)
    with tempfile.TemporaryDirectory(prefix="reportgen-") as folder:
        made = _converted(program, path, Path(folder), place)
        return load_xlsx(made, shown)


def _converted(program: str, path: Path, folder: Path, place: Place) -> Path:
    """The .xlsx LibreOffice makes of a copy of the file (a copy: no lock file appears beside the original)."""
    copy = folder / f"bang{path.suffix.lower()}"
    try:
        shutil.copyfile(path, copy)
    except OSError as failure:
        hint = "đóng bảng tính nếu đang mở trong chương trình khác rồi chạy lại"
        raise DataError.of("BT05", f"không đọc được tệp ({failure.strerror})", place, hint=hint) from None
    profile = (folder / "ho-so").as_uri()
    command = [
        program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck", "--nodefault",
        "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "ra"), str(copy),
    ]  # fmt: skip
    try:
        _run(command)
    except (OSError, subprocess.TimeoutExpired):
        message = f"LibreOffice không mở được tệp trong {SECONDS} giây"
        raise DataError.of("BT07", message, place, hint=SAVE_AS) from None
    made = folder / "ra" / "bang.xlsx"
    if not made.is_file():
        raise DataError.of("BT07", "LibreOffice không đọc được tệp này", place, hint=SAVE_AS)
    return made


def _run(command: list[str]) -> None:
    """Run it to its end or stop all of it: soffice starts a second process that would outlive its parent."""
    group = {"start_new_session": True} if os.name == "posix" else {}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **group) as process:
        try:
            process.wait(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            if os.name == "posix":
                os.killpg(process.pid, signal.SIGKILL)
            process.kill()
            raise

"""Old and foreign files: LibreOffice, where the machine has it, turns .xls and .ods into .xlsx, and .doc into .docx.

It runs without a window, with a profile of its own that is thrown away (macros stay off, nobody's settings are touched, a
LibreOffice that is open does not disturb), and only for a limited time. The file it makes passes the same guard as any
other. Where there is no LibreOffice the refusal says how to save as .xlsx or .docx.

The profile of a .doc also shuts the network: a linked picture in a stranger's file would be fetched from its server
otherwise. LibreOffice has no switch for that, so every protocol is sent to a proxy that is not there.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from reportgen.diagnostics import Place
from reportgen.errors import DataError, MissingToolError, system_says
from reportgen.sources.grid import Book
from reportgen.sources.office_place import office_program, why_none
from reportgen.sources.xlsx import load_xlsx
from reportgen.sources.zipguard import MAX_FILE

__all__ = ["converted_together", "load_foreign", "office_program", "run_office", "why_none", "word_from_old"]

SECONDS = 90
EACH = 5
"""More seconds for every workbook that is converted with others."""
WORKBOOK = "xlsx:Calc MS Excel 2007 XML"
LOOK_EVERY = 0.2
OFFLINE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
WORD_SAVE_AS = "mở tệp bằng Word, chọn Lưu thành (Save As), kiểu «Word Document (*.docx)», rồi dùng tệp mới"
SAVE_AS = "mở tệp bằng Excel, chọn Lưu thành (Save as), kiểu «Excel Workbook (*.xlsx)», rồi sửa tên tệp ở đây"


def load_foreign(path: Path, shown: str) -> Book:
    """The workbook in a .xls or .ods file; ``shown`` is its name in messages. Raises DataError (BT04, BT06, BT07)."""
    place = Place(shown)
    program = office_program()
    if not program:
        message = f"đọc tệp {path.suffix.lower()} phải có LibreOffice, {why_none()}"
        raise DataError.of("BT04", message, place, hint=SAVE_AS)
    if path.stat().st_size > MAX_FILE:
        hint = "tách riêng trang tính cần dùng ra một tệp nhỏ"
        raise DataError.of("BT06", f"tệp lớn hơn {MAX_FILE // 1_000_000} MB", place, hint=hint)
    with tempfile.TemporaryDirectory(prefix="reportgen-") as folder:
        made = _converted(program, path, Path(folder), place)
        return load_xlsx(made, shown)


@contextmanager
def converted_together(paths: Sequence[Path]) -> Iterator[dict[Path, Path]]:
    """The .xlsx LibreOffice makes of several .xls and .ods with one start, which takes longer than the work; by the original's path.

    What it could not convert, or not in time, is left out: ``load_foreign`` says why. The files are gone after the block.
    """
    program = office_program()
    with tempfile.TemporaryDirectory(prefix="reportgen-") as name:
        folder, copies = Path(name), {}
        for number, path in enumerate(paths if program else ()):
            copy = folder / f"bang-{number}{path.suffix.lower()}"
            try:
                if path.stat().st_size <= MAX_FILE:
                    shutil.copyfile(path, copy)
                    copies[path] = copy
            except OSError:
                continue  # reading it alone says what is wrong with it
        try:
            if copies:
                run_office(program, folder, WORKBOOK, [str(copy) for copy in copies.values()], seconds=SECONDS + EACH * len(copies))
            made = {path: folder / "ra" / f"{copy.stem}.xlsx" for path, copy in copies.items()}
        except (OSError, subprocess.TimeoutExpired):
            made = {}
        yield {path: target for path, target in made.items() if target.is_file()}


def word_from_old(data: bytes, shown: str) -> bytes:
    """A .doc as .docx. MissingToolError TT14: no LibreOffice on this machine; DataError TT02: it cannot read the file."""
    place = Place(shown)
    program = office_program()
    if not program:
        message = f"Đọc tệp Word kiểu cũ (.doc) phải có LibreOffice, {why_none()}."
        raise MissingToolError.of("TT14", message, place, hint=WORD_SAVE_AS)
    with tempfile.TemporaryDirectory(prefix="reportgen-") as name:
        folder = Path(name)
        settings = folder / "ho-so" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(OFFLINE, encoding="utf-8")
        copy = folder / "van-ban.doc"
        copy.write_bytes(data)
        try:
            made = _made(program, copy, folder, "docx:MS Word 2007 XML")
        except (OSError, subprocess.TimeoutExpired):
            message = f"LibreOffice không đổi được tệp .doc này sang .docx trong {SECONDS} giây."
            raise DataError.of("TT02", message, place, hint=WORD_SAVE_AS) from None
        if not made.is_file():
            message = "LibreOffice không đọc được tệp .doc này (tệp hỏng hoặc có mật khẩu)."
            raise DataError.of("TT02", message, place, hint=WORD_SAVE_AS)
        return made.read_bytes()


def _converted(program: str, path: Path, folder: Path, place: Place) -> Path:
    """The .xlsx LibreOffice makes of a copy of the file (a copy: no lock file appears beside the original)."""
    copy = folder / f"bang{path.suffix.lower()}"
    try:
        shutil.copyfile(path, copy)
    except OSError as failure:
        hint = "đóng bảng tính nếu đang mở trong chương trình khác rồi chạy lại"
        raise DataError.of("BT05", f"không đọc được tệp ({system_says(failure)})", place, hint=hint) from None
    try:
        made = _made(program, copy, folder, WORKBOOK)
    except (OSError, subprocess.TimeoutExpired):
        message = f"LibreOffice không mở được tệp trong {SECONDS} giây"
        raise DataError.of("BT07", message, place, hint=SAVE_AS) from None
    if not made.is_file():
        raise DataError.of("BT07", "LibreOffice không đọc được tệp này (tệp hỏng hoặc có mật khẩu)", place, hint=SAVE_AS)
    return made


def _made(program: str, source: Path, folder: Path, target: str) -> Path:
    """Where LibreOffice put what it made of ``source`` (nothing stands there if it could not)."""
    run_office(program, folder, target, [str(source)], seconds=SECONDS)
    return folder / "ra" / f"{source.stem}.{target.partition(':')[0]}"


def run_office(
    program: str, folder: Path, target: str, files: list[str], *, seconds: int, stopped: threading.Event | None = None
) -> None:
    """Convert ``files`` into ``folder``/ra by the filter ``target``, with a profile inside ``folder``.

    OSError: it cannot be started; TimeoutExpired: it took longer than ``seconds``, or ``stopped`` was set, and it was stopped.
    """
    profile = (folder / "ho-so").as_uri()
    command = [
        program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck", "--nodefault",
        "--convert-to", target, "--outdir", str(folder / "ra"), *files,
    ]  # fmt: skip
    _run(command, seconds, stopped or threading.Event())


def _run(command: list[str], seconds: int, stopped: threading.Event) -> None:
    """Run it to its end or stop all of it: soffice starts a second process that would outlive its parent."""
    group = {"start_new_session": True} if os.name == "posix" else {}
    end = time.monotonic() + seconds
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **group) as process:
        try:
            while True:
                try:
                    process.wait(timeout=LOOK_EVERY)
                    return
                except subprocess.TimeoutExpired:
                    if stopped.is_set() or time.monotonic() > end:
                        raise
        except BaseException:
            _end(process)
            raise


def _end(process: subprocess.Popen) -> None:
    """End a LibreOffice and what it started."""
    if os.name == "posix":
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass  # it ended by itself meanwhile
    else:
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    process.kill()

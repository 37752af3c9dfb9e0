"""What this machine has and lacks. Nothing is installed or changed; a write is tried in the output folder and undone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

from reportgen.errors import system_says
from reportgen.noun import noun
from reportgen.sources.office import office_program

OK, NOTE, MISSING = "được", "lưu ý", "thiếu"
PYTHON = (3, 11)
LIBRARIES = {
    "PyYAML": (6, 0),
    "Jinja2": (3, 1),
    "lxml": (5, 0),
    "deflate": (0, 9),
    "docxtpl": (0, 20),
    "python-docx": (1, 2),
    "num2words": (0, 5),
}
FONT = "Times New Roman"
TWINS = ("Liberation Serif", "Tinos", "TeX Gyre Termes")
"""Fonts with the same widths: a page shown in them breaks its lines where Times New Roman would."""
VIETNAMESE = ("1ea0", "1ea1", "1ebf", "1ec7", "1ed9", "1eef", "1ef1", "1ef9", "111", "1a1", "1b0")
"""Code points of letters only a font with all of Vietnamese has (Ạ ạ ế ệ ộ ữ ự ỹ đ ơ ư)."""


@noun
class Check:
    """One thing looked at. ``state``: được, lưu ý (works, but), thiếu (does not work)."""

    state: str
    what: str
    found: str


def examine(root: Path | None, environment: Mapping[str, str], *, encoding: str = "") -> list[Check]:
    """All checks. ``root``: the project's folder, None if there is none; ``encoding``: what the terminal was set to."""
    return [
        python_check(),
        *library_checks(),
        font_check(environment),
        letters_check(),
        office_check(),
        encoding_check(encoding),
        *project_checks(root),
    ]


def python_check(version: tuple[int, ...] = sys.version_info[:3]) -> Check:
    """The interpreter's version."""
    shown = ".".join(map(str, version))
    if version >= PYTHON:
        return Check(OK, "Python", shown)
    return Check(MISSING, "Python", f"{shown}, cần từ {'.'.join(map(str, PYTHON))}: tải ở python.org")


def library_checks() -> list[Check]:
    """Each library, with the version that is there."""
    return [_library_check(name, least) for name, least in LIBRARIES.items()]


def _library_check(name: str, least: tuple[int, ...]) -> Check:
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return Check(MISSING, f"thư viện {name}", "chưa cài: pip install reportgen")
    numbers = tuple(int(part) for part in version.split(".")[:2] if part.isdigit())
    if numbers < least:
        return Check(MISSING, f"thư viện {name}", f"{version}, cần từ {'.'.join(map(str, least))}: pip install -U reportgen")
    return Check(OK, f"thư viện {name}", version)


def font_check(environment: Mapping[str, str]) -> Check:
    """Times New Roman, or a font as wide; the file is right without it, only its look on this machine is not."""
    what = f"phông chữ {FONT}"
    families = _windows_fonts(environment) if sys.platform == "win32" else _listed_fonts()
    if families is None:
        return Check(NOTE, what, "không xem được danh sách phông chữ của máy")
    if FONT in families:
        return Check(OK, what, "có")
    twin = next((name for name in TWINS if name in families), "")
    if twin:
        return Check(OK, what, f"không có, {twin} thay được (cùng bề rộng chữ)")
    return Check(NOTE, what, "không có: văn bản vẫn đúng, nhưng xem trên máy này dòng sẽ ngắt khác")


def _windows_fonts(environment: Mapping[str, str]) -> set[str] | None:
    folder = Path(environment.get("WINDIR", "C:/Windows")) / "Fonts"
    if not folder.is_dir():
        return None
    return {FONT} if (folder / "times.ttf").is_file() else set()


def _listed_fonts() -> set[str] | None:
    program = shutil.which("fc-list")
    if program is None:
        return None
    done = subprocess.run([program, ":", "family"], capture_output=True, text=True, encoding="utf-8", timeout=20, check=False)
    return {name.strip() for line in done.stdout.splitlines() for name in line.split(",")}


def office_check() -> Check:
    """LibreOffice and its version, wanted for PDF, for the preview and for old or foreign files."""
    found = office_program()
    if not found:
        hint = "không thấy; cần khi in PDF, xem trước, hoặc đọc tệp .doc, .xls, .ods: tải ở libreoffice.org"
        return Check(NOTE, "LibreOffice", hint)
    try:
        done = subprocess.run([found, "--version"], capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)
        version = done.stdout.split()[1] if len(done.stdout.split()) > 1 else "không rõ phiên bản"
    except (OSError, subprocess.TimeoutExpired):
        return Check(NOTE, "LibreOffice", f"{found} không chạy được")
    return Check(OK, "LibreOffice", f"{version} ({found})")


def letters_check() -> Check:
    """Whether the font pages are printed in has every Vietnamese letter; an old Liberation Serif (1.07) lacks most of them."""
    what = "chữ Việt trong phông"
    program = shutil.which("fc-list")
    if sys.platform == "win32" or program is None:
        on_windows = sys.platform == "win32"
        return Check(OK if on_windows else NOTE, what, f"{FONT} của Windows có đủ" if on_windows else "không xem được")
    for family in (FONT, *TWINS):
        asked = f":family={family}:charset={' '.join(VIETNAMESE)}"
        done = subprocess.run([program, asked, "family"], capture_output=True, text=True, encoding="utf-8", timeout=20, check=False)
        if done.stdout.strip():
            return Check(OK, what, f"{family} có đủ")
    return Check(NOTE, what, "không phông nào có đủ: cài gói fonts-liberation2 (hoặc chép Times New Roman từ máy Windows)")


def encoding_check(encoding: str) -> Check:
    """Whether the terminal would show Vietnamese by itself; we switch it to UTF-8 either way."""
    if encoding.lower().replace("-", "") in ("utf8", "utf8sig", "cp65001"):
        return Check(OK, "bảng mã cửa sổ lệnh", encoding)
    return Check(NOTE, "bảng mã cửa sổ lệnh", f"{encoding or 'không rõ'}; nếu chữ bị sai, gõ: chcp 65001")


def project_checks(root: Path | None) -> list[Check]:
    """The project, and whether its output folder takes files."""
    if root is None:
        return [Check(NOTE, "dự án", "không thấy ở đây; tạo mới: reportgen init THƯ-MỤC, hoặc thêm --du-an THƯ-MỤC")]
    reports = len(list((root / "data").glob("*.yml")))
    return [Check(OK, "dự án", f"{root} ({reports} báo cáo)"), write_check(root / "output")]


def write_check(folder: Path) -> Check:
    """Write and remove a file in ``folder`` (or where it would be made)."""
    place = folder if folder.is_dir() else folder.parent
    try:
        handle, name = tempfile.mkstemp(dir=place, prefix=".thu-ghi-")
    except OSError as failure:
        return Check(MISSING, "quyền ghi kết quả", f"không ghi được vào {place} ({system_says(failure)})")
    os.close(handle)
    os.unlink(name)
    return Check(OK, "quyền ghi kết quả", str(folder))

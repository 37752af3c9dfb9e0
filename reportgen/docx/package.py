"""Word packages: a guarded reader and a deterministic writer.

``read_package`` is the way a .docx enters our own work, ``read_foreign`` the way one enters to be judged. Neither trusts a size written in the zip
directory: every member is read against a budget, so a small bomb stops early. What a staff member may send
by mistake (an old .doc, a file with a password, a web page renamed .docx) gets its own message; what only
an attacker sends (DOCTYPE, macros, links that Word would follow) is refused.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from reportgen.diagnostics import Place
from reportgen.docx.foreign import foreign_notes, normalised
from reportgen.docx.refusals import (
    CONTENT_TYPES,
    MAIN_PART,
    is_old_word,
    refuse_odd_directory,
    refuse_other_formats,
    refuse_password,
    refuse_unsafe,
    suspicious,
)
from reportgen.errors import DataError, system_says

MAX_FILE = 50_000_000
MAX_TOTAL = 200_000_000
MAX_MEMBER = 100_000_000
MAX_XML = 40_000_000
"""Longest part of text in a stranger's file: its tree takes five times as much memory."""
MAX_RATIO = 250
RATIO_FREE = 1_000_000  # a member below this size may compress as well as it likes

EPOCH = (1980, 1, 1, 0, 0, 0)

__all__ = ["CONTENT_TYPES", "MAIN_PART", "foreign_notes", "read_foreign", "read_package", "write_package"]


def read_package(source: Path | bytes, shown: str) -> dict[str, bytes]:
    """All members of a .docx by name, in the order of the file.

    ``source`` is a path or the bytes themselves; ``shown`` is the path for messages. Anything that is not a
    plain, complete Word document raises DataError (TT01 … TT12) with a hint what to do.
    """
    place = Place(shown)
    data = source if isinstance(source, bytes) else _read_file(source, place)
    refuse_other_formats(data, place)
    parts = _opened(data, place)
    refuse_unsafe(parts, place)
    return parts


def read_foreign(source: Path | bytes, shown: str) -> dict[str, bytes]:
    """All members of a stranger's Word file by name, brought into the shape Word itself saves.

    A .doc (whatever its name) goes through LibreOffice: MissingToolError TT14 without it. Macros and outside links are let
    in, since nothing here runs or fetches them; ``foreign_notes`` tells of them. Other kinds of files, passwords, bombs and
    broken files raise DataError (TT01 … TT07, TT10, TT11) with a hint what to do.
    """
    place = Place(shown)
    data = source if isinstance(source, bytes) else _read_file(source, place)
    if is_old_word(data):
        refuse_password(data, place)
        from reportgen.sources.office import word_from_old

        data = word_from_old(data, shown)
    refuse_other_formats(data, place)
    return normalised(_opened(data, place, foreign=True), place)


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """The members as one .docx; same members, same bytes (fixed time, fixed order)."""
    names = sorted(parts, key=lambda name: (name != CONTENT_TYPES, not name.startswith("_rels/"), name))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in names:
            member = zipfile.ZipInfo(name, EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            archive.writestr(member, parts[name])
    return buffer.getvalue()


def _read_file(path: Path, place: Place) -> bytes:
    if path.name.startswith("~$"):
        raise DataError.of(
            "TT01",
            "Đây là tệp tạm Word để lại khi đang mở văn bản, không phải văn bản.",
            place,
            hint=f"Hãy dùng tệp thật, thường tên là «{path.name[2:]}» trong cùng thư mục.",
        )
    try:
        if path.stat().st_size > MAX_FILE:
            raise DataError.of(
                "TT04",
                f"Tệp quá lớn (trên {MAX_FILE // 1_000_000} MB).",
                place,
                hint="Văn bản hành chính hiếm khi lớn như vậy; hãy nén ảnh trong Word (Picture Format, Compress).",
            )
        return path.read_bytes()
    except OSError as trouble:
        raise DataError.of(
            "TT01",
            f"Không đọc được tệp ({system_says(trouble)}).",
            place,
            hint="Kiểm tra tên tệp, thư mục, và đóng tệp nếu đang mở trong Word.",
        ) from trouble


def _opened(data: bytes, place: Place, foreign: bool = False) -> dict[str, bytes]:
    """The members of the zip."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read_members(archive, place, foreign)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError, OSError) as trouble:
        raise DataError.of(
            "TT03",
            "Tệp .docx bị hỏng: phần nén bên trong không đọc được.",
            place,
            hint="Mở tệp bằng Word (Word sẽ hỏi sửa tệp), lưu lại, rồi thử lại; hoặc xin lại tệp gốc.",
        ) from trouble


def _read_members(archive: zipfile.ZipFile, place: Place, foreign: bool) -> dict[str, bytes]:
    members = [member for member in archive.infolist() if not member.is_dir()]
    refuse_odd_directory(members, place, foreign)
    parts: dict[str, bytes] = {}
    budget = MAX_TOTAL
    for member in members:
        most = MAX_XML if foreign and member.filename.endswith((".xml", ".rels")) else MAX_MEMBER
        content = _read_member(archive, member, min(budget, most), place)
        budget -= len(content)
        parts[member.filename] = content
    return parts


def _read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: int, place: Place) -> bytes:
    """One member, read against the budget and against the ratio of what went in to what comes out."""
    allowed = min(budget, max(RATIO_FREE, member.compress_size * MAX_RATIO))
    with archive.open(member) as stream:
        content = stream.read(allowed + 1)
    if len(content) > allowed:
        raise suspicious("TT04", f"Phần «{member.filename}» phình ra quá lớn khi giải nén.", place)
    return content

"""Putting down what a check made (pages, copies with comments): never over something somebody else made or changed.

These files lie among an office's own documents, made by several processes at once, so no ledger beside them could know
them; each carries a digest of itself instead. A file that no longer fits its digest was worked on by a person.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from reportgen.diagnostics import Place
from reportgen.docx.comments import is_own_copy
from reportgen.docx.package import read_foreign
from reportgen.errors import DataError, UsageError, system_says
from reportgen.output import write_atomic
from reportgen.pattern import Pattern

STAMP = Pattern(rb"<!-- reportgen ([0-9a-f]{64}) -->\n\Z")


def put(path: Path, content: bytes, *, shown: str, force: bool = False) -> bool:
    """Write a product; False if the same bytes are there. UsageError KT05: somebody's own file is there; DataError LE11."""
    if path.suffix == ".html":
        content = stamped(content)
    if path.exists():
        present = _present(path, shown)
        if present == content:
            return False
        if not force and not is_ours(present):
            raise UsageError.of(
                "KT05",
                f"tệp {shown} đã có và không phải (hoặc không còn) là tệp chương trình này ghi ra; không ghi đè",
                Place(shown),
                hint="chuyển tệp ấy đi chỗ khác, ghi kết quả vào thư mục khác với --out, hoặc thêm --force để ghi đè",
            )
    write_atomic(path, content, shown=shown, sync=False)
    return True


def stamped(page: bytes) -> bytes:
    """The page with the digest of itself as its last line."""
    return page + f"<!-- reportgen {hashlib.sha256(page).hexdigest()} -->\n".encode()


def is_ours(content: bytes) -> bool:
    """True for a page or a copy with comments that nobody changed since we wrote it."""
    stamp = STAMP.search(content[-120:])
    if stamp:
        return hashlib.sha256(content[: -len(stamp[0])]).hexdigest() == stamp[1].decode()
    try:
        return is_own_copy(read_foreign(content, ""))
    except DataError:
        # What cannot be read as a Word file was not made here.
        return False


def _present(path: Path, shown: str) -> bytes:
    try:
        return path.read_bytes() if path.is_file() else b""
    except OSError as failure:
        hint = f"đóng tệp nếu đang mở trong Word ({system_says(failure)})"
        raise DataError.of("LE11", f"không đọc được tệp {shown} đang có", Place(shown), hint=hint) from None

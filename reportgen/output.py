"""Putting finished files down: whole or not at all, and never over somebody's work.

``output/.reportgen.json`` remembers the SHA-256 of every file we wrote. A file that is there with another
hash was edited (or made) by a person since; it is kept unless ``force`` is given. An edit is worth more than
a build: a build can be repeated. Word and Excel lock open files on Windows; that is said in plain words.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

from reportgen.diagnostics import Place
from reportgen.errors import DataError, UsageError, system_says

LEDGER = ".reportgen.json"
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
TEMPORARY = ".dang-ghi-"
"""How the name of a file begins while it is being written."""


def write_output(path: Path, content: bytes, *, shown: str, force: bool = False) -> bool:
    """Write ``content`` to ``path`` atomically and note its hash; False if the very same bytes were there already.

    UsageError LE10 if a person edited the file since we wrote it (unless ``force``); DataError LE11 if it cannot be written.
    """
    ledger = path.parent / LEDGER
    written = _read_ledger(ledger)
    if path.exists():
        present = digest(_read_present(path, shown))
        if present == digest(content):
            _remember(ledger, written, path.name, present)
            return False
        if not force and written.get(path.name) != present:
            raise UsageError.of(
                "LE10",
                f"tệp {shown} đã được người khác sửa sau lần dựng trước; không ghi đè",
                Place(shown),
                hint="chép bản đã sửa sang tên khác rồi dựng lại, hoặc thêm --force để ghi đè",
            )
    write_atomic(path, content, shown=shown)
    _remember(ledger, written, path.name, digest(content))
    return True


def write_atomic(path: Path, content: bytes, *, shown: str, sync: bool = True) -> None:
    """Write a temporary file beside ``path``, flush it to the disk, rename it. DataError LE11 if the system refuses.

    ``sync=False`` leaves the flush to the system: whole or absent whatever becomes of this process, not of the machine.
    """
    try:
        name = path.parent / f"{TEMPORARY}{os.urandom(8).hex()}"  # tempfile would do it too, after importing random
        try:
            handle = os.open(name, NEW, 0o600)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(name, NEW, 0o600)
    except OSError as failure:
        raise refused(shown, failure) from None
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            if sync:
                os.fsync(stream.fileno())
        os.chmod(name, 0o644)
        os.replace(name, path)
    except OSError as failure:
        name.unlink(missing_ok=True)
        raise refused(shown, failure) from None
    except BaseException:
        name.unlink(missing_ok=True)
        raise


def digest(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def _read_present(path: Path, shown: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as failure:
        raise refused(shown, failure) from None


def refused(shown: str, failure: OSError) -> DataError:
    """LE11: the file called ``shown`` cannot be written, in words of what the system said."""
    if isinstance(failure, PermissionError):
        hint = "đóng tệp trong Word hay Excel nếu đang mở; kiểm tra quyền ghi của thư mục"
    else:
        hint = system_says(failure)
    return DataError.of("LE11", f"không ghi được tệp {shown}", Place(shown), hint=hint)


def _read_ledger(path: Path) -> dict[str, str]:
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        # Without a readable ledger nothing is known to be ours, so nothing will be overwritten.
        return {}
    return known if isinstance(known, dict) else {}


def _remember(ledger: Path, written: dict[str, str], name: str, value: str) -> None:
    if written.get(name) != value:
        text = json.dumps({**written, name: value}, ensure_ascii=False, indent=1, sort_keys=True)
        write_atomic(ledger, text.encode("utf-8"), shown=ledger.name)

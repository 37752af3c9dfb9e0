"""One run at a time in a folder: two would take each other's half-written files for leavings and each other's names for free.

The lock is the system's own on an open file, so it is gone with the process that held it, however that ended.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reportgen.errors import DataError, system_says

LOCK = ".hang-loat.khoa"


@contextmanager
def only_run(folder: Path, shown: str) -> Iterator[None]:
    """Hold the folder for the length of the block. DataError LO43 if another run holds it, LE11 if it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as failure:
        hint = f"{system_says(failure)}; dùng --out với một thư mục của mình"
        raise DataError.of("LE11", f"không ghi được vào thư mục {shown}", hint=hint) from None
    try:
        if not _taken(handle):
            hint = "chờ lệnh kia xong, hoặc ghi vào thư mục khác: --out"
            raise DataError.of("LO43", f"một lệnh dựng hàng loạt khác đang ghi vào {shown}", hint=hint)
        yield
    finally:
        os.close(handle)


def _taken(handle: int) -> bool:
    """True if nobody else has the file."""
    try:
        import fcntl
    except ImportError:
        return _taken_on_windows(handle)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _taken_on_windows(handle: int) -> bool:
    import msvcrt

    try:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    except OSError:
        return False
    return True

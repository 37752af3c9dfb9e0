"""All documents in one .zip, as they are: they are packed already, so they are stored, and nothing depends on the clock."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Iterable
from pathlib import Path

from reportgen.errors import DataError, system_says
from reportgen.output import TEMPORARY

FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def write_zip(path: Path, folder: Path, names: Iterable[str], *, shown: str) -> tuple[str, bool]:
    """Write the files of ``folder`` into the zip at ``path``, whole or not at all; its SHA-256 and whether it is another than before.

    One document is in memory at a time. DataError LE11 if the system refuses.
    """
    beside = path.parent / f"{TEMPORARY}{path.name}"
    try:
        with zipfile.ZipFile(beside, "w", zipfile.ZIP_STORED) as archive:
            for name in names:
                info = zipfile.ZipInfo(name, FIRST_DAY)
                info.create_system, info.external_attr = 0, 0
                archive.writestr(info, (folder / name).read_bytes())
        fresh = _digest(beside)
        changed = not path.is_file() or _digest(path) != fresh
        os.replace(beside, path)
    except OSError as failure:
        beside.unlink(missing_ok=True)
        hint = f"đóng tệp nếu đang mở; {system_says(failure)}"
        raise DataError.of("LE11", f"không ghi được tệp {shown}", hint=hint) from None
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return fresh, changed


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()

"""Documents that are finished and not known to the ledger yet: whole files set aside, moved to their place once they are noted.

Whoever makes a document writes it down, so its bytes need not travel to the process that keeps the books. That one looks whether a
person's file stands in the place, notes the document in the ledger and only then moves the file there: the order of ``ledger``
stays as it is. What is aside when a run ends, however it ends, is nobody's, and the next run clears it away.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from itertools import count
from pathlib import Path

from reportgen.batch.nouns import Made
from reportgen.output import NEW, TEMPORARY, refused

ASIDE = f"{TEMPORARY}tep"
"""The folder, inside that of the documents: a file is moved only within one disk."""
PLAN = "ke-hoach"
"""The packed plan of the run, for the workers of this machine."""

_numbers = count()


def open_aside(folder: Path, plan: bytes, shown: str) -> str:
    """The folder for files set aside, with nothing in it but the packed plan. DataError LE11 if the system refuses."""
    place = folder / ASIDE
    try:
        clear_aside(folder)
        place.mkdir(parents=True, exist_ok=True)
        (place / PLAN).write_bytes(plan)
    except OSError as failure:
        raise refused(f"{shown}/{ASIDE}", failure) from None
    return str(place)


def clear_aside(folder: Path) -> None:
    """Take away what is aside, and the folder for it; what another program holds open (Windows) stays for the next run."""
    place = folder / ASIDE
    if not place.is_dir():
        return
    for path in place.iterdir():
        discard(str(path))
    with suppress(OSError):
        place.rmdir()


def set_aside(made: Made, place: str, shown: str) -> Made:
    """The document in a file of its own instead of in memory; without a document, and with the finding, if it cannot be written."""
    if made.content is None:
        return made
    path = os.path.join(place, f"{os.getpid()}-{next(_numbers)}")
    try:
        handle = os.open(path, NEW, 0o644)
        with open(handle, "wb", buffering=0) as stream:
            if stream.write(made.content) < len(made.content):
                raise OSError(errno.ENOSPC, "")
    except OSError as failure:
        discard(path)
        return Made(None, findings=refused(shown, failure).findings)
    return Made(None, made.sha256, made.findings, path, len(made.content))


def put_in_place(path: str, target: str, shown: str) -> None:
    """Move a file that is aside to where it belongs. DataError LE11 if the system refuses; then it is taken away."""
    try:
        os.replace(path, target)
    except OSError as failure:
        discard(path)
        raise refused(shown, failure) from None


def discard(path: str) -> None:
    """Take away a file that nobody will move."""
    try:
        os.unlink(path)
    except OSError:
        return  # the next run clears it away



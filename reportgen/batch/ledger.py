"""What a batch has written so far: ``.hang-loat.jsonl`` in the folder of the documents, one line for each file.

Each line is written before its file. So whatever stops the run, every file that stands there is known, and one that is not
known, or is known with another hash, was made or edited by a person: it is never overwritten without ``--force`` (the rule of
``output``). A line whose file is not there, or still is the one before, costs building it again. Several lines for one file are
in order: each of their hashes was ours. At the end of a run the lines are put together, one for each file.

The files themselves are not flushed to the disk one by one: ten thousand flushes take minutes, and a file is whole or absent
whatever becomes of the process. After a power cut a file may be torn; ``resume`` reads every file it means to keep, finds the
hash wrong and the row is built again, with the word that the file is not as it was written.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from reportgen.batch.options import cannot_write
from reportgen.errors import DataError, system_says
from reportgen.noun import field, working
from reportgen.output import write_atomic

LEDGER = ".hang-loat.jsonl"
Line = dict[str, Any]


@working
class Ledger:
    """``last``: file name → the newest line of it; ``hashes``: file name → every hash that was ours."""

    path: Path
    last: dict[str, str] = field(default_factory=dict)
    hashes: dict[str, set[str]] = field(default_factory=dict)
    stream: Any = None

    def line(self, name: str) -> Line | None:
        """The newest line about a file."""
        text = self.last.get(name)
        return json.loads(text) if text else None

    def is_ours(self, name: str, sha256: str) -> bool:
        """True if a file with this hash was written by a batch."""
        return sha256 in self.hashes.get(name, ())

    def note(self, lines: Iterable[Mapping[str, Any]]) -> None:
        """Put lines down; only then may their files be written. PartFailed LE11 if that cannot be."""
        texts = [compact(line) for line in lines]
        if not texts:
            return
        content = "".join(f"{text}\n" for text in texts).encode("utf-8")
        try:
            if self.stream is None:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                self.stream = self.path.open("ab", buffering=0)
            if self.stream.write(content) < len(content):
                raise OSError(errno.ENOSPC, "")
        except OSError as failure:
            raise cannot_write(self.path.parent.name, failure) from None

    def note_again(self, name: str) -> None:
        """The file stands as it was before this run (open in Word, it could not be replaced): its old line is the newest again."""
        line = self.line(name)
        if line:
            self.note([line])

    def close(self) -> None:
        """Let go of the file."""
        if self.stream is not None:
            self.stream.close()
            self.stream = None


def open_ledger(folder: Path) -> Ledger:
    """The ledger of a folder; a torn last line (the run was stopped while it was written) counts as not written."""
    ledger = Ledger(folder / LEDGER)
    try:
        data = ledger.path.read_bytes()
    except FileNotFoundError:
        return ledger
    except OSError as failure:
        raise DataError.of("LE11", f"không đọc được {ledger.path.name}", hint=system_says(failure)) from None
    whole, _, torn = data.rpartition(b"\n")
    for text in whole.decode("utf-8", "replace").split("\n"):
        _take(ledger, text)
    if torn:
        os.truncate(ledger.path, len(data) - len(torn))
    return ledger


def _take(ledger: Ledger, text: str) -> None:
    try:
        line = json.loads(text)
        name, sha256 = line["file"], line["sha256"]
    except (ValueError, KeyError, TypeError):
        return  # not a line of ours: its file then counts as somebody else's, which is the safe side
    ledger.last[name] = text
    ledger.hashes.setdefault(name, set()).add(sha256)


def settle(ledger: Ledger, folder: Path) -> Ledger:
    """Put the lines together, one for each file that still stands; left alone if there is nothing to put together.

    The ledger as it is after the run; after a first run, of which nothing can be old, an empty one.
    """
    ledger.close()
    if not ledger.last:
        return ledger
    now = open_ledger(folder)
    lines = {name: text for name, text in now.last.items() if (folder / name).exists()}
    content = "".join(f"{line}\n" for line in lines.values()).encode("utf-8")
    if content != ledger.path.read_bytes():
        write_atomic(ledger.path, content, shown=ledger.path.name)
    return now


def compact(line: Mapping[str, Any]) -> str:
    """A line as it is written."""
    return json.dumps(line, ensure_ascii=False, separators=(",", ":"))

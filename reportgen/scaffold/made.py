"""What a scaffolding verb made: names and files, for the mouth to tell."""

from __future__ import annotations

from pathlib import Path

from reportgen.noun import noun
from reportgen.output import digest, write_atomic, write_output


@noun
class MadeFile:
    """One file. ``written`` is False if the very same bytes were there."""

    shown: str
    sha256: str
    written: bool = True


@noun
class Made:
    """A report or a project: ``name`` of the report in it, its ``period`` in words, ``notes`` on what is left to do."""

    name: str
    period: str
    files: tuple[MadeFile, ...]
    notes: tuple[str, ...] = ()


def put(path: Path, content: str | bytes, shown: str) -> MadeFile:
    """Write a new file."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    write_atomic(path, data, shown=shown)
    return MadeFile(shown, digest(data))


def put_generated(path: Path, content: bytes, shown: str, *, force: bool = False) -> MadeFile:
    """Write a file we generate; UsageError LE10 if a person edited it since, unless ``force``."""
    written = write_output(path, content, shown=shown, force=force)
    return MadeFile(shown, digest(content), written)

"""From what was typed to the documents meant: files, folders (with all below them), patterns that the shell left alone."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from reportgen.diagnostics import Place
from reportgen.errors import UsageError
from reportgen.noun import noun

SUFFIXES = (".docx", ".doc", ".docm")
LOCK = "~$"
MARKED = ".nhan-xet.docx"
PAGE = ".kiem-tra.html"


@noun
class Source:
    """One document: where it is, and how it was called."""

    path: Path
    shown: str


def sources(typed: Iterable[str]) -> list[Source]:
    """The documents meant, each once, in the order typed, those of a folder sorted. UsageError KT01, KT02 with all faults."""
    found: dict[str, Source] = {}
    faults = []
    for word in typed:
        try:
            for path in _meant(word):
                found.setdefault(os.path.normcase(os.path.abspath(path)), Source(path, shown(path)))
        except UsageError as fault:
            faults += fault.findings
    if faults:
        raise UsageError(faults)
    return list(found.values())


def shown(path: Path) -> str:
    """A path as people read it; bytes that are no letters, and letters that do not print, as «�»."""
    readable = os.fsencode(path.as_posix()).decode("utf-8", "replace")
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in readable)


def base_of(documents: Iterable[Source]) -> Path:
    """The folder all documents lie in: what ``--out`` keeps of their paths begins below it."""
    parents = {os.path.abspath(source.path.parent) for source in documents}
    try:
        return Path(os.path.commonpath(sorted(parents)))
    except ValueError:  # drives of Windows have nothing in common
        return Path()


def beside(source: Source, suffix: str, out: Path | None, base: Path) -> Path:
    """Where something made of a document goes: beside it, or at the same place below ``out``; a .doc keeps its ending."""
    name = source.path.stem if source.path.suffix.lower() == ".docx" else source.path.name
    if out is None:
        return source.path.with_name(name + suffix)
    folder = Path(os.path.abspath(source.path.parent))
    below = folder.relative_to(base) if folder.is_relative_to(base) and base.parts else Path(*map(_safe, folder.parts))
    return out / below / (name + suffix)


def _safe(part: str) -> str:
    return "".join(c for c in part if c.isalnum() or c in " -_.")


def _meant(word: str) -> list[Path]:
    path = Path(word)
    if path.is_dir():
        return _nothing(word, list(_below(path)), f"thư mục {word} không có tệp Word nào (.docx, .doc)")
    if path.exists() or not glob.has_magic(word):
        if not path.exists():
            raise UsageError.of("KT01", f"không có tệp {word}", Place(word), hint=_near(path))
        return [path]
    matches = sorted(Path(name) for name in glob.iglob(word, recursive=True))
    files = [p for m in matches for p in (_below(m) if m.is_dir() else [m] if _is_document(m.name) else [])]
    return _nothing(word, files, f"không có tệp Word nào khớp với {word}")


def _nothing(word: str, files: list[Path], message: str) -> list[Path]:
    if not files:
        raise UsageError.of("KT02", message, Place(word), hint="xem lại tên thư mục; tệp Word có đuôi .docx hoặc .doc")
    return files


def _below(folder: Path) -> Iterator[Path]:
    """The documents below a folder, sorted; links to other folders are not followed (they could turn in circles)."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        yield from (Path(where, name) for name in sorted(names) if _is_document(name))


def _is_document(name: str) -> bool:
    lowered = name.lower()
    return lowered.endswith(SUFFIXES) and not name.startswith((LOCK, ".")) and not lowered.endswith(MARKED)


def _near(path: Path) -> str:
    from reportgen.vietnamese.text import nearest

    folder = path.parent
    names = [p.name for p in folder.iterdir() if _is_document(p.name)] if folder.is_dir() else []
    close = nearest(path.name, names)
    return f"có phải «{(folder / close).as_posix()}»?" if close else "xem lại tên tệp và thư mục đang đứng"

"""Workbooks that are read as a whole, once for all their sheets: .xls and .ods go through LibreOffice, which takes seconds."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from reportgen.sources.books import READERS
from reportgen.sources.grid import Book


def held_book(path: Path, shown: str) -> Book:
    """A workbook that is read as a whole (.xls and .ods go through LibreOffice), once for all its sheets."""
    state = path.stat()
    return _read(path, shown, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=2)
def _read(path: Path, shown: str, changed: int, size: int) -> Book:
    return READERS[path.suffix.lower()](path, shown)

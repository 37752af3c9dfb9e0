"""Opening a spreadsheet by its kind. To add a format: one module that gives a ``Book``, one line in ``READERS``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from reportgen.diagnostics import Place
from reportgen.errors import DataError
from reportgen.sources.csv_text import load_csv
from reportgen.sources.grid import Book, Grid
from reportgen.sources.office import load_foreign
from reportgen.sources.reference import Reference, locate
from reportgen.sources.xlsx import load_xlsx
from reportgen.vietnamese.refusal import quoted
from reportgen.vietnamese.text import fold, nearest

S = TypeVar("S")

READERS: dict[str, Callable[[Path, str], Book]] = {
    ".xlsx": load_xlsx,
    ".csv": load_csv,
    ".xls": load_foreign,
    ".ods": load_foreign,
}


def open_book(folder: Path, reference: Reference, place: Place) -> Book:
    """The spreadsheet a reference names. Raises DataError; ``place`` is where the reference is typed."""
    path = locate(folder, reference, place)
    state = path.stat()
    return _opened(path, reference.file, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4)
def _opened(path: Path, shown: str, changed: int, size: int) -> Book:
    """One reading serves all references of a run; a file that changes on disk is read again."""
    return READERS[path.suffix.lower()](path, shown)


def grid_of(book: Book, sheet: str, place: Place) -> Grid:
    """The sheet called ``sheet``; '' means the only visible one. Raises DataError (BT08)."""
    return sheet_named(book.grids, book.file, sheet, place)


def sheet_named(sheets: Sequence[S], file: str, sheet: str, place: Place) -> S:
    """The one of ``sheets`` (whatever has a ``name`` and is ``hidden`` or not) that is meant. Raises DataError (BT08)."""
    visible = [grid for grid in sheets if not grid.hidden]
    names = ", ".join(quoted(grid.name) for grid in visible[:8])
    if not sheet:
        if len(visible) == 1:
            return visible[0]
        message = f"{file} có {len(visible)} trang tính, chưa rõ lấy trang nào"
        raise DataError.of("BT08", message, place, hint=f"ghi thêm tên trang tính: {file}!… ({names})")
    exact = [grid for grid in sheets if grid.name == sheet]
    found = exact or [grid for grid in sheets if _key(grid.name) == _key(sheet)]
    if len(found) == 1:
        return found[0]
    close = nearest(sheet, [grid.name for grid in sheets])
    hint = f"có phải «{close}»?" if close and not found else f"các trang tính: {names}"
    raise DataError.of("BT08", f"{file} không có trang tính {quoted(sheet)}", place, hint=hint)


def _key(name: str) -> str:
    return " ".join(fold(name).split())

"""Rows of words as aligned columns. Vietnamese letters in NFC are one column wide each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def columns(rows: Iterable[Sequence[str]], gap: int = 2) -> list[str]:
    """One line a row; every column as wide as its widest cell, no blanks at line ends."""
    table = [list(row) for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*table, strict=True)]
    return [
        (" " * gap).join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table
    ]

"""How wide text is on paper: the advance widths of Times New Roman, and Word's way of breaking lines.

The widths were taken once from Liberation Serif 2.1.5, whose four faces have the advance widths of Times
New Roman for every letter of Vietnamese; ``times_widths.json`` groups the characters by width, in 1/2048 of
the type size. Word does not kern unless told to, so the width of a line is the plain sum. A character the
table does not know counts as one em: better a rule a little too long than a crash.
"""

from __future__ import annotations

import json
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache
from pathlib import Path

from reportgen.pattern import Pattern
from reportgen.vietnamese.text import nfc

UNITS_PER_EM = 2048
MM_PER_POINT = Decimal("25.4") / 72
FACES = {
    (False, False): "thuong",
    (True, False): "dam",
    (False, True): "nghieng",
    (True, True): "dam_nghieng",
}
_PIECE = Pattern(r"[^-–— ]*(?:[-–—] *| +)|[^-–— ]+")
HUNDREDTH = Decimal("0.01")

Size = Decimal | int


class _Widths(dict[str, int]):
    """Character → its width; one em for what is not known."""

    def __missing__(self, char: str) -> int:
        return UNITS_PER_EM


@cache
def _faces() -> dict[str, _Widths]:
    stored = json.loads(Path(__file__).with_name("times_widths.json").read_text("utf-8"))
    return {
        face: _Widths((char, int(width)) for width, chars in stored[face].items() for char in chars)
        for face in FACES.values()
    }


def known_characters() -> frozenset[str]:
    """The characters whose width is known in all four faces."""
    return frozenset.intersection(*(frozenset(widths) for widths in _faces().values()))


@lru_cache(maxsize=256)
def text_width_mm(text: str, size_pt: Size, *, bold: bool = False, italic: bool = False) -> Decimal:
    """Width in mm, to 1/100 mm, of one line set in Times New Roman at ``size_pt``."""
    return (_units(text, bold, italic) * Decimal(size_pt) / UNITS_PER_EM * MM_PER_POINT).quantize(HUNDREDTH)


def wrap(text: str, width_mm: Size, size_pt: Size, *, bold: bool = False, italic: bool = False) -> list[str]:
    """The lines Word makes of a paragraph in ``width_mm``: greedy, at spaces and after hyphens.

    A typed line break starts a new line; spaces at the end of a line take no room; a word wider than the
    column is cut where it no longer fits. Empty text gives one empty line.
    """
    room = int(Decimal(width_mm) / MM_PER_POINT / Decimal(size_pt) * UNITS_PER_EM)
    lines: list[str] = []
    for typed in nfc(text).split("\n"):
        lines += _wrap_line(typed.strip(), room, bold, italic)
    return lines


@lru_cache(maxsize=256)
def longest_line_mm(
    text: str, width_mm: Size, size_pt: Size, *, bold: bool = False, italic: bool = False
) -> Decimal:
    """Width in mm of the longest of the lines ``wrap`` makes; remembered, for the lines of a letterhead are always the same."""
    lines = wrap(text, width_mm, size_pt, bold=bold, italic=italic)
    return max(text_width_mm(line, size_pt, bold=bold, italic=italic) for line in lines)


@lru_cache(maxsize=4_096)
def _units(text: str, bold: bool, italic: bool) -> int:
    """Kept, because a batch sets the same words thousands of times."""
    return sum(map(_faces()[FACES[bold, italic]].__getitem__, nfc(text)))


def _wrap_line(line: str, room: int, bold: bool, italic: bool) -> list[str]:
    lines: list[str] = []
    current, taken = "", 0
    for piece in _pieces(line):
        if current and taken + _units(piece.rstrip(" "), bold, italic) > room:
            lines.append(current.rstrip(" "))
            current, taken = "", 0
        current, taken = current + piece, taken + _units(piece, bold, italic)
        if taken <= room:
            continue
        while len(current) > 1 and _units(current.rstrip(" "), bold, italic) > room:
            head = _head_that_fits(current, room, bold, italic)
            lines.append(head)
            current = current[len(head) :]
        taken = _units(current, bold, italic)
    return [*lines, current.rstrip(" ")]


def _pieces(line: str) -> list[str]:
    """The line cut where it may break: each piece ends with its spaces, or with a hyphen inside a word."""
    return _PIECE.findall(line) or [""]


def _head_that_fits(word: str, room: int, bold: bool, italic: bool) -> str:
    for end in range(1, len(word)):
        if _units(word[: end + 1], bold, italic) > room:
            return word[:end]
    return word


def twips(mm: Size) -> int:
    """Millimetres as Word counts them: twentieths of a point, rounded half up."""
    return int((Decimal(mm) / MM_PER_POINT * 20).quantize(Decimal(1), ROUND_HALF_UP))

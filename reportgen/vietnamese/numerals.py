"""Numbering other than 1, 2, 3: Roman numerals for quarters, parts and chapters; letters for points."""

from __future__ import annotations

from reportgen.pattern import Pattern

LETTERS = "abcdđeghiklmnopqrstuvxy"

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_WELL_FORMED = Pattern(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})\Z")


def roman(n: int) -> str:
    """1 → I, 4 → IV, 2026 → MMXXVI. Raises ValueError outside 1..3999."""
    if not 1 <= n <= 3999:
        raise ValueError(f"no Roman numeral for {n}")
    written = ""
    for value, sign in _ROMAN:
        times, n = divmod(n, value)
        written += sign * times
    return written


def roman_value(s: str) -> int:
    """The number a well-formed Roman numeral in capitals stands for. Raises ValueError («IIII», «iv», «»)."""
    if not s or not _WELL_FORMED.match(s):
        raise ValueError(f"not a Roman numeral: {s!r}")
    total = 0
    for value, sign in _ROMAN:
        while s.startswith(sign):
            total, s = total + value, s[len(sign) :]
    return total


def letter(n: int) -> str:
    """The letter of the n-th point as laws count them: 1 → a, 5 → đ, 23 → y, 24 → aa. ValueError below 1."""
    if n < 1:
        raise ValueError(f"points count from 1, not {n}")
    written = ""
    while n:
        n, rest = divmod(n - 1, len(LETTERS))
        written = LETTERS[rest] + written
    return written


def letter_value(s: str) -> int:
    """The inverse of ``letter``. Raises ValueError for a letter points do not have («f», «w», «ă»)."""
    if not s or set(s) - set(LETTERS):
        raise ValueError(f"not a point of a law: {s!r}")
    total = 0
    for char in s:
        total = total * len(LETTERS) + LETTERS.index(char) + 1
    return total

"""Checks that are one pattern: ``flags(pattern, right)``. The classes ``{L}`` and ``{U}`` are Vietnamese letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from reportgen.checks.wording.nouns import Find, Line, Slip, each_line
from reportgen.pattern import Pattern

SMALL = (
    "a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
)
CAPITAL = (
    "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
)

Right = Callable[[str], str]


def pattern_of(source: str) -> re.Pattern[str]:
    """The pattern with ``{L}`` (small letters) and ``{U}`` (capitals) filled in, to stand inside a class."""
    return Pattern(source.replace("{L}", SMALL).replace("{U}", CAPITAL))


def flags(source: str, right: Right | None = None, *, kinds: tuple[str, ...] = (), near: tuple[str, ...] = ()) -> Find:
    """Every place the pattern fits is a slip; ``right`` turns the words found into the right ones.

    The slip is the named group of the pattern that fits if it has any, else the whole. ``kinds``: only in these components.
    ``near``: wherever the pattern fits, the line holds one of these words (for speed).
    """
    pattern = pattern_of(source)

    def find(line: Line) -> Iterator[Slip]:
        if kinds and line.kind not in kinds:
            return
        for found in pattern.finditer(line.text):
            start, end = found.span(found.lastgroup or 0)
            if not line.is_quoted(start):
                yield Slip(line, start, end, right(line.text[start:end]) if right else "")

    return each_line(find, near)


def first_up(words: str) -> str:
    """The words with a capital at their start."""
    return words[:1].upper() + words[1:]


def first_down(words: str) -> str:
    """The words with a small letter at their start."""
    return words[:1].lower() + words[1:]

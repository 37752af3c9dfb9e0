"""What a check of the wording looks at (lines) and gives back (slips), and the check itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import islice
from operator import itemgetter

from reportgen.diagnostics import Severity
from reportgen.docx.components import Component
from reportgen.noun import noun

ALL = ("nd30", "tt01", "hd05", "hd36", "mttq")
MOST_ALIKE = 200
"""Slips of one sort told of one line; a paragraph of a thousand pages holds them by the hundred thousand."""
_start = itemgetter(0)
STATE_NOW = ("nd30",)
"""The capitals of Phụ lục II of Nghị định 30/2020/NĐ-CP; Thông tư 01/2011/TT-BNV had other ones («Khoản 2»)."""


@noun
class Line:
    """One paragraph of the text as typed, with the component it belongs to.

    ``before``: the words of the paragraph before it; ``quoted``: stretches inside quotation marks, which are somebody
    else's words and are never judged.
    """

    text: str
    component: Component
    number: int
    before: str = ""
    quoted: tuple[tuple[int, int], ...] = ()

    @property
    def kind(self) -> str:
        """The key of its component."""
        return self.component.kind

    def is_quoted(self, at: int) -> bool:
        """Does the letter at this index stand inside quotation marks?"""
        nearest = bisect_right(self.quoted, at, key=_start) - 1
        return nearest >= 0 and at < self.quoted[nearest][1]


@noun
class Text:
    """All lines of a document, and the day it was issued if it says so."""

    lines: tuple[Line, ...]
    issued: date | None = None

    @cached_property
    def whole(self) -> str:
        """All lines in one piece, to see quickly that words stand nowhere."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def shared(self) -> dict[str, tuple]:
        """What several checks look for and is found once: name → what was found."""
        return {}


@noun
class Slip:
    """Where in a line something is wrong: what stands there, what should (empty: not for a program to say), and why."""

    line: Line
    start: int
    end: int
    right: str = ""
    why: str = ""

    @property
    def found(self) -> str:
        """The letters that are wrong."""
        return self.line.text[self.start : self.end]


Find = Callable[[Text], Iterable[Slip]]


@noun
class Check:
    """One rule of the wording. ``schemes``: the profiles it holds under, by the beginning of their keys.

    ``mendable``: the slips name the one right reading, so a program may put it there.
    """

    code: str
    find: Find
    authority: str
    severity: Severity
    schemes: Sequence[str] = ALL
    mendable: bool = False
    manual: str = ""

    @property
    def title(self) -> str:
        """The first line of its manual page, without the stop."""
        return self.manual.strip().split("\n")[0].rstrip(".")


def each_line(find: Callable[[Line], Iterable[Slip]], near: Sequence[str] = ()) -> Find:
    """A check that looks at one line at a time; ``near``: it has nothing to say where none of these words stands.

    Looking for a word costs a thirtieth of a pattern, and most patterns have nothing to find in most documents.
    """

    def over(text: Text) -> Iterator[Slip]:
        wanted = [words for words in near if words in text.whole]
        if near and not wanted:
            return
        for line in text.lines:
            if not wanted or any(words in line.text for words in wanted):
                yield from islice(find(line), MOST_ALIKE)

    return over

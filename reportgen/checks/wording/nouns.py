"""What a check of the wording looks at (lines) and gives back (slips), and the check itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from reportgen.diagnostics import Severity
from reportgen.docx.components import Component
from reportgen.noun import noun

ALL = ("nd30", "tt01", "hd05", "hd36", "mttq")
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
        return any(start <= at < end for start, end in self.quoted)


@noun
class Text:
    """All lines of a document, and the day it was issued if it says so."""

    lines: tuple[Line, ...]
    issued: date | None = None


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


def each_line(find: Callable[[Line], Iterable[Slip]]) -> Find:
    """A check that looks at one line at a time."""

    def over(text: Text) -> Iterator[Slip]:
        for line in text.lines:
            yield from find(line)

    return over

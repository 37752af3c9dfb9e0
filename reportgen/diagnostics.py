"""What the program has to say about somebody's work: findings, their places, their severity.

A finding is a value, never an exception: checks return them, the story collects them, the mouth prints
them. ``Finding.code`` is stable (it is what ``reportgen explain`` looks up and what staff quote on the phone).
"""

from __future__ import annotations

import enum
from collections.abc import Iterable

from reportgen.noun import noun


class Severity(enum.Enum):
    """How grave a finding is; the value is the word staff read."""

    ERROR = "lỗi"
    WARNING = "cảnh báo"
    INFO = "lưu ý"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


@noun
class Place:
    """Where something stands: a line of a text file, a cell of a workbook, or words in a document.

    ``file`` is the path as shown to staff (relative to the project); ``line`` and ``column`` count from 1;
    ``cell`` reads ``Sheet!C7``; ``part`` names a place on the page («Nơi nhận», «đoạn 12»); ``quote`` holds the words; ``paragraph`` is the number
    the reader of Word files gave the paragraph, -1 where the place is none.
    """

    file: str = ""
    line: int = 0
    column: int = 0
    cell: str = ""
    part: str = ""
    quote: str = ""
    paragraph: int = -1

    def __str__(self) -> str:
        where = self.file
        if self.cell:
            where += f"!{self.cell}"
        elif self.line:
            where += f":{self.line}" + (f":{self.column}" if self.column else "")
        if self.part:
            where = f"{where}: {self.part}" if where else self.part
        return where


NOWHERE = Place()


@noun
class Finding:
    """One thing wrong, or worth knowing.

    ``found`` and ``expected`` are the printed and the right value, already worded; ``authority`` is the article
    that says so; ``hint`` says what to do; ``accepted`` is the reason the project gives for letting it stand.
    ``places``: all places of a fault that is said once for many, ``place`` first; empty where ``place`` is the only one.
    """

    code: str
    severity: Severity
    message: str
    place: Place = NOWHERE
    found: str = ""
    expected: str = ""
    authority: str = ""
    hint: str = ""
    accepted: str = ""
    places: tuple[Place, ...] = ()

    @property
    def all_places(self) -> tuple[Place, ...]:
        """Every place the finding is about, for programs that mend or mark them."""
        return self.places or (self.place,)

    @property
    def blocks(self) -> bool:
        """True if nothing may be written while this finding stands."""
        return self.severity is Severity.ERROR and not self.accepted


def error(code: str, message: str, place: Place = NOWHERE, **more: str) -> Finding:
    """A finding of severity ERROR."""
    return Finding(code, Severity.ERROR, message, place, **more)


def warning(code: str, message: str, place: Place = NOWHERE, **more: str) -> Finding:
    """A finding of severity WARNING."""
    return Finding(code, Severity.WARNING, message, place, **more)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings sorted for reading: by file, line, cell; each shown once."""
    once = dict.fromkeys(findings)
    return sorted(once, key=lambda f: (f.place.file, f.place.line, f.place.column, f.place.cell, f.severity.rank, f.code))


def any_blocks(findings: Iterable[Finding]) -> bool:
    """True if one of the findings forbids writing."""
    return any(f.blocks for f in findings)

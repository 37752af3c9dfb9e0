"""What comes of the workbooks: repairs, rows, and what is to be said about each."""

from __future__ import annotations

from reportgen.diagnostics import Finding, Place, Severity
from reportgen.noun import noun
from reportgen.tables.content import Row


@noun
class Repair:
    """A cell taken otherwise than it was typed, without a figure being guessed. ``unit``: key."""

    unit: str
    place: Place
    before: str
    after: str
    why: str


@noun
class Returned:
    """The row of one unit in one workbook. ``row`` is None if something in it was refused; then ``findings`` say what."""

    unit: str
    place: Place
    row: Row | None
    repairs: tuple[Repair, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def file(self) -> str:
        """The workbook it stands in."""
        return self.place.file


@noun
class BookRead:
    """One workbook: the rows of units found in it, and what is wrong with the book as a whole (then there are no rows)."""

    file: str
    rows: tuple[Returned, ...] = ()
    findings: tuple[Finding, ...] = ()
    unit: str = ""


def refusals(findings) -> list[Finding]:
    """The findings that keep a row or a book out."""
    return [finding for finding in findings if finding.severity is Severity.ERROR]

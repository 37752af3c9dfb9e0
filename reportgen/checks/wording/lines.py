"""Which lines of a document the wording is judged in: running text, items, headings, legal bases; no tables, no capitals.

Words inside quotation marks are somebody else's. A line typed in capitals says nothing of capitals. Whether a page was
issued is read from its line of place and date.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reportgen.checks.layout.words import BODY
from reportgen.checks.wording.nouns import Line, Text
from reportgen.docx.components import Component, Components
from reportgen.pattern import Pattern

KINDS = (BODY - {"bang_so_lieu"}) | {"can_cu"}
_QUOTES = Pattern("“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|«[^»]*(?:»|$)")
_ISSUED = Pattern(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})")


def text_of(components: Components) -> Text:
    """The lines to judge, in reading order."""
    return Text(tuple(_lines(components)), issued_on(components))


def issued_on(components: Components) -> date | None:
    """The day in the line of place and date; None while the day is blank or no day of the calendar."""
    line = components.one("dia_danh")
    found = _ISSUED.search(line.text) if line else None
    return calendar_day(*map(int, found.groups())) if found else None


def calendar_day(day: int, month: int, year: int) -> date | None:
    """The day, None if the calendar has no such one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _lines(components: Components) -> Iterator[Line]:
    before = ""
    for component in components:
        for text, number in _paragraphs(component):
            if component.kind in KINDS and not _shouted(text):
                quoted = tuple(found.span() for found in _QUOTES.finditer(text))
                yield Line(text, component, number, before, quoted)
            before = text


def _paragraphs(component: Component) -> Iterator[tuple[str, int]]:
    for paragraph in component.lines:
        if paragraph.text:
            yield paragraph.typed, paragraph.number


def _shouted(text: str) -> bool:
    """Nearly all capitals: a title, a heading, an abbreviation."""
    letters = sum(map(str.isalpha, text))
    return not letters or 2 * sum(map(str.isupper, text)) > letters

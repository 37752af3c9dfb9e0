"""Where each line of the document stands on the printed pages: the text of the .docx laid along the letters of the PDF.

Both are read without white space. A paragraph is looked for from where the one before it ended, first as a whole, then by
its two ends: a page number, or the header row of a table that Word repeats, may stand in its middle. Letters in the top
and bottom margins (page numbers, footers) are left out before.
"""

from __future__ import annotations

import unicodedata
from functools import cached_property

from reportgen.diagnostics import Finding, Place, Severity
from reportgen.docx.components import Component, Components
from reportgen.docx.reader import Paragraph, Reading, Section
from reportgen.noun import noun
from reportgen.pdf.pages import Box, Page, Printed
from reportgen.profile import Profile

AHEAD = 6_000
BEHIND = 1_500
"""Cells merged over rows are printed in another order than they are written in."""
ENDS = 16
TWIP = 2540 / 1440
"""Hundredths of a millimetre in a twip."""


@noun
class Letter:
    """One letter on the paper: page number and box."""

    page: int
    box: Box


@noun
class Stretch:
    """A paragraph on the paper: all its letters in order."""

    paragraph: Paragraph
    letters: tuple[Letter, ...]

    @property
    def first_page(self) -> int:
        """The page it begins on."""
        return self.letters[0].page

    @property
    def last_page(self) -> int:
        """The page it ends on."""
        return self.letters[-1].page

    def lines_on(self, page: int) -> int:
        """How many lines of it stand on a page: a letter further left than the one before begins a line."""
        lefts = [letter.box[0] for letter in self.letters if letter.page == page]
        return bool(lefts) + sum(here < before for before, here in zip(lefts, lefts[1:], strict=False))


@noun
class Setting:
    """One document and its printed pages."""

    printed: Printed
    reading: Reading
    components: Components
    shown: str
    stretches: dict[int, tuple[Stretch, ...]]
    lost: tuple[Paragraph, ...]
    profile: Profile | None = None

    @property
    def profile_name(self) -> str:
        """The regulation, as it is named to people."""
        return self.profile.name if self.profile else ""

    @cached_property
    def sections(self) -> dict[int, Section]:
        """Page number → the section most of it is of."""
        found: dict[int, Section] = {}
        for stretches in self.stretches.values():
            for stretch in stretches:
                for page in {stretch.first_page, stretch.last_page}:
                    found.setdefault(page, self.reading.sections[min(stretch.paragraph.section, len(self.reading.sections) - 1)])
        return found

    def of(self, component: Component | None) -> list[Stretch]:
        """The lines of a component that were found, in order."""
        lines = component.lines if component else ()
        wanted = {(line.number, line.part) for line in lines}
        return [s for n in dict.fromkeys(line.number for line in lines) for s in self.stretches.get(n, ()) if (n, s.paragraph.part) in wanted or len(self.stretches[n]) == 1]

    def finding(self, code: str, severity: Severity, message: str, page: int, *, quote: str = "", authority: str = "", hint: str = "") -> Finding:
        """A finding about a page."""
        place = Place(self.shown, part=f"trang {page}" if page else "", quote=" ".join(quote.split())[:80])
        return Finding(code, severity, message, place, authority=authority, hint=hint)


def set_on_pages(printed: Printed, reading: Reading, components: Components, shown: str, profile: Profile | None = None) -> Setting:
    """Lay the document's paragraphs along the letters of its pages."""
    words, letters = _letters(printed, reading)
    stretches: dict[int, tuple[Stretch, ...]] = {}
    lost, at = [], 0
    for paragraph in reading.paragraphs:
        wanted = _bare(paragraph.text)
        if not wanted:
            continue
        found = _span(words, wanted, at) or (paragraph.cell and _span(words, wanted, max(0, at - BEHIND)))
        if not found:
            lost.append(paragraph)
            continue
        start, end = found
        at = max(at, end)
        stretches.setdefault(paragraph.number, ())
        stretches[paragraph.number] += (Stretch(paragraph, tuple(letters[start:end])),)
    return Setting(printed, reading, components, shown, stretches, tuple(lost), profile)


def _letters(printed: Printed, reading: Reading) -> tuple[str, list[Letter]]:
    """All letters between the margins, page after page."""
    top = min(abs(section.top) for section in reading.sections) * TWIP
    bottom = min(abs(section.bottom) for section in reading.sections) * TWIP
    words, letters = [], []
    for page in printed.pages:
        for letter, box in zip(page.letters, page.boxes, strict=True):
            if box[3] > top and box[1] < page.height - bottom:
                words.append(unicodedata.normalize("NFC", letter)[:1])
                letters.append(Letter(page.number, box))
    return "".join(words), letters


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


def _span(words: str, wanted: str, at: int) -> tuple[int, int] | None:
    """Where the letters of ``wanted`` stand from ``at`` on."""
    start = words.find(wanted, at, at + AHEAD + len(wanted))
    if start >= 0:
        return start, start + len(wanted)
    start = words.find(wanted[:ENDS], at, at + AHEAD)
    if start < 0 or len(wanted) <= ENDS:
        return None
    end = words.find(wanted[-ENDS:], start, start + len(wanted) + AHEAD)
    return (start, end + ENDS) if end >= 0 else None

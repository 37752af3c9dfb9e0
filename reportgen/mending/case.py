"""The document under the needle: as read, as recognised, with the place of every letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.checks.layout.facts import judged_on
from reportgen.checks.layout.view import View, place_words, quoted
from reportgen.docx.components import Component
from reportgen.docx.components.lines import BREAK
from reportgen.docx.mend import Change, FaceChange, FormatChange, TextChange
from reportgen.docx.mend.nouns import Values
from reportgen.docx.reader import Marked, Paragraph, Run
from reportgen.mending.nouns import Wish
from reportgen.noun import noun
from reportgen.profile import Rule


@noun
class Case:
    """One reading of a file and the view the judges had of it."""

    package: Mapping[str, bytes]
    marked: Marked
    view: View

    def components(self, rule: Rule) -> Iterator[Component]:
        """The components a comparing rule is judged on."""
        for group in judged_on(self.view, rule.component, rule.prop):
            yield from group

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph that is seen: of the text, of text boxes, of headers and footers."""
        reading = self.view.reading
        yield from reading.paragraphs
        yield from (p for box in reading.boxes for p in box.paragraphs)
        yield from reading.margins

    def paragraph(self, number: int) -> Paragraph:
        """The whole paragraph with this number; a component may hold only a line of it."""
        body = self.view.reading.paragraphs
        if number < len(body) and body[number].number == number:
            return body[number]
        return next(p for p in self.paragraphs() if p.number == number)

    def start(self, line: Paragraph) -> int | None:
        """Where a line begins in the letters of its paragraph; None where that is not certain."""
        whole = self.paragraph(line.number).typed
        if whole.count(line.typed) == 1:
            return whole.index(line.typed)
        at = 0
        for part, text in enumerate(BREAK.split(whole)):
            if part == line.part and text == line.typed:
                return at
            at += len(text) + 1
        return None

    def runs(self, line: Paragraph) -> Iterator[tuple[Run, int, int]]:
        """The runs of a line with the stretch of letters each takes in the paragraph."""
        at = self.start(line)
        for run in line.runs if at is not None else ():
            yield run, at, at + len(run.text)
            at += len(run.text)

    def part(self, number: int) -> str:
        """Where a paragraph stands, in words."""
        if number < len(self.view.reading.paragraphs):
            return self.view.part_of(self.view.reading.paragraphs[number]) or "Văn bản"
        in_box = any(p.number == number for box in self.view.reading.boxes for p in box.paragraphs)
        return "Khung chữ" if in_box else "Đầu trang, chân trang"


def wish(rule: Rule, component: Component, change: Change, before: str, after: str, quote: str = "") -> Wish:
    """A change to a component, told with its place and words."""
    return Wish(rule.code, change, place_words(component), quoted(quote or component.text), before, after)


def face(number: int, start: int, end: int, **values: object) -> FaceChange:
    """Letters that are to look otherwise."""
    return FaceChange(number, start, end, _values(values))


def setting(number: int, **values: object) -> FormatChange:
    """A paragraph that is to be set otherwise."""
    return FormatChange(number, _values(values))


def wording(line: Paragraph, start: int, new: str) -> TextChange:
    """A line (without the blanks at its ends) that is to read otherwise."""
    typed = line.typed
    left = start + len(typed) - len(typed.lstrip())
    return TextChange(line.number, left, left + len(typed.strip()), new)


def _values(values: Mapping[str, object]) -> Values:
    return tuple(values.items())

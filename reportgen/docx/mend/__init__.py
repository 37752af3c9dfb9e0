"""Change a Word file and nothing else in it: ``apply(package, marked, changes)`` → the parts that changed.

Changes are values (``nouns``); all numbers in them are those of one reading, ``marked``, whose trees are changed here: read
anew afterwards. Order within a paragraph: looks first (runs are cut, letters stay), then letters from the end to the start,
then the setting. A text box that is stored twice is changed twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from reportgen.docx.mend.drawing import draw, narrow_border, reshape, solid_border
from reportgen.docx.mend.letters import Misfit, letters_of, runs_of
from reportgen.docx.mend.nouns import (
    Applied,
    Change,
    Composed,
    FaceChange,
    FormatChange,
    LineChange,
    LineDrawn,
    NumberAdded,
    NumberTaken,
    SectionChange,
    TextChange,
)
from reportgen.docx.mend.page_number import add_number, take_number
from reportgen.docx.mend.parts import replaced, rewritten
from reportgen.docx.mend.pen import Pen
from reportgen.docx.mend.properties import set_face, set_format
from reportgen.docx.mend.runs import isolated
from reportgen.docx.mend.sections import sections_of, set_section
from reportgen.docx.mend.texts import compose, replace
from reportgen.docx.reader import Paragraph
from reportgen.docx.reader.marked import Marked
from reportgen.docx.xml import Element

__all__ = [
    "Applied",
    "Change",
    "Composed",
    "FaceChange",
    "FormatChange",
    "LineChange",
    "LineDrawn",
    "NumberAdded",
    "NumberTaken",
    "SectionChange",
    "TextChange",
    "apply",
    "replaced",
]

UNREADABLE = "đoạn có cấu trúc lạ, không chắc sửa đúng chữ"
LAST_STEPS = (TextChange, Composed)


def apply(package: Mapping[str, bytes], marked: Marked, changes: Iterable[Change], *, tracked: bool = False) -> Applied:
    """Carry out the changes on the trees of ``marked``; ``tracked``: as changes Word can accept or reject.

    A change that cannot be carried out safely is refused with the reason, the others are done.
    """
    return _Work(package, marked, Pen(tracked, marked.roots.values())).done(list(changes))


class _Work:
    """One run over the changes of one file."""

    def __init__(self, package: Mapping[str, bytes], marked: Marked, pen: Pen):
        self.package, self.marked, self.pen = package, marked, pen
        self.paragraphs = {p.number: p for p in _all_paragraphs(marked)}
        self.touched: set[str] = set()
        self.reached: set[str] = set()
        self.edited: set[int] = set()
        self.made: dict[str, bytes] = {}

    def done(self, changes: list[Change]) -> Applied:
        """Do them all; parts and refusals."""
        refused: dict[Change, str] = {}
        for change in sorted(changes, key=_step):
            try:
                reason = _DOERS[type(change)](self, change)
            except Misfit:
                reason = UNREADABLE
            if reason:
                refused[change] = reason
            else:
                self.touched |= self.reached
            self.reached = set()
        for name in sorted(self.touched):
            self.pen.tell_apart(self.marked.roots[name])
        parts = {name: rewritten(self.package[name], self.marked.roots[name]) for name in sorted(self.touched)}
        return Applied({**parts, **self.made}, refused)

    def face(self, change: FaceChange) -> str:
        """Looks of letters."""
        for element, typed in self._elements(change.number):
            if change.whole:
                owners = [(run, "w:rPr") for run in runs_of(element)]
                owners.append((self.pen.properties(element, "w:pPr"), "w:rPr"))
            else:
                owners = [(run, "w:rPr") for run in isolated(letters_of(element, typed), change.start, change.end)]
            for owner, name in owners:
                set_face(self.pen.properties(owner, name), change.values)
        return ""

    def format(self, change: FormatChange) -> str:
        """Setting of a paragraph."""
        for element, _ in self._elements(change.number):
            set_format(self.pen.properties(element, "w:pPr"), change.values)
        return ""

    def text(self, change: TextChange) -> str:
        """Letters."""
        edited = change.number in self.edited
        reasons = [
            replace(self.pen, element, typed, change.start, change.end, change.right, edited)
            for element, typed in self._elements(change.number)
        ]
        if not any(reasons):
            self.edited.add(change.number)
        return next((reason for reason in reasons if reason), "")

    def composed(self, change: Composed) -> str:
        """Loose marks."""
        reasons = [compose(self.pen, element, typed) for element, typed in self._elements(change.number)]
        return next((reason for reason in reasons if reason), "")

    def section(self, change: SectionChange) -> str:
        """The sheet."""
        self.reached.add(self.marked.main)
        set_section(self.pen, sections_of(self.marked.roots[self.marked.main])[change.index], change.values)
        return ""

    def drawn(self, change: LineDrawn) -> str:
        """A new rule."""
        draw(self.pen, self._element(change.number), change.length, change.drop)
        return ""

    def line(self, change: LineChange) -> str:
        """A rule that is there: a border, or a shape."""
        paragraph = self.paragraphs[change.number]
        if any(stroke.kind == "border" for stroke in paragraph.strokes):
            if not change.length:
                return solid_border(self.pen, self._element(change.number))
            narrow_border(self.pen, self._element(change.number), paragraph.room, change.length)
            return ""
        return reshape(self.pen, self._element(change.number), change.length)

    def number_added(self, change: NumberAdded) -> str:
        """A page number where none is."""
        part, made, reason = add_number(self.pen, self.package, self.marked, change)
        if reason:
            return reason
        self.reached.add(part)
        self.made |= made
        if change.hidden:
            self.section(SectionChange(0, (("first_page", True),)))
        for number in change.instead:
            take_number(self.pen, self._element(number))
        return ""

    def number_taken(self, change: NumberTaken) -> str:
        """A page number that must not be there."""
        return take_number(self.pen, self._element(change.number))

    def _elements(self, number: int) -> list[tuple[Element, str]]:
        """The paragraph and, in a text box stored twice, its copy; with its letters."""
        typed = self.paragraphs[number].typed
        return [(element, typed) for element in (self._element(number), *self.marked.twins(number))]

    def _element(self, number: int) -> Element:
        self.reached.add(self.marked.part_of(number))
        return self.marked.elements[number]


def _step(change: Change) -> tuple[int, int]:
    """Looks before letters, letters from the end of a paragraph to its start."""
    if isinstance(change, TextChange):
        return 1, -change.start
    return (2 if isinstance(change, Composed) else 0), 0


def _all_paragraphs(marked: Marked) -> Iterable[Paragraph]:
    reading = marked.reading
    yield from reading.paragraphs
    yield from (p for box in reading.boxes for p in box.paragraphs)
    yield from reading.margins


_DOERS: dict[type, Callable[[_Work, Change], str]] = {
    FaceChange: _Work.face,
    FormatChange: _Work.format,
    TextChange: _Work.text,
    Composed: _Work.composed,
    SectionChange: _Work.section,
    LineDrawn: _Work.drawn,
    LineChange: _Work.line,
    NumberAdded: _Work.number_added,
    NumberTaken: _Work.number_taken,
}

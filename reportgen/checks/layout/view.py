"""What the rules look at: the page as read, its parts, the profile; and what they give back: faults.

A fact is one measured value with the words it was measured on; facts are measured once per component and property.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cached_property

from reportgen.checks.layout import words
from reportgen.docx.components import Component, Components
from reportgen.docx.reader import SINGLE_FACTOR, Paragraph, Reading, Run
from reportgen.noun import field, noun
from reportgen.profile import Profile, Rule

QUOTE = 80
ONE_LINE = 80
"""Letters of running text that take more than one line for certain."""
INCH = 1440
SINGLE_PERCENT = int(SINGLE_FACTOR * 100)
AVERAGE_LETTER = 47
"""Mean advance width of running Vietnamese text in Times New Roman, in hundredths of the type size."""


@noun
class Expected:
    """What the maker of the document knows; without it the page alone is judged.

    ``texts``: component key → text that must stand there; ``named``: whether the type prints its name (None: as the
    page has it); ``kept_together``: the frame is ours and must keep the signature on the page of the last lines;
    ``draft``: it is a draft, or it is final (None: nobody knows); ``kind``: the kind of document; ``own_code``: the
    code of a type that is in no list.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    named: bool | None = None
    kept_together: bool = False
    draft: bool | None = None
    kind: str = ""
    own_code: str = ""


@noun
class Fact:
    """One measured value. ``part``: place on the page in words; ``quote``: the letters it was measured on;
    ``paragraph``: the number of the paragraph they stand in, -1 where there is none. ``component``: where it was
    measured, instead of ``part``; of a thousand facts few become faults, so the words wait until one does.
    """

    value: object
    part: str = ""
    quote: str = ""
    paragraph: int = -1
    component: Component | None = None

    def fault(self, found: str, expected: str) -> Fault:
        """The fault this value is."""
        part = place_words(self.component) if self.component is not None else self.part
        return Fault(found, expected, part, quoted(self.quote), paragraph=self.paragraph)


@noun
class Fault:
    """What is wrong, in words: ``found`` «cỡ chữ 14», ``expected`` «cho phép 12–13» (empty: worded from the rule).

    ``paragraph``: the number of the paragraph it is about, -1 where it is about none (the sheet, what is missing).
    """

    found: str
    expected: str = ""
    part: str = ""
    quote: str = ""
    hint: str = ""
    paragraph: int = -1


Special = Callable[["View", Rule], Iterable[Fault]]


@noun
class View:
    """One document under one profile."""

    reading: Reading
    parts: Components
    profile: Profile
    shown: str = ""
    expected: Expected = Expected()
    _facts: dict[tuple[str, str], list[Fact]] = field(default_factory=dict, repr=False, compare=False)

    def one(self, kind: str) -> Component | None:
        """The first component of a kind."""
        return self.parts.one(kind)

    def of(self, *kinds: str) -> tuple[Component, ...]:
        """All components of these kinds."""
        return self.parts.of(*kinds)

    @cached_property
    def is_letter(self) -> bool:
        """True for a công văn: as the maker says, else as the page looks."""
        return not self.expected.named if self.expected.named is not None else self.parts.is_letter

    @cached_property
    def body(self) -> tuple[Component, ...]:
        """The body in reading order: headings, running text, items, tables."""
        return tuple(c for c in self.parts if c.kind in words.BODY)

    @cached_property
    def last_of_body(self) -> Component | None:
        """The last written line of the body, tables left out."""
        return next((c for c in reversed(self.body) if c.kind != "bang_so_lieu"), None)

    @cached_property
    def body_size(self) -> Decimal | None:
        """The commonest type size of the running text, None where there is none."""
        sizes: dict[Decimal, int] = {}
        for component in self.of(*words.RUNNING) or self.run_in:
            for run in component.runs:
                sizes[run.face.size_pt] = sizes.get(run.face.size_pt, 0) + len(run.text)
        return max(sizes, key=lambda size: sizes[size], default=None)

    @cached_property
    def run_in(self) -> tuple[Component, ...]:
        """The articles whose text goes on behind «Điều 1.» on the same line: running text, but for the label."""
        return tuple(c for c in self.of("dieu") if _runs_on(c))

    @cached_property
    def _anchors(self) -> dict[int, int]:
        return {p.number: box.anchor for box in self.reading.boxes for p in box.paragraphs}

    def floats(self, component: Component) -> bool:
        """True for what stands in a text box or a frame: where exactly it is on the page, the file does not say."""
        return component.first.number in self._anchors or bool(component.first.frame)

    def at(self, component: Component) -> int:
        """Where it comes in reading order: its paragraph's number; for a text box that of the paragraph it hangs on."""
        return self._anchors.get(component.first.number, component.first.number)

    @cached_property
    def pages(self) -> Decimal:
        """How many pages the text fills, by a rough count of lines: enough to know one page from several."""
        height = sum(_height(p) for p in self.reading.paragraphs)
        return Decimal(height) / max(self.reading.sections[0].text_height, INCH)

    @cached_property
    def lettered(self) -> tuple[tuple[Run, Paragraph, str], ...]:
        """Every run with letters or digits, its paragraph, and where that stands if not in the text: boxes, margins."""
        boxed = [p for box in self.reading.boxes for p in box.paragraphs]
        places = ((self.reading.paragraphs, ""), (boxed, "Khung chữ"), (self.reading.margins, "Đầu trang, chân trang"))
        return tuple(
            (run, paragraph, where)
            for paragraphs, where in places
            for paragraph in paragraphs
            for run in paragraph.runs
            if run.text.isalnum() or any(c.isalnum() for c in run.text)
        )

    @cached_property
    def _parts_by_number(self) -> dict[int, str]:
        return {line.number: place_words(component) for component in self.parts for line in component.lines}

    def part_of(self, paragraph: Paragraph) -> str:
        """Where a paragraph stands, in words; '' outside all parts."""
        return self.part_at(paragraph.number)

    def part_at(self, number: int) -> str:
        """The same for the paragraph of that number."""
        return self._parts_by_number.get(number, "")

    def style_size(self, code_or_component: str) -> Decimal | None:
        """The size another component has, for rules that say «as that one» («noi_dung.size», «quoc_hieu.size»)."""
        component = code_or_component.removesuffix(".size")
        if component == "noi_dung":
            return self.body_size
        other = self.one(component)
        return other.size_pt if other else None


def place_words(component: Component) -> str:
    """Where on the page: «Quốc hiệu»; parts of the body with their count from its start: «Nội dung, đoạn 12»."""
    shown = words.SHOWN.get(component.kind, component.kind)
    if component.kind in words.BODY:
        return f"{shown}, đoạn {component.order}"
    return shown


def _runs_on(article: Component) -> bool:
    letters = sum(len(run.text) for run in article.runs)
    plain = sum(len(run.text) for run in article.runs if not run.face.bold)
    return len(article.text) > ONE_LINE and plain * 2 > letters


def quoted(text: str) -> str:
    """The letters quoted in a finding: at most QUOTE of them."""
    flat = " ".join(text.split())
    return flat if len(flat) <= QUOTE else flat[: QUOTE - 1].rstrip() + "…"


def fault(
    component: Component, found: str, expected: str = "", *, line: Paragraph | None = None, hint: str = ""
) -> Fault:
    """A fault of a component, quoted from its text."""
    text = line.text if line is not None else component.text
    number = (line or component.first).number
    return Fault(found, expected, place_words(component), quoted(text), hint, number)


def fact(component: Component, value: object, *, line: Paragraph | None = None, quote: str | None = None) -> Fact:
    """A value measured on a component (or on one line of it), quoted from its text."""
    text = line.text if line is not None else component.text
    number = (line or component.first).number
    return Fact(value, "", text if quote is None else quote, number, component)


def _height(paragraph: Paragraph) -> int:
    """Height in twips, the cells of a row sharing theirs; whole numbers, for this is asked of every paragraph."""
    form, twips = paragraph.format, paragraph.face.size * 10
    room = max(paragraph.room - form.left - form.right, INCH)
    single = twips * SINGLE_PERCENT // 100
    line = {"exact": form.line, "atLeast": max(form.line, single)}.get(form.line_rule, single * form.line // 240)
    letters = sum(len(run.text) for run in paragraph.runs)
    height = (1 + letters * twips * AVERAGE_LETTER // 100 // room) * line + form.before + form.after
    return height // max(paragraph.cell.columns, 1) if paragraph.cell else height

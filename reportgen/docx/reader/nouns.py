"""What stands on the pages of a Word file: paragraphs, runs, cells, drawn lines, with effective formatting.

Lengths are whole twips (1/1440 inch) and sizes whole half-points, exactly as Word stores them; the properties in
mm and pt are Decimals. Text is NFC, no-break spaces are plain spaces, hidden and deleted text is left out.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property

from reportgen.noun import noun, replace

SINGLE_FACTOR = Decimal("1.15")
"""Height of a single line of Times New Roman as a share of its type size (ascent + descent + gap of the font)."""


def mm(twips: int | Decimal) -> Decimal:
    """Twips as millimetres, two decimals."""
    return (Decimal(twips) * 254 / 14400).quantize(Decimal("0.01"))


def pt(twips: int | Decimal) -> Decimal:
    """Twips as points."""
    return Decimal(twips) / 20


@noun
class Face:
    """How letters look. ``font`` serves ASCII, ``font_high`` all other letters; ``spacing``: twips between letters."""

    font: str = "Times New Roman"
    font_high: str = "Times New Roman"
    size: int = 20
    bold: bool = False
    italic: bool = False
    caps: bool = False
    underline: bool = False
    colour: str = "auto"
    spacing: int = 0
    hidden: bool = False

    @cached_property
    def size_pt(self) -> Decimal:
        """Type size in points."""
        return Decimal(self.size) / 2


@noun
class Run:
    """Letters that look alike. A tab is ``\\t``, a line break ``\\n``, a page break ``\\f``."""

    text: str
    face: Face

    @property
    def shown(self) -> str:
        """The letters as the page shows them (all capitals where the face says so)."""
        return self.text.upper() if self.face.caps else self.text


@noun
class Border:
    """One edge of a paragraph: ``val`` as in Word (single, double, dotted …), ``space`` in points."""

    val: str
    size: int = 4
    colour: str = "auto"

    @property
    def visible(self) -> bool:
        """False for ``nil`` and ``none``."""
        return self.val not in ("nil", "none", "")


@noun
class Format:
    """How a paragraph is set. Indents and spaces in twips; ``line`` in 240ths of a line (auto) or twips (exact, atLeast)."""

    align: str = "left"
    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    line_rule: str = "auto"
    contextual: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False
    outline: int | None = None
    top: Border | None = None
    bottom: Border | None = None

    def lines(self, size_pt: Decimal) -> Decimal:
        """Line spacing in lines for letters of ``size_pt``; exact spacing is converted (single = 1.15 x size)."""
        if self.line_rule == "auto":
            return Decimal(self.line) / 240
        lines = pt(self.line) / (SINGLE_FACTOR * size_pt)
        return lines if self.line_rule == "exact" else max(lines, Decimal(1))


@noun
class Cell:
    """Where a paragraph stands in a table. ``left`` and ``width``: the room for its text, twips from the left margin.

    ``column`` counts the cells of the row, ``grid`` the columns of the table: merged across, a cell takes ``span`` of them.
    ``below``: merged down, and this is not its first row.
    """

    table: int
    row: int
    column: int
    columns: int
    left: int
    width: int
    grid: int = 0
    span: int = 1
    below: bool = False

    @property
    def centre(self) -> int:
        """Middle of the room for text."""
        return self.left + self.width // 2


@noun
class Stroke:
    """A horizontal line on the page. ``kind``: border, drawing, vml, text (typed ____) or underline (underlined run).

    ``left``: distance of its left end from the left edge of its column, None where the file does not say plainly.
    ``text``: the signs a typed one is made of («_____», «-----», the «*» of Party documents).
    """

    kind: str
    length: int
    solid: bool = True
    left: int | None = None
    centred: bool | None = None
    vertical: str = ""
    text: str = ""

    @property
    def length_mm(self) -> Decimal:
        """Length in mm."""
        return mm(self.length)


@noun
class Paragraph:
    """One paragraph, or one line of it (``lines``); ``number`` counts the paragraphs of the body from 0,
    then those of text boxes, then those of headers and footers: no two paragraphs of a document share one.

    ``label`` is the automatic number Word shows before the text; ``room``: twips its text may take across.
    """

    number: int
    runs: tuple[Run, ...]
    format: Format
    style: str = ""
    label: str = ""
    mark: Face = Face()
    cell: Cell | None = None
    section: int = 0
    room: int = 0
    strokes: tuple[Stroke, ...] = ()
    fields: tuple[str, ...] = ()
    frame: str = ""
    """Where across the page the paragraph's own frame stands (left, center, right); '' without a frame."""
    decomposed: bool = False
    part: int = 0
    pictures: int = 0
    """How many pictures stand in it or hang on it."""

    @property
    def contents(self) -> bool:
        """True for a line of a table of contents Word made (its own style, or a reference to a page)."""
        return "TOC" in self.fields or "PAGEREF" in self.fields or self.style.lower().startswith("toc ")

    @cached_property
    def typed(self) -> str:
        """The letters as typed, white space kept."""
        return "".join(r.text for r in self.runs)

    @cached_property
    def text(self) -> str:
        """What the page shows: number, capitals, no white space around."""
        return (self.label + "".join(r.shown for r in self.runs)).strip()

    @cached_property
    def ink(self) -> tuple[Run, ...]:
        """The runs with something to see."""
        return tuple(r for r in self.runs if r.text.strip())

    @property
    def face(self) -> Face:
        """The face of the first letters; of the paragraph mark where there are none."""
        return self.ink[0].face if self.ink else self.mark

    @property
    def blank(self) -> bool:
        """True if nothing is written here."""
        return not self.text

    def with_runs(self, runs: tuple[Run, ...], part: int) -> Paragraph:
        """The same paragraph holding only these runs (``part`` > 0: not its first line, so no number)."""
        return replace(
            self, runs=runs, part=part, label="" if part else self.label, strokes=() if part else self.strokes
        )


@noun
class Table:
    """One table. ``bordered``: its lines are seen; ``room``: width of all columns in twips."""

    index: int
    rows: int
    columns: int
    bordered: bool
    nested: bool = False

"""What can be changed in a Word file, each as a value: who plans a mend says what, this room does it.

Lengths in twips, sizes in half-points. Letters are counted as the reader counts them (``Paragraph.typed``), paragraphs by
their number.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from reportgen.noun import field, noun

Values: TypeAlias = tuple[tuple[str, object], ...]


@noun
class FaceChange:
    """Letters ``start`` to ``end`` of a paragraph look otherwise; ``values``: font, size, bold, italic, underline,
    colour, spacing (twips between letters).

    ``whole``: every run of the paragraph, fields and its mark too.
    """

    number: int
    start: int
    end: int
    values: Values
    whole: bool = False


@noun
class FormatChange:
    """A paragraph is set otherwise; ``values``: align, left, right, first, before, after, line, line_rule,
    contextual, frame (where its own frame stands)."""

    number: int
    values: Values


@noun
class TextChange:
    """The letters ``start`` to ``end`` of a paragraph become ``right``; equal numbers: only put in."""

    number: int
    start: int
    end: int
    right: str


@noun
class Composed:
    """Letters with loose marks in a paragraph become single letters (Unicode NFC)."""

    number: int


@noun
class SectionChange:
    """A section is set otherwise; ``values``: width, height, top, bottom, left, right, header, number_start, number_format,
    first_page.
    """

    index: int
    values: Values


@noun
class LineDrawn:
    """A thin black line ``length`` wide in the middle of the column, ``drop`` below the top of paragraph ``number``."""

    number: int
    length: int
    drop: int


@noun
class LineChange:
    """The line that is drawn in paragraph ``number``, or is its border, becomes ``length`` wide, solid, in the middle."""

    number: int
    length: int = 0


@noun
class NumberAdded:
    """The pages from section ``index`` on get a number in the middle of the header (or at the right of the footer).

    ``where``: header or footer; ``align``: center or right; ``values``: its face; ``instead``: numbers of the paragraphs whose
    page number goes; ``hidden``: the first page shows none. All of it is done, or nothing.
    """

    index: int
    where: str
    align: str
    values: Values
    instead: tuple[int, ...] = ()
    hidden: bool = False


@noun
class NumberTaken:
    """The page number in paragraph ``number`` goes."""

    number: int


Change: TypeAlias = (
    FaceChange | FormatChange | TextChange | Composed | SectionChange | LineDrawn | LineChange | NumberAdded | NumberTaken
)


@noun
class Applied:
    """What became of the changes: parts that changed (name → bytes), and the changes that were refused with the reason."""

    parts: Mapping[str, bytes]
    refused: Mapping[Change, str] = field(default_factory=dict)

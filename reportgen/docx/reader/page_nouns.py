"""The page around the paragraphs: sections, page numbers, text boxes, and the whole reading."""

from __future__ import annotations

from reportgen.docx.reader.nouns import Cell, Face, Paragraph, Table
from reportgen.noun import field, noun


@noun
class PageNumber:
    """A PAGE field. ``where``: header or footer; ``kind``: default, first or even; ``shown`` by this section's settings.

    ``typed``: no field but a number somebody typed, the same on every page.
    """

    section: int
    where: str
    kind: str
    align: str
    face: Face
    shown: bool
    part: str
    text: str = ""
    typed: bool = False


@noun
class Section:
    """A stretch of pages that are set alike; twips. ``first_page``: has headers of its own for its first page.

    ``left`` is the white on paper: the margin with the ``gutter`` (for binding) in it.
    """

    index: int
    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    header: int
    footer: int
    landscape: bool
    first_page: bool
    has_margins: bool
    number_format: str = "decimal"
    number_start: int | None = None
    kind: str = "nextPage"
    gutter: int = 0

    @property
    def text_width(self) -> int:
        """Width between the margins."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        """Height between the margins (negative margins are exact ones)."""
        return self.height - abs(self.top) - abs(self.bottom)


@noun
class Box:
    """A text box and the number of the paragraph it hangs on. ``width``, ``height``: twips, 0 where the file does not say;
    ``framed``: a line is drawn around it.
    """

    anchor: int
    cell: Cell | None
    paragraphs: tuple[Paragraph, ...]
    width: int = 0
    height: int = 0
    framed: bool = False
    align: str = ""
    """Where across the page it is set, '' where the file only says a distance."""


@noun
class Reading:
    """A whole document as the page shows it, in reading order."""

    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    boxes: tuple[Box, ...] = ()
    numbers: tuple[PageNumber, ...] = ()
    typed_numbers: tuple[PageNumber, ...] = ()
    margins: tuple[Paragraph, ...] = field(default=())
    """Paragraphs of the headers and footers that are shown."""

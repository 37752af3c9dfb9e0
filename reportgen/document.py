"""The nouns of a body text: what a document says, in order, before it is a page.

A ``Document`` is what ``noi-dung.md`` holds: headings, paragraphs, items, tables and the control lines
between them. Nothing here knows Word. A block names no style and no size: the writer chooses the style by the
kind of block.

A new kind of block is three places on purpose: its dataclass here, its line in ``body_text``, its writing in
``docx/body.py``; ``assert_never`` there points at what was forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from reportgen.diagnostics import NOWHERE, Place
from reportgen.noun import noun, replace
from reportgen.program.tags import CLOSES, statement_word

Align = Literal["left", "center", "right"]


@noun
class Text:
    """Words as typed, without tags."""

    text: str
    bold: bool = False
    italic: bool = False
    place: Place = NOWHERE


@noun
class Tag:
    """One ``{{ … }}`` with its braces."""

    source: str
    bold: bool = False
    italic: bool = False
    place: Place = NOWHERE


Inline: TypeAlias = Text | Tag
Inlines: TypeAlias = tuple[Inline, ...]


@noun
class Heading:
    """``# …``: a numbered title of its own; level 1 is the highest."""

    level: int
    inlines: Inlines
    place: Place


@noun
class Numbered:
    """``#. …``: a numbered paragraph without a title; bold words at its start are a run-in title."""

    level: int
    inlines: Inlines
    place: Place


@noun
class Paragraph:
    """Running text."""

    inlines: Inlines
    place: Place


@noun
class Item:
    """``- …``, ``+ …``, ``* …``: the mark is printed as typed."""

    mark: Literal["-", "+", "*"]
    inlines: Inlines
    place: Place


@noun
class Control:
    """A ``{% … %}`` on a line of its own."""

    source: str
    place: Place

    @property
    def word(self) -> str:
        """for, if, elif, else, endfor or endif."""
        return statement_word(self.source)


@noun
class Row:
    """One row of a table, a cell per column."""

    cells: tuple[Inlines, ...]
    place: Place


@noun
class Table:
    """A pipe table. ``rows`` may hold control lines, so that a row can be repeated or left out."""

    header: Row
    rows: tuple[Row | Control, ...]
    aligns: tuple[Align, ...]
    place: Place


@noun
class DataTable:
    """``[[chi_tieu_xa]]``: a data table declared by the type of document stands here."""

    key: str
    place: Place


TextBlock: TypeAlias = Heading | Numbered | Paragraph | Item | Table | Control
Block: TypeAlias = TextBlock | DataTable


@noun
class Document:
    """All blocks of one body text in order; ``file`` as shown to staff."""

    file: str
    blocks: tuple[Block, ...]


def inlines_of(block: Block) -> Iterator[Inline]:
    """Every piece of text and every tag of a block, in reading order; none for a control line."""
    if isinstance(block, Table):
        for row in (block.header, *(r for r in block.rows if isinstance(r, Row))):
            for cell in row.cells:
                yield from cell
    elif not isinstance(block, Control | DataTable):
        yield from block.inlines


def controlled(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, bool]]:
    """Each block with whether it stands between control lines (may be repeated or left out)."""
    depth = 0
    for block in blocks:
        if isinstance(block, Control):
            depth += {"for": 1, "if": 1}.get(block.word, 0) - (block.word in CLOSES)
        yield block, depth > 0


def strengthen(inline: Inline) -> Inline:
    """The same piece in bold."""
    return replace(inline, bold=True)

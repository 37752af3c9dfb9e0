"""The body text as WordprocessingML, with its tags left inside: one paragraph per block, a style per kind of
block.

A block names a style, it never spells formatting: what a heading looks like is the frame's business, and
staff change it in Word in one place. The only direct formatting is the emphasis somebody typed. Styles are
found by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, assert_never

from reportgen.diagnostics import Finding, Place
from reportgen.document import (
    Control,
    DataTable,
    Document,
    Heading,
    Inline,
    Inlines,
    Item,
    Numbered,
    Paragraph,
    Table,
    Text,
    TextBlock,
    strengthen,
)  # fmt: skip
from reportgen.docx.data_table import write_table
from reportgen.docx.frame_facts import TABLE_SIZE
from reportgen.docx.numbering import Label, Labels
from reportgen.docx.runs import OwnTag, Styles, open_paragraph, write_runs
from reportgen.noun import field, noun
from reportgen.program.tags import ProgramText

if TYPE_CHECKING:
    from reportgen.docx.placed_tables import TableWriter

MARKS = {"-": "gach_dau_dong", "+": "dau_cong", "*": "dau_sao"}
DEEPEST_STYLE = 4
OWN_LINE = ("Phần", "Chương")
ARTICLE = "Điều "


KEPT_WITH_SIGNATURE = "<w:keepNext/>"
"""For a last paragraph whose style does not say so itself: the signature never stands alone on a page."""


@noun
class BodyWriter:
    """Writes one document into one frame. ``list_number``: the Word list of automatic numbers; ``tables`` writes the data
    tables the type of document declares; ``table_size``: points of the letters in tables typed in the text; ``notes``: what the
    writer has to say of them.
    """

    document: Document
    styles: Styles
    labels: Labels
    width: int
    tables: TableWriter | None = None
    list_number: int = 0
    table_size: Decimal = TABLE_SIZE
    notes: list[Finding] = field(default_factory=list)

    def write(self, text: ProgramText) -> None:
        """All blocks, in order, into the program text."""
        blocks = self.document.blocks
        for index, block in enumerate(blocks):
            last = index == len(blocks) - 1
            if isinstance(block, DataTable):
                self.tables.write(text, blocks, index)
            else:
                self._block(text, block, last)
            if isinstance(block, Table) and (last or isinstance(blocks[index + 1], Table | DataTable | Control)):
                open_paragraph(text, self.styles.id("noi_dung"))
                text.text("</w:p>")

    def _block(self, text: ProgramText, block: TextBlock, last: bool) -> None:
        match block:
            case Control():
                text.tag(block.source, block.place)
            case Paragraph():
                closing = last and self.styles.has("doan_ket")
                self._paragraph(text, "doan_ket" if closing else "noi_dung", block.inlines)
            case Item():
                kept = KEPT_WITH_SIGNATURE if last else ""
                self._paragraph(text, MARKS[block.mark], (Text(f"{block.mark} "), *block.inlines), kept)
            case Heading() | Numbered():
                self._section(text, block, last)
            case Table():
                self.notes.extend(write_table(text, block, self.styles, self.width, self.table_size))
            case _:
                assert_never(block)

    def _paragraph(self, text: ProgramText, component: str, inlines: Inlines, number: str = "") -> None:
        open_paragraph(text, self.styles.id(component), number)
        write_runs(text, inlines)
        text.text("</w:p>")

    def _section(self, text: ProgramText, block: Heading | Numbered, last: bool) -> None:
        """A heading wears the style of its level; a numbered paragraph is body text, its number bold where its
        words are. «Điều 1.» is bold whatever follows (NĐ30, PL I, Phần I, Mục II.6.đ).
        """
        label = self.labels.next(block)
        is_heading = isinstance(block, Heading)
        running = "doan_ket" if last and self.styles.has("doan_ket") else "noi_dung"
        component = f"muc_cap_{min(block.level, DEEPEST_STYLE)}" if is_heading else running
        article = self.labels.sample(block.level).startswith(ARTICLE)
        bold = not is_heading and (article or (bool(block.inlines) and block.inlines[0].bold))
        open_paragraph(text, self.styles.id(component), self._number(label, bold))
        words = tuple(_label_pieces(label, block.place))
        if words and label.list_level is None:
            own_line = is_heading and self.labels.sample(block.level).startswith(OWN_LINE)
            words = (*words, Text("\n" if own_line else " "))
        write_runs(text, (*(strengthen(w) if bold else w for w in words), *block.inlines))
        text.text("</w:p>")

    def _number(self, label: Label, bold: bool) -> str:
        if label.list_level is None:
            return ""
        mark = "<w:rPr><w:b/></w:rPr>" if bold else ""
        return f'<w:numPr><w:ilvl w:val="{label.list_level}"/><w:numId w:val="{self.list_number}"/></w:numPr>{mark}'


def _label_pieces(label: Label, place: Place) -> Iterator[Inline]:
    if label.tag:
        yield OwnTag(label.tag, place=place)
    elif label.text:
        yield Text(label.text)

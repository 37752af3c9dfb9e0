"""Declared data tables in the program of a page: a tag that prints the table, and the section breaks around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.diagnostics import error
from reportgen.document import Block, Control, DataTable, Table
from reportgen.docx.ruled_table import parts_of
from reportgen.docx.runs import Styles, open_paragraph
from reportgen.docx.sections import (
    LOW,
    Sections,
    break_paragraph,
    counting_anew,
    end_main_part,
    going_on,
    own_section,
    sections_of,
)
from reportgen.docx.tags import ENDING, TaggedPart
from reportgen.docx.xml import Element, etree
from reportgen.noun import noun
from reportgen.program.tags import ProgramText
from reportgen.tables.declared import TableType

LOW_PARAGRAPH = f'<w:p><w:pPr>{LOW}<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
VALUE = "_bang_{}"
"""The name under which a document's data holds a table ready to print."""


@noun
class TableWriter:
    """Writes the data tables of one text. ``endings``: the sections of the appendices, in order."""

    tables: Mapping[str, TableType]
    styles: Styles
    sections: Sections
    appendices: tuple[DataTable, ...] = ()
    endings: tuple[Element, ...] = ()

    def write(self, text: ProgramText, blocks: Sequence[Block], index: int) -> None:
        """The table that is block ``index``; pages turn across before the first and after the last of several in a row."""
        block = blocks[index]
        if not self.is_turned(block):
            self._table(text, block, self.sections.width)
            after = blocks[index + 1] if index + 1 < len(blocks) else None
            if after is None or isinstance(after, Table | DataTable | Control):
                open_paragraph(text, self.styles.id("noi_dung"))
                text.text("</w:p>")
            return
        if index == 0 or not self.is_turned(blocks[index - 1]):
            text.text(self.sections.upright_end(not any(self.is_turned(b) for b in blocks[:index])))
        self._table(text, block, self.sections.turned_width)
        if index + 1 == len(blocks) or not self.is_turned(blocks[index + 1]):
            text.text(self.sections.turned_end)
        else:
            text.text(LOW_PARAGRAPH)

    def write_appendices(self, text: ProgramText) -> None:
        """All appendices, each in a section of its own; the section of the last one is that of the end of the file."""
        for n, block in enumerate(self.appendices, start=1):
            turned = self.tables[block.key].is_landscape
            self._table(text, block, self.sections.turned_width if turned else self.sections.width)
            text.text(LOW_PARAGRAPH if n == len(self.appendices) else break_paragraph(self.endings[n - 1]))

    def is_turned(self, block: Block | None) -> bool:
        """True for a table in the text that stands on pages turned across."""
        return (
            isinstance(block, DataTable) and block.key in self.tables and self.tables[block.key].is_landscape
        )

    def _table(self, text: ProgramText, block: DataTable, width: int) -> None:
        if block.key not in self.tables:
            hint = "khai bảng ở mục bang của loai.yml"
            text.findings.append(
                error("BG05", f"không có bảng «{block.key}»", block.place, found=block.key, hint=hint)
            )
            return
        ids = ";".join(self.styles.id(component) for component in parts_of(self.tables[block.key]))
        quoted = ids.replace("\\", "\\\\").replace("'", "\\'")
        text.own_tag(f"{{{{ {VALUE.format(block.key)}|_bang({width}, '{quoted}') }}}}", block.place)


def table_writer(
    page: TaggedPart,
    blocks: Sequence[Block],
    appendices: tuple[DataTable, ...],
    tables: Mapping[str, TableType],
    styles: Styles,
) -> TableWriter:
    """The writer of a text's tables; the page is given the sections that they need at its end."""
    sections = sections_of(page)
    writer = TableWriter(tables, styles, sections, appendices)
    has_turned = any(map(writer.is_turned, blocks))
    own = own_section(page.root)
    if not appendices:
        if has_turned:
            own.getparent().replace(own, going_on(own))
        return writer
    endings = tuple(counting_anew(own, tables[block.key].is_landscape) for block in appendices)
    end_main_part(page, endings[-1], is_first=not has_turned)
    endings[-1].addprevious(etree.Comment(page.mark(ENDING, appendices[0].place)))
    return TableWriter(tables, styles, sections, appendices, endings)

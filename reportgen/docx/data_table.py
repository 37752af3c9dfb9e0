"""Tables of a body text: ruled, header row repeated on every page, no row torn over two pages, fitted to the
page.

The widths follow what the columns hold: a column of names gets more than a column of numbers. A tag counts as
a short number, since what it will print is not known when the template is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reportgen.document import Control, Inlines, Row, Table, Tag
from reportgen.docx.runs import Styles, open_paragraph, write_runs
from reportgen.docx.xml import esc
from reportgen.program.tags import ProgramText

TAG_LETTERS = 8
FEWEST, MOST = 4, 32
CELL_STYLES = {"left": "bang_chu", "center": "bang_giua", "right": "bang_so"}
HEADER_STYLE = "bang_dau_cot"
TABLE_STYLE = "bang_so_lieu"


def write_table(text: ProgramText, table: Table, styles: Styles, width: int) -> None:
    """The table into the program text, ``width`` twips wide."""
    widths = column_widths(table, width)
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    text.text(
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{esc(styles.id(TABLE_STYLE))}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" '
        f'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
    _write_row(text, table.header, widths, [styles.id(HEADER_STYLE)] * len(widths), "<w:tblHeader/>")
    cells = [styles.id(CELL_STYLES[align]) for align in table.aligns]
    for row in table.rows:
        if isinstance(row, Control):
            text.tag(row.source, row.place)
        else:
            _write_row(text, row, widths, cells)
    text.text("</w:tbl>")


def column_widths(table: Table, width: int) -> list[int]:
    """Twips per column; they add up to ``width`` exactly."""
    rows = [table.header, *(row for row in table.rows if isinstance(row, Row))]
    weights = [
        min(
            MOST,
            max(
                FEWEST,
                *(_letters(row.cells[column]) for row in rows),
                _longest_word(table.header.cells[column]),
            ),
        )
        for column in range(len(table.aligns))
    ]
    edges = [width * sum(weights[:upto]) // sum(weights) for upto in range(len(weights) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _write_row(
    text: ProgramText, row: Row, widths: Sequence[int], styles: Sequence[str], more: str = ""
) -> None:
    text.text(f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>")
    for cell, width, style in zip(row.cells, widths, styles, strict=True):
        text.text(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>')
        open_paragraph(text, style)
        write_runs(text, cell)
        text.text("</w:p></w:tc>")
    text.text("</w:tr>")


def _letters(cell: Inlines) -> int:
    return sum(TAG_LETTERS if isinstance(piece, Tag) else len(piece.text) for piece in cell)


def _longest_word(cell: Inlines) -> int:
    return max(
        (len(word) for piece in cell if not isinstance(piece, Tag) for word in piece.text.split()), default=0
    )

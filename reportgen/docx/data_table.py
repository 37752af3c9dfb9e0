"""Tables of a body text: ruled, header row repeated on every page, no row torn over two pages, fitted to the
page.

The widths follow what the columns hold: a column of names gets more than a column of numbers. A tag counts as
a short number, since what it will print is not known when the template is made.

A table of many columns does not hold its words in such widths: a number of nine digits was cut in three lines. The regulation
gives tables no type size of their own; offices set wide ones in 12, 11, seldom 10 pt. So where a word or a number would be cut,
the letters and the margins in the cells shrink as those of declared tables do (``column_widths``), and no further than 10 pt;
what does not fit then needs a page turned across, which only a declared table can ask for: the table is set as well as may be
and a note says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from reportgen.diagnostics import Finding, warning
from reportgen.document import Control, Inlines, Row, Table, Tag
from reportgen.docx.column_widths import ColumnNeeds, Fit, Piece, squeezed
from reportgen.docx.metrics import MM_PER_POINT, text_width_mm, twips
from reportgen.docx.runs import Styles, open_paragraph, write_runs
from reportgen.docx.xml import esc
from reportgen.noun import noun
from reportgen.program.tags import ProgramText

TAG_LETTERS = 8
FEWEST, MOST = 4, 32
CELL_STYLES = {"left": "bang_chu", "center": "bang_giua", "right": "bang_so"}
HEADER_STYLE = "bang_dau_cot"
TABLE_STYLE = "bang_so_lieu"
USUAL_SIDE_MM = Decimal("1.5")
"""The margin at each side of a cell in our table style."""
TWIPS_PER_MM = 20 / MM_PER_POINT
SHORT_NUMBER = "0000 0000"
"""What a tag counts as: it asks for eight digits, it must have four."""


@noun
class Grid:
    """How a table is set: twips per column; ``size_pt``, ``side_mm``: of its letters and cells where they are not those of the
    styles (None). ``lacking``: mm the page has too little, 0 where every word fits.
    """

    widths: tuple[int, ...]
    size_pt: Decimal | None = None
    side_mm: Decimal | None = None
    lacking: Decimal = Decimal(0)


def write_table(text: ProgramText, table: Table, styles: Styles, width: int, size_pt: Decimal) -> list[Finding]:
    """The table into the program text, ``width`` twips wide, its styles set in ``size_pt``; notes about what does not fit."""
    grid = grid_of(table, width, size_pt)
    columns = "".join(f'<w:gridCol w:w="{column}"/>' for column in grid.widths)
    side = f'w:w="{twips(grid.side_mm)}" w:type="dxa"' if grid.side_mm is not None else ""
    margins = f"<w:tblCellMar><w:left {side}/><w:right {side}/></w:tblCellMar>" if side else ""
    text.text(
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{esc(styles.id(TABLE_STYLE))}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>{margins}<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" '
        f'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )
    look = f'<w:sz w:val="{int(grid.size_pt * 2)}"/><w:szCs w:val="{int(grid.size_pt * 2)}"/>' if grid.size_pt else ""
    _write_row(text, table.header, grid, [styles.id(HEADER_STYLE)] * len(grid.widths), look, "<w:tblHeader/>")
    cells = [styles.id(CELL_STYLES[align]) for align in table.aligns]
    for row in table.rows:
        if isinstance(row, Control):
            text.tag(row.source, row.place)
        else:
            _write_row(text, row, grid, cells, look)
    text.text("</w:tbl>")
    return [_too_wide(table, grid)] if grid.lacking else []


def grid_of(table: Table, width: int, size_pt: Decimal) -> Grid:
    """The usual widths where every word fits in them, else those of the roomiest setting that holds all words."""
    usual = column_widths(table, width)
    needs = [ColumnNeeds(tuple(_pieces(table, n)), grows=_is_text(table, n)) for n in range(len(table.aligns))]
    if all(_fits(need, column, size_pt) for need, column in zip(needs, usual, strict=True)):
        return Grid(tuple(usual))
    room = Decimal(width) / TWIPS_PER_MM
    fitted, needed = squeezed(needs, room, size_pt)
    smaller = fitted.size_pt if fitted.size_pt != size_pt else None
    narrower = fitted.side_mm if fitted.side_mm != USUAL_SIDE_MM else None
    return Grid(_whole_twips(fitted, width), smaller, narrower, max(needed - room, Decimal(0)))


def column_widths(table: Table, width: int) -> list[int]:
    """Twips per column by the letters they hold; they add up to ``width`` exactly."""
    rows = _rows(table)
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


def _rows(table: Table) -> list[Row]:
    return [table.header, *(row for row in table.rows if isinstance(row, Row))]


def _write_row(text: ProgramText, row: Row, grid: Grid, styles: Sequence[str], look: str, more: str = "") -> None:
    text.text(f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>")
    for cell, width, style in zip(row.cells, grid.widths, styles, strict=True):
        text.text(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>')
        open_paragraph(text, style)
        write_runs(text, cell, look)
        text.text("</w:p></w:tc>")
    text.text("</w:tr>")


def _pieces(table: Table, column: int) -> list[Piece]:
    """What stands in one column: its words, a short number for each cell with a tag."""
    found = [Piece(_words(table.header.cells[column]), bold=True)]
    found += [Piece(_words(row.cells[column])) for row in _rows(table)[1:]]
    return list(dict.fromkeys(found))


def _words(cell: Inlines) -> str:
    return "".join(f" {SHORT_NUMBER} " if isinstance(piece, Tag) else piece.text for piece in cell)


def _is_text(table: Table, column: int) -> bool:
    return table.aligns[column] == "left"


def _fits(need: ColumnNeeds, width: int, size_pt: Decimal) -> bool:
    room = Decimal(width) / TWIPS_PER_MM - 2 * USUAL_SIDE_MM
    return all(text_width_mm(word, size_pt, bold=piece.bold) <= room for piece in need.pieces for word in piece.text.split())


def _whole_twips(fitted: Fit, width: int) -> tuple[int, ...]:
    """The widths in twips; they add up to ``width`` exactly."""
    edges = [*(twips(sum(fitted.widths[:n], Decimal(0))) for n in range(len(fitted.widths))), width]
    return tuple(right - left for left, right in pairwise(edges))


def _too_wide(table: Table, grid: Grid) -> Finding:
    return warning(
        "MAU58",
        f"bảng {len(grid.widths)} cột rộng hơn trang khoảng {int(grid.lacking) + 1} mm dù đã dùng cỡ chữ {grid.size_pt}: có chữ, số bị ngắt dòng",
        table.place,
        hint="khai bảng ở mục bang của loai.yml với «huong: ngang» để in trên trang ngang, hoặc bớt cột, rút ngắn tiêu đề",
    )


def _letters(cell: Inlines) -> int:
    return sum(TAG_LETTERS if isinstance(piece, Tag) else len(piece.text) for piece in cell)


def _longest_word(cell: Inlines) -> int:
    return max(
        (len(word) for piece in cell if not isinstance(piece, Tag) for word in piece.text.split()), default=0
    )

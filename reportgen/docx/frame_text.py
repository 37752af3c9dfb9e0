"""The pieces frames are written of: control paragraphs, loops that close their items, borderless tables."""

from __future__ import annotations

from decimal import Decimal

from reportgen.docx.markup import paragraph, run, styled_paragraph, tag
from reportgen.docx.metrics import twips
from reportgen.docx.special_styles import CONTROL, FRAME_TABLE
from reportgen.profile import Page

Cells = tuple[list[str], list[str]]


def control(statement: str) -> str:
    """A paragraph ``{%p … %}``."""
    return styled_paragraph(CONTROL[0], run(f"{{%p {statement} %}}"))


def if_(condition: str, component: str, text: str) -> list[str]:
    """A paragraph that stands only under a condition."""
    return [control(f"if {condition}"), paragraph(component, text), control("endif")]


def each(item: str, items: str, component: str, text: str) -> list[str]:
    """A paragraph for each item of a list."""
    return [control(f"for {item} in {items}"), paragraph(component, text), control("endfor")]


def ended(component: str, text: str, mark: str, last_mark: str) -> list[str]:
    """The paragraph of a loop, closed with ``mark``, the last one with ``last_mark``."""
    if mark == last_mark:
        return [paragraph(component, text + mark)]
    return [
        control("if loop.last"),
        paragraph(component, text + last_mark),
        control("else"),
        paragraph(component, text + mark),
        control("endif"),
    ]


def table(page: Page, left_mm: Decimal, rows: list[Cells], *, top: int = 0, bottom_row: int = -1) -> str:
    """A borderless table of two fixed columns across the text, whose rows are never parted.

    ``top``: twips above the text of each row; ``bottom_row``: the row whose cells stand on their last line.
    """
    widths = (twips(left_mm), twips(page.text_width_mm) - twips(left_mm))
    properties = tag(
        "tblPr",
        tag("tblStyle", val=FRAME_TABLE[0]),
        tag("tblW", w=sum(widths), type="dxa"),
        tag("tblLayout", type="fixed"),
        tag("tblCellMar", tag("top", w=top, type="dxa")) if top else "",
        tag("tblLook", val="0000"),
    )
    grid = tag("tblGrid", *(tag("gridCol", w=width) for width in widths))
    return tag(
        "tbl", properties, grid, *(_row(widths, row, number == bottom_row) for number, row in enumerate(rows))
    )


def _row(widths: tuple[int, int], cells: Cells, at_bottom: bool) -> str:
    align = tag("vAlign", val="bottom") if at_bottom else ""
    written = (
        tag("tc", tag("tcPr", tag("tcW", w=width, type="dxa"), align), *cell)
        for width, cell in zip(widths, cells, strict=True)
    )
    return tag("tr", tag("trPr", tag("cantSplit")), *written)

"""What stands around the text: the section (paper, margins) and the page number in its header or footer."""

from __future__ import annotations

from reportgen.docx.markup import field, part, styled_paragraph, tag
from reportgen.docx.metrics import twips
from reportgen.profile import STYLE_NAMES, Page

NUMBER_PART = {"header-center": "header", "footer-right": "footer"}
NUMBER_RELATION = "rIdSoTrang"


def section(page: Page) -> str:
    """``w:sectPr``: the paper, its margins, the page number but on page 1 (NĐ30, PL I, Mục I.7)."""
    place = NUMBER_PART[page.number_position]
    return tag(
        "sectPr",
        f'<w:{place}Reference w:type="default" r:id="{NUMBER_RELATION}"/>',
        tag("pgSz", w=twips(page.width_mm), h=twips(page.height_mm)),
        tag(
            "pgMar",
            top=twips(page.top_mm),
            right=twips(page.right_mm),
            bottom=twips(page.bottom_mm),
            left=twips(page.left_mm),
            header=twips(page.header_mm),
            footer=twips(page.footer_mm),
            gutter=0,
        ),
        tag("pgNumType", start=1),
        tag("cols", space=708),
        tag("titlePg"),
    )


def number_part(page: Page) -> tuple[str, bytes]:
    """Name and bytes of the part with the page number: ``word/header1.xml`` or ``word/footer1.xml``."""
    place = NUMBER_PART[page.number_position]
    root = {"header": "hdr", "footer": "ftr"}[place]
    number = styled_paragraph(STYLE_NAMES["so_trang"][0], field("PAGE", "2"))
    return f"word/{place}1.xml", part(root, number)

"""Styles the regulation does not name: Word's own, rule lines, tables, the marks of a frame."""

from __future__ import annotations

from reportgen.docx.markup import tag
from reportgen.profile import STYLE_NAMES

RULE_WEIGHT = 6  # eighths of a point: 0.75 pt, as drawn in nearly all real documents
RULE_LINE = 80  # twips: the height of the empty paragraph that carries a rule
RULE_SPACE_AFTER_PT = {"ke_tieu_ngu": 0, "ke_tieu_de_dang": 0, "ke_co_quan": 0, "ke_trich_yeu": 6}
CELL_SIDE = 85  # twips: 1.5 mm left and right inside a table of figures
FRAME_TABLE = ("BangKhung", "Bảng khung")
CLOSING = ("DongCuoi", "Dòng cuối")
CONTROL = ("LenhMau", "Lệnh mẫu")


def latent() -> str:
    """Word's own styles stay out of the gallery, so that staff see those of the regulation."""
    return tag(
        "latentStyles",
        defLockedState=0,
        defUIPriority=99,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=376,
    )


def base_styles() -> list[str]:
    """The four styles every Word document starts from."""
    hidden = (tag("uiPriority", val=99), tag("semiHidden"))
    return [
        word_style("paragraph", "Normal", tag("name", val="Normal"), tag("qFormat"), default=1),
        word_style(
            "character", "DefaultParagraphFont", tag("name", val="Default Paragraph Font"), *hidden, default=1
        ),
        word_style(
            "table",
            "TableNormal",
            tag("name", val="Normal Table"),
            *hidden,
            tag("tblPr", tag("tblInd", w=0, type="dxa"), _cell_margins(108)),
            default=1,
        ),
        word_style("numbering", "NoList", tag("name", val="No List"), *hidden, default=1),
    ]


def rule_style(component: str, indent: int) -> str:
    """An empty low paragraph with a line on top, ``indent`` twips in from each side."""
    style_id, name = STYLE_NAMES[component]
    line = tag("top", val="single", sz=RULE_WEIGHT, space=1, color="auto")
    after = RULE_SPACE_AFTER_PT[component] * 20
    return word_style(
        "paragraph",
        style_id,
        tag("name", val=name),
        tag("basedOn", val="Normal"),
        tag("next", val=STYLE_NAMES["noi_dung"][0]),
        tag("uiPriority", val=2),
        tag(
            "pPr",
            tag("pBdr", line),
            tag("spacing", before=60, after=after, line=RULE_LINE, lineRule="exact"),
            tag("ind", left=indent, right=indent),
            tag("jc", val="center"),
        ),
        customStyle=1,
    )


def closing_style() -> str:
    """The paragraph Word wants after the last table, too low to make a page of its own."""
    return word_style(
        "paragraph",
        CLOSING[0],
        tag("name", val=CLOSING[1]),
        tag("basedOn", val="Normal"),
        tag("uiPriority", val=99),
        tag("semiHidden"),
        tag("pPr", tag("spacing", before=0, after=0, line=20, lineRule="exact")),
        tag("rPr", tag("sz", val=2), tag("szCs", val=2)),
        customStyle=1,
    )


def control_style() -> str:
    """The paragraphs ``{%p … %}``: small and grey, so that a frame looks like the page it makes."""
    return word_style(
        "paragraph",
        CONTROL[0],
        tag("name", val=CONTROL[1]),
        tag("basedOn", val="Normal"),
        tag("uiPriority", val=98),
        tag("rPr", tag("color", val="7F7F7F"), tag("sz", val=14), tag("szCs", val=14)),
        customStyle=1,
    )


def table_styles(component: str) -> list[str]:
    """The ruled table of figures, and the table without borders that holds letterhead and signature."""
    style_id, name = STYLE_NAMES[component]
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = tag("tblBorders", *(tag(side, val="single", sz=4, space=0, color="auto") for side in sides))
    based = (tag("basedOn", val="TableNormal"), tag("uiPriority", val=39))
    return [
        word_style(
            "table", style_id, tag("name", val=name), *based, tag("qFormat"),
            tag("tblPr", borders, _cell_margins(CELL_SIDE)), customStyle=1,
        ),
        word_style(
            "table", FRAME_TABLE[0], tag("name", val=FRAME_TABLE[1]), *based,
            tag("tblPr", _cell_margins(0)), customStyle=1,
        ),
    ]  # fmt: skip


def word_style(kind: str, style_id: str, *children: str, **marks: int) -> str:
    """One ``w:style``; ``marks``: default or customStyle."""
    return tag("style", *children, type=kind, **marks, styleId=style_id)


def _cell_margins(side: int) -> str:
    widths = (("top", 0), ("left", side), ("bottom", 0), ("right", side))
    return tag("tblCellMar", *(tag(name, w=width, type="dxa") for name, width in widths))

"""What a body must know of the frame it is set into: the ids of styles, the width of the text, indents of headings."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from reportgen.docx.xml import Element, qn
from reportgen.profile import STYLE_ALIASES, STYLE_NAMES

A4_TEXT_WIDTH = 9071
HEADINGS = ("muc_cap_1", "muc_cap_2", "muc_cap_3", "muc_cap_4")
DEEPEST_CHAIN = 20
TABLE_SIZE = Decimal(13)


def style_ids(sheet: Element | None) -> dict[str, str]:
    """Component → style id in this frame, found by the style's name or alias, capitals ignored."""
    by_name: dict[str, str] = {}
    for style in sheet.iter(qn("w:style")) if sheet is not None else ():
        for said in (style.find(qn("w:name")), style.find(qn("w:aliases"))):
            for name in (said.get(qn("w:val"), "") if said is not None else "").split(","):
                by_name.setdefault(name.strip().casefold(), style.get(qn("w:styleId"), ""))
    found = {}
    for component, (_, name) in STYLE_NAMES.items():
        for wanted in (name, STYLE_ALIASES.get(component, name)):
            if wanted.casefold() in by_name:
                found.setdefault(component, by_name[wanted.casefold()])
    return found


def heading_indents(sheet: Element | None, ids: Mapping[str, str]) -> list[dict[str, str]]:
    """The indents of the heading styles by level (attributes of ``w:ind``), found along the styles they build on.

    A list level that names no indent takes 0 in LibreOffice, so a numbered heading would lose that of its style.
    """
    styles = {s.get(qn("w:styleId")): s for s in sheet.iter(qn("w:style"))} if sheet is not None else {}
    return [_indent(styles, ids.get(heading, "")) for heading in HEADINGS]


def _indent(styles: Mapping[str | None, Element], style_id: str | None) -> dict[str, str]:
    for _ in range(DEEPEST_CHAIN):
        style = styles.get(style_id)
        if style is None:
            break
        found = style.find(f"{qn('w:pPr')}/{qn('w:ind')}")
        if found is not None:
            return {str(name): str(value) for name, value in found.attrib.items()}
        base = style.find(qn("w:basedOn"))
        style_id = base.get(qn("w:val")) if base is not None else None
    return {qn("w:left"): "0", qn("w:firstLine"): "0"}


def style_size(sheet: Element | None, style_id: str) -> Decimal:
    """The type size of a style in points, found along the styles it builds on; TABLE_SIZE where none says."""
    styles = {s.get(qn("w:styleId")): s for s in sheet.iter(qn("w:style"))} if sheet is not None else {}
    for _ in range(DEEPEST_CHAIN):
        style = styles.get(style_id)
        size = style.find(f"{qn('w:rPr')}/{qn('w:sz')}") if style is not None else None
        if size is not None and size.get(qn("w:val"), "").isdecimal():
            return Decimal(size.get(qn("w:val"))) / 2
        base = style.find(qn("w:basedOn")) if style is not None else None
        if base is None:
            break
        style_id = base.get(qn("w:val"), "")
    return TABLE_SIZE


def text_width(root: Element) -> int:
    """Twips between the margins of the section the body stands in (the last one of the frame)."""
    sections = list(root.iter(qn("w:sectPr")))
    if not sections:
        return A4_TEXT_WIDTH
    size, margin = sections[-1].find(qn("w:pgSz")), sections[-1].find(qn("w:pgMar"))
    if size is None or margin is None:
        return A4_TEXT_WIDTH
    width, left, right = (
        e.get(qn(f"w:{n}"), "0") for e, n in ((size, "w"), (margin, "left"), (margin, "right"))
    )
    return max(int(width) - int(left) - int(right), 1000)

"""Sections: paper, margins, and the page numbers of the headers and footers that are really shown."""

from __future__ import annotations

from reportgen.docx.reader.nouns import Paragraph
from reportgen.docx.reader.page_nouns import PageNumber, Section
from reportgen.docx.reader.properties import VAL, on, whole
from reportgen.docx.xml import Element, qn
from reportgen.pattern import Pattern

LETTER = (12240, 15840)
TYPED_NUMBER = Pattern(r"[-–— ]*(?:[Tt]rang\s*)?\d{1,3}[-–— ]*")
MOST_LINES = 200
"""Lines of a header looked at for a page number."""


def read_section(element: Element | None, index: int) -> Section:
    """One ``w:sectPr``. A file without one has Word's default paper, US Letter."""
    size, margins, numbers, kind = (
        element.find(qn(name)) if element is not None else None
        for name in ("w:pgSz", "w:pgMar", "w:pgNumType", "w:type")
    )
    width, height = (_number(size, side, plain) for side, plain in zip(("w", "h"), LETTER, strict=True))
    title = element.find(qn("w:titlePg")) if element is not None else None
    gutter = _number(margins, "gutter", 0)
    start = numbers.get(qn("w:start")) if numbers is not None else None
    return Section(
        index=index,
        width=width,
        height=height,
        **{side: _number(margins, side, 1440) for side in ("top", "bottom", "right")},
        left=_number(margins, "left", 1440) + gutter,
        **{side: _number(margins, side, 720) for side in ("header", "footer")},
        landscape=width > height,
        first_page=title is not None and on(title),
        has_margins=margins is not None,
        number_format=numbers.get(qn("w:fmt"), "decimal") if numbers is not None else "decimal",
        number_start=whole(start) if start is not None else None,
        kind=kind.get(VAL, "nextPage") if kind is not None else "nextPage",
        gutter=gutter,
    )


def shown_kinds(section: Section, even_and_odd: bool) -> tuple[str, ...]:
    """Which headers this section shows: first only with a first page of its own, even only if the file says so."""
    kinds = ["default"]
    if section.first_page:
        kinds.append("first")
    if even_and_odd:
        kinds.append("even")
    return tuple(kinds)


def page_numbers(
    section: Section, where: str, kind: str, part: str, paragraphs: tuple[Paragraph, ...], shown: bool
) -> list[PageNumber]:
    """The PAGE fields in one header or footer, and numbers typed in the place of one."""
    found = []
    for paragraph in paragraphs[:MOST_LINES]:
        typed = "PAGE" not in paragraph.fields
        if not typed or (not paragraph.fields and TYPED_NUMBER.fullmatch(paragraph.text)):
            face = paragraph.ink[-1].face if paragraph.ink else paragraph.mark
            align = _across(paragraph)
            found.append(PageNumber(section.index, where, kind, align, face, shown, part, paragraph.text, typed))
    return found


def _across(paragraph: Paragraph) -> str:
    """Where a number stands across the page: by its frame, its cell, the paragraph's alignment, or one tab for the middle."""
    if paragraph.frame:
        return paragraph.frame
    cell = paragraph.cell
    if cell and cell.columns > 1:  # a footer laid out as a table
        return {0: "left", cell.columns - 1: "right"}.get(cell.column, "center")
    typed = paragraph.typed.lstrip(" ")
    tabs = len(typed) - len(typed.lstrip("\t ")) if paragraph.format.align in ("left", "justify") else 0
    return {0: paragraph.format.align, 1: "center"}.get(tabs, "right")


def _number(element: Element | None, name: str, otherwise: int) -> int:
    return whole(element.get(qn(f"w:{name}")), otherwise) if element is not None else otherwise

"""Sections of a page: pages turned across for a wide table, and appendices with page numbers of their own.

All are cut from the frame's own section, so paper, margins and page numbers stay what staff chose in Word; a turned page
keeps the margins of the upright one. The first section hides the number of its first page; sections that go on show it;
an appendix counts from 1 again and hides its first (NĐ30, PL I, Phần I, Mục I.7 and III.1.đ).
"""

from __future__ import annotations

import copy

from reportgen.docx.frame_facts import A4_TEXT_WIDTH, text_width
from reportgen.docx.tags import P, TaggedPart, literal
from reportgen.docx.xml import Element, W, etree, make, qn
from reportgen.noun import noun

AFTER_NUMBERS = (
    "cols",
    "formProt",
    "vAlign",
    "noEndnote",
    "titlePg",
    "textDirection",
    "bidi",
    "rtlGutter",
    "docGrid",
)
AFTER_TITLE = AFTER_NUMBERS[AFTER_NUMBERS.index("titlePg") + 1 :]
LOW = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
"""A paragraph that only holds a section break must not need a line of the page."""


@noun
class Sections:
    """The section breaks of one document, as markup; ``width``, ``turned_width``: twips between the margins."""

    first: str
    later: str
    turned: str
    width: int
    turned_width: int

    def upright_end(self, is_first: bool) -> str:
        """Ends a stretch of upright pages; the first one of a document opens it."""
        return self.first if is_first else self.later

    @property
    def turned_end(self) -> str:
        """Ends a stretch of pages turned across."""
        return self.turned


def sections_of(page: TaggedPart) -> Sections:
    """The breaks cut from the frame's last section."""
    own = own_section(page.root)
    later = going_on(own)
    turned = across(later)
    return Sections(
        break_paragraph(own),
        break_paragraph(later),
        break_paragraph(turned),
        text_width(page.root),
        room_of(turned),
    )


def own_section(root: Element) -> Element:
    """The section of the end of the document; an A4 one is made where the frame has none."""
    body = root.find(qn("w:body"))
    last = body[-1] if len(body) else None
    if last is not None and last.tag == qn("w:sectPr"):
        return last
    section = make("w:sectPr")
    section.append(make("w:pgSz", w="11906", h="16838"))
    section.append(
        make(
            "w:pgMar",
            top="1134",
            right="1134",
            bottom="1134",
            left="1701",
            header="567",
            footer="567",
            gutter="0",
        )
    )
    body.append(section)
    return section


def going_on(section: Element) -> Element:
    """A copy that shows its page numbers from its first page on and counts further."""
    made = copy.deepcopy(section)
    for name in ("w:titlePg", "w:type", "w:sectPrChange"):
        for element in made.findall(qn(name)):
            made.remove(element)
    for numbers in made.findall(qn("w:pgNumType")):
        numbers.attrib.pop(qn("w:start"), None)
        if not numbers.attrib:
            made.remove(numbers)
    return made


def across(section: Element) -> Element:
    """A copy turned across; the margins stay where they are."""
    made = copy.deepcopy(section)
    size = made.find(qn("w:pgSz"))
    if size is not None and size.get(qn("w:orient")) != "landscape":
        width, height = size.get(qn("w:w"), "11906"), size.get(qn("w:h"), "16838")
        size.set(qn("w:w"), height)
        size.set(qn("w:h"), width)
        size.set(qn("w:orient"), "landscape")
    return made


def counting_anew(section: Element, turned: bool) -> Element:
    """A copy for an appendix: pages from 1, the first without its number."""
    made = across(going_on(section)) if turned else going_on(section)
    numbers = made.find(qn("w:pgNumType"))
    if numbers is None:
        numbers = make("w:pgNumType")
        _insert(made, numbers, AFTER_NUMBERS)
    numbers.set(qn("w:start"), "1")
    _insert(made, make("w:titlePg"), AFTER_TITLE)
    return made


def end_main_part(page: TaggedPart, last: Element, *, is_first: bool) -> None:
    """Close the document proper with a section of its own; ``last`` becomes the section of the end of the file."""
    own = own_section(page.root)
    main = copy.deepcopy(own) if is_first else going_on(own)
    before = own.getprevious()
    holder = before if before is not None and before.tag == P else None
    properties = holder.find(qn("w:pPr")) if holder is not None else None
    if holder is None or (properties is not None and properties.find(qn("w:sectPr")) is not None):
        own.addprevious(etree.fromstring(break_paragraph(main)))
    else:
        if properties is None:
            properties = make("w:pPr")
            holder.insert(0, properties)
        change = properties.find(qn("w:pPrChange"))
        properties.insert(len(properties) if change is None else properties.index(change), main)
    own.getparent().replace(own, last)


def room_of(section: Element) -> int:
    """Twips between the margins of a section."""
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if size is None or margins is None:
        return A4_TEXT_WIDTH
    return int(size.get(qn("w:w"), "11906")) - sum(
        int(margins.get(qn(f"w:{side}"), "0")) for side in ("left", "right")
    )


def break_paragraph(section: Element) -> str:
    """The paragraph that ends a section, as markup."""
    section = copy.deepcopy(section)
    etree.cleanup_namespaces(section)
    written = literal(etree.tostring(section, encoding="unicode"))
    low = f'{LOW}<w:rPr><w:sz w:val="2"/></w:rPr>'
    return f'<w:p xmlns:w="{W}"><w:pPr>{low}{written}</w:pPr></w:p>'


def _insert(section: Element, element: Element, before: tuple[str, ...]) -> None:
    """Put an element where the schema wants it: before the first of these that is there."""
    names = {qn(f"w:{name}") for name in before}
    for child in section:
        if child.tag in names:
            child.addprevious(element)
            return
    section.append(element)

"""The sheet: paper, margins, the count of pages, a first page without header."""

from __future__ import annotations

from collections.abc import Callable

from reportgen.docx.mend.nouns import Values
from reportgen.docx.mend.order import child_of, put, take
from reportgen.docx.mend.pen import Pen
from reportgen.docx.xml import Element, make, qn

NAME = "w:sectPr"


def sections_of(root: Element) -> list[Element]:
    """The sections of the document part in the order of the reader; one is made at the end where the file has none."""
    found = [e for e in root.find(qn("w:body")).iter(qn(NAME)) if e.getparent().tag != qn("w:sectPrChange")]
    if not found:
        found = [make(NAME)]
        root.find(qn("w:body")).append(found[0])
    return found


def set_section(pen: Pen, section: Element, values: Values) -> None:
    """Write the values into a ``w:sectPr``; lengths in twips."""
    pen.record(section, NAME)
    for name, value in values:
        _VALUES[name](section, value)


def _attribute(element: str, name: str) -> Callable[[Element, object], None]:
    def write(section: Element, value: object) -> None:
        child_of(section, element).set(qn(f"w:{name}"), f"{value}")

    return write


def _margin(side: str) -> Callable[[Element, object], None]:
    """A margin; where none is declared the others get what Word takes for them, so that the file says what it meant."""

    def write(section: Element, value: object) -> None:
        margins = child_of(section, "w:pgMar")
        for name in ("top", "right", "bottom", "left", "header", "footer", "gutter"):
            if margins.get(qn(f"w:{name}")) is None:
                usual = {"header": "720", "footer": "720", "gutter": "0"}.get(name, "1440")
                margins.set(qn(f"w:{name}"), usual)
        margins.set(qn(f"w:{side}"), f"{value}")

    return write


def _orientation(section: Element, value: object) -> None:
    size = child_of(section, "w:pgSz")
    size.attrib.pop(qn("w:code"), None)
    if value == "landscape":
        size.set(qn("w:orient"), "landscape")
    else:
        size.attrib.pop(qn("w:orient"), None)


def _first_page(section: Element, value: object) -> None:
    take(section, "w:titlePg")
    if value:
        put(section, make("w:titlePg"))


_VALUES: dict[str, Callable[[Element, object], None]] = {
    "width": _attribute("w:pgSz", "w"),
    "height": _attribute("w:pgSz", "h"),
    "orientation": _orientation,
    "number_start": _attribute("w:pgNumType", "start"),
    "number_format": _attribute("w:pgNumType", "fmt"),
    "first_page": _first_page,
} | {side: _margin(side) for side in ("top", "bottom", "left", "right", "header", "footer")}

"""How letters and paragraphs look, written as direct formatting on the runs and paragraphs concerned.

Styles are never edited. A style is shared: by paragraphs nobody found fault with, by blanks and tables that no rule judges,
by texts still to be typed; Word tracks no change of a style, so nobody could accept or reject it; and the parts with the
styles stay as they are, to the byte. The price is a file with more direct formatting, which foreign files are made of anyway.
Condensed spacing, highlighting, language and all else a run says stay.
"""

from __future__ import annotations

from collections.abc import Callable

from reportgen.docx.mend.nouns import Values
from reportgen.docx.mend.order import child_of, put, take
from reportgen.docx.xml import Element, make, qn

ALIGN = {"justify": "both", "center": "center", "left": "left", "right": "right"}


def set_face(properties: Element, values: Values) -> None:
    """Write the values (font, size, bold, italic, underline, colour, spacing) into a ``w:rPr``."""
    for name, value in values:
        _FACE[name](properties, value)


def set_format(properties: Element, values: Values) -> None:
    """Write the values (align, left, right, first, before, after, line, line_rule, contextual, frame) into a ``w:pPr``."""
    for name, value in values:
        _FORMAT[name](properties, value)


def _font(properties: Element, value: object) -> None:
    fonts = child_of(properties, "w:rFonts")
    for slot in ("ascii", "hAnsi", "cs"):
        fonts.attrib.pop(qn("w:cstheme") if slot == "cs" else qn(f"w:{slot}Theme"), None)
        fonts.set(qn(f"w:{slot}"), f"{value}")


def _size(properties: Element, value: object) -> None:
    put(properties, make("w:sz", val=f"{value}"))


def _switch(name: str) -> Callable[[Element, object], None]:
    def write(properties: Element, value: object) -> None:
        put(properties, make(name) if value else make(name, val="0"))

    return write


def _underline(properties: Element, value: object) -> None:
    put(properties, make("w:u", val="single" if value else "none"))


def _colour(properties: Element, value: object) -> None:
    put(properties, make("w:color", val=f"{value}"))


def _between(properties: Element, value: object) -> None:
    put(properties, make("w:spacing", val=f"{value}"))


def _align(properties: Element, value: object) -> None:
    put(properties, make("w:jc", val=ALIGN[f"{value}"]))


def _side(side: str, later: str) -> Callable[[Element, object], None]:
    """Left and right: the name of newer Words, the character counts and mirrored names beside it go."""

    def write(properties: Element, value: object) -> None:
        indents = child_of(properties, "w:ind")
        for name in (later, f"{side}Chars", f"{later}Chars"):
            indents.attrib.pop(qn(f"w:{name}"), None)
        indents.set(qn(f"w:{side}"), f"{value}")

    return write


def _first(properties: Element, value: object) -> None:
    indents = child_of(properties, "w:ind")
    for name in ("firstLineChars", "hangingChars", "hanging", "firstLine"):
        indents.attrib.pop(qn(f"w:{name}"), None)
    twips = int(f"{value}")
    indents.set(qn("w:hanging" if twips < 0 else "w:firstLine"), f"{abs(twips)}")


def _space(side: str) -> Callable[[Element, object], None]:
    def write(properties: Element, value: object) -> None:
        spacing = child_of(properties, "w:spacing")
        for name in (f"{side}Lines", f"{side}Autospacing"):
            spacing.attrib.pop(qn(f"w:{name}"), None)
        spacing.set(qn(f"w:{side}"), f"{value}")

    return write


def _line(name: str) -> Callable[[Element, object], None]:
    def write(properties: Element, value: object) -> None:
        child_of(properties, "w:spacing").set(qn(f"w:{name}"), f"{value}")

    return write


def _contextual(properties: Element, value: object) -> None:
    if value:
        put(properties, make("w:contextualSpacing"))
    else:
        take(properties, "w:contextualSpacing")
        put(properties, make("w:contextualSpacing", val="0"))


def _frame(properties: Element, value: object) -> None:
    frame = child_of(properties, "w:framePr")
    frame.attrib.pop(qn("w:x"), None)
    frame.set(qn("w:xAlign"), f"{value}")


_FACE: dict[str, Callable[[Element, object], None]] = {
    "font": _font,
    "size": _size,
    "bold": _switch("w:b"),
    "italic": _switch("w:i"),
    "underline": _underline,
    "colour": _colour,
    "spacing": _between,
}
_FORMAT: dict[str, Callable[[Element, object], None]] = {
    "align": _align,
    "left": _side("left", "start"),
    "right": _side("right", "end"),
    "first": _first,
    "before": _space("before"),
    "after": _space("after"),
    "line": _line("line"),
    "line_rule": _line("lineRule"),
    "contextual": _contextual,
    "frame": _frame,
}

"""Paragraph and run properties as they stand in the file: one ``w:pPr`` or ``w:rPr`` → a small dict.

A key is there only if the element says so; what it does not say is inherited (``formatting`` merges the levels).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from reportgen.docx.reader.nouns import Border
from reportgen.docx.xml import Element, qn

Properties = dict[str, Any]
VAL = qn("w:val")
OFF = ("0", "false", "off", "none")
ALIGN = {
    "both": "justify",
    "distribute": "justify",
    "center": "center",
    "right": "right",
    "end": "right",
    "left": "left",
    "start": "left",
}
FONTS = (
    ("font", qn("w:ascii"), qn("w:asciiTheme")),
    ("font_high", qn("w:hAnsi"), qn("w:hAnsiTheme")),
)
INDENTS = tuple(
    (key, qn(f"w:{name}"))
    for key, name in (("left", "left"), ("left", "start"), ("right", "right"), ("right", "end"), ("first", "firstLine"))
)
HANGING, LINE, LINE_RULE = qn("w:hanging"), qn("w:line"), qn("w:lineRule")
SPACE = tuple((side, qn(f"w:{side}"), qn(f"w:{side}Autospacing")) for side in ("before", "after"))
EDGES = (("top", qn("w:top")), ("bottom", qn("w:bottom")))
WIDTH, COLOUR = qn("w:sz"), qn("w:color")
LARGEST = 1_000_000
"""No measure of a page is longer (17 m): files that say so are broken or hostile."""
AUTO_SPACE = 280
"""What Word gives a paragraph whose space is «auto» (14 pt)."""


def whole(text: str | None, otherwise: int = 0) -> int:
    """A measure as whole twips, at most LARGEST either way; «12pt», «1.5cm» are read too; rubbish gives ``otherwise``."""
    if not text:
        return otherwise
    try:
        value = int(text)
    except ValueError:
        value = _measure(text, otherwise)
    return max(-LARGEST, min(LARGEST, value))


def run_properties(element: Element | None, theme: Callable[[str], str]) -> Properties:
    """What one ``w:rPr`` says. ``theme`` names the font of a theme slot."""
    found: Properties = {}
    for child in element if element is not None else ():
        reader = _RUN.get(child.tag)
        if reader:
            reader(child, found, theme)
    return found


def paragraph_properties(element: Iterable[Element] | None) -> Properties:
    """What one ``w:pPr`` (or its children) says, but for its style, numbering and section."""
    found: Properties = {}
    for child in element if element is not None else ():
        reader = _PARAGRAPH.get(child.tag)
        if reader:
            reader(child, found)
    return found


def on(element: Element) -> bool:
    """True if a switch such as ``<w:b/>`` is on."""
    return element.get(VAL, "1") not in OFF


def _measure(text: str, otherwise: int) -> int:
    units = {"pt": 20, "in": 1440, "cm": 1440 / 2.54, "mm": 1440 / 25.4, "pc": 240, "pi": 240}
    try:
        return round(float(text[:-2]) * units[text[-2:]]) if text[-2:] in units else round(float(text))
    except (ValueError, OverflowError):
        return otherwise


def _switch(key: str):
    def read(element: Element, found: Properties, _theme: Callable[[str], str] = str) -> None:
        found[key] = on(element)

    return read


def _fonts(element: Element, found: Properties, theme: Callable[[str], str]) -> None:
    for key, named, themed in FONTS:
        slot = element.get(themed)
        name = (theme(slot) if slot else "") or element.get(named)
        if name:
            found[key] = name


def _size(element: Element, found: Properties, _theme: object) -> None:
    value = element.get(VAL, "")
    size = whole(value) // 10 if value[-2:].isalpha() else whole(value)
    if size > 0:
        found["size"] = size


def _underline(element: Element, found: Properties, _theme: object) -> None:
    found["underline"] = element.get(VAL, "single") not in OFF


def _colour(element: Element, found: Properties, _theme: object) -> None:
    found["colour"] = element.get(VAL, "auto").lower()


def _spacing(element: Element, found: Properties, _theme: object) -> None:
    found["spacing"] = whole(element.get(VAL))


def _align(element: Element, found: Properties) -> None:
    found["align"] = ALIGN.get(element.get(VAL, "left"), "left")


def _indents(element: Element, found: Properties) -> None:
    for key, name in INDENTS:
        value = element.get(name)
        if value is not None:
            found[key] = whole(value)
    hanging = element.get(HANGING)
    if hanging is not None and whole(hanging):
        found["first"] = -whole(hanging)


def _space(element: Element, found: Properties) -> None:
    for side, plain, automatic in SPACE:
        value, auto = element.get(plain), element.get(automatic)
        if auto is not None and auto not in OFF:
            found[side] = AUTO_SPACE
        elif value is not None:
            found[side] = whole(value)
    if element.get(LINE) is not None:
        found["line"] = whole(element.get(LINE), 240) or 240
        found["line_rule"] = element.get(LINE_RULE, "auto")


def _borders(element: Element, found: Properties) -> None:
    for side, name in EDGES:
        edge = element.find(name)
        if edge is not None:
            found[side] = Border(edge.get(VAL, "none"), whole(edge.get(WIDTH), 4), edge.get(COLOUR, "auto"))


def _outline(element: Element, found: Properties) -> None:
    level = whole(element.get(VAL), 9)
    found["outline"] = level if level < 9 else None


_RUN: dict[str, Callable[[Element, Properties, Callable[[str], str]], None]] = {
    qn("w:rFonts"): _fonts,
    qn("w:sz"): _size,
    qn("w:b"): _switch("bold"),
    qn("w:i"): _switch("italic"),
    qn("w:caps"): _switch("caps"),
    qn("w:vanish"): _switch("hidden"),
    qn("w:u"): _underline,
    qn("w:color"): _colour,
    qn("w:spacing"): _spacing,
}
_PARAGRAPH: dict[str, Callable[[Element, Properties], None]] = {
    qn("w:jc"): _align,
    qn("w:ind"): _indents,
    qn("w:spacing"): _space,
    qn("w:contextualSpacing"): _switch("contextual"),
    qn("w:keepNext"): _switch("keep_next"),
    qn("w:keepLines"): _switch("keep_lines"),
    qn("w:pageBreakBefore"): _switch("page_break"),
    qn("w:pBdr"): _borders,
    qn("w:outlineLvl"): _outline,
}

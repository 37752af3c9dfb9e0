"""Lines and text boxes drawn on the page: DrawingML in ``w:drawing``, VML in ``w:pict``.

Offices draw the rule under the motto as a line shape; Word stores it twice (``mc:AlternateContent``): the walk
passes only the Choice in here, so nothing is counted twice.
"""

from __future__ import annotations

import re

from reportgen.docx.reader.nouns import Stroke
from reportgen.docx.xml import Element, qn

EMU_PER_TWIP = 635
FLAT = 57
"""A shape flatter than this (twips, 1 mm) and much wider than high is a horizontal line."""
LONGEST = 1_000_000
SHORTEST = 142
"""Lines shorter than 2.5 mm are dots and ticks, not rules."""
UNITS = {"pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 1440 / 25.4, "px": 15.0, "": 15.0}
DASHED = ("prstDash", "custDash")
VML_LINES = (qn("v:line"), qn("v:shape"), qn("v:rect"), qn("v:polyline"))


def strokes_of(element: Element) -> tuple[Stroke, ...]:
    """The horizontal lines in one ``w:drawing`` or ``w:pict``."""
    if element.tag == qn("w:drawing"):
        found = [_drawn(frame) for frame in element if frame.tag in (qn("wp:anchor"), qn("wp:inline"))]
    else:
        found = [_vml(shape) for shape in element.iter(*VML_LINES)]
    return tuple(s for s in found if s is not None)


def has_text(element: Element) -> bool:
    """True if the drawing holds a text box."""
    return next(element.iter(qn("w:txbxContent")), None) is not None


def _drawn(frame: Element) -> Stroke | None:
    extent = frame.find(qn("wp:extent"))
    if extent is None or has_text(frame) or next(frame.iter(qn("pic:pic")), None) is not None:
        return None
    width, height = (_emu(extent.get(side)) for side in ("cx", "cy"))
    if not _is_rule(width, height):
        return None
    left, centred = _horizontal(frame)
    return Stroke("drawing", width, not _dashed(frame), left, centred)


def _is_rule(width: int, height: int) -> bool:
    return width >= SHORTEST and height <= FLAT and height * 8 <= width


def _emu(text: str | None) -> int:
    try:
        return max(-LONGEST, min(LONGEST, int(text or 0) // EMU_PER_TWIP))
    except ValueError:
        return 0


def _dashed(frame: Element) -> bool:
    dash = next(frame.iter(*(qn(f"a:{name}") for name in DASHED)), None)
    return dash is not None and dash.get("val", "dash") != "solid"


def _horizontal(frame: Element) -> tuple[int | None, bool | None]:
    position = frame.find(qn("wp:positionH"))
    if position is None:
        return None, None
    align, offset = position.find(qn("wp:align")), position.find(qn("wp:posOffset"))
    if align is not None:
        return None, (align.text or "") == "center"
    if offset is not None and position.get("relativeFrom") in ("column", "margin"):
        return _emu(offset.text), None
    return None, None


def _vml(shape: Element) -> Stroke | None:
    if shape.tag == qn("v:line"):
        width, height = _line_size(shape)
    elif has_text(shape) or shape.find(qn("v:imagedata")) is not None:
        return None
    else:
        style = dict(_style(shape.get("style", "")))
        width, height = (_length(style.get(side, "0")) for side in ("width", "height"))
    if not _is_rule(width, height):
        return None
    style = dict(_style(shape.get("style", "")))
    stroke = shape.find(qn("v:stroke"))
    solid = stroke is None or stroke.get("dashstyle", "solid") == "solid"
    return Stroke("vml", width, solid, None, style.get("mso-position-horizontal") == "center" or None)


def _line_size(shape: Element) -> tuple[int, int]:
    ends = [(shape.get(end, "0,0") + ",0").split(",")[:2] for end in ("from", "to")]
    (x1, y1), (x2, y2) = ([_length(v) for v in end] for end in ends)
    return abs(x2 - x1), abs(y2 - y1)


def _style(text: str):
    for pair in text.split(";"):
        name, colon, value = pair.partition(":")
        if colon:
            yield name.strip(), value.strip()


def _length(text: str) -> int:
    found = re.fullmatch(r"\s*(-?\d{0,9}\.?\d{1,9})\s*([a-z]{0,2})\s*", text)
    return round(min(float(found[1]), LONGEST) * UNITS.get(found[2], 15.0)) if found else 0

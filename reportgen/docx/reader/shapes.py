"""Lines and text boxes drawn on the page: DrawingML in ``w:drawing``, VML in ``w:pict``.

Offices draw the rule under the motto as a line shape; Word stores it twice (``mc:AlternateContent``): the walk
passes only the Choice in here, so nothing is counted twice.
"""

from __future__ import annotations

import re

from reportgen.docx.reader.nouns import Stroke
from reportgen.docx.xml import Element, qn
from reportgen.noun import replace

EMU_PER_TWIP = 635
BASES = ("page", "margin", "column")
FLAT = 57
"""A shape flatter than this (twips, 1 mm) and much wider than high is a horizontal line."""
LONGEST = 1_000_000
SHORTEST = 142
"""Lines shorter than 2.5 mm are dots and ticks, not rules."""
UNITS = {"pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 1440 / 25.4, "px": 15.0, "": 15.0}
DASHED = ("prstDash", "custDash")
ANCHOR, INLINE, GROUP, CANVAS = qn("wp:anchor"), qn("wp:inline"), qn("wpg:wgp"), qn("wpc:wpc")
SHAPE, SHAPE_LOOK, MOVED, SIZE = qn("wps:wsp"), qn("wps:spPr"), qn("a:xfrm"), qn("a:ext")
PICTURE, IMAGE_DATA = qn("pic:pic"), qn("v:imagedata")
BOX_TEXT, FALLBACK = qn("w:txbxContent"), qn("mc:Fallback")
VML_LINES = (qn("v:line"), qn("v:shape"), qn("v:rect"), qn("v:polyline"))


def strokes_of(element: Element) -> tuple[Stroke, ...]:
    """The horizontal lines in one ``w:drawing`` or ``w:pict``."""
    if element.tag == qn("w:drawing"):
        found = [s for frame in element if frame.tag in (ANCHOR, INLINE) for s in (_drawn(frame), *_grouped(frame))]
    else:
        found = [_vml(shape) for shape in element.iter(*VML_LINES)]
    return tuple(s for s in found if s is not None)


def has_text(element: Element) -> bool:
    """True if the drawing holds a text box."""
    return next(element.iter(qn("w:txbxContent")), None) is not None


def has_picture(element: Element) -> bool:
    """True if the drawing is or holds a picture (a scanned signature, a stamp, a logo)."""
    return next(element.iter(PICTURE, IMAGE_DATA), None) is not None


def contents_of(element: Element) -> list[Element]:
    """The text boxes of a drawing (``w:txbxContent``), without copies for old Words and without boxes inside boxes."""
    found = []
    for content in element.iter(BOX_TEXT):
        for ancestor in content.iterancestors():
            if ancestor is element:
                found.append(content)
            if ancestor is element or ancestor.tag in (BOX_TEXT, FALLBACK):
                break
    return found


def box_size(element: Element) -> tuple[int, int, bool]:
    """Width and height of a drawing in twips (0, 0 where it does not say), and whether it has a line around it."""
    extent = next(element.iter(qn("wp:extent")), None)
    if extent is not None:
        return _emu(extent.get("cx")), _emu(extent.get("cy")), _outlined(element)
    for shape in element.iter(*VML_LINES, qn("v:roundrect"), qn("v:group")):
        style = dict(_style(shape.get("style", "")))
        if "width" in style:
            width, height = (_length(style.get(side, "0")) for side in ("width", "height"))
            return width, height, shape.get("stroked", "t") not in ("f", "false", "0")
    return 0, 0, False


def box_align(element: Element) -> str:
    """Where across the page a drawing is set (left, center, right), '' where it only says a distance."""
    align = next(element.iter(qn("wp:align")), None)
    text = align.text if align is not None and align.getparent().tag == qn("wp:positionH") else ""
    return {"inside": "left", "outside": "right"}.get(text or "", text or "")


def _outlined(element: Element) -> bool:
    properties = next(element.iter(qn("wps:spPr")), None)
    line = properties.find(qn("a:ln")) if properties is not None else None
    if line is not None:
        return line.find(qn("a:noFill")) is None
    reference = next(element.iter(qn("a:lnRef")), None)
    return reference is not None and reference.get("idx", "0") != "0"


def _drawn(frame: Element) -> Stroke | None:
    extent = frame.find(qn("wp:extent"))
    if extent is None or has_text(frame) or next(frame.iter(qn("pic:pic")), None) is not None:
        return None
    width, height = (_emu(extent.get(side)) for side in ("cx", "cy"))
    if not _is_rule(width, height):
        return None
    left, centred, base = _horizontal(frame)
    return Stroke("drawing", width, not _dashed(frame), left, centred, base)


def _grouped(frame: Element) -> list[Stroke | None]:
    """The lines in a group or canvas of shapes, by their own sizes."""
    if next(frame.iter(GROUP, CANVAS), None) is None:
        return []
    found: list[Stroke | None] = []
    for size in frame.iterfind(f".//{SHAPE}/{SHAPE_LOOK}/{MOVED}/{SIZE}"):
        width, height = (_emu(size.get(side)) for side in ("cx", "cy"))
        found.append(Stroke("drawing", width, True) if _is_rule(width, height) else None)
    return found


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


def _horizontal(frame: Element) -> tuple[int | None, bool | None, str]:
    """Distance from the left edge of its column, margin or page (which one: the last value), whether it is centred there."""
    position = frame.find(qn("wp:positionH"))
    if position is None:
        return None, None, ""
    align, offset = position.find(qn("wp:align")), position.find(qn("wp:posOffset"))
    base = position.get("relativeFrom", "")
    if align is not None:
        return None, (align.text or "") == "center", ""
    if offset is not None and base in BASES:
        return _emu(offset.text), None, base
    return None, None, ""


def placed(strokes: list[Stroke], margin: int, indent: int) -> list[Stroke]:
    """The lines with their distance counted from the left edge of their column.

    ``margin``: white left of the text of the page, ``indent``: from there to the column (the room in a cell); twips.
    """
    if not any(stroke.vertical in BASES for stroke in strokes):
        return strokes
    away = {"page": margin + indent, "margin": indent, "column": 0}
    return [replace(s, left=s.left - away[s.vertical], vertical="") if s.vertical in BASES else s for s in strokes]


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

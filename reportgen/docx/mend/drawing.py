"""The rule under a name, a motto or a subject: drawn as Word draws one, and once more in VML for old Words.

172 of 173 files of one office and 81 of 88 of another have it so. The line hangs on the last paragraph of the text above it,
in the middle of the column: it takes no room, so nothing on the page moves.
"""

from __future__ import annotations

import copy
import re

from reportgen.docx.mend.pen import Pen, is_ours
from reportgen.docx.mend.properties import set_format
from reportgen.docx.reader.shapes import SHORTEST
from reportgen.docx.xml import NS, Element, etree, qn

EMU = 635
THICK = 9525
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
PREFIXES = ("w", "mc", "wp", "a", "wps", "v", "o")
FLAT_EMU = 36000
"""A shape lower than this (1 mm) is a line."""
_LINE = """\
<w:r {spaces}><w:rPr><w:noProof/></w:rPr><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>\
<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" behindDoc="0" \
locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>\
<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>\
<wp:positionV relativeFrom="paragraph"><wp:posOffset>{drop}</wp:posOffset></wp:positionV>\
<wp:extent cx="{length}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>\
<wp:docPr id="{number}" name="Straight Connector {number}"/><wp:cNvGraphicFramePr/>\
<a:graphic><a:graphicData uri="{wps}"><wps:wsp><wps:cNvCnPr/><wps:spPr>\
<a:xfrm><a:off x="0" y="0"/><a:ext cx="{length}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>\
<a:ln w="{thick}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>\
</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>\
<v:line id="reportgen_{number}" style="position:absolute;z-index:251659264;mso-position-horizontal:center;\
mso-position-horizontal-relative:text;mso-position-vertical-relative:text" from="0,{drop_pt}pt" to="{length_pt}pt,{drop_pt}pt" \
strokecolor="black" strokeweight=".75pt"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""


def draw(pen: Pen, paragraph: Element, length: int, drop: int) -> None:
    """Put a line ``length`` wide (twips) below the last letter of a paragraph, ``drop`` below the paragraph's top."""
    root = paragraph.getroottree().getroot()
    run = etree.fromstring(_LINE.format(
        spaces=" ".join(f'xmlns:{prefix}="{NS[prefix]}"' for prefix in PREFIXES),
        wps=WPS, thick=THICK, drop=drop * EMU, length=length * EMU, number=_next_number(root),
        drop_pt=_points(drop), length_pt=_points(length),
    ))  # fmt: skip
    holder = pen.mark("w:ins") if pen.tracked else None
    if holder is None:
        paragraph.append(run)
    else:
        holder.append(run)
        paragraph.append(holder)
    _name_prefix(run)


def reshape(pen: Pen, paragraph: Element, length: int) -> str:
    """Make the line drawn in a paragraph ``length`` wide, solid, in the middle; 0 keeps the length. The reason if it cannot.

    Word does not track changes of shapes, so a tracking pen takes the old line away and puts the new one in.
    """
    found = _lines_in(paragraph)
    if not found:
        return "đường kẻ không phải là hình vẽ, cần kẻ lại bằng tay"
    if pen.tracked and not is_ours(found[0]):
        runs = list(dict.fromkeys(next(shape.iterancestors(qn("w:r"))) for shape in found))
        if any(next(run.iter(qn("w:t")), None) is not None for run in runs):
            return "đường kẻ nằm cùng chỗ với chữ, cần kéo bằng tay"
        found = [shape for run in runs for shape in _lines_in(_put_anew(pen, run))]
    for shape in found:
        (_reshape_vml if shape.tag == qn("v:line") else _reshape_frame)(shape, length)
    return ""


def narrow_border(pen: Pen, paragraph: Element, room: int, length: int) -> None:
    """Indent a paragraph whose border is the rule, so that ``length`` of its ``room`` is left, in the middle."""
    side = max(room - length, 0) // 2
    set_format(pen.properties(paragraph, "w:pPr"), (("left", side), ("right", side), ("first", 0)))


def solid_border(pen: Pen, paragraph: Element) -> str:
    """Make the lines above and below a paragraph single ones; the reason if they come from its style."""
    edges = paragraph.find(f"{qn('w:pPr')}/{qn('w:pBdr')}")
    if edges is None:
        return "đường kẻ nằm trong kiểu (style) của đoạn, cần đổi bằng tay"
    pen.properties(paragraph, "w:pPr")
    for edge in edges:
        if edge.get(qn("w:val"), "nil") not in ("nil", "none", "single"):
            edge.set(qn("w:val"), "single")
    return ""


def _lines_in(parent: Element) -> list[Element]:
    """The lines drawn below an element that are not taken away already."""
    shapes = parent.iter(qn("wp:anchor"), qn("wp:inline"), qn("v:line"))
    lines = (s for s in shapes if s.tag == qn("v:line") or _is_line(s))
    return [line for line in lines if next(line.iterancestors(qn("w:del")), None) is None]


def _put_anew(pen: Pen, run: Element) -> Element:
    """Delete a run with a drawing and insert its copy, both tracked; the copy."""
    made, gone, new = copy.deepcopy(run), pen.mark("w:del"), pen.mark("w:ins")
    run.addprevious(gone)
    gone.append(run)
    gone.addnext(new)
    new.append(made)
    for number, shape in enumerate(made.iter(qn("wp:docPr")), _next_number(made.getroottree().getroot())):
        shape.set("id", f"{number}")
    return made


def _is_line(frame: Element) -> bool:
    extent = frame.find(qn("wp:extent"))
    width, height = (int(extent.get(side, "0")) for side in ("cx", "cy")) if extent is not None else (0, 1)
    has_words = next(frame.iter(qn("w:txbxContent"), qn("pic:pic")), None) is not None
    return not has_words and height <= FLAT_EMU and width >= SHORTEST * EMU and width >= 8 * height


def _reshape_frame(frame: Element, length: int) -> None:
    if length:
        frame.find(qn("wp:extent")).set("cx", f"{length * EMU}")
        for extent in frame.iter(qn("a:ext")):
            if extent.get("cx"):
                extent.set("cx", f"{length * EMU}")
    position = frame.find(qn("wp:positionH"))
    if position is not None:
        for child in list(position):
            position.remove(child)
        position.set("relativeFrom", "column")
        etree.SubElement(position, qn("wp:align")).text = "center"
    for dash in [*frame.iter(qn("a:prstDash")), *frame.iter(qn("a:custDash"))]:
        dash.getparent().remove(dash)


def _reshape_vml(line: Element, length: int) -> None:
    if length and line.get("from") and line.get("to"):
        left, _, top = line.get("from").partition(",")
        start = re.match(r"-?[\d.]+", left)
        unit = re.sub(r"[-\d.]+", "", left) or "pt"
        begin = float(start[0]) if start else 0.0
        height = line.get("to").partition(",")[2] or top
        line.set("from", f"{left},{top}")
        line.set("to", f"{begin + _in_unit(length, unit):.2f}{unit},{height}")
    style = [pair for pair in line.get("style", "").split(";") if pair and not pair.startswith("mso-position-horizontal:")]
    line.set("style", ";".join([*style, "mso-position-horizontal:center"]))
    for stroke in line.findall(qn("v:stroke")):
        stroke.attrib.pop("dashstyle", None)


def _in_unit(twips: int, unit: str) -> float:
    return twips / {"pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 1440 / 25.4, "px": 15.0}.get(unit, 20.0)


def _points(twips: int) -> str:
    return f"{twips // 20}.{twips % 20 * 5:02d}"


def _next_number(root: Element) -> int:
    numbers = [element.get("id", "") for element in root.iter(qn("wp:docPr"))]
    return max((int(n) for n in numbers if n.isdigit() and len(n) < 10), default=0) + 1


def _name_prefix(run: Element) -> None:
    """``Requires`` names a prefix: the one these shapes have in this file."""
    shape = next(run.iter(f"{{{WPS}}}wsp"))
    choice = next(run.iter(qn("mc:Choice")))
    choice.set("Requires", shape.prefix or "wps")

"""The words «DỰ THẢO» under the number, as offices set them.

Nghị định 30 has no element for it; offices frame the words in a box beside or under the number (under Thông tư
01/2011/TT-BNV, Điều 15, the mark was an element). The Party's guide has a line of its own: «Dự thảo lần 2», 14 pt italic,
under the number (HD05, Phần II, II.4.2). The box is a paragraph with borders, not a shape: it prints the same everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from reportgen.docx.components.letterhead import is_number
from reportgen.docx.markup import run, tag
from reportgen.docx.metrics import text_width_mm, twips
from reportgen.docx.package import MAIN_PART
from reportgen.docx.special_styles import word_style
from reportgen.docx.xml import NS, Element, W, etree, parse, qn, serialize
from reportgen.profile import Profile

STYLE = ("DauDuThao", "Dấu dự thảo")
STYLES = "word/styles.xml"
SIZE_PT = Decimal(13)
PARTY_SIZE_PT = Decimal(14)
PADDING_MM = Decimal(3)
LINE = {"val": "single", "sz": 6, "space": 1, "color": "auto"}
P, TC, PPR = qn("w:p"), qn("w:tc"), qn("w:pPr")


def mark_text(profile: Profile, times: int) -> str:
    """«DỰ THẢO», «DỰ THẢO LẦN 2»; for the Party «Dự thảo lần 1»."""
    if is_party(profile):
        return f"Dự thảo lần {times or 1}"
    return f"DỰ THẢO LẦN {times}" if times else "DỰ THẢO"


def is_party(profile: Profile) -> bool:
    """True where the Party's form of the mark holds."""
    return profile.letterhead == "dang"


def with_mark(parts: Mapping[str, bytes], profile: Profile, times: int) -> dict[str, bytes]:
    """The parts with the mark under the number; at the head of the page where no number is found."""
    root = parse(parts[MAIN_PART])
    number = next((p for p in root.iter(P) if is_number(_text(p))), None)
    cell = next(number.iterancestors(TC), None) if number is not None else None
    mark = _paragraph(mark_text(profile, times), _room(cell, profile), is_party(profile))
    if cell is not None:
        cell.append(mark)
    elif number is not None:
        number.addnext(mark)
    else:
        root.find(qn("w:body")).insert(0, mark)
    changed = {MAIN_PART: serialize(root)}
    if STYLES in parts:
        changed[STYLES] = _with_style(parts[STYLES], profile)
    return {**parts, **changed}


def _text(paragraph: Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter(qn("w:t"))).strip()


def _room(cell: Element | None, profile: Profile) -> int:
    """The width the mark stands in, twips."""
    width = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}") if cell is not None else None
    typed = width.get(qn("w:w"), "") if width is not None and width.get(qn("w:type")) == "dxa" else ""
    return int(typed) if typed.isdigit() else twips(profile.page.letterhead_left_mm)


def _paragraph(text: str, room: int, plain: bool) -> Element:
    """The paragraph; its box is as wide as the words, so its indents depend on the words and the room."""
    width = text_width_mm(text, SIZE_PT, bold=True, italic=False) + 2 * PADDING_MM
    side = 0 if plain else max(0, (room - twips(width)) // 2)
    indent = tag("ind", left=side, right=side, firstLine=0) if side else ""
    written = tag("p", tag("pPr", tag("pStyle", val=STYLE[0]), indent), run(text))
    return etree.fromstring(written.replace("<w:p>", f'<w:p xmlns:w="{W}">', 1))


def _with_style(styles: bytes, profile: Profile) -> bytes:
    """The style sheet with the style of the mark, made anew if a frame brought one."""
    root = parse(styles)
    for old in root.findall(qn("w:style")):
        if old.get(qn("w:styleId")) == STYLE[0]:
            root.remove(old)
    root.append(etree.fromstring(_style(is_party(profile)).replace("<w:style ", f'<w:style xmlns:w="{NS["w"]}" ', 1)))
    return serialize(root)


def _style(party: bool) -> str:
    box = "" if party else tag("pBdr", *(tag(side, **LINE) for side in ("top", "left", "bottom", "right")))
    size = int((PARTY_SIZE_PT if party else SIZE_PT) * 2)
    face = [tag("i"), tag("iCs")] if party else [tag("b"), tag("bCs")]
    return word_style(
        "paragraph",
        STYLE[0],
        tag("name", val=STYLE[1]),
        tag("basedOn", val="Normal"),
        tag("uiPriority", val=97),
        tag("pPr", box, tag("spacing", before=100, after=40, line=240, lineRule="auto"), tag("ind", firstLine=0), tag("jc", val="center")),
        tag("rPr", *face, tag("sz", val=size), tag("szCs", val=size)),
        customStyle=1,
    )

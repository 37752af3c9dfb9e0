"""The body: headings by their labels, list items by their marks, running paragraphs, tables of figures.

Offices type their numbers by hand, so labels are read from the text; automatic numbers stand in ``Paragraph.label``
and read the same. The forms are those of Nghị định 30/2020/NĐ-CP (Phụ lục I, Phần I, Mục II.6 and V.6) and of
practice: «1.1.», «-», «+».
"""

from __future__ import annotations

import re

from reportgen.docx.components.lines import is_bold, is_centred, is_typed_rule, is_upper, opening
from reportgen.docx.components.nouns import Component
from reportgen.docx.reader import Paragraph, Reading
from reportgen.noun import replace
from reportgen.pattern import Pattern

PART = Pattern(r"(phan|chuong)\s+(thu\s+\w+|[ivxlc]+|\d+)\b[.:]?(.*)", re.DOTALL)
SECTION = Pattern(r"(muc|tieu muc)\s+([ivxlc]+|\d+)\b[.:]?(.*)", re.DOTALL)
ARTICLE = Pattern(r"([ĐÐ]iều|điều|[ĐÐ]IỀU)\s+(\d+)\s*([.:]|$)")
ROMAN = Pattern(r"([IVXLC]+)(?:\.(?!\w)|\)|/|\s*[-–]|(?=\s+[^\Wa-zà-ỹ]{2}))")
DECIMAL = Pattern(r"(\d{1,3}(?:\.\d{1,3})+)(\.?)(?=\s|[^\W\d])")
NUMBERED = Pattern(r"(\d{1,3})([.)/])(?=\s|[^\W\d])")
LETTERED = Pattern(r"([a-zđ])([.)/])(?=\s|\S)")
CAPITAL = Pattern(r"([A-HĐ])([.)])\s")
MARKS = {"-": "gach_dau_dong", "–": "gach_dau_dong", "+": "dau_cong", "*": "dau_sao", "•": "gach_dau_dong"}
TITLED = {"khoan": "khoan_tieu_de", "muc_thap_phan": "tieu_muc"}
TITLE_OF = {"phan_chuong": "phan_chuong_ten", "muc_so": "muc_ten"}
NOT_BELOW = ("khoan", "muc_thap_phan", "muc_la_ma", "dieu", "phan_chuong")
"""Kinds that cannot be the text below a numbered title of one line (they are its equals or stand above it)."""
REMARK = Pattern(r"ghi chu\b|chu thich\b|nguon\s*:|\(\d{1,2}\)\s|\(\*{1,3}\)\s|\*\s*ghi chu\b")
LONGEST_HEADING = 250
SHORT = 150


def find_body(reading: Reading, start: int, end: int, taken: set[int]) -> list[Component]:
    """The components of the paragraphs numbered ``start`` to ``end`` (end excluded), but for those ``taken``."""
    found: list[Component] = []
    listed: list[Component] = []
    tables: dict[int, list[Paragraph]] = {}
    for paragraph in reading.paragraphs[start:end]:
        if paragraph.number in taken:
            continue
        if paragraph.cell:
            if paragraph.cell.table not in tables:
                tables[paragraph.cell.table] = []
                found.append(Component("bang_so_lieu", ()))
            tables[paragraph.cell.table].append(paragraph)
        elif paragraph.contents and not paragraph.blank:
            listed.append(Component("muc_luc", (paragraph,)))
        elif not paragraph.blank and not is_typed_rule(paragraph):
            found.append(_component(paragraph, found))
    filled = iter(tables.values())
    whole = [replace(c, lines=tuple(next(filled))) if c.kind == "bang_so_lieu" else c for c in found]
    return [*listed, *(replace(c, order=order) for order, c in enumerate(_titled(whole), start=1))]


def kind_of(paragraph: Paragraph) -> tuple[str, str]:
    """The kind of a body paragraph and its label («I.», «1.», «1.1.», «a)», «Điều 1.», «-»); running text: no label."""
    text = paragraph.text
    heading = _own_line(paragraph)
    if heading:
        return heading
    if found := ARTICLE.match(text):
        return "dieu", found[0].strip()
    if mark := MARKS.get(text[:1]):
        return mark, text[0]
    for kind, pattern in (("muc_thap_phan", DECIMAL), ("khoan", NUMBERED), ("diem", LETTERED)):
        if found := pattern.match(text):
            return kind, found[0].strip()
    if (found := ROMAN.match(text)) and _stands_out(paragraph):
        return "muc_la_ma", found[0].strip()
    if (found := CAPITAL.match(text)) and _stands_out(paragraph):
        return "muc_chu_hoa", found[0].strip()
    return "noi_dung", ""


def _own_line(paragraph: Paragraph) -> tuple[str, str] | None:
    """Phần, Chương, Mục, Tiểu mục: a short line that is nothing but the label, or label and title in the middle."""
    text = paragraph.text
    if len(text) > LONGEST_HEADING or not text[:1].isalpha():
        return None
    words = opening(text.split("\n")[0]).strip()
    for kind, pattern in (("phan_chuong", PART), ("muc_so", SECTION)):
        found = pattern.fullmatch(words)
        if found and (not found[3].strip() or is_centred(paragraph)):
            return kind, text.split("\n")[0]
    return None


def _component(paragraph: Paragraph, before: list[Component]) -> Component:
    kind, label = kind_of(paragraph)
    previous = before[-1] if before else None
    if kind == "noi_dung" and previous and previous.kind in TITLE_OF and _is_title(paragraph):
        kind = TITLE_OF[previous.kind]
    elif kind == "noi_dung" and (_stands_alone(paragraph) or _is_remark(paragraph, previous)):
        kind = "dong_rieng"
    return Component(kind, (paragraph,), label=label)


def _titled(found: list[Component]) -> list[Component]:
    """Numbered paragraphs that are titles: bold and short, or unclosed with text below them."""
    below = [*found[1:], None]
    return [
        replace(c, kind=TITLED[c.kind]) if c.kind in TITLED and _is_numbered_title(c, after) else c
        for c, after in zip(found, below, strict=False)
    ]


def _is_numbered_title(component: Component, after: Component | None) -> bool:
    text = component.text
    if len(text) > LONGEST_HEADING or text.endswith((".", ";", ",", "!", "?")):
        return False
    if is_bold(component.first):
        return True
    if text.endswith(":") or after is None:
        return False
    return after.kind not in NOT_BELOW or (component.kind == "khoan" and after.kind == "muc_thap_phan")


def _stands_alone(paragraph: Paragraph) -> bool:
    """Captions, units, remarks in the middle or at the right; unnumbered bold headings: not running text."""
    if len(paragraph.text) > SHORT or paragraph.text.endswith("./."):
        return False
    if paragraph.format.align in ("center", "right"):
        return True
    return is_bold(paragraph) and not paragraph.text.endswith((".", ";"))


def _is_remark(paragraph: Paragraph, previous: Component | None) -> bool:
    """Remarks right below a table («Ghi chú: …», «Nguồn: …», «(2) …» after another remark) are not running text."""
    if previous is None or not REMARK.match(opening(paragraph.text)):
        return False
    below_table = previous.kind == "bang_so_lieu"
    return below_table or (previous.kind == "dong_rieng" and bool(REMARK.match(opening(previous.text))))


def _is_title(paragraph: Paragraph) -> bool:
    return len(paragraph.text) < LONGEST_HEADING and (is_centred(paragraph) or is_upper(paragraph.text))


def _stands_out(paragraph: Paragraph) -> bool:
    """True for a line that looks like a heading: bold, in capitals, or a heading of Word's outline."""
    return is_bold(paragraph) or is_upper(paragraph.text) or paragraph.format.outline is not None

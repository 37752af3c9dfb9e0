"""What one line of a letterhead is: a number, a place and date, a subject, a stamp, a name of an office."""

from __future__ import annotations

import re

from reportgen.docx.components.lines import is_typed_rule, is_upper, opening, squeezed
from reportgen.docx.components.nouns import Component
from reportgen.docx.reader import Paragraph
from reportgen.pattern import Pattern

PARTY = "dangcongsanvietnam"
NATION, MOTTO = "conghoaxahoichunghia", Pattern(r"doclap\W*tudo\W*hanhphuc")
NUMBER = Pattern(r"s[oố]\s*(?=[:.…/\d]|$)|s[oố]\s+\S*/|s[oố]\s+-", re.IGNORECASE)
BARE_NUMBER = Pattern(r"\d*\s*/[A-ZĐ]{2,}[^ ]*-[A-ZĐ]")
SUBJECT = Pattern(r"\(?\s*(v\s*[/.\\]\s*v\b|ve viec\b|v/v)", re.IGNORECASE)
DATE = Pattern(r"\bngay\b.*?\bthang\b|,\s*ngay\b|\bngay\s*[\d.…/]+|,\s*\d{1,2}/\d{1,2}/\d{4}")
DRAFT = Pattern(r"[(\[]?\s*du ?thao\b")
DRAFT_MARK = Pattern(r"[(\[\s]*du ?thao\s*((lan|so)\s*(thu\s*)?[\w.…]{1,6})?\s*[)\].:]*(\s*\(?(ngay\s*)?[\d./…\s]*\)?)")
STAMPS = (
    dict.fromkeys(("mat", "toimat", "tuyetmat"), "do_mat")
    | dict.fromkeys(("khan", "thuongkhan", "hoatoc", "hoatochengio", "hoatocgio"), "do_khan")
    | dict.fromkeys(("xemxongtralai", "luuhanhnoibo", "khongphobien", "khongsaochup"), "pham_vi_luu_hanh")
    | {"tailieuthuhoi": "thu_hoi"}
)
COPY = Pattern(r"(SAO Y( BẢN CHÍNH)?|SAO LỤC|TRÍCH SAO|SAO Y;.*|Sao y;.*)\s*[.:]?")
SIGNED = Pattern(
    r"(nguoi ky|ky boi|thoi gian ky|ngay ky)\s*:|.{0,80}\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[;,]?\s+(\d{1,2}[:hg]\s?\d{2}[:p]\s?\d{2})"
)
COMPLETE = Pattern(
    r"\b(TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|ĐẶC KHU)\s+\w|^(BỘ|TỔNG CỤC|CHÍNH PHỦ)\b|\bVIỆT NAM$"
)
"""A line that ends a whole name: it says of which place, or whose it is needs no saying."""
OPENS = Pattern(
    r"(SỞ|BAN|PHÒNG(?! CHỐNG| THỦ)|CHI CỤC|CỤC|VỤ(?= \w)|TRUNG TÂM|TRƯỜNG(?= \w)|VĂN PHÒNG|THANH TRA|VIỆN|BỆNH VIỆN|HỌC VIỆN"
    r"|TRẠM|CÔNG TY|QUỸ|HỘI ĐỒNG|TỔNG CỤC|KHO BẠC|ĐÀI|BÁO|TỔ CÔNG TÁC|BẢO TÀNG|THƯ VIỆN|HẠT|CHI NHÁNH|LIÊN MINH|BẢO HIỂM XÃ HỘI"
    r"|CÔNG ĐOÀN|TẠP CHÍ)\b"
)
"""How the name of an office opens that stands below another one. «PHÒNG CHỐNG THIÊN TAI» goes on from the line above it."""
BELOW_DEPARTMENT = Pattern(
    r"(TRƯỜNG(?= \w)|TRUNG TÂM|BỆNH VIỆN|CHI CỤC|THANH TRA|VĂN PHÒNG|HẠT|TRẠM|BẢO TÀNG|THƯ VIỆN|QUỸ|BAN QUẢN LÝ|PHÒNG(?! CHỐNG| THỦ))\b"
)
"""What stands below a «SỞ …» in full, place or no place: no name of a department goes on with these words."""
PEOPLES = Pattern(r"(UBND|[UỦ][ỶY] BAN NHÂN DÂN)\b")
"""A people's committee below another one: the name of the upper level, then that of the lower."""
UNFINISHED = Pattern(r"([-–,]| VÀ| MÔI| CHẤT| CÁC)$")
NO_NAME = Pattern(r"(mau|bieu|phu luc|trang|dia chi|dien thoai|email|website|mst|ma so)\b|\(|\[|.*:\s*\S")
LONGEST_MARK = 40
LONGEST_DATE = 90
PLACE_ROOM, DATE_ROOM = 50, 25
"""Longest place before the word «ngày», and what may stand after «tháng»."""


def is_number(text: str) -> bool:
    """True for a line «Số: …/…»."""
    return bool(NUMBER.match(text) or BARE_NUMBER.match(text))


def is_place_and_date(text: str) -> bool:
    """True for a line «Hà Tĩnh, ngày … tháng … năm …», also with blanks or with a date in figures."""
    if len(text) > 2 * LONGEST_DATE:
        return False
    words = re.sub(r"[\s.…_]+", " ", opening(text))
    if len(words) >= LONGEST_DATE:
        return False
    found = DATE.search(words)
    return bool(found) and found.start() <= PLACE_ROOM and len(words) - found.end() <= DATE_ROOM


def is_nation(text: str) -> bool:
    """True for a line with the Quốc hiệu, or a Party heading."""
    return len(text) < 160 and (NATION in (words := squeezed(text)) or words.endswith(PARTY))


def is_right(text: str) -> bool:
    """True for what stands in the right column: Quốc hiệu, Party heading, Tiêu ngữ, place and date."""
    words = squeezed(text)
    return (
        NATION in words
        or words == PARTY
        or bool(MOTTO.search(words))
        or (is_place_and_date(text) and not is_number(text))
    )


def stamp_of(text: str) -> str:
    """The kind of a stamp («HỎA TỐC», «MẬT», «LƯU HÀNH NỘI BỘ», «DỰ THẢO», «SAO Y», marks of a digital signature), '' if none."""
    if not text or len(text) > 3 * LONGEST_MARK:
        return ""
    words = opening(text)
    if len(text) <= LONGEST_MARK:
        kind = STAMPS.get(re.sub(r"[^a-z]", "", words), "") if is_upper(text) else ""
        if kind or DRAFT_MARK.fullmatch(words):
            return kind or "du_thao"
    if COPY.fullmatch(text):
        return "ban_sao"
    return "chu_ky_so_kem_theo" if SIGNED.match(words) else ""


def left_parts(lines: list[Paragraph]) -> list[Component]:
    """The components of the left column: offices, number, subject, stamps."""
    names: list[Paragraph] = []
    found: list[Component] = []
    subject: list[Paragraph] = []
    numbered = False
    for line in lines:
        kind = _left_kind(line, numbered, bool(subject))
        if kind == "ten":
            names.append(line)
        elif kind == "trich_yeu_cv":
            subject.append(line)
        elif kind:
            numbered = numbered or kind == "so_ky_hieu"
            found.append(Component(kind, (line,)))
    if subject:
        found.append(Component("trich_yeu_cv", tuple(subject)))
    return [*_offices(names), *found]


def right_parts(lines: list[Paragraph]) -> list[Component]:
    """The components of the right column; a name or a date that goes on in the next line is one component."""
    found: list[Component] = []
    for line in lines:
        kind = _right_kind(line, found[-1].kind if found else "")
        if kind == "+":
            found[-1] = Component(found[-1].kind, (*found[-1].lines, line))
        elif kind:
            found.append(Component(kind, (line,)))
    return found


def _left_kind(line: Paragraph, numbered: bool, in_subject: bool) -> str:
    text = line.text
    if not text or is_typed_rule(line):
        return ""
    if is_number(text):
        return "so_ky_hieu"
    words = opening(text)
    if SUBJECT.match(words):
        return "trich_yeu_cv"
    if in_subject and not is_upper(text) and text[:1] not in "([":
        return "trich_yeu_cv"
    if stamp := stamp_of(text):
        return stamp
    return "" if numbered or NO_NAME.match(words) else "ten"


def _right_kind(line: Paragraph, above: str) -> str:
    words = squeezed(line.text)
    if not words or is_typed_rule(line):
        return ""
    if NATION in words:
        return "quoc_hieu"
    if words == PARTY:
        return "tieu_de_dang"
    if (above == "quoc_hieu" and words == "vietnam") or (above == "dia_danh" and re.fullmatch(r"(thang\W*\d*\W*)?nam[\W\d]*", words)):
        return "+"
    if MOTTO.search(words):
        return "tieu_ngu"
    if is_place_and_date(line.text):
        return "dia_danh"
    if is_number(line.text) and above in ("quoc_hieu", "tieu_ngu", "dia_danh") and not SIGNED.match(opening(line.text)):
        return "so_ky_hieu"
    return stamp_of(line.text)


def _offices(names: list[Paragraph]) -> list[Component]:
    """Superior and issuing body. A superior is upright above the bold name; bold lines are one name over several lines.

    Where no weight tells them apart, a line that is a whole name above a line that opens another office is the superior.
    """
    at = _issuing_start(names)
    upper, own = names[:at], names[at:]
    found = [Component("co_quan_chu_quan", tuple(upper))] if upper else []
    return [*found, Component("co_quan_ban_hanh", tuple(own))] if own else found


def _issuing_start(names: list[Paragraph]) -> int:
    weights = [_mostly_bold(n) for n in names]
    if not names or len(names) == 1:
        return 0
    if True in weights and not weights[0]:
        return weights.index(True)
    texts = [name.text.upper() for name in names]
    whole = (at for at in range(1, len(texts)) if _is_below(texts[:at], texts[at]))
    return next(whole, 0 if weights[0] else 1)


def _is_below(above: list[str], line: str) -> bool:
    """True if ``line`` opens the name of an office below the one whose whole name the lines ``above`` are."""
    if UNFINISHED.search(above[-1]):
        return False
    if PEOPLES.match(line):
        return bool(PEOPLES.match(above[0]) and COMPLETE.search(above[-1]))
    if above[0].startswith("SỞ ") and BELOW_DEPARTMENT.match(line):
        return True
    if above[0].startswith("ĐẠI HỌC ") and line.startswith("TRƯỜNG ĐẠI HỌC"):
        return True
    return bool(OPENS.match(line) and COMPLETE.search(above[-1]))


def _mostly_bold(line: Paragraph) -> bool:
    """Weight of a name: most of its letters decide (the last one is often left plain by accident)."""
    bold = sum(len(r.text) for r in line.ink if r.face.bold)
    return bold * 2 > sum(len(r.text) for r in line.ink)

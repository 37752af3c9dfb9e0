"""Other elements (Mục III.2-III.4): độ mật, độ khẩn, phạm vi lưu hành, ký hiệu người soạn thảo, thông tin liên hệ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.layout import words
from reportgen.checks.layout.looks import Look, box_of, channels_of, framed, look_faults
from reportgen.checks.layout.view import Fault, Special, View, fault
from reportgen.docx.components import Component
from reportgen.docx.reader import mm
from reportgen.pattern import Pattern
from reportgen.profile import Rule

LOUD = Look((Decimal(13), Decimal(14)), bold=True, upper=True)
PARTY_LIMIT = Look((Decimal(12), Decimal(12)), bold=True, upper=True)
PARTY_URGENT = Look((Decimal(14), Decimal(14)), bold=True, upper=True)
PARTY_DRAFT = Look((Decimal(14), Decimal(14)), bold=None, italic=True)
SMALL = Look((Decimal(11), Decimal(11)), bold=None)
PARTY_CONTACT = Look((Decimal(10), Decimal(10)), bold=None, italic=None)
DRAFT_ROUND = Pattern(r"Dự thảo( lần \d+)?$", re.IGNORECASE)
CODE = Pattern(r"[A-ZĐÀ-Ỹ]{1,6}[A-ZĐa-zđÀ-ỹ. ]{0,20}?[.,]?\s*(\(?\d+\s*b?\)?)?\.?$")
BOX_SLACK = Decimal("1.5")
BRIGHT, FAINT = 0xB0, 0x50
"""A red that is bright: its red channel at least the first, the others at most the second."""


def urgent_box(view: View, rule: Rule) -> Iterator[Fault]:
    """The box of the mark of urgency has the size of its level; a stamp on paper is not in the file."""
    for component in view.of("do_khan"):
        box = box_of(view, component)
        size = rule.value.get(component.text.strip().upper().replace("HOẢ", "HỎA"))
        if box is None or size is None or not (box.width and box.height):
            continue
        if any(abs(mm(have) - want) > BOX_SLACK for have, want in zip((box.width, box.height), size, strict=True)):
            found = f"khung {words.millimetres(mm(box.width))} x {words.millimetres(mm(box.height))} mm"
            yield fault(component, found, "phải là {} x {} mm".format(*map(words.number, size)))


def urgent_colour(view: View, rule: Rule) -> Iterator[Fault]:
    """Bright red."""
    for component in view.of("do_khan"):
        red, *others = channels_of(component.face.colour) or (0, 0, 0)
        if red < BRIGHT or max(others) > FAINT:
            yield fault(component, "không phải màu đỏ tươi", "phải là màu đỏ tươi")


def left_column(view: View, rule: Rule) -> Iterator[Fault]:
    """In the left column, below the number (ô số 10b), and below the degree of secrecy (ô số 10a)."""
    secret = view.one("do_mat")
    width = view.reading.sections[0].text_width
    for component in view.of("do_khan"):
        cell = component.first.cell or _box_cell(view, component)
        if cell and cell.centre * 2 > width:
            yield fault(component, "nằm ở nửa bên phải", "phải ở cột trái, dưới số, ký hiệu")
        elif secret and cell and secret.first.number > component.first.number:
            yield fault(component, "nằm trên dấu chỉ độ mật", "phải ở dưới dấu chỉ độ mật")


def limits_look(view: View, rule: Rule) -> Iterator[Fault]:
    """Capitals 13-14, bold, in a frame."""
    yield from look_faults(view.of("pham_vi_luu_hanh"), LOUD)
    for component in view.of("pham_vi_luu_hanh"):
        if not framed(view, component):
            yield fault(component, "không có khung", "phải đặt trong khung hình chữ nhật nét đơn")


def drafter(view: View, rule: Rule) -> Iterator[Fault]:
    """Code of the drafter in capitals, number of copies in figures, 11 pt, upright."""
    yield from look_faults(view.of("ky_hieu_soan_thao"), SMALL)
    for component in view.of("ky_hieu_soan_thao"):
        if not CODE.match(component.text[:60]):
            yield fault(component, f"«{component.text}»", "ký hiệu người soạn thảo viết hoa, số bản bằng chữ số Ả Rập")


def contact_place(view: View, rule: Rule) -> Iterator[Fault]:
    """At the foot of page 1, below a rule; in the text itself it would move with every edit."""
    body = {p.number for p in view.reading.paragraphs}
    for component in view.of("lien_he")[:1]:
        if component.first.number in body and view.last_of_body and component.first.number < view.last_of_body.first.number:
            yield fault(component, "nằm giữa nội dung", "phải ở cuối trang thứ nhất, dưới đường kẻ nét liền")
        elif component.first.number not in body and not _ruled_above(view, component):
            yield fault(component, "không thấy đường kẻ phía trên", "phải ở dưới đường kẻ nét liền dài hết chiều ngang")


def _ruled_above(view: View, component: Component) -> bool:
    """True for a rule on the line itself or on the lines of the same foot above it."""
    at = component.first.number
    lines = [p for p in view.reading.margins if at - 2 <= p.number <= at]
    return component.line is not None or any(
        p.strokes or (p.format.top and p.format.top.visible) or (p.number < at and p.format.bottom and p.format.bottom.visible)
        for p in lines
    )


def party_draft(view: View, rule: Rule) -> Iterator[Fault]:
    """«Dự thảo lần 2»: 14 pt, slanted, below the number."""
    number = view.one("so_ky_hieu")
    yield from look_faults(view.of("du_thao"), PARTY_DRAFT)
    for component in view.of("du_thao"):
        if not DRAFT_ROUND.match(component.text.strip()):
            yield fault(component, f"«{component.text}»", "ghi «Dự thảo lần …»")
        elif number and component.first.cell and view.at(component) < view.at(number):
            yield fault(component, "nằm trên số, ký hiệu", "phải ở dưới số, ký hiệu")


def party_limits(view: View, rule: Rule) -> Iterator[Fault]:
    """Capitals, 12 pt, bold, at the right of page 1."""
    yield from look_faults(view.of("pham_vi_luu_hanh"), PARTY_LIMIT)


def party_urgent(view: View, rule: Rule) -> Iterator[Fault]:
    """Capitals, 14 pt, bold, below the number (công văn: below the subject)."""
    yield from look_faults(view.of("do_khan"), PARTY_URGENT)
    above = view.one("trich_yeu_cv") or view.one("so_ky_hieu")
    for component in view.of("do_khan"):
        if above and component.first.cell and view.at(component) < view.at(above):
            yield fault(component, "nằm trên số, ký hiệu", "phải ở dưới số, ký hiệu (công văn: dưới trích yếu)")


def party_contact(view: View, rule: Rule) -> Iterator[Fault]:
    """10 pt, at the foot of the last page, below a rule."""
    yield from look_faults(view.of("lien_he"), PARTY_CONTACT)


def party_drafter(view: View, rule: Rule) -> Iterator[Fault]:
    """At the end of Nơi nhận, 11 pt, upright."""
    yield from look_faults(view.of("ky_hieu_soan_thao"), SMALL)


def _box_cell(view: View, component: Component):
    box = box_of(view, component)
    return box.cell if box else None


SPECIAL: dict[str, Special] = {
    "do_khan.box": urgent_box,
    "do_khan.color": urgent_colour,
    "do_khan.position": left_column,
    "luu_hanh.format": limits_look,
    "soan_thao.format": drafter,
    "lien_he.position": contact_place,
    "hd05.du_thao": party_draft,
    "hd05.luu_hanh": party_limits,
    "hd05.do_khan": party_urgent,
    "hd05.lien_he": party_contact,
    "hd05.soan_thao": party_drafter,
}

"""Quốc hiệu, Tiêu ngữ and the names of the offices (Mục II.1, II.2), and the rules drawn below them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.layout import words
from reportgen.checks.layout.geometry import BREAKS_AT, line_widths_mm, room_mm, width_mm
from reportgen.checks.layout.ops import passes
from reportgen.checks.layout.view import Fault, Special, View, fault
from reportgen.docx.components import Component
from reportgen.docx.reader import Paragraph, mm, pt
from reportgen.pattern import Pattern
from reportgen.profile import Rule

SINGLE = (Decimal("0.85"), Decimal("1.15"))
"""Line spacing that still reads as single: offices squeeze with «exactly» by a point or two."""
LOOSE_PT = Decimal(3)
"""Extra space between two lines that no longer reads as single spacing."""
HALF = (Decimal("0.4"), Decimal("0.62"))
"""«About half the page» for the width of the Quốc hiệu's cell (TT01 Điều 6)."""
OFF_CENTRE = Decimal(5)
ABBREVIATED = Pattern(r"\b(UBND|HĐND|MTTQ|UB MTTQ)\b")
LOCAL = Pattern(
    r"(UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HĐND|HỘI ĐỒNG NHÂN DÂN)\s*(TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|XÃ|PHƯỜNG)?\s*$"
)


def right_half(view: View, rule: Rule) -> Iterator[Fault]:
    """Quốc hiệu at the head of page 1, in the right half."""
    component = view.one("quoc_hieu")
    if component is None:
        return
    cell, width = component.first.cell, view.reading.sections[0].text_width
    if cell and cell.centre * 2 < width:
        yield fault(component, "nằm ở nửa bên trái", "phải ở nửa bên phải, đầu trang thứ nhất")
    title = view.one("ten_loai")
    if title and view.at(title) < view.at(component):
        yield fault(component, "nằm dưới tên loại văn bản", "phải ở đầu trang thứ nhất")


def single_to_motto(view: View, rule: Rule) -> Iterator[Fault]:
    """Single spacing between Quốc hiệu and Tiêu ngữ, nothing added."""
    nation, motto = view.one("quoc_hieu"), view.one("tieu_ngu")
    if nation and motto:
        yield from _loose(motto, motto.lines)
        gap = pt(nation.lines[-1].format.after + motto.first.format.before)
        if gap > LOOSE_PT and nation.first.number != motto.first.number:
            yield fault(motto, f"Tiêu ngữ cách Quốc hiệu thêm {words.number(gap)} pt", "phải cách dòng đơn")


def single_names(view: View, rule: Rule) -> Iterator[Fault]:
    """Single spacing in the names of the office."""
    component = view.one("co_quan_ban_hanh")
    if component:
        yield from _loose(component, component.lines)


def one_line(view: View, rule: Rule) -> Iterator[Fault]:
    """The Quốc hiệu fits on one line of its cell."""
    component = view.one("quoc_hieu")
    if component is None or component.first.cell is None:
        return
    room, width = room_mm(component.first), width_mm(component.first)
    if room and width > room * BREAKS_AT:
        found = f"bị ngắt dòng: dài {words.millimetres(width)} mm, ô rộng {words.millimetres(room)} mm"
        yield fault(
            component, found, "phải nằm trên một dòng", hint="Nới rộng cột bên phải của bảng đầu trang."
        )


def no_underline(kind: str) -> Special:
    """The words of a component are not underlined."""

    def check(view: View, rule: Rule) -> Iterator[Fault]:
        for component in view.of(kind):
            if any(run.face.underline for run in component.runs):
                yield fault(component, "chữ bị gạch chân", "không gạch chân chữ")

    return check


def motto_words(view: View, rule: Rule) -> Iterator[Fault]:
    """The words of the Tiêu ngữ, capitals aside."""
    component = view.one("tieu_ngu")
    if component and component.text.casefold() != f"{rule.value}".casefold():
        yield fault(component, f"«{component.text}»", f"phải là «{rule.value}»")


def motto_capitals(view: View, rule: Rule) -> Iterator[Fault]:
    """First letter of each of the three phrases a capital, the rest small."""
    component = view.one("tieu_ngu")
    if component is None:
        return
    phrases = [phrase.strip() for phrase in re.split(r"[-–—]", component.text)]
    if any(phrase != phrase[:1].upper() + phrase[1:].lower() for phrase in phrases):
        yield fault(component, f"«{component.text}»", "chữ đầu mỗi cụm từ viết hoa, các chữ khác viết thường")


def rule_present(kind: str) -> Special:
    """A rule below; an underlined line of text is none."""

    def check(view: View, rule: Rule) -> Iterator[Fault]:
        component = view.one(kind)
        if component is None or (component.line and component.line.kind != "underline"):
            return
        found = "gạch chân chữ thay cho đường kẻ" if component.line else "không thấy đường kẻ ngang bên dưới"
        yield fault(component, found, "phải có đường kẻ ngang, nét liền")

    return check


def rule_style(kind: str) -> Special:
    """The rule is one solid line, centred below the text."""

    def check(view: View, rule: Rule) -> Iterator[Fault]:
        component = view.one(kind)
        line = component.line if component else None
        if line is None or line.kind == "underline":
            return
        if not line.solid:
            yield fault(component, "đường kẻ không liền nét", "phải là nét liền")
        elif _off_centre(component):
            yield fault(component, "đường kẻ lệch khỏi giữa dòng chữ", "phải cân đối, ở giữa dòng chữ")

    return check


def rule_length(kind: str) -> Special:
    """The rule's length as a share of the text above. Of several lines the decree does not say which one is meant: a rule
    is wrong only if it is too short for the shortest of them, or too long for the longest.
    """

    def check(view: View, rule: Rule) -> Iterator[Fault]:
        component = view.one(kind)
        line = component.line if component else None
        if line is None or line.kind == "underline" or not line.length:
            return
        widths = [width for width in line_widths_mm(component) if width]
        shares = [line.length_mm / width for width in widths]
        between = bool(shares) and min(shares) < min(rule.value) and max(shares) > max(rule.value)
        if shares and not between and not any(passes(view, rule, share) for share in shares):
            yield fault(component, _length_words(line.length_mm, min(shares)), _share_words(rule, max(widths)))

    return check


def half_page(view: View, rule: Rule) -> Iterator[Fault]:
    """TT01: the Quốc hiệu takes about half of the page across."""
    component = view.one("quoc_hieu")
    if component is None or component.first.cell is None:
        return
    share = Decimal(component.first.cell.width) / max(view.reading.sections[0].width, 1)
    if not HALF[0] <= share <= HALF[1]:
        found = f"ô rộng {words.millimetres(mm(component.first.cell.width))} mm"
        yield fault(component, found, "chiếm khoảng 1/2 trang giấy theo chiều ngang")


def full_name(view: View, rule: Rule) -> Iterator[Fault]:
    """The issuing body is written in full."""
    component = view.one("co_quan_ban_hanh")
    if component and (short := ABBREVIATED.search(component.text)):
        yield fault(component, f"viết tắt «{short[0]}»", "ghi tên đầy đủ của cơ quan ban hành")


def superior_place(view: View, rule: Rule) -> Iterator[Fault]:
    """A local superior carries the name of its place."""
    component = view.one("co_quan_chu_quan")
    if component and LOCAL.search(component.text):
        yield fault(component, "không ghi tên địa phương", "kèm tên tỉnh, thành phố hoặc xã, phường")


def _loose(component: Component, lines: tuple[Paragraph, ...]) -> Iterator[Fault]:
    for line in lines:
        spacing = line.format.lines(line.face.size_pt)
        if not SINGLE[0] <= spacing <= SINGLE[1]:
            yield fault(component, f"giãn dòng {words.number(spacing)}", "phải cách dòng đơn", line=line)
            return


def _off_centre(component: Component) -> bool:
    line, last = component.line, component.lines[-1]
    if line.centred is not None:
        return not line.centred
    if line.left is None or not last.room or last.cell is None:
        return False
    return abs(mm(line.left + line.length // 2 - last.room // 2)) > OFF_CENTRE


def _length_words(length: Decimal, ratio: Decimal) -> str:
    return f"đường kẻ dài {words.millimetres(length)} mm, bằng {words.number(ratio)} dòng chữ"


def _share_words(rule: Rule, width: Decimal) -> str:
    low, high = (width * share for share in rule.value)
    if low == high:
        return f"phải dài bằng dòng chữ ({words.millimetres(low)} mm)"
    return f"phải dài từ 1/3 đến 1/2 dòng chữ ({words.millimetres(low)}–{words.millimetres(high)} mm)"


SPECIAL: dict[str, Special] = {
    "quoc_hieu.position": right_half,
    "quoc_hieu.line_spacing": single_to_motto,
    "quoc_hieu.one_line": one_line,
    "quoc_hieu.no_underline": no_underline("quoc_hieu"),
    "tt01.quoc_hieu.width": half_page,
    "tieu_ngu.text": motto_words,
    "tieu_ngu.capital_first": motto_capitals,
    "co_quan_ban_hanh.line_spacing": single_names,
    "co_quan_ban_hanh.full_name": full_name,
    "co_quan_chu_quan.place_name": superior_place,
    "noi_nhan.no_underline": no_underline("noi_nhan_nhan"),
    "trich_yeu.rule_length": rule_length("trich_yeu"),
    "tieu_ngu.rule_length": rule_length("tieu_ngu"),
    "co_quan_ban_hanh.rule_length": rule_length("co_quan_ban_hanh"),
    "tt01.co_quan.rule_length": rule_length("co_quan_ban_hanh"),
} | {
    f"{kind}.{name}": make(kind)
    for kind in ("tieu_ngu", "co_quan_ban_hanh", "trich_yeu")
    for name, make in (("rule_present", rule_present), ("rule_style", rule_style))
}

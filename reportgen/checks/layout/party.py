"""What Party documents (HD05, HD36) and those of the Front (MTTQ) have of their own; the rest is judged as for the State."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.layout.kinds import kind_on
from reportgen.checks.layout.letterhead import rule_length
from reportgen.checks.layout.ops import pattern
from reportgen.checks.layout.place_date import place_date
from reportgen.checks.layout.view import Fault, Special, View, fault
from reportgen.pattern import Pattern
from reportgen.profile import Rule
from reportgen.vietnamese.text import fold

PARTY_NUMBER = Pattern(r"Số:?\s*([\d._…\s]*)-([^/\s]+)/(\S+)", re.IGNORECASE)
PROVINCE = Pattern(r"(tinh|thanh) uy\b")
COMMUNE = Pattern(r"dang uy (xa|phuong|dac khu)\b")
UPPER_PARTY = Pattern(r"(dang bo (tinh|thanh pho)|tinh uy|thanh uy)\b")
SECRETARY = Pattern(r"k/t\.? *bi thu\b")
CENTRAL = "TRUNG ƯƠNG"
FRONT = Pattern(r"MTTQ|MẶT TRẬN TỔ QUỐC")
STANDING = "BAN THƯỜNG TRỰC"


def right_half(view: View, rule: Rule) -> Iterator[Fault]:
    """The Party's heading at the head of page 1, on the right."""
    component = view.one("tieu_de_dang")
    if component is None:
        yield Fault(
            "không thấy tiêu đề «ĐẢNG CỘNG SẢN VIỆT NAM»", "phải ở góc phải, đầu trang thứ nhất", "Tiêu đề"
        )
    elif component.first.cell and component.first.cell.centre * 2 < view.reading.sections[0].text_width:
        yield fault(component, "nằm ở nửa bên trái", "phải ở góc phải, đầu trang thứ nhất")


def heading_rule(view: View, rule: Rule) -> Iterator[Fault]:
    """A solid rule as long as the heading."""
    component = view.one("tieu_de_dang")
    if component and component.line is None:
        yield fault(
            component, "không thấy đường kẻ ngang bên dưới", "phải có đường kẻ nét liền dài bằng tiêu đề"
        )
    yield from rule_length("tieu_de_dang")(view, rule)


def separator(kind: str) -> Special:
    """Typed signs below instead of a rule: «*» below the office, «-----» below the subject."""

    def check(view: View, rule: Rule) -> Iterator[Fault]:
        component = view.one(kind)
        if component is None:
            return
        typed = component.line.text.replace(" ", "") if component.line else ""
        if typed != rule.value:
            found = f"bên dưới là «{typed}»" if typed else "không có dấu bên dưới"
            yield fault(component, found, f"bên dưới phải là «{rule.value}»")

    return check


def leading_zero(view: View, rule: Rule) -> Iterator[Fault]:
    """Numbers below 10 with a 0; a blank is allowed."""
    component = view.one("so_ky_hieu")
    found = PARTY_NUMBER.match(component.text[:300]) if component else None
    number = re.sub(r"[._…\s]", "", found[1]) if found else ""
    if number and not pattern(f"{rule.value}").match(number):
        yield fault(component, f"số «{number}»", "số dưới 10 phải thêm số 0 ở trước")


def letter_code(view: View, rule: Rule) -> Iterator[Fault]:
    """A công văn of the Party carries the code CV."""
    component = view.one("so_ky_hieu")
    found = PARTY_NUMBER.match(component.text[:300]) if component else None
    if found and view.is_letter and found[2] != rule.value:
        yield fault(component, f"mã loại «{found[2]}»", f"công văn của Đảng ghi mã «{rule.value}»")


def type_codes(view: View, rule: Rule) -> Iterator[Fault]:
    """The code fits the type named on the page."""
    component, name = view.one("so_ky_hieu"), view.one("ten_loai")
    found = PARTY_NUMBER.match(component.text[:300]) if component and name else None
    right = {fold(key): code for key, code in rule.value.items()}.get(fold(name.text)) if found else None
    if right and found[2] != right:
        yield fault(component, f"mã loại «{found[2]}»", f"{name.text.lower()} ghi mã «{right}»")


def small_initial(view: View, rule: Rule) -> Iterator[Fault]:
    """The subject opens with a small letter, unless with a proper name (two words with capitals)."""
    subject = view.one("trich_yeu")
    words = subject.text.split()[:2] if subject else []
    if words and words[0][:1].isupper() and not (len(words) > 1 and words[1][:1].isupper()):
        yield fault(subject, f"chữ đầu viết hoa «{words[0]}»", f"phải viết thường: «{words[0].lower()} …»")


def addressed(view: View, rule: Rule) -> Iterator[Fault]:
    """Công văn «Kính gửi:», tờ trình «Kính trình:», other types neither."""
    label, name = view.one("kinh_gui"), view.one("ten_loai")
    if label is None:
        return
    wanted = "kinh gui" if name is None else "kinh trinh" if fold(name.text).startswith("to trinh") else ""
    if not wanted or not fold(label.text).startswith(wanted):
        yield fault(
            label,
            f"«{label.text[:12]}»",
            "công văn ghi «Kính gửi:», tờ trình ghi «Kính trình:», loại khác không ghi",
        )


def label_slanted(view: View, rule: Rule) -> Iterator[Fault]:
    """The words «Kính gửi» slanted; the addressees are not judged here."""
    label = view.one("kinh_gui")
    if label and label.face.italic != rule.value:
        yield fault(label, "chữ «Kính gửi» đứng", "phải nghiêng")


def items_closed(view: View, rule: Rule) -> Iterator[Fault]:
    """Every addressee closes with «;», the last one too."""
    for item in view.of("kinh_gui_muc"):
        if not item.text.endswith(f"{rule.value}"):
            yield fault(item, f"kết thúc bằng «{item.text[-1:]}»", f"phải kết thúc bằng «{rule.value}»")


def front_heading(view: View, rule: Rule) -> Iterator[Fault]:
    """The Front writes Quốc hiệu and Tiêu ngữ."""
    if view.one("quoc_hieu") is None:
        yield Fault(
            "không thấy Quốc hiệu", "phải có Quốc hiệu và Tiêu ngữ, không dùng tiêu đề Đảng", "Quốc hiệu"
        )


def front_central(view: View, rule: Rule) -> Iterator[Fault]:
    """The name of the central committee, where it is the one that issues."""
    component = view.one("co_quan_ban_hanh")
    if component and CENTRAL in component.text and component.text.replace("UỶ", "ỦY") not in rule.value:
        yield fault(component, f"«{component.text}»", f"phải là «{rule.value[0]}»")


def front_local(view: View, rule: Rule) -> Iterator[Fault]:
    """A local committee: its name above, the standing board in bold below."""
    own, above = view.one("co_quan_ban_hanh"), view.one("co_quan_chu_quan")
    whole = " ".join(c.text for c in (above, own) if c)
    if own and CENTRAL not in whole and not (FRONT.search(whole) and STANDING in own.text):
        yield fault(
            own, f"«{whole}»", "«ỦY BAN MTTQ VIỆT NAM …» ở dòng trên, «BAN THƯỜNG TRỰC» đậm ở dòng dưới"
        )


def front_signature(view: View, rule: Rule) -> Iterator[Fault]:
    """«TM. BAN THƯỜNG TRỰC» opens the signature."""
    lines, kind = view.of("quyen_han_ky", "chuc_vu"), kind_on(view)
    if kind and kind.two_sides:  # minutes are signed by who took them and who chaired
        return
    if lines and not any(c.text.startswith(f"TM. {STANDING}") for c in lines):
        yield fault(lines[0], f"«{lines[0].text}»", "mở đầu phần ký là «TM. BAN THƯỜNG TRỰC»")


def office_names(view: View, rule: Rule) -> Iterator[Fault]:
    """Which name stands above which: tỉnh uỷ alone; đảng uỷ xã below its province's đảng bộ; chi bộ below its đảng bộ."""
    own, above = view.one("co_quan_ban_hanh"), view.one("co_quan_chu_quan")
    name, upper = (fold(c.text) if c else "" for c in (own, above))
    if PROVINCE.match(name) and upper:
        yield fault(own, f"ghi dưới «{above.text}»", "tỉnh uỷ, thành uỷ ghi một dòng, không có cấp trên")
    elif COMMUNE.match(name) and not UPPER_PARTY.match(upper):
        yield fault(own, f"dòng trên là «{above.text}»" if above else "không có dòng trên", "ghi «ĐẢNG BỘ TỈNH …» ở dòng trên")
    elif name.startswith("chi bo") and above is None:
        yield fault(own, "không có dòng trên", "ghi tên đảng bộ cấp trên ở dòng trên")


def place_unit(view: View, rule: Rule) -> Iterator[Fault]:
    """A place whose name is one syllable goes with its unit: «Thành phố Huế»."""
    date = place_date(view)
    if date and date.place and " " not in date.place.strip():
        yield fault(date.component, f"địa danh «{date.place}»", "tên một âm tiết ghi cả cấp hành chính, ví dụ «Thành phố Huế»")


def committee(view: View, rule: Rule) -> Iterator[Fault]:
    """A deputy secretary signs for the committee (T/M), never for the secretary (K/T)."""
    for component in view.of("quyen_han_ky"):
        if SECRETARY.match(fold(component.text)):
            yield fault(component, f"«{component.text}»", "phó bí thư ký «T/M» cấp uỷ rồi đến «PHÓ BÍ THƯ»")


def minutes_sides(view: View, rule: Rule) -> Iterator[Fault]:
    """Who chaired signs on the right, who took the minutes on the left."""
    offices = [(fold(c.text), c) for c in view.of("chuc_vu") if c.first.cell]
    chair = next((c for text, c in offices if text.startswith("chu tri")), None)
    clerk = next((c for text, c in offices if text.startswith("nguoi ghi")), None)
    if chair and clerk and chair.first.cell.left < clerk.first.cell.left:
        yield fault(chair, "người chủ trì ký ở bên trái", "người chủ trì ký ở bên phải, người ghi biên bản ở bên trái")


SPECIAL: dict[str, Special] = {
    "hd05.co_quan.form": office_names,
    "hd05.dia_danh.place": place_unit,
    "hd05.no_kt_for_committee": committee,
    "hd05.sign.joint": minutes_sides,
    "hd05.tieu_de.position": right_half,
    "hd05.tieu_de.rule": heading_rule,
    "hd05.ban_hanh.star": separator("co_quan_ban_hanh"),
    "hd05.trich_yeu.separator": separator("trich_yeu"),
    "hd36.trich_yeu.separator": separator("trich_yeu"),
    "hd05.so.leading_zero": leading_zero,
    "hd05.cong_van_code": letter_code,
    "hd05.so.type_codes": type_codes,
    "hd05.trich_yeu.small_initial": small_initial,
    "hd05.kinh_gui.applies": addressed,
    "hd05.kinh_gui.italic": label_slanted,
    "hd05.kinh_gui.item_end": items_closed,
    "mttq.header_right": front_heading,
    "mttq.header_left_central": front_central,
    "mttq.header_left_local": front_local,
    "mttq.sign": front_signature,
}

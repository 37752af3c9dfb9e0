"""From faults to findings: the message, the place, the hint; equal faults said once."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.checks.layout import words
from reportgen.checks.layout.view import Fault, View
from reportgen.diagnostics import Finding, Place
from reportgen.profile import Rule

NUMBER_FORMAT = "Thẻ Insert, mục Page Number, chọn Format Page Numbers."
HINTS = {
    "font_size": "Chọn dòng này trong Word, đặt lại cỡ chữ ở thẻ Home.",
    "bold": "Chọn dòng này trong Word, bấm Ctrl+B.",
    "italic": "Chọn dòng này trong Word, bấm Ctrl+I.",
    "align": "Đặt con trỏ vào dòng này, chọn lại kiểu căn lề ở thẻ Home.",
    "case": "Chọn dòng này, bấm Shift+F3 để đổi kiểu chữ hoa, thường.",
    "first_line_indent": "Mở Paragraph, mục Special chọn First line, nhập 1 cm hoặc 1,27 cm.",
    "space_between_paragraphs": "Mở Paragraph, đặt Spacing Before hoặc After từ 6 pt.",
    "line_spacing": "Mở Paragraph, đặt Line spacing từ Single đến 1.5 lines.",
    "line_spacing_exact": "Mở Paragraph, đặt lại Line spacing.",
    "paper": "Thẻ Layout, mục Size, chọn A4.",
    "orientation": "Thẻ Layout, mục Orientation, chọn Portrait.",
    "font_family": "Chọn phần chữ này, đổi phông chữ sang Times New Roman.",
    "encoding": "Chuyển văn bản sang Unicode dựng sẵn bằng bộ gõ rồi dán lại.",
    "font_color": "Chọn phần chữ này, đổi màu chữ về Automatic.",
    "rule_below": "Thẻ Insert, mục Shapes, vẽ một đường thẳng dưới dòng chữ; không gạch chân chữ.",
    "rule_length": "Kéo đường kẻ cho đủ dài và căn vào giữa dòng chữ.",
    "rule_style": "Đổi kiểu đường kẻ sang nét liền (Solid), đặt giữa dòng chữ.",
    "underline": "Chọn dòng này, bấm Ctrl+U để bỏ gạch chân.",
    "position": "Chuyển dòng này về đúng chỗ.",
    "structure": "Xuống dòng để mỗi nơi, mỗi căn cứ đứng riêng một dòng.",
    "presence": "Thêm thành phần này; nếu dựng từ khung thì xem khung có còn ô điền của nó không.",
    "required_elements": "Thêm thành phần này; nếu dựng từ khung thì xem khung có còn ô điền của nó không.",
    "font_size_set": "Đổi cỡ chữ của ba dòng theo một trong hai bộ.",
    "line_spacing_to_tieu_ngu": "Mở Paragraph, đặt Line spacing là Single, Spacing Before và After bằng 0.",
    "gap_to_so": "Mở Paragraph, đặt Spacing Before là 6 pt.",
    "blank_lines": "Chừa 4 đến 6 dòng giữa chức vụ và họ tên.",
    "font_style": "Bỏ chữ nghiêng (Ctrl+I), chữ đậm (Ctrl+B).",
    "start": NUMBER_FORMAT,
    "numerals": NUMBER_FORMAT,
    "restart_per_annex": NUMBER_FORMAT,
    "distance_from_top_edge": "Thẻ Layout, Page Setup, mục Layout: đặt Header là 1 cm.",
    "cell_width": "Kéo lại bề rộng cột của bảng đầu trang.",
    "line_count": "Nới rộng cột của bảng đầu trang.",
    "sequence": "Xem lại số của các mục cùng cấp.",
    "last_chars": "Thêm «./.» vào cuối câu cuối cùng.",
    "separator_below": "Gõ dấu này ở dòng riêng ngay bên dưới, căn giữa.",
    "format": "Chọn dòng này, đặt lại cỡ chữ, kiểu chữ ở thẻ Home.",
    "font": "Chọn dòng này, đặt lại phông chữ, cỡ chữ ở thẻ Home.",
    "box_size": "Nháy vào khung chữ, thẻ Shape Format, đặt lại Height và Width.",
    "color": "Chọn chữ này, đổi màu chữ ở thẻ Home.",
} | {side: "Thẻ Layout, mục Margins, chọn Custom Margins để đặt lại lề." for side in words.SIDES}
BY_CODE = {
    "page_number.position": "Thẻ Insert, mục Page Number, chọn lại chỗ đặt số trang.",
    "ten_loai.first_line_indent": "Mở Paragraph, mục Special chọn (none).",
    "hd05.noi_dung.first_line_indent": "Mở Paragraph, mục Special chọn First line, nhập 1 cm.",
    "hd05.noi_dung.line_spacing": "Mở Paragraph, Line spacing chọn Exactly, nhập từ 18 đến 22 pt.",
    "hd05.noi_dung.end": "Kết thúc câu cuối bằng một dấu chấm, bỏ «./.».",
    "hd05.noi_nhan.label": "Chọn dòng này, bấm Ctrl+U để gạch chân.",
    "phu_luc.rule_below": "Thẻ Insert, mục Shapes, vẽ một đường thẳng ngắn dưới dòng này.",
    "noi_dung.no_space_indent": "Xóa dấu cách ở đầu đoạn, lùi đầu dòng bằng Paragraph, First line.",
}
MOST_ALIKE = 3
"""Up to so many faults against one demand are told one by one; more are told once, with all their places."""
TYPING = "Sửa lại chữ ở dòng này."


def grouped(faults: Iterable[Fault]) -> list[list[Fault]]:
    """Faults with the same words together; of one rule more than MOST_ALIKE against one demand together as well."""
    seen: dict[tuple[str, str], list[Fault]] = {}
    for fault in faults:
        seen.setdefault((fault.found, fault.expected), []).append(fault)
    demands: dict[str, list[list[Fault]]] = {}
    for (_, expected), same in seen.items():
        demands.setdefault(expected, []).append(same)
    return [each for alike in demands.values() for each in (alike if len(alike) <= MOST_ALIKE else [_merged(alike)])]


def _merged(alike: list[list[Fault]]) -> list[Fault]:
    """Many faults against one demand, each found in other words («1.», «2.» …): one group, in the order of the page."""
    return sorted((fault for same in alike for fault in same), key=lambda fault: fault.paragraph)


def finding_of(view: View, rule: Rule, fault: Fault, *same: Fault) -> Finding:
    """The finding of a fault: «Quốc hiệu: cỡ chữ 14; cho phép 12–13.»; ``same``: the other places with the same fault."""
    component = words.SHOWN.get(rule.component, rule.component)
    expected = fault.expected or words.allowed(rule)
    more = f" (và {len(same)} chỗ nữa)" if same else ""
    place, *others = (_place(view, component, each) for each in (fault, *same))
    return Finding(
        code=rule.code,
        severity=rule.severity,
        message=f"{component}: {fault.found}; {expected}{more}.",
        place=place,
        found=fault.found,
        expected=expected,
        authority=rule.authority,
        hint=fault.hint or mending(rule),
        places=(place, *others) if others else (),
    )


def mending(rule: Rule) -> str:
    """How the fault of a rule is mended in Word."""
    return BY_CODE.get(rule.code) or BY_CODE.get(words.bare(rule.code)) or HINTS.get(rule.prop, TYPING)


def _place(view: View, component: str, fault: Fault) -> Place:
    return Place(
        file=view.shown, part=fault.part or component, quote=fault.quote, paragraph=fault.paragraph
    )

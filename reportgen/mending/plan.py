"""Which rule is mended by what, and why the others are not.

A mender is found by the code of the rule, by the code of the NĐ30 rule it stands for, or by what the rule measures. A rule
without one is left to people, each with a reason they can read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reportgen.checks.layout import words
from reportgen.mending import ends, letters, lines, looks, numbers, setting, sheet
from reportgen.mending.case import Case
from reportgen.mending.letters import reworded
from reportgen.mending.nouns import Wish
from reportgen.profile import Rule

Mender = Callable[[Case, Rule], Iterable[Wish]]
NAMES = "liên quan đến tên người, tên cơ quan: chương trình không sửa"
DIGITS = "liên quan đến con số: chương trình không bao giờ sửa số"

BY_CODE: dict[str, Mender] = {
    "page.size": sheet.paper,
    "page.font.encoding": looks.composed,
    "hd36.page.font": looks.composed,
    "page.font.family": looks.typeface,
    "page.font.color": looks.colour,
    "page.size_consistency": looks.head_sizes,
    "page_number.size": numbers.size,
    "page_number.style": numbers.style,
    "page_number.position": numbers.position,
    "page_number.first_page_hidden": numbers.hidden_on_first,
    "page_number.start": numbers.start,
    "page_number.numerals": numbers.numerals,
    "page_number.header_distance": numbers.distance,
    "page_number.annex_separate": numbers.restarts,
    "quoc_hieu.text": reworded(("quoc_hieu",), letters.legal_words),
    "quoc_hieu.line_spacing": setting.single_to_motto,
    "quoc_hieu.one_line": looks.condensed,
    "quoc_hieu.no_underline": looks.switch,
    "tieu_ngu.text": reworded(("tieu_ngu",), letters.legal_words),
    "tieu_ngu.capital_first": reworded(("tieu_ngu",), letters.motto_capitals),
    "co_quan_ban_hanh.line_spacing": setting.single_names("co_quan_ban_hanh"),
    "so.prefix": reworded(("so_ky_hieu",), letters.number_prefix),
    "so.no_spaces": reworded(("so_ky_hieu",), letters.number_without_spaces),
    "so.symbol_case": reworded(("so_ky_hieu",), letters.listed_code),
    "so.hyphen": reworded(("so_ky_hieu",), letters.number_hyphens),
    "dia_danh.comma": reworded(("dia_danh",), letters.place_comma),
    "dia_danh.case": reworded(("dia_danh",), letters.small_day),
    "dia_danh.day_zero": reworded(("dia_danh",), letters.padded("ngày", range(1, 10), True)),
    "dia_danh.month_zero": reworded(("dia_danh",), letters.padded("tháng", range(1, 3), True)),
    "dia_danh.month_no_zero": reworded(("dia_danh",), letters.padded("tháng", range(3, 10), False)),
    "ten_loai.first_line_indent": setting.no_indent,
    "trich_yeu.no_final_period": reworded(("trich_yeu",), letters.without_stop),
    "trich_yeu_cv.prefix": reworded(("trich_yeu_cv",), letters.letter_prefix, first_only=True),
    "trich_yeu_cv.gap": setting.gap_to_number,
    "trich_yeu_cv.position": setting.centred("trich_yeu_cv", in_cell=True),
    "can_cu.end_each": ends.closed(("can_cu",), "not"),
    "can_cu.end_last": ends.closed(("can_cu",), "only"),
    "kinh_gui.text": reworded(("kinh_gui",), letters.addressed),
    "kinh_gui.multi_dash": reworded(("kinh_gui_muc",), letters.dashed),
    "kinh_gui.multi_align": setting.one_column,
    "kinh_gui.multi_end": ends.closed(("kinh_gui_muc",), "not"),
    "kinh_gui.multi_end_last": ends.closed(("kinh_gui_muc",), "only"),
    "hd05.kinh_gui.item_end": ends.closed(("kinh_gui_muc",), "all"),
    "hd05.kinh_gui.italic": looks.slanted_label,
    "noi_dung.one_size": looks.one_size,
    "noi_dung.style": looks.upright,
    "noi_dung.para_spacing": setting.between_paragraphs,
    "noi_dung.line_spacing": setting.line_spacing,
    "tt01.noi_dung.line_spacing": setting.line_spacing,
    "noi_dung.line_spacing_exact": setting.exact_spacing,
    "hd05.noi_dung.line_spacing": setting.exact_spacing,
    "noi_dung.no_space_indent": setting.leading_spaces,
    "noi_dung.ket_thuc": ends.end_mark,
    "hd05.noi_dung.end": ends.end_mark,
    "phan.own_line": setting.centred("phan_chuong"),
    "phan.title_position": setting.centred("phan_chuong_ten"),
    "muc.own_line": setting.centred("muc_so"),
    "muc.title_position": setting.centred("muc_ten"),
    "phan.label_case": reworded(("phan_chuong",), letters.sentence_label),
    "phu_luc.label": reworded(("phu_luc",), letters.sentence_label),
    "phu_luc.kem_theo_text": reworded(("phu_luc_kem_theo",), letters.in_brackets),
    "phu_luc.kem_theo_position": setting.centred("phu_luc_kem_theo"),
    "dieu.bold": looks.first_words_bold,
    "muc_la_ma.case": reworded(("muc_la_ma",), letters.title_in_capitals),
    "quyen_han.prefix": reworded(("quyen_han_ky",), letters.authority),
    "noi_nhan.label_text": reworded(("noi_nhan_nhan",), letters.recipients_label),
    "noi_nhan.label_position": setting.flush_left("noi_nhan_nhan"),
    "noi_nhan.item_dash": reworded(("noi_nhan",), letters.dashed, first_only=True),
    "noi_nhan.item_end": ends.recipients_closed,
    "noi_nhan.luu_form": reworded(("noi_luu",), letters.filing),
    "noi_nhan.no_underline": looks.switch,
    **{f"page.margin.{side}": sheet.margin for side in ("top", "bottom", "left", "right")},
    **{f"{kind}.rule_present": lines.drawn(kind) for kind in ("tieu_ngu", "co_quan_ban_hanh", "trich_yeu")},
    **{
        f"{kind}.{name}": lines.reshaped(kind)
        for kind in ("tieu_ngu", "co_quan_ban_hanh", "trich_yeu")
        for name in ("rule_style", "rule_length")
    },
    "hd05.tieu_de.rule": lines.reshaped("tieu_de_dang"),
    "tt01.co_quan.rule_length": lines.reshaped("co_quan_ban_hanh"),
    **{code: reworded((code.partition(".")[0],), make) for code, make in letters.LABELS.items()},
    "khoan.label": reworded(("khoan", "khoan_tieu_de"), letters.LABELS["khoan.label"]),
}
BY_MEASURE: dict[tuple[str, tuple[str, ...]], Mender] = {
    ("font_size", ("eq", "in", "range", "same_as")): looks.sizes,
    ("bold", ("eq",)): looks.switch,
    ("italic", ("eq",)): looks.switch,
    ("underline", ("eq", "absent")): looks.switch,
    ("font_style", ("eq",)): looks.upright,
    ("align", ("eq", "in")): setting.alignment,
    ("first_line_indent", ("eq", "in", "range")): setting.first_indent,
}
OWN: dict[str, Callable[[Case], Iterable[Wish]]] = {"TT53": numbers.waiting, "TT54": sheet.turned}
"""Findings of the judges that are no rule of a profile → what mends them."""
REASONS: dict[str, str] = {
    "page.orientation": "xoay trang có thể làm vỡ bảng; người soạn tự chọn",
    "ho_ten.case": NAMES,
    "ho_ten.no_title": NAMES,
    "co_quan_ban_hanh.full_name": NAMES,
    "co_quan_chu_quan.place_name": NAMES,
    "so.leading_zero": DIGITS,
    "so.numerals": DIGITS,
    "bo_cuc.sequence": "đánh lại số mục có thể làm sai chỗ viện dẫn; người soạn tự sửa",
    "diem.order": "đánh lại thứ tự điểm có thể làm sai chỗ viện dẫn; người soạn tự sửa",
    "TT52": NAMES,
    "TT53": "đầu trang, chân trang còn chữ khác cạnh số trang; người soạn tự chuyển",
    "TT54": "bảng trên trang ngang rộng hơn phần chữ còn lại sau khi nới lề; thu hẹp cột của bảng trước",
    "noi_dung.ket_thuc_attached": "phải nối hai đoạn làm một; xóa dấu xuống dòng trước «./.»",
}
BY_PROP: dict[str, str] = {
    "presence": "thiếu nội dung, người soạn phải tự thêm",
    "required_elements": "thiếu nội dung, người soạn phải tự thêm",
    "position": "phải chuyển chỗ cả một thành phần; người soạn tự làm",
    "structure": "phải ngắt lại dòng; người soạn tự làm",
    "rule_below": "chưa chắc chỗ đặt đường kẻ (phần đầu không nằm trong bảng, hoặc còn chữ phía dưới)",
    "rule_length": "đường kẻ gõ bằng dấu gạch hoặc vẽ kiểu khác; kẻ lại bằng Insert, Shapes",
    "rule_style": "đường kẻ gõ bằng dấu gạch hoặc vẽ kiểu khác; kẻ lại bằng Insert, Shapes",
    "case": "đổi chữ hoa, chữ thường ở đây có thể làm sai tên riêng",
    "first_line_indent": "đoạn đánh số tự động: chỉnh lùi đầu dòng trong danh sách của Word",
    "encoding": "chữ của bảng mã cũ: chuyển sang Unicode bằng bộ gõ trước",
    "font_family": "chữ của phông ký hiệu hoặc bảng mã cũ, đổi phông sẽ mất chữ",
    "label": "số tự động của Word hoặc cách đánh số khác; người soạn tự sửa",
    "line_count": "phải nới cột của bảng đầu trang",
    "cell_width": "phải nới cột của bảng đầu trang",
}
PLAIN = "phải sửa lời văn hoặc bố cục, việc của người soạn"


def mender_of(rule: Rule) -> Mender | None:
    """What mends this rule, None for a rule left to people."""
    found = BY_CODE.get(rule.code) or BY_CODE.get(words.bare(rule.code))
    if found or words.bare(rule.code) in REASONS:
        return found
    if rule.prop == "case" and rule.op == "eq" and rule.value == "upper":
        return reworded((rule.component,), letters.in_capitals)
    return next((mend for (prop, ops), mend in BY_MEASURE.items() if prop == rule.prop and rule.op in ops), None)


def reason_of(code: str, rule: Rule | None) -> str:
    """Why a finding is left to people."""
    if code in REASONS or words.bare(code) in REASONS:
        return REASONS.get(code) or REASONS[words.bare(code)]
    return BY_PROP.get(rule.prop, PLAIN) if rule else PLAIN

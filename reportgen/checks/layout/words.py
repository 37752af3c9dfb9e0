"""The words of the findings: how components, properties and values read in Vietnamese."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from reportgen.profile import Rule

SHOWN: dict[str, str] = {
    "trang_giay": "Trang giấy",
    "so_trang": "Số trang",
    "quoc_hieu": "Quốc hiệu",
    "tieu_ngu": "Tiêu ngữ",
    "co_quan_chu_quan": "Tên cơ quan chủ quản",
    "co_quan_ban_hanh": "Tên cơ quan ban hành",
    "so_ky_hieu": "Số, ký hiệu",
    "dia_danh": "Địa danh, thời gian",
    "ten_loai": "Tên loại văn bản",
    "trich_yeu": "Trích yếu",
    "trich_yeu_cv": "Trích yếu công văn",
    "can_cu": "Căn cứ",
    "tham_quyen": "Dòng thẩm quyền",
    "noi_dung": "Nội dung",
    "phan_chuong": "Phần, chương",
    "phan_chuong_ten": "Tiêu đề phần, chương",
    "muc_so": "Mục, tiểu mục",
    "muc_ten": "Tiêu đề mục, tiểu mục",
    "muc_la_ma": "Mục số La Mã",
    "muc_chu_hoa": "Mục chữ cái in hoa",
    "muc_thap_phan": "Mục số thập phân",
    "tieu_muc": "Tiêu đề mục số thập phân",
    "dieu": "Điều",
    "khoan": "Khoản",
    "khoan_tieu_de": "Khoản có tiêu đề",
    "diem": "Điểm",
    "gach_dau_dong": "Gạch đầu dòng",
    "dau_cong": "Dòng dấu cộng",
    "dau_sao": "Dòng dấu sao",
    "dong_rieng": "Dòng riêng",
    "bang_so_lieu": "Bảng",
    "bo_cuc": "Bố cục",
    "quyen_han_ky": "Quyền hạn của người ký",
    "chuc_vu": "Chức vụ của người ký",
    "chuc_danh_khac": "Chức danh khác của người ký",
    "nguoi_ky": "Họ tên người ký",
    "chu_ky": "Chỗ ký",
    "kinh_gui": "Kính gửi",
    "kinh_gui_muc": "Nơi kính gửi",
    "noi_nhan_nhan": "Chữ «Nơi nhận»",
    "noi_nhan": "Nơi nhận",
    "noi_luu": "Dòng «Lưu»",
    "ky_hieu_soan_thao": "Ký hiệu người soạn thảo",
    "phu_luc": "Phụ lục",
    "phu_luc_ten": "Tên phụ lục",
    "phu_luc_kem_theo": "Dòng «Kèm theo»",
    "do_mat": "Độ mật",
    "do_khan": "Độ khẩn",
    "du_thao": "Dấu dự thảo",
    "van_ban": "Văn bản",
}
ITEMS = ("gach_dau_dong", "dau_cong", "dau_sao")
RUNNING = ("noi_dung", *ITEMS, "muc_thap_phan")
HEADINGS = ("phan_chuong", "phan_chuong_ten", "muc_so", "muc_ten", "muc_la_ma", "muc_chu_hoa", "dieu", "khoan_tieu_de", "tieu_muc")
BODY = frozenset((*RUNNING, *HEADINGS, "khoan", "diem", "dong_rieng", "bang_so_lieu"))

ALIGN = {"left": "căn trái", "right": "căn phải", "center": "căn giữa", "justify": "căn đều hai bên"}
CASE = {"upper": "viết hoa toàn bộ", "sentence": "viết thường", "title": "viết hoa chữ cái đầu mỗi chữ"}
STYLE = {"upright": "chữ đứng", "italic": "chữ nghiêng", "bold": "chữ đậm", "bold italic": "chữ đậm nghiêng"}
POSITION = {
    "header-center": "giữa lề trên",
    "header-left": "bên trái lề trên",
    "header-right": "bên phải lề trên",
    "footer-center": "giữa lề dưới",
    "footer-left": "bên trái lề dưới",
    "footer-right": "bên phải lề dưới",
    "header-justify": "bên trái lề trên",
    "footer-justify": "bên trái lề dưới",
}
SIDES = {"margin_top": "lề trên", "margin_bottom": "lề dưới", "margin_left": "lề trái", "margin_right": "lề phải"}
MEASURED = {
    "font_size": "cỡ chữ {}",
    "first_line_indent": "lùi đầu dòng {} cm",
    "space_between_paragraphs": "cách đoạn {} pt",
    "line_spacing": "giãn dòng {} dòng",
    "gap_to_so": "cách {} pt",
    "distance_from_top_edge": "cách mép trên {} mm",
    "blank_lines": "chừa {} dòng",
    "font_size_count": "{} cỡ chữ",
    "start": "bắt đầu từ {}",
} | {side: f"{name} {{}} mm" for side, name in SIDES.items()}
FLAGS = {
    "bold": ("in đậm", "không in đậm"),
    "italic": ("chữ nghiêng", "chữ đứng"),
    "underline": ("gạch chân", "không gạch chân"),
}
NAMED = {"align": ALIGN, "case": CASE, "font_style": STYLE, "position": POSITION}
UNITS = {"pt": " pt", "mm": " mm", "cm": " cm", "dòng": " dòng"}
SILENT_UNIT = ("font_size",)


def number(value: object) -> str:
    """A measure as Vietnamese write it: 1,27; 14."""
    if isinstance(value, Decimal):
        exact = value.quantize(Decimal("0.01")).normalize()
        return f"{exact:f}".replace(".", ",")
    return f"{value}"


def found(prop: str, value: object) -> str:
    """A measured value in words."""
    if prop in FLAGS and isinstance(value, bool):
        return FLAGS[prop][0 if value else 1]
    if prop in NAMED:
        return NAMED[prop].get(f"{value}", f"«{value}»")
    if prop in MEASURED:
        return MEASURED[prop].format(number(value))
    return f"«{value}»" if value not in ("", None) else "để trống"


def allowed(rule: Rule) -> str:
    """What a rule allows, in words."""
    reader = _ALLOWED.get(rule.op)
    return reader(rule) if reader else f"{rule.value}"


def joined(values: Iterable[object], last: str = " hoặc ") -> str:
    """«a, b hoặc c»."""
    texts = [number(v) for v in values]
    return texts[0] if len(texts) == 1 else ", ".join(texts[:-1]) + last + texts[-1]


def _unit(rule: Rule) -> str:
    return "" if rule.prop in SILENT_UNIT else UNITS.get(rule.unit, "")


def _range(rule: Rule) -> str:
    low, high = rule.value
    return f"cho phép {number(low)}–{number(high)}{_unit(rule)}"


def _one_of(rule: Rule) -> str:
    texts = [f"«{v}»" if isinstance(v, str) else number(v) for v in rule.value]
    return f"phải là {joined(texts)}{_unit(rule)}"


def _equal(rule: Rule) -> str:
    value = rule.value
    if isinstance(value, bool) and rule.prop in FLAGS:
        return f"phải {FLAGS[rule.prop][0]}" if value else f"phải là {FLAGS[rule.prop][1]}".replace("là không", "không")
    if rule.prop in NAMED:
        return "phải " + NAMED[rule.prop].get(value, f"{value}")
    return f"phải là «{value}»" if isinstance(value, str) else f"phải là {number(value)}{_unit(rule)}"


_ALLOWED = {
    "range": _range,
    "in": _one_of,
    "eq": _equal,
    "min": lambda rule: f"ít nhất {number(rule.value)}{_unit(rule)}",
    "max": lambda rule: f"nhiều nhất {number(rule.value)}{_unit(rule)}",
    "regex": lambda rule: rule.note or "phải theo mẫu quy định",
    "present": lambda rule: "phải có",
    "absent": lambda rule: "không được có",
    "ratio": lambda rule: "dài bằng {}–{} dòng chữ".format(*(number(v) for v in rule.value)),
    "same_as": lambda rule: f"phải bằng cỡ chữ của {SHOWN.get(str(rule.value).removesuffix('.size'), 'nội dung').lower()}",
    "rule": lambda rule: f"{rule.value}",
}

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
    "tieu_de_dang": "Tiêu đề văn bản Đảng",
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
    "de_muc": "Đề mục",
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
    "phu_luc_cuoi": "Dòng cuối phụ lục",
    "muc_luc": "Mục lục",
    "pham_vi_luu_hanh": "Phạm vi lưu hành",
    "thu_hoi": "Dấu thu hồi",
    "lien_he": "Thông tin liên hệ",
    "ban_sao": "Hình thức sao",
    "ban_sao_so": "Số bản sao",
    "chu_ky_so_kem_theo": "Chữ ký số trên văn bản kèm theo",
    "chu_ky_so_ca_nhan": "Ảnh chữ ký",
    "dau_chu_ky_so_co_quan": "Ảnh dấu",
    "do_mat": "Độ mật",
    "do_khan": "Độ khẩn",
    "du_thao": "Dấu dự thảo",
    "van_ban": "Văn bản",
}
ITEMS = ("gach_dau_dong", "dau_cong", "dau_sao")
RUNNING = ("noi_dung", *ITEMS, "muc_thap_phan")
HEADINGS = (
    "phan_chuong",
    "phan_chuong_ten",
    "muc_so",
    "muc_ten",
    "muc_la_ma",
    "muc_chu_hoa",
    "dieu",
    "khoan_tieu_de",
    "tieu_muc",
)
BODY = frozenset((*RUNNING, *HEADINGS, "khoan", "diem", "dong_rieng", "bang_so_lieu"))

ALIGN = {"left": "căn trái", "right": "căn phải", "center": "căn giữa", "justify": "căn đều hai bên"}
CASE = {"upper": "viết hoa toàn bộ", "sentence": "viết chữ thường", "title": "viết hoa chữ cái đầu mỗi chữ"}
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
SIDES = {
    "margin_top": "lề trên",
    "margin_bottom": "lề dưới",
    "margin_left": "lề trái",
    "margin_right": "lề phải",
}
MEASURED = {
    "font_size": "cỡ chữ {}",
    "first_line_indent": "lùi đầu dòng {} cm",
    "space_between_paragraphs": "cách đoạn {} pt",
    "line_spacing": "giãn dòng {} dòng",
    "gap_to_so": "cách {} pt",
    "blank_lines": "chừa {} dòng",
}
IN_MM = {side: f"{name} {{}} mm" for side, name in SIDES.items()} | {
    "distance_from_top_edge": "cách mép trên {} mm"
}
FLAGS = {
    "bold": ("in đậm", "không in đậm"),
    "italic": ("chữ nghiêng", "chữ đứng"),
    "underline": ("gạch chân", "không gạch chân"),
}
DEMANDED = {
    "bold": ("phải in đậm", "không được in đậm"),
    "italic": ("phải là chữ nghiêng", "phải là chữ đứng"),
    "underline": ("phải gạch chân", "không gạch chân"),
}
NAMED = {"align": ALIGN, "case": CASE, "font_style": STYLE, "position": POSITION}
UNITS = {"pt": " pt", "mm": " mm", "cm": " cm", "dòng": " dòng"}
REGULATIONS = ("tt01", "hd05", "hd36", "mttq")
SILENT_UNIT = ("font_size",)
ENDS = ("last_char", "last_char_of_last")
PROPER = ("Quốc hiệu", "Tiêu ngữ", "Nơi nhận", "Kính gửi", "Điều")
PATTERNS = {
    "tieu_ngu.regex": "phải là «Độc lập - Tự do - Hạnh phúc»",
    "so.leading_zero": "số dưới 10 phải thêm số 0 ở trước; được để trống khi chưa cấp số",
    "so.form_named": "phải có dạng «Số: 07/BC-STC»",
    "so.form_cong_van": "công văn phải có dạng «Số: 15/UBND-VX»",
    "dia_danh.comma": "phải có dấu phẩy sau địa danh",
    "dia_danh.format": "phải có dạng «Hà Tĩnh, ngày 05 tháng 3 năm 2026»; được để trống ngày, tháng trước khi ký",
    "can_cu.opening": "mở đầu «Căn cứ», «Theo đề nghị», «Xét đề nghị»",
    "noi_dung.ket_thuc": "phải kết thúc bằng «./.»",
    "noi_nhan.luu_form": "phải có dạng «- Lưu: VT, đơn vị soạn thảo.»",
    "phu_luc.label": "phải viết «Phụ lục» hoặc «Phụ lục I», chữ thường, dòng riêng",
    "phu_luc.end": "phụ lục kết thúc bằng «./.»",
    "luu": "phải có dạng «- Lưu: VT, MTTQ.»",
    "so.prefix": "phải bắt đầu bằng «Số:»",
    "trich_yeu.no_final_period": "cuối trích yếu không có dấu câu",
    "trich_yeu_cv.prefix": "phải bắt đầu bằng «V/v », rồi đến nội dung",
    "kinh_gui.text": "phải bắt đầu bằng «Kính gửi:»",
    "kinh_gui.multi_dash": "phải có gạch đầu dòng «- » ở trước",
    "noi_nhan.item_dash": "phải có gạch đầu dòng «- » ở trước",
    "phan.label": "phải viết «Phần I», «Chương I» (số La Mã)",
    "muc.label": "phải viết «Mục 1», «Tiểu mục 1» (số Ả Rập)",
    "dieu.label": "phải viết «Điều 1. », có dấu chấm và dấu cách sau số",
    "khoan.label": "phải viết «1. », có dấu chấm và dấu cách sau số",
    "diem.label": "phải viết «a) », có dấu ngoặc và dấu cách",
    "muc_la_ma.label": "phải viết «I. », có dấu chấm và dấu cách",
    "ho_ten.no_title": "không ghi học hàm, học vị, danh hiệu trước họ tên",
    "phu_luc.kem_theo_text": "phải có dạng «(Kèm theo Báo cáo số … ngày … của …)», trong ngoặc đơn",
}
"""What the patterns of the rules mean, in words."""


def bare(code: str) -> str:
    """A rule's code without the mark of its regulation: «tt01.so.size» stands for «so.size» of NĐ30."""
    regulation, _, rest = code.partition(".")
    return rest if regulation in REGULATIONS else code


def number(value: object) -> str:
    """A measure as Vietnamese write it: 1,27; 14."""
    if isinstance(value, Decimal):
        exact = value.quantize(Decimal("0.01")).normalize()
        return f"{exact:f}".replace(".", ",")
    return f"{value}"


def millimetres(value: Decimal) -> str:
    """A length as people read it off a ruler: 15; 60,5."""
    return number(value.quantize(Decimal("0.1")))


def in_sentence(component: str) -> str:
    """The name of a component inside a sentence: proper names keep their capital."""
    shown = SHOWN.get(component, component)
    return shown if shown.startswith(PROPER) else shown[:1].lower() + shown[1:]


def found(prop: str, value: object) -> str:
    """A measured value in words."""
    if prop in FLAGS and isinstance(value, bool):
        return FLAGS[prop][0 if value else 1]
    if prop in NAMED:
        return NAMED[prop].get(f"{value}", f"«{value}»")
    if prop in MEASURED:
        return MEASURED[prop].format(number(value))
    if prop in IN_MM:
        return IN_MM[prop].format(millimetres(value))
    if prop in ENDS:
        return f"kết thúc bằng «{value}»"
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
        return DEMANDED[rule.prop][0 if value else 1]
    if rule.prop in ENDS:
        return f"phải kết thúc bằng «{value}»"
    if rule.prop in NAMED:
        named = NAMED[rule.prop].get(f"{value}", f"{value}")
        return f"phải là {named}" if rule.prop == "font_style" else f"phải {named}"
    return f"phải là «{value}»" if isinstance(value, str) else f"phải là {number(value)}{_unit(rule)}"


def _note(rule: Rule) -> str:
    return rule.note or "phải theo mẫu quy định"


_ALLOWED = {
    "range": _range,
    "in": _one_of,
    "eq": _equal,
    "min": lambda rule: f"ít nhất {number(rule.value)}{_unit(rule)}",
    "max": lambda rule: f"nhiều nhất {number(rule.value)}{_unit(rule)}",
    "regex": lambda rule: (
        rule.note if rule.note.startswith("phải") else PATTERNS.get(bare(rule.code), _note(rule))
    ),
    "present": lambda rule: "thành phần này bắt buộc phải có",
    "absent": lambda rule: "không được có",
    "ratio": lambda rule: "dài bằng {}–{} dòng chữ".format(*(number(v) for v in rule.value)),
    "same_as": lambda rule: f"phải bằng cỡ chữ của {in_sentence(f'{rule.value}'.removesuffix('.size'))}",
    "rule": lambda rule: f"{rule.value}",
}

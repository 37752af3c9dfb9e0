"""What a profile file may say: the keys of ``profiles/<mã>.yml`` and of ``profiles/<mã>.quy-tac.yml``."""

from __future__ import annotations

import datetime
from decimal import Decimal

from reportgen.fields import (
    Choice,
    Day,
    Declared,
    ListOf,
    MapOf,
    Number,
    Record,
    Text,
    Verbatim,
    YesNo,
    declare,
)
from reportgen.noun import noun
from reportgen.yamltext import Node

ALIGNMENTS = {"trai": "left", "giua": "center", "phai": "right", "deu": "justify"}
NUMBER_POSITIONS = {"giua_dau_trang": "header-center", "phai_cuoi_trang": "footer-right"}
OPS = ("eq", "in", "range", "min", "max", "regex", "present", "absent", "ratio", "same_as", "rule")
CODE_PATTERN = r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*"

_LENGTH = Number("may", low=0)
_ALIGNMENT = Choice({"trai": "trái", "giua": "giữa", "phai": "phải", "deu": "đều hai bên"})
_LETTERHEAD = Choice({"quoc_hieu": "Quốc hiệu và Tiêu ngữ", "dang": "Đảng Cộng sản Việt Nam"})
_KIND_LIST = Choice({"nd30": "Nghị định 30, Phụ lục III", "tt01": "Thông tư 01, Phụ lục I", "dang": "văn bản của Đảng"})
_NUMBER_POSITION = Choice({"giua_dau_trang": "giữa đầu trang", "phai_cuoi_trang": "phải cuối trang"})


@noun
class ComponentChoice(Declared):
    """The values chosen to make one component; what is not typed comes from the parent profile."""

    size_pt: Decimal | None = declare("co_chu", "cỡ chữ (pt)", Number("may", low=6, high=30), default=None)
    bold: bool | None = declare("dam", "đậm", YesNo(), default=None)
    italic: bool | None = declare("nghieng", "nghiêng", YesNo(), default=None)
    upper: bool | None = declare("chu_hoa", "chữ in hoa", YesNo(), default=None)
    align: str | None = declare("can_le", "căn lề", _ALIGNMENT, default=None)
    space_before_pt: Decimal | None = declare("cach_truoc", "cách trước (pt)", _LENGTH, default=None)
    space_after_pt: Decimal | None = declare("cach_sau", "cách sau (pt)", _LENGTH, default=None)
    first_line_mm: Decimal | None = declare("thut_dau_dong", "thụt dòng đầu (mm)", _LENGTH, default=None)
    left_mm: Decimal | None = declare("thut_trai", "thụt trái (mm)", _LENGTH, default=None)
    right_mm: Decimal | None = declare("thut_phai", "thụt phải (mm)", _LENGTH, default=None)
    hanging_mm: Decimal | None = declare("treo_dau_dong", "treo dòng đầu (mm)", _LENGTH, default=None)
    line_spacing: Decimal | None = declare(
        "gian_dong", "giãn dòng (số dòng)", Number("may", low=1, high=3), default=None
    )
    line_exact_pt: Decimal | None = declare(
        "gian_dong_dung", "giãn dòng đúng (pt)", Number("may", low=10, high=40), default=None
    )
    underline: bool | None = declare("gach_chan", "gạch chân", YesNo(), default=None)
    keep_next: bool | None = declare("giu_voi_sau", "giữ với đoạn sau", YesNo(), default=None)
    rule_ratio: Decimal | None = declare(
        "ty_le_ke", "tỷ lệ đường kẻ", Number("may", low=0, high=1), default=None
    )
    authority: str | None = declare("can_cu", "căn cứ", Text(), default=None)


@noun
class PageChoice(Declared):
    """The page, in mm; what is not typed comes from the parent profile."""

    width_mm: Decimal | None = declare("rong", "chiều rộng", _LENGTH, default=None)
    height_mm: Decimal | None = declare("cao", "chiều cao", _LENGTH, default=None)
    top_mm: Decimal | None = declare("le_tren", "lề trên", _LENGTH, default=None)
    bottom_mm: Decimal | None = declare("le_duoi", "lề dưới", _LENGTH, default=None)
    left_mm: Decimal | None = declare("le_trai", "lề trái", _LENGTH, default=None)
    right_mm: Decimal | None = declare("le_phai", "lề phải", _LENGTH, default=None)
    header_mm: Decimal | None = declare("tu_mep_tren", "đầu trang cách mép", _LENGTH, default=None)
    footer_mm: Decimal | None = declare("tu_mep_duoi", "cuối trang cách mép", _LENGTH, default=None)
    font: str | None = declare("kieu_chu", "phông chữ", Text(), default=None)
    number_position: str | None = declare("cho_so_trang", "chỗ đặt số trang", _NUMBER_POSITION, default=None)
    letterhead_left_mm: Decimal | None = declare("cot_tieu_de", "cột trái phần đầu", _LENGTH, default=None)
    signature_left_mm: Decimal | None = declare("cot_noi_nhan", "cột trái phần ký", _LENGTH, default=None)
    authority: str | None = declare("can_cu", "căn cứ", Text(), default=None)


@noun
class Validity(Declared):
    """The days and the kind of bodies a profile is for; no last day: still in force."""

    first: datetime.date = declare("tu_ngay", "từ ngày", Day())
    last: datetime.date | None = declare("den_ngay", "đến ngày", Day(), default=None)
    scope: str = declare("pham_vi", "phạm vi", Text(), default="nha_nuoc")


@noun
class ProfileFile(Declared):
    """``profiles/<mã>.yml``: what makes."""

    name: str = declare("ten_goi", "tên gọi", Text())
    validity: Validity | None = declare("ap_dung", "áp dụng", Record(Validity), default=None)
    parent: str = declare("ke_thua", "kế thừa", Text(), default="")
    rules_of: str = declare("quy_tac_cua", "dùng quy tắc riêng của thể thức", Text(), default="")
    letterhead: str = declare("kieu_dau_trang", "kiểu đầu trang", _LETTERHEAD, default="")
    kind_list: str = declare("bang_ten_loai", "bảng tên loại văn bản", _KIND_LIST, default="")
    page: PageChoice = declare("trang", "trang giấy", Record(PageChoice), default=PageChoice())
    texts: dict[str, str] = declare("chu_mau", "chữ mẫu", MapOf(Text(blanks=True)), default={})
    components: dict[str, ComponentChoice] = declare(
        "thanh_phan", "thành phần", MapOf(Record(ComponentChoice)), default={}
    )


@noun
class RuleLine(Declared):
    """One rule: ``{do: font_size, range: [12, 13]}``; exactly one of the comparisons."""

    prop: str = declare("do", "điều được đo", Text())
    eq: Node | None = declare("eq", "bằng", Verbatim(), default=None)
    one_of: Node | None = declare("in", "một trong", Verbatim(), default=None)
    range: Node | None = declare("range", "trong khoảng", Verbatim(), default=None)
    min: Node | None = declare("min", "ít nhất", Verbatim(), default=None)
    max: Node | None = declare("max", "nhiều nhất", Verbatim(), default=None)
    regex: Node | None = declare("regex", "mẫu chữ", Verbatim(), default=None)
    present: Node | None = declare("present", "phải có", Verbatim(), default=None)
    absent: Node | None = declare("absent", "không được có", Verbatim(), default=None)
    ratio: Node | None = declare("ratio", "tỷ lệ", Verbatim(), default=None)
    same_as: Node | None = declare("same_as", "như quy tắc", Verbatim(), default=None)
    rule: Node | None = declare("rule", "bằng lời", Verbatim(), default=None)
    unit: str = declare("don_vi", "đơn vị", Text(), default="")
    severity: str = declare(
        "muc_do", "mức độ", Choice({"loi": "lỗi", "canh_bao": "cảnh báo", "luu_y": "lưu ý"}), default="loi"
    )
    check: str = declare(
        "kiem",
        "cách kiểm",
        Choice({"auto": "máy kiểm", "hint": "máy gợi ý", "manual": "người xem"}),
        default="auto",
    )
    confidence: str = declare(
        "do_tin_cay", "độ tin cậy", Choice({"cao": "cao", "vua": "vừa", "thap": "thấp"}), default="cao"
    )
    basis: str = declare(
        "co_so",
        "cơ sở",
        Choice({"quy_dinh": "quy định", "bieu_mau": "biểu mẫu", "suy_ra": "suy ra", "thong_le": "thông lệ"}),
        default="quy_dinh",
    )
    authority: str = declare("can_cu", "căn cứ", Text(), default="")
    note: str = declare("ghi_chu", "ghi chú", Text(), default="")


@noun
class RuleGroup(Declared):
    """The rules of one component; ``can_cu`` is the authority of every line that names none."""

    authority: str = declare("can_cu", "căn cứ", Text())
    rules: dict[str, RuleLine] = declare("cac_quy_tac", "các quy tắc", MapOf(Record(RuleLine), CODE_PATTERN))


@noun
class RulesFile(Declared):
    """``profiles/<mã>.quy-tac.yml``: what judges."""

    kept: dict[str, str] = declare("thanh_phan_dung_lai", "thành phần dùng lại", MapOf(Text()), default={})
    dropped: tuple[str, ...] = declare("bo_quy_tac", "bỏ quy tắc", ListOf(Text()), default=())
    groups: dict[str, RuleGroup] = declare("quy_tac", "quy tắc", MapOf(Record(RuleGroup)), default={})

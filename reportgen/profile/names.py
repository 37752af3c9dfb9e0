"""The names components have in Word: one table, used by whoever makes styles and whoever looks for them."""

from __future__ import annotations

import re

# Component key -> (style id in our frames, style name shown in Word). Styles are found by NAME: office suites
# rewrite ids. A name holds no comma, which Word would read as the start of an alias.
STYLE_NAMES: dict[str, tuple[str, str]] = {
    "quoc_hieu": ("QuocHieu", "Quốc hiệu"),
    "tieu_ngu": ("TieuNgu", "Tiêu ngữ"),
    "ke_tieu_ngu": ("KeTieuNgu", "Đường kẻ tiêu ngữ"),
    "tieu_de_dang": ("TieuDeDang", "Tiêu đề Đảng"),
    "ke_tieu_de_dang": ("KeTieuDeDang", "Đường kẻ tiêu đề Đảng"),
    "co_quan_chu_quan": ("CoQuanChuQuan", "Cơ quan chủ quản"),
    "co_quan_ban_hanh": ("CoQuanBanHanh", "Cơ quan ban hành"),
    "ke_co_quan": ("KeCoQuan", "Đường kẻ cơ quan"),
    "sao_co_quan": ("SaoCoQuan", "Dấu sao dưới tên cơ quan"),
    "so_ky_hieu": ("SoKyHieu", "Số ký hiệu"),
    "dia_danh": ("DiaDanh", "Địa danh thời gian"),
    "ten_loai": ("TenLoai", "Tên loại"),
    "trich_yeu": ("TrichYeu", "Trích yếu"),
    "ke_trich_yeu": ("KeTrichYeu", "Đường kẻ trích yếu"),
    "gach_trich_yeu": ("GachTrichYeu", "Gạch dưới trích yếu"),
    "trich_yeu_cv": ("TrichYeuCongVan", "Trích yếu công văn"),
    "kinh_gui": ("KinhGui", "Kính gửi"),
    "nhan_kinh_gui": ("NhanKinhGui", "Nhãn kính gửi"),
    "kinh_gui_muc": ("KinhGuiMuc", "Kính gửi nhiều nơi"),
    "tham_quyen": ("ThamQuyen", "Thẩm quyền ban hành"),
    "can_cu": ("CanCu", "Căn cứ"),
    "dong_quyet_dinh": ("DongQuyetDinh", "Dòng quyết định"),
    "noi_dung": ("NoiDung", "Nội dung"),
    "doan_ket": ("DoanKet", "Đoạn kết"),
    "muc_cap_1": ("Heading1", "heading 1"),
    "muc_cap_2": ("Heading2", "heading 2"),
    "muc_cap_3": ("Heading3", "heading 3"),
    "muc_cap_4": ("Heading4", "heading 4"),
    "gach_dau_dong": ("GachDauDong", "Gạch đầu dòng"),
    "dau_cong": ("DauCong", "Dấu cộng đầu dòng"),
    "dau_sao": ("DauSao", "Dấu sao đầu dòng"),
    "bang_so_lieu": ("BangSoLieu", "Bảng số liệu"),
    "bang_dau_cot": ("BangDauCot", "Bảng đầu cột"),
    "bang_chu": ("BangChu", "Bảng chữ"),
    "bang_giua": ("BangGiua", "Bảng căn giữa"),
    "bang_so": ("BangSo", "Bảng số"),
    "bang_don_vi": ("BangDonVi", "Bảng đơn vị tính"),
    "bang_ten": ("BangTen", "Tên bảng"),
    "bang_ghi_chu": ("BangGhiChu", "Ghi chú dưới bảng"),
    "noi_nhan_nhan": ("NoiNhanNhan", "Nhãn nơi nhận"),
    "noi_nhan": ("NoiNhan", "Nơi nhận"),
    "quyen_han_ky": ("QuyenHanKy", "Quyền hạn ký"),
    "chuc_vu": ("ChucVu", "Chức vụ người ký"),
    "cho_ky": ("ChoKy", "Chỗ ký"),
    "nguoi_ky": ("NguoiKy", "Họ tên người ký"),
    "so_trang": ("SoTrang", "Số trang"),
    "phu_luc": ("PhuLuc", "Phụ lục"),
    "phu_luc_ten": ("PhuLucTen", "Tên phụ lục"),
    "phu_luc_kem_theo": ("PhuLucKemTheo", "Kèm theo phụ lục"),
}

# Names Word shows beside a built-in one.
STYLE_ALIASES: dict[str, str] = {f"muc_cap_{level}": f"Mục cấp {level}" for level in range(1, 5)}

# The head of the page: that of the State (Quốc hiệu, Tiêu ngữ; rules under names and subject) or of the Party (its own
# title; «*» and «-----» instead of rules), with the components only that one has.
LETTERHEADS: dict[str, frozenset[str]] = {
    "quoc_hieu": frozenset({"quoc_hieu", "tieu_ngu", "ke_tieu_ngu", "ke_co_quan", "ke_trich_yeu"}),
    "dang": frozenset({"tieu_de_dang", "ke_tieu_de_dang", "sao_co_quan", "gach_trich_yeu", "nhan_kinh_gui"}),
}

# The component a heading obeys, by the kind of its number: first pattern that matches the label wins.
HEADING_KINDS: tuple[tuple[str, str], ...] = (
    (r"(Phần|Chương) [IVXLC]+\.?", "phan_chuong"),
    (r"(Mục|Tiểu mục) \d+\.?", "muc_so"),
    (r"Điều \d+\.?", "dieu"),
    (r"[IVXLC]+\.?", "muc_la_ma"),
    (r"\d+\.?", "khoan_tieu_de"),
    (r"\d+(\.\d+)+\.?", "tieu_muc"),
    (r"[a-zđ]\)", "diem"),
)


def components_of(letterhead: str) -> tuple[str, ...]:
    """The components that have a style where the page has this head (a key of LETTERHEADS), in the order of the table."""
    foreign = {component for key, own in LETTERHEADS.items() if key != letterhead for component in own}
    return tuple(component for component in STYLE_NAMES if component not in foreign)


def heading_component(label: str, level: int) -> str:
    """The component a heading obeys: by the kind of its number («I.» → muc_la_ma), else by its level (1-4)."""
    for pattern, component in HEADING_KINDS:
        if re.fullmatch(pattern, label):
            return component
    return f"muc_cap_{min(max(level, 1), 4)}"

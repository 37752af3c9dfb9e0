"""A clean document has no finding; spoilt in one place, exactly the rule for that place speaks.

Each case: the paper to start from, what is done to it, the codes that must be found (one, unless the decree says the
same thing twice).
"""

import pytest

from reportgen.checks.layout import status
from reportgen.profile import load_profile


def put(part, **values):
    """Change the look or text of a line (the first one of a list, or the one at ``at``)."""
    at = values.pop("at", 0)

    def spoil(paper):
        line = paper[part]
        line = line[at] if isinstance(line, list) else line
        for name, value in values.items():
            assert hasattr(line, name)
            setattr(line, name, value)

    return spoil


def put_all(part, **values):
    """Change every line of a part."""

    def spoil(paper):
        for line in paper.lines(part):
            for name, value in values.items():
                setattr(line, name, value)

    return spoil


def drop(*parts):
    """Leave parts out."""

    def spoil(paper):
        for part in parts:
            del paper.parts[part]

    return spoil


def drop_line(part, at):
    """Leave one line of a part out."""

    def spoil(paper):
        del paper[part][at]

    return spoil


def swap(part, one, other):
    """Two lines change places."""

    def spoil(paper):
        lines = paper[part]
        lines[one], lines[other] = lines[other], lines[one]

    return spoil


def add(part, after, **values):
    """One more line in a part, after the line (or lines) of another."""

    def spoil(paper):
        lines = paper.lines(after)
        paper.parts[part] = [*(lines if part == after else []), type(lines[0])(**values)]

    return spoil


def annexed(at=0, two=False, restart=True, **values):
    """Annexes in a section of their own; ``at`` is the line to change (label, title, Kèm theo, text)."""

    def spoil(paper):
        line = type(paper["nguoi_ky"])
        start = paper.section()
        paper.section_extra = '<w:pgNumType w:start="1"/>' if restart else ""
        lines = [line("", section=start)]
        for number in ("I", "II") if two else ("",):
            lines += [
                line(f"Phụ lục {number}".strip(), 14, bold=True, align="center"),
                line("DANH SÁCH HỘ NGHÈO", 14, bold=True, align="center"),
                line("(Kèm theo Báo cáo số       /BC-SLĐTBXH ngày       tháng 02 năm 2020)", 14, italic=True, align="center"),
                line("Danh sách các hộ nghèo của tỉnh (theo Phụ lục)./.", first=12.7, align="both"),
            ]
        for name, value in values.items():
            setattr(lines[1 + at], name, value)
        paper.parts["phu_luc"] = lines
        paper["noi_dung"][0].text += " (có Phụ lục kèm theo)."

    return spoil


def titled(label, **values):
    """A heading over two lines in the place of the first one; its title is changed."""

    def spoil(paper):
        line = type(paper["nguoi_ky"])
        lines = [line(text, 14, bold=True, align="center", before=6) for text in (label, "KẾT QUẢ THỰC HIỆN")]
        for name, value in values.items():
            setattr(lines[1], name, value)
        paper["noi_dung"][1:2] = lines

    return spoil


def sheet(**values):
    """Change the page."""

    def spoil(paper):
        for name, value in values.items():
            setattr(paper, name, value)

    return spoil


def margin(**sides):
    """Change margins, mm."""

    def spoil(paper):
        paper.margins |= sides

    return spoil


def number(**values):
    """Change the page number."""

    def spoil(paper):
        for name, value in values.items():
            setattr(paper.page_number, name, value)

    return spoil


def ruled(part, length, room, **more):
    """Another rule line of ``length`` mm."""
    side = (room - length) / 2
    return put(part, left=side, right=side, **more)


def both(*spoils):
    """Two changes that belong together."""

    def spoil(paper):
        for change in spoils:
            change(paper)

    return spoil


LAST = -1
OLD_WIDE = "tt01.quoc_hieu.width co_quan_ban_hanh.rule_style tieu_ngu.rule_style tieu_ngu.rule_length"
PAGE = [
    ("report", sheet(width=215.9, height=279.4), "page.size"),
    ("report", both(sheet(width=297, height=210), put("ke_trich_yeu", left=96, right=96)), "page.orientation quoc_hieu.position quyen_han.position"),
    ("report", margin(top=15), "page.margin.top"),
    ("report", margin(bottom=15), "page.margin.bottom"),
    ("report", margin(left=36), "page.margin.left"),
    ("report", margin(right=14), "page.margin.right"),
    ("report", put("noi_dung", font="Arial"), "page.font.family"),
    ("report", put("nguoi_ky", colour="FF0000"), "page.font.color"),
    ("report", put("noi_dung", text="Ho\u0323c sinh ngheo\u0300 đươ\u0323c miễn học phí theo quy định."), "page.font.encoding"),
    ("report", put("noi_dung", text="Céng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp, Tù do, H¹nh phóc."), "page.font.encoding"),
    ("report", put("quoc_hieu", size=12), "page.size_consistency"),
    ("report", sheet(section_extra='<w:pgNumType w:start="3"/>'), "page_number.start"),
    ("report", sheet(section_extra='<w:pgNumType w:fmt="lowerRoman"/>'), "page_number.numerals"),
    ("report", number(size=11), "page_number.size"),
    ("report", number(italic=True), "page_number.style"),
    ("report", number(align="right"), "page_number.position"),
    ("report", sheet(number_at="footer"), "page_number.position"),
    ("report", sheet(title_page=False), "page_number.first_page_hidden"),
]
LETTERHEAD = [
    ("report", put("quoc_hieu", text="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆTNAM"), "quoc_hieu.text"),
    ("report", put("quoc_hieu", text="Cộng hòa xã hội chủ nghĩa Việt Nam"), "quoc_hieu.case"),
    ("report", put("quoc_hieu", size=14), "quoc_hieu.size quoc_hieu.one_line"),
    ("report", put("quoc_hieu", bold=False), "quoc_hieu.bold"),
    ("report", put("quoc_hieu", italic=True), "quoc_hieu.italic"),
    ("report", put("quoc_hieu", align="left"), "quoc_hieu.align"),
    ("report", put("quoc_hieu", underline=True), "quoc_hieu.no_underline"),
    ("report", put("tieu_ngu", before=12), "quoc_hieu.line_spacing"),
    ("report", put("tieu_ngu", text="Độc lập – Tự do – Hạnh phúc"), "tieu_ngu.text"),
    ("report", put("tieu_ngu", text="Độc Lập - Tự Do - Hạnh Phúc"), "tieu_ngu.capital_first"),
    ("report", both(put("tieu_ngu", size=12), ruled("ke_tieu_ngu", 52, 98)), "tieu_ngu.size"),
    ("report", both(put("tieu_ngu", bold=False), ruled("ke_tieu_ngu", 57, 98)), "tieu_ngu.bold"),
    ("report", put("tieu_ngu", italic=True), "tieu_ngu.italic"),
    ("report", put("tieu_ngu", align="right"), "tieu_ngu.align"),
    ("report", drop("ke_tieu_ngu"), "tieu_ngu.rule_present"),
    ("report", put("ke_tieu_ngu", top_border="dashed"), "tieu_ngu.rule_style"),
    ("report", put("ke_tieu_ngu", left=30, right=7.5), "tieu_ngu.rule_style"),
    ("report", ruled("ke_tieu_ngu", 40, 98), "tieu_ngu.rule_length"),
    ("report", put("ke_tieu_ngu", top_border="", text="-" * 12, size=14), "tieu_ngu.rule_length tieu_ngu.rule_style"),
    ("report", put("co_quan_chu_quan", text="UBND tỉnh Hà Tĩnh"), "co_quan_chu_quan.case"),
    ("report", put("co_quan_chu_quan", size=14), "co_quan_chu_quan.size"),
    ("report", put("co_quan_chu_quan", bold=True), "co_quan_chu_quan.bold"),
    ("report", put("co_quan_chu_quan", italic=True), "co_quan_chu_quan.italic"),
    ("report", put("co_quan_chu_quan", align="left"), "co_quan_chu_quan.align"),
    ("report", put("co_quan_chu_quan", text="UBND TỈNH"), "co_quan_chu_quan.place_name"),
    ("report", drop("co_quan_chu_quan", "co_quan_ban_hanh", "ke_co_quan"), "co_quan_ban_hanh.present"),
    ("report", put_all("co_quan_ban_hanh", size=14), "co_quan_ban_hanh.size"),
    ("report", put("co_quan_ban_hanh", at=1, bold=False), "co_quan_ban_hanh.bold"),
    ("report", put_all("co_quan_ban_hanh", italic=True), "co_quan_ban_hanh.italic"),
    ("report", put("co_quan_ban_hanh", at=1, align="left"), "co_quan_ban_hanh.align"),
    ("report", put("co_quan_ban_hanh", at=1, text="Binh và Xã hội"), "co_quan_ban_hanh.case"),
    ("report", put("co_quan_ban_hanh", at=1, text="BINH VÀ XÃ HỘI", line=360), "co_quan_ban_hanh.line_spacing"),
    ("report", drop("ke_co_quan"), "co_quan_ban_hanh.rule_present"),
    ("report", put("ke_co_quan", top_border="dotted"), "co_quan_ban_hanh.rule_style"),
    ("report", ruled("ke_co_quan", 45, 62), "co_quan_ban_hanh.rule_length"),
    ("report", put("co_quan_ban_hanh", at=1, text="BINH VÀ XÃ HỘI - UBND"), "co_quan_ban_hanh.full_name"),
]
REFERENCE = [
    ("report", drop("so_ky_hieu"), "so.present"),
    ("report", put("so_ky_hieu", text="Số 07/BC-SLĐTBXH"), "so.prefix"),
    ("report", put("so_ky_hieu", size=14), "so.size"),
    ("report", put("so_ky_hieu", bold=True), "so.bold"),
    ("report", put("so_ky_hieu", italic=True), "so.italic"),
    ("report", put("so_ky_hieu", align="left"), "so.align"),
    ("report", put("so_ky_hieu", text="Số: VII/BC-SLĐTBXH"), "so.numerals"),
    ("report", put("so_ky_hieu", text="Số: 7/BC-SLĐTBXH"), "so.leading_zero"),
    ("report", put("so_ky_hieu", text="Số: 07-BC/SLĐTBXH"), "so.slash"),
    ("report", put("so_ky_hieu", text="Số: 07/BC–SLĐTBXH"), "so.hyphen"),
    ("report", put("so_ky_hieu", text="Số: 07 /BC-SLĐTBXH"), "so.no_spaces"),
    ("report", put("so_ky_hieu", text="Số: 07/bc-SLĐTBXH"), "so.symbol_case"),
    ("report", put("so_ky_hieu", text="Số: 07/SLĐTBXH"), "so.form_named"),
    ("letter", put("so_ky_hieu", text="Số: 07/SLĐTBXH"), "so.form_cong_van"),
    ("letter", put("so_ky_hieu", text="Số: 07/CV-SLĐTBXH"), "so.no_cv_code"),
    ("report", drop("dia_danh"), "dia_danh.present"),
    ("report", put("dia_danh", before=40), "dia_danh.same_line"),
    ("report", put("dia_danh", align="right"), "dia_danh.align"),
    ("report", put("dia_danh", size=12), "dia_danh.size"),
    ("report", put("dia_danh", italic=False), "dia_danh.italic"),
    ("report", put("dia_danh", bold=True), "dia_danh.bold"),
    ("report", put("dia_danh", text="Hà Tĩnh, Ngày 21 tháng 02 năm 2020"), "dia_danh.case"),
    ("report", put("dia_danh", text="Hà Tĩnh ngày 21 tháng 02 năm 2020"), "dia_danh.comma"),
    ("report", put("dia_danh", text="Hà Tĩnh, ngày 5 tháng 02 năm 2020"), "dia_danh.day_zero"),
    ("report", put("dia_danh", text="Hà Tĩnh, ngày 21 tháng 2 năm 2020"), "dia_danh.month_zero"),
    ("report", put("dia_danh", text="Hà Tĩnh, ngày 21 tháng 09 năm 2020"), "dia_danh.month_no_zero"),
    ("report", put("dia_danh", text="Hà Tĩnh, ngày 21/02/2020"), "dia_danh.written_out"),
    ("report", put("dia_danh", text="Hà Tĩnh, ngày 41 tháng 02 năm 2020"), "dia_danh.format"),
    ("report", put("dia_danh", text="TP Hồ Chí Minh, ngày 21 tháng 02 năm 2020"), "dia_danh.full_name_units"),
]
TITLE = [
    ("report", put("ten_loai", text="Báo cáo"), "ten_loai.case"),
    ("report", put("ten_loai", size=16), "ten_loai.size"),
    ("report", put("ten_loai", bold=False), "ten_loai.bold"),
    ("report", put("ten_loai", italic=True), "ten_loai.italic"),
    ("report", put("ten_loai", align="left"), "ten_loai.align"),
    ("report", put("ten_loai", first=12.7), "ten_loai.first_line_indent"),
    ("report", put("ten_loai", text="BÁO CÁO", raw="</w:p><w:p>"), "trich_yeu.position"),
    ("report", put("trich_yeu", text="KẾT QUẢ CHƯƠNG TRÌNH GIẢM NGHÈO THÁNG HAI"), "trich_yeu.case"),
    ("report", both(put("trich_yeu", size=12), ruled("ke_trich_yeu", 45, 160)), "trich_yeu.size"),
    ("report", put("trich_yeu", bold=False), "trich_yeu.bold"),
    ("report", put("trich_yeu", italic=True), "trich_yeu.italic"),
    ("report", put("trich_yeu", align="left"), "trich_yeu.align"),
    ("report", drop("ke_trich_yeu"), "trich_yeu.rule_present"),
    ("report", put("ke_trich_yeu", top_border="dashed"), "trich_yeu.rule_style"),
    ("report", ruled("ke_trich_yeu", 150, 160), "trich_yeu.rule_length"),
    ("report", put("trich_yeu", text="Kết quả thực hiện Chương trình giảm nghèo tháng 2/2020."), "trich_yeu.no_final_period"),
    ("report", drop("trich_yeu", "ke_trich_yeu"), "the_thuc.main_elements"),
    ("report", drop("ten_loai", "trich_yeu", "ke_trich_yeu"), "ten_loai.present the_thuc.main_elements"),
    ("letter", put("trich_yeu_cv", text="v/v báo cáo kết quả giảm nghèo"), "trich_yeu_cv.prefix"),
    ("letter", put("trich_yeu_cv", size=14), "trich_yeu_cv.size"),
    ("letter", put("trich_yeu_cv", bold=True), "trich_yeu_cv.bold"),
    ("letter", put("trich_yeu_cv", italic=True), "trich_yeu_cv.italic"),
    ("letter", put("trich_yeu_cv", align="left"), "trich_yeu_cv.position"),
    ("letter", put("trich_yeu_cv", before=0), "trich_yeu_cv.gap"),
    ("letter", add("trich_yeu_cv", "trich_yeu_cv", top_border="single", size=2), "trich_yeu_cv.no_rule"),
    ("letter", put("kinh_gui", text="Kính gửi "), "kinh_gui.text"),
    ("report", add("tren", "ten_loai", text="Kính gửi: Ủy ban nhân dân tỉnh"), "kinh_gui.position noi_nhan.nhu_tren"),
    ("report", add("tren", "ten_loai", text="Căn cứ Luật Tổ chức chính quyền địa phương;", italic=True, first=12.7), "can_cu.position can_cu.end_last"),
    ("letter", put("kinh_gui", size=12), "kinh_gui.size"),
    ("letter", put("kinh_gui", bold=True), "kinh_gui.bold"),
    ("letter", put("kinh_gui", italic=True), "kinh_gui.italic"),
    ("letter", drop_line("kinh_gui_muc", 0), "kinh_gui.single"),
    ("letter", put("kinh_gui_muc", text="- Ủy ban nhân dân tỉnh; Hội đồng nhân dân tỉnh;"), "kinh_gui.multi_line"),
    ("letter", put("kinh_gui_muc", text="Ủy ban nhân dân tỉnh;"), "kinh_gui.multi_dash"),
    ("letter", put("kinh_gui_muc", text="- Ủy ban nhân dân tỉnh,"), "kinh_gui.multi_end"),
    ("letter", put("kinh_gui_muc", at=1, text="- Sở Tài chính;"), "kinh_gui.multi_end_last"),
    ("letter", put("kinh_gui_muc", left=70), "kinh_gui.multi_align"),
    ("decision", put("can_cu", italic=False), "can_cu.italic"),
    ("decision", put("can_cu", bold=True), "can_cu.bold"),
    ("decision", put("can_cu", size=12), "can_cu.size"),
    ("decision", put("can_cu", text="Căn cứ Luật A; Căn cứ Luật B;"), "can_cu.one_per_line"),
    ("decision", put("can_cu", text="Căn cứ Luật Tổ chức chính quyền địa phương,"), "can_cu.end_each"),
    ("decision", put("can_cu", at=2, text="Theo đề nghị của Trưởng phòng Bảo trợ xã hội;"), "can_cu.end_last"),
    ("decision", put("can_cu", first=20), "can_cu.first_line_indent"),
    ("decision", put("can_cu", text="Căn cứ Luật Ngân sách nhà nước số 83/2015/QH13;"), "can_cu.law_no_number"),
    ("decision", put("trich_yeu", text="Thành lập Tổ công tác giảm nghèo của tỉnh năm 2020"), "trich_yeu.quyet_dinh_opening"),
    ("decision", drop("tham_quyen"), "tham_quyen_line"),
]
BODY = [
    ("report", put("noi_dung", size=12), "noi_dung.size"),
    ("report", put("noi_dung", size=13), "noi_dung.one_size"),
    ("report", put("noi_dung", italic=True), "noi_dung.style"),
    ("report", put("noi_dung", align="left"), "noi_dung.align"),
    ("report", put("noi_dung", first=20), "noi_dung.first_line_indent"),
    ("report", put("noi_dung", first=11), "noi_dung.first_line_indent"),
    ("report", put("noi_dung", at=3, before=0), "noi_dung.para_spacing"),
    ("report", put("noi_dung", line=480), "noi_dung.line_spacing"),
    ("report", put("noi_dung", line=280, line_rule="exact"), "noi_dung.line_spacing_exact"),
    ("report", put("noi_dung", text="  Đầu đoạn có dấu cách thay cho lùi đầu dòng."), "noi_dung.no_space_indent"),
    ("report", put("noi_dung", at=LAST, text="Sở báo cáo Ủy ban nhân dân tỉnh xem xét."), "noi_dung.ket_thuc"),
    ("report", put("noi_dung", at=LAST, text="./."), "noi_dung.ket_thuc_attached"),
    ("report", put("noi_dung", at=1, text="1) Kết quả thực hiện"), "khoan.label"),
    ("report", put("noi_dung", at=1, bold=False), "khoan.style_titled"),
    ("report", put("noi_dung", at=1, size=13), "khoan.size"),
    ("decision", put("noi_dung", at=1, bold=True, text="1. Tổ công tác có 05 người làm việc."), "khoan.style_untitled"),
    ("report", put("noi_dung", at=7, text="a. Tiếp tục tuyên truyền chính sách giảm nghèo;"), "diem.label"),
    ("report", put("noi_dung", at=8, text="c) Phối hợp với các đoàn thể kiểm tra, giám sát."), "diem.order"),
    ("report", put("noi_dung", at=8, size=13), "diem.size"),
    ("report", put("noi_dung", at=8, bold=True), "diem.bold"),
    ("report", put("noi_dung", at=6, text="3. Nhiệm vụ tháng 3"), "bo_cuc.sequence"),
    ("report", put("noi_dung", at=5, text="1.3. Hỗ trợ thu nhập: chi trả kịp thời."), "bo_cuc.sequence"),
    ("decision", put("noi_dung", text="Điều 1: Thành lập Tổ công tác"), "dieu.label"),
    ("decision", put("noi_dung", text="ĐIỀU 1. Thành lập Tổ công tác"), "dieu.case"),
    ("decision", put("noi_dung", first=20), "dieu.indent"),
    ("decision", put("noi_dung", size=13), "dieu.size"),
    ("decision", put("noi_dung", bold=False), "dieu.bold"),
    ("decision", put("noi_dung", at=3, text="Điều 3. Tổ chức thực hiện"), "bo_cuc.sequence"),
    ("report", put("noi_dung", at=1, text="I. Kết quả thực hiện"), "muc_la_ma.case"),
    ("report", put("noi_dung", at=1, text="I. KẾT QUẢ", size=12), "muc_la_ma.size"),
    ("report", put("noi_dung", at=1, text="I. KẾT QUẢ", bold=False), "muc_la_ma.bold"),
    ("report", put("noi_dung", at=1, text="I) KẾT QUẢ"), "muc_la_ma.label"),
    ("report", put("noi_dung", at=1, text="I. KẾT QUẢ", first=0), "muc_la_ma.indent"),
    ("report", put("noi_dung", at=1, text="Chương 1", align="center"), "phan.label"),
    ("report", put("noi_dung", at=1, text="CHƯƠNG I", align="center"), "phan.label_case"),
    ("report", put("noi_dung", at=1, text="Chương I"), "phan.own_line"),
    ("report", put("noi_dung", at=1, text="Chương I", align="center", size=12), "phan.label_size"),
    ("report", put("noi_dung", at=1, text="Chương I", align="center", bold=False), "phan.label_bold"),
    ("report", put("noi_dung", at=1, text="Mục I", align="center"), "muc.label"),
    ("report", put("noi_dung", at=1, text="Mục 1"), "muc.own_line"),
    ("report", put("noi_dung", at=1, text="Mục 1", align="center", size=12), "muc.label_size"),
    ("report", put("noi_dung", at=1, text="Mục 1", align="center", bold=False), "muc.label_bold"),
    ("report", titled("Chương I", text="Kết quả"), "phan.title_case"),
    ("report", titled("Chương I", size=12), "phan.title_size"),
    ("report", titled("Chương I", bold=False), "phan.title_bold"),
    ("report", titled("Chương I", align="left"), "phan.title_position"),
    ("report", titled("Mục 1", text="Kết quả"), "muc.title_case"),
    ("report", titled("Mục 1", size=12), "muc.title_size"),
    ("report", titled("Mục 1", bold=False), "muc.title_bold"),
    ("report", titled("Mục 1", align="left"), "muc.title_position"),
]
"""Headings other than «1.» put in the place of the first «1.» leave «1.1.» and «2.» without their parent: see below."""
CLOSING = [
    ("report", put("quyen_han_ky", text="K/T GIÁM ĐỐC"), "quyen_han.prefix"),
    ("report", put("quyen_han_ky", text="KT.GIÁM ĐỐC"), "quyen_han.prefix"),
    ("report", put("quyen_han_ky", text="KT. Giám đốc"), "quyen_han.case"),
    ("report", put("quyen_han_ky", size=12), "quyen_han.size"),
    ("report", put("quyen_han_ky", bold=False), "quyen_han.bold"),
    ("report", put("quyen_han_ky", italic=True), "quyen_han.italic"),
    ("report", put("quyen_han_ky", align="left"), "quyen_han.align"),
    ("report", drop("chuc_vu"), "quyen_han.kt"),
    ("report", put("chuc_vu", text="Phó Giám đốc"), "chuc_vu.case"),
    ("report", put("chuc_vu", size=12), "chuc_vu.size"),
    ("report", put("chuc_vu", bold=False), "chuc_vu.bold"),
    ("report", put("nguoi_ky", text="NGUYỄN VĂN A"), "ho_ten.case"),
    ("report", put("nguoi_ky", size=12), "ho_ten.size"),
    ("report", put("nguoi_ky", bold=False), "ho_ten.bold"),
    ("report", put("nguoi_ky", italic=True), "ho_ten.italic"),
    ("report", put("nguoi_ky", align="left"), "ho_ten.align"),
    ("report", put("nguoi_ky", text="TS. Nguyễn Văn A"), "ho_ten.no_title"),
    ("report", drop("nguoi_ky"), "the_thuc.main_elements"),
    ("report", drop("cho_ky"), "chu_ky.gap"),
    ("report", drop("noi_nhan_nhan"), "noi_nhan.label_text"),
    ("report", drop("noi_nhan_nhan", "noi_nhan", "noi_luu"), "the_thuc.main_elements noi_nhan.luu_present"),
    ("report", put("noi_nhan_nhan", text="NƠI NHẬN:"), "noi_nhan.label_text"),
    ("report", put("noi_nhan_nhan", size=14), "noi_nhan.label_size"),
    ("report", put("noi_nhan_nhan", bold=False), "noi_nhan.label_bold"),
    ("report", put("noi_nhan_nhan", italic=False), "noi_nhan.label_italic"),
    ("report", put("noi_nhan_nhan", underline=True), "noi_nhan.no_underline"),
    ("report", put("noi_nhan_nhan", left=10), "noi_nhan.label_position"),
    ("report", put("noi_nhan_nhan", before=40), "noi_nhan.label_position"),
    ("report", put("noi_nhan", size=12), "noi_nhan.item_size"),
    ("report", put("noi_nhan", italic=True), "noi_nhan.item_style"),
    ("report", put("noi_nhan", text="UBND tỉnh (để báo cáo);"), "noi_nhan.item_dash"),
    ("report", put("noi_nhan", text="- UBND tỉnh (để báo cáo)."), "noi_nhan.item_end"),
    ("report", put("noi_nhan", text="- UBND tỉnh; - HĐND tỉnh;"), "noi_nhan.item_one_per_line"),
    ("report", drop("noi_luu"), "noi_nhan.luu_present"),
    ("report", put("noi_luu", text="- Lưu VT."), "noi_nhan.luu_form"),
    ("report", put("noi_luu", text="- Lưu: VT, BTXH;"), "noi_nhan.luu_form"),
    ("report", add("noi_luu", "noi_luu", text="- Sở Tài chính;", size=11), "noi_nhan.luu_last"),
    ("letter", drop_line("noi_nhan", 0), "noi_nhan.nhu_tren"),
    ("decision", drop_line("noi_nhan", 0), "noi_nhan.nhu_dieu"),
]
ANNEX = [
    ("report", annexed(), ""),
    ("report", annexed(two=True), ""),
    ("report", annexed(restart=False), "page_number.annex_separate"),
    ("report", annexed(text="Phụ lục 1"), "phu_luc.numerals"),
    ("report", annexed(two=True, text="Phụ lục"), "phu_luc.numerals"),
    ("report", annexed(text="PHỤ LỤC"), "phu_luc.label"),
    ("report", annexed(size=13), "phu_luc.label_size"),
    ("report", annexed(bold=False), "phu_luc.label_bold"),
    ("report", annexed(align="left"), "phu_luc.label_align"),
    ("report", annexed(1, text="Danh sách hộ nghèo"), "phu_luc.title_case"),
    ("report", annexed(1, size=12), "phu_luc.title_size"),
    ("report", annexed(1, bold=False), "phu_luc.title_bold"),
    ("report", annexed(1, align="left"), "phu_luc.title_align"),
    ("report", annexed(2, text="Kèm theo Báo cáo số 07/BC-SLĐTBXH"), "phu_luc.kem_theo_text"),
    ("report", annexed(2, text=""), "phu_luc.kem_theo_present"),
    ("report", annexed(2, align="left"), "phu_luc.kem_theo_position"),
    ("report", annexed(2, size=12), "phu_luc.kem_theo_size"),
    ("report", annexed(2, italic=False), "phu_luc.kem_theo_italic"),
    ("report", annexed(2, bold=True), "phu_luc.kem_theo_bold"),
]
OLD = [
    ("report", annexed(restart=False), "tt01.page_number.annex_separate"),
    ("report", put("quoc_hieu", size=11), "tt01.quoc_hieu.size tt01.co_quan.size co_quan_chu_quan.size"),
    ("report", ruled("ke_co_quan", 45, 62), "tt01.co_quan.rule_length"),
    ("report", both(sheet(columns=(20, 140)), put("quoc_hieu")), OLD_WIDE),
    ("report", number(align="center"), "tt01.page_number.position"),
    ("report", sheet(number_at="header"), "tt01.page_number.position"),
    ("report", number(size=11), "tt01.page_number.size"),
    ("report", sheet(title_page=False), "tt01.page_number.first_page_hidden"),
    ("report", put("ten_loai", size=13), "tt01.ten_loai.size"),
    ("report", put("trich_yeu", size=13), "tt01.trich_yeu.size"),
    ("report", put("noi_dung", first=11.5), ""),
    ("report", put("noi_dung", first=8), "tt01.noi_dung.first_line_indent"),
    ("report", put("noi_dung", line=300, line_rule="exact"), ""),
    ("report", put("noi_dung", line=280, line_rule="exact"), "tt01.noi_dung.line_spacing"),
    ("report", put("noi_dung", font="Arial"), ""),
    ("report", put("noi_dung", font=".VnTime"), "tt01.page.font.family"),
    ("decision", put("can_cu", italic=True), "tt01.can_cu.italic"),
    ("decision", put("can_cu", at=2, text="Theo đề nghị của Trưởng phòng Bảo trợ xã hội."), "tt01.can_cu.end_last"),
    ("decision", put("can_cu", text="Căn cứ Luật Tổ chức chính quyền địa phương."), "tt01.can_cu.end_each"),
    ("report", put_all("co_quan_ban_hanh", size=12), "tt01.co_quan.size"),
    ("letter", put("kinh_gui", size=13), "tt01.kinh_gui.size"),
    ("report", put("noi_nhan", size=12), "tt01.noi_nhan.item_size"),
]
NEWER = PAGE + LETTERHEAD + REFERENCE + TITLE + BODY + CLOSING + ANNEX
OLD_CODES = {rule.code for rule in load_profile("tt01-2011").rules} - {code for case in OLD for code in case[2].split()}
"""Rules of TT01 that say what NĐ30 says: the same faults must be found under both."""
HEADED = {"muc_la_ma", "phan", "muc"}
CASES = [("nd30-2020", *case) for case in NEWER]
CASES += [("tt01-2011", *case) for case in OLD]
CASES += [("tt01-2011", name, spoil, f"tt01.{code}") for name, spoil, code in NEWER if f"tt01.{code}" in OLD_CODES]


@pytest.mark.parametrize("profile", ["nd30-2020", "tt01-2011"])
@pytest.mark.parametrize("name", ["report", "letter", "decision"])
def test_a_clean_document_has_no_finding(papers, profile, name):
    assert [finding.message for finding in papers[name](profile).findings()] == []


@pytest.mark.parametrize(("profile", "name", "spoil", "codes"), CASES, ids=[f"{c[3] or 'allowed'}-{i}" for i, c in enumerate(CASES)])
def test_one_fault_one_rule(papers, profile, name, spoil, codes):
    paper = papers[name](profile)
    spoil(paper)
    found = set(paper.codes())
    if codes.split(".")[0] in HEADED:
        found -= {"bo_cuc.sequence"}
    assert found == set(codes.split())


def rules_to_spoil(key):
    return {rule.code for rule in load_profile(key).rules if rule.check == "auto" and status(rule) in ("special", "compared")}


@pytest.mark.parametrize("profile", ["nd30-2020", "tt01-2011"])
def test_every_rule_is_spoilt_by_some_case(profile):
    spoilt = {code for case in CASES for code in case[3].split()}
    assert rules_to_spoil(profile) - spoilt == set()

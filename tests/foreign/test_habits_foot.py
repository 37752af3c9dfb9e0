"""Habits of the last page: authorities, names, blanks, drafters, copies, contact lines, annexes."""

import pytest


def paper(pieces, foot, *after, text=""):
    return [pieces.two_by_two(), pieces.TITLE, text or pieces.body(pieces.TEXT), pieces.END, foot, *after]


AUTHORITIES = [
    ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), ("KT.GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), ("TL. BỘ TRƯỞNG", "CHÁNH VĂN PHÒNG"),
    ("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG"), ("TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"), ("K/T CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"), ("T/M BAN THƯỜNG VỤ", "BÍ THƯ"),
    ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), ("KT CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
]  # fmt: skip


@pytest.mark.parametrize(("authority", "office"), AUTHORITIES)
def test_authorities(pieces, parts_of, authority, office):
    parts = parts_of(*paper(pieces, pieces.foot_one_by_two(lines=(authority, office, "Trần Văn Dũng"))))
    assert [c.text for c in parts.of("quyen_han_ky", "chuc_vu", "nguoi_ky")] == [authority, office, "Trần Văn Dũng"]


def test_two_authorities_one_below_the_other(pieces, parts_of):
    lines = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Dũng")
    parts = parts_of(*paper(pieces, pieces.foot_one_by_two(lines=lines)))
    assert [c.text for c in parts.of("quyen_han_ky")] == list(lines[:2])
    assert parts.one("chuc_vu").text == "PHÓ CHỦ TỊCH"


def test_an_office_alone_and_an_acting_head(pieces, parts_of):
    for office in ("GIÁM ĐỐC", "CHỦ TỊCH", "HIỆU TRƯỞNG", "TRƯỞNG PHÒNG", "CHI CỤC TRƯỞNG"):
        parts = parts_of(*paper(pieces, pieces.foot_one_by_two(lines=(office, "Trần Văn Dũng"))))
        assert [c.text for c in parts.of("quyen_han_ky", "chuc_vu", "nguoi_ky")] == [office, "Trần Văn Dũng"]
    parts = parts_of(*paper(pieces, pieces.foot_one_by_two(lines=("Q. GIÁM ĐỐC", "Trần Văn Dũng"))))
    assert parts.one("quyen_han_ky").text == "Q. GIÁM ĐỐC"


@pytest.mark.parametrize("name", ["Nguyễn Thị Bình", "NGUYỄN THỊ BÌNH", "TS. Nguyễn Thị Bình", "Đại tá Y Thông", "K'Sor Bình"])
def test_names_of_signers(pieces, parts_of, name):
    parts = parts_of(*paper(pieces, pieces.foot_one_by_two(lines=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", name))))
    assert parts.one("nguoi_ky").text == name


def test_no_name_yet(pieces, parts_of):
    parts = parts_of(*paper(pieces, pieces.table([[pieces.recipients(), pieces.mid("KT. GIÁM ĐỐC", b=True) + pieces.mid("PHÓ GIÁM ĐỐC", b=True)]])))
    assert parts.one("nguoi_ky") is None
    assert parts.one("chuc_vu").text == "PHÓ GIÁM ĐỐC"


def test_remarks_in_the_room_for_the_signature(pieces, parts_of):
    for remark in ("(Đã ký)", "(Ký, đóng dấu)", "Đã ký", "[daky]", "(Ký, ghi rõ họ tên)"):
        foot = pieces.foot_one_by_two().replace(pieces.line("", 14, "center"), pieces.mid(remark, i=True), 1)
        parts = parts_of(*paper(pieces, foot))
        assert [c.text for c in parts.of("chuc_vu", "nguoi_ky", "chuc_danh_khac")] == ["PHÓ GIÁM ĐỐC", "Nguyễn Thị Bình"]


def test_pictures_of_signature_and_stamp(pieces, parts_of, make):
    gap = pieces.line("", 14, "center", inner=make.picture()) + pieces.line("", inner=make.picture(floating=False))
    foot = pieces.table([[pieces.recipients(), pieces.signer(("GIÁM ĐỐC", "TRẦN VĂN DŨNG"), gap)]])
    parts = parts_of(*paper(pieces, foot))
    assert parts.one("nguoi_ky").text == "TRẦN VĂN DŨNG"
    assert parts.of("chu_ky_so_ca_nhan") and parts.of("dau_chu_ky_so_co_quan")


def test_the_drafter_and_the_copies(pieces, parts_of):
    for drafter in ("PL.(300)", "Hùng.", "(25b)", "NguyenVanAn-26", "HVN-15b", "Thanh (10)"):
        parts = parts_of(*paper(pieces, pieces.foot_one_by_two((*pieces.ITEMS, drafter))))
        assert [c.text for c in parts.of("ky_hieu_soan_thao")] == [drafter]


def test_recipients_that_go_on_in_a_second_line(pieces, parts_of):
    items = ("- Các cơ quan chuyên môn thuộc", "UBND tỉnh", "- UBND các xã, phường", "trên địa bàn tỉnh;", "- Lưu: VT.")
    parts = parts_of(*paper(pieces, pieces.foot_one_by_two(items)))
    assert parts.of("noi_nhan")[-1].text == "- UBND các xã, phường trên địa bàn tỉnh;"


def test_the_signature_in_a_table_and_recipients_below(pieces, parts_of, texts):
    foot = pieces.table([["", pieces.signer()]]) + pieces.recipients()
    assert texts(parts_of(*paper(pieces, foot)), pieces.FOOT) == pieces.FOOT
    foot = pieces.table([[pieces.recipients(), ""]]) + pieces.table([["", pieces.signer()]])
    assert texts(parts_of(*paper(pieces, foot)), pieces.FOOT) == pieces.FOOT


def test_minutes_have_two_signers(pieces, parts_of):
    foot = pieces.table([[pieces.signer(("THƯ KÝ", "Lê Thị Hoa")), pieces.signer(("CHỦ TỌA", "Trần Văn Dũng"))]])
    parts = parts_of(*paper(pieces, foot))
    assert {c.text for c in parts.of("nguoi_ky")} == {"Lê Thị Hoa", "Trần Văn Dũng"}
    assert {c.text for c in parts.of("chuc_vu")} == {"THƯ KÝ", "CHỦ TỌA"}
    assert not parts.of("noi_nhan", "bang_so_lieu")


def test_three_signers_of_a_joint_document(pieces, parts_of):
    lines = [("GIÁM ĐỐC", "Lê Thị Hoa"), ("CHỦ TỊCH", "Trần Văn Dũng"), ("BÍ THƯ", "Vũ Thị Lan")]
    foot = pieces.table([[pieces.signer(each) for each in lines]], (53, 53, 53)) + pieces.recipients()
    parts = parts_of(*paper(pieces, foot))
    assert {c.text for c in parts.of("nguoi_ky")} == {name for _, name in lines}
    assert parts.one("noi_luu").text == "- Lưu: VT, KHTC."


def test_a_ruled_table_with_a_column_of_recipients_is_no_closing(pieces, parts_of, make, texts):
    header = pieces.mid("Nơi nhận", b=True)
    ruled = pieces.table([[pieces.mid("TT", b=True), header], [pieces.line("1"), pieces.line("TL. 12")]], (20, 140), more=make.RULED)
    parts = parts_of(*paper(pieces, pieces.foot_one_by_two(), text=ruled))
    assert texts(parts, pieces.FOOT) == pieces.FOOT
    assert len(parts.of("bang_so_lieu")) == 1


def test_a_list_behind_a_signature_in_plain_lines_is_not_signed(pieces, parts_of, make):
    after = pieces.line("", inner='<w:r><w:br w:type="page"/></w:r>') + pieces.mid("DANH SÁCH KHEN THƯỞNG", b=True) + pieces.line("1. Nguyễn Văn An") * 4
    parts = parts_of(*paper(pieces, pieces.foot_recipients_first(), after))
    assert [c.text for c in parts.of("quyen_han_ky", "chuc_vu", "nguoi_ky")] == list(pieces.SIGNER)


def test_a_contact_line_in_the_footer_and_in_the_text(pieces, parts_of, make):
    words = "Địa chỉ: 01 Trần Phú, Đà Lạt; Điện thoại: 0263.3822100; Email: sct@lamdong.gov.vn"
    section = make.page(refs=make.reference("footer", "first", "footer1"))
    parts = parts_of(*paper(pieces, pieces.foot_one_by_two()), section=section, footer1=pieces.line(words, 11))
    assert parts.one("lien_he").text == words
    parts = parts_of(*paper(pieces, pieces.foot_one_by_two(), pieces.line(words, 11)))
    assert parts.one("lien_he").text == words


def test_a_dead_footer_has_no_contact_line(pieces, parts_of, make):
    section = make.page(refs=make.reference("footer", "even", "footer1"))
    assert not parts_of(*paper(pieces, pieces.foot_one_by_two()), section=section, footer1=pieces.line("Địa chỉ: Đà Lạt")).of("lien_he")


def test_a_copy_below_the_signature(pieces, parts_of, texts):
    copy = pieces.table([[pieces.mid("VĂN PHÒNG UBND TỈNH", b=True) + pieces.mid("Số: 15/SY-VP"), pieces.date("Lâm Đồng, ngày 15 tháng 3 năm 2026")]])
    form = pieces.mid("SAO Y", 14, b=True)
    parts = parts_of(*paper(pieces, pieces.foot_one_by_two(), copy, form))
    assert parts.one("ban_sao").text == "SAO Y" and parts.one("ban_sao_so").text == "Số: 15/SY-VP"
    assert texts(parts, pieces.HEAD) == pieces.HEAD


ANNEXES = [("PHỤ LỤC", "DANH MỤC DỰ ÁN"), ("Phụ lục I", "Danh mục dự án"), ("PHỤ LỤC SỐ 02", "DANH MỤC"), ("Phụ lục 1.", "Danh mục"), ("PHỤ LỤC I:", "DANH MỤC")]


@pytest.mark.parametrize(("label", "title"), ANNEXES)
def test_annexes(pieces, parts_of, make, label, title):
    landscape = make.page(size=(16838, 11906))
    annex = [pieces.mid(label, 14, b=True), pieces.mid(title, 14, b=True), pieces.mid("(Kèm theo Báo cáo số    /BC-SCT ngày    tháng 3 năm 2026)", i=True),
             pieces.body("Danh mục gồm 12 dự án./.")]  # fmt: skip
    parts = parts_of(*paper(pieces, pieces.foot_one_by_two(), pieces.line("", setting=make.page())), *annex, section=landscape)
    assert parts.one("phu_luc").text == label and parts.one("phu_luc_ten").text == title
    assert parts.one("phu_luc_kem_theo").text.startswith("(Kèm theo")
    assert parts.one("phu_luc_cuoi").text == "Danh mục gồm 12 dự án./."
    assert [s.landscape for s in parts.reading.sections] == [False, True]


def test_an_annex_with_label_and_title_in_one_line(pieces, parts_of):
    annex = [pieces.mid("PHỤ LỤC I. DANH MỤC DỰ ÁN", 14, b=True), pieces.body("1. Dự án cấp nước.")]
    parts = parts_of(*paper(pieces, pieces.foot_one_by_two()), *annex)
    assert parts.one("phu_luc").text == "PHỤ LỤC I. DANH MỤC DỰ ÁN"


def test_an_annex_in_an_unsigned_draft(pieces, parts_of):
    parts = parts_of(*paper(pieces, ""), pieces.mid("Phụ lục", b=True), pieces.mid("DANH MỤC", b=True))
    assert parts.one("phu_luc").text == "Phụ lục" and not parts.of("nguoi_ky")


def test_a_table_of_figures_between_text_and_signature(pieces, parts_of, make, texts):
    rows = [[pieces.mid("TT"), pieces.mid("Nội dung"), pieces.mid("KH/TH")], [pieces.mid("1"), pieces.line("Q.1"), pieces.mid("TM. 45,5")]]
    ruled = pieces.table(rows, (20, 80, 60), more=make.RULED)
    parts = parts_of(*paper(pieces, pieces.foot_one_by_two(), text=pieces.body(pieces.TEXT) + ruled))
    assert texts(parts, pieces.FOOT) == pieces.FOOT and len(parts.of("bang_so_lieu")) == 1

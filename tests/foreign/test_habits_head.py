"""Habits of the first page, one by one: what people type, and the parts that must come out."""

import pytest

from reportgen.docx.reader import mm


def paper(pieces, head="", title=None, after="", foot=None, top=""):
    head = head or pieces.two_by_two()
    return [top, head, pieces.TITLE if title is None else title, after, pieces.body(pieces.TEXT), pieces.END,
            pieces.foot_one_by_two() if foot is None else foot]  # fmt: skip


def head_with(pieces, left=(), right=(), number=None, date=None):
    """A 2 x 2 letterhead with more lines below number and date."""
    number, date = number or pieces.number(), date or pieces.date()
    return pieces.table(
        [["".join(pieces.names()), "".join(pieces.nation())], [number + "".join(left), date + "".join(right)]]
    )


def test_two_bold_lines_are_one_office(pieces, parts_of):
    names = pieces.mid("ỦY BAN NHÂN DÂN", b=True) + pieces.mid("TỈNH LÂM ĐỒNG", b=True)
    parts = parts_of(*paper(pieces, pieces.table([[names, "".join(pieces.nation())], [pieces.number(), pieces.date()]])))
    assert parts.one("co_quan_chu_quan") is None
    assert parts.one("co_quan_ban_hanh").text == "ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG"


def test_an_upright_line_is_the_superior_even_over_two_lines(pieces, parts_of):
    names = pieces.mid("BỘ GIÁO DỤC VÀ ĐÀO TẠO") + pieces.mid("ĐẠI HỌC ĐÀ NẴNG", b=True) + pieces.mid("TRƯỜNG SƯ PHẠM", b=True)
    parts = parts_of(*paper(pieces, pieces.table([[names, "".join(pieces.nation())], [pieces.number(), pieces.date()]])))
    assert parts.one("co_quan_chu_quan").text == "BỘ GIÁO DỤC VÀ ĐÀO TẠO"
    assert parts.one("co_quan_ban_hanh").text == "ĐẠI HỌC ĐÀ NẴNG TRƯỜNG SƯ PHẠM"


NUMBERS = [
    "Số:          /UBND-KT", "Số: 12/QĐ-UBND", "Số:…../BC-SCT", "Số: ....../TB-SCT", "Số        /KH-UBND", "Số : 05/TTr-SCT",
    "Số:      /2026/QĐ-UBND", "Số: 123 /SCT-QLTM", "Số: ___/GM-SCT", "Số 05-BC/VPTU", "SỐ: 12/BC-SCT",
]  # fmt: skip


@pytest.mark.parametrize("number", NUMBERS)
def test_numbers_typed_and_blank(pieces, parts_of, number):
    parts = parts_of(*paper(pieces, head_with(pieces, number=pieces.number(number))))
    assert parts.one("so_ky_hieu").text == number
    assert parts.one("co_quan_ban_hanh").text == pieces.OFFICE


DATES = [
    "Lâm Đồng, ngày       tháng 3 năm 2026", "Lâm Đồng, ngày     tháng     năm 2026", "Hà Nội, ngày 05 tháng 01 năm 2026",
    "Lào Cai, ngày … tháng … năm 20…", "Đinh Văn Lâm Hà, ngày 7 tháng 12 năm 2025", "Lâm Đồng, ngày 12/3/2026",
    "TP. Hồ Chí Minh, ngày      tháng 3 năm 2026", "Bảo Lộc, ngày ..... tháng ..... năm 2026", "Thành phố Huế, ngày 1 tháng 2 năm 2026",
]  # fmt: skip


@pytest.mark.parametrize("date", DATES)
def test_places_and_dates_typed_and_blank(pieces, parts_of, date):
    for head in (head_with(pieces, date=pieces.date(date)), pieces.two_by_two().replace(pieces.DATE, "") + pieces.line(date, 14, "right", i=True)):
        assert parts_of(*paper(pieces, head)).one("dia_danh").text == date


def test_a_date_over_two_lines(pieces, parts_of):
    date = pieces.mid("Lâm Đồng, ngày      tháng 3", 14, i=True) + pieces.mid("năm 2026", 14, i=True)
    assert parts_of(*paper(pieces, head_with(pieces, date=date))).one("dia_danh").text == "Lâm Đồng, ngày      tháng 3 năm 2026"


def test_the_nation_over_two_lines_and_one_paragraph(pieces, parts_of, make):
    two = pieces.mid("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", b=True) + pieces.mid("VIỆT NAM", b=True) + pieces.mid(make.MOTTO, b=True)
    one = pieces.mid(f"{make.NATION}\n{make.MOTTO}\n{'_' * 20}", b=True)
    for nation in (two, one):
        head = pieces.table([["".join(pieces.names()), nation], [pieces.number(), pieces.date()]])
        parts = parts_of(*paper(pieces, head))
        assert parts.one("quoc_hieu").text == make.NATION
        assert parts.one("tieu_ngu").text == make.MOTTO
    assert parts.one("tieu_ngu").line.kind == "text"


SUBJECTS = ["V/v tăng cường quản lý thị trường", "V/v: tăng cường quản lý thị trường", "Về việc tăng cường quản lý thị trường", "v/v tăng cường quản lý"]


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_subject_of_a_letter_in_the_letterhead(pieces, parts_of, subject):
    more = [pieces.mid(subject, 12), pieces.mid("dịp Tết Nguyên đán năm 2026", 12)]
    addressed = pieces.line("Kính gửi: Ủy ban nhân dân các xã, phường.", 14)
    parts = parts_of(*paper(pieces, head_with(pieces, left=more), title="", after=addressed))
    assert parts.one("trich_yeu_cv").text == f"{subject} dịp Tết Nguyên đán năm 2026"
    assert parts.is_letter and parts.one("kinh_gui").text.startswith("Kính gửi")


def test_the_subject_below_the_table(pieces, parts_of):
    head = pieces.two_by_two() + pieces.line("V/v báo cáo kết quả thực hiện", 12)
    assert parts_of(*paper(pieces, head, title="")).one("trich_yeu_cv").text == "V/v báo cáo kết quả thực hiện"


STAMPS = [
    ("HỎA TỐC", "do_khan"), ("HOẢ TỐC", "do_khan"), ("THƯỢNG KHẨN", "do_khan"), ("KHẨN", "do_khan"), ("MẬT", "do_mat"), ("TỐI MẬT", "do_mat"),
    ("TUYỆT MẬT", "do_mat"), ("TÀI LIỆU THU HỒI", "thu_hoi"), ("XEM XONG TRẢ LẠI", "pham_vi_luu_hanh"), ("LƯU HÀNH NỘI BỘ", "pham_vi_luu_hanh"),
    ("DỰ THẢO", "du_thao"), ("Dự thảo lần 2", "du_thao"), ("(Dự thảo)", "du_thao"), ("DỰ THẢO 3", "du_thao"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "kind"), STAMPS)
def test_stamps_typed_in_boxes_and_in_small_tables(pieces, parts_of, make, words, kind):
    typed = head_with(pieces, left=[pieces.mid(words, 13, b=True)])
    boxed = head_with(pieces, left=[pieces.line("", inner=make.boxed(pieces.mid(words, 13, b=True)))])
    framed = head_with(pieces, left=[pieces.table([[pieces.mid(words, 13, b=True)]], (30,), more=make.RULED)])
    above = pieces.line(words, 13, b=True) + pieces.two_by_two()
    for head in (typed, boxed, framed, above):
        parts = parts_of(*paper(pieces, head))
        assert [c.text for c in parts.of(kind)] == [words]
        assert parts.one("co_quan_ban_hanh").text == pieces.OFFICE
        assert parts.one("so_ky_hieu").text == pieces.NUMBER
        assert parts.one("ten_loai").text == "BÁO CÁO"


def test_the_size_of_a_stamps_box(pieces, parts_of, make):
    head = head_with(pieces, left=[pieces.line("", inner=make.boxed(pieces.mid("HỎA TỐC", b=True), 30, 8))])
    parts = parts_of(*paper(pieces, head))
    (box,) = parts.reading.boxes
    assert (round(mm(box.width)), round(mm(box.height)), box.framed) == (30, 8, True)
    assert box.paragraphs[0].number == parts.one("do_khan").first.number >= len(parts.reading.paragraphs)


RULES = {
    "drawing": lambda m: m.drawn(60), "no copy for old Words": lambda m: m.drawn(60, fallback=False),
    "vml": lambda m: f"<w:r>{m.vml(60)}</w:r>", "custom": lambda m: m.drawn(60, geometry="<a:custGeom><a:pathLst/></a:custGeom>", height=0.2),
}  # fmt: skip


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_drawn_rule_is_seen_once(pieces, parts_of, make, rule):
    head = pieces.table([["".join(pieces.names()), "".join(pieces.nation(rule(make)))], [pieces.number(), pieces.date()]])
    parts = parts_of(*paper(pieces, head))
    assert abs(parts.one("tieu_ngu").line.length_mm - 60) < 1
    assert [len(p.strokes) for p in parts.reading.paragraphs if p.strokes] == [1, 1, 1]


def test_rules_as_borders_and_signs(pieces, parts_of, make):
    edge = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:pBdr>'
    border = pieces.line("", 2, "center", setting=f'{edge}<w:ind w:left="900" w:right="900"/>')
    motto = pieces.mid(make.MOTTO, 14, b=True)
    signs = pieces.mid("_" * 22, 14)
    for rule, kind in ((border, "border"), (signs, "text")):
        head = pieces.table([["".join(pieces.names()), pieces.mid(make.NATION, b=True) + motto + rule], [pieces.number(), pieces.date()]])
        assert parts_of(*paper(pieces, head)).one("tieu_ngu").line.kind == kind


def test_rules_in_a_group_of_shapes(pieces, parts_of, make):
    shape = '<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2160000" cy="0"/></a:xfrm></wps:spPr></wps:wsp>'
    group = (
        '<w:r><w:drawing><wp:inline><wp:extent cx="2160000" cy="300000"/><a:graphic><a:graphicData><wpg:wgp>'
        f"{shape}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    head = pieces.table([["".join(pieces.names()), "".join(pieces.nation(group))], [pieces.number(), pieces.date()]])
    assert abs(parts_of(*paper(pieces, head)).one("tieu_ngu").line.length_mm - 60) < 1


def test_the_title_inside_the_letterhead_table(pieces, parts_of, texts):
    merged = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{pieces.TITLE}</w:tc></w:tr></w:tbl>'
    parts = parts_of(*paper(pieces, pieces.two_by_two().replace("</w:tbl>", merged), title=""))
    assert texts(parts, pieces.HEAD) == pieces.HEAD
    assert parts.one("ten_loai").text == "BÁO CÁO" and parts.one("trich_yeu").text.startswith("Kết quả")


def test_a_letterhead_in_the_header_of_page_one(pieces, parts_of, make, texts):
    section = make.page(refs=make.reference("header", "first", "header1"))
    parts = parts_of(*paper(pieces, head=" "), section=section, header1=pieces.two_by_two())
    assert texts(parts, pieces.HEAD) == pieces.HEAD
    assert parts.one("ten_loai").text == "BÁO CÁO"


def test_a_party_letterhead(pieces, parts_of, make):
    left = pieces.mid("TỈNH UỶ LÂM ĐỒNG", 14) + pieces.mid("VĂN PHÒNG", 14, b=True) + pieces.mid("*", 14) + pieces.mid("Số 05-BC/VPTU", 14)
    right = pieces.mid(make.PARTY, 15, b=True, inner=pieces.drawn(70)) + pieces.mid("Lâm Đồng, ngày 05 tháng 6 năm 2026", 14, i=True)
    parts = parts_of(*paper(pieces, pieces.table([[left, right]])))
    assert parts.one("tieu_de_dang").text == make.PARTY and parts.one("tieu_de_dang").line is not None
    assert parts.one("co_quan_ban_hanh").line.text == "*"
    assert parts.one("so_ky_hieu").text == "Số 05-BC/VPTU"


def test_a_party_letterhead_with_spaces(pieces, parts_of, make):
    lines = (f"TỈNH UỶ LÂM ĐỒNG          {make.PARTY}", "VĂN PHÒNG", "*", "Số 05-BC/VPTU          Lâm Đồng, ngày 05 tháng 6 năm 2026")
    parts = parts_of(*paper(pieces, "".join(pieces.line(text, 14) for text in lines)))
    assert parts.one("tieu_de_dang").text == make.PARTY
    assert parts.one("dia_danh").text == "Lâm Đồng, ngày 05 tháng 6 năm 2026"


def test_a_letterhead_of_the_front(pieces, parts_of):
    names = pieces.mid("ỦY BAN MTTQ VIỆT NAM TỈNH LÂM ĐỒNG") + pieces.mid("BAN THƯỜNG TRỰC", b=True)
    head = pieces.table([[names, "".join(pieces.nation())], [pieces.number("Số: 12/BC-MTTQ-BTT"), pieces.date()]])
    parts = parts_of(*paper(pieces, head))
    assert parts.one("co_quan_chu_quan").text == "ỦY BAN MTTQ VIỆT NAM TỈNH LÂM ĐỒNG"
    assert parts.one("co_quan_ban_hanh").text == "BAN THƯỜNG TRỰC"


def test_a_signature_of_the_signing_program_and_a_digital_copy(pieces, parts_of, make):
    signed = make.boxed(pieces.line("Số: 12/QĐ-UBND; 12/03/2026; 08:30:15", 10))
    copied = make.boxed(pieces.line("SAO Y; Văn phòng; 12/03/2026 08:30:15", 10))
    assert parts_of(*paper(pieces, top=pieces.line("", inner=signed))).one("chu_ky_so_kem_theo") is not None
    assert parts_of(*paper(pieces, top=pieces.line("", inner=copied))).one("ban_sao") is not None


def test_condensed_letters_and_no_break_spaces(pieces, parts_of, make, texts):
    nation = pieces.mid(make.NATION.replace(" ", "\xa0"), b=True, more='<w:spacing w:val="-6"/>') + pieces.mid(make.MOTTO, b=True)
    head = pieces.table([["".join(pieces.names()), nation], [pieces.number().replace("Số:", "Số:\xa0"), pieces.date()]])
    parts = parts_of(*paper(pieces, head))
    assert parts.one("quoc_hieu").text == make.NATION
    assert parts.one("quoc_hieu").face.spacing == -6


def test_text_that_is_not_nfc_and_wrong_font_names(pieces, parts_of, texts):
    import unicodedata

    pieces_ = [unicodedata.normalize("NFD", piece) for piece in paper(pieces)]
    parts = parts_of(*pieces_)
    assert texts(parts, pieces.HEAD) == pieces.HEAD and texts(parts, pieces.FOOT) == pieces.FOOT
    assert any(p.decomposed for p in parts.reading.paragraphs)
    old = [piece.replace("Times New Roman", ".VnTime") for piece in paper(pieces)]
    assert texts(parts_of(*old), pieces.HEAD) == pieces.HEAD


def test_a_contract_has_its_number_below_the_title(pieces, parts_of, make):
    head = pieces.mid(make.NATION, b=True) + pieces.mid(make.MOTTO, b=True, inner=pieces.drawn(60)) + pieces.line()
    title = pieces.mid("HỢP ĐỒNG", 16, b=True) + pieces.mid("Cung cấp dịch vụ", 14, b=True) + pieces.mid("Số: 12/HĐ-SCT", 14)
    parts = parts_of(head, title, pieces.body(pieces.TEXT), pieces.END)
    assert parts.one("ten_loai").text == "HỢP ĐỒNG"
    assert parts.one("trich_yeu").text == "Cung cấp dịch vụ"
    assert parts.one("so_ky_hieu").text == "Số: 12/HĐ-SCT"


def test_a_period_in_brackets_is_no_subject(pieces, parts_of):
    title = pieces.TITLE + pieces.mid("(Từ ngày 01/3/2026 đến ngày 31/3/2026)", 14, i=True)
    assert parts_of(*paper(pieces, title=title)).one("trich_yeu").text == "Kết quả thực hiện nhiệm vụ tháng 3 năm 2026"


def test_a_draft_behind_its_submission_is_another_document(pieces, parts_of, texts):
    second = pieces.two_by_two().replace("BC-SCT", "QĐ-UBND") + pieces.mid("QUYẾT ĐỊNH", 14, b=True) + pieces.mid("Về việc khen thưởng", b=True)
    first = paper(pieces)
    parts = parts_of(*first, pieces.line("", inner='<w:r><w:br w:type="page"/></w:r>'), second, pieces.body("Điều 1. Khen thưởng 12 tập thể."), pieces.foot_one_by_two(lines=("CHỦ TỊCH", "Lê Văn Cường")))
    assert [c.text for c in parts.of("ten_loai")] == ["BÁO CÁO"]
    assert texts(parts, pieces.FOOT) == pieces.FOOT
    assert not parts.of("dieu")
    (start,) = parts.more
    assert parts.reading.paragraphs[start].text == pieces.SUPERIOR


def test_an_unsigned_submission_does_not_take_the_next_documents_signature(pieces, parts_of):
    second = pieces.two_by_two() + pieces.mid("QUYẾT ĐỊNH", 14, b=True) + pieces.body(pieces.TEXT) + pieces.foot_one_by_two()
    parts = parts_of(*paper(pieces, foot=""), second)
    assert not parts.of("nguoi_ky", "noi_nhan_nhan") and len(parts.more) == 1

"""Rarer habits: rules hung on other lines, names below the table, old encodings, lost letters, bases in other words."""

import pytest

from reportgen.vietnamese.legacy_tables import TCVN3, VNI


def paper(pieces, head="", after="", foot=None, title=None):
    return [head or pieces.two_by_two(), pieces.TITLE if title is None else title, after, pieces.body(pieces.TEXT), pieces.END,
            pieces.foot_one_by_two() if foot is None else foot]  # fmt: skip


def at(make, mm, left, base="column"):
    """A line ``left`` mm from the left edge of the column, the margin or the page."""
    moved = make.drawn(mm, across=f"<wp:posOffset>{round(left * 36000)}</wp:posOffset>")
    return moved.replace('positionH relativeFrom="column"', f'positionH relativeFrom="{base}"')


HUNG = {
    "both on the right column": lambda m: ("", at(m, 60, 19) + at(m, 20, -41)),
    "both on the left column": lambda m: (at(m, 20, 20) + at(m, 60, 80), ""),
    "by the margin": lambda m: ("", at(m, 60, 81, "margin") + at(m, 20, 21, "margin")),
    "by the page": lambda m: (at(m, 20, 51, "page") + at(m, 60, 111, "page"), ""),
}


@pytest.mark.parametrize("hung", HUNG.values(), ids=HUNG)
def test_both_rules_hung_on_one_line(pieces, parts_of, make, hung):
    left, right = hung(make)
    names = pieces.mid(pieces.SUPERIOR) + pieces.mid(pieces.OFFICE, b=True, inner=left)
    nation = pieces.mid(make.NATION, b=True) + pieces.mid(make.MOTTO, 14, b=True, inner=right)
    parts = parts_of(*paper(pieces, pieces.table([[names, nation], [pieces.number(), pieces.date()]])))
    assert abs(parts.one("tieu_ngu").line.length_mm - 60) < 1
    assert abs(parts.one("co_quan_ban_hanh").line.length_mm - 20) < 1


def test_rules_hung_on_the_blank_line_below_the_table(pieces, parts_of, make):
    names, nation = pieces.mid(pieces.SUPERIOR) + pieces.mid(pieces.OFFICE, b=True), pieces.mid(make.NATION, b=True) + pieces.mid(make.MOTTO, b=True)
    head = pieces.table([[names, nation], [pieces.number(), pieces.date()]]) + pieces.line("", inner=at(make, 20, 20) + at(make, 60, 82))
    parts = parts_of(*paper(pieces, head))
    assert parts.one("tieu_ngu").line is not None and parts.one("co_quan_ban_hanh").line is not None


def test_the_titles_rule_hung_on_the_line_below(pieces, parts_of, make):
    title = pieces.mid("BÁO CÁO", 14, b=True) + pieces.mid("Kết quả tháng 3", 14, b=True)
    parts = parts_of(*paper(pieces, title=title, after=pieces.body(pieces.TEXT, inner=make.drawn(40))))
    assert parts.one("trich_yeu").line is not None
    assert parts.of("noi_dung")[0].text == pieces.TEXT


def test_the_name_below_the_table(pieces, parts_of):
    foot = pieces.table([[pieces.recipients(), pieces.mid("KT. GIÁM ĐỐC", b=True) + pieces.mid("PHÓ GIÁM ĐỐC", b=True)]])
    for name in (pieces.line("Nguyễn Thị Bình", 14, "right", b=True), pieces.line("\t\t\t\t\tNguyễn Thị Bình", b=True)):
        parts = parts_of(*paper(pieces, foot=foot + pieces.line() * 4 + name))
        assert parts.one("nguoi_ky").text == "Nguyễn Thị Bình"
    parts = parts_of(*paper(pieces, foot=foot + pieces.line() + pieces.mid("PHỤ LỤC", b=True)))
    assert parts.one("nguoi_ky") is None and parts.one("phu_luc") is not None


def encoded(text, table):
    """The text as it was typed in an old encoding."""
    back = {shown: old for old, shown in sorted(table.items(), key=lambda pair: -len(pair[0]))}
    return "".join(back.get(letter, letter) for letter in text)


@pytest.mark.parametrize(("name", "table"), [("tcvn3", TCVN3), ("vni", VNI)])
def test_old_encodings_are_read_by_the_text(pieces, parts_of, texts, name, table):
    """Letters are encoded inside ``w:t`` only; capitals that TCVN3 lacks are small there, as its capital fonts have them."""
    import re

    def old(xml):
        return re.sub(r"(?<=>)([^<>]+)(?=</w:t>)", lambda m: encoded(m[1], table), xml)

    parts = parts_of(*[old(piece) for piece in paper(pieces)])
    assert parts.encoding == name
    assert parts.one("nguoi_ky").text == "Nguyễn Thị Bình"
    assert parts.one("noi_nhan_nhan").text == "Nơi nhận:"
    assert parts.one("so_ky_hieu").text == pieces.NUMBER


def test_the_letter_that_looks_like_a_soft_hyphen(pieces, parts_of):
    """TCVN3 has «ư» where Unicode has the soft hyphen: dropped as one, «Lưu» and «trường» are lost."""
    import re

    def old(xml):
        return re.sub(r"(?<=>)([^<>]+)(?=</w:t>)", lambda m: encoded(m[1], TCVN3), xml).replace("Times New Roman", ".VnTime")

    typed = [old(piece) for piece in paper(pieces)]
    parts = parts_of(*typed)
    assert any("\xad" in piece for piece in typed)
    assert parts.encoding == "tcvn3"
    assert parts.one("noi_luu").text == "- Lưu: VT, KHTC."
    assert pieces.TEXT in {c.text for c in parts.of("noi_dung")}
    plain = parts_of(*paper(pieces, after=pieces.body("Chương\xad trình công tác.")))
    assert "Chương trình công tác." in {c.text for c in plain.of("noi_dung")}


def test_unicode_text_in_old_fonts_is_left_alone(pieces, parts_of, texts):
    parts = parts_of(*[piece.replace("Times New Roman", ".VnTimeH") for piece in paper(pieces)])
    assert parts.encoding == "" and texts(parts, pieces.HEAD) == pieces.HEAD


def test_the_icelandic_letter_that_looks_like_ours(pieces, parts_of):
    parts = parts_of(*[p.replace("Đ", "Ð") for p in paper(pieces, after=pieces.body("Điều 1. Khen thưởng."))])
    assert parts.one("tieu_ngu") is not None and parts.one("dieu").label == "Ðiều 1."
    assert parts.one("dia_danh") is not None


def test_bases_in_other_words_stay_above_the_decision(pieces, parts_of):
    title = pieces.mid("QUYẾT ĐỊNH", 14, b=True) + pieces.mid("Về việc khen thưởng", 14, b=True)
    text = [pieces.body("Căn cứ Luật Thi đua, khen thưởng;", i=True), pieces.body("Sau khi có ý kiến của tập thể lãnh đạo;", i=True),
            pieces.mid("QUYẾT ĐỊNH:", b=True), pieces.body("Điều 1. Khen thưởng 12 tập thể.")]  # fmt: skip
    parts = parts_of(*paper(pieces, title=title, after="".join(text)))
    assert len(parts.of("can_cu")) == 2 and parts.one("dong_quyet_dinh") is not None
    assert [c.label for c in parts.of("dieu")] == ["Điều 1."]


def test_a_copy_from_a_law_site(pieces, parts_of, make):
    names = pieces.mid("BỘ TÀI CHÍNH\n-------", 10, b=True, font="Arial")
    nation = pieces.mid(f"{make.NATION}\n{make.MOTTO}\n---------------", 10, b=True, font="Arial")
    head = pieces.table([[names, nation], [pieces.mid("Số: 12/2024/TT-BTC", 10), pieces.mid("Hà Nội, ngày 05 tháng 3 năm 2024", 10, i=True)]], width='w:w="5000" w:type="pct"')
    parts = parts_of(*paper(pieces, head), section=make.page(margins=None))
    assert parts.one("co_quan_ban_hanh").text == "BỘ TÀI CHÍNH" and parts.one("tieu_ngu").line.text == "---------------"
    assert not parts.reading.sections[0].has_margins


def test_a_stray_line_above_the_title(pieces, parts_of):
    parts = parts_of(*paper(pieces, title=pieces.mid("(Bản dự kiến trình họp)", 13, i=True) + pieces.TITLE))
    assert parts.one("ten_loai").text == "BÁO CÁO" and parts.one("trich_yeu") is not None
    assert [c.text for c in parts.of("dong_rieng")] == []


def test_a_list_of_those_present_is_not_the_signature(pieces, parts_of):
    present = pieces.table([[pieces.line("CHỦ TRÌ", b=True), pieces.line("Ông Trần Văn Dũng")], [pieces.line("THƯ KÝ", b=True), pieces.line("Bà Lê Thị Hoa")]], (50, 110))
    foot = pieces.table([[pieces.signer(("THƯ KÝ", "Lê Thị Hoa")), pieces.signer(("CHỦ TRÌ", "Trần Văn Dũng"))]], (80, 80))
    parts = parts_of(*paper(pieces, after=present, foot=foot))
    assert [c.text for c in parts.of("nguoi_ky")] == ["Trần Văn Dũng", "Lê Thị Hoa"]
    assert len(parts.of("bang_so_lieu")) == 1 and parts.of("noi_dung")[-1].text.endswith("./.")
    parts = parts_of(pieces.two_by_two(), pieces.TITLE, present, pieces.body(pieces.TEXT), foot)
    assert len(parts.of("nguoi_ky")) == 2


def test_a_date_in_a_table_of_figures_is_no_letterhead(pieces, parts_of, make):
    ruled = pieces.table([[pieces.mid("Ngày 12/3/2026"), pieces.mid("45,5")], [pieces.mid("Số 12/BC-SCT"), pieces.mid("46,5")]], more=make.RULED)
    parts = parts_of(pieces.mid("BẢNG GIÁ", b=True), ruled)
    assert not parts.of("dia_danh", "so_ky_hieu", "co_quan_ban_hanh")


def test_a_letterhead_in_boxes_that_hang_on_the_title(pieces, parts_of, make, texts):
    boxes = "".join(make.boxed("".join(lines), 60, 24, False) for lines in ([*pieces.names(), pieces.number()], [*pieces.nation(), pieces.date()]))
    parts = parts_of(pieces.mid("BÁO CÁO", 14, b=True, inner=boxes), pieces.mid("Kết quả tháng 3", 14, b=True), pieces.body(pieces.TEXT), pieces.END)
    assert texts(parts, pieces.HEAD) == pieces.HEAD
    assert parts.one("ten_loai").text == "BÁO CÁO" and parts.one("trich_yeu").text == "Kết quả tháng 3"


def test_a_form_with_a_signature_in_an_annex_is_not_ours(pieces, parts_of, texts):
    office = pieces.foot_one_by_two(lines=("GIÁM ĐỐC", "Nguyễn Thị Bình"))
    form = pieces.mid("PHỤ LỤC I", b=True) + pieces.mid("MẪU BÁO CÁO", b=True) + pieces.table([["", pieces.signer(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Họ và tên"))]])
    parts = parts_of(*paper(pieces, foot=office + pieces.line() + form))
    assert [c.text for c in parts.of("quyen_han_ky", "chuc_vu", "nguoi_ky")] == ["GIÁM ĐỐC", "Nguyễn Thị Bình"]
    assert parts.one("phu_luc").text == "PHỤ LỤC I"


def test_a_party_letterhead_with_spaces_in_a_box(pieces, parts_of, make):
    inner = pieces.line(f"TỈNH UỶ LÂM ĐỒNG          {make.PARTY}", 14) + pieces.line("Số 05-BC/TU          Lâm Đồng, ngày 05 tháng 6 năm 2026", 14)
    parts = parts_of(pieces.line("", inner=make.boxed(inner, 160, 20)), pieces.TITLE, pieces.body(pieces.TEXT))
    assert parts.one("ten_loai").text == "BÁO CÁO"

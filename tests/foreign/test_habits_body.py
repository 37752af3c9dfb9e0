"""Habits of the text: numbers typed and automatic, headings, bases, tables; what is deleted, hidden, or only wrapped."""

import pytest


def paper(pieces, *text, title=None):
    return [pieces.two_by_two(), pieces.TITLE if title is None else title, *text, pieces.END, pieces.foot_one_by_two()]


def kinds(parts, *, skip=("noi_dung",)):
    """(kind, label) of the parts of the text, running text left out."""
    body = ("phan_chuong", "phan_chuong_ten", "muc_so", "muc_ten", "muc_la_ma", "muc_chu_hoa", "dieu", "khoan", "khoan_tieu_de", "muc_thap_phan",
            "tieu_muc", "diem", "gach_dau_dong", "dau_cong", "dau_sao", "dong_rieng", "bang_so_lieu", "muc_luc", "noi_dung")  # fmt: skip
    return [(c.kind, c.label) for c in parts if c.kind in body and c.kind not in skip]


TYPED = [
    ("I. TÌNH HÌNH THỰC HIỆN", True, ("muc_la_ma", "I.")), ("II- KẾT QUẢ", True, None), ("A. ĐÁNH GIÁ CHUNG", True, ("muc_chu_hoa", "A.")),
    ("1. Công tác quản lý", True, ("khoan_tieu_de", "1.")), ("1. Sở đã kiểm tra 24 cơ sở.", False, ("khoan", "1.")),
    ("1.1. Kiểm tra thị trường: đã kiểm tra 24 cơ sở.", False, ("muc_thap_phan", "1.1.")), ("1.1 Kiểm tra thị trường có 24 cơ sở.", False, ("muc_thap_phan", "1.1")),
    ("2.1.3. Xử lý vi phạm.", False, ("muc_thap_phan", "2.1.3.")), ("a) Kiểm tra 24 cơ sở;", False, ("diem", "a)")), ("đ) Kiểm tra;", False, ("diem", "đ)")),
    ("a. Kiểm tra 24 cơ sở;", False, ("diem", "a.")), ("- Kiểm tra 24 cơ sở;", False, ("gach_dau_dong", "-")), ("– Kiểm tra;", False, ("gach_dau_dong", "–")),
    ("+ Kiểm tra;", False, ("dau_cong", "+")), ("* Kiểm tra;", False, ("dau_sao", "*")), ("Điều 1. Khen thưởng 12 tập thể.", False, ("dieu", "Điều 1.")),
    ("Điều 2: Tổ chức thực hiện.", False, ("dieu", "Điều 2:")), ("Chương I", True, ("phan_chuong", "Chương I")), ("Mục 1", True, ("muc_so", "Mục 1")),
    ("PHẦN THỨ NHẤT", True, ("phan_chuong", "PHẦN THỨ NHẤT")), ("1) Kiểm tra thị trường;", False, ("khoan", "1)")), ("1/ Kiểm tra thị trường;", False, ("khoan", "1/")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "bold", "wanted"), TYPED, ids=[t[0] for t in TYPED])
def test_typed_labels(pieces, parts_of, text, bold, wanted):
    centred = text.startswith(("Chương", "Mục", "PHẦN"))
    typed = pieces.line(text, 14, "center" if centred else "both", b=bold)
    found = kinds(parts_of(*paper(pieces, typed, pieces.body(pieces.TEXT))))
    assert found[:1] == ([wanted] if wanted else found[:1])
    assert found[0][0] != "noi_dung"


def test_automatic_numbers_read_like_typed_ones(pieces, parts_of, make):
    text = [pieces.line("TÌNH HÌNH", b=True, setting=make.numbered(3)), pieces.line("Công tác quản lý", b=True, setting=make.numbered(1)),
            pieces.body("Kiểm tra 24 cơ sở.", setting=make.numbered(1, 1)), pieces.body("Xử lý 03 vụ.", setting=make.numbered(1, 1)),
            pieces.body("Kiểm tra;", setting=make.numbered(4)), pieces.body("Kiểm tra;", setting=make.numbered(2))]  # fmt: skip
    assert kinds(parts_of(*paper(pieces, *text))) == [
        ("muc_la_ma", "I."), ("khoan_tieu_de", "1."), ("muc_thap_phan", "1.1."), ("muc_thap_phan", "1.2."), ("diem", "a)"), ("gach_dau_dong", "-"),
    ]  # fmt: skip


def test_text_cut_into_many_runs(pieces, parts_of, make):
    parts = parts_of(*paper(pieces, make.cut("1. " + pieces.TEXT, 31)))
    assert parts.one("khoan").text == "1. " + pieces.TEXT


def test_a_table_of_contents_is_no_text(pieces, parts_of, make):
    lines = [pieces.line("I. TÌNH HÌNH\t1", setting='<w:pStyle w:val="TOC1"/>', b=True), pieces.line("1. Kết quả", setting='<w:pStyle w:val="TOC1"/>', inner=make.field("PAGEREF _Toc1", "2"))]
    parts = parts_of(*paper(pieces, *lines, pieces.line("I. TÌNH HÌNH", b=True)))
    assert [c.kind for c in parts.of("muc_luc")] == ["muc_luc", "muc_luc"]
    assert kinds(parts, skip=("noi_dung", "muc_luc")) == [("muc_la_ma", "I.")]


def test_a_decision(pieces, parts_of):
    title = pieces.mid("QUYẾT ĐỊNH", 14, b=True) + pieces.mid("Về việc khen thưởng", 14, b=True, inner=pieces.drawn(40))
    text = [pieces.mid("GIÁM ĐỐC SỞ CÔNG THƯƠNG", 14, b=True), pieces.body("Căn cứ Luật Thi đua, khen thưởng;", i=True),
            pieces.body("Theo đề nghị của Chánh Văn phòng Sở.", i=True), pieces.mid("QUYẾT ĐỊNH:", 14, b=True),
            pieces.body("Điều 1. Khen thưởng 12 tập thể."), pieces.body("Điều 2. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này./.")]  # fmt: skip
    parts = parts_of(pieces.two_by_two(), title, *text, pieces.foot_one_by_two())
    assert parts.one("ten_loai").text == "QUYẾT ĐỊNH" and parts.one("trich_yeu").text == "Về việc khen thưởng"
    assert parts.one("trich_yeu").line is not None
    assert parts.one("tham_quyen").text == "GIÁM ĐỐC SỞ CÔNG THƯƠNG"
    assert [c.text[:8] for c in parts.of("can_cu")] == ["Căn cứ L", "Theo đề "]
    assert parts.one("dong_quyet_dinh").text == "QUYẾT ĐỊNH:"
    assert [c.label for c in parts.of("dieu")] == ["Điều 1.", "Điều 2."]


TITLES = ["BÁO CÁO", "KẾ HOẠCH", "TỜ TRÌNH", "THÔNG BÁO", "BIÊN BẢN", "GIẤY MỜI", "GIẤY GIỚI THIỆU", "NGHỊ QUYẾT", "HỢP ĐỒNG", "CHƯƠNG TRÌNH", "CHỈ THỊ",
          "QUY CHẾ", "PHƯƠNG ÁN", "ĐỀ ÁN", "HƯỚNG DẪN", "GIẤY NGHỈ PHÉP", "CÔNG ĐIỆN", "PHIẾU GỬI", "QUY ĐỊNH", "GIẤY ỦY QUYỀN", "DỰ ÁN"]  # fmt: skip


@pytest.mark.parametrize("title", TITLES)
def test_types_of_documents(pieces, parts_of, title):
    head = pieces.mid(title, 14, b=True, before=12) + pieces.mid("Nội dung của văn bản này", 14, b=True)
    parts = parts_of(*paper(pieces, pieces.body(pieces.TEXT), title=head))
    assert parts.one("ten_loai").text == title and parts.one("trich_yeu").text == "Nội dung của văn bản này"
    assert not parts.is_letter


def test_addressees_in_one_line_in_items_and_in_a_table(pieces, parts_of):
    one = pieces.mid("Kính gửi: Ủy ban nhân dân tỉnh.")
    items = pieces.line("Kính gửi:") + pieces.line("- Sở Tài chính;") + pieces.line("- Sở Nội vụ.")
    table = pieces.table([[pieces.line("Kính gửi:"), pieces.line("- Sở Tài chính;") + pieces.line("- Sở Nội vụ.")]], (40, 120))
    assert [c.text for c in parts_of(*paper(pieces, one, pieces.body(pieces.TEXT), title="")).of("kinh_gui")] == ["Kính gửi: Ủy ban nhân dân tỉnh."]
    for given in (items, table):
        parts = parts_of(*paper(pieces, given, pieces.body(pieces.TEXT), title=""))
        assert [c.text for c in parts.of("kinh_gui_muc")] == ["- Sở Tài chính;", "- Sở Nội vụ."]
        assert not parts.of("bang_so_lieu", "gach_dau_dong")


WRAPPED = {
    "content control around a paragraph": lambda m, p: f"<w:sdt><w:sdtPr/><w:sdtContent>{p}</w:sdtContent></w:sdt>",
    "content control around runs": lambda m, p: m.body("", inner=f'<w:sdt><w:sdtContent>{m.run("Đã kiểm tra 24 cơ sở.")}</w:sdtContent></w:sdt>'),
    "smart tag": lambda m, p: m.body("", inner=f'<w:smartTag w:element="place">{m.run("Đã kiểm tra 24 cơ sở.")}</w:smartTag>'),
    "hyperlink": lambda m, p: m.body("", inner=f'<w:hyperlink w:anchor="x">{m.run("Đã kiểm tra 24 cơ sở.")}</w:hyperlink>'),
    "inserted": lambda m, p: m.body("", inner=f'<w:ins w:id="1">{m.run("Đã kiểm tra 24 cơ sở.")}</w:ins>'),
    "moved here": lambda m, p: m.body("", inner=f'<w:moveTo w:id="1">{m.run("Đã kiểm tra 24 cơ sở.")}</w:moveTo>'),
    "deleted words beside": lambda m, p: m.body("Đã kiểm tra 24 cơ sở.", inner='<w:del w:id="2"><w:r><w:delText> thừa</w:delText></w:r></w:del>'),
    "moved away words beside": lambda m, p: m.body("Đã kiểm tra 24 cơ sở.", inner=f'<w:moveFrom w:id="2">{m.run(" thừa")}</w:moveFrom>'),
    "hidden words beside": lambda m, p: m.body("Đã kiểm tra 24 cơ sở.", inner=m.run(" thừa", more="<w:vanish/>")),
    "a comment": lambda m, p: m.body("Đã kiểm tra 24 cơ sở.", inner='<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'),
    "a footnote": lambda m, p: m.body("Đã kiểm tra 24 cơ sở.", inner='<w:r><w:footnoteReference w:id="1"/></w:r>'),
    "a merge field": lambda m, p: m.body("Đã kiểm tra ", inner=m.field("MERGEFIELD SoCoSo", "24") + m.run(" cơ sở.")),
    "a simple field": lambda m, p: m.body("Đã kiểm tra ", inner=f'<w:fldSimple w:instr=" REF so "><w:r>{m.words("24")}</w:r></w:fldSimple>' + m.run(" cơ sở.")),
    "a form field": lambda m, p: m.body("Đã kiểm tra ", inner=m.field("FORMTEXT", "24") + m.run(" cơ sở.")),
    "a bookmark and a spelling mark": lambda m, p: m.body("", inner='<w:bookmarkStart w:id="1" w:name="a"/>' + m.run("Đã kiểm tra ") + '<w:proofErr w:type="spellStart"/>' + m.run("24 cơ sở.")),
    "a soft hyphen, a zero space": lambda m, p: m.body("Đã ki\u200bểm tra\xa024 cơ\xad sở."),
    "a custom XML tag": lambda m, p: f'<w:customXml w:element="x">{p}</w:customXml>',
}  # fmt: skip


@pytest.mark.parametrize("wrap", WRAPPED.values(), ids=WRAPPED)
def test_what_wraps_or_stands_beside_text(pieces, parts_of, make, wrap):
    plain = pieces.body("Đã kiểm tra 24 cơ sở.")
    parts = parts_of(*paper(pieces, wrap(make, plain)))
    assert parts.of("noi_dung")[0].text == "Đã kiểm tra 24 cơ sở."


def test_rows_cells_and_tables_in_content_controls(pieces, parts_of, make, texts):
    def wrapped(xml, tag):
        start, end = f"<w:{tag}>", f"</w:{tag}>"
        return xml.replace(start, f"<w:sdt><w:sdtPr/><w:sdtContent>{start}").replace(end, f"{end}</w:sdtContent></w:sdt>")

    for tag in ("tr", "tc", "tbl", "p"):
        parts = parts_of(*[wrapped(piece.replace('<w:p w:rsidR="00112233">', "<w:p>"), tag) for piece in paper(pieces)])
        assert texts(parts, pieces.HEAD) == pieces.HEAD and texts(parts, pieces.FOOT) == pieces.FOOT


def test_deleted_rows_and_paragraphs_are_not_there(pieces, parts_of, make):
    ruled = pieces.table([[pieces.line("còn"), pieces.line("12")]], more=make.RULED)
    gone = pieces.table([[pieces.line("bỏ"), pieces.line("13")]], more=make.RULED, row='<w:trPr><w:del w:id="3"/></w:trPr>')
    mark = '<w:p><w:pPr><w:rPr><w:del w:id="4"/></w:rPr></w:pPr><w:del w:id="5"><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>'
    before = len(parts_of(*paper(pieces, ruled)).reading.paragraphs)
    parts = parts_of(*paper(pieces, ruled, gone, mark))
    assert [c.text for c in parts.of("bang_so_lieu")] == ["còn 12"]
    assert len(parts.reading.paragraphs) == before


def test_nested_tables_belong_to_the_outer_one(pieces, parts_of, make):
    inner = pieces.table([[pieces.line("a"), pieces.line("b")]], (30, 30), more=make.RULED)
    parts = parts_of(*paper(pieces, pieces.table([[inner + pieces.line("c"), pieces.line("d")]], more=make.RULED)))
    assert all(p.cell for c in parts.of("bang_so_lieu") for p in c.lines)


def test_a_title_is_not_made_of_a_kinds_words_in_a_sentence(pieces, parts_of):
    parts = parts_of(*paper(pieces, pieces.body("Báo cáo kết quả thực hiện nhiệm vụ như sau:"), title=""))
    assert parts.one("ten_loai") is None

"""Tables on their pages: in the text, turned across, as appendices; the judge of layouts finds nothing against them."""

import re

import pytest

from reportgen.docx.reader import read_pages
from reportgen.errors import ReportgenError
from reportgen.tables.placing import never_looped

MORE = """
  tien_do:
    ten_goi: Tiến độ thực hiện năm {{ nam }}
    in_ten_goi: có
    don_vi_tinh: triệu đồng
    huong: ngang
    cot:
      thu_tu: {tieu_de: STT, kieu_cot: so_thu_tu}
      viec: {tieu_de: Nội dung, kieu_cot: chu}
      kinh_phi: {tieu_de: Kinh phí, so_le: 1}
    dong_tong: {tieu_de: Tổng số, vi_tri: dau}
    ghi_chu: [Số liệu đến cuối kỳ., Chưa gồm nguồn vận động.]
"""
APPENDICES = """
  nhu_cau:
    ten_goi: Nhu cầu kinh phí năm {{ nam }}
    phu_luc: có
    cot:
      viec: {tieu_de: Nội dung, kieu_cot: chu}
      kinh_phi: {tieu_de: Kinh phí, so_le: 1}
  danh_sach:
    ten_goi: Danh sách các xã
    phu_luc: có
    huong: ngang
    cot:
      ten_xa: {tieu_de: Xã, kieu_cot: chu}
      so_ho: {tieu_de: Số hộ}
"""
WORKS = '  {key}:\n    dong:\n      - [Hỗ trợ nhà ở, "120,5"]\n      - [Đào tạo nghề, "80,0"]\n'
COMMUNES = "  danh_sach:\n    dong: [[Cam An, 1.779], [Cam Thành, 2.182]]\n"


def extend(folder, declared="", given="", text=()):
    """More tables in the plan: their declarations, their rows, and (old, new) in the text."""
    for path, more in ((folder / "templates/ke-hoach/loai.yml", declared), (folder / "data/kh.yml", given)):
        path.write_text(path.read_text("utf-8") + more, "utf-8")
    body = folder / "templates/ke-hoach/noi-dung.md"
    words = body.read_text("utf-8")
    for old, new in text:
        assert words.count(old) == 1
        words = words.replace(old, new)
    body.write_text(words, "utf-8")


def layout(findings):
    """The findings about the page alone."""
    return [f for f in findings if f.code not in ("SL31", "SL32")]


def sections(package):
    return [(s.landscape, s.first_page, s.number_start) for s in read_pages(package).sections]


def test_a_table_in_the_text_is_clean(plan, built):
    package, findings = built(plan)
    assert layout(findings) == []
    assert sections(package) == [(False, True, 1)]


def test_a_turned_table_stands_between_upright_pages(plan, built):
    extend(
        plan,
        MORE,
        WORKS.format(key="tien_do"),
        [("[[chi_tieu_xa]]\n", "[[chi_tieu_xa]]\n\nTiến độ như sau:\n\n[[tien_do]]\n")],
    )
    package, findings = built(plan)
    assert layout(findings) == []
    assert sections(package) == [(False, True, 1), (True, False, None), (False, False, None)]
    pages = read_pages(package)
    turned = {p.text for p in pages.paragraphs if p.section == 1 and p.text}
    assert {"Tiến độ thực hiện năm 2019", "Đơn vị tính: triệu đồng", "Tổng số", "200,5"} <= turned
    assert {n.where for n in pages.numbers if n.shown} == {"footer"} and {
        n.section for n in pages.numbers if n.shown
    } == {0, 1, 2}


def test_two_turned_tables_in_a_row_share_their_pages(plan, built):
    again = MORE.replace("tien_do", "tien_do_hai")
    extend(
        plan,
        MORE + again,
        WORKS.format(key="tien_do") + WORKS.format(key="tien_do_hai"),
        [("[[chi_tieu_xa]]\n", "[[tien_do]]\n[[tien_do_hai]]\n\nNhư sau:\n\n[[chi_tieu_xa]]\n")],
    )
    package, findings = built(plan)
    assert layout(findings) == []
    assert [s[0] for s in sections(package)] == [False, True, False]


def test_appendices_follow_the_signature_and_count_their_pages(plan, built):
    text = [
        (
            "[[chi_tieu_xa]]\n",
            "[[chi_tieu_xa]]\n\nKinh phí tại {{ phu_luc.nhu_cau }}; danh sách tại {{ phu_luc.danh_sach }}.\n",
        )
    ]
    extend(plan, APPENDICES, WORKS.format(key="nhu_cau") + COMMUNES, text)
    package, findings = built(plan)
    assert layout(findings) == []
    assert sections(package) == [(False, True, 1), (False, True, 1), (True, True, 1)]
    words = [p.text for p in read_pages(package).paragraphs if p.text]
    assert "Kinh phí tại Phụ lục I; danh sách tại Phụ lục II." in words
    opening = words[words.index("Phụ lục I") :]
    assert opening[:3] == [
        "Phụ lục I", "NHU CẦU KINH PHÍ NĂM 2019",
        "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2019 của Ủy ban nhân dân huyện Cam Lộ)",
    ]  # fmt: skip
    assert words.index("Trần Anh Tuấn") < words.index("Phụ lục I") < words.index("Phụ lục II")


def test_a_single_appendix_has_no_number_and_unknown_numbers_stay_blank(plan, built, change):
    extend(
        plan,
        APPENDICES.partition("  danh_sach")[0],
        WORKS.format(key="nhu_cau"),
        [("[[chi_tieu_xa]]\n", "[[chi_tieu_xa]]\n\nXem Phụ lục.\n\n[[nhu_cau]]\n")],
    )
    change(plan / "data/kh.yml", 'so_van_ban: "12"', "ngay_bo_trong: có")
    package, findings = built(plan)
    assert layout(findings) == []
    words = [p.text for p in read_pages(package).paragraphs if p.text]
    start = words.index("Phụ lục")
    line = words[start + 2]
    assert re.match(
        r"\(Kèm theo Kế hoạch số {5,}/KH-UBND ngày {5,}tháng 3 năm 2019 của Ủy ban nhân dân huyện Cam Lộ\)$",
        line,
    )


def test_turned_table_and_appendix_together(plan, built):
    text = [
        (
            "[[chi_tieu_xa]]\n",
            "[[chi_tieu_xa]]\n\nTiến độ:\n\n[[tien_do]]\n\nXem {{ phu_luc.nhu_cau }}, {{ phu_luc.danh_sach }}.\n",
        )
    ]
    extend(
        plan, MORE + APPENDICES, WORKS.format(key="tien_do") + WORKS.format(key="nhu_cau") + COMMUNES, text
    )
    package, findings = built(plan)
    assert layout(findings) == []
    assert sections(package) == [
        (False, True, 1),
        (True, False, None),
        (False, False, None),
        (False, True, 1),
        (True, True, 1),
    ]


def test_the_same_data_give_the_same_bytes(plan, built):
    extend(
        plan,
        APPENDICES,
        WORKS.format(key="nhu_cau") + COMMUNES,
        [("[[chi_tieu_xa]]\n", "[[chi_tieu_xa]]\n\nXem {{ phu_luc.nhu_cau }}, {{ phu_luc.danh_sach }}.\n")],
    )
    assert built(plan)[0] == built(plan)[0]


def test_the_files_are_valid(plan, built, tmp_path):
    audit = pytest.importorskip("openxml_audit")
    from reportgen.build import build
    from reportgen.project import Project

    text = [
        (
            "[[chi_tieu_xa]]\n",
            "[[chi_tieu_xa]]\n\nTiến độ:\n\n[[tien_do]]\n\nXem {{ phu_luc.nhu_cau }}, {{ phu_luc.danh_sach }}.\n",
        )
    ]
    extend(
        plan, MORE + APPENDICES, WORKS.format(key="tien_do") + WORKS.format(key="nhu_cau") + COMMUNES, text
    )
    path = build(Project(plan), "kh").path
    assert [str(e) for e in audit.OpenXmlValidator().validate(str(path)).errors] == []


@pytest.mark.parametrize(
    ("new", "code", "words"),
    [
        ("[[chi_tieu]]", "BG05", "có phải «chi_tieu_xa»?"),
        ("{% if ho_ngheo > 0 %}\n[[tien_do]]\n{% endif %}\n\n[[chi_tieu_xa]]", "BG05", "ra ngoài các lệnh"),
        ("[[chi_tieu_xa]]", "BG06", "thêm vào lời văn một dòng [[tien_do]]"),
    ],
)
def test_tables_badly_placed(plan, built, new, code, words):
    extend(plan, MORE, WORKS.format(key="tien_do"), [("[[chi_tieu_xa]]", new)])
    try:
        findings = built(plan)[1]
    except ReportgenError as refusal:
        findings = refusal.findings
    assert [(f.code, words in f.hint) for f in layout(findings)][0] == (code, True), findings


def test_a_table_used_row_by_row_need_not_be_placed(plan, built):
    rows = "| Việc | Kinh phí |\n|---|---:|\n{% for dong in tien_do %}\n| {{ dong.viec }} | {{ dong.kinh_phi }} |\n{% endfor %}\n"
    extend(
        plan,
        MORE,
        WORKS.format(key="tien_do"),
        [("[[chi_tieu_xa]]\n", "[[chi_tieu_xa]]\n\nChi tiết:\n\n" + rows)],
    )
    package, findings = built(plan)
    assert layout(findings) == []
    assert {"Hỗ trợ nhà ở", "120,5"} <= {p.text for p in read_pages(package).paragraphs}


def test_an_upright_table_may_stand_in_a_condition(plan, built):
    extend(plan, "", "", [("[[chi_tieu_xa]]\n", "{% if ho_ngheo > 1000 %}\n[[chi_tieu_xa]]\n{% endif %}\n")])
    package, findings = built(plan)
    assert layout(findings) == []
    assert not any(t.bordered for t in read_pages(package).tables)


def test_a_table_too_wide_says_so_at_its_line(plan, built, change):
    columns = "".join(f"      c{n}: {{tieu_de: Chỉ tiêu giao, cach_tong: bo_trong}}\n" for n in range(20))
    wide = f"\n  rong:\n    ten_goi: Bảng rộng\n    cot:\n      ten_xa: {{tieu_de: Xã, kieu_cot: chu}}\n{columns}"
    extend(
        plan,
        wide,
        f"  rong:\n    dong: [[Cam An{', 12.345' * 20}]]\n",
        [("[[chi_tieu_xa]]\n", "[[chi_tieu_xa]]\n\nBảng:\n\n[[rong]]\n")],
    )
    with pytest.raises(ReportgenError) as refusal:
        built(plan)
    finding = next(f for f in refusal.value.findings if f.code == "BG20")
    assert str(finding.place) == "templates/ke-hoach/noi-dung.md:11:1"
    change(plan / "templates/ke-hoach/loai.yml", "ten_goi: Bảng rộng", "ten_goi: Bảng rộng\n    huong: ngang")
    with pytest.raises(ReportgenError):
        built(plan)


def test_a_type_drawn_in_word_prints_tables_by_loops_only(declared):
    tables = {"cac_xa": declared("{ten_goi: Các xã, cot: {so_ho: {tieu_de: Số hộ}}}")}
    assert never_looped(tables, ["cac_xa", "nguoi_ky"]) == []
    (told,) = never_looped(tables, ["nguoi_ky"])
    assert told.code == "BG06" and "{%tr for dong in cac_xa %}" in told.hint

"""Which regulation judges a document, and which documents none of ours judges."""

import pytest

from reportgen.checks.layout import Expected, profile_of
from reportgen.checks.layout.codes import CODES


@pytest.fixture
def chosen(reading):
    """``chosen(paper)`` → (key of the profile, why)."""
    return lambda paper: profile_of(*reading(paper))


def dated(paper, text):
    paper["dia_danh"].text = text
    return paper


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("Hà Tĩnh, ngày 04 tháng 3 năm 2020", "tt01-2011"),
        ("Hà Tĩnh, ngày 05 tháng 3 năm 2020", "nd30-2020"),
        ("Hà Tĩnh, ngày      tháng 02 năm 2020", "tt01-2011"),
        ("Hà Tĩnh, ngày      tháng      năm 2020", "nd30-2020"),
        ("Hà Tĩnh, ngày      tháng      năm 2019", "tt01-2011"),
        ("Hà Tĩnh, ngày … tháng … năm 2026", "nd30-2020"),
        ("Hà Tĩnh, ngày      tháng      năm", "nd30-2020"),
        ("Hà Tĩnh, 17/7/2019", "tt01-2011"),
        ("Hà Tĩnh, ngày 31 tháng 02 năm 2019", "nd30-2020"),
        ("Hà Tĩnh, ngày 05 tháng 3 năm 2009", "tt01-2011"),
    ],
)
def test_the_date_on_the_page_chooses(papers, chosen, line, key):
    assert chosen(dated(papers["report"](), line))[0] == key


@pytest.mark.parametrize(
    ("name", "line", "key"),
    [
        ("party", "Hà Tĩnh, ngày 26 tháng 5 năm 2026", "hd36-2018"),
        ("party", "Hà Tĩnh, ngày 27 tháng 5 năm 2026", "hd05-2026"),
        ("party", "Hà Tĩnh, ngày 03 tháng 2 năm 2015", "hd36-2018"),
        ("front", "Hà Tĩnh, ngày 04 tháng 3 năm 2020", "mttq-2013"),
        ("front", "Hà Tĩnh, ngày 05 tháng 3 năm 2020", "mttq"),
    ],
)
def test_the_letterhead_chooses_too(papers, chosen, name, line, key):
    assert chosen(dated(papers[name](), line))[0] == key


def test_the_reason_is_told(papers, chosen):
    assert chosen(papers["report"]())[1] == "văn bản của cơ quan nhà nước, ngày 21/02/2020: theo Thông tư 01/2011/TT-BNV"
    undated = papers["report"]()
    del undated.parts["dia_danh"]
    assert "không đọc được ngày ký" in chosen(undated)[1] and "Nghị định 30" in chosen(undated)[1]
    assert "trước mọi thể thức" in chosen(dated(papers["report"](), "Hà Tĩnh, ngày 05 tháng 3 năm 2009"))[1]


@pytest.mark.parametrize("number", ["Số: 15/2026/QĐ-UBND", "Số:       /2026/QĐ-UBND", "Luật số: 72/2025/QH15", "Số: 07/2026/NQ-HĐND"])
def test_legal_normative_documents_are_not_ours(papers, number):
    paper = papers["decision"]()
    paper["so_ky_hieu"].text = number
    assert paper.codes() == ["TT46"]


@pytest.mark.parametrize("name", ["NGHỊ ĐỊNH", "THÔNG TƯ"])
def test_nor_are_decrees_and_circulars(papers, name):
    paper = papers["decision"]()
    paper["ten_loai"].text = name
    assert paper.codes() == ["TT46"]


@pytest.mark.parametrize("name", ["HỢP ĐỒNG", "ĐƠN XIN NGHỈ PHÉP", "TỜ KHAI", "PHIẾU TRÌNH", "BẢN CAM KẾT"])
def test_contracts_and_private_papers_are_not_judged(papers, name):
    paper = papers["report"]()
    for part in ("co_quan_chu_quan", "co_quan_ban_hanh", "ke_co_quan", "so_ky_hieu", "noi_nhan_nhan", "noi_nhan", "noi_luu"):
        del paper.parts[part]
    paper["ten_loai"].text = name
    assert paper.codes() == ["TT50"]
    assert "TT50" not in paper.codes(expected=Expected(kind="hợp đồng"))


def test_what_is_issued_with_another_document_has_no_head(papers):
    paper = papers["report"]()
    heads = ("co_quan_chu_quan", "co_quan_ban_hanh", "ke_co_quan", "quoc_hieu", "tieu_ngu", "ke_tieu_ngu", "so_ky_hieu", "dia_danh")
    for part in (*heads, "noi_nhan_nhan", "noi_nhan", "noi_luu", "quyen_han_ky", "chuc_vu", "cho_ky", "nguoi_ky"):
        del paper.parts[part]
    paper["ten_loai"].text = "QUY CHẾ"
    assert paper.codes() == ["TT51"]


def test_every_refusal_is_explained():
    assert {"TT42", "TT43", "TT45", "TT46", "TT50", "TT51"} <= CODES.keys()

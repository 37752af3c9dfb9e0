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


UNDATED = "Hà Tĩnh, ngày      tháng      năm"


@pytest.mark.parametrize(
    ("name", "line", "declared", "key"),
    [
        ("report", UNDATED, "tt01-2011", "tt01-2011"),
        ("report", UNDATED, "nd30-2020", "nd30-2020"),
        ("front", UNDATED, "mttq-2013", "mttq-2013"),
        ("report", "Hà Tĩnh, ngày      tháng      năm 2026", "tt01-2011", "nd30-2020"),
        ("report", UNDATED, "hd05-2026", "nd30-2020"),
        ("report", UNDATED, "mttq", "nd30-2020"),
        ("report", UNDATED, "khong-co", "nd30-2020"),
        ("report", UNDATED, "", "nd30-2020"),
    ],
)
def test_the_property_of_the_file_speaks_only_where_the_page_has_no_date(papers, reading, name, line, declared, key):
    assert profile_of(*reading(dated(papers[name](), line)), declared)[0] == key


def test_the_reason_names_the_property(papers, reading):
    told = profile_of(*reading(dated(papers["report"](), UNDATED)), "tt01-2011")[1]
    assert told == "văn bản của cơ quan nhà nước, không đọc được ngày ký; tệp ghi trong thuộc tính (Category) là Thông tư 01/2011/TT-BNV"


def old_decision(papers, **changes):
    """A decision laid out as Thông tư 01/2011/TT-BNV asked, undated; ``changes``: the title, or what it no longer does."""
    paper = dated(papers["decision"]("tt01-2011"), UNDATED)
    paper["trich_yeu"].text = changes.get("title", "Về việc thành lập Tổ công tác giảm nghèo giai đoạn 2016 - 2020")
    if "last" in changes:
        paper["can_cu"][-1].text = paper["can_cu"][-1].text[:-1] + changes["last"]
    if "number" in changes:
        paper.number_at = changes["number"]
    return paper


def test_two_old_habits_on_an_undated_page_tell_the_former_regulation(papers, chosen):
    key, why = chosen(old_decision(papers))
    assert (key, "số trang ở góc phải lề dưới" in why, "dấu phẩy" in why) == ("tt01-2011", True, True)


@pytest.mark.parametrize(
    "changes",
    [{"title": "Về việc thành lập Tổ công tác năm 2024"}, {"title": "Thực hiện Quyết định số 5/QĐ-BTC ngày 15/7/2020"}, {"last": "."}, {"number": "header"}],
)
def test_one_old_habit_or_anything_younger_leaves_it_to_the_regulation_of_today(papers, chosen, changes):
    assert chosen(old_decision(papers, **changes))[0] == "nd30-2020"


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

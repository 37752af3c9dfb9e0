"""Habits of offices that are no faults, and what a finding tells a program: places and paragraphs."""

import pytest

from reportgen.checks.layout.ops import pattern
from reportgen.profile import load_profile, profile_keys

LONG_LINES = ["- Lưu: VT" + ", A" * 40_000, "a" * 100_000, "1." * 50_000, "Số: " + "-A" * 50_000, " " * 100_000, "(Kèm theo " + "số " * 30_000]


def unspoilt(papers, name, **texts):
    paper = papers[name]()
    for part, text in texts.items():
        paper.lines(part)[0].text = text
    return paper.codes()


@pytest.mark.parametrize("first", [10, 12.3, 12.5, 12.7])
def test_first_lines_word_stores_a_little_otherwise(papers, first):
    paper = papers["report"]()
    for line in paper["noi_dung"]:
        line.first = first
    assert paper.codes() == []


@pytest.mark.parametrize("points", [17, 18, 19, 20])
def test_exact_spacing_is_converted(papers, points):
    paper = papers["report"]()
    for line in paper["noi_dung"]:
        line.line, line.line_rule = points * 20, "exact"
    assert paper.codes() == []


def test_sizes_between(papers):
    paper = papers["report"]()
    paper["trich_yeu"].size = 13.5
    assert paper.codes() == []


def test_faces_of_the_family(papers):
    paper = papers["report"]()
    paper["noi_dung"][0].font, paper["noi_dung"][1].font = "Times New Roman Bold", "Cambria Math"
    assert paper.codes() == []


def test_a_page_number_that_no_page_prints(papers):
    paper = papers["decision"]()
    paper.page_number.size, paper.page_number.font = 11, "Calibri"
    assert paper.codes() == []


def test_old_tone_marks(papers):
    assert unspoilt(papers, "report", quoc_hieu="CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", trich_yeu="Kết quả xoá nghèo, hoà giải của Uỷ ban tháng 2/2020") == []


def test_doctors_and_teachers_may_carry_their_degrees(papers):
    paper = papers["report"]()
    paper.parts["co_quan_ban_hanh"] = paper["co_quan_ban_hanh"][0]
    paper["co_quan_ban_hanh"].text, paper["nguoi_ky"].text = "TRƯỜNG CAO ĐẲNG Y TẾ HÀ TĨNH", "TS. Nguyễn Văn A"
    assert "ho_ten.no_title" not in paper.codes()


def test_text_for_another_document_has_numbers_of_its_own(papers):
    paper = papers["report"]()
    paper["noi_dung"][9].text = "Sửa đổi khoản 4 Điều 2 như sau: “4. Hộ nghèo được hỗ trợ tiền điện."
    paper["noi_dung"][10].text = "7. Hộ cận nghèo được hỗ trợ bảo hiểm y tế.”"
    assert paper.codes() == []


def test_a_list_inside_a_point_starts_anew(papers):
    paper = papers["report"]()
    for at, text in enumerate(("1. Rà soát hộ nghèo;", "2. Lập danh sách;", "3. Công khai kết quả."), 9):
        paper["noi_dung"][at].text = text
    paper["noi_dung"][12].text, paper["noi_dung"][12].bold = "3. Tổ chức thực hiện", True
    assert paper.codes() == []


def test_several_wrong_margins_of_one_side_are_one_finding(papers, line):
    paper = papers["report"]()
    paper.margins["bottom"] = 15
    first = paper.section()
    paper["noi_dung"][5].section = first
    paper.margins["bottom"] = 17.5
    (finding,) = [f for f in paper.findings() if f.code == "page.margin.bottom"]
    assert finding.found == "lề dưới 15 và 17,5 mm"


def test_a_finding_names_its_paragraphs(papers, reading):
    paper = papers["report"]()
    for line in paper["noi_dung"][9:12]:
        line.align = "left"
    (finding,) = paper.findings()
    pages, _ = reading(paper)
    assert [place.paragraph for place in finding.all_places] == [finding.place.paragraph + n for n in range(3)]
    assert pages.paragraphs[finding.place.paragraph].text == paper["noi_dung"][9].text


def test_one_place_is_all_places(papers):
    (finding,) = (paper := papers["report"]()) and papers_with_size(paper).findings()
    assert finding.places == () and finding.all_places == (finding.place,)
    assert finding.place.paragraph >= 0


def papers_with_size(paper):
    paper["so_ky_hieu"].size = 14
    return paper


def test_many_faults_against_one_demand_are_told_once(papers):
    paper = papers["report"]()
    for at in range(9, 15):
        paper["noi_dung"][at].text = f"{at}) Một việc."
    found = [f for f in paper.findings() if f.code == "khoan.label"]
    assert len(found) == 1 and len(found[0].all_places) == 6


@pytest.mark.parametrize("key", profile_keys())
def test_no_pattern_takes_for_ever(key):
    """Catastrophic backtracking would not end here in a lifetime."""
    for rule in load_profile(key).rules:
        if rule.op == "regex":
            for text in LONG_LINES:
                pattern(f"{rule.value}").search(text)

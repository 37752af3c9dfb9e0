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


@pytest.mark.parametrize("text", ["NGHỊ QUYẾT", "NGHỊ QUYẾT\nCỦA HỘI ĐỒNG NHÂN DÂN TỈNH"])
def test_a_resolution_goes_to_whom_the_council_reports(papers, text):
    paper = papers["decision"]()
    paper["ten_loai"].text, paper["noi_nhan"][0].text = text, "- Ủy ban Thường vụ Quốc hội;"
    assert "noi_nhan.nhu_dieu" not in paper.codes()


@pytest.mark.parametrize("remark", ["(Gửi kèm dự thảo Quyết định)", "(Có biểu chi tiết kèm theo)./."])
def test_a_remark_in_brackets_below_the_last_sentence(papers, line, remark):
    paper = papers["report"]()
    paper["noi_dung"].append(line(remark, align="both", first=12.7, before=6))
    assert paper.codes() == []


@pytest.mark.parametrize("text", ["1. Sở Tài chính", "1. Giao Công an tỉnh", "1. Ủy ban nhân dân các xã, phường", "1. Đối với nguồn vốn địa phương"])
def test_whom_a_task_is_for_is_no_title(papers, text):
    paper = papers["report"]()
    paper["noi_dung"][1].text, paper["noi_dung"][1].bold = text, False
    assert paper.codes() == []


@pytest.mark.parametrize("text", ["1. Yêu cầu", "1. Các nhiệm vụ trọng tâm", "1. Phòng chống thiên tai", "1. Số lượng"])
def test_a_title_that_looks_like_one_to_do_it(papers, text):
    paper = papers["report"]()
    paper["noi_dung"][1].text, paper["noi_dung"][1].bold = text, False
    assert paper.codes() == ["khoan.style_titled"]


def test_a_rule_drawn_by_hand_is_no_measuring_rod(papers):
    paper = papers["report"]()
    paper["tieu_ngu"].bold = False
    assert paper.codes() == ["tieu_ngu.bold"]


def test_what_stands_below_a_missing_space_is_said(papers):
    paper = papers["report"]()
    paper["quyen_han_ky"].text = "KT.GIÁM ĐỐC"
    assert [f.message for f in paper.findings()] == [
        "Quyền hạn của người ký: thiếu dấu cách sau «KT.»; phải viết «KT. GIÁM ĐỐC»."
    ]


def test_recipients_of_the_party_before_its_new_guide_end_with_commas(papers):
    paper = papers["party"]("hd36-2018")
    for item in paper.lines("noi_nhan"):
        item.text = item.text.rstrip(";") + ","
    assert "hd05.noi_nhan.item_end" not in paper.codes()


def test_what_is_allowed_reads_as_a_demand(papers):
    paper = papers["report"]()
    paper["quoc_hieu"].size, paper["tieu_ngu"].size, paper["dia_danh"].size = 13, 13, 14
    told = [f.message for f in paper.findings() if f.code == "page.size_consistency"]
    assert len(told) == 1 and "; phải là " in told[0]


def test_a_place_in_initials(papers):
    paper = papers["report"]()
    paper["dia_danh"].text = "HN, ngày 21 tháng 02 năm 2020"
    assert paper.codes() == ["dia_danh.full_name_units"]


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

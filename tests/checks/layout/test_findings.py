"""How findings read, what is said once, and documents that are not judged at all."""

import pytest

from reportgen.checks.layout import Expected
from reportgen.checks.layout.codes import CODES
from reportgen.diagnostics import Severity
from reportgen.errors import DataError


def test_a_finding_says_what_where_and_by_which_article(papers):
    paper = papers["report"]()
    paper["so_ky_hieu"].size = 14
    (finding,) = paper.findings()
    assert finding.message == "Số, ký hiệu: cỡ chữ 14; phải là 13."
    assert (finding.found, finding.expected) == ("cỡ chữ 14", "phải là 13")
    assert str(finding.place) == "thử.docx: Số, ký hiệu"
    assert finding.place.quote == "Số: /BC-SLĐTBXH"
    assert finding.severity is Severity.WARNING
    assert finding.authority.startswith("NĐ30 PL I")
    assert finding.hint


def test_ranges_and_measures_are_worded(papers):
    paper = papers["report"]()
    paper.margins["top"] = 12.7
    paper["noi_dung"][0].first = 20
    assert [f.message for f in paper.findings()] == [
        "Trang giấy: lề trên 12,7 mm; cho phép 20–25 mm.",
        "Nội dung: lùi đầu dòng 2 cm; phải là 1 hoặc 1,27 cm.",
    ]


def test_the_same_fault_in_many_places_is_said_once(papers):
    paper = papers["report"]()
    for line in paper["noi_dung"][9:21]:
        line.align = "left"
    (finding,) = paper.findings()
    assert finding.message == "Nội dung: căn trái; phải căn đều hai bên (và 11 chỗ nữa)."
    assert finding.place.part == "Nội dung, đoạn 10"


def test_the_gravest_come_first(papers):
    paper = papers["report"]()
    paper["so_ky_hieu"].size, paper["ten_loai"].size = 14, 16
    assert [f.severity for f in paper.findings()] == [Severity.ERROR, Severity.WARNING]


@pytest.mark.parametrize("name", ["report", "letter", "decision"])
def test_blanks_for_the_registry_are_no_fault(papers, name):
    paper = papers[name]()
    paper["so_ky_hieu"].text = paper["so_ky_hieu"].text.replace("07", "          ")
    for text in (
        "Hà Tĩnh, ngày      tháng      năm 2020",
        "Hà Tĩnh, ngày … tháng … năm 2020",
        "Hà Tĩnh, ngày      tháng 02 năm 2020",
    ):
        paper["dia_danh"].text = text
        assert paper.codes() == []


def test_the_drafter_may_follow_the_filing_line(papers):
    paper = papers["report"]()
    for text in (
        "- Lưu: VT, BTXH. NVK", "- Lưu: VT, BTXH (03b).", "- Lưu: VT, HC (2).", "- Lưu: VT, BTXH", "- Lưu: VT.",
        "- Lưu: VT, P.KGVX.", "- Lưu: VT,TH(NVK)", "- Lưu: VT, P.KT, TH. Anh",
    ):  # fmt: skip
        paper["noi_luu"].text = text
        assert paper.codes() == []


def test_a_filing_line_of_many_commas_takes_no_time(papers):
    paper = papers["report"]()
    paper["noi_luu"].text = "- Lưu: VT" + ", A" * 30_000 + ";"
    assert paper.codes() == ["noi_nhan.luu_form"]


def test_a_copy_from_a_law_site_gets_one_finding(papers, line):
    paper = papers["report"]()
    paper.margins, paper["ke_co_quan"].top_border, paper["ke_co_quan"].text = {}, "", "-------"
    assert paper.codes() == ["TT42"]


def test_a_copy_from_a_law_site_saved_again_by_a_word_processor(papers):
    """It has margins now; the typed hyphens and the site's face are still there."""
    paper = papers["report"]()
    paper["ke_co_quan"].top_border, paper["ke_co_quan"].text = "", "-------"
    assert "TT42" not in paper.codes()
    for part in paper.parts:
        for each in paper.lines(part):
            each.font = "Arial"
    assert paper.codes() == ["TT42"]


def test_a_party_document_gets_one_finding(papers):
    paper = papers["report"]()
    paper["quoc_hieu"].text = "ĐẢNG CỘNG SẢN VIỆT NAM"
    del paper.parts["tieu_ngu"]
    assert paper.codes() == ["TT43"]


def test_a_price_list_gets_one_finding(papers, line):
    paper = papers["report"]()
    paper.whole = [line("Bảng giá"), line("Gạo: 20.000 đồng")]
    assert paper.codes() == ["TT45"]
    assert {"TT42", "TT43", "TT45"} <= CODES.keys()


def test_a_package_without_a_document_is_refused(papers):
    from reportgen.checks.layout import judge
    from reportgen.profile import load_profile

    with pytest.raises(DataError) as refusal:
        judge({"[Content_Types].xml": b"<Types/>"}, load_profile("nd30-2020"), shown="x.docx")
    assert [f.code for f in refusal.value.findings] == ["TT40"]


def test_what_was_put_in_must_stand_on_the_page(papers):
    paper = papers["report"]()
    texts = {
        "ten_loai": "Báo cáo",
        "so_ky_hieu": "Số: /BC-SLĐTBXH",
        "nguoi_ky": "Trần Thị B",
        "trich_yeu_cv": "V/v họp",
    }
    found = paper.findings(expected=Expected(texts=texts))
    assert [(f.code, f.found) for f in found] == [
        ("TT44", "«Nguyễn Văn A»"),
        ("TT44", "không thấy trích yếu công văn"),
    ]


def test_the_subject_of_a_letter_counts_as_its_subject(papers):
    texts = {"trich_yeu": "báo cáo kết quả giảm nghèo tháng 2/2020"}
    assert papers["letter"]().findings(expected=Expected(texts=texts)) == []


def test_the_signature_must_stay_with_the_last_lines(papers):
    paper = papers["report"]()
    assert paper.findings(expected=Expected(kept_together=True)) == []
    paper["noi_dung"][-1].keep_next = False
    assert paper.codes(expected=Expected(kept_together=True)) == ["TT41"]


def test_a_long_document_without_page_numbers(papers):
    paper = papers["report"]()
    package = paper.package()
    package["word/header1.xml"] = package["word/header1.xml"].replace(b"PAGE", b"DATE")
    from reportgen.checks.layout import judge
    from reportgen.profile import load_profile

    found = judge(package, load_profile("nd30-2020"), shown="x.docx")
    assert [(f.code, f.found) for f in found] == [("page_number.position", "không thấy số trang")]


def test_a_short_one_needs_none(papers):
    paper = papers["decision"]()
    package = paper.package()
    package["word/header1.xml"] = package["word/header1.xml"].replace(b"PAGE", b"DATE")
    from reportgen.checks.layout import judge
    from reportgen.profile import load_profile

    assert judge(package, load_profile("nd30-2020"), shown="x.docx") == []

"""How findings are headed, ordered and worded for people."""

import pytest

from reportgen.checking import Checked
from reportgen.checking.grouping import groups, part_of, split, told, values, where
from reportgen.cli.check_text import Look, count_line, document_lines
from reportgen.diagnostics import Place, Severity, error, warning
from reportgen.noun import replace


@pytest.mark.parametrize(
    ("part", "name", "rest"),
    [
        ("Quốc hiệu", "Quốc hiệu", ""),
        ("Số, ký hiệu", "Số, ký hiệu", ""),
        ("Địa danh, thời gian", "Địa danh, thời gian", ""),
        ("Khoản, đoạn 3", "Khoản", "đoạn 3"),
        ("Phần, chương, đoạn 3", "Phần, chương", "đoạn 3"),
        ("Đầu trang, chân trang", "Đầu trang, chân trang", ""),
        ("Thuộc tính tệp", "Thuộc tính tệp", ""),
        ("", "", ""),
    ],
)
def test_the_name_of_a_place_and_the_rest(part, name, rest):
    assert split(part) == (name, rest)


def at(part: str, paragraph: int = -1, quote: str = "") -> Place:
    return Place("a.docx", part=part, paragraph=paragraph, quote=quote)


def test_from_the_top_of_the_page_down_the_gravest_first():
    found = [
        error("a.a", "Văn bản: a.", Place("a.docx")),
        warning("b.b", "Khoản: b.", at("Khoản, đoạn 3", 30)),
        error("c.c", "Gạch đầu dòng: c.", at("Gạch đầu dòng, đoạn 9", 36)),
        error("VB01", "Tổng không khớp.", at("đoạn 12", 12)),
        error("d.d", "Số, ký hiệu: d.", at("Số, ký hiệu", 4)),
        error("e.e", "Phụ lục: e.", at("Phụ lục", 80)),
        error("f.f", "Trang giấy: f.", at("Trang giấy")),
        error("g.g", "Lạ: g.", at("Chỗ lạ")),
    ]
    ordered = groups(found)
    assert [g.name for g in ordered] == [
        "Trang giấy", "Số, ký hiệu", "Nội dung", "Số liệu trong văn bản", "Phụ lục", "Chỗ lạ", "Văn bản"
    ]  # fmt: skip
    assert [f.code for f in ordered[2].findings] == ["c.c", "b.b"]


MANY = replace(
    error("x.size", "Nội dung: cỡ chữ 12; cho phép 13–14 (và 2 chỗ nữa).", at("Nội dung, đoạn 10", 40), found="cỡ chữ 12", expected="cho phép 13–14"),
    places=(at("Nội dung, đoạn 10", 40), at("Gạch đầu dòng, đoạn 4", 34), at("Khoản, đoạn 6", 36), at("Khoản, đoạn 8", 38)),
)


def test_one_fault_in_many_places_is_said_once_with_its_count():
    assert told(MANY, "Nội dung") == "cỡ chữ 12; cho phép 13–14 (4 chỗ)"
    assert where(MANY, "Nội dung") == "đoạn 4; đoạn 6; đoạn 8 …"


def test_a_sentence_is_told_as_it_is_with_its_values_beside():
    finding = error("VB01", "Tổng ở dòng cuối sai.", at("đoạn 12", 12), found="120", expected="125")
    assert (part_of(finding), told(finding, part_of(finding))) == ("Số liệu trong văn bản", "Tổng ở dòng cuối sai")
    assert values(finding, part_of(finding)) == "đang ghi 120; phải là 125"
    assert where(finding, part_of(finding)) == "đoạn 12"


def test_a_hundred_figures_are_not_a_hundred_lines():
    wrong = tuple(warning("VB13", f"Số {n} lạ.", at(f"đoạn {n}", n)) for n in range(100))
    short = list(document_lines(Checked("a.docx", wrong), Look()))
    assert len(short) < 20
    assert any("và 95 điểm nữa cùng mã VB13" in line for line in short)
    assert len(list(document_lines(Checked("a.docx", wrong), Look(verbose=True)))) > 100


@pytest.mark.parametrize(
    ("hidden", "said"),
    [
        ({}, "không có gì phải sửa"),
        ({"INFO": 2}, "không có gì phải sửa (chưa hiện 2 lưu ý: thêm --muc tat-ca)"),
        ({"WARNING": 1}, "không có gì phải sửa (chưa hiện 1 cảnh báo: thêm --muc thong-le)"),
        ({"WARNING": 1, "INFO": 3}, "không có gì phải sửa (chưa hiện 1 cảnh báo, 3 lưu ý: thêm --muc tat-ca)"),
    ],
)
def test_what_is_not_shown_is_counted(hidden, said):
    assert count_line(Checked("a.docx", (), hidden=hidden)) == said


def test_counts_by_severity():
    found = (MANY, warning("a.b", "x"), replace(warning("a.c", "y"), accepted="quen"), replace(MANY, severity=Severity.INFO, code="z"))
    assert count_line(Checked("a.docx", found)) == "1 lỗi, 1 cảnh báo, 1 lưu ý, 1 điểm đã chấp nhận"

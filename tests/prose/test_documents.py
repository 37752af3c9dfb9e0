"""Whole documents: lists over paragraphs, what is said once for many, hostile texts, text beside tables."""

from __future__ import annotations

import pytest

from reportgen.checks.prose.number_words import read_amount_words
from reportgen.checks.prose.passages import LONGEST_PARAGRAPH, passage_of_text
from reportgen.checks.prose.typed import readings

LISTS = [
    ("Vận động được 5,6 tỷ đồng, bao gồm:\n- Cấp tỉnh: 2,1 tỷ đồng;\n- Cấp huyện: 3,5 tỷ đồng.", []),
    ("Vận động được 56 tỷ đồng, bao gồm:\n- Cấp tỉnh: 21 tỷ đồng;\n- Cấp huyện: 53 tỷ đồng.", ["VB01"]),
    ("Toàn huyện giảm 84 hộ, cụ thể:\n- Xã A: 14 hộ.\n- Xã B: 30 hộ.\n- Xã C: 40 hộ.", []),
    ("Toàn huyện giảm 82 hộ, cụ thể:\n- Xã A: 14 hộ.\n- Xã B: 30 hộ.\n- Xã C: 40 hộ.", ["VB04"]),
    ("Toàn huyện giảm 82 hộ, trong đó:\n- Xã A: 14 hộ.\n- Xã B: 30 hộ.", []),
    ("Toàn huyện giảm 82 hộ, trong đó:\n- Xã A: 104 hộ.\n- Xã B: 30 hộ.", ["VB06"]),
    ("Giải ngân 35,22 tỷ đồng, trong đó:\n+ Vốn đầu tư: 33,133 tỷ đồng;\n+ Vốn sự nghiệp: 2.087 tỷ đồng.", ["VB08"]),
    ("Tổng số 120 hộ, trong đó:\n- Xã Cam An: 50 hộ;\n- Xã Cam Hiếu: 60 hộ.", ["VB04"]),
    ("Tổng số 110 hộ, trong đó:\n- Xã Cam An: 50 hộ;\n- Xã Cam Hiếu: 60 hộ.", []),
    ("Tổng số 100 hộ, trong đó:\n- Xã Cam An: 50 hộ;\n- Xã Cam Hiếu: 60 hộ.", ["VB06"]),
    ("Tổng số 1.200 hộ, trong đó:\n- Xã Cam An: 50 hộ;\n- Xã Cam Hiếu: 60 hộ.", []),
    ("Tổng số 120 hộ tại 9 xã, trong đó:\n- Xã Cam An: 50 hộ;\n- Xã Cam Hiếu: 60 hộ.", []),
    ("Tổng số 120 hộ, trong đó nhiều nhất là:\n- Xã Cam An: 50 hộ;\n- Xã Cam Hiếu: 60 hộ.", []),
    ("Tổng số 120 hộ, chia theo xã như sau:\n- Xã Cam An: 50 hộ;\n- Xã Cam Hiếu: 60 hộ.", ["VB01"]),
    ("Tổng số hộ là 120 hộ, cụ thể:\nXã Cam An: 50 hộ\nXã Cam Hiếu: 60 hộ\nXã Cam Thủy: 20 hộ", ["VB04"]),
    ("Tổng số hộ là 130 hộ, cụ thể:\nXã Cam An: 50 hộ\nXã Cam Hiếu: 60 hộ\nXã Cam Thủy: 20 hộ", []),
    ("Bố trí 12 tỷ đồng, gồm:\n- Đường: 8 tỷ đồng (đã giải ngân 6 tỷ đồng);\n- Cầu: 4 tỷ đồng.", []),
]


@pytest.mark.parametrize(("text", "codes"), LISTS)
def test_parts_listed_below_a_whole(findings, text, codes):
    assert [f.code for f in findings(text)] == codes


ROWS = "TT | Đơn vị | Số hộ nghèo\n1 | Xã A | 50\n2 | Xã B | 60\n3 | Xã C | 20"
ANNOUNCED = [
    (f"Toàn huyện có tổng số 120 hộ nghèo, cụ thể như sau:\n{ROWS}", ["VB14"]),
    (f"Toàn huyện có tổng số 120 hộ nghèo, cụ thể như sau:\n{ROWS}\nTổng cộng | | 130", ["VB14"]),
    (f"Toàn huyện có tổng số 130 hộ nghèo, cụ thể như sau:\n{ROWS}", []),
    (f"Toàn huyện có tổng số 120 hộ, cụ thể như sau:\n{ROWS}", []),
    (f"Toàn huyện có tổng số 1.200 hộ nghèo, cụ thể như sau:\n{ROWS}", []),
    (f"Toàn huyện có tổng số 120 hộ nghèo.\n{ROWS}", []),
    (f"Toàn huyện giảm tổng số 120 hộ nghèo, cụ thể như sau:\n{ROWS}", []),
]


@pytest.mark.parametrize(("text", "codes"), ANNOUNCED)
def test_a_total_announced_above_its_table(findings, text, codes):
    assert [f.code for f in findings(text)] == codes


def test_a_habit_of_the_whole_document_is_told_once(findings):
    found = findings("\n".join(f"Xã thứ {name} có 1234{n} hộ." for n, name in enumerate("ABCDE")))
    assert [f.code for f in found] == ["VB09"]
    assert "5 chỗ" in found[0].message and len(found[0].all_places) == 5


def test_a_table_that_cuts_throughout_is_told_once(findings):
    rows = "\n".join(f"{n} | Xã {n} | {600 + n} | {100 + 7 * n} | {(100 + 7 * n) * 1000 // (600 + n) / 10:.1f}".replace(".", ",") for n in range(1, 21))
    found = findings(f"TT | Xã | Số hộ | Số hộ nghèo | Tỷ lệ (%)\n{rows}")
    assert [f.code for f in found] == ["VB02"]
    assert len(found[0].all_places) >= 6 and "Ô đầu" in found[0].message


def test_another_year_in_a_section_title(findings):
    head = "\n".join(["BÁO CÁO", "Kết quả công tác tháng 2/2020", "Đơn vị báo cáo như sau."])
    assert findings(head + "\n1. So với tháng 02/2019 số hộ giảm.") == []


HOSTILE = [
    "12 hộ, " + "trong đó " * 3000,
    "12 hộ " + "(trong đó: " * 3000,
    "9" * 5000 + " hộ, chiếm " + "9" * 5000 + "%",
    "Có 12/15 xã, đạt 80%. " * 2000,
    "1/0 hộ, chiếm 0%; 0/0 hộ, đạt 5%; tăng 5% so với cùng kỳ (0 hộ); 0 hộ, mức 0 triệu đồng/hộ, số tiền 0 triệu đồng",
    "giảm từ 0% (0 hộ) xuống 0% (5 hộ); 0,00% (12 hộ) xuống còn 0% (0 hộ)",
    "٣٤ hộ, ²³ hộ, １２ hộ, İ 12 hộ/15 hộ, đạt 80%, ))) (((",
    "TT | Nội dung | Số hộ\n" + "\n".join(f"Tổng cộng | x | {n}" for n in range(1500)),
    "A | B=B | 1=1+1 | 2=0/0 | 3=((((\n" + "1 | x | 5 | 6 | 7\n" * 5,
    "12 hộ " + "a" * 20_000 + " so với cùng kỳ (10 hộ), tăng 2 " + "ă" * 20_000 + " so với cùng kỳ",
    "0 hộ, tăng 0 hộ (0%) so với cùng kỳ (0 hộ); 5 ha, năng suất 0 tạ/ha, sản lượng 0 tấn; từ 0 đến 0%; từ 5 - 0%",
    "Năm 2022 có 0 hộ, năm 2023 có 5 hộ, tăng 5 hộ (100%); kế hoạch 0 hộ, thực hiện 5 hộ, đạt 100%",
    "Tổng 60 hộ. Trong đó: " + "Xã A: 5 hộ. " * 12 + "thấp nhất, cao nhất, bình quân",
    "từ 10 - " * 3000 + "đúng hạn, quá hạn (",
    "A>>900000000 | B\n1 | 2\n3 | 4\n5 | 6",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_survived_in_silence(findings, text):
    assert findings(text) == []


WORDS = [
    ("Một tỷ năm trăm sáu mươi triệu đồng chẵn", 1_560_000_000),
    ("hai tỷ, ba trăm bốn mươi lăm triệu, sáu trăm bảy mươi tám nghìn đồng", 2_345_678_000),
    ("một trăm linh năm triệu đồng", 105_000_000),
    ("một trăm lẻ năm ngàn", 105_000),
    ("hai mươi mốt nghìn không trăm linh tư đồng", 21_004),
    ("mười lăm triệu", 15_000_000),
    ("một nghìn hai trăm tỷ đồng", 1_200_000_000_000),
    ("một trăm hai", None),
    ("hai mươi ngày", None),
    ("một tỷ rưỡi", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "number"), WORDS)
def test_amounts_in_words(text, number):
    assert read_amount_words(text) == number


JOINED = [
    ("Chi 119 tỷ 214 triệu đồng", [119_214_000_000]),
    ("Chi 5 triệu 300 nghìn đồng", [5_300_000]),
    ("Chi 3 tỷ 20,5 triệu đồng", [3_000_000_000, 20_500_000]),
    ("Chi 3 tỷ 1.250 triệu đồng", [3_000_000_000, 1_250_000_000]),
    ("Chi 3 tỷ, 250 triệu đồng", [3_000_000_000, 250_000_000]),
]


@pytest.mark.parametrize(("text", "sums"), JOINED)
def test_an_amount_said_in_two_units_is_one(text, sums):
    assert [a.base for a in passage_of_text(text).amounts] == sums


READINGS = {
    "1.234": ["1234", "1.234"],
    "0.123": ["0.123"],
    "1.234.567": ["1234567"],
    "27.420,0": ["27420.0"],
    "1,250": ["1.250", "1250"],
    "4.16": ["4.16"],
    "1,234,567.8": ["1234567.8"],
    "1.23.456": [],
    "026": ["26"],
}


@pytest.mark.parametrize(("typed", "values"), READINGS.items())
def test_every_reading_of_typed_digits(typed, values):
    assert [str(r.value) for r in readings(typed)] == values


def test_a_text_of_a_thousand_pages_is_told_and_left(findings, monkeypatch):
    monkeypatch.setattr("reportgen.checks.prose.LONGEST", 40)
    assert [finding.code for finding in findings("Có 6801đối tượng, mỗi đối tượng nhận 500.000 đồng.")] == ["VB15"]


def test_a_paragraph_of_thirty_pages_is_told_and_left(findings):
    found = findings("Có 6801đối tượng.\n" + "Có 12/15 xã, đạt 90%. " * (LONGEST_PARAGRAPH // 20))
    assert [(finding.code, finding.place.paragraph) for finding in found] == [("VB10", 0), ("VB15", 1)]

"""Figures must be called by name: what may be typed with digits in it, and what may not."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.body_text import parse
from reportgen.checks import literal_numbers
from reportgen.checks.template import check_typed_digits, check_typed_digits_in_word, typed_numbers

MAY = """Nghị quyết số 151/NQ-HĐND ngày 17/7/2019
Văn bản số 337/UBND-VX1 ngày 16/01/2020; Văn bản số 79/SLĐTBXH-BTXH-TE-BĐG ngày 14/01/2020
Nghị định 30/2020/NĐ-CP; Nghị quyết 80/2011/NQ-CP; Quyết định 33/QĐ-TTg; Luật số 72/2025/QH15
Chỉ thị số 05-CT/TW, ngày 23/6/2021
Nghị quyết 30a của Chính phủ; thực hiện Nghị định 30.
Hà Tĩnh, ngày 21 tháng 02 năm 2020
ngày 3/2; ngày 30 tháng 4
năm 2019, cuối năm 2018, các năm 2018, 2019 và 2020
giai đoạn 2016 - 2020; giai đoạn 2021-2025; nhiệm kỳ 2020–2025; năm học 2019-2020
từ 2016 đến 2020, đến 2030.
tháng 2/2020; tháng 10 năm 2020; tháng 02; từ tháng 01 - 12/2024
các tháng 1, 2 và 3 năm 2020; từ tháng 10/2024 đến hết tháng 12/2024
quý I/2020; quý I năm 2020; quý 1/2020; quý II, quý III năm 2020
6 tháng đầu năm 2020; 6 tháng cuối năm; 9 tháng năm 2020
Điều 5, khoản 2; điểm a khoản 2 Điều 103; Điều 3, 4 và 5; Phụ lục 3; Mục 1.2
giai đoạn 2; đợt 1; thứ 2; lần thứ 3; lần 2; khóa 13; Quốc lộ 1A; vòng 3
COVID-19; m2; UBND-VX1; QL1
dịp Tết Nguyên đán 2020; Hiến pháp 2013; thời kỳ 2021 - 2030
không có số nào"""

MUST_NOT = [
    ("hỗ trợ 276 hộ", "276"),
    ("13 đơn vị", "13"),
    ("chiếm 100%", "100%"),
    ("tỷ lệ 6,92%", "6,92%"),
    ("giảm 26.140 hộ", "26.140"),
    ("gần 976 triệu đồng", "976"),
    ("6801đối tượng", "6801"),
    ("1.693.586 triệu đồng", "1.693.586"),
    ("xây mới 458 nhà giai đoạn 2", "458"),
    ("02 Nghị quyết", "02"),
    ("năm 2019 có 2020 hộ", "2020"),
    ("đến 2025 cây", "2025"),
    ("đạt 2020", "2020"),
    ("trong tháng 5 hộ thoát nghèo", "5"),
    ("tháng 15", "15"),
    ("dự án 60 triệu đồng", "60"),
    ("dự án 5 tỷ đồng", "5"),
    ("khoản 5 triệu đồng", "5"),
    ("Quyết định 12 chỉ tiêu", "12"),
    ("lần 2,5", "2,5"),
    ("Điều 5,5%", "5,5%"),
    ("1/3 số hộ", "1/3"),
    ("giảm 3% so với năm 2019", "3%"),
    ("mục tiêu 2030", "2030"),
    ("kéo dài 6 tháng", "6"),
    ("lúc 7 giờ", "7"),
    ("cấp 1.500 thẻ", "1.500"),
    ("cấp 5 thẻ", "5"),
    ("giai đoạn 2%", "2%"),
    ("năm 2020%", "2020%"),
    ("số 15", "15"),
]


@pytest.mark.parametrize("line", MAY.split("\n"))
def test_may_be_typed(line):
    assert list(typed_numbers(line)) == []


@pytest.mark.parametrize(("line", "digits"), MUST_NOT)
def test_must_be_named(line, digits):
    assert [found for _, found in typed_numbers(line)] == [digits]


def check(text, allowed=()):
    return [(f.code, str(f.place)) for f in check_typed_digits(parse(text, "n.md"), allowed)]


def test_a_typed_figure_is_found_at_its_column_with_its_words():
    (finding,) = check_typed_digits(parse("Câu một.\n\n- Hỗ trợ nhà ở: xây mới\n  **276** hộ nghèo trong tỉnh.", "n.md"))
    assert str(finding.place) == "n.md:4:5"
    assert "xây mới 276 hộ nghèo" in finding.found
    assert "«276»" in finding.message
    assert finding.blocks


def test_phrases_are_read_across_line_breaks_and_emphasis():
    assert check("ngày\n17/7/2019 và **tháng**\n*2*/2020, giai đoạn\n2016 - 2020") == []


def test_tags_are_not_digits_and_stand_for_years():
    assert check("Giai đoạn {{ nam_dau }} - 2020, tháng {{ thang }}/2020: {{ ho|doi_don_vi('tỷ đồng', 2) }}") == []


def test_names_the_type_allows(parse=parse):
    text = "Chương trình 135 và chương trình 30a; xây 135 nhà"
    assert check(text, ["Chương trình 135", "chương trình 30a"]) == [("MAU60", "n.md:1:43")]


@pytest.mark.parametrize("text", ["1. Kết quả", "1.1. Kết quả", "a) Kết quả", "II. Kết quả", "# 1. Kết quả", "#. a) Kết quả"])
def test_numbers_of_sections_typed_by_hand_are_a_warning(text):
    (finding,) = check_typed_digits(parse(text, "n.md"))
    assert (finding.code, finding.blocks) == ("MAU61", False)


TABLE = "| TT | Xã | Số hộ năm 2019 |\n|---|---|---|\n| (1) | (2) | (3)=(1)+(2) |\n| A | B | 1 |\n| 1 | Cam An | {} |\n"


def test_tables_number_their_rows_and_columns_but_name_their_figures():
    assert check(TABLE.format("{{ ho }}")) == []
    assert check(TABLE.format("140")) == [("MAU60", "n.md:5:16")]


def test_a_type_drawn_in_word_is_read_the_same_way(drawing):
    data = drawing.draw(["1. Kết quả tháng 2/2020", "Hỗ trợ {{ a }} và 276 hộ.", "Chương trình 135"])
    found = check_typed_digits_in_word(data, "mau.docx", ["Chương trình 135"])
    assert [(f.code, str(f.place), f.found) for f in found] == [("MAU60", "mau.docx: đoạn 2", "Hỗ trợ {{…}} và 276 hộ.")]


AS_ONE = re.compile("|".join(f"(?:{form.pattern.pattern})" for form in literal_numbers.FORMS))
TOKENS = sorted({
    literal_numbers.TAG_LETTER, *literal_numbers._DOCUMENT_ENDS, *literal_numbers._PART_ENDS, *literal_numbers._ORDINAL_ENDS, *literal_numbers._TIME_ENDS,
    *"Nghị quyết,Thông tư,liên tịch,số,số:,Điều,KHOẢN,Giai đoạn,Tết,ngày,tháng,quý,IV,đầu,năm,từ,đến,và,của,hộ,tỷ,đồng".split(","),
    *"1 2 12 15 02 2019 2025 1999 1.5 2,5 7% 1/2 17/7/2019 151/NQ-HĐND 05-CT/TW m2 COVID-19 1A 2b / - – , . ; ( ) %".split(),
})  # fmt: skip


@settings(max_examples=400)
@given(st.lists(st.tuples(st.sampled_from(TOKENS), st.sampled_from([" ", "", "  ", ", "])), max_size=12))
def test_the_forms_one_by_one_find_what_one_pattern_of_them_all_finds(pieces):
    text = "".join(word + gap for word, gap in pieces)
    marked = literal_numbers._BEFORE_UNIT.sub(lambda found: "\ue000" * len(found[0]), text)
    whole = [found.span() for found in AS_ONE.finditer(marked) if re.search(r"\d", found.group())]
    assert [(start, end) for start, end in literal_numbers.literal_spans(text) if re.search(r"\d", text[start:end])] == whole

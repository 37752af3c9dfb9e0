"""Tables under their headers, and figures kept one a row."""

import datetime

import pytest

from reportgen.figures.model import UNREAD
from reportgen.sources import read_figures_table, read_table

LETTERHEAD = [["UBND TỈNH"], ["BIỂU TỔNG HỢP HỘ NGHÈO"], []]
HEADER = ["STT", "Tên  xã", "Số hộ\nnghèo", "Tỷ lệ"]
ROWS = [[1, "Na Ư", 609, 0.0416], [2, "Mường Nhà", 26140, 0.0692]]
COLUMNS = {"ten_xa": "Tên xã", "so_ho": "Số hộ nghèo", "ty_le": "Tỷ lệ"}


def percent(workbook):
    for row in workbook["Xã"].iter_rows():
        for cell in row:
            if isinstance(cell.value, float):
                cell.number_format = "0.00%"


def table(folder, columns=COLUMNS, ref="so-lieu.xlsx!Xã"):
    findings = []
    rows = read_table(folder, ref, columns, findings)
    return [{key: str(value) for key, value in row.items()} for row in rows], findings


def test_rows_print_as_the_sheet_shows_them(book):
    rows, findings = table(book({"Xã": [*LETTERHEAD, HEADER, *ROWS]}, percent))
    assert rows == [
        {"ten_xa": "Na Ư", "so_ho": "609", "ty_le": "4,16%"},
        {"ten_xa": "Mường Nhà", "so_ho": "26.140", "ty_le": "6,92%"},
    ]
    assert findings == []


@pytest.mark.parametrize("header", ["Tên xã", "tên xã", "TÊN XÃ", "ten xa", " Tên   xã "])
def test_headers_are_matched_without_diacritics_capitals_and_spaces(book, header):
    rows, findings = table(book({"Xã": [HEADER, *ROWS]}), {"ten_xa": header})
    assert ([row["ten_xa"] for row in rows], findings) == (["Na Ư", "Mường Nhà"], [])


def test_the_exact_spelling_wins_over_a_folded_one(book):
    rows, findings = table(book({"Xã": [["Mã", "Má", "Ma"], [5, 6, 7]]}), {"x": "Má"})
    assert (rows, findings) == ([{"x": "6"}], [])


@pytest.mark.parametrize(
    ("columns", "code", "words"),
    [
        ({"ten_xa": "Tên xã", "so_ho": "Số hộ"}, "BT16", "có phải «Số hộ nghèo»?"),
        ({"ten_xa": "Tên thôn bản"}, "BT16", "trong 30 dòng đầu"),
        ({"a": "Tỷ lệ", "b": "ty le"}, "BT17", "cùng chỉ vào một cột"),
    ],
)
def test_headers_not_found(book, columns, code, words):
    rows, findings = table(book({"Xã": [HEADER, *ROWS]}), columns)
    assert rows == []
    assert [f.code for f in findings] == [code]
    assert words in f"{findings[0].message} | {findings[0].hint}"


def test_a_header_below_the_thirtieth_row_is_not_looked_for(book):
    assert [f.code for f in table(book({"Xã": [["x"]] * 30 + [HEADER, *ROWS]}))[1]] == ["BT16"]


GROUPED = [
    ["Tên xã", "Hộ nghèo", None, "Hộ cận nghèo", None],
    [None, "Số hộ", "Tỷ lệ", "Số hộ", "Tỷ lệ"],
    ["Na Ư", 1, 2, 3, 4],
]


def grouped(workbook):
    for area in ("A1:A2", "B1:C1", "D1:E1"):
        workbook["Xã"].merge_cells(area)


def test_a_header_over_two_columns_is_refused(book):
    rows, findings = table(book({"Xã": GROUPED}, grouped), {"ten": "Tên xã", "n": "Số hộ"})
    assert ([f.code for f in findings], rows) == (["BT17"], [])
    assert "Xã!B2, Xã!D2" in findings[0].message
    assert "«tiêu đề trên > Số hộ»" in findings[0].hint


def test_a_header_is_found_under_its_group(book):
    folder = book({"Xã": GROUPED}, grouped)
    rows, findings = table(folder, {"ten": "Tên xã", "n": "Hộ nghèo > Số hộ", "c": "Hộ cận nghèo > Số hộ"})
    assert (rows, findings) == ([{"ten": "Na Ư", "n": "1", "c": "3"}], [])


@pytest.mark.parametrize(
    "row",
    [
        ["(1)", "(2)", "(3)", "(4)=(3)/(2)"],
        [-1, -2, -3, -4],
        ["A", "B", 1, 2],
        [1, 2, 3, 4],
        ["A", "B", "3", "4"],
    ],
)
def test_a_row_that_numbers_the_columns_is_skipped_and_said_to_be(book, row):
    rows, findings = table(book({"Xã": [HEADER, row, *ROWS]}, percent))
    assert [r["ten_xa"] for r in rows] == ["Na Ư", "Mường Nhà"]
    assert [(f.code, f.severity.value) for f in findings] == [("BT18", "lưu ý")]


@pytest.mark.parametrize("row", [[1, "Na Ư", 2, 3], [1, 5, 3, 4], ["A", "Na Ư", 1, 2]])
def test_a_row_of_data_is_not_taken_for_column_numbers(book, row):
    assert len(table(book({"Xã": [HEADER, row, *ROWS]}))[0]) == 3


def test_the_table_ends_at_a_blank_row_and_what_follows_is_reported(book):
    rows, findings = table(book({"Xã": [HEADER, *ROWS, [], [None, "Người lập biểu"]]}))
    assert len(rows) == 2
    assert [(f.code, str(f.place)) for f in findings] == [("BT18", "so-lieu.xlsx!Xã!B5")]
    assert "đọc đến dòng 3" in findings[0].message


def test_a_table_without_rows_is_an_error(book):
    assert [f.code for f in table(book({"Xã": [HEADER]}))[1]] == ["BT18"]


def test_numbers_typed_as_text(book):
    values = [["Tên xã", "Số"], ["Na Ư", "20,72"], ["Pu Nhi", "529.84"], ["Núa Ngam", "-"], ["Mường Lói", ""]]
    rows, findings = table(book({"Xã": values}), {"so": "Số", "ten": "Tên xã"})
    assert ([row["so"] for row in rows], findings) == (["20,72", "529,84", "-", ""], [])


@pytest.mark.parametrize(("text", "code"), [("1.411", "BT24"), (".34,82", None), ("1.23.4", "BT24")])
def test_a_doubtful_number_typed_as_text(book, text, code):
    findings = table(book({"Xã": [["Số"], [12], [text]]}), {"so": "Số"})[1]
    assert [f.code for f in findings] == ([code] if code else [])
    if code:
        assert str(findings[0].place) == "so-lieu.xlsx!Xã!A3"


def test_codes_in_a_text_column_stay_as_typed(book):
    rows, _ = table(book({"Xã": [["Mã"], ["01"], ["1.1"], ["I"]]}), {"ma": "Mã"})
    assert [row["ma"] for row in rows] == ["01", "1.1", "I"]


@pytest.mark.parametrize(
    ("value", "code"),
    [("#N/A", "BT10"), ("=1+1", "BT11"), (True, "BT13"), (6.91999385126, "BT25"), ("§iÖn Biªn §«ng", "BT23")],
)
def test_a_faulty_cell_is_found_where_it_stands(book, value, code):
    findings = table(book({"Xã": [["Tên xã", "Số"], ["Na Ư", 1], ["Pu Nhi", value]]}), {"so": "Số"})[1]
    assert [(f.code, str(f.place)) for f in findings] == [(code, "so-lieu.xlsx!Xã!B3")]


def test_dates_in_a_table_print_as_dates(book):
    rows, findings = table(book({"Xã": [["Ngày"], [datetime.date(2020, 2, 1)]]}), {"ngay": "Ngày"})
    assert (rows, findings) == ([{"ngay": "01/02/2020"}], [])


def test_numbers_of_a_table_are_figures_with_their_place(book):
    rows = read_table(book({"Xã": [HEADER, *ROWS]}), "so-lieu.xlsx!Xã", COLUMNS, [])
    assert (rows[0]["so_ho"].label, str(rows[0]["so_ho"].place)) == ("Số hộ nghèo", "so-lieu.xlsx!Xã!C2")


FIGURES = [["Biểu số liệu"], ["Mã chỉ tiêu", "Tên", "Giá trị"], ["ho_ngheo", "Hộ nghèo", 609], ["ty_le", "Tỷ lệ", "4,16"], [],
           ["", "II. KINH PHÍ"], ["kinh_phi", "Kinh phí", None]]  # fmt: skip


def figures(folder, ref="so-lieu.xlsx!Số liệu"):
    findings = []
    return read_figures_table(folder, ref, "Mã chỉ tiêu", "Giá trị", findings), findings


def test_figures_one_a_row_across_gaps(book):
    found, findings = figures(book({"Số liệu": FIGURES}))
    assert {key: str(cell.value) for key, cell in found.items()} == {
        "ho_ngheo": "609",
        "ty_le": "4,16",
        "kinh_phi": "",
    }
    assert str(found["kinh_phi"].place) == "so-lieu.xlsx!Số liệu!C7"
    assert findings == []


def test_figures_twice_without_code_or_with_a_faulty_cell(book):
    rows = [
        *FIGURES,
        ["ho_ngheo", "", 5],
        ["", "quên mã", 7],
        ["", "ghi chú", "xem phụ lục"],
        ["loi", "", "#REF!"],
    ]
    found, findings = figures(book({"Số liệu": rows}))
    assert [(f.code, f.severity.value, f.place.cell) for f in findings] == [
        ("BT19", "lỗi", "Số liệu!A8"), ("BT19", "cảnh báo", "Số liệu!C9"), ("BT10", "lỗi", "Số liệu!C11"),
    ]  # fmt: skip
    assert found["loi"] is None
    assert found["ho_ngheo"].value == 609


def test_a_sheet_of_figures_that_cannot_be_read(book):
    folder = book({"Số liệu": [["Mã", "Giá trị"]]})
    assert figures(folder)[0] is UNREAD
    assert figures(folder, "khac.xlsx")[0] is UNREAD

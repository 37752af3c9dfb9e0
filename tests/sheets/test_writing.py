"""What is written is what others read: openpyxl, our own reader, and Excel's rules for its files."""

import zipfile
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.sheets import Column, Sheet, write_sheets
from reportgen.sheets.letters import titles
from reportgen.sheets.nouns import Formula, Look, Page, Validation
from reportgen.sheets.pages import write_pages
from reportgen.sources.xlsx import load_xlsx

COLUMNS = (Column("Đơn vị", 24), Column("Nội dung", 40, "long"), Column("Số hộ", 12, "number"))
ROWS = [("xã Cam Tuyền", "hai dòng\nchữ", 1411), ("=1+1", " <&> \"'", Decimal("9.90")), ("", None, None), ("_x0041_", "Ư", -3)]


def opened(content):
    return openpyxl.load_workbook(BytesIO(content))


def test_cells_come_back_as_they_were():
    sheet = opened(write_sheets([Sheet("Đối chiếu", COLUMNS, ROWS)]))["Đối chiếu"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] == [
        ["xã Cam Tuyền", "hai dòng\nchữ", 1411], ["=1+1", " <&> \"'", 9.9], ["", None, None], ["_x0041_", "Ư", -3],
    ]  # fmt: skip
    assert sheet["A3"].data_type == "s", "a text that looks like a formula stays a text"


def test_our_own_reader_reads_exactly_what_was_written(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(write_sheets([Sheet("A", COLUMNS, ROWS)]))
    grid = load_xlsx(tmp_path / "a.xlsx", "a.xlsx").grids[0]
    assert [grid.at(row, 3).value for row in (2, 3, 5)] == [Decimal(1411), Decimal("9.9"), Decimal(-3)]
    assert [grid.at(row, 1).value for row in (2, 3, 5)] == ["xã Cam Tuyền", "=1+1", "_x0041_"]


def test_the_header_stays_in_sight_with_filters_and_widths():
    sheet = opened(write_sheets([Sheet("A", COLUMNS, ROWS)])).active
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:C5")
    assert [sheet.column_dimensions[letter].width for letter in "ABC"] == [24, 40, 12]
    assert sheet["A1"].font.bold and sheet["A1"].font.name == "Times New Roman"
    assert (sheet["C2"].number_format, sheet["C3"].number_format) == ("#,##0", "#,##0.00")


def test_same_tables_same_bytes_without_a_clock():
    sheets = [Sheet("A", COLUMNS, ROWS), Sheet("B", COLUMNS)]
    content = write_sheets(sheets)
    assert write_sheets(sheets) == content
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_no_digit_is_lost_to_binary():
    long = [(12345678901234567890, Decimal("0.1234567890123456789"), Decimal("NaN")), (123456789012345, Decimal("1.5"), 10**15)]
    columns = tuple(Column(name, 20, "number") for name in "abc")
    rows = [[cell.value for cell in row] for row in opened(write_sheets([Sheet("A", columns, long)])).active.iter_rows(min_row=2)]
    assert rows[0] == ["12345678901234567890", "0.1234567890123456789", "NaN"]
    assert rows[1] == [123456789012345, 1.5, "1000000000000000"]


@pytest.mark.parametrize("value", [1.5, True, float("nan"), object()])
def test_what_is_no_value_is_refused(value):
    with pytest.raises(TypeError):
        write_sheets([Sheet("A", (Column("a"),), [(value,)])])


def test_a_row_of_another_length_is_refused():
    with pytest.raises(ValueError):
        write_sheets([Sheet("A", COLUMNS, [("một",)])])


@pytest.mark.parametrize(
    ("wanted", "given_titles"),
    [
        (["Đã sửa", "đã sửa", "ĐÃ SỬA"], ["Đã sửa", "đã sửa (2)", "ĐÃ SỬA (3)"]),
        (["a/b:c*?[d]\\"], ["a b c d"]),
        ([""], ["Trang"]),
        (["'x'"], ["x"]),
        (["Đơn vị có biểu nhưng không nhận được"], ["Đơn vị có biểu nhưng không nhận"]),
    ],
)
def test_titles_excel_allows(wanted, given_titles):
    assert titles(wanted) == given_titles


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=40), st.one_of(st.none(), st.integers(-(10**14), 10**14), st.decimals(-10**6, 10**6, places=3))), max_size=6))
def test_any_text_and_number(rows):
    sheet = opened(write_sheets([Sheet("A", (Column("a"), Column("b")), rows)])).active
    assert sheet.max_row == len(rows) + 1
    for (_, number), row in zip(rows, sheet.iter_rows(min_row=2), strict=True):
        assert row[1].value == (float(number) if isinstance(number, Decimal) else number)


def test_thousands_of_rows_stream_from_a_generator():
    rows = ((f"xã {number % 50}", "", number) for number in range(3_000))
    assert opened(write_sheets([Sheet("A", COLUMNS, rows)])).active.max_row == 3_001


def test_a_page_in_every_detail():
    look, open_cell = Look(border=True, fill="FFF8E1", bold=True), Look(locked=False, form="0.00")
    rule = Validation("B2", "decimal", "0", "100", title="Sai", message="Từ 0 đến 100 & không hơn", prompt="Gõ số")
    rows = [[("Tiêu đề", look), None], [(Formula("B1+1", Decimal("2.5")), look), (None, open_cell)], [(Formula('IF(1<2,"",1)'), look)]]
    page = Page(
        "Biểu", rows, widths={1: 30}, heights={1: 40}, merges=("A1:B1",), freeze="B2", validations=(rule,), protected=True,
        printed=True, landscape=True, header=(1, 1),
    )  # fmt: skip
    content = write_pages([page, Page("_ẩn", [[("x", look)]], state="veryHidden")])
    sheet = opened(content)["Biểu"]
    assert (sheet["A2"].value, openpyxl.load_workbook(BytesIO(content), data_only=True)["Biểu"]["A2"].value) == ("=B1+1", 2.5)
    assert str(sheet.merged_cells.ranges[0] if isinstance(sheet.merged_cells.ranges, list) else list(sheet.merged_cells.ranges)[0]) == "A1:B1"
    assert (sheet.protection.sheet, sheet["B2"].protection.locked, sheet["A1"].protection.locked) == (True, False, True)
    assert sheet.data_validations.dataValidation[0].error == "Từ 0 đến 100 & không hơn"
    assert (sheet.print_title_rows, sheet.row_dimensions[1].height) == ("$1:$1", 40)
    assert opened(content)["_ẩn"].sheet_state == "veryHidden"


def test_a_book_needs_something_to_see():
    with pytest.raises(ValueError):
        write_pages([Page("A", state="hidden")])

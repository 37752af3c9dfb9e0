"""One cell of a workbook: what is read, what is refused, and where it says it stands."""

import datetime
from decimal import Decimal

import pytest

from reportgen.sources import read_cell

ROWS = [
    ["BIỂU TỔNG HỢP"],
    [],
    ["Tên xã", "Số hộ", "Tỷ lệ"],
    ["Na Ư", 609, 0.0416],
    ["Mường Nhà", "26.140", 0.0692],
]


def got(folder, ref):
    findings = []
    found = read_cell(folder, ref, findings)
    return found, findings


def codes(folder, ref):
    return [f.code for f in got(folder, ref)[1]]


def percent(workbook):
    workbook["Xã"]["C4"].number_format = "0.00%"


@pytest.mark.parametrize(
    ("value", "shown_as", "number"),
    [
        (609, "General", "609"),
        (0.1 + 0.2, "General", "0.3"),
        (0.0416, "0.00%", "4.16"),
        (0.07, "0%", "7"),
        (1.0, "0.0%", "100"),
        (1 / 3, "0.00%", "33.3333333333333"),
        (1234567.5, "#,##0.0", "1234567.5"),
        (-12, '#,##0"%";[Red]-#,##0', "-12"),
        (1e17, "General", "100000000000000000"),
    ],
)
def test_numbers_are_exactly_what_excel_shows(book, value, shown_as, number):
    def form(workbook):
        workbook["Xã"]["A1"].number_format = shown_as

    found, findings = got(book({"Xã": [[value]]}, form), "so-lieu.xlsx!Xã!A1")
    assert (str(found.value), findings) == (number, [])
    assert found.percent is shown_as.endswith("%")


@pytest.mark.parametrize(
    ("ref", "value"),
    [
        ("so-lieu.xlsx!Xã!B4", Decimal(609)),
        ("so-lieu.xlsx!Xã!$B$4", Decimal(609)),
        ("so-lieu.xlsx!Xã!b4", Decimal(609)),
        ("so-lieu.xlsx!'Xã'!B4", Decimal(609)),
        ("so-lieu.xlsx!xa!B4", Decimal(609)),
        ("so-lieu.xlsx!B4", Decimal(609)),
        ("SO-LIEU.xlsx!Xã!B4", Decimal(609)),
        ("so-lieu.xlsx!Xã!B5", "26.140"),
        ("so-lieu.xlsx!Xã!B2", ""),
        ("so-lieu.xlsx!Xã!Z99", ""),
    ],
)
def test_references(book, ref, value):
    found, findings = got(book({"Xã": ROWS}), ref)
    assert (found.value, findings) == (value, [])


def test_a_cell_knows_its_place(book):
    found, _ = got(book({"Xã": ROWS}), "so-lieu.xlsx!Xã!B4")
    assert str(found.place) == "so-lieu.xlsx!Xã!B4"


def test_a_named_cell(book):
    from openpyxl.workbook.defined_name import DefinedName

    def name(workbook):
        workbook.defined_names["tong_ho"] = DefinedName("tong_ho", attr_text="'Xã'!$B$4")
        workbook.defined_names["ca_vung"] = DefinedName("ca_vung", attr_text="'Xã'!$B$4:$B$9")

    folder = book({"Xã": ROWS}, name)
    assert got(folder, "so-lieu.xlsx!tong_ho")[0].value == 609
    assert got(folder, "so-lieu.xlsx!Tong_Ho")[0].value == 609
    found, findings = got(folder, "so-lieu.xlsx!tong_hoo")
    assert (found, findings[0].code, findings[0].hint) == (None, "BT09", "có phải «tong_ho»?")
    assert codes(folder, "so-lieu.xlsx!ca_vung") == ["BT09"]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("#DIV/0!", "BT10"), ("#REF!", "BT10"), ("=B1+C1", "BT11"), (datetime.date(2020, 2, 1), "BT12"),
        (datetime.datetime(2020, 2, 1, 7, 30), "BT12"), (datetime.time(7, 30), "BT12"), (True, "BT13"),
    ],
)  # fmt: skip
def test_cells_without_a_usable_value(book, value, code):
    found, findings = got(book({"Xã": [[value]]}), "so-lieu.xlsx!Xã!A1")
    assert found is None
    assert [(f.code, str(f.place)) for f in findings] == [(code, "so-lieu.xlsx!Xã!A1")]
    assert findings[0].hint


def test_a_formula_that_gave_an_empty_text_is_a_blank(book, tmp_path, rewrite):
    folder = book({"Xã": [["x"]]})
    rewrite(
        folder / "so-lieu.xlsx",
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(
            b'<row r="1"', b'<row r="7"><c r="C7" t="str"><f>IF(A1="","",1)</f><v></v></c></row><row r="1"'
        ),
    )
    assert got(folder, "so-lieu.xlsx!Xã!C7")[0].value == ""


def test_hidden_places_are_warned_of(book):
    def hide(workbook):
        sheet = workbook["Xã"]
        sheet.row_dimensions[4].hidden = True
        sheet.column_dimensions.group("C", "E", hidden=True)
        workbook["Cũ"].sheet_state = "veryHidden"

    folder = book({"Xã": ROWS, "Cũ": [[1]]}, hide)
    assert codes(folder, "so-lieu.xlsx!Xã!B5") == []
    assert codes(folder, "so-lieu.xlsx!Xã!B4") == ["BT14"]
    assert codes(folder, "so-lieu.xlsx!Xã!D5") == ["BT14"]
    assert codes(folder, "so-lieu.xlsx!Xã!C4") == ["BT14", "BT14"]
    found, findings = got(folder, "so-lieu.xlsx!Cũ!A1")
    assert (found.value, [f.message for f in findings]) == (
        1,
        ["số liệu được lấy từ chỗ ẩn: trang tính «Cũ» đang ẩn"],
    )
    assert codes(folder, "so-lieu.xlsx!B5") == []


def test_merged_cells_read_as_their_top_left(book):
    folder = book({"Xã": [["Na Ư", 609], [None, None]]}, lambda workbook: workbook["Xã"].merge_cells("A1:B2"))
    found, _ = got(folder, "so-lieu.xlsx!Xã!B2")
    assert (found.value, str(found.place)) == ("Na Ư", "so-lieu.xlsx!Xã!A1")


def test_a_number_shown_in_thousands_is_warned_of(book):
    def form(workbook):
        workbook["Xã"]["A1"].number_format = "#,##0,"

    assert codes(book({"Xã": [[976000]]}, form), "so-lieu.xlsx!Xã!A1") == ["BT15"]


@pytest.mark.parametrize(
    ("ref", "code", "hint"),
    [
        ("so-lieu.xlsx", "BT01", "so-lieu.xlsx!Xã!C7"),
        ("!Xã!C7", "BT01", "ví dụ"),
        ("so-lieu.xlsx!Xã!", "BT01", "ví dụ"),
        ("so_lieu.xlsx!Xã!C7", "BT02", "có phải «so-lieu.xlsx»?"),
        ("dan-so.xlsx!Xã!C7", "BT02", "so-lieu.xlsx"),
        ("../so-lieu.xlsx!Xã!C7", "BT03", "chép tệp vào thư mục"),
        ("/etc/passwd.csv!C7", "BT03", "chép tệp"),
        ("C:\\so-lieu.xlsx!Xã!C7", "BT03", "chép tệp"),
        ("\\\\may-chu\\so-lieu.xlsx!Xã!C7", "BT03", "chép tệp"),
        ("so-lieu.xlsb!Xã!C7", "BT04", "Excel Workbook"),
        ("so-lieu.numbers!Xã!C7", "BT04", "Excel Workbook"),
        ("so-lieu.xlsm!Xã!C7", "BT04", "Excel Workbook"),
        ("so-lieu!Xã!C7", "BT04", "Excel Workbook"),
        ("~$so-lieu.xlsx!Xã!C7", "BT04", "ghi tên tệp thật: so-lieu.xlsx"),
        ("so-lieu.xlsx!Xóm!C7", "BT08", "«Xã»"),
        ("so-lieu.xlsx!Xã!7C", "BT09", "C7"),
        ("so-lieu.xlsx!Xã!XFD1048576", "BT09", "C7"),
    ],
)
def test_references_refused(book, ref, code, hint):
    findings = got(book({"Xã": ROWS}), ref)[1]
    assert [f.code for f in findings] == [code]
    assert hint in findings[0].hint


def test_a_sheet_must_be_named_if_there_are_several(book):
    findings = got(book({"Xã": ROWS, "Huyện": ROWS}), "so-lieu.xlsx!B4")[1]
    assert [f.code for f in findings] == ["BT08"]
    assert "«Xã», «Huyện»" in findings[0].hint


def test_a_changed_file_is_read_again(book):
    folder = book({"Xã": [[1]]})
    assert got(folder, "so-lieu.xlsx!Xã!A1")[0].value == 1
    book({"Xã": [[2, "dài hơn"]]})
    assert got(folder, "so-lieu.xlsx!Xã!A1")[0].value == 2


def test_a_link_out_of_the_folder_is_refused(book, tmp_path):
    folder = tmp_path / "bao-cao"
    folder.mkdir()
    book({"Xã": [[1]]})
    (folder / "so-lieu.xlsx").symlink_to(tmp_path / "so-lieu.xlsx")
    assert codes(folder, "so-lieu.xlsx!Xã!A1") == ["BT03"]

"""Long tables row by row: the same cells as the whole book, in constant memory, and the same refusals."""

import datetime
import tracemalloc
import zipfile
from decimal import Decimal

import openpyxl
import pytest

from reportgen.diagnostics import NOWHERE
from reportgen.errors import DataError
from reportgen.sheets import Column, Sheet, write_sheets
from reportgen.sources.streaming import stream_sheet, stream_table
from reportgen.sources.xlsx import load_xlsx

HEAD = ["Tên xã", "Số hộ", "Tỷ lệ"]
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def book(tmp_path):
    def writer(rows, change=None):
        workbook = openpyxl.Workbook()
        sheet = workbook.active
        sheet.title = "Xã"
        for row in rows:
            sheet.append(row)
        if change:
            change(sheet)
        workbook.save(tmp_path / "xa.xlsx")
        return tmp_path

    return writer


def rewrite(path, change):
    with zipfile.ZipFile(path) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    members[SHEET] = change(members[SHEET])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


def read(folder, columns=None, ref="xa.xlsx!Xã"):
    sink, values = [], []
    columns = columns or {"ten": "Tên xã", "ho": "Số hộ"}
    with stream_table(folder, ref, columns, sink, NOWHERE) as rows:
        for row in rows:
            values.append((row.number, *((value.value if (value := row.value(key, sink)) else None) for key in columns)))
    return values, sink


def test_rows_under_their_headers(book):
    folder = book([["UBND HUYỆN"], [], HEAD, ["(1)", "(2)", "(3)"], ["Na Ư", 609, 4.16], ["Mường Nhà", "26.140", None]])
    values, sink = read(folder, {"ten": "Tên xã", "ho": "Số hộ", "tl": "Tỷ lệ"})
    assert values == [(5, "Na Ư", Decimal(609), Decimal("4.16")), (6, "Mường Nhà", "26.140", "")]
    assert sink == []


def test_a_row_knows_its_cells(book):
    sink = []
    with stream_table(book([HEAD, ["Na Ư", "=1+1"]]), "xa.xlsx", {"ho": "Số hộ"}, sink, NOWHERE) as rows:
        row = next(rows)
        assert str(row.place("ho")) == "xa.xlsx!Xã!B2"
        assert row.value("ho", sink) is None
    assert [(finding.code, str(finding.place)) for finding in sink] == [("BT11", "xa.xlsx!Xã!B2")]


def test_the_table_ends_at_a_blank_row_and_what_is_behind_is_said(book):
    values, sink = read(book([HEAD, ["Na Ư", 1], [], ["Mường Nhà", 2]]))
    assert (values, [finding.code for finding in sink]) == ([(2, "Na Ư", Decimal(1))], ["BT18"])


def test_rows_merged_downwards_read_as_their_first_cell(book):
    folder = book([HEAD, ["Na Ư", 1], [None, 2], [None, 3], ["Khác", 4]], lambda sheet: sheet.merge_cells("A2:A4"))
    assert [row[1] for row in read(folder)[0]] == ["Na Ư", "Na Ư", "Na Ư", "Khác"]


def test_hidden_rows_are_warned_of(book):
    def hide(sheet):
        sheet.row_dimensions[2].hidden = True

    assert [finding.code for finding in read(book([HEAD, ["Na Ư", 1], ["Khác", 2]], hide))[1]] == ["BT14", "BT14"]


@pytest.mark.parametrize(
    ("ref", "code"), [("khong.xlsx", "BT02"), ("../xa.xlsx", "BT03"), ("xa.xlsx!Xóm", "BT08"), ("xa.xlsx", "BT16")]
)
def test_what_cannot_be_read_is_a_finding(book, ref, code):
    folder = book([["Khác"], [1]])
    values, sink = read(folder, ref=ref)
    assert values == [] and {finding.code for finding in sink} == {code}


def test_csv_looks_the_same(tmp_path):
    (tmp_path / "xa.csv").write_text("Tên xã;Số hộ\nNa Ư;609\n", "utf-8")
    assert read(tmp_path, ref="xa.csv") == ([(2, "Na Ư", "609")], [])


KINDS = [
    ["chữ", 1, 0.1 + 0.2, -7, 1e17, True, datetime.date(2020, 2, 29), datetime.time(7, 30), "#N/A", "=A1", None, "x" * 500],
    [datetime.datetime(1900, 1, 15), datetime.date(1900, 3, 1), 1 / 3, "", "Cam Lộ ", "a\nb", 12345678901234, 0, -0.5, 2.50],
]  # fmt: skip


def test_the_stream_gives_the_cells_of_the_whole_book(book):
    def form(sheet):
        sheet["C1"].number_format = "0.00%"
        sheet["B1"].number_format = '#,##0 "hộ"'
        sheet["I2"].number_format = "[Magenta]0.0"
        sheet["H2"].number_format = "[h]:mm"

    path = book(KINDS, form) / "xa.xlsx"
    whole = load_xlsx(path, "xa.xlsx").grids[0]
    with stream_sheet(path, "xa.xlsx") as sheet:
        for row, grid in sheet.rows:
            for column in range(1, 14):
                ours, its = grid.at(row, column), whole.at(row, column)
                assert (ours.kind, ours.value, ours.place, ours.percent, ours.decimals, ours.formula) == (
                    its.kind, its.value, its.place, its.percent, its.decimals, its.formula,
                )  # fmt: skip


def test_kinds_of_cells_are_those_of_openpyxl(book):
    """Against an independent reader: what is a day, an error, a truth, a number."""
    path = book(KINDS) / "xa.xlsx"
    grid = load_xlsx(path, "xa.xlsx").grids[0]
    names = {"TEXT": "s", "NUMBER": "n", "DAY": "d", "TRUTH": "b", "ERROR": "e"}
    for row in openpyxl.load_workbook(path, data_only=True).active.iter_rows():
        for cell in row:
            ours = grid.at(cell.row, cell.column)
            if cell.value is not None:
                assert names[ours.kind.name] == cell.data_type, cell.coordinate
            if isinstance(cell.value, datetime.datetime):
                assert ours.value == cell.value.date()
            elif cell.data_type == "n" and cell.value is not None:
                assert float(ours.value) == pytest.approx(cell.value, rel=1e-14)


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        (b'<row r="2"', b'<row r="9"', "BT07", "không theo thứ tự"),
        (b'r="B2"', b'r="B7"', "BT07", "không theo thứ tự"),
        (b'r="B2"', b'r="ZZZZ2"', "BT07", "địa chỉ"),
        (b"<v>609</v>", b"<v>1_000</v>", "BT07", "không phải là số"),
        (b"<v>609</v>", b"<v>NaN</v>", "BT07", "không phải là số"),
        (b"<v>609</v>", "<v>６０９</v>".encode(), "BT07", "không phải là số"),
        (b"<v>609</v>", b"<v><v>609</v></v>", "BT07", "lồng"),
        (b"<sheetData>", b"<a>" * 99 + b"<sheetData>", "BT07", "lồng"),
        (b"<sheetData>", b"<sheetData><row r='0'/>", "BT07", "dòng"),
        (b"<worksheet", b"<!DOCTYPE x><worksheet", "BT04", "DOCTYPE"),
    ],
)
def test_spoilt_parts_end_in_a_refusal(book, old, new, code, words):
    folder = book([HEAD, ["Na Ư", 609], ["Khác", 5]])
    rewrite(folder / "xa.xlsx", lambda xml: xml.replace(b' t="n"', b"").replace(old, new, 1))
    with pytest.raises(DataError) as refusal, stream_sheet(folder / "xa.xlsx", "xa.xlsx") as sheet:
        for row, grid in sheet.rows:
            [grid.at(row, column) for column in (1, 2)]
    assert refusal.value.findings[0].code == code
    assert words in refusal.value.findings[0].message


def test_prefixed_elements_read_alike(book):
    folder = book([HEAD, ["Na Ư", 609]])

    def prefixed(xml):
        for name in (b"worksheet", b"sheetData", b"row", b"c", b"v", b"is", b"t"):
            for mark in (b" ", b">", b"/"):
                xml = xml.replace(b"<" + name + mark, b"<x:" + name + mark).replace(b"</" + name + b">", b"</x:" + name + b">")
        return xml.replace(b"xmlns=", b"xmlns:x=", 1)

    rewrite(folder / "xa.xlsx", prefixed)
    assert read(folder)[0] == [(2, "Na Ư", Decimal(609))]


def test_memory_does_not_grow_with_the_rows(tmp_path):
    columns = (Column("Tên xã"), *(Column(f"c{n}", 9, "number") for n in range(9)))

    def peak(count):
        rows = (("xã", *range(number, number + 9)) for number in range(count))
        (tmp_path / "xa.xlsx").write_bytes(write_sheets([Sheet("Xã", columns, rows)]))
        tracemalloc.start()
        with stream_sheet(tmp_path / "xa.xlsx", "xa.xlsx") as sheet:
            total = sum(int(grid.at(row, 2).value) for row, grid in sheet.rows if row > 1)
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert total == sum(range(count))
        return used

    assert peak(2000) < 1.2 * peak(500) + 100_000

"""What people see of a number under a format, and when that is another number than the one in the cell."""

import re
import zipfile
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from reportgen.sources.formats import shown_form
from reportgen.sources.grid import LINKED, Kind
from reportgen.sources.guises import Guise
from reportgen.sources.xlsx import load_xlsx

PLAIN = (0, "", False, False)
SEEN = [
    ("General", 120, PLAIN),
    ("[Red]#,##0", 120, PLAIN),
    ("#,##0;[Red]-#,##0", -7, PLAIN),
    ('_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', 0, PLAIN),
    ('#"."##0', 1411, PLAIN),
    ("0;-0;;@", 0, PLAIN),
    ("0.00E+00", 1200, PLAIN),
    ("# ?/?", Decimal("0.75"), PLAIN),
    ("[$-409]#,##0", 120, PLAIN),
    ('0" hộ"', 120, (0, "hộ", False, False)),
    ('0" m2"', 120, (0, "m2", False, False)),
    ('General" hộ"', 120, (0, "hộ", False, False)),
    ("#,##0 [$₫-42A]", 120, (0, "₫", False, False)),
    ('"Năm 2019: "0', 120, (0, "Năm 2019:", False, False)),
    ('#,##0," nghìn"', 976000, (3, "nghìn", False, False)),
    ("#,##0,", 0, PLAIN),
    ('0.0,,"triệu"', 976000000, (6, "triệu", False, False)),
    ('[>=1000]0.0,"k";0', 976, PLAIN),
    ('[>=1000]0.0,"k";0', 9760, (3, "k", False, False)),
    ('[<1000]0;0.0,"k"', 9760, (3, "k", False, False)),
    (";;;", 120, (0, "", True, False)),
    (";;;", 0, PLAIN),
    ('"đã nộp"', 120, (0, "đã nộp", True, False)),
    ('"120"', 5, (0, "120", False, True)),
    ('0",000"', 12, (0, "", False, True)),
    ("0\\0", 12, (0, "", False, True)),
    ('"1"0', 12, (0, "", False, True)),
    ('0","0', 992, (0, "", False, True)),
]


@pytest.mark.parametrize(("code", "value", "seen"), SEEN)
def test_what_is_seen_of_a_number(code, value, seen):
    _, _, guise = shown_form(code).seen_as(Decimal(value))
    guise = guise or Guise()
    assert (guise.power, guise.words, guise.hidden, guise.other_digits) == seen


@pytest.fixture
def sheet(tmp_path):
    """``sheet(change)``: the first sheet, read, of a book whose sheet was changed."""

    def made(change):
        book = openpyxl.Workbook()
        book.active["B2"] = 120
        change(book.active)
        book.save(tmp_path / "so.xlsx")
        return load_xlsx(tmp_path / "so.xlsx", "so.xlsx").grids[0]

    return made


def dressed(font=None, fill=None, form="General"):
    def change(sheet):
        sheet["B2"].font = font or Font()
        sheet["B2"].fill = fill or PatternFill()
        sheet["B2"].number_format = form

    return change


GREEN = PatternFill("solid", fgColor="FF00B050")


@pytest.mark.parametrize(
    ("font", "fill", "looks"),
    [
        (Font(strike=True), None, (True, False)),
        (Font(strike=False), None, (False, False)),
        (Font(color="FFFFFFFF"), None, (False, True)),
        (Font(color="FFFFFFFF"), GREEN, (False, False)),
        (Font(color="FF00B050"), GREEN, (False, True)),
        (Font(color="FF000000"), PatternFill("lightGrid", fgColor="FF000000"), (False, False)),
        (Font(color=openpyxl.styles.colors.Color(theme=0)), None, (False, True)),
        (Font(color=openpyxl.styles.colors.Color(theme=1)), None, (False, False)),
        (Font(color=openpyxl.styles.colors.Color(theme=4)), PatternFill("solid", fgColor="FF4472C4"), (False, False)),
        (Font(color="FFFF0000"), None, (False, False)),
    ],
)
def test_struck_numbers_and_numbers_in_the_colour_of_the_paper(sheet, font, fill, looks):
    for form in ("General", '0" hộ"'):
        cell = sheet(dressed(font, fill, form)).at(2, 2)
        guise = cell.scaled or Guise()
        assert (cell.value, guise.struck, guise.pale) == (120, *looks)


def test_a_text_in_such_a_cell(sheet):
    def change(sheet):
        sheet["B2"] = "120"
        dressed(Font(strike=True))(sheet)
        sheet["B3"] = "130"
        sheet["B3"].number_format = ";;;"

    grid = sheet(change)
    assert grid.at(2, 2).scaled.struck and grid.at(3, 2).scaled.hidden


def parts_of(path, change):
    """The workbook with one part changed: (name → new text of it)."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    change(members)
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)


RUNS = [
    ("<strike/>", "130", True),
    ('<strike val="0"/>', "130", False),
    ('<vertAlign val="superscript"/>', "1", True),
    ("<b/>", "130", False),
    ('<vertAlign val="superscript"/>', "a)", False),
]


@pytest.mark.parametrize("is_shared", [True, False])
@pytest.mark.parametrize(("run", "text", "is_cut"), RUNS)
def test_figures_of_which_a_part_is_struck_or_raised(tmp_path, run, text, is_cut, is_shared):
    from reportgen.sheets import Column, Sheet, write_sheets

    path, rich = tmp_path / "so.xlsx", f"<r><t>120</t></r><r><rPr>{run}</rPr><t>{text}</t></r>"
    path.write_bytes(write_sheets([Sheet("Biểu", (Column("Số"),), [("sẽ thay",)])]))

    def change(parts):
        if is_shared:
            parts["xl/sharedStrings.xml"] = parts["xl/sharedStrings.xml"].replace("<t>sẽ thay</t>", rich)
        else:
            sheet = parts["xl/worksheets/sheet1.xml"]
            parts["xl/worksheets/sheet1.xml"] = sheet.replace('t="s"><v>1</v>', f't="inlineStr"><is>{rich}</is>')

    parts_of(path, change)
    cell = load_xlsx(path, "so.xlsx").grids[0].at(2, 1)
    assert (cell.value, bool(cell.scaled and cell.scaled.struck)) == (f"120{text}", is_cut)


def test_notes_are_read_with_their_cells(sheet):
    def change(sheet):
        sheet["B2"].comment = Comment("số tạm tính,\nchờ xác minh", "xa")

    assert sheet(change).notes == {(2, 2): "số tạm tính, chờ xác minh"}


def test_a_number_from_another_file_is_known_as_such(tmp_path):
    book = openpyxl.Workbook()
    for row, text in enumerate(("='[xa.xlsx]Tháng 1'!B4", "=[1]Biểu!B4+1", "=Bảng[Cột]+1", "=B1*2"), 1):
        book.active.cell(row, 2).value = text
    path = tmp_path / "so.xlsx"
    book.save(path)
    part = "xl/worksheets/sheet1.xml"
    parts_of(path, lambda parts: parts.update({part: re.sub("</f><v ?/?>(</v>)?", "</f><v>5</v>", parts[part])}))
    grid = load_xlsx(path, "so.xlsx").grids[0]
    assert [grid.at(row, 2).formula == LINKED for row in range(1, 5)] == [True, True, False, False]
    assert {grid.at(row, 2).kind for row in range(1, 5)} == {Kind.NUMBER}


@pytest.mark.parametrize(
    ("form", "font", "codes"),
    [("#,##0,", None, ["BT15"]), (";;;", None, ["BT26"]), ('0",000"', None, ["BT26"]), ("0", Font(strike=True), ["BT27"]),
     ("0", Font(color="FFFFFFFF"), ["BT14"]), ('0" hộ"', None, []), ("[Red]0", None, [])],
)  # fmt: skip
def test_a_report_that_takes_such_a_cell_is_told(tmp_path, form, font, codes):
    from reportgen.sources import read_cell

    book = openpyxl.Workbook()
    book.active["B2"] = 120
    dressed(font, None, form)(book.active)
    book.save(tmp_path / "so.xlsx")
    findings = []
    found = read_cell(tmp_path, "so.xlsx!B2", findings)
    assert (found.value, [finding.code for finding in findings]) == (120, codes)

"""The blank form: what a commune gets, and that it comes back as itself."""

import re
import zipfile

import openpyxl
import pytest

from reportgen.noun import replace
from reportgen.project import Project
from reportgen.returns.blank import blank_form
from reportgen.returns.subject import find_subject

SUBJECT = "chi_tieu_xa/ke-hoach-giam-ngheo-huyen"
INPUTS = "CDFHJ"


@pytest.fixture
def form(district, tmp_path):
    subject = find_subject(Project(district), SUBJECT, "năm 2019", "", "form")
    path = tmp_path / "bieu.xlsx"
    path.write_bytes(blank_form(subject, "cam_tuyen", subject.due["cam_tuyen"]))
    return openpyxl.load_workbook(path)


def test_same_declaration_same_bytes(district):
    subject = find_subject(Project(district), SUBJECT, "năm 2019", "", "form")
    unit = subject.due["cam_tuyen"]
    assert blank_form(subject, "cam_tuyen", unit) == blank_form(subject, "cam_tuyen", unit)
    assert blank_form(subject, "cam_an", unit) != blank_form(subject, "cam_tuyen", unit)


def test_what_it_says(form):
    sheet = form["Biểu nhập"]
    assert sheet["A1"].value == "Đơn vị báo cáo: Xã Cam Tuyền"
    assert sheet["A4"].value == "Kỳ báo cáo: năm 2019"
    assert [sheet.cell(8, column).value for column in (6, 7, 8, 9)] == ["Hộ CS GN", "Tỷ lệ (%)", "HN cứng", "Tỷ lệ (%)"]
    assert [cell.value for cell in sheet[9]] == ["A", "B", *map(str, range(1, 10)), "10=2-8", "11=3-9"]
    assert sheet["B10"].value == "CAM TUYỀN"
    assert {sheet.cell(row, 3).font.name for row in (3, 6, 7, 10)} == {"Times New Roman"}


def test_it_prints_on_a4_across_with_its_header_repeated(form):
    sheet = form["Biểu nhập"]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.print_title_rows == "$6:$9"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_only_input_cells_are_open(form):
    sheet = form["Biểu nhập"]
    assert sheet.protection.sheet and not sheet.protection.password
    open_cells = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert open_cells == {f"{letter}10" for letter in INPUTS}


def test_every_input_is_guarded_in_vietnamese(form):
    rules = form["Biểu nhập"].data_validations.dataValidation
    assert [str(rule.sqref) for rule in rules] == [f"{letter}10" for letter in INPUTS]
    for rule in rules:
        assert (rule.type, rule.formula1, rule.showErrorMessage) == ("whole", "0", True)
        assert "số nguyên" in rule.error and len(rule.error) <= 225 and len(rule.errorTitle) <= 32


def test_calculated_columns_are_formulas(form):
    sheet = form["Biểu nhập"]
    assert sheet["E10"].value == '=IF(COUNT(D10,C10)<2,"",IFERROR(ROUND(((D10/C10)*100),2),""))'
    assert sheet["L10"].value == '=IF(COUNT(D10,J10)<2,"",ROUND((D10-J10),0))'


def test_it_says_how_far_it_is_and_what_does_not_fit_yet(form):
    said = form["Biểu nhập"]["A5"].value
    assert "COUNTBLANK(C10)+COUNTBLANK(D10)+COUNTBLANK(F10)+COUNTBLANK(H10)+COUNTBLANK(J10)" in said
    assert "NOT(ROUND((F10+H10)-D10,6)=0)" in said and "chưa khớp «Hộ nghèo gồm hộ nghèo chính sách và hộ nghèo cứng»" in said
    assert said.startswith('="Chỉ nhập vào ô màu vàng; ô xám tự tính; không phát sinh thì ghi 0. Kiểm tra: "&IF(')
    assert "E10" not in said, "shares are rounded: only the program judges them"


def test_it_says_where_and_by_when_to_send_it(district, tmp_path):
    subject = replace(find_subject(Project(district), SUBJECT, "năm 2019", "", "form"), deadline="10/01/2020")
    path = tmp_path / "bieu.xlsx"
    path.write_bytes(blank_form(subject, "cam_tuyen", subject.due["cam_tuyen"]))
    sheet = openpyxl.load_workbook(path)["Biểu nhập"]
    assert "về Ủy ban nhân dân huyện Cam Lộ, chậm nhất ngày 10/01/2020" in sheet["A2"].value
    assert sheet.sheet_view.selection[0].activeCell == "C10"


@pytest.mark.parametrize(("words", "code"), [("32/01/2020", 2), ("10/01/2020", 0)])
def test_the_deadline_is_a_day(run, district, words, code):
    found, _, err = run("form", SUBJECT, "--ky", "năm 2019", "--rieng", "cam_an", "--han", words, folder=district)
    assert (found, "TH04" in err) == (code, bool(code))


def test_it_carries_its_identity_out_of_sight(form):
    hidden = form["_reportgen"]
    assert hidden.sheet_state == "veryHidden"
    said = {row[0].value: row[1].value for row in hidden.iter_rows(max_col=2)}
    assert (said["bang"], said["ky"], said["don_vi"]) == ("chi_tieu_xa", "năm 2019", "cam_tuyen")
    assert re.fullmatch("[0-9a-f]{16}", said["khai_bao"])


def test_lists_ranges_and_words(tmp_path):
    from workbooks import TABLE, TYPE, unit_names, write_project

    write_project(tmp_path, unit_names(1))
    subject = find_subject(Project(tmp_path), f"{TABLE}/{TYPE}", "năm 2019", "", "form")
    path = tmp_path / "bieu.xlsx"
    path.write_bytes(blank_form(subject, "xa_001", subject.due["xa_001"]))
    book = openpyxl.load_workbook(path)
    rules = {str(rule.sqref)[0]: rule for rule in book["Biểu nhập"].data_validations.dataValidation}
    assert (rules["F"].formula1, rules["F"].formula2) == ("0", "5000")
    assert (rules["I"].type, rules["H"].type) == ("decimal", "decimal")
    assert rules["J"].formula1 == "_reportgen!$D$1:$D$3"
    assert [book["_reportgen"].cell(row, 4).value for row in (1, 2, 3)] == ["Tốt", "Khá", "Đạt"]


def test_one_file_a_unit_named_for_good(run, district):
    code, out, _ = run("form", SUBJECT, "--ky", "năm 2019", folder=district)
    folder = district / "output" / "bieu-mau" / "chi-tieu-xa.nam-2019"
    names = sorted(path.name for path in folder.glob("*.xlsx"))
    assert (code, len(names)) == (0, 9)
    assert "chi-tieu-xa.nam-2019.cam-thanh-tay.xlsx" in names
    assert "chi-tieu-xa.nam-2019.thanh-an.xlsx" not in names, "the commune is founded in 2020"
    code, out, _ = run("form", SUBJECT, "--ky", "năm 2019", folder=district)
    assert code == 0 and out.count("không đổi") == 9


def test_a_form_somebody_filled_in_is_not_written_over(run, district):
    run("form", SUBJECT, "--ky", "năm 2019", "--rieng", "cam_an", folder=district)
    path = district / "output" / "bieu-mau" / "chi-tieu-xa.nam-2019" / "chi-tieu-xa.nam-2019.cam-an.xlsx"
    path.write_bytes(path.read_bytes() + b"x")
    code, _, err = run("form", SUBJECT, "--ky", "năm 2019", "--rieng", "cam_an", folder=district)
    assert code == 2 and "LE10" in err


def test_a_zip_of_all_forms_is_the_same_every_time(run, district):
    path = district / "output" / "bieu-mau" / "chi-tieu-xa.nam-2020.zip"
    run("form", SUBJECT, "--ky", "năm 2020", "--zip", folder=district)
    first = path.read_bytes()
    path.unlink()
    run("form", SUBJECT, "--ky", "năm 2020", "--zip", folder=district)
    assert path.read_bytes() == first
    with zipfile.ZipFile(path) as archive:
        assert len(archive.namelist()) == 8 and archive.testzip() is None


@pytest.mark.parametrize(
    ("words", "code", "hint"),
    [
        (["chi_tieu/ke-hoach-giam-ngheo-huyen", "--ky", "năm 2019"], "TH02", "có phải «chi_tieu_xa»?"),
        (["ke-hoach-giam-ngheo-huyen", "--ky", "2019"], "TH04", "năm"),
        (["ke-hoach-giam-ngheo-huyen"], "TH04", "--ky"),
        (["ke-hoach-giam-ngheo-xa", "--ky", "năm 2019"], "TH02", "có phải «ke-hoach-giam-ngheo-huyen»?"),
        (["ke-hoach-giam-ngheo-huyen", "--ky", "năm 2019", "--don-vi", "camlo"], "TH03", "có phải «cam-lo»?"),
        (["ke-hoach-giam-ngheo-huyen", "--ky", "năm 2020", "--rieng", "cam_an"], "TH03", "đã nhập"),
    ],
)
def test_wrong_calls(run, district, words, code, hint):
    exit_code, _, err = run("form", *words, folder=district)
    assert exit_code == 2
    assert code in err and hint in err


def test_units_stand_behind_the_titles_and_the_form_is_still_known(tmp_path):
    from workbooks import TABLE, TYPE, unit_names, write_project

    from reportgen.returns.reading import read_book

    write_project(tmp_path, unit_names(1))
    subject = find_subject(Project(tmp_path), f"{TABLE}/{TYPE}", "năm 2019", "", "form")
    path = tmp_path / "bieu.xlsx"
    path.write_bytes(blank_form(subject, "xa_001", subject.due["xa_001"]))
    book = openpyxl.load_workbook(path)
    sheet = book["Biểu nhập"]
    assert [sheet.cell(7, column).value for column in (3, 5, 9)] == ["Tổng số hộ", "Tỷ lệ (%)", "Kinh phí (triệu đồng)"]
    for cell, value in {"C9": 1000, "D9": 80, "F9": 10, "H9": 97.5, "I9": 1200.5, "J9": "Khá"}.items():
        sheet[cell] = value
    book.save(path)
    row = read_book(path, "bieu.xlsx", subject).rows[0]
    assert [row.row.cell(key).printed for key in ("dan_so", "ty_le", "ty_le_nuoc", "kinh_phi", "xep_loai")] == [
        "1.000", "8,00", "97,50", "1.200,5", "Khá",
    ]  # fmt: skip

"""What a sheet says against itself or against its period: said, and never taken for the figures it is not."""

import pytest
from workbooks import PERIOD, TABLE, TYPE, Sent, save, unit_names, write_project

from reportgen.project import Project
from reportgen.returns.outliers import with_outliers
from reportgen.returns.rolling import roll_up
from reportgen.returns.subject import find_subject
from reportgen.returns.unit_said import unit_of_file

ROW = {"tt": 1, "dan_so": 1411, "ho_ngheo": 140, "ho_giam": 14, "ty_le_nuoc": 85, "kinh_phi": 1234, "xep_loai": "Tốt"}
UNITS = unit_names(9)


def rolled(folder, *books, without_year=False):
    """The books rolled up; ``without_year``: no title of the table names the period."""
    write_project(folder, UNITS)
    if without_year:
        declared = folder / "templates" / TYPE / "loai.yml"
        declared.write_text(declared.read_text("utf-8").replace("Hộ dân {{ nam }}", "Hộ dân"), "utf-8")
    for book in books:
        if without_year:
            book.change.append(lambda _, sheet: sheet.__setitem__("C6", "Hộ dân"))
        save(book, folder / "bieu")
    subject = find_subject(Project(folder), f"{TABLE}/{TYPE}", PERIOD, "", "rollup")
    return with_outliers(roll_up(folder / "bieu", subject), None, 50)


def book_of(number, **changed):
    unit = list(UNITS)[number]
    return Sent(unit, UNITS[unit], {**ROW, **changed}, file=f"{unit}.xlsx")


def doubts(result):
    return sorted(finding.code for _, finding in result.doubtful)


def test_a_book_that_names_no_period_is_told(tmp_path):
    book = book_of(0)
    book.period_line = ""
    assert doubts(rolled(tmp_path, book, without_year=True)) == ["TH30"]


def test_a_line_with_the_period_is_enough(tmp_path):
    assert doubts(rolled(tmp_path, book_of(0), without_year=True)) == []


def test_the_day_figures_were_counted_is_no_period(tmp_path):
    book = book_of(0)
    book.period_line, book.title = "", "KẾT QUẢ (số liệu tính đến tháng 12/2019)"
    assert doubts(rolled(tmp_path, book)) == []


def test_a_copy_of_the_neighbours_figures_is_told(tmp_path):
    result = rolled(tmp_path, book_of(0), book_of(1), book_of(2, dan_so=1500))
    assert [(unit, finding.code) for unit, finding in result.doubtful] == [("xa_002", "TH31")]
    assert "xã An Châu" in result.doubtful[0][1].message


def test_units_without_anything_to_report_are_no_copies(tmp_path):
    nothing = dict.fromkeys(("ho_ngheo", "ho_giam", "kinh_phi"), 0)
    assert doubts(rolled(tmp_path, *(book_of(n, **nothing, ty_le_nuoc=0, dan_so=900) for n in range(2)))) == []


def test_numbers_that_changed_places_show_in_the_share(tmp_path):
    books = [book_of(n, dan_so=1400 + n) for n in range(8)]
    result = rolled(tmp_path, *books, book_of(8, dan_so=140, ho_ngheo=1411))
    assert ("xa_009", "TH32") in [(unit, finding.code) for unit, finding in result.doubtful]
    assert {unit for unit, finding in result.doubtful} == {"xa_009"}


def test_a_heading_in_the_unit_of_one_column_is_no_fault(tmp_path):
    book = book_of(0)
    book.title = "KẾT QUẢ GIẢM NGHÈO (đơn vị tính: hộ, triệu đồng)"
    assert rolled(tmp_path, book).refused == ()


@pytest.mark.parametrize(
    ("file", "unit"),
    [("cam-thanh.xlsx", ""), ("Xã Cam Thành 2019.xlsx", ""), ("cam-thanh-tay.xlsx", "cam_thanh_tay"), ("TT Cam Lộ.xls", "cam_lo"),
     ("chi-tieu-xa.nam-2019.cam-thanh.csv", "cam_thanh"), ("xa-cam-hieu-xa-cam-an.xlsx", ""), ("cam.xlsx", "")],
)  # fmt: skip
def test_a_file_name_tells_the_unit_only_if_it_can_be_no_other(district, file, unit):
    subject = find_subject(Project(district), "chi_tieu_xa/ke-hoach-giam-ngheo-huyen", "năm 2019", "", "rollup")
    assert unit_of_file(f"gui-ve/{file}", subject) == unit


def test_the_lock_file_of_libreoffice_is_told_too(tmp_path):
    (tmp_path / "bieu").mkdir()
    (tmp_path / "bieu" / ".~lock.xa_001.xlsx#").write_bytes(b"x")
    assert doubts(rolled(tmp_path, book_of(0))) == ["TH25"]

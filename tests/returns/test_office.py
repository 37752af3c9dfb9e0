"""Forms that came back as .xls and .ods, calculated by a real spreadsheet program; where the machine has LibreOffice."""

import subprocess

import openpyxl
import pytest

from reportgen.project import Project
from reportgen.returns.forms import write_forms
from reportgen.returns.rolling import roll_up
from reportgen.returns.subject import find_subject
from reportgen.sources.office import office_program

pytestmark = pytest.mark.skipif(not office_program(), reason="máy này không có LibreOffice")

SUBJECT = "chi_tieu_xa/ke-hoach-giam-ngheo-huyen"
TYPED = {"C10": 1411, "D10": 140, "F10": 14, "H10": 126, "J10": 14}


def test_old_and_foreign_files_calculated_by_the_office_suite(district, tmp_path):
    subject = find_subject(Project(district), SUBJECT, "năm 2019", "", "rollup")
    back = tmp_path / "gui-ve"
    paths = [made.path for made in write_forms(subject, ["cam_tuyen", "cam_an", "cam_chinh"], tmp_path / "bieu", "bieu")]
    for path in paths:
        book = openpyxl.load_workbook(path)
        for cell, number in TYPED.items():
            book["Biểu nhập"][cell] = number
        book.save(path)
    for some, kind in ((paths[:1], "xls"), (paths[1:], "ods")):
        profile = f"-env:UserInstallation={(tmp_path / 'ho-so').as_uri()}"
        call = [office_program(), profile, "--headless", "--convert-to", kind, "--outdir", str(back), *map(str, some)]
        subprocess.run(call, check=True, capture_output=True, timeout=180)
    next(back.glob("*cam-tuyen.xls")).rename(back / "renamed.xlsx")  # an old file under a new name is an everyday thing
    result = roll_up(back, subject)
    assert [book.file.rpartition(".")[2] for book in result.books] == ["ods", "ods", "xlsx"]
    assert (result.refused, result.repairs) == ((), ())
    assert set(result.rows) == {"cam_tuyen", "cam_an", "cam_chinh"}
    for row in result.rows.values():
        assert [row.row.cell(key).printed for key in ("ty_le_ngheo", "con_lai", "ty_le_con_lai")] == ["9,92", "126", "8,93"]
    assert len(result.missing) == 6

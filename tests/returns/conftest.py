"""The test's own modules beside it, and a project with the real example of a district."""

import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def district(tmp_path, copied_project):
    """A copy of the project with the plan of Cam Lộ, its units and the table of its communes."""
    folder = copied_project(tmp_path, only="ke-hoach-cam-lo-2019", types="ke-hoach-giam-ngheo-huyen")
    shutil.copytree(Path(__file__).resolve().parents[2] / "data" / "don-vi", folder / "data" / "don-vi")
    return folder


@pytest.fixture(scope="session")
def faulty(tmp_path_factory):
    """The workbooks with known faults, made once: (folder, what is expected, the year before, what was sent)."""
    import two_hundred

    folder = tmp_path_factory.mktemp("hai-tram")
    return folder, *two_hundred.build(folder)


@pytest.fixture
def run(monkeypatch, capsys):
    """``run("rollup", …, folder=…)``: exit code, standard output, standard error."""
    from reportgen.cli import main

    monkeypatch.setenv("NO_COLOR", "1")

    def call(*argv, folder):
        monkeypatch.chdir(folder)
        code = main([str(word) for word in argv])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return call


@pytest.fixture(scope="session")
def forms_of_2019(tmp_path_factory):
    """The nine forms of 2019 filled in with the numbers of the printed plan, made once."""
    import openpyxl

    from reportgen.project import Project
    from reportgen.returns.forms import write_forms
    from reportgen.returns.subject import find_subject

    folder, root = tmp_path_factory.mktemp("bieu"), Path(__file__).resolve().parents[2]
    printed = openpyxl.load_workbook(root / "data" / "ke-hoach-cam-lo-2019" / "xa.xlsx").active
    rows = {row[1]: row for row in printed.iter_rows(min_row=7, max_row=15, values_only=True)}
    for made in write_forms(find_subject(Project(root), "chi_tieu_xa/ke-hoach-giam-ngheo-huyen", "năm 2019", "cam-lo", "form"), [], folder, "bieu"):
        book = openpyxl.load_workbook(made.path)
        sheet = book["Biểu nhập"]
        for letter in "CDFHJ":
            sheet[f"{letter}10"] = rows[sheet["B10"].value]["ABCDEFGHIJKLM".index(letter)]
        book.save(made.path)
    return folder


@pytest.fixture
def filled(district, forms_of_2019):
    """The folder the forms came back to."""
    return shutil.copytree(forms_of_2019, district / "gui-ve")

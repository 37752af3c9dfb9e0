"""Word files printed by LibreOffice itself, as staff call it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.errors import DataError, MissingToolError
from reportgen.pdf import engine
from reportgen.pdf.pages import read_pdf

ROOT = Path(__file__).resolve().parents[2]
NAMES = sorted(p.stem for p in (ROOT / "data").glob("*.yml"))
needs_office = pytest.mark.skipif(
    not (shutil.which("soffice") or shutil.which("libreoffice")), reason="máy này không có LibreOffice"
)


def reportgen(*words):
    return subprocess.run([sys.executable, "-m", "reportgen", *words], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def all_printed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("in")
    return folder, reportgen("build", "--all", "--pdf", "--out", str(folder))


@needs_office
def test_every_example_prints_without_a_fault_of_its_pages(all_printed):
    folder, done = all_printed
    assert done.returncode == 0, done.stderr
    assert "PDF1" not in done.stderr
    assert sorted(p.stem for p in folder.glob("*.pdf")) == NAMES


@needs_office
@pytest.mark.parametrize("name", ["thang-2-2020", "nam-2020-quang-tri"])
def test_a_pdf_says_what_it_is(name, all_printed):
    printed = read_pdf((all_printed[0] / f"{name}.pdf").read_bytes(), name)
    assert printed.tagged and printed.language == "vi-VN"
    assert printed.title.startswith("Báo cáo") and printed.author
    assert tuple(map(int, printed.version.split("."))) >= (1, 4)
    assert printed.archive == ""


@needs_office
def test_the_same_report_prints_to_the_same_bytes_and_an_old_pdf_is_told(all_printed, tmp_path):
    folder = str(tmp_path)
    done = reportgen("build", "thang-2-2020", "--pdf", "--out", folder)
    assert "thang-2-2020.pdf (2 trang)" in done.stdout
    printed = tmp_path / "thang-2-2020.pdf"
    assert printed.read_bytes() == (all_printed[0] / "thang-2-2020.pdf").read_bytes()
    assert "PDF03" not in reportgen("build", "thang-2-2020", "--out", folder).stderr
    os.utime(printed, (1, 1))
    assert "PDF03" in reportgen("build", "thang-2-2020", "--out", folder).stderr


@needs_office
def test_a_draft_prints_beside_itself(tmp_path):
    done = reportgen("build", "mau-cong-van", "--du-thao", "--chim", "--pdf", "--out", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "mau-cong-van.du-thao.pdf").exists()


@needs_office
def test_an_archive_copy_is_pdf_a(tmp_path):
    done = reportgen("build", "thang-2-2020", "--pdf-a", "--out", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert read_pdf((tmp_path / "thang-2-2020.pdf").read_bytes(), "a.pdf").archive == "2B"


def test_without_libreoffice_it_is_said_before_anything_is_built(monkeypatch, tmp_path):
    monkeypatch.setattr(engine, "office_program", lambda: "")
    with pytest.raises(MissingToolError) as caught:
        engine.printer()
    assert caught.value.exit_code == 3
    assert "LibreOffice" in str(caught.value)


FAKE = """#!{python}
import pathlib, sys
out = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
out.mkdir(exist_ok=True)
files = [pathlib.Path(a) for a in sys.argv if a.endswith(".docx")]
calls = pathlib.Path(__file__).with_name("calls")
calls.write_text(calls.read_text() + f"{{len(files)}} " if calls.exists() else f"{{len(files)}} ")
for file in files:
    words = file.read_bytes()
    if words == b"never" or (words == b"once" and len(files) > 1):
        continue
    (out / f"{{file.stem}}.pdf").write_bytes(b"%PDF-1.6 half" if words == b"half" else b"%PDF-1.6 " + words + b"%%EOF")
"""


@pytest.fixture
def fake_office(monkeypatch, tmp_path):
    """An office that ends with 0 whatever it does, prints «once» only when it stands alone and «never» never."""
    program = tmp_path / "soffice"
    program.write_text(FAKE.format(python=sys.executable))
    program.chmod(0o755)
    monkeypatch.setattr(engine, "office_program", lambda: str(program))
    return tmp_path / "calls"


@pytest.mark.skipif(sys.platform == "win32", reason="a script as a program")
def test_one_call_for_all_and_a_second_try_for_each_that_failed(fake_office):
    documents = {"a.docx": b"a", "b.docx": b"once", "c.docx": b"never", "d.docx": b"half"}
    made = dict(engine.printed(documents.items()))
    assert made["a.docx"] == b"%PDF-1.6 a%%EOF"
    assert made["b.docx"] == b"%PDF-1.6 once%%EOF"
    assert all(isinstance(made[name], DataError) for name in ("c.docx", "d.docx"))
    assert fake_office.read_text().split() == ["4", "1", "1", "1"]


@pytest.mark.skipif(sys.platform == "win32", reason="a script as a program")
@pytest.mark.parametrize("jobs", [1, 3])
def test_many_documents_go_in_groups_and_come_back_in_order(jobs, fake_office):
    names = [f"{n}.docx" for n in range(7)]
    made = list(engine.printed(((name, name.encode()) for name in names), group=3, jobs=jobs))
    assert made == [(name, b"%PDF-1.6 " + name.encode() + b"%%EOF") for name in names]
    assert len(fake_office.read_text().split()) <= 3


@pytest.mark.parametrize(
    "count, jobs, calls", [(1, 2, [1]), (7, 2, [4, 3]), (100, 2, [50, 50]), (130, 2, [50, 50, 15, 15]), (0, 2, [])]
)
def test_every_office_has_its_share(count, jobs, calls):
    assert [len(share) for share in engine._shares(((str(n), b"") for n in range(count)), jobs, 50)] == calls


@pytest.mark.skipif(sys.platform == "win32", reason="a script as a program")
def test_what_has_no_content_comes_back_in_its_turn(fake_office):
    made = list(engine.printed([("a.docx", b"a"), ("kept.docx", None), ("b.docx", b"b")]))
    assert made == [("a.docx", b"%PDF-1.6 a%%EOF"), ("kept.docx", None), ("b.docx", b"%PDF-1.6 b%%EOF")]
    assert fake_office.read_text().split() == ["2"]

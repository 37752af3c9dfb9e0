"""A report with a picture and a document of its own, built as staff build it."""

import importlib.util
import io
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest

ROOT = Path(__file__).resolve().parents[2]
spec = importlib.util.spec_from_file_location("inserts_png", Path(__file__).with_name("test_inserts.py"))
inserts = importlib.util.module_from_spec(spec)
spec.loader.exec_module(inserts)

DECLARED = """
hinh_anh:
  so_do: {tep: so-do.png, rong_mm: 80}
tai_lieu_con:
  bieu_kem: bieu.docx
"""


@pytest.fixture
def project(tmp_path):
    """The example whose type is drawn in Word, with a picture and a document in its Word file."""
    for folder in ("data", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    drawn = tmp_path / "templates" / "bao-cao-giam-ngheo-thang"
    drawn = drawn if (drawn / "mau.docx").is_file() else next(p.parent for p in (tmp_path / "templates").glob("*/mau.docx"))
    document = docx.Document(drawn / "mau.docx")
    first = next(p for p in document.paragraphs if "{{" in p.text)
    first.insert_paragraph_before("{{ so_do }}")
    first.insert_paragraph_before("{{p bieu_kem }}")
    document.save(drawn / "mau.docx")
    beside = tmp_path / "data" / "thang-2-2020"
    beside.mkdir(exist_ok=True)
    (beside / "so-do.png").write_bytes(inserts.png())
    inner = docx.Document()
    inner.add_paragraph("Biểu kèm theo báo cáo")
    inner.save(beside / "bieu.docx")
    return tmp_path, drawn.name


def built(project, declared):
    folder, kind = project
    report = folder / "data" / "thang-2-2020.yml"
    report.write_text(report.read_text(encoding="utf-8") + declared, encoding="utf-8")
    call = [sys.executable, "-m", "reportgen", "--du-an", str(folder), "build", "thang-2-2020", "--loai", kind]
    return subprocess.run(call, capture_output=True, text=True, check=False), folder / "output" / f"thang-2-2020--{kind}.docx"


def test_both_are_set_in_and_the_build_says_what_it_took(project):
    done, path = built(project, DECLARED)
    assert done.returncode == 0, done.stderr
    assert "MAU70" in done.stderr
    with zipfile.ZipFile(path) as archive:
        assert any(name.startswith("word/media/") for name in archive.namelist())
    assert any(p.text == "Biểu kèm theo báo cáo" for p in docx.Document(io.BytesIO(path.read_bytes())).paragraphs)


@pytest.mark.parametrize(
    "declared, code",
    [
        (DECLARED.replace("so-do.png", "../so-do.png"), "MAU71"),
        (DECLARED.replace("so-do.png", "khong-co.png"), "MAU71"),
        (DECLARED.replace("so-do.png", "bieu.docx"), "MAU71"),
        (DECLARED.replace("so_do:", "trich_yeu:"), "MAU74"),
        ("\nhinh_anh:\n  so_do: {tep: so-do.png}\n", "MAU57"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(declared, code, project):
    done, path = built(project, declared)
    assert done.returncode == 1
    assert code in done.stderr
    assert not path.exists()


def test_a_picture_the_page_does_not_use_is_said(project):
    done, _ = built(project, DECLARED.replace("  so_do:", "  ban_do: {tep: so-do.png}\n  so_do:"))
    assert (done.returncode, "MAU72" in done.stderr) == (0, True)

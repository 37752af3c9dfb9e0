"""``--pdf``: a PDF beside each document, printed once, never stale, never over somebody's work; a failed one fails its row."""

import io
import json
import shutil
import sys

import pytest

from reportgen.errors import DataError, MissingToolError
from reportgen.pdf import engine

needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="máy này không có LibreOffice")
FAKE = """#!{python}
import pathlib, sys, zipfile
here = pathlib.Path(__file__)
out = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
out.mkdir(exist_ok=True)
files = [pathlib.Path(a) for a in sys.argv if a.endswith(".docx")]
with here.with_name("calls").open("a") as calls:
    calls.write(f"{{len(files)}} ")
for file in files:
    words = zipfile.ZipFile(file).read("word/document.xml").decode()
    if "Cam Hiếu" not in words or not here.with_name("refuse").exists():
        (out / f"{{file.stem}}.pdf").write_bytes(here.with_name("page.pdf").read_bytes() + f"%{{hash(words)}}".encode())
"""


@pytest.fixture
def office(monkeypatch, tmp_path_factory):
    """An office that prints a blank page; with ``refuse`` beside it, not the one of xã Cam Hiếu. Gives its folder."""
    from pypdf import PdfWriter

    if sys.platform == "win32":
        pytest.skip("a script as a program")
    folder = tmp_path_factory.mktemp("office")
    writer, page = PdfWriter(), io.BytesIO()
    writer.add_blank_page(595, 842)
    writer.write(page)
    (folder / "page.pdf").write_bytes(page.getvalue())
    program = folder / "soffice"
    program.write_text(FAKE.format(python=sys.executable), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PYTHONHASHSEED", "0")
    monkeypatch.setattr(engine, "office_program", lambda: str(program))
    return folder


@pytest.fixture
def calls(office):
    """How many documents each call had since the last time this was asked."""

    def since():
        told = office / "calls"
        found = sorted(map(int, told.read_text().split())) if told.exists() else []
        told.unlink(missing_ok=True)
        return found

    return since


@pytest.fixture
def papers(place):
    return lambda: {path.name: path.read_bytes() for path in sorted((place / "output").glob("*.pdf"))}


def documents(place):
    return json.loads((place / "output/manifest.json").read_text("utf-8"))["documents"]


def test_a_pdf_beside_each_document_and_in_manifest_and_summary(place, book, batch, papers, calls, files):
    book()
    outcome = batch(pdf=True, jobs=2)
    assert (outcome.made, outcome.failed) == (4, 0)
    assert [name.removesuffix(".pdf") for name in papers()] == [name.removesuffix(".docx") for name in files(place / "output")]
    assert calls() == [2, 2]
    assert all(unit["pdf"]["pages"] == 1 and unit["pdf"]["size"] == len(papers()[unit["pdf"]["file"]]) for unit in documents(place))


def test_the_second_run_prints_nothing_and_writes_the_same_manifest(place, book, batch, papers, calls):
    book()
    batch(pdf=True)
    calls()
    before, manifest = papers(), documents(place)
    assert batch(pdf=True).kept == 4
    assert (calls(), papers(), documents(place)) == ([], before, manifest)


@pytest.mark.parametrize("spoil", [lambda path: path.unlink(), lambda path: path.rename(path.with_suffix(".bak"))])
def test_a_pdf_that_is_gone_is_printed_again_alone(place, book, batch, calls, spoil):
    book()
    batch(pdf=True)
    calls()
    spoil(place / "output/xa-cam-an.pdf")
    assert batch(pdf=True).kept == 4
    assert calls() == [1] and (place / "output/xa-cam-an.pdf").exists()


def test_a_row_that_changed_is_printed_again_alone(book, batch, calls):
    book()
    batch(pdf=True)
    calls()
    book([(1, "xã Cam Tuyền", 1411, 140, 15, 125, None), *[(n, f"xã Cam {x}", *rest) for n, x, *rest in OTHERS]])
    assert (batch(pdf=True).made, calls()) == (1, [1])


OTHERS = [(2, "Thủy", 1446, 66, 16, 50, None), (3, "Hiếu", 1747, 85, 13, 72, None), (4, "An", 1779, 79, 5, 74, None)]


def test_archive_copies_are_other_copies(book, batch, calls):
    book()
    batch(pdf=True)
    calls()
    assert (batch(pdf=True, archive=True).kept, calls()) == (4, [4])
    assert (batch(pdf=True, archive=True).kept, calls()) == (4, [])


def test_a_pdf_that_cannot_be_made_fails_its_row(place, book, batch, office, papers, codes, calls):
    book()
    (office / "refuse").touch()
    outcome = batch(pdf=True)
    assert (outcome.made, outcome.failed, codes(outcome.failures)) == (3, 1, ["PDF02"])
    assert calls() == [1, 4]
    unit = next(unit for unit in documents(place) if unit.get("failed"))
    assert unit["file"] == "xa-cam-hieu.docx" and "pdf" not in unit
    assert (place / "output/xa-cam-hieu.docx").exists() and "xa-cam-hieu.pdf" not in papers()
    assert "LO25" not in codes(outcome.notes)

    (office / "refuse").unlink()
    outcome = batch(pdf=True)
    assert (outcome.kept, outcome.failed, calls()) == (4, 0, [1])


def test_a_pdf_somebody_put_there_is_kept_and_told(place, book, batch, codes, office):
    book()
    batch()
    (place / "output/xa-cam-an.pdf").write_bytes(b"%PDF signed by hand")
    outcome = batch(pdf=True)
    assert (codes(outcome.failures), outcome.failed) == (["LE10"], 1)
    assert (place / "output/xa-cam-an.pdf").read_bytes() == b"%PDF signed by hand"
    assert batch(pdf=True, force=True).failed == 0


def test_pdfs_of_older_documents_are_told(book, batch, change, codes, office):
    book()
    batch(pdf=True)
    change("templates/bao-cao-xa/noi-dung.md", "Theo kết quả rà soát", "Theo kết quả điều tra")
    told = [finding.message for finding in batch().notes if finding.code == "PDF03"]
    assert len(told) == 1 and told[0].startswith("4 bản PDF") and "xa-cam-an.pdf" in told[0]
    assert "PDF03" not in codes(batch(pdf=True).notes)


def test_documents_with_no_row_any_more_are_told_with_their_pdfs(book, batch, office):
    book()
    batch(pdf=True)
    book([(1, "xã Cam Tuyền", 1411, 140, 14, 126, None)])
    told = [finding.message for finding in batch(pdf=True).notes if finding.code == "LO25"]
    assert len(told) == 1 and "xa-cam-an.docx" in told[0] and "xa-cam-an.pdf" in told[0]


def test_a_run_that_stops_while_printing_is_gone_on_with(place, book, batch, office, monkeypatch, calls, papers):
    """What is on the disk after any number of rows is kept by the next run, whatever ended this one."""
    from reportgen.batch import paper

    book()
    write, written = paper.write_atomic, []

    def until_the_third(path, *rest, **more):
        if len(written) == 2:
            raise KeyboardInterrupt
        written.append(path)
        write(path, *rest, **more)

    with monkeypatch.context() as patched:
        patched.setattr(paper, "write_atomic", until_the_third)
        with pytest.raises(KeyboardInterrupt):
            batch(pdf=True)
    assert len(papers()) == 2
    calls()
    assert (batch(pdf=True).kept, calls(), len(papers())) == (4, [2], 4)


def test_the_zip_has_the_pdfs(place, book, batch, office):
    import zipfile

    book()
    batch(pdf=True, zipped=True)
    with zipfile.ZipFile(place / "output/gop.zip") as packed:
        assert sum(name.endswith(".pdf") for name in packed.namelist()) == 4


def test_without_libreoffice_nothing_is_made(place, book, monkeypatch):
    from reportgen.cli import main

    book()
    monkeypatch.setattr(engine, "office_program", lambda: "")
    monkeypatch.chdir(place)
    assert main(["batch", "bao-cao-xa", "--data", "xa.xlsx", "--out", "output/moi", "--pdf"]) == MissingToolError.exit_code == 3
    assert not (place / "output/moi").exists()


@needs_office
def test_the_nine_communes_of_the_example_print_without_a_fault(tmp_path):
    from pathlib import Path

    from reportgen.batch import Wish
    from reportgen.batch.running import run_batch
    from reportgen.project import Project

    root = Path(__file__).resolve().parents[2]
    wish = Wish("bao-cao-xa", root / "data/bao-cao-xa/xa.xlsx", out=tmp_path, pdf=True, judge_all=True, jobs=2)
    outcome = run_batch(Project(root), wish)
    assert (outcome.made, outcome.failed) == (9, 0)
    assert not [finding for finding in (*outcome.remarks, *outcome.notes) if finding.code.startswith("PDF")]
    assert len(list(tmp_path.glob("*.pdf"))) == 9


def test_a_bad_pdf_is_a_data_error():
    from reportgen.pdf.pages import breaks_of

    with pytest.raises(DataError) as caught:
        breaks_of(b"%PDF-1.6 nothing %%EOF", "a.pdf")
    assert caught.value.findings[0].code == "PDF02"

"""``run`` as a user types it; documents of our own made faulty one property at a time; papers the way offices make them."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from reportgen.cli import main
from reportgen.docx.package import write_package
from reportgen.noun import noun


@noun
class Said:
    """What a call ended with and printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """``run("check", "a.docx")`` in the test's own folder: exit code, standard output, standard error."""
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "110")
    monkeypatch.chdir(tmp_path)

    def call(*argv: str) -> Said:
        code = main(list(argv))
        printed = capsys.readouterr()
        return Said(code, printed.out, printed.err)

    return call


@pytest.fixture
def clean(built_report, tmp_path) -> Path:
    """A document of ours without a fault."""
    path = tmp_path / "sach.docx"
    path.write_bytes(built_report("mau-bao-cao").read_bytes())
    return path


@pytest.fixture
def faulty(built_report, tmp_path) -> Path:
    """The same with a narrow margin, the number line in 15 pt, two paragraphs set left."""
    document = docx.Document(built_report("mau-bao-cao"))
    document.sections[0].left_margin = Mm(20)
    number = next(p for t in document.tables for c in t._cells for p in c.paragraphs if p.text.startswith("Số"))
    for run in number.runs:
        run.font.size = Pt(15)
    for paragraph in [p for p in document.paragraphs if p.style.name == "Nội dung"][:2]:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    path = tmp_path / "van ban" / "loi.docx"
    path.parent.mkdir()
    document.save(path)
    return path


@pytest.fixture(scope="session")
def pieces():
    """The papers of ``tests/foreign``: tests run in importlib mode, where other folders cannot be imported by name."""
    name, path = "foreign_pieces", Path(__file__).parents[1] / "foreign" / "pieces.py"
    if name not in sys.modules:
        spec = spec_from_file_location(name, path)
        sys.modules[name] = module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


@pytest.fixture
def foreign(pieces, tmp_path):
    """``foreign(name, *pieces)`` writes a paper made of these pieces and returns its path."""

    def put(name: str, *given: str, **how) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(write_package(pieces.make.package(*given, **how)))
        return path

    return put


@pytest.fixture
def paper(foreign, pieces):
    """``paper(name)`` writes a usual report of an office with the number in 14 pt."""

    def put(name: str = "la.docx", **how) -> Path:
        head, foot = how.pop("head", pieces.two_by_two), how.pop("foot", pieces.foot_one_by_two)
        return foreign(name, head(), pieces.TITLE, pieces.body(pieces.TEXT), pieces.END, foot(), **how)

    return put

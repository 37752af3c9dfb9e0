"""A .doc goes through LibreOffice and is read like any other file (also when it is called .docx)."""

import shutil
import subprocess

import pytest

from reportgen.docx.components import recognise
from reportgen.docx.package import read_foreign, write_package
from reportgen.docx.reader import read_marked
from reportgen.sources.office import office_program

pytestmark = pytest.mark.skipif(not office_program(), reason="máy này không có LibreOffice")


def test_an_old_word_file_called_docx(make, pieces, texts, tmp_path):
    source = tmp_path / "moi.docx"
    source.write_bytes(write_package(make.package(pieces.two_by_two(), pieces.TITLE, pieces.body(pieces.TEXT), pieces.END, pieces.foot_one_by_two(), pieces.line())))
    profile = (tmp_path / "ho-so").as_uri()
    subprocess.run(
        [office_program(), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "doc:MS Word 97", "--outdir", str(tmp_path), str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    old = shutil.move(tmp_path / "moi.doc", tmp_path / "cu.docx")
    parts = recognise(read_marked(read_foreign(old, "cu.docx"), "cu.docx").reading)
    assert texts(parts, pieces.HEAD) == pieces.HEAD and texts(parts, pieces.FOOT) == pieces.FOOT

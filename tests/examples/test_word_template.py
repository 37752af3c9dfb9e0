"""The monthly report drawn whole in Word (``mau.docx``) says what the one written as text says, and is as well laid out."""

import xml.etree.ElementTree as tree
import zipfile

import pytest

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORD_TYPE = "bao-cao-giam-ngheo-thang-word"


def paragraphs(path):
    with zipfile.ZipFile(path) as package:
        body = tree.fromstring(package.read("word/document.xml"))
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in body.iter(f"{W}p")]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory, copied_project):
    from reportgen.build import build
    from reportgen.project import Project

    return build(Project(copied_project(tmp_path_factory.mktemp("word"))), "thang-2-2020", type_key=WORD_TYPE)


def test_both_say_the_same(drawn, built_report):
    assert paragraphs(drawn.path) == paragraphs(built_report("thang-2-2020"))


def test_the_drawn_page_is_judged_like_any_other(drawn):
    assert [f.code for f in drawn.findings if not f.accepted] == []


def test_the_drawn_file_stands_beside_the_written_one(drawn):
    assert drawn.path.name == f"thang-2-2020--{WORD_TYPE}.docx"

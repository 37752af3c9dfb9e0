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


def with_words(path, before, now):
    """The Word file with some of its words changed, as somebody typing over them would leave it."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(before.encode(), now.encode())
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)


@pytest.mark.parametrize(
    ("before", "now", "code"),
    [
        ("{{ suat_qua }}", "319.107 suất quà", "MAU60"),
        ("{{ suat_qua }}", "{{ suat_qua.__class__ }}", "MAU43"),
        ("<w:body>", "<w:body><w:p><w:r><w:t>Nháp</w:t></w:r></w:p><w:sectPr/></w:body><w:body>", None),
    ],
)
def test_a_drawn_page_obeys_the_same_rules(project_folder, before, now, code):
    from reportgen.build import build
    from reportgen.errors import ReportgenError
    from reportgen.project import Project

    with_words(project_folder / "templates" / WORD_TYPE / "mau.docx", before, now)
    with pytest.raises(ReportgenError) as refused:
        build(Project(project_folder), "thang-2-2020", type_key=WORD_TYPE)
    assert code is None or code in {f.code for f in refused.value.findings}
    assert list((project_folder / "output").glob("*.docx")) == []

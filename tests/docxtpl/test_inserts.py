"""Pictures and sub-documents: docxtpl's own machinery around our text."""

import io
import struct
import zipfile
import zlib

import docx
import pytest

from reportgen.docx.word_template import compile_word_template
from reportgen.docx.word_template.full import Insert, render_full
from reportgen.errors import DataError


def png(width=4, height=2):
    """A red picture."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\xff\0\0" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.fixture
def printed(pages):
    def build(draw, inserts, **context):
        data = pages.drawn(draw)
        template = compile_word_template(data, file="mau.docx", inserts={i.name: i.kind for i in inserts})
        return render_full(template, data, inserts, {**context, **pages.OWN}, file="mau.docx")

    return build


def with_picture(document):
    document.add_paragraph("Sơ đồ {{ ten }}:")
    document.add_paragraph("{{ so_do }}")
    document.add_paragraph("và lần nữa {{ so_do }} hết")
    document.sections[0].header.paragraphs[0].text = "{{ so_do }}"


def test_a_picture_stands_where_its_tag_stood(printed):
    data = printed(with_picture, [Insert("so_do", "hinh", png(), 60)], ten="A & B")
    document = docx.Document(io.BytesIO(data))
    assert [p.text for p in document.paragraphs] == ["Sơ đồ A & B:", "", "và lần nữa  hết"]
    assert [round(shape.width.mm) for shape in document.inline_shapes] == [60, 60]
    assert len(document.sections[0].header.part.related_parts) == 1
    ids = [shape._inline.docPr.id for shape in document.inline_shapes]
    assert len(set(ids)) == 2
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert sum(name.startswith("word/media/") for name in archive.namelist()) == 1


def test_the_same_twice(printed):
    insert = [Insert("so_do", "hinh", png(), 60)]
    assert printed(with_picture, insert, ten="A") == printed(with_picture, insert, ten="A")


def test_a_sub_document_stands_where_its_paragraph_stood(printed, pages):
    pytest.importorskip("docxcompose")

    def inner(document):
        document.add_heading("Phụ lục", 1)
        document.add_table(rows=1, cols=2).rows[0].cells[1].text = "ô"

    def outer(document):
        for words in ("Trước {{ ten }}", "{{p phu_luc }}", "Sau"):
            document.add_paragraph(words)

    data = printed(outer, [Insert("phu_luc", "tai_lieu", pages.drawn(inner))], ten="X")
    found = pages.structure(data)
    assert [block[1] for block in found if isinstance(block, tuple)] == ["Trước X", "Phụ lục", "Sau"]
    assert found[2][0][1][3] == [("", "ô", [])]


def test_a_file_that_is_no_picture_is_refused(printed):
    with pytest.raises(DataError, match="không đọc được hình"):
        printed(with_picture, [Insert("so_do", "hinh", b"<svg/>", 60)], ten="A")


def test_a_sub_document_nobody_declared_is_refused(pages):
    data = pages.drawn(lambda document: document.add_paragraph("{{p phu_luc }}"))
    with pytest.raises(DataError) as caught:
        compile_word_template(data, file="mau.docx")
    assert [f.code for f in caught.value.findings] == ["MAU57"]

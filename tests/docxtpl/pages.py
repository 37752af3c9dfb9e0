"""Draws templates construct by construct, prints them with docxtpl itself and with us, reads both back as plain structure."""

import io
import zipfile

import docx
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import Environment

from reportgen.docx.word_template import compile_word_template
from reportgen.template import render

OWN = {"tieu_de_tai_lieu": "Báo cáo", "tac_gia": "Sở", "ngay_tao": "2020-02-21T00:00:00Z"}
"""Names every template of ours fills into the file's properties."""


def drawn(draw):
    """The bytes of a Word file ``draw`` drew on."""
    document = docx.Document()
    draw(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def by_docxtpl(data, context):
    """What docxtpl makes of it, with its own environment (escaping on)."""
    template = DocxTemplate(io.BytesIO(data))
    template.render(dict(context), jinja_env=Environment(autoescape=True))
    buffer = io.BytesIO()
    template.save(buffer)
    return buffer.getvalue()


def by_us(data, context):
    """What our engine makes of it."""
    return render(compile_word_template(data, file="mau.docx"), {**context, **OWN})


def structure(data):
    """Body, headers, footers and footnotes of a Word file as nested lists of words, looks and merges."""
    document = docx.Document(io.BytesIO(data))
    found = [block(child) for child in document.element.body if child.tag != qn("w:sectPr")]
    for section in document.sections:
        for part in (section.header, section.footer):
            found += [("lề", paragraph(p._p)) for p in part.paragraphs if p.text]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if "word/footnotes.xml" in archive.namelist():
            root = docx.oxml.parse_xml(archive.read("word/footnotes.xml"))
            found += [("chú thích", paragraph(p)) for p in root.iter(qn("w:p"))]
    return found


def block(element):
    """A paragraph or a table."""
    return table(element) if element.tag == qn("w:tbl") else paragraph(element)


def paragraph(element):
    """(style, words with tabs and breaks), and the stretches that are bold, italic or underlined."""
    style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    pieces = [(words, looks) for run in element.iter(qn("w:r")) if (words := said(run)) for looks in [look(run)]]
    return (style.get(qn("w:val")) if style is not None else "", "".join(words for words, _ in pieces), joined(pieces))


def said(run):
    """The letters of a run."""
    names = {qn("w:tab"): "⇥", qn("w:br"): "⏎"}
    return "".join((child.text or "") if child.tag == qn("w:t") else names.get(child.tag, "") for child in run)


def look(run):
    """How a run looks, for the marks that matter."""
    properties = run.find(qn("w:rPr"))
    marks = ("b", "i", "u", "strike")
    return "".join(mark for mark in marks if properties is not None and properties.find(qn(f"w:{mark}")) is not None)


def joined(pieces):
    """Neighbours that look alike as one; plain ones left out."""
    found = []
    for words, looks in pieces:
        if found and found[-1][1] == looks:
            found[-1] = (found[-1][0] + words, looks)
        else:
            found.append((words, looks))
    return [piece for piece in found if piece[1]]


def table(element):
    """Rows of cells: (span, merge, shading, blocks)."""
    return [[cell(each) for each in row.iter(qn("w:tc"))] for row in element.iterchildren(qn("w:tr"))]


def cell(element):
    """One cell."""
    def value(name, attribute):
        found = element.find(f"{qn('w:tcPr')}/{qn(name)}")
        return None if found is None else found.get(qn(attribute))

    blocks = [block(child) for child in element if child.tag in (qn("w:p"), qn("w:tbl"))]
    return (value("w:gridSpan", "w:val"), value("w:vMerge", "w:val"), value("w:shd", "w:fill"), blocks)

"""The same text and structure as docxtpl's own render, construct by construct of its manual."""

import io

import docx
import pytest
from docxtpl import RichText

from reportgen.program.formatted import stretches
from reportgen.docx.word_template import compile_word_template
from reportgen.template import render


def test_same_as_docxtpl(drawing, pages):
    draw, context = drawing
    data = pages.drawn(draw)
    assert pages.structure(pages.by_us(data, context)) == pages.structure(pages.by_docxtpl(data, context))


def test_words_after_a_run_statement_keep_the_look_docxtpl_loses(pages):
    def draw(document):
        document.add_paragraph().add_run("trước {%r if co %}giữa{%r endif %} sau").bold = True

    assert pages.structure(pages.by_us(pages.drawn(draw), {"co": "x"})) == [("", "trước giữa sau", [("trước giữa sau", "b")])]


FORMATTED = {
    "words": "theo **kế hoạch** của *tỉnh* & huyện",
    "all of it": "**giảm 5%**",
    "lines": "dòng một\ndòng **hai**\tcột",
    "no marks": "2 * 3 = 6 và 5 ** 2",
}


@pytest.mark.parametrize("text", FORMATTED.values(), ids=FORMATTED)
def test_rich_text_is_what_docxtpl_prints(text, pages):
    """Ours is typed with marks, docxtpl's is built in Python; the page says and shows the same."""
    def draw(document):
        document.add_paragraph("Ghi chú: ").add_run("{{r ghi_chu }}.")

    rich = RichText()
    for words, marks in stretches(text):
        rich.add(words, bold="b" in marks, italic="i" in marks)
    data = pages.drawn(draw)
    template = compile_word_template(data, file="mau.docx")
    ours = render(template, {"ghi_chu": text, **pages.OWN})
    assert pages.structure(ours) == pages.structure(pages.by_docxtpl(data, {"ghi_chu": rich}))


def test_rich_text_takes_the_look_of_its_tag(pages):
    def draw(document):
        run = document.add_paragraph().add_run("{{r ghi_chu }}")
        run.italic, run.font.name, run.font.size = True, "Times New Roman", 177800

    template = compile_word_template(pages.drawn(draw), file="mau.docx")
    document = docx.Document(io.BytesIO(render(template, {"ghi_chu": "a **b**", **pages.OWN})))
    runs = [run for run in document.paragraphs[0].runs if run.text]
    assert [(r.text, r.bold, r.italic, r.font.size.pt) for r in runs] == [("a ", None, True, 14), ("b", True, True, 14)]

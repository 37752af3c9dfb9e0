"""A type drawn in Word says the same as the same text in noi-dung.md, and is just as strict."""

import pickle

import pytest

from reportgen.docx.word_template import compile_word_template
from reportgen.template import render

SENTENCES = [
    "Toàn tỉnh có {{ ho_ngheo }}, giảm {{ ho_giam }} so với năm trước.",
    "Kinh phí {{ kinh_phi }} ({{ kinh_phi|tien_bang_chu }}).",
    "Đơn vị thực hiện: {{ don_vi }}.",
]
WORD = [
    SENTENCES[0],
    "{%p if ho_giam > 5 %}",
    SENTENCES[1],
    "{%p endif %}",
    "{%p for d in cac_don_vi %}",
    "- {{ d.ten }}: {{r d.so }};",
    "{%p endfor %}",
    SENTENCES[2],
]
TEXT = f"""{SENTENCES[0]}

{{% if ho_giam > 5 %}}
{SENTENCES[1]}
{{% endif %}}
{{% for d in cac_don_vi %}}
- {{{{ d.ten }}}}: {{{{ d.so }}}};
{{% endfor %}}

{SENTENCES[2]}
"""


@pytest.fixture(scope="module")
def words(figure):
    return {
        "ho_ngheo": figure("17352", "hộ"),
        "ho_giam": figure("8788", "hộ"),
        "kinh_phi": figure("976", "triệu đồng", approximation="gan"),
        "don_vi": "Sở A & B <phòng 'C'>",
        "cac_don_vi": [{"ten": "Cam An", "so": figure("79", "hộ")}, {"ten": "Cam Hiếu", "so": figure("85", "hộ")}],
    }


@pytest.fixture(scope="module")
def drawn(letterhead):
    def build(data, **more):
        template = compile_word_template(data, file="mau.docx")
        names = {name: letterhead[name] for name in ("tieu_de_tai_lieu", "tac_gia", "ngay_tao")}
        return render(template, {**names, **more})

    return build


@pytest.fixture(scope="module")
def said(lines_of):
    def read(data):
        return [words for _, words, _ in lines_of(data) if words]

    return read


@pytest.mark.parametrize("torn", ["AT_BRACES", "IN_NAME", "NOT_AT_ALL"])
def test_a_drawn_template_says_what_the_text_says(torn, drawing, drawn, words, built, body_of, said):
    from_word = said(drawn(drawing.draw(WORD, torn=torn), **words))
    from_text = [text for _, text in body_of(built(TEXT, **words))]
    assert from_word == from_text
    assert from_word[0] == "Toàn tỉnh có 17.352 hộ, giảm 8.788 hộ so với năm trước."
    assert len(from_word) == 5


def test_rows_of_a_table_repeat(drawing, drawn, words, said):
    rows = [("Xã", "Số hộ"), ("{%tr for d in cac_don_vi %}", ""), ("{{ d.ten }}", "{{ d.so }}"), ("{%tr endfor %}", "")]
    assert said(drawn(drawing.draw(["Bảng"], rows=rows), **words)) == ["Bảng", "Xã", "Số hộ", "Cam An", "79 hộ", "Cam Hiếu", "85 hộ"]


def test_cells_of_a_row_repeat(drawing, drawn, words, said):
    rows = [("Xã", "{%tc for d in cac_don_vi %}", "{{ d.ten }}", "{%tc endfor %}")]
    assert said(drawn(drawing.draw(["Bảng"], rows=rows), **words)) == ["Bảng", "Xã", "Cam An", "Cam Hiếu"]


def test_headers_are_filled_and_properties_are_ours(drawing, drawn, words, members):
    parts = members(drawn(drawing.draw(["Câu."], header="Đơn vị {{ don_vi }}"), **words))
    assert "Sở A &amp; B &lt;phòng" in parts["word/header1.xml"].decode()
    assert "Sở Lao động" in parts["docProps/core.xml"].decode()
    assert "Người soạn mẫu" not in parts["docProps/core.xml"].decode()


def test_quotes_bent_by_word_are_read_as_straight(drawing, drawn, words, said):
    assert said(drawn(drawing.draw(["{{ kinh_phi|doi_don_vi(“tỷ đồng”) }}"]), **words)) == ["gần 0,976 tỷ đồng"]


def test_it_pickles_and_prints_the_same_bytes(drawing, words, letterhead):
    template = compile_word_template(drawing.draw(WORD), file="mau.docx")
    again = pickle.loads(pickle.dumps(template))
    assert render(template, {**letterhead, **words, "noi": 1}) == render(again, {**letterhead, **words, "noi": 1})


FAULTS = [
    (["{{ ho_ngheo"], "MAU50"),
    (["{{ cycler.__init__.__globals__.os.popen('id') }}"], "MAU43"),
    (["{{ ''.join(ho_ngheo) }}"], "MAU32"),
    (["{{ lipsum() }}"], "MAU32"),
    (["{%p for x in range(10) %}", "a", "{%p endfor %}"], "MAU32"),
    (["{% set x = 1 %}"], "MAU07"),
    (["{%p include 'a' %}"], "MAU07"),
    (["{% raw %}{{ a }}{% endraw %}"], "MAU07"),
    (["{%p if a %}", "x"], "MAU06"),
    (["x", "{%p endif %}"], "MAU06"),
    (["{% if a %}", "x", "{% endif %}"], "MAU52"),
    (["{{p phu_luc }}"], "MAU57"),
    (["x{%r if a %}x"], "MAU06"),
    (["{{ ho ngheo }}"], "MAU30"),
]


@pytest.mark.parametrize(("paragraphs", "code"), FAULTS)
def test_mistakes_name_their_paragraph(paragraphs, code, drawing, faults):
    found = faults(compile_word_template, drawing.draw(["Đoạn đầu.", *paragraphs]), file="mau.docx")
    assert code in [c for c, _ in found]
    assert all(place.startswith("mau.docx: đoạn ") for _, place in found)


def test_a_cell_that_could_end_up_empty_is_refused(drawing, faults):
    data = drawing.draw(["x"], rows=[("{%p if a %}",)], torn="NOT_AT_ALL")
    assert "MAU52" in [c for c, _ in faults(compile_word_template, data, file="mau.docx")]


def test_a_statement_from_cell_to_cell_is_refused(drawing, faults):
    data = drawing.draw(["x"], rows=[("{% if a %}b", "c{% endif %}")])
    assert faults(compile_word_template, data, file="mau.docx") == [("MAU52", "mau.docx: đoạn 2")]


def test_an_unknown_figure_is_found_in_its_paragraph(drawing, drawn, words, faults):
    assert faults(drawn, drawing.draw(["Một.", "Hai {{ ho_ngheoo }}."]), **words) == [("MAU31", "mau.docx: đoạn 2")]

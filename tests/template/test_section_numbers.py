"""Numbers of sections: typed, counted while printing, or Word's own; always the same labels."""

import re

import pytest

from reportgen.docx.package import read_package, write_package
from reportgen.docx.reader import read_pages
from reportgen.section_numbers import Counter, read_scheme
from reportgen.vietnamese.refusal import Refusal

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TREE = "1 2 3 3 2 3 1 2 2 3 4 4 1"

SCHEMES = [
    (("I.", "1.", "1.1.", "a)"), "I. 1. 1.1. 1.2. 2. 2.1. II. 1. 2. 2.1. a) b) III."),
    (("1.", "1.1.", "1.1.1.", "a)"), "1. 1.1. 1.1.1. 1.1.2. 1.2. 1.2.1. 2. 2.1. 2.2. 2.2.1. a) b) 3."),
    (("A.", "I.", "1)", "a/"), "A. I. 1) 2) II. 1) B. I. II. 1) a/ b/ C."),
    (("I.", "I.1.", "1.", "1.1."), "I. I.1. 1. 2. I.2. 1. II. II.1. II.2. 1. 1.1. 1.2. III."),
]


@pytest.mark.parametrize(("scheme", "labels"), SCHEMES)
def test_labels_follow_the_tree(scheme, labels):
    counter = Counter(read_scheme(scheme))
    assert [counter.next_label(int(level)) for level in TREE.split()] == labels.split()


def test_articles_run_on_through_the_chapters():
    counter = Counter(read_scheme(("Chương I", "Điều 1.", "1.")))
    assert [counter.next_label(level) for level in (1, 2, 3, 3, 1, 2, 3)] == [
        "Chương I", "Điều 1.", "1.", "2.", "Chương II", "Điều 2.", "1.",
    ]  # fmt: skip


def test_points_go_by_the_letters_of_the_law():
    counter = Counter(read_scheme(("a)",)))
    assert "".join(counter.next_label(1)[0] for _ in range(11)) == "abcdđeghikl"


@pytest.mark.parametrize("samples", [("một",), ("1.1.",), ("",), ("-",), ("1", "1.1.1."), ("{{ x }}",), ("1.;2.",), ("a'b",)])
def test_other_samples_are_refused(samples):
    with pytest.raises(Refusal):
        read_scheme(samples)


def test_a_scheme_that_is_none_is_a_finding(compiled, faults):
    assert [code for code, _ in faults(compiled, "# A", scheme=["một"])] == ["MAU55"]


BODY = """# Mục a
## Mục b
### Mục c
## Mục d
# Mục e
## Mục g
##. Mục h
### Mục i
"""
LOOSE = BODY.replace("# Mục e\n", "{% if hien %}\n# Mục e\n{% endif %}\n", 1)
NUMBERS = ["I.", "1.", "1.1.", "2.", "II.", "1.", "2.", "2.1."]


def labels(data):
    """The numbers a reader sees, automatic ones included."""
    shown = [p.text for p in read_pages(read_package(data, "x.docx")).paragraphs]
    return [text.split()[0] for text in shown if " mục " in text.lower()]


@pytest.mark.parametrize("automatic", [False, True])
@pytest.mark.parametrize("text", [BODY, LOOSE])
def test_typed_and_automatic_numbers_are_the_same(text, automatic, built):
    words = {"hien": "x"} if text == LOOSE else {}
    assert labels(built(text, scheme=["I.", "1.", "1.1."], automatic=automatic, **words)) == NUMBERS


def test_numbers_are_counted_while_printing(built):
    assert labels(built(LOOSE, scheme=["1.", "1.1.", "1.1.1."], hien="")) == ["1.", "1.1.", "1.1.1.", "1.2.", "1.3.", "1.4.", "1.4.1."]


def test_sections_in_a_loop_are_numbered(built, body_of):
    text = "{% for x in xa %}\n# {{ x }}\n##. Chung\n{% endfor %}"
    assert [words for _, words in body_of(built(text, xa=["Cam An", "Cam Hiếu"]))] == [
        "I. Cam An", "1. Chung", "II. Cam Hiếu", "1. Chung",
    ]  # fmt: skip


def test_a_section_whose_upper_one_is_left_out_is_a_finding(built, faults):
    text = "{% if a %}\n# A\n{% endif %}\n## B"
    assert faults(built, text, scheme=["1.", "1.1."], a="") == [("MAU08", "noi-dung.md:4:1")]


@pytest.mark.parametrize("text", ["# A\n## B\n## C\n# D\n## E", "# A\n## B\n{% if x %}\n## C\n{% endif %}\n# D\n## E"])
def test_letters_stay_typed_below_automatic_numbers(text, compiled, printed):
    template = compiled(text, scheme=["I.", "a)"], automatic=True)
    assert [(n.code, n.blocks) for n in template.notes] == [("MAU56", False)]
    words = {"x": "x"} if "{%" in text else {}
    reading = read_pages(read_package(printed(template, **words), "x.docx"))
    shown = [p.text for p in reading.paragraphs if not p.cell and p.text[-1:] in "ABCDE" and p.text]
    assert shown == ["I. A", "a) B", "b) C", "II. D", "a) E"]


def test_automatic_numbers_keep_the_indent_of_the_heading_styles(compiled, printed, members):
    made = members(printed(compiled("# A\n## B", scheme=["I.", "1."], automatic=True)))
    styles = re.findall(rb'<w:style [^>]*w:styleId="Heading[12]".*?</w:style>', made["word/styles.xml"])
    wanted = [re.search(rb"<w:ind [^>]*/>", style).group() for style in styles]
    assert re.findall(rb"<w:ind [^>]*/>", made["word/numbering.xml"]) == wanted


def test_a_frame_without_lists_gets_the_part_that_holds_them(frame, compiled, printed, members):
    parts = read_package(frame, "khung.docx")
    del parts["word/numbering.xml"]
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        parts[name] = re.sub(rb'<[^<>]*"[^"]*numbering\.xml"[^<>]*/>', b"", parts[name])
    assert not any(b"numbering.xml" in content for content in parts.values())
    made = members(printed(compiled("# Mục a", frame=write_package(parts), scheme=["1."], automatic=True)))
    assert b"/word/numbering.xml" in made["[Content_Types].xml"]
    assert b'Target="numbering.xml"' in made["word/_rels/document.xml.rels"]
    assert made["word/document.xml"].count(b"<w:numPr>") == 1


def test_the_lists_of_the_frame_are_kept(frame, compiled, printed, members):
    ours = (
        '<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"/></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>'
    )
    parts = read_package(frame, "khung.docx")
    parts["word/numbering.xml"] = f'<w:numbering xmlns:w="{W}">{ours}</w:numbering>'.encode()
    made = members(printed(compiled("# A", frame=write_package(parts), scheme=["1."], automatic=True)))
    lists = made["word/numbering.xml"].decode()
    order = [lists.index(f'w:abstractNumId="{n}"') for n in (4, 5)] + [lists.index(f'w:numId="{n}"') for n in (7, 8)]
    assert order == sorted(order)
    assert '<w:numId w:val="8"/>' in made["word/document.xml"].decode()

"""A frame somebody edited in Word: tags torn into runs, statements, the slot, rules, headers; and what is refused."""

import io
import zipfile

import pytest

from reportgen.docx.package import read_package, write_package
from reportgen.template import names

BODY = "Nội dung."


def p(*runs, style="NoiDung", more=""):
    words = "".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{words}</w:p>'


def cell(*paragraphs):
    return f"<w:tc><w:tcPr/>{''.join(paragraphs)}</w:tc>"


def table(*rows):
    return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{''.join(f'<w:tr>{r}</w:tr>' for r in rows)}</w:tbl>"


SLOT = p("{{p noi_dung }}")


@pytest.fixture(scope="module")
def words_of(frame_with, compiled, printed, lines_of):
    def read(xml, **words):
        return [said for _, said, _ in lines_of(printed(compiled(BODY, frame=frame_with(xml)), **words))]

    return read


@pytest.mark.parametrize(
    "runs",
    [
        ["{{ ten }}"],
        ["{", "{ ten }", "}"],
        ["{{ t", "e", "n }}"],
        ["{{ te", '</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>n', " }}"],
        ["{{\u00a0ten\u00a0}}"],
    ],
)
def test_a_torn_tag_is_made_whole(runs, words_of):
    assert words_of(p("Sở ", *runs, " kính gửi") + SLOT, ten="Tài & chính")[0] == "Sở Tài & chính kính gửi"


def test_a_tag_takes_the_look_of_the_run_it_starts_in(frame_with, compiled, printed, members):
    xml = p("Sở ", "</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{{ t", "en }}", " x") + SLOT
    page = members(printed(compiled(BODY, frame=frame_with(xml)), ten="A"))["word/document.xml"].decode()
    assert '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">A</w:t></w:r>' in page


def test_statements_own_their_paragraphs(words_of):
    xml = p("{%p if hien %}") + p("Có {{ ten }}") + p("{%p else %}") + p("Không") + p("{%p endif %}") + SLOT
    assert words_of(xml, hien="x", ten="A") == ["Có A", BODY]
    assert words_of(xml, hien="", ten="A") == ["Không", BODY]


def test_statements_may_stand_inside_one_paragraph(words_of):
    xml = p("Gửi", "{% if hien %}", ": ", "{{ ten }}", "{% endif %}", ".") + SLOT
    assert words_of(xml, hien="x", ten="A")[0] == "Gửi: A."
    assert words_of(xml, hien="", ten="A")[0] == "Gửi."


def test_rows_repeat(words_of):
    xml = table(cell(p("Đầu")), cell(p("{%tr for d in ds %}")), cell(p("{{ d }}")), cell(p("{%tr endfor %}"))) + SLOT
    assert words_of(xml, ds=["a", "b"])[:3] == ["Đầu", "a", "b"]


def test_a_condition_keeps_its_comparison_signs(words_of, figure):
    xml = p("{%p if a &lt; b and ten == “x &amp; y” %}") + p("đúng") + p("{%p endif %}") + SLOT
    assert words_of(xml, a=figure("1"), b=figure("2"), ten="x & y")[0] == "đúng"


def test_braces_that_are_no_tags_are_printed(words_of):
    assert words_of(p("a } b { c %") + SLOT)[0] == "a } b { c %"


def test_the_indents_of_the_rules_are_filled_per_document(frame, compiled, printed, members):
    page = members(printed(compiled(BODY), ke_co_quan=777))["word/document.xml"].decode()
    assert '<w:ind w:left="777" w:right="777" w:firstLine="0"/>' in page
    assert page.count("w:firstLine") == 3


def test_headers_with_tags_are_filled(frame_with, compiled, printed, members):
    header = f'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{p("Mật {{ ten }}")}</w:hdr>'
    data = printed(compiled(BODY, frame=frame_with(SLOT, **{"word/header1.xml": header})), ten="A&B")
    assert "Mật A&amp;B" in members(data)["word/header1.xml"].decode()


def test_everything_else_is_taken_over_byte_for_byte(frame, compiled, printed):
    data = printed(compiled(BODY))

    def packed(docx):
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            found = {}
            for info in archive.infolist():
                start = info.header_offset + 30 + len(info.filename)
                found[info.filename] = docx[start : start + info.compress_size]
            return found

    before, after = packed(frame), packed(data)
    assert before.keys() == after.keys()
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"word/document.xml", "docProps/core.xml"}
    assert next(iter(after)) == "[Content_Types].xml"


def test_the_file_properties_come_from_the_document(compiled, printed, members):
    core = members(printed(compiled(BODY), tieu_de_tai_lieu="A & B"))["docProps/core.xml"].decode()
    assert "<dc:title>A &amp; B</dc:title>" in core
    assert core.count("2020-02-21T00:00:00Z") == 2


def test_the_same_input_gives_the_same_bytes(compiled, printed):
    assert printed(compiled(BODY)) == printed(compiled(BODY))


def test_a_template_says_which_names_it_needs(compiled):
    wanted = names(compiled("Có {{ ho_ngheo }}."))
    assert str(wanted["ho_ngheo"]) == "noi-dung.md:1:4"
    assert wanted["chuc_vu"].file == "khung.docx"
    assert str(wanted["tac_gia"]) == "khung.docx: thuộc tính tệp"


def test_a_value_with_a_control_character_is_refused(compiled, printed, faults):
    assert faults(printed, compiled("Có {{ ten }} x"), ten="a\x01b") == [("MAU44", "khung.docx")]


FAULTS = [
    (p("{{ ten") + SLOT, "MAU50", "đoạn 1"),
    (p("{{ ten") + p("}}") + SLOT, "MAU50", "đoạn 1"),
    (p("Không có chỗ"), "MAU51", ""),
    (SLOT + SLOT, "MAU51", "đoạn 2"),
    (p("{% if a %}") + p("x") + p("{% endif %}") + SLOT, "MAU52", "đoạn 1"),
    (p("x {%p if a %} y") + SLOT, "MAU52", "đoạn 1"),
    (p("{%tr if a %}") + SLOT, "MAU52", "đoạn 1"),
    (table(cell(p("{%p if a %}"), p("x"), p("{%p endif %}"))) + SLOT, "MAU52", "đoạn 1"),
    (table(cell(p("{%p if a %}"), p("x")), cell(p("{%p endif %}"), p("x"))) + SLOT, "MAU52", "đoạn 1"),
    (table(cell(p("{%tr if a %}")), cell(p("x")), cell(p("{%tr endif %}"))) + SLOT, "MAU52", "đoạn 1"),
    (p("{%p if a %}", more="<w:sectPr/>") + p("x") + p("{%p endif %}") + SLOT, "MAU52", "đoạn 1"),
    (p("{%p if a %}") + SLOT, "MAU06", "đoạn 1"),
    (SLOT + p("{%p endif %}"), "MAU06", "đoạn 2"),
    (p("{%p while a %}") + SLOT, "MAU07", "đoạn 1"),
    (p("{{p phu_luc }}") + SLOT, "MAU57", "đoạn 1"),
    (p("{{ a b }}") + SLOT, "MAU30", "đoạn 1"),
    (p("{{ a.__class__ }}") + SLOT, "MAU43", "đoạn 1"),
    (p("{{ a() }}") + SLOT, "MAU32", "đoạn 1"),
]


@pytest.mark.parametrize(("xml", "code", "where"), FAULTS)
def test_mistakes_in_a_frame_name_the_paragraph(xml, code, where, frame_with, compiled, faults):
    place = f"khung.docx: {where}" if where else "khung.docx"
    assert (code, place) in faults(compiled, BODY, frame=frame_with(xml))


def test_mistakes_of_frame_and_text_come_together(frame_with, compiled, faults):
    found = faults(compiled, "Có {{ a + b }}.", frame=frame_with(p("{{ c d }}") + SLOT))
    assert found == [("MAU30", "khung.docx: đoạn 1")] or ("MAU32", "noi-dung.md:1:4") in found


def test_a_style_the_text_needs_is_missed_by_name(frame, compiled, faults):
    parts = read_package(frame, "khung.docx")
    parts["word/styles.xml"] = parts["word/styles.xml"].replace("Gạch đầu dòng".encode(), b"Bullet")
    assert faults(compiled, "- ý", frame=write_package(parts)) == [("MAU53", "khung.docx")]


def test_styles_are_found_by_name_when_their_ids_changed(frame, compiled, printed, body_of):
    parts = {k: v.replace(b'"GachDauDong"', b'"Style17"') for k, v in read_package(frame, "khung.docx").items()}
    data = printed(compiled("- ý", frame=write_package(parts)))
    assert body_of(data) == [("Gạch đầu dòng", "- ý")]

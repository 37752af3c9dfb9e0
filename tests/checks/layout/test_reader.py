"""What a reader sees: effective formatting through all levels, automatic numbers, page numbers really shown."""

from decimal import Decimal

import pytest

THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme name="x">'
    '<a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)
THEMED = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
STYLES = (
    f'<w:docDefaults><w:rPrDefault><w:rPr>{THEMED}<w:sz w:val="22"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="Gốc"/><w:basedOn w:val="N"/><w:pPr><w:jc w:val="both"/></w:pPr>'
    '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:b/><w:sz w:val="28"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Con"/><w:basedOn w:val="A"/><w:pPr><w:keepNext/></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="C"><w:name w:val="Chữ"/><w:rPr><w:b/><w:i/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="T"><w:name w:val="Bảng"/><w:pPr><w:spacing w:after="0"/></w:pPr>'
    '<w:rPr><w:sz w:val="20"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="X"><w:name w:val="Vòng"/><w:basedOn w:val="Y"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Y"><w:name w:val="Quanh"/><w:basedOn w:val="X"/><w:rPr><w:i/></w:rPr></w:style>'
)


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


@pytest.fixture
def first(papers, reading, ooxml):
    """``first(xml)`` → the first paragraph of a document that holds only this."""

    def read(*blocks, styles=STYLES):
        paper = papers["report"]()
        paper.whole = list(blocks)
        package = paper.package() | {
            "word/styles.xml": ooxml.xml("styles", styles),
            "word/theme/theme1.xml": THEME.encode(),
            "word/_rels/document.xml.rels": ooxml.rels(
                rId1=("styles", "styles.xml"),
                rId2=("numbering", "numbering.xml"),
                rId3=("theme", "theme/theme1.xml"),
            ),
        }
        return ooxml.read(package)

    return read


def test_defaults_and_theme_fonts(first):
    (found,) = first(paragraph(run("chữ"))).paragraphs
    assert (found.face.font, found.face.size_pt, found.format.after, found.format.line) == (
        "Calibri",
        11,
        160,
        259,
    )


def test_a_style_inherits_from_its_parent(first):
    (found,) = first(paragraph(run("chữ"), properties='<w:pStyle w:val="B"/>')).paragraphs
    assert (found.style, found.face.font, found.face.size_pt, found.face.bold) == (
        "Con",
        "Times New Roman",
        14,
        True,
    )
    assert (found.format.align, found.format.keep_next) == ("justify", True)


def test_bold_of_two_style_levels_cancels_out_and_direct_bold_does_not(first):
    runs = (
        run("một", '<w:rStyle w:val="C"/>'),
        run("hai", '<w:rStyle w:val="C"/><w:b/>'),
        run("ba", '<w:b w:val="0"/>'),
    )
    (found,) = first(paragraph(*runs, properties='<w:pStyle w:val="A"/>')).paragraphs
    assert [(r.face.bold, r.face.italic) for r in found.runs] == [(False, True), (True, True), (False, False)]


def test_a_table_style_stands_below_the_paragraph_style(first):
    def cell(style):
        return f"<w:tc>{paragraph(run('ô'), properties=style)}</w:tc>"

    table = '<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="5000"/></w:tblGrid>'
    cells = cell("") + cell('<w:pStyle w:val="A"/>')
    plain, styled = first(f"{table}<w:tr>{cells}</w:tr></w:tbl>").paragraphs
    assert (plain.face.size_pt, plain.format.after, styled.face.size_pt) == (10, 0, 14)
    assert (styled.cell.column, styled.cell.left, styled.cell.width) == (1, 4108, 4784)


def test_styles_in_a_circle_do_no_harm(first):
    (found,) = first(paragraph(run("chữ"), properties='<w:pStyle w:val="X"/>')).paragraphs
    assert found.face.italic


def test_what_is_deleted_hidden_or_an_instruction_is_not_read(first):
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("21")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    pieces = (
        run("Nhìn "),
        "<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>",
        run("giấu", "<w:vanish/>"),
        f"<w:ins>{run('thấy ')}</w:ins>",
        f"<w:sdt><w:sdtContent>{run('hết ')}</w:sdtContent></w:sdt>",
        field,
    )
    (found,) = first(paragraph(*pieces)).paragraphs
    assert (found.text, found.fields) == ("Nhìn thấy hết 21", ("DATE",))


def test_letters_are_composed_and_no_break_spaces_plain(first):
    (found,) = first(paragraph(run("ho\u0323c\xa0sinh\u200b"))).paragraphs
    assert (found.text, found.decomposed) == ("học sinh", True)


def test_automatic_numbers_are_part_of_what_is_shown(first):
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    found = first(*[paragraph(run(text), properties=number) for text in ("Kết quả", "Nhiệm vụ")]).paragraphs
    assert [p.text for p in found] == ["1. Kết quả", "2. Nhiệm vụ"]


def test_capitals_may_come_from_the_face(first):
    (found,) = first(paragraph(run("báo cáo", "<w:caps/>"))).paragraphs
    assert (found.text, found.typed) == ("BÁO CÁO", "báo cáo")


@pytest.mark.parametrize(
    ("line", "rule", "lines"),
    [
        (240, "auto", "1"),
        (276, "auto", "1.15"),
        (322, "exact", "1"),
        (200, "atLeast", "1"),
        (483, "atLeast", "1.5"),
    ],
)
def test_line_spacing_in_lines(first, line, rule, lines):
    spacing = f'<w:spacing w:line="{line}" w:lineRule="{rule}"/>'
    (found,) = first(paragraph(run("chữ", '<w:sz w:val="28"/>'), properties=spacing)).paragraphs
    assert found.format.lines(Decimal(14)) == Decimal(lines)


def test_a_dead_page_number_is_not_shown(papers, ooxml):
    paper = papers["report"]()
    package = paper.package()
    dead = ooxml.page_number(paper.page_number).replace(
        '<w:jc w:val="center"/>', '<w:framePr w:xAlign="left"/>'
    )
    package["word/header2.xml"] = ooxml.xml("hdr", dead)
    package["word/_rels/document.xml.rels"] = ooxml.rels(
        rId1=("styles", "styles.xml"), rId9=("header", "header1.xml"), rId8=("header", "header2.xml")
    )
    even = b'<w:headerReference w:type="even" r:id="rId8"/><w:headerReference w:type="default"'
    package["word/document.xml"] = package["word/document.xml"].replace(
        b'<w:headerReference w:type="default"', even
    )
    numbers = ooxml.read(package).numbers
    assert [(n.kind, n.align, n.shown) for n in numbers] == [
        ("even", "left", False),
        ("default", "center", True),
    ]
    package["word/settings.xml"] = ooxml.xml("settings", "<w:evenAndOddHeaders/>")
    rels = package["word/_rels/document.xml.rels"].replace(
        b"</Relationships>", ooxml.rel("rId7", "settings", "settings.xml")
    )
    package["word/_rels/document.xml.rels"] = rels + b"</Relationships>"
    assert all(n.shown for n in ooxml.read(package).numbers)

"""The reader itself: effective looks, page numbers, odd packages, and the element behind each paragraph."""

import pytest

from reportgen.docx.package import foreign_notes, read_foreign, write_package
from reportgen.docx.reader import read_marked
from reportgen.docx.xml import parse, qn, serialize

STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="majorHAnsi"/><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Dam"><w:name w:val="Đậm"/><w:basedOn w:val="N"/><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Nhe"><w:name w:val="Nhẹ"/><w:basedOn w:val="Dam"/><w:rPr><w:b w:val="0"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Vong1"><w:basedOn w:val="Vong2"/><w:rPr><w:i/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Vong2"><w:basedOn w:val="Vong1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="So"><w:name w:val="Số"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="K"><w:name w:val="K"/><w:rPr><w:b/><w:i/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="B"><w:name w:val="B"/><w:rPr><w:sz w:val="22"/></w:rPr><w:tblStylePr w:type="firstRow"><w:pPr><w:jc w:val="center"/></w:pPr>'
    '<w:rPr><w:b/></w:rPr></w:tblStylePr><w:tblStylePr w:type="lastCol"><w:rPr><w:i/></w:rPr></w:tblStylePr></w:style>'
)


@pytest.fixture
def pages(make):
    """``pages(*pieces, …)`` → the marked reading of a file made of these pieces."""

    def read(*given, **how):
        return read_marked(read_foreign(write_package(make.package(*given, **how)), "thử.docx"), "thử.docx")

    return read


def styled(style, run="", text="chữ"):
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>'


LOOKS = [
    ("N", "", {"bold": False, "size": 24, "font": "Calibri", "font_high": "Cambria"}), ("Dam", "", {"bold": True, "size": 28}),
    ("Nhe", "", {"bold": False, "size": 28}), ("Dam", '<w:rStyle w:val="K"/>', {"bold": False, "italic": True}),
    ("N", '<w:rStyle w:val="K"/>', {"bold": True, "italic": True}), ("Dam", '<w:rStyle w:val="K"/><w:b/>', {"bold": True}),
    ("Dam", '<w:b w:val="false"/>', {"bold": False}), ("Vong1", "", {"italic": True}), ("khong-co", "", {"bold": False}),
    ("N", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="26"/><w:u w:val="none"/>', {"font": "Arial", "size": 26, "underline": False}),
    ("N", "<w:caps/>", {"caps": True}), ("N", '<w:color w:val="FF0000"/><w:spacing w:val="-8"/>', {"colour": "ff0000", "spacing": -8}),
]  # fmt: skip


@pytest.mark.parametrize(("style", "run", "wanted"), LOOKS)
def test_effective_look_of_letters(pages, style, run, wanted):
    face = pages(styled(style, run), styles=STYLES).reading.paragraphs[0].face
    assert {key: getattr(face, key) for key in wanted} == wanted


def test_a_table_style_says_how_first_row_and_last_column_look(pages, pieces):
    look = '<w:tblStyle w:val="B"/>{}'
    cells = [[styled("N"), styled("N")], [styled("N"), styled("N")]]
    for switch, bold in (('<w:tblLook w:val="0120"/>', True), ('<w:tblLook w:firstRow="1" w:lastColumn="1"/>', True), ('<w:tblLook w:val="0100"/>', False)):
        found = pages(pieces.table(cells, more=look.format(switch)), styles=STYLES).reading.paragraphs
        assert [p.face.bold for p in found] == [bold, bold, False, False]
        assert [p.face.italic for p in found] == [False, True, False, True]
        assert found[0].format.align == ("center" if bold else "left") and found[2].face.size == 22


def test_numbers_from_styles_links_and_overrides(pages, make):
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/>{}<w:lvlText w:val="{}"/></w:lvl>'
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="L"/>' + level.format(0, "upperRoman", "", "%1.") + level.format(1, "decimal", "<w:isLgl/>", "%1.%2.")
        + '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>' + level.format(0, "lowerLetter", "", "%1)") + "</w:lvlOverride></w:num>"
    )  # fmt: skip
    package = make.package(styled("So"), make.body("x", setting=make.numbered(1, 1)), styled("So"), make.body("x", setting=make.numbered(2)), styles=STYLES)
    package["word/numbering.xml"] = make.part("numbering", numbering)
    labels = [p.label.strip() for p in read_marked(package).reading.paragraphs]
    assert labels == ["I.", "1.1.", "II.", "e)"]


NUMBERS = {
    "centred in the header": ("header", lambda m: m.line("", 14, "center", inner=m.field("PAGE", "2")), ("header", "center")),
    "right in the footer": ("footer", lambda m: m.line("", 14, "right", inner=m.field("PAGE", "2")), ("footer", "right")),
    "in a frame": ("header", lambda m: m.line("", setting='<w:framePr w:wrap="around" w:xAlign="center"/>', inner=m.field("PAGE", "2")), ("header", "center")),
    "after a tab": ("header", lambda m: m.line("\t", inner=m.field("PAGE", "2")), ("header", "center")),
    "in a content control": ("header", lambda m: f'<w:sdt><w:sdtContent>{m.line("", 14, "center", inner=m.field("PAGE", "2"))}</w:sdtContent></w:sdt>', ("header", "center")),
    "a simple field": ("header", lambda m: m.line("", 14, "center", inner='<w:fldSimple w:instr="PAGE \\* MERGEFORMAT"><w:r><w:t>2</w:t></w:r></w:fldSimple>'), ("header", "center")),
    "in the middle cell of a table": ("footer", lambda m: m.table([["", m.line("", inner=m.field("PAGE", "2")), ""]], (50, 60, 50)), ("footer", "center")),
    "in a text box": ("header", lambda m: m.line("", inner=m.boxed(m.line("", inner=m.field("PAGE", "2")), across="<wp:align>right</wp:align>")), ("header", "right")),
}  # fmt: skip


@pytest.mark.parametrize(("where", "number", "wanted"), NUMBERS.values(), ids=NUMBERS)
def test_page_numbers(pages, make, where, number, wanted):
    section = make.page(refs=make.reference(where, "default", f"{where}1"))
    (found,) = pages(make.line("chữ"), section=section, **{f"{where}1": number(make)}).reading.numbers
    assert ((found.where, found.align), found.shown) == (wanted, True)


@pytest.mark.parametrize(("kind", "settings", "title", "shown"), [
    ("even", "", True, False), ("even", "<w:evenAndOddHeaders/>", True, True), ("first", "", False, False), ("first", "", True, True),
])  # fmt: skip
def test_dead_page_numbers(pages, make, kind, settings, title, shown):
    section = make.page(refs=make.reference("header", kind, "header1"), title=title)
    (found,) = pages(make.line("chữ"), section=section, settings=settings, header1=make.line("", inner=make.field("PAGE", "2"))).reading.numbers
    assert found.shown == shown


def test_every_paragraph_has_a_number_and_its_element(pages, make, pieces):
    section = make.page(refs=make.reference("header", "default", "header1"))
    marked = pages(pieces.two_by_two(), make.line("một", inner=make.boxed(make.line("trong khung"))), make.line("hai"), section=section, header1=make.line("đầu trang"))
    body, boxed, header = marked.reading.paragraphs, [p for b in marked.reading.boxes for p in b.paragraphs], marked.reading.margins
    numbers = [p.number for p in (*body, *boxed, *header)]
    assert numbers == list(range(len(numbers)))
    for paragraph in (*body, *boxed, *header):
        assert "".join(t.text for t in marked.elements[paragraph.number].iter(qn("w:t"))).startswith(paragraph.text)
    assert marked.part_of(boxed[0].number) == "word/document.xml" and marked.part_of(header[0].number) == "word/header1.xml"


def test_an_element_that_is_changed_changes_the_part(pages, make):
    marked = pages(make.line("một"), make.line("hai", inner=make.boxed(make.line("khung"))))
    next(marked.elements[1].iter(qn("w:t"))).text = "ba"
    assert "ba" in serialize(marked.roots[marked.main]).decode()
    box = marked.reading.boxes[0].paragraphs[0].number
    (twin,) = marked.twins(box)
    assert twin is not marked.elements[box] and "".join(t.text for t in twin.iter(qn("w:t"))) == "khung"
    assert marked.twins(0) == ()


def strict(package):
    """The package as Word writes it when asked for «Strict Open XML»."""
    moved = {b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": b"http://purl.oclc.org/ooxml/wordprocessingml/main",
             b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": b"http://purl.oclc.org/ooxml/officeDocument/relationships",
             b"http://schemas.openxmlformats.org/drawingml/2006/": b"http://purl.oclc.org/ooxml/drawingml/"}  # fmt: skip
    for usual, other in moved.items():
        package = {name: data.replace(usual, other) for name, data in package.items()}
    return package | {"word/document.xml": package["word/document.xml"].replace(b"<w:document ", b'<w:document w:conformance="strict" ', 1)}


def renamed(package, change):
    return {change(name): data for name, data in package.items()}


PACKAGES = {
    "strict": strict,
    "UTF-16": lambda p: {n: d.decode().replace("UTF-8", "UTF-16").encode("utf-16") if n.startswith("word/") and n.endswith("ment.xml") else d for n, d in p.items()},
    "byte order mark": lambda p: {n: b"\xef\xbb\xbf" + d for n, d in p.items()},
    "backslashes": lambda p: renamed(p, lambda n: n.replace("/", "\\")),
    "slash in front": lambda p: renamed(p, lambda n: f"/{n}" if n.startswith("word") else n),
    "capitals": lambda p: renamed(p, lambda n: n.replace("word/", "Word/") if not n.endswith(".rels") else n),
    "absolute targets": lambda p: {n: d.replace(b'Target="', b'Target="/word/') if n.startswith("word/_rels") else d for n, d in p.items()},
    "no content types": lambda p: {n: d for n, d in p.items() if n != "[Content_Types].xml"},
    "wrong content types": lambda p: p | {"[Content_Types].xml": p["[Content_Types].xml"].replace(b"wordprocessingml", b"khac")},
    "no styles": lambda p: {n: d for n, d in p.items() if "styles" not in n and "theme" not in n and "numbering" not in n and "settings" not in n},
    "processing instructions": lambda p: {n: d.replace(b"?>", b'?><?mso-x a="b"?><!-- x -->', 1) for n, d in p.items()},
}  # fmt: skip


@pytest.mark.parametrize("change", PACKAGES.values(), ids=PACKAGES)
def test_packages_of_other_programs(parts_of, pieces, texts, make, change):
    package = change(make.package(pieces.two_by_two(), pieces.TITLE, pieces.body(pieces.TEXT), pieces.END, pieces.foot_one_by_two()))
    parts = parts_of(package)
    assert texts(parts, pieces.HEAD) == pieces.HEAD and texts(parts, pieces.FOOT) == pieces.FOOT
    assert parts.one("tieu_ngu").line is not None


def test_a_document_part_of_another_name(parts_of, pieces, make):
    parts = parts_of(make.package(pieces.two_by_two(), main="van-ban/noidung.xml"))
    assert parts.one("quoc_hieu") is not None


def test_macros_and_outside_links_are_told_not_refused(make, pieces):
    package = make.package(pieces.two_by_two()) | {"word/vbaProject.bin": b"x"}
    package["word/_rels/settings.xml.rels"] = make.rels(rId1=("attachedTemplate", "https://example.vn/mau.dotm"), rId2=("hyperlink", "https://example.vn"))
    found = read_foreign(write_package(package), "thử.docx")
    assert sorted(f.code for f in foreign_notes(found, "thử.docx")) == ["TT09", "TT12"]
    assert foreign_notes(make.package(pieces.two_by_two()), "thử.docx") == []


def test_a_reading_without_marks_is_the_same(make, pieces):
    from reportgen.docx.reader import read_pages

    package = make.package(pieces.two_by_two())
    assert read_pages(package) == read_marked(package).reading
    assert parse(package["word/document.xml"]).tag == qn("w:document")

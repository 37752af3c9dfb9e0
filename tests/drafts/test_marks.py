"""The marks of a draft on the page, and the judge who knows them: accepted in a draft, reported in a final document."""

import re
import zipfile

import pytest

from reportgen.checks.layout import Expected, judge
from reportgen.docx.draft.drawing import as_draft
from reportgen.docx.draft.highlight import highlighted
from reportgen.docx.draft.seen import watermark_words
from reportgen.docx.draft.watermark import with_watermark
from reportgen.docx.package import read_package, write_package
from reportgen.doubt import CLOSE, OPEN
from reportgen.profile import load_profile

MAIN = "word/document.xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture(scope="module")
def parts(built_report):
    return read_package(built_report("thang-2-2020"), "x.docx")


@pytest.fixture(scope="module")
def profile():
    return load_profile("tt01-2011")


def codes(package, profile, draft):
    return [f.code for f in judge(package, profile, shown="x.docx", expected=Expected(draft=draft)) if f.code in ("TT48", "TT49")]


def drafted(parts, profile, **how):
    return read_package(as_draft(write_package(parts), "x.docx", profile, **how), "x.docx")


def test_a_final_document_has_no_mark(parts, profile):
    assert codes(parts, profile, False) == codes(parts, profile, None) == []


def test_a_draft_is_known_as_one(parts, profile):
    package = drafted(parts, profile, watermark=True, times=3)
    assert codes(package, profile, True) == []
    assert codes(package, profile, False) == ["TT48"] * 3  # the box, the watermark (in two headers), the status


def test_a_draft_that_lost_its_mark_is_told(parts, profile):
    assert codes(parts, profile, True) == ["TT49"]


def test_of_a_foreign_file_only_a_numbered_one_is_final(parts, profile):
    package = drafted(parts, profile)
    assert codes(package, profile, None) == []
    numbered = {**package, MAIN: re.sub(rb"S\xe1\xbb\x91: +/", "Số: 07/".encode(), package[MAIN])}
    assert numbered[MAIN] != package[MAIN]
    assert set(codes(numbered, profile, None)) == {"TT48"}


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (MAIN, "tiết kiệm.", "tiết kiệm […ho_ngheo…]."),
        ("docProps/core.xml", "<dc:title>", "<dc:title>DỰ THẢO - "),
        ("docProps/core.xml", "<dc:title>", "<dc:title>Dự thảo báo cáo: "),
    ],
)
def test_each_mark_is_found_by_itself(parts, profile, part, old, new):
    assert old.encode() in parts[part]
    package = {**parts, part: parts[part].replace(old.encode(), new.encode(), 1)}
    assert codes(package, profile, False) == ["TT48"]


def test_words_about_a_draft_are_no_mark(parts, profile):
    assert "soạn dự thảo kế hoạch" in parts[MAIN].decode()
    assert codes(parts, profile, False) == []


def test_a_text_box_beside_the_number_is_a_mark(parts, profile):
    box = (
        '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape style="width:90pt;height:24pt"><v:textbox>'
        "<w:txbxContent><w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    at = parts[MAIN].decode().index("</w:p>", parts[MAIN].decode().index("Số:"))
    text = parts[MAIN].decode()
    package = {**parts, MAIN: (text[:at] + box + text[at:]).encode()}
    assert codes(package, profile, False) == ["TT48"]


def test_the_mark_changes_no_other_verdict(parts, profile):
    def others(package, draft):
        found = judge(package, profile, shown="x.docx", expected=Expected(draft=draft))
        return sorted((f.code, f.message) for f in found if f.code not in ("TT48", "TT49"))

    assert others(drafted(parts, profile, watermark=True), True) == others(parts, False)


def test_a_page_without_a_number_gets_the_mark_at_its_head(parts, profile):
    package = {**parts, MAIN: re.sub(rb"S\xe1\xbb\x91:[^<]*", b"", parts[MAIN])}
    text = drafted(package, profile)[MAIN].decode()
    assert re.sub("<[^>]+>", "", text[text.index("<w:body>") :]).lstrip().startswith("DỰ THẢO")


# the watermark


def headers(package):
    """Header kind → watermark words, for each section in order."""
    targets = dict(re.findall(r'Id="([^"]+)" Type="[^"]+" Target="([^"]+)"', package["word/_rels/document.xml.rels"].decode()))
    found = []
    for section in re.findall(r"<w:sectPr.*?</w:sectPr>", package[MAIN].decode(), re.DOTALL):
        refs = re.findall(r"<w:headerReference ([^>]*)/>", section)
        named = {re.search('w:type="([^"]+)"', ref)[1]: targets[re.search('r:id="([^"]+)"', ref)[1]] for ref in refs}
        found.append({kind: watermark_words(package[f"word/{target}"]) for kind, target in named.items()})
    return found


def with_sections(parts, *extra):
    """The document with a section break in front of the text for each ``extra`` (the inside of its sectPr)."""
    breaks = "".join(f"<w:p><w:pPr><w:sectPr>{inside}</w:sectPr></w:pPr></w:p>" for inside in extra)
    text = parts[MAIN].decode().replace("<w:body>", f"<w:body>{breaks}", 1)
    return {**parts, MAIN: text.encode()}


PAGE = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'


def test_first_and_following_pages_carry_the_words(parts):
    (only,) = headers(with_watermark(parts))
    assert only == {"default": ["DỰ THẢO"], "first": ["DỰ THẢO"]}


def test_a_header_that_is_there_keeps_its_contents(built_report):
    package = with_watermark(read_package(built_report("mau-bao-cao"), "x.docx"))
    header = package["word/header1.xml"].decode()
    assert "PAGE" in header and watermark_words(header.encode()) == ["DỰ THẢO"]


def test_every_section_and_even_pages(parts):
    settings = parts["word/settings.xml"].decode().replace("</w:settings>", "<w:evenAndOddHeaders/></w:settings>")
    package = with_sections({**parts, "word/settings.xml": settings.encode()}, PAGE, PAGE + "<w:titlePg/>")
    first, second, last = headers(with_watermark(package))
    assert first == dict.fromkeys(("default", "first", "even"), ["DỰ THẢO"])
    assert second == {} and set(last) <= {"default", "first", "even"}  # they show what the first section has
    assert all(words == ["DỰ THẢO"] for section in (second, last) for words in section.values())


def test_the_parts_hang_together(parts):
    package = with_watermark(parts)
    names = re.findall(r'Target="(header\d+\.xml)"', package["word/_rels/document.xml.rels"].decode())
    assert names and all(f"word/{name}" in package for name in names)
    assert all(f'PartName="/word/{name}"' in package["[Content_Types].xml"].decode() for name in names)
    assert len(set(re.findall(r'Id="([^"]+)"', package["word/_rels/document.xml.rels"].decode()))) == len(
        re.findall(r'Id="([^"]+)"', package["word/_rels/document.xml.rels"].decode())
    )
    ids = [i for name in package if name.startswith("word/header") for i in re.findall(r'id="(ChimDuThao\d+)"', package[name].decode())]
    assert len(ids) == len(set(ids))


# doubt on yellow


def run(inside, properties=""):
    return f'<w:document xmlns:w="{W}"><w:body><w:p><w:r>{properties}{inside}</w:r></w:p></w:body></w:document>'


def split(inside, properties=""):
    made = highlighted({"p": run(inside, properties).encode()})["p"].decode()
    return re.findall(r"<w:r>(.*?)</w:r>", made)


def test_a_run_is_cut_where_doubt_begins_and_ends():
    plain, doubtful, rest = split(f"<w:t>có {OPEN}26 hộ{CLOSE} nghèo</w:t>")
    assert "có " in plain and "26 hộ" in doubtful and " nghèo" in rest
    assert ["highlight" in piece for piece in (plain, doubtful, rest)] == [False, True, False]


def test_several_in_one_run_and_breaks_between():
    pieces = split(f"<w:t>{OPEN}a{CLOSE}</w:t><w:br/><w:t>b{OPEN}c{CLOSE}</w:t>")
    assert [re.sub("<[^>]+>", "|", p).strip("|") for p in pieces if "highlight" in p] == ["a", "c"]
    assert sum("<w:br/>" in piece for piece in pieces) == 1


def test_the_order_of_run_properties_is_kept():
    looks = '<w:rPr><w:b/><w:sz w:val="26"/><w:highlight w:val="red"/><w:u w:val="single"/><w:vertAlign w:val="superscript"/></w:rPr>'
    (piece,) = split(f"<w:t>{OPEN}a{CLOSE}</w:t>", looks)
    assert re.findall(r"<w:(\w+)", piece) == ["rPr", "b", "sz", "highlight", "u", "vertAlign", "t"]
    assert piece.count("highlight") == 1 and '"yellow"' in piece


def test_parts_without_doubt_are_left_alone():
    assert highlighted({"a": b"<x/>", "b": b"\x00\x01"}) == {"a": b"<x/>", "b": b"\x00\x01"}


def test_the_draft_package_is_read_by_others(parts, profile, tmp_path):
    docx = pytest.importorskip("docx")
    path = tmp_path / "x.docx"
    path.write_bytes(as_draft(write_package(parts), "x.docx", profile, watermark=True, times=2))
    assert zipfile.ZipFile(path).testzip() is None
    document = docx.Document(str(path))
    assert "DỰ THẢO LẦN 2" in document.element.xml
    assert document.sections[0].different_first_page_header_footer


def test_the_draft_package_obeys_the_schema(parts, profile, tmp_path):
    audit = pytest.importorskip("openxml_audit")
    path = tmp_path / "x.docx"
    path.write_bytes(as_draft(write_package(parts), "x.docx", profile, watermark=True, times=2))
    assert [str(fault) for fault in audit.OpenXmlValidator().validate(str(path)).errors] == []

"""The drawn page: complete in itself, every finding beside its part and reachable, everything escaped."""

import re
from html.parser import HTMLParser

import pytest

from reportgen.checking import About, Checked, Element, Options, Regime, check_file
from reportgen.checking.page import page_of
from reportgen.diagnostics import Place, error, warning

VOID = ("meta", "br", "link", "img", "hr", "input")


class Structure(HTMLParser):
    """Ids, links and the nesting of a page."""

    def __init__(self):
        super().__init__()
        self.ids, self.links, self.open, self.tags, self.faults = [], [], [], [], []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append(tag)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [value for key, value in attrs if key in ("href", "src")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)


def structure(page: str) -> Structure:
    read = Structure()
    read.feed(page)
    return read


@pytest.fixture
def page(faulty) -> str:
    return page_of(check_file(faulty, Options(drawn=True)))


def test_it_is_whole_and_needs_nothing_else(page):
    read = structure(page)
    assert read.faults == [] and read.open == []
    assert "script" not in read.tags and "link" not in read.tags and "img" not in read.tags
    assert not re.search(r"https?:|url\(|@import", page)


def test_every_link_leads_somewhere_and_every_finding_is_reached(page):
    read = structure(page)
    assert len(read.ids) == len(set(read.ids))
    assert {link.removeprefix("#") for link in read.links} <= set(read.ids)
    findings = [i for i in read.ids if re.fullmatch(r"f\d+", i)]
    assert {f"#{i}" for i in findings if i != "f1"} <= set(read.links)
    assert len(findings) == 3


def row_with(page: str, words: str) -> str:
    return next(row for row in page.split('<div class="row')[1:] if words in row)


def test_a_finding_stands_beside_its_part(page):
    row = row_with(page, "Số: /BC-UBND")
    assert 'class="part so_ky_hieu marked' in row and "cỡ chữ 15" in row
    row = row_with(page, 'class="part noi_dung body marked')
    assert "Thực hiện chế độ báo cáo" in row and "căn trái" in row and "cùng lỗi ở chỗ" in row


def drawn(findings, *elements) -> str:
    return page_of(
        Checked("thử.docx", tuple(findings), about=About(kind="Báo cáo"), regime=Regime("nd30-2020", "NĐ30", "thử"), elements=elements)
    )


def test_what_is_missing_has_an_empty_place():
    page = drawn([error("tieu_ngu.present", "Tiêu ngữ: không thấy.", Place(part="Tiêu ngữ"))], Element("quoc_hieu", "Quốc hiệu", "CỘNG HÒA", (0,)))
    assert 'class="part missing"' in page and "Tiêu ngữ: không thấy" in page


def test_words_of_the_document_are_only_words():
    evil = '<script>alert("x")</script>&amp;'
    page = drawn(
        [warning("x.y", f"Nội dung: {evil}.", Place(part="Nội dung, đoạn 1", quote=evil, paragraph=3))],
        Element("noi_dung", "Nội dung", evil, (3,)),
    )
    assert "<script" not in page and "&lt;script&gt;" in page
    assert structure(page).faults == []


def test_clean_stretches_fold_away():
    lines = [Element("noi_dung", "Nội dung", f"Đoạn thứ {n}", (n,)) for n in range(9)]
    page = drawn([warning("x.y", "Nội dung: a.", Place(part="Nội dung, đoạn 7", paragraph=6))], *lines)
    assert page.count("<details>") == 1 and "6 đoạn không có lỗi" in page


def test_a_clean_document_says_so(clean):
    page = page_of(check_file(clean, Options(drawn=True, level="tat-ca")))
    assert "không có gì phải sửa" in page
    assert 'class="note ' not in page


def test_an_edited_page_is_kept(run, faulty):
    run("check", "van ban/loi.docx", "--html")
    page = faulty.with_name("loi.kiem-tra.html")
    assert "không đổi" in run("check", "van ban/loi.docx", "--html").out
    page.write_text(page.read_text(encoding="utf-8").replace("<body>", "<body><p>ghi chú</p>"), encoding="utf-8")
    said = run("check", "van ban/loi.docx", "--html")
    assert said.code == 2 and "KT05" in said.err
    assert "ghi chú" in page.read_text(encoding="utf-8")
    assert run("check", "van ban/loi.docx", "--html", "--force").code == 1
    assert "ghi chú" not in page.read_text(encoding="utf-8")

"""The judge of printed pages: clean pages have no finding, one fault has one."""

import pytest

from reportgen.checks.pages import judge_pages


@pytest.fixture
def judged(document):
    return lambda printed: [
        (f.code, f.place.part) for f in judge_pages(printed, document.reading, document.components, shown="a.pdf")
    ]


def number_of(document, kind):
    return document.components.one(kind).first.number


def test_clean_pages_are_clean(document, judged):
    assert judged(document.printed()) == []


def test_fonts_must_be_in_the_file(document, judged, unembedded):
    assert judged(unembedded(document.printed())) == [("PDF10", "")]


def test_a_signature_alone_on_its_page(document, judged):
    first = min(number_of(document, kind) for kind in ("noi_nhan_nhan", "chuc_vu"))
    assert ("PDF14", "trang 2") in judged(document.printed(new_page_before=[first]))


def test_a_signature_with_the_last_lines(document, judged):
    body = [c for c in document.components if c.kind == "noi_dung"]
    assert judged(document.printed(new_page_before=[body[-1].first.number])) == []


def test_an_authority_and_a_title_on_two_pages(document, judged):
    pages = document.printed(new_page_before=[number_of(document, "chuc_vu")])
    assert judged(pages) == [("PDF14", "trang 1")]


def test_a_heading_at_the_foot_of_a_page(document, judged):
    parts = [c for c in document.components if c.kind in ("muc_la_ma", "khoan_tieu_de", "noi_dung")]
    heading = next(i for i, c in enumerate(parts) if c.kind == "khoan_tieu_de")
    assert judged(document.printed(new_page_before=[parts[heading + 1].first.number])) == [("PDF15", "trang 1")]


def test_a_letter_in_the_margin(document, judged):
    wanted = [c for c in document.components if c.kind == "noi_dung"][0].first.number
    moved = document.printed(move=lambda p, box: (box[0] - 2000, *box[1:]) if p.number == wanted else box)
    assert judged(moved) == [("PDF12", "trang 1")]


@pytest.mark.parametrize("kind, code", [("quoc_hieu", "PDF18"), ("noi_nhan_nhan", "PDF18"), ("ten_loai", "PDF18")])
def test_a_part_in_the_wrong_place(kind, code, document, judged):
    wanted, by = number_of(document, kind), {"quoc_hieu": -7500, "noi_nhan_nhan": 9000, "ten_loai": -3000}[kind]
    moved = document.printed(move=lambda p, box: (box[0] + by, box[1], box[2] + by, box[3]) if p.number == wanted else box)
    assert judged(moved) == [(code, "trang 1")]


def test_a_national_name_on_two_lines(document, judged):
    wanted = number_of(document, "quoc_hieu")
    half = document.printed(move=lambda p, b: b)
    line = next(p for p in document.reading.paragraphs if p.number == wanted)
    seen = iter(range(10**6))

    def fold(paragraph, box):
        if paragraph is not line:
            return box
        at = next(seen)
        back = 0 if at < 20 else 18 * 200
        return (box[0] - back, box[1] + bool(back) * 600, box[2] - back, box[3] + bool(back) * 600)

    assert judged(half) == []
    assert ("PDF13", "trang 1") in judged(document.printed(move=fold))


def test_a_paragraph_that_is_not_on_the_paper(document, judged):
    from reportgen.noun import replace

    printed = document.printed()
    words = "".join([c for c in document.components if c.kind == "noi_dung"][0].first.text.split())
    page = printed.pages[0]
    at = page.letters.index(words)
    cut = replace(page, letters=page.letters[:at] + page.letters[at + len(words) :], boxes=page.boxes[:at] + page.boxes[at + len(words) :])
    assert [code for code, _ in judged(replace(printed, pages=(cut,)))] == ["PDF17"]

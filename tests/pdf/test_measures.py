"""The printed page against the profile: one thing moved, one finding."""

import pytest

from reportgen.checks.pages import judge_pages
from reportgen.noun import replace
from reportgen.profile import load_profile


@pytest.fixture
def judged(document):
    profile = load_profile("nd30-2020")

    def run(printed):
        found = judge_pages(printed, document.reading, document.components, shown="a.pdf", profile=profile)
        return {finding.code for finding in found}

    return run


def shifted(document, kind, across=0, down=0):
    wanted = document.components.one(kind).first.number
    return document.printed(
        move=lambda p, b: (b[0] + across, b[1] + down, b[2] + across, b[3] + down) if p.number == wanted else b
    )


def test_a_page_as_it_should_be(document, judged):
    assert judged(document.printed()) == set()


def test_letter_paper_is_not_a4(document, judged):
    printed = document.printed()
    pages = tuple(replace(page, width=21590, height=27940) for page in printed.pages)
    assert "PDF12" in judged(replace(printed, pages=pages))


@pytest.mark.parametrize("by, told", [(0, set()), (-50, set()), (-1200, {"PDF12"})])
def test_the_white_at_the_left_is_measured(by, told, document, judged):
    assert judged(document.printed(move=lambda p, b: (b[0] + by, b[1], b[2] + by, b[3]) if not p.cell else b)) & {"PDF12"} == told


@pytest.mark.parametrize("kind", ["co_quan_ban_hanh", "dia_danh", "noi_nhan_nhan"])
def test_columns_that_are_not_level(kind, document, judged):
    """The pages of the fixture have their lines a tenth of a millimetre apart: everything is level until it is moved."""
    assert "PDF18" in judged(shifted(document, kind, down=600))


def test_a_motto_that_is_not_in_the_middle_below(document, judged):
    assert "PDF18" in judged(shifted(document, "tieu_ngu", across=1500))


def with_number(document, box):
    body = [c for c in document.components if c.kind == "noi_dung"]
    printed = document.printed(new_page_before=[body[-1].first.number])
    second = printed.pages[1]
    if box:
        second = replace(second, letters="2" + second.letters, boxes=(box, *second.boxes))
    return replace(printed, pages=(printed.pages[0], second))


@pytest.mark.parametrize(
    "box, told",
    [((11150, 1000, 11350, 1300), set()), (None, {"PDF19"}), ((3000, 1000, 3200, 1300), {"PDF19"}), ((11150, 28500, 11350, 28800), {"PDF19"})],
)
def test_the_number_of_the_second_page_stands_where_the_profile_has_it(box, told, document, judged):
    assert judged(with_number(document, box)) & {"PDF19"} == told

"""Letterheads and closings in every shape met in practice: the same parts are found whatever the layout."""

import pytest


@pytest.fixture
def paper(pieces):
    """A report with this letterhead and this closing."""

    def put(head=pieces.two_by_two, foot=pieces.foot_one_by_two):
        return head() + pieces.TITLE + pieces.body(pieces.TEXT) + pieces.END + foot()

    return put


SHAPES = ["one_by_two", "two_by_two", "three_by_two", "four_by_two", "one_by_three", "two_by_three", "three_by_three", "four_by_three", "floating", "share_of_the_page", "borders_switched_off", "two_tables", "spaces", "tabs", "text_boxes", "frames"]  # fmt: skip
FEET = ["foot_one_by_two", "foot_one_by_three", "foot_two_by_two", "foot_in_paragraphs", "foot_recipients_first"]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_of_letterhead(paper, parts_of, texts, pieces, shape):
    parts = parts_of(paper(head=getattr(pieces, shape)))
    assert texts(parts, pieces.HEAD) == pieces.HEAD
    assert parts.one("ten_loai").text == "BÁO CÁO"
    assert texts(parts, pieces.FOOT) == pieces.FOOT


@pytest.mark.parametrize("shape", FEET)
def test_every_shape_of_closing(paper, parts_of, texts, pieces, shape):
    parts = parts_of(paper(foot=getattr(pieces, shape)))
    assert texts(parts, pieces.FOOT) == pieces.FOOT
    assert [c.text for c in parts.of("noi_dung")][-1].endswith("./.")

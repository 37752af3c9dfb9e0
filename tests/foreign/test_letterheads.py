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


BOLD_NAMES = (
    ("UBND TỈNH LÂM ĐỒNG", "SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"),
    ("UBND HUYỆN CAM LỘ", "ỦY BAN NHÂN DÂN", "XÃ CAM THÀNH"),
    ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG THPT", "CHUYÊN LÊ QUÝ ĐÔN"),
    ("SỞ Y TẾ LÂM ĐỒNG", "BỆNH VIỆN ĐA KHOA", "TỈNH LÂM ĐỒNG"),
    ("SỞ NỘI VỤ", "CHI CỤC VĂN THƯ", "LƯU TRỮ"),
    ("UBND TP. ĐÀ LẠT", "HẠT KIỂM LÂM"),
    ("ĐẠI HỌC HUẾ", "TRƯỜNG ĐẠI HỌC", "KHOA HỌC"),
)
"""A superior set bold by mistake above the office's own bold name, which often takes two lines."""
ONE_NAME = (
    ("ỦY BAN NHÂN DÂN", "TỈNH LÂM ĐỒNG"),
    ("SỞ TÀI NGUYÊN VÀ MÔI", "TRƯỜNG TỈNH LÂM ĐỒNG"),
    ("BAN CHỈ HUY TỈNH LÂM ĐỒNG", "PHÒNG CHỐNG THIÊN TAI"),
    ("BỘ NỘI", "VỤ"),
    ("VĂN PHÒNG", "ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG"),
    ("BAN QUẢN LÝ", "CÁC KHU CÔNG NGHIỆP", "TỈNH LÂM ĐỒNG"),
    ("TRƯỜNG CAO ĐẲNG", "Y TẾ LÂM ĐỒNG"),
)


def names_of(parts_of, pieces, names):
    """Superior and office, as found under a letterhead whose left side has these bold lines."""
    left = "".join(pieces.make.mid(name, b=True) for name in names) + pieces.number()
    head = pieces.make.table([[left, "".join([*pieces.nation(), pieces.date()])]])
    parts = parts_of(head + pieces.TITLE + pieces.END)
    return [parts.one(kind).text if parts.one(kind) else "" for kind in ("co_quan_chu_quan", "co_quan_ban_hanh")]


@pytest.mark.parametrize("names", BOLD_NAMES, ids=lambda names: names[0])
def test_a_bold_superior_is_told_from_the_name_below_it(parts_of, pieces, names):
    assert names_of(parts_of, pieces, names) == [names[0], " ".join(names[1:])]


@pytest.mark.parametrize("names", ONE_NAME, ids=lambda names: names[0])
def test_bold_lines_that_are_one_name_stay_one(parts_of, pieces, names):
    assert names_of(parts_of, pieces, names) == ["", " ".join(names)]

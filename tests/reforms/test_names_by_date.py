"""A name is right or wrong by the date of the document."""

import datetime

import pytest

from reportgen.checks.issuer import check_issuer
from reportgen.agency import load_agency
from reportgen.reforms import outdated

OLD, NEW = datetime.date(2019, 3, 1), datetime.date(2025, 8, 15)


@pytest.mark.parametrize(
    ("text", "day", "names"),
    [
        ("UBND huyện Cam Lộ", OLD, []),
        ("UBND huyện Cam Lộ", NEW, ["huyện Cam Lộ"]),
        ("UBND thị xã Hồng Lĩnh, tỉnh Hà Tĩnh", NEW, ["thị xã Hồng Lĩnh"]),
        ("UBND các huyện, thành phố, thị xã", NEW, []),
        ("UBND tỉnh Quảng Nam", NEW, ["Quảng Nam"]),
        ("UBND tỉnh Quảng Nam", OLD, []),
        ("UBND tỉnh Hà Tĩnh", NEW, []),
        ("Sở Lao động - Thương binh và Xã hội", NEW, ["Sở Lao động - Thương binh và Xã hội"]),
        ("Sở Lao động - Thương binh và Xã hội", datetime.date(2025, 2, 28), []),
        ("UBND đặc khu Cồn Cỏ", NEW, []),
        ("UBND đặc khu Cồn Cỏ", OLD, ["đặc khu Cồn Cỏ"]),
        ("UBND Quận 1", NEW, ["Quận 1"]),
        ("Quảng Nam Ninh", NEW, ["Quảng Nam"]),
    ],
)
def test_outdated_names(text, day, names):
    assert [old.name for old in outdated(text, day)] == names


def test_the_successor_is_named():
    assert outdated("tỉnh Bình Phước", NEW)[0].successor == "Đồng Nai"


@pytest.fixture
def district(tmp_path):
    path = tmp_path / "ubnd-huyen.yml"
    path.write_text(
        "ten_co_quan: Ủy ban nhân dân huyện Cam Lộ\nky_hieu: UBND\ndia_danh: Cam Lộ\n"
        "den_ngay: 30/6/2025\nke_tiep: Ủy ban nhân dân xã Cam Lộ\n",
        encoding="utf-8",
    )
    return load_agency(path, "ubnd-huyen.yml")


def test_an_agency_past_its_last_day_is_refused_and_its_successor_named(district):
    found = check_issuer(district, NEW)
    assert [(f.code, f.blocks) for f in found] == [("DL68", True), ("DL69", False)]
    assert "Ủy ban nhân dân xã Cam Lộ" in found[0].hint


def test_the_same_agency_in_its_time_is_fine(district):
    assert check_issuer(district, OLD) == []


def test_an_undated_draft_is_not_judged(district):
    assert check_issuer(district, None) == []

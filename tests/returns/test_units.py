"""Whose workbook it is: names as people write them, never crossed."""

import pytest

from reportgen.errors import DataError
from reportgen.returns.units import Match, Unit, load_units, match_unit

UNITS = {
    "cam_thanh": Unit(name="xã Cam Thanh"),
    "cam_thanh_tay": Unit(name="xã Cam Thành", printed="CAM THÀNH"),
    "cam_lo": Unit(name="thị trấn Cam Lộ", other_names=("TT. Cam Lộ",)),
    "hoa_an": Unit(name="xã Hòa An"),
    "phuong_1": Unit(name="phường 1"),
    "xa_1": Unit(name="xã 1"),
}


@pytest.mark.parametrize(
    ("typed", "key", "exact"),
    [
        ("xã Cam Thanh", "cam_thanh", True),
        ("CAM THANH", "cam_thanh", True),
        ("CAM THÀNH", "cam_thanh_tay", True),
        ("Xã  cam  thành", "cam_thanh_tay", True),
        ("TT Cam Lộ", "cam_lo", True),
        ("UBND thị trấn Cam Lộ", "cam_lo", True),
        ("Ủy ban nhân dân xã Hòa An", "hoa_an", True),
        ("Hoà An", "hoa_an", False),
        ("HOA AN", "hoa_an", False),
        ("X. Hòa An", "hoa_an", True),
        ("phường 1", "phuong_1", True),
        ("P. 1", "phuong_1", True),
        ("huyện Cam Lộ", None, None),
        ("1", None, None),
        ("Cam", None, None),
        ("", None, None),
    ],
)
def test_names(typed, key, exact):
    match = match_unit(typed, UNITS)
    assert (match.key, match.exact) == (key, exact) if key else match is None


def test_a_name_without_marks_may_mean_another_unit():
    assert match_unit("CAM THANH", UNITS) == Match("cam_thanh", True, ("cam_thanh_tay",))
    assert match_unit("CAM THÀNH", UNITS).alike == ()
    assert match_unit("HOA AN", UNITS).alike == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: {ten_don_vi: xã A, ke_tiep: b}", "đơn vị kế tiếp «b»"),
        ("a: {ten_don_vi: xã A}\n  b: {ten_don_vi: XÃ A}", "hai đơn vị"),
        ("a: {ten_don_vi: xã A, tu_ngay: 32/01/2020}", "ngày"),
    ],
)
def test_lists_that_do_not_hold(tmp_path, text, words):
    (tmp_path / "x.yml").write_text(f"ten_goi: Các xã\ndon_vi:\n  {text}\n", "utf-8")
    with pytest.raises(DataError, match=words):
        load_units(tmp_path / "x.yml", "x.yml")

"""Filters: what each prints, what it refuses, and that each explains itself."""

import datetime
import re

import pytest

from reportgen.program.filter_table import FILTERS
from reportgen.vietnamese.refusal import Refusal
from reportgen.vietnamese.text import fold

PRINTED = [
    ("so_tran", ("26140", "hộ"), (), "26.140"),
    ("so_tran", ("16560.0", "triệu đồng"), (), "16.560,0"),
    ("don_vi_cua", ("26140", "hộ"), (), "hộ"),
    ("ten_so_lieu", ("26140", "hộ"), (), "Số liệu thử"),
    ("bang_chu", ("1005", "hộ"), (), "một nghìn không trăm linh năm"),
    ("bang_chu", ("4.16", "%"), (), "bốn phẩy mười sáu"),
    ("tien_bang_chu", ("16560.0", "triệu đồng"), (), "Mười sáu tỷ năm trăm sáu mươi triệu đồng"),
    ("doi_don_vi", ("16560.0", "triệu đồng"), ("tỷ đồng",), "16,56 tỷ đồng"),
    ("doi_don_vi", ("16560.0", "triệu đồng"), ("tỷ đồng", 1), "16,6 tỷ đồng"),
    ("doi_don_vi", ("120", "tỷ đồng"), ("triệu đồng",), "120.000 triệu đồng"),
    ("doi_don_vi", ("12345678901234567890123456789.5", "triệu đồng"), ("tỷ đồng",), "12.345.678.901.234.567.890.123.456,7895 tỷ đồng"),
    ("hai_chu_so", ("2", "Nghị quyết"), (), "02"),
    ("la_ma", ("4",), (), "IV"),
]


@pytest.mark.parametrize(("name", "value", "arguments", "printed"), PRINTED)
def test_figures(name, value, arguments, printed, figure):
    assert FILTERS[name](figure(*value), *arguments) == printed


@pytest.mark.parametrize(
    ("name", "value", "printed"),
    [
        ("chu_hoa", "báo cáo", "BÁO CÁO"),
        ("chu_thuong", "BÁO CÁO", "báo cáo"),
        ("viet_hoa_dau", "đánh giá HĐND", "Đánh giá HĐND"),
        ("chu_thuong_dau", "Tháng 2/2020", "tháng 2/2020"),
        ("chu_thuong_dau", "", ""),
        ("ngay_day_du", datetime.date(2026, 3, 5), "ngày 05 tháng 3 năm 2026"),
        ("ngay_day_du", "05/03/2026", "ngày 05 tháng 3 năm 2026"),
        ("ngay_gach", datetime.date(2020, 2, 21), "21/02/2020"),
        ("liet_ke", ["a", "b", "c"], "a, b và c"),
        ("liet_ke", ["a"], "a"),
        ("liet_ke", [], ""),
    ],
)
def test_words_days_and_lists(name, value, printed):
    assert FILTERS[name](value) == printed


def test_the_word_of_approximation_stays_when_the_unit_changes(figure):
    near = figure("976", "triệu đồng", approximation="gan")
    assert FILTERS["doi_don_vi"](near, "tỷ đồng") == "gần 0,976 tỷ đồng"


@pytest.mark.parametrize(
    ("name", "value", "arguments"),
    [
        ("so_tran", "chữ", ()),
        ("don_vi_cua", "chữ", ()),
        ("bang_chu", "12", ()),
        ("bang_chu", 4.5, ()),
        ("bang_chu", True, ()),
        ("bang_chu", None, ()),
        ("la_ma", 0, ()),
        ("la_ma", 4000, ()),
        ("chu_hoa", None, ()),
        ("chu_hoa", 5, ()),
        ("chu_hoa", ["a"], ()),
        ("ngay_day_du", "31/02/2020", ()),
        ("ngay_day_du", 5, ()),
        ("liet_ke", "chữ", ()),
        ("liet_ke", [None], ()),
        ("doi_don_vi", 5, ("hộ",)),
        ("doi_don_vi", 5, ("tỷ đồng", 99)),
    ],
)
def test_what_a_filter_cannot_do_is_refused_in_words(name, value, arguments):
    with pytest.raises(Refusal) as refused:
        FILTERS[name](value, *arguments)
    assert refused.value.message


def test_money_of_less_than_a_dong_is_not_put_in_words(figure):
    with pytest.raises(Refusal):
        FILTERS["tien_bang_chu"](figure("0.5", "đồng"))


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_has_a_vietnamese_name_and_says_what_it_does(name):
    assert re.fullmatch(r"[a-z]+(_[a-z]+)+", name)
    said = FILTERS[name].__doc__
    assert fold(said) != said.lower()
    assert "→" in said or "liet_ke" in said

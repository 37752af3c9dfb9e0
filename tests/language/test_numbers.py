"""Numbers as printed and as typed."""

from decimal import ROUND_HALF_UP, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese.numbers import (
    NumberError,
    exact,
    format_number,
    format_range,
    read_number,
    round_half_up,
)

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**15), max_value=10**15)


@pytest.mark.parametrize(
    ("value", "decimals", "printed"),
    [
        ("1693586", None, "1.693.586"),
        ("27420.0", None, "27.420,0"),
        ("4.16", None, "4,16"),
        ("4.10", None, "4,10"),
        ("16560", 1, "16.560,0"),
        ("1411", 0, "1.411"),
        ("609", 0, "609"),
        ("0.125", 2, "0,13"),
        ("2.665", 2, "2,67"),
        ("4.165", 2, "4,17"),
        ("9.925", 2, "9,93"),
        ("1234.5", 0, "1.235"),
        ("0.5", 0, "1"),
        ("-0.5", 0, "-1"),
        ("-0.004", 2, "0,00"),
        ("-1234567.891", 1, "-1.234.567,9"),
        ("1E+3", None, "1.000"),
        ("1.5E+12", 0, "1.500.000.000.000"),
        ("123456789012345678901234567890.125", 2, "123.456.789.012.345.678.901.234.567.890,13"),
        ("999999.995", 2, "1.000.000,00"),
    ],
)
def test_printing(value, decimals, printed):
    assert format_number(Decimal(value), decimals) == printed


@pytest.mark.parametrize(
    ("value", "options", "printed"),
    [
        ("2", {"pad": 2}, "02"),
        ("0", {"pad": 2}, "00"),
        ("12", {"pad": 2}, "12"),
        ("1411", {"pad": 2}, "1.411"),
        ("2.5", {"pad": 2}, "2,5"),
        ("2", {"pad": 2, "decimals": 1}, "2,0"),
        ("2026", {"group": False}, "2026"),
    ],
)
def test_printing_counts_and_years(value, options, printed):
    assert format_number(Decimal(value), **options) == printed


@pytest.mark.parametrize(
    ("low", "high", "options", "printed"),
    [
        ("1.0", "1.5", {}, "1,0-1,5"),
        ("30", "40", {}, "30-40"),
        ("0.5", "1", {"spaced": True}, "0,5 - 1"),
        ("2026", "2030", {"group": False}, "2026-2030"),
        ("1000", "1500", {}, "1.000-1.500"),
        ("-2", "3", {}, "-2 đến 3"),
    ],
)
def test_ranges(low, high, options, printed):
    assert format_range(Decimal(low), Decimal(high), **options) == printed


def test_a_range_the_wrong_way_round_is_refused():
    with pytest.raises(NumberError, match="số đầu lớn hơn số cuối"):
        format_range(Decimal(5), Decimal(3))


@pytest.mark.parametrize(
    "value", [0.5, 1.0, True, False, "5", None, Decimal("NaN"), Decimal("Infinity"), Decimal("1E+5000")]
)
def test_only_exact_finite_numbers_are_printed(value):
    with pytest.raises(NumberError) as refused:
        format_number(value, 0)
    assert refused.value.message and refused.value.hint


def test_exact_takes_whole_numbers_and_decimals():
    assert exact(7) == Decimal(7)
    assert exact(10**30) == Decimal(10) ** 30


@given(DECIMALS, st.integers(0, 6))
def test_rounding_agrees_with_quantize_in_a_wide_context(value, decimals):
    with localcontext() as wide:
        wide.prec = 80
        expected = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    assert round_half_up(value, decimals) == expected
    assert not str(round_half_up(value * 0, decimals)).startswith("-")


@given(DECIMALS, st.integers(0, 4))
def test_what_is_printed_reads_back(value, decimals):
    printed = format_number(value, decimals)
    assert read_number(printed, convention="vi") == round_half_up(value, decimals)
    assert format_number(read_number(printed, convention="vi")) == printed


@given(st.integers(-(10**15), 10**15))
def test_a_printed_count_reads_back_as_a_count(value):
    assert read_number(format_number(Decimal(value), 0), whole=True) == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("0", "0"),
        ("14653", "14653"),
        ("-5", "-5"),
        ("+5", "5"),
        ("\u22125", "-5"),
        ("-0", "0"),
        ("1.693.586", "1693586"),
        ("1.234.567,89", "1234567.89"),
        ("14 653", "14653"),
        ("14\u00a0653", "14653"),
        ("1\u202f693\u202f586,5", "1693586.5"),
        ("  9,92 ", "9.92"),
        ("14.653,5", "14653.5"),
        ("27.420,0", "27420.0"),
        ("4.16", "4.16"),
        ("4,10", "4.10"),
        ("0.5", "0.5"),
        ("0,411", "0.411"),
        ("1411,123", "1411.123"),
    ],
)
def test_reading(typed, value):
    read = read_number(typed)
    assert str(read) == value


@pytest.mark.parametrize("typed", ["1.411", "14.653", "5.000", "1,411", "-1.411", "141.100"])
def test_the_ambiguous_is_refused_with_both_readings_named(typed):
    before, after = typed.replace(",", ".").split(".")
    with pytest.raises(NumberError) as refused:
        read_number(typed)
    assert f"{before}{after}" in refused.value.message
    assert f"{before},{after}" in refused.value.message
    assert f"{before},{after}0" in refused.value.hint
    assert read_number(f"{before}{after}") == int(before + after)
    assert read_number(f"{before},{after}0") == Decimal(f"{before}.{after}")


def test_a_lone_dot_in_a_figure_with_decimals_is_told_to_be_a_comma():
    with pytest.raises(NumberError) as refused:
        read_number("113.357", decimals=3)
    assert refused.value.hint == "Hãy viết 113357 nếu là số nguyên, hoặc 113,357 nếu là số thập phân."


@pytest.mark.parametrize(
    ("typed", "options", "value"),
    [
        ("26.140", {"whole": True}, "26140"),
        ("1.693.586", {"whole": True}, "1693586"),
        ("14 653", {"whole": True}, "14653"),
        ("26.140", {"convention": "vi"}, "26140"),
        ("1,411", {"convention": "vi"}, "1.411"),
        ("9,92", {"convention": "vi"}, "9.92"),
        ("1.411", {"convention": "may"}, "1.411"),
        ("1411", {"convention": "may"}, "1411"),
        ("4,16%", {"percent": True}, "4.16"),
        ("4,16 %", {"percent": True}, "4.16"),
        ("4,16", {"percent": True}, "4.16"),
        ("26.140", {"whole": True, "convention": "vi"}, "26140"),
        ("113,357", {"decimals": 3}, "113.357"),
        ("6,925", {"decimals": 2}, "6.925"),
        ("-1,411", {"decimals": 1}, "-1.411"),
        ("26,140", {"decimals": 2, "convention": "vi"}, "26.140"),
    ],
)
def test_reading_with_what_the_declaration_knows(typed, options, value):
    assert str(read_number(typed, **options)) == value


@pytest.mark.parametrize(
    ("typed", "options", "words"),
    [
        ("9,92", {"whole": True}, "phải là số nguyên"),
        ("26,140", {"whole": True}, "phải là số nguyên"),
        ("16.560,0", {"whole": True}, "phải là số nguyên"),
        ("4.16", {"whole": True}, "phải là số nguyên"),
        ("1.411", {"whole": True, "convention": "may"}, "phải là số nguyên"),
        ("14 653", {"whole": True, "convention": "may"}, "quy ước số máy"),
        ("4.16", {"convention": "vi"}, "quy ước số Việt Nam"),
        ("9,92", {"convention": "may"}, "quy ước số máy"),
        ("1.693.586", {"convention": "may"}, "quy ước số máy"),
        ("4,16%", {}, "dấu %"),
        ("1,411%", {"percent": True}, "hai cách"),
        ("113.357", {"decimals": 3}, "hai cách"),
        ("1,411", {"decimals": 0}, "hai cách"),
        ("1,411", {"decimals": 3, "convention": "may"}, "quy ước số máy"),
        ("4%%", {"percent": True}, "dấu %"),
        ("", {}, "chưa có số liệu"),
        ("   ", {}, "chưa có số liệu"),
        ("02", {}, "số 0 ở đầu"),
        ("010", {"whole": True}, "số 0 ở đầu"),
        ("02,5", {}, "số 0 thừa"),
        ("1e3", {}, "số mũ"),
        ("1E+3", {}, "số mũ"),
        ("12:30", {}, "giờ"),
        ("190:20:30", {}, "giờ"),
        ("14_653", {}, "gạch dưới"),
        ("14,653.5", {}, "Anh - Mỹ"),
        ("1,234,567", {}, "Anh - Mỹ"),
        ("NaN", {}, "không phải là số"),
        ("-inf", {}, "không phải là số"),
        ("#DIV/0!", {}, "báo lỗi"),
        ("５", {}, "không phải 0-9"),
        ("٣", {}, "không phải 0-9"),
        ("1٣", {}, "không phải 0-9"),
        ("²", {}, "không phải"),
        ("1\u200b411", {}, "ký tự ẩn"),
        ("\ufeff5", {}, "ký tự ẩn"),
        ("(5)", {}, "trong ngoặc"),
        ("- 5", {}, "khoảng trống"),
        ("30-40", {}, "khoảng"),
        ("0,5 – 1%", {}, "khoảng"),
        ("1/2", {}, "phân số"),
        (".5", {}, "thiếu số"),
        ("5.", {}, "kết thúc"),
        ("1..2", {}, "đặt sai chỗ"),
        ("1.23.4", {}, "đặt sai chỗ"),
        ("1 234.567", {}, "đặt sai chỗ"),
        ("1.693 586", {}, "đặt sai chỗ"),
        ("14 65", {}, "đặt sai chỗ"),
        ("976 triệu đồng", {}, "chữ lẫn"),
        ("5km", {}, "chữ lẫn"),
        ("gần 976", {}, "chữ lẫn"),
        ("abc", {}, "không phải là số"),
        ("đủ", {}, "không phải là số"),
        ("--5", {}, "không phải là số"),
        ("9" * 41, {}, "chữ số"),
        ("true", {}, "không phải là số"),
    ],
)
def test_refusals_say_what_is_wrong_and_what_to_do(typed, options, words):
    with pytest.raises(NumberError) as refused:
        read_number(typed, **options)
    assert words in refused.value.message
    assert refused.value.hint.endswith(".")
    assert str(refused.value) == refused.value.message


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text):
    try:
        assert read_number(text).is_finite()
    except NumberError as refused:
        assert refused.message and refused.hint and "\n" not in refused.message

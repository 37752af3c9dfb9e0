"""Dates: zeros where offices put them, blanks for the clerk, strict reading."""

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese.dates import (
    DateError,
    blank_long_date,
    blank_slash_date,
    days_in_month,
    long_date,
    read_day,
    slash_date,
)


@pytest.mark.parametrize(
    ("day", "long", "slashed"),
    [
        (date(2026, 3, 5), "ngày 05 tháng 3 năm 2026", "05/3/2026"),
        (date(2020, 2, 21), "ngày 21 tháng 02 năm 2020", "21/02/2020"),
        (date(2020, 1, 16), "ngày 16 tháng 01 năm 2020", "16/01/2020"),
        (date(2019, 7, 17), "ngày 17 tháng 7 năm 2019", "17/7/2019"),
        (date(2019, 12, 9), "ngày 09 tháng 12 năm 2019", "09/12/2019"),
        (date(2019, 10, 10), "ngày 10 tháng 10 năm 2019", "10/10/2019"),
    ],
)
def test_dates_on_the_page(day, long, slashed):
    assert long_date(day) == long
    assert slash_date(day) == slashed


def test_dates_with_room_for_the_clerk():
    assert blank_long_date(2020, 2) == "ngày      tháng 02 năm 2020"
    assert blank_long_date(2020, 11) == "ngày      tháng 11 năm 2020"
    assert blank_long_date(2020) == "ngày      tháng      năm 2020"
    assert blank_slash_date(2020, 2) == "      /02/2020"
    assert blank_slash_date(2020) == "      /      /2020"


@pytest.mark.parametrize("typed", ["05/03/2026", "05/3/2026", "5/3/2026", "2026-03-05", " 05/03/2026 "])
def test_reading(typed):
    assert read_day(typed) == date(2026, 3, 5)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("31/02/2026", "tháng 02 năm 2026 có 28 ngày"),
        ("30/02/2024", "có 29 ngày"),
        ("31/4/2026", "có 30 ngày"),
        ("0/3/2026", "không có trong lịch"),
        ("2026-02-31", "có 28 ngày"),
        ("03/15/2026", "12 tháng"),
        ("5/0/2026", "12 tháng"),
        ("05/03/0026", "ngoài khoảng"),
        ("05/03/20266", "không phải là một ngày"),
        ("05/03/26", "không phải là một ngày"),
        ("05-03-2026", "không phải là một ngày"),
        ("5.3.2026", "không phải là một ngày"),
        ("2026-3-5", "không phải là một ngày"),
        ("2026/03/05", "không phải là một ngày"),
        ("20260305", "không phải là một ngày"),
        ("1772668800", "không phải là một ngày"),
        ("０5/03/2026", "không phải là một ngày"),
        ("mai", "không phải là một ngày"),
        ("", "chưa có ngày"),
    ],
)
def test_refusals(typed, words):
    with pytest.raises(DateError) as refused:
        read_day(typed)
    assert words in refused.value.message
    assert refused.value.hint


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_what_is_printed_reads_back(day):
    assert read_day(slash_date(day)) == day
    assert read_day(day.isoformat()) == day


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused(text):
    try:
        read_day(text)
    except DateError as refused:
        assert refused.message and refused.hint


def test_the_length_of_every_month():
    for year in range(1900, 2101):
        for month in range(1, 13):
            assert days_in_month(year, month) == calendar.monthrange(year, month)[1]

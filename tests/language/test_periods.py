"""Reporting periods: names, neighbours, days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese.periods import KINDS, Period, PeriodError, read_period

PERIODS = st.sampled_from(sorted(KINDS)).flatmap(
    lambda kind: st.builds(Period, st.just(kind), st.integers(1902, 2098), st.integers(1, KINDS[kind][1]))
)

CASES = [
    # typed, short, long, slug, first day, last day
    ("tháng 2/2020", "tháng 2/2020", "tháng 02 năm 2020", "thang-2-2020", "2020-02-01", "2020-02-29"),
    ("tháng 3/2020", "tháng 3/2020", "tháng 3 năm 2020", "thang-3-2020", "2020-03-01", "2020-03-31"),
    ("quý I/2020", "quý I/2020", "quý I năm 2020", "quy-i-2020", "2020-01-01", "2020-03-31"),
    ("quý IV/2019", "quý IV/2019", "quý IV năm 2019", "quy-iv-2019", "2019-10-01", "2019-12-31"),
    (
        "6 tháng đầu năm 2020",
        "6 tháng đầu năm 2020",
        "6 tháng đầu năm 2020",
        "6-thang-dau-nam-2020",
        "2020-01-01",
        "2020-06-30",
    ),
    (
        "6 tháng cuối năm 2020",
        "6 tháng cuối năm 2020",
        "6 tháng cuối năm 2020",
        "6-thang-cuoi-nam-2020",
        "2020-07-01",
        "2020-12-31",
    ),
    (
        "9 tháng năm 2020",
        "9 tháng năm 2020",
        "9 tháng đầu năm 2020",
        "9-thang-nam-2020",
        "2020-01-01",
        "2020-09-30",
    ),
    ("năm 2020", "năm 2020", "năm 2020", "nam-2020", "2020-01-01", "2020-12-31"),
]


@pytest.mark.parametrize(("typed", "short", "long", "slug", "first", "last"), CASES)
def test_a_period_and_its_names(typed, short, long, slug, first, last):
    period = read_period(typed)
    assert (period.short, period.long, period.slug, str(period)) == (short, long, slug, short)
    assert (period.first_day, period.last_day) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("typed", "short"),
    [
        ("Tháng 02 năm 2020", "tháng 2/2020"),
        ("tháng 2.2020", "tháng 2/2020"),
        ("THÁNG 12-2020", "tháng 12/2020"),
        ("thang 2/2020", "tháng 2/2020"),
        ("Quý 1 năm 2020", "quý I/2020"),
        ("quý iii năm 2020", "quý III/2020"),
        ("06 tháng đầu năm 2020", "6 tháng đầu năm 2020"),
        ("sáu tháng cuối năm 2020", "6 tháng cuối năm 2020"),
        ("9 tháng đầu năm 2020", "9 tháng năm 2020"),
        ("chín  tháng năm 2020", "9 tháng năm 2020"),
        ("cả năm 2020", "năm 2020"),
    ],
)
def test_other_forms_offices_use(typed, short):
    assert read_period(typed).short == short


@pytest.mark.parametrize(
    ("typed", "following", "preceding", "last_year"),
    [
        ("tháng 12/2019", "tháng 1/2020", "tháng 11/2019", "tháng 12/2018"),
        ("tháng 1/2020", "tháng 2/2020", "tháng 12/2019", "tháng 1/2019"),
        ("quý I/2020", "quý II/2020", "quý IV/2019", "quý I/2019"),
        ("6 tháng cuối năm 2019", "6 tháng đầu năm 2020", "6 tháng đầu năm 2019", "6 tháng cuối năm 2018"),
        ("9 tháng năm 2020", "9 tháng năm 2021", "9 tháng năm 2019", "9 tháng năm 2019"),
        ("năm 2020", "năm 2021", "năm 2019", "năm 2019"),
    ],
)
def test_neighbours(typed, following, preceding, last_year):
    period = read_period(typed)
    assert (period.next.short, period.previous.short, period.same_last_year.short) == (
        following,
        preceding,
        last_year,
    )


@pytest.mark.parametrize(
    ("typed", "start_day", "text"),
    [
        ("tháng 2/2020", 15, "từ ngày 15/01/2020 đến ngày 14/02/2020"),
        ("tháng 1/2020", 15, "từ ngày 15/12/2019 đến ngày 14/01/2020"),
        ("tháng 3/2021", 28, "từ ngày 28/02/2021 đến ngày 27/3/2021"),
        ("quý I/2020", 20, "từ ngày 20/12/2019 đến ngày 19/3/2020"),
        ("năm 2020", 15, "từ ngày 15/12/2019 đến ngày 14/12/2020"),
        ("tháng 2/2020", 1, "từ ngày 01/02/2020 đến ngày 29/02/2020"),
    ],
)
def test_the_cut_off_window(typed, start_day, text):
    assert read_period(typed).window(start_day).text == text


@pytest.mark.parametrize("start_day", [0, 29, 31, -1])
def test_a_cut_off_day_every_month_has(start_day):
    with pytest.raises(PeriodError, match="ngày chốt"):
        Period("thang", 2020, 2).window(start_day)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("tháng 13/2020", "số thứ tự 13"),
        ("quý 5/2020", "số thứ tự 5"),
        ("năm 20200", "không phải là một kỳ"),
        ("năm 0020", "ngoài khoảng"),
        ("5 tháng đầu năm 2020", "không phải là một kỳ"),
        ("2/2020", "không phải là một kỳ"),
        ("2020", "không phải là một kỳ"),
        ("tháng 2", "không phải là một kỳ"),
        ("tháng ２/2020", "không phải là một kỳ"),
        ("", "chưa có kỳ"),
    ],
)
def test_refusals(typed, words):
    with pytest.raises(PeriodError) as refused:
        read_period(typed)
    assert words in refused.value.message
    assert refused.value.hint


@given(PERIODS)
def test_every_name_reads_back(period):
    assert read_period(period.short) == read_period(period.long) == read_period(period.slug) == period


@given(PERIODS, st.integers(1, 28))
def test_neighbours_meet(period, start_day):
    assert period.next.previous == period == period.previous.next
    assert period.first_day in period and period.last_day in period
    if period.kind != "chin_thang":
        assert period.last_day + timedelta(days=1) == period.next.first_day
        window, following = period.window(start_day), period.next.window(start_day)
        assert window.last_day + timedelta(days=1) == following.first_day
        assert window.last_day in window and following.first_day not in window

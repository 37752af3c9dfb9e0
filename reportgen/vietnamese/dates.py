"""Dates as offices write them: a zero before days under 10 and before months 1 and 2, nowhere else.

The rule is Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4.b; practice carries it over to the short form
(05/3/2026).
"""

from __future__ import annotations

from datetime import date

from reportgen.pattern import Pattern
from reportgen.vietnamese.refusal import Refusal, quoted

BLANK = " " * 6
FIRST_YEAR, LAST_YEAR = 1900, 2100

_SLASHED = Pattern(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})\Z")
_ISO = Pattern(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z")
_HOW = "Hãy viết ngày/tháng/năm, ví dụ 05/3/2026, hoặc 2026-03-05."


class DateError(Refusal):
    """A text that is no day of the calendar; ``message`` and ``hint`` are Vietnamese."""


def day_number(day: int) -> str:
    """The day of the month with a zero before 1-9: «05», «17»."""
    return f"{day:02d}"


def month_number(month: int) -> str:
    """The month with a zero before 1 and 2 only: «02», «3», «12»."""
    return f"{month:02d}" if month < 3 else str(month)


def long_date(d: date) -> str:
    """«ngày 05 tháng 3 năm 2026» (the line of place and date, and running text)."""
    return f"ngày {day_number(d.day)} tháng {month_number(d.month)} năm {d.year:04d}"


def slash_date(d: date) -> str:
    """«05/3/2026» (running text, tables)."""
    return f"{day_number(d.day)}/{month_number(d.month)}/{d.year:04d}"


def blank_long_date(year: int, month: int | None = None) -> str:
    """«ngày      tháng 02 năm 2020»: room for the clerk to write the day (and the month, if it is None)."""
    return f"ngày{BLANK}tháng{BLANK if month is None else f' {month_number(month)} '}năm {year:04d}"


def blank_slash_date(year: int, month: int | None = None) -> str:
    """«      /02/2020»: the short form with the day (and the month, if it is None) left open."""
    return f"{BLANK}/{BLANK if month is None else month_number(month)}/{year:04d}"


def read_day(text: str) -> date:
    """The day typed as 05/03/2026, 5/3/2026 or 2026-03-05. Raises DateError for all else (31/02)."""
    typed = text.strip()
    if found := _SLASHED.match(typed):
        day, month, year = map(int, found.groups())
    elif found := _ISO.match(typed):
        year, month, day = map(int, found.groups())
    else:
        raise DateError(f"{quoted(typed)} không phải là một ngày" if typed else "chưa có ngày", _HOW)
    return _calendar_day(typed, day, month, year)


def days_in_month(year: int, month: int) -> int:
    """28 to 31. (The standard ``calendar`` knows it too, and brings along all of ``locale``.)"""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _calendar_day(typed: str, day: int, month: int, year: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateError(
            f"{quoted(typed)} có năm {year} ngoài khoảng {FIRST_YEAR}-{LAST_YEAR}", "Hãy xem lại năm."
        )
    if not 1 <= month <= 12:
        raise DateError(
            f"{quoted(typed)} có tháng {month}; một năm chỉ có 12 tháng",
            f"Ngày viết trước, tháng viết sau. {_HOW}",
        )
    days = days_in_month(year, month)
    if not 1 <= day <= days:
        raise DateError(
            f"{quoted(typed)} không có trong lịch: tháng {month_number(month)} năm {year} có {days} ngày",
            "Hãy xem lại ngày.",
        )
    return date(year, month, day)

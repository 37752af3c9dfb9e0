"""Reporting periods: months, quarters, half-years, nine months, years; their days and their names.

A ``Period`` is the calendar span. Many offices close their books in mid-month: ``Period.window(15)`` is the
span from the 15th of the month before to the 14th, still called by the period's own name.
"""

from __future__ import annotations

from datetime import date, timedelta

from reportgen.noun import noun
from reportgen.pattern import Pattern
from reportgen.vietnamese.dates import FIRST_YEAR, LAST_YEAR, days_in_month, month_number, slash_date
from reportgen.vietnamese.numerals import roman
from reportgen.vietnamese.refusal import Refusal, quoted
from reportgen.vietnamese.text import fold, slug

# kind → (months in one period, periods in one year)
KINDS = {"thang": (1, 12), "quy": (3, 4), "sau_thang": (6, 2), "chin_thang": (9, 1), "nam": (12, 1)}

SAME_LAST_YEAR = "cùng kỳ năm trước"


class PeriodError(Refusal):
    """A text that names no period, or a period that does not exist; Vietnamese ``message`` and ``hint``."""


@noun
class Window:
    """The days a report covers, both ends included."""

    first_day: date
    last_day: date

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    @property
    def text(self) -> str:
        """«từ ngày 15/01/2020 đến ngày 14/02/2020»."""
        return f"từ ngày {slash_date(self.first_day)} đến ngày {slash_date(self.last_day)}"


@noun
class Period:
    """One period: ``kind`` is a key of KINDS, ``index`` counts within the year from 1."""

    kind: str
    year: int
    index: int = 1

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"unknown kind of period: {self.kind}")
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise PeriodError(
                f"kỳ báo cáo có năm {self.year}, ngoài khoảng {FIRST_YEAR}-{LAST_YEAR}", "Hãy xem lại năm."
            )
        if not 1 <= self.index <= KINDS[self.kind][1]:
            span = "tháng từ 1 đến 12" if self.kind == "thang" else "quý từ I đến IV"
            raise PeriodError(f"kỳ báo cáo có số thứ tự {self.index}, không có trong năm", f"Hãy ghi {span}.")

    def __str__(self) -> str:
        return self.short

    @property
    def short(self) -> str:
        """«tháng 2/2020», «quý I/2020», «6 tháng đầu năm 2020», «9 tháng năm 2020», «năm 2020»."""
        return {
            "thang": f"tháng {self.index}/{self.year}",
            "quy": f"quý {roman(self.index)}/{self.year}",
            "chin_thang": f"9 tháng năm {self.year}",
        }.get(self.kind, self._in_words)

    @property
    def long(self) -> str:
        """«tháng 02 năm 2020», «quý I năm 2020», «6 tháng đầu năm 2020», «9 tháng đầu năm 2020»."""
        return {
            "thang": f"tháng {month_number(self.index)} năm {self.year}",
            "quy": f"quý {roman(self.index)} năm {self.year}",
            "chin_thang": f"9 tháng đầu năm {self.year}",
        }.get(self.kind, self._in_words)

    @property
    def _in_words(self) -> str:
        if self.kind == "sau_thang":
            return f"6 tháng {'đầu' if self.index == 1 else 'cuối'} năm {self.year}"
        return f"năm {self.year}"

    @property
    def slug(self) -> str:
        """A file name piece; ``read_period`` reads it back: «thang-2-2020», «quy-i-2020»."""
        return slug(self.short)

    @property
    def next(self) -> Period:
        """The following period of the same kind. Raises PeriodError past the last year."""
        return self._moved(1)

    @property
    def previous(self) -> Period:
        """The preceding period of the same kind (nine months: the nine months of the year before)."""
        return self._moved(-1)

    @property
    def same_last_year(self) -> Period:
        """The same period of the year before (cùng kỳ năm trước)."""
        return Period(self.kind, self.year - 1, self.index)

    @property
    def to_date(self) -> str:
        """From the start of the year to the end of this period: «2 tháng đầu năm 2020», «năm 2020», «tháng 01 năm 2020»."""
        if self.last_month == 12:
            return f"năm {self.year}"
        return self.long if self.last_month == 1 else f"{self.last_month} tháng đầu năm {self.year}"

    @property
    def former_words(self) -> str:
        """What the previous period is called in a sentence: «tháng trước», «quý trước», «6 tháng đầu năm», «năm trước»."""
        if self.kind == "sau_thang":
            return "6 tháng cuối năm trước" if self.index == 1 else "6 tháng đầu năm"
        return {"thang": "tháng trước", "quy": "quý trước", "nam": "năm trước"}.get(self.kind, SAME_LAST_YEAR)

    @property
    def last_year_words(self) -> str:
        """What the same period of last year is called: «cùng kỳ năm trước»; of a whole year «năm trước»."""
        return "năm trước" if self.kind == "nam" else SAME_LAST_YEAR

    def _moved(self, steps: int) -> Period:
        per_year = KINDS[self.kind][1]
        year, place = divmod(self.year * per_year + self.index - 1 + steps, per_year)
        return Period(self.kind, year, place + 1)

    @property
    def last_month(self) -> int:
        """The number of the period's last month: 2 for tháng 2, 3 for quý I, 9 for nine months."""
        return KINDS[self.kind][0] * self.index

    @property
    def first_day(self) -> date:
        """The first day of the calendar span."""
        return date(self.year, self.last_month - KINDS[self.kind][0] + 1, 1)

    @property
    def last_day(self) -> date:
        """The last day of the calendar span."""
        return date(self.year, self.last_month, days_in_month(self.year, self.last_month))

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    def window(self, start_day: int = 1) -> Window:
        """The days covered if books open on ``start_day``: 15 → the 15th of the month before to the 14th.

        1 is the calendar span itself. Raises PeriodError outside 1..28, for not every month has a 29th.
        """
        if not 1 <= start_day <= 28:
            raise PeriodError(
                f"ngày chốt số liệu {start_day} không có ở mọi tháng", "Hãy chọn một ngày từ 1 đến 28."
            )
        if start_day == 1:
            return Window(self.first_day, self.last_day)
        month_before = self.first_day - timedelta(days=1)
        end = self.last_day.replace(day=start_day) - timedelta(days=1)
        return Window(month_before.replace(day=start_day), end)


_YEAR = r"(?P<year>[0-9]{4})"
_OF_YEAR = rf"(?: ?[/.-] ?| nam |-nam-){_YEAR}"
_FORMS = (
    ("thang", Pattern(rf"thang[ -](?P<month>0?[1-9]|1[0-9]){_OF_YEAR}\Z")),
    ("quy", Pattern(rf"quy[ -](?P<quarter>iv|i{{1,3}}|[1-9]){_OF_YEAR}\Z")),
    ("sau_thang", Pattern(rf"(?:0?6|sau)[ -]thang[ -](?P<half>dau|cuoi)[ -]nam[ -]{_YEAR}\Z")),
    ("chin_thang", Pattern(rf"(?:0?9|chin)[ -]thang[ -](?:dau[ -])?nam[ -]{_YEAR}\Z")),
    ("nam", Pattern(rf"(?:ca[ -])?nam[ -]{_YEAR}\Z")),
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_EXAMPLES = "tháng 2/2020, quý I/2020, 6 tháng đầu năm 2020, 9 tháng năm 2020 hoặc năm 2020"


def read_period(text: str) -> Period:
    """The period staff wrote: any form offices use, also without diacritics, also a slug, or PeriodError."""
    typed = " ".join(fold(text).split())
    for kind, form in _FORMS:
        if found := form.match(typed):
            return Period(kind, int(found["year"]), _index(found.groupdict()))
    if not typed:
        raise PeriodError("chưa có kỳ báo cáo", f"Hãy viết {_EXAMPLES}.")
    raise PeriodError(f"{quoted(text.strip())} không phải là một kỳ báo cáo", f"Hãy viết {_EXAMPLES}.")


def _index(found: dict[str, str | None]) -> int:
    if half := found.get("half"):
        return 1 if half == "dau" else 2
    if quarter := found.get("quarter"):
        return _QUARTERS.get(quarter) or int(quarter)
    return int(found.get("month") or 1)

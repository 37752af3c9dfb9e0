"""Ngày không có trong lịch.

Ngày, tháng ghi đủ ngày tháng năm phải có trong lịch.

Sai: họp ngày 31/4/2020 để rút kinh nghiệm
Đúng: họp ngày 30/4/2020 để rút kinh nghiệm
"""

from collections.abc import Iterator

from reportgen.checks.wording.lines import calendar_day
from reportgen.checks.wording.nouns import Check, Line, Slip, each_line
from reportgen.checks.wording.patterns import pattern_of
from reportgen.diagnostics import Severity

_DAY = pattern_of(r"\bngày\s+(?P<day>\d{1,2})(?:/|\s+tháng\s+)(?P<month>\d{1,2})(?:/|\s+năm\s+)(?P<year>\d{4})(?!\d)")


def _find(line: Line) -> Iterator[Slip]:
    for found in _DAY.finditer(line.text):
        if not calendar_day(int(found["day"]), int(found["month"]), int(found["year"])):
            yield Slip(line, found.start("day"), found.end(), why="lịch không có ngày này")


CHECK = Check(
    "ngay_thang.calendar",
    each_line(_find),
    authority="lịch",
    severity=Severity.ERROR,
    manual=__doc__,
)

"""For which period a returned table says it is: by the line «Kỳ báo cáo: …», else by what its title names.

A period of another kind («6 tháng đầu năm 2019» while the year is rolled up) is a doubt, another period of the same kind a
refusal. «tính đến tháng 12/2019» says a day, not a period.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.diagnostics import Finding, Place, error, warning
from reportgen.pattern import Pattern
from reportgen.returns.heading_lines import FIRST_ROWS, line_after, texts_above
from reportgen.returns.identity import Identity
from reportgen.returns.subject import Subject
from reportgen.sources.grid import Book, Grid
from reportgen.sources.headers import Header
from reportgen.vietnamese.periods import Period, PeriodError, read_period
from reportgen.vietnamese.text import fold

_LINE = Pattern(r"\s*ky (?:bao cao|so lieu)\s*:?\s*")
_WORDS = Pattern(r"(?<!ngay )(?<!\d )\b((?:thang \d{1,2}|quy (?:[ivx]+|\d)|[69] thang(?: dau| cuoi)?)(?:\s*/\s*| nam )\d{4}|nam \d{4})\b")


def check_period(grid: Grid, header: Header, identity: Identity, subject: Subject, sink: list[Finding]) -> None:
    """What the lines above the header say of the period; without such a line, what the title says (TH11, TH30)."""
    said = line_after(grid, header.row, _LINE)
    if said:
        text, place = said
        if not is_same(text, subject.period):
            sink.append(wrong_period(text, subject, place))
        return
    if identity.period:
        return
    mentions = list(_mentions(grid, header.row))
    same_kind = [(period, place) for period, place in mentions if period.kind == subject.period.kind]
    if any(period == subject.period for period, _ in same_kind):
        return
    if same_kind:
        sink.append(wrong_period(str(same_kind[0][0]), subject, same_kind[0][1]))
    elif mentions:
        period, place = mentions[0]
        hint = "mở tệp xem số có phải của cả kỳ không; xin đơn vị ghi dòng «Kỳ báo cáo: …»"
        sink.append(warning("TH11", f"phần đầu biểu chỉ nói đến {period}, đang tổng hợp {subject.period}", place, found=str(period), hint=hint))
    elif not any(str(subject.period.year) in title for column in subject.table.columns.values() for title in column.path):
        hint = "mở tệp xem có phải biểu của kỳ này không; lần sau gửi biểu mẫu cho đơn vị điền"
        sink.append(warning("TH30", "trong biểu không ghi kỳ báo cáo nào", grid.place(header.row, 1), hint=hint))


def period_of(grid: Grid, header: Header) -> Period | None:
    """The one period a sheet says it is for; None if it says none, or several."""
    said = line_after(grid, header.row, _LINE)
    if said:
        return _period(said[0])
    named = {period for period, _ in _mentions(grid, header.row)}
    return named.pop() if len(named) == 1 else None


def say_period(book: Book, subject: Subject, sink: list[Finding]) -> None:
    """Where the titles do not fit because the year in them is another, say that instead."""
    for grid in book.grids:
        said = line_after(grid, min(grid.rows, FIRST_ROWS), _LINE) if not grid.hidden else None
        if said and not is_same(said[0], subject.period):
            sink[:] = [finding for finding in sink if finding.code not in ("BT16", "BT17")]
            sink.append(wrong_period(said[0], subject, said[1]))
            return


def is_same(text: str, period: Period) -> bool:
    """True if a text names this period."""
    return _period(text) == period


def wrong_period(text: str, subject: Subject, place: Place) -> Finding:
    """The refusal of a table for another period."""
    hint = "xin đơn vị gửi biểu đúng kỳ; nếu chỉ ghi nhầm kỳ thì đơn vị sửa rồi gửi lại"
    return error("TH11", f"biểu của {text}, đang tổng hợp {subject.period}", place, found=text, expected=str(subject.period), hint=hint)


def _mentions(grid: Grid, last: int) -> Iterator[tuple[Period, Place]]:
    """The periods named above row ``last``."""
    for text, place in texts_above(grid, last):
        folded = fold(text)
        for match in _WORDS.finditer(folded):
            period = _period(match[1])
            if period and not folded[: match.start()].endswith(("den ", "het ", "cuoi ")):
                yield period, place


def _period(text: str) -> Period | None:
    try:
        return read_period(text)
    except PeriodError:
        return None

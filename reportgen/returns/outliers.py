"""Figures far from those of the last period, or of the other units: taken as they are, and said.

A figure a thousand or a million times its former self was probably typed in đồng where triệu đồng is due; one that changed by
more than the threshold (half, unless said otherwise) and by more than a few is an outlier. Without a last period a figure is
held against the median of the other units, and only such leaps count. Calculated columns follow from the others, but a share
far from those of all other units tells of two numbers that changed places. A unit all of whose figures are those of the last
period, or of another unit, may have sent the old form, or a neighbour's.
"""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from statistics import quantiles

from reportgen.diagnostics import Finding, Place, warning
from reportgen.errors import DataError
from reportgen.noun import noun, replace
from reportgen.returns.cells import typed_number
from reportgen.returns.nouns import Returned
from reportgen.returns.opening import open_returned
from reportgen.returns.rolling import Rolled
from reportgen.returns.subject import Subject
from reportgen.returns.table_sheet import header_in
from reportgen.returns.units import match_unit
from reportgen.sources.grid import Grid, Kind
from reportgen.sources.headers import Header
from reportgen.tables.declared import Column
from reportgen.vietnamese.dates import slash_date
from reportgen.vietnamese.numbers import format_number

LEAP = 300
EPOCH = datetime.date(1899, 12, 30)
"""The day Excel counts from."""
FEW = 5
ENOUGH_UNITS = 5
TELLING = 3
"""So many numbers that are not 0 are never the same twice by chance."""
WHOLE = 100
SCALES = ((Decimal(1000), "nghìn"), (Decimal(1_000_000), "triệu"), (Decimal(1_000_000_000), "tỷ"))


@noun
class Former:
    """The figures of the last period: unit → column → number; ``words``: what period it is."""

    figures: Mapping[str, Mapping[str, Decimal]]
    words: str


def read_former(path: Path, shown: str, subjects: list[Subject]) -> Former:
    """The table of an earlier period in a workbook, its titles as of one of ``subjects``. DataError TH18."""
    book = open_returned(path, shown)
    for subject in subjects:
        for grid in (grid for grid in book.grids if not grid.hidden):
            header = header_in(grid, subject, [])
            if header:
                return Former(_figures(grid, header, subject), str(subject.period))
    hint = "dùng tệp tổng hợp của kỳ trước, hoặc bảng có đúng các tiêu đề cột của kỳ trước"
    raise DataError.of("TH18", "không thấy bảng của kỳ trước trong tệp này", Place(shown), hint=hint)


def with_outliers(rolled: Rolled, former: Former | None, percent: int) -> Rolled:
    """The result with what is far off added to what is doubtful."""
    usual = _usual(rolled)
    found = [(unit, finding) for unit, row in rolled.rows.items() for finding in _of_row(row, rolled, former, percent, usual)]
    found += [*_same_again(rolled, former), *_shares(rolled)]
    return replace(rolled, doubtful=(*rolled.doubtful, *found))


def _same_again(rolled: Rolled, former: Former | None) -> Iterator[tuple[str, Finding]]:
    """Units with the very figures of their last period, or of a unit before them."""
    seen: dict[tuple[Decimal, ...], str] = {}
    for unit, row in rolled.rows.items():
        numbers = {key: figure.value for key, _ in _input(rolled.subject) if (figure := row.row.cell(key).figure)}
        if sum(map(bool, numbers.values())) < TELLING:
            continue
        if former and _before(unit, rolled.subject, former) == numbers:
            message = f"mọi số nhập giống hệt {former.words}"
            yield unit, warning("TH31", message, row.place, hint="hỏi lại đơn vị: có thể gửi nhầm biểu cũ")
        other = seen.setdefault(tuple(numbers.values()), unit)
        if other != unit:
            message = f"mọi số nhập giống hệt {rolled.subject.units.units[other].name} ({rolled.rows[other].place})"
            yield unit, warning("TH31", message, row.place, hint="hỏi lại cả hai đơn vị: có thể chép biểu của nhau")


def _shares(rolled: Rolled) -> Iterator[tuple[str, Finding]]:
    """Shares in % few other units come near; below 1% the table itself asks (BG12)."""
    for key, column in rolled.subject.table.numbers.items():
        figures = {unit: figure for unit, row in rolled.rows.items() if (figure := row.row.cell(key).figure)}
        if not column.measure.startswith("%") or len(figures) <= ENOUGH_UNITS:
            continue
        low, middle, high = quantiles([figure.value for figure in figures.values()], n=4)
        for unit, figure in figures.items():
            if (figure.value > max(WHOLE, 2 * high)) or (figure.value == 1 and low >= 10):
                shown, usual = format_number(figure.value), format_number(middle, column.decimals)
                message = f"cột «{column.title}»: {shown}%, các đơn vị khác thường khoảng {usual}%"
                hint = "xem hai cột có bị đổi chỗ, số có thiếu dấu phẩy hay ghi dạng phân số không"
                yield unit, warning("TH32", message, figure.place, found=shown, hint=hint)


def _figures(grid: Grid, header: Header, subject: Subject) -> dict[str, dict[str, Decimal]]:
    found: dict[str, dict[str, Decimal]] = {}
    label = header.columns[subject.table.label_column]
    for row in range(header.row + 1, grid.rows + 1):
        name = grid.at(row, label)
        match = match_unit(str(name.value), subject.units.units) if name.kind is Kind.TEXT else None
        if match and match.key not in found:
            numbers = {key: typed_number(grid.at(row, header.columns[key]), c) for key, c in _input(subject) if key in header.columns}
            found[match.key] = {key: number for key, number in numbers.items() if number is not None}
    return found


def _input(subject: Subject) -> list[tuple[str, Column]]:
    return [(key, column) for key, column in subject.table.numbers.items() if key not in subject.formulas]


def _of_row(
    row: Returned, rolled: Rolled, former: Former | None, percent: int, usual: Mapping[str, list[Decimal]]
) -> Iterator[Finding]:
    before = _before(row.unit, rolled.subject, former) if former else {}
    for key, column in _input(rolled.subject):
        figure = row.row.cell(key).figure
        if figure is None:
            continue
        typical = _typical(usual[key], figure.value)
        if finding := _as_day(figure.value, before.get(key) or typical, column, rolled.subject, figure.place):
            pass
        elif key in before:
            finding = _against(figure.value, before[key], column, former.words, figure.place, percent)
        else:
            finding = _against_others(figure.value, typical, column, figure.place) if typical else None
        if finding:
            yield finding


def _usual(rolled: Rolled) -> dict[str, list[Decimal]]:
    """The figures above 0 of every input column, sorted."""
    return {
        key: sorted(figure.value for row in rolled.rows.values() if (figure := row.row.cell(key).figure) and figure.value > 0)
        for key, _ in _input(rolled.subject)
    }


def _typical(figures: list[Decimal], own: Decimal) -> Decimal | None:
    """The median of all sorted figures but one's own; None if there are too few to tell."""
    at = bisect_left(figures, own)
    count = len(figures) - (own > 0)
    if count < ENOUGH_UNITS:
        return None
    low, high = (figures[n + (own > 0 and n >= at)] for n in ((count - 1) // 2, count // 2))
    return (low + high) / 2


def _as_day(now: Decimal, usual: Decimal | None, column: Column, subject: Subject, place: Place) -> Finding | None:
    """A number that is a day of these years to Excel, and far from what is usual: «3/4» was made a day, and the day a number."""
    if not usual or now != now.to_integral_value() or now < 10 * usual:
        return None
    try:
        day = EPOCH + datetime.timedelta(int(now))
    except OverflowError:
        return None
    if abs(day.year - subject.period.year) > 1:
        return None
    message = f"cột «{column.title}»: {format_number(now)} là số thứ tự của ngày {slash_date(day)} trong Excel; các số khác thường khoảng {format_number(usual)}"
    hint = "Excel có thể đã đổi số gõ kiểu «3/4» thành ngày; hỏi lại đơn vị con số thật"
    return warning("TH35", message, place, found=format_number(now), hint=hint)


def _before(unit: str, subject: Subject, former: Former) -> Mapping[str, Decimal]:
    """What a unit had; a unit made of others had what they had together."""
    if unit in former.figures:
        return former.figures[unit]
    parts = [former.figures.get(key) for key, its in subject.units.units.items() if its.successor == unit]
    if not parts or None in parts:
        return {}
    return {
        key: sum(part[key] for part in parts)
        for key, column in _input(subject)
        if not column.is_share and all(key in part for part in parts)
    }


def _against(now: Decimal, then: Decimal, column: Column, words: str, place: Place, percent: int) -> Finding | None:
    if now > 0 and then > 0 and (leap := _leap(now, then)):
        return _scale(now, f"{words} là {format_number(then)}", leap, column, place)
    if abs(now - then) <= FEW or abs(now - then) * 100 <= abs(then) * percent:
        return None
    change = f"{'tăng' if now > then else 'giảm'} {format_number(abs(now - then) / then * 100, 0)}%" if then else "kỳ trước bằng 0"
    message = f"cột «{column.title}»: {format_number(now)}, {words} là {format_number(then)} ({change})"
    return warning("TH21", message, place, found=format_number(now), expected=format_number(then), hint="hỏi lại đơn vị nếu chưa rõ lý do")


def _against_others(now: Decimal, typical: Decimal, column: Column, place: Place) -> Finding | None:
    leap = _leap(now, typical) if now > 0 else ""
    return _scale(now, f"các đơn vị khác thường khoảng {format_number(typical)}", leap, column, place) if leap else None


def _leap(now: Decimal, then: Decimal) -> str:
    """In words how many times; '' if it is no leap."""
    ratio = max(now / then, then / now)
    if ratio < LEAP:
        return ""
    near = next((words for scale, words in SCALES if scale / 4 <= ratio <= scale * 4), "")
    return f"khoảng một {near} lần" if near else f"{format_number(ratio, 0)} lần"


def _scale(now: Decimal, other: str, leap: str, column: Column, place: Place) -> Finding:
    message = f"cột «{column.title}»: {format_number(now)}, {other} (lệch {leap})"
    unit = f"; đơn vị tính của cột là {column.measure}" if column.measure else ""
    hint = f"có thể ghi sai đơn vị tính (đồng, nghìn đồng, triệu đồng){unit}"
    return warning("TH22", message, place, found=format_number(now), hint=hint)

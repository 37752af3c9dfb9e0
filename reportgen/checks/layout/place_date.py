"""Địa danh, thời gian (Mục II.4): «Hà Tĩnh, ngày 21 tháng 02 năm 2020»; day, month and year may still be blank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.layout.geometry import offset_pt
from reportgen.checks.layout.ops import pattern
from reportgen.checks.layout.view import Fault, Special, View, fault
from reportgen.docx.components import Component
from reportgen.docx.components.lines import opening
from reportgen.noun import noun
from reportgen.pattern import Pattern
from reportgen.profile import Rule

PARTS = Pattern(
    r"(?P<place>.*?)(?P<comma>\s*,?\s*)(?P<word>ngày)(?P<day>.*?)tháng(?P<month>.*?)năm(?P<year>.*)",
    re.IGNORECASE | re.DOTALL,
)
BLANK = Pattern(r"[\s._…\-]+")
LONGEST = 200
"""Letters of the longest line that can be one of place and date."""
HALF_LINE = Decimal(12)
"""Two lines whose heights differ by less than this (points) stand beside each other: sizes 13 and 14 differ a little, and the
blank lines that carry the drawn rules are of any size; a whole line lower is 15 points and more."""
UNDATED = ("bien ban",)
NAMED_PLACES = Pattern(r"(TP\.?\s*)?(Hồ Chí Minh)$|^\d+$")
SHORTENED = Pattern(r"(T\.?P\.?\s*)?[A-ZĐ]{2,4}\.?$")
"""«HN», «TP.HCM»: a place in initials."""


@noun
class PlaceDate:
    """The line taken apart; blanks are ''."""

    component: Component
    place: str
    comma: bool
    day: str
    month: str
    year: str


def place_date(view: View) -> PlaceDate | None:
    """The line of place and date, None if there is none or its date is not in words."""
    component = view.one("dia_danh")
    return taken_apart(component) if component else None


def taken_apart(component: Component) -> PlaceDate | None:
    """A line of place and date in its parts, None if its date is not in words."""
    found = PARTS.fullmatch(component.text) if len(component.text) <= LONGEST else None
    if found is None:
        return None
    day, month, year = (BLANK.sub("", found[name]) for name in ("day", "month", "year"))
    return PlaceDate(component, found["place"].strip(), "," in found["comma"], day, month, year)


def present(view: View, rule: Rule) -> Iterator[Fault]:
    """Every document but minutes, which say place and time in their text (PL III, Mẫu 1.9)."""
    name = view.one("ten_loai")
    undated = name is not None and opening(name.text).startswith(UNDATED)
    if view.one("dia_danh") is None and not undated:
        yield Fault("không thấy địa danh, thời gian", part="Địa danh, thời gian")


def same_line(view: View, rule: Rule) -> Iterator[Fault]:
    """On one line with the number."""
    number, date = view.one("so_ky_hieu"), view.one("dia_danh")
    if number is None or date is None or view.floats(number) or view.floats(date):
        return
    one, other = number.first, date.first
    if one.cell and other.cell and (one.cell.table, one.cell.row) == (other.cell.table, other.cell.row):
        apart = abs(offset_pt(view.reading, one) - offset_pt(view.reading, other)) > HALF_LINE
    else:
        apart = one.number != other.number
    if apart:
        hint = "Đặt số, ký hiệu và địa danh, ngày tháng vào hai ô của cùng một hàng trong bảng đầu trang."
        yield fault(date, "không ngang hàng với số, ký hiệu", "phải cùng một dòng với số, ký hiệu", hint=hint)


def case(view: View, rule: Rule) -> Iterator[Fault]:
    """Small letters; the place with capitals."""
    component = view.one("dia_danh")
    if component is None:
        return
    if component.text.upper() == component.text or component.text[:1].islower():
        yield fault(component, f"«{component.text}»", "chữ thường, chữ cái đầu của địa danh viết hoa")
    elif (date := place_date(view)) and "Ngày" in component.text[len(date.place) :]:
        yield fault(component, "chữ «Ngày» viết hoa", "phải viết «ngày»")


def comma(view: View, rule: Rule) -> Iterator[Fault]:
    """A comma after the place."""
    date = place_date(view)
    if date and not pattern(f"{rule.value}").match(
        re.sub(r"\s+", " ", date.component.text.replace("Ngày", "ngày")) + " "
    ):
        found = (
            "không có dấu phẩy sau địa danh"
            if not date.comma
            else "dấu phẩy, dấu cách sau địa danh chưa đúng"
        )
        yield fault(date.component, found, "phải là «địa danh, ngày …»")


def day_zero(view: View, rule: Rule) -> Iterator[Fault]:
    """Days 1-9 with a 0."""
    yield from _zero(view, "day", "ngày", range(1, 10), True)


def month_zero(view: View, rule: Rule) -> Iterator[Fault]:
    """Months 1 and 2 with a 0."""
    yield from _zero(view, "month", "tháng", range(1, 3), True)


def month_no_zero(view: View, rule: Rule) -> Iterator[Fault]:
    """Months 3-9 without a 0."""
    yield from _zero(view, "month", "tháng", range(3, 10), False)


def written_out(view: View, rule: Rule) -> Iterator[Fault]:
    """The words ngày, tháng, năm in full."""
    component = view.one("dia_danh")
    if component and place_date(view) is None:
        yield fault(component, f"«{component.text}»", "phải viết đủ «ngày … tháng … năm …»")


def form(view: View, rule: Rule) -> Iterator[Fault]:
    """The whole line by its pattern, blanks counted as filled in."""
    date = place_date(view)
    if date is None:
        return
    filled = f"{date.place}, ngày {date.day or '10'} tháng {date.month or '10'} năm {date.year if len(date.year) > 3 else '2000'}"
    if not pattern(f"{rule.value}").search(filled):
        yield fault(
            date.component, f"«{date.component.text}»", "phải có dạng «Hà Tĩnh, ngày 05 tháng 3 năm 2026»"
        )


def full_unit(view: View, rule: Rule) -> Iterator[Fault]:
    """Places named after persons or numbers carry the word for the unit."""
    date = place_date(view)
    if date and SHORTENED.match(date.place):
        yield fault(date.component, f"địa danh viết tắt «{date.place}»", "ghi đầy đủ tên đơn vị hành chính")
    elif date and NAMED_PLACES.search(date.place) and not date.place.startswith("Thành phố"):
        yield fault(
            date.component,
            f"địa danh «{date.place}»",
            "ghi cả tên đơn vị hành chính, ví dụ «Thành phố Hồ Chí Minh»",
        )


def _zero(view: View, name: str, shown: str, low: range, padded: bool) -> Iterator[Fault]:
    date = place_date(view)
    text = getattr(date, name) if date else ""
    if text.isdecimal() and int(text) in low and text.startswith("0") != padded:
        right = f"{int(text):02d}" if padded else f"{int(text)}"
        yield fault(date.component, f"{shown} «{text}»", f"phải viết «{shown} {right}»")


SPECIAL: dict[str, Special] = {
    "dia_danh.present": present,
    "dia_danh.same_line": same_line,
    "dia_danh.case": case,
    "dia_danh.comma": comma,
    "dia_danh.day_zero": day_zero,
    "dia_danh.month_zero": month_zero,
    "dia_danh.month_no_zero": month_no_zero,
    "dia_danh.written_out": written_out,
    "dia_danh.format": form,
    "dia_danh.full_name_units": full_unit,
}

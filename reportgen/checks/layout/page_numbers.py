"""Page numbers (Mục I.7): judged only in headers and footers that are shown.

Real files are full of dead PAGE fields in even or first headers nobody sees. A one-page document needs no number, so
a missing one is reported only when the text plainly fills more than a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.layout import words
from reportgen.checks.layout.ops import from_fact, passes
from reportgen.checks.layout.view import Fact, Fault, Special, View
from reportgen.docx.reader import PageNumber, mm
from reportgen.profile import Rule

PLAINLY_MORE = Decimal("1.5")
"""Pages of estimated text from which a document has a second page for certain."""
PLAINLY_ONE = Decimal("0.8")
"""Pages of estimated text below which there is only the first page, whose number is hidden: no other is ever printed."""
PART = "Số trang"
NUMERALS = {"decimal": "arabic", "upperRoman": "số La Mã", "lowerRoman": "số La Mã thường"}


def shown_numbers(view: View) -> list[PageNumber]:
    """The page numbers that are printed on pages after the first."""
    if view.pages < PLAINLY_ONE and view.reading.sections[0].first_page and len(view.reading.sections) == 1:
        return []
    return [n for n in view.reading.numbers if n.shown and n.kind != "first"]


def start(view: View, rule: Rule) -> Iterator[Fault]:
    """Counting from 1: the first section does not say otherwise."""
    first = view.reading.sections[0]
    if shown_numbers(view) and first.number_start not in (None, int(rule.value)):
        yield Fault(
            f"đánh số trang từ {first.number_start}", f"phải đánh từ {words.number(rule.value)}", PART
        )


def numerals(view: View, rule: Rule) -> Iterator[Fault]:
    """Arabic numerals."""
    for form in dict.fromkeys(view.reading.sections[n.section].number_format for n in shown_numbers(view)):
        if NUMERALS.get(form, form) != rule.value:
            yield Fault(f"số trang bằng {NUMERALS.get(form, form)}", "phải bằng chữ số Ả Rập", PART)


def size(view: View, rule: Rule) -> Iterator[Fault]:
    """Type size of the number."""
    for value in dict.fromkeys(n.face.size_pt for n in shown_numbers(view)):
        if not passes(view, rule, value):
            yield from_fact(rule, Fact(value, PART))


def style(view: View, rule: Rule) -> Iterator[Fault]:
    """Upright, not bold."""
    for number in shown_numbers(view):
        names = [name for name, on in (("bold", number.face.bold), ("italic", number.face.italic)) if on]
        if names:
            yield Fault(words.STYLE[" ".join(names)], "phải đứng, không đậm", PART)
            return


def position(view: View, rule: Rule) -> Iterator[Fault]:
    """Where on the page; missing on a document of several pages."""
    numbers = shown_numbers(view)
    for value in dict.fromkeys(f"{n.where}-{n.align}" for n in numbers):
        if value != rule.value:
            yield Fault(
                f"đặt ở {words.POSITION.get(value, value)}", f"phải đặt ở {words.POSITION[rule.value]}", PART
            )
    if not numbers and view.pages >= PLAINLY_MORE:
        yield Fault("không thấy số trang", f"phải đánh số trang ở {words.POSITION[rule.value]}", PART)


def hidden_on_first(view: View, rule: Rule) -> Iterator[Fault]:
    """The number of page 1 is not shown, neither one Word counts nor one somebody typed."""
    first = view.reading.sections[0]
    kind = "first" if first.first_page else "default"
    every = [n for n in (*view.reading.numbers, *view.reading.typed_numbers) if n.shown and n.kind == kind and n.section == 0]
    if every:
        typed = f" (số gõ tay «{every[0].text}» ở {_place(every[0])})" if every[0].typed else ""
        hint = "Trong Word: nháy đúp vào đầu trang, chọn «Different First Page» (trang đầu khác), xóa số ở trang đầu."
        yield Fault(f"trang thứ nhất hiện số trang{typed}", "trang thứ nhất không được hiện số trang", PART, "", hint)


def asleep(view: View, rule: Rule) -> Iterator[Fault]:
    """A number in the wrong place that is not printed yet, for the paper has only its first page: it will be with the second."""
    if rule.value is None or shown_numbers(view):
        return
    waiting = [n for n in view.reading.numbers if n.shown and n.kind != "first"]
    for value in dict.fromkeys(f"{n.where}-{n.align}" for n in waiting):
        if value != rule.value:
            found = f"số trang để sẵn ở {words.POSITION.get(value, value)}, chưa in ra vì văn bản chỉ có một trang"
            yield Fault(found, f"khi có trang thứ hai phải ở {words.POSITION[rule.value]}", PART)


def _place(number: PageNumber) -> str:
    where = f"{number.where}-{number.align}"
    return words.POSITION.get(where, where)


def distance(view: View, rule: Rule) -> Iterator[Fault]:
    """Distance of the header from the edge of the sheet, where the number stands there."""
    for number in shown_numbers(view):
        value = mm(view.reading.sections[number.section].header)
        if number.where == "header" and not passes(view, rule, value):
            yield from_fact(rule, Fact(value, PART))
            return


def restarts(view: View, rule: Rule) -> Iterator[Fault]:
    """Annexes in sections of their own count their pages from 1."""
    annexes = view.of("phu_luc")
    for annex in annexes:
        section = view.reading.sections[annex.first.section]
        if section.index and section.number_start is None and shown_numbers(view):
            yield Fault(
                "phụ lục đánh số trang nối tiếp",
                "số trang của phụ lục đánh riêng, từ 1",
                "Phụ lục",
                annex.text,
                paragraph=annex.first.number,
            )


SPECIAL: dict[str, Special] = {
    "page_number.start": start,
    "page_number.numerals": numerals,
    "page_number.size": size,
    "page_number.style": style,
    "page_number.position": position,
    "page_number.first_page_hidden": hidden_on_first,
    "page_number.header_distance": distance,
    "page_number.annex_separate": restarts,
}

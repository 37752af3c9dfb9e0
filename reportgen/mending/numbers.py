"""Mending the page number: its place, its looks, the first page without it, where counting begins.

A number that is missing, or stands at the wrong end of the page, is put into the header; the first page then gets no header,
but only where nothing else would disappear with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.layout import words
from reportgen.checks.layout.ops import passes
from reportgen.checks.layout.page_numbers import NUMERALS, PART, shown_numbers
from reportgen.docx.mend import FaceChange, NumberAdded, NumberTaken, SectionChange, TextChange
from reportgen.docx.mend.sections import sections_of
from reportgen.docx.metrics import twips
from reportgen.docx.reader import PageNumber, Paragraph, mm
from reportgen.docx.xml import qn
from reportgen.mending.case import Case, setting
from reportgen.mending.looks import allowed_size
from reportgen.mending.nouns import Wish
from reportgen.noun import replace
from reportgen.profile import Rule

SIGNS = " -–—\t"


def size(case: Case, rule: Rule) -> Iterator[Wish]:
    """Type size of the number."""
    for number in shown_numbers(case.view):
        value = number.face.size_pt
        right = allowed_size(case, replace(rule, component="so_trang"), value)
        if not passes(case.view, rule, value) and right is not None:
            told = f"cỡ {words.number(value)}", f"cỡ {words.number(right)}"
            yield from _whole(case, rule, number, (("size", int(right * 2)),), told)


def style(case: Case, rule: Rule) -> Iterator[Wish]:
    """Upright, not bold."""
    for number in shown_numbers(case.view):
        if number.face.bold or number.face.italic:
            yield from _whole(case, rule, number, (("bold", False), ("italic", False)), ("đậm hoặc nghiêng", "đứng, không đậm"))


def position(case: Case, rule: Rule) -> Iterator[Wish]:
    """Put where the rule wants it: moved along its line, moved from foot to head, or put in."""
    numbers = shown_numbers(case.view)
    where, _, align = f"{rule.value}".partition("-")
    yield from _moved(case, rule, numbers)
    hidden = _can_hide(case)
    if not numbers and (hidden or case.view.reading.sections[0].first_page):
        change = NumberAdded(0, where, align, (), hidden=hidden)
        yield _added(case, rule, change, ("không có số trang", words.POSITION[f"{rule.value}"]))


def waiting(case: Case) -> Iterator[Wish]:
    """The same for a number that is not printed yet, on a paper of one page."""
    rule = next((r for r in case.view.profile.rules if words.bare(r.code) == "page_number.position"), None)
    if rule is not None and not shown_numbers(case.view):
        numbers = [n for n in case.view.reading.numbers if n.shown and n.kind != "first"]
        yield from _moved(case, replace(rule, code="TT53"), numbers)


def _moved(case: Case, rule: Rule, numbers: list[PageNumber]) -> Iterator[Wish]:
    """Numbers that stand elsewhere: along their line, or from foot to head."""
    wrong = [n for n in numbers if f"{n.where}-{n.align}" != rule.value]
    where, _, align = f"{rule.value}".partition("-")
    right = words.POSITION[f"{rule.value}"]
    elsewhere = [n for n in wrong if n.where != where]
    for number in wrong:
        told = words.POSITION.get(f"{number.where}-{number.align}", "chỗ khác"), right
        if number not in elsewhere:
            yield from _along(case, rule, number, align, told)
    if elsewhere:
        told = words.POSITION.get(f"{elsewhere[0].where}-{elsewhere[0].align}", "chỗ khác"), right
        holders = {p.number: p for n in elsewhere for p in _holders(case, n)}
        if all(_alone(p) for p in holders.values()):
            first = min(n.section for n in elsewhere)
            yield _added(case, rule, NumberAdded(first, where, align, (), tuple(holders)), told)


def hidden_on_first(case: Case, rule: Rule) -> Iterator[Wish]:
    """Page 1 without its number: the section gets a first page of its own, or the number there goes.

    A number somebody typed is left to people: hidden on page 1 it would still stand on every other page.
    """
    first = case.view.reading.sections[0]
    if any(number.shown for number in case.view.reading.typed_numbers):
        return
    if not first.first_page:
        yield from _hidden(case, rule)
        return
    for number in case.view.reading.numbers:
        if number.section == 0 and number.kind == "first" and number.shown:
            for holder in _holders(case, number):
                if _alone(holder):
                    told = "trang thứ nhất hiện số trang", "không hiện"
                    yield Wish(rule.code, NumberTaken(holder.number), PART, "", *told)


def start(case: Case, rule: Rule) -> Iterator[Wish]:
    """Counting from 1."""
    first = case.view.reading.sections[0]
    wanted = int(f"{rule.value}")
    if first.number_start not in (None, wanted):
        change = SectionChange(0, (("number_start", wanted),))
        yield Wish(rule.code, change, PART, "", f"đánh số từ {first.number_start}", f"đánh số từ {wanted}")


def numerals(case: Case, rule: Rule) -> Iterator[Wish]:
    """Arabic numerals."""
    for index in dict.fromkeys(n.section for n in shown_numbers(case.view)):
        form = case.view.reading.sections[index].number_format
        if NUMERALS.get(form, form) != rule.value:
            change = SectionChange(index, (("number_format", "decimal"),))
            yield Wish(rule.code, change, PART, "", NUMERALS.get(form, form), "chữ số Ả Rập")


def distance(case: Case, rule: Rule) -> Iterator[Wish]:
    """Distance of the header from the edge of the sheet."""
    for index in dict.fromkeys(n.section for n in shown_numbers(case.view) if n.where == "header"):
        value = mm(case.view.reading.sections[index].header)
        if not passes(case.view, rule, value):
            change = SectionChange(index, (("header", twips(rule.value)),))
            told = (f"cách mép trên {words.millimetres(length)} mm" for length in (value, rule.value))
            yield Wish(rule.code, change, PART, "", *told)


def restarts(case: Case, rule: Rule) -> Iterator[Wish]:
    """An annex that opens a section counts its pages from 1."""
    for annex in case.view.of("phu_luc"):
        section = case.view.reading.sections[annex.first.section]
        before = [p for p in case.view.reading.paragraphs if p.section == section.index and p.number < annex.first.number]
        if section.index and section.number_start is None and not any(p.text for p in before):
            change = SectionChange(section.index, (("number_start", 1),))
            yield Wish(rule.code, change, "Phụ lục", annex.text, "đánh số trang nối tiếp", "đánh số từ 1")


def _along(case: Case, rule: Rule, number: PageNumber, align: str, told: tuple[str, str]) -> Iterator[Wish]:
    """Move a number along its line: its frame, or its paragraph without the tabs that pushed it."""
    for holder in _holders(case, number):
        if holder.frame:
            yield Wish(rule.code, setting(holder.number, frame=align), PART, "", *told)
            continue
        if not _alone(holder):
            continue
        typed = holder.typed
        tabs = len(typed) - len(typed.lstrip("\t "))
        if tabs:
            yield Wish(rule.code, TextChange(holder.number, 0, tabs, ""), PART, "", *told)
        shift = {name: 0 for name in ("left", "right", "first") if getattr(holder.format, name)}
        yield Wish(rule.code, setting(holder.number, align=align, **shift), PART, "", *told)


def _added(case: Case, rule: Rule, change: NumberAdded, told: tuple[str, str]) -> Wish:
    """A number put in, in the face of the profile."""
    page, style = case.view.profile.page, case.view.profile.styles["so_trang"]
    values = (("font", page.font), ("size", int(style.size_pt * 2)))
    return Wish(rule.code, replace(change, values=values), PART, "", *told)


def _hidden(case: Case, rule: Rule) -> Iterator[Wish]:
    """A first page of its own."""
    if _can_hide(case):
        change = SectionChange(0, (("first_page", True),))
        yield Wish(rule.code, change, PART, "", "trang thứ nhất hiện số trang", "trang thứ nhất không hiện số trang")


def _can_hide(case: Case) -> bool:
    """True if no other words of header or footer would go with the first page's number, and no old ones would appear."""
    section = sections_of(case.marked.roots[case.marked.main])[0]
    first = [e for e in section if e.tag.endswith("Reference") and e.get(qn("w:type")) == "first"]
    others = [p for p in case.view.reading.margins if not _alone(p)]
    return not (case.view.reading.sections[0].first_page or first or others)


def _whole(case: Case, rule: Rule, number: PageNumber, values, told: tuple[str, str]) -> Iterator[Wish]:
    for holder in _holders(case, number):
        yield Wish(rule.code, FaceChange(holder.number, 0, 0, values, whole=True), PART, "", *told)


def _holders(case: Case, number: PageNumber) -> list[Paragraph]:
    """The paragraphs of this header or footer that hold the number."""
    margins = case.view.reading.margins
    return [p for p in margins if "PAGE" in p.fields and case.marked.part_of(p.number) == number.part]


def _alone(paragraph: Paragraph) -> bool:
    """True if nothing but the number, and dashes around it, stands in the paragraph."""
    rest = paragraph.text.strip(SIGNS)
    return (not rest or rest.isdigit()) and not paragraph.strokes

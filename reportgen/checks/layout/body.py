"""The running text (Mục II.6.e): one size, spacing, the end mark «./.»."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.layout import words
from reportgen.checks.layout.facts import facts
from reportgen.checks.layout.ops import TOLERANCE, from_fact, passes, pattern, within
from reportgen.checks.layout.view import Fault, Special, View, fact, fault, place_words, quoted
from reportgen.docx.components import Component
from reportgen.docx.reader import SINGLE_FACTOR, pt
from reportgen.profile import Rule

SPACED = (*words.RUNNING, "khoan", "diem", "khoan_tieu_de", "tieu_muc", "muc_la_ma", "dieu")
"""Paragraphs between which the space is judged; centred headings and remarks stand as they like."""
ALLOWED_SIZES = (Decimal(13), Decimal(14))
SMALLEST_EXACT = Decimal(15)
"""TT01 also allows «exactly 15 pt»."""
ONE_AND_A_HALF = Decimal("1.5")


def one_size(view: View, rule: Rule) -> Iterator[Fault]:
    """One size throughout; sizes outside the range are another rule's matter."""
    sizes: dict[Decimal, Component] = {}
    for component in view.of(*words.RUNNING):
        for run in component.runs:
            if run.face.size_pt in ALLOWED_SIZES:
                sizes.setdefault(run.face.size_pt, component)
    if len(sizes) > int(rule.value):
        odd = next(component for size, component in sizes.items() if size != view.body_size)
        yield fault(
            odd,
            f"nội dung dùng {len(sizes)} cỡ chữ: {words.joined(sorted(sizes), ' và ')}",
            "phải dùng một cỡ chữ",
        )


def between_paragraphs(view: View, rule: Rule) -> Iterator[Fault]:
    """Space after a paragraph plus space before the next one."""
    for above, below in zip(view.body, view.body[1:], strict=False):
        if above.kind in SPACED and below.kind in SPACED and below.first.number - above.lines[-1].number == 1:
            value = _gap(above, below)
            if not passes(view, rule, value):
                yield from_fact(rule, fact(below, value))


def line_spacing(view: View, rule: Rule) -> Iterator[Fault]:
    """Lines of 1,0 to 1,5; exact spacing is judged apart, by the size of its letters."""
    exact_apart = any(r.code == "noi_dung.line_spacing_exact" for r in view.profile.rules)
    for component in view.of(*SPACED):
        form = component.first.format
        if form.line_rule == "exact" and exact_apart:
            continue
        value = form.lines(component.size_pt)
        if not passes(view, rule, value):
            yield from_fact(rule, fact(component, value))


def exact_spacing(view: View, rule: Rule) -> Iterator[Fault]:
    """«Exactly n pt» between single and 1,5 lines of these letters."""
    for component in view.of(*SPACED):
        form, size = component.first.format, component.size_pt
        if form.line_rule != "exact":
            if isinstance(rule.value, tuple):
                low, high = rule.value
                yield fault(
                    component, "giãn dòng không phải Exactly", f"chọn Exactly, từ {low} đến {high} pt"
                )
            continue
        low, high = rule.value if isinstance(rule.value, tuple) else _by_size(rule, size)
        if not within(pt(form.line), low, high, TOLERANCE["line_spacing_exact"]):
            found = f"giãn dòng đúng {words.number(pt(form.line))} pt ở cỡ chữ {words.number(size)}"
            yield fault(component, found, f"cho phép {words.number(low)}–{words.number(high)} pt")


def _by_size(rule: Rule, size: Decimal) -> tuple[Decimal, Decimal]:
    single = SINGLE_FACTOR * size
    return rule.value.get(f"{words.number(size)}pt", (single, single * ONE_AND_A_HALF))


def old_line_spacing(view: View, rule: Rule) -> Iterator[Fault]:
    """TT01: at least single or exactly 15 pt, at most 1,5 lines."""
    slack = TOLERANCE["line_spacing"]
    for component in view.of(*SPACED):
        form = component.first.format
        value = form.lines(component.size_pt)
        low_enough = pt(form.line) >= SMALLEST_EXACT if form.line_rule == "exact" else value >= 1 - slack
        if not low_enough or value > ONE_AND_A_HALF + slack:
            yield from_fact(rule, fact(component, value))


def leading_spaces(view: View, rule: Rule) -> Iterator[Fault]:
    """Paragraphs are indented, not pushed with spaces."""
    for component in view.of("noi_dung", *words.ITEMS):
        if component.first.typed.startswith(" "):
            yield fault(component, "đầu đoạn có dấu cách", "dùng lùi đầu dòng, không gõ dấu cách")


def end_mark(view: View, rule: Rule) -> Iterator[Fault]:
    """The body closes with «./.», that of a Party document with «.»."""
    last = _last_sentence(view)
    if last and not pattern(f"{rule.value}").search(last.text):
        wanted = view.profile.texts.get("ket_thuc", "./.")
        found = f"nội dung kết thúc bằng «{last.text[-12:]}»"
        yield Fault(found, f"phải kết thúc bằng «{wanted}»", place_words(last), quoted(last.text[-70:]), paragraph=last.lines[-1].number)


def _last_sentence(view: View) -> Component | None:
    """The last line of the body; a remark in brackets below it («(Gửi kèm dự thảo …)») is no part of the text."""
    written = [c for c in view.body if c.kind != "bang_so_lieu"]
    while len(written) > 1 and written[-1].text.startswith("(") and written[-1].text.rstrip(" ./").endswith(")"):
        written.pop()
    return written[-1] if written else None


def end_mark_attached(view: View, rule: Rule) -> Iterator[Fault]:
    """«./.» stands on the last line of text, not alone."""
    last = view.last_of_body
    if last and last.text == "./.":
        yield fault(last, "«./.» đứng riêng một dòng", "phải liền sau câu cuối")


def one_style(view: View, rule: Rule) -> Iterator[Fault]:
    """Upright; a few slanted words are emphasis, whole paragraphs are not."""
    for measured in facts(view, "noi_dung", "font_style"):
        if measured.value != rule.value:
            yield from_fact(rule, measured)


def _gap(above: Component, below: Component) -> Decimal:
    """Word takes no space between paragraphs of one style that ask for that (contextual spacing)."""
    upper, lower = above.lines[-1], below.first
    same = upper.style == lower.style
    after = 0 if same and upper.format.contextual else upper.format.after
    before = 0 if same and lower.format.contextual else lower.format.before
    return pt(after + before)


SPECIAL: dict[str, Special] = {
    "noi_dung.one_size": one_size,
    "noi_dung.style": one_style,
    "noi_dung.para_spacing": between_paragraphs,
    "noi_dung.line_spacing": line_spacing,
    "tt01.noi_dung.line_spacing": old_line_spacing,
    "noi_dung.line_spacing_exact": exact_spacing,
    "noi_dung.no_space_indent": leading_spaces,
    "noi_dung.ket_thuc": end_mark,
    "hd05.noi_dung.end": end_mark,
    "hd05.noi_dung.line_spacing": exact_spacing,
    "noi_dung.ket_thuc_attached": end_mark_attached,
}

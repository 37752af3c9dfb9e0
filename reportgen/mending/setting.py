"""Mending how paragraphs are set: alignment, indents, space between them, space between lines."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.layout import words
from reportgen.checks.layout.body import ALLOWED_SIZES, ONE_AND_A_HALF, SMALLEST_EXACT, SPACED
from reportgen.checks.layout.facts import IN_TABLE, first_line
from reportgen.checks.layout.letterhead import LOOSE_PT, SINGLE
from reportgen.checks.layout.ops import passes
from reportgen.docx.components import Component
from reportgen.docx.mend import TextChange
from reportgen.docx.metrics import twips
from reportgen.docx.reader import SINGLE_FACTOR, Paragraph, pt
from reportgen.mending.case import Case, setting, wish
from reportgen.mending.nouns import Wish
from reportgen.profile import Rule

CENTRED = "center"


def alignment(case: Case, rule: Rule) -> Iterator[Wish]:
    """Paragraphs as the rule wants them; what is to stand in the middle loses the indent of its first line."""
    wanted = f"{rule.value[0] if isinstance(rule.value, tuple) else rule.value}"
    for component in case.components(rule):
        for line in component.lines:
            judged = line.cell or component.kind not in IN_TABLE
            if judged and not passes(case.view, rule, line.format.align):
                yield aligned(rule, component, line, wanted)


def aligned(rule: Rule, component: Component, line: Paragraph, wanted: str) -> Wish:
    """One paragraph set left, in the middle, right, or to both sides."""
    shift = {"first": 0} if wanted == CENTRED and line.format.first else {}
    change = setting(line.number, align=wanted, **shift)
    return wish(rule, component, change, words.ALIGN[line.format.align], words.ALIGN[wanted], line.text)


def centred(kind: str, *, in_cell: bool = False):
    """A mender that sets the lines of one component in the middle."""

    def mend(case: Case, rule: Rule) -> Iterator[Wish]:
        for component in case.view.of(kind):
            for line in component.lines:
                if line.format.align != CENTRED and (line.cell or not in_cell):
                    yield aligned(rule, component, line, CENTRED)

    return mend


def first_indent(case: Case, rule: Rule) -> Iterator[Wish]:
    """The first line begins at the nearest allowed place; tabs typed instead of an indent go.

    Paragraphs with automatic numbers are left: their indents belong to the list.
    """
    for component in case.components(rule):
        line, value = component.first, first_line(component.first)
        if passes(case.view, rule, value) or line.label or line.part:
            continue
        values = rule.value if isinstance(rule.value, tuple) else (rule.value,)
        right = min((v for v in values if isinstance(v, Decimal)), key=lambda v: abs(v - value))
        told = f"lùi đầu dòng {words.number(value)} cm", f"lùi đầu dòng {words.number(right)} cm"
        yield wish(rule, component, setting(line.number, left=0, first=twips(right * 10)), *told)
        tabs = len(line.typed) - len(line.typed.lstrip("\t"))
        if tabs and not line.format.left + line.format.first:
            yield wish(rule, component, TextChange(line.number, 0, tabs, ""), *told)


def no_indent(case: Case, rule: Rule) -> Iterator[Wish]:
    """A centred name without an indent of its first line."""
    for component in case.view.of(rule.component):
        if component.first.format.first:
            found = f"lùi đầu dòng {words.number(pt(component.first.format.first))} pt"
            yield wish(rule, component, setting(component.first.number, first=0), found, "không lùi")


def leading_spaces(case: Case, rule: Rule) -> Iterator[Wish]:
    """Spaces typed at the head of a paragraph go; the indent is what the first line of the profile has."""
    style = case.view.profile.styles["noi_dung"]
    for component in case.view.of("noi_dung", *words.ITEMS):
        line = component.first
        blanks = len(line.typed) - len(line.typed.lstrip(" "))
        if not blanks or line.part:
            continue
        told = f"{blanks} dấu cách đầu đoạn", "lùi đầu dòng, không gõ dấu cách"
        yield wish(rule, component, TextChange(line.number, 0, blanks, ""), *told)
        if not line.format.left + line.format.first and not line.label:
            yield wish(rule, component, setting(line.number, first=twips(style.first_line_mm)), *told)


def between_paragraphs(case: Case, rule: Rule) -> Iterator[Wish]:
    """The missing space is put before the lower paragraph."""
    for above, below in zip(case.view.body, case.view.body[1:], strict=False):
        near = below.first.number - above.lines[-1].number == 1
        if not (near and above.kind in SPACED and below.kind in SPACED):
            continue
        upper, lower = above.lines[-1].format, below.first.format
        same = above.lines[-1].style == below.first.style
        after = 0 if same and upper.contextual else upper.after
        before = 0 if same and lower.contextual else lower.before
        if not passes(case.view, rule, pt(after + before)):
            wanted = int(rule.value * 20) - after
            more = {"contextual": False} if same and lower.contextual else {}
            told = f"cách đoạn {words.number(pt(after + before))} pt", f"cách đoạn {words.number(rule.value)} pt"
            yield wish(rule, below, setting(below.first.number, before=wanted, **more), *told)


def line_spacing(case: Case, rule: Rule) -> Iterator[Wish]:
    """Lines to the nearest allowed spacing; «exactly» and «at least» keep their kind where they can."""
    low, high = rule.value if isinstance(rule.value, tuple) else (Decimal(1), ONE_AND_A_HALF)
    apart = any(r.code == "noi_dung.line_spacing_exact" for r in case.view.profile.rules)
    for component in case.view.of(*SPACED):
        form, size = component.first.format, component.size_pt
        value = form.lines(size)
        old = isinstance(rule.value, str) and form.line_rule == "exact" and pt(form.line) >= SMALLEST_EXACT and value <= high
        if passes(case.view, rule, value) if isinstance(rule.value, tuple) else (low <= value <= high or old):
            continue
        if form.line_rule == "exact" and apart:
            continue
        right = min(max(value, low), high)
        if form.line_rule == "auto":
            values = {"line": int(right * 240), "line_rule": "auto"}
        else:
            values = {"line": int(right * SINGLE_FACTOR * size * 20), "line_rule": form.line_rule}
        told = f"giãn dòng {words.number(value)}", f"giãn dòng {words.number(right)}"
        yield wish(rule, component, setting(component.first.number, **values), *told)


def exact_spacing(case: Case, rule: Rule) -> Iterator[Wish]:
    """«Exactly n pt» to the nearest allowed; where the rule wants «exactly», other spacing becomes that."""
    for component in case.view.of(*SPACED):
        form, size = component.first.format, component.size_pt
        if not isinstance(rule.value, tuple) and (form.line_rule != "exact" or size not in ALLOWED_SIZES):
            continue
        low, high = rule.value if isinstance(rule.value, tuple) else _exact_range(rule, size)
        value = pt(form.line) if form.line_rule == "exact" else SINGLE_FACTOR * size * form.lines(size)
        right = min(max(value, low), high)
        if form.line_rule == "exact" and value == right:
            continue
        line = _inside(right, low, high)
        told = f"giãn dòng {words.number(value)} pt", f"giãn dòng đúng {words.number(pt(line))} pt"
        yield wish(rule, component, setting(component.first.number, line=line, line_rule="exact"), *told)


def single_names(kind: str):
    """A mender that sets the lines of a component with single spacing."""

    def mend(case: Case, rule: Rule) -> Iterator[Wish]:
        for component in case.view.of(kind):
            yield from _single(rule, component)

    return mend


def single_to_motto(case: Case, rule: Rule) -> Iterator[Wish]:
    """Quốc hiệu and Tiêu ngữ with single spacing and nothing between them."""
    nation, motto = case.view.one("quoc_hieu"), case.view.one("tieu_ngu")
    if nation is None or motto is None:
        return
    yield from _single(rule, motto)
    above, below = nation.lines[-1], motto.first
    gap = pt(above.format.after + below.format.before)
    if gap > LOOSE_PT and above.number != below.number:
        told = f"cách Quốc hiệu thêm {words.number(gap)} pt", "cách dòng đơn"
        if above.format.after:
            yield wish(rule, nation, setting(above.number, after=0), *told)
        if below.format.before:
            yield wish(rule, motto, setting(below.number, before=0), *told)


def gap_to_number(case: Case, rule: Rule) -> Iterator[Wish]:
    """The subject of a công văn so far below the number as the rule says."""
    number, subject = case.view.one("so_ky_hieu"), case.view.one("trich_yeu_cv")
    if number is None or subject is None or number.first.number == subject.first.number:
        return
    above, below = number.lines[-1], subject.first
    wanted, after = int(rule.value * 20), above.format.after
    told = f"cách {words.number(pt(after + below.format.before))} pt", f"cách {words.number(rule.value)} pt"
    if after > wanted:
        yield wish(rule, number, setting(above.number, after=0), *told)
        after = 0
    yield wish(rule, subject, setting(below.number, before=wanted - after), *told)


def one_column(case: Case, rule: Rule) -> Iterator[Wish]:
    """Addressees below each other: as most of them stand, if that is right of the words «Kính gửi»."""
    label, items = case.view.one("kinh_gui"), [c for c in case.view.of("kinh_gui_muc") if c.first.cell is None]
    places = [(c.first.format.left, c.first.format.first) for c in items if c.first.format.align != CENTRED]
    if label is None or not places:
        return
    edge = label.first.format.left + label.first.format.first
    usual = max(dict.fromkeys(places), key=places.count)
    if sum(usual) <= edge + twips(1) or any(c.first.label or c.first.part for c in items):
        return
    for item in items:
        form = item.first.format
        if (form.left, form.first) != usual and form.align != CENTRED:
            change = setting(item.first.number, left=usual[0], first=usual[1])
            yield wish(rule, item, change, "gạch đầu dòng lệch cột", "thẳng cột với các dòng khác")


def flush_left(kind: str):
    """A mender that sets a component at the left edge of its column."""

    def mend(case: Case, rule: Rule) -> Iterator[Wish]:
        component = case.view.one(kind)
        form = component.first.format if component else None
        if form and (form.align not in ("left", "justify") or form.left + form.first):
            change = setting(component.first.number, align="left", left=0, first=0)
            yield wish(rule, component, change, "không sát lề trái", "sát lề trái")

    return mend


def _single(rule: Rule, component: Component) -> Iterator[Wish]:
    for line in component.lines:
        spacing = line.format.lines(line.face.size_pt)
        if not SINGLE[0] <= spacing <= SINGLE[1]:
            change = setting(line.number, line=240, line_rule="auto")
            yield wish(rule, component, change, f"giãn dòng {words.number(spacing)}", "cách dòng đơn", line.text)


def _exact_range(rule: Rule, size: Decimal) -> tuple[Decimal, Decimal]:
    single = SINGLE_FACTOR * size
    return rule.value.get(f"{words.number(size)}pt", (single, single * ONE_AND_A_HALF))


def _inside(value: Decimal, low: Decimal, high: Decimal) -> int:
    """Points as twips, rounded so that they stay inside the range."""
    exact = value * 20
    whole = int(exact)
    return whole + 1 if value == low and whole != exact else whole

"""Mending how letters look: size, weight, slant, underlining, typeface, colour.

The value put in is the allowed one nearest to what stands there (14 pt where 12–13 is allowed becomes 13): the smallest
change that obeys. Only the letters that offend change; a run of spaces stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from reportgen.checks.layout import words
from reportgen.checks.layout.facts import WHOLE, mostly
from reportgen.checks.layout.geometry import room_mm, width_mm
from reportgen.checks.layout.ops import passes
from reportgen.checks.layout.page import COLOURED, DARKEST, FORMULAS
from reportgen.checks.layout.view import quoted
from reportgen.docx.components import Component
from reportgen.docx.mend import Composed
from reportgen.docx.reader import Face, Run
from reportgen.mending.case import Case, face, wish
from reportgen.mending.nouns import Wish
from reportgen.profile import Rule
from reportgen.vietnamese.legacy import detect

SYMBOL_FONTS = ("symbol", "wingding", "webding", "mtextra", "cambriamath", "zapfding", "marlett")
"""Typefaces whose letters are signs: in another face a tick becomes a «ü»."""
MOST_CONDENSED = 10
TWIPS_PER_MM = Decimal(1440) / Decimal("25.4")
SWITCHES: dict[str, Callable[[Face], bool]] = {
    "bold": lambda look: look.bold,
    "italic": lambda look: look.italic,
    "underline": lambda look: look.underline,
}
SHOWN = {
    "bold": ("in đậm", "không đậm"),
    "italic": ("chữ nghiêng", "chữ đứng"),
    "underline": ("gạch chân", "không gạch chân"),
}


def sizes(case: Case, rule: Rule) -> Iterator[Wish]:
    """Type sizes to the nearest allowed one; running text to the size most of it has."""
    for component in case.components(rule):
        for line in component.lines:
            for run, start, end in case.runs(line):
                size = run.face.size_pt
                if not run.text.strip() or passes(case.view, rule, size):
                    continue
                right = allowed_size(case, rule, size)
                if right is not None:
                    change = face(line.number, start, end, size=int(right * 2))
                    yield wish(rule, component, change, f"cỡ {words.number(size)}", f"cỡ {words.number(right)}", run.text)


def allowed_size(case: Case, rule: Rule, size: Decimal) -> Decimal | None:
    """The allowed size nearest to ``size``, None where the rule names none."""
    body = case.view.body_size
    if rule.component == "noi_dung" and body is not None and passes(case.view, rule, body):
        return body
    if rule.op == "range":
        low, high = rule.value
        return min(max(size, low), high)
    if rule.op == "same_as":
        return case.view.style_size(f"{rule.value}")
    values = rule.value if rule.op == "in" else (rule.value,)
    numbers = [value for value in values if isinstance(value, Decimal)]
    return min(numbers, key=lambda value: abs(value - size), default=None)


def one_size(case: Case, rule: Rule) -> Iterator[Wish]:
    """Running text in the size most of it has."""
    body = case.view.body_size
    for component in case.view.of(*words.RUNNING) if body is not None else ():
        for line in component.lines:
            for run, start, end in case.runs(line):
                if run.text.strip() and run.face.size_pt != body:
                    before, after = f"cỡ {words.number(run.face.size_pt)}", f"cỡ {words.number(body)}"
                    yield wish(rule, component, face(line.number, start, end, size=int(body * 2)), before, after, run.text)


def head_sizes(case: Case, rule: Rule) -> Iterator[Wish]:
    """The three sizes of the letterhead: the set that is nearest to what stands there."""
    found = {kind: c for kind in rule.value[0] if (c := case.view.one(kind))}
    wanted = min(rule.value, key=lambda sizes: sum(abs(sizes[k] - c.size_pt) for k, c in found.items()))
    for kind, component in found.items():
        for line in component.lines:
            for run, start, end in case.runs(line):
                if run.text.strip() and run.face.size_pt != wanted[kind]:
                    change = face(line.number, start, end, size=int(wanted[kind] * 2))
                    before, after = (f"cỡ {words.number(size)}" for size in (run.face.size_pt, wanted[kind]))
                    yield wish(rule, component, change, before, after)


def switch(case: Case, rule: Rule) -> Iterator[Wish]:
    """Weight, slant, underlining as the rule wants it; in running text only where most letters offend."""
    wanted = False if rule.op == "absent" else bool(rule.value)
    for component in case.components(rule):
        if component.kind in WHOLE and mostly(component, lambda run: SWITCHES[rule.prop](run.face)) == wanted:
            continue
        yield from _switched(case, rule, component, rule.prop, wanted)


def first_words_bold(case: Case, rule: Rule) -> Iterator[Wish]:
    """«Điều 1.» bold: its number alone where text follows on the same line, else the whole title."""
    for component in case.components(rule):
        run = component.runs[0] if component.runs else None
        if run is None or run.face.bold == rule.value:
            continue
        line, start = component.first, case.start(component.first)
        if start is None or not line.typed.strip().startswith(component.label):
            continue
        at = start + len(line.typed) - len(line.typed.lstrip())
        ends = component.text.endswith((".", ";", ":", "./.")) and len(component.text) > len(component.label)
        end = at + (len(component.label) if ends else len(line.typed.strip()))
        change = face(line.number, at, end, bold=bool(rule.value))
        yield wish(rule, component, change, *_told("bold", bool(rule.value)), component.label)


def upright(case: Case, rule: Rule) -> Iterator[Wish]:
    """Upright, and not bold where that is judged too."""
    for component in case.components(rule):
        if mostly(component, lambda run: run.face.italic):
            yield from _switched(case, rule, component, "italic", False)
        if component.kind not in WHOLE and mostly(component, lambda run: run.face.bold):
            yield from _switched(case, rule, component, "bold", False)


def slanted_label(case: Case, rule: Rule) -> Iterator[Wish]:
    """«Kính gửi:» slanted (Party); the addressees are not judged."""
    label = case.view.one("kinh_gui")
    run = next(((r, s, e) for r, s, e in case.runs(label.first) if r.text.strip()), None) if label else None
    if run and run[0].face.italic != rule.value:
        end = min(run[2], run[1] + len(label.text.partition(":")[0]) + 1)
        change = face(label.first.number, run[1], end, italic=bool(rule.value))
        yield wish(rule, label, change, *_told("italic", bool(rule.value)))


def condensed(case: Case, rule: Rule) -> Iterator[Wish]:
    """The Quốc hiệu on one line: its letters drawn together by at most half a point, as offices do (0,1 to 0,7 pt)."""
    component = case.view.one("quoc_hieu")
    if component is None or component.first.cell is None or len(component.lines) != 1:
        return
    line = component.first
    excess = (width_mm(line) - room_mm(line)) * TWIPS_PER_MM
    step = int(excess / max(len(line.typed.strip()), 1)) + 1
    if excess <= 0 or step > MOST_CONDENSED:
        return
    for run, start, end in case.runs(line):
        spacing = run.face.spacing - step
        told = "bị ngắt dòng", f"ép chữ {words.number(Decimal(step) / 20)} pt cho vừa một dòng"
        yield wish(rule, component, face(line.number, start, end, spacing=spacing), *told)


def typeface(case: Case, rule: Rule) -> Iterator[Wish]:
    """Letters in another typeface; signs of symbol fonts and text of an old encoding are left alone."""
    wanted = f"{rule.value}" if rule.op == "eq" and rule.prop == "font_family" else case.view.profile.page.font
    bad = (lambda name: _plain(name).startswith((".vn", "vni-"))) if rule.code.startswith("tt01") else None
    for paragraph in case.paragraphs():
        if detect(paragraph.text):
            continue
        at = 0
        for run in paragraph.runs:
            names = [n for n in dict.fromkeys((run.face.font, run.face.font_high)) if _offends(n, wanted, bad)]
            if names and run.text.strip() and not _plain(run.face.font).startswith(SYMBOL_FONTS):
                change = face(paragraph.number, at, at + len(run.text), font=wanted)
                yield Wish(rule.code, change, case.part(paragraph.number), quoted(run.text), f"phông {names[0]}", f"phông {wanted}")
            at += len(run.text)


def colour(case: Case, rule: Rule) -> Iterator[Wish]:
    """Coloured letters black (the automatic colour); red stamps are meant to be red."""
    stamps = {line.number for component in case.view.of(*COLOURED) for line in component.lines}
    for paragraph in (p for p in case.paragraphs() if p.number not in stamps):
        at = 0
        for run in paragraph.runs:
            if run.text.strip() and not _is_black(run.face.colour):
                change = face(paragraph.number, at, at + len(run.text), colour="auto")
                part = case.part(paragraph.number)
                yield Wish(rule.code, change, part, quoted(run.text), f"màu #{run.face.colour.upper()}", "màu đen")
            at += len(run.text)


def composed(case: Case, rule: Rule) -> Iterator[Wish]:
    """Letters with loose marks become single ones."""
    for paragraph in case.paragraphs():
        if paragraph.decomposed:
            part, quote = case.part(paragraph.number), quoted(paragraph.text)
            yield Wish(rule.code, Composed(paragraph.number), part, quote, "dấu rời (tổ hợp)", "Unicode dựng sẵn")


def _switched(case: Case, rule: Rule, component: Component, prop: str, wanted: bool) -> Iterator[Wish]:
    for line in component.lines:
        for run, start, end in case.runs(line):
            if _counts(run, prop) and SWITCHES[prop](run.face) != wanted:
                change = face(line.number, start, end, **{prop: wanted})
                yield wish(rule, component, change, *_told(prop, wanted), run.text)


def _is_black(value: str) -> bool:
    if value in ("auto", "black", "windowtext"):
        return True
    try:
        return all(int(value[at : at + 2], 16) <= DARKEST for at in (0, 2, 4))
    except ValueError:
        return False


def _counts(run: Run, prop: str) -> bool:
    """Spaces show no weight, but they show a line under them."""
    return bool(run.text.strip()) or prop == "underline"


def _told(prop: str, wanted: bool) -> tuple[str, str]:
    yes, no = SHOWN[prop]
    return (no, yes) if wanted else (yes, no)


def _offends(name: str, wanted: str, bad: Callable[[str], bool] | None) -> bool:
    return bad(name) if bad else not _plain(name).startswith((_plain(wanted), FORMULAS))


def _plain(name: str) -> str:
    return name.casefold().replace(" ", "")



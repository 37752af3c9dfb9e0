"""Measuring: component x property → facts, for the properties every component has (size, weight, case, text …).

Letters without ink (spaces, lone punctuation) are not measured: offices leave them in every size. What needs more
than one component, or the page, is measured by the special rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from reportgen.checks.layout import words
from reportgen.checks.layout.view import Fact, View, fact
from reportgen.docx.components import Component
from reportgen.docx.reader import Paragraph, Run

KINDS: dict[tuple[str, str], tuple[str, ...]] = {
    ("noi_dung", "font_size"): words.RUNNING,
    ("noi_dung", "font_style"): words.RUNNING,
    ("noi_dung", "align"): (*words.RUNNING, "khoan", "diem"),
    ("kinh_gui", "font_size"): ("kinh_gui", "kinh_gui_muc"),
    ("kinh_gui", "bold"): ("kinh_gui", "kinh_gui_muc"),
    ("kinh_gui", "italic"): ("kinh_gui", "kinh_gui_muc"),
    ("de_muc", "font_size"): (*words.HEADINGS, "khoan", "diem"),
    ("khoan", "label"): ("khoan", "khoan_tieu_de"),
    ("khoan", "font_size"): ("khoan", "khoan_tieu_de"),
    ("noi_nhan", "font_size"): ("noi_nhan", "noi_luu"),
    ("noi_nhan", "font_style"): ("noi_nhan", "noi_luu"),
}
"""Where one rule covers several kinds of component."""
WHOLE = frozenset(("khoan", "diem", "noi_dung", "gach_dau_dong", "dau_cong", "dau_sao", "muc_thap_phan"))
"""Components of running text: emphasis of a few words is allowed, so weight and slant are those of most letters."""
IN_TABLE = frozenset(
    ("quoc_hieu", "tieu_ngu", "co_quan_chu_quan", "co_quan_ban_hanh", "so_ky_hieu", "dia_danh")
)
"""Alignment of these is judged only inside a table: a letterhead made with tabs is centred by eye."""
TWIPS_PER_CM = Decimal(1440) / Decimal("2.54")
DEFAULT_TAB = 720


def facts(view: View, component: str, prop: str) -> list[Fact]:
    """The facts of one component and property, measured once. KeyError: a property that has no measure."""
    key = (component, prop)
    if key not in view._facts:
        measure = MEASURES[prop]
        view._facts[key] = [each for group in judged_on(view, component, prop) for each in measure(group)]
    return view._facts[key]


def judged_on(view: View, component: str, prop: str) -> list[tuple[Component, ...]]:
    """What a rule for this component and property is judged on, kind by kind.

    A decision may hold nothing but articles whose text goes on behind the label: they are set to both sides like all running
    text, and where there is no other, they are the body whose size is judged.
    """
    key = (component, prop)
    groups = [view.of(kind) for kind in KINDS.get(key, (component,))]
    if key == ("noi_dung", "align") or (key == ("noi_dung", "font_size") and not any(groups)):
        groups.append(view.run_in)
    return groups


def _by_run(read: Callable[[Run], object]) -> Callable[[tuple[Component, ...]], Iterator[Fact]]:
    """One fact for each different value on the runs of a component."""

    def measure(components: tuple[Component, ...]) -> Iterator[Fact]:
        for component in components:
            seen: dict[object, tuple[Paragraph, str]] = {}
            for line, run in lettered(component):
                seen.setdefault(read(run), (line, run.text))
            for value, (line, text) in seen.items():
                yield fact(component, value, line=line, quote=component.text if len(seen) == 1 else text)

    return measure


def lettered(component: Component) -> list[tuple[Paragraph, Run]]:
    """The runs of ``component.runs``, each with the line it stands on."""
    ink = [(line, run) for line in component.lines for run in line.ink]
    return [(line, run) for line, run in ink if any(c.isalnum() for c in run.text)] or ink


def _flag(read: Callable[[Run], bool]) -> Callable[[tuple[Component, ...]], Iterator[Fact]]:
    """Weight, slant: by run; in running text that of the whole paragraph."""
    by_run = _by_run(read)

    def measure(components: tuple[Component, ...]) -> Iterator[Fact]:
        for component in components:
            if component.kind in WHOLE:
                yield fact(component, mostly(component, read))
            else:
                yield from by_run((component,))

    return measure


def mostly(component: Component, read: Callable[[Run], bool]) -> bool:
    """True if more than nine tenths of the letters say yes."""
    total = sum(len(r.text) for r in component.runs)
    return sum(len(r.text) for r in component.runs if read(r)) * 10 > total * 9


def case_of(text: str) -> str:
    """upper, title (each word opens with a capital) or sentence."""
    if text.upper() == text:
        return "upper"
    letters = [word for word in re.split(r"[\s-]+", text) if word[:1].isalpha()]
    return "title" if letters and all(word[0].isupper() for word in letters) else "sentence"


def first_line(line: Paragraph) -> Decimal:
    """Where the first line begins, in cm from the margin: indents and typed tabs."""
    start = line.format.left + line.format.first
    if start == 0:
        start = DEFAULT_TAB * (len(line.typed) - len(line.typed.lstrip("\t")))
    return (start / TWIPS_PER_CM).quantize(Decimal("0.01"))


def _case(components: tuple[Component, ...]) -> Iterator[Fact]:
    for component in components:
        text = component.text
        if any(c.isalpha() for c in text):
            yield fact(component, case_of(text))


def _align(components: tuple[Component, ...]) -> Iterator[Fact]:
    for component in components:
        for line in component.lines:
            if line.cell or component.kind not in IN_TABLE:
                yield fact(component, line.format.align, line=line)


def _style(components: tuple[Component, ...]) -> Iterator[Fact]:
    for component in components:
        slanted = mostly(component, lambda run: run.face.italic)
        heavy = component.kind not in WHOLE and mostly(component, lambda run: run.face.bold)
        names = [name for name, on in (("bold", heavy), ("italic", slanted)) if on]
        yield fact(component, " ".join(names) or "upright")


def _label(components: tuple[Component, ...]) -> Iterator[Fact]:
    """The label with the sign after it; capitals of «ĐIỀU», «CHƯƠNG» are another rule's matter."""
    for component in components:
        label = component.label.split("\n")[0]
        after = component.text[len(label) : len(label) + 1].replace("\t", " ")
        shown = label if component.kind in ("phan_chuong", "muc_so", "phu_luc") else label + after
        word, space, rest = shown.partition(" ")
        yield fact(component, word.capitalize() + space + rest if len(word) > 1 and rest else shown)


def _each_end(components: tuple[Component, ...]) -> Iterator[Fact]:
    """The sign that closes each item but the last."""
    return (fact(c, c.text[-1:]) for c in components[:-1])


def _last_end(components: tuple[Component, ...]) -> Iterator[Fact]:
    """The sign that closes the last item."""
    return (fact(c, c.text[-1:]) for c in components[-1:])


MEASURES: dict[str, Callable[[tuple[Component, ...]], Iterator[Fact]]] = {
    "font_size": _by_run(lambda run: run.face.size_pt),
    "bold": _flag(lambda run: run.face.bold),
    "italic": _flag(lambda run: run.face.italic),
    "underline": _flag(lambda run: run.face.underline),
    "font_style": _style,
    "case": _case,
    "align": _align,
    "label": _label,
    "last_char": _each_end,
    "last_char_of_last": _last_end,
    "text": lambda components: (fact(c, c.text) for c in components),
    "first_line_indent": lambda components: (fact(c, first_line(c.first)) for c in components),
    "presence": lambda components: (fact(c, True) for c in components),
}

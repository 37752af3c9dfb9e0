"""Mending the rules below Tiêu ngữ, names and subject: drawn where missing, made as long, solid and central as demanded.

An underlined line of text loses its underlining and gets a rule. A row of typed underscores or dashes is left: taking it
away would move the page. Length: the share the rule demands of the longest line above, the profile's own where it leaves room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from reportgen.checks.layout import words
from reportgen.checks.layout.geometry import height_pt, line_widths_mm
from reportgen.docx.components import Component
from reportgen.docx.components.lines import lines_of
from reportgen.docx.mend import LineChange, LineDrawn
from reportgen.docx.metrics import twips
from reportgen.docx.reader import Paragraph
from reportgen.mending.case import Case, face, wish
from reportgen.mending.nouns import Wish
from reportgen.profile import Rule

SPARE = 25
"""Twips between the line of text and the rule."""
USUAL = Decimal("0.4")


def drawn(kind: str) -> Callable[[Case, Rule], Iterator[Wish]]:
    """A mender that draws the rule below a component that has none."""

    def mend(case: Case, rule: Rule) -> Iterator[Wish]:
        component = case.view.one(kind)
        if component is None or (component.line and component.line.kind != "underline"):
            return
        last = case.paragraph(component.lines[-1].number)
        if not _room_below(component, last):
            return
        before = "gạch chân chữ" if component.line else "không có đường kẻ"
        length = _length(case, component)
        drop = int(height_pt(last) * 20) - last.format.after + SPARE
        told = before, f"đường kẻ dài {words.millimetres(length)} mm"
        yield wish(rule, component, LineDrawn(last.number, twips(length), drop), *told)
        for line in component.lines:
            for run, start, end in case.runs(line):
                if run.face.underline:
                    yield wish(rule, component, face(line.number, start, end, underline=False), before, "bỏ gạch chân", run.text)

    return mend


def reshaped(kind: str) -> Callable[[Case, Rule], Iterator[Wish]]:
    """A mender that makes the rule below a component as long as it must be, solid, in the middle."""

    def mend(case: Case, rule: Rule) -> Iterator[Wish]:
        component = case.view.one(kind)
        line = component.line if component else None
        if line is None or line.kind in ("underline", "text"):
            return
        holder = next((p for p in case.view.reading.paragraphs if any(s is line for s in p.strokes)), None)
        if holder is None:
            return
        length = _length(case, component)
        wrong_length = rule.prop != "rule_style" or (line.kind == "border" and line.solid)
        told = f"đường kẻ dài {words.millimetres(line.length_mm)} mm", f"đường kẻ dài {words.millimetres(length)} mm"
        if not wrong_length:
            told = "đường kẻ đứt nét hoặc lệch", "đường kẻ liền nét, ở giữa"
        yield wish(rule, component, LineChange(holder.number, twips(length) if wrong_length else 0), *told)

    return mend


def _room_below(component: Component, last: Paragraph) -> bool:
    """True if the component ends its paragraph and stands in the middle of its column or cell."""
    ending = [line for line in lines_of(last) if line.text][-1:]
    ends = bool(ending) and ending[0].text == component.lines[-1].text
    return ends and last.format.align == "center"


def _length(case: Case, component: Component) -> Decimal:
    """Millimetres: the share of the longest line of text."""
    style = case.view.profile.styles.get(component.kind)
    share = style.rule_ratio if style and style.rule_ratio else USUAL
    rule = case.view.profile.rule(f"{component.kind}.rule_length") or case.view.profile.rule("tt01.co_quan.rule_length")
    if rule is not None and rule.component == component.kind:
        low, high = rule.value
        share = min(max(share, low), high)
    return max(line_widths_mm(component)) * share



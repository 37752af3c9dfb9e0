"""Mending the sheet: paper and margins of every section."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.layout import words
from reportgen.checks.layout.ops import TOLERANCE, passes
from reportgen.checks.layout.turned import CODE as TURNED
from reportgen.checks.layout.turned import ranges, turned_pages, wrong_margins
from reportgen.docx.mend import SectionChange
from reportgen.docx.metrics import twips
from reportgen.docx.reader import Section, mm
from reportgen.mending.case import Case
from reportgen.mending.nouns import Wish
from reportgen.profile import Rule


def paper(case: Case, rule: Rule) -> Iterator[Wish]:
    """The nearest allowed paper, turned as the section is; the margins keep their width."""
    sizes = rule.value if isinstance(rule.value[0], tuple) else (rule.value,)
    slack = TOLERANCE["paper"]
    for section in case.view.reading.sections:
        short, long = sorted((mm(section.width), mm(section.height)))
        if any(abs(short - min(size)) <= slack and abs(long - max(size)) <= slack for size in sizes):
            continue
        right = min(sizes, key=lambda size: abs(short - min(size)) + abs(long - max(size)))
        width, height = twips(min(right)), twips(max(right))
        if section.landscape:
            width, height = height, width
        turned = "landscape" if section.landscape else "portrait"
        change = SectionChange(section.index, (("width", width), ("height", height), ("orientation", turned)))
        told = (f"{words.number(a)} x {words.number(b)} mm" for a, b in ((short, long), (min(right), max(right))))
        yield Wish(rule.code, change, _part(case, section), "", *told)


def margin(case: Case, rule: Rule) -> Iterator[Wish]:
    """A margin to the nearest allowed width; a negative one (Word's «exactly») stays negative."""
    side = rule.prop.removeprefix("margin_")
    for section in case.view.reading.sections:
        twip = getattr(section, side)
        value = mm(abs(twip))
        if section.landscape or (section.has_margins and passes(case.view, rule, value)):
            continue
        low, high = rule.value if isinstance(rule.value, tuple) else (rule.value, rule.value)
        right = min(max(value, low), high)
        change = SectionChange(section.index, ((side, -twips(right) if twip < 0 else twips(right)),))
        told = (f"{words.SIDES[rule.prop]} {words.millimetres(length)} mm" for length in (value, right))
        yield Wish(rule.code, change, _part(case, section), "", *told)


def turned(case: Case) -> Iterator[Wish]:
    """Margins of pages turned across, by the reading of the regulation they are nearest to; not where a table would stick out."""
    allowed = ranges(case.view)
    for section in turned_pages(case.view) if allowed else ():
        wrong = wrong_margins(section, allowed)
        new = {side: twips(right) for side, (_, right) in wrong.items()}
        room = section.width - new.get("left", section.left) - new.get("right", section.right)
        if _widest_table(case, section) > room:
            continue
        for side, (value, right) in wrong.items():
            old = getattr(section, side)
            gutter = section.gutter if side == "left" else 0
            change = SectionChange(section.index, ((side, -new[side] if old < 0 else new[side] - gutter),))
            told = (f"{words.SIDES[f'margin_{side}']} {words.millimetres(length)} mm" for length in (value, right))
            yield Wish(TURNED, change, _part(case, section), "", *told)


def _widest_table(case: Case, section: Section) -> int:
    """How far the widest table of a section reaches from the left margin, in twips; 0 without one."""
    cells = (p.cell for p in case.view.reading.paragraphs if p.section == section.index and p.cell)
    return max((cell.left + cell.width for cell in cells), default=0)


def _part(case: Case, section: Section) -> str:
    many = len(case.view.reading.sections) > 1
    return f"Trang giấy, phần (section) {section.index + 1}" if many else "Trang giấy"

"""Findings put beside the parts of the page they are about, for drawing it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportgen.checking.grouping import groups, part_of, places, split
from reportgen.checking.nouns import Element
from reportgen.checks.layout.words import SHOWN
from reportgen.diagnostics import Finding, Place
from reportgen.noun import field, noun, working

KIND_OF = {name: kind for kind, name in SHOWN.items()}
NOT_DRAWN = ("trang_giay", "so_trang", "van_ban", "noi_dung", "bo_cuc", "de_muc", "chu_ky")
"""Parts that are no words on the page: what is said about them stands at its head."""


@noun
class Note:
    """A finding with its number on the drawn page."""

    number: int
    finding: Finding


@working
class Drawn:
    """A part of the page as drawn: ``notes`` stand beside it, ``marks`` are the numbers of all findings that touch it.

    ``missing``: the page does not have it though it should.
    """

    element: Element
    missing: bool = False
    notes: list[Note] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)


@working
class Drawing:
    """The parts in reading order, and what is said about the page or the document as a whole."""

    parts: list[Drawn]
    general: list[Note] = field(default_factory=list)
    by_paragraph: dict[int, list[Drawn]] = field(default_factory=dict)
    by_name: dict[str, Drawn] = field(default_factory=dict)


def drawing_of(elements: Sequence[Element], findings: Iterable[Finding]) -> Drawing:
    """Every open finding beside its first place, its number at all others."""
    drawing = Drawing([])
    for element in elements:
        _add(drawing, Drawn(element))
    ordered = (finding for group in groups(findings) for finding in group.findings)
    for number, finding in enumerate(ordered, 1):
        _put(drawing, Note(number, finding))
    return drawing


def _add(drawing: Drawing, part: Drawn) -> None:
    drawing.parts.append(part)
    drawing.by_name.setdefault(part.element.name, part)
    for number in part.element.numbers:
        drawing.by_paragraph.setdefault(number, []).append(part)


def _put(drawing: Drawing, note: Note) -> None:
    at = (_drawn_at(drawing, place) for place in places(note.finding))
    met = list({id(part): part for part in at if part}.values())
    if not met:
        ghost = _ghost(drawing, part_of(note.finding))
        met = [ghost] if ghost else []
    if not met:
        drawing.general.append(note)
        return
    met[0].notes.append(note)
    for part in met:
        part.marks.append(note.number)


def _drawn_at(drawing: Drawing, place: Place) -> Drawn | None:
    """The part at a place: that of its paragraph and name, of its paragraph, of its name."""
    name = split(place.part)[0]
    if place.paragraph >= 0:
        here = drawing.by_paragraph.get(place.paragraph, [])
        return next((part for part in here if part.element.name == name), here[0] if here else None)
    if KIND_OF.get(name) in NOT_DRAWN:
        return None
    return drawing.by_name.get(name)


def _ghost(drawing: Drawing, name: str) -> Drawn | None:
    """The empty place of a part that should be there."""
    kind = KIND_OF.get(name, "")
    if not kind or kind in NOT_DRAWN:
        return None
    ghost = Drawn(Element(kind, name, "", ()), missing=True)
    _add(drawing, ghost)
    return ghost

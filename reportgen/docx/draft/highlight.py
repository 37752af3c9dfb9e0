"""Doubtful words on yellow: what stands between the marks of ``doubt`` becomes runs of its own, highlighted."""

from __future__ import annotations

import copy
from collections.abc import Mapping

from reportgen.docx.xml import Element, make, parse, qn, serialize
from reportgen.doubt import CLOSE, OPEN
from reportgen.pattern import Pattern

COLOUR = "yellow"
R, T, RPR = qn("w:r"), qn("w:t"), qn("w:rPr")
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_CUT = Pattern(f"([{OPEN}{CLOSE}])")
_MARKS = (OPEN.encode(), CLOSE.encode())
AFTER = frozenset(
    qn(f"w:{name}")
    for name in (
        "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish",
        "oMath", "rPrChange",
    )
)  # fmt: skip
"""What follows ``w:highlight`` in the schema's order."""


def highlighted(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts with every marked stretch highlighted; marks where no run can be (properties of the file) just go."""
    return {name: _highlighted(content) if _is_marked(content) else content for name, content in parts.items()}


def _is_marked(content: bytes) -> bool:
    return any(mark in content for mark in _MARKS)


def _highlighted(content: bytes) -> bytes:
    root = parse(content)
    for run in [run for run in root.iter(R) if any(_CUT.search(t.text or "") for t in run.iterchildren(T))]:
        _split(run)
    written = serialize(root)
    for mark in _MARKS:
        written = written.replace(mark, b"")
    return written


def _split(run: Element) -> None:
    """Put several runs in the place of one: a new one wherever a marked stretch opens or closes."""
    properties = run.find(RPR)
    inside, made = False, []
    current = _run(properties, inside)
    for child in list(run):
        if child is properties:
            continue
        if child.tag != T:
            current.append(child)
            continue
        for piece in _CUT.split(child.text or ""):
            if piece in (OPEN, CLOSE):
                inside = piece == OPEN
                made.append(current)
                current = _run(properties, inside)
            elif piece:
                text = make("w:t")
                text.text = piece
                text.set(_PRESERVE, "preserve")
                current.append(text)
    for new in [*made, current]:
        if any(child.tag != RPR for child in new):
            run.addprevious(new)
    run.getparent().remove(run)


def _run(properties: Element | None, inside: bool) -> Element:
    """An empty run with the looks of the old one, on yellow ``inside`` a marked stretch."""
    run = make("w:r")
    if properties is not None:
        run.append(copy.deepcopy(properties))
    if inside:
        looks = run.find(RPR)
        if looks is None:
            looks = make("w:rPr")
            run.append(looks)
        for old in looks.findall(qn("w:highlight")):
            looks.remove(old)
        follower = next((child for child in looks if child.tag in AFTER), None)
        mark = make("w:highlight", val=COLOUR)
        if follower is None:
            looks.append(mark)
        else:
            follower.addprevious(mark)
    return run

"""Annexes: everything after the signature that opens with «Phụ lục»."""

from __future__ import annotations

import re

from reportgen.docx.components.lines import (
    is_bold,
    is_centred,
    is_typed_rule,
    lines_of,
    opening,
    typed_stroke,
)
from reportgen.docx.components.nouns import Component
from reportgen.docx.reader import Paragraph
from reportgen.pattern import Pattern

LABEL = Pattern(r"phu luc(\s+(so\s*)?[\divxlc]+)?\s*[:.]?", re.IGNORECASE)
ISSUED_WITH = Pattern(r"\(?\s*(ban hanh )?kem theo\b")
TITLE_LINES = 6


def find_annexes(after: list[Paragraph]) -> list[Component]:
    """Label, title and «(Kèm theo …)» of each annex in the paragraphs after the signature."""
    lines = [line for p in after if p.cell is None for line in lines_of(p) if line.text]
    starts = [i for i, line in enumerate(lines) if LABEL.fullmatch(opening(line.text))]
    return [c for at in starts for c in _annex(lines[at : at + TITLE_LINES], after)]


def _annex(lines: list[Paragraph], after: list[Paragraph]) -> list[Component]:
    found = [Component("phu_luc", lines[:1], label=lines[0].text)]
    title: list[Paragraph] = []
    for line in lines[1:]:
        words = opening(line.text)
        if ISSUED_WITH.match(words):
            found.append(Component("phu_luc_kem_theo", (line,), _rule_below(line, after)))
            break
        if is_typed_rule(line) or LABEL.fullmatch(words) or not (is_centred(line) or is_bold(line)):
            break
        title.append(line)
    if title:
        found.insert(1, Component("phu_luc_ten", tuple(title)))
    return [Component(c.kind, tuple(c.lines), c.line, c.label) for c in found]


def _rule_below(line: Paragraph, after: list[Paragraph]):
    """The rule on the line itself or on the blank paragraphs after it."""
    below = [p for p in after if p.number >= line.number]
    for paragraph in below:
        if paragraph.number > line.number and paragraph.text and not is_typed_rule(paragraph):
            return None
        if paragraph.strokes:
            return paragraph.strokes[0]
        if is_typed_rule(paragraph):
            return typed_stroke(paragraph)
    return None

"""Annexes: everything after the signature that opens with «Phụ lục»."""

from __future__ import annotations

import re

from reportgen.docx.components.lines import (
    is_bold,
    is_centred,
    is_typed_rule,
    is_upper,
    lines_of,
    opening,
    typed_stroke,
)
from reportgen.docx.components.nouns import Component
from reportgen.docx.reader import Paragraph
from reportgen.pattern import Pattern

LABEL = Pattern(r"phu luc(\s+(so\s*)?([\divxlc]+|[a-h]))?\s*[:.]?", re.IGNORECASE)
LABEL_AND_TITLE = Pattern(r"phu luc\s+(so\s*)?[\divxlc]+\s*[:.–-]\s*\w.*", re.IGNORECASE)
LONGEST_LABEL = 250
ISSUED_WITH = Pattern(r"\(?\s*(ban hanh )?kem theo\b")
TITLE_LINES = 6
MOST = 300
"""No office writes more annexes to one document."""


def find_annexes(after: list[Paragraph]) -> list[Component]:
    """Label, title, «(Kèm theo …)» and last line of each annex in the paragraphs after the signature; at most MOST annexes."""
    lines = [line for p in after if p.cell is None for line in lines_of(p) if line.text]
    starts = [i for i, line in enumerate(lines) if _is_label(line)][:MOST]
    if not starts:
        return []
    index = {p.number: i for i, p in enumerate(after)}
    cuts = [*(index[lines[at].number] for at in starts), len(after)]
    found: list[Component] = []
    for at, begin, end in zip(starts, cuts, cuts[1:], strict=False):
        own = after[begin:end]
        found += [*_annex(lines[at : at + TITLE_LINES], own), *_last(own)]
    return found


def _is_label(line: Paragraph) -> bool:
    """True for «Phụ lục I», by itself or with its title in the same line (then it is set as a heading)."""
    words = opening(line.text)
    if LABEL.fullmatch(words):
        return True
    headed = is_centred(line) and (is_bold(line) or is_upper(line.text))
    return headed and len(line.text) < LONGEST_LABEL and bool(LABEL_AND_TITLE.match(words))


def _last(own: list[Paragraph]) -> list[Component]:
    """The last written line of an annex that ends in text; an annex that ends with a table has none."""
    last = next((p for p in reversed(own[1:]) if p.text and not is_typed_rule(p)), None)
    return [Component("phu_luc_cuoi", (last,))] if last is not None and last.cell is None else []


def _annex(lines: list[Paragraph], after: list[Paragraph]) -> list[Component]:
    found = [Component("phu_luc", lines[:1], label=lines[0].text)]
    title: list[Paragraph] = []
    for line in lines[1:]:
        words = opening(line.text)
        if ISSUED_WITH.match(words):
            found.append(Component("phu_luc_kem_theo", (line,), _rule_below(line, after)))
            break
        if is_typed_rule(line) or _is_label(line) or not (is_centred(line) or is_bold(line)):
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

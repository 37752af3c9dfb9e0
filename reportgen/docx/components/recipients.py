"""Nơi nhận: its label, the offices, the filing line, and whoever drafted the paper."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.docx.components.lines import is_typed_rule, lines_of, opening
from reportgen.docx.components.nouns import Component
from reportgen.docx.reader import Paragraph
from reportgen.pattern import Pattern

LABEL = Pattern(r"noi nhan\s*[:.;]?")
FILING = Pattern(r"[-–+]?\s*luu\b")
DRAFTER = Pattern(r"\(?[A-ZĐ][\wđĐ]*([./_-][\wđĐ]+){0,3}[.,]?\s*\(?\d*\s*b?\)?\.?|\(\d+\s*b(ản)?\)\.?")
LONGEST_DRAFTER = 40


def is_label(paragraph: Paragraph) -> bool:
    """True for «Nơi nhận:»; in a cell it may have more behind it."""
    first = paragraph.text.split("\n")[0]
    words = opening(first).strip(" -")
    return bool(LABEL.fullmatch(words)) or (
        bool(LABEL.match(words)) and paragraph.cell is not None and ":" in first[:14]
    )


def recipients(paragraphs: Iterable[Paragraph]) -> list[Component]:
    """The components of Nơi nhận in these paragraphs."""
    found: list[Component] = []
    for line in (line for p in paragraphs for line in lines_of(p) if line.text and not is_typed_rule(line)):
        words = opening(line.text)
        kinds = {c.kind for c in found}
        if "noi_nhan_nhan" not in kinds and LABEL.match(words):
            found.append(Component("noi_nhan_nhan", (line,)))
        elif FILING.match(words):
            found.append(Component("noi_luu", (line,)))
        elif "noi_luu" in kinds and len(line.text) < LONGEST_DRAFTER and DRAFTER.fullmatch(line.text):
            found.append(Component("ky_hieu_soan_thao", (line,)))
        elif _continues(found, line):
            found[-1] = Component(found[-1].kind, (*found[-1].lines, line))
        else:
            found.append(Component("noi_nhan", (line,)))
    return found


def _continues(found: list[Component], line: Paragraph) -> bool:
    """True if the line goes on with the item above: no dash, small first letter, and the item above is not closed."""
    if not found or found[-1].kind != "noi_nhan" or line.text[0] in "-–+":
        return False
    return not found[-1].text.endswith((";", ".")) and (line.text[0].islower() or line.text[0] == "(")

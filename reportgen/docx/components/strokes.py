"""The rules drawn in a letterhead, given to the parts they stand below: right of the middle the Tiêu ngữ's, left the office's."""

from __future__ import annotations

from reportgen.docx.components.letterhead_lines import DRAFT, is_right
from reportgen.docx.components.lines import is_typed_rule, is_upper, lines_of, opening, typed_stroke
from reportgen.docx.components.nouns import Component
from reportgen.docx.reader import Paragraph, Stroke
from reportgen.noun import replace


def with_strokes(
    components: list[Component], zone: list[Paragraph], sides: dict[int, str], below: list[Paragraph]
) -> list[Component]:
    """The components with their rules.

    ``sides``: number of a paragraph in a cell or a box → left or right; ``below``: blank paragraphs right below the
    letterhead, on which a rule that lies higher up may hang.
    """
    left, right, below_subject = _strokes(zone, components, sides, below)
    lines = {
        "tieu_ngu": right or _underline(components, "tieu_ngu"),
        "tieu_de_dang": right,
        "co_quan_ban_hanh": left or _underline(components, "co_quan_ban_hanh"),
        "trich_yeu_cv": below_subject,
    }
    return [replace(c, line=lines[c.kind]) if c.kind in lines else c for c in components]


def _strokes(
    zone: list[Paragraph], components: list[Component], given: dict[int, str], below: list[Paragraph]
) -> tuple[Stroke | None, Stroke | None, Stroke | None]:
    subject = next((c.first.number for c in components if c.kind == "trich_yeu_cv"), None)
    right = [p.cell.left for p in zone if p.cell and given.get(p.number) == "right" and is_right(p.text)]
    border = min(right, default=None)
    sides: dict[str, list[Stroke]] = {"left": [], "right": [], "subject": []}
    for paragraph in (p for p in zone if not DRAFT.match(opening(p.text))):  # the box of a draft mark is no rule
        in_subject = subject is not None and paragraph.number >= subject
        for stroke in (*paragraph.strokes, *_typed_strokes(paragraph)):
            side = _across(paragraph, stroke, border) or given.get(paragraph.number)
            side = side or _side(paragraph, stroke, bool(sides["left"]))
            sides["subject" if side == "left" and in_subject else side].append(stroke)
    for paragraph in below:
        for stroke in (s for s in paragraph.strokes if s.left is not None and s.kind != "border"):
            sides[_side(paragraph, stroke, False)].append(stroke)
    return tuple(next(iter(sides[side]), None) for side in ("left", "right", "subject"))


def _across(paragraph: Paragraph, stroke: Stroke, border: int | None) -> str:
    """The side of a rule that lies outside the cell it hangs on: both rules often hang on one line."""
    if border is None or paragraph.cell is None or stroke.left is None:
        return ""
    middle = stroke.left + stroke.length // 2
    if 0 <= middle <= paragraph.cell.width:
        return ""
    return "right" if paragraph.cell.left + middle >= border else "left"


def _typed_strokes(paragraph: Paragraph) -> list[Stroke]:
    return [typed_stroke(line) for line in lines_of(paragraph) if line.text and is_typed_rule(line)]


def _side(paragraph: Paragraph, stroke: Stroke, left_taken: bool) -> str:
    """The side of a rule outside tables: where it says it lies, else by the words it hangs on."""
    if stroke.left is not None:
        middle = stroke.left + stroke.length // 2
        return "right" if middle * 2 > (paragraph.room or 1) else "left"
    if is_right(paragraph.text):
        return "right"
    return "right" if left_taken else "left"


def _underline(components: list[Component], kind: str) -> Stroke | None:
    """An underlined last line standing in for a rule: seen, so that the finding can say so."""
    last = next((c.lines[-1] for c in components if c.kind == kind), None)
    if last is None or not any(r.face.underline for r in last.ink):
        return None
    return Stroke("underline", 0, True, None, is_upper(last.text))

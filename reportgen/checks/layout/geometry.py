"""Widths and heights on the page: how long a line of text is, how far below the top of its cell it stands."""

from __future__ import annotations

from decimal import Decimal

from reportgen.docx.components import Component
from reportgen.docx.metrics import text_width_mm, wrap
from reportgen.docx.reader import SINGLE_FACTOR, Paragraph, Reading, mm, pt

Z = Decimal(0)
BREAKS_AT = Decimal("1.01")
"""A line breaks when it is wider than its room by more: the widths are those of the letters' metrics, Word fits a hair more."""
LONGEST = 400
"""Letters of a line that are broken into printed lines; no part of a letterhead is longer."""


def width_mm(line: Paragraph, text: str | None = None) -> Decimal:
    """Width of a line in mm as it is set, condensed letters included; ``text``: a part of it in its first face."""
    if text is not None:
        face = line.face
        return _width(text, face)
    runs = line.ink[:1] and line.runs
    shown = [(r.shown, r.face) for r in runs]
    return sum((_width(text, face) for text, face in shown), Z)


def room_mm(line: Paragraph) -> Decimal:
    """The room across for a line, between its indents; 0 where the file does not say."""
    return mm(max(line.room - line.format.left - line.format.right, 0))


def line_widths_mm(component: Component) -> list[Decimal]:
    """Widths of the lines a component takes on the page, typed lines broken where the room ends."""
    widths: list[Decimal] = []
    for line in component.lines:
        room, face = room_mm(line), line.face
        if not room or width_mm(line) <= room * BREAKS_AT:
            widths.append(width_mm(line))
        else:
            broken = wrap(line.text[:LONGEST], room, face.size_pt, bold=face.bold, italic=face.italic)
            widths += [width_mm(line, text) for text in broken]
    return widths


def offset_pt(reading: Reading, line: Paragraph) -> Decimal:
    """How far below the top of its cell a line stands, in points."""
    above = Z
    for paragraph in reversed(reading.paragraphs[: max(line.number, 0)]):
        if _same_cell(paragraph, line):
            above += height_pt(paragraph)
        elif paragraph.cell is None or line.cell is None or paragraph.cell.table == line.cell.table:
            break
    return above + pt(line.format.before) + line.part * line_height_pt(line)


def height_pt(paragraph: Paragraph) -> Decimal:
    """Height of a paragraph with the space around it."""
    form = paragraph.format
    lines = sum(_lines(paragraph, text) for text in paragraph.text.split("\n"))
    return lines * line_height_pt(paragraph) + pt(form.before + form.after)


def line_height_pt(paragraph: Paragraph) -> Decimal:
    """Height of one line."""
    form, size = paragraph.format, paragraph.face.size_pt
    if form.line_rule == "exact":
        return pt(form.line)
    return SINGLE_FACTOR * size * form.lines(size)


def _lines(paragraph: Paragraph, text: str) -> int:
    room, face = room_mm(paragraph), paragraph.face
    if not room or not text or _width(text, face) <= room * BREAKS_AT:
        return 1
    return len(wrap(text[:LONGEST], room, face.size_pt, bold=face.bold, italic=face.italic))


def _width(text: str, face) -> Decimal:
    spacing = mm(face.spacing) * len(text)
    return text_width_mm(text, face.size_pt, bold=face.bold, italic=face.italic) + spacing


def _same_cell(one: Paragraph, other: Paragraph) -> bool:
    if one.cell is None or other.cell is None:
        return one.cell is other.cell
    return (one.cell.table, one.cell.row, one.cell.column) == (
        other.cell.table,
        other.cell.row,
        other.cell.column,
    )

"""The letterhead: names of the offices on the left, Quốc hiệu, Tiêu ngữ, place and date on the right.

Offices build it as a borderless table of one to four rows and two or three columns, seldom with tabs or spaces in
plain paragraphs, in text boxes or frames, or in the header of the first page. It is recognised by the words of the Quốc hiệu
(or of the Tiêu ngữ), never by style names; the side of a line follows from where its cell lies, and outside tables from
the words.
"""

from __future__ import annotations

import re
from itertools import takewhile

from reportgen.docx.components.letterhead_lines import (
    DRAFT,
    MOTTO,
    SUBJECT,
    is_nation,
    is_number,
    is_place_and_date,
    is_right,
    left_parts,
    right_parts,
    stamp_of,
)
from reportgen.docx.components.lines import columns_of, is_typed_rule, is_upper, lines_of, opening, squeezed
from reportgen.docx.components.nouns import Component
from reportgen.docx.components.strokes import with_strokes
from reportgen.docx.components.title import begins_type, is_type_name
from reportgen.docx.reader import Paragraph, Reading
from reportgen.noun import field, working
from reportgen.pattern import Pattern

__all__ = ["DRAFT", "Letterhead", "find_letterhead", "is_number", "is_place_and_date"]

LONGEST_LINE = 400
LONGEST_NUMBER = 70
LONGEST_NATION = 160
NAME_LINES = 3
NEAR_TOP = 25
"""Without Quốc hiệu and Tiêu ngữ only a number or a date this near to the top is taken for a letterhead."""
FAR_DOWN = 60
"""A Quốc hiệu below this many paragraphs is not the letterhead of this document but that of an annex."""
RIGHT_WORDS = Pattern(r"ĐẢNG\s+CỘNG\s+SẢN|CỘNG\s+H[OÒ]|Cộng\s+h[oò][àa]?\s+xã|Độc\s+lập\s*[-–]", re.IGNORECASE)
DATE_WORDS = Pattern(r"(?:(?<=\s\s)|(?<=\t))\S+(?: \S+){0,4},?\s*ngày\b", re.IGNORECASE)


@working
class Letterhead:
    """What was found: components, and the number of the last paragraph of the body that belongs to it (-1: none)."""

    components: list[Component] = field(default_factory=list)
    end: int = -1


def find_letterhead(reading: Reading) -> Letterhead:
    """The letterhead of the document, empty where nothing of it is found."""
    top = list(reading.paragraphs[:FAR_DOWN])
    boxed = [p for box in reading.boxes if box.anchor < FAR_DOWN for p in box.paragraphs]
    words = _anchor(top) or _anchor(boxed) or _anchor(reading.margins)
    open_top = [p for p in top[:NEAR_TOP] if not (p.cell and reading.tables[p.cell.table].bordered)]
    anchor = words or next((p for p in open_top if p.cell and is_place_and_date(p.text)), None)
    anchor = anchor or next((p for p in open_top if is_number(p.text) and len(p.text) < LONGEST_NUMBER), None)
    if anchor is None:
        return Letterhead()
    return _read(reading, anchor, boxed)


def _read(reading: Reading, anchor: Paragraph, boxed: list[Paragraph]) -> Letterhead:
    outside: list[Paragraph] = []
    if anchor.number < len(reading.paragraphs):
        end = _end(reading, anchor)
    elif any(p.number == anchor.number for p in boxed):
        outside = boxed
        anchors = [b.anchor for b in reading.boxes if b.anchor < FAR_DOWN and any(_belongs(p) or is_nation(p.text) for p in b.paragraphs)]
        last = reading.paragraphs[max(anchors, default=0)]  # the boxes may hang on the title itself
        end = _on(reading, last.number if last.blank or _belongs(last) else last.number - 1)
    else:
        outside = list(reading.margins)
        end = _on(reading, -1)
    zone = [*outside, *reading.paragraphs[: end + 1]]
    sides = _sides(reading, zone, anchor)
    left, right = _columns(zone, sides)
    components = _once([*left_parts(left), *right_parts(right)])
    below = list(takewhile(lambda p: p.blank and not p.cell, reading.paragraphs[end + 1 : end + 1 + NAME_LINES]))
    return Letterhead(with_strokes(components, zone, sides, below), end)


def _anchor(top) -> Paragraph | None:
    """The paragraph of the Quốc hiệu, else of the Tiêu ngữ."""
    nation = next((p for p in top if is_nation(p.text)), None)
    return nation or next((p for p in top if MOTTO.search(squeezed(p.text)) and len(p.text) < LONGEST_LINE), None)


def _end(reading: Reading, anchor: Paragraph) -> int:
    """Number of the last paragraph of the letterhead: its table, then lines that can only belong to it."""
    if anchor.cell is None:
        return _on(reading, anchor.number)
    rows = [p for p in reading.paragraphs if p.cell and p.cell.table == anchor.cell.table]
    titled = next((p.cell.row for p in rows if p.cell.columns == 1 and p.number > anchor.number and is_type_name(p.text)), None)
    if titled is not None:  # the title stands in a merged row of the letterhead's own table
        return max(p.number for p in rows if p.cell.row < titled)
    return _on(reading, max(p.number for p in rows))


def _on(reading: Reading, end: int) -> int:
    """The end of the letterhead when it goes on below paragraph ``end``."""
    members: dict[int, bool] = {}
    waiting = 0
    for paragraph in reading.paragraphs[end + 1 : end + 1 + FAR_DOWN]:
        cell = paragraph.cell
        if cell and cell.table not in members and not reading.tables[cell.table].bordered:
            members[cell.table] = any(
                _belongs(p) for p in reading.paragraphs[end + 1 : end + 1 + FAR_DOWN] if p.cell and p.cell.table == cell.table
            )
        if _belongs(paragraph) or (cell and members.get(cell.table)):
            end, waiting = paragraph.number, 0
        elif not (paragraph.blank or is_typed_rule(paragraph)):
            waiting += 1
            if waiting > NAME_LINES or not _may_be_name(paragraph):
                break
    return end


def _may_be_name(paragraph: Paragraph) -> bool:
    """True for a line of an office's name in a letterhead without a table: capitals, and no type of document."""
    text = paragraph.text
    return len(text) < LONGEST_NUMBER and is_upper(text) and not (paragraph.cell or is_type_name(text) or begins_type(text))


def _belongs(paragraph: Paragraph) -> bool:
    text = paragraph.text
    first = text.split("\n")[0]
    return (
        (is_number(first) and len(text) < LONGEST_LINE)
        or is_place_and_date(text)
        or bool(SUBJECT.match(opening(text)))
        or (len(text) < LONGEST_LINE and bool(MOTTO.search(squeezed(text))))
        or stamp_of(text) in ("do_mat", "do_khan", "thu_hoi", "du_thao", "pham_vi_luu_hanh")
    )


def _sides(reading: Reading, zone: list[Paragraph], anchor: Paragraph) -> dict[int, str]:
    """Number → left or right, for the paragraphs in cells of the letterhead's table, in boxes and in frames."""
    found: dict[int, str] = {}
    for box in reading.boxes:
        words = [p for p in box.paragraphs if not p.cell]
        side = "right" if any(is_right(p.text) for p in words) else "left"
        both = side == "right" and any(is_number(p.text) or SUBJECT.match(opening(p.text)) for p in words)
        found |= {p.number: side for p in words if not both}
    for paragraph in zone:
        if paragraph.cell and anchor.cell and paragraph.cell.table == anchor.cell.table:
            found[paragraph.number] = "right" if _is_right_cell(paragraph, anchor) else "left"
        elif paragraph.cell:
            found[paragraph.number] = "right" if any(is_right(line.text) for line in lines_of(paragraph)) else "left"
        elif paragraph.frame:
            found[paragraph.number] = "right" if is_right(paragraph.text) else "left"
    return found


def _is_right_cell(line: Paragraph, anchor: Paragraph) -> bool:
    if is_number(anchor.text) and not is_right(anchor.text):
        return line.cell.left > anchor.cell.centre
    return line.cell.centre > anchor.cell.left


def _columns(zone: list[Paragraph], sides: dict[int, str]) -> tuple[list[Paragraph], list[Paragraph]]:
    """The lines of the zone, left and right."""
    left: list[Paragraph] = []
    right: list[Paragraph] = []
    for line in (line for p in zone for line in lines_of(p)):
        side = sides.get(line.number)
        if side:
            (right if side == "right" else left).append(line)
        else:
            _share(line, left, right)
    return left, right


def _share(line: Paragraph, left: list[Paragraph], right: list[Paragraph]) -> None:
    """Share out a line of a letterhead made with tabs or spaces."""
    typed = line.typed
    found = (RIGHT_WORDS.search(typed) or DATE_WORDS.search(typed)) if len(typed) < LONGEST_LINE else None
    at = found.start() if found else _gap(typed[:LONGEST_LINE])
    if at is None:
        (right if is_right(line.text) else left).append(line)
        return
    for side, part in zip((left, right), columns_of(line, at), strict=True):
        if part.text:
            side.append(part)


def _gap(typed: str) -> int | None:
    """Where the right column starts: after tabs between two pieces of text."""
    found = re.search(r"\S\s*\t\s*(?=\S)", typed)
    return found.end() if found else None


def _once(found: list[Component]) -> list[Component]:
    """The parts a document has once, once: the first of each (a second one belongs to somebody else)."""
    single = {"quoc_hieu", "tieu_ngu", "tieu_de_dang", "so_ky_hieu", "dia_danh"}
    kept: list[Component] = []
    for component in found:
        if component.kind not in single or component.kind not in {c.kind for c in kept}:
            kept.append(component)
    return kept


def further_letterheads(reading: Reading, end: int) -> list[int]:
    """Where in the body, below paragraph ``end``, further documents begin: the first paragraphs of their letterheads."""
    if end < 0:
        return []
    found: dict[int, None] = {}
    opened: dict[int, int] = {}
    for paragraph in reading.paragraphs[end + 1 :]:
        if paragraph.cell:
            opened.setdefault(paragraph.cell.table, paragraph.number)
        if len(paragraph.text) < LONGEST_NATION and "VIỆT NAM" in paragraph.text.upper() and _opens_document(paragraph):
            found[opened[paragraph.cell.table] if paragraph.cell else paragraph.number] = None
    return list(found)


def _opens_document(paragraph: Paragraph) -> bool:
    """True for the Quốc hiệu (or the Party's heading) by itself or at the end of a line with two columns."""
    typed = paragraph.text
    found = RIGHT_WORDS.search(typed) if is_nation(typed) else None
    return found is not None and (found.start() == 0 or is_upper(typed))

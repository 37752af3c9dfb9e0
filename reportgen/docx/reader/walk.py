"""The walk through the body: every paragraph once, in reading order, with its place in tables and its drawings.

Of ``mc:AlternateContent`` only the Choice is walked: Word keeps shapes and text boxes a second time in the Fallback,
and a reader that takes both counts every rule and every «DỰ THẢO» box double. Deleted and moved-away text is left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from reportgen.docx.reader.formatting import NO_STYLE, Style, StyleSheet, numbering_of
from reportgen.docx.reader.nouns import Box, Cell, Face, Format, Paragraph, Run, Stroke, Table
from reportgen.docx.reader.numbering import Numbering
from reportgen.docx.reader.properties import VAL, paragraph_properties
from reportgen.docx.reader.shapes import has_text, strokes_of
from reportgen.docx.reader.tables import TableFrame, cells_of, read_table, rows_of
from reportgen.docx.xml import Element, qn
from reportgen.noun import field, working

P, R, TBL, TC, T = (qn(f"w:{name}") for name in ("p", "r", "tbl", "tc", "t"))
PPR, RPR, SECTION = (qn(f"w:{name}") for name in ("pPr", "rPr", "sectPr"))
DRAWING, PICT, OBJECT = (qn(f"w:{name}") for name in ("drawing", "pict", "object"))
FIELD, INSTRUCTION, SIMPLE_FIELD = (qn(f"w:{name}") for name in ("fldChar", "instrText", "fldSimple"))
CHOICE, FALLBACK, ALTERNATE = (qn(f"mc:{name}") for name in ("Choice", "Fallback", "AlternateContent"))
GONE = frozenset(
    qn(f"w:{name}") for name in ("del", "moveFrom", "delText", "rPr", "pPr", "sdtPr", "sdtEndPr")
)
PLAIN = {qn("w:tab"): "\t", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-", qn("w:ptab"): "\t"}
NBSP = str.maketrans({"\xa0": " ", "\u202f": " ", "\u200b": None, "\ufeff": None, "\xad": None})
DEEPEST_TABLE = 5
"""Tables nested deeper than this are not walked; no office does it, hostile files do."""


@working
class _Line:
    """What is gathered while one paragraph is walked."""

    runs: list[Run] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    decomposed: bool = False
    open_fields: list[bool] = field(default_factory=list)
    """Complex fields begun and not ended; True while their instruction is still running."""
    number_face: Face | None = None


class Walk:
    """One pass over a part. ``widths``: text width of each section, twips."""

    def __init__(self, sheet: StyleSheet, numbering: Numbering, widths: list[int], boxed: bool = False):
        self.sheet, self.numbering, self.widths, self.boxed = sheet, numbering, widths, boxed
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Table] = []
        self.boxes: list[Box] = []
        self.section = 0

    def blocks(
        self, parent: Element, cell: Cell | None = None, table: Style = NO_STYLE, depth: int = 0
    ) -> None:
        """Walk paragraphs and tables under ``parent``."""
        for element in opened(parent):
            if element.tag == P:
                self.paragraphs.append(self.paragraph(element, cell, table))
                self._end_section(element)
            elif element.tag == TBL and depth < DEEPEST_TABLE:
                self._table(element, cell, depth)

    def paragraph(self, element: Element, cell: Cell | None = None, table: Style = NO_STYLE) -> Paragraph:
        """One paragraph with effective formatting; its text boxes are walked after it."""
        properties = element.find(PPR)
        style = self.sheet.style("paragraph", _style_key(properties))
        label, indents = self._label(properties, style)
        form = self.sheet.format(table, style, indents, paragraph_properties(properties))
        line = _Line()
        self._runs(element, line, table, style)
        number, room = len(self.paragraphs), cell.width if cell else self.width
        mark = self.sheet.face(table, style, NO_STYLE, self._direct(properties))
        if line.number_face and not any(r.text.strip() for r in line.runs):
            line.runs.append(Run("1", line.number_face))
        self._walk_boxes(line, number, cell)
        return Paragraph(
            number=number,
            runs=tuple(line.runs),
            format=form,
            style=style.name,
            label=label,
            mark=mark,
            cell=cell,
            section=self.section,
            room=room,
            strokes=(*line.strokes, *_border_strokes(form, room)),
            fields=tuple(line.fields),
            frame=_frame(properties),
            decomposed=line.decomposed,
        )

    @property
    def width(self) -> int:
        """Text width of the section being walked."""
        return self.widths[min(self.section, len(self.widths) - 1)]

    def _table(self, element: Element, outer: Cell | None, depth: int) -> None:
        frame = read_table(
            element, self.sheet, len(self.tables), outer.width if outer else self.width, depth > 0
        )
        at = len(self.tables)
        self.tables.append(frame.table)
        rows = 0
        for rows, row in enumerate(rows_of(element, opened), start=1):
            self._row(row, frame, rows - 1, outer, depth)
        self.tables[at] = Table(at, rows, frame.table.columns, frame.table.bordered, depth > 0)

    def _row(self, row: Element, frame: TableFrame, number: int, outer: Cell | None, depth: int) -> None:
        for element, cell in cells_of(row, frame, number, outer, opened):
            self.blocks(element, cell, frame.style, depth + 1)

    def _label(self, properties: Element | None, style: Style) -> tuple[str, dict]:
        direct = properties.find(qn("w:numPr")) if properties is not None else None
        number, level = numbering_of(direct) if direct is not None else style.numbering or ("", 0)
        if direct is not None and not number and style.numbering:
            number = style.numbering[0]
        if number in ("", "0"):
            return "", {}
        return self.numbering.label(number, level), self.numbering.indents(number, level)

    def _direct(self, properties: Element | None) -> dict:
        return self.sheet.direct_run(properties.find(RPR) if properties is not None else None)

    def _runs(self, parent: Element, line: _Line, table: Style, style: Style) -> None:
        for element in opened(parent):
            tag = element.tag
            if tag == R:
                self._run(element, line, table, style)
            elif tag == SIMPLE_FIELD:
                line.fields.append(_field_name(element.get(qn("w:instr"), "")))
                self._runs(element, line, table, style)
            elif tag in _HOLDS_RUNS:
                self._runs(element, line, table, style)

    def _run(self, element: Element, line: _Line, table: Style, style: Style) -> None:
        properties = element.find(RPR)
        character = properties.find(qn("w:rStyle")) if properties is not None else None
        named = self.sheet.style("character", character.get(VAL)) if character is not None else NO_STYLE
        face = self.sheet.face(table, style, named, self.sheet.direct_run(properties))
        text = "".join(self._pieces(element, line, face))
        if text and not face.hidden:
            plain = unicodedata.normalize("NFC", text)
            line.decomposed = line.decomposed or plain != text
            line.runs.append(Run(plain.translate(NBSP), face))

    def _pieces(self, run: Element, line: _Line, face: Face) -> Iterator[str]:
        for element in opened(run):
            tag = element.tag
            if tag == T:
                yield "" if any(line.open_fields) else element.text or ""
            elif tag in PLAIN:
                yield PLAIN[tag]
            elif tag == qn("w:br"):
                yield "\f" if element.get(qn("w:type")) == "page" else "\n"
            elif tag == qn("w:sym"):
                yield _symbol(element.get(qn("w:char"), ""))
            elif tag in (DRAWING, PICT, OBJECT):
                line.strokes.extend(strokes_of(element))
                if has_text(element):
                    line.boxes.append(element)
            elif tag in (FIELD, INSTRUCTION):
                _field_step(element, line, face)

    def _walk_boxes(self, line: _Line, number: int, cell: Cell | None) -> None:
        """Text boxes, but not those inside text boxes: no office nests them, hostile files do without end."""
        for drawing in [] if self.boxed else line.boxes:
            walk = Walk(self.sheet, self.numbering, self.widths, boxed=True)
            walk.section = self.section
            content = next(drawing.iter(qn("w:txbxContent")))
            walk.blocks(content)
            self.boxes.append(Box(number, cell, tuple(walk.paragraphs)))

    def _end_section(self, element: Element) -> None:
        if element.find(f"{PPR}/{SECTION}") is not None:
            self.section += 1


_HOLDS_RUNS = frozenset(qn(f"w:{name}") for name in ("hyperlink", "dir", "bdo"))
_OPEN = frozenset(qn(f"w:{name}") for name in ("sdtContent", "ins", "moveTo", "smartTag", "customXml", "sdt"))


def opened(parent: Element) -> Iterator[Element]:
    """The children that count: wrappers opened, the Choice of an AlternateContent, nothing deleted."""
    for element in parent:
        tag = element.tag
        if tag in _OPEN:
            yield from opened(element)
        elif tag == ALTERNATE:
            choice = element.find(CHOICE)
            choice = element.find(FALLBACK) if choice is None else choice
            if choice is not None:
                yield from opened(choice)
        elif tag not in GONE:
            yield element


def _style_key(properties: Element | None) -> str | None:
    style = properties.find(qn("w:pStyle")) if properties is not None else None
    return style.get(VAL) if style is not None else None


def _field_name(instruction: str) -> str:
    words = instruction.split()
    return words[0].upper() if words else ""


def _field_step(element: Element, line: _Line, face: Face) -> None:
    """Follow a complex field: what stands between begin and separate is an instruction, not text."""
    if element.tag == INSTRUCTION:
        name = _field_name(element.text or "")
        line.fields.append(name)
        if name == "PAGE":
            line.number_face = face
        return
    kind = element.get(qn("w:fldCharType"))
    if kind == "begin":
        line.open_fields.append(True)
    elif kind == "separate" and line.open_fields:
        line.open_fields[-1] = False
    elif kind == "end" and line.open_fields:
        line.open_fields.pop()


def _symbol(code: str) -> str:
    value = int(code, 16) if re.fullmatch(r"[0-9a-fA-F]{1,4}", code) else 0
    return {0xF0B7: "•", 0xF02D: "-", 0xF020: " "}.get(value, chr(value) if 31 < value < 0xD800 else "")


def _frame(properties: Element | None) -> str:
    frame = properties.find(qn("w:framePr")) if properties is not None else None
    return frame.get(qn("w:xAlign"), "left") if frame is not None else ""


def _border_strokes(form: Format, room: int) -> list[Stroke]:
    """Borders of a paragraph as lines: as long as the room between its indents."""
    length, left = room - form.left - form.right, form.left
    return [
        Stroke("border", length, edge.val == "single", left, form.left == form.right, where)
        for where, edge in (("top", form.top), ("bottom", form.bottom))
        if edge is not None and edge.visible and length > 0
    ]

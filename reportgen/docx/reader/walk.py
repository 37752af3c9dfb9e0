"""The walk through a part: every paragraph once, in reading order, with its place in tables and its drawings."""

from __future__ import annotations

from reportgen.diagnostics import NOWHERE, Place
from reportgen.docx.reader.formatting import NO_STYLE, Style, StyleSheet, numbering_of
from reportgen.docx.reader.inline import Line, opened, read_line
from reportgen.docx.reader.nouns import Cell, Format, Paragraph, Stroke, Table
from reportgen.docx.reader.numbering import Numbering
from reportgen.docx.reader.page_nouns import Box
from reportgen.docx.reader.parts import too_long
from reportgen.docx.reader.properties import VAL, paragraph_properties
from reportgen.docx.reader.shapes import box_align, box_size, contents_of, placed
from reportgen.docx.reader.tables import TableFrame, cells_of, read_table, rows_of
from reportgen.docx.xml import Element, qn

P, TBL, T, PPR = (qn(f"w:{name}") for name in ("p", "tbl", "t", "pPr"))
STYLE, NUMBERS, MARK, SECTION, FRAME, DELETED = (
    qn(f"w:{name}") for name in ("pStyle", "numPr", "rPr", "sectPr", "framePr", "del")
)
ACROSS = qn("w:xAlign")
MOST_PARAGRAPHS = 100_000
"""More than this is no document of an office: 1.000 pages have some 30.000."""
DEEPEST_TABLE = 5
"""Tables nested deeper than this are not walked; no office does it, hostile files do."""
MOST_BOXES = 2_000


class Walk:
    """One pass over a part. ``widths``: text width of each section, ``margins``: white left of its text; twips.

    ``elements``: number → ``w:p`` of every paragraph read so far; the next one gets the next free number.
    """

    def __init__(
        self, sheet: StyleSheet, numbering: Numbering, widths: list[int], place: Place = NOWHERE, elements: dict | None = None
    ):
        self.sheet, self.numbering, self.widths, self.place = sheet, numbering, widths, place
        self.elements: dict[int, Element] = {} if elements is None else elements
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Table] = []
        self.boxes: list[Box] = []
        self.section = 0
        self.margins: list[int] = []
        self._hanging: list[tuple[Element, int, Cell | None, int]] = []

    def blocks(
        self, parent: Element, cell: Cell | None = None, table: Style = NO_STYLE, depth: int = 0
    ) -> None:
        """Walk paragraphs and tables under ``parent``."""
        for element in opened(parent):
            tag = element.tag
            if tag == P:
                self._paragraph(element, cell, table)
            elif tag == TBL and depth < DEEPEST_TABLE:
                self._table(element, cell, depth)

    def hanging_boxes(self) -> None:
        """Walk the text boxes met so far, but not those inside text boxes: no office nests them, hostile files do."""
        for drawing, anchor, cell, section in self._hanging[:MOST_BOXES]:
            for content in contents_of(drawing):
                walk = Walk(self.sheet, self.numbering, self.widths, self.place, self.elements)
                walk.section, walk.tables, walk.margins = section, self.tables, self.margins
                walk.blocks(content)
                self.boxes.append(Box(anchor, cell, tuple(walk.paragraphs), *box_size(drawing), box_align(drawing)))
        self._hanging = []

    @property
    def width(self) -> int:
        """Text width of the section being walked."""
        return self.widths[min(self.section, len(self.widths) - 1)]

    def _paragraph(self, element: Element, cell: Cell | None, table: Style) -> None:
        """One paragraph with effective formatting; its text boxes are walked when the part is."""
        properties = element.find(PPR)
        said = {child.tag: child for child in properties} if properties is not None else {}
        named = said.get(STYLE)
        style = self.sheet.style("paragraph", named.get(VAL) if named is not None else None)
        line = read_line(element, self.sheet, table, style)
        gone = MARK in said and said[MARK].find(DELETED) is not None and _is_empty(line)
        if not gone:
            self._add(element, said, line, cell, table, style)
        if SECTION in said:
            self.section += 1

    def _add(
        self, element: Element, said: dict[str, Element], line: Line, cell: Cell | None, table: Style, style: Style
    ) -> None:
        number, room = len(self.elements), cell.width if cell else self.width
        if number > MOST_PARAGRAPHS:
            raise too_long(self.place)
        self.elements[number] = element
        label, indents = self._label(said.get(NUMBERS), style)
        form = self.sheet.format(table, style, indents, paragraph_properties(said.values()))
        frame = said.get(FRAME)
        runs = line.runs()
        found = Paragraph(
            number=number,
            runs=runs,
            format=form,
            style=style.name,
            label=label,
            mark=self.sheet.face(table, style, NO_STYLE, self.sheet.direct_run(said.get(MARK))),
            cell=cell,
            section=self.section,
            room=room,
            strokes=(*self._placed(line, cell), *_border_strokes(form, room)),
            fields=tuple(line.fields),
            frame=frame.get(ACROSS, "left") if frame is not None else "",
            decomposed=line.decomposed,
            part=0,
            pictures=line.pictures,
        )
        self._hanging += [(box, number, cell, self.section) for box in line.boxes]
        self.paragraphs.append(found)

    def _placed(self, line: Line, cell: Cell | None) -> list[Stroke]:
        if not line.strokes:
            return []
        margin = self.margins[min(self.section, len(self.margins) - 1)] if self.margins else 0
        return placed(line.strokes, margin, cell.left if cell else 0)

    def _table(self, element: Element, outer: Cell | None, depth: int) -> None:
        frame = read_table(
            element, self.sheet, len(self.tables), outer.width if outer else self.width, depth > 0
        )
        at = len(self.tables)
        self.tables.append(frame.table)
        rows = list(rows_of(element, opened))
        for number, row in enumerate(rows):
            self._row(row, frame, (number, len(rows)), outer, depth)
        self.tables[at] = Table(at, len(rows), frame.table.columns, frame.table.bordered, depth > 0)

    def _row(self, row: Element, frame: TableFrame, place: tuple[int, int], outer: Cell | None, depth: int) -> None:
        for element, cell in cells_of(row, frame, place[0], outer, opened):
            style = frame.style
            if style.conditions:
                style = self.sheet.conditioned(style, frame.conditions(place, cell))
            self.blocks(element, cell, style, depth + 1)

    def _label(self, direct: Element | None, style: Style) -> tuple[str, dict]:
        number, level = numbering_of(direct) if direct is not None else style.numbering or ("", 0)
        if direct is not None and not number and style.numbering:
            number = style.numbering[0]
        if number in ("", "0"):
            return "", {}
        return self.numbering.label(number, level), self.numbering.indents(number, level)


def _is_empty(line: Line) -> bool:
    return not line.pieces and not line.boxes and not line.pictures


def _border_strokes(form: Format, room: int) -> list[Stroke]:
    """Borders of a paragraph as lines: as long as the room between its indents."""
    if form.top is None and form.bottom is None:
        return []
    length, left = room - form.left - form.right, form.left
    return [
        Stroke("border", length, edge.val == "single", left, form.left == form.right, where)
        for where, edge in (("top", form.top), ("bottom", form.bottom))
        if edge is not None and edge.visible and length > 0
    ]

"""Tables: where each cell lies across the page, and whether the table's lines are seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import accumulate

from reportgen.docx.reader.formatting import CELL_MARGIN, Style, StyleSheet, cell_margins, visible_borders
from reportgen.docx.reader.nouns import Cell, Table
from reportgen.docx.reader.properties import ALIGN, OFF, VAL, whole
from reportgen.docx.xml import Element, qn
from reportgen.noun import noun
from reportgen.pattern import Pattern

TR, TC, TCPR = (qn(f"w:{name}") for name in ("tr", "tc", "tcPr"))
LOOKS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200, "noVBand": 0x400}
HEXADECIMAL = Pattern(r"[0-9a-fA-F]{1,4}")
DELETED_ROW = f"{qn('w:trPr')}/{qn('w:del')}"


@noun
class TableFrame:
    """A table and the widths of its columns: what a cell needs to know its place (twips)."""

    table: Table
    style: Style
    columns: tuple[int, ...]
    left: int
    margins: tuple[int, int]
    look: frozenset[str] = frozenset()
    """Which special cells of its style the table shows (firstRow, lastColumn, bands …)."""

    def conditions(self, place: tuple[int, int], cell: Cell) -> tuple[str, ...]:
        """The special cells a cell belongs to, weakest first (17.7.6). ``place``: its row and how many rows there are."""
        row, rows = place
        first, last = row == 0 and "firstRow" in self.look, row == rows - 1 and "lastRow" in self.look
        left = cell.grid == 0 and "firstColumn" in self.look
        right = cell.grid + cell.span >= len(self.columns) and "lastColumn" in self.look
        across = cell.grid - ("firstColumn" in self.look)
        down = row - ("firstRow" in self.look)
        found = [
            (f"band{across % 2 + 1}Vert", "bandsDown" in self.look and not (left or right)),
            (f"band{down % 2 + 1}Horz", "bands" in self.look and not (first or last)),
            ("firstCol", left), ("lastCol", right), ("firstRow", first), ("lastRow", last),
            ("nwCell", first and left), ("neCell", first and right), ("swCell", last and left), ("seCell", last and right),
        ]  # fmt: skip
        return tuple(name for name, met in found if met)

    @cached_property
    def _edges(self) -> list[int]:
        return [0, *accumulate(self.columns)]

    def edge(self, column: int) -> int:
        """Where a column begins, from the left edge of the table."""
        return self._edges[min(column, len(self.columns))]


def read_table(element: Element, sheet: StyleSheet, index: int, room: int, nested: bool) -> TableFrame:
    """The frame of one ``w:tbl``; ``room``: twips across at its disposal."""
    properties = element.find(qn("w:tblPr"))
    style = sheet.style("table", _value(properties, "w:tblStyle"))
    columns = _columns(element, properties, room)
    margins = cell_margins(element) or style.cell_margins or (CELL_MARGIN, CELL_MARGIN)
    table = Table(index, 0, len(columns), _bordered(element, properties, style), nested)
    look = _look(properties) if style.conditions else frozenset()
    return TableFrame(table, style, columns, _left(properties, sum(columns), room), margins, look)


def rows_of(element: Element, opened: Callable[[Element], Iterator[Element]]) -> Iterator[Element]:
    """The rows of a table, wrappers opened, rows that are marked as deleted left out."""
    return (child for child in opened(element) if child.tag == TR and child.find(DELETED_ROW) is None)


def cells_of(
    row: Element,
    frame: TableFrame,
    number: int,
    outer: Cell | None,
    opened: Callable[[Element], Iterator[Element]],
) -> Iterator[tuple[Element, Cell]]:
    """Each cell of a row with its place; a nested table is placed in its outer cell."""
    cells = [child for child in opened(row) if child.tag == TC]
    at = whole(_value(row.find(qn("w:trPr")), "w:gridBefore"))
    for place, element in enumerate(cells):
        span = max(1, whole(_value(element.find(TCPR), "w:gridSpan"), 1))
        left = frame.left + frame.edge(at) + (outer.left if outer else 0)
        width = frame.edge(at + span) - frame.edge(at) or _cell_width(element)
        start, end = _own_margins(element) or frame.margins
        room = max(width - start - end, 0)
        yield element, Cell(
            frame.table.index, number, place, len(cells), left + start, room, at, span, _is_below(element)
        )
        at += span


def _look(properties: Element | None) -> frozenset[str]:
    """The switches of ``w:tblLook``: named ones, else the bits of its old form."""
    look = properties.find(qn("w:tblLook")) if properties is not None else None
    if look is None:
        return frozenset()
    bits = look.get(VAL, "0")
    value = int(bits, 16) if HEXADECIMAL.fullmatch(bits) else 0
    found = {name for name, bit in LOOKS.items() if look.get(qn(f"w:{name}"), "1" if value & bit else "0") not in OFF}
    found |= {name for name, no in (("bands", "noHBand"), ("bandsDown", "noVBand")) if no not in found}
    return frozenset(found)


def _is_below(cell: Element) -> bool:
    """True for the further rows of a cell merged down."""
    properties = cell.find(TCPR)
    merge = properties.find(qn("w:vMerge")) if properties is not None else None
    return merge is not None and merge.get(VAL, "continue") == "continue"


def _columns(element: Element, properties: Element | None, room: int) -> tuple[int, ...]:
    """Column widths: the grid, scaled when the table's width is a share of the room."""
    grid = [
        whole(column.get(qn("w:w"))) for column in element.iterfind(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")
    ]
    if not sum(grid):
        first = element.find(TR)
        grid = [_cell_width(cell) for cell in first.iterfind(TC)] if first is not None else []
    if not sum(grid):
        return tuple(room // max(len(grid), 1) for _ in grid)
    wanted = _table_width(properties, room)
    total = sum(grid)
    return tuple(width * wanted // total for width in grid) if wanted else tuple(grid)


def _table_width(properties: Element | None, room: int) -> int:
    """The table's width if it is given as a share of the room (``pct``), else 0: the grid says it."""
    width = properties.find(qn("w:tblW")) if properties is not None else None
    if width is None or width.get(qn("w:type")) != "pct":
        return 0
    text = width.get(qn("w:w"), "0")
    share = whole(text.rstrip("%")) * 50 if text.endswith("%") else whole(text)
    return room * share // 5000


def _cell_width(cell: Element) -> int:
    width = cell.find(f"{TCPR}/{qn('w:tcW')}")
    return whole(width.get(qn("w:w"))) if width is not None and width.get(qn("w:type"), "dxa") == "dxa" else 0


def _own_margins(cell: Element) -> tuple[int, int] | None:
    margins = cell.find(f"{TCPR}/{qn('w:tcMar')}")
    if margins is None:
        return None
    sides = []
    for names in (("w:left", "w:start"), ("w:right", "w:end")):
        edge = next((e for n in names if (e := margins.find(qn(n))) is not None), None)
        sides.append(CELL_MARGIN if edge is None else whole(edge.get(qn("w:w")), CELL_MARGIN))
    return sides[0], sides[1]


def _left(properties: Element | None, total: int, room: int) -> int:
    """Left edge of the table from the left edge of its room."""
    align = ALIGN.get(_value(properties, "w:jc") or "left", "left")
    if align == "center":
        return (room - total) // 2
    if align == "right":
        return room - total
    indent = properties.find(qn("w:tblInd")) if properties is not None else None
    return whole(indent.get(qn("w:w"))) if indent is not None else 0


def _bordered(element: Element, properties: Element | None, style: Style) -> bool:
    """True if lines are seen: borders of the table not switched off by its first cells, or borders of a cell."""
    own = properties.find(qn("w:tblBorders")) if properties is not None else None
    table = visible_borders(own) if own is not None else style.borders
    cells = list(element.iterfind(f"{TR}/{TC}/{TCPR}/{qn('w:tcBorders')}"))
    if any(visible_borders(borders) for borders in cells):
        return True
    switched_off = cells and len(cells) >= sum(1 for _ in element.iterfind(f"{TR}/{TC}"))
    return table and not switched_off


def _value(parent: Element | None, name: str) -> str | None:
    child = parent.find(qn(name)) if parent is not None else None
    return child.get(VAL) if child is not None else None

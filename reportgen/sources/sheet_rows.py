"""The rows of a worksheet's XML as they stream by: raw cells, nothing converted yet. Memory holds one block of rows.

A raw cell is (type, style, text, formula): the attributes ``t`` and ``s`` as typed, the text of its value (None where the
file stores none), and whether it is worked out by a formula (``LINKED``: from another file). Formula and stored value are read in one pass, so
«chưa tính» is told from «trống» without reading twice.

The parser calls back five times a cell, so ``_Reader`` asks for the commonest element first instead of keeping one function
an element; that is a third of the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportgen.noun import field, working
from reportgen.pattern import Pattern
from reportgen.sources.grid import LINKED, MAX_COLUMNS, column_number
from reportgen.sources.guises import CutText, is_cut
from reportgen.sources.xml_events import DEEPEST, MAX_TEXT, PartFault, feed, truth

_ADDRESS = Pattern(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ELSEWHERE = Pattern(r"\[(?:\d+|[^\[\]]+\.(?:xl\w+|ods|csv))\][^\[\]!]*'?!")
"""«[1]Sheet1!B4», «'C:\\[xa.xlsx]Tháng 1'!B4»; not «Table1[Cột]»."""
_LAST_ROW = 1_048_576


class RawCell(NamedTuple):
    """One cell as the XML has it."""

    type: str
    style: str
    text: str | None
    formula: int


class RawRow(NamedTuple):
    """One row: its number, its cells by column, and whether it is hidden."""

    number: int
    cells: dict[int, RawCell]
    hidden: bool


@working
class SheetFacts:
    """What the part says besides its rows; whole when the rows have been read.

    ``areas``: merged areas as (top, left, bottom, right); ``links``: how many cells links stand on.
    """

    hidden_columns: set[int] = field(default_factory=set)
    areas: list[tuple[int, int, int, int]] = field(default_factory=list)
    links: int = 0


def raw_rows(blocks: Iterable[bytes], facts: SheetFacts) -> Iterator[RawRow]:
    """The rows of a part that hold anything, as they stand in it. PartFault for a part no spreadsheet program would write."""
    reader = _Reader(facts)
    done = reader.done
    for _ in feed(blocks, reader.start, reader.end, reader.text):
        if done:
            yield from done
            done.clear()


class _Reader:
    """What to do where an element starts, where it ends, and with text between; whole rows go to ``done``."""

    __slots__ = (
        "facts", "done", "row", "row_text", "hidden", "column", "kind", "style", "formula", "cells", "pieces",
        "in_cell", "in_text", "cut", "in_formula", "phonetic", "depth", "size", "columns", "shared", "linked",
    )  # fmt: skip

    def __init__(self, facts: SheetFacts):
        self.facts, self.done = facts, []
        self.row, self.row_text, self.hidden = 0, "0", False
        self.column, self.kind, self.style, self.formula = 0, "n", "", False
        self.cells: dict[int, RawCell] | None = None
        self.pieces: list[str] | None = None
        self.in_cell = self.in_text = self.in_formula = self.cut = False
        self.shared, self.linked = "", set()
        self.phonetic = self.depth = self.size = 0
        self.columns: dict[str, int] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element opens."""
        if name == "c":
            self._start_cell(attributes)
        elif name == "v" or name == "t":
            if self.in_text:
                raise PartFault("XML lồng sai", self.row_text)
            if self.in_cell and not self.phonetic:
                self.in_text, self.size = True, 0
                if self.pieces is None:
                    self.pieces = []
        elif name == "f":
            self.in_formula, self.shared = True, attributes.get("si", "")
            self.formula = LINKED if self.shared in self.linked else True
        elif name == "row":
            self._start_row(attributes)
        elif name == "rPh":
            self.phonetic += 1
        elif ":" in name:
            self.start(name.rpartition(":")[2], attributes)
        else:
            self.depth += 1
            if self.depth > DEEPEST:
                raise PartFault("XML lồng quá sâu")
            if self.in_cell and name in ("strike", "vertAlign"):
                self.cut = self.cut or is_cut(attributes)
            _besides(name, attributes, self.facts)

    def end(self, name: str) -> None:
        """An element closes."""
        if name == "c":
            self.in_cell, pieces = False, self.pieces
            if pieces is not None:
                text = pieces[0] if len(pieces) == 1 else "".join(pieces)
                if self.cut:
                    text, self.cut = CutText(text), False
                self.cells[self.column] = RawCell(self.kind, self.style, text, self.formula)
            elif self.formula:
                self.cells[self.column] = RawCell(self.kind, self.style, None, self.formula)
        elif name == "v" or name == "t":
            self.in_text = False
        elif name == "row":
            if self.cells or self.hidden:
                self.done.append(RawRow(self.row, self.cells, self.hidden))
            self.cells = None
        elif name == "rPh":
            self.phonetic -= 1
        elif ":" in name:
            self.end(name.rpartition(":")[2])
        elif name == "f":
            self.in_formula = False
        else:
            self.depth -= 1

    def text(self, piece: str) -> None:
        """Character data."""
        if self.in_text:
            self.size += len(piece)
            if self.size > MAX_TEXT:
                raise PartFault("ô có chữ quá dài", self.row_text)
            self.pieces.append(piece)
        elif self.in_formula and "[" in piece and _ELSEWHERE.search(piece):
            self.formula = LINKED
            if self.shared:
                self.linked.add(self.shared)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        if self.in_cell or self.cells is None:
            raise PartFault("ô đặt sai chỗ", attributes.get("r", ""))
        typed = attributes.get("r")
        if typed is None:
            self.column += 1
        else:
            letters = typed.rstrip("0123456789")
            before, self.column = self.column, self.columns.get(letters) or _column(letters, typed, self.columns)
            if self.column <= before or typed[len(letters) :] != self.row_text:
                raise PartFault("các ô không theo thứ tự", typed)
        self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "")
        self.in_cell, self.formula, self.pieces = True, False, None

    def _start_row(self, attributes: dict[str, str]) -> None:
        if self.cells is not None:
            raise PartFault("dòng lồng trong dòng", self.row_text)
        self.row = _row_number(attributes.get("r"), self.row)
        self.row_text, self.column, self.cells = str(self.row), 0, {}
        self.hidden = truth(attributes.get("hidden")) or attributes.get("ht") == "0"


def _row_number(typed: str | None, before: int) -> int:
    if typed is None:
        return before + 1
    if not (typed.isascii() and typed.isdigit() and len(typed) < 8 and 0 < int(typed) <= _LAST_ROW) or typed[0] == "0":
        raise PartFault("số thứ tự dòng sai", typed)
    return int(typed)


def _column(letters: str, typed: str, columns: dict[str, int]) -> int:
    if not _ADDRESS.fullmatch(typed):
        raise PartFault("địa chỉ ô sai", typed)
    found = columns[letters] = column_number(letters)
    return found


def _besides(name: str, attributes: dict[str, str], facts: SheetFacts) -> None:
    """What stands beside the rows: hidden columns, merged areas, areas of links."""
    if name == "col":
        if truth(attributes.get("hidden")) or attributes.get("width") == "0":
            first, last = _whole(attributes.get("min")), _whole(attributes.get("max"))
            facts.hidden_columns.update(range(first, min(last, MAX_COLUMNS) + 1))
    elif name in ("mergeCell", "hyperlink"):
        area = area_of(attributes.get("ref", ""))
        if area and name == "mergeCell":
            facts.areas.append(area)
        elif area:
            facts.links += size_of(area)


def area_of(ref: str) -> tuple[int, int, int, int] | None:
    """«A3:C5» as (3, 1, 5, 3); None for a single cell or anything else."""
    ends = [_ADDRESS.fullmatch(part) for part in ref.replace("$", "").upper().split(":")]
    if len(ends) != 2 or not all(ends):
        return None
    rows, columns = sorted(int(end[2]) for end in ends), sorted(column_number(end[1]) for end in ends)
    return rows[0], columns[0], rows[1], columns[1]


def size_of(area: tuple[int, int, int, int]) -> int:
    """How many cells an area covers."""
    top, left, bottom, right = area
    return (bottom - top + 1) * (right - left + 1)


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 8 else 1

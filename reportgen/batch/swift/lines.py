"""Rows of a worksheet read off its text, where it is written as Excel writes a plain table: nearly all there is.

    <row r="7" spans="1:4"><c r="A7"><v>6</v></c><c r="B7" s="2" t="s"><v>41</v></c></row>

A parser calls back for every tag; here one regular expression takes a cell, and one made for the layout of the sheet a whole row
(``layouts``). What does not fit to the last sign (formulas,
errors, texts in place, hidden rows, cells out of order, any other tag) is given to the parser row by row, which knows what it
means or what is wrong with it. The beginning of the part has been through the parser before (the header is found there), so a
DOCTYPE, a strange encoding or another kind of file has been refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from re import Match

from reportgen.batch.nouns import Value, short
from reportgen.batch.swift.layouts import DIGITS, EMPTY, INSIDE, NUMBER, ROW, SHARED, Layout, Spot, lead_of
from reportgen.pattern import Pattern
from reportgen.sources.grid import column_letters, column_number
from reportgen.sources.sheet_rows import RawCell, RawRow, SheetFacts, raw_rows
from reportgen.sources.values import Meanings
from reportgen.sources.xml_events import PartFault

Line = tuple[int, bool, str, tuple[Value, ...]]
"""Row number, whether it is hidden, the first text in it, the values of the wanted columns."""

WRAP = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
WRAP_END = b"</sheetData></worksheet>"
LONGEST_ROW = 4_000_000
LEARN_AFTER, MOST_LEARNT = 32, 8
"""Making an expression for a layout takes as long as thirty rows; a sheet where that does not pay is read cell by cell."""
_OPEN = Pattern(ROW, 0)
_CELL = Pattern(
    rb'<c r="([A-Z]{1,3})([1-9]\d{0,6})"(?: s="(\d+)")?(?: t="(s|n|inlineStr)")?'
    rb'(?:/>|><v>([^<&]+)</v></c>|><is><t(?: xml:space="preserve")?>([^<]*)</t></is></c>)',
    0,
)
_REFERENCE = Pattern(r"&(#(?:3[2-9]|[4-9]\d|\d{3,4})|#x(?:[2-9a-fA-F][0-9a-fA-F]|[0-9a-fA-F]{3}|1[eE][0-9a-fA-F]{2})|amp|lt|gt|quot|apos);")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_START = Pattern(rb"<sheetData\s*>", 0)


class RowReader:
    """Reads the lines of one sheet for the columns wanted."""

    def __init__(self, meanings: Meanings, columns: Sequence[int]):
        self.meanings, self.columns = meanings, columns
        self.at = {column_letters(column).encode(): n for n, column in enumerate(columns)}
        plain = [str(n).encode() for n, form in enumerate(meanings.forms) if not (form.percent or form.scaled or form.day)]
        self.plain = frozenset([b"", *plain])
        self.marked = frozenset(style.encode() for style in meanings.marks)
        self.order: list[bytes] = []
        self.layout: Layout | None = None
        self.strange = self.learnt = 0

    def lines(self, blocks: Iterable[bytes]) -> Iterator[Line] | None:
        """Every row that holds anything, in order; None (nothing read yet is lost) where the part is not made that way."""
        held = b""
        source = iter(blocks)
        for block in source:
            held += block
            start = _START.search(held)
            if start:
                return self._rows(held[start.end() :], source)
            if len(held) > LONGEST_ROW or b"<sheetData/>" in held:
                return None
        return None

    def _rows(self, held: bytes, source: Iterator[bytes]) -> Iterator[Line]:
        last = 0
        for piece in _pieces(held, source):
            line = self.line(piece, last)
            for one in (line,) if line else self.parsed(piece, last):
                last = one[0]
                yield one

    def line(self, row: bytes, last: int) -> Line | None:
        """The row, if it is written plainly."""
        found = self.layout.match(row) if self.layout else None
        line = self._of_layout(found, last) if found else None
        if line is None:
            line = self._cell_by_cell(row, last)
            self._learn(row if line else b"")
        return line

    def _of_layout(self, found: Match[bytes], last: int) -> Line | None:
        """A row of the layout that is known."""
        assert self.layout is not None
        number = int(found[1])
        if number <= last or b' ht="0"' in found[2]:
            return None
        read = self.layout.values(found, len(self.columns), self._cell)
        return read and (number, False, read[1], tuple(read[0]))

    def _cell(self, spot: Spot, text: bytes, row: int) -> Value:
        """A cell of a layout that is no plain number. ValueError if it is not what it looks like."""
        if spot.holds == NUMBER:
            return self.number(text, spot.style, spot.letter, row)
        if spot.holds == SHARED:
            if int(text) >= len(self.meanings.strings):
                raise ValueError
            return self.shared(int(text), spot.style, spot.letter, row)
        if (b"&" in text or not text.isascii()) and not _is_text(text):
            raise ValueError
        return self.inside(text, spot.style, spot.letter, row)

    def _learn(self, row: bytes) -> None:
        """After so many rows of no known layout, take the layout of this one."""
        self.strange += 1
        if self.strange >= LEARN_AFTER and row and self.learnt < MOST_LEARNT:
            spots = list(map(self._spot, _CELL.findall(row)))
            self.layout = Layout([spot for spot in spots if spot]) if all(spots) else None
            self.strange, self.learnt = 0, self.learnt + 1

    def _spot(self, cell: tuple[bytes, ...]) -> Spot | None:
        """A plain cell of a row as a spot of its layout; None if rows like it are better read cell by cell."""
        letter, _, style, kind, text, inside = cell
        at = self.at.get(letter, -1)
        if inside:
            return Spot(letter, style, kind, INSIDE, at)
        if not text:
            return Spot(letter, style, kind, EMPTY, at)
        if kind == b"inlineStr":
            return None
        if kind == b"s":
            return Spot(letter, style, kind, SHARED, at)
        is_digits = at >= 0 and style in self.plain and len(text) < 16 and text.isdigit()
        return Spot(letter, style, kind, DIGITS if is_digits else NUMBER, at)

    def _cell_by_cell(self, row: bytes, last: int) -> Line | None:
        opened = _OPEN.match(row)
        if not opened or int(opened[1]) <= last or b' ht="0"' in opened[0]:
            return None
        number = opened[1]
        cells = _CELL.findall(row)
        letters = [cell[0] for cell in cells]
        if letters != self.order:
            order = [column_number(letter.decode()) for letter in letters]
            if any(a >= b for a, b in zip(order, order[1:], strict=False)):
                return None
            self.order = letters
        values: list[Value] = [None] * len(self.columns)
        value: Value
        strings, plain, find = self.meanings.strings, self.plain, self.at.get
        lead, tags = "", 2
        for letter, where, style, kind, text, inside in cells:
            if where != number:
                return None
            tags += 4 if text else 6 if inside else 1
            if inside:
                if (b"&" in inside or not inside.isascii()) and not _is_text(inside):
                    return None
                value = self.inside(inside, style, letter, int(number))
                lead = lead or lead_of(value)
            elif not text or kind == b"inlineStr":
                continue
            elif kind == b"s":
                at = int(text) if text.isdigit() else len(strings)
                if at >= len(strings):
                    return None
                value = self.shared(at, style, letter, int(number))
                lead = lead or lead_of(value)
            elif (n := find(letter)) is None:
                continue
            elif style in plain and len(text) < 16 and text.isdigit():
                values[n] = int(text)
                continue
            else:
                value = self.number(text, style, letter, int(number))
            if (n := find(letter)) is not None:
                values[n] = value
        if tags != row.count(b"<"):
            return None
        return int(number), False, lead, tuple(values)

    def shared(self, at: int, style: bytes, letter: bytes, row: int) -> Value:
        """A text of the book; a cell where there is more to say of it (struck through, in the colour of its ground)."""
        text = self.meanings.strings[at]
        if type(text) is str and style not in self.marked:
            return text
        return short(self.meanings.cell(RawCell("s", style.decode(), str(at), False), row, column_number(letter.decode())))

    def inside(self, text: bytes, style: bytes, letter: bytes, row: int) -> Value:
        """A text that stands in its cell."""
        raw = RawCell("inlineStr", style.decode(), unescaped(text.decode("utf-8")), False)
        return short(self.meanings.cell(raw, row, column_number(letter.decode())))

    def number(self, text: bytes, style: bytes, letter: bytes, row: int) -> Value:
        """A number with more to it than its digits."""
        raw = RawCell("n", style.decode(), text.decode("ascii", "replace"), False)
        return short(self.meanings.cell(raw, row, column_number(letter.decode())))

    def parsed(self, piece: bytes, last: int) -> Iterator[Line]:
        """The same by the parser. PartFault for what Excel would not open either."""
        return self.of_rows(raw_rows([WRAP, piece, WRAP_END], SheetFacts()), last)

    def of_rows(self, rows: Iterable[RawRow], last: int = 0) -> Iterator[Line]:
        """Rows from the parser as lines. PartFault if they do not come in order: nobody could say which of two row 7 is."""
        for row in rows:
            if row.number <= last:
                raise PartFault("các dòng không theo thứ tự", str(row.number))
            last = row.number
            yield self.of_raw(row)

    def of_raw(self, row: RawRow) -> Line:
        """A row from the parser as a line."""
        cell = self.meanings.cell
        own = {column: short(cell(raw, row.number, column)) for column, raw in row.cells.items()}
        lead = next(filter(None, map(lead_of, own.values())), "")
        return row.number, row.hidden, lead, tuple([own.get(column) for column in self.columns])


def _is_text(text: bytes) -> bool:
    """True for UTF-8 in which every & begins a reference XML knows."""
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return text.count(b"&") == len(_REFERENCE.findall(text.decode("utf-8")))


def unescaped(text: str) -> str:
    """Text with its references to characters put in."""
    return _REFERENCE.sub(_character, text) if "&" in text else text


def _character(match) -> str:
    name = match[1]
    if name.startswith("#x"):
        return chr(int(name[2:], 16))
    return chr(int(name[1:])) if name.startswith("#") else _NAMED[name]


def _pieces(held: bytes, source: Iterator[bytes]) -> Iterator[bytes]:
    """The text of the sheet cut behind every row, up to the end of the rows."""
    while True:
        rows = held.split(b"</row>")
        for row in rows[:-1]:
            yield row.lstrip() + b"</row>"
        held = rows[-1]
        if b"</sheetData>" in held:
            rest = held[: held.index(b"</sheetData>")]
            if rest.strip():
                yield rest
            return
        block = next(source, b"")
        if not block or len(held) > LONGEST_ROW:
            yield held + block  # no end: the parser says what is wrong with it
            return
        held += block

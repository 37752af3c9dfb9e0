"""The rows of each unit's own tables: found by the titles of the table, read once, put together by unit.

Ten thousand communes have a hundred thousand villages. They are read as they stream by and kept by unit, each unit's rows in
one piece of bytes (``Groups``), a fraction of what their values would take as objects: the units need not stand in the same
order in the two sheets, so all rows must be known before the first document is made. 84.784 villages of 10.598 communes take
15 MB.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain

from reportgen.batch.nouns import DetailColumns, DetailRow, Value
from reportgen.batch.own_tables.beside import SheetBeside, tell_hidden
from reportgen.batch.own_tables.declared import UnitTable
from reportgen.batch.row_report import text_of
from reportgen.batch.rows import MOST_TOLD, PassedOver, is_note, is_total
from reportgen.diagnostics import Finding, Place, Severity, error, warning
from reportgen.noun import field, working
from reportgen.preparing_tables import headers_of
from reportgen.sources.grid import Cell, Grid
from reportgen.sources.headers import Header, find_header
from reportgen.sources.raw_rows import SYMBOL_ROWS, is_symbol_row, symbols_of, table_header
from reportgen.tables.declared import TableType
from reportgen.tables.formulas import read_formulas
from reportgen.tables.raw import RawTable
from reportgen.tables.symbols import compare_symbols

Key = tuple[str, ...]
"""What a unit is called: its words, in the order of ``cot_don_vi``."""


def find_details(
    head: Grid, table_key: str, wanted: UnitTable, table: TableType, alone: bool, sink: list[Finding]
) -> DetailColumns | None:
    """Where the table stands in a sheet; None after findings. ``alone``: the workbook is one unit's own."""
    headers, optional = headers_of(table_key, wanted, table, sink)
    header = table_header(head, headers, optional, wanted.at("sheet"), sink)
    if header is None:
        return None
    keys = _key_columns(head, header, wanted, alone, sink)
    if keys is None:
        return None
    if not keys and not alone:
        hint = f"ghi cột nào nói dòng thuộc đơn vị nào: cot_don_vi: {{{next(iter(wanted.keys), 'ten_don_vi')}: tiêu đề cột}}"
        sink.append(error("LO50", f"bảng «{table_key}» lấy ở trang tính chung của mọi đơn vị thì phải có cot_don_vi", wanted.place, hint=hint))
        return None
    tell_hidden(head, header.row, sorted(header.columns.values()), sink)
    words = frozenset(key for key in header.columns if not table.columns[key].is_number)
    return DetailColumns(table_key, head.file, head.name, header.row, tuple(header.columns.items()), keys, words)


def _key_columns(head: Grid, header: Header, wanted: UnitTable, alone: bool, sink: list[Finding]) -> tuple[int, ...] | None:
    """The columns that name the unit; in a workbook of one unit they may be missing."""
    if not wanted.keys:
        return ()
    tried: list[Finding] = []
    found = find_header(head, wanted.keys, wanted.at("keys"), tried)
    if found and found.row <= header.row:
        return tuple(found.columns[word] for word in wanted.keys)
    if alone and not any(finding.code == "BT17" for finding in tried):
        return ()
    if found:
        message = f"tiêu đề của cot_don_vi ở dòng {found.row}, tiêu đề của bảng ở dòng {header.row}"
        tried = [error("BT16", message, head.place(found.row, 1), hint="đặt các tiêu đề trên cùng một dòng")]
    sink.extend(tried)
    return None


@working
class Groups:
    """Rows by unit. ``first``: the first row of each unit as it is spelt; ``counts``: how many rows it has.

    ``unnamed``: rows with numbers and no name, by the unit named last above them; () where there is none.
    """

    packed: dict[Key, list[bytes]] = field(default_factory=dict)
    first: dict[Key, int] = field(default_factory=dict)
    counts: dict[Key, int] = field(default_factory=dict)
    unnamed: dict[Key, list[int]] = field(default_factory=dict)
    _key: Key = ()
    _rows: list[tuple] = field(default_factory=list)

    def add(self, key: Key, row: DetailRow) -> None:
        """One row of the unit ``key``; a name with a blank part is none."""
        if not all(key):
            self.unnamed.setdefault(self._key, []).append(row.number)
            return
        if key != self._key:
            self._pack()
            self._key = key
        self.first.setdefault(key, row.number)
        self.counts[key] = self.counts.get(key, 0) + 1
        self._rows.append(tuple(row))

    def rows(self, *keys: Key) -> tuple[DetailRow, ...]:
        """The rows of a unit in the order of the sheet; of several spellings one after the other."""
        self._pack()
        pieces = chain.from_iterable(self.packed.get(key, ()) for key in keys)
        return tuple(DetailRow(*row) for row in chain.from_iterable(map(pickle.loads, pieces)))

    def _pack(self) -> None:
        if self._rows:
            self.packed.setdefault(self._key, []).append(pickle.dumps(self._rows, protocol=5))
            self._rows = []


def read_details(
    sheet: SheetBeside, columns: DetailColumns, table: TableType, key_words: tuple[str, ...], sink: list[Finding]
) -> Groups:
    """All rows of the table by unit; what is passed over goes to ``sink``. Without key columns all belong to the unit ()."""
    groups = Groups()
    reader = _Reader(columns, table, key_words, sink)
    for key, row in reader.rows(sheet):
        groups.add(key, row)
    reader.tell_names()
    symbols = RawTable((), columns.place(columns.header_row, 1), symbols=reader.symbols)
    compare_symbols(symbols, table, read_formulas(table, []), sink)
    return groups


class _Reader:
    """Goes through the rows of one sheet."""

    def __init__(self, columns: DetailColumns, table: TableType, key_words: tuple[str, ...], sink: list[Finding]):
        self.columns, self.table, self.key_words, self.sink = columns, table, key_words, sink
        self.header = Header(columns.header_row, dict(columns.found))
        self.wanted = [column - 1 for _, column in columns.found]
        self.numbers = [column - 1 for key, column in columns.found if key not in columns.words]
        self.keys = [column - 1 for column in columns.keys]
        self.edge = max(column for _, column in columns.found)
        self.width = max(self.edge, *columns.keys) if columns.keys else self.edge
        self.symbols: dict = {}
        self.last = columns.header_row
        self.gap_told = False
        self.names: list[Place] = []
        self.named = 0
        self.passed = PassedOver(sink)
        self.typed: list[Value] | None = None
        self.key: Key = ()

    def rows(self, sheet: SheetBeside) -> Iterator[tuple[Key, DetailRow]]:
        """The rows that are data, each with its unit."""
        numbers = {n + 1 for n in self.numbers}
        for number, hidden, values in sheet.lines(self.header.row, self.width, numbers):
            if self._is_symbols(sheet.head, number):
                continue
            held = tuple([values[n] for n in self.wanted])
            if not any(held) and all(map(_is_nothing, held)):
                self._note_name(values, number)
                continue
            is_apart = number != self.last + 1
            words = self._words(values)
            if (is_note(words) or (is_apart and not self._is_named(values))) and not self._holds_number(values):
                self._tell_words(number, words)
                continue
            if is_apart:
                self._tell_gap(number)
                if not self.keys:
                    return
            key = self._key(values, number)
            if self._is_of_a_unit(key, number, values):
                self.last = number
                yield key, DetailRow(number, hidden, self._words(values, self.keys) if self.keys else words, held)

    def _is_named(self, values: Sequence[Value]) -> bool:
        """True for a row of a table without columns of numbers that names its unit: behind a gap nothing else tells it from words."""
        return not self.numbers and any(text_in(values[n]) for n in self.keys)

    def _is_symbols(self, head: Grid, number: int) -> bool:
        """True for a letter row right below the header; what it says of formulas is kept."""
        if not self.last == number - 1 <= self.header.row + SYMBOL_ROWS - 1 or not is_symbol_row(head, number, self.header, self.table):
            return False
        self.symbols |= symbols_of(head, number, self.header)
        self.last = number
        return True

    def _note_name(self, values: Sequence[Value], number: int) -> None:
        """A row with nothing but a name: a heading above the rows of a unit, or a note."""
        name = next((n for n in self.keys if text_in(values[n])), None)
        if name is not None:
            self.named += 1
            if self.named <= MOST_TOLD:
                self.names.append(self.columns.place(number, name + 1))
            self.last = number if number == self.last + 1 else self.last

    def tell_names(self) -> None:
        """LO14 once for all rows with nothing but a name, with the first places."""
        if self.names:
            message = f"{self.named} dòng chỉ có chữ ở cột ghi đơn vị, không có gì ở các cột của bảng nên không được lấy"
            self.sink.append(Finding("LO14", Severity.INFO, message, self.names[0], places=tuple(self.names)))

    def _tell_gap(self, number: int) -> None:
        """Rows behind a blank one: of one unit's own table they are not read (as ``build`` reads it), of all units' they are."""
        place = self.columns.place(number, self.wanted[0] + 1)
        if not self.keys:
            hint = "nếu dòng dưới còn là số liệu của bảng, xóa dòng trống ở giữa"
            message = f"bảng được đọc đến dòng {self.last}; sau dòng trống còn số ở dòng {number}"
            self.sink.append(warning("BT18", message, place, hint=hint))
        elif not self.gap_told:
            hint = "xóa dòng trống ở giữa bảng; nếu dòng này không phải số liệu, xóa nó đi"
            self.sink.append(warning("LO14", f"trước dòng {number} có dòng trống; các dòng sau đó vẫn được lấy", place, hint=hint))
            self.gap_told = True

    def _tell_words(self, number: int, words: str) -> None:
        """Words below the table of all units; below a unit's own stand signatures, which everybody expects."""
        if self.keys:
            place = self.columns.place(number, self.columns.keys[0])
            self.passed.words(words, number, place)

    def _key(self, values: Sequence[Value], number: int) -> Key:
        """The unit a row names; faults of the cell are said as those of a name, once for rows that follow each other."""
        typed = [values[n] for n in self.keys]
        if typed != self.typed:
            spots = zip(self.key_words, self.keys, typed, strict=False)
            self.key = tuple(text_of(value, word, self.columns.place(number, n + 1), self.sink) for word, n, value in spots)
            self.typed = typed
        return self.key

    def _is_of_a_unit(self, key: Key, number: int, values: Sequence[Value]) -> bool:
        """False, after a remark, for a total of all units and for words below the table."""
        if not self.keys or (any(key) and not is_total(" ".join(key))):
            return True
        words = self._words(values)
        if is_total(words):
            place = self.columns.place(number, self.columns.keys[0])
            self.passed.total(words, number, place)
            self.last = number
            return False
        if not self._holds_number(values):
            self._tell_words(number, words)
            return False
        return True

    def _words(self, values: Sequence[Value], besides: Sequence[int] = ()) -> str:
        """The first words of a row, those of some columns left out."""
        for n in range(self.edge):
            if n not in besides and (text := text_in(values[n])):
                return text
        return ""

    def _holds_number(self, values: Sequence[Value]) -> bool:
        held = [values[n] for n in self.numbers]
        return any(value is not None and (not isinstance(value, str) or any(map(str.isdigit, value))) for value in held)


def text_in(value: Value) -> str:
    """What a cell says in words or digits; '' for a day, an error, nothing."""
    if isinstance(value, Cell):
        value = value.value if isinstance(value.value, str | Decimal) else None
    return "" if value is None else str(value).strip()


def _is_nothing(value: Value) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())

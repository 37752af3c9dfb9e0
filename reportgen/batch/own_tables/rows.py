"""A unit's row with the rows of its own tables: what ``books`` gives where the base says ``bang_don_vi``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportgen.batch.nouns import Columns, DetailColumns, Row
from reportgen.batch.own_tables.beside import open_beside
from reportgen.batch.own_tables.details import Groups, Key, find_details, read_details
from reportgen.batch.own_tables.names import (
    Owners,
    below_unnamed,
    loosely,
    named,
    nobodys,
    spelt_otherwise,
    strangers,
    twice_named,
    without_rows,
)
from reportgen.batch.plan import Plan
from reportgen.batch.row_report import text_of
from reportgen.diagnostics import Finding, Place, any_blocks, error
from reportgen.errors import DataError
from reportgen.noun import noun, replace


@noun
class Held:
    """One table of a workbook: where it stands, its rows by unit, the words of a unit's name, the spellings that are nobody's."""

    columns: DetailColumns
    label: str
    words: tuple[str, ...]
    groups: Groups
    nearly: dict[Key, list[Key]]
    others: list[Key]
    owners: Owners


class UnitTables:
    """The tables of all units of one workbook. ``alone``: the workbook is one unit's own."""

    def __init__(self, plan: Plan, book: Path, columns: Columns, owners: dict[tuple[str, ...], Owners], alone: bool, notes: list[Finding]):
        self.plan, self.alone = plan, alone
        self.held = [self._read(book, key, owners, notes) for key in plan.base.unit_tables]
        self.columns = replace(columns, tables=tuple(held.columns for held in self.held))

    def _read(self, book: Path, key: str, owners: dict[tuple[str, ...], Owners], notes: list[Finding]) -> Held:
        """One table. DataError if its sheet or a column is missing."""
        wanted, table, shown = self.plan.base.unit_tables[key], self.plan.tables.declared[key], self.plan.project.shown(book)
        found: list[Finding] = []
        if book.suffix.lower() == ".csv":
            hint = "lưu bảng tính kiểu .xlsx, có đủ các trang"
            raise DataError.of("LO50", f"tệp .csv chỉ có một trang, không có trang «{wanted.sheet}» của bảng «{table.label}»", Place(shown), hint=hint)
        with open_beside(book, shown, wanted.sheet, Place(shown)) as sheet:
            columns = find_details(sheet.head, key, wanted, table, self.alone, found)
            if columns is None or any_blocks(found):
                raise DataError(found)
            words = tuple(wanted.keys) if columns.keys else ()
            groups = read_details(sheet, columns, table, words, found)
        notes.extend(found)
        known = owners.get(words) or Owners()
        nearly, others = strangers(groups, known) if words else ({}, [])
        return Held(columns, table.label, words, groups, nearly, others, known)

    def joined(self, row: Row) -> Row:
        """The row with its tables, and with what is wrong with them."""
        found: list[Finding] = []
        tables = []
        for held in self.held:
            key = unit_key(self.plan, self.columns, row, held.words)
            nearly = held.nearly.get(key, ())
            meant = [spelling for spelling in nearly if held.owners.loose[loosely(spelling)] == [key]]
            rows = held.groups.rows(key, *meant) if all(key) else ()  # so that sums are not found wrong on top of it
            tables.append(rows)
            if not all(key):
                continue  # the name is missing, which its own cell says
            place = self._place(row, held.words)
            if key in held.owners.twice and rows:
                found.append(twice_named(key, held.columns, place))
            if key in held.groups.unnamed and held.words:
                found.append(below_unnamed(key, held.columns, held.groups.unnamed[key]))
            found += spelt_otherwise(key, held.columns, held.groups, nearly, held.owners)
            if self.alone and held.words:
                found += self._others(held, key)
            elif not rows and not nearly:
                found.append(without_rows(key or (self._file(),), held.columns, held.label, place))
        return Row(row.number, row.values, row.hidden, tuple(tables), (*row.findings, *found))

    def nobodys(self) -> list[Finding]:
        """Rows of all tables that belong to no unit."""
        if self.alone:
            return []
        return [one for held in self.held for one in nobodys(held.others, held.columns, held.groups, held.owners.rows)]

    def _others(self, held: Held, key: Key) -> list[Finding]:
        """LO55: rows of another unit in a unit's own workbook; LO52 if there are none of its own."""
        hint = "tệp này là của một đơn vị; xem lại các dòng chép từ tệp khác, hoặc sửa tên cho giống hệt"
        found = [
            error(
                "LO55", f"{held.groups.counts[other]} dòng ghi {named(other)}, mà tệp là của {named(key)}",
                held.columns.place(held.groups.first[other], held.columns.keys[0]), hint=hint,
            )
            for other in held.others
        ]  # fmt: skip
        found += [below_unnamed(key, held.columns, rows) for above, rows in held.groups.unnamed.items() if above != key]
        if not found and not held.groups.rows(key) and key not in held.nearly:
            found.append(without_rows(key, held.columns, held.label, held.columns.place(held.columns.header_row, 1)))
        return found

    def _file(self) -> str:
        return self.columns.file.rpartition("/")[2]

    def _place(self, row: Row, words: tuple[str, ...]) -> Place:
        """The cell of the unit's name; the first cell of the row where the base says the name."""
        named_by = next((column for target, column in self.columns.found if target.key in words), None)
        return self.columns.place(row.number, named_by or self.columns.found[0][1])


def unit_key(plan: Plan, columns: Columns, row: Row, words: tuple[str, ...]) -> Key:
    """What a unit is called, in these words; '' for a word neither its row nor the base says."""
    said = dict(plan.base.words)
    for (target, column), value in zip(columns.found, row.values, strict=True):
        if target.key in words:
            said[target.key] = text_of(value, target.key, columns.place(row.number, column), []) or said.get(target.key, "")
    return tuple(said.get(word, "") for word in words)


def owners_of(plan: Plan, columns: Columns, rows: Iterator[Row]) -> dict[tuple[str, ...], Owners]:
    """All units by their names, for each way the tables name them."""
    ways = {tuple(table.keys): Owners() for table in plan.base.unit_tables.values() if table.keys}
    for row in rows if ways else ():
        for words, owners in ways.items():
            owners.add(unit_key(plan, columns, row, words), row.number)
    return ways

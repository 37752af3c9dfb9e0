"""From a declaration and what a report gives for it to the table that is printed.

What the report gives is printed as given; what it leaves blank in a column with a formula, in a row of sums or in the
total is worked out here, from the printed values of the other cells (a reader with a calculator finds the same).
Whether given numbers are right is asked by ``checks.tables``.
"""

from __future__ import annotations

from reportgen.diagnostics import Finding, error
from reportgen.noun import noun, replace
from reportgen.tables.content import DATA, GROUP, TOTAL, Cell, Row, TableContent
from reportgen.tables.declared import TableType
from reportgen.tables.declaring import faults_of
from reportgen.tables.filling import filled_row
from reportgen.tables.formulas import Formula, read_formulas
from reportgen.tables.raw import RawRow, RawTable
from reportgen.tables.sorting import Kind, group_number, kind_of_row
from reportgen.tables.sums import summed_row
from reportgen.tables.symbols import compare_symbols
from reportgen.tables.values import blanks, read_number_cell, read_words, warn_small_shares
from reportgen.vietnamese.numerals import roman


def make_table(key: str, table: TableType, raw: RawTable, sink: list[Finding]) -> TableContent | None:
    """The table to print; None, after findings, if it cannot be made at all."""
    before = len(sink)
    faults_of(table, sink)
    formulas = read_formulas(table, sink)
    if len(sink) > before:
        return None
    compare_symbols(raw, table, formulas, sink)
    warn_small_shares(table.numbers, raw, sink)
    maker = _Maker(key, table, formulas, raw, sink)
    if not raw.rows and len(sink) > before:
        return None
    rows = maker.rows()
    if not any(row.kind == DATA for row in rows):
        hint = "kiểm tra trang tính và tiêu đề các cột; hoặc gõ các dòng ở «dong»"
        sink.append(error("BG16", f"bảng «{key}» không có dòng số liệu nào", raw.place, hint=hint))
        return None
    return TableContent(key, table, tuple(rows), raw.place)


@noun
class _Group:
    """A run of data rows under one name; ``given``: the group's own row, if the report has one."""

    label: str
    rows: list[Row]
    given: Row | None = None


@noun
class _Maker:
    """One table being made."""

    key: str
    table: TableType
    formulas: dict[str, Formula]
    raw: RawTable
    sink: list[Finding]

    def rows(self) -> list[Row]:
        """All rows in printing order."""
        groups, totals = self._sorted()
        printed = [row for number, group in enumerate(groups, start=1) for row in self._group(group, number)]
        data = tuple(row for group in groups for row in group.rows)
        if not self.table.total or not data:
            return printed
        given = totals[0] if totals else Row(TOTAL, self.table.total.title, {}, self.raw.place)
        given = replace(given, label=self.table.total.title, members=data)
        total = summed_row(given, self.table, self.formulas, self.sink)
        return [total, *printed] if self.table.total.position == "dau" else [*printed, total]

    def _sorted(self) -> tuple[list[_Group], list[Row]]:
        """The data rows by group (one nameless group if the table has none), and the total rows given."""
        groups, totals = [_Group("", [])], []
        by_value, order = self.table.grouped_by_value, 0
        for raw in self.raw.rows:
            row = self._read(raw)
            kind = kind_of_row(raw, row, self.table, self.sink)
            if kind is Kind.TOTAL:
                totals.append(replace(row, kind=TOTAL))
            elif kind is Kind.GROUP:
                groups.append(_Group(row.label, [], replace(row, kind=GROUP, number=group_number(raw, row))))
            elif kind is Kind.DATA:
                order += 1
                name = row.cell(by_value).printed if by_value else ""
                if name and name != groups[-1].label:
                    groups.append(_Group(name, []))
                groups[-1].rows.append(self._finished(replace(row, order=order)))
        for extra in totals[1:]:
            hint = "chỉ giữ một dòng tổng; dòng cộng của nhóm thì khai nhom_dong"
            self.sink.append(error("BG15", "bảng có hơn một dòng tổng", extra.place, hint=hint))
        return [group for group in groups if group.rows or group.given], totals

    def _read(self, raw: RawRow) -> Row:
        cells = {}
        for key, column in self.table.columns.items():
            if column.kind == "so_thu_tu":
                continue
            value = raw.cells.get(key)
            if key not in raw.cells:
                cells[key] = Cell(place=raw.place)
            elif column.is_number:
                cells[key] = read_number_cell(key, column, value, self.raw.origin, self.sink)
            else:
                cells[key] = read_words(value, self.sink)
        name = cells.get(self.table.label_column)
        return Row(DATA, (name.printed if name else "") or raw.lead, cells, raw.place)

    def _finished(self, row: Row) -> Row:
        """A data row with its formulas worked out; a number that is due and missing is a finding (BG11)."""
        cells = dict(row.cells)
        for key, column in self.table.numbers.items():
            place = row.cell(key).place
            if column.required and key not in self.formulas and blanks([row.cell(key)]):
                hint = "ghi 0, hoặc dấu - nếu không phát sinh; hoặc khai «bat_buoc: không» cho cột"
                message = f"{row.shown}: ô ở cột «{column.title}» để trống"
                self.sink.append(error("BG11", message, place, hint=hint))
                cells[key] = Cell(place=place, faulty=True)
        return filled_row(replace(row, cells=cells), self.table, self.formulas, self.sink)

    def _group(self, group: _Group, number: int) -> list[Row]:
        """The rows of one group as printed, with ordinals and the group's own row."""
        first = (
            1
            if not self.table.grouping or self.table.grouping.restarts
            else group.rows[0].order
            if group.rows
            else 1
        )
        rows = [replace(row, number=str(first + n)) for n, row in enumerate(group.rows)]
        grouping = self.table.grouping
        if not grouping or not group.label:
            return rows
        own = group.given or Row(
            GROUP, group.label, {}, rows[0].place if rows else self.raw.place, roman(number)
        )
        own = replace(own, members=tuple(rows))
        if grouping.position == "cuoi":
            own = replace(own, label=f"{grouping.title} {group.label}".strip(), number="")
        if grouping.has_sums and rows:
            own = summed_row(own, self.table, self.formulas, self.sink)
        return [own, *rows] if grouping.position == "dau" else [*rows, own]

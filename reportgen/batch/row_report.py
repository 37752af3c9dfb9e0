"""A row as the report it would be if somebody had typed it: the facts and words of its columns, and its figures by key.

What comes out goes the way of every other report (``preparing.prepare_report``), so a row is judged by the same rules, in the
same words, at the place of its cell.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal

from reportgen.batch.declared import FACTS, BatchBase, fact_kind
from reportgen.batch.nouns import FACT, FIGURE, WORD, Columns, Row, Target, Value, grid_of_row
from reportgen.batch.own_tables.report import own_tables
from reportgen.diagnostics import Finding, Place, any_blocks, error
from reportgen.figures.model import CellValue
from reportgen.noun import noun, replace
from reportgen.sources.cells import cell_value
from reportgen.sources.grid import Cell, Kind
from reportgen.vietnamese.dates import slash_date
from reportgen.vietnamese.legacy import detect
from reportgen.vietnamese.numbers import format_number
from reportgen.vietnamese.refusal import quoted
from reportgen.yamltext import Scalar

LONGEST_WORD = 500
"""Characters of a name or a fact; a cell with more holds something else."""


@noun
class RowReport:
    """``report``: the base with what the row says; ``cells``: its figures by key; ``findings``: what is wrong with its texts."""

    report: BatchBase
    cells: Mapping[str, CellValue | None]
    findings: tuple[Finding, ...]


def row_report(base: BatchBase, columns: Columns, row: Row) -> RowReport:
    """The report of a row; nothing is raised."""
    sink: list[Finding] = list(row.findings)
    grid = grid_of_row(columns, row)
    cells: dict[str, CellValue | None] = {key: CellValue("", columns.place(row.number, 1)) for key in columns.blank}
    words, facts = dict(base.words), {}
    places = dict(base.places)
    for (target, column), value in zip(columns.found, row.values, strict=True):
        if target.kind == FIGURE:
            cell = cell_value(grid, row.number, column, sink)
            cells[target.key] = of_other_period(target, cell, sink) if target.quoted and cell else cell
            continue
        place = columns.place(row.number, column)
        text = text_of(value, target.key, place, sink)
        if target.kind == WORD and text:
            words[target.key] = text
        if target.kind == WORD:
            places[f"words.{target.key}"] = place
            places.setdefault("words", place)
        if target.kind == FACT and text:
            facts |= fact(target.key, text, place, places, sink)
    tables = {**base.tables, **own_tables(columns, row, sink)} if columns.tables else base.tables
    report = replace(base, words=words, places=places, tables=tables, **facts)
    return RowReport(report, cells, tuple(sink))


def of_other_period(target: Target, cell: CellValue, sink: list[Finding]) -> CellValue:
    """A figure of another period: the header of its column says what it is. SL02 for a blank one that must be there."""
    if target.required and isinstance(cell.value, str) and not cell.value.strip():
        hint = "điền số của kỳ ấy vào ô này; không có thì khai chỉ tiêu «bat_buoc: không»"
        sink.append(error("SL02", f"«{target.label}» ({target.key}): ô để trống", cell.place, hint=hint))
    return replace(cell, authority=f"cột «{target.label}»")


def text_of(value: Value, key: str, place: Place, sink: list[Finding]) -> str:
    """The words in a cell: text without spare blanks, a number as it is counted, a day; '' for nothing or after a finding."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _checked(" ".join(value.split()), key, place, sink)
    if isinstance(value, int | Decimal):
        return _plain_number(value, key)
    if isinstance(value, Cell) and value.kind is Kind.DAY and isinstance(value.value, datetime.date):
        return slash_date(value.value)
    if isinstance(value, Cell) and value.kind is Kind.TEXT:
        return _checked(" ".join(str(value.value).split()), key, place, sink)
    if isinstance(value, Cell) and value.kind is Kind.NUMBER and isinstance(value.value, Decimal) and not value.percent:
        return _plain_number(value.value, key)
    if isinstance(value, Cell) and value.kind is Kind.BLANK:
        return ""
    hint = "mở bảng tính, gõ lại ô này thành chữ"
    sink.append(error("LO23", f"ô của «{key}» không phải là chữ", place, hint=hint))
    return ""


def _plain_number(value: int | Decimal, key: str) -> str:
    """A number in a column of words: a code, an ordinal; the number of a document has two digits at least."""
    if key == "so_van_ban" and value == int(value) and 0 < value < 10:
        return f"0{int(value)}"
    number = Decimal(value)
    return str(int(number)) if number == number.to_integral_value() else format_number(number)


def _checked(text: str, key: str, place: Place, sink: list[Finding]) -> str:
    if len(text) > LONGEST_WORD:
        hint = f"chữ ở cột này dài nhất {LONGEST_WORD} ký tự"
        sink.append(error("LO23", f"ô của «{key}» có {len(text)} ký tự, quá dài", place, hint=hint))
        return ""
    if not text.isascii() and detect(text):
        hint = "chuyển bảng mã của bảng tính sang Unicode rồi lưu lại"
        sink.append(error("BT23", f"chữ {quoted(text)} viết bằng bảng mã cũ (TCVN3, VNI)", place, hint=hint))
    return text


def fact(key: str, text: str, place: Place, places: dict[str, Place], sink: list[Finding]) -> dict[str, object]:
    """The attribute of the report a fact fills, read as in a data file; {} after a finding."""
    attribute = FACTS[key]
    places[attribute] = place
    if key == "kinh_gui":
        lines = [line.strip() for line in text.split(";") if line.strip()]
        places |= {f"{attribute}.{n}": place for n in range(len(lines))}
        return {attribute: lines}
    before = len(sink)
    value = fact_kind(key).read(Scalar(text, False, place), sink)
    return {} if any_blocks(sink[before:]) else {attribute: value}

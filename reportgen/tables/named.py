"""Cells of a table as figures of the text: ``nguon: bang.chi_tieu_xa.tong.ho_ngheo``.

The second name is the table, the last the column, the third the row: ``tong``, ``dong_4`` (the fourth row of data) or the
row's name without marks (``cam_an``). A figure that comes from a table cannot say another number than the table; where a
report types the figure all the same, ``checks.tables`` compares the two.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reportgen.diagnostics import Finding, Place, error
from reportgen.figures.model import CellValue, Figure, Indicator
from reportgen.tables.declared import TableType
from reportgen.vietnamese.text import nearest
from reportgen.yamltext import Mapping as Group
from reportgen.yamltext import Node, Scalar, is_blank

if TYPE_CHECKING:
    from reportgen.tables.content import Row, TableContent

PREFIX = "bang."
EXAMPLE = "bang.chi_tieu_xa.tong.ho_ngheo"


def is_table_reference(ref: str) -> bool:
    """True for a source that names a cell of a table."""
    return ref.strip().startswith(PREFIX)


def read_table_cell(
    ref: str,
    place: Place,
    tables: Mapping[str, TableContent],
    declared: Mapping[str, TableType],
    sink: list[Finding],
) -> CellValue | None:
    """The cell a reference names, as a spreadsheet's would be; None after a finding (BG21).

    A table that is declared but could not be made has its own findings, so nothing is said here.
    """
    figure = find_figure(ref, place, tables, declared, sink)
    if figure is None:
        return None
    percent = figure.indicator.is_percent
    return CellValue(
        figure.value, figure.place, percent, figure.origin == "formula", figure.indicator.decimals
    )


def find_figure(
    ref: str,
    place: Place,
    tables: Mapping[str, TableContent],
    declared: Mapping[str, TableType],
    sink: list[Finding],
) -> Figure | None:
    """The figure in the cell a reference names; None after a finding, or where the table failed before."""
    parts = ref.strip().split(".")
    if len(parts) != 4:
        return _refuse(
            f"«{ref}» chưa đủ bốn phần: bang, tên bảng, dòng, cột", place, f"ví dụ: {EXAMPLE}", sink
        )
    _, key, row_name, column = parts
    if key not in declared:
        return _refuse(f"không có bảng «{key}»", place, _offer(key, declared), sink)
    if column not in declared[key].columns:
        return _refuse(
            f"bảng «{key}» không có cột «{column}»", place, _offer(column, declared[key].columns), sink
        )
    if key not in tables:
        return None
    rows = tables[key].named(row_name)
    if len(rows) != 1:
        return _wrong_row(key, row_name, rows, tables[key], place, sink)
    cell = rows[0].cell(column)
    if cell.figure is None and not cell.faulty:
        return _refuse(f"bảng «{key}», {rows[0].shown}: ô ở cột «{column}» không có số", place, "", sink)
    return cell.figure


def with_sources(node: Node | None, indicators: Mapping[str, Indicator], place: Place) -> Node | None:
    """What is typed under ``so_lieu`` and, for figures it says nothing of, the source their declaration names."""
    if node is not None and not isinstance(node, Group) and not is_blank(node):
        return node
    typed = node if isinstance(node, Group) else Group({}, {}, node.place if node else place)
    silent = [
        k
        for k, i in indicators.items()
        if i.source and (k not in typed.entries or is_blank(typed.entries[k]))
    ]
    if not silent:
        return node
    entries, places = dict(typed.entries), dict(typed.key_places)
    for key in silent:
        at = indicators[key].at("source")
        entries[key] = Group({"nguon": Scalar(indicators[key].source, True, at)}, {"nguon": at}, at)
        places.setdefault(key, at)
    return Group(entries, places, typed.place)


def _wrong_row(
    key: str, name: str, rows: list[Row], table: TableContent, place: Place, sink: list[Finding]
) -> None:
    if rows:
        orders = ", ".join(f"dong_{row.order}" for row in rows)
        return _refuse(f"bảng «{key}» có nhiều dòng tên «{name}»", place, f"gọi theo thứ tự: {orders}", sink)
    known = [row.slug for row in table.rows if row.slug]
    return _refuse(f"bảng «{key}» không có dòng «{name}»", place, _offer(name, known), sink)


def _offer(word: str, known) -> str:
    close = nearest(word, known)
    return f"có phải «{close}»?" if close else f"chỉ có: {', '.join(known)}"[:200]


def _refuse(message: str, place: Place, hint: str, sink: list[Finding]) -> None:
    sink.append(error("BG21", message, place, hint=hint))

"""Spreadsheets (.xlsx, .csv; .xls, .ods) as a source of figures: one cell, a table, or a sheet that keeps figures one a row.

Every function takes the ``folder`` the files lie in, the reference as typed, the ``sink`` for findings and ``place``, where
the reference is typed (for faults of the reference itself). Nothing is raised for what a user did. Values keep the
place of their cell: ``so-lieu.xlsx!Xã!C7``. The file readers are imported when the first spreadsheet is opened.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.diagnostics import NOWHERE, Finding, Place, error
from reportgen.errors import collecting
from reportgen.figures.model import UNREAD, CellValue, Figure
from reportgen.vietnamese.refusal import quoted
from reportgen.vietnamese.text import lower, nearest

if TYPE_CHECKING:
    from reportgen.tables.declared import TableType
    from reportgen.tables.raw import RawTable

__all__ = ["read_cell", "read_figures_table", "read_raw_table", "read_table"]


def read_cell(folder: Path, ref: str, sink: list[Finding], place: Place = NOWHERE) -> CellValue | None:
    """The cell ``ref`` points to (``so-lieu.xlsx!Xã!C7``, ``so-lieu.xlsx!tong_ho``): text or number, '' if blank.

    None after a finding. A percent cell gives 6.92 for 6,92%.
    """
    from reportgen.sources.books import grid_of, open_book
    from reportgen.sources.cells import cell_value
    from reportgen.sources.reference import cell_reference

    with collecting(sink):
        reference = cell_reference(ref, place)
        book = open_book(folder, reference, place)
        named = book.names.get(lower(reference.spot))
        if named and not reference.sheet:
            sheet, row, column = named
            return cell_value(grid_of(book, sheet, place), row, column, sink)
        if reference.address:
            return cell_value(grid_of(book, reference.sheet, place), *reference.address, sink)
        close = nearest(reference.spot, book.names)
        hint = f"có phải «{close}»?" if close else "ô ghi bằng chữ cột và số dòng, ví dụ C7"
        sink.append(
            error(
                "BT09",
                f"{book.file} không có ô hay tên vùng {quoted(reference.spot)}",
                place,
                found=ref,
                hint=hint,
            )
        )
    return None


def read_table(
    folder: Path, ref: str, columns: Mapping[str, str], sink: list[Finding], place: Place = NOWHERE
) -> list[dict[str, Figure | str]]:
    """The rows under the headers ``columns`` (key → header text) of the sheet ``ref`` (``so-lieu.xlsx!Xã``).

    Text cells are str; numbers are Figures that print as the sheet shows them. Empty after findings.
    """
    from reportgen.sources.books import grid_of, open_book
    from reportgen.sources.reference import table_reference
    from reportgen.sources.tables import table_rows

    with collecting(sink):
        reference = table_reference(ref, place)
        return table_rows(
            grid_of(open_book(folder, reference, place), reference.sheet, place), columns, place, sink
        )
    return []


def read_raw_table(
    folder: Path,
    ref: str,
    table: TableType,
    headers: Mapping[str, str],
    sink: list[Finding],
    place: Place = NOWHERE,
    *,
    optional: frozenset[str] = frozenset(),
) -> RawTable | None:
    """The rows a declared data table finds under ``headers`` (column key → header text) of the sheet ``ref``.

    Columns in ``optional`` may be missing. Cells are as the sheet has them; None after findings.
    """
    from reportgen.sources.books import grid_of, open_book
    from reportgen.sources.raw_rows import raw_rows
    from reportgen.sources.reference import table_reference

    with collecting(sink):
        reference = table_reference(ref, place)
        grid = grid_of(open_book(folder, reference, place), reference.sheet, place)
        return raw_rows(grid, table, headers, optional, place, sink)
    return None


def read_figures_table(
    folder: Path, ref: str, key_header: str, value_header: str, sink: list[Finding], place: Place = NOWHERE
) -> Mapping[str, CellValue | None]:
    """Figures kept one a row: code → value, from the columns with these headers of the sheet ``ref``.

    '' where the value is blank, None where it has a finding; ``UNREAD`` if the sheet could not be read at all.
    """
    from reportgen.sources.books import grid_of, open_book
    from reportgen.sources.reference import table_reference
    from reportgen.sources.tables import keyed_values

    with collecting(sink):
        reference = table_reference(ref, place)
        grid = grid_of(open_book(folder, reference, place), reference.sheet, place)
        return keyed_values(grid, key_header, value_header, place, sink)
    return UNREAD

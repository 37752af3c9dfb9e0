"""Rows of a table under its headers: where it ends, which rows are not data, and what its cells print.

The table ends at the first row whose wanted columns are all blank; what stands further down in them is reported, for it
may be data behind a gap. A row that only numbers the columns, «(1) (2) (3)», is skipped, and said to be.

A number prints as the sheet shows it (decimals and percent sign of its format). In a column that holds only numbers,
numbers typed as text are numbers too and must be unambiguous; in any other column text stays as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from reportgen.diagnostics import Finding, Place, Severity, error, warning
from reportgen.figures.model import UNREAD, CellValue, Figure, Indicator
from reportgen.noun import replace
from reportgen.pattern import Pattern
from reportgen.sources.cells import cell_value
from reportgen.sources.grid import Cell, Grid, Kind
from reportgen.sources.headers import Header, find_header
from reportgen.vietnamese.legacy import detect
from reportgen.vietnamese.numbers import NumberError, read_number, round_half_up
from reportgen.vietnamese.refusal import quoted

NOTHING = frozenset({"", "-", "–", "—", "x", "…", "..."})
"""Texts that stand for «no number» in a column of numbers; printed as typed."""

MAX_DECIMALS = 6

_NUMERIC = Pattern(r"[-+\u2212]?(?!0\d)\d[\d.,\s]*%?")


def table_rows(
    grid: Grid, columns: Mapping[str, str], place: Place, sink: list[Finding]
) -> list[dict[str, Figure | str]]:
    """One dict per row, by the keys of ``columns`` (key → header text). Text is str, a number a Figure that prints itself."""
    header = find_header(grid, columns, place, sink)
    if header is None:
        return []
    rows = _data_rows(grid, header, sink)
    if not rows:
        sink.append(error("BT18", "bảng không có dòng số liệu nào dưới tiêu đề", grid.place(header.row, 1)))
    read = {
        key: _column(grid, rows, column, columns[key], key, sink) for key, column in header.columns.items()
    }
    return [{key: read[key][index] for key in columns} for index in range(len(rows))]


def keyed_values(
    grid: Grid, key_header: str, value_header: str, place: Place, sink: list[Finding]
) -> Mapping[str, CellValue | None]:
    """Figures kept one a row: code → value ('' where blank, None after a finding); ``UNREAD`` without the headers.

    A code twice, or a value without a code, is a finding (BT19).
    """
    header = find_header(grid, {"key": key_header, "value": value_header}, place, sink)
    if header is None:
        return UNREAD
    found: dict[str, CellValue | None] = {}
    first: dict[str, Place] = {}
    for row in range(header.row + 1, grid.rows + 1):
        key_cell, value_cell = (grid.at(row, header.columns[name]) for name in ("key", "value"))
        key = str(key_cell.value).strip() if key_cell.kind is Kind.TEXT else ""
        if not key:
            if _holds_number(value_cell):
                hint = "ghi mã chỉ tiêu vào dòng này, hoặc bỏ số liệu đi"
                sink.append(
                    warning(
                        "BT19",
                        "dòng có số liệu mà không có mã chỉ tiêu nên không được dùng",
                        value_cell.place,
                        hint=hint,
                    )
                )
            continue
        if key in found:
            message = f"mã {quoted(key)} có hai lần (lần đầu ở {first[key]})"
            sink.append(error("BT19", message, key_cell.place, found=key, hint="chỉ giữ một dòng cho mỗi mã"))
            continue
        first[key] = key_cell.place
        found[key] = cell_value(grid, row, header.columns["value"], sink)
    return found


def _holds_number(cell: Cell) -> bool:
    return cell.kind is Kind.NUMBER or (
        cell.kind is Kind.TEXT and bool(_NUMERIC.fullmatch(str(cell.value).strip()))
    )


def _data_rows(grid: Grid, header: Header, sink: list[Finding]) -> list[int]:
    wanted = list(header.columns.values())
    first = header.row + 1
    if numbers_columns(grid, first):
        message = "bỏ qua dòng đánh số cột dưới tiêu đề"
        sink.append(Finding("BT18", Severity.INFO, message, grid.place(first, 1)))
        first += 1
    end = next((row for row in range(first, grid.rows + 1) if _is_blank(grid, row, wanted)), grid.rows + 1)
    below = next((row for row in range(end, grid.rows + 1) if not _is_blank(grid, row, wanted)), None)
    if below:
        hint = "nếu dòng dưới còn là số liệu, xóa dòng trống ở giữa; nếu là ghi chú, chuyển sang cột khác"
        message = f"bảng được đọc đến dòng {end - 1}; sau dòng trống còn chữ hoặc số ở dòng {below}"
        sink.append(warning("BT18", message, grid.place(below, wanted[0]), hint=hint))
    return list(range(first, end))


def _is_blank(grid: Grid, row: int, columns: list[int]) -> bool:
    return all(grid.at(row, column).kind is Kind.BLANK for column in columns)


def numbers_columns(grid: Grid, row: int) -> bool:
    """True for «(1) (2) (3)=(1)+(2)», «A B 1 2»; also where Excel turned (2) into -2."""
    texts = [_label(grid.at(row, column).value) for column in range(1, grid.columns + 1)]
    labels = [text for text in texts if text]
    letters = [label for label in labels if re.fullmatch(r"[A-D]", label)]
    numbers = [re.fullmatch(r"\(?-?(\d{1,2})\)?(\s*=.*)?", label) for label in labels[len(letters) :]]
    if len(labels) < 2 or not all(numbers) or labels[: len(letters)] != letters:
        return False
    return [int(match[1]) for match in numbers if match] in (
        list(range(1, len(numbers) + 1)),
        list(range(len(letters) + 1, len(labels) + 1)),
    )


def _label(value: object) -> str:
    return str(value).strip() if isinstance(value, (str, Decimal)) else ""


def _column(
    grid: Grid, rows: list[int], column: int, header: str, key: str, sink: list[Finding]
) -> list[Figure | str]:
    """What the cells of one column print."""
    values = [cell_value(grid, row, column, sink, days=True) for row in rows]
    is_numeric = any(_looks_numeric(v) for v in values) and all(
        v is None or _looks_numeric(v) or v.value in NOTHING for v in values
    )
    return [_printed(value, header, key, is_numeric, sink) for value in values]


def _looks_numeric(value: CellValue | None) -> bool:
    if value is None:
        return False
    return isinstance(value.value, Decimal) or bool(_NUMERIC.fullmatch(value.value))


def _printed(
    value: CellValue | None, header: str, key: str, is_numeric: bool, sink: list[Finding]
) -> Figure | str:
    if value is None:
        return ""  # its finding stands
    if isinstance(value.value, str):
        if is_numeric and value.value not in NOTHING:
            value = _typed_number(value, sink)
        elif detect(value.value):
            hint = "chuyển bảng mã của bảng tính sang Unicode rồi lưu lại"
            sink.append(
                error(
                    "BT23",
                    f"chữ {quoted(value.value)} viết bằng bảng mã cũ (TCVN3, VNI)",
                    value.place,
                    hint=hint,
                )
            )
    if isinstance(value.value, str):
        return value.value
    return _figure(value, header, key, sink)


def _typed_number(value: CellValue, sink: list[Finding]) -> CellValue:
    """A number somebody typed as text; unchanged, after a finding, if it cannot be read."""
    text = str(value.value)
    try:
        number = read_number(text, percent=True)
    except NumberError as fault:
        hint = f"{fault.hint} Tốt nhất đổi ô này sang kiểu số trong Excel."
        sink.append(error("BT24", f"{fault.message} (ô kiểu chữ)", value.place, found=text, hint=hint))
        return value
    return replace(value, value=number, percent=text.rstrip().endswith("%"), decimals=_places(number))


def _places(number: Decimal) -> int:
    return max(0, -int(number.as_tuple().exponent))


def _figure(value: CellValue, header: str, key: str, sink: list[Finding]) -> Figure | str:
    decimals = _places(value.value) if value.decimals is None else min(value.decimals, MAX_DECIMALS)
    if decimals > MAX_DECIMALS:
        hint = "đặt định dạng số cho cột (Format Cells, Number), chọn số chữ số lẻ cần in"
        sink.append(error("BT25", f"số có quá nhiều chữ số lẻ ({value.value})", value.place, hint=hint))
        return ""
    indicator = Indicator(
        label=header, unit="%" if value.percent else "", decimals=decimals, place=value.place
    )
    rounded = round_half_up(value.value, decimals)
    return Figure(key, rounded, indicator, value.place, origin="sheet", rounded=rounded != value.value)

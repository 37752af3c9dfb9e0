"""From the cells a report gives to the cells a table prints: strict about numbers, silent about nothing."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from reportgen.diagnostics import Finding, error, warning
from reportgen.figures.derive import LARGEST
from reportgen.figures.model import CellValue, Figure, Indicator
from reportgen.pattern import Pattern
from reportgen.tables.content import Cell
from reportgen.tables.declared import Column
from reportgen.tables.raw import RawTable
from reportgen.vietnamese.legacy import detect
from reportgen.vietnamese.numbers import NumberError, format_number, read_number, round_half_up
from reportgen.vietnamese.refusal import quoted

DASHES = frozenset({"-", "–", "—"})
"""Nothing happened: counts as zero and prints as typed."""
UNKNOWN = frozenset({"x", "X", "…", "...", "*"})
"""No number is due or known here: printed as typed, counts as nothing and answers no formula."""
_NUMERIC = Pattern(r"[-+\u2212]?\d[\d.,\s]*%?")


def indicator_of(key: str, column: Column) -> Indicator:
    """What the figures of a column are, for messages and checks."""
    label = f"cột {column.symbol}: {column.title}" if column.symbol else " > ".join(column.path)
    return Indicator(
        label=label,
        unit=column.measure,
        decimals=column.decimals,
        rounded=column.rounded,
        rounding=column.rounding,
        place=column.place,
    )


def read_words(value: CellValue | None, sink: list[Finding]) -> Cell:
    """A cell of words; a number typed in it stays as the sheet shows it."""
    if value is None:
        return Cell(faulty=True)
    if isinstance(value.value, Decimal):
        return Cell(format_number(value.value, value.decimals, group=False), place=value.place)
    if detect(value.value):
        hint = "chuyển bảng mã của bảng tính sang Unicode rồi lưu lại"
        message = f"chữ {quoted(value.value)} viết bằng bảng mã cũ (TCVN3, VNI)"
        sink.append(error("BT23", message, value.place, hint=hint))
    return Cell(value.value.strip(), place=value.place)


def read_number_cell(
    key: str, column: Column, value: CellValue | None, origin: str, sink: list[Finding]
) -> Cell:
    """A cell of a column of figures: a figure, a mark for «none», or nothing; a faulty one after a finding."""
    if value is None:
        return Cell(faulty=True)
    words = value.value.strip() if isinstance(value.value, str) else ""
    if words in UNKNOWN:
        return Cell(words, place=value.place)
    indicator = indicator_of(key, column)
    if words in DASHES:
        return Cell(words, Figure(key, Decimal(0), indicator, value.place, origin=origin), value.place)
    if isinstance(value.value, str) and not words:
        return Cell(place=value.place)
    exact = _number(column, value, words, sink)
    if exact is None or not _fits(column, value, exact, sink):
        return Cell(place=value.place, faulty=True)
    rounded = round_half_up(exact, column.decimals)
    figure = Figure(key, rounded, indicator, value.place, origin=origin, rounded=rounded != exact)
    return Cell(figure=figure, place=value.place)


def warn_small_shares(columns: dict[str, Column], raw: RawTable, sink: list[Finding]) -> None:
    """Columns of % in which every number is below 1 and none has a percent format: 0,07 may mean 7% (BG12).

    Where the column has a formula, that one says what is meant.
    """
    for key, column in columns.items():
        values = [row.cells.get(key) for row in raw.rows]
        numbers = [v for v in values if v and isinstance(v.value, Decimal) and v.value]
        if (
            column.measure.startswith("%")
            and not column.formula
            and numbers
            and all(_is_small(v) for v in numbers)
        ):
            shown = format_number(numbers[0].value)
            message = f"cột «{column.title}»: mọi số đều nhỏ hơn 1 và không định dạng phần trăm; {shown} được hiểu là {shown}%"
            sink.append(
                warning(
                    "BG12", message, numbers[0].place, hint="nếu là tỷ lệ, đặt định dạng phần trăm cho cột"
                )
            )


def blanks(cells: Iterable[Cell]) -> bool:
    """True if none of the cells holds a number, a mark, or a fault."""
    return all(not cell.figure and not cell.text and not cell.faulty for cell in cells)


def _is_small(value: CellValue) -> bool:
    return abs(value.value) < 1 and not value.percent and not value.computed


def _number(column: Column, value: CellValue, words: str, sink: list[Finding]) -> Decimal | None:
    """The exact number of the cell, or None after a finding."""
    exact = value.value if isinstance(value.value, Decimal) else _typed(column, value, words, sink)
    if exact is None:
        return None
    if (value.percent or words.endswith("%")) and not column.measure.startswith("%"):
        message = f"ô hiện {format_number(exact)}%, nhưng cột «{column.title}» không phải cột tỷ lệ"
        hint = 'khai don_vi_tinh: "%" cho cột, hoặc sửa định dạng của ô'
        sink.append(error("BG12", message, value.place, hint=hint))
        return None
    if abs(exact) >= LARGEST:
        sink.append(error("BG10", f"số {quoted(str(exact))} quá lớn", value.place, hint="xem lại con số"))
        return None
    return exact


def _typed(column: Column, value: CellValue, words: str, sink: list[Finding]) -> Decimal | None:
    try:
        if not _NUMERIC.fullmatch(words):
            raise NumberError(f"{quoted(words)} không phải là số", "không có số thì ghi dấu - hoặc x")
        return read_number(words, whole=column.decimals == 0 and "," not in words, percent=True)
    except NumberError as fault:
        message = f"cột «{column.title}»: {fault.message}"
        sink.append(error("BG10", message, value.place, found=words, hint=fault.hint))
    return None


def _fits(column: Column, value: CellValue, exact: Decimal, sink: list[Finding]) -> bool:
    """True if no digit somebody typed is dropped in print (else BG13): a formula of the sheet, or a format, may round."""
    shows_fewer = value.decimals is not None and value.decimals <= column.decimals
    if value.computed or shows_fewer or round_half_up(exact, column.decimals) == exact:
        return True
    shown = format_number(exact)
    message = f"cột «{column.title}»: {shown} có nhiều chữ số lẻ hơn cột khai (so_le: {column.decimals})"
    sink.append(error("BG13", message, value.place, hint="tăng so_le của cột, hoặc làm tròn số trong ô"))
    return False

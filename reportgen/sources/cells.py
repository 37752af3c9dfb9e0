"""From a cell of a sheet to a value that may be printed; everything doubtful about the cell is said."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from reportgen.diagnostics import Finding, Place, error, warning
from reportgen.figures.model import CellValue
from reportgen.sources.grid import Cell, Grid, Kind, column_letters
from reportgen.sources.guises import Guise
from reportgen.vietnamese.dates import slash_date
from reportgen.vietnamese.refusal import quoted

_TEXT, _NUMBER = Kind.TEXT, Kind.NUMBER  # an enumeration's member costs a look-up each time, and this is asked of every cell


def cell_value(
    grid: Grid, row: int, column: int, sink: list[Finding], *, days: bool = False
) -> CellValue | None:
    """The cell as text or number; '' if blank; None after an error finding. ``days``: a date is taken as text."""
    cell = grid.at(row, column)
    if grid.hidden or row in grid.hidden_rows or column in grid.hidden_columns:
        warn_hidden(grid, row, column, sink)
    if cell.scaled:
        sink.extend(guise_warnings(cell))
    if cell.kind is _TEXT:
        return CellValue(cell.value.strip(), cell.place, False, cell.formula, None)
    if cell.kind is _NUMBER:
        return CellValue(cell.value, cell.place, cell.percent, cell.formula, cell.decimals)
    if cell.kind is Kind.DAY and days and isinstance(cell.value, datetime.date):
        return CellValue(slash_date(cell.value), cell.place)
    fault = _fault(cell)
    if fault:
        sink.append(fault)
        return None
    return CellValue("", cell.place, computed=cell.formula)


def guise_warnings(cell: Cell) -> Iterator[Finding]:
    """What people see in the cell where that is not what it holds (BT14, BT15, BT26, BT27)."""
    guise = cell.scaled
    if not isinstance(guise, Guise):
        return
    if guise.power:
        hint = "chương trình lấy giá trị đầy đủ trong ô; xem lại đơn vị tính, hoặc bỏ định dạng đó"
        yield warning("BT15", "ô hiển thị số đã chia cho nghìn hoặc triệu (định dạng có dấu phẩy cuối)", cell.place, hint=hint)
    if guise.hidden or guise.other_digits:
        seen = "không hiện số nào" if guise.hidden else "hiện những chữ số không có trong ô"
        hint = "chương trình lấy giá trị thật trong ô; đặt lại định dạng Number rồi xem số có đúng không"
        yield warning("BT26", f"định dạng của ô {seen}, còn trong ô là {str(cell.value)[:40]}", cell.place, hint=hint)
    if guise.struck:
        hint = "nếu số đã bỏ thì xóa hẳn khỏi ô; nếu còn dùng thì bỏ gạch ngang"
        yield warning("BT27", f"ô có chữ số bị gạch ngang hoặc viết nâng lên: {str(cell.value)[:40]}", cell.place, hint=hint)
    if guise.pale:
        yield _hidden_finding("chữ cùng màu với nền ô", cell.place)


def _fault(cell: Cell) -> Finding | None:
    """The error finding for a cell that holds no usable value."""
    if cell.kind is Kind.ERROR:
        hint = "mở bảng tính, sửa công thức ở ô này rồi lưu lại"
        return error("BT10", f"ô báo lỗi {cell.value}", cell.place, found=str(cell.value), hint=hint)
    if cell.kind is Kind.UNCOMPUTED:
        hint = "mở bảng tính bằng Excel, bấm Lưu (Ctrl+S) rồi chạy lại"
        return error("BT11", "ô có công thức nhưng chưa có kết quả", cell.place, hint=hint)
    if cell.kind is Kind.DAY:
        shown = slash_date(cell.value) if isinstance(cell.value, datetime.date) else "giờ"
        hint = "Excel có thể đã đổi «1/2» thành ngày; đặt lại định dạng ô là Number rồi gõ lại con số"
        return error(
            "BT12", f"ô chứa ngày giờ ({shown}), không phải con số", cell.place, found=shown, hint=hint
        )
    if cell.kind is Kind.TRUTH:
        return error(
            "BT13",
            f"ô chứa {cell.value}, không phải con số hay chữ",
            cell.place,
            found=str(cell.value),
            hint="gõ lại ô này",
        )
    return None


def warn_hidden(grid: Grid, row: int, column: int, sink: list[Finding]) -> None:
    """Warnings for a cell that staff do not see when they open the sheet."""
    place = grid.place(row, column)
    if grid.hidden:
        _hidden(f"trang tính {quoted(grid.name)} đang ẩn", place, sink)
    if row in grid.hidden_rows:
        _hidden(f"dòng {row} đang ẩn (hoặc bị lọc)", place, sink)
    if column in grid.hidden_columns:
        _hidden(f"cột {column_letters(column)} đang ẩn", place, sink)


def _hidden(what: str, place: Place, sink: list[Finding]) -> None:
    sink.append(_hidden_finding(what, place))


def _hidden_finding(what: str, place: Place) -> Finding:
    hint = "kiểm tra số liệu ở đó còn dùng không; nếu dùng thì bỏ ẩn (Unhide), bỏ lọc"
    return warning("BT14", f"số liệu được lấy từ chỗ ẩn: {what}", place, hint=hint)

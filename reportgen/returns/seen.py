"""What people saw in a cell against what it holds: whoever filled a form in, and whoever signed it, went by what they saw.

A format may scale («976» for 976000000), write digits of its own, hide the number, or name a unit («0" nghìn"»). Where it says
in words that the number is shown in the very unit of the column («0.0,,"triệu"» in a column of triệu đồng), what was seen is
what is meant, and the number is repaired to it; in any other case of two different numbers the cell is refused: which one is
meant only the unit knows. Struck figures and cells merged over several rows are refused too; a number in the colour of the
paper, one from another workbook, and a note on a cell are doubts.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.diagnostics import Finding, Place, error, warning
from reportgen.noun import noun
from reportgen.returns.contradictions import MONEY, PEOPLE
from reportgen.sources.grid import LINKED, Cell, Grid, Kind
from reportgen.sources.guises import Guise
from reportgen.sources.headers import Header
from reportgen.tables.declared import Column
from reportgen.vietnamese.numbers import format_number, round_half_up
from reportgen.vietnamese.refusal import quoted
from reportgen.vietnamese.text import fold

_POWERS = {"nghin": 3, "ngan": 3, "k": 3, "tr": 6, "trieu": 6, "ty": 9, "ti": 9}
_MONEY_SHORT = {"nghin": "nghìn đồng", "ngan": "nghìn đồng", "tr": "triệu đồng", "trieu": "triệu đồng", "ty": "tỷ đồng", "ti": "tỷ đồng"}
_DONG = {"đ", "₫", "vnd", "vnđ", "d"}
LONGEST_NOTE = 200
SEEN_HINT = "xin đơn vị xóa định dạng của ô (Format Cells, Number), xem lại con số rồi gửi lại"


@noun
class Seen:
    """A number as it was seen: ``value`` and ``decimals``; ``words`` of its unit."""

    value: Decimal
    decimals: int
    words: str


def seen_number(cell: Cell, column: Column) -> Seen | None:
    """The number people saw, where the format scales it and names the unit of the column; None in any other case."""
    guise = cell.scaled
    if not isinstance(guise, Guise) or cell.kind is not Kind.NUMBER or not guise.power or guise.hidden or guise.other_digits:
        return None
    words = _folded(guise.words)
    if _POWERS.get(words.partition(" ")[0]) != guise.power or not _is_measure(words, column):
        return None
    decimals = min(guise.decimals or 0, column.decimals)
    return Seen(round_half_up(cell.value.scaleb(-guise.power), decimals), decimals, guise.words)


def look_faults(cell: Cell, column: Column, place: Place) -> Iterator[Finding]:
    """Why a cell is refused for how it looks: TH28 another unit, TH33 another number seen, TH34 struck figures."""
    guise = cell.scaled
    if not isinstance(guise, Guise) or cell.kind not in (Kind.NUMBER, Kind.TEXT):
        return
    shown = format_number(cell.value) if isinstance(cell.value, Decimal) else quoted(str(cell.value))
    if guise.struck:
        hint = "xin đơn vị ghi lại ô này: chỉ một con số, không gạch ngang, không kèm số nhỏ"
        yield error("TH34", f"cột «{column.title}»: {shown} có chữ số bị gạch ngang hoặc viết nâng lên", place, found=str(cell.value), hint=hint)
    elif guise.hidden or guise.other_digits:
        what = "định dạng che hết, nhìn như ô trống" if guise.hidden else "định dạng thêm chữ số, nhìn thành số khác"
        yield error("TH33", f"cột «{column.title}»: trong ô là {shown} nhưng {what}", place, found=str(cell.value), hint=SEEN_HINT)
    elif guise.power and seen_number(cell, column) is None:
        small = format_number(round_half_up(cell.value.scaleb(-guise.power), guise.decimals or 0))
        told = f"cột «{column.title}»: người xem thấy {quoted(f'{small} {guise.words}'.strip())} nhưng trong ô là {shown}"
        yield error("TH33", told, place, found=str(cell.value), hint=SEEN_HINT)
    elif guise.words and not guise.power and (said := _other_measure(guise.words, column)):
        hint = f"xin đơn vị ghi số theo {column.measure}; nếu số đã theo {column.measure} thì bỏ chữ trong định dạng của ô"
        yield error("TH28", f"cột «{column.title}»: ô hiện kèm chữ {quoted(guise.words)} ({said}), biểu yêu cầu {column.measure}", place, hint=hint)


def look_doubts(cell: Cell, column: Column, place: Place) -> Iterator[Finding]:
    """What is to be looked at though it is taken: BT14 in the colour of the paper, TH36 from another workbook."""
    if isinstance(cell.scaled, Guise) and cell.scaled.pale:
        hint = "mở tệp, đổi màu chữ và kiểm tra số ở đó còn dùng không"
        yield warning("BT14", f"số liệu được lấy từ chỗ ẩn: cột «{column.title}» có chữ cùng màu với nền ô", place, hint=hint)
    if cell.formula == LINKED:
        hint = "hỏi đơn vị đã cập nhật liên kết (Data, Edit Links) trước khi gửi chưa; tốt nhất là dán thành số"
        yield warning("TH36", f"cột «{column.title}»: số lấy từ tệp khác qua liên kết, có thể là số cũ", place, hint=hint)


def merged_rows(grid: Grid, row: int, column: int) -> tuple[int, int] | None:
    """The rows a merged area over this cell reaches from and to, if more than one."""
    cell = grid.cells.get((row, column))
    if cell is None or grid.lines:
        return None
    first = last = row
    while grid.cells.get((first - 1, column)) is cell:
        first -= 1
    while grid.cells.get((last + 1, column)) is cell:
        last += 1
    return (first, last) if last > first else None


def note_doubts(grid: Grid, row: int, header: Header) -> Iterator[Finding]:
    """What people attached to the cells of a unit's row, or wrote to the right of the table (TH38)."""
    edge = max(header.columns.values())
    for (at, column), text in sorted(grid.notes.items()):
        if at == row:
            yield _note(f"ô có chú thích: {_cut(text)}", grid.place(row, column))
    for column in range(edge + 1, grid.columns + 1):
        cell = grid.cells.get((row, column))
        if cell is not None and cell.kind is Kind.TEXT and cell.place == grid.place(row, column) and any(map(str.isalpha, cell.value)):
            yield _note(f"bên phải bảng có ghi: {_cut(cell.value)}", cell.place)


def _note(message: str, place: Place) -> Finding:
    return warning("TH38", message, place, hint="đọc xem có liên quan đến số liệu không; nếu cần thì hỏi lại đơn vị")


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return f"«{text if len(text) <= LONGEST_NOTE else text[:LONGEST_NOTE].rstrip() + ' …'}»"


def _folded(words: str) -> str:
    return " ".join(fold(words).split()).strip(" .()")


def _is_measure(words: str, column: Column) -> bool:
    """True if ``words`` name the column's unit: «triệu», «triệu đồng» for triệu đồng; «nghìn người» for nghìn người."""
    measure = _folded(column.measure)
    return bool(measure) and (measure == words or measure.startswith(f"{words} ") or _MONEY_SHORT.get(words, "?") == MONEY.get(measure))


def _other_measure(words: str, column: Column) -> str:
    """The unit that words of a format name, if it is another than the column's; '' if it is the same or no unit we know."""
    measure, said = _folded(column.measure), _folded(words)
    if not measure or measure == said or measure.startswith(f"{said} "):
        return ""
    own = "đồng" if words.strip().lower() in _DONG else ""
    money = own or MONEY.get(said) or _MONEY_SHORT.get(said, "")
    if money:
        return money if money != MONEY.get(measure) else ""
    if "%" in words:
        return "" if measure.startswith("%") else "%"
    is_known = measure in PEOPLE or measure in MONEY or measure.startswith("%")
    return PEOPLE[said] if is_known and said in PEOPLE and PEOPLE[said] != PEOPLE.get(measure) else ""

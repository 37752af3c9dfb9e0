"""Cells of a unit's row: exact repairs, refusals with a hint, no guesses.

Repaired, each with its cell, before and after: a number typed as text that reads in one way only («1.234» in a column of whole
numbers, «9,92», «140 hộ» in a column of hộ, full-width digits, odd spaces); a number whose format shows it in the column's own unit
(``seen``); a calculated column whose formula was not calculated or shows an error, for
its value follows from the others by the declaration. Everything else that is no plain number is refused.
"""

from __future__ import annotations

from decimal import Decimal

from reportgen.diagnostics import Finding, Place, error
from reportgen.figures.model import CellValue
from reportgen.noun import field, noun, replace, working
from reportgen.pattern import Pattern
from reportgen.returns.contradictions import PEOPLE
from reportgen.returns.nouns import Repair
from reportgen.returns.seen import look_doubts, look_faults, merged_rows, seen_number
from reportgen.returns.subject import Subject
from reportgen.sources.cells import cell_value
from reportgen.sources.grid import Cell, Grid, Kind
from reportgen.sources.headers import Header
from reportgen.tables.declared import Column
from reportgen.tables.values import DASHES, UNKNOWN, read_number_cell
from reportgen.vietnamese.numbers import NumberError, format_number, read_number
from reportgen.vietnamese.refusal import quoted
from reportgen.vietnamese.text import fold, lower

LOOKS = frozenset({"BT14", "BT15", "BT26", "BT27"})
"""What ``sources`` warns of in a cell that looks otherwise than it is; here ``seen`` says it, more strictly."""
BLANK_DOTS = Pattern(r"[.…_\s]+")
PLAIN = Pattern(r"-?\d+(?:[.,]\d{1,2})?|-?\d{4,}[.,]\d+")
_NOT_PLAIN = {
    **{0xFF10 + digit: str(digit) for digit in range(10)}, 0xFF0C: ",", 0xFF0E: ".", 0xFF05: "%", 0xFF0D: "-",
    **dict.fromkeys((*range(0x200B, 0x2010), 0x2060, 0xFEFF, 0xAD), ""),
    **dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " "),
}  # fmt: skip
"""Full-width signs, letters without width and spaces of other widths, as the plain ones they stand for."""
LETTERS_FOR_DIGITS = Pattern(r"(?=.*[OoIl])(?=.*\d)[\dOoIl.,]+")
_WITH_UNIT = Pattern(r"([-+]?[\d.,\s\u00a0]*\d)\s*([^\d\s.,%].*)")


@noun
class CellsRead:
    """The cells of one row by column; ``faulty`` if one was refused. ``repairs`` still lack what is calculated later («»)."""

    values: dict[str, CellValue]
    repairs: tuple[Repair, ...] = ()
    faulty: bool = False


def read_cells(grid: Grid, row: int, header: Header, unit: str, subject: Subject, sink: list[Finding]) -> CellsRead:
    """The cells of a unit's row, repaired where that is exact; what is refused goes to ``sink``."""
    reader = _Reader(grid, row, header, unit, subject)
    values = {key: value for key in subject.table.columns if key in header.columns and (value := reader.value(key)) is not None}
    said = reader.said
    if len(said) > 1 and all(finding.code == "TH12" and not finding.found for finding in said) and not _has_any(values, subject):
        place = grid.place(row, min(header.columns.values()))  # one finding says it better than ten
        said = [error("TH12", "biểu chưa điền: mọi ô nhập đều trống", place, hint="xin đơn vị điền rồi gửi lại")]
    sink.extend(said)
    return CellsRead(values, tuple(reader.repairs), any(finding.blocks for finding in said))


def _has_any(values: dict[str, CellValue], subject: Subject) -> bool:
    """True if an input column of numbers holds anything."""
    return any(values[key].value != "" for key in subject.table.numbers if key in values and key not in subject.formulas)


def own_cell(grid: Grid, row: int, column: int) -> Cell:
    """The cell at a position, a blank one where a merged area only reaches over it."""
    cell, here = grid.at(row, column), grid.place(row, column)
    return cell if grid.lines or cell.place == here else Cell(Kind.BLANK, here)


@working
class _Reader:
    """One row being read: what was repaired and what was said of its cells so far."""

    grid: Grid
    row: int
    header: Header
    unit: str
    subject: Subject
    repairs: list[Repair] = field(default_factory=list)
    said: list[Finding] = field(default_factory=list)

    def value(self, key: str) -> CellValue | None:
        """The cell of a column, '' for a blank that is allowed; None after a finding."""
        column, at = self.subject.table.columns[key], self.header.columns[key]
        cell, place = own_cell(self.grid, self.row, at), self.grid.place(self.row, at)
        if not column.is_number:
            return self._words(column, cell, at, place)
        if key in self.subject.formulas and cell.kind in (Kind.ERROR, Kind.UNCOMPUTED):
            shown = str(cell.value) if cell.kind is Kind.ERROR else "công thức chưa tính"
            self._repair(place, shown, "", "ô tính: được tính lại theo công thức đã khai")
            return CellValue("", place)
        return self._number(key, column, cell, place)

    def _number(self, key: str, column: Column, cell: Cell, place: Place) -> CellValue | None:
        if faults := [*look_faults(cell, column, place), *self._merged(key, column, place)]:
            self.said.extend(faults)
            return None
        value = self._plain(cell, self.header.columns[key], place)
        if value is None:
            return None
        self.said.extend(look_doubts(cell, column, place))
        if seen := seen_number(cell, column):
            before = f"{format_number(cell.value)}, hiện {quoted(f'{format_number(seen.value)} {seen.words}')}"
            self._repair(place, before, format_number(seen.value), "lấy số như người xem thấy: định dạng ghi đúng đơn vị tính của cột")
            value = CellValue(seen.value, place, False, value.computed, seen.decimals)
        words = value.value.strip() if isinstance(value.value, str) else None
        if words is not None and (not words or BLANK_DOTS.fullmatch(words) or words in UNKNOWN):
            return self._absent(words, place, key, column)
        if words in DASHES or (words is None and may_be_fraction(value, key, self.subject)):
            return value
        found: list[Finding] = []
        read = read_number_cell(key, column, _tidied(value, column), "sheet", found)
        self.said.extend(_for_the_unit(finding, words) for finding in found)
        if read.figure is None or not _is_within(read.figure.value, key, column, self.subject, place, self.said):
            return None
        if words is None:
            return value
        if not (self.grid.lines and PLAIN.fullmatch(words)):  # in a .csv every number is text
            self._repair(place, str(value.value), format_number(read.figure.value), "số gõ dạng chữ")
        return CellValue(read.figure.value, place, False, value.computed, column.decimals)

    def _merged(self, key: str, column: Column, place: Place) -> list[Finding]:
        """TH37 where the cell is one with those of other units or columns: whose number it is nobody can say."""
        at = self.header.columns[key]
        rows, cell = merged_rows(self.grid, self.row, at), self.grid.cells.get((self.row, at))
        label = self.header.columns[self.subject.table.label_column]
        others = [row for row in range(rows[0], rows[1] + 1) if row != self.row] if rows else []
        hint = "xin đơn vị bỏ gộp ô (Unmerge), ghi số riêng từng ô rồi gửi lại"
        if any(own_cell(self.grid, row, label).kind is Kind.TEXT for row in others):
            message = f"cột «{column.title}»: ô được gộp cho các dòng {rows[0]}–{rows[1]} của nhiều đơn vị, không rõ số của đơn vị nào"
            return [error("TH37", message, place, hint=hint)]
        is_wide = cell is not None and cell.place == place and self.grid.cells.get((self.row, at + 1)) is cell
        if is_wide and at + 1 in self.header.columns.values():
            return [error("TH37", f"cột «{column.title}»: ô được gộp với ô của cột bên cạnh, không rõ số của cột nào", place, hint=hint)]
        return []

    def _words(self, column: Column, cell: Cell, at: int, place: Place) -> CellValue | None:
        value = self._plain(cell, at, place, days=True)
        text = value.value.strip() if value and isinstance(value.value, str) else ""
        if not column.choices or not text:
            return value
        same = next((choice for choice in column.choices if lower(choice) == lower(text)), None)
        if same is None:
            message, hint = f"cột «{column.title}»: {quoted(text)} không có trong các lựa chọn", f"chọn một trong: {', '.join(column.choices)}"
            self.said.append(error("TH17", message, place, found=text, hint=hint))
            return None
        return CellValue(same, place)

    def _plain(self, cell: Cell, at: int, place: Place, *, days: bool = False) -> CellValue | None:
        """What stands in the cell itself; what is hidden is said of the row. ``days``: a date is text."""
        if cell.kind is Kind.BLANK:
            return CellValue("", place)
        found: list[Finding] = []
        value = cell_value(self.grid, self.row, at, found, days=days)
        self.said.extend(finding for finding in found if finding.code not in LOOKS)
        return value

    def _absent(self, words: str, place: Place, key: str, column: Column) -> CellValue | None:
        if not column.required or (not words and key in self.subject.formulas):
            return CellValue("" if BLANK_DOTS.fullmatch(words) else words, place)
        what = f"ghi {quoted(words)}, không phải con số" if words else "để trống"
        hint = "xin đơn vị ghi số; không phát sinh thì ghi 0"
        self.said.append(error("TH12", f"cột «{column.title}»: ô {what}", place, found=words, hint=hint))
        return None

    def _repair(self, place: Place, before: str, after: str, why: str) -> None:
        self.repairs.append(Repair(self.unit, place, before, after, why))


def _for_the_unit(finding: Finding, words: str | None) -> Finding:
    """The hint for a text that is no number, as the unit needs it: a mark for «none» is not what is missing."""
    if finding.code != "BG10" or not words or not any(map(str.isalpha, words)):
        return finding
    mixed = LETTERS_FOR_DIGITS.fullmatch(words)
    hint = "có thể gõ chữ O thay số 0, chữ l thay số 1; xin đơn vị gõ lại bằng chữ số" if mixed else "xin đơn vị ghi lại ô này: chỉ con số, không kèm chữ"
    return replace(finding, hint=hint)


def typed_number(cell: Cell, column: Column) -> Decimal | None:
    """The number a cell holds that is only compared with others, typed as text or not; None if it holds none that is clear."""
    if cell.kind is not Kind.TEXT:
        return cell.value if cell.kind is Kind.NUMBER else None
    try:
        return read_number(cell.value.strip(), whole=column.decimals == 0, decimals=column.decimals, percent=True)
    except NumberError:
        return None


def may_be_fraction(value: CellValue, key: str, subject: Subject) -> bool:
    """True for 0,0992 in a calculated column of %: ``judging`` asks its formula what is meant."""
    share = key in subject.formulas and subject.table.columns[key].measure.startswith("%")
    return share and not value.percent and isinstance(value.value, Decimal) and 0 < abs(value.value) <= 1


def _tidied(value: CellValue, column: Column) -> CellValue:
    """A text with plain digits and spaces, without an apostrophe in front; «140 hộ» in a column of hộ, or titled «Hộ nghèo», is 140."""
    if not isinstance(value.value, str):
        return value
    text = value.value.translate(_NOT_PLAIN).strip().lstrip("'’`").strip()
    if match := _WITH_UNIT.fullmatch(text):
        said = fold(" ".join(match[2].split()).strip(" ."))
        measure = fold(column.measure)
        in_title = not measure and said in PEOPLE and said in fold(" ".join(column.path)).split()
        if in_title or said in {measure, measure.partition("/")[0]} - {""}:
            text = match[1].strip()
    return CellValue(text, value.place, value.percent, value.computed, value.decimals)


def _is_within(number: Decimal, key: str, column: Column, subject: Subject, place: Place, sink: list[Finding]) -> bool:
    low = column.low if column.low is not None or key in subject.formulas else Decimal(0)
    if low is not None and number < low:
        hint = "xin đơn vị xem lại; Excel có thể đã đổi (7) thành -7"
        what = "số âm" if number < 0 else f"nhỏ hơn mức thấp nhất {format_number(low)}"
        sink.append(error("TH13", f"cột «{column.title}»: {format_number(number)} là {what}", place, found=format_number(number), hint=hint))
        return False
    if column.high is not None and number > column.high:
        message = f"cột «{column.title}»: {format_number(number)} lớn hơn mức cao nhất {format_number(column.high)}"
        sink.append(error("TH13", message, place, found=format_number(number), hint="xin đơn vị xem lại số này"))
        return False
    return True

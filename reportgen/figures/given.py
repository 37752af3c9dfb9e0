"""One given value, typed or fetched from a cell, brought to its figure; every doubt about it is said.

Nothing is guessed: a lone dot is a thousands dot only in a whole-number figure; more decimals than declared are refused
(printing would drop them without a word) unless ``cho_lam_tron: có``. A number worked out by the spreadsheet itself is
rounded like a formula of ours: nobody typed its tail. A true value kept beside what an original prints is not printed,
so it may have any number of decimals.
"""

from __future__ import annotations

import enum
from fractions import Fraction

from reportgen.diagnostics import Finding, Place, error, warning
from reportgen.figures.derive import LARGEST
from reportgen.figures.model import APPROXIMATIONS, CellValue, Figure, Indicator
from reportgen.figures.quantity import finite_decimals, last_digit, printed_value
from reportgen.figures.typed import FigureEntry, read_written
from reportgen.figures.units import measure
from reportgen.noun import noun, replace
from reportgen.vietnamese.numbers import NumberError, format_number
from reportgen.vietnamese.refusal import quoted


class Blank(enum.Enum):
    """Stands for an optional figure whose cell is empty."""

    CELL = "blank"


@noun
class Wanted:
    """The figure being read, where it stands, and where its faults go."""

    key: str
    indicator: Indicator
    place: Place
    sink: list[Finding]

    @property
    def name(self) -> str:
        """The figure in messages: «Hộ nghèo» (ho_ngheo)."""
        return f"«{self.indicator.label}» ({self.key})"

    def refuse(self, code: str, message: str, place: Place, hint: str = "", found: str = "") -> None:
        """One error about this figure."""
        self.sink.append(error(code, f"{self.name}: {message}", place, hint=hint, found=found))


@noun
class Known:
    """A value as given: exact and in the unit of its indicator; ``text`` as typed, '' for a number of a sheet."""

    exact: Fraction
    place: Place
    text: str = ""
    word: str = ""
    computed: bool = False


def from_text(wanted: Wanted, text: str, entry: FigureEntry, place: Place) -> Known | None:
    """The value typed as ``text`` (in ``don_vi_nguon`` if the entry says so); None after a finding."""
    indicator = wanted.indicator
    reading = {
        "whole": indicator.decimals == 0 and not (entry.may_round or entry.source_unit or entry.printed),
        "decimals": indicator.decimals + _zeros_more(entry.source_unit, indicator.unit),
        "convention": "vi" if entry.printed and not indicator.decimals else None,
    }
    try:
        written = read_written(text, indicator, unit=entry.source_unit or None, **reading)
    except NumberError as fault:
        wanted.refuse("SL04", fault.message, place, fault.hint, text[:60])
        return None
    if entry.approximation and written.approximation not in ("", entry.approximation):
        words = (APPROXIMATIONS[entry.approximation], APPROXIMATIONS[written.approximation])
        wanted.refuse("SL08", "có hai chữ chỉ số gần đúng: «{}» và «{}»".format(*words), place, "chỉ giữ một chữ", text[:60])
        return None
    exact = _in_unit(wanted, Fraction(written.value), entry)
    return None if exact is None else Known(exact, place, text.strip(), written.approximation)


def from_cell(wanted: Wanted, cell: CellValue, entry: FigureEntry) -> Known | Blank | None:
    """The value of a spreadsheet cell; None after a finding."""
    if isinstance(cell.value, str):
        if cell.value.strip():
            return from_text(wanted, cell.value, entry, cell.place)
        if not wanted.indicator.required:
            return Blank.CELL
        wanted.refuse("SL02", "ô để trống", cell.place, "điền số liệu vào ô này rồi lưu bảng tính")
        return None
    unit = entry.source_unit or wanted.indicator.unit
    if cell.percent and not unit.startswith("%"):
        message = f"ô hiện {format_number(cell.value)}%, nhưng đơn vị tính khai là «{unit}»"
        wanted.refuse("SL09", message, cell.place, 'sửa định dạng của ô, hoặc khai don_vi_tinh: "%"')
        return None
    if unit.startswith("%") and not cell.percent and 0 < abs(cell.value) < 1:
        shown = format_number(cell.value)
        message = f"{wanted.name}: ô chứa {shown} và không có định dạng phần trăm, được hiểu là {shown}%"
        hint = "nếu là tỷ lệ, đặt định dạng phần trăm cho ô"
        wanted.sink.append(warning("SL09", message, cell.place, hint=hint))
    exact = _in_unit(wanted, Fraction(cell.value), entry)
    return None if exact is None else Known(exact, cell.place, computed=cell.computed)


def made(wanted: Wanted, known: Known, entry: FigureEntry, origin: str) -> Figure | None:
    """The figure that prints ``known``; None after a finding (SL05, SL06)."""
    indicator = wanted.indicator
    if _is_absurd(wanted, known):
        return None
    word = entry.approximation or known.word or indicator.approximation
    value = printed_value(known.exact, indicator, word)
    dropped = Fraction(value) != known.exact
    if dropped and not (known.computed or (entry.may_round and origin != "printed")):
        _refuse_tail(wanted, known, format_number(value, indicator.decimals))
        return None
    if known.computed and not dropped:
        word = entry.approximation or known.word
    note = entry.note or indicator.note
    more = {"rounded": dropped, "accepted": entry.accepted, "note": note, "unconfirmed": entry.unconfirmed}
    return Figure(wanted.key, value, indicator, known.place, word, origin, **more)


def printed(wanted: Wanted, known: Known | None, entry: FigureEntry) -> Figure | None:
    """The figure as an original prints it, with the true value ``known`` beside it; None after a finding."""
    plain = replace(entry, source_unit="", printed="", may_round=False)
    said = from_text(wanted, entry.printed, plain, entry.at("printed"))
    figure = made(wanted, said, entry, "printed") if said else None
    if known is None or figure is None:
        return figure
    if _is_absurd(wanted, known):
        return None
    if known.word:
        message = f"{quoted(known.text)} là giá trị đúng, không ghi chữ chỉ số gần đúng"
        wanted.refuse("SL08", message, known.place, "ghi chữ ấy ở in_tren_van_ban")
        return None
    apart = abs(known.exact - Fraction(figure.value))
    return replace(figure, actual=known.exact, rounded=0 < apart < last_digit(figure))


def _is_absurd(wanted: Wanted, known: Known) -> bool:
    """True, after finding SL06, for a number no office has."""
    if abs(known.exact) < LARGEST:
        return False
    shown = quoted(known.text or str(int(known.exact)))
    wanted.refuse("SL06", f"số {shown} quá lớn", known.place, "xem lại con số và đơn vị tính")
    return True


def _refuse_tail(wanted: Wanted, known: Known, as_printed: str) -> None:
    """Finding SL05: more decimals than the figure prints."""
    decimals, digits = wanted.indicator.decimals, finite_decimals(known.exact)
    many = "nhiều" if digits is None else str(digits)
    prints = f"chỉ tiêu in {decimals}" if decimals else "chỉ tiêu in số nguyên"
    shown = f" ({quoted(known.text)})" if known.text else ""
    message = f"{'gõ' if known.text else 'ô có'} {many} chữ số lẻ{shown}, {prints} (so_le: {decimals})"
    typed = f'"{known.text}"' if known.text else "…"
    hint = f"tăng so_le của chỉ tiêu, hoặc ghi {{gia_tri: {typed}, cho_lam_tron: có}} để in {as_printed}"
    if known.text.count(",") == 1 and digits == 3:
        hint += f"; nếu dấu phẩy ấy ngăn hàng nghìn thì bỏ đi: {known.text.replace(',', '')}"
    wanted.refuse("SL05", message, known.place, hint)


def _in_unit(wanted: Wanted, value: Fraction, entry: FigureEntry) -> Fraction | None:
    """The value in the indicator's unit, from the unit it was typed in."""
    if not entry.source_unit:
        return value
    have, want = measure(entry.source_unit), measure(wanted.indicator.unit)
    if have.dims != want.dims:
        message = f"không đổi được «{entry.source_unit}» ra «{wanted.indicator.unit}»"
        wanted.refuse("SL09", message, entry.at("source_unit"), "xem lại don_vi_nguon và don_vi_tinh")
        return None
    return value * have.factor / want.factor


def _zeros_more(source_unit: str, unit: str) -> int:
    """How many more decimals the source unit takes: three for tỷ đồng read into triệu đồng."""
    if not source_unit:
        return 0
    ratio = measure(source_unit).factor / measure(unit).factor
    return len(str(ratio.numerator)) - 1 if ratio > 1 and ratio.denominator == 1 else 0

"""From ``so_lieu:`` and the declared indicators to ``Figures``: everything wrong is found in one pass.

Nothing is guessed: a lone dot is a thousands dot only in a whole-number figure; more decimals than declared are refused
(printing would drop them without a word) unless ``cho_lam_tron: có``. A number worked out by the spreadsheet itself is
rounded like a formula of ours: nobody typed its tail.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from collections.abc import Mapping as Map
from decimal import Decimal
from fractions import Fraction

from reportgen.diagnostics import NOWHERE, Finding, Place, error, warning
from reportgen.fields import complain, read_record, under
from reportgen.figures.derive import LARGEST, derive
from reportgen.figures.model import UNREAD, CellValue, Figure, Figures, Indicator, unknown_figure
from reportgen.figures.quantity import rounded_as_said
from reportgen.figures.typed import FigureEntry, Written, read_written
from reportgen.figures.units import measure
from reportgen.noun import noun
from reportgen.vietnamese.numbers import NumberError, format_number
from reportgen.vietnamese.refusal import quoted
from reportgen.yamltext import Mapping, Node, Scalar, is_blank

ReadCell = Callable[[str, Place, list[Finding]], CellValue | None]
"""(reference as typed, where it is typed, sink) → the cell, or None after a finding."""


def read_figures(
    node: Node | None,
    indicators: Map[str, Indicator],
    sink: list[Finding],
    *,
    read_cell: ReadCell | None = None,
    sheet: Map[str, CellValue | None] | None = None,
    place: Place = NOWHERE,
) -> Figures:
    """All figures of a report, derived ones included.

    ``node`` is the value of ``so_lieu:`` (None or blank: nothing typed), ``sheet`` figures kept in a spreadsheet by key
    (None: its fault is reported already; ``UNREAD``: the whole sheet's is), ``read_cell`` fetches a ``nguon``, ``place``
    stands for a figure nobody typed. Faults go to ``sink``; the figures they concern are in ``Figures.faulty``.
    """
    entries = _entries(node, sink, place)
    cells = dict(sheet or {})
    for key, where in [
        *entries.key_places.items(),
        *((key, cell.place) for key, cell in cells.items() if cell),
    ]:
        if key not in indicators:
            sink.append(unknown_figure(key, indicators, where))
    given, absent, faulty = [], [], []
    for key, indicator in indicators.items():
        typed, cell = entries.entries.get(key), cells.get(key)
        where = entries.key_places.get(key) or (cell.place if cell else entries.place)
        wanted = _Wanted(key, indicator, where, sink)
        if (typed is None or is_blank(typed)) and (cell is None or cell.value == ""):
            if key in cells and cell is None:
                faulty.append(key)
            elif not indicator.formula:
                (faulty if _is_missed(wanted, sheet is UNREAD) else absent).append(key)
            continue
        figure = _figure(wanted, typed, cell, read_cell)
        if isinstance(figure, Figure):
            given.append(figure)
        else:
            (absent if figure is _Blank.CELL else faulty).append(key)
    return derive(Figures(given, absent, faulty), indicators, sink)


class _Blank(enum.Enum):
    """Stands for an optional figure whose cell is empty."""

    CELL = "blank"


@noun
class _Wanted:
    """The figure being read, where it stands, and where its faults go."""

    key: str
    indicator: Indicator
    place: Place
    sink: list[Finding]

    @property
    def name(self) -> str:
        return f"«{self.indicator.label}» ({self.key})"

    def refuse(self, code: str, message: str, place: Place, hint: str = "", found: str = "") -> None:
        self.sink.append(error(code, f"{self.name}: {message}", place, hint=hint, found=found))


def _entries(node: Node | None, sink: list[Finding], place: Place) -> Mapping:
    if isinstance(node, Mapping):
        return node
    if node is not None and not is_blank(node):
        complain(
            sink,
            "SL08",
            "số liệu phải là một nhóm «mã chỉ tiêu: giá trị»",
            node.place,
            "Ví dụ: ho_ngheo: 26.140",
        )
    return Mapping({}, {}, node.place if node is not None else place)


def _is_missed(wanted: _Wanted, is_excused: bool) -> bool:
    """True for a required figure without a value; finding SL02 unless the sheet that may hold it could not be read."""
    if wanted.indicator.required and not is_excused:
        unit = f", đơn vị tính: {wanted.indicator.unit}" if wanted.indicator.unit else ""
        hint = f"ghi «{wanted.key}: …», hoặc khai «bat_buoc: không» nếu được để trống"
        wanted.sink.append(error("SL02", f"chưa có số liệu {wanted.name}{unit}", wanted.place, hint=hint))
    return wanted.indicator.required


def _figure(
    wanted: _Wanted, typed: Node | None, cell: CellValue | None, read_cell: ReadCell | None
) -> Figure | _Blank | None:
    """The figure from whichever place holds it; None after a finding."""
    if typed is None or is_blank(typed):
        return (
            _from_cell(wanted, cell, FigureEntry())
            if _may_be_given(wanted, FigureEntry(), cell.place)
            else None
        )
    if cell and cell.value != "":
        hint = "chỉ giữ một nơi, kẻo hai số khác nhau mà không ai biết"
        wanted.refuse("SL03", f"vừa gõ ở đây vừa có trong bảng tính ({cell.place})", typed.place, hint)
        return None
    entry = _entry(wanted, typed)
    if entry is None or not _may_be_given(wanted, entry, typed.place):
        return None
    if not entry.source:
        origin = "printed" if entry.printed else "typed"
        place = entry.at("printed" if entry.printed else "value")
        return _from_text(wanted, entry.printed or entry.value, entry, origin, place)
    if read_cell is None:
        wanted.refuse(
            "SL08", "ở đây không đọc được bảng tính", entry.at("source"), "ghi số liệu bằng gia_tri"
        )
        return None
    found = read_cell(entry.source, entry.at("source"), wanted.sink)
    return _from_cell(wanted, found, entry) if found else None


def _entry(wanted: _Wanted, typed: Node) -> FigureEntry | None:
    """The typed value as an entry; the short form is an entry with nothing but a value."""
    if isinstance(typed, Scalar):
        return FigureEntry(value=typed.text, place=typed.place)
    inner = under(wanted.sink, wanted.name)
    entry = read_record(FigureEntry, typed, inner)
    wanted.sink.extend(inner)
    if entry is None:
        return None
    ways = [
        key
        for key, text in (
            ("gia_tri", entry.value),
            ("nguon", entry.source),
            ("in_tren_van_ban", entry.printed),
        )
        if text
    ]
    if len(ways) != 1:
        given = "có cả " + " và ".join(ways) if ways else "chưa có giá trị"
        wanted.refuse("SL08", given, typed.place, "ghi đúng một trong: gia_tri, nguon, in_tren_van_ban")
        return None
    return entry


def _may_be_given(wanted: _Wanted, entry: FigureEntry, place: Place) -> bool:
    """Whether this way of giving a value suits a typed, or a derived, figure (SL07)."""
    if wanted.indicator.formula and not entry.printed:
        hint = "bỏ số liệu này; nếu muốn đối chiếu với văn bản gốc, ghi {in_tren_van_ban: …}"
        wanted.refuse(
            "SL07",
            f"chỉ tiêu này tính theo công thức «{wanted.indicator.formula}», không gõ số liệu",
            place,
            hint,
        )
        return False
    if entry.printed and not wanted.indicator.formula:
        wanted.refuse("SL07", "«in_tren_van_ban» chỉ dùng cho chỉ tiêu có công thức", place, "dùng gia_tri")
        return False
    return True


def _from_text(wanted: _Wanted, text: str, entry: FigureEntry, origin: str, place: Place) -> Figure | None:
    indicator = wanted.indicator
    whole = indicator.decimals == 0 and not entry.may_round and not entry.source_unit
    try:
        written = read_written(text, indicator, whole=whole, unit=entry.source_unit or None)
    except NumberError as fault:
        wanted.refuse("SL04", fault.message, place, fault.hint, text[:60])
        return None
    return _finished(wanted, written, entry, CellValue(written.value, place), origin)


def _from_cell(wanted: _Wanted, cell: CellValue, entry: FigureEntry) -> Figure | _Blank | None:
    if isinstance(cell.value, str):
        if not cell.value.strip():
            if not wanted.indicator.required:
                return _Blank.CELL
            wanted.refuse("SL02", "ô để trống", cell.place, "điền số liệu vào ô này rồi lưu bảng tính")
            return None
        return _from_text(wanted, cell.value, entry, "sheet", cell.place)
    unit = entry.source_unit or wanted.indicator.unit
    if cell.percent and not unit.startswith("%"):
        shown = format_number(cell.value)
        hint = 'sửa định dạng của ô, hoặc khai don_vi_tinh: "%"'
        wanted.refuse("SL09", f"ô hiện {shown}%, nhưng đơn vị tính khai là «{unit}»", cell.place, hint)
        return None
    if unit.startswith("%") and not cell.percent and 0 < abs(cell.value) < 1:
        message = f"{wanted.name}: ô chứa {format_number(cell.value)} và không có định dạng phần trăm, được hiểu là {format_number(cell.value)}%"
        wanted.sink.append(
            warning("SL09", message, cell.place, hint="nếu là tỷ lệ, đặt định dạng phần trăm cho ô")
        )
    return _finished(wanted, Written(cell.value), entry, cell, "sheet")


def _finished(
    wanted: _Wanted, written: Written, entry: FigureEntry, cell: CellValue, origin: str
) -> Figure | None:
    """The figure, brought to its unit and decimals; None after a finding."""
    indicator, place = wanted.indicator, cell.place
    exact = _in_unit(wanted, written.value, entry)
    if exact is None:
        return None
    if abs(exact) >= LARGEST:
        wanted.refuse(
            "SL06", f"số {quoted(str(written.value))} quá lớn", place, "xem lại con số và đơn vị tính"
        )
        return None
    word = entry.approximation or written.approximation or indicator.approximation
    value = rounded_as_said(exact, indicator.decimals, word)
    dropped = Fraction(value) != exact
    if dropped and not (entry.may_round or cell.computed):
        wanted.refuse(
            "SL05",
            f"{_plain(exact)} có nhiều chữ số lẻ hơn khai báo (so_le: {indicator.decimals})",
            place,
            f"tăng so_le của chỉ tiêu, hoặc ghi {{gia_tri: …, cho_lam_tron: có}} để in {format_number(value, indicator.decimals)}",
        )
        return None
    if cell.computed and not dropped:
        word = entry.approximation or written.approximation
    return Figure(
        wanted.key,
        value,
        indicator,
        place,
        word,
        origin,
        rounded=dropped,
        accepted=entry.accepted,
        note=entry.note or indicator.note,
    )


def _in_unit(wanted: _Wanted, value: Decimal, entry: FigureEntry) -> Fraction | None:
    """The value in the indicator's unit, from the unit it was typed in."""
    if not entry.source_unit:
        return Fraction(value)
    have, want = measure(entry.source_unit), measure(wanted.indicator.unit)
    if have.dims != want.dims:
        message = f"không đổi được «{entry.source_unit}» ra «{wanted.indicator.unit}»"
        wanted.refuse("SL09", message, entry.at("source_unit"), "xem lại don_vi_nguon và don_vi_tinh")
        return None
    return Fraction(value) * have.factor / want.factor


def _plain(x: Fraction) -> str:
    return format_number(Decimal(x.numerator) / Decimal(x.denominator))

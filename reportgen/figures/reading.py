"""From ``so_lieu:`` and the declared indicators to ``Figures``: everything wrong is found in one pass.

Here it is settled where each figure's value stands (typed, in a cell, worked out, printed on an original) and that it
stands in one place only; ``given`` reads the value.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as Map
from types import MappingProxyType

from reportgen.diagnostics import NOWHERE, Finding, Place, error
from reportgen.fields import complain, read_record, under
from reportgen.figures.derive import derive
from reportgen.figures.given import Blank, Known, Wanted, from_cell, from_text, made, printed
from reportgen.figures.model import UNREAD, CellValue, Figure, Figures, Indicator, unknown_figure
from reportgen.figures.typed import FigureEntry
from reportgen.yamltext import Mapping, Node, Scalar, is_blank

NOTHING: Map[str, Figure] = MappingProxyType({})
ReadCell = Callable[[str, Place, list[Finding]], CellValue | None]
"""(reference as typed, where it is typed, sink) → the cell, or None after a finding."""


def read_figures(
    node: Node | None,
    indicators: Map[str, Indicator],
    sink: list[Finding],
    *,
    read_cell: ReadCell | None = None,
    sheet: Map[str, CellValue | None] | None = None,
    elsewhere: Map[str, Figure] = NOTHING,
    place: Place = NOWHERE,
) -> Figures:
    """All figures of a report, derived ones included.

    ``node`` is the value of ``so_lieu:`` (None or blank: nothing typed), ``sheet`` figures kept in a spreadsheet by key
    (None: its fault is reported already; ``UNREAD``: the whole sheet's is), ``read_cell`` fetches a ``nguon``, ``elsewhere``
    holds the figures of other periods by key (who looked for them says what is missing), ``place`` stands for a figure
    nobody typed. Faults go to ``sink``; the figures they concern are in ``Figures.faulty``.
    """
    entries = _entries(node, sink, place)
    is_excused = sheet is UNREAD or (node is not None and node is not entries and not is_blank(node))
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
        wanted = Wanted(key, indicator, where, sink)
        if (typed is None or is_blank(typed)) and (cell is None or cell.value == ""):
            if key in cells and cell is None:
                faulty.append(key)
            elif indicator.is_quoted and key in elsewhere:
                given.append(elsewhere[key])
            elif indicator.is_quoted:
                (faulty if indicator.required else absent).append(key)
            elif not indicator.formula:
                (faulty if _is_missed(wanted, is_excused) else absent).append(key)
            continue
        figure = _figure(wanted, typed, cell, read_cell)
        if isinstance(figure, Figure):
            given.append(figure)
        else:
            (absent if figure is Blank.CELL else faulty).append(key)
    return derive(Figures(given, absent, faulty), indicators, sink)


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


def _is_missed(wanted: Wanted, is_excused: bool) -> bool:
    """True for a required figure without a value; finding SL02 unless the sheet that may hold it could not be read."""
    if wanted.indicator.required and not is_excused:
        unit = f", đơn vị tính: {wanted.indicator.unit}" if wanted.indicator.unit else ""
        hint = f"ghi «{wanted.key}: …», hoặc khai «bat_buoc: không» nếu được để trống"
        wanted.sink.append(error("SL02", f"chưa có số liệu {wanted.name}{unit}", wanted.place, hint=hint))
    return wanted.indicator.required


def _figure(
    wanted: Wanted, typed: Node | None, cell: CellValue | None, read_cell: ReadCell | None
) -> Figure | Blank | None:
    """The figure from whichever place holds it; None after a finding."""
    cell = cell if cell and cell.value != "" else None
    is_blank_here = typed is None or is_blank(typed)
    entry = FigureEntry(place=cell.place, authority=cell.authority) if is_blank_here else _entry(wanted, typed)
    if entry is None or not _may_be_given(wanted, entry, cell):
        return None
    if entry.nothing:
        return Blank.CELL
    if not (entry.value or entry.source or cell):
        return printed(wanted, None, entry)
    known = _known(wanted, entry, cell, read_cell)
    if not isinstance(known, Known):
        return known
    if entry.printed:
        return printed(wanted, known, entry)
    return made(wanted, known, entry, "typed" if entry.value else "sheet")


def _known(
    wanted: Wanted, entry: FigureEntry, cell: CellValue | None, read_cell: ReadCell | None
) -> Known | Blank | None:
    """The value the entry names, or the one the sheet of figures holds; None after a finding."""
    if entry.value:
        return from_text(wanted, entry.value, entry, entry.at("value"))
    if entry.source:
        if read_cell is None:
            place, hint = entry.at("source"), "ghi số liệu bằng gia_tri"
            wanted.refuse("SL08", "ở đây không đọc được bảng tính", place, hint)
            return None
        cell = read_cell(entry.source, entry.at("source"), wanted.sink)
    return from_cell(wanted, cell, entry) if cell else None


def _entry(wanted: Wanted, typed: Node) -> FigureEntry | None:
    """The typed value as an entry; the short form is an entry with nothing but a value."""
    if isinstance(typed, Scalar):
        return FigureEntry(value=typed.text, place=typed.place)
    inner = under(wanted.sink, wanted.name)
    entry = read_record(FigureEntry, typed, inner)
    wanted.sink.extend(inner)
    if entry is None:
        return None
    if entry.value and entry.source:
        hint = "ghi đúng một trong hai: gia_tri, nguon"
        wanted.refuse("SL08", "có cả gia_tri và nguon", typed.place, hint)
        return None
    if not (entry.value or entry.source or entry.printed or entry.nothing):
        hint = "ghi một trong: gia_tri, nguon, in_tren_van_ban"
        wanted.refuse("SL08", "chưa có giá trị", typed.place, hint)
        return None
    return entry


def _may_be_given(wanted: Wanted, entry: FigureEntry, cell: CellValue | None) -> bool:
    """Whether the figure's value stands in one place (SL03); a derived figure may have none but a printed one (SL07)."""
    if wanted.indicator.formula and (entry.value or entry.source or cell):
        hint = "bỏ số liệu này; nếu muốn đối chiếu với văn bản gốc, ghi {in_tren_van_ban: …}"
        message = f"chỉ tiêu này tính theo công thức «{wanted.indicator.formula}», không gõ số liệu"
        wanted.refuse("SL07", message, entry.place, hint)
        return False
    if cell and (entry.value or entry.source):
        hint = "chỉ giữ một nơi, kẻo hai số khác nhau mà không ai biết"
        wanted.refuse("SL03", f"vừa gõ ở đây vừa có trong bảng tính ({cell.place})", entry.place, hint)
        return False
    return _is_founded(wanted, entry)


def _is_founded(wanted: Wanted, entry: FigureEntry) -> bool:
    """Whether a figure of another period, given by hand, says which document has it, or why there is none (KY03)."""
    gives = entry.value or entry.source or entry.printed
    if entry.nothing and (gives or not wanted.indicator.is_quoted):
        hint = "khong_co chỉ dùng cho số của kỳ khác, và không đi cùng con số"
        wanted.refuse("SL08", "khong_co dùng sai chỗ", entry.at("nothing"), hint)
        return False
    if not wanted.indicator.is_quoted or entry.authority or entry.nothing:
        return True
    shown = entry.value or "…"
    hint = f"ghi {{gia_tri: {shown}, theo_van_ban: Báo cáo số … ngày …}}; hoặc bỏ dòng này để lấy từ báo cáo của kỳ đó"
    wanted.refuse("KY03", "số của kỳ khác gõ tay phải ghi lấy theo văn bản nào", entry.place, hint)
    return False

"""Where in a returned workbook the table is, whose it is, and for which period.

The table is known by its column titles, wherever the columns went and whatever the sheet is called. A hidden sheet counts
only if no visible one has the table. Unit and period are taken from the hidden sheet of a form and from the lines
«Đơn vị báo cáo: …», «Kỳ báo cáo: …» above the header; where two of them disagree the book is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reportgen.diagnostics import Finding, Place, error, warning
from reportgen.noun import noun
from reportgen.pattern import Pattern
from reportgen.returns.contradictions import check_columns
from reportgen.returns.identity import TITLE, Identity, read_identity
from reportgen.returns.layout import titled
from reportgen.returns.subject import Subject
from reportgen.returns.units import match_unit, nearest_unit, own_name
from reportgen.sources.grid import Book, Grid, Kind
from reportgen.sources.headers import DEEPEST, Header, Titles, find_header
from reportgen.vietnamese.periods import Period, PeriodError, read_period
from reportgen.vietnamese.refusal import quoted
from reportgen.vietnamese.text import fold, slug

_UNIT_LINE = Pattern(r"\s*(?:don vi bao cao|don vi gui|ten don vi|don vi lap bieu|don vi lap)\s*:?\s*")
_PERIOD_LINE = Pattern(r"\s*ky (?:bao cao|so lieu)\s*:?\s*")
_PERIOD_WORDS = Pattern(r"(?<!ngay )(?<!\d )\b((?:thang \d{1,2}|quy (?:[ivx]+|\d)|[69] thang(?: dau| cuoi)?)(?:\s*/\s*| nam )\d{4}|nam \d{4})\b")
LONGEST_TITLE = 160


@noun
class Located:
    """The table in a book: its sheet, its header; ``unit``: whose book it is by what it says, '' if it does not say."""

    grid: Grid
    header: Header
    unit: str = ""
    by_file_name: bool = False


def locate_table(book: Book, subject: Subject, sink: list[Finding]) -> Located | None:
    """The table of ``subject`` in a returned workbook; None after findings (TH07–TH11, TH28–TH30, BT16, BT17)."""
    identity = read_identity(book) or Identity()
    before = len(sink)
    _check_identity(book, identity, subject, sink)
    if len(sink) > before:
        return None
    found = _sheet(book, subject, sink)
    if found is None:
        _say_period(book, subject, sink)
        return None
    grid, header = found
    unit = _unit(book, grid, header, identity, subject, sink)
    _check_period(grid, header, identity, subject, sink)
    check_columns(grid, header, subject, sink)
    if any(finding.blocks for finding in sink[before:]):
        return None
    if identity.digest and identity.digest != subject.digest:
        hint = "số vẫn được đọc theo tiêu đề cột; nên gửi lại biểu mẫu mới cho đơn vị"
        sink.append(warning("TH24", "biểu mẫu theo khai báo cũ của bảng", Place(book.file), hint=hint))
    if unit or len(subject.due) == 0:
        return Located(grid, header, unit)
    named = unit_of_file(book.file, subject)
    return Located(grid, header, named, bool(named))


def headers_of(subject: Subject) -> tuple[dict[str, str], frozenset[str]]:
    """The titles to look for, by column, and the columns that may be missing."""
    wanted = {key: " > ".join(c.path) for key, c in subject.table.columns.items() if c.kind != "so_thu_tu"}
    optional = {key for key in wanted if key in subject.formulas or not subject.table.columns[key].required}
    return wanted, frozenset(optional)


def header_in(grid: Grid, subject: Subject, sink: list[Finding]) -> Header | None:
    """The header of the table in a sheet, with the optional columns it has; None after findings."""
    titles, optional = headers_of(subject)
    place, known = Place(grid.file), Titles(grid)
    titles |= _with_units(known, subject)
    wanted = {key: title for key, title in titles.items() if key not in optional}
    if find_header(grid, wanted, place, [], known) is not None:
        for key in (key for key in titles if key in optional):
            tried: list[Finding] = []
            if find_header(grid, {**wanted, key: titles[key]}, place, tried, known):
                wanted[key] = titles[key]
            sink.extend(finding for finding in tried if finding.code == "BT17")
    return find_header(grid, {key: titles[key] for key in titles if key in wanted}, place, sink, known)


def _with_units(known: Titles, subject: Subject) -> dict[str, str]:
    """The columns whose title in the sheet has its unit behind it, as our forms print it: «Kinh phí (triệu đồng)»."""
    there = {folded for row in range(1, min(known.grid.rows, DEEPEST) + 1) for _, _, folded in known.titles(row)}
    columns = subject.table.columns.items()
    return {
        key: " > ".join((*column.groups, titled(column)))
        for key, column in columns
        if titled(column) != column.title and fold(titled(column)) in there
    }


def _sheet(book: Book, subject: Subject, sink: list[Finding]) -> tuple[Grid, Header] | None:
    """The one sheet that has the table; the findings of the likeliest sheet if none has it."""
    grids = [grid for grid in book.grids if grid.name != TITLE]
    failures: list[list[Finding]] = []
    for hidden in (False, True):
        found = []
        for grid in (grid for grid in grids if grid.hidden is hidden):
            tried: list[Finding] = []
            header = header_in(grid, subject, tried)
            if header:
                found.append((grid, header))
            elif grid.cells:
                failures.append(tried)
        filled = [pair for pair in found if _has_numbers(*pair, subject)] if len(found) > 1 else found
        if len(filled) > 1 or (len(found) > 1 and not filled):
            names = ", ".join(quoted(grid.name) for grid, _ in filled or found)
            hint = "xóa trang không dùng, hoặc ẩn trang đó đi, rồi gửi lại"
            sink.append(error("TH08", f"nhiều trang tính có bảng này: {names}, chưa rõ lấy trang nào", Place(book.file), hint=hint))
            return None
        if filled:
            return filled[0]
    if not failures:
        sink.append(error("TH06", "bảng tính không có số liệu nào", Place(book.file), hint="xin đơn vị gửi lại tệp"))
    else:
        sink.extend(min(failures, key=lambda tried: (any("dòng tiêu đề có" in f.message for f in tried), len(tried))))
    return None


def _has_numbers(grid: Grid, header: Header, subject: Subject) -> bool:
    columns = [column for key, column in header.columns.items() if key in subject.table.numbers]
    return any(
        grid.at(row, column).kind in (Kind.NUMBER, Kind.TEXT) and re.search(r"\d", str(grid.at(row, column).value))
        for row in range(header.row + 2, grid.rows + 1)
        for column in columns
    )


def _check_identity(book: Book, identity: Identity, subject: Subject, sink: list[Finding]) -> None:
    place = Place(book.file)
    if identity.table_key and (identity.type_key, identity.table_key) != (subject.type_key, subject.table_key):
        message = f"đây là biểu «{identity.table_key}» của loại «{identity.type_key}», không phải biểu đang tổng hợp"
        sink.append(error("TH07", message, place, hint="chuyển tệp sang thư mục khác; xin đơn vị gửi đúng biểu"))
    if identity.period and not _is_same(identity.period, subject.period):
        sink.append(_wrong_period(identity.period, subject, place))


def _check_period(grid: Grid, header: Header, identity: Identity, subject: Subject, sink: list[Finding]) -> None:
    """What the lines above the header say of the period; without such a line, what the title says."""
    said = _line(grid, header.row, _PERIOD_LINE)
    if said:
        text, place = said
        if not _is_same(text, subject.period):
            sink.append(_wrong_period(text, subject, place))
        return
    if identity.period:
        return
    mentions = list(_mentions(grid, header.row))
    same_kind = [(period, place) for period, place in mentions if period.kind == subject.period.kind]
    if any(period == subject.period for period, _ in same_kind):
        return
    if same_kind:
        sink.append(_wrong_period(str(same_kind[0][0]), subject, same_kind[0][1]))
    elif mentions:
        period, place = mentions[0]
        hint = "mở tệp xem số có phải của cả kỳ không; xin đơn vị ghi dòng «Kỳ báo cáo: …»"
        sink.append(warning("TH11", f"phần đầu biểu chỉ nói đến {period}, đang tổng hợp {subject.period}", place, found=str(period), hint=hint))
    elif not any(str(subject.period.year) in title for title in headers_of(subject)[0].values()):
        hint = "mở tệp xem có phải biểu của kỳ này không; lần sau gửi biểu mẫu cho đơn vị điền"
        sink.append(warning("TH30", "trong biểu không ghi kỳ báo cáo nào", grid.place(header.row, 1), hint=hint))


def _mentions(grid: Grid, last: int) -> Iterator[tuple[Period, Place]]:
    """The periods named above row ``last``; «tính đến tháng 12/2019» says a day, not a period."""
    for text, place in _texts(grid, last):
        folded = fold(text)
        for match in _PERIOD_WORDS.finditer(folded):
            period = _period(match[1])
            if period and not folded[: match.start()].endswith(("den ", "het ", "cuoi ")):
                yield period, place


def _say_period(book: Book, subject: Subject, sink: list[Finding]) -> None:
    """Where the titles do not fit because the year in them is another, say that instead."""
    for grid in book.grids:
        said = _line(grid, min(grid.rows, 30), _PERIOD_LINE) if not grid.hidden else None
        if said and not _is_same(said[0], subject.period):
            sink[:] = [finding for finding in sink if finding.code not in ("BT16", "BT17")]
            sink.append(_wrong_period(said[0], subject, said[1]))
            return


def _unit(
    book: Book, grid: Grid, header: Header, identity: Identity, subject: Subject, sink: list[Finding]
) -> str:
    """Whose book it is by its hidden sheet and its heading; '' if neither says."""
    known = subject.units.units
    if identity.unit and identity.unit not in known:
        hint = f"khai đơn vị này ở data/don-vi; {nearest_unit(identity.unit, known)}".rstrip("; ")
        sink.append(error("TH09", f"biểu mẫu của đơn vị «{identity.unit}» không có trong danh sách", Place(book.file), hint=hint))
        return ""
    said = _line(grid, header.row, _UNIT_LINE)
    if not said or not said[0].strip(" .…_"):
        return identity.unit
    match = match_unit(said[0], known)
    if match is None:
        if not identity.unit:
            sink.append(error("TH09", f"không có đơn vị {quoted(said[0])} trong danh sách", said[1], hint=nearest_unit(said[0], known)))
        return identity.unit
    if identity.unit and match.key != identity.unit:
        message = f"biểu mẫu được cấp cho {known[identity.unit].name}, nhưng ghi đơn vị báo cáo là {known[match.key].name}"
        hint = "mỗi đơn vị phải dùng biểu mẫu của mình; hỏi lại đơn vị gửi"
        sink.append(error("TH10", message, said[1], found=said[0], hint=hint))
    return match.key


def unit_said(book: Book, subject: Subject) -> str:
    """Whose a book is that could not be used, as far as it says: for naming who is to be asked, never for figures."""
    identity = read_identity(book) or Identity()
    lines = (_line(grid, min(grid.rows, 30), _UNIT_LINE) for grid in book.grids if not grid.hidden)
    match = next((match_unit(said[0], subject.units.units) for said in lines if said), None)
    if match:
        return match.key
    return identity.unit if identity.unit in subject.units.units else ""


def unit_of_file(file: str, subject: Subject) -> str:
    """The one unit whose form this is by its file's name, or whose name stands in it; '' if none or several.

    «cam-thanh» may be Cam Thanh or Cam Thành, and says nothing; in «cam-thanh-tay» only the longer name counts.
    """
    stem = slug(file.rpartition("/")[2].rpartition(".")[0])
    ours = f"{slug(subject.name)}-"
    if stem.startswith(ours) and (key := stem.removeprefix(ours).replace("-", "_")) in subject.due:
        return key
    names = _slugs(tuple((key, unit.name, own_name(unit.name)) for key, unit in subject.due.items()))
    found = [(key, name) for key, name in names if name in f"-{stem}-"]
    whole = {key for key, name in found if not any(name != longer and name in longer for _, longer in found)}
    return whole.pop() if len(whole) == 1 else ""


@lru_cache(maxsize=4)
def _slugs(names: tuple[tuple[str, ...], ...]) -> list[tuple[str, str]]:
    return [(known[0], f"-{slug(name.replace('_', ' '))}-") for known in names for name in known]


def _line(grid: Grid, last: int, opening: Pattern) -> tuple[str, Place] | None:
    """What follows an opening like «Kỳ báo cáo:» in a line above row ``last``, in its cell or the next one."""
    for row in range(1, last):
        for column in range(1, grid.columns + 1):
            cell = grid.at(row, column)
            if cell.kind is not Kind.TEXT or not (match := opening.match(fold(cell.value))):
                continue
            rest = cell.value[match.end() :] if len(fold(cell.value)) == len(cell.value) else fold(cell.value)[match.end() :]
            if not rest.strip():
                after = (grid.at(row, c) for c in range(column + 1, grid.columns + 1))
                rest = next((str(c.value) for c in after if c.kind in (Kind.TEXT, Kind.NUMBER) and c.place != cell.place), "")
            if rest.strip():
                return rest.strip(" .;"), cell.place
    return None


def _texts(grid: Grid, last: int) -> list[tuple[str, Place]]:
    cells = (grid.at(row, column) for row in range(1, last) for column in range(1, grid.columns + 1))
    return [(c.value, c.place) for c in cells if c.kind is Kind.TEXT and len(c.value) <= LONGEST_TITLE]


def _period(text: str) -> Period | None:
    try:
        return read_period(text)
    except PeriodError:
        return None


def _is_same(text: str, period: Period) -> bool:
    return _period(text) == period


def _wrong_period(text: str, subject: Subject, place: Place) -> Finding:
    hint = "xin đơn vị gửi biểu đúng kỳ; nếu chỉ ghi nhầm kỳ thì đơn vị sửa rồi gửi lại"
    return error("TH11", f"biểu của {text}, đang tổng hợp {subject.period}", place, found=text, expected=str(subject.period), hint=hint)

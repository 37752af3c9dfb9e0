"""One unit's workbook in which the figures stand one below the other: a name and a value in every row.

    Chỉ tiêu            | Đơn vị tính | Giá trị
    Tên xã              |             | xã Cam An
    Tổng số hộ          | hộ          | 1.779

It is read as a row of a table turned round: what is a column there is a row here, so everything behind it (messages with
the cell, ``--where``, the mark of a document) is the same. A name is a key or a name of the type, like a header.
A value merged over several rows belongs to the first of them; words belong to all.
"""

from __future__ import annotations

from pathlib import Path

from reportgen.batch.books_held import held_book
from reportgen.batch.columns import said_headers
from reportgen.batch.nouns import COMPUTED, FIGURE, WORD, Columns, Row, Target, Value, short
from reportgen.batch.plan import Plan
from reportgen.batch.quotes import without_quotes
from reportgen.diagnostics import Finding, Place, Severity, error, warning
from reportgen.returns.cells import own_cell
from reportgen.sources.books import grid_of
from reportgen.sources.cells import warn_hidden
from reportgen.sources.grid import Grid, Kind
from reportgen.sources.headers import Header, find_header
from reportgen.vietnamese.refusal import quoted
from reportgen.vietnamese.text import fold, nearest


def upright_row(plan: Plan, book: Path, targets: list[Target], sink: list[Finding]) -> tuple[Columns, Row] | None:
    """The workbook as one row; None after findings. DataError if it cannot be read."""
    shown, wanted = plan.project.shown(book), plan.base.upright
    grid = grid_of(held_book(book, shown), plan.base.sheet, plan.base.at("sheet") if plan.base.sheet else Place(shown))
    header = find_header(grid, {"name": wanted.name_header, "value": wanted.value_header}, wanted.place, sink)
    if header is None:
        return None
    before = len(sink)
    names = _names(grid, header)
    claims = _claims(names, targets, said_headers(plan.base, targets, plan.dates, sink), grid, header, sink)
    _tell_missing(plan, names, targets, claims, grid.place(header.row, header.columns["name"]), sink)
    _tell_unused(plan, names, targets, claims, grid, header, sink)
    if any(finding.blocks for finding in sink[before:]):
        return None
    found = tuple((t, claims[t.key]) for t in targets if t.key in claims and t.kind != COMPUTED)
    column = header.columns["value"]
    _tell_hidden(grid, [row for _, row in found], column, sink)
    blank = tuple(target.key for target in targets if target.quoted and target.key not in claims)
    columns = Columns(shown, grid.name, header.row, found, is_text=bool(grid.lines), blank=blank, upright=True)
    return columns, Row(column, tuple(_value(grid, row, column, target) for target, row in found))


def _value(grid: Grid, row: int, column: int, target: Target) -> Value:
    """What a row says: a number that is spread from the row above is nobody's but that row's."""
    own, cell = own_cell(grid, row, column), grid.at(row, column)
    return short(cell if target.kind == WORD and cell.kind is Kind.TEXT else own)


def _names(grid: Grid, header: Header) -> dict[int, str]:
    """The names below the header, by row."""
    texts = {row: grid.at(row, header.columns["name"]) for row in range(header.row + 1, grid.rows + 1)}
    return {row: " ".join(str(cell.value).split()) for row, cell in texts.items() if cell.kind is Kind.TEXT and str(cell.value).strip()}


def _claims(
    names: dict[int, str], targets: list[Target], said: dict[str, str], grid: Grid, header: Header, sink: list[Finding]
) -> dict[str, int]:
    """Target key → its row; LO11 for a name that stands twice."""
    folded: dict[str, list[int]] = {}
    for row, name in names.items():
        folded.setdefault(fold(name), []).append(row)
    claims: dict[str, int] = {}
    owners: dict[int, str] = {}
    for target in targets:
        ways = [said[target.key]] if target.key in said else [target.key, target.label, *target.also]
        rows = next(filter(None, (folded.get(fold(" ".join(way.split()))) for way in ways)), [])
        if rows:
            claims[target.key] = rows[0]
        if rows and owners.setdefault(rows[0], target.key) != target.key:
            message = f"«{owners[rows[0]]}» và «{target.key}» cùng lấy một dòng"
            sink.append(error("LO11", message, grid.place(rows[0], header.columns["name"]), hint="ghi mã ở cột tên, hoặc ghi rõ ở mục cot"))
        if len(rows) > 1:
            where = ", ".join(str(row) for row in rows)
            hint = "chỉ giữ một dòng cho mỗi chỉ tiêu"
            sink.append(error("LO11", f"«{target.label}» có ở nhiều dòng: {where}", grid.place(rows[1], header.columns["name"]), hint=hint))
    return claims


def _tell_missing(
    plan: Plan, names: dict[int, str], targets: list[Target], claims: dict[str, int], place: Place, sink: list[Finding]
) -> None:
    lacking = [target for target in targets if target.required and target.key not in claims]
    quotes = [target for target in lacking if target.quoted]
    if quotes:
        sink.append(without_quotes(quotes, place))
    for target in lacking:
        if target.quoted:
            continue
        close = nearest(target.label, [name for row, name in names.items() if row not in claims.values()])
        hint = f"có phải dòng «{close}»? Nếu phải, ghi ở mục cot: {target.key}: {close}" if close else ""
        hint = hint or f"thêm dòng «{target.label}», hoặc ghi một lần cho mọi văn bản ở {plan.base.place.file or 'tệp chung'}"
        sink.append(error("LO13", f"không thấy dòng cho «{target.label}» ({target.key})", place, hint=hint))


def _tell_unused(
    plan: Plan, names: dict[int, str], targets: list[Target], claims: dict[str, int], grid: Grid, header: Header, sink: list[Finding]
) -> None:
    """LO12 for every row with a value that is not taken: of another name, of a figure worked out, of no name."""
    column = header.columns["value"]
    computed = {target.key for target in targets if target.kind == COMPUTED}
    used = {row: key for key, row in claims.items()}
    free = {target.label for target in targets if target.key not in claims and target.kind == FIGURE}
    ignored = {fold(" ".join(text.split())) for text in plan.base.ignored}
    for row in range(header.row + 1, grid.rows + 1):
        cell, name = own_cell(grid, row, column), names.get(row, "")
        if cell.kind is Kind.BLANK or (row in used and used[row] not in computed) or fold(name) in ignored:
            continue
        if row in used:
            message = f"dòng «{name}» không được lấy: {used[row]} tính theo công thức"
            sink.append(Finding("LO12", Severity.INFO, message, grid.place(row, column)))
        elif name or cell.kind is Kind.NUMBER:
            close = nearest(name, free) if name else None
            hint = f"có phải «{close}»? " if close else ""
            hint += f"Nếu không dùng, ghi ở {plan.base.place.file or 'tệp chung'}: bo_qua_cot: [{name}]" if name else "ghi tên chỉ tiêu ở dòng này"
            what = f"dòng {quoted(name)} không được dùng" if name else "dòng có số mà không có tên chỉ tiêu nên không được dùng"
            sink.append(warning("LO12", what, grid.place(row, column), found=name, hint=hint))


def _tell_hidden(grid: Grid, rows: list[int], column: int, sink: list[Finding]) -> None:
    """BT14 for what is taken from where nobody sees it: the sheet or the column once, hidden rows one by one."""
    told: dict[str, Finding] = {}
    for row in rows:
        found: list[Finding] = []
        warn_hidden(grid, row, column, found)
        for finding in found:
            told.setdefault(finding.message, finding)
    sink.extend(told.values())

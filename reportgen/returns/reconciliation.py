"""The reconciliation workbook (đối chiếu): how it stands, what is left to do unit by unit, then every place in lists.

It is read by people who know Excel and not this program: the first page says in one sentence whether the table is whole, the
second what to do; the lists behind them have filters, and name every place as book!sheet!cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.diagnostics import Finding
from reportgen.returns.agenda import AGAIN, ASK, LOOK, MISSING, NO_UNIT, PART, SEE, STRAY, Duty, agenda, by_urgency
from reportgen.returns.rolling import Rolled
from reportgen.sheets import Column, Sheet
from reportgen.sheets.nouns import Look, Page, Value
from reportgen.sheets.pages import write_pages
from reportgen.sheets.plain import HEAD, LONG, NUMBERS, plain_page, text_height
from reportgen.vietnamese.text import sentence_case, upper

_PLACE = Column("Chỗ (tệp!trang!ô)", 36, "long")
_UNIT = Column("Đơn vị", 22, "long")
_WHY = Column("Vì sao", 56, "long")
_HINT = Column("Cách xử lý", 44, "long")
_SAID = Column("Ghi trong biểu", 18, "long")
_CODE = Column("Mã", 8)
_DUTIES = (
    _UNIT, Column("Tình trạng", 14, "long"), Column("Việc cần làm", 34, "long"), Column("Lời gửi đơn vị (chép để gửi)", 62, "long"),
    Column("Không nhận", 8, "number"), Column("Đã sửa", 8, "number"), Column("Cần xem", 8, "number"), Column("Tệp", 26, "long"),
)  # fmt: skip
RED, YELLOW, GREEN = "F8D7DA", "FFF3CD", "DFF0D8"
TITLE = Look(14, bold=True, wrap=True)
LINE = Look(12, wrap=True)
VERDICT = {fill: Look(13, bold=True, wrap=True, fill=fill, border=True) for fill in (GREEN, YELLOW, RED)}
GUIDE = (
    ("Việc cần làm", "mỗi đơn vị một dòng, việc gấp ở trên; có sẵn lời để chép gửi đơn vị"),
    ("Còn thiếu", "đơn vị chưa gửi biểu"),
    ("Không nhận", "chỗ số không được lấy vào bảng, vì sao, cách xử lý"),
    ("Đã sửa", "ô được lấy khác chữ ghi trong biểu: trước, sau, vì sao"),
    ("Cần xem lại", "số đã lấy nhưng có điều lạ, nên hỏi lại; điều đáng ngờ nhất ở trên"),
    ("Nguồn", "dòng nào lấy từ tệp nào"),
)


def reconciliation_book(rolled: Rolled) -> bytes:
    """The .xlsx of all lists; empty lists stay, so that one sees that they are empty. Same result, same bytes."""
    found = (_UNIT, _PLACE, _WHY, _SAID, _HINT, _CODE)
    doubtful = _graver(rolled)
    lists = [
        Sheet("Còn thiếu", (_UNIT, Column("Mã đơn vị", 20), _HINT), _missing(rolled)),
        Sheet("Không nhận", found, _findings(rolled, _in_order_of_units(rolled))),
        Sheet("Đã sửa", (_UNIT, _PLACE, Column("Trước", 24, "long"), Column("Sau", 16), _WHY), _repairs(rolled)),
        Sheet("Cần xem lại", found, _findings(rolled, doubtful)),
        Sheet("Nguồn", (Column("Tệp", 40, "long"), _UNIT, Column("Ô tên đơn vị", 40, "long"), Column("Kết quả", 14)), _sources(rolled)),
    ]
    return write_pages([_summary_page(rolled), _duty_page(agenda(rolled)), *map(plain_page, lists)])


def summary(rolled: Rolled) -> list[tuple[str, int, str]]:
    """The counts: what, how many, a word to it. The three states of units add up to those due, as in «Việc cần làm»."""
    total = _of_total(rolled)
    state = "đủ" if rolled.is_whole or rolled.is_complete else f"chưa đủ; {total}" if total else "chưa đủ"
    return [
        ("Đơn vị phải gửi", len(rolled.subject.due), f"{rolled.subject.units.label}, {rolled.subject.period}"),
        ("Tệp đã đọc", len(rolled.books), ""),
        ("Đơn vị đã tổng hợp", len(rolled.rows), state),
        ("Đơn vị chưa gửi", len(rolled.missing), _names(rolled, rolled.missing)),
        ("Đơn vị có biểu nhưng không nhận được", len(rolled.kept_out), _names(rolled, rolled.kept_out)),
        ("Chỗ không nhận", len(rolled.refused), "xem trang Không nhận"),
        ("Ô đã sửa", len(rolled.repairs), "xem trang Đã sửa"),
        ("Chỗ cần xem lại", len(rolled.doubtful), "xem trang Cần xem lại"),
    ]


def verdict(rolled: Rolled) -> str:
    """In one sentence, whether the table is whole, and what of the folder is not in it."""
    done = f"đã tổng hợp {len(rolled.rows)}/{len(rolled.subject.due)} đơn vị"
    if rolled.is_complete:
        return f"ĐỦ: {done}, không có chỗ nào bị từ chối."
    if rolled.is_whole:
        there = f", {_of_total(rolled)}" if rolled.subject.table.total else ""
        return f"ĐỦ ĐƠN VỊ: {done}{there}; còn {len(rolled.refused)} chỗ không nhận, không có trong bảng: xem trang «Việc cần làm»."
    missing, again = len(rolled.missing), len(rolled.kept_out)
    parts = [f"{missing} đơn vị chưa gửi" if missing else "", f"{again} đơn vị phải gửi lại" if again else ""]
    total = f" {sentence_case(_of_total(rolled))}." if rolled.subject.table.total else ""
    return f"CHƯA ĐỦ: {done}; {', '.join(filter(None, parts)) or 'chưa có số nào'}.{total}"


def _of_total(rolled: Rolled) -> str:
    """What the table's total says; '' if it has none."""
    if not rolled.subject.table.total:
        return ""
    return "dòng tổng đã có" if rolled.is_whole else "dòng tổng của bảng để trống đến khi đủ"


def name_of(rolled: Rolled, unit: str) -> str:
    """A unit's name; '' if the unit is not known."""
    its = rolled.subject.units.units.get(unit)
    return its.name if its else ""


def _summary_page(rolled: Rolled) -> Page:
    columns = (44, 12, 70)
    heads = [[(text, HEAD) for text in ("Mục", "Số lượng", "Ghi chú")]]
    counts = [[(words, LONG), (count, NUMBERS[0]), (note or None, LONG)] for words, count, note in summary(rolled)]
    guide = [[(sheet, LONG), None, (words, LONG)] for sheet, words in GUIDE]
    colour = GREEN if rolled.is_complete else YELLOW if rolled.is_whole else RED
    title = f"ĐỐI CHIẾU BIỂU GỬI VỀ: {upper(rolled.subject.table.label)}"
    rows = [
        [(title, TITLE)], [(f"Kỳ báo cáo: {rolled.subject.period.short}", LINE)], [(verdict(rolled), VERDICT[colour])], [],
        *heads, *counts, [], [("Các trang của tệp này", HEAD), None, ("Nội dung", HEAD)], *guide,
    ]  # fmt: skip
    wide = sum(columns)
    heights = {1: 20 * -(-len(title) * 4 // (3 * wide)), 3: 20 * -(-len(verdict(rolled)) * 5 // (4 * wide)) + 6}
    heights |= {number: tall for number, row in enumerate(rows, 1) if len(row) == 3 and (tall := text_height(row[2], columns[2]))}
    first = len(rows) - len(guide)
    merges = (*(f"A{row}:C{row}" for row in (1, 2, 3)), *(f"A{row}:B{row}" for row in range(first, len(rows) + 1)))
    return Page("Tóm tắt", rows, widths=dict(enumerate(columns, 1)), heights=heights, merges=merges, printed=True, landscape=True)


def _duty_page(duties: list[Duty]) -> Page:
    """The work left to do as a plain table, the state of each unit in its colour."""
    rows = ((d.name, d.state, d.action, d.message, d.refused or None, d.repaired or None, d.doubtful or None, d.files) for d in duties)
    fills = {MISSING: RED, AGAIN: RED, STRAY: RED, PART: YELLOW, ASK: YELLOW, LOOK: YELLOW, SEE: YELLOW}
    return plain_page(Sheet("Việc cần làm", _DUTIES, rows), lambda row: fills.get(str(row[1]), ""))


def _names(rolled: Rolled, units: tuple[str, ...]) -> str:
    return ", ".join(name_of(rolled, unit) for unit in units)


def _missing(rolled: Rolled) -> Iterator[tuple[str, str, str]]:
    for unit in rolled.missing:
        yield name_of(rolled, unit), unit, "nhắc đơn vị gửi biểu"


def _in_order_of_units(rolled: Rolled) -> list[tuple[str, Finding]]:
    """What was kept out, unit after unit as the table has them, what has no unit first: nobody misses it otherwise."""
    order = {unit: number for number, unit in enumerate(rolled.subject.units.units, 1)}
    return sorted(rolled.refused, key=lambda pair: order.get(pair[0], 0))


def _graver(rolled: Rolled) -> list[tuple[str, Finding]]:
    """The doubts, the gravest kinds first."""
    owner: dict[Finding, list[str]] = {}
    for unit, finding in rolled.doubtful:
        owner.setdefault(finding, []).append(unit)
    return [(unit, finding) for finding in by_urgency(owner) for unit in owner[finding]]


def _findings(rolled: Rolled, pairs: Iterable[tuple[str, Finding]]) -> Iterator[tuple[Value, ...]]:
    for unit, finding in pairs:
        yield name_of(rolled, unit) or NO_UNIT, str(finding.place), finding.message, finding.found, finding.hint, finding.code


def _repairs(rolled: Rolled) -> Iterator[tuple[str, ...]]:
    for repair in rolled.repairs:
        yield name_of(rolled, repair.unit), str(repair.place), repair.before or "(trống)", repair.after or "(trống)", repair.why


def _sources(rolled: Rolled) -> Iterator[tuple[str, ...]]:
    used = {row.place for row in rolled.rows.values()}
    for book in rolled.books:
        for row in book.rows:
            is_used = row.place in used or (row.unit not in rolled.subject.due and rolled.takes(row.unit))
            state = "đã lấy" if is_used else "không nhận" if row.row is None else "không dùng"
            yield book.file, name_of(rolled, row.unit), str(row.place), state
        if not book.rows:
            yield book.file, name_of(rolled, book.unit), "", "không nhận"

"""All workbooks of a folder to one table: who sent what, who is missing, what is kept out.

A unit's row counts once. Two workbooks of one unit that say the same are one; if they differ both are kept out, for which is
right is not ours to say. Units that were joined into another since may still send their own: where the new unit sent none
and all its parts did, their figures are added (exact, and said cell by cell); in any other case they are kept out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from reportgen.diagnostics import Finding, Place, error, in_order, warning
from reportgen.noun import field, noun, replace
from reportgen.returns.hands import read_books
from reportgen.returns.judging import alone
from reportgen.returns.nouns import BookRead, Repair, Returned, refusals
from reportgen.returns.opening import LOCKS, returned_files
from reportgen.returns.subject import Subject
from reportgen.returns.wording import in_plain_words
from reportgen.tables.content import TOTAL, Cell, Row
from reportgen.tables.sums import summed_row, way_of

MOST_COLUMNS = 4
"""Columns named where two workbooks of a unit differ."""


@noun
class Rolled:
    """What came of a folder. ``rows``: the good row of each unit that has one; ``missing``: units nothing was sent for.

    ``refused``: what is kept out, with the unit's key where it is known; ``doubtful``: taken, but to be looked at.
    """

    subject: Subject
    books: tuple[BookRead, ...]
    rows: Mapping[str, Returned]
    missing: tuple[str, ...]
    refused: tuple[tuple[str, Finding], ...]
    doubtful: tuple[tuple[str, Finding], ...]
    repairs: tuple[Repair, ...] = field(default=())

    @property
    def is_complete(self) -> bool:
        """True if every unit due has a good row and nothing was kept out."""
        return not self.missing and not self.refused and set(self.rows) >= set(self.subject.due)

    @property
    def is_whole(self) -> bool:
        """True if every unit due has a good row, whatever else was kept out: then the table has its total."""
        return bool(self.rows) and set(self.rows) >= set(self.subject.due)

    @property
    def kept_out(self) -> tuple[str, ...]:
        """The units due that something came from, and no row could be taken."""
        return tuple(unit for unit in self.subject.due if unit not in self.rows and unit not in self.missing)

    def takes(self, unit: str) -> bool:
        """True if the figures of a unit are in the table, by its own row or added to that of the unit it was joined into."""
        its = self.subject.units.units.get(unit)
        if unit in self.rows or its is None or unit in self.subject.due:
            return unit in self.rows
        return its.successor in self.rows and not any(row.unit == its.successor for book in self.books for row in book.rows)


def roll_up(
    folder: Path,
    subject: Subject,
    watch: Callable[[int, int], object] = lambda done, total: None,
    ours: frozenset[Path] = frozenset(),
    jobs: int = 1,
) -> Rolled:
    """Read every workbook of a folder but ``ours``; ``watch`` is told how many are read, of how many.

    Nothing is raised for what somebody sent; DataError TH05 for the folder itself. Same result whatever the ``jobs`` (0: as many as pay).
    """
    found = [(path, shown) for path, shown in returned_files(folder) if path not in ours]
    locks = [shown for path, shown in found if path.name.startswith(LOCKS)]
    files = [(path, shown) for path, shown in found if not path.name.startswith(LOCKS)]
    books = []
    for book in read_books(files, subject, jobs):
        books.append(book)
        watch(len(books), len(files))
    return combine(subject, books, locks)


def combine(subject: Subject, books: Iterable[BookRead], locks: Iterable[str] = ()) -> Rolled:
    """The rows of all books as one table, with what is to be said of each."""
    books = tuple(books)
    refused = [(book.unit, finding) for book in books for finding in refusals(book.findings)]
    doubtful = [(book.unit, finding) for book in books for finding in book.findings if not finding.blocks]
    doubtful += [("", _lock(shown)) for shown in locks]
    sent: dict[str, list[Returned]] = {}
    for row in (row for book in books for row in book.rows):
        sent.setdefault(row.unit, []).append(row)
    good: dict[str, Returned] = {}
    for unit, rows in sent.items():
        chosen = _one_of(unit, rows, subject, refused, doubtful)
        if chosen:
            good[unit] = chosen
    kept = {unit: good[unit] for unit in subject.due if unit in good}
    joined = _joined(subject, good, sent, refused)
    kept |= joined
    known = {unit for unit, _ in refused} | set(kept)
    missing = tuple(unit for unit in subject.due if unit not in known and unit not in sent)
    repairs = tuple(repair for unit in subject.due if unit in kept for repair in _told(kept[unit], subject))
    ordered = {unit: kept[unit] for unit in subject.due if unit in kept}
    return Rolled(subject, books, ordered, missing, _sorted(refused), _sorted(doubtful), repairs)


def _lock(shown: str) -> Finding:
    name = shown.rpartition("/")[2].removeprefix(LOCKS[0]).removeprefix(LOCKS[1]).rstrip("#")
    hint = "hỏi người đang mở đã lưu chưa; đóng tệp rồi tổng hợp lại"
    return warning("TH25", f"có tệp khóa của Excel hay LibreOffice: «{name}» đang mở ở máy nào đó, số có thể chưa lưu", Place(shown), hint=hint)


def _one_of(
    unit: str, rows: list[Returned], subject: Subject, refused: list[tuple[str, Finding]], doubtful: list[tuple[str, Finding]]
) -> Returned | None:
    """The row that stands for a unit; None, with findings, if there is none that may."""
    for row in rows:
        refused += [(unit, finding) for finding in refusals(row.findings)]
    whole = [row for row in rows if row.row is not None]
    if len(rows) > 1:
        places = ", ".join(str(row.place) for row in rows)
        name = subject.units.units[unit].name
        if len(whole) < len(rows) or any(not _says_the_same(whole[0], row) for row in whole[1:]):
            hint = "giữ một tệp đúng, chuyển các tệp kia ra khỏi thư mục rồi chạy lại"
            message = f"{name} có {len(rows)} biểu khác nhau: {places}{_differing(whole, subject)}"
            refused += [(unit, error("TH15", message, row.place, hint=hint)) for row in rows]
            return None
        hint = "lấy biểu đầu; nên bỏ bớt tệp trùng"
        doubtful.append((unit, warning("TH26", f"{name} có {len(rows)} biểu giống hệt nhau: {places}", whole[0].place, hint=hint)))
    if whole:
        doubtful += [(unit, finding) for finding in whole[0].findings if not finding.blocks]
    return whole[0] if whole else None


def _says_the_same(a: Returned, b: Returned) -> bool:
    keys = {*a.row.cells, *b.row.cells}
    return all(a.row.cell(key).printed == b.row.cell(key).printed for key in keys)


def _differing(rows: list[Returned], subject: Subject) -> str:
    """In which columns the rows of one unit differ: «; khác ở cột «Hộ nghèo» (120; 125)»; '' if fewer than two could be read."""
    if len(rows) < 2:
        return ""
    said = {key: [row.row.cell(key).printed for row in rows] for key in subject.table.columns}
    wrong = [f"«{subject.table.columns[key].title}» ({'; '.join(values)})" for key, values in said.items() if len(set(values)) > 1]
    more = f" và {len(wrong) - MOST_COLUMNS} cột khác" if len(wrong) > MOST_COLUMNS else ""
    return f"; khác ở cột {', '.join(wrong[:MOST_COLUMNS])}{more}" if wrong else ""


def _joined(
    subject: Subject, good: Mapping[str, Returned], sent: Mapping[str, list[Returned]], refused: list[tuple[str, Finding]]
) -> dict[str, Returned]:
    """Rows of new units made of those of their parts; every part that is not used is refused."""
    made: dict[str, Returned] = {}
    units, due = subject.units.units, subject.due
    parts_of: dict[str, list[str]] = {}
    for key, unit in units.items():
        if unit.successor in due and key not in due:
            parts_of.setdefault(unit.successor, []).append(key)
    for new in (new for new in due if new in parts_of):
        parts = parts_of[new]
        there = [key for key in parts if key in good]
        if len(there) == len(parts) and new not in sent and _can_be_added(subject):
            made[new] = _added(new, [good[key] for key in parts], subject)
    for key in (key for key in sent if key not in due):
        successor = units[key].successor
        if successor in made:
            continue
        for row in sent[key]:
            refused.append((successor if successor in due else key, _gone(key, row, subject)))
    return made


def _can_be_added(subject: Subject) -> bool:
    """True if every column that must have a number has one that follows from the parts'."""
    ways = {key: way_of(key, column, subject.formulas) for key, column in subject.table.numbers.items()}
    return all(way in ("cong", "cong_thuc") or not subject.table.columns[key].required for key, way in ways.items())


def _added(new: str, parts: list[Returned], subject: Subject) -> Returned:
    unit, place = subject.units.units[new], parts[0].place
    label = {subject.table.label_column: Cell(unit.label, place=place)}
    row = Row(TOTAL, unit.label, label, place, members=tuple(part.row for part in parts))
    row = replace(summed_row(row, alone(subject.table), subject.formulas, []), kind="dong", members=())
    names = " và ".join(subject.units.units[part.unit].name for part in parts)
    repairs = [repair for part in parts for repair in _told(part, subject)]
    for key in subject.table.numbers:
        figures = [(part.row.cell(key).printed, part.row.cell(key).place) for part in parts]
        before = " + ".join(f"{printed} ({at})" for printed, at in figures)
        how = "tính lại từ các cột đã cộng" if way_of(key, subject.table.columns[key], subject.formulas) == "cong_thuc" else "cộng"
        repairs.append(Repair(new, figures[0][1], before, row.cell(key).printed, f"{unit.name} nhập từ {names}: {how}"))
    return Returned(new, place, row, tuple(repairs))


def _gone(key: str, row: Returned, subject: Subject) -> Finding:
    unit, units = subject.units.units[key], subject.units.units
    if unit.valid_from and not unit.exists_on(subject.period.window(1).last_day) and not unit.valid_to:
        message, hint = f"{unit.name} chưa có trong {subject.period}", "xem lại kỳ báo cáo, và ngày thành lập của đơn vị ghi trong danh sách đơn vị"
    elif unit.successor:
        new = units[unit.successor].name
        message = f"{unit.name} đã nhập vào {new} nên không nhận biểu riêng trong {subject.period}"
        hint = f"xin một biểu chung của {new}; hoặc đủ biểu của mọi đơn vị cũ thì chương trình cộng lại"
    else:
        message, hint = f"{unit.name} không còn trong {subject.period}", "xem lại ngày cuối cùng còn đơn vị ghi trong danh sách đơn vị"
    return error("TH16", message, row.place, hint=hint)


def _told(row: Returned, subject: Subject) -> list[Repair]:
    """The repairs of a row, those of calculated cells with what was calculated."""
    by_place = {cell.place: cell.printed for key, cell in row.row.cells.items() if key in subject.formulas}
    return [repair if repair.after else replace(repair, after=by_place.get(repair.place, "")) for repair in row.repairs]


def _sorted(pairs: list[tuple[str, Finding]]) -> tuple[tuple[str, Finding], ...]:
    owner = {in_plain_words(finding): unit for unit, finding in reversed(pairs)}
    return tuple((owner[finding], finding) for finding in in_order(owner))

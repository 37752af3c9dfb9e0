"""The reconciliation workbook (đối chiếu): who is missing, what was kept out, what was repaired, what looks odd, what came from where."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.diagnostics import Finding
from reportgen.returns.rolling import Rolled
from reportgen.sheets import Column, Sheet, write_sheets

_PLACE = Column("Ô", 44)
_UNIT = Column("Đơn vị", 24)
_WHY = Column("Nội dung", 64, "long")
_HINT = Column("Cách xử lý", 48, "long")
_CODE = Column("Mã", 8)


def reconciliation_book(rolled: Rolled) -> bytes:
    """The .xlsx of all lists; empty lists stay, so that one sees that they are empty."""
    found = (_UNIT, _PLACE, _WHY, Column("Ghi trong biểu", 20), _HINT, _CODE)
    return write_sheets(
        [
            Sheet("Tóm tắt", (Column("Mục", 44), Column("Số lượng", 12, "number"), Column("Ghi chú", 60, "long")), summary(rolled)),
            Sheet("Còn thiếu", (_UNIT, Column("Mã đơn vị", 20), _HINT), _missing(rolled)),
            Sheet("Không nhận", found, _findings(rolled, rolled.refused)),
            Sheet("Đã sửa", (_UNIT, _PLACE, Column("Trước", 24), Column("Sau", 16), _WHY), _repairs(rolled)),
            Sheet("Cần xem lại", found, _findings(rolled, rolled.doubtful)),
            Sheet("Nguồn", (Column("Tệp", 44), _UNIT, Column("Ô tên đơn vị", 44), Column("Kết quả", 20)), _sources(rolled)),
        ]
    )


def summary(rolled: Rolled) -> list[tuple[str, int, str]]:
    """The counts: what, how many, a word to it."""
    due = rolled.subject.due
    complete = "đủ" if rolled.is_complete else "chưa đủ; dòng tổng để trống đến khi đủ"
    kept_out = {unit for unit, _ in rolled.refused if unit in due} - set(rolled.rows)
    return [
        ("Đơn vị phải gửi", len(due), f"{rolled.subject.units.label}, {rolled.subject.period}"),
        ("Tệp đã đọc", len(rolled.books), ""),
        ("Đơn vị đã tổng hợp", len(rolled.rows), complete),
        ("Đơn vị chưa gửi", len(rolled.missing), _names(rolled, rolled.missing)),
        ("Đơn vị có biểu nhưng không nhận được", len(kept_out), _names(rolled, tuple(unit for unit in due if unit in kept_out))),
        ("Chỗ không nhận", len(rolled.refused), "xem trang Không nhận"),
        ("Ô đã sửa", len(rolled.repairs), "xem trang Đã sửa"),
        ("Chỗ cần xem lại", len(rolled.doubtful), "xem trang Cần xem lại"),
    ]


def name_of(rolled: Rolled, unit: str) -> str:
    """A unit's name; '' if the unit is not known."""
    its = rolled.subject.units.units.get(unit)
    return its.name if its else ""


def _names(rolled: Rolled, units: tuple[str, ...]) -> str:
    return ", ".join(name_of(rolled, unit) for unit in units)


def _missing(rolled: Rolled) -> Iterator[tuple[str, str, str]]:
    for unit in rolled.missing:
        yield name_of(rolled, unit), unit, "nhắc đơn vị gửi biểu"


def _findings(rolled: Rolled, pairs: tuple[tuple[str, Finding], ...]) -> Iterator[tuple[str, ...]]:
    for unit, finding in pairs:
        yield name_of(rolled, unit), str(finding.place), finding.message, finding.found, finding.hint, finding.code


def _repairs(rolled: Rolled) -> Iterator[tuple[str, ...]]:
    for repair in rolled.repairs:
        yield name_of(rolled, repair.unit), str(repair.place), repair.before or "(trống)", repair.after or "(trống)", repair.why


def _sources(rolled: Rolled) -> Iterator[tuple[str, ...]]:
    used = {row.place for row in rolled.rows.values()}
    for book in rolled.books:
        for row in book.rows:
            state = "đã lấy" if row.place in used else "không nhận" if row.row is None else "không dùng"
            yield book.file, name_of(rolled, row.unit), str(row.place), state
        if not book.rows:
            yield book.file, name_of(rolled, book.unit), "", "không nhận"

"""Which rows are data, which name a group, which is the total: read from the row, never guessed in silence."""

from __future__ import annotations

import enum

from reportgen.diagnostics import Finding, error
from reportgen.pattern import Pattern
from reportgen.tables.content import Row
from reportgen.tables.declared import TableType
from reportgen.tables.raw import RawRow
from reportgen.tables.values import blanks
from reportgen.vietnamese.text import fold

TOTAL_WORDS = frozenset({"tong cong", "tong so", "tong", "cong", "tong chung", "cong chung"})
WHOLE_AREA = frozenset(
    {"toan tinh", "toan huyen", "toan xa", "toan thanh pho", "toan quoc", "ca nuoc", "ca tinh"}
)
_GROUP_NUMBER = Pattern(r"([IVXL]{1,7}|[A-ZĐ])\.?")


class Kind(enum.Enum):
    """What a row is."""

    DATA = "data"
    GROUP = "group"
    TOTAL = "total"


def kind_of_row(raw: RawRow, row: Row, table: TableType, sink: list[Finding]) -> Kind | None:
    """The kind of a row; None after a finding (BG14) for one that is not declared but plainly no data."""
    if raw.is_total or _is_total(raw, row, table):
        if table.total:
            return Kind.TOTAL
        hint = f"khai ở bảng: dong_tong: {{tieu_de: {row.label or raw.lead}}}"
        sink.append(
            error(
                "BG14", f"{row.shown} trông như dòng tổng, mà bảng không khai dong_tong", row.place, hint=hint
            )
        )
        return None
    empty = blanks(row.cell(key) for key in table.numbers)
    grouped = table.grouping and not table.grouped_by_value
    if grouped and (empty or group_number(raw, row)):
        return Kind.GROUP
    if empty and table.numbers and not all(column.formula for column in table.numbers.values()):
        hint = "nếu là tên nhóm thì khai nhom_dong cho bảng; nếu thừa thì xóa dòng này ở bảng tính"
        sink.append(error("BG14", f"{row.shown} không có số nào", row.place, hint=hint))
        return None
    return Kind.DATA


def group_number(raw: RawRow, row: Row) -> str:
    """The number in front of a group's row («I», «B»); '' if it has none. A row's own name is no number."""
    found = _GROUP_NUMBER.fullmatch(raw.lead.strip())
    return found[1] if found and raw.lead.strip() != row.label else ""


def _is_total(raw: RawRow, row: Row, table: TableType) -> bool:
    said = {_plain(raw.lead), _plain(row.label)} - {""}
    wanted = {_plain(table.total.title)} | WHOLE_AREA if table.total else set()
    return bool(said & (TOTAL_WORDS | wanted))


def _plain(words: str) -> str:
    return " ".join(fold(words).split()).strip(" .:")

"""Which rows belong to which unit: equal names, and every name that is not equal said.

A row whose unit is spelt otherwise than any unit is nobody's. If the spelling is that of a unit but for accents, capitals,
blanks or the word for its kind («cam an» for «xã Cam An»), the unit's own table may lack that row: its document is not made
(LO53). Otherwise the row is a failure of its own (LO51): the table of some unit is missing, or a unit is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportgen.batch.nouns import DetailColumns
from reportgen.batch.own_tables.details import Groups, Key
from reportgen.diagnostics import Finding, Place, error
from reportgen.noun import field, working
from reportgen.returns.units import own_name
from reportgen.vietnamese.refusal import quoted
from reportgen.vietnamese.text import fold, nearest

MOST_COMPARED = 50
"""Strange names a likely unit is looked for; comparing each of ten thousand with ten thousand others would take hours."""


@working
class Owners:
    """The units of a workbook by name. ``rows``: where each name stands first; ``twice``: names that come more than once."""

    rows: dict[Key, int] = field(default_factory=dict)
    twice: set[Key] = field(default_factory=set)
    loose: dict[Key, list[Key]] = field(default_factory=dict)

    def add(self, key: Key, row: int) -> None:
        """One unit; one without a name owns nothing (its own row says so)."""
        if not all(key):
            return
        if self.rows.setdefault(key, row) != row:
            self.twice.add(key)
        else:
            self.loose.setdefault(loosely(key), []).append(key)


def loosely(key: Key) -> Key:
    """The name as one may spell it carelessly: no accents, capitals, blanks, no word for the kind of unit."""
    return tuple("".join(filter(str.isalnum, fold(own_name(word)))) for word in key)


def named(key: Key) -> str:
    """A unit in a message: «xã Cam An», «Cam Lộ, xã Cam An»."""
    return quoted(", ".join(key))


def strangers(groups: Groups, owners: Owners) -> tuple[dict[Key, list[Key]], list[Key]]:
    """Spellings that are no unit's name: those nearly one, by the units they may mean; and the others, in order."""
    nearly: dict[Key, list[Key]] = {}
    others: list[Key] = []
    for key in groups.first:
        if key in owners.rows:
            continue
        meant = owners.loose.get(loosely(key), [])
        for unit in meant:
            nearly.setdefault(unit, []).append(key)
        if not meant:
            others.append(key)
    return nearly, others


def spelt_otherwise(key: Key, columns: DetailColumns, groups: Groups, spellings: Iterable[Key], owners: Owners) -> list[Finding]:
    """LO53 for every spelling that may mean this unit."""
    found = []
    for spelling in spellings:
        place = columns.place(groups.first[spelling], columns.keys[0])
        count = groups.counts[spelling]
        message = f"{count} dòng ghi {named(spelling)}, tên đơn vị là {named(key)}; không tự coi là một"
        meant = owners.loose[loosely(spelling)]
        if len(meant) > 1:
            message = f"{count} dòng ghi {named(spelling)}, không biết là " + " hay ".join(named(unit) for unit in meant)
        hint = f"sửa các ô ấy cho giống hệt tên ở trang có các đơn vị: {' hoặc '.join(named(unit) for unit in meant)}"
        found.append(error("LO53", message, place, found=", ".join(spelling), expected=", ".join(key), hint=hint))
    return found


def below_unnamed(key: Key, columns: DetailColumns, rows: list[int]) -> Finding:
    """LO51: rows without a name below those of a unit: they may be its own, and nobody can tell."""
    message = f"{len(rows)} dòng có số mà không ghi đơn vị, cạnh các dòng của {named(key)}; không tự coi là của đơn vị ấy"
    hint = "ghi tên đơn vị ở từng dòng, hoặc gộp ô (Merge) tên đơn vị cho đủ các dòng của nó"
    return error("LO51", message, columns.place(rows[0], columns.keys[0]), hint=hint)


def without_rows(key: Key, columns: DetailColumns, label: str, place: Place) -> Finding:
    """LO52: a unit whose table has no rows."""
    message = f"{named(key)} không có dòng nào ở trang «{columns.sheet}» cho bảng «{label}»"
    return error("LO52", message, place, hint=f"thêm các dòng của đơn vị vào trang «{columns.sheet}», tên đơn vị ghi giống hệt")


def twice_named(key: Key, columns: DetailColumns, place: Place) -> Finding:
    """LO54: two units of one name, so nobody can say whose the rows are."""
    hint = "thêm một chữ riêng để phân biệt, ví dụ cot_don_vi: {ten_huyen: Huyện, ten_xa: Xã}"
    return error("LO54", f"có hai đơn vị tên {named(key)}, không biết các dòng ở trang «{columns.sheet}» là của ai", place, hint=hint)


def nobodys(others: list[Key], columns: DetailColumns, groups: Groups, rows: Mapping[Key, int]) -> list[Finding]:
    """LO51 for every spelling that is no unit's name."""
    names = [", ".join(key) for key in rows]
    found = []
    for n, key in enumerate(others):
        place = columns.place(groups.first[key], columns.keys[0])
        close = nearest(", ".join(key), names) if n < MOST_COMPARED else None
        hint = f"có phải «{close}»? " if close else ""
        hint += "sửa tên cho giống hệt, thêm đơn vị vào trang có các đơn vị, hoặc xóa các dòng ấy"
        message = f"{groups.counts[key]} dòng ghi {named(key)}, không đơn vị nào có tên ấy; các dòng này không vào văn bản nào"
        found.append(error("LO51", message, place, found=", ".join(key), hint=hint))
    stray = sorted(row for above, numbers in groups.unnamed.items() if above not in rows for row in numbers)
    if stray:
        message = f"{len(stray)} dòng có số mà không ghi đơn vị; các dòng này không vào văn bản nào"
        hint = "ghi tên đơn vị ở từng dòng giống hệt tên ở trang có các đơn vị, hoặc xóa các dòng ấy"
        found.append(error("LO51", message, columns.place(stray[0], columns.keys[0]), hint=hint))
    return found

"""The units that send workbooks in: ``data/don-vi/<tên>.yml``, in the order of the district's table.

    ten_goi: Các xã, thị trấn huyện Cam Lộ
    don_vi_nhan: Ủy ban nhân dân huyện Cam Lộ
    don_vi:
      cam_an:   {ten_don_vi: xã Cam An, den_ngay: 31/12/2019, ke_tiep: thanh_an}
      thanh_an: {ten_don_vi: xã Thanh An, tu_ngay: 01/01/2020}

A unit is due for a period if it exists on the period's last day. Names are compared in steps, each only if the one
before finds nothing and each must find one unit alone: as written (capitals aside), without the word for its kind («xã», «TT»;
«huyện Cam Lộ» is not «thị trấn Cam Lộ»), without diacritics. «Cam Thanh» and «Cam Thành» are two communes of one district; such names are never crossed.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from pathlib import Path

from reportgen.diagnostics import Finding, error
from reportgen.errors import DataError
from reportgen.fields import Day, Declared, ListOf, MapOf, Record, Text, declare, load_record
from reportgen.noun import noun
from reportgen.pattern import Pattern
from reportgen.vietnamese.text import fold, lower, nearest

_OFFICE = Pattern(r"(?:uy ban nhan dan|ubnd)\s+")
_KIND = Pattern(r"(thi tran|thi xa|dac khu|phuong|huyen|quan|xa|tt|tx|p|x)(?:\.\s*|\s+)(?=\S)")
_SAME_KIND = {"tt": "thi tran", "tx": "thi xa", "p": "phuong", "x": "xa"}


@noun
class Unit(Declared):
    """One unit that sends a workbook in."""

    name: str = declare("ten_don_vi", "tên đơn vị", Text(), help="Tên đủ, viết thường.", example="xã Cam Tuyền")
    printed: str = declare(
        "ten_trong_bang", "tên trong bảng", Text(), help="Tên in ở bảng của cấp trên; bỏ trống thì là tên đơn vị.", default=""
    )
    other_names: list[str] = declare(
        "ten_khac", "tên khác", ListOf(Text()), help="Cách viết khác hay gặp: tên viết tắt, tên cũ.", default=[]
    )
    valid_from: datetime.date | None = declare(
        "tu_ngay", "có từ ngày", Day(), help="Ngày thành lập, nếu là đơn vị mới.", default=None, example="01/01/2020"
    )
    valid_to: datetime.date | None = declare(
        "den_ngay", "có đến ngày", Day(), help="Ngày cuối cùng còn đơn vị.", default=None, example="31/12/2019"
    )
    successor: str = declare(
        "ke_tiep", "đơn vị kế tiếp", Text(), help="Mã đơn vị mới mà đơn vị này nhập vào.", default="", example="thanh_an"
    )

    @property
    def label(self) -> str:
        """The name as the district's table prints it."""
        return self.printed or self.name

    def exists_on(self, day: datetime.date) -> bool:
        """True if the unit was there on that day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@noun
class UnitList(Declared):
    """A list of units."""

    label: str = declare("ten_goi", "tên gọi", Text(), help="Tên của danh sách.", example="Các xã, thị trấn huyện Cam Lộ")
    receiver: str = declare(
        "don_vi_nhan", "đơn vị nhận", Text(), help="Cơ quan nhận biểu, in ở góc phải biểu mẫu.", default=""
    )
    send_to: str = declare(
        "noi_gui", "nơi gửi", Text(), help="Gửi biểu về đâu: hộp thư, nhóm; in ở biểu mẫu.", default="", example="thư điện tử của phòng"
    )
    units: dict[str, Unit] = declare(
        "don_vi", "các đơn vị", MapOf(Record(Unit)), help="Mã đơn vị: khai báo, theo thứ tự trong bảng."
    )

    def due_on(self, day: datetime.date) -> dict[str, Unit]:
        """The units there on a day, in order."""
        return {key: unit for key, unit in self.units.items() if unit.exists_on(day)}


@noun
class Match:
    """The unit a name means. ``exact``: letter for letter as declared; capitals, spaces and the word for its kind aside.

    ``alike``: other units the name may mean if its writer types without diacritics («CAM THANH» for Cam Thành).
    """

    key: str
    exact: bool
    alike: tuple[str, ...] = ()


def load_units(path: Path, shown: str) -> UnitList:
    """The list declared in ``path``. DataError with every fault (TH01 for names and successors that do not go together)."""
    units = load_record(UnitList, path, shown)
    faults = [*_unknown_successors(units), *_same_names(units)]
    if not units.units:
        faults.append(error("TH01", "danh sách chưa có đơn vị nào", units.place, hint="khai các đơn vị ở mục don_vi"))
    if faults:
        raise DataError(faults)
    return units


def match_unit(name: str, units: Mapping[str, Unit]) -> Match | None:
    """The one unit called ``name``; None if there is none, or if the name could be two of them."""
    typed = " ".join(name.split())
    if not typed:
        return None
    index, words = _index_of(units), _plain(typed)
    kind, own, folded_own = _taken_apart(typed)
    for step, found in enumerate(
        (
            index.words.get(words, set()),
            {key for its, key in index.own.get(own, ()) if its == kind or not its or not kind},
            index.letters.get(fold(words), set()),
            {key for its, key in index.own_letters.get(folded_own, ()) if its == kind or not its or not kind},
        )
    ):
        if found:
            if len(found) > 1:
                return None
            key = next(iter(found))
            alike = {other for its, other in index.own_letters.get(folded_own, ()) if its == kind or not its or not kind}
            bare = own == folded_own and any(fold(name) != lower(name) for other in alike - {key} for name in names_of(units[other]))
            return Match(key, step < 2, tuple(sorted(alike - {key})) if bare else ())
    return None


@noun
class _Index:
    """The units by every spelling: whole names, and names taken apart into kind and own name."""

    words: dict[str, set[str]]
    letters: dict[str, set[str]]
    own: dict[str, set[tuple[str, str]]]
    own_letters: dict[str, set[tuple[str, str]]]


_LAST: list[tuple[Mapping[str, Unit], _Index]] = []
"""The lists asked for last, the very ones, with their indexes: a folder asks a thousand workbooks for the same thousand units."""


def _index_of(units: Mapping[str, Unit]) -> _Index:
    for known, index in _LAST:
        if known is units:
            return index
    del _LAST[:-3]
    _LAST.append((units, _made_index(units)))
    return _LAST[-1][1]


def _made_index(units: Mapping[str, Unit]) -> _Index:
    made = _Index({}, {}, {}, {})
    for key, unit in units.items():
        for name in names_of(unit):
            kind, own, folded = _taken_apart(name)
            made.words.setdefault(_plain(name), set()).add(key)
            made.letters.setdefault(fold(_plain(name)), set()).add(key)
            made.own.setdefault(own, set()).add((kind, key))
            made.own_letters.setdefault(folded, set()).add((kind, key))
    return made


def names_of(unit: Unit) -> tuple[str, ...]:
    """Every spelling declared for a unit."""
    return tuple(filter(None, (unit.name, unit.printed, *unit.other_names)))


def own_name(name: str) -> str:
    """A unit's name without the word for its kind."""
    return _taken_apart(name)[1]


def nearest_unit(name: str, units: Mapping[str, Unit]) -> str:
    """«có phải «xã Cam Tuyền»?» or ''."""
    bare = {_taken_apart(unit.name)[2]: unit.name for unit in units.values()}
    close = nearest(_taken_apart(name)[2], bare)
    return f"có phải «{bare[close]}»?" if close else ""


def _plain(name: str) -> str:
    return lower(" ".join(name.split()))


def _taken_apart(name: str) -> tuple[str, str, str]:
    """The kind of a unit («xa», '' if it is not said), its own name, and that name without diacritics."""
    words = _plain(name)
    folded = fold(words)
    if len(folded) != len(words):  # letters that fold to more than one: no place to cut at
        return "", words, folded
    start = match.end() if (match := _OFFICE.match(folded)) else 0
    kind = _KIND.match(folded, start)
    if not kind:
        return "", words[start:], folded[start:]
    return _SAME_KIND.get(kind[1], kind[1]), words[kind.end() :], folded[kind.end() :]


def _unknown_successors(units: UnitList) -> Iterable[Finding]:
    for key, unit in units.units.items():
        if unit.successor and (unit.successor not in units.units or unit.successor == key):
            close = nearest(unit.successor, units.units)
            hint = f"có phải «{close}»?" if close else "khai đơn vị ấy ở mục don_vi"
            yield error("TH01", f"đơn vị kế tiếp «{unit.successor}» của {unit.name} không có", unit.at("successor"), hint=hint)


def _same_names(units: UnitList) -> Iterable[Finding]:
    owner: dict[str, str] = {}
    for key, unit in units.units.items():
        for name in {_plain(own) for own in names_of(unit)}:
            if owner.setdefault(name, key) != key:
                message = f"tên «{name}» dùng cho hai đơn vị: {owner[name]} và {key}"
                yield error("TH01", message, unit.place, hint="mỗi đơn vị một tên; tên khác chỉ ghi ở một đơn vị")

"""What the State renamed, merged or abolished, and since when: names a document of a given day may no longer use.

The list is data (``thay-doi.yml``): provinces merged on 01/7/2025, the district level abolished the same day, departments
merged on 01/3/2025, words that exist only since. A document is judged by its own date, so a plan of 2019 keeps the names of
2019. Only the words before a name tell a province from a commune of the same name («tỉnh Hòa Bình», «phường Hòa Bình»), so
a bare place name is a warning and never stops a build; what an agency's own file says of its validity does.
"""

from __future__ import annotations

import datetime
import re
from functools import cache
from pathlib import Path

from reportgen.fields import Day, Declared, ListOf, MapOf, Record, Text, declare, load_record
from reportgen.noun import noun
from reportgen.vietnamese.text import nfc

SOURCE = Path(__file__).with_name("thay-doi.yml")


@noun
class Change(Declared):
    """Names that end (or begin) on a day, and what follows them."""

    pattern: str = declare("mau_chu", "mẫu chữ", Text(), help="Biểu thức nhận ra tên cũ trong một dòng.", default="")
    names: dict[str, str] = declare(
        "ten_cu", "tên cũ", MapOf(Text(), key_pattern=r".+"), help="Tên cũ: đơn vị kế tiếp.", default={}
    )
    until: datetime.date | None = declare("het_ngay", "ngày cuối cùng còn dùng", Day(), default=None)
    since: datetime.date | None = declare("tu_ngay", "ngày bắt đầu có", Day(), default=None)
    successor: str = declare("ke_tiep", "kế tiếp", Text(), help="Đơn vị thay thế.", default="")
    authority: str = declare("can_cu", "căn cứ", Text(), help="Văn bản quy định.")


@noun
class _Reforms(Declared):
    changes: list[Change] = declare("thay_doi", "thay đổi", ListOf(Record(Change)))


@noun
class Outdated:
    """A name that does not exist on the day asked for: ``name`` as found, ``successor`` may be empty."""

    name: str
    change: Change
    successor: str


@cache
def changes() -> tuple[Change, ...]:
    """The list, loaded once."""
    return tuple(load_record(_Reforms, SOURCE, SOURCE.name).changes)


def outdated(text: str, day: datetime.date) -> list[Outdated]:
    """Every name in ``text`` that does not exist on ``day``, in the order of the list, each once."""
    line = nfc(text)
    found: dict[str, Outdated] = {}
    for change in changes():
        ended = change.until is not None and day > change.until
        unborn = change.since is not None and day < change.since
        if ended or unborn:
            for name, successor in _matches(change, line):
                found.setdefault(name, Outdated(name, change, successor))
    return list(found.values())


def _matches(change: Change, line: str):
    if change.pattern:
        for match in re.finditer(change.pattern, line):
            yield match.group(0).strip(), change.successor
    for name, successor in change.names.items():
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line):
            yield name, successor

"""The kinds of documents (tên loại văn bản) as data: those of Nghị định 30, Phụ lục III, and those of the Party.

Whoever makes a document asks here for its code, the parts it carries and who signs; whoever judges one asks which kind
the name on the page is. TT01 knew the same kinds, five of them under other codes. A closed list, so Python and not
YAML: no office edits it, and every build would pay 10 ms to read it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from reportgen.kinds import party, state
from reportgen.kinds.nouns import (
    ALWAYS,
    AS_ABOVE,
    AS_ARTICLE,
    MAYBE,
    NONE,
    UNDER_NAME,
    UNDER_NUMBER,
    UPWARDS,
    Kind,
)
from reportgen.noun import replace
from reportgen.vietnamese.text import fold, nearest

__all__ = [
    "ALWAYS",
    "AS_ABOVE",
    "AS_ARTICLE",
    "MAYBE",
    "NONE",
    "UNDER_NAME",
    "UNDER_NUMBER",
    "UPWARDS",
    "Kind",
    "find_kind",
    "kinds_of",
    "nearest_kind",
]

LISTS = {"nd30": state.KINDS, "tt01": state.KINDS, "dang": party.KINDS}


@cache
def kinds_of(kind_list: str) -> Mapping[str, Kind]:
    """The kinds of a list (nd30, tt01, dang; a profile names its own) by their names without capitals and marks."""
    kinds = LISTS[kind_list]
    if kind_list == "tt01":
        kinds = [replace(kind, code=kind.old_code or kind.code) for kind in kinds]
    return {plain(kind.name): kind for kind in kinds}


def find_kind(name: str, kind_list: str) -> Kind | None:
    """The kind called ``name`` («Báo cáo», «BÁO CÁO»); None if the list has none."""
    return kinds_of(kind_list).get(plain(name))


def nearest_kind(name: str, kind_list: str) -> str | None:
    """The name of the kind most like ``name``, None if none is near."""
    return nearest(name, [kind.name for kind in kinds_of(kind_list).values()])


def plain(name: str) -> str:
    """A name without capitals, marks and double spaces: «Tờ  trình» → «to trinh»."""
    return " ".join(fold(name).split())

"""What the State renamed, merged or abolished, and since when: names a document of a given day may no longer use.

The list is in ``changes``: provinces merged on 01/7/2025, the district level abolished the same day, departments
merged on 01/3/2025, words that exist only since. A document is judged by its own date, so a plan of 2019 keeps the names of
2019. Only the words before a name tell a province from a commune of the same name («tỉnh Hòa Bình», «phường Hòa Bình»), so
a bare place name is a warning and never stops a build; what an agency's own file says of its validity does.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from reportgen.noun import noun
from reportgen.reforms.changes import CHANGES, DISTRICT_LEVEL, PROVINCES, Change
from reportgen.vietnamese.text import nfc

__all__ = ["DISTRICT_LEVEL", "PROVINCES", "Outdated", "outdated"]


@noun
class Outdated:
    """A name that does not exist on the day asked for: ``name`` as found, ``successor`` may be empty."""

    name: str
    change: Change
    successor: str


def outdated(text: str, day: datetime.date) -> list[Outdated]:
    """Every name in ``text`` that does not exist on ``day``, in the order of the list, each once."""
    line = nfc(text)
    found: dict[str, Outdated] = {}
    for change in CHANGES:
        ended = change.until is not None and day > change.until
        unborn = change.since is not None and day < change.since
        if ended or unborn:
            for name, successor in _matches(change, line):
                found.setdefault(name, Outdated(name, change, successor))
    return list(found.values())


def _matches(change: Change, line: str) -> Iterator[tuple[str, str]]:
    """(name, successor) of every old name in the line. Names that are not in it at all cost no pattern."""
    if change.pattern and any(word in line for word in change.words):
        for match in change.pattern.finditer(line):
            yield match.group(0).strip(), change.successor
    for name, successor in change.names.items():
        if name in line and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line):
            yield name, successor

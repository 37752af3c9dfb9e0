"""Which report of the project speaks of which period: same type, same agency.

Only the three lines that say so are looked at, so that a project of thousands of reports can be asked; a data file written
in another way (all on one line, keys in quotes) is read whole. The period decides, never the file's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from reportgen.errors import collecting
from reportgen.issued import Issued, read_issued
from reportgen.noun import noun
from reportgen.pattern import Pattern
from reportgen.project import Project
from reportgen.vietnamese.periods import Period, PeriodError, read_period
from reportgen.vietnamese.text import nfc

_LINE = Pattern(r"^(loai|co_quan|ky_bao_cao)[ \t]*:[ \t]+([^#\r\n]{0,200}?)[ \t]*(?:#.*)?\r?$", re.MULTILINE)
WANTED = ("loai", "co_quan", "ky_bao_cao")


@noun
class Source:
    """One report of a period: its name, its data file (None if only the snapshot is left), its snapshot if it was issued."""

    name: str
    data: Path | None
    snapshot: Path | None


@noun
class Sources:
    """All reports of one type and agency in the project."""

    project: Project
    type_key: str
    agency_key: str

    def of(self, period: Period) -> list[Source]:
        """The reports of a period; more than one is a fault of the project."""
        return self._by_period.get(period, [])

    def before(self, period: Period) -> Period | None:
        """The nearest earlier period of the same year and kind that has a report."""
        same = [p for p in self._by_period if (p.kind, p.year) == (period.kind, period.year) and p.index < period.index]
        return max(same, key=lambda p: p.index, default=None)

    @cached_property
    def _by_period(self) -> dict[Period, list[Source]]:
        found: dict[Period, list[Source]] = {}
        for source, said in _all_sources(self.project):
            if (said.get("loai"), said.get("co_quan")) == (self.type_key, self.agency_key):
                period = _period(said.get("ky_bao_cao", ""))
                if period:
                    found.setdefault(period, []).append(source)
        return found


def _all_sources(project: Project) -> Iterator[tuple[Source, dict[str, str]]]:
    snapshots = {nfc(path.stem): path for path in sorted(project.issued.glob("*.json"))}
    for path in sorted(project.data.glob("*.yml")):
        name = nfc(path.stem)
        yield Source(name, path, snapshots.pop(name, None)), _said_in_data(project, path)
    for name, path in snapshots.items():
        yield Source(name, None, path), _said_in_snapshot(project, path)


def _said_in_data(project: Project, path: Path) -> dict[str, str]:
    text = path.read_bytes().decode("utf-8-sig", "replace")
    said = {key: _unquoted(value) for key, value in _LINE.findall(text)}
    if "loai" in said and "co_quan" in said:
        return said
    with collecting([]):  # a file that cannot be read is of no period; its own build says why
        report = project.report(path.stem)
        return dict(zip(WANTED, (report.type_key, report.agency_key, report.period), strict=True))
    return {}


def _said_in_snapshot(project: Project, path: Path) -> dict[str, str]:
    with collecting([]):  # a damaged snapshot is told where its figures are asked for
        issued: Issued = read_issued(path, project.shown(path))
        return dict(zip(WANTED, (issued.type_key, issued.agency_key, issued.period), strict=True))
    return {}


def _unquoted(value: str) -> str:
    return nfc(value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value)


def _period(text: str) -> Period | None:
    """The period named, None if it is none: that report's own build says so."""
    try:
        return read_period(text)
    except PeriodError:
        return None

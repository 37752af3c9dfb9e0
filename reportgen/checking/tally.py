"""What a folder comes to: counts by state, the commonest findings, one row a file. Rows wait on disk, not in memory."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterator

from reportgen.checking.grouping import part_of, told
from reportgen.checking.nouns import JUDGED, Checked
from reportgen.diagnostics import Finding, Severity
from reportgen.noun import replace, working

WAITING_IN_MEMORY = 1_000_000


@working
class Common:
    """One code over all files: in how many of them, in how many places, and one example of it."""

    code: str
    severity: Severity
    part: str
    example: str
    authority: str
    documents: int = 0
    places: int = 0


class Tally:
    """Takes outcomes one by one; use it in ``with``. What was not judged counts as a file, not among the findings."""

    def __init__(self) -> None:
        self.states: Counter[str] = Counter()
        self.severities: Counter[str] = Counter()
        self.clean = self.failed = self.warned = self.documents = 0
        self._common: dict[str, Common] = {}
        self._rows = tempfile.SpooledTemporaryFile(WAITING_IN_MEMORY, "w+", encoding="utf-8")  # noqa: SIM115

    def __enter__(self) -> Tally:
        return self

    def __exit__(self, *failure: object) -> None:
        self._rows.close()

    def add(self, checked: Checked) -> None:
        """Count one outcome."""
        self.documents += 1
        self.states[checked.state] += 1
        self.failed += checked.failed
        self.warned += checked.state == JUDGED and checked.count(Severity.WARNING) > 0
        self.clean += checked.state == JUDGED and not checked.open
        counts = Counter(f.severity.name for f in checked.open)
        self.severities += counts
        seen: set[str] = set()
        for finding in checked.open if checked.state == JUDGED else ():
            self._count(finding, finding.code not in seen)
            seen.add(finding.code)
        self._rows.write(json.dumps(_row(checked, counts), ensure_ascii=False) + "\n")

    def commonest(self, most: int | None = None) -> list[Common]:
        """The findings met in most files first; equals by gravity and code."""
        ordered = sorted(self._common.values(), key=lambda c: (-c.documents, c.severity.rank, -c.places, c.code))
        return ordered[:most]

    def rows(self) -> Iterator[list[str | int | None]]:
        """The rows in the order the outcomes came; read them once, at the end."""
        self._rows.seek(0)
        yield from map(json.loads, self._rows)

    def _count(self, finding: Finding, first: bool) -> None:
        part = part_of(finding)
        common = self._common.get(finding.code)
        if common is None:
            example = told(replace(finding, places=()), part)
            common = Common(finding.code, finding.severity, part, example, finding.authority)
            self._common[finding.code] = common
        common.documents += first
        common.places += len(finding.all_places)


def _row(checked: Checked, counts: Counter[str]) -> list[str | int | None]:
    worst = next(iter(sorted(checked.open, key=lambda f: f.severity.rank)), None)
    return [
        checked.shown,
        checked.state,
        checked.about.kind,
        checked.about.number,
        checked.about.dated,
        checked.regime.name if checked.regime else "",
        counts["ERROR"],
        counts["WARNING"],
        counts["INFO"],
        len(checked.accepted),
        f"{worst.code}: {worst.message}" if worst else "",
    ]

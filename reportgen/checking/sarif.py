"""Findings for programs that show the results of checkers: SARIF 2.1.0 (OASIS). Results wait on disk until the end."""

from __future__ import annotations

import json
import tempfile
from urllib.parse import quote

from reportgen import __version__
from reportgen.checking.grouping import part_of
from reportgen.checking.nouns import Checked
from reportgen.diagnostics import Finding, Place, Severity

VERSION = "2.1.0"
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
WAITING_IN_MEMORY = 1_000_000


class Sarif:
    """One run. Takes outcomes one by one; use it in ``with``."""

    def __init__(self) -> None:
        self._rules: dict[str, dict[str, object]] = {}
        self._places = {}
        self._results = tempfile.SpooledTemporaryFile(WAITING_IN_MEMORY, "w+", encoding="utf-8")  # noqa: SIM115

    def __enter__(self) -> Sarif:
        return self

    def __exit__(self, *failure: object) -> None:
        self._results.close()

    def add(self, checked: Checked) -> None:
        """The findings of one document."""
        for finding in checked.findings:
            self._results.write(json.dumps(self._result(checked, finding), ensure_ascii=False) + "\n")

    def content(self) -> bytes:
        """The whole log as UTF-8."""
        self._results.seek(0)
        driver = {"name": "reportgen", "version": __version__, "language": "vi", "rules": list(self._rules.values())}
        run = json.dumps({"tool": {"driver": driver}, "columnKind": "utf16CodeUnits"}, ensure_ascii=False, indent=1)
        results = ",\n".join(line.rstrip("\n") for line in self._results)
        return (
            f'{{\n"$schema": "{SCHEMA}",\n"version": "{VERSION}",\n"runs": [{run[:-2]},\n"results": [\n{results}\n]}}]\n}}\n'
        ).encode()

    def _result(self, checked: Checked, finding: Finding) -> dict[str, object]:
        if finding.code not in self._rules:
            self._places[finding.code] = len(self._rules)
            self._rules[finding.code] = _rule(finding)
        result: dict[str, object] = {
            "ruleId": finding.code,
            "ruleIndex": self._places[finding.code],
            "level": LEVEL[finding.severity],
            "message": {"text": _message(finding)},
            "locations": [_location(checked.shown, finding, place) for place in finding.all_places],
            "properties": {"found": finding.found, "expected": finding.expected, "authority": finding.authority},
        }
        if finding.accepted:
            result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": finding.accepted}]
        return result


def _rule(finding: Finding) -> dict[str, object]:
    return {
        "id": finding.code,
        "shortDescription": {"text": f"{part_of(finding)}: {finding.expected or finding.message}"},
        "defaultConfiguration": {"level": LEVEL[finding.severity]},
        "properties": {"authority": finding.authority},
    }


def _message(finding: Finding) -> str:
    hint = f" {finding.hint}" if finding.hint else ""
    return f"{finding.message}{hint}"


def _location(shown: str, finding: Finding, place: Place) -> dict[str, object]:
    at = f"{place.part}: «{place.quote}»" if place.quote else place.part or part_of(finding)
    paragraph = {"properties": {"paragraph": place.paragraph}} if place.paragraph >= 0 else {}
    return {
        "physicalLocation": {"artifactLocation": {"uri": quote(shown.replace("\\", "/"))}},
        "logicalLocations": [{"name": place.part or part_of(finding), "fullyQualifiedName": at, "kind": "element", **paragraph}],
    }

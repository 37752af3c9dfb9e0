"""What ``reportgen check --json`` prints: one object, its documents one after the other while they are being checked.

The keys are stable: ``documents`` (each with ``file``, ``state``, ``kind`` …, ``regime``, ``counts``, ``findings``,
``files``), ``summary``, then ``findings``, ``files`` and ``exit_code`` as with every other command.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator

from reportgen import __version__
from reportgen.checking.nouns import Checked
from reportgen.checking.summary import totals
from reportgen.checking.tally import Tally
from reportgen.cli.answer import Output
from reportgen.cli.json_text import finding_data
from reportgen.diagnostics import Finding, Severity


def opening() -> str:
    """What stands before the first document."""
    return f'{{\n"reportgen": {_text(__version__)},\n"command": "check",\n"documents": ['


def document(checked: Checked, files: Iterable[Output], first: bool) -> str:
    """One document, with the comma that parts it from the one before."""
    return ("" if first else ",\n") + json.dumps(document_data(checked, files), ensure_ascii=False, indent=1, default=str)


def closing(tally: Tally, files: Iterable[Output], refusals: Iterable[Finding], exit_code: int) -> Iterator[str]:
    """What stands after the last document."""
    yield "],"
    yield f'"summary": {_text(totals(tally))},'
    yield f'"findings": {_text([_finding(finding) for finding in refusals])},'
    yield f'"files": {_text([dataclasses.asdict(file) for file in files])},'
    yield f'"exit_code": {exit_code}\n}}'


def document_data(checked: Checked, files: Iterable[Output] = ()) -> dict[str, object]:
    """One document as plain data."""
    about = checked.about
    return {
        "file": checked.shown,
        "state": checked.state,
        "kind": about.kind,
        "number": about.number,
        "dated": about.dated,
        "subject": about.subject,
        "issuer": about.issuer,
        "regime": dataclasses.asdict(checked.regime) if checked.regime else None,
        "counts": {
            **{severity.name.lower(): checked.count(severity) for severity in Severity},
            "accepted": len(checked.accepted),
            "hidden": sum(checked.hidden.values()),
        },
        "findings": [_finding(finding) for finding in checked.findings],
        "files": [dataclasses.asdict(file) for file in files],
        **({"trouble": checked.trouble} if checked.trouble else {}),
    }


def _finding(finding: Finding) -> dict[str, object]:
    """As with every command, and all its places."""
    return {**finding_data(finding), "places": [dataclasses.asdict(place) for place in finding.all_places]}


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)

"""One JSON object per run, for programs. Keys are the names of the code, values are what people would read."""

from __future__ import annotations

import dataclasses
import json

from reportgen import __version__
from reportgen.cli.answer import Answer
from reportgen.diagnostics import Finding, in_order


def json_text(answer: Answer, command: str) -> str:
    """The whole answer as indented JSON, findings in reading order."""
    whole = {
        "reportgen": __version__,
        "command": command,
        "exit_code": answer.exit_code,
        **answer.data,
        "findings": [finding_data(f) for f in in_order(answer.findings)],
        "files": [dataclasses.asdict(file) for file in answer.files],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2, default=str)


def finding_data(finding: Finding) -> dict[str, object]:
    """A finding as plain data; severity is ``error``, ``warning`` or ``info``."""
    return {
        "code": finding.code,
        "severity": finding.severity.name.lower(),
        "blocks": finding.blocks,
        "message": finding.message,
        "place": dataclasses.asdict(finding.place),
        "found": finding.found,
        "expected": finding.expected,
        "authority": finding.authority,
        "hint": finding.hint,
        "accepted": finding.accepted,
    }

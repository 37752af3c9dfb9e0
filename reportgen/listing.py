"""The reports of a project as rows: what each is, what it still lacks, how its document stands."""

from __future__ import annotations

import json
from pathlib import Path

from reportgen.diagnostics import Severity
from reportgen.drafting import MISSING, UNCONFIRMED
from reportgen.errors import ReportgenError
from reportgen.noun import noun
from reportgen.output import LEDGER, digest
from reportgen.preparing import prepare
from reportgen.project import Project
from reportgen.report import Report
from reportgen.vietnamese.dates import slash_date

LACKING, DRAFT, ISSUED = "thiếu số liệu", "dự thảo", "đã chốt"
UNFINISHED = MISSING | {UNCONFIRMED}


@noun
class Row:
    """One report. All words are for people; ``errors`` and ``missing`` count what stands in the way of a build.

    ``state``: how far the report has come: figures missing or not confirmed, a draft, frozen as issued.
    """

    name: str
    type: str
    period: str
    issue_date: str
    figures: str
    document: str
    missing: int = 0
    errors: int = 0
    state: str = ""


def list_reports(project: Project) -> list[Row]:
    """A row for every report, sorted by name; a report with faults is a row that says so."""
    return [_row(project, name) for name in project.report_names()]


def _row(project: Project, name: str) -> Row:
    try:
        report = project.report(name)
    except ReportgenError as failure:
        count = len(failure.findings)
        return Row(name, "?", "?", "?", f"tệp có {count} lỗi", document_state(project, name), 0, count, "có lỗi")
    missing, errors = _faults(project, name)
    day = slash_date(report.issue_date) if report.issue_date else "chưa có"
    told, document = _figures_state(missing, errors), document_state(project, name, report)
    state = _state(project, report, missing, errors)
    return Row(name, report.type_key, report.period, day, told, document, missing, errors, state)


def _state(project: Project, report: Report, missing: int, errors: int) -> str:
    """Where the report stands in its life; a frozen one stays frozen, with what has gone wrong since."""
    if (project.issued / f"{report.key}.json").is_file():
        return f"{ISSUED}, nay có lỗi" if missing or errors else ISSUED
    return LACKING if missing else "có lỗi" if errors else DRAFT


def _faults(project: Project, name: str) -> tuple[int, int]:
    try:
        prepare(project, name)
    except ReportgenError as failure:
        errors = [f for f in failure.findings if f.severity is Severity.ERROR and not f.accepted]
        missing = sum(1 for f in errors if f.code in UNFINISHED)
        return missing, len(errors) - missing
    return 0, 0


def _figures_state(missing: int, errors: int) -> str:
    words = [f"thiếu {missing} số liệu" if missing else "", f"{errors} lỗi" if errors else ""]
    return ", ".join(word for word in words if word) or "đủ"


def document_state(project: Project, name: str, report: Report | None = None) -> str:
    """How ``output/<name>.docx`` stands: not built, built, edited by a person since, older than what it is made of."""
    path = project.output / f"{name}.docx"
    if not path.is_file():
        return "chưa dựng"
    if _remembered(path) != digest(path.read_bytes()):
        return "có người sửa"
    if report and any(source.stat().st_mtime > path.stat().st_mtime for source in _sources(project, report)):
        return "cũ hơn số liệu"
    return "đã dựng"


def _sources(project: Project, report: Report) -> list[Path]:
    """The files a build of the report reads, as far as they can be told without building."""
    folders = [project.attachments(report), project.templates / report.type_key]
    inside = [file for folder in folders if folder.is_dir() for file in folder.rglob("*") if file.is_file()]
    agency = project.data / "co-quan" / f"{report.agency_key}.yml"
    return [p for p in (report.file, agency, *inside) if p and p.is_file() and not p.name.startswith("~$")]


def _remembered(path: Path) -> str | None:
    """The hash of the file as we last wrote it; None if that is not known."""
    try:
        return json.loads((path.parent / LEDGER).read_text(encoding="utf-8")).get(path.name)
    except (OSError, ValueError):
        return None

"""From a report's name to everything its page needs, loaded and checked: nothing is written here.

The findings of every file are gathered before anything is refused, so that one run says all there is to mend.
What cannot be known because something before it failed (the figures of an unknown type) is left out in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import TypeVar

from reportgen.agency import Agency, Signer
from reportgen.checks.figures import check_relations
from reportgen.context import TERMS, document_title, letter_words, period_words
from reportgen.diagnostics import Finding, any_blocks, error
from reportgen.doctype import DocumentType
from reportgen.docx.rules import rule_indents
from reportgen.errors import DataError, collecting
from reportgen.figures.model import CellValue, Figures, Indicator
from reportgen.figures.reading import read_figures
from reportgen.noun import noun
from reportgen.profile import Profile, load_profile, profile_for
from reportgen.project import Project
from reportgen.report import FigureSheet, Report
from reportgen.sandbox import render_text
from reportgen.vietnamese.periods import Period, PeriodError, read_period
from reportgen.vietnamese.text import nearest

T = TypeVar("T")


@noun
class Draft:
    """One report with all it stands on; ``findings`` are those that do not block."""

    project: Project
    report: Report
    agency: Agency
    type: DocumentType
    profile: Profile
    period: Period
    signer: Signer
    indicators: Mapping[str, Indicator]
    figures: Figures
    tables: Mapping[str, list]
    context: Mapping[str, object]
    findings: tuple[Finding, ...] = field(default=())


def prepare(project: Project, name: str, *, type_key: str | None = None) -> Draft:
    """Load and check the report ``name``; ``type_key`` overrides its type. DataError or UsageError with all findings."""
    report = project.report(name)
    sink: list[Finding] = []
    kind = _try(sink, lambda: _type_of(project, report, type_key))
    agency = _try(sink, lambda: project.agency(report.agency_key, report.at("agency_key")))
    profile = _try(sink, lambda: load_profile(_profile_key(report)))
    period = _try(sink, lambda: _period(report))
    signer = _try(sink, lambda: _signer(report, agency)) if agency else None
    indicators = {**kind.indicators, **dict(report.indicators)} if kind else {}
    figures = _figures(project, report, indicators, sink) if kind else Figures()
    tables = _tables(project, report, sink)
    sink.extend(_name_clashes(report, kind, tables))
    if kind:
        sink.extend(check_relations([*kind.relations, *report.relations], figures))
    if any_blocks(sink) or not (kind and agency and profile and period and signer):
        raise DataError(sink)
    context = _context(report, agency, kind, profile, period, signer, figures, tables)
    return Draft(project, report, agency, kind, profile, period, signer, indicators, figures, tables, context, tuple(sink))


def _try(sink: list[Finding], load: Callable[[], T]) -> T | None:
    with collecting(sink):
        return load()
    return None


def _type_of(project: Project, report: Report, type_key: str | None) -> DocumentType:
    key = type_key or report.type_key
    kind = project.document_type(key, report.at("type_key"))
    if not kind.kind:
        raise DataError.of("DL43", f"loại văn bản «{key}» chưa có ten_loai", kind.place, hint="thêm dòng: ten_loai: báo cáo")
    return kind


def _profile_key(report: Report) -> str:
    if report.profile_key != "theo_ngay":
        return report.profile_key
    if report.issue_date is None:
        return "nd30-2020"
    return profile_for(report.issue_date)


def _period(report: Report) -> Period:
    try:
        return read_period(report.period)
    except PeriodError as fault:
        raise DataError.of("DL44", fault.message, report.at("period"), hint=fault.hint) from None


def _signer(report: Report, agency: Agency) -> Signer:
    """Who signs: spelled out in the report, or named there by office, or the agency's first signer."""
    if isinstance(report.signer, Signer):
        return report.signer
    offices = [signer.title for signer in agency.signers]
    if not report.signer and agency.signers:
        return agency.signers[0]
    for signer in agency.signers:
        if signer.title.casefold() == report.signer.casefold():
            return signer
    close = nearest(report.signer, offices)
    known = ", ".join(offices) or "chưa khai người ký nào"
    message = f"cơ quan «{agency.name}» không có người ký giữ chức «{report.signer}»" if report.signer else "chưa có người ký"
    hint = f"có phải «{close}»?" if close else f"các chức vụ đã khai: {known}"
    raise DataError.of("DL45", message, report.at("signer"), hint=hint)


def _figures(project: Project, report: Report, indicators: Mapping[str, Indicator], sink: list[Finding]) -> Figures:
    from reportgen.sources import read_cell, read_figures_table

    folder = project.attachments(report)
    sheet: dict[str, CellValue] = {}
    if report.figure_sheet:
        held: FigureSheet = report.figure_sheet
        ref = f"{held.file}!{held.sheet}" if held.sheet else held.file
        sheet = read_figures_table(folder, ref, held.key_header, held.value_header, sink, held.at("file"))
    return read_figures(
        report.figures,
        indicators,
        sink,
        read_cell=lambda ref, place, into: read_cell(folder, ref, into, place),
        sheet=sheet,
        place=report.at("figures"),
    )


def _tables(project: Project, report: Report, sink: list[Finding]) -> dict[str, list]:
    if not report.tables:
        return {}
    from reportgen.sources import read_table

    folder = project.attachments(report)
    return {
        key: read_table(folder, table.source, table.columns, sink, table.at("source")) for key, table in report.tables.items()
    }


def _name_clashes(report: Report, kind: DocumentType | None, tables: Mapping[str, list]) -> list[Finding]:
    """A figure or table may not take a name the page itself uses: the text would print the wrong one."""
    named = [*(report.indicators.items()), *(kind.indicators.items() if kind else ())]
    taken = [(key, indicator.place) for key, indicator in named if key in TERMS]
    taken += [(key, report.tables[key].place) for key in tables if key in TERMS or key in dict(named)]
    return [
        error("DL46", f"tên «{key}» đã có nghĩa khác ({TERMS.get(key, 'một chỉ tiêu')})", place, hint="đặt tên khác cho chỉ tiêu này")
        for key, place in taken
    ]


def _context(report, agency, kind, profile, period, signer, figures, tables) -> dict[str, object]:
    """Every name the frame and the text may use."""
    words = {**period_words(period), **letter_words(report, agency, kind, profile, signer)}
    from_type = "subject" not in report.places
    place = kind.at("subject") if from_type else report.at("subject")
    subject = render_text(kind.subject if from_type else report.subject, {**words, **figures}, place)
    words |= {"trich_yeu": subject, "tieu_de_tai_lieu": document_title(kind, subject)}
    return {**words, **rule_indents(profile, words), **tables, **figures}

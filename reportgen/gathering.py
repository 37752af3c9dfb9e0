"""All figures of one report: typed, from spreadsheets, from its data tables, worked out, and quoted from other periods.

``own_figures`` knows the report's own files only; ``gather`` asks the reports of other periods first (``past``), where the
declared figures want them, and says what was issued before differs from what is said now.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from reportgen.checks.certainty import check_confirmed
from reportgen.checks.window import check_window
from reportgen.context import period_words, step_words
from reportgen.diagnostics import Finding, Place
from reportgen.doctype import DocumentType
from reportgen.errors import DataError, collecting
from reportgen.figures.comparing import compared, with_comparisons
from reportgen.figures.model import CellValue, Figure, Figures, Indicator, under_rule
from reportgen.figures.reading import NOTHING, read_figures
from reportgen.noun import noun
from reportgen.preparing_tables import Tables, load_tables
from reportgen.project import Project
from reportgen.report import FigureSheet, Report
from reportgen.tables.named import is_table_reference, read_table_cell, with_sources
from reportgen.vietnamese.periods import Period, PeriodError, read_period

if TYPE_CHECKING:
    from reportgen.issued import Issued


@noun
class Gathered:
    """The figures of a report with what they are declared to be, and its data tables."""

    indicators: Mapping[str, Indicator]
    tables: Tables
    figures: Figures


NO_CELLS: Mapping[str, CellValue | None] = MappingProxyType({})
"""For a report without figures that come along with it."""
PERIODIC = ("báo cáo", "kế hoạch")
"""Kinds whose text speaks of a period; of the others a blank one means the month of issue."""


def period_of(report: Report, kind: DocumentType | None = None) -> Period:
    """The period the report speaks of; a kind that is not periodic may name none. DataError (DL44) if it is none."""
    periodic = kind is None or kind.kind.casefold() in PERIODIC
    if not report.period and report.issue_date and not periodic:
        return Period("thang", report.issue_date.year, report.issue_date.month)
    try:
        return read_period(report.period)
    except PeriodError as fault:
        raise DataError.of("DL44", fault.message, report.at("period"), hint=fault.hint) from None


def gather(
    project: Project,
    report: Report,
    kind: DocumentType,
    period: Period | None,
    sink: list[Finding],
    cutoff: int | None = None,
    cells: Mapping[str, CellValue | None] = NO_CELLS,
) -> Gathered:
    """Everything the report has to say in numbers; every fault goes to ``sink``.

    ``cutoff``: the day the books of its agency open, where the type says none. ``cells``: figures that come with the report
    (a row of a batch), by key; if those of other periods are among them, no other report is asked.
    """
    opens = kind.cutoff or cutoff
    indicators = with_comparisons({**dict(kind.indicators), **dict(report.indicators)}, sink)
    tables = tables_of(project, report, kind, period, sink, opens or 1)
    figures = _figures(project, report, kind, period, indicators, tables, sink, cells)
    if period and opens:
        sink.extend(check_window(report.issue_date, period.window(opens), report.at("issue_date")))
    sink.extend(check_confirmed(figures))
    sink.extend(_against_issued(project, report, figures, tables))
    return Gathered(indicators, tables, figures)


def tables_of(
    project: Project, report: Report, kind: DocumentType, period: Period | None, sink: list[Finding], cutoff: int = 1
) -> Tables:
    """The data tables of the report; without a period their titles cannot be filled in, so none is made."""
    if period is None or not (kind.tables or report.tables):
        return Tables(declared=dict(kind.tables))
    return load_tables(project, report, kind, period_words(period, cutoff), sink)


def own_figures(
    project: Project,
    report: Report,
    indicators: Mapping[str, Indicator],
    tables: Tables,
    sink: list[Finding],
    elsewhere: Mapping[str, Figure] = NOTHING,
    cells: Mapping[str, CellValue | None] = NO_CELLS,
) -> Figures:
    """The figures from what is typed, from spreadsheets, from cells of the data tables; ``elsewhere``: quoted ones.

    ``cells``: figures that come with the report itself; one the report's own sheet of figures holds too is read there.
    """
    from reportgen.sources import read_cell, read_figures_table

    folder = project.attachments(report)
    sheet: Mapping[str, CellValue | None] = cells
    if report.figure_sheet:
        held: FigureSheet = report.figure_sheet
        ref = f"{held.file}!{held.sheet}" if held.sheet else held.file
        kept = read_figures_table(folder, ref, held.key_header, held.value_header, sink, held.at("file"))
        sheet = {**cells, **kept} if cells else kept

    def read(ref: str, place: Place, into: list[Finding]) -> CellValue | None:
        if is_table_reference(ref):
            return read_table_cell(ref, place, tables.made, tables.declared, into)
        return read_cell(folder, ref, into, place)

    return read_figures(
        with_sources(report.figures, indicators, report.at("figures")),
        under_rule(indicators, report.rounding),
        sink,
        read_cell=read,
        sheet=sheet,
        elsewhere=elsewhere,
        place=report.at("figures"),
    )


def table_texts(tables: Tables) -> dict[str, list[dict[str, str]]]:
    """What the tables print, cell by cell: those declared by the type, and rows for loops."""
    made = {
        key: [{column: cell.printed for column, cell in row.cells.items()} for row in content.rows]
        for key, content in tables.made.items()
    }
    plain = {key: rows for key, rows in tables.loops.items() if key not in made}
    return made | {key: [{column: str(v) for column, v in row.items()} for row in rows] for key, rows in plain.items()}


def issued_of(project: Project, report: Report, sink: list[Finding]) -> Issued | None:
    """What was issued as this report, None if nothing was; a damaged snapshot is a finding."""
    path = project.issued / f"{report.key}.json"
    if path.is_file():
        from reportgen.issued import read_issued

        with collecting(sink):
            return read_issued(path, project.shown(path))
    return None


def _figures(
    project: Project,
    report: Report,
    kind: DocumentType,
    period: Period | None,
    indicators: Mapping[str, Indicator],
    tables: Tables,
    sink: list[Finding],
    cells: Mapping[str, CellValue | None],
) -> Figures:
    if period is None or not any(its.is_quoted and key not in cells for key, its in indicators.items()):
        figures = own_figures(project, report, indicators, tables, sink, cells=cells)
        return compared(figures, indicators, step_words(period) if period else {})
    from reportgen.past import findings_about, look_up

    def of_other(other, its_kind, declared, its_period, elsewhere, into):
        its_tables = tables_of(project, other, its_kind, its_period, into)
        return compared(own_figures(project, other, declared, its_tables, into, elsewhere), declared, {})

    past = look_up(project, report, kind, period, indicators, of_other)
    figures = own_figures(project, report, indicators, tables, sink, past.found, cells)
    sink.extend(findings_about(past, report, period, indicators, figures))
    return compared(figures, indicators, step_words(period))


def _against_issued(project: Project, report: Report, figures: Figures, tables: Tables) -> list[Finding]:
    found: list[Finding] = []
    issued = issued_of(project, report, found)
    if issued:
        from reportgen.checks.issued import check_unchanged

        found += check_unchanged(issued, figures, table_texts(tables), report.at("figures"), report.correction)
    return found

"""The data tables of one report: declared by its type, given by the report, made, checked, ready to be set into the page.

A spreadsheet is read by the titles of the declaration unless the report says other header texts. Titles may use the names
of the period, so the table of 2019 asks for «Hộ nghèo 2019» and that of 2020 for «Hộ nghèo 2020».
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reportgen.agency import Agency
from reportgen.context import place_and_date, reference
from reportgen.diagnostics import Finding, Place, error
from reportgen.doctype import DocumentType
from reportgen.errors import collecting
from reportgen.figures.model import Figures, Indicator
from reportgen.kinds import Kind
from reportgen.noun import field, noun, replace
from reportgen.profile import Profile
from reportgen.project import Project
from reportgen.report import Report, TableSource
from reportgen.sandbox import render_text
from reportgen.tables.declared import Column, TableType
from reportgen.tables.placing import appendix_names
from reportgen.vietnamese.dates import slash_date
from reportgen.vietnamese.text import nearest, sentence_case

if TYPE_CHECKING:
    from reportgen.tables.content import TableContent
    from reportgen.tables.raw import RawTable

FIRST_WAY = 'ghi ở báo cáo: bang: {key}: {{nguon: "so-lieu.xlsx!Trang tính"}}, hoặc gõ các dòng ở «dong»'


@noun
class Tables:
    """What a report's tables come to. ``declared``: by their types, titles filled in; ``made``: those that could be made;

    ``loops``: rows for ``{% for … %}`` in the text, declared tables and plain ones.
    """

    declared: Mapping[str, TableType] = field(default_factory=dict)
    made: Mapping[str, TableContent] = field(default_factory=dict)
    loops: Mapping[str, list] = field(default_factory=dict)

    def appendices(self, profile: Profile) -> dict[str, str]:
        """What each appendix is called, in the order declared: «Phụ lục I», in Party documents «Phụ lục 1»."""
        keys = [key for key, table in self.declared.items() if table.is_appendix]
        return appendix_names(keys, profile.texts["so_phu_luc"])


def load_tables(
    project: Project, report: Report, kind: DocumentType, words: Mapping[str, object], sink: list[Finding]
) -> Tables:
    """All tables of the report, checked; ``words`` are the names titles may use. Findings go to ``sink``."""
    declared, made, loops = {}, {}, {}
    for key, table in dict(kind.tables).items():
        with collecting(sink):
            declared[key] = worded(table, words, report.rounding)
            content = _content(project, report, key, declared[key], sink)
            if content:
                made[key] = content
                loops[key] = content.loop_rows()
                sink.extend(_checked(content, report.tables[key]))
    for key, source in report.tables.items():
        if key not in kind.tables:
            loops[key] = _plain(project, report, key, source, sink)
    return Tables(declared, made, loops)


def worded(table: TableType, words: Mapping[str, object], rounding: str) -> TableType:
    """The table with the tags in its texts filled in, and the rounding rule of the report where a column has none."""

    def said(text: str, place: Place) -> str:
        return render_text(text, words, place) if "{" in text else text

    def column(held: Column) -> Column:
        groups = tuple(said(group, held.at("groups", n)) for n, group in enumerate(held.groups))
        title = said(held.title, held.at("title"))
        return replace(held, title=title, groups=groups, rounding=held.rounding or rounding)

    return replace(
        table,
        label=said(table.label, table.at("label")),
        notes=tuple(said(note, table.at("notes", n)) for n, note in enumerate(table.notes)),
        columns={key: column(held) for key, held in table.columns.items()},
    )


def printed_tables(tables: Tables, report: Report, form: Kind, agency: Agency, profile: Profile) -> dict[str, object]:
    """The tables as the page's program asks for them: name → a table that writes itself."""
    if not tables.made:
        return {}
    from reportgen.docx.placed_tables import VALUE
    from reportgen.docx.ruled_table import RuledTable

    size, names = profile.styles["bang_so"].size_pt, tables.appendices(profile)
    line, closed = issued_with(report, form, agency, profile), profile.letterhead != "dang"
    return {
        VALUE.format(key): RuledTable(content, size, names.get(key, ""), line, closed) for key, content in tables.made.items()
    }


def stated_twice(indicators: Mapping[str, Indicator], figures: Figures, tables: Tables) -> list[Finding]:
    """Findings for figures of the text that contradict the cell of a table they are declared to come from."""
    if not tables.made:
        return []
    from reportgen.checks.tables import check_stated_twice

    return check_stated_twice(indicators, figures, tables.made, tables.declared)


def issued_with(report: Report, form: Kind, agency: Agency, profile: Profile) -> str:
    """«(Kèm theo Kế hoạch số …/KH-UBND ngày … của …)»; what is not known yet stays blank (NĐ30, PL I, Phần I, III.1.c)."""
    unit = report.drafting_unit or agency.drafting_unit
    number = reference(profile.texts, form, report.number, agency.symbol, unit).partition(" ")[2]
    date = place_and_date("", report.issue_date, report.day_blank)
    if profile.letterhead == "dang" and report.issue_date:  # «số 05-HD/VPTW, ngày 27/5/2026» (HD05 Phần II, II.1.2)
        date = f", ngày {slash_date(report.issue_date)}"
    date = date if profile.letterhead == "dang" else date.replace(",", "", 1)
    return f"(Kèm theo {sentence_case(form.name)} số {number}{date} của {agency.name})"


def _content(
    project: Project, report: Report, key: str, table: TableType, sink: list[Finding]
) -> TableContent | None:
    source = report.tables.get(key)
    if source is None:
        message = f"báo cáo chưa cho số liệu của bảng «{table.label}» ({key})"
        sink.append(error("BG01", message, report.at("tables"), hint=FIRST_WAY.format(key=key)))
        return None
    from reportgen.tables.making import make_table

    raw = _raw(project, report, key, source, table, sink)
    return make_table(key, table, raw, sink) if raw else None


def _raw(
    project: Project, report: Report, key: str, source: TableSource, table: TableType, sink: list[Finding]
) -> RawTable | None:
    from reportgen.tables.typed import typed_rows

    if source.raw is not None:
        return source.raw
    typed = typed_rows(source.rows, source.total, table, source.place, sink)
    if bool(source.source) == (source.rows is not None):
        given = "có cả nguon và dong" if source.source else "chưa có nguon hay dong"
        hint = "chọn một: lấy từ bảng tính (nguon), hoặc gõ các dòng (dong)" if source.source else FIRST_WAY.format(key=key)
        sink.append(error("BG01", f"bảng «{key}»: {given}", source.place, hint=hint))
        return None
    if not source.source:
        return typed
    from reportgen.sources import read_raw_table

    headers, optional = headers_of(key, source, table, sink)
    folder = project.attachments(report)
    raw = read_raw_table(folder, source.source, table, headers, sink, source.at("source"), optional=optional)
    return replace(raw, rows=(*raw.rows, *typed.rows)) if raw else None


def headers_of(
    key: str, source: TableSource, table: TableType, sink: list[Finding]
) -> tuple[dict[str, str], frozenset[str]]:
    """Header texts by column: those the report says, else the titles; columns with a formula may be missing in the sheet."""
    for name in source.columns:
        if name not in table.columns:
            close = nearest(name, table.columns)
            hint = f"có phải «{close}»?" if close else f"các cột: {', '.join(table.columns)}"
            message = f"bảng «{key}» không có cột «{name}»"
            sink.append(error("BG07", message, source.at("columns", name), found=name, hint=hint))
    wanted = {name: column for name, column in table.columns.items() if column.kind != "so_thu_tu"}
    headers = {name: source.columns.get(name) or " > ".join(column.path) for name, column in wanted.items()}
    optional = frozenset(n for n, column in wanted.items() if column.formula and n not in source.columns)
    return headers, optional


def _checked(content: TableContent, source: TableSource) -> list[Finding]:
    from reportgen.checks.tables import check_table

    places = {name: source.at("accepted", name) for name in source.accepted}
    return check_table(content, source.accepted, places, doubts=True)


def _plain(project: Project, report: Report, key: str, source: TableSource, sink: list[Finding]) -> list:
    """Rows of a table the type does not declare: only for loops, from a spreadsheet."""
    if not source.source or not source.columns:
        message = f"bảng «{key}» không khai ở loại văn bản nên phải có cả nguon và cot"
        hint = "khai bảng ở mục bang của loai.yml, hoặc ghi nguon và cot"
        sink.append(error("BG01", message, source.place, hint=hint))
        return []
    from reportgen.sources import read_table

    return read_table(project.attachments(report), source.source, source.columns, sink, source.at("source"))

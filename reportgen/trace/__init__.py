"""The way of one figure: what it is, where it came from, what hangs on it, where it is printed."""

from __future__ import annotations

from decimal import Decimal

from reportgen.checks.shown import exactly
from reportgen.diagnostics import Finding
from reportgen.doctype import DocumentType
from reportgen.errors import ReportgenError, UsageError
from reportgen.figures.comparing import with_comparisons
from reportgen.figures.derive import worked_out
from reportgen.figures.expressions import parse_formula
from reportgen.figures.model import APPROXIMATIONS, Figure, Figures, Indicator
from reportgen.figures.relations import Relation
from reportgen.gathering import gather, period_of
from reportgen.noun import noun
from reportgen.project import Project
from reportgen.report import Report
from reportgen.trace.mentions import Mention, mentions_of, names_formula
from reportgen.vietnamese.numbers import format_number
from reportgen.vietnamese.text import nearest, nearest_few

ORIGINS = {
    "typed": "gõ ở",
    "sheet": "bảng tính",
    "formula": "tính bằng công thức",
    "printed": "số văn bản gốc đã in, gõ ở",
    "past": "báo cáo của kỳ khác:",
}


@noun
class Trace:
    """All there is to know about one figure. ``figure`` is None while it has no value."""

    report: str
    key: str
    indicator: Indicator
    figure: Figure | None
    mentions: tuple[Mention, ...]
    used_by: tuple[str, ...]
    relations: tuple[str, ...]
    unrounded: str = ""
    findings: tuple[Finding, ...] = ()

    def lines(self) -> list[str]:
        """The trace as printed."""
        rows = [(name, value) for name, value in self._rows() if value]
        return [f"{self.report}.{self.key}: {self.indicator.label}", *(f"  {name}: {value}" for name, value in rows)]

    def _rows(self):
        figure, indicator = self.figure, self.indicator
        yield "in ra", str(figure) if figure else "chưa có số liệu"
        yield "giá trị", format_number(figure.value) if figure else ""
        yield "đơn vị tính", indicator.unit or "không có"
        yield "số chữ số lẻ", str(indicator.decimals)
        yield "kỳ số liệu", indicator.period
        yield "công thức", indicator.formula
        yield "thay số", figure.working if figure else ""
        yield "trước khi làm tròn", self.unrounded
        yield "lấy từ", source_of(figure) if figure else ""
        yield "khai ở", str(indicator.place)
        yield "ghi chú", (figure.note if figure else "") or indicator.note
        yield "dùng để tính", ", ".join(self.used_by)
        yield from (("kiểm tra", relation) for relation in self.relations)
        yield from (("xuất hiện", str(mention)) for mention in self.mentions)
        if not self.mentions:
            yield "xuất hiện", "không in ở đâu trong văn bản"

    def as_data(self) -> dict[str, object]:
        """The trace for programs; numbers as text, exact."""
        figure = self.figure
        return {
            "report": self.report,
            "key": self.key,
            "label": self.indicator.label,
            "unit": self.indicator.unit,
            "decimals": self.indicator.decimals,
            "value": plain(figure.value) if figure else None,
            "printed": str(figure) if figure else None,
            "approximation": APPROXIMATIONS.get(figure.approximation, "") if figure else "",
            "origin": figure.origin if figure else "",
            "source": str(figure.place) if figure else "",
            "formula": self.indicator.formula,
            "working": figure.working if figure else "",
            "unrounded": self.unrounded,
            "used_by": list(self.used_by),
            "relations": list(self.relations),
            "mentions": [mention.as_data() for mention in self.mentions],
        }


def trace(project: Project, what: str, *, codes: list[str] = ()) -> Trace:
    """The trace of ``<report>.<figure>``. UsageError LE05 with the nearest figure, report or code; LE01 unknown report."""
    name, dot, key = what.rpartition(".")
    if not dot or (name not in project.report_names() and nearest(what, codes)):
        raise _unknown(project, what, codes)
    report = project.report(name)
    kind = project.document_type(report.type_key, report.at("type_key"))
    indicators = with_comparisons({**dict(kind.indicators), **dict(report.indicators)}, [])
    if key not in indicators:
        close = nearest_few(key, indicators)
        hint = f"có phải {' hay '.join(f'«{name}.{c}»' for c in close)}?" if close else "xem tên số liệu trong loai.yml"
        raise UsageError.of("LE05", f"báo cáo «{name}» không có số liệu «{key}»", hint=hint)
    findings: list[Finding] = []
    held = gather(project, report, kind, period_of(report), findings)
    return _traced(project, report, kind, key, indicators, held.figures, findings)


def _traced(
    project: Project,
    report: Report,
    kind: DocumentType,
    key: str,
    indicators: dict[str, Indicator],
    figures: Figures,
    findings: list[Finding],
) -> Trace:
    figure = figures.get(key)
    relations = [relation for relation in [*kind.relations, *report.relations] if names_relation(relation, key)]
    return Trace(
        report.key,
        key,
        indicators[key],
        figure,
        tuple(mentions_of(project, report, kind, key, str(figure or ""))),
        tuple(other for other, i in indicators.items() if i.formula and names_formula(i.formula, key)),
        tuple(f"{relation.label} ({relation.place})" for relation in relations),
        unrounded(figure, figures) if figure else "",
        tuple(f for f in findings if f"({key})" in f.message or f"«{key}»" in f.message),
    )


def names_relation(relation: Relation, key: str) -> bool:
    """True if the relation is about the figure."""
    return key in [use.key for use in relation.names] or names_formula(relation.statement, key)


def unrounded(figure: Figure, figures: Figures) -> str:
    """What a formula gives before it is rounded to what prints; '' where nothing was rounded."""
    if figure.origin != "formula" or not figure.rounded:
        return ""
    return exactly(worked_out(parse_formula(figure.indicator.formula), figures), figure)


def source_of(figure: Figure) -> str:
    """Where a value came from, in words."""
    origin = ORIGINS.get(figure.origin, figure.origin)
    return origin if figure.origin == "formula" else f"{origin} {figure.place}"


def plain(value: Decimal) -> str:
    """The exact number for programs: a point for decimals, no groups, no exponent."""
    return format(value, "f")


def _unknown(project: Project, what: str, codes: list[str]) -> ReportgenError:
    if what in project.report_names():
        hint = f"ghi thêm tên số liệu, ví dụ: reportgen explain {what}.{_some_figure(project, what)}"
        return UsageError.of("LE05", f"«{what}» là một báo cáo, không phải số liệu", hint=hint)
    owners = [f"{name}.{what}" for name in project.report_names() if _has_figure(project, name, what)]
    close = owners[:3] or nearest_few(what, codes)
    hint = f"có phải {' hay '.join(f'«{c}»' for c in close)}?" if close else "số liệu ghi theo dạng BÁO-CÁO.SỐ-LIỆU"
    return UsageError.of("LE05", f"không có số liệu, mã lỗi hay quy tắc tên «{what}»", hint=hint)


def _has_figure(project: Project, name: str, key: str) -> bool:
    return key in _indicators(project, name)


def _some_figure(project: Project, name: str) -> str:
    return next(iter(_indicators(project, name)), "tên_số_liệu")


def _indicators(project: Project, name: str) -> dict[str, Indicator]:
    """The figures of a report for a hint; none if its files have faults (the hint is then shorter)."""
    try:
        report = project.report(name)
        kind = project.document_type(report.type_key)
    except ReportgenError:
        return {}
    return {**dict(kind.indicators), **dict(report.indicators)}

"""From a report's name to everything its page needs, loaded and checked: nothing is written here.

The findings of every file are gathered before anything is refused, so that one run says all there is to mend.
What cannot be known because something before it failed (the figures of an unknown type) is left out in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from reportgen.agency import Agency, Signer
from reportgen.checks.figures import check_digits, check_figures
from reportgen.checks.issuer import check_issuer
from reportgen.checks.kinds import check_carried, kind_of
from reportgen.checks.letterhead import check_recipients
from reportgen.checks.typed_lines import check_subject, check_typed_lines, check_typed_words
from reportgen.checks.window import check_begun
from reportgen.context import TERMS, document_title, letter_words, period_words, recipients
from reportgen.diagnostics import Finding, Place, any_blocks, error
from reportgen.doctype import DocumentType
from reportgen.docx.rules import rule_indents
from reportgen.doubt import unmarked
from reportgen.drafting import DRAFT_TITLE, doubted, names_in_draft, tables_in_draft, tolerated
from reportgen.errors import DataError, collecting
from reportgen.figures.model import CellValue, Figures, Indicator
from reportgen.gathering import NO_CELLS, Gathered, gather, period_of
from reportgen.kinds import Kind
from reportgen.noun import field, noun
from reportgen.preparing_tables import Tables, printed_tables, stated_twice
from reportgen.profile import Profile, load_profile, profile_for
from reportgen.project import Project
from reportgen.report import Report
from reportgen.sandbox import render_text
from reportgen.signing import left_signer_of, signer_of
from reportgen.vietnamese.periods import Period
from reportgen.vietnamese.text import nearest

T = TypeVar("T")
TAG_WORDS = frozenset(
    "if elif else endif for endfor in is not and or true false none True False None set macro block loop import from with".split()
)
"""Words a tag reads as its own: a figure of such a name could be printed nowhere."""


@noun
class Draft:
    """One report with all it stands on; ``findings`` are those that do not block."""

    project: Project
    report: Report
    agency: Agency
    type: DocumentType
    form: Kind
    profile: Profile
    period: Period
    signer: Signer
    indicators: Mapping[str, Indicator]
    figures: Figures
    tables: Tables
    context: Mapping[str, object]
    findings: tuple[Finding, ...] = field(default=())


def prepare(project: Project, name: str, *, type_key: str | None = None, as_draft: bool = False) -> Draft:
    """Load and check the report ``name``; ``type_key`` overrides its type. DataError or UsageError with all findings.

    ``as_draft``: missing and doubtful figures are marked on the page and told as warnings.
    """
    return prepare_report(project, project.report(name), type_key=type_key, as_draft=as_draft)


def prepare_report(
    project: Project,
    report: Report,
    *,
    type_key: str | None = None,
    as_draft: bool = False,
    cells: Mapping[str, CellValue | None] = NO_CELLS,
) -> Draft:
    """The same for a report already loaded; ``cells``: figures that come along with it (a row of a batch), by key."""
    sink: list[Finding] = []
    kind = _try(sink, lambda: type_of(project, report, type_key))
    agency = _try(sink, lambda: project.agency(report.agency_key, report.at("agency_key")))
    profile = _try(sink, lambda: load_profile(profile_key_of(report, agency))) if agency else None
    form = _try(sink, lambda: kind_of(kind, profile.kind_list)) if kind and profile else None
    period = _try(sink, lambda: period_of(report, kind))
    signer = _try(sink, lambda: signer_of(report, agency, form)) if agency and form else None
    cutoff = agency.cutoff if agency else None
    held = gather(project, report, kind, period, sink, cutoff, cells) if kind else Gathered({}, Tables(), Figures())
    indicators, tables, figures = held.indicators, held.tables, held.figures
    sink.extend(name_clashes(report, kind, tables))
    sink.extend(check_page(report, kind, agency, form, profile, period))
    if kind:
        sink.extend(check_figures([*kind.relations, *report.relations], figures))
        if cells is NO_CELLS:
            sink.extend([*check_digits(figures), *check_typed_words(report.words, report)])
        sink.extend(stated_twice(indicators, figures, tables))
    names: Mapping[str, object] = {**dict.fromkeys(figures.absent), **figures}
    if as_draft:
        sink = tolerated(sink)
        names = names_in_draft(doubted(figures, tables, sink))
        tables = tables_in_draft(tables)
    if any_blocks(sink) or not (kind and agency and profile and form and period and signer):
        raise DataError(sink)
    words = letter_words(report, agency, form, profile, signer, left_signer_of(report, form))
    dates = period_words(period, kind.cutoff or cutoff or 1)
    context = context_of(report, kind, form, profile, {**dates, **words, **report.words}, names, tables)
    if as_draft:
        context["tieu_de_tai_lieu"] = f"{DRAFT_TITLE}{context['tieu_de_tai_lieu']}"
    context |= printed_tables(tables, report, form, agency, profile)
    return Draft(
        project, report, agency, kind, form, profile, period, signer, indicators, figures, tables, context, tuple(sink)
    )


def _try(sink: list[Finding], load: Callable[[], T]) -> T | None:
    with collecting(sink):
        return load()
    return None


def type_of(project: Project, report: Report, type_key: str | None = None) -> DocumentType:
    """The type of the report (or ``type_key``). DataError DL43 if it does not say what kind of document it makes."""
    key = type_key or report.type_key
    kind = project.document_type(key, report.at("type_key"))
    if not kind.kind:
        raise DataError.of("DL43", f"loại văn bản «{key}» chưa có ten_loai", kind.place, hint="thêm dòng: ten_loai: báo cáo")
    return kind


def profile_key_of(report: Report, agency: Agency) -> str:
    """The layout profile of the report: named, or the one of its day and of the body that issues it."""
    if report.profile_key != "theo_ngay":
        return report.profile_key
    return profile_for(report.issue_date, agency.scope, report.at("issue_date"))


def bodies_named(report: Report, agency: Agency) -> list[tuple[str, Place]]:
    """Addressees and recipients as they will print, each with its place."""
    named = [(text, report.at("addressees", i)) for i, text in enumerate(report.addressees)]
    if report.recipients:
        return named + [(text, report.at("recipients", i)) for i, text in enumerate(report.recipients)]
    return named + [(text, agency.at("recipients", i)) for i, text in enumerate(agency.recipients)]


def name_clashes(report: Report, kind: DocumentType | None, tables: Tables) -> list[Finding]:
    """A figure or table may not take a name the page itself uses: the text would print the wrong one."""
    named = [*(report.indicators.items()), *(kind.indicators.items() if kind else ())]
    taken = [(key, indicator.place) for key, indicator in named if key in TERMS]
    held = {**report.tables, **tables.declared}
    taken += [(key, table.place) for key, table in held.items() if key in TERMS or key in dict(named)]
    printed = kind.words if kind else {}
    taken += [(key, kind.at("words", key)) for key in printed if key in TERMS or key in dict(named) or key in held]
    reserved = [(key, indicator.place) for key, indicator in named if key in TAG_WORDS]
    reserved += [(key, table.place) for key, table in held.items() if key in TAG_WORDS]
    reserved += [(key, kind.at("words", key)) for key in printed if kind and key in TAG_WORDS]
    return [
        *(
            error("DL46", f"tên «{key}» đã có nghĩa khác ({TERMS.get(key, 'một chỉ tiêu')})", place, hint="đặt tên khác cho chỉ tiêu này")
            for key, place in taken
        ),
        *(
            error("DL46", f"tên «{key}» là chữ riêng của các thẻ {{% … %}}", place, hint="đặt tên khác, ví dụ thêm chữ phía sau")
            for key, place in reserved
        ),
    ]


def check_page(
    report: Report,
    kind: DocumentType | None,
    agency: Agency | None,
    form: Kind | None,
    profile: Profile | None,
    period: Period | None,
) -> list[Finding]:
    """What is wrong with the facts and words of a report, its figures aside; what is None was found wrong before."""
    found = check_words(report, kind) if kind else []
    if agency:
        found += check_issuer(agency, report.issue_date, bodies_named(report, agency), report.at("issue_date"))
    if kind and period:
        found += check_begun(kind.kind, report.issue_date, period, report.at("period"))
    if form and agency and profile:
        found += check_carried(report, agency, form, profile)
        found += check_recipients(report, agency, recipients(report, agency, form))
        found += check_typed_lines(report, agency, form)
    if form and kind:
        own = "subject" in report.places
        found += check_subject(report.subject if own else kind.subject, form, (report if own else kind).at("subject"))
    return found


def check_words(report: Report, kind: DocumentType) -> list[Finding]:
    """Words of its own (``chu_rieng``) the type asks for and the report does not say, and those it says and nobody asks for."""
    found = []
    for key, label in kind.words.items():
        if not report.words.get(key):
            place = report.at("words", key)
            hint = "điền chữ vào ô này" if place.cell else f"thêm chu_rieng: rồi xuống dòng, thụt vào 2 dấu cách: {key}: …"
            found.append(error("DL50", f"chưa ghi «{label}» ({key})", place, hint=hint))
    for key in report.words:
        if key not in kind.words:
            close = nearest(key, kind.words)
            hint = f"có phải «{close}»?" if close else "khai tên này ở chu_rieng của loại văn bản, hoặc bỏ đi"
            found.append(error("DL50", f"loại văn bản không có chữ riêng «{key}»", report.at("words", key), found=key, hint=hint))
    return found


def context_of(report, kind, form, profile, words, names, tables) -> dict[str, object]:
    """Every name the frame and the text may use; ``words``: those of the period and of the page furniture; ``names``:

    what those of the figures stand for (None: the sandbox knows the name and that nothing may be printed for it).
    """
    from_type = "subject" not in report.places
    place = kind.at("subject") if from_type else report.at("subject")
    subject = render_text(kind.subject if from_type else report.subject, {**words, **names}, place)
    plain = unmarked(subject)
    words |= {"phu_luc": tables.appendices(profile), "trich_yeu": subject, "tieu_de_tai_lieu": document_title(form, plain)}
    return {**words, **rule_indents(profile, {**words, "trich_yeu": plain}), **tables.loops, **names}

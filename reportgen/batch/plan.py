"""All that is the same for every document of a batch, loaded, checked and compiled once; it travels to the workers as a whole.

A worker gets the plan by value and not by name: on a cluster there may be no disk in common, and two workers must not read
two versions of a file somebody is editing.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.agency import Agency, Signer
from reportgen.batch.declared import BatchBase
from reportgen.batch.own_tables.declared import shared_only, with_unit_tables
from reportgen.batch.quotes import from_the_start
from reportgen.build import make_template
from reportgen.checks.kinds import kind_of
from reportgen.context import TERMS, period_words
from reportgen.diagnostics import NOWHERE, Finding, Place, any_blocks, error
from reportgen.doctype import DocumentType
from reportgen.docx.rules import RULE_LINES
from reportgen.errors import DataError, collecting
from reportgen.figures.comparing import with_comparisons
from reportgen.figures.model import Figures, Indicator
from reportgen.gathering import period_of, tables_of
from reportgen.kinds import Kind
from reportgen.noun import field, noun
from reportgen.preparing import Draft, name_clashes, profile_key_of, type_of
from reportgen.preparing_tables import Tables
from reportgen.profile import Profile, load_profile
from reportgen.project import Project
from reportgen.signing import signer_of
from reportgen.template import Template, names
from reportgen.vietnamese.periods import Period
from reportgen.vietnamese.text import nearest
from reportgen.yamltext import Mapping as Group


@noun
class HeldProject(Project):
    """A project whose type and agency are in hand, so that ten thousand rows do not read them ten thousand times."""

    kind: DocumentType | None = None
    agencies: Mapping[str, Agency] = field(default_factory=dict)

    def agency(self, key: str, place: Place = NOWHERE) -> Agency:
        """The agency ``key``, in hand or from its file."""
        return self.agencies.get(key) or Project.agency(self, key, place)

    def document_type(self, key: str, place: Place = NOWHERE) -> DocumentType:
        """The type of the batch; another one from its file."""
        return self.kind if self.kind and self.kind.key == key else Project.document_type(self, key, place)


@noun
class Plan:
    """What the documents share. ``findings`` are about the shared files and do not block; ``cutoff``: the day the books open."""

    project: HeldProject
    base: BatchBase
    kind: DocumentType
    agency: Agency
    form: Kind
    profile: Profile
    period: Period
    signer: Signer
    indicators: Mapping[str, Indicator]
    tables: Tables
    template: Template
    findings: tuple[Finding, ...] = field(default=())

    @property
    def cutoff(self) -> int | None:
        """The day the books open, as the type or the agency has it."""
        return self.kind.cutoff or self.agency.cutoff

    @property
    def dates(self) -> dict[str, str]:
        """The words of the period."""
        return period_words(self.period, self.cutoff or 1)


def make_plan(project: Project, base: BatchBase) -> Plan:
    """Load, check and compile what the documents share. DataError with all findings."""
    sink: list[Finding] = []
    _refuse_what_rows_cannot_have(base, sink)
    kind, agency, profile, form, period, signer = _loaded(project, base, sink)
    if not (kind and agency and profile and form and period and signer):
        raise DataError(sink)
    indicators = with_comparisons({**dict(kind.indicators), **dict(base.indicators)}, sink)
    base = from_the_start(base, indicators, period)
    opens = kind.cutoff or agency.cutoff or 1
    tables = tables_of(project, base, shared_only(kind, base.unit_tables, base, sink), period, sink, opens)
    tables = with_unit_tables(tables, kind, base.unit_tables, period, base, opens, sink)
    sink.extend(name_clashes(base, kind, tables))
    held = HeldProject(project.root, kind, {base.agency_key: agency})
    nothing = Draft(held, base, agency, kind, form, profile, period, signer, indicators, Figures(), tables, {})
    with collecting(sink):
        template = make_template(nothing, sink)
        sink += template.notes
        sink += _unknown_names(template, nothing)
    if any_blocks(sink):
        raise DataError(sink)
    return Plan(
        held, base, kind, agency, form, profile, period, signer, indicators, tables, template, tuple(dict.fromkeys(sink))
    )


def _unknown_names(template: Template, draft: Draft) -> list[Finding]:
    """Names of the text no row will fill: told once, and not ten thousand times."""
    from reportgen.docx.placed_tables import VALUE

    known = {*TERMS, *RULE_LINES, *draft.type.words, *draft.report.words, *draft.indicators, *draft.tables.loops}
    known |= {VALUE.format(key) for key in draft.tables.declared} | set(draft.tables.declared)
    found = []
    for name, place in names(template).items():
        if name not in known:
            close = nearest(name, known)
            hint = f"có phải «{close}»?" if close else "khai tên này ở chi_tieu hoặc chu_rieng của loại văn bản"
            found.append(error("MAU31", f"không có tên «{name}»", place, found=name, hint=hint))
    return found


def _loaded(project: Project, base: BatchBase, sink: list[Finding]) -> tuple:
    """Type, agency, profile, kind, period, signer; None for each that could not be loaded."""
    kind = agency = profile = form = period = signer = None
    with collecting(sink):
        kind = type_of(project, base)
    with collecting(sink):
        agency = project.agency(base.agency_key, base.at("agency_key"))
        profile = load_profile(profile_key_of(base, agency))
    with collecting(sink):
        if kind and profile:
            form = kind_of(kind, profile.kind_list)
    with collecting(sink):
        period = period_of(base, kind)
    with collecting(sink):
        if agency and form:
            signer = signer_of(base, agency, form)
    return kind, agency, profile, form, period, signer


def _refuse_what_rows_cannot_have(base: BatchBase, sink: list[Finding]) -> None:
    if base.figure_sheet:
        hint = "bỏ so_lieu_tu; số liệu từng văn bản lấy ở các cột của bảng tính, số chung ghi ở so_lieu; mỗi đơn vị một tệp có số liệu "
        hint += "xếp dọc thì ghi so_lieu_doc"
        sink.append(error("LO06", "dựng hàng loạt không dùng so_lieu_tu", base.at("figure_sheet"), hint=hint))


def refuse_far_files(plan: Plan) -> None:
    """DataError LO33 if making a document would read a spreadsheet: the workers of a cluster may not see our disk."""
    typed = plan.base.figures.entries.values() if isinstance(plan.base.figures, Group) else ()
    sources = [node.entries["nguon"].place for node in typed if isinstance(node, Group) and "nguon" in node.entries]
    sources += [source.place for source in plan.base.tables.values() if source.source]
    sources += [indicator.place for indicator in plan.indicators.values() if indicator.source]
    if sources:
        hint = "gõ số vào tệp chung, hoặc chạy trên máy này (bỏ --cluster)"
        raise DataError.of("LO33", "các máy trong cụm không đọc được bảng tính trên máy này", sources[0], hint=hint)

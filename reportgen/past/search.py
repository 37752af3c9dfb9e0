"""The figures of other periods a report quotes, found and worked out.

Every quoted figure stands in an earlier period than the report that quotes it, and may itself need one still earlier (a
total to date needs the one of the month before). So the search goes back first, noting what is needed of each period, and
then works forward, each period once, from the oldest: no recursion, however long the chain of months. A snapshot ends the
way back: what was issued needs nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from reportgen.diagnostics import Finding
from reportgen.doctype import DocumentType
from reportgen.errors import collecting
from reportgen.figures.comparing import PLAN, TO_DATE, with_comparisons
from reportgen.figures.expressions import names_in, parse_formula
from reportgen.figures.model import Figure, Figures, Indicator
from reportgen.figures.tokens import ExpressionError
from reportgen.issued import Issued, read_issued
from reportgen.noun import field, noun, working
from reportgen.past.quoting import Unfit, quoted
from reportgen.past.sources import Source, Sources
from reportgen.project import Project
from reportgen.report import Report
from reportgen.vietnamese.periods import Period
from reportgen.yamltext import Mapping as Group
from reportgen.yamltext import is_blank

Declared = Mapping[str, Indicator]
OwnFigures = Callable[[Report, DocumentType, Declared, Period, Mapping[str, Figure], list[Finding]], Figures]
"""(report, its type, its indicators, its period, figures of other periods by key, sink) → the figures of that report."""


@noun
class Target:
    """A figure of another report: of the plan of a year, or of this type's report of a period. ``zero``: nothing yet."""

    period: Period
    key: str
    is_plan: bool = False
    zero: bool = False


@noun
class Reached:
    """What was found for one quoted figure: where it should stand, and the figure or why it cannot be used."""

    target: Target | None
    figure: Figure | None = None
    unfit: Unfit | None = None


@working
class Past:
    """The answer: by key of the quoted figure. ``search`` keeps what was read on the way, for the findings."""

    reached: dict[str, Reached]
    search: Search

    @property
    def found(self) -> dict[str, Figure]:
        """The figures, by the key they are quoted under."""
        return {key: reached.figure for key, reached in self.reached.items() if reached.figure}


def look_up(
    project: Project,
    report: Report,
    kind: DocumentType,
    period: Period,
    indicators: Mapping[str, Indicator],
    own: OwnFigures,
) -> Past:
    """Every figure ``indicators`` quote. ``own`` works out the figures of another report (``gathering`` knows how)."""
    search = Search(project, report, kind, own)
    wanted = [key for key, indicator in indicators.items() if indicator.is_quoted]
    search.note([target for key in wanted if (target := search.target(period, indicators[key]))])
    search.work_out()
    return Past({key: search.reach(period, key, indicators[key]) for key in wanted}, search)


@working
class Held:
    """One report of another period: its snapshot and its data, as far as there are any; faults of the files."""

    sources: list[Source]
    issued: Issued | None = None
    report: Report | None = None
    kind: DocumentType | None = None
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    figures: Figures = field(default_factory=Figures)
    elsewhere: dict[str, Figure] = field(default_factory=dict)
    faults: list[Finding] = field(default_factory=list)


class Search:
    """One look-up: the reports met, by plan or not and period; the figures needed of each."""

    def __init__(self, project: Project, report: Report, kind: DocumentType, own: OwnFigures):
        self.project, self.own = project, own
        self.types = {kind.key: kind}
        self.common: dict[str, Declared] = {}
        self.periodic = Sources(project, report.type_key, report.agency_key)
        self.plans = Sources(project, kind.plan_type, report.agency_key) if kind.plan_type else None
        self.held: dict[tuple[bool, Period], Held] = {}
        self.needed: dict[tuple[bool, Period], dict[str, None]] = {}

    def target(self, period: Period, indicator: Indicator) -> Target | None:
        """Where a figure quoted in ``period`` stands; None for a plan no earlier report of the year can have."""
        if indicator.step == PLAN:
            return self._plan_target(period, indicator.base)
        if indicator.step == "cung_ky":
            return Target(period.same_last_year, indicator.base)
        to_date = indicator.base.endswith(f"__{TO_DATE}")
        return Target(period.previous, indicator.base, zero=to_date and period.index == 1)

    def _plan_target(self, period: Period, key: str) -> Target | None:
        if self.plans:
            return Target(Period("nam", period.year), key, is_plan=True)
        before = self.periodic.before(period)
        return Target(before, f"{key}__{PLAN}") if before else None

    def note(self, targets: list[Target]) -> None:
        """Go back: note what is needed of each period, and what that needs in turn."""
        waiting = [target for target in targets if not target.zero]
        while waiting:
            target = waiting.pop()
            at = (target.is_plan, target.period)
            needed = self.needed.setdefault(at, {})
            if target.key in needed:
                continue
            needed[target.key] = None
            held = self.hold(target)
            if held.report and not (held.issued and target.key in held.issued.figures):
                waiting += [more for more in self._needs(held, target) if not more.zero]

    def _needs(self, held: Held, target: Target) -> Iterator[Target]:
        """What the figure ``target`` needs of still other periods."""
        if not target.is_plan:
            for key in untyped_quotes(held, target.key):
                more = self.target(target.period, held.indicators[key])
                if more:
                    yield more

    def work_out(self) -> None:
        """Go forward: the figures of every period needed, plans first, each with those of the periods before it."""
        order = sorted(self.needed, key=lambda at: (not at[0], at[1].year, at[1].index))
        for is_plan, period in order:
            held = self.held[is_plan, period]
            if held.report is None:
                continue
            elsewhere = {} if is_plan else self._elsewhere(held, period)
            with collecting(held.faults):
                held.figures = self.own(held.report, held.kind, held.indicators, period, elsewhere, held.faults)

    def _elsewhere(self, held: Held, period: Period) -> dict[str, Figure]:
        reached = {
            key: self.reach(period, key, indicator)
            for key, indicator in held.indicators.items()
            if indicator.is_quoted
        }
        return {key: one.figure for key, one in reached.items() if one.figure}

    def reach(self, period: Period, key: str, indicator: Indicator) -> Reached:
        """The figure quoted as ``key`` by the report of ``period``, from what has been worked out by now."""
        target = self.target(period, indicator)
        if target is None:
            return Reached(None)
        if target.zero:
            return Reached(target, Figure(key, Decimal(0), indicator, indicator.place, origin="past"))
        held = self.held.get((target.is_plan, target.period))
        if held is None:
            return Reached(target)
        said = held.issued.figures.get(target.key) if held.issued else None
        got = quoted(said or held.figures.get(target.key), key, indicator, held.issued)
        return Reached(target, None, got) if isinstance(got, Unfit) else Reached(target, got)

    def hold(self, target: Target) -> Held:
        """The report a target stands in, read once."""
        at = (target.is_plan, target.period)
        if at not in self.held:
            sources = self.plans if target.is_plan else self.periodic
            self.held[at] = self._read(sources.of(target.period) if sources else [])
        return self.held[at]

    def _read(self, sources: list[Source]) -> Held:
        held = Held(sources)
        if len(sources) != 1:
            return held
        source = sources[0]
        if source.snapshot:
            with collecting(held.faults):
                held.issued = read_issued(source.snapshot, self.project.shown(source.snapshot))
        if source.data:
            with collecting(held.faults):
                report = self.project.report(source.name)
                held.kind = self._type(report)
                held.indicators = self._indicators(held.kind, report, held.faults)
                held.report = report
        return held

    def _indicators(self, kind: DocumentType, report: Report, faults: list[Finding]) -> Declared:
        """What the figures of a report are declared to be; worked out once for all reports that declare none of their own."""
        if report.indicators:
            return with_comparisons({**dict(kind.indicators), **dict(report.indicators)}, faults)
        if kind.key not in self.common:
            self.common[kind.key] = with_comparisons(dict(kind.indicators), faults)
        return self.common[kind.key]

    def _type(self, report: Report) -> DocumentType:
        if report.type_key not in self.types:
            self.types[report.type_key] = self.project.document_type(report.type_key, report.at("type_key"))
        return self.types[report.type_key]


def untyped_quotes(held: Held, key: str) -> list[str]:
    """The quoted figures the figure ``key`` of a report rests on, through its formulas, as far as nobody typed them."""
    typed = held.report.figures.entries if held.report and isinstance(held.report.figures, Group) else {}
    waiting, seen, found = [key], {key}, []
    while waiting:
        name = waiting.pop()
        indicator = held.indicators.get(name)
        if indicator is None or (name in typed and not is_blank(typed[name])):
            continue
        if indicator.is_quoted:
            found.append(name)
        more = set(_operands(indicator)) - seen
        seen |= more
        waiting += sorted(more)
    return found


def _operands(indicator: Indicator) -> Iterator[str]:
    """The names in a formula; none where it cannot be read, which the build of that report says."""
    if indicator.formula:
        try:
            yield from names_in(parse_formula(indicator.formula))
        except ExpressionError:
            return

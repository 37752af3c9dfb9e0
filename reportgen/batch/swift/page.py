"""From a row in order to the names of its page: the figures of ``swift`` and the words around them.

The words of the letterhead, the signature and the period are worked out once, and again for each row only as far as the row
itself gives a fact (a number, an addressee): then by the same functions as in every report.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.agency import Agency
from reportgen.batch.nouns import FACT, FIGURE, WORD, Columns, Row
from reportgen.batch.plan import Plan
from reportgen.batch.row_report import fact, text_of
from reportgen.batch.swift.figures import Printed, swift_figures
from reportgen.checks.window import check_window
from reportgen.context import document_title, letter_words
from reportgen.diagnostics import NOWHERE, Finding, any_blocks
from reportgen.docx.rules import RULE_LINES, column_widths_mm, rule_indent
from reportgen.errors import DataError
from reportgen.noun import noun, replace
from reportgen.pattern import Pattern
from reportgen.preparing import check_page, profile_key_of
from reportgen.profile import components_of
from reportgen.report import Report
from reportgen.sandbox import render_text
from reportgen.signing import left_signer_of, signer_of

MOST_MEASURED = 64
_WORD = Pattern(r"[a-z_][a-z0-9_]*")
_TAG = Pattern(r"\{\{\s*([a-z_][a-z0-9_]*)\s*(\|\s*so_tran\s*)?\}\}")
_NAME = Pattern(r"\{\{ *([a-z_][a-z0-9_]*) *\}\}")


@noun
class Ready:
    """What the program of the page is run with, and what there is to say that does not block."""

    context: Mapping[str, object]
    findings: tuple[Finding, ...]


class SwiftPage:
    """The short way for the rows of one workbook."""

    def __init__(self, plan: Plan, columns: Columns):
        self.plan, self.columns = plan, columns
        hidden = columns.hidden or any(column in columns.hidden_columns for _, column in columns.found)
        self.figures = None if hidden else swift_figures(plan, columns, printed_names(plan))
        spots = enumerate(columns.found)
        self.own = [(n, target, column) for n, (target, column) in spots if target.kind != FIGURE]
        self.dates = plan.dates
        self.appendices = plan.tables.appendices(plan.profile)
        self.widths = column_widths_mm(plan.profile)
        own = components_of(plan.profile.letterhead)
        self.rules = [(name, key) for name, (_, key) in RULE_LINES.items() if name in own]
        self.measured: dict[tuple[str, str], int] = {}
        self.whole: tuple[dict[str, object], tuple[Finding, ...]] | None = None

    def contexts(self, rows: Sequence[Row]) -> list[Ready | None]:
        """The names of the pages of these rows; None for a row that must go the long way."""
        if self.figures is None:
            return [None] * len(rows)
        names = iter(self.figures.each([row for row in rows if not row.hidden]))
        return [None if row.hidden else self._ready(row, next(names)) for row in rows]

    def _ready(self, row: Row, names: Mapping[str, object] | None) -> Ready | None:
        try:
            page = self.page(row) if names is not None else None
            if names is None or page is None:
                return None
            words, report, findings = page
            return Ready(self._with_subject(words, report, names), findings)
        except DataError:
            return None  # the long way says it with its place

    def page(self, row: Row) -> tuple[dict[str, object], Report, tuple[Finding, ...]] | None:
        """The words of the page but for the subject; None after anything that blocks."""
        plan = self.plan
        texts, places, facts, sink = dict(plan.base.words), dict(plan.base.places), {}, []
        for n, target, column in self.own:
            value = row.values[n]
            if value is None and target.kind == FACT:
                continue
            text = text_of(value, target.key, NOWHERE, sink)
            if target.kind == WORD and text:
                texts[target.key] = text
            elif target.kind == FACT and text:
                place = self.columns.place(row.number, column)
                facts |= fact(target.key, text, place, places, sink)
        if sink or any(not texts.get(key) for key in plan.kind.words):
            return None
        if not facts:
            return self._shared(texts)
        report = replace(plan.base, words=texts, places=places, **facts)
        agency = plan.project.agency(report.agency_key, report.at("agency_key")) if "agency_key" in facts else plan.agency
        made = self._words(report, agency)
        return made and ({**made[0], **texts}, report, made[1])

    def _shared(self, texts: dict[str, str]):
        """The same words for every row that gives no facts of its own; its texts on top."""
        if self.whole is None:
            made = self._words(replace(self.plan.base, words=texts), self.plan.agency)
            if made is None:
                return None
            self.whole = made
        words, findings = self.whole
        return {**words, **texts}, self.plan.base, findings

    def _words(self, report: Report, agency: Agency) -> tuple[dict[str, object], tuple[Finding, ...]] | None:
        """What the facts of the report put on the page; None for another agency or layout, or after anything that blocks."""
        plan = self.plan
        if agency is not plan.agency or profile_key_of(report, agency) != plan.profile.key:
            return None
        found = check_page(report, plan.kind, agency, plan.form, plan.profile, plan.period)
        opens = plan.kind.cutoff or agency.cutoff
        if opens:
            found += check_window(report.issue_date, plan.period.window(opens), report.at("issue_date"))
        if any_blocks(found):
            return None
        signer = plan.signer if report.signer == plan.base.signer else signer_of(report, agency, plan.form)
        words = letter_words(report, agency, plan.form, plan.profile, signer, left_signer_of(report, plan.form))
        return {**self.dates, **words}, tuple(found)

    def _with_subject(self, words: dict[str, object], report: Report, names: Mapping[str, object]) -> dict[str, object]:
        """As ``preparing.context_of``; the lengths of the rules are measured once for the same texts."""
        plan = self.plan
        from_type = "subject" not in report.places
        place = plan.kind.at("subject") if from_type else report.at("subject")
        source = plan.kind.subject if from_type else report.subject
        subject = filled(source, words)
        if subject is None:
            subject = render_text(source, {**words, **names}, place)
        words["phu_luc"], words["trich_yeu"] = self.appendices, subject
        words["tieu_de_tai_lieu"] = document_title(plan.form, subject)
        return {**words, **self._indents(words), **names}

    def _indents(self, words: Mapping[str, object]) -> dict[str, int]:
        """As ``rule_indents``; each rule is measured once for the same text."""
        found = {}
        for name, key in self.rules:
            text = words.get(key)
            spot = name, str(text)
            if spot not in self.measured:
                if len(self.measured) >= MOST_MEASURED:
                    self.measured.clear()
                self.measured[spot] = rule_indent(self.plan.profile, name, text, self.widths)
            found[name] = self.measured[spot]
        return found


def printed_names(plan: Plan) -> Printed:
    """How the text calls figures: ``{{ name }}`` and ``{{ name|so_tran }}``, or in any other way (filter, condition, loop)."""
    sources = [program.source for _, program in plan.template.programs]
    subject = plan.base.subject if "subject" in plan.base.places else plan.kind.subject
    other = set(_WORD.findall(" ".join([subject, *(_TAG.sub("", source) for source in sources)])))
    tags = [tag for source in sources for tag in _TAG.findall(source)]
    return Printed(frozenset(name for name, _ in tags) - other, frozenset(name for name, alone in tags if alone))


def filled(source: str, words: Mapping[str, object]) -> str | None:
    """A line in which nothing but names of words stand between braces, filled in; None for any other."""
    parts = _NAME.split(source)
    texts = [words.get(part) if n % 2 else part for n, part in enumerate(parts)]
    if any(type(text) is not str for text in texts) or any("{" in part or "}" in part for part in parts[::2]):
        return None
    return "".join(texts)


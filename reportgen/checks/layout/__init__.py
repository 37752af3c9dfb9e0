"""The layout of a document against a profile: ``judge(package, profile, shown=…)`` → findings.

The package is read as a reader sees it, its parts are recognised by place and words, each rule of the profile is
judged on what was measured. The same faults are said once per rule and value, with their count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.checks.layout import abolished, page_numbers, signature, turned
from reportgen.checks.layout.document import as_typed
from reportgen.checks.layout.draft import draft_findings
from reportgen.checks.layout.findings import finding_of, grouped
from reportgen.checks.layout.kinds import code_fits
from reportgen.checks.layout.ops import judge_rule
from reportgen.checks.layout.refusal import not_ours_to_judge
from reportgen.checks.layout.regime import profile_of
from reportgen.checks.layout.registry import BY_WORDING, COVERED, NOT_YET, SILENT_IF, special_for, status
from reportgen.checks.layout.view import Expected, Fault, View
from reportgen.checks.layout.words import bare
from reportgen.diagnostics import Finding, Severity
from reportgen.docx.components import Components, recognise
from reportgen.docx.reader import Reading, read_pages
from reportgen.noun import replace
from reportgen.profile import Profile, Rule
from reportgen.reforms import DISTRICT_LEVEL

__all__ = ["BY_WORDING", "COVERED", "NOT_YET", "Expected", "judge", "judge_reading", "profile_of", "status"]

UNKNOWN = Expected()


def judge(
    package: Mapping[str, bytes], profile: Profile, *, shown: str, expected: Expected = UNKNOWN
) -> list[Finding]:
    """All findings about the layout of ``package`` (part name → bytes) under ``profile``, gravest first.

    ``shown`` is the file's name in the findings; ``expected`` is what the maker of the document knows. Copies from
    law sites and Party documents get one finding instead of hundreds. DataError: a package that is no Word document.
    """
    reading = read_pages(package, shown)
    return judge_reading(reading, recognise(reading), profile, package, shown=shown, expected=expected)


def judge_reading(
    reading: Reading,
    components: Components,
    profile: Profile,
    package: Mapping[str, bytes],
    *,
    shown: str,
    expected: Expected = UNKNOWN,
) -> list[Finding]:
    """The same for a document already read and recognised, so that one reading serves all judges."""
    view = View(reading, components, profile, shown, expected)
    refused = not_ours_to_judge(view)
    if refused:
        return [refused]
    faults = {rule.code: (rule, list(_faults(view, rule))) for rule in profile.rules}
    findings = [
        finding_of(view, rule, *same)
        for code, (rule, found) in faults.items()
        if not any(faults.get(other, (rule, ()))[1] for other in SILENT_IF.get(code, ()))
        for same in grouped(found)
    ]
    findings += [*_own(view), *draft_findings(view, package)]
    return sorted(findings, key=lambda f: f.severity.rank)


def _faults(view: View, rule: Rule) -> list[Fault]:
    if rule.check == "manual" or any(rule.code in table for table in (NOT_YET, COVERED, BY_WORDING)):
        return []
    special = special_for(rule)
    return list(special(view, rule) if special else judge_rule(view, rule))


def _number_asleep(view: View) -> list[Finding]:
    """A page number in the wrong place of a paper of one page: nobody sees it yet."""
    place = next((rule for rule in view.profile.rules if bare(rule.code) == "page_number.position"), None)
    asked = Rule("TT53", "so_trang", "position", "eq", place.value if place else None, severity=Severity.INFO)
    asked = replace(asked, authority=place.authority if place else "")
    return [finding_of(view, asked, *same) for same in grouped(page_numbers.asleep(view, asked))]


def _turned_pages(view: View) -> list[Finding]:
    """Margins of pages turned across that obey no reading of the regulation."""
    top = next((rule for rule in view.profile.rules if bare(rule.code) == "page.margin.top"), None)
    rule = Rule(turned.CODE, "trang_giay", "margins", "eq", "", severity=Severity.WARNING, authority=top.authority if top else "")
    return [finding_of(view, rule, *same) for same in grouped(turned.margins(view))]


def _ended_bodies(view: View) -> Iterator[Finding]:
    """Names of bodies that ended with the district level, where the document is younger."""
    for kind in abolished.LOOKED_AT:
        rule = Rule(abolished.CODE, kind, "text", "eq", "", severity=Severity.WARNING, authority=DISTRICT_LEVEL.authority)
        yield from (finding_of(view, rule, *same) for same in grouped(abolished.abolished(view, kind)))


def _own(view: View) -> list[Finding]:
    """Findings that are no rule of a regulation: the maker's own demands."""
    texts = Rule("TT44", "van_ban", "text", "eq", "", severity=Severity.ERROR)
    code = Rule("TT47", "so_ky_hieu", "text", "eq", "", severity=Severity.WARNING, authority="NĐ30 PL III, Mục I")
    findings = [finding_of(view, texts, *same) for same in grouped(as_typed(view))]
    if view.profile.kind_list != "dang":  # the Party's guide has a rule for it
        findings += [finding_of(view, code, *same) for same in grouped(code_fits(view))]
    findings += [*_number_asleep(view), *_ended_bodies(view), *_turned_pages(view)]
    if view.expected.kept_together:
        kept = Rule("TT41", "van_ban", "keep", "present", True, severity=Severity.INFO)
        findings += [
            finding_of(view, kept, *same) for same in grouped(signature.kept_together(view))
        ]
    return findings

"""How much ``reportgen fix`` could do for a document that was just judged, without doing it.

Told beside the findings, so that nobody runs a command that can mend nothing: wording, figures, names and missing parts are
for people. Counted are the findings for which some change would be made with the usual options. A change may still be
refused where it would stand in somebody's tracked change or in a locked field; so this is what can be tried.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportgen.checks.layout.view import View
from reportgen.diagnostics import Finding, Severity
from reportgen.docx.components import Components
from reportgen.docx.reader import Marked
from reportgen.mending.case import Case
from reportgen.mending.ends import typing
from reportgen.mending.plan import OWN, mender_of
from reportgen.profile import Profile

TYPING = "chinh_ta."
SIGNATURES = "_xmlsignatures/"


def mendable(package: Mapping[str, bytes], marked: Marked, parts: Components, profile: Profile, findings: Iterable[Finding]) -> int:
    """How many of these findings ``fix`` would mend; 0 for a file that is signed, which it never touches."""
    if any(name.lower().startswith(SIGNATURES) for name in package):
        return 0
    tried = [f for f in findings if f.severity is not Severity.INFO or f.code.startswith(TYPING)]
    case = Case(package, marked, View(marked.reading, parts, profile))
    rules = {rule.code: rule for rule in profile.rules}
    codes = {f.code for f in tried}
    able = {code for code in codes & rules.keys() if (mend := mender_of(rules[code])) and any(True for _ in mend(case, rules[code]))}
    able |= {code for code in codes & OWN.keys() if any(True for _ in OWN[code](case))}
    typed = {code for code in codes - rules.keys() if code.startswith(TYPING)}
    able |= {wish.code for wish in typing(case, typed.__contains__)} if typed else set()
    return sum(f.code in able for f in tried)

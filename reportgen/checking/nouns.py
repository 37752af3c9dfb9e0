"""What a check is told and what it says: options, the regulation used, the parts seen, the outcome for one file.

All of it travels between processes, so it holds no XML and, unless pages are drawn, no text but that of the findings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from reportgen.diagnostics import Finding, Severity
from reportgen.noun import field, noun

LEVELS: dict[str, Severity] = {"bat-buoc": Severity.ERROR, "thong-le": Severity.WARNING, "tat-ca": Severity.INFO}
"""``--muc`` → the mildest finding still shown."""
USUAL_LEVEL = "thong-le"

NOT_OURS = frozenset(("TT42", "TT43", "TT45", "TT46", "TT50", "TT51"))
"""The judge's words for documents that no regulation of ours is for (``checks/layout/refusal.py``; a test compares)."""
JUDGED, NOT_JUDGED, UNREADABLE, NO_TOOL, BROKE = "judged", "not_judged", "unreadable", "missing_tool", "broke"
STATES: dict[str, str] = {
    JUDGED: "đã kiểm",
    NOT_JUDGED: "không kiểm",
    UNREADABLE: "không đọc được",
    NO_TOOL: "thiếu LibreOffice",
    BROKE: "gặp sự cố",
}
"""States of an outcome: judged; a document no regulation of ours is for; no document; no converter; our own fault."""


@noun
class Options:
    """``profile``: key of the regulation («»: by the document); ``level``: a key of LEVELS («»: the usual one); ``figures``: also recompute.

    ``drawn`` keeps the parts of the page for drawing it; ``marked`` makes a copy with comments; ``foreseen`` counts what
    ``reportgen fix`` could mend.
    """

    profile: str = ""
    level: str = ""
    figures: bool = False
    drawn: bool = False
    marked: bool = False
    foreseen: bool = False


@noun
class Regime:
    """The regulation a document was held to: key and name of the profile, and why this one."""

    key: str
    name: str
    why: str


@noun
class About:
    """What the document says of itself, as printed; '' where it is silent."""

    kind: str = ""
    number: str = ""
    dated: str = ""
    subject: str = ""
    issuer: str = ""


@noun
class Element:
    """A part of the page for drawing it: key and name of the component, its words, the numbers of its paragraphs."""

    kind: str
    name: str
    text: str
    numbers: tuple[int, ...]


@noun
class Checked:
    """The outcome for one file. ``findings`` are those of the level asked for, ``hidden`` counts the milder ones.

    ``elements``: the parts of the page, if it is to be drawn; ``page``: the drawn page; ``marked``: the copy with comments;
    ``mendable``: how many of the open findings ``reportgen fix`` can mend, None where nobody asked;
    ``settings``: the kiem-tra.yml that held; ``trouble``: the traceback of a fault of ours, for whoever asks (``-v``).
    """

    shown: str
    findings: tuple[Finding, ...]
    state: str = JUDGED
    about: About = About()
    regime: Regime | None = None
    hidden: Mapping[str, int] = field(default_factory=dict)
    elements: tuple[Element, ...] = ()
    page: str = ""
    marked: bytes = b""
    trouble: str = ""
    settings: str = ""
    mendable: int | None = None

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings nobody accepted."""
        return tuple(f for f in self.findings if not f.accepted)

    @property
    def accepted(self) -> tuple[Finding, ...]:
        """The findings let stand with a reason."""
        return tuple(f for f in self.findings if f.accepted)

    def count(self, severity: Severity) -> int:
        """How many open findings are of this severity."""
        return Counter(f.severity for f in self.open)[severity]

    @property
    def failed(self) -> bool:
        """True if an error stands open."""
        return self.count(Severity.ERROR) > 0

"""What mending speaks of: a wish (one change with its reason), what was mended, what was left, the outcome for one file."""

from __future__ import annotations

from reportgen.diagnostics import Finding
from reportgen.docx.mend import Change
from reportgen.noun import noun


@noun
class Options:
    """``profile``: key of the regulation («»: by the document); ``level``: a key of ``LEVELS``; ``only`` and ``but``: codes
    (or beginnings of codes) to mend and not to mend; ``tracked``: as tracked changes; ``capitals``: capital letters too.
    """

    profile: str = ""
    level: str = ""
    only: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    tracked: bool = False
    capitals: bool = False


@noun
class Wish:
    """One change and what it is for: the rule, the place in words, the letters, the value before and after."""

    code: str
    change: Change
    part: str = ""
    quote: str = ""
    before: str = ""
    after: str = ""


@noun
class Mend:
    """A change that was carried out; ``authority``: the article that demands it."""

    code: str
    part: str
    quote: str
    before: str
    after: str
    authority: str = ""


@noun
class Left:
    """A finding that stays, and why."""

    finding: Finding
    reason: str


@noun
class Mended:
    """The outcome for one file. ``content``: the bytes of the mended file (the very same ones where nothing was mended)."""

    shown: str
    content: bytes
    mends: tuple[Mend, ...] = ()
    left: tuple[Left, ...] = ()
    regime: str = ""
    why: str = ""
    notes: tuple[Finding, ...] = ()
    suffix: str = ".docx"

"""Mending one file: judge, mend what can be mended, read again, until nothing is left to mend.

One mend uncovers the next (a name set in 13 pt needs a shorter rule below it), so the file is read again after each round.
A rule whose mend does not settle (two rules pulling at one line) is given up for this file and everything is begun anew
without it: the outcome is always a file on which a second run changes nothing.

At the end the letters and digits of every paragraph are compared with those before, capitals and padding zeros aside: the
last lock on «a figure is never silently wrong».
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import ceil

from reportgen.checking.acceptance import Settings, with_reasons
from reportgen.checking.nouns import LEVELS, NOT_OURS, USUAL_LEVEL, Regime
from reportgen.checking.regime import regime_of
from reportgen.checks.layout import judge_reading
from reportgen.checks.layout.view import View
from reportgen.checks.wording import judge_wording
from reportgen.diagnostics import Finding, Place
from reportgen.docx.components import recognise
from reportgen.docx.mend import Change, FaceChange, FormatChange, SectionChange, TextChange, apply
from reportgen.docx.reader import Reading, read_marked
from reportgen.errors import DataError
from reportgen.mending.case import Case
from reportgen.mending.ends import authority_of, typing
from reportgen.mending.letters import is_same
from reportgen.mending.nouns import Left, Mend, Options, Wish
from reportgen.mending.plan import OWN, mender_of, reason_of
from reportgen.noun import field, noun, working
from reportgen.profile import load_profile

MOST_ROUNDS = 8
TYPING, CAPITALS = "chinh_ta.", "caps."
NOT_CHOSEN = "không nằm trong các quy tắc được chọn sửa"
CAPITALS_LEFT = "chữ viết hoa chỉ sửa khi ghi thêm --viet-hoa"


@noun
class Outcome:
    """The parts that changed, what was mended, what was left, and the regulation used."""

    parts: Mapping[str, bytes]
    mends: tuple[Mend, ...]
    left: tuple[Left, ...]
    regime: Regime
    longer: bool = False
    """The text now seems to need a page more."""


@working
class _State:
    """One way through the rounds."""

    package: dict[str, bytes]
    parts: dict[str, bytes] = field(default_factory=dict)
    mends: list[Mend] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)


def mend_package(package: Mapping[str, bytes], options: Options, shown: str, settings: Settings, name: str = "") -> Outcome:
    """Mend a package already read; ``name``: the file's own name, for what the project accepts of it.

    DataError: no Word document; KT23, the lock.
    """
    given_up: set[str] = set()
    while True:
        state, seen, first = _State(dict(package)), None, None
        for _ in range(MOST_ROUNDS):
            seen = _Seen(state.package, options, shown, settings, name, seen)
            first = first or seen
            wishes = _agreeing(seen.wishes(given_up))
            if not _round(state, seen, wishes, options.tracked):
                break
        else:
            given_up |= {wish.code for wish in wishes}
            continue
        if state.parts:
            _lock(first.reading, seen.reading, shown)
        longer = ceil(seen.case.view.pages) > ceil(first.case.view.pages)
        return Outcome(state.parts, tuple(state.mends), tuple(seen.left(state.refused)), seen.regime, longer)


class _Seen:
    """One reading of the package, judged."""

    def __init__(
        self,
        package: Mapping[str, bytes],
        options: Options,
        shown: str,
        settings: Settings,
        name: str,
        before: _Seen | None = None,
    ):
        self.options = options
        self.marked = read_marked(package, shown)
        self.reading = self.marked.reading
        parts = recognise(self.reading)
        asked = options.profile or settings.profile
        self.regime = regime_of(self.reading, parts, package, asked, "--the-thuc" if options.profile else "kiem-tra.yml")
        profile = load_profile(self.regime.key)
        self.rules = {rule.code: rule for rule in profile.rules}
        found = judge_reading(self.reading, parts, profile, package, shown=shown)
        if not any(f.code in NOT_OURS for f in found):
            self.typed = [p.typed for p in self.reading.paragraphs]
            said = before.said if before and before.typed == self.typed else judge_wording(parts, profile, shown=shown)
            known = {f.code for f in found}
            found, self.said = [*found, *(f for f in said if f.code not in known)], said
        self.level = LEVELS[options.level or settings.level or USUAL_LEVEL]
        found = with_reasons(found, settings.reasons(name))
        self.findings = [f for f in found if not f.accepted and self._looked_at(f)]
        self.case = Case(package, self.marked, View(self.reading, parts, profile, shown))

    def wishes(self, given_up: Iterable[str]) -> list[Wish]:
        """What is to be changed now."""
        codes = {f.code for f in self.findings if self._chosen(f.code)} - set(given_up)
        wishes = []
        for code in (code for code in self.rules if code in codes):
            mend = mender_of(self.rules[code])
            wishes += mend(self.case, self.rules[code]) if mend else ()
        wishes += [wish for code in OWN if code in codes for wish in OWN[code](self.case)]
        spoken = codes - self.rules.keys()
        return [*wishes, *(typing(self.case, lambda code: code in spoken) if spoken else ())]

    def left(self, refused: Mapping[str, str]) -> Iterable[Left]:
        """The findings that stay, each with the reason."""
        for finding in self.findings:
            code = finding.code
            if not self._chosen(code):
                capital = code.startswith(CAPITALS) and not self.options.only
                yield Left(finding, CAPITALS_LEFT if capital else NOT_CHOSEN)
            else:
                yield Left(finding, refused.get(code) or reason_of(code, self.rules.get(code)))

    def told(self, wish: Wish) -> Mend:
        """A change that was done, with its authority."""
        rule = self.rules.get(wish.code)
        said = next((f.authority for f in self.findings if f.code == wish.code), "")
        authority = rule.authority if rule else said or authority_of(wish.code)
        return Mend(wish.code, wish.part, wish.quote, wish.before, wish.after, authority)

    def _looked_at(self, finding: Finding) -> bool:
        return finding.severity.rank <= self.level.rank or finding.code.startswith(TYPING) or self._named(finding.code)

    def _chosen(self, code: str) -> bool:
        if any(code.startswith(start) for start in self.options.but):
            return False
        if self.options.only:
            return self._named(code)
        return self.options.capitals or not code.startswith(CAPITALS)

    def _named(self, code: str) -> bool:
        return any(code.startswith(start) for start in self.options.only)


def _round(state: _State, seen: _Seen, wishes: list[Wish], tracked: bool) -> bool:
    """Carry out the wishes; True if a part of the file changed."""
    applied = apply(state.package, seen.marked, list(dict.fromkeys(w.change for w in wishes)), tracked=tracked)
    changed = {name: content for name, content in applied.parts.items() if state.package.get(name) != content}
    for wish in wishes:
        if wish.change in applied.refused:
            state.refused.setdefault(wish.code, applied.refused[wish.change])
        elif changed:
            state.mends.append(seen.told(wish))
    state.package |= changed
    state.parts |= changed
    return bool(changed)


def _agreeing(wishes: list[Wish]) -> list[Wish]:
    """The wishes without those that pull at what another one holds already; they come again in the next round."""
    kept: list[Wish] = []
    taken: dict[object, object] = {}
    spans: dict[int, list[tuple[int, int]]] = {}
    for wish in wishes:
        claims = _claims(wish.change)
        if any(taken.get(key, value) != value for key, value in claims.items()):
            continue
        if isinstance(wish.change, TextChange) and not _free(spans.setdefault(wish.change.number, []), wish.change):
            continue
        taken |= claims
        kept.append(wish)
    return kept


def _claims(change: Change) -> dict[object, object]:
    """What a change sets, so that two changes of one thing are noticed."""
    if isinstance(change, FaceChange):
        return {(change.number, change.start, change.end, name): value for name, value in change.values}
    if isinstance(change, FormatChange):
        return {(change.number, name): value for name, value in change.values}
    if isinstance(change, SectionChange):
        return {("section", change.index, name): value for name, value in change.values}
    return {}


def _free(spans: list[tuple[int, int]], change: TextChange) -> bool:
    """True if no other change of letters touches these; they are then taken."""
    if any(change.start <= end and start <= change.end for start, end in spans):
        return False
    spans.append((change.start, change.end))
    return True


def _lock(before: Reading, after: Reading, shown: str) -> None:
    same = len(before.paragraphs) == len(after.paragraphs) and all(
        is_same(old.typed, new.typed) for old, new in zip(before.paragraphs, after.paragraphs, strict=True)
    )
    if not same:
        raise DataError.of(
            "KT23",
            "sửa xong thì lời văn hoặc con số không còn như cũ, nên không ghi gì.",
            Place(shown),
            hint="gửi tệp này cho người phụ trách chương trình; trong lúc đó hãy sửa bằng tay theo kết quả reportgen check",
        )

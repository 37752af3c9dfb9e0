"""The wording of a document: capitals, citations, slips of the keyboard. ``judge_wording(components, profile, shown=…)``.

One rule is one module with a ``CHECK``; its docstring is its manual page (Vietnamese, for staff) and its examples «Sai:»,
«Đúng:» are tested like the cases of ``tests/wording/cases``. A new module in one of the rooms is a new check: nothing else
is edited. Capitals are those of Nghị định 30/2020/NĐ-CP, so they are judged under that decree only.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from reportgen.checks.layout.view import place_words
from reportgen.checks.wording.lines import text_of
from reportgen.checks.wording.nouns import Check, Slip
from reportgen.diagnostics import Finding, Place
from reportgen.docx.components import Components
from reportgen.pattern import Pattern
from reportgen.profile import Profile

__all__ = ["Check", "Slip", "checks", "judge_wording", "slips"]

ROOMS = ("capitals", "citations", "typing")
_AROUND = 30
EXTRA_SPACE = "dấu cách thừa"
_FIRST_WORDS, _LAST_WORDS = Pattern(r"\A\S*\s+"), Pattern(r"\s+\S*\Z")


@cache
def checks() -> tuple[Check, ...]:
    """Every check, by code."""
    found = []
    for room in ROOMS:
        package = import_module(f"{__name__}.{room}")
        for module in pkgutil.iter_modules(package.__path__):
            check = getattr(import_module(f"{package.__name__}.{module.name}"), "CHECK", None)
            found += [check] if check else []
    return tuple(sorted(found, key=lambda check: check.code))


def slips(components: Components, profile: Profile) -> list[tuple[Check, Slip]]:
    """Every slip under this profile, in the order of the page."""
    text = text_of(components)
    held = [check for check in checks() if profile.key.startswith(tuple(check.schemes))]
    found = [(check, slip) for check in held for slip in check.find(text)]
    return sorted(found, key=lambda pair: (pair[1].line.number, pair[1].start, pair[0].code))


def judge_wording(components: Components, profile: Profile, *, shown: str) -> list[Finding]:
    """The slips as findings; ``shown`` is the file's name in them."""
    return [_finding(check, slip, shown) for check, slip in slips(components, profile)]


def _finding(check: Check, slip: Slip, shown: str) -> Finding:
    found, right = _shown(slip)
    told = slip.why or (f"viết «{right}»" if right else "")
    said = f"{found} sau «{_word_before(slip)}»" if slip.found.isspace() else f"«{found}»"
    return Finding(
        code=check.code,
        severity=check.severity,
        message=f"{check.title}: {said}{f', {told}' if told else ''}.",
        place=Place(
            file=shown,
            part=place_words(slip.line.component),
            quote=_around(slip),
            paragraph=slip.line.number,
        ),
        found=found,
        expected=right,
        authority=check.authority,
        hint="Sửa lại chữ ở chỗ này trong Word.",
    )


def _shown(slip: Slip) -> tuple[str, str]:
    """What is wrong and what is right, as people see it: a lone mark with the words it stands between."""
    if slip.found.isspace():
        return EXTRA_SPACE, ""
    if slip.right.strip() != slip.found.strip():
        return " ".join(slip.found.split()), slip.right.strip()
    before, after = _word_before(slip), slip.line.text[slip.end : slip.end + _AROUND].split(" ")[0]
    return f"{before}{slip.found}{after}", f"{before}{slip.right}{after}"


def _word_before(slip: Slip) -> str:
    return slip.line.text[max(0, slip.start - _AROUND) : slip.start].split(" ")[-1]


def _around(slip: Slip) -> str:
    """The words wrong with a few on both sides; no word is cut."""
    text, start, end = slip.line.text, slip.start - _AROUND, slip.end + _AROUND
    before = text[max(0, start) : slip.start]
    after = text[slip.end : end]
    if start > 0:
        before = _FIRST_WORDS.sub("", before)
    if end < len(text):
        after = _LAST_WORDS.sub("", after)
    return " ".join((before + slip.found + after).split())

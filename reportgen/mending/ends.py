"""Mending the signs at the ends: «;» and «.» of lists, «./.» below the text, slips of the keyboard the wording judges name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from reportgen.checks.layout.ops import pattern
from reportgen.checks.layout.view import place_words, quoted
from reportgen.checks.wording import slips
from reportgen.docx.components import Component
from reportgen.docx.mend import TextChange
from reportgen.mending.case import Case, wish
from reportgen.mending.letters import is_same
from reportgen.mending.nouns import Wish
from reportgen.profile import Rule

ALMOST_ENDED = ("", ".", "/", "./", "/.", "./.", ".//.", "././.")


def closed(kinds: tuple[str, ...], last: str) -> Callable[[Case, Rule], Iterator[Wish]]:
    """A mender that closes items with the sign of the rule. ``last``: «only» the last one, «not» the last, «all».

    A sign that stands there is replaced; «:», «?», «!» and dots of something left out are meant and stay.
    """

    def mend(case: Case, rule: Rule) -> Iterator[Wish]:
        items = case.view.of(*kinds)
        chosen = {"only": items[-1:], "not": items[:-1], "all": items}[last]
        for item in chosen:
            yield from _close(case, rule, item, f"{rule.value}")

    return mend


def recipients_closed(case: Case, rule: Rule) -> Iterator[Wish]:
    """Each recipient closes with «;», the last one too where a «Lưu» line follows."""
    items = case.view.of("noi_nhan")
    for item in items if case.view.one("noi_luu") else items[:-1]:
        yield from _close(case, rule, item, f"{rule.value}")


def end_mark(case: Case, rule: Rule) -> Iterator[Wish]:
    """The end mark after the last sentence; not where a table, an open list or a colon ends the text."""
    last = case.view.last_of_body
    if last is None or not case.view.body or case.view.body[-1] is not last:
        return
    mark = case.view.profile.texts.get("ket_thuc", "./.")
    line, start = last.lines[-1], case.start(last.lines[-1])
    typed = line.typed.rstrip()
    if start is None or not typed or re.search(r"(\.{3}|…|[:;,?!])$", typed):
        return
    found = re.search(r"[\s./]*$", typed)
    old = typed[found.start() :]
    right = pattern(f"{rule.value}").search(typed[: found.start()] + mark)
    if old.replace(" ", "") not in ALMOST_ENDED or right is None:
        return
    change = TextChange(line.number, start + found.start(), start + len(typed), mark)
    yield wish(rule, last, change, f"«{old.strip() or typed[-12:]}»", f"«{mark}»", typed[-70:])


def typing(case: Case, wanted: Callable[[str], bool]) -> Iterator[Wish]:
    """Blanks, signs and capitals the judges of the wording name with their one right reading; letters and digits stay."""
    for check, slip in slips(case.view.parts, case.view.profile):
        if not (check.mendable and wanted(check.code) and is_same(slip.found, slip.right)):
            continue
        change = TextChange(slip.line.number, slip.start, slip.end, slip.right)
        around = slip.line.text[max(slip.start - 25, 0) : slip.end + 25]
        part = place_words(slip.line.component)
        yield Wish(check.code, change, part, quoted(around), f"«{slip.found}»", f"«{slip.right}»" if slip.right else "bỏ")


def authority_of(code: str) -> str:
    """What a wording rule rests on."""
    from reportgen.checks.wording import checks

    return next((check.authority for check in checks() if check.code == code), "")


def _close(case: Case, rule: Rule, item: Component, sign: str) -> Iterator[Wish]:
    line, start = item.lines[-1], case.start(item.lines[-1])
    typed = line.typed.rstrip()
    if start is None or not typed or item.text.endswith(sign) or re.search(r"(\.{2}|…|[:?!/])$", typed):
        return
    found = re.search(r"\s*[.;,]?$", typed)
    change = TextChange(line.number, start + found.start(), start + len(typed), sign)
    yield wish(rule, item, change, f"«{typed[-1:]}» ở cuối", f"«{sign}» ở cuối")

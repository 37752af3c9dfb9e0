"""Số, ký hiệu (Mục II.3): «Số: 07/BC-STC»; the number may still be a blank the registry fills in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.layout.ops import pattern
from reportgen.checks.layout.view import Fault, Special, View, fault
from reportgen.docx.components import Component
from reportgen.kinds import kinds_of
from reportgen.noun import noun
from reportgen.pattern import Pattern
from reportgen.profile import Rule

PREFIX = Pattern(r"s[oố]\s*:?\s*", re.IGNORECASE)
BLANK = Pattern(r"[\s._…]+")
COPIES = ("SY", "TrS", "SL")
TYPE_CODES = (*(code for kind in kinds_of("nd30").values() for code in (kind.code, kind.old_code) if code), *COPIES)
CODES_BY_CAPITALS = {code.upper(): code for code in TYPE_CODES}
UNIT_DIGITS = Pattern(r"(?<=[A-Za-zĐđ])\d+")
"""Digits that tell drafting units apart (UBND-VX1); the forms of the decree do not foresee them, practice has them."""
LONGEST = 300
YEAR = Pattern(r"\d{4}/")


@noun
class Reference:
    """A «Số: …» line taken apart. ``number`` is '' where it is a blank; ``symbol`` is what follows the separator."""

    component: Component
    number: str
    gap: str
    separator: str
    symbol: str


def reference(view: View) -> Reference | None:
    """The number line of the document, None where there is none."""
    component = view.one("so_ky_hieu")
    if component is None:
        return None
    rest = PREFIX.sub("", component.text[:LONGEST], count=1)
    found = re.match(r"([^/\-–]*?)(\s*)([/\-–]|$)(.*)", rest, re.DOTALL)
    number = BLANK.sub("", found[1])
    return Reference(component, number, found[2], found[3], YEAR.sub("", found[4]))


def arabic(view: View, rule: Rule) -> Iterator[Fault]:
    """The number in digits."""
    ref = reference(view)
    if ref and ref.number and not re.match(r"\d", ref.number):
        yield fault(ref.component, f"số «{ref.number}»", "phải ghi bằng chữ số Ả Rập")


def leading_zero(view: View, rule: Rule) -> Iterator[Fault]:
    """Numbers below 10 with a 0 before them; a blank is allowed."""
    ref = reference(view)
    if ref and ref.number.isdigit() and not pattern(f"{rule.value}").match(ref.number):
        yield fault(
            ref.component,
            f"số «{ref.number}»",
            "số dưới 10 phải thêm số 0 ở trước, số từ 10 trở lên thì không",
        )


def slash(view: View, rule: Rule) -> Iterator[Fault]:
    """«/» between number and symbol."""
    ref = reference(view)
    if ref and ref.separator and ref.separator != rule.value:
        yield fault(ref.component, f"giữa số và ký hiệu là «{ref.separator}»", f"phải là «{rule.value}»")


def hyphen(view: View, rule: Rule) -> Iterator[Fault]:
    """«-» between the groups of the symbol."""
    ref = reference(view)
    wrong = [sign for sign in ref.symbol.strip() if sign in "/–—_."] if ref and ref.separator == "/" else []
    if wrong:
        yield fault(
            ref.component, f"giữa các nhóm chữ của ký hiệu là «{wrong[0]}»", f"phải là «{rule.value}»"
        )


def no_spaces(view: View, rule: Rule) -> Iterator[Fault]:
    """No space around «/» and «-»; a run of spaces instead of the number is the registry's blank."""
    ref = reference(view)
    if ref and ((ref.number and ref.gap) or re.search(r"\s", ref.symbol.rstrip())):
        yield fault(
            ref.component, f"có dấu cách trong «{ref.component.text}»", "không cách chữ quanh dấu / và dấu -"
        )


def symbol_case(view: View, rule: Rule) -> Iterator[Fault]:
    """Capitals; codes of types exactly as in Phụ lục III."""
    ref = reference(view)
    groups = _groups(ref.symbol) if ref and ref.symbol.strip() else []
    for at, group in enumerate(g.strip() for g in groups):
        right = CODES_BY_CAPITALS.get(group.upper()) if at == 0 else None
        if (right and right != group) or (group[:1].islower()):
            yield fault(ref.component, f"ký hiệu «{group}»", f"phải viết «{right or group.upper()}»")


def named_form(view: View, rule: Rule) -> Iterator[Fault]:
    """Types with a name: number / code of the type - code of the office."""
    if not view.is_letter:
        yield from _form(
            view, rule, "phải có dạng «Số: 07/BC-STC» (số/chữ viết tắt loại văn bản-chữ viết tắt cơ quan)"
        )


def letter_form(view: View, rule: Rule) -> Iterator[Fault]:
    """Công văn: number / code of the office - code of the drafting unit or field."""
    if view.is_letter:
        yield from _form(
            view, rule, "phải có dạng «Số: 15/UBND-VX» (số/chữ viết tắt cơ quan-đơn vị soạn thảo)"
        )


def no_letter_code(view: View, rule: Rule) -> Iterator[Fault]:
    """A công văn has no code of its type: «CV» is not written."""
    ref = reference(view)
    if ref and f"{rule.value}" in _groups(ref.symbol):
        yield fault(ref.component, "ký hiệu có chữ «CV»", "công văn không ghi chữ viết tắt tên loại")


def _groups(symbol: str) -> list[str]:
    return symbol.strip().replace("–", "-").replace("/", "-").split("-")


def _form(view: View, rule: Rule, wanted: str) -> Iterator[Fault]:
    component = view.one("so_ky_hieu")
    if component is None:
        return
    text = UNIT_DIGITS.sub("", re.sub(r"(?<=:)[\s._…]+(?=/)", " ", listed_code(view, component.text[:LONGEST])))
    if not pattern(f"{rule.value}").search(text):
        yield fault(component, f"«{component.text}»", rule.note if rule.note.startswith("phải") else wanted)


def listed_code(view: View, text: str) -> str:
    """The number line with the code of a type's own taken for one of the list."""
    own = view.expected.own_code
    return re.sub(rf"(?<=[/-]){re.escape(own)}(?=[/-])", "BC", text, count=1) if own else text


SPECIAL: dict[str, Special] = {
    "so.numerals": arabic,
    "so.leading_zero": leading_zero,
    "so.slash": slash,
    "so.hyphen": hyphen,
    "so.no_spaces": no_spaces,
    "so.symbol_case": symbol_case,
    "so.form_cong_van": letter_form,
    "so.no_cv_code": no_letter_code,
    "mttq.so.form_cong_van": letter_form,
}

"""The document as a whole: the mandatory parts (Điều 8.2), and what the maker knows must stand on the page."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.layout import words
from reportgen.checks.layout.view import Fault, Special, View, fault
from reportgen.profile import Rule

SEEN_AS = {"trich_yeu": ("trich_yeu", "trich_yeu_cv"), "noi_dung": tuple(words.BODY), "noi_nhan": ("noi_nhan_nhan", "noi_nhan")}
ON_PAPER_ONLY = ("dau",)
"""The seal is not in the file before the document is issued."""


def mandatory(view: View, rule: Rule) -> Iterator[Fault]:
    """Every mandatory part is there; parts with a presence rule of their own are reported by that one."""
    own = {r.component for r in view.profile.rules if r.prop == "presence" and r.check == "auto" and r.op == "present"}
    wanted = [kind for kind in rule.value if kind not in own and kind not in ON_PAPER_ONLY]
    for kind in [*wanted, *(["tieu_ngu"] if "quoc_hieu" in rule.value else [])]:
        if not view.of(*SEEN_AS.get(kind, (kind,))):
            yield Fault(f"không thấy {_name(kind)}", "thành phần bắt buộc phải có", words.SHOWN.get(kind, kind))


def as_typed(view: View) -> Iterator[Fault]:
    """What the maker put in stands on the page (a frame edited in Word may have lost a field)."""
    for kind, text in view.expected.texts.items():
        found = view.one(kind)
        if found is None:
            yield Fault(f"không thấy {_name(kind)}", f"phải là «{text}»", words.SHOWN.get(kind, kind))
        elif found.text.casefold().split() != text.casefold().split():
            yield fault(found, f"«{found.text}»", f"phải là «{text}»")


def _name(kind: str) -> str:
    shown = words.SHOWN.get(kind, kind)
    return shown[:1].lower() + shown[1:] if not shown.startswith(("Quốc", "Tiêu", "Nơi")) else shown


SPECIAL: dict[str, Special] = {"the_thuc.main_elements": mandatory}

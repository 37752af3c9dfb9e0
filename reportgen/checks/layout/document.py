"""The document as a whole: the mandatory parts (Điều 8.2), and what the maker knows must stand on the page."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.layout import words
from reportgen.checks.layout.view import Fault, View, fault
from reportgen.profile import Rule

SEEN_AS = {
    "trich_yeu": ("trich_yeu", "trich_yeu_cv"),
    "noi_dung": tuple(words.BODY),
    "noi_nhan": ("noi_nhan_nhan", "noi_nhan"),
}
ON_PAPER_ONLY = ("dau",)
"""The seal is not in the file before the document is issued."""

SECOND = "_trai"
"""Names of the second signer of minutes, on the left: the same kinds of component as on the right."""

LEFT_BLANK = {"nguoi_ky": "chuc_vu"}
"""Parts that may still be blank when the file is made, as long as the part they belong to is there."""


def mandatory(view: View, rule: Rule) -> Iterator[Fault]:
    """Every mandatory part is there; parts with a presence rule of their own are reported by that one."""
    own = {
        r.component
        for r in view.profile.rules
        if r.prop == "presence" and r.check == "auto" and r.op == "present"
    }
    wanted = [kind for kind in rule.value if kind not in own and kind not in ON_PAPER_ONLY]
    for kind in [*wanted, *(["tieu_ngu"] if "quoc_hieu" in rule.value else [])]:
        blank = kind in LEFT_BLANK and view.of(LEFT_BLANK[kind])
        if not blank and not view.of(*SEEN_AS.get(kind, (kind,))):
            yield Fault(
                f"không thấy {words.in_sentence(kind)}",
                "thành phần này bắt buộc phải có",
                words.SHOWN.get(kind, kind),
            )


def as_typed(view: View) -> Iterator[Fault]:
    """What the maker put in stands on the page (a frame edited in Word may have lost a field)."""
    for name, text in view.expected.texts.items():
        kind = name.removesuffix(SECOND)
        found = view.of(kind) or (view.of("trich_yeu_cv") if kind == "trich_yeu" else ())
        if not found:
            yield Fault(
                f"không thấy {words.in_sentence(kind)}", f"phải là «{text}»", words.SHOWN.get(kind, kind)
            )
        elif not any(_letters(component.text) == _letters(text) for component in found):
            yield fault(found[0], f"«{found[0].text}»", f"phải là «{text}»")


def _letters(text: str) -> str:
    """For comparing: capitals, white space and the «V/v» («về việc») of a công văn aside."""
    return "".join(text.casefold().split()).removeprefix("v/v").removeprefix("vềviệc")


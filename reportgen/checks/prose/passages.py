"""The running text of a document as passages: paragraphs of the body, tables and the page's furniture left out."""

from __future__ import annotations

from reportgen.checks.prose.nouns import Passage
from reportgen.checks.prose.scanning import amounts_in
from reportgen.checks.prose.typed import writes_dot_decimals
from reportgen.docx.components import Components
from reportgen.docx.reader import Paragraph, Reading
from reportgen.pattern import Pattern

FURNITURE = frozenset(
    "quoc_hieu tieu_ngu co_quan_chu_quan co_quan_ban_hanh so_ky_hieu dia_danh_ngay can_cu noi_nhan noi_nhan_dong quyen_han_ky"
    " chuc_vu ho_ten kinh_gui".split()
)
"""Kinds of component whose numbers are no figures."""
LONGEST_PARAGRAPH = 100_000
"""Letters. A paragraph of thirty pages is no sentence (somebody pasted a data base): its numbers are not read."""
_LABEL = Pattern(r"\s*(-|–|\+|\*|•|[a-zđ]\)|\(?\d{1,2}(?:\.\d{1,2})*[.)])(?=\s|\S)")


def passages_of(reading: Reading, components: Components, shown: str) -> list[Passage]:
    """One passage for every paragraph of the body with words in it, in reading order."""
    known = {line.number: (component.kind, component.order) for component in components for line in component.lines}
    free = [p for p in reading.paragraphs if p.cell is None and not p.blank]
    kept = [(p, *known.get(p.number, ("", 0))) for p in free]
    kept = [(p, kind, order) for p, kind, order in kept if kind not in FURNITURE]
    machine = writes_dot_decimals("\n".join(p.typed for p, _, _ in kept))
    return [_passage(p, kind, order, shown, machine) for p, kind, order in kept]


def passage_of_text(text: str, number: int = 0, shown: str = "", machine: bool = False) -> Passage:
    """A passage that stands alone."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower()[:1] for c in text)
    return Passage(number, text, "noi_dung", label_of(text), shown, amounts_in(text, lower), machine)


def label_of(text: str) -> str:
    """The kind of mark an item opens with: «-», «+», «a)», «1.»; '' for running text."""
    found = _LABEL.match(text)
    if not found:
        return ""
    mark = found[1]
    if mark in "-–•":
        return "-"
    if mark in "+*":
        return mark
    return "a)" if mark[0].isalpha() else "1."


def _passage(paragraph: Paragraph, kind: str, order: int, shown: str, machine: bool) -> Passage:
    text = paragraph.typed
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower()[:1] for c in text)
    label = label_of(paragraph.label) if paragraph.label else label_of(text)
    amounts = amounts_in(text, lower) if len(text) <= LONGEST_PARAGRAPH else ()
    return Passage(paragraph.number, text, kind, label, shown, amounts, machine, order)

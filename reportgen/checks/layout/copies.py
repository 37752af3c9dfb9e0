"""Copies (Phần II: SAO Y, SAO LỤC, TRÍCH SAO) and the digital signature on an attachment (Mục II.8.b, III.1.d).

A paper copy carries its form below the end of the document, with number, place and signer of its own; an electronic one has
it in the top right corner of page 1, as 10 pt letters the signing program writes.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.layout import words
from reportgen.checks.layout.looks import Look, is_plain_black, look_faults
from reportgen.checks.layout.marks import LOUD
from reportgen.checks.layout.view import Fault, Special, View, fault
from reportgen.docx.components import Component
from reportgen.docx.components.letterhead import is_number, is_place_and_date
from reportgen.docx.components.lines import is_typed_rule
from reportgen.docx.reader import Paragraph
from reportgen.pattern import Pattern
from reportgen.profile import Rule

STAMPED = Look((Decimal(10), Decimal(10)))
NEAR = 30
"""Paragraphs of a copy's own letterhead and signature around its form."""
LONG_RULE = Decimal("0.8")
"""Share of the text width from which a rule counts as one across the page."""
CODE = Pattern(r"/\s*([A-Za-zĐđ]+)\s*-")
TIME = Pattern(r"\d{1,2}\s*[:.giờh]+\s*\d{1,2}")


def on_paper(view: View) -> tuple[Component, ...]:
    """The forms of copies below the text."""
    head = view.one("quoc_hieu")
    return tuple(
        c for c in view.of("ban_sao") if not view.floats(c) and (head is None or c.first.number > head.first.number)
    )


def stamped(view: View) -> tuple[Component, ...]:
    """The forms of copies above the letterhead: written by the signing program."""
    lower = {c.first.number for c in on_paper(view)}
    return tuple(c for c in view.of("ban_sao") if c.first.number not in lower)


def form_look(view: View, rule: Rule) -> Iterator[Fault]:
    """Capitals, 13-14 pt, upright, bold."""
    yield from look_faults(on_paper(view), LOUD)


def form_code(view: View, rule: Rule) -> Iterator[Fault]:
    """The code in the number of the copy is that of its form."""
    for form in on_paper(view):
        wanted = next((code for name, code in rule.value.items() if form.text.upper().startswith(name)), None)
        number = next((p for p in around(view, form) if is_number(p.text)), None)
        found = CODE.search(number.text[:100]) if number else None
        if wanted and found and found[1] != wanted:
            yield fault(form, f"ký hiệu bản sao «{found[1]}»", f"{form.text} ghi ký hiệu «{wanted}»")


def below_rule(view: View, rule: Rule) -> Iterator[Fault]:
    """Below a rule across the page, after the end of the document."""
    for form in on_paper(view):
        lines = [p for p in view.reading.paragraphs if form.first.number - NEAR <= p.number < form.first.number]
        if not any(_across(p) for p in lines):
            yield fault(form, "không thấy đường kẻ phía trên", "phải ở dưới đường kẻ nét liền dài hết chiều ngang")


def own_elements(view: View, rule: Rule) -> Iterator[Fault]:
    """A copy has a number and a line of place and date of its own."""
    for form in on_paper(view):
        texts = [p.text for p in around(view, form)]
        for seen, named in ((is_number, "số, ký hiệu bản sao"), (is_place_and_date, "địa danh, thời gian sao")):
            if not any(seen(text) for text in texts):
                yield fault(form, f"không thấy {named}", "bản sao ghi đủ cơ quan sao, số, địa danh, ngày, người ký, nơi nhận")


def digital_look(view: View, rule: Rule) -> Iterator[Fault]:
    """10 pt, upright, black, at the top right."""
    yield from _stamp_faults(view, stamped(view))


def attachment_place(view: View, rule: Rule) -> Iterator[Fault]:
    """In the top right corner of the first page of the attachment."""
    for component in view.of("chu_ky_so_kem_theo"):
        line = component.first
        if line.cell is None and line.format.align not in ("right", "justify") and not line.frame:
            yield fault(component, words.found("align", line.format.align), "phải ở góc trên bên phải trang đầu")


def attachment_text(view: View, rule: Rule) -> Iterator[Fault]:
    """Number and symbol of the document, and the time of signing."""
    for component in view.of("chu_ky_so_kem_theo"):
        if "Số" not in component.text or not TIME.search(component.text[:300]):
            yield fault(component, f"«{component.text}»", "ghi «Số: …; ngày/tháng/năm; giờ: phút: giây»")


def attachment_look(view: View, rule: Rule) -> Iterator[Fault]:
    """Times New Roman, 10 pt, upright, black."""
    yield from _stamp_faults(view, view.of("chu_ky_so_kem_theo"))


def around(view: View, form: Component) -> list[Paragraph]:
    """The paragraphs that belong to the copy: near its form, below the document."""
    own = {line.number for c in view.of("so_ky_hieu", "dia_danh") for line in c.lines}
    at = form.first.number
    return [p for p in view.reading.paragraphs if abs(p.number - at) <= NEAR and p.number not in own]


def _stamp_faults(view: View, components: tuple[Component, ...]) -> Iterator[Fault]:
    yield from look_faults(components, STAMPED)
    for component in components:
        if not is_plain_black(component):
            yield fault(component, "không phải Times New Roman màu đen", "phải là Times New Roman, cỡ 10, đứng, màu đen")


def _across(paragraph: Paragraph) -> bool:
    borders = (paragraph.format.top, paragraph.format.bottom)
    if any(border is not None and border.visible for border in borders) or is_typed_rule(paragraph):
        return True
    return any(stroke.length >= paragraph.room * LONG_RULE for stroke in paragraph.strokes)


SPECIAL: dict[str, Special] = {
    "sao.form_format": form_look,
    "sao.codes": form_code,
    "sao.paper_position": below_rule,
    "sao.other_elements": own_elements,
    "sao.digital_sign": digital_look,
    "ky_so_kem_theo.position": attachment_place,
    "ky_so_kem_theo.text": attachment_text,
    "ky_so_kem_theo.font": attachment_look,
}

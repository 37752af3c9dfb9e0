"""Phụ lục (Mục III.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.layout import words
from reportgen.checks.layout.ops import pattern
from reportgen.checks.layout.view import Fault, Special, View, fault, quoted
from reportgen.docx.components import Component
from reportgen.docx.components.lines import is_upper, squeezed
from reportgen.docx.reader import Paragraph
from reportgen.pattern import Pattern
from reportgen.profile import Rule

NATION = "conghoaxahoichunghia"
SHORTEST_END = 20
"""Letters of a last line that is a sentence; shorter ones are remarks, names, numbers of a form."""
HEAD = 6
"""Paragraphs right below the name of an annex; a Quốc hiệu further down belongs to a form the annex shows."""
NUMBER_GIVEN = Pattern(r"\bsố\s*:?\s*\d+\s*/", re.IGNORECASE)
DAY_GIVEN, DAY_BLANK = Pattern(r"\bngày\s*\d", re.IGNORECASE), Pattern(r"\bngày[\s._…]+tháng", re.IGNORECASE)


def numbered(view: View, rule: Rule) -> Iterator[Fault]:
    """Two or more annexes carry numbers, Roman (NĐ30) or Arabic (Party)."""
    annexes = view.of("phu_luc")
    kind = "Ả Rập" if rule.value == "arabic" else "La Mã"
    for annex in annexes:
        number = annex.label.casefold().partition("lục")[2].strip(" .:")
        wrong = number.isdigit() != (rule.value == "arabic") if number else len(annexes) > 1
        if wrong:
            found = f"đánh số «{number.upper()}»" if number else "không có số thứ tự"
            yield fault(annex, found, f"từ hai phụ lục trở lên phải đánh số {kind}")


def label(view: View, rule: Rule) -> Iterator[Fault]:
    """«Phụ lục I», small letters, alone on its line; the kind of number is another rule's matter."""
    for annex in view.of("phu_luc"):
        text = re.sub(r"\b\d+\b", "I", annex.text)
        if not re.match(f"{rule.value}", text):
            yield fault(
                annex, f"«{annex.text}»", "phải viết «Phụ lục» hoặc «Phụ lục I», chữ thường, dòng riêng"
            )


def issued_with(view: View, rule: Rule) -> Iterator[Fault]:
    """Each annex says which document it goes with."""
    annexes, lines = view.of("phu_luc"), view.of("phu_luc_kem_theo")
    ends = [*(a.first.number for a in annexes[1:]), len(view.reading.paragraphs)]
    for annex, end in zip(annexes, ends, strict=False):
        if not any(annex.first.number < line.first.number < end for line in lines):
            yield fault(
                annex, "không thấy dòng «(Kèm theo …)»", "dưới tên phụ lục phải có dòng «(Kèm theo …)»"
            )


def issued_with_place(view: View, rule: Rule) -> Iterator[Fault]:
    """In the middle, below the title."""
    for line in view.of("phu_luc_kem_theo"):
        if line.first.format.align != "center":
            yield fault(line, "không căn giữa", "phải căn giữa, dưới tên phụ lục")


def mentioned(view: View, rule: Rule) -> Iterator[Fault]:
    """The body speaks of its annexes."""
    if view.of("phu_luc") and not any("phụ lục" in c.text.casefold() for c in view.body):
        yield Fault(
            "nội dung không nhắc tới phụ lục", "phần nội dung phải chỉ dẫn tới từng phụ lục", "Phụ lục"
        )


def issued_with_filled(view: View, rule: Rule) -> Iterator[Fault]:
    """On paper all of number and day are filled in, in an electronic document neither: one of the two is forgotten."""
    for line in view.of("phu_luc_kem_theo"):
        text = line.text[:400]
        numbered, dated = bool(NUMBER_GIVEN.search(text)), bool(DAY_GIVEN.search(text))
        if numbered != dated and (not numbered or DAY_BLANK.search(text)):
            found = "ghi số mà để trống ngày" if numbered else "ghi ngày mà để trống số"
            yield fault(line, found, "văn bản giấy ghi đủ số, ngày; văn bản điện tử để trống cả hai")


def ends(view: View, rule: Rule) -> Iterator[Fault]:
    """The text of an annex closes with «./.»; one that ends with a table has nothing to close."""
    for last in view.of("phu_luc_cuoi"):
        if len(last.text) >= SHORTEST_END and not is_upper(last.text) and not pattern(f"{rule.value}").search(last.text):
            found = f"phụ lục kết thúc bằng «{last.text[-12:]}»"
            yield Fault(found, "kết thúc bằng «./.»", "Phụ lục", quoted(last.text[-70:]), paragraph=last.first.number)


def rule_below(view: View, rule: Rule) -> Iterator[Fault]:
    """A short rule below «(Kèm theo …)», as in Mẫu 2.1."""
    for line in view.of("phu_luc_kem_theo"):
        at = line.lines[-1].number + 1
        broken = ")" not in line.text and at < len(view.reading.paragraphs)
        if line.line is None and not (broken and view.reading.paragraphs[at].strokes):
            yield fault(line, "không thấy đường kẻ bên dưới", "mẫu phụ lục có đường kẻ ngắn bên dưới")


def no_letterhead(view: View, rule: Rule) -> Iterator[Fault]:
    """No Quốc hiệu above or right below the name of an annex."""
    for annex, lines in _annexes(view):
        head = next((p for p in lines[:HEAD] if NATION in squeezed(p.text)), None)
        if head is not None:
            yield fault(annex, "phụ lục có Quốc hiệu", "phụ lục không có phần đầu như một văn bản riêng")


def _annexes(view: View) -> Iterator[tuple[Component, list[Paragraph]]]:
    """Each annex with the paragraphs from its name to the next annex."""
    annexes = sorted(view.of("phu_luc"), key=lambda annex: annex.first.number)
    ends = [*(annex.first.number for annex in annexes[1:]), len(view.reading.paragraphs)]
    for annex, end in zip(annexes, ends, strict=False):
        yield annex, list(view.reading.paragraphs[annex.first.number : end])


def issued_with_words(view: View, rule: Rule) -> Iterator[Fault]:
    """«(Kèm theo …)» in brackets; a line that is broken by hand closes its bracket in the next paragraph."""
    for line in view.of("phu_luc_kem_theo"):
        at = line.lines[-1].number
        below = view.reading.paragraphs[at + 1].text if at + 1 < len(view.reading.paragraphs) else ""
        whole = f"{line.text} {below}" if ")" not in line.text and below.endswith(")") else line.text
        if not pattern(f"{rule.value}").search(whole[:600]):
            yield fault(line, f"«{line.text[:40]}»", words.PATTERNS["phu_luc.kem_theo_text"])


SPECIAL: dict[str, Special] = {
    "phu_luc.kem_theo_text": issued_with_words,
    "phu_luc.kem_theo_fields": issued_with_filled,
    "phu_luc.end": ends,
    "phu_luc.rule_below": rule_below,
    "phu_luc.no_letterhead": no_letterhead,
    "phu_luc.numerals": numbered,
    "phu_luc.label": label,
    "phu_luc.kem_theo_present": issued_with,
    "phu_luc.kem_theo_position": issued_with_place,
    "phu_luc.mentioned": mentioned,
}

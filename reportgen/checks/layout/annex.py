"""Phụ lục (Mục III.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.layout.view import Fault, Special, View, fault
from reportgen.profile import Rule


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


SPECIAL: dict[str, Special] = {
    "phu_luc.numerals": numbered,
    "phu_luc.label": label,
    "phu_luc.kem_theo_present": issued_with,
    "phu_luc.kem_theo_position": issued_with_place,
    "phu_luc.mentioned": mentioned,
}

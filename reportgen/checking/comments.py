"""Findings as comments in Word: at every place the rule is broken, worded for the person who will mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportgen.checking.grouping import part_of, places
from reportgen.diagnostics import Finding, Place
from reportgen.docx.comments import Remark, with_comments
from reportgen.docx.reader import Marked

MOST_PLACES = 100
"""Comments for one finding; a document of a thousand pages with one fault in every paragraph stays readable."""


def commented(package: Mapping[str, bytes], marked: Marked, findings: Iterable[Finding], shown: str) -> bytes:
    """The bytes of a copy with the open findings as comments."""
    remarks = [remark for finding in findings if not finding.accepted for remark in _remarks(finding)]
    return with_comments(package, marked, remarks, Place(shown))


def _remarks(finding: Finding) -> Iterator[Remark]:
    """The whole story at the first place, the fault alone at the others."""
    first, *others = dict.fromkeys(place.paragraph for place in places(finding))
    yield Remark(first, _whole(finding, len(others)))
    for number in others[: MOST_PLACES - 1]:
        yield Remark(number, (_head(finding), f"(như nhận xét đầu tiên, quy tắc {finding.code})"))


def _head(finding: Finding) -> str:
    said = f"{finding.found}; {finding.expected}" if finding.found and finding.expected else finding.message
    part = part_of(finding)
    return f"{finding.severity.value.capitalize()}: {said.removeprefix(f'{part}: ').rstrip('.')}."


def _whole(finding: Finding, others: int) -> tuple[str, ...]:
    lines = [_head(finding)]
    if finding.found and finding.expected and f"{finding.found}; {finding.expected}" not in finding.message:
        lines.append(finding.message)
    if others:
        lines.append(f"Còn {others} chỗ nữa cùng lỗi này.")
    if finding.hint:
        lines.append(f"Cách sửa: {finding.hint}")
    if finding.authority:
        lines.append(f"Căn cứ: {finding.authority}")
    return (*lines, f"Quy tắc: {finding.code}, {part_of(finding)}")

"""Marks of a draft (dự thảo): a draft made by us must carry them, a final document must not.

Seen as marks: the words «DỰ THẢO» in the letterhead, also in a text box beside it; a watermark; the title or status of the
file; a marker «[…ho_ngheo…]» in place of a figure. Of a foreign file nobody says what it is: one that has its number already
is final, all else may be a draft.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.checks.layout.findings import finding_of, grouped
from reportgen.checks.layout.view import Fault, View, fault, quoted
from reportgen.diagnostics import Finding, Severity
from reportgen.docx.components.letterhead import DRAFT
from reportgen.docx.components.lines import opening
from reportgen.docx.draft.seen import CORE, is_header, watermark_words
from reportgen.docx.reader import Paragraph
from reportgen.docx.xml import parse
from reportgen.doubt import MARKER_SEEN
from reportgen.profile import Rule

LONGEST_MARK = 30
"""A line longer than this speaks of a draft; it is not the mark of one."""
HEAD = 25
FINAL = "văn bản chính thức không mang dấu dự thảo"
HINT = "dựng lại bản chính: reportgen build, không có --du-thao; hoặc xóa dấu này trong Word"


def draft_findings(view: View, package: Mapping[str, bytes]) -> list[Finding]:
    """TT48: a mark of a draft in a final document; TT49: a draft of ours without the mark."""
    marks = list(_marks(view, package))
    if view.expected.draft:
        if view.one("du_thao") is not None:
            return []
        rule = Rule("TT49", "du_thao", "text", "present", True, severity=Severity.ERROR)
        missing = Fault("không thấy dấu dự thảo ở đầu trang", "bản dự thảo phải có dấu dự thảo")
        return [finding_of(view, rule, missing)]
    severity = Severity.ERROR if view.expected.draft is False else Severity.WARNING
    if view.expected.draft is None and not _has_number(view):
        return []
    rule = Rule("TT48", "du_thao", "text", "absent", True, severity=severity)
    return [finding_of(view, rule, *same) for same in grouped(marks)]


def _has_number(view: View) -> bool:
    number = view.one("so_ky_hieu")
    return number is not None and any(letter.isdigit() for letter in number.text.split("/")[0])


def _marks(view: View, package: Mapping[str, bytes]) -> Iterator[Fault]:
    told = {line.number for component in view.of("du_thao") for line in component.lines}
    for component in view.of("du_thao"):
        yield fault(component, f"có dấu «{component.text}»", FINAL, hint=HINT)
    for box in view.reading.boxes:
        for paragraph in box.paragraphs[:1] if box.anchor < HEAD else ():
            if _is_mark(paragraph.text) and paragraph.number not in told:
                yield Fault(f"có dấu «{paragraph.text}» trong khung chữ", FINAL, "Dấu dự thảo", hint=HINT)
    for name in sorted(package):
        if is_header(name):
            words = [w for w in watermark_words(package[name]) if DRAFT.search(opening(w))]
            yield from (Fault(f"có chữ chìm «{word}»", FINAL, "Đầu trang", hint=HINT) for word in words)
    yield from _in_properties(package)
    for paragraph in view.reading.paragraphs:
        if found := MARKER_SEEN.search(paragraph.text):
            yield Fault(f"còn chỗ chờ số liệu «{found[0]}»", FINAL, view.part_of(paragraph), _around(paragraph), HINT, paragraph.number)


def _in_properties(package: Mapping[str, bytes]) -> Iterator[Fault]:
    root = parse(package[CORE]) if CORE in package else ()
    for element in root:
        name = str(element.tag).rpartition("}")[2]
        if name in ("title", "contentStatus") and DRAFT.match(opening(element.text or "")):
            yield Fault(f"thuộc tính tệp ghi «{element.text}»", FINAL, "Thuộc tính tệp", hint=HINT)


def _is_mark(text: str) -> bool:
    return len(text) <= LONGEST_MARK and bool(DRAFT.match(opening(text)))


def _around(paragraph: Paragraph) -> str:
    return quoted(paragraph.text)

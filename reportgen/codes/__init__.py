"""Everything ``reportgen explain`` can say about a code: the tables of all rooms, and the layout rules.

Each room explains its own codes beside the code that emits them; TABLES lists where. A test reads the sources: every
table must be listed here, every code used must be explained.
"""

from __future__ import annotations

from importlib import import_module

from reportgen.checks.wording import checks
from reportgen.codes.page import Page
from reportgen.codes.rules import all_rules, rule_page
from reportgen.codes.wording_pages import wording_page

TABLES = (
    "reportgen.batch.codes",
    "reportgen.checking.codes",
    "reportgen.checks.layout.codes",
    "reportgen.checks.prose.codes",
    "reportgen.codes.commands",
    "reportgen.docx.codes",
    "reportgen.docx.word_template.codes",
    "reportgen.fields.codes",
    "reportgen.figures.codes",
    "reportgen.kinds.codes",
    "reportgen.mending.codes",
    "reportgen.past.codes",
    "reportgen.pdf.codes",
    "reportgen.preview.codes",
    "reportgen.profile.codes",
    "reportgen.program.codes",
    "reportgen.reforms.codes",
    "reportgen.returns.codes",
    "reportgen.sources.codes",
    "reportgen.tables.codes",
    "reportgen.yamltext.codes",
)

ROOMS = {
    "DL": "tệp dữ liệu",
    "KY": "số liệu của kỳ khác, số liệu đã ban hành, bản dự thảo",
    "SL": "số liệu và quan hệ giữa các số liệu",
    "BT": "bảng tính",
    "BG": "bảng số liệu",
    "MAU": "mẫu và lời văn",
    "LE": "lệnh và tệp kết quả",
    "TT": "thể thức và tệp Word",
    "LO": "làm văn bản hàng loạt",
    "TH": "biểu mẫu và tổng hợp",
    "KT": "kiểm tra và sửa văn bản có sẵn",
    "VB": "số liệu trong văn bản có sẵn",
    "PDF": "bản PDF",
    "XT": "xem trước",
}

__all__ = ["Page", "explanations", "known_codes", "page_of"]


def page_of(code: str) -> Page | None:
    """The page of a finding's code or of a layout rule (case ignored), None if it is neither."""
    wanted = code.casefold()
    for known, text in explanations().items():
        if known.casefold() == wanted:
            return Page(known, ROOMS.get(known.rstrip("0123456789"), "khác"), _sentences(text))
    found = [(profile, rule) for profile, rule in all_rules() if rule.code.casefold() == wanted]
    return wording_page(wanted) or (rule_page(found) if found else None)


def explanations() -> dict[str, str]:
    """Code → explanation, from every room's table."""
    return {code: text for name in TABLES for code, text in import_module(name).CODES.items()}


def known_codes() -> list[str]:
    """Every code and every rule that has a page, sorted."""
    return sorted({*explanations(), *(rule.code for _, rule in all_rules()), *(check.code for check in checks())})


def _sentences(text: str) -> tuple[str, ...]:
    """«Sai:» and «Đúng:» each on a line of its own."""
    for word in ("Sai:", "Đúng:"):
        text = text.replace(f" {word}", f"\n{word}")
    return tuple(text.split("\n"))

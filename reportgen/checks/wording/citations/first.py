"""Viện dẫn lần đầu phải ghi đầy đủ.

Lần đầu viện dẫn một văn bản phải ghi tên loại, số và ký hiệu, ngày ban hành, cơ quan ban hành và trích yếu; luật, pháp lệnh
chỉ ghi tên loại và tên. Các lần sau chỉ ghi tên loại và số, ký hiệu.

Sai: Thực hiện Nghị định số 30/2020/NĐ-CP về công tác văn thư, Sở đã ban hành quy chế.
Đúng: Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư, Sở đã ban hành quy chế.
"""

import re
from collections.abc import Iterator

from reportgen.checks.wording.citations.citing import citations
from reportgen.checks.wording.nouns import ALL, Check, Slip, Text
from reportgen.diagnostics import Severity
from reportgen.pattern import Pattern

_DATED_BEFORE = Pattern(
    r"ngày\s+\d{1,2}(?:/|\s+tháng\s+)\d{1,2}(?:/|\s+năm\s+)\d{4}[^.;]{1,120}\bban hành(?:\s+(?:các|những))?\s*\Z", re.IGNORECASE
)
"""«Ngày 15/3/2026, Sở đã ban hành Kế hoạch số …»: the day and the body stand in front."""


def _find(text: Text) -> Iterator[Slip]:
    seen: set[str] = set()
    for cited in citations(text):
        first = cited.symbol not in seen
        seen.add(cited.symbol)
        told_before = _DATED_BEFORE.search(cited.line.text[max(0, cited.start - 200) : cited.start])
        if first and not cited.dated and not cited.blank_date and not told_before:
            missing = "ngày ban hành" if cited.body else "ngày và cơ quan ban hành"
            yield Slip(cited.line, cited.start, cited.end, why=f"lần đầu viện dẫn còn thiếu {missing}")


CHECK = Check(
    "vien_dan.first_full",
    _find,
    authority="NĐ30 PL I, Phần I, Mục II.6.b; HD05 Phần II, I.6.1.4",
    severity=Severity.WARNING,
    schemes=ALL,
    manual=__doc__,
)

"""Viện dẫn văn bản ban hành sau ngày của văn bản này.

Một văn bản không thể dẫn văn bản chưa ra đời; thường là ngày gõ sai, hoặc ngày của văn bản còn là của kỳ trước.

Sai: (văn bản ngày 10/3/2020) theo Quyết định số 622/QĐ-TTg ngày 10/5/2020 của Thủ tướng Chính phủ
Đúng: (văn bản ngày 10/3/2020) theo Quyết định số 622/QĐ-TTg ngày 10/5/2017 của Thủ tướng Chính phủ
"""

from collections.abc import Iterator

from reportgen.checks.wording.citations.citing import citations
from reportgen.checks.wording.nouns import Check, Slip, Text
from reportgen.diagnostics import Severity
from reportgen.vietnamese.dates import slash_date


def _find(text: Text) -> Iterator[Slip]:
    for cited in citations(text):
        if text.issued and cited.day and cited.dated and cited.day > text.issued:
            yield Slip(cited.line, *cited.dated, why=f"sau ngày của văn bản này ({slash_date(text.issued)})")


CHECK = Check(
    "vien_dan.later",
    _find,
    authority="văn bản chỉ dẫn được văn bản đã ban hành",
    severity=Severity.WARNING,
    manual=__doc__,
)

"""Năm trong số, ký hiệu khác năm ban hành.

Văn bản quy phạm pháp luật mang năm ban hành trong số, ký hiệu, nên năm ấy phải là năm của ngày ban hành.

Sai: Thông tư số 01/2019/TT-BNV ngày 24/01/2020 của Bộ Nội vụ
Đúng: Thông tư số 01/2019/TT-BNV ngày 24/01/2019 của Bộ Nội vụ
"""

from collections.abc import Iterator

from reportgen.checks.wording.citations.citing import citations
from reportgen.checks.wording.nouns import Check, Slip, Text
from reportgen.diagnostics import Severity


def _find(text: Text) -> Iterator[Slip]:
    for cited in citations(text):
        if cited.year and cited.day and cited.dated and cited.day.year != cited.year:
            yield Slip(cited.line, *cited.dated, why=f"số, ký hiệu {cited.symbol} là của năm {cited.year}")


CHECK = Check(
    "vien_dan.year",
    _find,
    authority="Luật Ban hành văn bản quy phạm pháp luật: số, ký hiệu gồm năm ban hành",
    severity=Severity.WARNING,
    manual=__doc__,
)

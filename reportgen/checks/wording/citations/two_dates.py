"""Một văn bản viện dẫn với hai ngày khác nhau.

Cùng một số, ký hiệu mà chỗ này ghi ngày này, chỗ kia ghi ngày khác thì có một chỗ sai. Đối chiếu với văn bản gốc.

Sai: Quyết định số 27/2018/QĐ-TTg ngày 06/7/2018; Quyết định số 27/2018/QĐ-TTg ngày 07/6/2018.
Đúng: Quyết định số 27/2018/QĐ-TTg ngày 06/7/2018; Quyết định số 27/2018/QĐ-TTg ngày 06/7/2018.
"""

from collections.abc import Iterator

from reportgen.checks.wording.citations.citing import Citation, citations
from reportgen.checks.wording.nouns import Check, Slip, Text
from reportgen.diagnostics import Severity
from reportgen.vietnamese.dates import slash_date


def _find(text: Text) -> Iterator[Slip]:
    first: dict[tuple[str, str], Citation] = {}
    for cited in citations(text):
        if not cited.day or not cited.dated or not (cited.body or cited.year):
            continue
        whose = "" if cited.year else cited.body.lower()  # offices number their plans alike: 15/KH-UBND
        before = first.setdefault((cited.symbol, whose), cited)
        if before.day != cited.day:
            yield Slip(cited.line, *cited.dated, why=f"chỗ khác ghi ngày {slash_date(before.day)}")


CHECK = Check(
    "vien_dan.two_dates",
    _find,
    authority="một văn bản chỉ có một ngày ban hành",
    severity=Severity.WARNING,
    manual=__doc__,
)

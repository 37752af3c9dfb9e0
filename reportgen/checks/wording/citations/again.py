"""Viện dẫn lần sau chỉ ghi tên loại và số, ký hiệu.

Đã ghi đầy đủ ở lần đầu thì các lần sau không ghi lại ngày và cơ quan ban hành. Phần căn cứ ở đầu văn bản không tính.

Sai: Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ; nhắc lại Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.
Đúng: Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ; nhắc lại Nghị định số 30/2020/NĐ-CP.
"""

from collections.abc import Iterator

from reportgen.checks.wording.citations.citing import citations
from reportgen.checks.wording.nouns import ALL, Check, Slip, Text
from reportgen.diagnostics import Severity


def _find(text: Text) -> Iterator[Slip]:
    full: set[str] = set()
    for cited in citations(text):
        if cited.symbol in full and cited.dated and cited.body and cited.line.kind != "can_cu":
            yield Slip(cited.line, cited.start, cited.dated[1], why="đã ghi đầy đủ ở lần đầu, lần này chỉ cần số, ký hiệu")
        if cited.dated:
            full.add(cited.symbol)


CHECK = Check(
    "vien_dan.next_short",
    _find,
    authority="NĐ30 PL I, Phần I, Mục II.6.b; HD05 Phần II, I.6.1.4",
    severity=Severity.INFO,
    schemes=ALL,
    manual=__doc__,
)

"""Tên sự kiện lịch sử viết hoa.

Viết: Cách mạng tháng Tám (số viết bằng chữ).

Sai: kỷ niệm Cách mạng tháng 8
Đúng: kỷ niệm Cách mạng tháng Tám
"""

from reportgen.checks.wording.nouns import STATE_NOW, Check
from reportgen.checks.wording.patterns import flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "caps.historic_event",
    flags(
        r"\b[Cc]ách mạng (?!tháng Tám)[Tt]háng (?:8|tám|Tám)\b",
        near=("ách mạng ",),
    ),
    authority="NĐ30 PL II, Mục V.9",
    severity=Severity.INFO,
    schemes=STATE_NOW,
    manual=__doc__,
)

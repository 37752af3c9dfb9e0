"""Ngày trong tuần viết hoa.

Viết hoa chữ chỉ thứ trong tuần khi viết bằng chữ: thứ Hai, thứ Tư.

Sai: họp vào thứ hai hằng tuần
Đúng: họp vào thứ Hai hằng tuần
"""

from reportgen.checks.wording.nouns import STATE_NOW, Check
from reportgen.checks.wording.patterns import first_up, flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "caps.weekday",
    flags(
        r"\bthứ (?P<x>hai|ba|tư|năm|sáu|bảy)(?=, ngày| hằng tuần| hàng tuần)",
        first_up,
        near=("thứ ",),
    ),
    authority="NĐ30 PL II, Mục V.8.c",
    severity=Severity.INFO,
    schemes=STATE_NOW,
    manual=__doc__,
)

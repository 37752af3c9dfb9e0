"""Tháng viết bằng chữ thì viết hoa.

Viết: tháng Tám, tháng Mười; viết bằng số thì không đổi: tháng 8.

Sai: khai mạc trong tháng tám
Đúng: khai mạc trong tháng Tám
"""

from reportgen.checks.wording.nouns import STATE_NOW, Check
from reportgen.checks.wording.patterns import first_up, flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "caps.month_words",
    flags(
        r"\btháng (?P<x>giêng|ba|tư|sáu|bảy|tám|chín|mười|chạp)\b(?! tháng| ngày| năm tuổi)",
        first_up,
        near=tuple(f"tháng {letter}" for letter in "gbtsmc"),
    ),
    authority="NĐ30 PL II, Mục V.8.c",
    severity=Severity.INFO,
    schemes=STATE_NOW,
    manual=__doc__,
)

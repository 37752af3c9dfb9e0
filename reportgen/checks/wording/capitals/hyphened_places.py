"""Địa danh không dùng gạch nối.

Tên địa danh Việt Nam viết hoa chữ đầu các âm tiết và không dùng gạch nối.

Sai: Nam-Định, ngày 01 tháng 3 năm 2026
Đúng: Nam Định, ngày 01 tháng 3 năm 2026
"""

from reportgen.checks.wording.nouns import STATE_NOW, Check
from reportgen.checks.wording.patterns import flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "caps.no_hyphen_place",
    flags(
        r"^\s*(?P<x>[{U}][{L}]+-[{U}][{L}]+)(?=, ngày)",
        lambda words: words.replace("-", " "),
        kinds=("dia_danh",),
    ),
    authority="NĐ30 PL II, Mục III.1.a",
    severity=Severity.WARNING,
    schemes=STATE_NOW,
    mendable=True,
    manual=__doc__,
)

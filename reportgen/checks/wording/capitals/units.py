"""Danh từ chung chỉ đơn vị hành chính viết thường.

Giữa câu, «tỉnh», «huyện», «xã», «thị xã», «thị trấn», «đặc khu» đứng trước tên riêng viết thường.

Sai: Kết quả trên địa bàn Tỉnh Nam Định.
Đúng: Kết quả trên địa bàn tỉnh Nam Định.
"""

from reportgen.checks.wording.nouns import STATE_NOW, Check
from reportgen.checks.wording.patterns import first_down, flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "caps.admin_unit_common_lower",
    flags(
        r"(?<=[{L},] )(?P<x>Tỉnh|Huyện|Xã|Thị xã|Thị trấn|Đặc khu) (?=[{U}][{L}])(?!Đoàn\b|Ủy\b|Uỷ\b"
        r"|Đội\b|Hội\b|Phật\b)",
        first_down,
        near=("Tỉnh ", "Huyện ", "Xã ", "Thị ", "Đặc khu "),
    ),
    authority="NĐ30 PL II, Mục III.1.a",
    severity=Severity.WARNING,
    schemes=STATE_NOW,
    mendable=True,
    manual=__doc__,
)

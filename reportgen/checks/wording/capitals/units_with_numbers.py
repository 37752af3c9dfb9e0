"""Đơn vị hành chính đặt tên bằng số viết hoa.

Tên đơn vị hành chính gồm danh từ chung với chữ số thì viết hoa cả danh từ chung: Quận 1, Phường 7.

Sai: Cơ sở đóng tại quận 1, Thành phố Hồ Chí Minh.
Đúng: Cơ sở đóng tại Quận 1, Thành phố Hồ Chí Minh.
"""

from reportgen.checks.wording.nouns import STATE_NOW, Check
from reportgen.checks.wording.patterns import first_up, flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "caps.unit_with_number",
    flags(
        r"(?<!\d )\b(?P<x>quận|phường) \d{1,2}(?=[,.;)]| và | thuộc | thành phố| Thành phố|$)",
        first_up,
        near=("quận ", "phường "),
    ),
    authority="NĐ30 PL II, Mục III.1.b",
    severity=Severity.WARNING,
    schemes=STATE_NOW,
    mendable=True,
    manual=__doc__,
)

"""«Thành phố Hồ Chí Minh», «Thủ đô Hà Nội» viết hoa.

Hai tên riêng này viết hoa cả danh từ chung.

Sai: Đoàn công tác tại thành phố Hồ Chí Minh.
Đúng: Đoàn công tác tại Thành phố Hồ Chí Minh.
"""

from reportgen.checks.wording.nouns import STATE_NOW, Check
from reportgen.checks.wording.patterns import first_up, flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "caps.hcm_hanoi",
    flags(
        r"\bthành phố Hồ Chí Minh"
        r"|\bthủ đô Hà Nội",
        first_up,
        near=("thành phố Hồ Chí Minh", "thủ đô Hà Nội"),
    ),
    authority="NĐ30 PL II, Mục III.1.c",
    severity=Severity.ERROR,
    schemes=STATE_NOW,
    mendable=True,
    manual=__doc__,
)

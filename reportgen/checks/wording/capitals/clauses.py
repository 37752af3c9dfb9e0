"""Viện dẫn «khoản», «điểm» giữa câu viết thường.

Trong câu, chữ «khoản» và «điểm» khi viện dẫn viết thường; chỉ Phần, Chương, Mục, Tiểu mục, Điều viết hoa.

Sai: Thực hiện Khoản 2 Điều 103.
Đúng: Thực hiện khoản 2 Điều 103.
"""

from reportgen.checks.wording.nouns import STATE_NOW, Check
from reportgen.checks.wording.patterns import first_down, flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "caps.khoan_diem_lower",
    flags(
        r"(?<=[{L}\d,;] )(?:Khoản \d+|Điểm [a-zđ](?= |,))",
        first_down,
        near=("Khoản ", "Điểm "),
    ),
    authority="NĐ30 PL II, Mục V.7",
    severity=Severity.ERROR,
    schemes=STATE_NOW,
    mendable=True,
    manual=__doc__,
)

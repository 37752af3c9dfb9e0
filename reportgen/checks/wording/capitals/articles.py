"""Viện dẫn «Điều» phải viết hoa.

Khi viện dẫn một điều của văn bản cụ thể, chữ «Điều» viết hoa.

Sai: Thực hiện điều 5 Luật Ngân sách nhà nước.
Đúng: Thực hiện Điều 5 Luật Ngân sách nhà nước.
"""

from reportgen.checks.wording.nouns import STATE_NOW, Check
from reportgen.checks.wording.patterns import first_up, flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "caps.dieu_upper",
    flags(
        r"\b(?P<x>điều) \d{1,3}[a-zđ]?(?= (?:của|Luật|Bộ luật|Hiến pháp|Pháp lệnh|Nghị định"
        r"|Nghị quyết|Quyết định|Thông tư|Quy định|Quy chế|Điều lệ|và Điều|và điều|khoản|này))",
        first_up,
        near=("điều ",),
    ),
    authority="NĐ30 PL II, Mục V.7",
    severity=Severity.ERROR,
    schemes=STATE_NOW,
    mendable=True,
    manual=__doc__,
)

"""«Nhân dân», «Nhà nước» viết hoa khi là danh từ riêng.

Viết hoa hai từ này khi chúng đứng riêng làm danh từ; trong tên gọi và khi làm tính từ thì viết thường (quản lý nhà nước).

Sai: nâng cao đời sống nhân dân
Đúng: nâng cao đời sống Nhân dân
"""

from reportgen.checks.wording.nouns import STATE_NOW, Check
from reportgen.checks.wording.patterns import flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "caps.nhan_dan_nha_nuoc",
    flags(
        r"\bĐảng, (?P<x>nhà nước)\b"
        r"|\bĐảng và (?P<y>nhà nước)\b"
        r"|\bđời sống (?P<z>nhân dân)\b",
        near=("nhà nước", "đời sống nhân dân"),
    ),
    authority="NĐ30 PL II, Mục V.1",
    severity=Severity.INFO,
    schemes=STATE_NOW,
    manual=__doc__,
)

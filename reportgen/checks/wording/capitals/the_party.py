"""«Đảng» viết hoa khi chỉ Đảng Cộng sản Việt Nam.

Viết hoa khi nói về Đảng Cộng sản Việt Nam; đảng viên, đảng bộ nói chung viết thường.

Sai: chủ trương của đảng và Nhà nước
Đúng: chủ trương của Đảng và Nhà nước
"""

from reportgen.checks.wording.nouns import STATE_NOW, Check
from reportgen.checks.wording.patterns import flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "caps.dang",
    flags(
        r"\b(?:của|và|theo) (?P<x>đảng)(?= (?:và Nhà nước|ta|Cộng sản)\b)",
        near=(" đảng ",),
    ),
    authority="NĐ30 PL II, Mục V.4",
    severity=Severity.INFO,
    schemes=STATE_NOW,
    manual=__doc__,
)

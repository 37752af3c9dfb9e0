"""Tên vùng viết hoa.

Tên vùng, miền viết hoa chữ đầu mỗi âm tiết: Tây Bắc, Bắc Bộ, Nam Trung Bộ.

Sai: các tỉnh vùng tây bắc
Đúng: các tỉnh vùng Tây Bắc
"""

from reportgen.checks.wording.nouns import STATE_NOW, Check
from reportgen.checks.wording.patterns import flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "caps.region",
    flags(
        r"\bvùng (?:tây|đông) (?:bắc|nam)\b"
        r"|\b(?:bắc|trung|nam) bộ\b",
        near=("vùng tây", "vùng đông", "bắc bộ", "trung bộ", "nam bộ"),
    ),
    authority="NĐ30 PL II, Mục III.1.đ",
    severity=Severity.INFO,
    schemes=STATE_NOW,
    manual=__doc__,
)

"""Chức vụ gắn với cơ quan cụ thể viết hoa.

Tên chức vụ gắn với tên một cơ quan cụ thể viết hoa chữ đầu: Chủ tịch UBND tỉnh, Giám đốc Sở Tài chính.

Sai: Theo chỉ đạo của chủ tịch UBND tỉnh.
Đúng: Theo chỉ đạo của Chủ tịch UBND tỉnh.
"""

from reportgen.checks.wording.nouns import STATE_NOW, Check
from reportgen.checks.wording.patterns import first_up, flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "caps.office_with_name",
    flags(
        r"(?<![Pp]hó )\b(?P<x>phó chủ tịch|chủ tịch|phó giám đốc|giám đốc|thủ tướng"
        r"|bí thư) (?=(?:Ủy ban|Uỷ ban|UBND|Hội đồng|HĐND|Sở|Chính phủ|Quốc hội|Tỉnh ủy|Tỉnh uỷ)\b)",
        first_up,
        near=("chủ tịch ", "giám đốc ", "thủ tướng ", "bí thư "),
    ),
    authority="NĐ30 PL II, Mục V.3",
    severity=Severity.WARNING,
    schemes=STATE_NOW,
    mendable=True,
    manual=__doc__,
)

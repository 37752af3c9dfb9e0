"""Tên cơ quan viết hoa từ chỉ loại cơ quan.

Tên một cơ quan cụ thể viết hoa từ chỉ loại: Ủy ban nhân dân tỉnh, Sở Tài chính, Bộ Y tế.

Sai: Giao sở Tài chính thẩm định.
Đúng: Giao Sở Tài chính thẩm định.
"""

from reportgen.checks.wording.nouns import STATE_NOW, Check
from reportgen.checks.wording.patterns import first_up, flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "caps.body_type_word",
    flags(
        r"\b(?P<x>ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân) (?=tỉnh|xã|phường|huyện"
        r"|thành phố)"
        r"|\b(?<!án )(?<!ồng )(?<!ảng )(?<!ội )(?P<y>bộ|sở) (?=(?:Tài chính|Nội vụ|Y tế|Xây dựng"
        r"|Công Thương|Tư pháp|Nông nghiệp|Lao động|Giáo dục|Khoa học|Văn hóa|Tài nguyên)\b)",
        first_up,
        near=("ban nhân dân ", "đồng nhân dân ", "bộ ", "sở "),
    ),
    authority="NĐ30 PL II, Mục IV.1.a",
    severity=Severity.WARNING,
    schemes=STATE_NOW,
    mendable=True,
    manual=__doc__,
)

"""Tên cơ quan viết hoa từ chỉ chức năng.

Chữ đầu của phần chỉ chức năng trong tên cơ quan viết hoa: Sở Tài chính, Bộ Nội vụ.

Sai: Theo đề nghị của Sở tài chính.
Đúng: Theo đề nghị của Sở Tài chính.
"""

from reportgen.checks.wording.nouns import STATE_NOW, Check
from reportgen.checks.wording.patterns import first_up, flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "caps.body_function_words",
    flags(
        r"\b(?:Sở|Bộ) (?P<x>tài chính|nội vụ|y tế|xây dựng|công thương|tư pháp|nông nghiệp|lao động"
        r"|giáo dục|khoa học|văn hóa|tài nguyên)\b",
        lambda words: "Công Thương" if words == "công thương" else first_up(words),
        near=("Sở ", "Bộ "),
    ),
    authority="NĐ30 PL II, Mục IV.1.a",
    severity=Severity.WARNING,
    schemes=STATE_NOW,
    mendable=True,
    manual=__doc__,
)

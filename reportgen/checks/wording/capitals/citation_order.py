"""Viện dẫn điểm, khoản, điều không dùng dấu phẩy.

Phụ lục viết liền từ nhỏ đến lớn, không có dấu phẩy: «điểm a khoản 2 Điều 103».

Sai: Thực hiện khoản 2, Điều 103.
Đúng: Thực hiện khoản 2 Điều 103.
"""

from reportgen.checks.wording.nouns import STATE_NOW, Check
from reportgen.checks.wording.patterns import flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "caps.citation_order",
    flags(
        r"\b[Kk]hoản \d+ ?, [Đđ]iều \d+"
        r"|\b[Đđ]iểm [a-zđ] ?, [Kk]hoản \d+",
        near=("hoản ", "iểm "),
    ),
    authority="NĐ30 PL II, Mục V.7 (ví dụ)",
    severity=Severity.INFO,
    schemes=STATE_NOW,
    manual=__doc__,
)

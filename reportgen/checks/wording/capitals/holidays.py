"""Tên ngày lễ viết hoa chữ đầu.

Viết: ngày Quốc khánh 2-9, ngày Quốc tế Lao động 1-5.

Sai: treo cờ dịp quốc khánh 2-9
Đúng: treo cờ dịp Quốc khánh 2-9
"""

from reportgen.checks.wording.nouns import STATE_NOW, Check
from reportgen.checks.wording.patterns import flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "caps.holiday",
    flags(
        r"\bquốc khánh\b"
        r"|\bQuốc Khánh\b"
        r"|\bquốc tế lao động\b",
        near=("uốc khánh", "uốc Khánh", "quốc tế lao động"),
    ),
    authority="NĐ30 PL II, Mục V.5",
    severity=Severity.INFO,
    schemes=STATE_NOW,
    manual=__doc__,
)

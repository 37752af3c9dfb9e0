"""Tên ngày tết viết hoa.

Viết: tết Nguyên đán, tết Trung thu; «Tết» đứng một mình thay cho tết Nguyên đán thì viết hoa.

Sai: quà dịp tết trung thu
Đúng: quà dịp tết Trung thu
"""

from reportgen.checks.wording.nouns import STATE_NOW, Check
from reportgen.checks.wording.patterns import flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "caps.tet",
    flags(
        r"\b[Tt]ết (?:nguyên đán|Nguyên Đán|đoan ngọ|trung thu|Trung Thu)\b",
        near=("ết nguyên đán", "ết Nguyên Đán", "ết đoan ngọ", "ết trung thu", "ết Trung Thu"),
    ),
    authority="NĐ30 PL II, Mục V.8.b",
    severity=Severity.INFO,
    schemes=STATE_NOW,
    manual=__doc__,
)

"""«Ủy ban nhân dân», «Hội đồng nhân dân» chỉ viết hoa chữ đầu.

Trong câu chỉ viết hoa chữ đầu: Ủy ban nhân dân, Hội đồng nhân dân; tên cơ quan ban hành ở đầu trang thì in hoa toàn bộ.

Sai: Ủy ban Nhân dân tỉnh giao các sở.
Đúng: Ủy ban nhân dân tỉnh giao các sở.
"""

from reportgen.checks.wording.nouns import STATE_NOW, Check
from reportgen.checks.wording.patterns import flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "caps.uy_ban_nhan_dan",
    flags(
        r"\b(?:Ủy|Uỷ) (?!ban nhân dân)[Bb]an [Nn]hân [Dd]ân\b"
        r"|\bHội (?!đồng nhân dân)[Đđ]ồng [Nn]hân [Dd]ân\b",
        lambda words: words[0] + words[1:].lower(),
        near=("Ủy ", "Uỷ ", "Hội "),
    ),
    authority="NĐ30 PL II, Mục IV.1.a",
    severity=Severity.WARNING,
    schemes=STATE_NOW,
    mendable=True,
    manual=__doc__,
)

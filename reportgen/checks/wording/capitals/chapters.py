"""Viện dẫn «Phần», «Chương», «Mục» viết hoa.

Khi viện dẫn phần, chương, mục, tiểu mục của một văn bản cụ thể, chữ đầu viết hoa.

Sai: Áp dụng chương II Nghị định số 30/2020/NĐ-CP.
Đúng: Áp dụng Chương II Nghị định số 30/2020/NĐ-CP.
"""

from reportgen.checks.wording.nouns import STATE_NOW, Check
from reportgen.checks.wording.patterns import first_up, flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "caps.chuong_upper",
    flags(
        r"\b(?P<x>chương|phần) [IVXLC]+(?= (?:của|Luật|Bộ luật|Hiến pháp|Nghị định|Nghị quyết"
        r"|Quyết định|Thông tư|Kế hoạch))"
        r"|\b(?P<y>mục) \d+(?= (?:Chương|Phần) [IVX])",
        first_up,
        near=("chương ", "phần ", "mục "),
    ),
    authority="NĐ30 PL II, Mục V.7",
    severity=Severity.WARNING,
    schemes=STATE_NOW,
    mendable=True,
    manual=__doc__,
)

"""Tên luật viết hoa.

Tên một luật, bộ luật cụ thể viết hoa chữ «Luật», «Bộ luật».

Sai: tuyên truyền luật Đất đai năm 2024
Đúng: tuyên truyền Luật Đất đai năm 2024
"""

from reportgen.checks.wording.nouns import STATE_NOW, Check
from reportgen.checks.wording.patterns import first_up, flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "caps.law_name",
    flags(
        r"(?<![Pp]háp )(?<![Bb]ộ )(?<![Kk]ỷ )(?<![Qq]uy )(?<![Đđ]ịnh )(?<!ệ )\b(?P<x>luật) (?=[{U}][{L}])(?!Việt Nam)"
        r"|\b(?P<y>bộ luật) (?=[{U}][{L}])",
        first_up,
        near=("luật ",),
    ),
    authority="NĐ30 PL II, Mục V.6",
    severity=Severity.WARNING,
    schemes=STATE_NOW,
    mendable=True,
    manual=__doc__,
)

"""Dấu câu gõ hai lần.

Hai dấu phẩy, hoặc dấu phẩy liền dấu chấm, là gõ thừa; dấu ba chấm và «./.» cuối văn bản thì được.

Sai: thu ngân sách,, chi thường xuyên
Đúng: thu ngân sách, chi thường xuyên
"""

from reportgen.checks.wording.nouns import Check
from reportgen.checks.wording.patterns import flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "chinh_ta.double_mark",
    flags(
        r"[,;:](?<=\w.)(?:\s?[,;:]|\.(?![.…/]))|\.(?<=\w.)(?<!v\.)[,;](?![.…])",
    ),
    authority="cách gõ dấu thông dụng",
    severity=Severity.WARNING,
    manual=__doc__,
)

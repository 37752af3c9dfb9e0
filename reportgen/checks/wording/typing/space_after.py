"""Sau dấu phẩy, chấm phẩy phải có dấu cách.

Sau dấu phẩy, chấm phẩy và hai chấm có một dấu cách; số thập phân và giờ thì không.

Sai: Các sở,ban, ngành
Đúng: Các sở, ban, ngành
"""

from reportgen.checks.wording.nouns import Check
from reportgen.checks.wording.patterns import flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "chinh_ta.space_after",
    flags(
        r"[,;](?<=[{L}].)(?=[{L}{U}])",
        lambda words: words + " ",
    ),
    authority="cách gõ dấu thông dụng",
    severity=Severity.INFO,
    mendable=True,
    manual=__doc__,
)

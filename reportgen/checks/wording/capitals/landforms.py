"""Danh từ chung chỉ địa hình viết thường.

Giữa câu, «sông», «núi», «vịnh», «biển», «chợ» đứng trước tên riêng viết thường, trừ khi là một phần của tên.

Sai: Cầu bắc qua Sông Vàm Cỏ Đông.
Đúng: Cầu bắc qua sông Vàm Cỏ Đông.
"""

from reportgen.checks.wording.nouns import STATE_NOW, Check
from reportgen.checks.wording.patterns import flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "caps.landform_lower",
    flags(
        r"(?<=[{L},] )(?P<x>Sông|Biển|Vịnh|Chợ|Núi) (?=[{U}][{L}]+ [{U}])",
        near=("Sông ", "Biển ", "Vịnh ", "Chợ ", "Núi "),
    ),
    authority="NĐ30 PL II, Mục III.1.d",
    severity=Severity.INFO,
    schemes=STATE_NOW,
    manual=__doc__,
)

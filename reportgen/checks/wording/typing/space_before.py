"""Không để dấu cách trước dấu câu.

Dấu phẩy, chấm, chấm phẩy, hai chấm, chấm than, chấm hỏi và ngoặc đóng viết liền sau chữ.

Sai: Các sở , ban, ngành
Đúng: Các sở, ban, ngành
"""

from reportgen.checks.wording.nouns import Check
from reportgen.checks.wording.patterns import flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "chinh_ta.space_before",
    flags(
        r"(?<=[\w)”%])(?P<x> +)[,;:.!?)](?![.…/\d])",
        lambda words: "",
        near=tuple(f" {mark}" for mark in ",;:.!?)"),
    ),
    authority="cách gõ dấu thông dụng",
    severity=Severity.INFO,
    mendable=True,
    manual=__doc__,
)

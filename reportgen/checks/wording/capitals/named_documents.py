"""Tên loại của một văn bản cụ thể viết hoa.

Tên loại đứng trước số của một văn bản cụ thể viết hoa: Nghị định số 30/2020/NĐ-CP.

Sai: thực hiện nghị định số 30/2020/NĐ-CP
Đúng: thực hiện Nghị định số 30/2020/NĐ-CP
"""

from reportgen.checks.wording.nouns import STATE_NOW, Check
from reportgen.checks.wording.patterns import first_up, flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "caps.doc_type_specific",
    flags(
        r"\b(?P<x>nghị định|nghị quyết|quyết định|thông tư|chỉ thị|công văn|kế hoạch|báo cáo|tờ trình"
        r"|thông báo|hướng dẫn) (?=số:? ?\d+[a-zđ]?[/-])",
        first_up,
        near=(" số",),
    ),
    authority="NĐ30 PL II, Mục V.6",
    severity=Severity.WARNING,
    schemes=STATE_NOW,
    mendable=True,
    manual=__doc__,
)

"""Tên Đảng viết theo tên gọi chính thức.

Viết «Đảng Cộng sản Việt Nam», «Ban Chấp hành Trung ương Đảng».

Sai: kỷ niệm ngày thành lập Đảng cộng sản Việt Nam
Đúng: kỷ niệm ngày thành lập Đảng Cộng sản Việt Nam
"""

from reportgen.checks.wording.nouns import Check
from reportgen.checks.wording.patterns import flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "caps.party_body",
    flags(
        r"\bĐảng (?!Cộng sản Việt Nam)[Cc]ộng [Ss]ản [Vv]iệt [Nn]am"
        r"|\bBan (?!Chấp hành Trung ương)[Cc]hấp hành [Tt]rung ương Đảng",
        lambda words: "Đảng Cộng sản Việt Nam" if words.startswith("Đảng") else "Ban Chấp hành Trung ương Đảng",
        near=("Đảng ", "Ban "),
    ),
    authority="NĐ30 PL II, Mục IV.1.b",
    severity=Severity.ERROR,
    mendable=True,
    manual=__doc__,
)

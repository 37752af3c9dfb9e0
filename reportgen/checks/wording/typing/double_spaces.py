"""Giữa hai chữ chỉ một dấu cách.

Nhiều dấu cách liền nhau làm dòng chữ thưa không đều; muốn lùi hay căn chữ thì dùng Tab hoặc căn lề.

Sai: Sở đã  thẩm định xong.
Đúng: Sở đã thẩm định xong.
"""

from reportgen.checks.wording.nouns import Check
from reportgen.checks.wording.patterns import flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "chinh_ta.double_space",
    flags(
        r"(?<=[\w,;:.)]) {2,}(?=[^\W\d_])(?<!ngày  )(?!.{0,3}/)(?!tháng\b|năm\b)",
        lambda words: " ",
        near=("  ",),
    ),
    authority="cách gõ dấu thông dụng",
    severity=Severity.INFO,
    mendable=True,
    manual=__doc__,
)

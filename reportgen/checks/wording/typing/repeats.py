"""Một chữ gõ hai lần liền nhau.

Những chữ nối câu (của, và, là, các, được…) không bao giờ đứng hai lần liền nhau.

Sai: theo chỉ đạo của của Ủy ban nhân dân tỉnh
Đúng: theo chỉ đạo của Ủy ban nhân dân tỉnh
"""

from reportgen.checks.wording.nouns import Check
from reportgen.checks.wording.patterns import flags
from reportgen.diagnostics import Severity

CHECK = Check(
    "chinh_ta.repeat",
    flags(
        r"\b(của|và|là|các|những|được|trong|cho|với|về|để|đã|tại|theo|có|không|này|trên|đến|bằng|thì|mà|nhưng|việc) +\1\b(?! đó\b)",
        lambda words: words.split()[0],
    ),
    authority="gõ thừa chữ",
    severity=Severity.WARNING,
    manual=__doc__,
)

"""Chữ đầu đoạn viết hoa.

Khi xuống dòng, viết hoa chữ đầu của đoạn, kể cả sau gạch đầu dòng và sau số thứ tự. Đoạn nối tiếp một câu bị ngắt dòng
thì không tính.

Sai: - các sở, ban, ngành triển khai thực hiện.
Đúng: - Các sở, ban, ngành triển khai thực hiện.
"""

from collections.abc import Iterator

from reportgen.checks.wording.nouns import STATE_NOW, Check, Line, Slip, each_line
from reportgen.checks.wording.patterns import first_up, pattern_of
from reportgen.diagnostics import Severity

_START = pattern_of(
    r"^\s*(?:[-+*•–]\s*|[IVXLC]+\.\s+|\d+(?:\.\d+)*[.)]?\s+|[a-zđ]\)\s*)?(?P<x>[{L}]{2,})"
)
_ENDED = (".", ";", ":", "!", "?", ",", "”", ")")
_FORMULA = ("=", "@", "://", "www.")


def _find(line: Line) -> Iterator[Slip]:
    found = _START.match(line.text)
    goes_on = bool(line.before) and not line.before.rstrip().endswith(_ENDED) and not line.before.isupper()
    labelled = bool(found and found.start("x") > len(line.text) - len(line.text.lstrip()))
    if found and not any(sign in line.text for sign in _FORMULA) and (labelled or not goes_on):
        yield Slip(line, *found.span("x"), first_up(found["x"]))


CHECK = Check(
    "caps.paragraph_start",
    each_line(_find),
    authority="NĐ30 PL II, Mục I",
    severity=Severity.WARNING,
    schemes=STATE_NOW,
    mendable=True,
    manual=__doc__,
)

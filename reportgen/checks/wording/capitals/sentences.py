"""Sau dấu chấm câu viết hoa.

Viết hoa chữ đầu của âm tiết thứ nhất sau dấu chấm, chấm hỏi, chấm than. Chữ viết tắt có dấu chấm (TP., Tr.) không tính.

Sai: Đã thẩm định xong hồ sơ. nay báo cáo kết quả.
Đúng: Đã thẩm định xong hồ sơ. Nay báo cáo kết quả.
"""

from collections.abc import Iterator

from reportgen.checks.wording.nouns import STATE_NOW, Check, Line, Slip, each_line
from reportgen.checks.wording.patterns import first_up, pattern_of
from reportgen.diagnostics import Severity

_START = pattern_of(r"[.!?] +(?P<x>[{L}]{2,})")
_WORD = pattern_of(r"[^\s.]+\Z")
LONGEST_WORD = 40
_SHORT = frozenset("q tp tx tt p h x st ths ts gs pgs bs cn ks vv v tr nxb đc st kt tm tl mr mrs dr no vol".split())


def _find(line: Line) -> Iterator[Slip]:
    for found in _START.finditer(line.text):
        last = _WORD.search(line.text, max(0, found.start() - LONGEST_WORD), found.start())
        typed = last[0] if last else ""
        word = typed.strip("()[],;:").lower()
        ends_sentence = len(word) > 1 and word not in _SHORT and not word.isdigit() and word[0].isalpha()
        if ends_sentence and not typed.isupper() and not line.is_quoted(found.start("x")):
            yield Slip(line, *found.span("x"), first_up(found["x"]))


CHECK = Check(
    "caps.sentence_start",
    each_line(_find),
    authority="NĐ30 PL II, Mục I",
    severity=Severity.WARNING,
    schemes=STATE_NOW,
    mendable=True,
    manual=__doc__,
)

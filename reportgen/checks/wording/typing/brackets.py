"""Ngoặc mở và ngoặc đóng phải đủ đôi.

Trong một đoạn, mỗi ngoặc mở có một ngoặc đóng; «a)» và «1)» ở đầu đoạn không tính.

Sai: tăng 12% (so với cùng kỳ.
Đúng: tăng 12% (so với cùng kỳ).
"""

from collections.abc import Iterator

from reportgen.checks.wording.nouns import Check, Line, Slip, each_line
from reportgen.checks.wording.patterns import pattern_of
from reportgen.diagnostics import Severity

_LABEL = pattern_of(r"(?:^|(?<=[\s(;,]))(?:[a-zđ]|\d{1,2}|[ivx]{1,4})\)")


_BRACKET = pattern_of(r"[()]")


def _find(line: Line) -> Iterator[Slip]:
    words = _LABEL.sub(lambda found: " " * len(found[0]), line.text)
    open_: list[int] = []
    for found in _BRACKET.finditer(words):
        at = found.start()
        if found[0] == "(":
            open_.append(at)
        elif not open_:
            if "(" not in line.text[:at]:  # «(a)» lost its opening bracket to the label
                yield Slip(line, at, at + 1, why="không có ngoặc mở")
            return
        else:
            open_.pop()
    last = max((found.start() for found in _LABEL.finditer(line.text)), default=-1) if open_ else -1
    for at in open_:
        if at > last:  # a label behind it may hold its closing bracket
            yield Slip(line, at, at + 1, why="không có ngoặc đóng")


CHECK = Check(
    "chinh_ta.brackets",
    each_line(_find, ("(", ")")),
    authority="cách gõ dấu thông dụng",
    severity=Severity.INFO,
    manual=__doc__,
)

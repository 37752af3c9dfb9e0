"""Chữ viết tắt phải được nói rõ ở lần dùng đầu.

Lần đầu dùng ghi đủ chữ, kèm chữ viết tắt trong ngoặc hoặc «sau đây viết tắt là …». Những chữ viết tắt ai cũng biết (UBND,
HĐND, NĐ-CP …) không tính.

Sai: Kinh phí từ nguồn ABXD và ABXD bổ sung.
Đúng: Kinh phí từ nguồn an bình xã đảo (ABXD) và ABXD bổ sung.
"""

from collections import Counter
from collections.abc import Iterator

from reportgen.checks.wording.nouns import Check, Slip, Text
from reportgen.checks.wording.patterns import pattern_of
from reportgen.diagnostics import Severity

_SHORT = pattern_of(r"(?<![\w/.&-])[{U}]{3,7}(?![\w/.&-])")
_SAID = pattern_of(r"[(“\"«]\s*(?:(?:sau đây )?(?:viết|gọi) tắt là:?\s*)?[“\"«]?(?P<x>[{U}]{3,7})|tắt là:?\s*[“\"«]?(?P<y>[{U}]{3,7})")
_KNOWN = frozenset(
    "UBND HĐND MTTQ BCH BTV CHXHCN THPT THCS BHYT BHXH BHTN GDP GRDP TTHC VBQPPL HTX TNHH CNTT QPPL KBNN NSNN NSTW NSĐP KTXH "
    "GPMB ATTP ATGT PCCC ANTT QSDĐ TDTT VHTT PCTT TKCN NTM OCOP FDI ODA USD VNĐ VND BOT PPP ASEAN WTO COVID VPCP TTXVN MTQG DTTS TQVN".split()
)


def _find(text: Text) -> Iterator[Slip]:
    said = {found[found.lastgroup] for line in text.lines for found in _SAID.finditer(line.text)}
    used = [(line, found) for line in text.lines for found in _SHORT.finditer(line.text)]
    counts = Counter(found[0] for _, found in used)
    shown: set[str] = set()
    for line, found in used:
        word = found[0]
        if counts[word] > 1 and word not in said | _KNOWN | shown and not _roman(word):
            shown.add(word)
            yield Slip(line, *found.span(), why="chữ viết tắt dùng nhiều lần mà chưa nói rõ ở lần đầu")


def _roman(word: str) -> bool:
    return set(word) <= set("IVXLCDM")


CHECK = Check(
    "abbr.first_use",
    _find,
    authority="thông lệ soạn thảo; Hướng dẫn 05 của Văn phòng Trung ương Đảng, I.6.1.3",
    severity=Severity.INFO,
    manual=__doc__,
)

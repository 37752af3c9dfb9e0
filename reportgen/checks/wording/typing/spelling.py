"""Chữ không đúng chính tả tiếng Việt.

Âm đầu, vần và dấu thanh ghép thành chữ không có trong tiếng Việt, thường do gõ nhầm phím hoặc thiếu dấu. Chỉ xem những chữ
thường có dấu, nên tên riêng và từ nước ngoài không tính.

Sai: các nghành chức năng thưc hiện
Đúng: các ngành chức năng thực hiện
"""

from collections.abc import Iterator
from functools import lru_cache

from reportgen.checks.wording.nouns import Check, Slip, Text
from reportgen.checks.wording.patterns import pattern_of
from reportgen.diagnostics import Severity
from reportgen.vietnamese.syllables import is_syllable

_WORD = pattern_of(r"(?<![\w./@-])[{L}]{2,12}(?![\w@-])")
_PLAIN_WRONG = pattern_of(r"^(?:ngh[aou]|gh[aou]|ng[ie])")
_LOANS = frozenset(
    "ôxy ôxi ôtô ôzôn axít cácbon xăngtimét kilôgam kilômét đôla vắcxin stress côngtơ xilanh rơmoóc ôn ốc loongtoong boong xoong goòng".split()
)


@lru_cache(maxsize=20_000)
def _known(word: str) -> bool:
    return is_syllable(word)


def _find(text: Text) -> Iterator[Slip]:
    """Every word is judged once, however often it stands there."""
    wrong = {word for word in {*_WORD.findall(text.whole)} if _is_wrong(word)}
    for line in text.lines if wrong else ():
        for found in _WORD.finditer(line.text):
            if found[0] in wrong and not line.is_quoted(found.start()):
                yield Slip(line, *found.span())


def _is_wrong(word: str) -> bool:
    marked = not word.isascii()
    return bool(marked or _PLAIN_WRONG.match(word)) and word not in _LOANS and not _known(word)


CHECK = Check(
    "chinh_ta.spelling",
    _find,
    authority="chính tả tiếng Việt",
    severity=Severity.INFO,
    manual=__doc__,
)

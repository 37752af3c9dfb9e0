"""The words of an expression: names, exact numbers, signs. Nothing else can be written, so nothing else can be run."""

from __future__ import annotations

import operator
import re
from fractions import Fraction

from reportgen.diagnostics import Finding, Place, error
from reportgen.noun import noun
from reportgen.pattern import Pattern
from reportgen.vietnamese.numbers import NumberError, read_number

MAX_LENGTH = 500
MAX_DIGITS = 20

COMPARISONS = {
    "=": "=",
    "==": "=",
    "!=": "≠",
    "<>": "≠",
    "≠": "≠",
    "<=": "≤",
    "≤": "≤",
    ">=": "≥",
    "≥": "≥",
    "<": "<",
    ">": ">",
}
HOLDS = {
    "=": operator.eq,
    "≠": operator.ne,
    "<": operator.lt,
    "≤": operator.le,
    ">": operator.gt,
    "≥": operator.ge,
}
"""Sign of a comparison → whether it holds between two exact values."""
_SIGNS = {
    "+": "+",
    "-": "-",
    "−": "-",
    "–": "-",
    "*": "*",
    "×": "*",
    "/": "/",
    "÷": "/",
    "(": "(",
    ")": ")",
    ",": ",",
    ";": ",",
}
_TOKEN = Pattern(
    r"\s*(?:(?P<number>\d+(?:[.,]\d+)*)|(?P<name>[^\W\d]\w*)|(?P<sign>==|!=|<>|<=|>=|\*\*|//|.))", re.DOTALL
)


class ExpressionError(ValueError):
    """An expression that cannot be read or worked out. ``code`` is SL10 (writing), SL11 (division by zero), …"""

    def __init__(self, message: str, hint: str = "", code: str = "SL10"):
        super().__init__(message)
        self.message, self.hint, self.code = message, hint, code

    def finding(self, place: Place) -> Finding:
        """The same as a finding at ``place``."""
        return error(self.code, self.message, place, hint=self.hint)


@noun
class Token:
    """``kind``: number, name, sign, comparison or end. ``text`` is as typed; ``at`` its offset; ``sign`` the plain sign."""

    kind: str
    text: str
    at: int
    sign: str = ""
    value: Fraction = Fraction(0)


def tokens(source: str) -> list[Token]:
    """The words of ``source`` (NFC), closed by a token ``end``. Raises ExpressionError."""
    if not source.strip():
        raise ExpressionError("biểu thức để trống", "ví dụ: ho_ngheo / tong_so_ho * 100")
    if len(source) > MAX_LENGTH:
        raise ExpressionError(f"biểu thức dài quá {MAX_LENGTH} ký tự", "chia thành nhiều chỉ tiêu trung gian")
    found, at, stop = [], 0, len(source.rstrip())
    while at < stop:
        match = _TOKEN.match(source, at)
        found.append(_token(match, source))
        at = match.end()
    return [*found, Token("end", "", stop)]


def _token(match: re.Match, source: str) -> Token:
    kind = str(match.lastgroup)
    text, at = match[kind], match.start(kind)
    if kind == "name":
        return Token("name", text, at)
    if kind == "number":
        return Token("number", text, at, value=_literal(text, source[match.end() :]))
    if text in COMPARISONS:
        return Token("comparison", text, at, sign=COMPARISONS[text])
    if text in _SIGNS:
        return Token("sign", text, at, sign=_SIGNS[text])
    raise ExpressionError(f"không dùng được «{text}» trong biểu thức", _advice(text))


def _literal(text: str, after: str) -> Fraction:
    if after.startswith("%"):
        raise ExpressionError(f"không dùng được «{text}%» trong biểu thức", f"viết {text} / 100")
    if re.match(r"\w", after):
        raise ExpressionError(
            f"«{text}{after[:10].split()[0]}» không phải là số, cũng không phải mã chỉ tiêu"
        )
    if sum(c.isdigit() for c in text) > MAX_DIGITS:
        raise ExpressionError(f"số «{text[:30]}…» dài quá {MAX_DIGITS} chữ số")
    try:
        return Fraction(read_number(text))
    except NumberError as fault:
        raise ExpressionError(f"trong biểu thức, {fault.message}", fault.hint) from None


def _advice(text: str) -> str:
    return {
        "**": "không có phép lũy thừa; viết a * a",
        "^": "không có phép lũy thừa; viết a * a",
        "//": "viết một dấu / cho phép chia",
        ":": "viết dấu / cho phép chia",
        "%": "tỷ lệ phần trăm viết: a / b * 100",
        "'": "không cần dấu nháy quanh mã chỉ tiêu",
        '"': "không cần dấu nháy quanh mã chỉ tiêu",
        "!": "so sánh khác nhau viết: a != b",
    }.get(text, "chỉ dùng mã chỉ tiêu, số, + - * / ( ) và các dấu so sánh")

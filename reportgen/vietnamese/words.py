"""Number words: 1005 «một nghìn không trăm linh năm», 16560000000 «mười sáu tỷ năm trăm sáu mươi triệu».

They go through num2words, whose own Vietnamese converter is not used: it is wrong from 1001 up («một nghìn lẻ
một»), reads 4,05 as 4,5, loses the minus, says «tỷ» twice from 10^12 and reads 10^15 like 10^14.
``VietnameseConverter`` takes its place in num2words' own table the first time words are asked for, so that
importing this module loads nothing heavy.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any

from reportgen.vietnamese.money import convert
from reportgen.vietnamese.number_grammar import STANDARD, WordStyle, spell
from reportgen.vietnamese.numbers import NumberError, exact, format_number, read_number
from reportgen.vietnamese.text import sentence_case


def number_words(x: Decimal | int, style: WordStyle = STANDARD) -> str:
    """The number in words, every decimal read. Raises NumberError for bool, float, NaN, > 60 digits."""
    return _num2words()(exact(x), lang="vi", style=style)


def money_words(
    x: Decimal | int, unit: str = "đồng", *, style: WordStyle = STANDARD, even: bool = False
) -> str:
    """An amount in words, as on vouchers: «Mười sáu tỷ năm trăm sáu mươi triệu đồng» (``even`` adds « chẵn»).

    ``x`` counts ``unit`` (a key of MONEY_SCALE) and is turned into đồng exactly. Raises NumberError for a
    fraction of a đồng, which is never rounded here, and as ``number_words`` does.
    """
    return _num2words()(convert(x, unit, "đồng"), lang="vi", to="currency", style=style, even=even)


def ordinal_words(n: int, style: WordStyle = STANDARD) -> str:
    """«thứ nhất», «thứ hai», «thứ tư», «thứ mười lăm». NumberError unless ``n`` is a whole number >= 1."""
    return _num2words()(exact(n), lang="vi", to="ordinal", style=style)


@cache
def _num2words() -> Callable[..., str]:
    """num2words with its Vietnamese converter replaced by ours."""
    import num2words

    num2words.CONVERTER_CLASSES["vi"] = VietnameseConverter()
    return num2words.num2words


class VietnameseConverter:
    """What num2words expects of a language, in correct Vietnamese."""

    def str_to_number(self, text: str) -> Decimal:
        """The number typed the Vietnamese way. Raises NumberError."""
        return read_number(text)

    def to_cardinal(self, n: Decimal | int, style: WordStyle = STANDARD) -> str:
        """«âm bốn phẩy mười sáu»."""
        return spell(exact(n), style)

    def to_ordinal(self, n: Decimal | int, style: WordStyle = STANDARD) -> str:
        """«thứ nhất», «thứ tư», «thứ năm»."""
        number = exact(n)
        if number < 1 or number != number.to_integral_value():
            raise NumberError(
                f"{format_number(number)} không dùng làm số thứ tự được", "Số thứ tự là 1, 2, 3, …"
            )
        special = {1: "nhất", 4: "tư"}
        return "thứ " + (special.get(int(number)) or spell(Decimal(int(number)), style))

    def to_ordinal_num(self, n: Decimal | int) -> str:
        """«thứ 4»."""
        return f"thứ {format_number(exact(n))}"

    def to_year(self, n: Decimal | int, style: WordStyle = STANDARD) -> str:
        """«năm hai nghìn không trăm hai mươi sáu»."""
        return "năm " + spell(exact(n), style)

    def to_currency(
        self,
        n: Decimal | int,
        currency: str = "VND",
        style: WordStyle = STANDARD,
        even: bool = False,
        **_: Any,
    ) -> str:
        """An amount of đồng, first letter capital. Raises NumberError for a fraction or another currency."""
        amount = exact(n)
        if currency != "VND":
            raise NumberError(f"chưa đọc được tiền {currency} bằng chữ", "Chỉ đọc tiền Việt Nam (đồng).")
        if amount != amount.to_integral_value():
            raise NumberError(
                f"số tiền {format_number(amount)} đồng có phần lẻ của đồng, không đọc thành chữ được",
                "Hãy làm tròn số tiền đến đồng ngay trong số liệu.",
            )
        return sentence_case(f"{spell(Decimal(int(amount)), style)} đồng{' chẵn' if even else ''}")

"""The grammar of Vietnamese number words: pure, and independent of num2words.

The rules are those of the school books. An empty hundred inside a number is said («không trăm»), an empty
ten is «linh» (South: «lẻ»); after a ten 5 is «lăm», 1 is «mốt», 4 is «tư» (or «bốn»). Above a billion the
count of billions is itself read as a number (một triệu tỷ, một tỷ tỷ). Decimals are read as a number with
their leading zeros. What no book settles is a choice of WordStyle; one document keeps one style.
"""

from __future__ import annotations

from decimal import Decimal

from reportgen.noun import noun
from reportgen.vietnamese.numbers import NumberError

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
MOST_DIGITS = 60


@noun
class WordStyle:
    """An office's choices: linh/lẻ, nghìn/ngàn, tỷ/tỉ, tư/bốn after a ten, «không nghìn» said or not."""

    linh: str = "linh"
    nghin: str = "nghìn"
    ty: str = "tỷ"
    tu: str = "tư"
    khong_nghin: bool = False

    def __post_init__(self) -> None:
        allowed = {
            "linh": ("linh", "lẻ"),
            "nghin": ("nghìn", "ngàn"),
            "ty": ("tỷ", "tỉ"),
            "tu": ("tư", "bốn"),
        }
        for field, choices in allowed.items():
            if getattr(self, field) not in choices:
                raise ValueError(f"{field} must be one of {choices}")


STANDARD = WordStyle()


def spell(x: Decimal, style: WordStyle) -> str:
    """The pure grammar: a finite Decimal in words. Raises NumberError above 60 digits."""
    whole, _, fraction = format(x.copy_abs(), "f").partition(".")
    if len(whole) > MOST_DIGITS or len(fraction) > MOST_DIGITS:
        raise NumberError(
            f"số dài quá {MOST_DIGITS} chữ số, không đọc thành chữ được", "Hãy xem lại số liệu gốc."
        )
    words = _whole(int(whole), style) or [DIGITS[0]]
    if fraction:
        words += ["phẩy", *_fraction(fraction, style)]
    return " ".join(["âm", *words] if x < 0 else words)


def _whole(n: int, style: WordStyle, inside: bool = False) -> list[str]:
    """Words of a natural number, none for 0. ``inside``: words stand before, so empty hundreds are said."""
    billions, rest = divmod(n, 10**9)
    words: list[str] = []
    if billions:
        words += [*_whole(billions, style, inside), style.ty]
    for power, name in ((2, "triệu"), (1, style.nghin), (0, "")):
        group = rest // 1000**power % 1000
        said = inside or bool(words)
        if group:
            words += [*_three(group, style, said), *([name] if name else [])]
        elif style.khong_nghin and power == 1 and said and rest % 1000:
            words += [DIGITS[0], name]
    return words


def _three(n: int, style: WordStyle, inside: bool) -> list[str]:
    """Words of 1..999, and of 0..999 with the hundred said when ``inside``."""
    hundreds, rest = divmod(n, 100)
    tens, units = divmod(rest, 10)
    words = [DIGITS[hundreds], "trăm"] if inside or hundreds else []
    if tens:
        words += ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
        return words + _unit_after_ten(tens, units, style)
    if units:
        words += [style.linh, DIGITS[units]] if words else [DIGITS[units]]
    return words


def _unit_after_ten(tens: int, units: int, style: WordStyle) -> list[str]:
    if not units:
        return []
    if units == 5:
        return ["lăm"]
    if tens > 1 and units in (1, 4):
        return ["mốt" if units == 1 else style.tu]
    return [DIGITS[units]]


def _fraction(digits: str, style: WordStyle) -> list[str]:
    """Decimals, leading zeros kept: 5 năm · 05 không năm · 032 không trăm ba mươi hai · 1985 một nghìn …

    Four digits and more that open with a zero are read one by one: the books give no better form.
    """
    if len(digits) == 3:
        return _three(int(digits), style, True)
    if digits[0] == "0":
        return [DIGITS[int(digit)] for digit in digits]
    return _whole(int(digits), style)

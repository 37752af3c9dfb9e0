"""Number words against a reader written on its own from the grammar (words_reader.py)."""

import random
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.vietnamese.number_grammar import WordStyle
from reportgen.vietnamese.words import number_words

STYLES = st.builds(
    WordStyle,
    linh=st.sampled_from(["linh", "lẻ"]),
    nghin=st.sampled_from(["nghìn", "ngàn"]),
    ty=st.sampled_from(["tỷ", "tỉ"]),
    tu=st.sampled_from(["tư", "bốn"]),
    khong_nghin=st.booleans(),
)
WHOLE = st.one_of(st.integers(-(10**6), 10**6), st.integers(-(10**24), 10**24))
DIGITS = st.text(alphabet="0123456789", min_size=1, max_size=9)


def ten_thousand_integers() -> list[int]:
    """2000 from 0, then 8000 of every length up to 27 digits, many with runs of zeros; always the same."""
    dice = random.Random(30_2020)
    drawn = []
    for _ in range(8000):
        digits = [
            dice.choice("0123456789") if dice.random() < 0.5 else "0" for _ in range(dice.randint(4, 27))
        ]
        drawn.append(int("".join(digits)))
    return [*range(2000), *drawn]


def test_ten_thousand_integers_read_back(read_words):
    integers = ten_thousand_integers()
    assert len(integers) == 10_000
    assert [n for n in integers if read_words(number_words(n)) != str(n)] == []


@given(WHOLE, STYLES)
def test_integers_of_either_sign_read_back_in_every_style(read_words, n, style):
    assert read_words(number_words(n, style), style.khong_nghin) == str(n)


@settings(max_examples=300)
@given(st.integers(0, 10**12), DIGITS, st.booleans())
def test_decimals_read_back_digit_for_digit(read_words, whole, decimals, negative):
    written = f"{whole}.{decimals}"
    if negative and Decimal(written):
        written = "-" + written
    assert read_words(number_words(Decimal(written))) == written


@pytest.mark.parametrize(
    "words",
    [
        "một nghìn lẻ một",
        "một nghìn linh năm",
        "hai mươi năm",
        "hai mươi một",
        "mười mốt",
        "không trăm linh năm",
        "một trăm năm",
        "một triệu một nghìn",
        "một trăm linh mười",
        "một nghìn không trăm",
        "một triệu không nghìn không trăm linh một",
        "tỷ",
        "âm",
        "bốn phẩy",
    ],
)
def test_the_reader_refuses_words_that_break_the_grammar(read_words, words):
    with pytest.raises((ValueError, KeyError, IndexError)):
        read_words(words)

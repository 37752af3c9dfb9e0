"""Roman numerals and the letters of points."""

import pytest

from reportgen.vietnamese.numerals import LETTERS, letter, letter_value, roman, roman_value


@pytest.mark.parametrize(
    ("number", "sign"),
    [
        (1, "I"),
        (2, "II"),
        (3, "III"),
        (4, "IV"),
        (9, "IX"),
        (14, "XIV"),
        (40, "XL"),
        (90, "XC"),
        (400, "CD"),
        (2026, "MMXXVI"),
        (3999, "MMMCMXCIX"),
    ],
)
def test_roman(number, sign):
    assert roman(number) == sign
    assert roman_value(sign) == number


def test_every_roman_numeral_reads_back():
    assert [roman_value(roman(n)) for n in range(1, 4000)] == list(range(1, 4000))


@pytest.mark.parametrize("n", [0, -1, 4000])
def test_no_roman_numeral(n):
    with pytest.raises(ValueError):
        roman(n)


@pytest.mark.parametrize("sign", ["", "IIII", "VV", "IC", "iv", "XIX ", "1", "MMMM"])
def test_not_a_roman_numeral(sign):
    with pytest.raises(ValueError):
        roman_value(sign)


@pytest.mark.parametrize(
    ("n", "point"),
    [
        (1, "a"),
        (4, "d"),
        (5, "đ"),
        (6, "e"),
        (7, "g"),
        (23, "y"),
        (24, "aa"),
        (25, "ab"),
        (46, "ay"),
        (47, "ba"),
    ],
)
def test_letters_of_points(n, point):
    assert letter(n) == point
    assert letter_value(point) == n


def test_the_order_of_points_is_that_of_the_laws():
    assert LETTERS == "abcdđeghiklmnopqrstuvxy"
    assert [letter_value(letter(n)) for n in range(1, 2000)] == list(range(1, 2000))


@pytest.mark.parametrize("point", ["", "f", "w", "ă", "A", "1"])
def test_not_a_point(point):
    with pytest.raises(ValueError):
        letter_value(point)


def test_points_count_from_one():
    with pytest.raises(ValueError):
        letter(0)

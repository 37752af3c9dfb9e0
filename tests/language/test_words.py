"""Number words, case by case; the first table is every wrong answer of num2words 0.5.14 that we know of."""

import subprocess
import sys
from decimal import Decimal

import pytest

from reportgen.vietnamese.number_grammar import WordStyle
from reportgen.vietnamese.numbers import NumberError
from reportgen.vietnamese.words import money_words, number_words, ordinal_words

WRONG_IN_NUM2WORDS = [
    ("1001", "một nghìn không trăm linh một"),
    ("1005", "một nghìn không trăm linh năm"),
    ("1010", "một nghìn không trăm mười"),
    ("1015", "một nghìn không trăm mười lăm"),
    ("1021", "một nghìn không trăm hai mươi mốt"),
    ("2026", "hai nghìn không trăm hai mươi sáu"),
    ("10005", "mười nghìn không trăm linh năm"),
    ("1000001", "một triệu không trăm linh một"),
    ("1000010", "một triệu không trăm mười"),
    ("1001000", "một triệu không trăm linh một nghìn"),
    ("1005000", "một triệu không trăm linh năm nghìn"),
    ("1693586000000", "một nghìn sáu trăm chín mươi ba tỷ năm trăm tám mươi sáu triệu"),
    ("1E+15", "một triệu tỷ"),
    ("1E+16", "mười triệu tỷ"),
    ("1E+17", "một trăm triệu tỷ"),
    ("1E+18", "một tỷ tỷ"),
    ("1E+27", "một tỷ tỷ tỷ"),
    (
        "9007199254740993",
        (
            "chín triệu không trăm linh bảy nghìn một trăm chín mươi chín tỷ hai trăm năm mươi tư triệu "
            "bảy trăm bốn mươi nghìn chín trăm chín mươi ba"
        ),
    ),
    ("-1", "âm một"),
    ("-2", "âm hai"),
    ("-5", "âm năm"),
    ("-10", "âm mười"),
    ("-19", "âm mười chín"),
    ("-20", "âm hai mươi"),
    ("-21", "âm hai mươi mốt"),
    ("-100", "âm một trăm"),
    ("-976000000", "âm chín trăm bảy mươi sáu triệu"),
    ("-0.5", "âm không phẩy năm"),
    ("-4.16", "âm bốn phẩy mười sáu"),
    ("4.05", "bốn phẩy không năm"),
    ("0.05", "không phẩy không năm"),
    ("0.5", "không phẩy năm"),
    ("9.925", "chín phẩy chín trăm hai mươi lăm"),
    ("12.345", "mười hai phẩy ba trăm bốn mươi lăm"),
    ("3.141", "ba phẩy một trăm bốn mươi mốt"),
    ("0.004", "không phẩy không trăm linh bốn"),
    ("99.999", "chín mươi chín phẩy chín trăm chín mươi chín"),
    ("1.10", "một phẩy mười"),
    ("24", "hai mươi tư"),
    ("94", "chín mươi tư"),
    ("101", "một trăm linh một"),
    ("109", "một trăm linh chín"),
]

RIGHT_ALREADY = [
    ("0", "không"),
    ("4", "bốn"),
    ("5", "năm"),
    ("10", "mười"),
    ("14", "mười bốn"),
    ("15", "mười lăm"),
    ("21", "hai mươi mốt"),
    ("25", "hai mươi lăm"),
    ("55", "năm mươi lăm"),
    ("104", "một trăm linh bốn"),
    ("111", "một trăm mười một"),
    ("115", "một trăm mười lăm"),
    ("121", "một trăm hai mươi mốt"),
    ("1000", "một nghìn"),
    ("1100", "một nghìn một trăm"),
    ("1101", "một nghìn một trăm linh một"),
    ("10000", "mười nghìn"),
    ("1000000", "một triệu"),
    ("1234567", "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy"),
    ("976000000", "chín trăm bảy mươi sáu triệu"),
    ("16560000000", "mười sáu tỷ năm trăm sáu mươi triệu"),
    ("1000000005", "một tỷ không trăm linh năm"),
    ("9.92", "chín phẩy chín mươi hai"),
]

SCHOOL_BOOKS = [
    ("1942.54", "một nghìn chín trăm bốn mươi hai phẩy năm mươi tư"),
    ("0.032", "không phẩy không trăm ba mươi hai"),
    ("7.081", "bảy phẩy không trăm tám mươi mốt"),
    ("375.406", "ba trăm bảy mươi lăm phẩy bốn trăm linh sáu"),
    ("502.467", "năm trăm linh hai phẩy bốn trăm sáu mươi bảy"),
    ("0.1985", "không phẩy một nghìn chín trăm tám mươi lăm"),
    ("4.000", "bốn phẩy không trăm"),
    ("0.00", "không phẩy không không"),
    ("0.0196", "không phẩy không một chín sáu"),
]


@pytest.mark.parametrize(("number", "words"), WRONG_IN_NUM2WORDS + RIGHT_ALREADY + SCHOOL_BOOKS)
def test_numbers_in_words(number, words):
    assert number_words(Decimal(number)) == words


@pytest.mark.parametrize(
    ("number", "style", "words"),
    [
        ("24", {"tu": "bốn"}, "hai mươi bốn"),
        ("101", {"linh": "lẻ"}, "một trăm lẻ một"),
        ("5001", {"nghin": "ngàn", "linh": "lẻ"}, "năm ngàn không trăm lẻ một"),
        ("2000000000", {"ty": "tỉ"}, "hai tỉ"),
        ("308000962", {"khong_nghin": True}, "ba trăm linh tám triệu không nghìn chín trăm sáu mươi hai"),
        ("308000962", {}, "ba trăm linh tám triệu chín trăm sáu mươi hai"),
        ("308000000", {"khong_nghin": True}, "ba trăm linh tám triệu"),
        ("5001", {"khong_nghin": True}, "năm nghìn không trăm linh một"),
    ],
)
def test_styles(number, style, words):
    assert number_words(Decimal(number), WordStyle(**style)) == words


@pytest.mark.parametrize("style", [{"linh": "lẽ"}, {"nghin": "k"}, {"ty": "tí"}, {"tu": "tứ"}])
def test_a_style_is_one_of_the_known_choices(style):
    with pytest.raises(ValueError):
        WordStyle(**style)


@pytest.mark.parametrize(
    "value", [True, False, 0.5, 4.05, float("nan"), "21", None, Decimal("NaN"), Decimal("-Infinity")]
)
def test_what_is_no_exact_number_is_refused(value):
    for worded in (number_words, money_words, ordinal_words):
        with pytest.raises(NumberError) as refused:
            worded(value)
        assert refused.value.hint


def test_numbers_beyond_sixty_digits_are_refused():
    assert number_words(Decimal(10) ** 54).endswith("tỷ tỷ tỷ")
    with pytest.raises(NumberError, match="60 chữ số"):
        number_words(Decimal(10) ** 66)


@pytest.mark.parametrize(
    ("amount", "unit", "words"),
    [
        ("16560000000", "đồng", "Mười sáu tỷ năm trăm sáu mươi triệu đồng"),
        ("16560.0", "triệu đồng", "Mười sáu tỷ năm trăm sáu mươi triệu đồng"),
        ("1693586", "triệu đồng", "Một nghìn sáu trăm chín mươi ba tỷ năm trăm tám mươi sáu triệu đồng"),
        ("0", "đồng", "Không đồng"),
        ("1005", "đồng", "Một nghìn không trăm linh năm đồng"),
        ("-976", "triệu đồng", "Âm chín trăm bảy mươi sáu triệu đồng"),
        ("1.5", "tỷ đồng", "Một tỷ năm trăm triệu đồng"),
        ("5.00", "đồng", "Năm đồng"),
    ],
)
def test_money_in_words(amount, unit, words):
    assert money_words(Decimal(amount), unit) == words


def test_money_style_and_even():
    assert money_words(Decimal(21000), even=True) == "Hai mươi mốt nghìn đồng chẵn"
    assert (
        money_words(Decimal(1024), style=WordStyle(nghin="ngàn", tu="bốn"))
        == "Một ngàn không trăm hai mươi bốn đồng"
    )


@pytest.mark.parametrize(
    ("amount", "unit"),
    [("0.5", "đồng"), ("1000.01", "đồng"), ("0.0001", "nghìn đồng"), ("1.0000000001", "tỷ đồng")],
)
def test_a_fraction_of_a_dong_is_refused_not_rounded(amount, unit):
    with pytest.raises(NumberError, match="phần lẻ") as refused:
        money_words(Decimal(amount), unit)
    assert "làm tròn" in refused.value.hint


def test_money_of_an_unknown_unit_is_refused():
    with pytest.raises(NumberError, match="đơn vị tiền"):
        money_words(Decimal(5), "hộ")


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (1, "thứ nhất"),
        (2, "thứ hai"),
        (4, "thứ tư"),
        (5, "thứ năm"),
        (15, "thứ mười lăm"),
        (24, "thứ hai mươi tư"),
    ],
)
def test_ordinals(n, words):
    assert ordinal_words(n) == words


@pytest.mark.parametrize("n", [0, -1, Decimal("1.5")])
def test_no_ordinal(n):
    with pytest.raises(NumberError, match="số thứ tự"):
        ordinal_words(n)


def test_num2words_itself_answers_with_our_converter():
    number_words(1)
    from num2words import num2words

    assert num2words(1005, lang="vi") == "một nghìn không trăm linh năm"
    assert num2words("21", lang="vi") == "hai mươi mốt"
    assert num2words(4, lang="vi", to="ordinal") == "thứ tư"
    assert num2words(4, lang="vi", to="ordinal_num") == "thứ 4"
    assert num2words(2026, lang="vi", to="year") == "năm hai nghìn không trăm hai mươi sáu"
    assert num2words(2000, lang="vi", to="currency") == "Hai nghìn đồng"
    with pytest.raises(NumberError, match="USD"):
        num2words(2000, lang="vi", to="currency", currency="USD")
    with pytest.raises(NumberError, match="hai cách"):
        num2words("1.411", lang="vi")


def test_importing_the_language_loads_nothing_heavy():
    modules = ("text", "numbers", "numerals", "dates", "words", "money", "legacy", "periods")
    program = "import sys\n" + "".join(f"import reportgen.vietnamese.{m}\n" for m in modules)
    program += "print([m for m in ('num2words', 'yaml', 'difflib') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"

"""The language of formulas: exact, Vietnamese in its numbers and its complaints, and unable to do harm."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.figures.expressions import evaluate, names_in, parse_comparison, parse_formula
from reportgen.figures.quantity import Quantity
from reportgen.figures.tokens import ExpressionError

VALUES = {"a": 7, "b": 2, "c": 0, "số_hộ": 3}


def value(text):
    return evaluate(parse_formula(text), lambda key: Quantity.exact(VALUES.get(key, 5))).nominal


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("a + b * 2", 11), ("(a + b) * 2", 18), ("a / b", Fraction(7, 2)), ("a - b - b", 3), ("a / b / 2", Fraction(7, 4)),
        ("-a + b", -5), ("a - -b", 9), ("+a", 7), ("0,1 + 0,2", Fraction(3, 10)), ("0.1 + 0.2", Fraction(3, 10)),
        ("a × b − 1", 13), ("a ÷ b", Fraction(7, 2)), ("a / 3 * 3", 7), ("1.000.000 * a", 7_000_000),
        ("tong(a, b, 1)", 10), ("tong(a; b)", 9), ("lam_tron(a / b)", 4), ("lam_tron(a / 3, 2)", Fraction(233, 100)),
        ("lam_tron(-a / b)", -4), ("nho_nhat(a, b)", 2), ("lon_nhat(a, b, 9)", 9), ("tri_tuyet_doi(b - a)", 5),
        ("số_hộ * 2", 6), ("  a\n+ b ", 9),
    ],
)  # fmt: skip
def test_worked_out_exactly(text, result):
    assert value(text) == result


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "để trống"),
        ("a +", "còn thiếu sau «a +»"),
        ("* a", "không hiểu «*» ở đầu"),
        ("a b", "phải có một phép tính"),
        ("(a + b", "thiếu dấu )"),
        ("a + b)", "không hiểu «)»"),
        ("a = b", "không được có dấu so sánh"),
        ("1.000 + a", "đọc được hai cách"),
        ("lam_tron(a, 1,5)", "trong ngoặc của hàm đọc được hai cách"),
        ("lam_tron(a, b)", "phải là số từ 0 đến 6"),
        ("lam_tron(a, 7)", "phải là số từ 0 đến 6"),
        ("tri_tuyet_doi(a, b)", "cần 1 giá trị, ở đây có 2"),
        ("tông(a, b)", "có phải «tong»?"),
        ("a ** b", "không có phép lũy thừa"),
        ("a ^ b", "không có phép lũy thừa"),
        ("a // b", "viết một dấu /"),
        ("5%", "viết 5 / 100"),
        ("1e3", "không phải là số"),
        ("002", "số 0 ở đầu"),
        ("9" * 21, "dài quá 20 chữ số"),
        ("a + " * 200 + "a", "dài quá 500 ký tự"),
        ("(" * 31 + "a" + ")" * 31, "lồng nhau quá 30 lớp"),
        ("-" * 40 + "a", "lồng nhau quá 30 lớp"),
        ("a.__class__", "không dùng được «.»"),
        ("open('x')", "không dùng được «'»"),
        ("[a for a in b]", "không dùng được «[»"),
        ("a if b else c", "không hiểu «if»"),
        ("lambda", "lambda"),
        ("__import__(a)", "không có hàm «__import__»"),
        ("a; b", "không hiểu «;»"),
        ("٣ + a", "chữ số"),
    ],
)
def test_refused_with_a_reason(text, words):
    if text == "lambda":  # a word like any other: only a figure may be called so
        assert list(names_in(parse_formula(text))) == ["lambda"]
        return
    with pytest.raises(ExpressionError) as refusal:
        parse_formula(text)
    assert words in f"{refusal.value.message} | {refusal.value.hint}"


def test_division_by_zero_names_the_divisor():
    with pytest.raises(ExpressionError, match="không chia được cho «b - 2» vì bằng 0") as refusal:
        value("a / (b - 2)")
    assert refusal.value.code == "SL11"


def test_comparisons_chain():
    comparison = parse_comparison("a + b = c <= 5")
    assert comparison.signs == ("=", "≤")
    assert list(names_in(comparison)) == ["a", "b", "c"]
    with pytest.raises(ExpressionError, match="không so sánh gì"):
        parse_comparison("a + b")


def test_the_longest_allowed_chains():
    assert value("+".join(["a"] * 250)) == 1750
    assert value("*".join(["99999999999999999999"] * 23)) == 99999999999999999999**23


@given(st.text(max_size=60))
def test_any_text_is_a_tree_or_a_refusal(text):
    try:
        parse_formula(text)
    except ExpressionError as refusal:
        assert refusal.message


@given(st.text(alphabet="ab+-*/(), 12.", max_size=40))
def test_any_near_formula_is_worked_out_or_refused(text):
    try:
        value(text)
    except ExpressionError as refusal:
        assert refusal.message

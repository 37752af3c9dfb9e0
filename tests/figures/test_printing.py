"""How a figure prints itself."""

from decimal import Decimal

import pytest

from reportgen.figures.model import Figure, Indicator


def figure(value, unit="", **more):
    word = more.pop("word", "")
    return Figure(
        "ho_ngheo", Decimal(value), Indicator(label="Hộ nghèo", unit=unit, **more), approximation=word
    )


CASES = [
    (figure("26140", "hộ"), "26.140 hộ"),
    (figure("0", "hộ"), "0 hộ"),
    (figure("6.92", "%", decimals=2), "6,92%"),
    (figure("100", "%"), "100%"),
    (figure("179", "% kế hoạch"), "179% kế hoạch"),
    (figure("-2.39", "%", decimals=2), "-2,39%"),
    (figure("2.39", "điểm phần trăm", decimals=2), "2,39 điểm phần trăm"),
    (figure("5", "‰", decimals=1), "5,0‰"),
    (figure("2", "Nghị quyết", pad2=True), "02 Nghị quyết"),
    (figure("12", "Nghị quyết", pad2=True), "12 Nghị quyết"),
    (figure("0", "Nghị quyết", pad2=True), "0 Nghị quyết"),
    (figure("976", "triệu đồng", word="gan"), "gần 976 triệu đồng"),
    (figure("120", "tỷ đồng", word="hon"), "hơn 120 tỷ đồng"),
    (figure("16560", "triệu đồng", decimals=1), "16.560,0 triệu đồng"),
    (figure("60", "triệu đồng/nhà"), "60 triệu đồng/nhà"),
    (figure("1693586"), "1.693.586"),
    (figure("-1234.5", "tấn", decimals=1), "-1.234,5 tấn"),
]


@pytest.mark.parametrize(("number", "printed"), CASES)
def test_a_figure_prints_number_and_unit(number, printed):
    assert str(number) == printed


def test_the_parts_of_a_figure():
    money = figure("976", "triệu đồng", word="gan")
    assert (money.number, money.unit, money.label, money.measured) == (
        "976",
        "triệu đồng",
        "Hộ nghèo",
        "976 triệu đồng",
    )


def test_a_figure_is_plain_text_to_whoever_escapes_it():
    risky = figure("5", "<b>hộ & xã</b>")
    assert str(risky) == "5 <b>hộ & xã</b>"
    assert not hasattr(risky, "__html__")
    assert all(
        isinstance(getattr(risky, name), (str, Decimal)) for name in ("number", "value", "unit", "label")
    )


@pytest.mark.parametrize(
    ("number", "rounded"),
    [
        (figure("26140", "hộ"), False),
        (figure("7", "%"), True),
        (figure("7.5", "tỷ đồng", decimals=1), True),
        (figure("120", "tỷ đồng"), False),
        (figure("120", "tỷ đồng", rounded=True), True),
        (figure("7", "%", rounded=False), False),
    ],
)
def test_what_stands_for_a_range_and_what_for_itself(number, rounded):
    assert number.is_rounded is rounded

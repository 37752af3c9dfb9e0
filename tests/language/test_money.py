"""Money units: exact there and back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese.money import MONEY_SCALE, convert, money_unit
from reportgen.vietnamese.numbers import NumberError, format_number

UNITS = st.sampled_from(sorted(MONEY_SCALE))


@pytest.mark.parametrize(
    ("value", "from_unit", "to_unit", "printed"),
    [
        ("16560.0", "triệu đồng", "đồng", "16.560.000.000"),
        ("16560.0", "triệu đồng", "tỷ đồng", "16,5600"),
        ("976", "triệu đồng", "nghìn đồng", "976.000"),
        ("1693586", "triệu đồng", "tỷ đồng", "1.693,586"),
        ("1", "đồng", "tỷ đồng", "0,000000001"),
        ("3027", "tỉ đồng", "ngàn đồng", "3.027.000.000"),
        (
            "123456789012345678901234567890.5",
            "triệu đồng",
            "đồng",
            "123.456.789.012.345.678.901.234.567.890.500.000",
        ),
    ],
)
def test_conversion(value, from_unit, to_unit, printed):
    assert format_number(convert(Decimal(value), from_unit, to_unit)) == printed


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=6, max_value=10**24, min_value=-(10**24)),
    UNITS,
    UNITS,
)
def test_there_and_back(value, one, other):
    assert convert(convert(value, one, other), other, one) == value


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("Triệu đồng", "triệu đồng"),
        (" tỉ  đồng ", "tỷ đồng"),
        ("ngàn đồng", "nghìn đồng"),
        ("hộ", None),
        ("%", None),
        ("triệu", None),
    ],
)
def test_unit_names(unit, name):
    assert money_unit(unit) == name


def test_an_unknown_unit_is_refused_with_the_nearest():
    with pytest.raises(NumberError) as refused:
        convert(Decimal(1), "triêu đông", "đồng")
    assert "triệu đồng" in refused.value.hint
    with pytest.raises(NumberError) as refused:
        convert(Decimal(1), "hộ", "đồng")
    assert "tỷ đồng" in refused.value.hint


def test_binary_numbers_are_refused():
    with pytest.raises(NumberError):
        convert(0.5, "tỷ đồng", "đồng")

"""What units say about size."""

from fractions import Fraction

import pytest

from reportgen.figures.units import PURE, kind_of, measure


@pytest.mark.parametrize(
    ("unit", "factor"),
    [("đồng", 1), ("nghìn đồng", 10**3), ("ngàn đồng", 10**3), ("triệu đồng", 10**6), ("Tỷ đồng", 10**9), ("tỉ đồng", 10**9),
     ("nghìn tỷ đồng", 10**12), ("triệu đồng/hộ", 10**6), ("nghìn đồng/kg", 10**3), ("triệu lượt khách", 10**6), ("hộ", 1),
     ("đồng bào", 1), ("", 1), ("tấn", 1000), ("nghìn tấn", 10**6), ("tạ/ha", Fraction(100, 10**4)), ("%", Fraction(1, 100)),
     ("% kế hoạch", Fraction(1, 100)), ("điểm phần trăm", Fraction(1, 100)), ("‰", Fraction(1, 1000))],
)  # fmt: skip
def test_factor(unit, factor):
    assert measure(unit).factor == factor


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("tỷ đồng", "số tiền"),
        ("hộ", "số đếm"),
        ("đồng bào", "số đếm"),
        ("%", "tỷ lệ phần trăm"),
        ("tấn", "khối lượng"),
        ("triệu đồng/hộ", "số tiền"),
        ("đồng/kg", "số tiền trên một đơn vị"),
    ],
)
def test_kind(unit, kind):
    assert kind_of(measure(unit)) == kind


def test_products_and_quotients_of_units():
    assert measure("nghìn đồng/kg").times(measure("tấn")) == measure("triệu đồng")
    assert measure("tỷ đồng").times(measure("triệu đồng"), -1).factor == 1000
    assert measure("tạ").times(measure("ha"), -1) == measure("tạ/ha")
    assert measure("hộ").times(measure("hộ"), -1) == PURE

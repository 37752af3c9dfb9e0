"""Money units and exact conversion: 16.560,0 triệu đồng is 16560000000 đồng, and back, losing nothing."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from reportgen.vietnamese.numbers import NumberError, exact
from reportgen.vietnamese.refusal import quoted
from reportgen.vietnamese.text import lower, nearest

# unit → how many đồng one of it is
MONEY_SCALE: Mapping[str, Decimal] = MappingProxyType(
    {
        "đồng": Decimal(1),
        "nghìn đồng": Decimal(10**3),
        "triệu đồng": Decimal(10**6),
        "tỷ đồng": Decimal(10**9),
        "nghìn tỷ đồng": Decimal(10**12),
    }
)
_SPELLINGS = {"ngàn": "nghìn", "tỉ": "tỷ"}


def money_unit(unit: str) -> str | None:
    """The key of MONEY_SCALE that ``unit`` means («Tỉ đồng» and «ngàn đồng» too; «hộ» not), or None."""
    words = [_SPELLINGS.get(word, word) for word in lower(unit).split()]
    name = " ".join(words)
    return name if name in MONEY_SCALE else None


def convert(x: Decimal, from_unit: str, to_unit: str) -> Decimal:
    """``x`` of one money unit in another, exactly; never rounded. Raises NumberError for an unknown unit."""
    steps = _zeros(from_unit) - _zeros(to_unit)
    sign, digits, exponent = exact(x).as_tuple()
    moved = Decimal((sign, digits, int(exponent) + steps))
    return Decimal(format(moved, "f"))


def _zeros(unit: str) -> int:
    """How many zeros the unit adds to a number of đồng."""
    name = money_unit(unit)
    if name is None:
        guess = nearest(unit, MONEY_SCALE)
        known = f"Có phải {quoted(guess)}?" if guess else f"Dùng một trong: {', '.join(MONEY_SCALE)}."
        raise NumberError(f"{quoted(unit)} không phải là đơn vị tiền đã biết", known)
    return MONEY_SCALE[name].adjusted()

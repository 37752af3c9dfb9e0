"""What a unit says about size: «triệu đồng/hộ» is 1.000.000 đồng per hộ, «%» is a hundredth, «ha» 10.000 m².

Only what can be converted is tracked: money, mass, length/area. Counted things (hộ, nhà, suất, đối tượng) carry no
dimension on purpose: offices write «276 hộ» and «60 triệu đồng/nhà» side by side and mean the same thing.
"""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from functools import lru_cache

from reportgen.noun import noun
from reportgen.vietnamese.money import MONEY_SCALE

THOUSANDS = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
PERCENT = Fraction(1, 100)

_MONEY = frozenset({"đồng", "đồng việt nam", "vnđ", "vnd", "đ"})
_PHYSICAL = {
    "kg": (1, "mass", 1),
    "yến": (10, "mass", 1),
    "tạ": (100, "mass", 1),
    "tấn": (1000, "mass", 1),
    "m": (1, "length", 1),
    "km": (1000, "length", 1),
    "m2": (1, "length", 2),
    "m²": (1, "length", 2),
    "ha": (10**4, "length", 2),
    "héc-ta": (10**4, "length", 2),
    "km2": (10**6, "length", 2),
    "km²": (10**6, "length", 2),
}
_POINT_WORDS = ("điểm phần trăm", "điểm %")
_PERCENT_WORDS = (*_POINT_WORDS, "phần trăm")


@noun
class Measure:
    """Size of one unit: ``factor`` in base units (đồng, kg, m), ``dims`` their exponents, sorted, none zero."""

    factor: Fraction = Fraction(1)
    dims: tuple[tuple[str, int], ...] = ()

    def times(self, other: Measure, sign: int = 1) -> Measure:
        """The measure of a product; ``sign=-1`` of a quotient."""
        dims = dict(self.dims)
        for name, exponent in other.dims:
            dims[name] = dims.get(name, 0) + sign * exponent
        kept = tuple(sorted((n, e) for n, e in dims.items() if e))
        return Measure(self.factor * other.factor**sign, kept)

    @property
    def is_money(self) -> bool:
        """True for an amount of money, not for money per something measured."""
        return self.dims == (("money", 1),)


PURE = Measure()


@lru_cache(maxsize=1024)
def measure(unit: str) -> Measure:
    """The measure of a printed unit. Unknown words are counted things: factor 1, no dimension."""
    words = _plain(unit)
    if words.startswith("%") or words.startswith(_PERCENT_WORDS):
        return Measure(PERCENT)
    if words.startswith("‰"):
        return Measure(Fraction(1, 1000))
    top, *below = (part.strip() for part in words.split("/"))
    size = _simple(top)
    for part in below:
        size = size.times(_simple(part), -1)
    return size


def is_points(unit: str) -> bool:
    """True for «điểm phần trăm»: the difference of two percentages, never a share of something."""
    return _plain(unit).startswith(_POINT_WORDS)


def _plain(unit: str) -> str:
    return " ".join(unicodedata.normalize("NFC", unit).lower().split())


def _simple(words: str) -> Measure:
    """A unit without a stroke: «nghìn tỷ đồng», «triệu lượt khách», «tấn»."""
    factor, rest = 1, words.split()
    while rest and rest[0] in THOUSANDS:
        factor *= THOUSANDS[rest.pop(0)]
    name = " ".join(rest)
    if name in _MONEY:
        return Measure(Fraction(factor) * Fraction(MONEY_SCALE["đồng"]), (("money", 1),))
    size, dimension, exponent = _PHYSICAL.get(rest[0] if rest else "", (1, "", 0))
    return Measure(Fraction(factor * size), ((dimension, exponent),) if exponent else ())


def kind_of(size: Measure) -> str:
    """A word for messages: what sort of quantity this is."""
    if size.is_money:
        return "số tiền"
    if any(name == "money" for name, _ in size.dims):
        return "số tiền trên một đơn vị"
    if size.dims:
        return {"mass": "khối lượng", "length": "chiều dài hoặc diện tích"}.get(size.dims[0][0], "số đo")
    return "tỷ lệ phần trăm" if size.factor == PERCENT else "số đếm"

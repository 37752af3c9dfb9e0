"""Two shares with their counts must allow one common whole (``ty_le_khop``)."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.checks.figures import check_relations
from reportgen.diagnostics import NOWHERE
from reportgen.figures.model import Figure, Figures, Indicator
from reportgen.figures.quantity import rounded
from reportgen.figures.relations import NameUse, Relation

HOUSEHOLDS = """
ngheo: {ten_goi: Hộ nghèo, don_vi_tinh: hộ}
tl_ngheo: {ten_goi: Tỷ lệ hộ nghèo, don_vi_tinh: "%", so_le: 2}
can: {ten_goi: Hộ cận nghèo, don_vi_tinh: hộ}
tl_can: {ten_goi: Tỷ lệ hộ cận nghèo, don_vi_tinh: "%", so_le: 2}
"""
RELATION = "- {ten_goi: Cùng một tổng số hộ, ty_le_khop: [[ngheo, tl_ngheo], [can, tl_can]]}"


def typed(ngheo, tl_ngheo, can, tl_can):
    return f"ngheo: {ngheo}\ntl_ngheo: {tl_ngheo}\ncan: {can}\ntl_can: {tl_can}\n"


@pytest.mark.parametrize(
    "values",
    [
        ("26.140", "6,92", "24.833", "6,57"),
        ("17.352", "4,53", "19.374", "5,06"),
        ("1", "33,33", "2", "66,67"),
    ],
)
def test_shares_of_one_whole(checked, values):
    assert checked(HOUSEHOLDS, typed(*values), RELATION) == []


def test_shares_that_cannot_be_of_one_whole(checked):
    findings = checked(HOUSEHOLDS, typed("26.140", "6,92", "24.833", "6,75"), RELATION)
    assert [(f.code, f.found, f.expected, str(f.place)) for f in findings] == [
        ("SL30", "6,75%", "6,57% đến 6,58%", "bao-cao.yml:4:9")
    ]
    assert findings[0].message == (
        "Cùng một tổng số hộ: 26.140 hộ là 6,92% nên tổng thể từ 377.473 đến 378.018 hộ; "
        "24.833 hộ là 6,75% nên tổng thể từ 367.624 đến 368.169 hộ; không thể cùng một tổng thể (sai số học)"
    )


def test_a_whole_of_counted_things_is_a_whole_number(checked):
    """5 of 66,67% is 7,4992…7,5003, 3 of 40,00% is 7,4990…7,5009: they meet, but not at a number of households."""
    assert [f.code for f in checked(HOUSEHOLDS, typed("5", "66,67", "3", "40,00"), RELATION)] == ["SL30"]


@pytest.mark.parametrize(
    ("values", "code"),
    [(("26.140", "6,92", "0", "0,00"), "SL11"), (("26.140", "6,92", "10", "0,00"), "SL11"), (("26.140", "6,92", "-24.833", "6,57"), "SL11")],
)
def test_a_share_of_nothing_says_nothing(checked, values, code):
    assert [f.code for f in checked(HOUSEHOLDS, typed(*values), RELATION)] == [code]


def test_the_second_name_must_be_a_share(checked):
    relation = "- {ten_goi: Nhầm, ty_le_khop: [[tl_ngheo, ngheo], [can, tl_can]]}"
    assert [f.code for f in checked(HOUSEHOLDS, typed("26.140", "6,92", "24.833", "6,57"), relation)] == [
        "SL22"
    ]


COUNT = Indicator(label="Số hộ", unit="hộ")
SHARE = Indicator(label="Tỷ lệ", unit="%", decimals=2)


@st.composite
def families(draw):
    """A whole and some of its parts, printed as counts and shares."""
    whole = draw(st.integers(100, 2_000_000))
    parts = draw(st.lists(st.integers(max(1, whole // 50), whole), min_size=2, max_size=5))
    return [(part, rounded(Fraction(part * 100, whole), 2)) for part in parts]


def findings_of(pairs):
    figures = [
        figure
        for n, (part, share) in enumerate(pairs)
        for figure in (Figure(f"n{n}", part, COUNT), Figure(f"t{n}", share, SHARE))
    ]
    uses = tuple((NameUse(f"n{n}", NOWHERE), NameUse(f"t{n}", NOWHERE)) for n in range(len(pairs)))
    return check_relations([Relation(label="Tổng thể", common_base=uses)], Figures(figures))


@given(families())
def test_true_shares_always_pass(pairs):
    assert findings_of(pairs) == []


@given(families(), st.data())
def test_one_wrong_share_is_the_one_finding(pairs, data):
    at = data.draw(st.integers(1, len(pairs) - 1))
    part, share = pairs[at]
    wrong = pairs[:at] + [(part, share + max(rounded(Fraction(share) / 10, 2), Decimal(1)))] + pairs[at + 1 :]
    assert [f.code for f in findings_of(wrong)] == ["SL30"]

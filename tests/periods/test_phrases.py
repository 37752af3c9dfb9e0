"""What is said of two amounts, rule by rule (``vietnamese.changes``), and that no pair of numbers makes it say something false."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese.changes import Amount, change, direction, from_to, of_plan, percent


def amount(text, unit="hộ", *, near=False, pad=0):
    value = Decimal(text)
    return Amount(value, unit, max(0, -int(value.as_tuple().exponent)), pad, near)


CHANGES = [
    # rules 1, 2, 4: verb by the numbers, amount without a sign, percent of the earlier
    (("17352",), ("26140",), "giảm 8.788 hộ (33,62%)"),
    (("26140",), ("17352",), "tăng 8.788 hộ (50,65%)"),
    (("150", "tỷ đồng"), ("120", "tỷ đồng"), "tăng 30 tỷ đồng (25%)"),
    (("27420.0", "triệu đồng"), ("16560.0", "triệu đồng"), "tăng 10.860,0 triệu đồng (65,58%)"),
    (("12.5", "tỷ đồng"), ("12", "tỷ đồng"), "tăng 0,5 tỷ đồng (4,17%)"),
    (("5", ""), ("4", ""), "tăng 1 (25%)"),
    (("80",), ("80",), "không đổi"),
    # rule 3: shares
    (("4.53", "%"), ("6.92", "%"), "giảm 2,39 điểm phần trăm"),
    (("7", "%"), ("6.5", "%"), "tăng 0,5 điểm phần trăm"),
    (("111.4", "% kế hoạch"), ("100", "% kế hoạch"), "tăng 11,4 điểm phần trăm"),
    (("0.5", "‰"), ("0.7", "‰"), "giảm 0,2 điểm phần nghìn"),
    (("5", "%"), ("0", "%"), "tăng 5 điểm phần trăm"),
    (("3.5", "%"), ("-2.1", "%"), "tăng 5,6 điểm phần trăm"),
    (("-2.1", "%"), ("-1.0", "%"), "giảm 1,1 điểm phần trăm"),
    (("4.53", "%"), ("4.53", "%"), "không đổi"),
    # rule 5: from and to zero
    (("25",), ("0",), "tăng từ 0 lên 25 hộ"),
    (("0",), ("25",), "giảm từ 25 hộ xuống 0"),
    (("0",), ("0",), "không đổi"),
    (("-3", "triệu đồng"), ("0", "triệu đồng"), "giảm từ 0 xuống âm 3 triệu đồng"),
    (("0", "triệu đồng"), ("-3", "triệu đồng"), "tăng từ âm 3 triệu đồng lên 0"),
    # rule 6: below zero
    (("-3", "triệu đồng"), ("-5", "triệu đồng"), "tăng 2 triệu đồng (từ âm 5 lên âm 3 triệu đồng)"),
    (("-5", "triệu đồng"), ("-3", "triệu đồng"), "giảm 2 triệu đồng (từ âm 3 xuống âm 5 triệu đồng)"),
    (("4", "triệu đồng"), ("-6", "triệu đồng"), "tăng 10 triệu đồng (từ âm 6 lên 4 triệu đồng)"),
    (("-6", "triệu đồng"), ("4", "triệu đồng"), "giảm 10 triệu đồng (từ 4 xuống âm 6 triệu đồng)"),
    # rule 7: the percent
    (("1000001",), ("1000000",), "tăng 1 hộ (dưới 0,01%)"),
    (("1200",), ("100",), "tăng 1.100 hộ (1.100%)"),
    (("3",), ("8",), "giảm 5 hộ (62,5%)"),
    (("20001",), ("20000",), "tăng 1 hộ (0,01%)"),
]


@pytest.mark.parametrize(("now", "before", "said"), CHANGES)
def test_a_change_is_said(now, before, said):
    assert change(amount(*now), amount(*before)) == said


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (amount("976", "triệu đồng", near=True), amount("1000", "triệu đồng"), "giảm khoảng 24 triệu đồng (khoảng 2,4%)"),
        (amount("976", "triệu đồng"), amount("976", "triệu đồng", near=True), "gần như không đổi"),
        (amount("7", "%", near=True), amount("6.5", "%"), "tăng khoảng 0,5 điểm phần trăm"),
        (amount("5", "Nghị quyết", pad=2), amount("3", "Nghị quyết", pad=2), "tăng 02 Nghị quyết (66,67%)"),
        (amount("5", "Nghị quyết", pad=2), amount("0", "Nghị quyết", pad=2), "tăng từ 0 lên 05 Nghị quyết"),
    ],
)
def test_approximate_and_padded_amounts(now, before, said):
    assert change(now, before) == said


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (("17352",), ("26140",), "giảm từ 26.140 hộ xuống còn 17.352 hộ"),
        (("4.53", "%"), ("6.92", "%"), "giảm từ 6,92% xuống còn 4,53%"),
        (("80",), ("60",), "tăng từ 60 hộ lên 80 hộ"),
        (("80",), ("80",), "giữ nguyên 80 hộ"),
        (("25",), ("0",), "tăng từ 0 lên 25 hộ"),
        (("0",), ("25",), "giảm từ 25 hộ xuống 0"),
        (("0", "%"), ("5", "%"), "giảm từ 5% xuống 0%"),
        (("-2", "tỷ đồng"), ("3", "tỷ đồng"), "giảm từ 3 tỷ đồng xuống âm 2 tỷ đồng"),
    ],
)
def test_both_ends_are_said(now, before, said):
    assert from_to(amount(*now), amount(*before)) == said


@pytest.mark.parametrize(
    ("now", "plan", "said"),
    [
        (("111.44", "tỷ đồng"), ("100", "tỷ đồng"), "đạt 111,44% kế hoạch"),
        (("179",), ("100",), "đạt 179% kế hoạch"),
        (("100",), ("100",), "đạt 100% kế hoạch"),
        (("99999",), ("100000",), "đạt gần 100% kế hoạch"),
        (("100001",), ("100000",), "đạt trên 100% kế hoạch"),
        (("0",), ("100",), "đạt 0% kế hoạch"),
        (("1",), ("1000000",), "đạt dưới 0,01% kế hoạch"),
        (("25",), ("0",), "thực hiện 25 hộ, kế hoạch 0 hộ"),
        (("0",), ("0",), "thực hiện 0 hộ, kế hoạch 0 hộ"),
        (("-5", "tỷ đồng"), ("10", "tỷ đồng"), "thực hiện âm 5 tỷ đồng, kế hoạch 10 tỷ đồng"),
        (("5.5", "%"), ("5", "%"), "cao hơn kế hoạch 0,5 điểm phần trăm"),
        (("4.53", "%"), ("5", "%"), "thấp hơn kế hoạch 0,47 điểm phần trăm"),
        (("5", "%"), ("5", "%"), "bằng kế hoạch"),
    ],
)
def test_a_plan(now, plan, said):
    assert of_plan(amount(*now), amount(*plan)) == said


def test_near_a_plan():
    assert of_plan(amount("976", "triệu đồng", near=True), amount("900", "triệu đồng")) == "đạt khoảng 108,44% kế hoạch"


@pytest.mark.parametrize(
    ("part", "whole", "decimals", "said"),
    [("1", "3", 1, "33,3%"), ("1", "3", 0, "33%"), ("2", "3", 4, "66,6667%"), ("1", "800", 2, "0,13%"), ("3", "800", 0, "dưới 1%")],
)
def test_decimals_of_a_percent(part, whole, decimals, said):
    assert percent(Decimal(part), Decimal(whole), decimals) == said


amounts = st.builds(
    lambda digits, places, unit, near: Amount(Decimal(digits).scaleb(-places), unit, places, 0, near),
    st.integers(-(10**12), 10**12), st.integers(0, 3), st.sampled_from(["hộ", "triệu đồng", "%", ""]), st.booleans(),
)  # fmt: skip


@st.composite
def pairs(draw):
    """Two amounts in one unit and with the same number of decimals, as two periods of one figure are."""
    now = draw(amounts)
    other = draw(st.one_of(st.integers(-(10**12), 10**12), st.sampled_from([0, 1, -1])))
    return now, Amount(Decimal(other).scaleb(-now.decimals), now.unit, now.decimals, 0, draw(st.booleans()))


def number(text):
    return Fraction(text.replace(".", "").replace(",", "."))


@given(pairs())
def test_a_change_is_never_false(pair):
    now, before = pair
    said = change(now, before)
    gap = abs(now.value - before.value)
    assert "-" not in said and said.count("tăng") + said.count("giảm") == (gap != 0)
    assert ("điểm phần trăm" in said) == (bool(gap) and now.unit == "%")
    if not gap:
        assert said.endswith("không đổi")
        return
    assert said.startswith("tăng" if now.value > before.value else "giảm")
    numbers = re.findall(r"\d[\d.]*(?:,\d+)?", said)
    if (now.value and before.value) or now.unit == "%":
        assert number(numbers[0]) == gap
    else:
        assert {number(n) for n in numbers} == {abs(now.value), abs(before.value)}


@given(pairs())
def test_a_percent_only_where_it_means_something(pair):
    now, before = pair
    said = change(now, before)
    has_percent = bool(re.search(r"\d%\)", said))
    meant = now.unit != "%" and now.value > 0 and before.value > 0 and now.value != before.value
    assert has_percent == meant
    if meant and "dưới" not in said:
        shown = number(re.search(r"([\d.,]+)%\)", said)[1])
        true = Fraction(abs(now.value - before.value)) * 100 / Fraction(before.value)
        assert abs(shown - true) <= Fraction(1, 200)


@given(pairs())
def test_both_ways_of_saying_it_agree(pair):
    now, before = pair
    verb = direction(now, before)
    assert from_to(now, before).split()[0] == {"không đổi": "giữ"}.get(verb, verb)
    back = {"tăng": "giảm", "giảm": "tăng"}.get(verb, verb)
    assert direction(before, now) == back


@given(pairs())
def test_a_plan_is_never_rounded_over_the_line(pair):
    now, plan = pair
    said = of_plan(now, plan)
    if said == "đạt 100% kế hoạch":
        assert now.value == plan.value
    assert "-" not in said

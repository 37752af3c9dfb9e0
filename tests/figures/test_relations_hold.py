"""Over random consistent figures no relation speaks; one fault put in is the one thing found."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from reportgen.checks.figures import check_relations
from reportgen.diagnostics import NOWHERE
from reportgen.figures.model import Figure, Figures, Indicator
from reportgen.figures.quantity import cut, rounded
from reportgen.figures.relations import NameUse, Relation

COUNT = Indicator(label="Số hộ", unit="hộ")
MONEY = {
    name: Indicator(label=name, unit=name, decimals=1) for name in ("nghìn đồng", "triệu đồng", "tỷ đồng")
}
ZEROS = {"nghìn đồng": 3, "triệu đồng": 6, "tỷ đồng": 9}
SHARE = Indicator(label="Tỷ lệ", unit="%", decimals=2)

counts = st.integers(0, 10**7)


def use(*keys):
    return tuple(NameUse(key, NOWHERE) for key in keys)


def found(relation, *figures):
    return [(f.code, f.place) for f in check_relations([relation], Figures(figures))]


def count(key, value):
    return Figure(key, Decimal(value), COUNT)


def total(keys):
    return Relation(label="Tổng", sum=use(*keys), result=use("tong")[0])


@given(st.lists(counts, min_size=2, max_size=12), st.integers(-50, 50))
def test_sums_of_counts_are_exact(parts, fault):
    figures = [count(f"n{n}", part) for n, part in enumerate(parts)]
    relation = total([f.key for f in figures])
    assert found(relation, *figures, count("tong", sum(parts) + fault)) == (
        [("SL30", NOWHERE)] if fault else []
    )


@given(
    st.lists(st.tuples(st.integers(1, 10**6), st.sampled_from(sorted(MONEY))), min_size=2, max_size=6),
    st.data(),
)
def test_sums_of_money_in_mixed_units(parts, data):
    """Exact tenths of mixed units; the total is printed in one of them, rounded."""
    figures = [Figure(f"n{n}", Decimal(tenths) / 10, MONEY[unit]) for n, (tenths, unit) in enumerate(parts)]
    dong = sum(Fraction(figure.value) * 10 ** ZEROS[figure.unit] for figure in figures)
    unit = data.draw(st.sampled_from(sorted(MONEY)))
    value = rounded(dong / 10 ** ZEROS[unit], 1)
    relation = total([f.key for f in figures])
    assert found(relation, *figures, Figure("tong", value, MONEY[unit])) == []
    play = sum(Fraction(1, 20) * 10 ** ZEROS[figure.unit] for figure in figures) / 10 ** ZEROS[unit]
    wrong = value + rounded(play, 1) + Decimal(data.draw(st.integers(2, 1000))) / 10
    assert found(relation, *figures, Figure("tong", wrong, MONEY[unit])) == [("SL30", NOWHERE)]


@given(st.lists(st.integers(0, 10**5), min_size=2, max_size=8))
def test_printed_shares_of_one_whole_add_up_within_their_rounding(parts):
    """Shares rounded each for itself never make an error of their sum, whatever the sum prints."""
    whole = sum(parts)
    assume(whole)
    figures = [
        Figure(f"n{n}", rounded(Fraction(part * 100, whole), 2), SHARE) for n, part in enumerate(parts)
    ]
    codes = found(total([f.key for f in figures]), *figures, Figure("tong", Decimal(100), SHARE))
    assert [code for code, _ in codes] in ([], ["SL32"])


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_shares_of_counts_and_their_cut_forms(part, whole):
    relation = Relation(label="Tỷ lệ", share=use("n", "m"), result=use("t")[0])
    exact = Fraction(part * 100, whole)
    figures = [count("n", part), count("m", whole)]
    assert found(relation, *figures, Figure("t", rounded(exact, 2), SHARE)) == []
    if cut(exact, 2) != rounded(exact, 2):
        assert found(relation, *figures, Figure("t", cut(exact, 2), SHARE)) == [("SL31", NOWHERE)]
    assert found(relation, *figures, Figure("t", rounded(exact, 2) + Decimal("0.02"), SHARE)) == [
        ("SL30", NOWHERE)
    ]


@given(st.integers(1, 10**4), st.integers(1, 10**3), st.integers(-9, 9))
def test_products_of_a_count_and_a_norm(number, norm, fault):
    rate = Figure("muc", Decimal(norm), Indicator(label="Mức", unit="triệu đồng/nhà"))
    money = Figure("tien", Decimal(number * norm) + Decimal(fault) / 10, MONEY["triệu đồng"])
    relation = Relation(label="Tích", product=use("n", "muc"), result=use("tien")[0])
    assert found(relation, count("n", number), rate, money) == ([("SL30", NOWHERE)] if fault else [])


@given(st.lists(counts, min_size=3, max_size=6), st.data())
def test_the_odd_one_out_of_equal_figures(values, data):
    value = values[0]
    at = data.draw(st.integers(0, len(values) - 1))
    figures = [
        Figure(f"n{n}", Decimal(value + (n == at)), Indicator(label=f"n{n}")) for n in range(len(values))
    ]
    relation = Relation(label="Bằng nhau", equal=use(*(f.key for f in figures)))
    findings = check_relations([relation], Figures(figures))
    assert [f.found for f in findings] == [str(figures[at])]

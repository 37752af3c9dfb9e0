"""Derived figures: order, rounding, what they show of their working, and what stops them."""

import pytest

HOUSEHOLDS = """
ho_ngheo: {ten_goi: Hộ nghèo, don_vi_tinh: hộ}
tong_ho: {ten_goi: Tổng số hộ, don_vi_tinh: hộ}
ty_le: {ten_goi: Tỷ lệ hộ nghèo, don_vi_tinh: "%", so_le: 2, cong_thuc: ho_ngheo / tong_ho * 100}
"""


MONEY = "a: {ten_goi: A, don_vi_tinh: tỷ đồng}\nc: {ten_goi: C, don_vi_tinh: triệu đồng}"
HOUSES = "a: {ten_goi: A, don_vi_tinh: hộ}\nc: {ten_goi: C, don_vi_tinh: triệu đồng/nhà}"


def test_a_share_is_worked_out_and_shows_its_working(read):
    figures, findings = read(HOUSEHOLDS, "ho_ngheo: 26.140\ntong_ho: 377.750")
    assert findings == []
    assert str(figures["ty_le"]) == "6,92%"
    assert figures["ty_le"].working == "26.140 / 377.750 × 100 ≈ 6,92%"
    assert str(figures["ty_le"].place).startswith("loai.yml:4")


def test_order_does_not_matter_and_printed_values_feed_later_formulas(read):
    indicators = """
    giam: {ten_goi: Giảm, don_vi_tinh: điểm phần trăm, so_le: 2, cong_thuc: dau - cuoi}
    dau: {ten_goi: Đầu kỳ, don_vi_tinh: "%", so_le: 2, cong_thuc: a / c * 100}
    cuoi: {ten_goi: Cuối kỳ, don_vi_tinh: "%", so_le: 2, cong_thuc: b / c * 100}
    a: {ten_goi: A}
    b: {ten_goi: B}
    c: {ten_goi: C}
    """
    figures, findings = read(indicators, "a: 2\nb: 1\nc: 3")
    assert [str(figures[k]) for k in ("dau", "cuoi", "giam")] == ["66,67%", "33,33%", "33,34 điểm phần trăm"]
    assert findings == []


@pytest.mark.parametrize(
    ("word", "a", "printed"),
    [
        ("gan", "9756", "gần 976"),
        ("gan", "9751", "gần 976"),
        ("tren", "9769", "trên 976"),
        ("hon", "9769", "hơn 976"),
        ("khoang", "9756", "khoảng 976"),
        ("gan", "9760", "976"),
        ("gan", "-9756", "gần -976"),
        ("hon", "-9769", "hơn -976"),
    ],
)
def test_words_turn_the_rounding_their_way(read, word, a, printed):
    figures, _ = read(f"a: {{ten_goi: A}}\nb: {{ten_goi: B, xap_xi: {word}, cong_thuc: a / 10}}", f"a: {a}")
    assert str(figures["b"]) == printed


@pytest.mark.parametrize(
    ("indicators", "typed", "code", "words"),
    [
        ("a: {ten_goi: A, cong_thuc: b + 1}\nb: {ten_goi: B, cong_thuc: c}\nc: {ten_goi: C, cong_thuc: a}", "", "SL13", "a → b → c → a"),
        ("a: {ten_goi: A, cong_thuc: a + 1}", "", "SL13", "a → a"),
        ("so_ho: {ten_goi: A}\nb: {ten_goi: B, cong_thuc: so_hoo * 2}", "so_ho: 1", "SL01", "có phải «so_ho»?"),
        ("a: {ten_goi: A}\nb: {ten_goi: B, cong_thuc: a / (a - 2)}", "a: 2", "SL11", "(2 / (2 - 2))"),
        ("a: {ten_goi: A}\nb: {ten_goi: B, cong_thuc: a +}", "a: 2", "SL10", "còn thiếu"),
        ("a: {ten_goi: A, bat_buoc: không}\nb: {ten_goi: B, cong_thuc: a + 1}", "", "SL14", "vì chưa có số liệu «A» (a)"),
        ("a: {ten_goi: A}\nb: {ten_goi: B, cong_thuc: a + 1}", "a: 2\nb: 3", "SL07", "in_tren_van_ban"),
        ("a: {ten_goi: A}\nb: {ten_goi: B, cong_thuc: a * a}", "a: 10000000000", "SL06", "quá lớn"),
        ("a: {ten_goi: A, don_vi_tinh: triệu đồng}\nb: {ten_goi: B, don_vi_tinh: tỷ đồng, cong_thuc: a + a}", "a: 2", "SL12", "chia cho 1.000"),
        ("a: {ten_goi: A, don_vi_tinh: hộ}\nb: {ten_goi: B, don_vi_tinh: '%', cong_thuc: a / a}", "a: 2", "SL12", "nhân với 100"),
        ("a: {ten_goi: A, don_vi_tinh: triệu đồng}\nb: {ten_goi: B, don_vi_tinh: tỷ đồng, cong_thuc: a * 1000}", "a: 2", "SL12", "ngược chiều: ra «tỷ đồng» thì phải chia cho 1.000"),
        ("a: {ten_goi: A, don_vi_tinh: tấn}\nb: {ten_goi: B, don_vi_tinh: kg, cong_thuc: (a + a) / 1000}", "a: 2", "SL12", "phải nhân với 1.000"),
        (f"{MONEY}\nb: {{ten_goi: B, don_vi_tinh: tỷ đồng, cong_thuc: a + c}}", "a: 2\nc: 3", "SL12", "«a + c» gộp các số khác đơn vị"),
        (f"{HOUSES}\nb: {{ten_goi: B, don_vi_tinh: hộ, cong_thuc: a * c}}", "a: 2\nc: 3", "SL12", "công thức cho ra số tiền"),
    ],
)  # fmt: skip
def test_faults_of_formulas(read, indicators, typed, code, words):
    _, findings = read(indicators, typed)
    assert [f.code for f in findings] == [code]
    assert words in f"{findings[0].message} | {findings[0].hint}"
    assert findings[0].place.line


@pytest.mark.parametrize(
    "formula",
    ["a * c", "a * c / 1", "c * 3 + c * 2", "lam_tron(c / 2)", "tong(c, c)", "-c", "lon_nhat(c, 5)"],
)
def test_units_that_fit_pass(read, formula):
    indicators = f"{HOUSES}\nb: {{ten_goi: B, don_vi_tinh: triệu đồng, cong_thuc: '{formula}'}}"
    assert read(indicators, "a: 2\nc: 3")[1] == []


def test_two_circles_are_both_reported_and_the_rest_is_worked_out(read):
    indicators = (
        "a: {ten_goi: A, cong_thuc: b}\nb: {ten_goi: B, cong_thuc: a}\nc: {ten_goi: C, cong_thuc: d}\nd: {ten_goi: D, cong_thuc: c}\n"
        "e: {ten_goi: E}\ng: {ten_goi: G, cong_thuc: e * 2}\nh: {ten_goi: H, cong_thuc: a + e}"
    )
    figures, findings = read(indicators, "e: 5")
    assert [f.code for f in findings] == ["SL13", "SL13"]
    assert str(figures["g"]) == "10"
    assert figures.faulty == {"a", "b", "c", "d", "h"}


def test_an_optional_result_of_an_absent_operand_is_absent(read):
    indicators = "a: {ten_goi: A, bat_buoc: không}\nb: {ten_goi: B, bat_buoc: không, cong_thuc: a + 1}"
    figures, findings = read(indicators, "")
    assert (figures.absent, findings) == ({"a", "b"}, [])


def test_a_long_chain_of_formulas(read):
    rows = ["x0: {ten_goi: X}"] + [f"x{n}: {{ten_goi: X, cong_thuc: x{n - 1} + 1}}" for n in range(1, 2000)]
    figures, findings = read("\n".join(reversed(rows)), "x0: 1")
    assert (str(figures["x1999"]), findings) == ("2.000", [])

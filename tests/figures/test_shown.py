"""A finding proves what it says: computed values are shown exactly, or far enough to see the difference."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.checks.shown import exact_text, gap_text

INDICATORS = """
dan_toc: {ten_goi: Hộ dân tộc thiểu số, don_vi_tinh: hộ, bat_buoc: không}
so_ho: {ten_goi: Tổng số hộ, don_vi_tinh: hộ, bat_buoc: không}
ty_le: {ten_goi: Tỷ lệ, don_vi_tinh: "%", so_le: 2, bat_buoc: không}
vay: {ten_goi: Tiền vay, don_vi_tinh: triệu đồng, bat_buoc: không}
quy: {ten_goi: Quỹ, don_vi_tinh: tỷ đồng, so_le: 2, bat_buoc: không}
bao_lu: {ten_goi: Bão lũ, don_vi_tinh: tỷ đồng, so_le: 1, bat_buoc: không}
nha_o: {ten_goi: Nhà ở, don_vi_tinh: tỷ đồng, so_le: 1, bat_buoc: không}
giai_ngan: {ten_goi: Giải ngân, don_vi_tinh: tỷ đồng, so_le: 2, bat_buoc: không}
"""


@pytest.mark.parametrize(
    ("typed", "relation", "words"),
    [
        (
            "vay: 1.125\nquy: trên 15,77\nbao_lu: trên 8,6\nnha_o: trên 25,5",
            "tong: [vay, quy, bao_lu], bang: nha_o",
            "= 25,495 tỷ đồng, nhưng «Nhà ở» ghi trên 25,5 tỷ đồng (chênh lệch do làm tròn, lệch 0,005 tỷ đồng)",
        ),
        (
            "vay: 1.241.285\ngiai_ngan: trên 1.141,28",
            "bang_nhau: [vay, giai_ngan]",
            "= 1.241,285 tỷ đồng, phải ghi trên 1.241,28 tỷ đồng, nhưng «Giải ngân» ghi trên 1.141,28 tỷ đồng (sai số học, lệch 100,005",
        ),
        (
            "dan_toc: 80\nso_ho: 14.653\nty_le: 0,54",
            "ty_le: [dan_toc, so_ho], bang: ty_le",
            "= 0,5459…%, phải ghi 0,55%, nhưng «Tỷ lệ» ghi 0,54% (cắt bớt chữ số, không làm tròn, lệch khoảng 0,0060 điểm phần trăm)",
        ),
        (
            "quy: 49,42\nbao_lu: 0,3\nnha_o: 50,0",
            "tong: [quy, bao_lu], bang: nha_o",
            "(sai số học, lệch 0,28 tỷ đồng; làm tròn chỉ giải thích được nhiều nhất 0,105 tỷ đồng)",
        ),
        (
            "dan_toc: 30\nso_ho: 14.653",
            "bieu_thuc: 'dan_toc / so_ho * 100 >= 0,3'",
            "30 / 14.653 × 100 = 0,2047… phải ít nhất bằng 0,3",
        ),
    ],
)
def test_the_proof_is_not_rounded_away(checked, typed, relation, words):
    findings = checked(INDICATORS, typed, f"- {{ten_goi: Quan hệ, {relation}}}")
    assert len(findings) == 1
    assert words in findings[0].message


@pytest.mark.parametrize(
    ("x", "decimals", "apart_from", "text"),
    [
        (Fraction(27480), 1, None, "27.480,0"),
        (Fraction(25495, 1000), 1, None, "25,495"),
        (Fraction(1, 3), 0, None, "0,3333…"),
        (Fraction(-100, 3), 2, None, "-33,3333…"),
        (Fraction(-1, 30000), 0, None, "-0,0000…"),
        (Fraction(80, 14653) * 100, 2, Fraction(54, 100), "0,5459…"),
        (Fraction(1, 3), 0, Fraction(333333, 10**6), "0,3333333…"),
        (Fraction(1, 10**7), 0, None, "0,0000…"),
        (Fraction(0), 2, None, "0,00"),
    ],
)
def test_exact_or_open_ended(x, decimals, apart_from, text):
    assert exact_text(x, decimals, apart_from) == text


@pytest.mark.parametrize(
    ("x", "text"),
    [
        (Fraction(1, 200), "0,005"),
        (Fraction(-56), "56"),
        (Fraction(1, 3), "khoảng 0,33"),
        (Fraction(100, 3), "khoảng 33"),
    ],
)
def test_gaps(x, text):
    assert gap_text(x) == text


@given(st.fractions(), st.integers(0, 6), st.fractions())
def test_two_different_numbers_never_look_the_same(x, decimals, other):
    shown = exact_text(x, decimals, other)
    assert x == other or shown != exact_text(other, decimals, x)

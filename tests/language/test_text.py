"""Normal form, capitals, folding, file names, nearest names."""

import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese.text import (
    NAMELESS,
    SLUG_LENGTH,
    fold,
    lower,
    nearest,
    nearest_few,
    nfc,
    sentence_case,
    slug,
    upper,
)

NFD_DIEN_BIEN = unicodedata.normalize("NFD", "Điện Biên")


def test_nfc_makes_one_letter_of_a_letter_and_its_marks():
    assert nfc(NFD_DIEN_BIEN) == "Điện Biên"
    assert nfc("10 m²") == "10 m²"


@pytest.mark.parametrize(
    ("small", "capital"),
    [("đường ướt", "ĐƯỜNG ƯỚT"), ("ủy ban nhân dân", "ỦY BAN NHÂN DÂN"), ("hoà thuỷ", "HOÀ THUỶ")],
)
def test_capitals(small, capital):
    assert upper(small) == capital
    assert upper(unicodedata.normalize("NFD", small)) == capital
    assert lower(capital) == small


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("đồng ý", "Đồng ý"),
        ("ủy ban MTTQ", "Ủy ban MTTQ"),
        ("02 nghị quyết", "02 nghị quyết"),
        ("«ước tính»", "«Ước tính»"),
        ("", ""),
    ],
)
def test_sentence_case_touches_the_first_letter_only(typed, shown):
    assert sentence_case(typed) == shown


@pytest.mark.parametrize("text", ["Điện Biên Đông", NFD_DIEN_BIEN + " Đông"])
def test_fold(text):
    assert fold(text) == "dien bien dong"


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("Báo cáo tháng 2/2020", "bao-cao-thang-2-2020"),
        ("  Đường -- ươn èo!  ", "duong-uon-eo"),
        ("Quý I/2020.", "quy-i-2020"),
        ("bao_cao.docx", "bao-cao-docx"),
        ("CON", "con_"),
        ("prn.", "prn_"),
        ("Nul", "nul_"),
        ("com1", "com1_"),
        ("LPT9", "lpt9_"),
        ("com10", "com10"),
        ("console", "console"),
        ("../../etc", "etc"),
        ("", NAMELESS),
        ("???", NAMELESS),
        ("ướ" * 60, "uo" * 40),
        ("từ " * 60, ("tu-" * 27)[:-1]),
    ],
)
def test_slug(text, piece):
    assert slug(text) == piece


@given(st.text(max_size=120))
def test_a_slug_is_always_a_safe_windows_name_and_stays_itself(text):
    piece = slug(text)
    assert 0 < len(piece) <= SLUG_LENGTH + 1
    assert set(piece) <= set(string.ascii_lowercase + string.digits + "-_")
    assert piece.split("_")[0] == piece or piece.endswith("_")
    assert slug(piece) == piece


KEYS = ["ho_ngheo", "tong_ho", "ho_can_ngheo", "ty_le_ho_ngheo"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ho_ngeo", "ho_ngheo"),
        ("hộ nghèo", "ho_ngheo"),
        ("Tổng-hộ", "tong_ho"),
        ("xyz", None),
        ("", None),
    ],
)
def test_nearest(typed, meant):
    assert nearest(typed, KEYS) == meant


def test_nearest_few_is_ordered_and_does_not_depend_on_the_order_given():
    assert nearest_few("ho_ngheo", KEYS, 2) == ["ho_ngheo", "ho_can_ngheo"]
    assert nearest_few("ab", ["abd", "abc"]) == nearest_few("ab", {"abc", "abd"}) == ["abc", "abd"]
    assert nearest("ho_ngheo", []) is None

"""Widths of text against the measured geometry of the regulation, and Word's way of breaking lines."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.docx.metrics import _pieces, known_characters, longest_line_mm, text_width_mm, twips, wrap

VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
ALPHABET = VOWELS + "bcdđghklmnpqrstvx"


@pytest.mark.parametrize(
    ("text", "size", "mm"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, "88.3"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "95.7"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 14, "103.0"),
        ("Độc lập - Tự do - Hạnh phúc", 13, "56.1"),
        ("Độc lập - Tự do - Hạnh phúc", 14, "60.5"),
        ("ỦY BAN NHÂN DÂN", 13, "43.2"),
        ("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", 13, "95.1"),
        ("BAN THƯỜNG TRỰC", 13, "46.0"),
        ("TM. ỦY BAN NHÂN DÂN", 14, "56.9"),
    ],
)
def test_bold_widths_of_the_geometry(text, size, mm):
    assert abs(text_width_mm(text, size, bold=True) - Decimal(mm)) <= Decimal("0.05")


def test_every_letter_of_vietnamese_is_known_in_four_faces():
    needed = set(ALPHABET + ALPHABET.upper() + "0123456789 .,;:!?()[]/%&+-–—“”‘’«»…₫§°²³×÷≤≥")
    assert needed - known_characters() == set()


def test_accents_do_not_change_a_width():
    assert text_width_mm("à", 14) == text_width_mm("ạ", 14) == text_width_mm("a", 14)


def test_a_decomposed_letter_is_as_wide_as_the_composed_one():
    assert text_width_mm("e\u0323\u0302", 14) == text_width_mm("ệ", 14)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", 62, ["SỞ LAO ĐỘNG - THƯƠNG", "BINH VÀ XÃ HỘI"]),
        ("ỦY BAN NHÂN DÂN", 62, ["ỦY BAN NHÂN DÂN"]),
        ("một\nhai ba", 62, ["một", "hai ba"]),
        ("KINH TẾ-XÃ HỘI", 25, ["KINH TẾ-", "XÃ HỘI"]),
        ("", 62, [""]),
    ],
)
def test_lines_break_at_spaces_after_hyphens_and_where_typed(text, width, lines):
    assert wrap(text, width, 13, bold=True) == lines


def test_a_word_wider_than_the_column_is_cut():
    assert wrap("W" * 10, 20, 14) == ["WWWW", "WWWW", "WW"]


def test_the_longest_line():
    text = "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI"
    assert longest_line_mm(text, 62, 13, bold=True) == text_width_mm("SỞ LAO ĐỘNG - THƯƠNG", 13, bold=True)


@given(st.text(alphabet="aăâbđêôơưyẩệỗ -", max_size=80), st.integers(10, 120))
def test_wrapping_loses_nothing_and_fits(text, width):
    lines = wrap(text, width, 14)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(text_width_mm(line, 14) <= width or len(line) == 1 for line in lines)


@pytest.mark.parametrize(("mm", "expected"), [(210, 11906), (297, 16838), (30, 1701), (20, 1134), (10, 567)])
def test_millimetres_in_twips(mm, expected):
    assert twips(mm) == expected


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("", [""]),
        ("hộ nghèo", ["hộ ", "nghèo"]),
        ("kinh tế - xã hội", ["kinh ", "tế ", "- ", "xã ", "hội"]),
        ("UBND-TH  năm", ["UBND-", "TH  ", "năm"]),
        ("2020–2025--", ["2020–", "2025-", "-"]),
        (" một", [" ", "một"]),
        ("một\u00a0hai ", ["một\u00a0hai "]),
    ],
)
def test_a_line_breaks_after_blanks_and_hyphens(line, pieces):
    assert _pieces(line) == pieces and "".join(pieces) == line

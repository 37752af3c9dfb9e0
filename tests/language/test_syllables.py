"""Spelling of one syllable."""

import pytest

from reportgen.vietnamese.syllables import is_syllable

RIGHT = (
    "nghèo quyết huyện ủy Uỷ nguyễn gì gìn giếng giặc quốc quýt khuỷu thuở xoong yêu yếu ý đồng Đẩy ƯỚC oà "
    "kỹ ghế cá hòa hoà hoài lưu lựu lửa mười rượu oải khuya yểu thúy thuý xoóng ngoèo già giữa của quả"
)
WRONG = (
    "céng kà nge gé cêu đakrông montant est dû quua ngg b zu für Tür tôt thêc leọ hoaì viêṭ nghà quo giy '' 5"
)


@pytest.mark.parametrize("word", RIGHT.split())
def test_well_spelt(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", WRONG.split())
def test_not_a_syllable(word):
    assert not is_syllable(word)


def test_the_tone_of_closed_syllables_may_be_left_out_of_the_question():
    assert not is_syllable("tôt")
    assert is_syllable("tôt", tone_rule=False)

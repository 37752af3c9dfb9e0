"""Old encodings: no false alarm, and whatever was encoded is found and comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese.legacy import detect, font_encoding, to_unicode
from reportgen.vietnamese.legacy_tables import TCVN3, VNI
from reportgen.vietnamese.syllables import is_syllable
from reportgen.vietnamese.text import nfc, upper

SAMPLES = [
    ("Céng hoµ x· héi chñ nghÜa ViÖt Nam", "tcvn3", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
    ("§éc lËp - Tù do - H¹nh phóc", "tcvn3", "Độc lập - Tự do - Hạnh phúc"),
    ("Tæng sè hé nghÌo: 609 hé, chiÕm tû lÖ 4,16%", "tcvn3", "Tổng số hộ nghèo: 609 hộ, chiếm tỷ lệ 4,16%"),
    ("UBND tØnh, Së Lao ®éng", "tcvn3", "UBND tỉnh, Sở Lao động"),
    ("N¨m 2020", "tcvn3", "Năm 2020"),
    ("X·", "tcvn3", "Xã"),
    ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "vni", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "vni", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("Ñoäc laäp - Töï do - Haïnh phuùc", "vni", "Độc lập - Tự do - Hạnh phúc"),
    ("Uûy ban nhaân daân xaõ", "vni", "Ủy ban nhân dân xã"),
    ("Naêm 2020", "vni", "Năm 2020"),
    ("- BTT UBMTTQVN c¸c huyÖn, TP, TX (®Ó b/c);", "tcvn3", "- BTT UBMTTQVN các huyện, TP, TX (để b/c);"),
]


@pytest.mark.parametrize(("shown", "encoding", "meant"), SAMPLES)
def test_old_text_is_found_and_decoded(shown, encoding, meant):
    assert detect(shown) == encoding
    assert to_unicode(shown, encoding) == meant


def test_a_capital_font_shows_capitals():
    assert to_unicode("Céng hßa x· héi", "tcvn3", upper_font=True) == "CỘNG HÒA XÃ HỘI"


def test_an_unknown_encoding_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError):
        to_unicode("abc", "viscii")


@pytest.mark.parametrize(
    ("font", "promise"),
    [
        (".VnTime", ("tcvn3", False)),
        (".VnTimeH", ("tcvn3", True)),
        (".vnArialH", ("tcvn3", True)),
        ("VNI-Times", ("vni", False)),
        ("Times New Roman", None),
        ("Vnio", None),
        ("", None),
    ],
)
def test_font_names(font, promise):
    assert font_encoding(font) == promise


NO_ALARM = [
    "",
    "Monthly report, 609 households (4.16%)",
    "Cộng hòa xã hội chủ nghĩa Việt Nam",
    "Báo cáo",
    "Hé",
    "né tránh",
    "Cô, bác xã Bá Hô",
    "CÔNG AN XÃ",
    "Bàn và ghế: 5 bộ × 2 = 10 bộ ± 1",
    "§ 5 khoản 2; © 2020; 10 µm; 5 µg/m³; 20 °C; ½ kg; 3·5; N·m; kW·h; ®",
    "«an toàn giao thông» và «m»",
    "Le montant dû",
    "dû",
    "thaï",
    "cuisine thaï",
    "Où est l'hôtel ? Là-bas, près de la forêt.",
    "Tôt ou tard, l'été reviendra à la même époque.",
    "L'île de Noël, naïve et âgée, a reçu un goût amer : « déjà vu ».",
    "ÉTÉ À LA PLAGE OÙ IL FAIT TRÈS CHAUD",
    "La cuisine thaï haïe des Français, août 2020, coût élevé",
    "Größe, Straße, schön, über, für, Mühe, Öl, Köln, Bär, geändert",
    "Fünf Häuser können später größer werden",
    "ÄRZTE FÜR KÖLN UND MÜNCHEN",
    "El niño comió más maíz en España",
    "på grunn av så mange øl",
]


@pytest.mark.parametrize("text", NO_ALARM)
def test_no_false_alarm(text):
    assert detect(text) is None


# Sentences are drawn from these words.
ADMINISTRATIVE = """
hộ nghèo chiếm tỷ lệ thấp đồng bào dân tộc thiểu số được hỗ trợ kinh phí xây dựng nhà ở trong năm qua các
cấp ủy đảng chính quyền địa phương đã tích cực chỉ đạo thực hiện nghị quyết của hội đồng nhân dân tỉnh về
giảm nghèo bền vững quỹ vì người nghèo huyện thị xã thành phố báo cáo kết quả triển khai nhiệm vụ quý sau
tiếp tục đẩy mạnh công tác tuyên truyền vận động doanh nghiệp tổ chức đoàn thể ủng hộ triệu nghìn tổng cộng
vốn đầu tư phát triển sản xuất y tế giáo dục bảo hiểm học sinh lao động việc làm ngân hàng chính sách
khuyến khích thoát ngưỡng rượu khuỷu nguyễn giếng gìn nghiêng huỳnh quýt thuở ước ỷ lại ĩnh ễnh ẵm ẳng ặc
kỹ lưỡng sĩ hữu phẫu thuật chễm chệ vỡ bỗng cũng mỡ lẫn cằn cỗi vẳng chẵn
"""
SENTENCES = st.lists(st.sampled_from(ADMINISTRATIVE.split()), min_size=4, max_size=14).filter(
    lambda words: sum(not word.isascii() for word in words) >= 3
)

TO_TCVN3 = str.maketrans({meant: shown for shown, meant in TCVN3.items()})
TO_VNI = str.maketrans({meant: shown for shown, meant in VNI.items()})


def decidable(shown: str, other: str) -> bool:
    """False for what nobody can tell: «hé» is hộ or itself, «tæ» is tổ in one encoding, tỉ in the other."""
    as_it_stands = [is_syllable(word, tone_rule=False) for word in shown.split()]
    in_the_other = [is_syllable(word) for word in to_unicode(shown, other).split()]
    return as_it_stands.count(False) >= 2 and not all(in_the_other)


@given(SENTENCES)
def test_encoded_sentences_are_found_and_come_back(words):
    sentence = " ".join(words)
    for encoding, other, table in (("tcvn3", "vni", TO_TCVN3), ("vni", "tcvn3", TO_VNI)):
        shown = sentence.translate(table)
        assert to_unicode(shown, encoding) == sentence
        if decidable(shown, other):
            assert detect(shown) == encoding


@given(SENTENCES)
def test_capitals_come_back(words):
    sentence = " ".join(words)
    shown = upper(sentence).translate(TO_VNI)
    assert to_unicode(shown, "vni") == upper(sentence)
    if decidable(shown, "tcvn3"):
        assert detect(shown) == "vni"
    assert to_unicode(sentence.translate(TO_TCVN3), "tcvn3", upper_font=True) == upper(sentence)


@given(SENTENCES)
def test_the_same_sentences_in_unicode_raise_no_alarm(words):
    sentence = " ".join(words)
    assert detect(sentence) is None
    assert detect(upper(sentence)) is None


@given(st.text(max_size=80))
def test_any_text_is_judged_without_failing(text):
    assert detect(text) in (None, "tcvn3", "vni")
    assert to_unicode(text, "vni") == nfc(to_unicode(text, "vni"))


def test_the_tables_are_complete():
    vowels = "aăâeêioôơuưy"
    tones = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"]
    small = {nfc(v + t) for v in vowels for t in tones} - set("aeiouy") | {"đ"}
    assert len(small) == 67
    assert set(TCVN3.values()) == small | set("ĂÂĐÊÔƠƯ")
    assert set(VNI.values()) == small | {upper(c) for c in small}
    assert len(set(TCVN3.values())) == len(TCVN3) == 74
    assert len(set(VNI.values())) == len(VNI) == 134

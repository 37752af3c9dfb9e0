"""The letters of the two old Vietnamese encodings, as data.

Both put Vietnamese letters on codes of Windows-1252; a document read as Unicode therefore shows «Céng hoµ»
(TCVN3, fonts .VnTime) or «Coäng hoøa» (VNI, fonts VNI-Times). Here stands what is *shown* → the letter that
was meant.
"""

from __future__ import annotations

# TCVN 5712:1993 VN3, also called ABC: 67 small letters, 7 capitals; the rest exist only as a font (.VnTimeH).
_TCVN3_SHOWN = (
    "µ¸¶·¹" "¨»¾¼½Æ" "©ÇÊÈÉË"  # à á ả ã ạ · ă and â with their tones
    "ÌÐÎÏÑ" "ªÒÕÓÔÖ" "×ÝØÜÞ"  # e, ê, i
    "ßãáâä" "«åèæçé" "¬êíëìî"  # o, ô, ơ
    "ïóñòô" "\u00adõøö÷ù" "úýûüþ" "®"  # u, ư (shown as a soft hyphen), y, đ
    "¡¢£¤¥¦§"
)  # fmt: skip
_TCVN3_MEANT = (
    "àáảãạ" "ăằắẳẵặ" "âầấẩẫậ"
    "èéẻẽẹ" "êềếểễệ" "ìíỉĩị"
    "òóỏõọ" "ôồốổỗộ" "ơờớởỡợ"
    "ùúủũụ" "ưừứửữự" "ỳýỷỹỵ" "đ"
    "ĂÂÊÔƠƯĐ"
)  # fmt: skip
TCVN3: dict[str, str] = dict(zip(_TCVN3_SHOWN, _TCVN3_MEANT, strict=True))

# VNI-Windows: a base letter followed by a mark. The marks of a bare, a hatted (â ê ô) and a breve (ă) letter.
_TONES = "ùøûõï"  # sắc huyền hỏi ngã nặng
_HATTED = "áàåãä"
_BREVE = "éèúüë"
_MEANT = {
    "a": "áàảãạ", "e": "éèẻẽẹ", "o": "óòỏõọ", "u": "úùủũụ", "ô": "ớờởỡợ", "ö": "ứừửữự",
}  # fmt: skip
_MEANT_HATTED = {"a": "ấầẩẫậ", "e": "ếềểễệ", "o": "ốồổỗộ"}
_ALONE = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ñ": "đ", "ô": "ơ", "ö": "ư", "î": "ỵ"}


def _vni_small() -> dict[str, str]:
    table = dict(_ALONE) | {"yù": "ý", "yø": "ỳ", "yû": "ỷ", "yõ": "ỹ", "aê": "ă"}
    for base, letters in _MEANT.items():
        table |= {base + mark: letter for mark, letter in zip(_TONES, letters, strict=True)}
    for base, letters in _MEANT_HATTED.items():
        table |= {base + mark: letter for mark, letter in zip(_HATTED, letters, strict=True)}
    table |= {"a" + mark: letter for mark, letter in zip(_BREVE, "ắằẳẵặ", strict=True)}
    return table | {"aâ": "â", "eâ": "ê", "oâ": "ô"}


_SMALL = _vni_small()
# 67 small letters and 67 capitals: the mark of a capital is a capital too («Ä» in «COÄNG»).
VNI: dict[str, str] = _SMALL | {shown.upper(): meant.upper() for shown, meant in _SMALL.items()}

"""Is this a Vietnamese syllable? The spelling of onset, rhyme and tone, as data.

Used to tell readable Vietnamese from text in an old encoding, so it knows spelling, not meaning: «quyết»
yes, «céng» no (c is written k before e). Loan words and place names of other peoples (Đắk, Krông) are not
syllables here.
"""

from __future__ import annotations

import unicodedata

_SPELLINGS = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet
oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uênh uêu ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
uy uya uych uyên uyêt uynh uyp uyt uyu
ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y
"""
_RHYMES = frozenset(_SPELLINGS.split())
_BARE_Y = frozenset(("yêm", "yên", "yêng", "yêt", "yêu"))
_AFTER_QU = frozenset(("yên", "yêt", "yn", "ynh", "ych", "yt"))
_AFTER_GI = frozenset(("êc", "êm", "ên", "êng", "êp", "êt", "êu"))
# «gi» and «g», «ng» and «n» may both open a word: every onset that fits is tried.
_ONSETS = (
    ("ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr")
    + ("b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x")
    + ("",)
)
_FRONT = frozenset("eêiy")
_BEFORE_FRONT_ONLY = frozenset(("k", "gh", "ngh"))
_NEVER_BEFORE_FRONT = frozenset(("c", "g", "ng"))
_TONES = "\u0300\u0301\u0303\u0309\u0323"  # huyền sắc ngã hỏi nặng
_SHARP = "\u0301\u0323"  # sắc nặng
_STOPS = ("c", "p", "t", "ch")


def is_syllable(word: str, *, tone_rule: bool = True) -> bool:
    """True if the word is spelt as one Vietnamese syllable, in any case.

    ``tone_rule``: a syllable closed by c, ch, p, t must bear sắc or nặng, and the mark must stand on the
    right letter («hòa» and «hoà» are both right); False asks only for the letters and one mark at most.
    """
    base, marks = _without_tones(word.lower())
    if len(marks) > 1:
        return False
    if tone_rule and base.endswith(_STOPS) and not any(mark in _SHARP for mark, _ in marks):
        return False
    spelt = [onset for onset in _ONSETS if base.startswith(onset) and _fits(onset, base[len(onset) :])]
    if not tone_rule or not marks:
        return bool(spelt)
    return any(marks[0][1] - len(onset) in _tone_places(base[len(onset) :]) for onset in spelt)


def _without_tones(word: str) -> tuple[str, list[tuple[str, int]]]:
    """(the word without tone marks, each mark with the index of its letter)."""
    base, marks = "", []
    for letter in unicodedata.normalize("NFC", word):
        parts = unicodedata.normalize("NFD", letter)
        base += unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
        marks += [(c, len(base) - 1) for c in parts if c in _TONES]
    return base, marks


def _tone_places(rhyme: str) -> tuple[int, ...]:
    """The letters of the rhyme a tone mark may stand on.

    The one with a hat, breve or horn (the ơ of ươ); else, before a consonant, the last vowel; else the first
    of two vowels and the middle of three, where oa, oe, uy leave the choice.
    """
    marked = [i for i, letter in enumerate(rhyme) if letter in "ăâêôơ"] or [rhyme.find("ư")]
    if marked[-1] >= 0:
        return (marked[-1],)
    if rhyme in ("oa", "oe", "uy"):
        return (0, 1)
    vowels = len(rhyme.rstrip("cghmnpt"))
    if vowels < len(rhyme):
        return (vowels - 1,)
    return (0,) if vowels < 3 else (1,)


def _fits(onset: str, rhyme: str) -> bool:
    if not rhyme:
        return False
    if onset == "":
        return rhyme in _RHYMES or rhyme in _BARE_Y
    if onset == "qu":
        return rhyme in _AFTER_QU or (rhyme in _RHYMES and rhyme[0] not in "uo")
    if onset == "gi":
        return rhyme in _AFTER_GI or (rhyme in _RHYMES and rhyme[0] not in "iy")
    if onset == "g" and rhyme in ("i", "in"):
        return True
    front = rhyme[0] in _FRONT
    if onset in (_NEVER_BEFORE_FRONT if front else _BEFORE_FRONT_ONLY):
        return False
    return rhyme in _RHYMES

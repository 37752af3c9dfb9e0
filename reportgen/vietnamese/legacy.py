"""Text in the old encodings TCVN3 (ABC, fonts .VnTime) and VNI-Windows: found and turned into Unicode.

Detection weighs words. A word speaks for an encoding if it is no Vietnamese as it stands («nghÌo», «hoøa»)
and a well-spelt syllable after decoding; it speaks against if it is a syllable as it stands and none after.
Letters that French and German share with the old codes (é ô ü …) are weak evidence, and the words around
must be spelt as Vietnamese too: «Le montant dû» is left alone. The font name, where there is one, is the
surer sign: ``font_encoding``. Nothing is converted silently: callers report what they found and offer the
decoded text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from reportgen.pattern import Pattern
from reportgen.vietnamese.legacy_tables import TCVN3, VNI
from reportgen.vietnamese.syllables import is_syllable
from reportgen.vietnamese.text import nfc, upper

Encoding = Literal["tcvn3", "vni"]

# «Aù» beside the regular «AÙ»: typists leave the mark small after a capital.
_SMALL_MARKS = {
    shown[0].upper() + shown[1:]: meant.upper() for shown, meant in VNI.items() if len(shown) == 2
}
_TABLES: dict[Encoding, Mapping[str, str]] = {"tcvn3": TCVN3, "vni": _SMALL_MARKS | VNI}

_SUSPECT = Pattern("[\u00a1-\u00ff]")
_WORD = Pattern("[A-Za-z\u00a1-\u024f\u0300-\u0323\u1ea0-\u1ef9]+")
_QUOTATION = Pattern("(?<![A-Za-z])«([^«»]*)»(?![A-Za-z])")
_SHARED_WITH_EUROPE = frozenset("àâæçéèêëîïôùûüÿäöß")
_NOT_EUROPEAN = Pattern("[a-z][\u00c0-\u00de]|[AEOaeo][âä]|[Aa]ê|[ôö][ùûï]")
_UNITS = Pattern("µ[A-Za-z]|N·m")
_SHORT = 8
_ENOUGH_FITTING = 0.7


def detect(text: str) -> Encoding | None:
    """The old encoding a piece of text (a paragraph, a cell) is in; None for Unicode and for ASCII."""
    if not _SUSPECT.search(text):
        return None
    words = _WORD.findall(_QUOTATION.sub(r" \1 ", nfc(text)))
    beyond = sum(max(word) > "\u00ff" for word in words)
    if 2 * beyond >= sum(not word.isascii() for word in words):
        return None  # words only Unicode can write outnumber all that could be old: the usual case, and quick
    weighed = [(weight, encoding) for encoding in _TABLES if (weight := _weight(words, encoding))]
    return max(weighed)[1] if weighed else None


def to_unicode(text: str, encoding: Encoding, *, upper_font: bool = False) -> str:
    """The text decoded, NFC. ``upper_font``: a capital font (.VnTimeH), whose small letters show as capitals.

    Characters the encoding does not use stay as they are. Raises ValueError for an unknown encoding.
    """
    if encoding not in _TABLES:
        raise ValueError(f"unknown old encoding: {encoding}")
    decoded = nfc(_decoded(nfc(text), encoding))
    return upper(decoded) if upper_font else decoded


def font_encoding(font: str) -> tuple[Encoding, bool] | None:
    """(encoding, capital font?) a font name promises: «.VnTimeH» → tcvn3, True; a Unicode font → None."""
    name = font.strip().lower()
    if name.startswith(".vn"):
        return "tcvn3", name.endswith("h")
    return ("vni", False) if name.startswith(("vni-", "vni ")) else None


def _letters(text: str, encoding: Encoding) -> Iterator[tuple[str, bool]]:
    """The text cut into written forms of letters of the encoding, the longer forms first, and other characters."""
    table = _TABLES[encoding]
    at = 0
    while at < len(text):
        letter = next((text[at : at + length] for length in (2, 1) if text[at : at + length] in table), "")
        yield letter or text[at], bool(letter)
        at += len(letter) or 1


def _decoded(text: str, encoding: Encoding) -> str:
    table = _TABLES[encoding]
    return "".join(table[piece] if is_letter else piece for piece, is_letter in _letters(text, encoding))


def _weight(words: list[str], encoding: Encoding) -> tuple[int, int] | None:
    """(how many more words fit than do not, how many are strong); None if they do not speak for it."""
    verdicts = [_verdict(word, encoding) for word in words]
    strong, weak = verdicts.count("strong"), verdicts.count("weak")
    fitting, against = strong + weak + verdicts.count("fits"), verdicts.count("against")
    unfit = against + verdicts.count("strange")
    enough = strong or weak >= 2
    if not enough or strong + weak <= against or fitting < _ENOUGH_FITTING * (fitting + unfit):
        return None
    return fitting - unfit, strong


def _verdict(word: str, encoding: Encoding) -> str:
    """A word says "strong" or "weak" for, "against", "fits" (both ways), "strange" (in both) or "neutral"."""
    if word.isascii():
        return "fits" if is_syllable(word) else _unreadable(word)
    if _UNITS.fullmatch(word):
        return "neutral"
    if max(word) > "\u00ff":
        return "against"
    stands = is_syllable(word, tone_rule=False)
    if not all(is_letter or piece.isascii() for piece, is_letter in _letters(word, encoding)):
        return "against" if stands else "strange"
    decoded = _decoded(word, encoding)
    if is_syllable(decoded):
        return "fits" if stands else _strength(word)
    return "against" if stands else _unreadable(decoded)


def _unreadable(word: str) -> str:
    """Short words in capitals (UBND, HĐND) and single letters (b/c) are abbreviations and say nothing."""
    return "neutral" if len(word) == 1 or (word.isupper() and len(word) <= _SHORT) else "strange"


def _strength(word: str) -> str:
    """Strong if no French or German word looks so: other signs, an accented capital after a small letter."""
    signs = {c for c in word if not c.isascii()}
    if any(c.lower() not in _SHARED_WITH_EUROPE for c in signs) or _NOT_EUROPEAN.search(word):
        return "strong"
    return "weak"

"""Vietnamese text: one normal form, capitals, folding for comparison, names safe for files.

Everything is NFC, never NFKC (which would turn m² into m2). ``đ`` has no decomposition in Unicode, so
stripping combining marks alone leaves it in place: ``fold`` translates it first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from reportgen.pattern import Pattern

SLUG_LENGTH = 80
NAMELESS = "khong-ten"

_D_BAR = str.maketrans("đĐ", "dD")
_MARKS = Pattern("[\u0300-\u036f]+")
_NOT_SLUG = Pattern(r"[^a-z0-9]+")
_WINDOWS_DEVICE = Pattern(r"(con|prn|aux|nul|(com|lpt)[0-9])\Z")
_LIKENESS = 0.6
_LONGEST_WORD = 100


def nfc(s: str) -> str:
    """The text in Unicode normal form C: one code point per Vietnamese letter."""
    return unicodedata.normalize("NFC", s)


def upper(s: str) -> str:
    """Capitals, NFC: «đ» becomes «Đ», a decomposed «ệ» becomes one «Ệ»."""
    return nfc(nfc(s).upper())


def lower(s: str) -> str:
    """Small letters, NFC."""
    return nfc(nfc(s).lower())


def sentence_case(s: str) -> str:
    """The first letter as a capital, the rest untouched; a text that opens with a digit stays as it is."""
    s = nfc(s)
    for i, char in enumerate(s):
        if char.isalnum():
            return s[:i] + nfc(char.upper()) + s[i + 1 :]
    return s


def fold(s: str) -> str:
    """For comparing and searching only: small letters without diacritics, «đ» as «d»."""
    if s.isascii():
        return s.lower()
    bare = _MARKS.sub("", unicodedata.normalize("NFD", s.translate(_D_BAR).lower()))
    return bare if bare.isascii() else "".join(c for c in bare if not unicodedata.combining(c))


def slug(s: str, longest: int = SLUG_LENGTH) -> str:
    """A piece of a file name: a-z, 0-9 and single hyphens, at most ``longest`` (>= 16) characters.

    Safe on Windows: a device name (CON, NUL, COM1 …) gets a trailing «_», there are no dots and no spaces.
    A text with nothing usable in it gives ``khong-ten``. ``slug(slug(s)) == slug(s)``.
    """
    piece = _NOT_SLUG.sub("-", fold(s)).strip("-")
    if len(piece) > longest:
        whole_words = piece[: longest + 1].rpartition("-")[0]
        piece = (whole_words or piece[:longest]).strip("-")
    if _WINDOWS_DEVICE.match(piece):
        return piece + "_"
    return piece or NAMELESS


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like ``word`` (diacritics, case, word breaks ignored), or None if none is close."""
    best = nearest_few(word, candidates, 1)
    return best[0] if best else None


def nearest_few(word: str, candidates: Iterable[str], n: int = 3) -> list[str]:
    """Up to ``n`` candidates close to ``word``, the likest first; equal likeness goes by the alphabet."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(_comparable(word))
    scored = []
    for candidate in set(candidates):
        matcher.set_seq1(_comparable(candidate))
        if matcher.quick_ratio() >= _LIKENESS and (likeness := matcher.ratio()) >= _LIKENESS:
            scored.append((-likeness, candidate))
    return [candidate for _, candidate in sorted(scored)[:n]]


def _comparable(word: str) -> str:
    return re.sub(r"[\s_-]+", "_", fold(word))[:_LONGEST_WORD]

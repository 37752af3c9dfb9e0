"""Amounts written out in words, read back: «mười sáu triệu năm trăm sáu mươi nghìn đồng chẵn» is 16.560.000.

Lenient on purpose: every spelling in use is read (linh, lẻ; nghìn, ngàn; tư, bốn; mốt; lăm, nhăm; «đồng chẵn»); what is
not plainly a number is none, and then nothing is said.
"""

from __future__ import annotations

from reportgen.pattern import Pattern

_UNITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_TENS = frozenset({"mươi", "chục"})
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_END = Pattern(r"\s*(?:đồng|đ|việt nam|chẵn|\./\.|[./,!])+")
_WORD = Pattern(r"[^\W\d_]+")
_AFTER = frozenset({"đồng", "chẵn", "việt", "nam", "vnđ"})


def read_amount_words(text: str) -> int | None:
    """The number the words say; None if they say none, or something besides."""
    words = _WORD.findall(text.lower())
    stop = next((i for i, word in enumerate(words) if word in _AFTER), len(words))
    if any(word not in _AFTER for word in words[stop:]):
        return None
    try:
        return _number(words[:stop])
    except (KeyError, ValueError):
        return None


def _number(words: list[str]) -> int:
    """Groups below a thousand, each with its scale; «tỷ» takes all that stands before it."""
    if not words:
        raise ValueError("no words")
    total, group = 0, []
    for word in words:
        if word in _SCALES:
            value = _below_thousand(group) if group else 0
            scale = _SCALES[word]
            total = (total + value) * scale if scale == 10**9 else total + value * scale
            group = []
        else:
            group.append(word)
    return total + (_below_thousand(group) if group else 0)


def _below_thousand(words: list[str]) -> int:
    value, rest = 0, list(words)
    if len(rest) > 1 and rest[1] == "trăm":
        value, rest = _UNITS[rest[0]] * 100, rest[2:]
        if len(rest) == 1 and rest[0] in _UNITS:
            raise ValueError("«một trăm hai» may be 120")
    if rest[:1] in (["linh"], ["lẻ"]):
        rest = rest[1:]
    elif rest[:1] == ["mười"]:
        value, rest = value + 10, rest[1:]
    elif len(rest) > 1 and (rest[1] in _TENS or (rest[0] in _UNITS and rest[1] in _UNITS and len(rest) == 2)):
        value, rest = value + _UNITS[rest[0]] * 10, rest[2:] if rest[1] in _TENS else rest[1:]
    if rest:
        value += _UNITS[rest[0]]
    if len(rest) > 1:
        raise ValueError("words left")
    return value

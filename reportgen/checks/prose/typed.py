"""Digits as people type them in a document, and every way they can be read.

«2.087» is 2087 to most offices and 2,087 to an index table or a slip of the finger; «1,250» is 1,25 or an English 1250.
The first reading is the usual one, the second is kept: a relation that fails on the first and holds on the second proves
the slip, and one that may hold on either is no finding. A document that writes decimals with a dot throughout
(«4.16%», «12.5 tỷ») has no usual reading; nothing is said about its dots.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from reportgen.noun import noun, worked_out
from reportgen.pattern import Pattern

MOST_DIGITS = 24

_PLAIN = Pattern(r"\d+\Z")
_ONE_DOT = Pattern(r"[1-9]\d{0,2}\.\d{3}\Z")
_DOT_GROUPS = Pattern(r"[1-9]\d{0,2}(?:\.\d{3}){2,}\Z")
_GROUPS_COMMA = Pattern(r"[1-9]\d{0,2}(?:\.\d{3})+,\d+\Z")
_ONE_COMMA = Pattern(r"[1-9]\d{0,2},\d{3}\Z")
_COMMA = Pattern(r"\d+,\d+\Z")
_DOT = Pattern(r"\d+\.\d+\Z")
_COMMA_GROUPS = Pattern(r"[1-9]\d{0,2}(?:,\d{3}){2,}\Z")
_COMMA_GROUPS_DOT = Pattern(r"[1-9]\d{0,2}(?:,\d{3})+\.\d+\Z")
_DOT_DECIMALS = Pattern(r"\d(?<![\d.,/]\d)\d*\.\d(?:\d|\d{3,})?(?=\s?%|\s(?:tỷ|triệu|tấn|ha|km|kg|nghìn))")


@noun
class Reading:
    """One way to read typed digits; ``kind`` plain, vi (dots group, comma decimal), dot (dot decimal), en (commas group)."""

    value: Decimal
    decimals: int
    kind: str

    @worked_out
    def steps(self) -> int:
        """The value in units of its last digit."""
        return int(self.value.scaleb(self.decimals))


@lru_cache(maxsize=4096)
def readings(typed: str) -> tuple[Reading, ...]:
    """Every reading of the digits, the usual one first; none if they are no number («1.23.456»)."""
    if sum(map(str.isdigit, typed)) > MOST_DIGITS:
        return ()
    if _PLAIN.match(typed):
        return (Reading(Decimal(typed), 0, "plain"),)
    if _ONE_DOT.match(typed):
        return _vi(typed), _dot(typed)
    if _DOT_GROUPS.match(typed) or _GROUPS_COMMA.match(typed):
        return (_vi(typed),)
    if _ONE_COMMA.match(typed):
        return _vi(typed), _en(typed)
    if _COMMA.match(typed):
        return (_vi(typed),)
    if _DOT.match(typed):
        return (_dot(typed),)
    if _COMMA_GROUPS.match(typed) or _COMMA_GROUPS_DOT.match(typed):
        return (_en(typed),)
    return ()


def writes_dot_decimals(text: str) -> bool:
    """True if decimals with a dot («4.16%», «12.5 tỷ») stand in the text: then «1.234» proves nothing."""
    return _DOT_DECIMALS.search(text.lower()) is not None


def decimals_of(typed: str, separator: str) -> int:
    """How many digits stand behind the separator."""
    return len(typed.partition(separator)[2])


def _vi(typed: str) -> Reading:
    return Reading(Decimal(typed.replace(".", "").replace(",", ".")), decimals_of(typed, ","), "vi")


def _dot(typed: str) -> Reading:
    return Reading(Decimal(typed), decimals_of(typed, "."), "dot")


def _en(typed: str) -> Reading:
    return Reading(Decimal(typed.replace(",", "")), decimals_of(typed, "."), "en")

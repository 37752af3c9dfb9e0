"""What a number format lets people see of a number, where that is not the number itself.

«976» is seen where 976000000 stands under «0,,»; «12,000» where 12 stands under «0",000"»; nothing where 120 stands under «;;;».
Staff copy what they see; so whoever takes the number must know. A format has up to three sections for numbers, chosen by
sign or by conditions («[>=1000]0.0,"k";0»), so what is seen depends on the number (ECMA-376, Part 1, 18.8.31).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from reportgen.noun import noun
from reportgen.pattern import Pattern

_TOKEN = Pattern(r'"([^"]*)"?|\\(.)|_.|\*(.)|\[([^\]]*)\]|(E[+-]|General|[0#?.,@])|(.)', 0)
_CONDITION = Pattern(r"\s*(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\s*")
_CURRENCY = Pattern(r"\$([^-\]]+)(?:-.*)?")
_SCALE = Pattern(r"[0#?](,+)(?![0#?,])")
_DECIMALS = Pattern(r"[0#?]\.([0#?]+)")
_DIGITS_BEFORE = Pattern(r"\d[.,]?\s*")
_DIGITS_AFTER = Pattern(r"\s*[.,]?\d.*")
_GROUP = Pattern(r"[0#?]{3}(?![0#?]).*")
_WHOLE = ("General", "@")
_FIGURE = Pattern(r"[\s\d.,()+%-]*\d[\s\d.,()+%-]*")

Piece = tuple[bool, str]
"""(digits or words, as typed)."""


@noun
class Guise:
    """How a cell shows itself, beside what it holds.

    ``power``: 3 where thousands of the number are shown, 6 for millions. ``words``: what the format writes beside it («nghìn
    đồng»). ``hidden``: none of its digits is seen. ``other_digits``: the format writes digits or a comma of its own.
    ``struck``: crossed out or raised, at least in part. ``pale``: in the colour of its ground. ``decimals``: digits shown.
    """

    power: int = 0
    words: str = ""
    hidden: bool = False
    other_digits: bool = False
    struck: bool = False
    pale: bool = False
    decimals: int | None = None

    @property
    def is_other(self) -> bool:
        """True if another number is seen than the one the cell holds, or none."""
        return bool(self.power) or self.hidden or self.other_digits

    @property
    def says_something(self) -> bool:
        """True if whoever takes the number should look at it."""
        return self.is_other or self.struck or self.pale or bool(self.words)


class CutText(str):
    """A text of digits, some of them struck through, raised or lowered: what is read in one go is not what is seen."""

    __slots__ = ()


def cut_figure(text: str) -> str:
    """A text with letters struck or raised, as ``CutText`` if it reads as a figure; words may wear what they like."""
    return CutText(text) if _FIGURE.fullmatch(text) else str(text)


def is_cut(attributes: Mapping[str, str]) -> bool:
    """True if a ``strike`` or ``vertAlign`` of a run of letters is not one that takes it back."""
    return attributes.get("val", "1") not in ("0", "false", "baseline")


@noun
class Section:
    """One part of a number format: for which numbers («<» 1000; '' for the usual rule), and what is seen of them."""

    sign: str
    limit: Decimal
    guise: Guise
    percent: bool

    def takes(self, value: Decimal) -> bool:
        """True if its condition holds."""
        limit = self.limit
        tests = {"<": value < limit, "<=": value <= limit, ">": value > limit, ">=": value >= limit, "=": value == limit}
        return tests.get(self.sign, value != limit)


def sections_of(code: str) -> tuple[Section, ...]:
    """The sections of a format for numbers, in order; the fourth is for text and left out."""
    parts = _parts(code)
    return tuple(_section(part, at == 2) for at, part in enumerate(parts[:3]))


def section_for(sections: tuple[Section, ...], value: Decimal) -> Section:
    """The section that shows ``value``, as stored (a share not yet times 100)."""
    first, *rest = sections
    if any(section.sign for section in sections):
        taking = (section for section in sections if section.sign and section.takes(value))
        others = (section for section in reversed(sections) if not section.sign)
        return next(taking, next(others, sections[-1]))
    if value < 0 and rest:
        return rest[0]
    return rest[1] if value == 0 and len(rest) > 1 else first


def hides_text(code: str) -> bool:
    """True if the format shows nothing of a text: «;;;»."""
    parts = _parts(code)
    return len(parts) == 4 and not parts[3].strip()


def _parts(code: str) -> list[str]:
    """The sections as typed, cut at the semicolons that are not quoted."""
    parts, start = [], 0
    for token in _TOKEN.finditer(code):
        if token[0] == ";":
            parts.append(code[start : token.start()])
            start = token.end()
    return [*parts, code[start:]]


def _section(part: str, is_for_zero: bool) -> Section:
    pieces, sign, limit, percent = [], "", Decimal(0), False
    for token in _TOKEN.finditer(part):
        quoted, escaped, filled, bracket, digits, other = token.groups()
        if bracket is not None:
            if condition := _CONDITION.fullmatch(bracket):
                sign, limit = condition[1], Decimal(condition[2])
            currency = _CURRENCY.fullmatch(bracket)
            pieces.append((False, currency[1] if currency else ""))
        elif digits:
            pieces.append((True, digits))
        elif other == "%":
            percent = True
        else:
            pieces.append((False, quoted or escaped or filled or other or ""))
    return Section(sign, limit, _guise(_joined(pieces), is_for_zero), percent)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Neighbours of one kind as one; empty words left out."""
    found: list[Piece] = []
    for is_digits, text in pieces:
        if text and found and found[-1][0] is is_digits:
            found[-1] = is_digits, found[-1][1] + text
        elif text:
            found.append((is_digits, text))
    return found


def _guise(pieces: list[Piece], is_for_zero: bool) -> Guise:
    digits = "".join(text for is_digits, text in pieces if is_digits)
    said = " ".join("".join(text for is_digits, text in pieces if not is_digits).split())
    if not digits:
        shows_digits = any(letter.isdigit() for letter in said)
        return Guise(words=said, hidden=not shows_digits and not is_for_zero, other_digits=shows_digits)
    words = said if any(letter.isalpha() or letter in "%₫€" for letter in said) else ""
    if any(mark in digits for mark in (*_WHOLE, "E")) or "/" in said:  # all there is; an exponent; a fraction
        return Guise(words=words if "/" not in said else "", other_digits=_adds_digits(pieces))
    scale, decimals = _SCALE.search(digits), _DECIMALS.search(digits)
    power = 3 * len(scale[1]) if scale else 0
    return Guise(power, words, other_digits=_adds_digits(pieces), decimals=len(decimals[1]) if decimals else 0)


def _adds_digits(pieces: list[Piece]) -> bool:
    """True if words touch the number with digits of their own, or cut it with a comma that groups no thousands."""
    for at, (is_digits, text) in enumerate(pieces):
        before, after = at > 0, at + 1 < len(pieces)
        if is_digits:
            continue
        if before and after and text.strip() in (".", ",") and not _GROUP.fullmatch(pieces[at + 1][1]):
            return True
        if (before and _DIGITS_AFTER.fullmatch(text)) or (after and _DIGITS_BEFORE.search(text) and _ends_in_digits(text)):
            return True
    return False


def _ends_in_digits(text: str) -> bool:
    return text.rstrip().rstrip(".,")[-1:].isdigit()

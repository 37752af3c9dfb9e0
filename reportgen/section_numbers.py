"""Numbers of sections: a scheme such as ``I.``, ``1.``, ``1.1.``, ``a)``, and the counting that follows it.

A pattern is a sample of the label: ``I`` counts in Roman numerals, ``1`` in figures, ``a`` in the letters of
Vietnamese law (a b c d đ e g h i …), ``A`` in capitals. Several counters joined with dots show the levels
above, the last one being the level itself: ``1.1.`` on level 3 prints the numbers of levels 2 and 3.

Counting starts again below each higher section, except Điều: articles run on through all chapters
(NĐ30/2020, Phụ lục I, Phần I, Mục II.6.đ; the scheme 1. 1.1. is practice, not regulation).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

from reportgen.noun import noun
from reportgen.pattern import Pattern
from reportgen.vietnamese.numerals import letter, roman
from reportgen.vietnamese.refusal import Refusal, quoted
from reportgen.vietnamese.text import upper

DEEPEST = 9
EXAMPLES = "«I.», «1.», «1.1.», «a)», «Điều 1.»"
_PATTERN = Pattern(r"(?P<before>(?:[^\W\d_]+ )*)(?P<counters>[I1aA](?:\.[I1aA])*)(?P<after>[.):/]{0,2})\Z")
_RUNS_ON = "Điều "


@noun
class Pattern:
    """One level of a scheme. ``counters`` are the signs I 1 a A, the last one for the level itself."""

    before: str
    counters: tuple[str, ...]
    after: str

    @property
    def runs_on(self) -> bool:
        """True if counting does not start again below a higher section."""
        return self.before == _RUNS_ON

    @property
    def has_letters(self) -> bool:
        """True if the level counts in Vietnamese letters, which Word cannot."""
        return bool({"a", "A"} & set(self.counters))

    def label(self, counts: Sequence[int]) -> str:
        """The label for the counts of the levels it shows, one per counter, each at least 1."""
        written = ".".join(_written(sign, count) for sign, count in zip(self.counters, counts, strict=True))
        return f"{self.before}{written}{self.after}"


Scheme: TypeAlias = tuple[Pattern, ...]


@lru_cache(maxsize=64)
def read_scheme(samples: tuple[str, ...]) -> Scheme:
    """The patterns of levels 1, 2, … from their samples. Refusal names the sample that is none."""
    return tuple(_read_pattern(sample, level) for level, sample in enumerate(samples, start=1))


class Counter:
    """Counts sections in the order of the page."""

    def __init__(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._counts = [0] * len(scheme)

    def next_label(self, level: int) -> str:
        """The label of the next section on ``level`` (from 1). Refusal if the section above it is missing."""
        self._counts[level - 1] += 1
        for deeper in range(level, len(self._scheme)):
            if not self._scheme[deeper].runs_on:
                self._counts[deeper] = 0
        pattern = self._scheme[level - 1]
        shown = self._counts[level - len(pattern.counters) : level]
        if 0 in shown:
            raise Refusal(
                f"mục cấp {level} không nằm trong mục cấp trên nào", "thêm mục cấp trên trước mục này"
            )
        return pattern.label(shown)


def _read_pattern(sample: str, level: int) -> Pattern:
    found = _PATTERN.match(sample)
    if not found or level > DEEPEST:
        raise Refusal(f"không hiểu mẫu số mục {quoted(sample)}", f"viết mẫu như {EXAMPLES}")
    counters = tuple(found["counters"].split("."))
    if len(counters) > level:
        raise Refusal(
            f"mẫu số mục {quoted(sample)} ghép {len(counters)} số nhưng đứng ở cấp {level}",
            f"ở cấp {level} chỉ ghép được tối đa {level} số",
        )
    return Pattern(found["before"], counters, found["after"])


def _written(sign: str, count: int) -> str:
    if sign == "I":
        return roman(count)
    if sign == "1":
        return str(count)
    return letter(count) if sign == "a" else upper(letter(count))

"""Amounts and passages: what the checks of sentences look at."""

from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal
from fractions import Fraction
from operator import itemgetter

from reportgen.checks.layout.words import SHOWN
from reportgen.checks.prose.spans import span_of
from reportgen.checks.prose.typed import Reading
from reportgen.checks.prose.units import head_of
from reportgen.diagnostics import Place
from reportgen.figures.quantity import Quantity
from reportgen.noun import noun, worked_out
from reportgen.pattern import Pattern

_BRACKET = Pattern(r"[()]")
_END = Pattern(r"[.!?…](?=\s+(?P<next>\S)|\s*\Z)|\n")
WORDS = {"gan": "gần", "tren": "trên", "hon": "hơn", "khoang": "khoảng"}
QUOTE = 120
_start = itemgetter(0)


@noun
class Amount:
    """A number of the text with its unit. Offsets count in the passage: ``start`` … ``stop`` the digits, ``end`` the unit.

    ``kind``: money, percent, points, count, or a dimension (mass, length …); ``factor``: base units in one unit (đồng, kg,
    hundredth for %). ``noun``: the words counted, small letters («hộ», «nghèo»); ``per``: what a rate is for («hộ»), empty
    for no rate. ``loose``: an end of a range, a bound («ít nhất»), a year: it stands in the way, but nothing is worked out
    from it.
    """

    start: int
    stop: int
    end: int
    typed: str
    readings: tuple[Reading, ...]
    unit: str = ""
    kind: str = "count"
    factor: Fraction = Fraction(1)
    noun: tuple[str, ...] = ()
    per: tuple[str, ...] = ()
    word: str = ""
    loose: bool = False

    @property
    def value(self) -> Decimal:
        """The number in its usual reading."""
        return self.readings[0].value

    @property
    def decimals(self) -> int:
        """Digits after the comma in the usual reading."""
        return self.readings[0].decimals

    @worked_out
    def base(self) -> Fraction:
        """The value in base units, usual reading."""
        return Fraction(self.value) * self.factor

    @property
    def digits(self) -> str:
        """Its digits without separators and leading zeros: «33,133» is 33133."""
        return str(self.value).replace(".", "").lstrip("0")

    @property
    def bare(self) -> bool:
        """True for a number with nothing behind it to say what it counts."""
        return self.kind == "count" and not self.noun and not self.unit

    @worked_out
    def usual(self) -> Quantity:
        """What it may stand for in its usual reading, in base units."""
        return self.span(self.readings[0])

    def span(self, way: Reading) -> Quantity:
        """What it may stand for read this way, in base units. Counts and norms («60 triệu đồng/nhà») are not rounded."""
        exact = not way.decimals and (bool(self.per) or (self.kind == "count" and self.factor == 1))
        return span_of(way, self.factor, self.word, exact)

    @worked_out
    def head(self) -> str:
        """What is counted, in a word: «hộ», «công trình»."""
        return head_of(self.noun)

    @property
    def per_head(self) -> str:
        """What a rate is for, in a word."""
        return head_of(self.per)

    @property
    def firm(self) -> bool:
        """True if something may be worked out from it."""
        return not self.loose

    def __str__(self) -> str:
        joined = self.unit if self.unit.startswith(("%", "‰")) else f" {self.unit}" if self.unit else ""
        word = f"{WORDS[self.word]} " if self.word else ""
        return f"{word}{self.typed}{joined}"


@noun
class Passage:
    """One paragraph of running text. ``kind``: its part of the document; ``label``: «-», «1.», «a)» …; ``shown``: the file."""

    number: int
    text: str
    kind: str
    label: str
    shown: str
    amounts: tuple[Amount, ...] = ()
    machine: bool = False
    """True if the document writes decimals with a dot, so that «1.234» proves nothing."""
    order: int = 0
    """Its place among the parts of the body, from 1, as the other judges count; 0 outside the body."""

    @worked_out
    def lower(self) -> str:
        """The text in small letters, offset by offset."""
        small = self.text.lower()
        return small if len(small) == len(self.text) else "".join(c.lower()[:1] for c in self.text)

    @worked_out
    def shared(self) -> dict[str, tuple]:
        """What several checks look for and is found once: name → what was found."""
        return {}

    @worked_out
    def has_share(self) -> bool:
        """True if a per cent stands in it."""
        return any(a.kind == "percent" for a in self.amounts)

    @worked_out
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each sentence."""
        ends = [m.end() for m in _END.finditer(self.text) if not (m["next"] or "").islower()]
        cuts = [0, *ends, len(self.text)]
        return tuple((a, b) for a, b in zip(cuts, cuts[1:], strict=False) if self.text[a:b].strip())

    @worked_out
    def _brackets(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Where the depth of brackets changes, and the depth from there on."""
        places, depths, depth = [-1], [0], 0
        for found in _BRACKET.finditer(self.text):
            if found[0] == "(":
                depth += 1
                places.append(found.start())
            elif depth:
                depth -= 1
                places.append(found.end())
            else:
                continue
            depths.append(depth)
        return tuple(places), tuple(depths)

    def depth(self, at: int) -> int:
        """How many brackets are open at an offset; a bracket itself counts as inside."""
        places, depths = self._brackets
        return depths[bisect_right(places, at) - 1]

    def at_depth(self, signs: Pattern, start: int, end: int, depth: int) -> list[int]:
        """Where one of the signs stands at this depth of brackets."""
        return [m.start() for m in signs.finditer(self.lower, start, end) if self.depth(m.start()) == depth]

    def sentence_of(self, at: int) -> tuple[int, int]:
        """The sentence that holds an offset."""
        sentences = self.sentences
        found = bisect_right(sentences, at, key=_start) - 1
        if found >= 0 and at < sentences[found][1]:
            return sentences[found]
        return 0, len(self.text)

    def between(self, left: Amount, right: Amount) -> str:
        """The small letters between two amounts."""
        return self.lower[left.end : right.start]

    def within(self, start: int, end: int) -> tuple[Amount, ...]:
        """The amounts in a stretch of the text."""
        return tuple(a for a in self.amounts if start <= a.start and a.start < end)

    def place(self, start: int, end: int) -> Place:
        """Where a stretch of the text stands, with its words."""
        words = " ".join(self.text[start:end].split())
        quote = words if len(words) <= QUOTE else words[: QUOTE - 1].rstrip() + "…"
        return Place(self.shown, part=self.where, quote=quote, paragraph=self.number)

    @property
    def where(self) -> str:
        """The words of the other judges: «Khoản, đoạn 12», «Trích yếu»; outside the known parts «đoạn 30 của tệp»."""
        shown = SHOWN.get(self.kind)
        if self.order:
            return f"{shown}, đoạn {self.order}" if shown else f"đoạn {self.order}"
        return shown or f"đoạn {self.number + 1} của tệp"

"""Automatic numbers: what Word prints before a paragraph that sits in a list («1.», «a)», «-»).

The number is not in the text of the file; without it a document with Word numbering would have no headings.
"""

from __future__ import annotations

import re

from reportgen.docx.reader.properties import OFF, VAL, Properties, paragraph_properties, whole
from reportgen.docx.xml import Element, qn
from reportgen.noun import field, noun
from reportgen.vietnamese.numerals import roman

BULLETS = {"\uf0b7": "•", "\uf02d": "-", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "o": "o"}
ALPHABET = "abcdefghijklmnopqrstuvwxyz"


@noun
class Level:
    """One level of a list: number format, text with %1, first number, and its indents."""

    form: str
    text: str
    start: int
    suffix: str
    plain: bool = False
    """All counts in digits, whatever the upper levels print (``w:isLgl``)."""
    indents: Properties = field(default_factory=dict)


class Numbering:
    """The lists of a package; ``label`` counts on, so call it once for each paragraph, in order."""

    def __init__(self, root: Element | None):
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, str] = {}
        self._own: dict[tuple[str, int], Level] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is not None:
            self._index(root)

    def indents(self, number: str, level: int) -> Properties:
        """The indents the list level gives its paragraphs."""
        found = self._level(number, level)
        return found.indents if found else {}

    def label(self, number: str, level: int) -> str:
        """The next number of this list and level, with the blank that follows it; empty where there is no such list."""
        found = self._level(number, level)
        if found is None:
            return ""
        counts = self._counts.setdefault(self._lists[number], {})
        override = self._starts.pop((number, level), None)
        first = found.start if override is None else override
        counts[level] = first if override is not None or level not in counts else counts[level] + 1
        for deeper in [k for k in counts if k > level]:
            del counts[deeper]
        return self._print(number, found, counts)

    def _print(self, number: str, level: Level, counts: dict[int, int]) -> str:
        if level.form == "none" and not level.text:
            return ""
        if level.form == "bullet":
            return BULLETS.get(level.text, level.text) + " "
        form = "decimal" if level.plain else ""
        text = re.sub(r"%([1-9])", lambda m: self._count(number, int(m[1]) - 1, counts, form), level.text)
        return text + ("" if level.suffix == "nothing" else " ")

    def _count(self, number: str, at: int, counts: dict[int, int], form: str) -> str:
        level = self._level(number, at)
        value = counts.get(at, level.start if level else 1)
        return print_number(value, form or (level.form if level else "decimal"))

    def _level(self, number: str, level: int) -> Level | None:
        own = self._own.get((number, level))
        return own or self._levels.get(self._lists.get(number, ""), {}).get(level)

    def _index(self, root: Element) -> None:
        for abstract in root.iter(qn("w:abstractNum")):
            levels = {whole(e.get(qn("w:ilvl"))): _level(e) for e in abstract.iter(qn("w:lvl"))}
            self._levels[abstract.get(qn("w:abstractNumId"), "")] = levels
        self._link(root)
        for number in root.iter(qn("w:num")):
            key, abstract = number.get(qn("w:numId"), ""), number.find(qn("w:abstractNumId"))
            self._lists[key] = abstract.get(VAL, "") if abstract is not None else ""
            for override in number.iter(qn("w:lvlOverride")):
                instead = override.find(qn("w:lvl"))
                if instead is not None:
                    self._own[key, whole(override.get(qn("w:ilvl")))] = _level(instead)
                start = override.find(qn("w:startOverride"))
                if start is not None:
                    self._starts[key, whole(override.get(qn("w:ilvl")))] = whole(start.get(VAL), 1)


    def _link(self, root: Element) -> None:
        """Lists that only point to the list of a numbering style get its levels."""
        named = {}
        for abstract in root.iter(qn("w:abstractNum")):
            style = abstract.find(qn("w:styleLink"))
            if style is not None:
                named[style.get(VAL, "")] = abstract.get(qn("w:abstractNumId"), "")
        for abstract in root.iter(qn("w:abstractNum")):
            link, key = abstract.find(qn("w:numStyleLink")), abstract.get(qn("w:abstractNumId"), "")
            if link is not None and not self._levels.get(key):
                self._levels[key] = self._levels.get(named.get(link.get(VAL, ""), ""), {})


def print_number(value: int, form: str) -> str:
    """A count as Word prints it in that number format; unknown formats count in digits."""
    if form in ("upperRoman", "lowerRoman") and 0 < value < 4000:
        return roman(value) if form == "upperRoman" else roman(value).lower()
    if form in ("upperLetter", "lowerLetter") and value > 0:
        letters = ALPHABET[(value - 1) % 26] * min((value - 1) // 26 + 1, 30)
        return letters.upper() if form == "upperLetter" else letters
    if form == "none":
        return ""
    return f"{value:02d}" if form == "decimalZero" else str(value)


def _level(element: Element) -> Level:
    def value(name: str, otherwise: str) -> str:
        child = element.find(qn(name))
        return child.get(VAL, otherwise) if child is not None else otherwise

    indents = {
        key: value
        for key, value in paragraph_properties(element.find(qn("w:pPr"))).items()
        if key in ("left", "right", "first")
    }
    return Level(
        value("w:numFmt", "decimal"),
        value("w:lvlText", ""),
        whole(value("w:start", "1"), 1),
        value("w:suff", "tab"),
        element.find(qn("w:isLgl")) is not None and value("w:isLgl", "1") not in OFF,
        indents,
    )

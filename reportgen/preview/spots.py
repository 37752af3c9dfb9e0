"""Where on the pages a finding or a figure stands.

A finding may name a paragraph, a page, words of the text, a cell or a line of a data file. The first three stand on the page as they
are. For a cell the figure that was read from it is looked for; for a row of a table the number that is told, in the line of the page
where the row's name stands. What cannot be found has no spot: a jump to the wrong number would be worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.pages.setting import Setting
from reportgen.diagnostics import Finding
from reportgen.noun import noun
from reportgen.pattern import Pattern
from reportgen.pdf.pages import Box, Page

LONGEST_QUOTE = 40
SAME_LINE = 300
"""Hundredths of a millimetre between the tops of letters on one line."""
GAP = 70
"""Hundredths of a millimetre: less than a space of the smallest type, more than two letters leave between them."""
_NAME = Pattern(r"«([^«»]{2,})»")
_NUMBER = Pattern(r"-?\d[\d.]*(?:,\d+)?")


@noun
class Spot:
    """A place on a page: its number, and a box in hundredths of a millimetre; an empty box is the page as a whole."""

    page: int
    box: Box


@noun
class Shown:
    """A figure as printed, where it came from, and every spot it stands at."""

    key: str
    label: str
    printed: str
    source: str
    spots: tuple[Spot, ...]


def spots_of_finding(setting: Setting, figures: tuple[Shown, ...], finding: Finding) -> tuple[Spot, ...]:
    """Where on the pages a finding points to; nothing if it points nowhere."""
    place = finding.place
    stretches = setting.stretches.get(place.paragraph, ())
    if stretches:
        letter = stretches[0].letters[0]
        return (Spot(letter.page, letter.box),)
    number = place.part.removeprefix("trang ")
    on_page = (Spot(int(number), (0, 0, 0, 0)),) if number.isdecimal() and place.part != number else ()
    quoted = tuple(spots_of_words(setting, place.quote[:LONGEST_QUOTE]))
    if quoted:
        same_page = tuple(spot for spot in quoted if on_page and spot.page == on_page[0].page)
        return (same_page or quoted)[:1]
    of_figure = next((figure.spots for figure in figures if figure.source == str(place)), ())
    return on_page or of_figure or _in_its_row(setting, finding)


def _in_its_row(setting: Setting, finding: Finding) -> tuple[Spot, ...]:
    """The number told, where it stands on one line with a name told; without a number the name."""
    number = _NUMBER.search(finding.found)
    names = [spot for name in _NAME.findall(finding.message) for spot in spots_of_words(setting, name)]
    told = list(spots_of_words(setting, number[0])) if number else []
    beside = [spot for spot in told if any(_level(spot, name) for name in names)]
    if beside or len(told) == 1:
        return tuple(beside or told)
    return tuple(names[:1])


def _level(one: Spot, other: Spot) -> bool:
    return one.page == other.page and abs(one.box[1] - other.box[1]) < SAME_LINE


def spots_of_words(setting: Setting, words: str) -> Iterator[Spot]:
    """Every place the words stand at, as one box around their letters on the first line."""
    bare = "".join(words.split())
    for page in setting.printed.pages if bare else ():
        at = page.letters.find(bare)
        while at >= 0:
            boxes = page.boxes[at : at + len(bare)]
            line = [box for box in boxes if abs(box[1] - boxes[0][1]) < SAME_LINE]
            if _whole(page, at, at + len(bare)):
                yield Spot(page.number, (boxes[0][0], min(b[1] for b in line), line[-1][2], max(b[3] for b in line)))
            at = page.letters.find(bare, at + 1)


def _whole(page: Page, start: int, end: int) -> bool:
    """Not a part of a longer number: «79» is not in «179» nor in «79,5»; a number in the next cell is another number."""
    letters = page.letters
    before = letters[start - 1] if start and _touch(page, start - 1) else ""
    after = letters[end] if end < len(letters) and _touch(page, end - 1) else ""
    further = letters[end + 1] if after and end + 1 < len(letters) and _touch(page, end) else ""
    begins = letters[start].isdigit() and (before.isdigit() or before in (".", ","))
    goes_on = letters[end - 1].isdigit() and (after.isdigit() or (after in (".", ",") and further.isdigit()))
    return not begins and not goes_on


def _touch(page: Page, at: int) -> bool:
    """Whether a letter and the next one stand side by side, without a space between them."""
    here, there = page.boxes[at], page.boxes[at + 1]
    return abs(there[0] - here[2]) < GAP and abs(here[1] - there[1]) < SAME_LINE

"""What an Excel number format shows: percent or not, how many decimals; and what else there is to see (``guises``)."""

from __future__ import annotations

import re
from decimal import Decimal

from reportgen.noun import noun, replace
from reportgen.pattern import Pattern
from reportgen.sources.guises import Guise, Section, hides_text, section_for, sections_of

BUILT_IN = {
    "0": "General", "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "5": "#,##0", "6": "#,##0", "7": "#,##0.00",
    "8": "#,##0.00", "9": "0%", "10": "0.00%", "11": "0.00E+00", "12": "# ?/?", "13": "# ??/??", "37": "#,##0", "38": "#,##0",
    "39": "#,##0.00", "40": "#,##0.00", "41": "#,##0", "42": "#,##0", "43": "#,##0.00", "44": "#,##0.00", "48": "##0.0E+0",
    "49": "@",
    **{str(number): "dd/mm/yyyy" for number in (*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59))},
}  # fmt: skip
"""Formats that are known by their number alone (ECMA-376, Part 1, 18.8.30); dates of all kinds as one."""

_NOT_SHOWN = Pattern(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_NOT_DAY = Pattern(r'"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE)
_DAY = Pattern(r"[dmyhs]", re.IGNORECASE)
_DECIMALS = Pattern(r"[0#?]\.([0#?]+)")


@noun
class ShownForm:
    """``decimals``: digits shown after the comma, None if as many as there are; ``day``: a date or a time.

    ``scaled``: what is seen may be another number than the one stored, or none, or a struck one: ask ``seen_as``. Then
    ``sections`` are those of the format if it is the format that says so.
    """

    percent: bool = False
    decimals: int | None = None
    scaled: bool = False
    day: bool = False
    sections: tuple[Section, ...] = ()
    struck: bool = False
    pale: bool = False
    no_text: bool = False

    def seen_as(self, value: Decimal) -> tuple[bool, int | None, Guise | bool]:
        """Percent, decimals and guise (False if there is nothing to it) of a number as stored."""
        percent, decimals, guise = self.percent, self.decimals, Guise()
        if self.sections:
            section = section_for(self.sections, value)
            percent, decimals, guise = section.percent, section.guise.decimals, section.guise
            if guise.power and not value:
                guise = replace(guise, power=0)  # nothing divided by a thousand is nothing
        if self.struck or self.pale:
            guise = replace(guise, struck=self.struck, pale=self.pale)
        return percent, decimals, guise if guise.says_something else False

    @property
    def text_guise(self) -> Guise | None:
        """How a text looks in such a cell; None if there is nothing to it."""
        return Guise(hidden=self.no_text, struck=self.struck, pale=self.pale) if self.no_text or self.struck or self.pale else None


def shown_form(number_format: str | None) -> ShownForm:
    """The form of the section for positive numbers: «0.00%» → percent, 2 decimals; «#,##0,» → scaled."""
    code = number_format or "General"
    if is_day_format(code):
        return ShownForm(day=True)
    sections = sections_of(code)
    odd = any(section.guise.says_something or section.percent != sections[0].percent for section in sections)
    plain = _NOT_SHOWN.sub("", code.split(";")[0])
    decimals: int | None = None
    if re.search(r"[0#?]", plain) and not re.search(r"[0#?]/|E[+-]", plain):  # not General, text; a fraction, an exponent
        match = _DECIMALS.search(plain)
        decimals = len(match[1]) if match else 0
    return ShownForm("%" in plain, decimals, odd, False, sections if odd else (), no_text=hides_text(code))


def is_day_format(number_format: str) -> bool:
    """True if the format shows a date, a time or a span of time."""
    code = _NOT_DAY.sub("", number_format.split(";")[0])
    return bool(_DAY.search(code))

"""What an Excel number format shows: percent or not, how many decimals, thousands or millions instead of units."""

from __future__ import annotations

import re

from reportgen.noun import noun
from reportgen.pattern import Pattern

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
_SCALED = Pattern(r"[0#?],+(?![0#?,])")


@noun
class ShownForm:
    """``decimals``: digits shown after the comma, None if as many as there are; ``day``: a date or a time."""

    percent: bool = False
    decimals: int | None = None
    scaled: bool = False
    day: bool = False


def shown_form(number_format: str | None) -> ShownForm:
    """The form of the section for positive numbers: «0.00%» → percent, 2 decimals; «#,##0,» → scaled."""
    if is_day_format(number_format or "General"):
        return ShownForm(day=True)
    code = _NOT_SHOWN.sub("", (number_format or "General").split(";")[0])
    if not re.search(r"[0#?]", code) or re.search(
        r"[0#?]/|E[+-]", code
    ):  # General, text; a fraction, an exponent
        return ShownForm(percent="%" in code)
    match = _DECIMALS.search(code)
    return ShownForm("%" in code, len(match[1]) if match else 0, bool(_SCALED.search(code)))


def is_day_format(number_format: str) -> bool:
    """True if the format shows a date, a time or a span of time."""
    code = _NOT_DAY.sub("", number_format.split(";")[0])
    return bool(_DAY.search(code))

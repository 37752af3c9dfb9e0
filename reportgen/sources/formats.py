"""What an Excel number format shows: percent or not, how many decimals, thousands or millions instead of units."""

from __future__ import annotations

import re

from reportgen.noun import noun
from reportgen.pattern import Pattern

_NOT_SHOWN = Pattern(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DECIMALS = Pattern(r"[0#?]\.([0#?]+)")
_SCALED = Pattern(r"[0#?],+(?![0#?,])")


@noun
class ShownForm:
    """``decimals``: digits shown after the comma, None if as many as there are."""

    percent: bool = False
    decimals: int | None = None
    scaled: bool = False


def shown_form(number_format: str | None) -> ShownForm:
    """The form of the section for positive numbers: «0.00%» → percent, 2 decimals; «#,##0,» → scaled."""
    code = _NOT_SHOWN.sub("", (number_format or "General").split(";")[0])
    if not re.search(r"[0#?]", code) or re.search(
        r"[0#?]/|E[+-]", code
    ):  # General, text; a fraction, an exponent
        return ShownForm(percent="%" in code)
    match = _DECIMALS.search(code)
    return ShownForm("%" in code, len(match[1]) if match else 0, bool(_SCALED.search(code)))

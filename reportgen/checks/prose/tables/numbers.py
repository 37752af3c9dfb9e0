"""Numbers in cells: which sign a table takes for its decimals, and the amount in each cell.

A table that writes «12,5» somewhere takes the comma, so «1.234» is a count; one that writes «12.5» takes the dot, and
«1.234» in it may be either. Both readings are kept; the first is the likelier, and where nothing decides, what may be
right on either is let stand.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.checks.prose.nouns import Amount
from reportgen.checks.prose.typed import Reading, readings
from reportgen.noun import replace
from reportgen.pattern import Pattern

_NUMBER = Pattern(r"[-+−]?\s?(\d[\d.,]*\d|\d)\s*(%|‰)?\Z")
_SPACED = Pattern(r"[-+−]?\d{1,3}(?: \d{3})+(?:,\d+)?\Z")
_NIL = frozenset({"", "-", "–", "—", "0", "0,0", "0,00", "0%", "0,0%", "0,00%", "0.0", "0.00", ".", "_", "--"})
_VI = Pattern(r"\d,\d{1,2}(?!\d)|\d,\d{4,}|\.\d{3},\d|\d\.\d{3}\.\d{3}|0,\d")
_DOT = Pattern(r"(?<![\d.])\d+\.\d{1,2}(?![\d.])|(?<![\d.])\d+\.\d{4,}|(?<![\d.])0\.\d|,\d{3}\.\d|\d,\d{3},\d{3}")


def looks_numeric(text: str) -> bool:
    """True for a cell that holds a number and nothing else."""
    return bool(_NUMBER.match(text) or _SPACED.match(text))


def is_nil(text: str) -> bool:
    """True for an empty cell and the dash."""
    return text in _NIL


def evidence(texts: Iterable[str]) -> tuple[bool, bool]:
    """Whether numbers with a decimal comma, and whether numbers with a decimal dot, stand among the texts."""
    vi = dot = False
    for text in texts:
        vi = vi or _VI.search(text) is not None
        dot = dot or _DOT.search(text) is not None
    return vi, dot


def cell_amount(text: str, kind: str, dot_first: bool) -> Amount | None:
    """The number of a cell as an amount of this kind; ``dot_first``: its column writes decimals with a dot. None: no number."""
    typed = text.replace(" ", "") if _SPACED.match(text) else text
    found = _NUMBER.match(typed)
    if not found:
        return None
    ways = readings(found[1])
    if not ways:
        return None
    if dot_first and len(ways) > 1:
        ways = tuple(sorted(ways, key=lambda way: way.kind == "vi"))
    sign = "-" if typed[0] in "-−" else ""
    if sign:
        ways = tuple(replace(way, value=-way.value) for way in ways)
    return Amount(0, len(found[1]), len(text), sign + found[1], ways, found[2] or "", "percent" if found[2] else kind)


def other_reading(amount: Amount) -> Reading | None:
    """The second way to read the digits."""
    return amount.readings[1] if len(amount.readings) > 1 else None

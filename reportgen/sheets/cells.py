"""Cells as XML. What Excel cannot hold as a number without losing digits is written as text, so that nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.noun import field, working
from reportgen.sheets.letters import column_name, escaped
from reportgen.sheets.looks import Looks
from reportgen.sheets.nouns import Formula, Look, Page, Value

DIGITS = 15
"""Significant digits a spreadsheet keeps of a number."""


MOST_SHARED = 2_000


@working
class Texts:
    """The texts of a book: each once, with its number (``xl/sharedStrings.xml``); at most ``MOST_SHARED``.

    A summary of ten thousand documents holds thirty thousand names, no two alike: those beyond stand in their cells.
    """

    numbers: dict[str, int] = field(default_factory=dict)
    uses: int = 0

    def number(self, text: str) -> int | None:
        """The number of a text; None for a new one when there are enough."""
        known = self.numbers.get(text)
        if known is None and len(self.numbers) >= MOST_SHARED:
            return None
        self.uses += 1
        return self.numbers.setdefault(text, len(self.numbers))

    def pieces(self) -> Iterator[str]:
        """The items of the shared strings, in the order of their numbers."""
        for text in self.numbers:
            yield f"<si>{written(text)}</si>"


def written(text: str) -> str:
    """A text as shared strings and cells hold it."""
    kept = ' xml:space="preserve"' if text != text.strip() or "\n" in text or "  " in text else ""
    return f"<t{kept}>{escaped(text)}</t>"


class _Seen:
    """The styles of looks, found by the look itself and not by all it says: a long table has a handful, on every cell one."""

    def __init__(self, looks: Looks):
        self.looks, self.known = looks, dict[int, tuple[Look, int]]()

    def style(self, look: Look) -> int:
        """The number of the look. It is held, so that no other gets its ``id``."""
        known = self.known.get(id(look))
        if known is None:
            known = self.known[id(look)] = look, self.looks.number(look)
        return known[1]


def row_pieces(page: Page, looks: Looks, texts: Texts, ends: list[int]) -> Iterator[str]:
    """The rows of a page as XML, one by one; how many they were is added to ``ends`` after the last."""
    row, seen = 0, _Seen(looks)
    for row, cells in enumerate(page.rows, 1):
        made = []
        for column, cell in enumerate(cells, 1):
            if cell is not None:
                value, look = cell
                made.append(_cell(f"{column_name(column)}{row}", seen.style(look), value, texts))
        height = page.heights.get(row)
        tall = f' ht="{height}" customHeight="1"' if height else ""
        yield f'<row r="{row}"{tall}>{"".join(made)}</row>'
    ends.append(row)


def _cell(address: str, style: int, value: Value | Formula, texts: Texts) -> str:
    if value is None:
        return f'<c r="{address}" s="{style}"/>'
    if isinstance(value, Formula):
        return _formula(address, style, value)
    if isinstance(value, str) or not _fits(value):
        number = texts.number(str(value))
        if number is None:
            return f'<c r="{address}" s="{style}" t="inlineStr"><is>{written(str(value))}</is></c>'
        return f'<c r="{address}" s="{style}" t="s"><v>{number}</v></c>'
    return f'<c r="{address}" s="{style}"><v>{value:f}</v></c>' if isinstance(value, Decimal) else (
        f'<c r="{address}" s="{style}"><v>{value}</v></c>'
    )


def _formula(address: str, style: int, formula: Formula) -> str:
    text, value = escaped(formula.text), formula.value
    if isinstance(value, str) or value is None:
        return f'<c r="{address}" s="{style}" t="str"><f>{text}</f><v>{escaped(value or "")}</v></c>'
    return f'<c r="{address}" s="{style}"><f>{text}</f><v>{value:f}</v></c>' if isinstance(value, Decimal) else (
        f'<c r="{address}" s="{style}"><f>{text}</f><v>{value}</v></c>'
    )


def _fits(value: int | Decimal) -> bool:
    """True for a number a spreadsheet holds exactly as typed. TypeError for a binary float or a truth value."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise TypeError(f"a cell is str, int, Decimal or None, not {type(value).__name__}")
    if isinstance(value, int):
        return -(10**DIGITS) < value < 10**DIGITS
    return value.is_finite() and len(value.normalize().as_tuple().digits) <= DIGITS and -30 < value.adjusted() < 30

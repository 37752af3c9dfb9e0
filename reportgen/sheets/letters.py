"""Names of cells and sheets, and text as a spreadsheet's XML can hold it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from reportgen.pattern import Pattern

LONGEST_TEXT = 32_767
LONGEST_TITLE = 31

_NOT_XML = Pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOOKS_ESCAPED = Pattern(r"_(?=x[0-9A-Fa-f]{4}_)")
_SPECIAL = Pattern("[^\t\n\x20-\x25\x27-\x3b=?-^`-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What may have to be written in another way: & < > _ and what XML cannot hold; most texts have none of it."""
_NOT_TITLE = Pattern(r"[\[\]:*?/\\]")


@lru_cache(maxsize=1024)
def column_name(column: int) -> str:
    """1 → A, 27 → AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def spot(row: int, column: int) -> str:
    """The address of a cell: (7, 3) → C7."""
    return f"{column_name(column)}{row}"


def area(top: int, left: int, bottom: int, right: int) -> str:
    """The address of an area: A1:C3; of one cell: A1."""
    first, last = spot(top, left), spot(bottom, right)
    return first if first == last else f"{first}:{last}"


def escaped(text: str) -> str:
    """Text for the XML: marks escaped, characters XML cannot hold as «�», never longer than a cell takes."""
    if len(text) <= LONGEST_TEXT and not _SPECIAL.search(text):
        return text
    if len(text) > LONGEST_TEXT:
        text = text[: LONGEST_TEXT - 1] + "…"
    text = _LOOKS_ESCAPED.sub("_x005F_", _NOT_XML.sub("\ufffd", text))
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def attribute(text: str) -> str:
    """Text for an attribute of the XML."""
    return escaped(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def titles(wanted: Iterable[str]) -> list[str]:
    """The titles of the sheets of a book as Excel allows them: no []:*?/\\, at most 31 characters, each once."""
    given: list[str] = []
    taken: set[str] = set()
    for title in wanted:
        plain = " ".join(_NOT_TITLE.sub(" ", _NOT_XML.sub(" ", title)).split()).strip("'") or "Trang"
        name, count = plain[:LONGEST_TITLE].strip(), 1
        while name.lower() in taken:
            count += 1
            tail = f" ({count})"
            name = plain[: LONGEST_TITLE - len(tail)].strip() + tail
        taken.add(name.lower())
        given.append(name)
    return given

"""What a draft prints where it is not sure: a figure nobody has given yet, a figure given but not confirmed.

In a draft (``build --du-thao``) a missing figure is a ``Missing`` among the names of the template: it prints as a marker
that no reader takes for a number, decides every condition against itself, and remembers the conditions it was asked in.
Printed doubt stands between two marks, characters no text can hold, from the sandbox to the finished part; there
``docx.draft`` turns what is between them into a highlighted run. A final document never holds a mark: it is not built while
a figure is missing or unconfirmed.
"""

from __future__ import annotations

from reportgen.diagnostics import Place
from reportgen.noun import field, noun
from reportgen.pattern import Pattern

OPEN, CLOSE = "\ufdd4", "\ufdd5"
MARKER = "[…{}…]"
MARKER_SEEN = Pattern(r"\[…[a-z][a-z0-9_]*…\]")
_MARKS = Pattern(f"[{OPEN}{CLOSE}]")


@noun
class Missing:
    """A figure without a value, by its key. ``asked``: the places of the conditions that had to be decided without it."""

    key: str
    asked: list[Place] = field(default_factory=list)
    unconfirmed = True

    def __str__(self) -> str:
        return MARKER.format(self.key)


class Doubtful(str):
    """Words made from an unconfirmed figure."""

    unconfirmed = True


def is_doubtful(value: object) -> bool:
    """True for what must be seen in a draft: a missing figure, an unconfirmed one, words made from one."""
    return bool(getattr(value, "unconfirmed", False))


def marked(words: str) -> str:
    """The words between the two marks."""
    return f"{OPEN}{words}{CLOSE}"


def unmarked(words: str) -> str:
    """The words as they read, without marks."""
    return _MARKS.sub("", words) if OPEN in words or CLOSE in words else words

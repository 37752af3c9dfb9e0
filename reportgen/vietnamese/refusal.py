"""The one shape of «tôi không đọc được»: what is wrong and what to do, both in Vietnamese.

The language rooms know no file and no line, so they raise a ``Refusal``; the loader that knows the place
turns ``message`` and ``hint`` into a finding.
"""

from __future__ import annotations

_LONGEST_QUOTE = 40


class Refusal(ValueError):
    """A typed text that cannot be taken. ``message`` says what is wrong, ``hint`` what to do (or empty)."""

    def __init__(self, message: str, hint: str = ""):
        self.message = message
        self.hint = hint
        super().__init__(message)


def quoted(text: str) -> str:
    """The typed text between « », made printable and short enough for one line of a message."""
    visible = "".join(c if c.isprintable() else "□" for c in text)
    if len(visible) > _LONGEST_QUOTE:
        visible = visible[: _LONGEST_QUOTE - 1] + "…"
    return f"«{visible}»"

"""The page of one code."""

from __future__ import annotations

from reportgen.noun import noun


@noun
class Page:
    """What there is to say about a code: what it is about, then the lines of the text."""

    code: str
    title: str
    text: tuple[str, ...]

    def lines(self) -> list[str]:
        """The page as printed."""
        return [f"{self.code} ({self.title})", *self.text]

    def as_data(self) -> dict[str, object]:
        """The page for programs."""
        return {"code": self.code, "title": self.title, "text": list(self.text)}

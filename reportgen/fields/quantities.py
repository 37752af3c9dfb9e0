"""The kinds of figures and days: exact Decimals, whole numbers, calendar days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Literal

from reportgen.diagnostics import Finding
from reportgen.fields.complaint import complain, typed
from reportgen.fields.scalars import Single
from reportgen.noun import noun
from reportgen.vietnamese.dates import read_day
from reportgen.vietnamese.numbers import format_number, read_number
from reportgen.vietnamese.refusal import Refusal
from reportgen.yamltext import Node

Convention = Literal["vi", "may"]

_NUMBER_TEXT = r"^[^A-Za-zÀ-ỹ]*\d[^A-Za-zÀ-ỹ]*$"


@noun
class Number(Single):
    """An exact number. ``convention`` settles what a lone dot means; ``percent`` allows a closing %."""

    convention: Convention | None = None
    low: Decimal | int | None = None
    high: Decimal | int | None = None
    percent: bool = False
    whole: bool = False

    @property
    def wanted(self) -> str:
        """What is wanted, for messages."""
        return "một số nguyên" if self.whole else "một số"

    @property
    def sample(self) -> str:
        """A short example for hints."""
        return "26.140" if self.whole else "9,92"

    @property
    def limits(self) -> str:
        """The range in words, or ''."""
        low = f"từ {format_number(Decimal(self.low))} trở lên" if self.low is not None else ""
        high = f"không quá {format_number(Decimal(self.high))}" if self.high is not None else ""
        return " và ".join(part for part in (low, high) if part)

    def read(self, node: Node, sink: list[Finding]) -> Decimal | None:
        """The Decimal typed; an ambiguous one is refused with both readings."""
        text = self.text_of(node, sink)
        if text is None:
            return None
        try:
            value = read_number(text, whole=self.whole, percent=self.percent, convention=self.convention)
        except Refusal as refusal:
            complain(sink, "DL24", refusal.message, node.place, refusal.hint, text)
            return None
        if (self.low is not None and value < self.low) or (self.high is not None and value > self.high):
            complain(
                sink, "DL28", f"{typed(text)} phải {self.limits}", node.place, "Xem lại số vừa ghi.", text
            )
            return None
        return value

    def schema(self) -> dict[str, Any]:
        """Number or text with digits; no limits, since an editor reads 26.140 as 26,14."""
        return {"type": ["number", "string"], "pattern": _NUMBER_TEXT}


@noun
class Whole(Single):
    """A whole number from ``low`` to ``high``: 26.140 is twenty-six thousand."""

    low: int | None = None
    high: int | None = None

    @property
    def sample(self) -> str:
        """A short example for hints."""
        usual = (self.low is None or self.low <= 26140) and (self.high is None or self.high >= 26140)
        return "26.140" if usual else str(self.high if self.low is None else self.low)

    def read(self, node: Node, sink: list[Finding]) -> int | None:
        """The int typed."""
        value = self._number.read(node, sink)
        return None if value is None else int(value)

    def schema(self) -> dict[str, Any]:
        """As for any number."""
        return self._number.schema()

    @property
    def _number(self) -> Number:
        return Number(low=self.low, high=self.high, whole=True)


class Day(Single):
    """A calendar day, 05/03/2026 or 2026-03-05."""

    wanted = "một ngày"

    @property
    def sample(self) -> str:
        """A short example for hints."""
        return "05/03/2026"

    def read(self, node: Node, sink: list[Finding]) -> date | None:
        """The date typed."""
        text = self.text_of(node, sink)
        if text is None:
            return None
        try:
            return read_day(text)
        except Refusal as refusal:
            complain(sink, "DL25", refusal.message, node.place, refusal.hint, text)
            return None

    def schema(self) -> dict[str, Any]:
        """The two written forms."""
        return {"type": "string", "pattern": r"^\s*(\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{1,2}-\d{1,2})\s*$"}

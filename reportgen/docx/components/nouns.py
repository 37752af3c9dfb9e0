"""The parts of an official document, as found on the page.

A component key is the key of the profile (``quoc_hieu``, ``trich_yeu`` …); a component may take several lines: the
name of an office over two lines is one ``co_quan_ban_hanh``. Body paragraphs, list items and recipients are one
component each.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property

from reportgen.docx.reader import Face, Paragraph, Reading, Run, Stroke
from reportgen.noun import noun


@noun
class Component:
    """One part of the page. ``line``: the rule below it, if any; ``label``: its number («I.», «1.», «a)», «Điều 1.»).

    ``order`` counts the components of the body from 1, for telling a reader which one is meant.
    """

    kind: str
    lines: tuple[Paragraph, ...]
    line: Stroke | None = None
    label: str = ""
    order: int = 0

    @cached_property
    def text(self) -> str:
        """All its lines as one text."""
        return " ".join(p.text for p in self.lines if p.text)

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """Its runs with letters or digits in them; where there are none, those with anything to see."""
        ink = tuple(r for p in self.lines for r in p.ink)
        return tuple(r for r in ink if any(c.isalnum() for c in r.text)) or ink

    @property
    def first(self) -> Paragraph:
        """Its first line."""
        return self.lines[0]

    @property
    def face(self) -> Face:
        """The face of its first letters."""
        return self.runs[0].face if self.runs else self.first.mark

    @property
    def size_pt(self) -> Decimal:
        """Type size of its first letters."""
        return self.face.size_pt


@noun
class Components:
    """All parts of one document in reading order.

    ``more``: number of the paragraph with which each further document of the same file begins (a draft decision behind its
    tờ trình, a regulation with a letterhead of its own behind the decision that issues it); their parts are not in ``found``.
    """

    reading: Reading
    found: tuple[Component, ...]
    more: tuple[int, ...] = ()
    encoding: str = ""
    """The old encoding the file is typed in (tcvn3, vni), '' for Unicode; ``found`` holds the text decoded."""

    @cached_property
    def end(self) -> int:
        """Number of the first paragraph of the body that is no longer this document's."""
        return self.more[0] if self.more else len(self.reading.paragraphs)

    @cached_property
    def _by_kind(self) -> dict[str, list[Component]]:
        kinds: dict[str, list[Component]] = {}
        for component in self.found:
            kinds.setdefault(component.kind, []).append(component)
        return kinds

    def of(self, *kinds: str) -> tuple[Component, ...]:
        """The components of these kinds; of one kind in reading order."""
        return tuple(c for kind in kinds for c in self._by_kind.get(kind, ()))

    def one(self, kind: str) -> Component | None:
        """The first component of a kind, None if the page has none."""
        return next(iter(self._by_kind.get(kind, ())), None)

    def __iter__(self) -> Iterator[Component]:
        return iter(self.found)

    @property
    def is_letter(self) -> bool:
        """True for a công văn: no type name, but a «V/v» or a «Kính gửi»."""
        return self.one("ten_loai") is None and bool(self.of("trich_yeu_cv", "kinh_gui"))

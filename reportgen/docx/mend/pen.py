"""The pen a mend is written with: plain, or as tracked changes that a reader of Word accepts or rejects one by one.

With a tracking pen every property that changes leaves its old self in ``rPrChange``, ``pPrChange`` or ``sectPrChange``, and
letters go and come as ``w:del`` and ``w:ins``. The author is the program; there is no date (it is optional, ISO/IEC 29500-1,
17.13.4.1), so that the same file gives the same bytes today and tomorrow. A change somebody else has recorded on the same
properties is kept: rejecting goes back to what stood before both.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from functools import cached_property

from reportgen.docx.mend.order import child_of
from reportgen.docx.xml import Element, make, qn

AUTHOR = "reportgen"
ID, BY = qn("w:id"), qn("w:author")
_NOT_KEPT = {
    "w:rPr": ("w:rPrChange", "w:ins", "w:del", "w:moveFrom", "w:moveTo"),
    "w:pPr": ("w:pPrChange", "w:rPr", "w:sectPr"),
    "w:sectPr": ("w:sectPrChange", "w:headerReference", "w:footerReference"),
}


class Pen:
    """``tracked``: leave records of what changes. ``roots``: the trees of the file, whose numbers of changes are taken."""

    def __init__(self, tracked: bool = False, roots: Iterable[Element] = ()):
        self.tracked = tracked
        self._roots = tuple(roots)

    def properties(self, owner: Element, name: str) -> Element:
        """The properties (``w:rPr``, ``w:pPr``) of a run, a paragraph or a paragraph mark, ready to be changed."""
        held = owner.find(qn(name))
        if held is None:
            held = make(name)
            if owner.tag == qn("w:pPr"):
                held = child_of(owner, name)
            else:
                owner.insert(0, held)
        self.record(held, name)
        return held

    def record(self, properties: Element, name: str) -> None:
        """Keep the present state of properties that are about to change, unless one is kept already or the run is ours."""
        if not self.tracked or properties.find(qn(f"{name}Change")) is not None or is_ours(properties):
            return
        change, old = self.mark(f"{name}Change"), make(name)
        dropped = {qn(other) for other in _NOT_KEPT[name]}
        old.extend(copy.deepcopy(child) for child in properties if child.tag not in dropped)
        change.append(old)
        properties.append(change)

    def mark(self, name: str) -> Element:
        """A new element that records a change (``w:ins``, ``w:del``, ``w:rPrChange`` …), numbered and signed."""
        self._last += 1
        return make(name, id=f"{self._last}", author=AUTHOR)

    def tell_apart(self, root: Element) -> None:
        """Give records of changes that were copied, when a run was cut, numbers of their own."""
        seen: set[str] = set()
        for change in root.iter(qn("w:rPrChange")):
            number = change.get(ID, "")
            if number in seen:
                self._last += 1
                change.set(ID, f"{self._last}")
            seen.add(number)

    @cached_property
    def _last(self) -> int:
        """The largest number given out so far."""
        return max((_largest_id(root) for root in self._roots), default=0)


def is_ours(element: Element) -> bool:
    """True inside an insertion this program made: what is new needs no record of what it was."""
    return any(mark.get(BY) == AUTHOR for mark in element.iterancestors(qn("w:ins")))


def changed_by_others(paragraph: Element) -> bool:
    """True if somebody has tracked insertions, deletions or moves in the paragraph that are still to be decided."""
    names = [qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo")]
    return any(mark.get(BY) != AUTHOR for mark in paragraph.iter(*names))


def _largest_id(root: Element) -> int:
    numbers = (element.get(ID, "") for element in root.iter())
    return max((int(n) for n in numbers if n.isascii() and n.isdigit() and len(n) < 10), default=0)

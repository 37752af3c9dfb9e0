"""A whole and its parts over several paragraphs: «… 5,6 tỷ đồng, trong đó:» and a list of items below.

Every item must name exactly one amount of the whole's kind, else nothing can be added. One thing is still asked of a list
behind «trong đó» whose items name several amounts: that the smallest of each, together, do not exceed the whole.
«Cụ thể» introduces a list that is usually, not surely, complete: where it lists places («Xã …: 14 hộ») and its sum is
another, that is worth asking.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.checks.prose.judging import Nature, Outcome, outcome, quantity, told
from reportgen.checks.prose.likeness import alike
from reportgen.checks.prose.nouns import Amount, Passage
from reportgen.checks.prose.sentences.parts import ODD, judge_parts
from reportgen.checks.prose.sentences.wholes import is_complete
from reportgen.diagnostics import Finding
from reportgen.noun import noun
from reportgen.pattern import Pattern

_OPENS = Pattern(r"(?<!\w)(trong đó|bao gồm|gồm có|gồm|chia ra|cụ thể)(?:\s+như sau|\s+là)?\s*:?\s*\Z")
_PLACES = Pattern(r"[\s\-+*•\d.)a-zđ]*(?:xã|phường|thị trấn|huyện|thành phố|thị xã|thôn|bản|tổ|cụm|quý|tháng|khối|khu phố)\s")
_OUTSIDE = Pattern(r"lũy kế|luỹ kế|dư nợ|cùng kỳ|năm trước|tổng mức đầu tư|doanh thu|giá trị sản xuất|ngoài ra|năm sau|giai đoạn sau")
MOST_ITEMS = 60
WHOLE_REACH = 260


@noun
class _List:
    whole: Amount
    parts: tuple[Amount, ...]
    items: tuple[Passage, ...]
    marker: str

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(item.lower for item in self.items)


def check_lists(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Findings of every list of parts in the document."""
    for at, passage in enumerate(passages):
        opens = _OPENS.search(passage.lower[-40:])
        if opens and passage.amounts:
            listed = _read(passages, at, opens[1])
            found = _judged(passage, listed) if listed else _overfull(passages, at) if opens[1] == "trong đó" else None
            if found:
                yield found


def _read(passages: Sequence[Passage], at: int, marker: str) -> _List | None:
    """The whole and its parts; None if the items do not name one part each."""
    items = _items(passages, at + 1)
    if len(items) < 2 or not items[0].amounts:
        return None
    head = passages[at]
    whole = _whole(head, items[0].amounts)
    if whole is None or not whole.firm or whole.per:
        return None
    parts = []
    for item in items:
        own = [a for a in item.amounts if alike(a, whole) and not item.depth(a.start)]
        if len(own) != 1 or not own[0].firm or any(a.per for a in item.amounts) or ODD.search(item.lower[: own[0].start]):
            return None
        parts.append(own[0])
    return _List(whole, tuple(parts), tuple(items), marker)


def _items(passages: Sequence[Passage], start: int) -> list[Passage]:
    """The items from here on: passages with the first one's mark; deeper ones («+» under «-») are passed over."""
    label = passages[start].label if start < len(passages) else ""
    found: list[Passage] = []
    for passage in passages[start : start + MOST_ITEMS] if label else ():
        if passage.label == label:
            found.append(passage)
        elif not (label in ("-", "a)") and passage.label in ("+", "*")):
            break
    return found


def _whole(head: Passage, parts: Sequence[Amount]) -> Amount | None:
    """The nearest amount before the list that is of the first part's kind."""
    near = [a for a in head.amounts if len(head.text) - a.end < WHOLE_REACH and not head.depth(a.start)]
    return next((a for a in near[::-1] if any(alike(a, part) for part in parts)), None)


def _judged(head: Passage, listed: _List) -> Finding | None:
    place = head.place(listed.whole.start, len(head.text))
    complete = "gồm" in listed.marker or listed.marker == "chia ra" or is_complete(listed.words)
    if complete or listed.marker == "trong đó":
        return judge_parts(listed.whole, listed.parts, listed.words, complete, head, place)
    if len(listed.items) < 3 or not all(_PLACES.match(words) for words in listed.words):
        return None
    result = outcome(listed.parts, lambda q: sum(q[1:], q[0]), listed.whole, head.machine)
    if result is None or result.nature is Nature.ROUNDING:
        return None
    working = " + ".join(map(str, listed.parts))
    if result.nature is Nature.DOT:
        return told("Cộng các mục liệt kê", working, result, listed.whole, place)
    return told("Cộng các mục liệt kê", working, Outcome(Nature.SUSPICION, result.computed), listed.whole, place)


def _overfull(passages: Sequence[Passage], at: int) -> Finding | None:
    """Items that exceed the whole even if each counts with its smallest amount (its own «trong đó» left out)."""
    head, items = passages[at], _items(passages, at + 1)
    whole = _whole(head, [a for item in items for a in item.amounts])
    if whole is None or not whole.firm or whole.per or whole.kind != "money" or len(items) < 2:
        return None
    least = []
    for item in items:
        stop = item.lower.find("trong đó")
        own = [a for a in item.amounts if alike(a, whole) and a.firm and (stop < 0 or a.start < stop)]
        if _OUTSIDE.search(item.lower):
            return None
        if own:
            least.append(min(own, key=lambda a: a.base))
    result = outcome(least, lambda q: sum(q[1:], q[0]), whole, head.machine) if len(least) > 1 else None
    if result is None or result.nature is not Nature.ARITHMETIC or result.computed.low * whole.factor <= quantity(whole).high:
        return None
    working = " + ".join(map(str, least))
    place = head.place(whole.start, len(head.text))
    return told("Các mục dưới «trong đó» vượt tổng", working, Outcome(Nature.SUSPICION, result.computed), whole, place)

"""A whole and its parts over several paragraphs or sentences: «… 5,6 tỷ đồng, trong đó:» and a list of items below.

Every item must name exactly one amount of the whole's kind, else nothing can be added. One thing is still asked of a list
behind «trong đó» whose items name several amounts: that the smallest of each, together, do not exceed the whole.
«Cụ thể» introduces a list that is usually, not surely, complete: where it lists places («Xã …: 14 hộ») and its sum is
another, that is worth asking. So is a «tổng số …, trong đó:» over lines that are a place and an amount and nothing else,
where the sum stays a little below: such a list breaks a total down, and one that names some places only says so («nhiều
nhất là») or is far from the total.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.checks.prose.judging import Nature, Outcome, outcome, quantity, told
from reportgen.checks.prose.likeness import alike
from reportgen.checks.prose.nouns import Amount, Passage
from reportgen.checks.prose.sentences.lists import MARKS, ODD
from reportgen.checks.prose.sentences.parts import added, adds_up, judge_parts, total_of
from reportgen.checks.prose.sentences.wholes import is_complete
from reportgen.diagnostics import Finding
from reportgen.noun import noun
from reportgen.pattern import Pattern

_OPENS = Pattern(
    r"(?<!\w)(trong đó|bao gồm|gồm có|gồm|chia ra|(?:chia|phân) theo [^,;.:()\d]{1,30}|cụ thể|chi tiết)"
    r"(?: (?:từng|các|ở|của|tại|theo) [^,;.:()\d]{1,30})?(?:\s+như sau|\s+là)?\s*:?\s*\Z"
)
_OPENERS = (*MARKS, "phân theo", "chi tiết", "chia theo")
_STARTS = Pattern(r"\s*(trong đó|bao gồm|gồm có|gồm|chia ra|cụ thể)\s*:?\s*")
_PLACE = r"(?:xã|phường|thị trấn|huyện|thành phố|thị xã|thôn|bản|ấp|tổ|cụm|quý|tháng|khối|khu phố)"
_PLACES = Pattern(rf"[\s\-+*•\d.)a-zđ]*{_PLACE}\s")
_PLACE_ALONE = Pattern(rf"[\s\-–+*•]*(?:\d{{1,2}}[.)]|[a-zđ]\))?\s*{_PLACE}(?:\s+[^\s:;,.()]+){{1,5}}\s*(?:[:\-–]|có|là|\s)\s*\Z")
_AFTER_ALONE = Pattern(r"(?:\s+[^\W\d_]+){0,5}\s*[.;,]?\s*\Z")
_OUTSIDE = Pattern(r"lũy kế|luỹ kế|dư nợ|cùng kỳ|năm trước|tổng mức đầu tư|doanh thu|giá trị sản xuất|ngoài ra|năm sau|giai đoạn sau")
_TOTAL = Pattern(r"(?<!\w)tổng(?: số| cộng)?(?: [^\W\d_]+){0,6}\s*(?::|là|có)?\s*\Z")
_SOME = Pattern(r"một số|nhiều nhất|cao nhất|thấp nhất|chủ yếu|tiêu biểu|điển hình|tập trung|ít nhất|lớn nhất|đáng chú ý|nổi bật")
_PLACE_HEADS = frozenset("xã,phường,huyện,thôn,bản,ấp,tổ,cụm,khối,đơn vị".split(","))
MOST_ITEMS = 60
WHOLE_REACH = 260
MARKER_REACH = 90


@noun
class _Item:
    """One item: its words in small letters and as written, and its amounts."""

    lower: str
    text: str
    start: int
    amounts: tuple[Amount, ...]

    def before(self, amount: Amount) -> str:
        """The small letters before an amount."""
        return self.lower[: amount.start - self.start]

    def after(self, amount: Amount) -> str:
        """The small letters behind its unit."""
        return self.lower[amount.end - self.start :]


@noun
class _List:
    whole: Amount
    parts: tuple[Amount, ...]
    items: tuple[_Item, ...]
    marker: str


def check_lists(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Findings of every list of parts in the document."""
    for at, passage in enumerate(passages):
        if not passage.amounts:
            continue
        tail = passage.lower[-MARKER_REACH:]
        opens = _OPENS.search(tail) if any(mark in tail for mark in _OPENERS) else None
        if opens:
            items = _items(passages, at + 1)
            listed = _read(passage, items, opens[1])
            found = _judged(passage, listed) if listed else _overfull(passage, items) if opens[1] == "trong đó" else None
            if found:
                yield found
        yield from _in_sentences(passage)


def _in_sentences(passage: Passage) -> Iterator[Finding]:
    """«Tổng số 120 hộ. Trong đó: Xã A: 50 hộ. Xã B: 60 hộ.»: each part a sentence of its own."""
    sentences = passage.sentences if len(passage.amounts) > 2 and any(mark in passage.lower for mark in MARKS) else ()
    for n, (start, end) in enumerate(sentences[1:-1], 1):
        opens = _STARTS.match(passage.lower, start, end)
        items = [_cut(passage, opens.end(), end)] if opens else []
        for low, high in sentences[n + 1 :] if opens and _is_alone(items[0]) else ():
            item = _cut(passage, low, high)
            if not _is_alone(item):
                break
            items.append(item)
        if len(items) > 1:
            listed = _read(passage, items, opens[1], start)
            found = _judged(passage, listed) if listed else None
            if found:
                yield found


def _cut(passage: Passage, start: int, end: int) -> _Item:
    return _Item(passage.lower[start:end], passage.text[start:end], start, passage.within(start, end))


def _is_alone(item: _Item) -> bool:
    """True for «- Xã A: 50 hộ;»: a place, an amount, and nothing else."""
    if len(item.amounts) != 1:
        return False
    amount = item.amounts[0]
    return bool(_PLACE_ALONE.match(item.before(amount)) and _AFTER_ALONE.match(item.after(amount)))


def _read(head: Passage, items: Sequence[_Item], marker: str, stop: int | None = None) -> _List | None:
    """The whole and its parts; None if the items do not name one part each. ``stop``: where the words before the list end."""
    if len(items) < 2 or not items[0].amounts:
        return None
    whole = _whole(head, items[0].amounts, len(head.text) if stop is None else stop)
    if whole is None or not whole.firm or whole.per:
        return None
    parts = []
    for item in items:
        own = [a for a in item.amounts if alike(a, whole) and "(" not in item.before(a).rpartition(")")[2]]
        if len(own) != 1 or not own[0].firm or any(a.per for a in item.amounts) or ODD.search(item.before(own[0])):
            return None
        parts.append(own[0])
    return _List(whole, tuple(parts), tuple(items), marker)


def _items(passages: Sequence[Passage], start: int) -> list[_Item]:
    """The items from here on: passages with the first one's mark; deeper ones («+» under «-») are passed over.

    Without a mark, as long as they are a place and an amount.
    """
    if start >= len(passages):
        return []
    label, found = passages[start].label, []
    for passage in passages[start : start + MOST_ITEMS]:
        item = _Item(passage.lower, passage.text, 0, passage.amounts)
        if passage.label == label and (label or _is_alone(item)):
            found.append(item)
        elif not (label in ("-", "a)") and passage.label in ("+", "*")):
            break
    return found


def _whole(head: Passage, parts: Sequence[Amount], stop: int) -> Amount | None:
    """The nearest amount before the list that is of the first part's kind."""
    near = [a for a in head.amounts if a.end <= stop and stop - a.end < WHOLE_REACH and not head.depth(a.start)]
    return next((a for a in near[::-1] if any(alike(a, part) for part in parts)), None)


def _judged(head: Passage, listed: _List) -> Finding | None:
    if adds_up(listed.parts, listed.whole):
        return None
    place = head.place(listed.whole.start, len(head.text))
    lower, said = [item.lower for item in listed.items], [item.text for item in listed.items]
    complete = "gồm" in listed.marker or listed.marker.startswith(("chia", "phân")) or is_complete(lower)
    if complete or listed.marker == "trong đó":
        found = judge_parts(listed.whole, listed.parts, (lower, said), complete, head, place)
        if found or not _breaks_down(head, listed):
            return found
    elif len(listed.items) < 3 or not all(_PLACES.match(words) for words in lower):
        return None
    result = outcome(listed.parts, total_of, listed.whole, head.machine)
    if result is None or result.nature is Nature.ROUNDING:
        return None
    working = added(listed.parts)
    if result.nature is Nature.DOT:
        return told("Cộng các mục liệt kê", working, result, listed.whole, place)
    return told("Cộng các mục liệt kê", working, Outcome(Nature.SUSPICION, result.computed), listed.whole, place)


def _breaks_down(head: Passage, listed: _List) -> bool:
    """True if «tổng số» is broken down by lines of a place and an amount, and their sum is three quarters of it or more."""
    whole = listed.whole
    if not all(map(_is_alone, listed.items)) or _SOME.search(head.lower) or whole.word:
        return False
    if not _TOTAL.search(head.lower, max(0, whole.start - 60), whole.start):
        return False
    if any(a.head in _PLACE_HEADS and a.value != len(listed.items) for a in head.amounts if a is not whole):
        return False
    total = sum(p.base for p in listed.parts)
    return whole.base * 3 <= total * 4 and total < whole.base


def _overfull(head: Passage, items: Sequence[_Item]) -> Finding | None:
    """Items that exceed the whole even if each counts with its smallest amount (its own «trong đó» left out)."""
    whole = _whole(head, [a for item in items for a in item.amounts], len(head.text))
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
    if sum(a.base for a in least) <= whole.base:
        return None
    result = outcome(least, total_of, whole, head.machine) if len(least) > 1 else None
    if result is None or result.nature is not Nature.ARITHMETIC or result.computed.low * whole.factor <= quantity(whole).high:
        return None
    working = added(least)
    place = head.place(whole.start, len(head.text))
    return told("Các mục dưới «trong đó» vượt tổng", working, Outcome(Nature.SUSPICION, result.computed), whole, place)

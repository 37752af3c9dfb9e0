"""Where a sentence divides a whole: «A, trong đó: B; C», «A, gồm B và C», «A (vốn đầu tư: B; vốn sự nghiệp: C)».

«Trong đó» names some parts, «gồm», «bao gồm», «chia ra» name all. A list behind «trong đó» is taken as complete only where
its own words say so: a closing «khác» or «còn lại», shares that make 100%, or parts that divide a whole by their nature
(nam, nữ; vốn đầu tư, vốn sự nghiệp; xây mới, sửa chữa).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate

from reportgen.checks.prose.likeness import alike
from reportgen.checks.prose.nouns import Amount, Passage
from reportgen.checks.prose.sentences.wholes import divides, in_time_or_late, is_complete
from reportgen.noun import noun
from reportgen.pattern import Pattern

MARKER = Pattern(
    r"(t(?<!\wt)rong (?:số )?đó(?:,| có| gồm| bao gồm)?|b(?<!\wb)ao gồm(?: cả)?|g(?<!\wg)ồm(?: cả| có)?|c(?<!\wc)hia ra|c(?<!\wc)ụ thể(?: là)?)\s*:?"
)  # each begins with its letter, so that an engine leaps to it
MARKS = ("gồm", "trong", "chia ra", "cụ thể")
"""Where none of these stands there is no marker to look for."""
ODD = Pattern(
    r"giải ngân|tăng|giảm|so với|kế hoạch|lũy kế|luỹ kế|bình quân|trung bình|mỗi|cùng kỳ|năm trước|nâng|đạt|riêng|dư nợ|doanh thu|"
    r"tổng|hoàn thành|thực hiện được|vượt|ước|còn nợ|dự kiến|tiếp tục|thêm|trở lên|trên địa bàn|tạm ứng|quyết toán|thanh toán|"
    r"bằng|tương đương|tỷ lệ|trả nợ|đã|đang|sẽ|toàn (?:tỉnh|huyện|xã|quốc|thành phố|ngành)|cả nước"
)
_ODD_BEHIND = Pattern(r"so với|cùng kỳ|tăng|giảm|lũy kế|luỹ kế|còn nợ|trở lên|bình quân|mỗi|kế hoạch|dự toán|(?<!\w)đạt(?!\w)|trên địa bàn")
"""Behind the amount of an item of «gồm» only these make it another thing than a part; before it all of ODD do."""
WHOLE_REACH = 160
BRACKET_REACH = 30
MOST_LETTERS = 3000
"""No list of parts is longer; a bracket that is never closed is not looked for to the end of the world."""
CHANGED = Pattern(r"(?<!\w)(?:tăng|giảm|thêm|vượt|hụt)(?:\s+(?:thêm|được|khoảng|gần|trên|hơn))*\s*\Z")
"""An amount of change is no whole."""
_SETTLED = Pattern(r"(?:giải quyết|xử lý|trả kết quả)(?: được| xong)?(?: [^\W\d_]+){0,2}\s*:?\s*\Z")
_CLOSE = Pattern(r"\)")
_SEMICOLON = Pattern(";")
_COMMA = Pattern(r"(?<!\d),|,(?!\d)| (?=và )")


@noun
class Listed:
    """A whole and its parts. ``complete``: the words say that nothing is missing; ``words``: the text of each part in small
    letters, ``said``: as written.
    """

    whole: Amount
    parts: tuple[Amount, ...]
    words: tuple[str, ...]
    said: tuple[str, ...]
    complete: bool
    end: int


def lists_in(passage: Passage) -> tuple[Listed, ...]:
    """Every whole with parts that stand in one sentence; looked for once for a passage."""
    shared = passage.shared
    if "lists" not in shared:
        shared["lists"] = tuple(_lists_in(passage)) if len(passage.amounts) > 1 else ()
    return shared["lists"]


def _lists_in(passage: Passage) -> Iterator[Listed]:
    seen = set()
    lower = passage.lower
    for match in MARKER.finditer(lower) if any(words in lower for words in MARKS) else ():
        listed = _marked(passage, match)
        if listed and listed.parts:
            seen.add(listed.whole.start)
            yield listed
    for whole in passage.amounts if "(" in lower else ():
        near = lower.find("(", whole.end, whole.end + BRACKET_REACH) >= 0
        listed = _bracketed(passage, whole) if near and whole.firm and whole.start not in seen else None
        if listed:
            yield listed


def _marked(passage: Passage, match) -> Listed | None:
    depth = passage.depth(match.start())
    end = _end_of_list(passage, match.end(), depth)
    if MARKER.search(passage.lower, match.end(), end):
        return None
    items = _items(passage, match.end(), end, depth)
    every = [a for item in items for a in item.amounts]
    items = _first_only(passage, items, depth) if items else items
    wholes = _wholes(passage, match.start(), depth)
    first = next((a for item in items for a in item.amounts if a.firm), None)
    whole = next((w for w in wholes if first and alike(w, first)), None)
    if not whole or any(a.start > whole.start and alike(a, whole) for a in wholes):
        return None
    found = _parts(items, whole, passage)
    if found is None:
        return None
    parts, words, said = found
    if len(every) > len(parts) and whole.base in accumulate(a.base for a in every if alike(a, whole)):
        return None  # commas and semicolons mixed: what follows the first semicolon are parts as well
    complete = _names_all(match[1], items, parts) or is_complete(words) and not any(map(ODD.search, words))
    complete = complete or _is_settled(passage, whole, words)
    complete = complete and not any("…" in w or "..." in w or "v.v" in w for w in words)
    return Listed(whole, parts, words, said, complete, end)


def _names_all(marker: str, items: Sequence[_Item], parts: Sequence[Amount]) -> bool:
    """True behind «gồm», «chia ra», and where shares beside the parts make 100%, unless an item is another thing than a part."""
    told = ("gồm" in marker and "cả" not in marker) or marker == "chia ra"
    if not told and not (len(items) == len(parts) > 1 and _make_hundred(items)):
        return False
    own = [(item, next((p for p in parts if p in item.amounts), None)) for item in items]
    return not any(
        ODD.search(item.text if part is None else item.text[: part.start - item.start])
        or part is not None and _ODD_BEHIND.search(item.text[part.end - item.start :])
        for item, part in own
        if part is not None or told and item.amounts
    )


def _make_hundred(items: Sequence[_Item]) -> bool:
    """True if each item has one share and together they make 100, the last digit aside."""
    if any(len(item.shares) != 1 or "chiếm" not in item.text for item in items):
        return False
    play = sum(Fraction(1, 2 * 10 ** item.shares[0].decimals) for item in items)
    return abs(sum(Fraction(item.shares[0].value) for item in items) - 100) < play


def _bracketed(passage: Passage, whole: Amount) -> Listed | None:
    """«136.054 triệu đồng (vốn đầu tư: …; vốn sự nghiệp: …)»: only parts that divide a whole by their nature."""
    start = passage.lower.find("(", whole.end, whole.end + BRACKET_REACH)
    if start < 0 or any(whole.end < a.start < start for a in passage.amounts):
        return None
    depth = passage.depth(start)
    end = _end_of_list(passage, start + 1, depth)
    if MARKER.search(passage.lower, start, end):
        return None
    found = _parts(_items(passage, start + 1, end, depth), whole, passage)
    if found is None or len(found[0]) < 2:
        return None
    settled = _is_settled(passage, whole, found[1])
    if not settled and (not divides(found[1]) or any(map(ODD.search, found[1]))):
        return None
    return Listed(whole, *found, True, end)


@noun
class _Item:
    """One item of a list: where it starts, its words in small letters and as written, its amounts outside brackets, all per cents."""

    start: int
    text: str
    said: str
    amounts: tuple[Amount, ...]
    shares: tuple[Amount, ...]


def _is_settled(passage: Passage, whole: Amount, words: Sequence[str]) -> bool:
    """True for «giải quyết 1.012 hồ sơ (đúng hạn 1.008, quá hạn 4)»: what is settled was in time or late."""
    return in_time_or_late(words) and _SETTLED.search(passage.lower, max(0, whole.start - 40), whole.start) is not None


def _end_of_list(passage: Passage, start: int, depth: int) -> int:
    """Where the list ends: at the bracket that closes it, or with the sentence."""
    stop = passage.sentence_of(max(start - 1, 0))[1]
    if not depth:
        return stop
    for found in _CLOSE.finditer(passage.lower, start, start + MOST_LETTERS):
        if passage.depth(found.end()) < depth:
            return min(found.start(), start + MOST_LETTERS)
    return min(stop, start + MOST_LETTERS)


def _items(passage: Passage, start: int, end: int, depth: int) -> list[_Item]:
    """The items of a list, cut at semicolons, or at commas where there is none."""
    cuts = passage.at_depth(_SEMICOLON, start, end, depth) or passage.at_depth(_COMMA, start, end, depth)
    edges = [start, *(c + 1 for c in cuts), end]
    return [_item(passage, a, b, depth) for a, b in zip(edges, edges[1:], strict=False) if passage.lower[a:b].strip(" ;,.)")]


def _item(passage: Passage, start: int, end: int, depth: int) -> _Item:
    every = passage.within(start, end)
    amounts = tuple(a for a in every if passage.depth(a.start) == depth)
    return _Item(start, passage.lower[start:end], passage.text[start:end], amounts, tuple(a for a in every if a.kind == "percent"))


def _first_only(passage: Passage, items: Sequence[_Item], depth: int) -> list[_Item]:
    """«gồm 71 ha keo và 25 ha thông; chăm sóc 310 ha»: where the list ends at the first semicolon, its items; else all.

    It ends there if the first item names several amounts of one kind and what stands behind has words of its own.
    """
    first, *others = items
    if not others or len(first.amounts) < 2 or not all(alike(a, first.amounts[0]) for a in first.amounts):
        return list(items)
    second = next((a for a in others[0].amounts), None)
    if second is None or len(others[0].text[: second.start - others[0].start].split()) < 3:
        return list(items)
    return _items(passage, first.start, first.start + len(first.text.rstrip("; ")), depth)


def _wholes(passage: Passage, at: int, depth: int) -> list[Amount]:
    """What the parts may be parts of: the amounts before, nearest first, in this sentence or (at its start) the last."""
    start, _ = passage.sentence_of(at)
    if not passage.lower[start:at].strip(" -+*;,"):
        start = passage.sentence_of(max(start - 1, 0))[0]
    open_depth = passage.depth(at)
    outer = max(depth - 1, 0) if open_depth else 0
    clause = passage.lower.rfind(";", start, at)
    if clause >= 0 and passage.lower[clause + 1 : at].strip():
        start = clause + 1  # «…; có 36 học sinh đạt giải, gồm …» speaks of what stands behind the semicolon
    near = (a for a in passage.within(start, at) if passage.depth(a.start) == outer and at - a.end < WHOLE_REACH)
    found = [a for a in near if not CHANGED.search(passage.lower[max(0, a.start - 24) : a.start])]
    return found[::-1]


def _parts(items: Sequence[_Item], whole: Amount, passage: Passage) -> tuple[tuple[Amount, ...], tuple[str, ...], tuple[str, ...]] | None:
    """One amount of the whole's kind for each item; None where an item has several, or one that is no firm number."""
    parts, words, said = [], [], []
    for item in items:
        kindred = [a for a in item.amounts if alike(a, whole) or _bare(a, whole)]
        if len(kindred) > 1 or any(a.per or (a.loose and a.kind == whole.kind) for a in item.amounts):
            return None
        if kindred:
            parts.append(kindred[0])
            words.append(item.text)
            said.append(item.said)
    return (tuple(parts), tuple(words), tuple(said)) if parts else None


def _bare(amount: Amount, whole: Amount) -> bool:
    """«50 người, trong đó 30 nam, 20 nữ»."""
    return amount.kind == whole.kind == "count" and not amount.per and amount.head in ("nam", "nữ")

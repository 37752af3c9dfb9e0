"""«A, trong đó: B; C»: do the parts make the whole, or at least not exceed it?

«Trong đó» names some parts, «gồm», «bao gồm», «chia ra» name all. A list behind «trong đó» is taken as complete only where
its own words say so: a closing «khác» or «còn lại», or parts that divide a whole by their nature (nam, nữ; vốn đầu tư,
vốn sự nghiệp; xây mới, sửa chữa). One part alone above its whole is wrong in any case. Everything else is silent: parts
may overlap («167 người thuộc hộ nghèo, 547 người DTTS»), and the list may go on with other things («đã giải ngân 18 tỷ»).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.checks.prose.judging import Nature, Outcome, finding, outcome, quantity, told
from reportgen.checks.prose.likeness import alike
from reportgen.checks.prose.nouns import Amount, Passage
from reportgen.checks.prose.sentences.wholes import divides, is_complete
from reportgen.diagnostics import Finding
from reportgen.noun import noun
from reportgen.pattern import Pattern

MARKER = Pattern(r"(?<!\w)(trong (?:số )?đó(?:,| có| gồm| bao gồm)?|(?:bao )?gồm cả|bao gồm|gồm có|gồm|chia ra|cụ thể(?: là)?)\s*:?")
ODD = Pattern(
    r"giải ngân|tăng|giảm|so với|kế hoạch|lũy kế|luỹ kế|bình quân|trung bình|mỗi|cùng kỳ|năm trước|nâng|đạt|riêng|dư nợ|doanh thu|"
    r"tổng|hoàn thành|thực hiện được|vượt|ước|còn nợ|dự kiến|tiếp tục|thêm|trở lên|trên địa bàn|tạm ứng|quyết toán|thanh toán|"
    r"bằng|tương đương|tỷ lệ|trả nợ|đã|đang|sẽ"
)
WHOLE_REACH = 160
BRACKET_REACH = 30
MOST_LETTERS = 3000
"""No list of parts is longer; a bracket that is never closed is not looked for to the end of the world."""
_CHANGED = Pattern(r"(?<!\w)(?:tăng|giảm|thêm|vượt|hụt)(?:\s+(?:thêm|được|khoảng|gần|trên|hơn))*\s*\Z")
"""An amount of change is no whole."""
_CLOSE = Pattern(r"\)")
_SEMICOLON = Pattern(";")
_COMMA = Pattern(r"(?<!\d),|,(?!\d)| (?=và )")


@noun
class Listed:
    """A whole and its parts. ``complete``: the words say that nothing is missing; ``words``: the text of each part."""

    whole: Amount
    parts: tuple[Amount, ...]
    words: tuple[str, ...]
    complete: bool
    end: int


def check_parts(passage: Passage) -> Iterator[Finding]:
    """Findings of every «trong đó», «gồm» of the passage, and of brackets that divide an amount."""
    for listed in lists_in(passage):
        found = judge_parts(listed.whole, listed.parts, listed.words, listed.complete, passage)
        if found:
            yield found


def judge_parts(
    whole: Amount, parts: Sequence[Amount], words: Sequence[str], complete: bool, passage: Passage, where=None
) -> Finding | None:
    """The finding about a whole and its parts, None if they may be right. ``where``: place of the finding, else its words."""
    place = where or passage.place(min(whole.start, parts[0].start), max(whole.end, parts[-1].end))
    if len(parts) > 1:
        result = outcome(parts, _total, whole, passage.machine)
        if result is None:
            return None
        if complete or result.nature is Nature.DOT:
            return told("Cộng các phần", " + ".join(map(str, parts)), result, whole, place)
    for part, text in zip(parts, words, strict=True):
        if not ODD.search(text) and _exceeds(part, whole) and not (passage.machine and len(part.readings) > 1):
            return _over(part, whole, place)
    if len(parts) > 1 and _near_miss(parts, whole):
        result = Outcome(Nature.SUSPICION, outcome(parts, _total, whole).computed)
        return told("Cộng các phần", " + ".join(map(str, parts)), result, whole, place)
    return None


def lists_in(passage: Passage) -> Iterator[Listed]:
    """Every whole with parts that stand in one sentence."""
    if len(passage.amounts) < 2:
        return
    seen = set()
    for match in MARKER.finditer(passage.lower):
        listed = _marked(passage, match)
        if listed and listed.parts:
            seen.add(listed.whole.start)
            yield listed
    for whole in passage.amounts:
        near = "(" in passage.lower[whole.end : whole.end + BRACKET_REACH]
        listed = _bracketed(passage, whole) if near and whole.firm and whole.start not in seen else None
        if listed:
            yield listed


def _marked(passage: Passage, match) -> Listed | None:
    depth = passage.depth(match.start())
    end = _end_of_list(passage, match.end(), depth)
    if MARKER.search(passage.lower, match.end(), end):
        return None
    items = _items(passage, match.end(), end, depth)
    wholes = _wholes(passage, match.start(), depth)
    first = next((a for item in items for a in item[1] if a.firm), None)
    whole = next((w for w in wholes if first and alike(w, first)), None)
    if not whole or any(a.start > whole.start and alike(a, whole) for a in wholes):
        return None
    found = _parts(items, whole, passage)
    if found is None:
        return None
    parts, words = found
    ways = match[1]
    complete = (("gồm" in ways and "cả" not in ways) or ways == "chia ra" or is_complete(words)) and not any(map(ODD.search, words))
    complete = complete and not any("…" in w or "..." in w or "v.v" in w for w in words)
    return Listed(whole, parts, words, complete, end)


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
    if found is None or len(found[0]) < 2 or not divides(found[1]) or any(map(ODD.search, found[1])):
        return None
    return Listed(whole, *found, True, end)


def _end_of_list(passage: Passage, start: int, depth: int) -> int:
    """Where the list ends: at the bracket that closes it, or with the sentence."""
    stop = passage.sentence_of(max(start - 1, 0))[1]
    if not depth:
        return stop
    for found in _CLOSE.finditer(passage.lower, start, start + MOST_LETTERS):
        if passage.depth(found.end()) < depth:
            return min(found.start(), start + MOST_LETTERS)
    return min(stop, start + MOST_LETTERS)


def _items(passage: Passage, start: int, end: int, depth: int) -> list[tuple[str, list[Amount]]]:
    """The words and amounts of each item, brackets inside left out."""
    cuts = passage.at_depth(_SEMICOLON, start, end, depth) or passage.at_depth(_COMMA, start, end, depth)
    edges = [start, *(c + 1 for c in cuts), end]
    return [
        (passage.lower[a:b], [x for x in passage.within(a, b) if passage.depth(x.start) == depth])
        for a, b in zip(edges, edges[1:], strict=False)
        if passage.lower[a:b].strip(" ;,.)")
    ]


def _wholes(passage: Passage, at: int, depth: int) -> list[Amount]:
    """What the parts may be parts of: the amounts before, nearest first, in this sentence or (at its start) the last."""
    start, _ = passage.sentence_of(at)
    if not passage.lower[start:at].strip(" -+*;,"):
        start = passage.sentence_of(max(start - 1, 0))[0]
    open_depth = passage.depth(at)
    outer = max(depth - 1, 0) if open_depth else 0
    near = (a for a in passage.within(start, at) if passage.depth(a.start) == outer and at - a.end < WHOLE_REACH)
    found = [a for a in near if not _CHANGED.search(passage.lower[max(0, a.start - 24) : a.start])]
    return found[::-1]


def _parts(items, whole: Amount, passage: Passage) -> tuple[tuple[Amount, ...], tuple[str, ...]] | None:
    """One amount of the whole's kind for each item; None where an item has several, or one that is no firm number."""
    parts, words = [], []
    for text, amounts in items:
        kindred = [a for a in amounts if alike(a, whole) or _bare(a, whole)]
        if len(kindred) > 1 or any(a.per or (a.loose and a.kind == whole.kind) for a in amounts):
            return None
        if kindred:
            parts.append(kindred[0])
            words.append(text)
    return (tuple(parts), tuple(words)) if parts else None


def _bare(amount: Amount, whole: Amount) -> bool:
    """«50 người, trong đó 30 nam, 20 nữ»."""
    return amount.kind == whole.kind == "count" and not amount.per and amount.head in ("nam", "nữ")


def _total(quantities):
    return sum(quantities[1:], quantities[0])


def _exceeds(part: Amount, whole: Amount) -> bool:
    if part.kind == "count" and part.head != whole.head and {part.head, whole.head} != {"suất", "suất quà"}:
        return False
    return quantity(part).low > quantity(whole).high


def _over(part: Amount, whole: Amount, place) -> Finding:
    message = f"Một phần lớn hơn tổng: trong {whole} lại có {part} ({Nature.OVER.words})"
    return finding(Nature.OVER, message, place, found=str(part), expected=f"không quá {whole}")


def _near_miss(parts: Sequence[Amount], whole: Amount) -> bool:
    """The sum and the whole, both long, differ in one digit or in two that changed places: a slip, not a missing part."""
    if any(p.word or p.loose for p in (*parts, whole)):
        return False
    total = sum(p.base for p in parts) / whole.factor * 10**whole.decimals
    said = whole.base / whole.factor * 10**whole.decimals
    if total.denominator != 1 or any(a.decimals > whole.decimals and a.factor >= whole.factor for a in parts):
        return False
    return slipped(str(total.numerator), str(said.numerator))


def slipped(one: str, other: str) -> bool:
    """True if two long numbers differ in one digit, or in two neighbours that changed places."""
    if len(one) != len(other) or min(len(one.rstrip("0")), len(other.rstrip("0"))) < 5:
        return False
    wrong = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(wrong) == 1:
        return True
    return len(wrong) == 2 and wrong[1] == wrong[0] + 1 and one[wrong[0]] == other[wrong[1]] and one[wrong[1]] == other[wrong[0]]

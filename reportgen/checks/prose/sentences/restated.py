"""One amount said twice: «1.241.285 triệu đồng (1.241,3 tỷ đồng)», «gần 976 triệu đồng (975,6 triệu đồng)», in words.

Side by side only, and only where the second is plainly the first again: an own unit of the same kind and nothing else in
the brackets, or «tương đương», «tức là», «hay». Across the document two long amounts in different units that differ in
one digit are one amount mistyped (a pair of strangers would do so once in a thousand documents).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from reportgen.checks.prose.judging import Nature, outcome, told
from reportgen.checks.prose.nouns import Amount, Passage
from reportgen.checks.prose.number_words import read_amount_words
from reportgen.checks.prose.sentences.parts import slipped
from reportgen.diagnostics import Finding, Severity
from reportgen.pattern import Pattern
from reportgen.vietnamese.numbers import format_number

_AGAIN = Pattern(r"\s*[,(]?\s*(?:tương đương|tương đương với|tức là|tức|hay là|hay|làm tròn(?: là)?|quy ra|=)\s*(?:gần|trên|hơn|khoảng|xấp xỉ)?\s*\Z")
_BRACKET = Pattern(r"\s*\(\s*(?:=\s*)?(?:gần|trên|hơn|khoảng|xấp xỉ|chính xác(?: là)?|cụ thể(?: là)?|chi tiết)?\s*\Z")
_IN_WORDS = Pattern(r"[\s(,;.]*(?:số tiền\s+)?(?:viết\s+|ghi\s+)?(?:bằng chữ|đọc là)\s*:?\s*([^().;\d]{4,300})")
_MOST_ALIKE = 20
_LONG = 6
"""Digits two amounts must have for a single wrong one to prove a slip."""


def check_restated(passage: Passage) -> Iterator[Finding]:
    """Findings of amounts that stand side by side, and of amounts in words."""
    for first, second in zip(passage.amounts, passage.amounts[1:], strict=False):
        if _says_again(passage, first, second):
            yield from _compared(passage, first, second)
    for amount in passage.amounts if "chữ" in passage.lower or "đọc là" in passage.lower else ():
        yield from _in_words(passage, amount)


def _says_again(passage: Passage, first: Amount, second: Amount) -> bool:
    if not (first.firm and second.firm) or first.per or second.per or first.kind != second.kind:
        return False
    if first.kind in ("percent", "points", "count"):
        return False
    words = passage.lower[first.end : second.start]
    if _AGAIN.match(words):
        return True
    closed = passage.lower[second.end :].lstrip().startswith(")")
    if not (_BRACKET.match(words) and closed):
        return False
    return (first.factor != second.factor or " " in first.typed + second.typed) and _same_digits(first, second) or bool(first.word) != bool(second.word) and _same_digits(first, second)


def _same_digits(first: Amount, second: Amount) -> bool:
    """True if both begin with the same two digits, or differ by one slip of the finger: an amount said again, not another one."""
    one, other = first.digits, second.digits
    if one[:2] == other[:2] or abs(first.base - second.base) <= max(first.base, second.base) / 20:
        return True
    one, other = one.rstrip("0"), other.rstrip("0")
    return len(one) == len(other) > 2 and sorted(one) == sorted(other) and _near(first, second)


def _compared(passage: Passage, first: Amount, second: Amount) -> Iterator[Finding]:
    coarse, fine = sorted((second, first), key=_step, reverse=True)
    if first.word and not second.word:
        coarse, fine = first, second
    elif second.word and not first.word:
        coarse, fine = second, first
    found = outcome((fine,), lambda q: q[0], coarse, passage.machine)
    if found and found.nature is not Nature.ROUNDING:
        yield told("Một số tiền ghi hai cách", str(fine), found, coarse, passage.place(first.start, second.end))


def _step(amount: Amount) -> Fraction:
    return amount.factor / 10**amount.decimals


def _in_words(passage: Passage, amount: Amount) -> Iterator[Finding]:
    """«16.560.000 đồng (Bằng chữ: …)»."""
    if amount.kind not in ("money", "count") or not amount.firm:
        return
    found = _IN_WORDS.match(passage.lower, amount.end)
    said = read_amount_words(found[1]) if found else None
    if found is None or said is None:
        return
    value = amount.base if amount.kind == "money" else Fraction(amount.value)
    if value.denominator != 1 or value == said or any(Fraction(r.value) * amount.factor == said for r in amount.readings):
        return
    unit = " đồng" if amount.kind == "money" else ""
    in_words = f"{format_number(Decimal(said))}{unit}"
    message = f"Số tiền bằng số là {amount}, bằng chữ là {in_words} (sai: số và chữ khác nhau)"
    place = passage.place(amount.start, found.end())
    hint = "Sửa số hoặc chữ cho giống nhau; khi khác nhau, số viết bằng chữ thường được coi là đúng."
    yield Finding("VB12", Severity.ERROR, message, place, found=in_words, expected=str(amount), hint=hint)


def check_slips(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Findings VB13: long amounts of money in different units that differ in one digit only.

    Only amounts whose first six digits agree but for one (or for two that changed places) are compared.
    """
    long = [(p, a, digits) for p in passages for a in p.amounts if a.kind == "money" and not a.per and len(digits := _digits(a)) >= _LONG]
    seen = {a.base for _, a, _ in long}
    known: dict[str, list[int]] = {}
    for n, (passage, amount, digits) in enumerate(long):
        before = dict.fromkeys(i for key in _keys(digits[:_LONG]) for i in known.get(key, ()))
        for other_passage, other, its in (long[i] for i in before):
            if _is_slip((amount, digits), (other, its)) and not _confirmed(amount, other, seen):
                yield _slip(other_passage, other, passage, amount)
        for key in _keys(digits[:_LONG]):
            if len(known.setdefault(key, [])) < _MOST_ALIKE:
                known[key].append(n)


def _keys(digits: str) -> Iterator[str]:
    """What two numbers share that differ in one digit, or in two neighbours that changed places."""
    for i in range(len(digits)):
        yield f"{digits[:i]}?{digits[i + 1 :]}"
    for i in range(len(digits) - 1):
        yield f"{digits[:i]}{''.join(sorted(digits[i : i + 2]))}!{i}{digits[i + 2 :]}"


def _is_slip(one: tuple[Amount, str], two: tuple[Amount, str]) -> bool:
    (amount, digits), (other, its) = one, two
    if amount.factor == other.factor or amount.word == other.word == "" or not (amount.firm and other.firm):
        return False
    shared = min(len(digits), len(its))
    return slipped(digits[:shared], its[:shared]) and _near(amount, other)


def _digits(amount: Amount) -> str:
    return amount.digits.rstrip("0")


def _near(one: Amount, other: Amount) -> bool:
    """Same size: the slip is in the digits, not in the unit."""
    low, high = sorted((one.base, other.base))
    return high < low * 2


def _confirmed(one: Amount, other: Amount, seen: set[Fraction]) -> bool:
    """True if each of the two is printed in full elsewhere as well: then they are two amounts."""
    coarse, fine = sorted((one, other), key=_step, reverse=True)
    step = _step(coarse)
    return any(abs(x - coarse.base) < step for x in seen - {coarse.base, fine.base})


def _slip(passage: Passage, amount: Amount, other_passage: Passage, other: Amount) -> Finding:
    message = (
        f"{other} ở đây và {amount} ở {passage.where} chỉ khác nhau một chữ số; nếu là cùng một số liệu thì một nơi gõ"
        f" nhầm ({Nature.SUSPICION.words})"
    )
    place = other_passage.place(other.start, other.end)
    hint = "So hai nơi với số liệu gốc; nếu là hai số liệu khác nhau thì bỏ qua."
    return Finding("VB13", Severity.WARNING, message, place, found=str(other), expected=str(amount), hint=hint)

"""``--where``: which rows a run is about.

    ho_ngheo > 50            ho_ngheo / tong_so_ho * 100 >= 5            ten_huyen = Cam Lộ            ten_xa != thị trấn Cam Lộ

Numbers are compared by the grammar of formulas (``figures.expressions``), over the columns of the sheet; a word is equal to
a text or it is not, diacritics and all, capitals aside. Conditions joined by «và», or given one by one, must all hold. A row
whose cell is no number cannot be decided: it is neither taken nor left out in silence but reported.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from reportgen.batch.nouns import FIGURE, Columns, Row, Value
from reportgen.diagnostics import Finding, error
from reportgen.errors import UsageError
from reportgen.figures.expressions import Comparison, evaluate, names_in, parse_comparison
from reportgen.figures.quantity import Quantity
from reportgen.figures.tokens import HOLDS, ExpressionError
from reportgen.noun import noun
from reportgen.pattern import Pattern
from reportgen.vietnamese.text import lower, nearest, nfc

_AND = Pattern(r"\s+(?:và|va|and)\s+|;")
_TEXT = Pattern(r"\s*([A-Za-z_]\w*)\s*(=|==|!=|<>|≠)\s*[\"'«]?(.*?)[\"'»]?\s*")


@noun
class TextTest:
    """A word that must (not) be this text."""

    key: str
    text: str
    negated: bool


Test = TextTest | Comparison


def read_tests(texts: Sequence[str], columns: Columns) -> list[Test]:
    """The conditions. UsageError LO05 for one that is not understood or names no column."""
    kinds = {target.key: target.kind for target, _ in columns.found}
    return [_test(part, kinds) for text in texts for part in _AND.split(nfc(text)) if part.strip()]


def _test(text: str, kinds: Mapping[str, str]) -> Test:
    match = _TEXT.fullmatch(text)
    if match and kinds.get(match[1], FIGURE) != FIGURE:
        return TextTest(match[1], lower(" ".join(match[3].split())), match[2] not in ("=", "=="))
    try:
        comparison = parse_comparison(text)
    except ExpressionError as fault:
        raise UsageError.of("LO05", f"điều kiện «{text.strip()}»: {fault.message}", hint=fault.hint) from None
    for key in names_in(comparison):
        if kinds.get(key) != FIGURE:
            close = nearest(key, kinds)
            hint = f"có phải «{close}»?" if close else f"các cột: {', '.join(kinds)}"
            what = "là cột chữ, chỉ so sánh được bằng = hoặc !=" if key in kinds else "không phải cột nào của bảng tính"
            raise UsageError.of("LO05", f"điều kiện «{text.strip()}»: «{key}» {what}", hint=hint)
    return comparison


def chooser(tests: Sequence[Test], columns: Columns) -> Callable[[Row], bool | Finding]:
    """Says of a row whether it is chosen, or why that cannot be said."""
    at = {target.key: n for n, (target, _) in enumerate(columns.found)}

    def chosen(row: Row) -> bool | Finding:
        for test in tests:
            if isinstance(test, TextTest):
                value = row.values[at[test.key]]
                same = lower(" ".join(str(value if value is not None else "").split())) == test.text
                holds: bool | Finding = same != test.negated
            else:
                holds = _compared(test, columns, at, row)
            if holds is not True:
                return holds
        return True

    return chosen


def _compared(test: Comparison, columns: Columns, at: Mapping[str, int], row: Row) -> bool | Finding:
    def value_of(key: str) -> Quantity:
        number = _number(row.values[at[key]])
        if number is None:
            raise _NoNumber(key)
        return Quantity.exact(number)

    try:
        sides = [evaluate(side, value_of).nominal for side in test.sides]
    except _NoNumber as fault:
        place = columns.place(row.number, columns.found[at[fault.key]][1])
        hint = "điền số vào ô này, hoặc bỏ điều kiện"
        return error("LO22", f"ô không có số nên không xét được điều kiện «{test.source}»", place, hint=hint)
    except ExpressionError as fault:
        place = columns.place(row.number, columns.found[0][1])
        return error("LO22", f"không xét được điều kiện «{test.source}»: {fault.message}", place, hint=fault.hint)
    return all(HOLDS[sign](a, b) for (a, b), sign in zip(pairwise(sides), test.signs, strict=True))


class _NoNumber(Exception):
    """A cell that holds no number."""

    def __init__(self, key: str):
        self.key = key


def _number(value: Value) -> Decimal | None:
    if isinstance(value, int | Decimal):
        return Decimal(value)
    inner = getattr(value, "value", None)
    if isinstance(inner, Decimal):
        return inner
    text = value.strip() if isinstance(value, str) else ""
    return Decimal(text) if text.isascii() and text.isdigit() else None

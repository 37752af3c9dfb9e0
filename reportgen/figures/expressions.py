"""Formulas and comparisons over figures: read once into a tree, worked out exactly.

    ho_ngheo / tong_so_ho * 100            lam_tron(tong(a, b, c) / 3, 1)            a + b = c

Why an own grammar and not Python's: ``0,5`` must be a half and not a pair, ``1.000`` must be refused as ambiguous,
``=`` must mean equal, messages must be Vietnamese; and a language without attributes, calls or loops cannot be made to do
harm. Bounded: 500 characters, 30 levels, numbers of 20 digits, no powers, so every answer comes at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import lru_cache

from reportgen.figures.quantity import Quantity, greatest, least, rounded
from reportgen.figures.tokens import ExpressionError, Token, tokens
from reportgen.noun import noun
from reportgen.vietnamese.text import nearest, nfc

MAX_DEPTH = 30
MAX_PLACES = 6


@noun
class Number:
    """A number written in the expression."""

    value: Fraction
    source: str


@noun
class Name:
    """A figure by its key."""

    key: str
    source: str


@noun
class Negative:
    """A minus sign before something."""

    inner: Tree
    source: str


@noun
class Operation:
    """Two things joined by + - * or /."""

    sign: str
    left: Tree
    right: Tree
    source: str


@noun
class Call:
    """One of the functions of ``FUNCTIONS``."""

    function: str
    arguments: tuple[Tree, ...]
    source: str


Tree = Number | Name | Negative | Operation | Call


@noun
class Comparison:
    """A chain ``a < b <= c``: one sign fewer than sides."""

    sides: tuple[Tree, ...]
    signs: tuple[str, ...]
    source: str


def _round(values: list[Quantity]) -> Quantity:
    places = int(values[1].nominal) if len(values) > 1 else 0
    return values[0].each(lambda x: Fraction(rounded(x, places)))


def _sum(values: list[Quantity]) -> Quantity:
    return sum(values[1:], values[0])


FUNCTIONS: dict[str, tuple[Callable[[list[Quantity]], Quantity], int, int]] = {
    "tong": (_sum, 1, 100),
    "lam_tron": (_round, 1, 2),
    "nho_nhat": (least, 1, 100),
    "lon_nhat": (greatest, 1, 100),
    "tri_tuyet_doi": (lambda values: values[0].absolute(), 1, 1),
}
"""Name → what it does, fewest and most arguments."""


@lru_cache(maxsize=1024)
def parse_formula(text: str) -> Tree:
    """The tree of a formula (no comparison). Raises ExpressionError."""
    reader = _Reader(text)
    tree = reader.sum()
    if reader.token.kind == "comparison":
        raise ExpressionError(
            f"công thức không được có dấu so sánh «{reader.token.text}»", "chỉ viết vế tính ra kết quả"
        )
    reader.finish()
    return tree


@lru_cache(maxsize=1024)
def parse_comparison(text: str) -> Comparison:
    """The tree of a comparison. Raises ExpressionError, also where nothing is compared."""
    reader = _Reader(text)
    sides, signs = [reader.sum()], []
    while reader.token.kind == "comparison":
        signs.append(reader.take().sign)
        sides.append(reader.sum())
    reader.finish()
    if not signs:
        raise ExpressionError("biểu thức không so sánh gì", "thêm dấu so sánh, ví dụ: a + b = c")
    return Comparison(tuple(sides), tuple(signs), text.strip())


def names_in(tree: Tree | Comparison) -> Iterator[str]:
    """Keys of the figures used, in reading order, possibly repeated."""
    match tree:
        case Name(key=key):
            yield key
        case Negative(inner=inner):
            yield from names_in(inner)
        case Operation(left=left, right=right):
            yield from names_in(left)
            yield from names_in(right)
        case Call(arguments=parts) | Comparison(sides=parts):
            for part in parts:
                yield from names_in(part)


def evaluate(tree: Tree, value_of: Callable[[str], Quantity]) -> Quantity:
    """The value of ``tree``; ``value_of`` gives the figure of a key. Raises ExpressionError for a division by zero."""
    match tree:
        case Number(value=value):
            return Quantity.exact(value)
        case Name(key=key):
            return value_of(key)
        case Negative(inner=inner):
            return -evaluate(inner, value_of)
        case Operation(sign=sign, left=left, right=right):
            return _operate(sign, evaluate(left, value_of), evaluate(right, value_of), right.source)
        case Call(function=function, arguments=arguments):
            return FUNCTIONS[function][0]([evaluate(a, value_of) for a in arguments])


def _operate(sign: str, a: Quantity, b: Quantity, divisor: str) -> Quantity:
    if sign == "+":
        return a + b
    if sign == "-":
        return a - b
    if sign == "*":
        return a * b
    try:
        return a / b
    except ZeroDivisionError:
        how = "bằng 0" if b.nominal == 0 else "có thể bằng 0 do làm tròn"
        raise ExpressionError(
            f"không chia được cho «{divisor}» vì {how}", "xem lại số liệu ở mẫu số", "SL11"
        ) from None


class _Reader:
    """Reads the grammar from left to right: sums of products of signed atoms."""

    def __init__(self, text: str):
        self.text = nfc(text).rstrip()
        self.tokens = tokens(self.text)
        self.index = self.depth = 0

    @property
    def token(self) -> Token:
        """The word to be read next."""
        return self.tokens[self.index]

    def take(self) -> Token:
        """The word to be read next, and one further."""
        self.index += 1
        return self.tokens[self.index - 1]

    def sum(self) -> Tree:
        """The tree of a sum from here on. Raises ExpressionError."""
        return self._chain("+-", self._product)

    def _product(self) -> Tree:
        return self._chain("*/", self._signed)

    def _chain(self, signs: str, part: Callable[[], Tree]) -> Tree:
        start = self.token.at
        tree = part()
        while self.token.sign and self.token.sign in signs:
            sign = self.take().sign
            right = part()
            tree = Operation(sign, tree, right, self._since(start))
        return tree

    def _signed(self) -> Tree:
        start = self.token.at
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise ExpressionError(
                f"biểu thức lồng nhau quá {MAX_DEPTH} lớp", "chia thành nhiều chỉ tiêu trung gian"
            )
        if self.token.sign in ("+", "-"):
            minus = self.take().sign == "-"
            inner = self._signed()
            tree = Negative(inner, self._since(start)) if minus else inner
        else:
            tree = self._atom()
        self.depth -= 1
        return tree

    def _atom(self) -> Tree:
        start, token = self.token.at, self.take()
        if token.kind == "number":
            return Number(token.value, token.text)
        if token.kind == "name":
            return self._call(token) if self.token.sign == "(" else Name(token.text, token.text)
        if token.sign == "(":
            tree = self.sum()
            self._close(start)
            return tree
        self.index -= 1
        raise self._unexpected()

    def _call(self, name: Token) -> Call:
        if name.text not in FUNCTIONS:
            close = nearest(name.text, FUNCTIONS)
            hint = f"có phải «{close}»?" if close else "các hàm có sẵn: " + ", ".join(FUNCTIONS)
            raise ExpressionError(f"không có hàm «{name.text}»", hint)
        self.take()
        arguments = [self._argument()]
        while self.token.sign == ",":
            self.take()
            arguments.append(self._argument())
        self._close(name.at)
        return _checked(Call(name.text, tuple(arguments), self._since(name.at)))

    def _argument(self) -> Tree:
        first = self.index
        tree = self.sum()
        for token in self.tokens[first : self.index]:
            if token.kind == "number" and "," in token.text:
                a, b = token.text.split(",", 1)
                hint = f"nếu là hai giá trị, viết {a}; {b}. Nếu là số thập phân, đưa ra ngoài hàm hoặc viết {a}.{b}"
                raise ExpressionError(f"«{token.text}» trong ngoặc của hàm đọc được hai cách", hint)
        return tree

    def _close(self, start: int) -> None:
        if self.token.sign != ")":
            if self.token.kind == "end":
                raise ExpressionError(f"thiếu dấu ) đóng «{self.text[start : start + 20].strip()}…»")
            raise self._unexpected()
        self.take()

    def finish(self) -> None:
        """Raises ExpressionError if anything is left unread."""
        if self.token.kind != "end":
            raise self._unexpected()

    def _unexpected(self) -> ExpressionError:
        before = self.text[: self.token.at].strip()[-25:]
        after = f" sau «{before}»" if before else " ở đầu"
        if self.token.kind == "end":
            return ExpressionError(f"biểu thức còn thiếu{after}", "thêm mã chỉ tiêu hoặc con số")
        hint = (
            "giữa hai giá trị phải có một phép tính: + - * /" if self.token.kind in ("number", "name") else ""
        )
        return ExpressionError(f"không hiểu «{self.token.text}»{after}", hint)

    def _since(self, start: int) -> str:
        last = self.tokens[self.index - 1]
        return self.text[start : last.at + len(last.text)]


def _checked(call: Call) -> Call:
    """The call, if it has as many arguments as its function takes."""
    _, low, high = FUNCTIONS[call.function]
    if not low <= len(call.arguments) <= high:
        needed = f"{low}" if low == high else f"từ {low} đến {high}"
        raise ExpressionError(f"hàm «{call.function}» cần {needed} giá trị, ở đây có {len(call.arguments)}")
    if call.function == "lam_tron" and len(call.arguments) == 2:
        places = call.arguments[1]
        if not isinstance(places, Number) or places.value.denominator != 1 or places.value > MAX_PLACES:
            raise ExpressionError(
                f"số chữ số lẻ của «lam_tron» phải là số từ 0 đến {MAX_PLACES}", "ví dụ: lam_tron(a, 2)"
            )
    return call

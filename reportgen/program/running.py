"""Running a program: its nodes become a few Python functions once, and a document is one pass over them.

Speed comes from three things. Text between tags is prepared once (encoded, for a page) and never looked at again. Tags that
stand next to each other and take from the same source (names of the document, columns of a row) are fetched in one call.
And what values say is gathered first, escaped, checked and encoded in one go for the whole page, and then set between the
prepared pieces: sixty figures cost one encoding, not sixty.

So a page is lists of one length: ``statics``, behind each of them a value (empty words where text follows text) and the line of
its tag. Values become words at the end, all at once; nearly always they are. Markup of our own (data tables) goes among the statics: it is not escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any, TypeAlias

from reportgen.program import values
from reportgen.program.comparing import OPERATORS, compared
from reportgen.program.fetched import of_names, of_row, put_words, source_of, words_of
from reportgen.program.nodes import (
    AnyOf,
    Body,
    Both,
    Choice,
    Chosen,
    Compared,
    Condition,
    Filtered,
    Item,
    Literal,
    Loop,
    Member,
    Name,
    Not,
    Own,
    Position,
    Present,
    Printed,
    Statement,
    Truth,
    Value,
)  # fmt: skip

DEEPEST_LOOPS = 3
COUNTED_EVERY = 2_000
"""Pieces of a page between two looks at its length."""

Step: TypeAlias = "Callable[[Page], None]"
Cast: TypeAlias = Callable[[str], Any]


class Page:
    """One page being made: what it is filled from, where its loops are, what it says so far."""

    __slots__ = ("counted", "index", "items", "length", "lines", "names", "room", "run", "statics", "values")

    def __init__(self, names: Mapping[str, Any], run: values.Run, room: int):
        self.names, self.run, self.room = names, run, room
        self.items: list[Any] = [None] * DEEPEST_LOOPS
        self.index, self.length = [0] * DEEPEST_LOOPS, [0] * DEEPEST_LOOPS
        self.statics: list[Any] = []
        self.values: list[Any] = []
        self.lines: list[int] = []
        self.counted = 0

    def count(self) -> None:
        """Take what was added since the last time off the room for characters. DataError (MAU38) if none is left."""
        since = self.counted
        self.values[since:] = words_of(self.values[since:], self.lines[since:], self.run)
        self.lines[since:] = [0] * (len(self.values) - since)  # nothing is asked of them any more
        self.room -= sum(map(len, self.statics[since:])) + sum(map(len, self.values[since:]))
        self.counted = len(self.values)
        if self.room < 0:
            self.run.fault("MAU38", "văn bản dài quá mức cho phép", 0, "kiểm tra các vòng for lồng nhau")
            self.run.stop()

    def words(self) -> list[str]:
        """What the values say, each behind the static of the same index; DataError with what was found wrong in them."""
        found = words_of(self.values, self.lines, self.run)
        self.run.stop_if_faulty()
        return found


def interleaved(statics: Sequence[Any], words: Iterable[Any]) -> list[Any]:
    """The pieces of a page in order."""
    pieces = [None] * (2 * len(statics))
    pieces[::2], pieces[1::2] = statics, list(words)
    return pieces


def steps(body: Body, cast: Cast) -> list[Step]:
    """The functions that make this body, in order; ``cast`` prepares the text between tags."""
    made: list[Step] = []
    for source, found in groupby(_pairs(body), key=lambda pair: source_of(pair[1])):
        pairs = list(found)
        made += _fetched(source, pairs, cast) if source else [_single(*pair, cast) for pair in pairs]
    return made


def _pairs(body: Body) -> Iterator[tuple[str, Statement]]:
    """Each statement with the text before it; text at the end stands before an empty one."""
    before = ""
    for part in body:
        if isinstance(part, str):
            before += part
        else:
            yield before, part
            before = ""
    if before:
        yield before, ""


def _fetched(source: str, pairs: list[tuple[str, Printed]], cast: Cast) -> list[Step]:
    """One step for tags in a row that take from the same source."""
    statics = [cast(before) for before, _ in pairs]
    lines = [tag.line for _, tag in pairs]
    tags = [tag.of for _, tag in pairs]
    if source == "names":
        return [of_names(tags, statics, lines)]
    put = put_words(statics, lines)
    if source == "anywhere":
        fetches = [value_of(tag) for tag in tags]
        return [lambda page: put(page, [fetch(page) for fetch in fetches])]
    return [of_row(int(source), [tag.key for tag in tags], lines, put)]


def _single(before: str, part: Statement, cast: Cast) -> Step:
    """The step of one statement and the text before it."""
    static = cast(before)
    match part:
        case str():
            return lambda page: _put(page, static, "")
        case Own():
            return _own(static, part, cast)
    inner = _choice(part, cast) if isinstance(part, Choice) else _loop(part, cast)
    if not before:
        return inner

    def after_text(page: Page) -> None:
        _put(page, static, "")
        inner(page)

    return after_text


def _put(page: Page, static: Any, words: str) -> None:
    page.statics.append(static)
    page.values.append(words)
    page.lines.append(0)


def _own(static: Any, part: Own, cast: Cast) -> Step:
    call, of = getattr(values, part.function), part.of
    fetch = (lambda page: page.names.get(of.name)) if isinstance(of, Name) else value_of(of)

    def own(page: Page) -> None:
        words = call(fetch(page), page.run, part.line, *part.arguments)
        if hasattr(words, "__html__"):
            _put(page, static, "")
            _put(page, cast(words.__html__()), "")
        else:
            _put(page, static, words)

    return own


def _choice(part: Choice, cast: Cast) -> Step:
    branches = [
        (holds(condition) if condition is not None else None, steps(body, cast)) for condition, body in part.branches
    ]

    def choose(page: Page) -> None:
        for condition, body in branches:
            if condition is None or condition(page):
                for step in body:
                    step(page)
                return

    return choose


def _loop(part: Loop, cast: Cast) -> Step:
    depth, fetch, line = part.depth, value_of(part.items), part.line
    kept = holds(part.kept) if part.kept is not None else None
    body, otherwise = steps(part.body, cast), steps(part.otherwise, cast)

    def chosen(page: Page, items: Sequence[Any]) -> Iterator[Any]:
        for page.items[depth] in items:
            if kept(page):
                yield page.items[depth]

    def loop(page: Page) -> None:
        items = values.looped(fetch(page), page.run, line)
        items = items if kept is None else list(chosen(page, items))
        page.length[depth] = len(items)
        for page.index[depth], page.items[depth] in enumerate(items):
            for step in body:
                step(page)
            if len(page.values) - page.counted > COUNTED_EVERY:
                page.count()
        if not items:
            for step in otherwise:
                step(page)

    return loop


_POSITIONS: Mapping[str, Callable[[int, int], Any]] = {
    "index": lambda index, length: index + 1,
    "first": lambda index, length: index == 0,
    "last": lambda index, length: index == length - 1,
    "length": lambda index, length: length,
}


def value_of(node: Value) -> Callable[[Page], Any]:
    """The function that fetches a value."""
    match node:
        case Name(name):
            return lambda page: page.names[name]
        case Item(depth):
            return lambda page: page.items[depth]
        case Position(depth, word):
            told = _POSITIONS[word]
            return lambda page: told(page.index[depth], page.length[depth])
        case Member(of, key, line):
            row = value_of(of)
            return lambda page: values.member(row(page), page.run, line, key)
        case Filtered(of, name, arguments, line):
            value, filtered, call = value_of(of), values.filtered, values.filter_called(name)
            return lambda page: filtered(value(page), page.run, line, name, call, arguments)
        case Chosen(condition, Literal(one), Literal(other)):
            asked = holds(condition)
            return lambda page: one if asked(page) else other
        case Chosen(condition, one, other):
            asked, yes, no = holds(condition), value_of(one), value_of(other)
            return lambda page: yes(page) if asked(page) else no(page)
        case Literal(constant):
            return lambda page: constant
    raise TypeError(f"{node!r} is no value")


def _held_against(of: Value, operator: str, constant: Decimal, line: int) -> Callable[[Page], bool]:
    """The usual comparison, of a figure with a number typed in the tag; anything but a figure goes the long way."""
    name, fetch = of.name if isinstance(of, Name) else "", value_of(of)
    holds_between = OPERATORS[operator]

    def held_against(page: Page) -> bool:
        value = page.names[name] if name else fetch(page)
        number = getattr(value, "value", None)
        if type(number) is Decimal:
            return holds_between(number, constant)
        return compared(value, page.run, line, operator, constant)

    return held_against


def holds(node: Condition) -> Callable[[Page], bool]:
    """The function that decides a condition."""
    match node:
        case Truth(of, line):
            value = value_of(of)
            return lambda page: values.truth(value(page), page.run, line)
        case Present(of):
            value = value_of(of)
            return lambda page: values.present(value(page))
        case Compared(left, operator, right, line):
            one, other = value_of(left), value_of(right)
            if isinstance(right, Literal) and type(right.value) is Decimal and operator in OPERATORS:
                return _held_against(left, operator, right.value, line)
            return lambda page: compared(one(page), page.run, line, operator, other(page))
        case Not(of):
            asked = holds(of)
            return lambda page: not asked(page)
        case Both(left, right):
            first, second = holds(left), holds(right)
            return lambda page: first(page) and second(page)
        case AnyOf(left, right):
            first, second = holds(left), holds(right)
            return lambda page: first(page) or second(page)
    raise TypeError(f"{node!r} is no condition")

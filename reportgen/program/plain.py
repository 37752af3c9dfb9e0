"""Plain programs: names, ``if`` and ``for`` in their plainest forms, which is all that frames and most texts hold.

Importing Jinja to read a page is a good part of a cold build. So a program that holds nothing but

    {{ name }}  {{ row.column }}  {{ loop.index }}
    {% if … %} {% elif … %} {% else %} {% endif %}    of [not] name, name is [not] co_so_lieu, loop.length == 2
    {% for row in name %} {% endfor %}

is read here, into the same nodes that ``program.tree`` makes of what Jinja has read. Whatever is not understood, anything
wrong included, makes the program not plain: Jinja reads it, and says what is wrong. A test reads programs both ways.
"""

from __future__ import annotations

from reportgen.noun import field, noun, working
from reportgen.program.needs import Needs
from reportgen.program.nodes import (
    Body,
    Choice,
    Compared,
    Condition,
    Item,
    Literal,
    Loop,
    Member,
    Name,
    Not,
    Position,
    Present,
    Printed,
    Truth,
    Value,
)  # fmt: skip
from reportgen.program.tags import TAG

DEEPEST = 8
DEEPEST_LOOPS = 3
LOOP_WORDS = {"index", "first", "last", "length"}
TAKEN = frozenset(
    "and as block call caller context do elif else endfor endif extends false filter for from if import in include is "
    "loop macro none not or print raw recursive self set super true varargs with kwargs False None True".split()
)
"""Words that mean something to Jinja or to us; a name that is one of them is not plain."""


@noun
class Plain:
    """A program read: what it does, and what it needs."""

    body: Body
    needs: Needs


@working
class _Open:
    """An ``if`` or a ``for`` that is not closed yet; ``branches`` are conditions with their bodies, those of a loop one."""

    parts: list = field(default_factory=list)
    branches: list = field(default_factory=list)
    loop: tuple | None = None


def read_plain(source: str) -> Plain | None:
    """The program read, None if it is not plain."""
    if "\r" in source or "{#" in source:
        return None
    reader = _Reader()
    at, counted, line = 0, 0, 1
    for found in TAG.finditer(source):
        tag = found.group()
        start = found.start() + len(tag) - len(tag[2:].lstrip())  # of the first word, whose line is the tag's
        line += source.count("\n", counted, start)
        counted = start
        words = "" if "\n" in tag[2:-2].strip() else tag[2:-2].split()
        if not reader.text(source[at : found.start()]) or not words or not reader.tag(tag[1], words, line):
            return None
        at = found.end()
    return reader.plain() if reader.text(source[at:]) else None


class _Reader:
    """Reads pieces and tags one by one; False means: not plain."""

    def __init__(self) -> None:
        self.needs = Needs()
        self.opened: list[_Open] = [_Open()]
        self.scope: list[str] = []

    def text(self, words: str) -> bool:
        """Take the text between two tags; False if there is more to it than text."""
        if words:
            self.opened[-1].parts.append(words)
        return "{{" not in words and "{%" not in words

    def tag(self, brace: str, words: list[str], line: int) -> bool:
        """Take a tag by its words; ``brace``: «{» prints, «%» commands. False if it is not plain."""
        top = self.opened[-1]
        if brace == "{":
            value = self._value(words[0], line) if len(words) == 1 else None
            top.parts.append(Printed(value, line))
            return value is not None
        match words:
            case ["if", *condition]:
                self.opened.append(_Open())
                return len(self.opened) <= DEEPEST + 1 and self._branch(condition, line)
            case ["for", target, "in", name]:
                return self._loop(target, name, line)
            case ["elif", *condition] if self._in_choice(top):
                return self._branch(condition, line)
            case ["else"] if self._in_choice(top):
                return self._enter(None)
            case ["endif"] if top.branches:
                return self._close(Choice(_closed(top.branches)))
            case ["endfor"] if top.loop:
                self.scope.pop()
                return self._close(Loop(*top.loop, tuple(top.parts)))
        return False

    def plain(self) -> Plain | None:
        """The program that was read; None if a command is still open."""
        return Plain(tuple(self.opened[0].parts), self.needs) if len(self.opened) == 1 else None

    def _in_choice(self, top: _Open) -> bool:
        return bool(top.branches) and top.branches[-1][0] is not None

    def _close(self, made: Choice | Loop) -> bool:
        self.opened.pop()
        self.opened[-1].parts.append(made)
        return True

    def _branch(self, words: list[str], line: int) -> bool:
        condition = self._condition(words, line)
        return condition is not None and self._enter(condition)

    def _enter(self, condition: Condition | None) -> bool:
        top = self.opened[-1]
        top.parts = []
        top.branches.append((condition, top.parts))
        return True

    def _loop(self, target: str, name: str, line: int) -> bool:
        if not _is_name(target) or len(self.scope) >= DEEPEST_LOOPS or name.startswith("loop."):
            return False
        self.needs.targets.setdefault(target, line)
        items = self._value(name, line)
        self.opened.append(_Open(loop=(len(self.scope), items, line)))
        self.scope.append(target)
        return items is not None and len(self.opened) <= DEEPEST + 1

    def _condition(self, words: list[str], line: int) -> Condition | None:
        negated = words[:1] == ["not"]
        match words[negated:]:
            case [name] if value := self._value(name, line):
                made = Truth(value, line)
            case [name, "is", "co_so_lieu"] if value := self._value(name, line):
                made = Present(value)
            case [name, "is", "not", "co_so_lieu"] if value := self._value(name, line):
                made, negated = Present(value), not negated
            case ["loop.length" as name, "==", digits] if (
                digits.isascii() and digits.isdecimal() and len(digits) < 9 and (value := self._value(name, line))
            ):
                made = Compared(value, "eq", Literal(int(digits)), line)
            case _:
                return None
        return Not(made) if negated else made

    def _value(self, word: str, line: int) -> Value | None:
        name, dot, member = word.partition(".")
        if name == "loop":
            return Position(len(self.scope) - 1, member) if self.scope and member in LOOP_WORDS else None
        if not _is_name(name) or (dot and not _is_name(member)):
            return None
        if name in self.scope:
            depth = len(self.scope) - 1 - self.scope[::-1].index(name)
            value: Value = Item(depth)
        else:
            self.needs.names.setdefault(name, line)
            value = Name(name)
        return Member(value, member, line) if dot else value


def _closed(branches: list) -> tuple[tuple[Condition | None, Body], ...]:
    return tuple((condition, tuple(parts)) for condition, parts in branches)


def _is_name(word: str) -> bool:
    return word.isascii() and word.isidentifier() and not word.startswith("_") and word not in TAKEN

"""Plain programs: names, ``if`` and ``for`` in their plainest forms, which is all that frames and most texts hold.

Importing Jinja and compiling a page with it is a third of a cold build. So a program that holds nothing but

    {{ name }}  {{ row.column }}  {{ loop.index }}
    {% if … %} {% elif … %} {% else %} {% endif %}    of [not] name, name is [not] co_so_lieu, loop.length == 2
    {% for row in name %} {% endfor %}

is read and run here: the same functions of ``program.values`` are called with the same values in the same order as in a
program that ``program.tree`` rebuilt for Jinja, and nothing else can be called at all. Whatever is not understood,
anything wrong included, makes the program not plain: Jinja reads it, and says what is wrong. A test runs programs both
ways.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from reportgen.noun import field, noun, working
from reportgen.program import values
from reportgen.program.needs import Needs
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
class Operand:
    """A name, or one member of it; the name ``loop`` is the innermost loop."""

    name: str
    member: str
    line: int


@noun
class Condition:
    """``kind`` is truth, present (is co_so_lieu) or length (== ``number``)."""

    kind: str
    operand: Operand
    negated: bool = False
    number: int = 0


@working
class Choice:
    """``if``: the body of the first condition that holds; a condition of None always does."""

    branches: list[tuple[Condition | None, Body]] = field(default_factory=list)


@working
class Loop:
    """``for``: its body for each item."""

    target: str
    items: Operand
    body: Body = field(default_factory=list)


Body: TypeAlias = "list[str | Operand | Choice | Loop]"


@noun
class Plain:
    """A program read: what it does, and what it needs."""

    body: Body
    needs: Needs


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
        self.bodies: list[Body] = [[]]
        self.opened: list[Choice | Loop] = []
        self.scope: list[str] = []

    def text(self, words: str) -> bool:
        if words:
            self.bodies[-1].append(words)
        return "{{" not in words and "{%" not in words

    def tag(self, brace: str, words: list[str], line: int) -> bool:
        if brace == "{":
            return len(words) == 1 and self._put(self._operand(words[0], line))
        top = self.opened[-1] if self.opened else None
        match words:
            case ["if", *condition]:
                return self._put(choice := Choice()) and self._open(choice) and self._branch(choice, condition, line)
            case ["for", target, "in", name]:
                return self._loop(target, name, line)
            case ["elif", *condition] if isinstance(top, Choice) and top.branches[-1][0]:
                self.bodies.pop()
                return self._branch(top, condition, line)
            case ["else"] if isinstance(top, Choice) and top.branches[-1][0]:
                self.bodies.pop()
                return self._enter(top, None)
            case ["endif"] if isinstance(top, Choice):
                return self._close()
            case ["endfor"] if isinstance(top, Loop):
                self.scope.pop()
                return self._close()
        return False

    def plain(self) -> Plain | None:
        return None if self.opened else Plain(self.bodies[0], self.needs)

    def _put(self, part: Operand | Choice | Loop | None) -> bool:
        self.bodies[-1].append(part)
        return part is not None

    def _open(self, part: Choice | Loop) -> bool:
        self.opened.append(part)
        return len(self.opened) <= DEEPEST

    def _close(self) -> bool:
        self.opened.pop()
        self.bodies.pop()
        return True

    def _branch(self, choice: Choice, words: list[str], line: int) -> bool:
        condition = self._condition(words, line)
        return condition is not None and self._enter(choice, condition)

    def _enter(self, choice: Choice, condition: Condition | None) -> bool:
        self.bodies.append([])
        choice.branches.append((condition, self.bodies[-1]))
        return True

    def _loop(self, target: str, name: str, line: int) -> bool:
        if not _is_name(target) or len(self.scope) >= DEEPEST_LOOPS or name.startswith("loop."):
            return False
        self.needs.targets.setdefault(target, line)
        items = self._operand(name, line)
        if not items:
            return False
        loop = Loop(target, items)
        self.scope.append(target)
        self._put(loop)
        self.bodies.append(loop.body)
        return self._open(loop)

    def _condition(self, words: list[str], line: int) -> Condition | None:
        negated = words[:1] == ["not"]
        match words[negated:]:
            case [name]:
                kind, number = "truth", 0
            case [name, "is", "co_so_lieu"]:
                kind, number = "present", 0
            case [name, "is", "not", "co_so_lieu"]:
                kind, number, negated = "present", 0, not negated
            case ["loop.length" as name, "==", digits] if digits.isascii() and digits.isdecimal() and len(digits) < 9:
                kind, number = "length", int(digits)
            case _:
                return None
        operand = self._operand(name, line)
        return Condition(kind, operand, negated, number) if operand else None

    def _operand(self, word: str, line: int) -> Operand | None:
        name, dot, member = word.partition(".")
        if name == "loop":
            return Operand(name, member, line) if self.scope and member in LOOP_WORDS else None
        if not _is_name(name) or (dot and not _is_name(member)):
            return None
        if name not in self.scope:
            self.needs.names.setdefault(name, line)
        return Operand(name, member, line)


def _is_name(word: str) -> bool:
    return word.isascii() and word.isidentifier() and not word.startswith("_") and word not in TAKEN


def run_plain(body: Body, context: Mapping[str, Any], run: values.Run, escape: Callable[[str], str]) -> Iterator[str]:
    """The pieces of the page, the words of values escaped. ``context`` has all names the program needs."""
    for part in body:
        if isinstance(part, str):
            yield part
        elif isinstance(part, Operand):
            yield escape(values.printed(_value(part, context, run), run, part.line))
        elif isinstance(part, Loop):
            items = values.looped(_value(part.items, context, run), run, part.items.line)
            for index, item in enumerate(items):
                loop = {"index": index + 1, "first": index == 0, "last": index == len(items) - 1, "length": len(items)}
                yield from run_plain(part.body, {**context, part.target: item, "loop": loop}, run, escape)
        else:
            chosen = next((inner for condition, inner in part.branches if _holds(condition, context, run)), [])
            yield from run_plain(chosen, context, run, escape)


def _value(operand: Operand, context: Mapping[str, Any], run: values.Run) -> Any:
    value = context[operand.name]
    if operand.name == "loop":
        return value[operand.member]
    return values.member(value, run, operand.line, operand.member) if operand.member else value


def _holds(condition: Condition | None, context: Mapping[str, Any], run: values.Run) -> bool:
    if condition is None:
        return True
    operand = condition.operand
    value = _value(operand, context, run)
    if condition.kind == "truth":
        found = values.truth(value, run, operand.line)
    elif condition.kind == "present":
        found = values.present(value)
    else:
        found = values.compared(value, run, operand.line, "eq", condition.number)
    return found != condition.negated

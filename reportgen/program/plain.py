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
class Test:
    """A condition: ``kind`` is truth, present or length (== ``number``)."""

    kind: str
    operand: Operand
    negated: bool = False
    number: int = 0


@working
class Choice:
    """``if``: the body of the first condition that holds; a condition of None always does."""

    branches: list[tuple[Test | None, Body]] = field(default_factory=list)


@working
class Loop:
    """``for``: its body for each item."""

    target: str
    items: Operand
    body: Body = field(default_factory=list)


Body: TypeAlias = "list[str | Operand | Choice | Loop]"


@noun
class Plain:
    """A program read: what it does and which names it needs."""

    body: Body
    needs: Needs


def read_plain(source: str) -> Plain | None:
    """The program read, None if it is not plain."""
    if "\r" in source or "{#" in source:
        return None
    reader = _Reader()
    at, line = 0, 1
    for found in TAG.finditer(source):
        reader.text(source[at : found.start()])
        tag = found.group()
        words = tag[2:-2].split()
        line += source.count("\n", at, found.start()) + tag[: len(tag) - len(tag[2:].lstrip())].count("\n")
        if not words or "\n" in tag[2:-2].strip() or not reader.tag(tag[1], words, line):
            return None
        at = found.end()
        line += tag.rstrip("%}").count("\n", len(tag) - len(tag[2:].lstrip()))
    reader.text(source[at:])
    return Plain(reader.bodies[0], reader.needs) if reader.is_whole else None


def run_plain(body: Body, context: Mapping[str, Any], run: values.Run, shown: Callable[[str], str]) -> Iterator[str]:
    """The pieces of the page; ``shown`` escapes the words of a value."""
    return _run(body, _Names(context, {}), run, shown)

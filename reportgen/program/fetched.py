"""Tags that stand in a row and take from the same source, fetched and printed together: most of a page.

Nearly all values are finished texts, or figures that keep their words once they have been asked for them. Those are taken here
without a call; anything else (an unconfirmed figure, a blank, a number without a unit) goes to ``values``, which knows what to
do with it or what to say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any

from reportgen.program import values
from reportgen.program.nodes import Filtered, Item, Member, Name, Printed, Statement

BARE = "so_tran"
"""The filter that prints the number of a figure alone, by far the usual one."""

Put = Callable[[Any, Sequence[Any]], None]


class _Kinds(dict[type, bool]):
    """Kind of a value → whether it keeps its words (``prints_ready``): ``words``, ``number`` and ``unconfirmed`` are its own."""

    def __missing__(self, kind: type) -> bool:
        self[kind] = told = getattr(kind, "prints_ready", False) is True
        return told


KEEPS_WORDS = _Kinds()


def source_of(part: Statement) -> str:
    """Where a tag takes its value from: «names» and «numbers» (of the document), the depth of a loop, «anywhere»; '' for what

    is no tag that prints.
    """
    match part:
        case Printed(Name()):
            return "names"
        case Printed(Filtered(Name(), name, ())) if name == BARE:
            return "numbers"
        case Printed(Member(Item(depth), str())):
            return str(depth)
        case Printed():
            return "anywhere"
    return ""


def put_words(statics: list[Any], lines: list[int]) -> Put:
    """Puts the words of the values found on a page, each behind its text."""
    printed, keeps = values.printed, KEEPS_WORDS

    def put(page: Any, found: Sequence[Any]) -> None:
        run = page.run
        page.statics += statics
        page.words += [
            v if type(v) is str else v.words if keeps[type(v)] and not v.unconfirmed else printed(v, run, line)
            for v, line in zip(found, lines)
        ]

    return put


def put_numbers(statics: list[Any], lines: list[int]) -> Put:
    """The same for bare numbers."""
    keeps, call = KEEPS_WORDS, values.filter_called(BARE)

    def bare(value: Any, run: values.Run, line: int) -> str:
        return values.printed(values.filtered(value, run, line, BARE, call, ()), run, line)

    def put(page: Any, found: Sequence[Any]) -> None:
        run = page.run
        page.statics += statics
        page.words += [
            v.number if keeps[type(v)] and not v.unconfirmed else bare(v, run, line) for v, line in zip(found, lines)
        ]

    return put


def of_names(keys: list[str], put: Put) -> Callable[[Any], None]:
    """The step that takes these names of the document; every one of them is there."""
    if len(keys) == 1:
        (key,) = keys
        return lambda page: put(page, (page.names[key],))
    fetch = itemgetter(*keys)
    return lambda page: put(page, fetch(page.names))


def of_row(depth: int, keys: list[str], lines: list[int], put: Put) -> Callable[[Any], None]:
    """The step that takes these columns of the row the loop at ``depth`` is at."""
    fetch = itemgetter(*keys) if len(keys) > 1 else lambda row: (row[keys[0]],)

    def step(page: Any) -> None:
        row = page.items[depth]
        try:
            found = fetch(row) if type(row) is dict else None
        except KeyError:
            found = None
        if found is None:
            found = [values.member(row, page.run, line, key) for line, key in zip(lines, keys, strict=True)]
        put(page, found)

    return step

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


def bare_key(name: str) -> str:
    """Under this key the names of a page may hold the bare number of a figure ready written: as the tag is typed, so no name

    can be the same.
    """
    return f"{name}|{BARE}"


Put = Callable[[Any, Sequence[Any]], None]


class _Kinds(dict[type, bool]):
    """Kind of a value → whether it keeps its words (``prints_ready``): ``words``, ``number`` and ``unconfirmed`` are its own."""

    def __missing__(self, kind: type) -> bool:
        self[kind] = told = getattr(kind, "prints_ready", False) is True
        return told


KEEPS_WORDS = _Kinds()
_TEXT = frozenset([str])


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
    """Puts the values found on a page, each behind its text; ``words_of`` makes words of them for the whole page."""

    def put(page: Any, found: Sequence[Any]) -> None:
        page.statics += statics
        page.values += found
        page.lines += lines

    return put


def words_of(found: list[Any], lines: list[int], run: values.Run) -> list[str]:
    """The words of these values, in one go: most pages hold nothing but finished texts, and then they are the words.

    Text of another class than ``str`` may be markup; it is printed like any other value.
    """
    if _TEXT.issuperset(map(type, found)):
        return found
    printed, keeps = values.printed, KEEPS_WORDS
    return [
        v if type(v) is str else v.words if keeps[type(v)] and not v.unconfirmed else printed(v, run, line)
        for v, line in zip(found, lines, strict=True)
    ]


def of_names(keys: list[str], put: Put) -> Callable[[Any], None]:
    """The step that takes these names of the document; every one of them is there."""
    fetch = _taker(keys)
    return lambda page: put(page, fetch(page.names))


def of_numbers(keys: list[str], statics: list[Any], lines: list[int]) -> Callable[[Any], None]:
    """The step that takes the bare numbers of these names: written already under their ``bare_key``, or asked of the figures."""
    keeps, call, put = KEEPS_WORDS, values.filter_called(BARE), put_words(statics, lines)
    first, written, fetch = bare_key(keys[0]), _taker([bare_key(key) for key in keys]), _taker(keys)

    def bare(value: Any, run: values.Run, line: int) -> str:
        return values.printed(values.filtered(value, run, line, BARE, call, ()), run, line)

    def step(page: Any) -> None:
        names, run = page.names, page.run
        if first in names:
            try:
                return put(page, written(names))
            except KeyError:
                pass  # some of them are written, some are figures
        found = [v.number if keeps[type(v)] and not v.unconfirmed else bare(v, run, line) for v, line in zip(fetch(names), lines)]
        put(page, found)

    return step


def _taker(keys: list[str]) -> Callable[[Any], Sequence[Any]]:
    return itemgetter(*keys) if len(keys) > 1 else lambda row: (row[keys[0]],)


def of_row(depth: int, keys: list[str], lines: list[int], put: Put) -> Callable[[Any], None]:
    """The step that takes these columns of the row the loop at ``depth`` is at."""
    fetch = _taker(keys)

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

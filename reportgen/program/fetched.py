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
from reportgen.program.nodes import Filtered, Item, Member, Name, Printed, Statement, Value

BARE = "so_tran"
"""The filter that prints the number of a figure alone, by far the usual one."""


def bare_key(name: str) -> str:
    """The key under which the names of a page may hold the bare number of a figure ready written.

    It is what is typed in the tag, so no name can be the same.
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
    """Where a tag takes its value from: «names» (of the document, or their bare numbers), the depth of a loop, «anywhere».

    '' for what is no tag that prints.
    """
    match part:
        case Printed(Name()) | Printed(Filtered(Name(), "so_tran", ())):
            return "names"
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

    A line below zero asks for the bare number. Text of another class than ``str`` may be markup; it is printed like any other value.
    """
    if _TEXT.issuperset(map(type, found)) and min(lines, default=0) >= 0:
        return found
    words, keeps = list(found), KEEPS_WORDS
    for at, value in enumerate(found):
        kind, line = type(value), lines[at]
        if kind is str and line >= 0:
            continue
        if keeps[kind] and not value.unconfirmed:
            words[at] = value.words if line >= 0 else value.number
        else:
            words[at] = _asked(value, run, line)
    return words


def _asked(value: Any, run: values.Run, line: int) -> str:
    """The words of anything else, or its bare number."""
    if line >= 0:
        return values.printed(value, run, line)
    number = values.filtered(value, run, -line, BARE, values.filter_called(BARE), ())
    return values.printed(number, run, -line)


def of_names(tags: Sequence[Value], statics: list[Any], lines: list[int]) -> Callable[[Any], None]:
    """The step that takes these names of the document, or their bare numbers; every one of them is there.

    Bare numbers may stand there as finished text (``bare_key``), all of them or none.
    """
    bare = [isinstance(tag, Filtered) for tag in tags]
    keys = [tag.of.name if isinstance(tag, Filtered) else tag.name for tag in tags]
    if not any(bare):
        fetch, put = _taker(keys), put_words(statics, lines)
        return lambda page: put(page, fetch(page.names))
    written = [bare_key(key) if alone else key for key, alone in zip(keys, bare, strict=True)]
    first = next(bare_key(key) for key, alone in zip(keys, bare, strict=True) if alone)
    ready, asked = (_taker(written), put_words(statics, lines)), (_taker(keys), put_words(statics, _marked(lines, bare)))

    def step(page: Any) -> None:
        names = page.names
        if first in names:
            try:
                return ready[1](page, ready[0](names))
            except KeyError:
                pass  # not all are written: each is asked for its number, and a text that has none is a fault of the page
        asked[1](page, asked[0](names))

    return step


def _marked(lines: list[int], bare: list[bool]) -> list[int]:
    return [-line if alone else line for line, alone in zip(lines, bare, strict=True)]


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

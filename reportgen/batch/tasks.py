"""Entries to tasks: handfuls of rows, each of one workbook, as they go to whoever works."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportgen.batch.making import Task, key_of, packed
from reportgen.batch.nouns import Columns, Entry

HANDFUL = 16
"""Documents in a task: enough to make the way to a worker cheap, few enough to be lost without regret."""
KEPT_TOGETHER = 256
"""Entries in a task at most, where nearly all of them are kept."""


def is_due(entry: Entry) -> bool:
    """True for an entry whose document is to be made: not kept, nothing wrong with it before."""
    return entry.kept is None and not entry.findings


class Common(NamedTuple):
    """What all tasks of a run have in common."""

    plan: bytes
    shown: str
    aside: str

    def task(self, key: str, columns: bytes, held: list[Entry]) -> Task:
        """The entries of a handful that are to be made."""
        due = [entry for entry in held if is_due(entry)]
        rows = tuple(entry.row for entry in due)
        names = tuple(f"{self.shown}/{entry.stem}.docx" for entry in due)
        judged = tuple(entry.judged for entry in due)
        return Task(key, self.plan if due and not self.aside else b"", columns, rows, names, judged, self.aside)


def tasks_of(common: Common, entries: Iterable[tuple[Columns | None, Entry]], handfuls: deque[list[Entry]]) -> Iterator[Task]:
    """Handfuls of entries as tasks; ``handfuls`` remembers what was asked for, in order."""
    held: list[Entry] = []
    columns, keyed, key, due, sent = None, None, "", 0, b""
    for its, entry in entries:
        if held and (due >= HANDFUL or len(held) >= KEPT_TOGETHER or (its is not columns and its is not None and columns is not None)):
            handfuls.append(held)
            yield common.task(key, sent, held)
            held, due = [], 0
        columns = its if its is not None else columns
        if columns is not keyed:
            sent = packed(columns)
            keyed, key = columns, key_of(common.plan, sent)
        held.append(entry)
        due += is_due(entry)
    if held:
        handfuls.append(held)
        yield common.task(key, sent, held)

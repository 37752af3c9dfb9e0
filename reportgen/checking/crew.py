"""Many documents, several processes, results in order; and a document that kills its process costs itself alone.

A worker can be lost (the system takes it when memory runs out). The pool then refuses all its work. What was under way is
done again, each document in a process of its own: whichever kills that one too is told as an outcome, the others go on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor

from reportgen.checking.nouns import BROKE, Checked
from reportgen.checking.work import Task, work
from reportgen.diagnostics import Place, error
from reportgen.workers import executor, streamed

AT_ONCE = 4
"""Tasks handed out for each process: enough that none waits, few enough that finished outcomes do not pile up."""

MOST_HANDS = 60
"""Windows waits for no more than 63 things at once."""


def outcomes(tasks: Sequence[Task], jobs: int) -> Iterator[Checked]:
    """The outcome of every task, in their order, with ``jobs`` processes (1: this one)."""
    done = 0
    while done < len(tasks):
        hands = min(jobs, MOST_HANDS, len(tasks) - done)
        try:
            with executor(hands) as crew:
                for checked in streamed(crew, work, tasks[done:], hands * AT_ONCE):
                    done += 1
                    yield checked
        except BrokenExecutor:
            for task in tasks[done : done + hands * AT_ONCE]:
                done += 1
                yield alone(task)


def alone(task: Task) -> Checked:
    """The outcome of a document in a process of its own; that it was lost, if it was."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        try:
            return process.submit(work, task).result()
        except BrokenExecutor:
            return _lost(task.source.shown)


def _lost(shown: str) -> Checked:
    finding = error(
        "KT08",
        "máy dừng việc kiểm tệp này giữa chừng, thường vì hết bộ nhớ",
        Place(shown),
        hint="tách văn bản thành tệp nhỏ hơn, hoặc kiểm riêng tệp này khi máy rảnh",
    )
    return Checked(shown, (finding,), BROKE)

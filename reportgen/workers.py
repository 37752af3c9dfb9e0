"""Many hands for the same work: an executor of this process or of several, and results in order with a bounded window.

Whoever has work to spread asks for any ``concurrent.futures.Executor``; a cluster's client gives one too. A task therefore
carries all it needs and a worker keeps nothing but caches: no initialiser to be run, none to be forgotten when a worker is
lost and started again.

Processes are started by «spawn» on every system, as Windows does it: what works here works there, and a parent with
threads is not copied in the middle of one. A worker leaves Ctrl-C to its parent, and when the parent is gone, killed or
ended, it ends too: an orphan would wait for work for ever.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from typing import Any, TypeVar

GARBAGE = 100_000
"""New objects between two collections, as ``cli.entry`` has it and for its reasons."""

MOST_PROCESSES = 60
"""Windows waits for 63 things at once at most, and two of them are not processes (``ProcessPoolExecutor``)."""
HELPING = "reportgen_helping"
"""The attribute of an executor whose owner does a part of the work himself."""

Item = TypeVar("Item")
Result = TypeVar("Result")


def default_jobs() -> int:
    """How many cores this process may use; at least 1."""
    try:
        return len(os.sched_getaffinity(0)) or 1
    except AttributeError:  # Windows, macOS
        return os.cpu_count() or 1


def executor(jobs: int, *, helping: bool = False, first: Callable[[], object] | None = None) -> Executor:
    """Who does the work: this process for 1, else ``jobs`` processes. Use it in ``with``, or call ``shutdown``.

    ``helping``: this process is one of them: ``streamed`` lets it work where it would wait. That saves starting one more, and
    what it makes need not come through a pipe. ``first``: the processes are started now and not with the first task, and begin
    with this.
    """
    if jobs <= 1:
        return ThisProcess()
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    jobs = min(jobs, MOST_PROCESSES)
    pool = ProcessPoolExecutor(jobs - helping, multiprocessing.get_context("spawn"), _begin)
    setattr(pool, HELPING, helping)
    for _ in range(jobs - helping if first else 0):
        pool.submit(first)
    return pool


class ThisProcess(Executor):
    """An executor without others: the work is done when it is handed over."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """The work, done. What it raises is kept for whoever asks for the result; Ctrl-C is not kept but raised."""
        done: Future[Any] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as fault:
            done.set_exception(fault)
        return done


def streamed(
    hands: Executor, function: Callable[[Item], Result], items: Iterable[Item], window: int
) -> Iterator[Result]:
    """``function`` of every item, in the order of the items; at most ``window`` of them are under way or waiting to be taken.

    Items are asked for one by one, so neither they nor the results pile up. What ``function`` raises is raised here;
    ``concurrent.futures.BrokenExecutor`` if a worker was lost. Whoever stops early cancels what has not begun.
    """
    room = 1 if isinstance(hands, ThisProcess) else max(1, window)
    helping = getattr(hands, HELPING, False)
    waiting: deque[tuple[Future[Result], Item]] = deque()
    try:
        for item in items:
            waiting.append((hands.submit(function, item), item))
            if len(waiting) >= room:
                yield _first(waiting, function, helping)
        while waiting:
            yield _first(waiting, function, helping)
    finally:
        for future, _ in waiting:
            future.cancel()


def _first(waiting: deque[tuple[Future[Result], Item]], function: Callable[[Item], Result], helping: bool) -> Result:
    """The result of the first item, taken off; while it is not there, whoever helps does what no worker has begun."""
    while helping and not waiting[0][0].done():
        at = next((at for at, (future, _) in enumerate(waiting) if future.cancel()), None)
        if at is None:
            break
        item = waiting[at][1]
        waiting[at] = ThisProcess().submit(function, item), item
    return waiting.popleft()[0].result()


def _begin() -> None:
    """In a new worker: Ctrl-C is the parent's affair, and so is living on; garbage is looked for as seldom as in the parent."""
    import gc
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(GARBAGE)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import connection, parent_process

    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)

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

Item = TypeVar("Item")
Result = TypeVar("Result")


def default_jobs() -> int:
    """How many cores this process may use; at least 1."""
    try:
        return len(os.sched_getaffinity(0)) or 1
    except AttributeError:  # Windows, macOS
        return os.cpu_count() or 1


def executor(jobs: int) -> Executor:
    """Who does the work: this process for 1, else ``jobs`` processes. Use it in ``with``, or call ``shutdown``."""
    if jobs <= 1:
        return ThisProcess()
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _begin)


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
    waiting: deque[Future[Result]] = deque()
    try:
        for item in items:
            waiting.append(hands.submit(function, item))
            if len(waiting) >= room:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


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

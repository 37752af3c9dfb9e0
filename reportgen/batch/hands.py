"""Who does the work of a run: this process, several of this machine, or a cluster.

Another process takes half a second to start, as long as reading and compiling all that the documents share. So where there are
many rows the others are started first of all, and are ready when the first row is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path

from reportgen.batch.books import holds_rows
from reportgen.batch.making import awake
from reportgen.batch.options import Wish
from reportgen.workers import ThisProcess, executor

FEW = 48
"""With fewer documents, starting other processes takes longer than the work."""


@contextmanager
def local_hands(wish: Wish, books: Sequence[Path], sheet: str) -> Iterator[Executor]:
    """The processes of this machine; what is not begun when the block ends is dropped."""
    alone = wish.jobs <= 1 or bool(wish.cluster) or 0 < wish.limit < FEW or not holds_rows(books, sheet, FEW)
    hands = ThisProcess() if alone else executor(wish.jobs, helping=True, first=awake)
    try:
        yield hands
    finally:
        hands.shutdown(wait=True, cancel_futures=True)


@contextmanager
def chosen_hands(wish: Wish, local: Executor, rows: int) -> Iterator[tuple[Executor, int]]:
    """Who works, and how many at once, now that it is known whether there are at least FEW ``rows``."""
    if wish.cluster:
        from reportgen.batch.cluster import cluster_executor

        with cluster_executor(wish.cluster) as found:
            yield found
    elif rows < FEW:
        yield ThisProcess(), 1
    else:
        yield local, wish.jobs

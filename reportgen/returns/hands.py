"""Many returned workbooks, several processes, results in the order of the files; one that takes its process along costs itself alone.

A workbook is small and a process slow to start, so files travel in handfuls, and a few are read by this process. A worker can
be lost (the system takes it when memory runs out): the pool then refuses all its work. What was under way is read again, a
handful in a process of its own, and if that one is lost too, file by file; whichever takes its process along again is refused.
A file so large that it might is never read by this process itself, whatever the number of jobs.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor
from functools import lru_cache
from itertools import chain
from pathlib import Path

from reportgen.diagnostics import Place, error
from reportgen.noun import noun
from reportgen.returns.nouns import BookRead
from reportgen.returns.reading import read_book
from reportgen.returns.subject import Subject
from reportgen.returns.unit_said import unit_of_file
from reportgen.sources.office import converted_together
from reportgen.workers import default_jobs, executor, streamed

HANDFUL = 8
SLOW_HANDFUL = 20
"""Workbooks LibreOffice converts with one start."""
AT_ONCE = 3
"""Handfuls under way for each process."""
MOST_HANDS = 60
"""Windows waits for no more than 63 things at once."""
MANY = 250
"""Workbooks from which a second process pays: it takes about as long to start as so many take to read."""
SLOW_KINDS = frozenset({".xls", ".ods"})
SLOW = 30
"""How many workbooks take as long as one of those that go through LibreOffice together."""
LARGE = 2_000_000
"""Bytes; a form of a commune has 10.000 to 100.000."""

File = tuple[Path, str]


@noun
class Handful:
    """A task: some files with their names in messages, and the packed subject. It carries all it needs."""

    files: tuple[File, ...]
    subject: bytes


Reader = Callable[[Handful], tuple[BookRead, ...]]


def read_handful(handful: Handful) -> tuple[BookRead, ...]:
    """What every workbook of a handful gives. Nothing is raised for what somebody sent."""
    subject = _subject(handful.subject)
    slow = [path for path, _ in handful.files if _is_slow(path)]
    if len(slow) < 2:
        return tuple(_read(path, shown, subject) for path, shown in handful.files)
    with converted_together(slow) as ready:
        return tuple(_read(path, shown, subject, ready.get(path)) for path, shown in handful.files)


def read_books(files: Sequence[File], subject: Subject, jobs: int, read: Reader = read_handful) -> Iterator[BookRead]:
    """Every workbook read, in the order of the files, by ``jobs`` processes (0: as many as pay)."""
    handfuls, done = _handfuls(files, pickle.dumps(subject)), 0
    hands = min(jobs or _hands_that_pay(files), MOST_HANDS)
    if hands <= 1:
        yield from chain.from_iterable(_apart([one], read) if _is_large(one) else read(one) for one in handfuls)
        return
    while done < len(handfuls):
        try:
            with executor(hands) as crew:
                for books in streamed(crew, read, handfuls[done:], hands * AT_ONCE):
                    done += 1
                    yield from books
        except BrokenExecutor:
            begun = handfuls[done : done + hands * AT_ONCE]
            done += len(begun)
            yield from _apart(begun, read)


def _handfuls(files: Sequence[File], subject: bytes) -> list[Handful]:
    """The files in handfuls, slow ones with slow ones; what is large goes alone."""
    found: list[list[File]] = []
    kind: object = None
    for file in files:
        its = _size(file[0]) > LARGE or ("slow" if _is_slow(file[0]) else "quick")
        if its is True or its != kind or len(found[-1]) >= (SLOW_HANDFUL if its == "slow" else HANDFUL):
            found.append([])
        found[-1].append(file)
        kind = its
    return [Handful(tuple(some), subject) for some in found]


def _hands_that_pay(files: Sequence[File]) -> int:
    slow = sum(_is_slow(path) for path, _ in files)
    return default_jobs() if len(files) + SLOW * slow >= MANY else 1


def _is_slow(path: Path) -> bool:
    return path.suffix.lower() in SLOW_KINDS


def _apart(handfuls: Sequence[Handful], read: Reader) -> Iterator[BookRead]:
    """Handfuls read in one process, and in a new one after each loss; the files of the one it was lost with come singly then."""
    waiting = deque(handfuls)
    while waiting:
        with _one_process() as process:
            try:
                while waiting:
                    books = process.submit(read, waiting[0]).result()
                    waiting.popleft()
                    yield from books
            except BrokenExecutor:
                guilty = waiting.popleft()
                if len(guilty.files) == 1:
                    yield _lost(guilty)
                waiting.extendleft(Handful((file,), guilty.subject) for file in reversed(guilty.files) if len(guilty.files) > 1)


def _one_process() -> Executor:
    return executor(2, helping=True)  # the helper is this process, and it does not help


def _lost(handful: Handful) -> BookRead:
    (_, shown), subject = handful.files[0], _subject(handful.subject)
    return _too_much(shown, subject)


def _read(path: Path, shown: str, subject: Subject, ready: Path | None = None) -> BookRead:
    try:
        return read_book(path, shown, subject, ready)
    except MemoryError:
        return _too_much(shown, subject)


def _too_much(shown: str, subject: Subject) -> BookRead:
    hint = "xin đơn vị gửi lại tệp chỉ có biểu này (chép biểu sang một tệp Excel mới)"
    finding = error("TH39", "máy dừng việc đọc tệp này giữa chừng, thường vì tệp làm hết bộ nhớ", Place(shown), hint=hint)
    return BookRead(shown, findings=(finding,), unit=unit_of_file(shown, subject))


def _is_large(handful: Handful) -> bool:
    return len(handful.files) == 1 and _size(handful.files[0][0]) > LARGE


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # reading it says what is wrong with it


@lru_cache(maxsize=2)
def _subject(packed: bytes) -> Subject:
    return pickle.loads(packed)

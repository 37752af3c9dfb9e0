"""LibreOffice as a printer: many .docx in one call, a profile of its own for each process, a limit of time, a second try.

The exit code says nothing (junk is "converted" with 0, two processes on one profile end with 1): a document is printed when
there is a PDF that begins and ends like one. What a call did not print is tried once more alone, so one bad file costs only
itself. Starting LibreOffice takes longer than printing ten pages, so documents go in groups of up to GROUP, and what is at hand
is shared out evenly among the LibreOffices: a hundred documents for two are two calls of fifty.

LibreOffice puts the time and numbers drawn from it into a PDF. They are replaced (``pdf.stamp``), so the same document gives the
same bytes. Whoever stops taking PDFs (Ctrl-C) ends the LibreOffices that are at work.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from subprocess import TimeoutExpired

from reportgen.diagnostics import Place
from reportgen.errors import DataError, MissingToolError
from reportgen.pdf.stamp import restamped
from reportgen.sources.office import office_program, run_office, why_none

GROUP = 50
START_SECONDS, SECONDS_EACH = 60, 15
ARCHIVE = 2
"""The export filter's word for PDF/A-2b; 0 is PDF 1.6, newer than the 1.4 Nghị định 30/2020/NĐ-CP asks for."""
INSTALL = "cài LibreOffice (libreoffice.org) rồi chạy lại, hoặc mở tệp Word và Lưu thành (Save As) kiểu PDF"


def printer() -> str:
    """The path of LibreOffice. MissingToolError PDF01 (exit 3) where there is none."""
    program = office_program()
    if not program:
        raise MissingToolError.of("PDF01", f"in ra PDF phải có LibreOffice, {why_none()}", hint=INSTALL)
    return program


Result = tuple[str, "bytes | DataError | None"]


def printed(
    documents: Iterable[tuple[str, bytes | None]], *, archive: bool = False, jobs: int = 1, group: int = GROUP
) -> Iterator[Result]:
    """Each document's name (as shown in messages) with its PDF, or with the PDF02 that says it has none, in order.

    ``archive``: PDF/A-2b; ``jobs``: LibreOffices at work at a time; ``group``: the most documents in one call. A document without
    content comes back as it is, in its turn. Documents are taken as they are needed, a call ahead for each LibreOffice.
    MissingToolError PDF01 without LibreOffice.
    """
    program, stopped = printer(), threading.Event()
    pool = ThreadPoolExecutor(jobs, "libreoffice")
    waiting: deque[Future[list[Result]]] = deque()
    try:
        for share in _shares(documents, jobs, group):
            waiting.append(pool.submit(_printed_group, program, share, archive, stopped))
            if len(waiting) > jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        stopped.set()
        pool.shutdown(wait=True, cancel_futures=True)


def _printed_group(
    program: str, share: Sequence[tuple[str, bytes | None]], archive: bool, stopped: threading.Event
) -> list[Result]:
    group = [(name, content) for name, content in share if content is not None]
    made = _print(program, group, archive, stopped)
    for name, content in group:
        if name not in made and not stopped.is_set():
            made |= _print(program, [(name, content)], archive, stopped)
    return [(name, None if content is None else made.get(name) or _refused(name)) for name, content in share]


def _shares(items: Iterable[tuple[str, bytes | None]], jobs: int, group: int) -> Iterator[list[tuple[str, bytes | None]]]:
    """The items in lists of at most ``group`` documents; what a round of ``jobs`` calls can take is shared out evenly."""
    held: list[tuple[str, bytes | None]] = []
    for item in items:
        held.append(item)
        if len(held) == jobs * group:
            yield from _split(held, jobs)
            held = []
    yield from _split(held, jobs)


def _split(items: list[tuple[str, bytes | None]], jobs: int) -> Iterator[list[tuple[str, bytes | None]]]:
    each = -(-len(items) // jobs)
    yield from (items[at : at + each] for at in range(0, len(items), max(each, 1)))


def _print(program: str, group: Sequence[tuple[str, bytes]], archive: bool, stopped: threading.Event) -> dict[str, bytes]:
    """The PDFs one call made, by name; a call that hangs is stopped, what it made until then counts."""
    if not group:
        return {}
    folder = Path(tempfile.mkdtemp(prefix="reportgen-pdf-"))
    try:
        sources = {f"{number:04d}": name for number, (name, _) in enumerate(group)}
        for key, (_, content) in zip(sources, group, strict=True):
            (folder / f"{key}.docx").write_bytes(content)
        files = [str(folder / f"{key}.docx") for key in sources]
        try:
            run_office(program, folder, target(archive), files, seconds=START_SECONDS + SECONDS_EACH * len(files), stopped=stopped)
        except (OSError, TimeoutExpired):
            pass  # what is there and whole is taken, the rest is tried again by itself
        made = {name: _whole(folder / "ra" / f"{key}.pdf") for key, name in sources.items()}
        return {name: restamped(made[name], content) for name, content in group if made[name]}
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def target(archive: bool) -> str:
    """The export filter and its settings: tagged, so that a reader for the blind knows headings and tables."""
    version = ARCHIVE if archive else 0
    return (
        'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
        f'"SelectPdfVersion":{{"type":"long","value":"{version}"}}}}'
    )


def _whole(path: Path) -> bytes:
    """The bytes of a PDF that is all there, else nothing."""
    content = path.read_bytes() if path.is_file() else b""
    return content if content.startswith(b"%PDF-") and b"%%EOF" in content[-64:] else b""


def _refused(name: str) -> DataError:
    return DataError.of("PDF02", "LibreOffice không in được văn bản này ra PDF (đã thử hai lần)", Place(name), hint=INSTALL)

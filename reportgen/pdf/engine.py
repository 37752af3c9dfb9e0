"""LibreOffice as a printer: many .docx in one call, a profile of its own for each process, a limit of time, a second try.

The exit code says nothing (junk is "converted" with 0, two processes on one profile end with 1): a document is printed when
there is a PDF that begins and ends like one. What a call did not print is tried once more alone, so one bad file costs only
itself. Starting LibreOffice takes longer than printing ten pages, so documents go in groups of GROUP.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from subprocess import TimeoutExpired

from reportgen.diagnostics import Place
from reportgen.errors import DataError, MissingToolError
from reportgen.sources.office import office_program, run_office

GROUP = 50
START_SECONDS, SECONDS_EACH = 60, 15
ARCHIVE = 2
"""The export filter's word for PDF/A-2b; 0 is PDF 1.6, newer than the 1.4 Nghị định 30/2020/NĐ-CP asks for."""
INSTALL = "cài LibreOffice (libreoffice.org) rồi chạy lại, hoặc mở tệp Word và Lưu thành (Save As) kiểu PDF"


def printer() -> str:
    """The path of LibreOffice. MissingToolError PDF01 (exit 3) where there is none."""
    program = office_program()
    if not program:
        raise MissingToolError.of("PDF01", "in ra PDF phải có LibreOffice, máy này chưa cài", hint=INSTALL)
    return program


def printed(
    documents: Iterable[tuple[str, bytes]], *, archive: bool = False, jobs: int = 1, group: int = GROUP
) -> Iterator[tuple[str, bytes | DataError]]:
    """Each document's name (as shown in messages) with its PDF, or with the PDF02 that says it has none, in order.

    ``archive``: PDF/A-2b; ``jobs``: LibreOffices at work at a time; ``group``: documents in one call. Documents are taken as
    they are needed. MissingToolError PDF01 without LibreOffice.
    """
    program = printer()
    with ThreadPoolExecutor(jobs) as pool:
        waiting: deque[Future[list[tuple[str, bytes | DataError]]]] = deque()
        for some in _groups(documents, group):
            waiting.append(pool.submit(_printed_group, program, some, archive))
            if len(waiting) > jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def fair_group(count: int, jobs: int) -> int:
    """How many documents go in one call so that every one of ``jobs`` LibreOffices has its share."""
    return max(1, min(GROUP, -(-count // jobs)))


def _printed_group(program: str, group: Sequence[tuple[str, bytes]], archive: bool) -> list[tuple[str, bytes | DataError]]:
    made = _print(program, group, archive)
    again = {name: _print(program, [(name, content)], archive).get(name) for name, content in group if name not in made}
    return [(name, made.get(name) or again[name] or _refused(name)) for name, _ in group]


def _groups(items: Iterable[tuple[str, bytes]], size: int) -> Iterator[Sequence[tuple[str, bytes]]]:
    group: list[tuple[str, bytes]] = []
    for item in items:
        group.append(item)
        if len(group) == size:
            yield group
            group = []
    if group:
        yield group


def _print(program: str, group: Sequence[tuple[str, bytes]], archive: bool) -> dict[str, bytes]:
    """The PDFs one call made, by name; a call that hangs is stopped, what it made until then counts."""
    folder = Path(tempfile.mkdtemp(prefix="reportgen-pdf-"))
    try:
        sources = {f"{number:04d}": name for number, (name, _) in enumerate(group)}
        for key, (_, content) in zip(sources, group, strict=True):
            (folder / f"{key}.docx").write_bytes(content)
        files = [str(folder / f"{key}.docx") for key in sources]
        try:
            run_office(program, folder, target(archive), files, seconds=START_SECONDS + SECONDS_EACH * len(files))
        except (OSError, TimeoutExpired):
            pass  # what is there and whole is taken, the rest is tried again by itself
        made = {name: folder / "ra" / f"{key}.pdf" for key, name in sources.items()}
        return {name: content for name, path in made.items() if (content := _whole(path))}
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

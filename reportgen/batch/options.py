"""What somebody wants of a batch, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reportgen.diagnostics import Finding
from reportgen.errors import ReportgenError, system_says
from reportgen.noun import field, noun

EVERY = 1_000
"""Of the documents in a run, every so manieth is read back and judged; see ``flow``."""
MOST_KEPT = 2_000
"""Failures kept in memory for the end of the run; the manifest has all of them."""


@noun
class Wish:
    """One call of ``batch``. ``data``: a workbook, or a folder of them; ``out`` None: ``output/<type>``.

    ``jobs``: processes; ``cluster``: the address of a dask scheduler instead; ``resume``: keep what is there and right;
    ``judge_all``: read back every document; ``joined``, ``zipped``: one more file with all of them; ``pdf``: a PDF beside each,
    ``archive``: as PDF/A-2b.
    """

    type_key: str
    data: Path
    base: str = ""
    out: Path | None = None
    name: str = ""
    where: tuple[str, ...] = ()
    limit: int = 0
    jobs: int = 1
    cluster: str = ""
    resume: bool = True
    force: bool = False
    judge_all: bool = False
    joined: bool = False
    zipped: bool = False
    pdf: bool = False
    archive: bool = False


class PartFailed(ReportgenError):
    """The run had to stop; what it had made stays and is kept by the next run."""

    exit_code = 4


def cannot_write(shown: str, failure: OSError) -> PartFailed:
    """LE11: the books of the run cannot be kept (the disk is full), so nothing more may be put down."""
    hint = f"{system_says(failure)}; giải phóng chỗ rồi chạy lại lệnh này: các văn bản đã dựng được giữ nguyên"
    return PartFailed.of("LE11", f"không ghi tiếp được vào thư mục {shown}", hint=hint)


@noun
class Progress:
    """How far a run has come. ``total`` is 0 while it is not known."""

    done: int
    failed: int
    total: int = 0


@noun
class Outcome:
    """``made``: written now; ``kept``: there already and right; ``failures``: findings of the rows that failed (at most
    ``MOST_KEPT``), ``notes``: of the shared files and the header; ``files``: shown path and SHA-256 of what stands beside
    the documents.
    """

    folder: str
    made: int = 0
    kept: int = 0
    failed: int = 0
    notes: tuple[Finding, ...] = ()
    remarks: tuple[Finding, ...] = ()
    failures: tuple[Finding, ...] = ()
    files: tuple[tuple[str, str, bool], ...] = field(default=())


Watch = Callable[[Progress], None]

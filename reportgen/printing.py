"""From finished .docx files to PDF files beside them: printed, read back, judged page by page, then put down.

A PDF with an error on its pages is not written; the Word file it was made from stands. A PDF somebody changed since is not
overwritten, as with any output.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportgen.checks.pages import judge_pages
from reportgen.diagnostics import Finding, any_blocks
from reportgen.docx.components import recognise
from reportgen.docx.package import read_foreign
from reportgen.docx.reader import read_pages
from reportgen.errors import DataError, ReportgenError
from reportgen.noun import noun
from reportgen.output import write_output
from reportgen.pdf.engine import printed
from reportgen.pdf.pages import Printed, read_pdf
from reportgen.profile import Profile


@noun
class Sheet:
    """A Word file to print: where it is, its name for messages, the regulation it was made by."""

    path: Path
    shown: str
    profile: Profile | None = None


@noun
class Paper:
    """A PDF that was written. ``written`` is False if the very same bytes were there."""

    path: Path
    shown: str
    pages: int
    written: bool
    findings: tuple[Finding, ...]


def print_files(
    sheets: Sequence[Sheet], *, archive: bool = False, force: bool = False, jobs: int = 1
) -> Iterator[Paper | ReportgenError]:
    """What became of each Word file, in order: its PDF, or what stood against it.

    ``archive``: PDF/A-2b; ``jobs``: LibreOffices at work at a time. MissingToolError PDF01 before anything is done on a
    machine without LibreOffice.
    """
    documents = ((sheet.shown, sheet.path.read_bytes()) for sheet in sheets)
    made = printed(documents, archive=archive, jobs=jobs)
    for sheet, (_, pdf) in zip(sheets, made, strict=True):
        if isinstance(pdf, DataError):
            yield pdf
            continue
        try:
            yield _put_down(sheet, sheet.path.read_bytes(), pdf, force)
        except ReportgenError as failure:
            yield failure


def judged(word: bytes, pdf: bytes, *, shown: str, pdf_shown: str, profile: Profile | None = None) -> tuple[Printed, list[Finding]]:
    """The pages of a PDF and what is wrong with them, against the Word file they were printed from.

    ``profile``: the regulation the document is made by; None where that is not known.
    """
    pages = read_pdf(pdf, pdf_shown)
    reading = read_pages(read_foreign(word, shown), shown)
    return pages, judge_pages(pages, reading, recognise(reading), shown=pdf_shown, profile=profile)


def _put_down(sheet: Sheet, word: bytes, pdf: bytes, force: bool) -> Paper:
    path = sheet.path.with_suffix(".pdf")
    shown = f"{sheet.shown.removesuffix('.docx')}.pdf"
    pages, findings = judged(word, pdf, shown=sheet.shown, pdf_shown=shown, profile=sheet.profile)
    if any_blocks(findings):
        raise DataError(findings)
    written = write_output(path, pdf, shown=shown, force=force)
    if not written:
        os.utime(path)  # it is of the document that stands beside it now: whoever compares the times of the two sees that
    return Paper(path, shown, len(pages.pages), written, tuple(findings))

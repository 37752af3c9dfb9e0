"""One try at a report: pages as pictures, findings with their spots on the pages, figures with their sources.

Nothing is written to the project. The try goes the whole way of ``build`` and of ``build --pdf``, so what it shows is what a
build would put down; a try that fails before the printer has findings and no pages. Pages with a fault of their own are shown: the
fault is to be seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.build import make
from reportgen.checks.pages import judge_pages
from reportgen.checks.pages.setting import Setting, set_on_pages
from reportgen.diagnostics import Finding
from reportgen.docx.components import recognise
from reportgen.docx.package import read_package
from reportgen.docx.reader import read_pages
from reportgen.errors import DataError, MissingToolError, ReportgenError
from reportgen.noun import noun
from reportgen.pdf.engine import printed
from reportgen.pdf.pages import pictures, read_pdf
from reportgen.preparing import Draft, prepare
from reportgen.preview.spots import Shown, spots_of_words
from reportgen.project import Project


@noun
class Pages:
    """Pages as they print: pictures, size of a page in hundredths of a millimetre, figures; ``setting``: what stands where on them."""

    pictures: tuple[bytes, ...]
    width: int
    height: int
    figures: tuple[Shown, ...]
    setting: Setting | None = None


@noun
class Attempt:
    """What came of a try. ``pages`` is None if an error stood in the way of printing."""

    findings: tuple[Finding, ...]
    pages: Pages | None = None


def attempt(project: Project, name: str) -> Attempt:
    """Try to build and print the report ``name``. MissingToolError PDF01 without LibreOffice is raised, not shown."""
    try:
        draft = prepare(project, name)
        content, findings = make(draft, f"{name}.docx")
        pdf = next(made for _, made in printed([(f"{name}.docx", content)]))
        if isinstance(pdf, DataError):
            raise pdf
        return _seen(draft, content, pdf, findings, name)
    except DataError as failure:
        return Attempt(tuple(failure.findings))
    except ReportgenError as failure:
        if failure.exit_code == MissingToolError.exit_code:
            raise
        return Attempt(tuple(failure.findings))


def _seen(draft: Draft, content: bytes, pdf: bytes, findings: Sequence[Finding], name: str) -> Attempt:
    reading = read_pages(read_package(content, name), name)
    components, pages = recognise(reading), read_pdf(pdf, name)
    found = (*findings, *judge_pages(pages, reading, components, shown=f"{name}.pdf", profile=draft.profile))
    setting = set_on_pages(pages, reading, components, name)
    first = pages.pages[0]
    return Attempt(found, Pages(tuple(pictures(pdf)), first.width, first.height, tuple(_figures(draft, setting)), setting))


def _figures(draft: Draft, setting: Setting) -> Iterator[Shown]:
    for key, figure in draft.figures.items():
        words = str(figure)
        spots = tuple(spots_of_words(setting, words)) if len(words) > 1 else ()  # a «5» alone stands everywhere
        yield Shown(key, figure.indicator.label, words, str(figure.place), spots)

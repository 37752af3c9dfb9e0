"""One try at a report: pages as pictures, findings with their spots on the pages, figures with their sources.

Nothing is written to the project. The try goes the whole way of ``build`` and of ``build --pdf``, so what it shows is what a
build would put down; a try that fails has findings and no pages.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.build import make
from reportgen.checks.pages import judge_pages
from reportgen.checks.pages.setting import Setting, set_on_pages
from reportgen.diagnostics import Finding, any_blocks
from reportgen.docx.components import recognise
from reportgen.docx.package import read_package
from reportgen.docx.reader import read_pages
from reportgen.errors import DataError, ReportgenError
from reportgen.noun import noun
from reportgen.pdf.engine import printed
from reportgen.pdf.pages import Box, pictures, read_pdf
from reportgen.preparing import Draft, prepare
from reportgen.project import Project

LONGEST_QUOTE = 40


@noun
class Spot:
    """A place on a page: its number, and a box in hundredths of a millimetre."""

    page: int
    box: Box


@noun
class Shown:
    """A figure as printed, where it came from, and every spot it stands at."""

    key: str
    label: str
    printed: str
    source: str
    spots: tuple[Spot, ...]


@noun
class Pages:
    """Pages that were good: pictures, size of a page in hundredths of a millimetre, figures."""

    pictures: tuple[bytes, ...]
    width: int
    height: int
    figures: tuple[Shown, ...]


@noun
class Attempt:
    """What came of a try. ``pages`` is None if an error stood in the way; ``spots`` go with ``findings``."""

    findings: tuple[Finding, ...]
    spots: tuple[Spot | None, ...] = ()
    pages: Pages | None = None


def attempt(project: Project, name: str) -> Attempt:
    """Try to build and print the report ``name``. MissingToolError PDF01 without LibreOffice is raised, not shown."""
    try:
        draft = prepare(project, name)
        content, findings = make(draft, f"{name}.docx")
        pdf = next(made for _, made in printed([(f"{name}.docx", content)]))
        if isinstance(pdf, DataError):
            raise pdf
    except DataError as failure:
        return Attempt(tuple(failure.findings), (None,) * len(failure.findings))
    except ReportgenError as failure:
        if failure.exit_code == 3:
            raise
        return Attempt(tuple(failure.findings), (None,) * len(failure.findings))
    return _seen(draft, content, pdf, findings, name)


def _seen(draft: Draft, content: bytes, pdf: bytes, findings: Sequence[Finding], name: str) -> Attempt:
    reading = read_pages(read_package(content, name), name)
    components, pages = recognise(reading), read_pdf(pdf, name)
    found = (*findings, *judge_pages(pages, reading, components, shown=f"{name}.pdf"))
    setting = set_on_pages(pages, reading, components, name)
    spots = tuple(_spot(setting, finding) for finding in found)
    if any_blocks(found):
        return Attempt(found, spots)
    first = pages.pages[0]
    shown = Pages(tuple(pictures(pdf)), first.width, first.height, tuple(_figures(draft, setting)))
    return Attempt(found, spots, shown)


def _figures(draft: Draft, setting: Setting):
    for key, figure in draft.figures.items():
        words = str(figure)
        yield Shown(key, figure.indicator.label, words, str(figure.place), tuple(_spots(setting, words)))


def _spot(setting: Setting, finding: Finding) -> Spot | None:
    """Where on the pages a finding points to; None if it points to none."""
    stretches = setting.stretches.get(finding.place.paragraph, ())
    if stretches:
        letter = stretches[0].letters[0]
        return Spot(letter.page, letter.box)
    if finding.place.part.startswith("trang "):
        number = finding.place.part.removeprefix("trang ")
        return Spot(int(number), (0, 0, 0, 0)) if number.isdecimal() else None
    return next(iter(_spots(setting, finding.place.quote[:LONGEST_QUOTE])), None)


def _spots(setting: Setting, words: str):
    """Every place the words stand at, as one box around their letters on the first line."""
    bare = "".join(words.split())
    for page in setting.printed.pages if len(bare) > 1 else ():
        at = page.letters.find(bare)
        while at >= 0:
            boxes = page.boxes[at : at + len(bare)]
            line = [box for box in boxes if abs(box[1] - boxes[0][1]) < 300]
            if _whole(page.letters, at, at + len(bare)):
                yield Spot(page.number, (boxes[0][0], min(b[1] for b in line), line[-1][2], max(b[3] for b in line)))
            at = page.letters.find(bare, at + 1)


def _whole(letters: str, start: int, end: int) -> bool:
    """Not a part of a longer number: «79» is not in «179» nor in «79,5»."""
    before, after = letters[start - 1 : start], letters[end : end + 2]
    return not (letters[start].isdigit() and (before.isdigit() or before in (".", ","))) and not (
        letters[end - 1].isdigit() and (after[:1].isdigit() or (after[:1] in (".", ",") and after[1:].isdigit()))
    )

"""The printed pages against the document and the regulation: ``judge_pages(printed, reading, components, shown=…)``.

What is measured here is measured on the PDF: where letters stand, on which page a line ends. The .docx only says what each
line is. So a fault of Word file, font and printer together is seen as the reader of the page would see it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from reportgen.checks.pages import breaks, letters, measures, places
from reportgen.checks.pages.setting import Setting, set_on_pages
from reportgen.diagnostics import Finding
from reportgen.docx.components import Components
from reportgen.docx.reader import Reading
from reportgen.pdf.pages import Printed
from reportgen.profile import Profile

__all__ = ["judge_pages"]

CHECKS: tuple[Callable[[Setting], Iterable[Finding]], ...] = (
    letters.fonts,
    letters.unicode,
    letters.all_there,
    places.inside_margins,
    places.one_line,
    places.boxes,
    measures.paper,
    measures.margins,
    measures.level,
    measures.under_each_other,
    measures.page_numbers,
    breaks.signature,
    breaks.headings,
    breaks.rows,
)


def judge_pages(printed: Printed, reading: Reading, components: Components, *, shown: str, profile: Profile | None = None) -> list[Finding]:
    """All findings about the pages; ``shown`` is the PDF's name in them, ``profile`` the regulation the page is held to, if known."""
    setting = set_on_pages(printed, reading, components, shown, profile)
    return list(_found(setting))


def _found(setting: Setting) -> Iterator[Finding]:
    for check in CHECKS:
        yield from check(setting)

"""A PDF read back: letters with their places in the order they are read. The door of pypdfium2 and of pypdf.

Lengths are hundredths of a millimetre from the top left corner of the page, whole numbers. White space has no place and is
left out; ``Page.letters`` and ``Page.boxes`` run side by side.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from reportgen.diagnostics import Place
from reportgen.errors import DataError
from reportgen.noun import noun

HUNDREDTHS_PER_POINT = 2540 / 72
LINE_END_HYPHENS = "\ufffe\x02"
"""What pdfium gives for a hyphen at the end of a line, which it takes for one of its own making."""
FIRST_LETTERS = 24
Box = tuple[int, int, int, int]
"""left, top, right, bottom"""


@noun
class Page:
    """One page: its size, its letters, a box for each."""

    number: int
    width: int
    height: int
    letters: str
    boxes: tuple[Box, ...]


@noun
class Printed:
    """A whole PDF: pages, fonts (name → embedded), title, author, version, and whether it says it is PDF/A or tagged."""

    pages: tuple[Page, ...]
    fonts: dict[str, bool]
    title: str = ""
    author: str = ""
    language: str = ""
    tagged: bool = False
    archive: str = ""
    version: str = ""


def read_pdf(content: bytes, shown: str) -> Printed:
    """The pages and facts of a PDF. DataError PDF02 if it is none, or has no page."""
    import pypdfium2
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        document = pypdfium2.PdfDocument(content)
        reader = PdfReader(io.BytesIO(content))
        pages = tuple(_page(document, number) for number in range(len(document)))
        facts = _facts(reader)
    except (pypdfium2.PdfiumError, PyPdfError, ValueError, KeyError, TypeError, AttributeError) as trouble:
        raise DataError.of("PDF02", f"tệp PDF in ra không đọc lại được ({type(trouble).__name__})", Place(shown)) from None
    if not pages:
        raise DataError.of("PDF02", "tệp PDF in ra không có trang nào", Place(shown))
    return Printed(pages, **facts)


def _facts(reader: Any) -> dict[str, Any]:
    """Fonts and properties; a file that is damaged may raise nearly anything here."""
    root, about = reader.trailer["/Root"], reader.metadata
    return {
        "fonts": dict(_fonts(reader)),
        "title": (about.title or "") if about else "",
        "author": (about.author or "") if about else "",
        "language": str(root.get("/Lang", "")),
        "tagged": bool(root.get("/MarkInfo", {}).get("/Marked", False)),
        "archive": _archive(root),
        "version": reader.pdf_header.removeprefix("%PDF-"),
    }


def breaks_of(content: bytes, shown: str) -> tuple[tuple[str, int], ...]:
    """How a PDF is broken into pages: of each its first letters and its number of lines. DataError PDF02 if it is none.

    Costs a tenth of ``read_pdf``: no letter's place is asked for.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
        texts = [page.get_textpage().get_text_range() for page in document]
    except (pypdfium2.PdfiumError, ValueError) as trouble:
        raise DataError.of("PDF02", f"tệp PDF in ra không đọc lại được ({type(trouble).__name__})", Place(shown)) from None
    if not texts:
        raise DataError.of("PDF02", "tệp PDF in ra không có trang nào", Place(shown))
    return tuple((text.strip()[:FIRST_LETTERS], text.count("\n")) for text in texts)


def pictures(content: bytes, *, dots_per_inch: int = 96) -> Iterator[bytes]:
    """Each page as a PNG."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    for page in document:
        image = page.render(scale=dots_per_inch / 72).to_pil()
        written = io.BytesIO()
        image.save(written, "PNG")
        yield written.getvalue()


def _page(document: Any, number: int) -> Page:
    page = document[number]
    width, height = page.get_size()
    text = page.get_textpage()
    words = text.get_text_range()
    letters, boxes = [], []
    for at, letter in enumerate(words):
        if not letter.isspace() and at < text.count_chars():
            left, bottom, right, top = text.get_charbox(at)
            letters.append("-" if letter in LINE_END_HYPHENS else letter)
            boxes.append((_units(left), _units(height - top), _units(right), _units(height - bottom)))
    return Page(number + 1, _units(width), _units(height), "".join(letters), tuple(boxes))


def _units(points: float) -> int:
    return round(points * HUNDREDTHS_PER_POINT)


def _fonts(reader: Any) -> Iterator[tuple[str, bool]]:
    """Every font of every page and whether its letters are in the file."""
    for page in reader.pages:
        for font in (page.get("/Resources", {}).get("/Font") or {}).values():
            made = font.get_object()
            inner = made.get("/DescendantFonts", [made])[0].get_object()
            described = inner.get("/FontDescriptor", {})
            described = described.get_object() if hasattr(described, "get_object") else described
            yield str(made.get("/BaseFont", "")), any(f"/FontFile{kind}" in described for kind in ("", "2", "3"))


def _archive(root: Any) -> str:
    """«2B» if the file says it is PDF/A-2b, else nothing."""
    about = root.get("/Metadata")
    if about is None:
        return ""
    words = about.get_object().get_data().decode("utf-8", "replace")
    part = words.partition("<pdfaid:part>")[2][:1]
    return part + words.partition("<pdfaid:conformance>")[2][:1] if part else ""

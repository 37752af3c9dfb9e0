"""A built example and a typesetter that needs no LibreOffice: each paragraph on lines of its own, where the file says."""

import dataclasses
from pathlib import Path

import pytest

from reportgen.build import make
from reportgen.docx.components import recognise
from reportgen.docx.package import read_package
from reportgen.docx.reader import read_pages
from reportgen.noun import replace
from reportgen.pdf.pages import Page, Printed
from reportgen.preparing import prepare
from reportgen.project import Project

ROOT = Path(__file__).resolve().parents[2]
TWIP = 2540 / 1440
WIDE, HIGH, LETTER, LINE = 21000, 29700, 200, 600
PER_LINE = 80


@dataclasses.dataclass
class Document:
    """A document read, its parts, and its pages as set by us."""

    reading: object
    components: object

    def printed(self, *, new_page_before=(), lines_per_page=1000, move=None):
        """The pages. ``new_page_before``: numbers of paragraphs; ``move(paragraph, box)`` shifts the letters of one."""
        pages, letters, boxes, line = [], [], [], 0
        for paragraph in self.reading.paragraphs:
            words = "".join(paragraph.text.split())
            if not words:
                continue
            if paragraph.number in new_page_before or line >= lines_per_page:
                pages.append((letters, boxes))
                letters, boxes, line = [], [], 0
            for at, letter in enumerate(words):
                row, column = divmod(at, PER_LINE)
                left = self.start(paragraph, min(len(words), PER_LINE)) + column * LETTER
                top = 2500 + (line + row) * 10
                box = (left, top, left + LETTER, top + 5)
                letters.append(letter)
                boxes.append(move(paragraph, box) if move else box)
            line += 1 + len(words) // PER_LINE
        pages.append((letters, boxes))
        made = tuple(Page(n, WIDE, HIGH, "".join(w), tuple(b)) for n, (w, b) in enumerate(pages, 1))
        return Printed(made, {"/Times": True})

    def start(self, paragraph, count):
        """Where a line of so many letters begins."""
        section = self.reading.sections[0]
        cell = paragraph.cell
        left = (section.left + (cell.left if cell else 0)) * TWIP
        width = (cell.width if cell else section.text_width) * TWIP
        return round(left + max(0, width - count * LETTER) / 2) if paragraph.format.align in ("center", "right") else round(left)


@pytest.fixture(scope="session")
def document():
    content, _ = make(prepare(Project(ROOT), "mau-ke-hoach"), "mau-ke-hoach.docx")
    reading = read_pages(read_package(content, "mau-ke-hoach.docx"))
    return Document(reading, recognise(reading))


@pytest.fixture(scope="session")
def unembedded():
    return lambda printed: replace(printed, fonts={"/Arial": False})

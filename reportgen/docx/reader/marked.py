"""One reading of a package: everything on its pages, with the element of the file each paragraph was read from.

Every paragraph has a number of its own. Those of the body count from 0 in reading order; then come those of the text
boxes (in the order of the paragraphs they hang on), then those of headers and footers. So one number means one ``w:p``
whatever part it stands in, and a finding about a header line can be marked and mended like any other.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.diagnostics import Place
from reportgen.docx.reader.formatting import StyleSheet
from reportgen.docx.reader.nouns import Paragraph, Table
from reportgen.docx.reader.numbering import Numbering
from reportgen.docx.reader.page_nouns import PageNumber, Reading, Section
from reportgen.docx.reader.parts import Parts, too_long
from reportgen.docx.reader.properties import on
from reportgen.docx.reader.sections import page_numbers, read_section, shown_kinds
from reportgen.docx.reader.walk import Walk
from reportgen.docx.xml import NS, Element, qn
from reportgen.errors import DataError
from reportgen.noun import noun, replace

REFERENCE_ID = f"{{{NS['r']}}}id"
MOST_SECTIONS = 1_000
FALLBACK, ALTERNATE = qn("mc:Fallback"), qn("mc:AlternateContent")


@noun
class Marked:
    """A reading and the trees it was read from.

    ``main``: name of the document part; ``roots``: part name → root, for every part that was read; ``elements``:
    ``Paragraph.number`` → its ``w:p``, an element of one of these trees: change it, serialize its root, and the part is
    mended. ``owners``: root → part name is ``part_of``.
    """

    reading: Reading
    main: str
    roots: dict[str, Element]
    elements: dict[int, Element]

    def part_of(self, number: int) -> str:
        """The name of the part the paragraph ``number`` stands in («word/document.xml», «word/header1.xml»)."""
        root = self.elements[number].getroottree().getroot()
        return next(name for name, tree in self.roots.items() if tree is root)

    def twins(self, number: int) -> tuple[Element, ...]:
        """The ``w:p`` that repeat a paragraph of a text box for old Words (``mc:Fallback``); none for other paragraphs."""
        element = self.elements[number]
        around = next(element.iterancestors(ALTERNATE), None)
        box = next(element.iterancestors(qn("w:txbxContent")), None)
        again = around.find(FALLBACK) if around is not None else None
        if box is None or again is None or again in set(element.iterancestors(FALLBACK)):
            return ()
        at = list(box.iter(qn("w:p"))).index(element)
        copies = (list(copy.iter(qn("w:p"))) for copy in again.iter(qn("w:txbxContent")))
        return tuple(copy[at] for copy in copies if at < len(copy) and _letters(copy[at]) == _letters(element))


def read_marked(package: Mapping[str, bytes], shown: str = "") -> Marked:
    """Everything that stands on the pages of ``package`` (part name → bytes), with its elements.

    ``shown`` names the file in messages. DataError TT40: no Word document inside; TT10, TT11: a broken part; TT13: too long.
    """
    place = Place(file=shown)
    parts = Parts(package, place)
    main = parts.main()
    if not main:
        raise DataError.of(
            "TT40", "Tệp không chứa văn bản Word.", place, hint="Kiểm tra lại có đúng tệp .docx không."
        )
    body = parts.root(main).find(qn("w:body"))
    if body is None:
        raise DataError.of(
            "TT40", "Tệp không có phần nội dung Word đọc được.", place, hint="Lưu lại bằng Word dạng .docx."
        )
    return _Reader(parts, main).read(body)


class _Reader:
    """One reading on its way: the styles, the trees, and the numbers given out so far."""

    def __init__(self, parts: Parts, main: str):
        self.parts, self.main = parts, main
        relations = parts.relations(main)
        self.targets = {key: target for key, (_, target) in relations.items()}
        self.kinds = dict(relations.values())
        self.sheet = StyleSheet(self._kind("styles"), self._kind("theme"))
        self.elements: dict[int, Element] = {}
        self.tables: list[Table] = []

    def read(self, body: Element) -> Marked:
        """The whole document; ``body`` is its ``w:body``."""
        marks = [e for e in body.iter(qn("w:sectPr")) if e.getparent().tag != qn("w:sectPrChange")] or [None]
        if len(marks) > MOST_SECTIONS:
            raise too_long(self.parts.place)
        sections = [read_section(element, index) for index, element in enumerate(marks)]
        walk = self._walk(body, Numbering(self._kind("numbering")), sections)
        numbers, margins = self._margins(marks, sections)
        reading = Reading(
            tuple(walk.paragraphs),
            tuple(sections),
            tuple(self.tables),
            tuple(walk.boxes),
            tuple(n for n in numbers if not n.typed),
            tuple(n for n in numbers if n.typed),
            tuple(margins),
        )
        return Marked(reading, self.main, self.parts.roots, self.elements)

    def _walk(self, root: Element, numbering: Numbering, sections: list[Section]) -> Walk:
        walk = Walk(self.sheet, numbering, [s.text_width for s in sections], self.parts.place, self.elements)
        walk.tables, walk.margins = self.tables, [s.left for s in sections]
        walk.blocks(root)
        walk.hanging_boxes()
        return walk

    def _margins(self, marks: list[Element | None], sections: list[Section]):
        """Page numbers, and the paragraphs of the headers and footers that are shown."""
        settings = self._kind("settings")
        switch = settings.find(qn("w:evenAndOddHeaders")) if settings is not None else None
        even = switch is not None and on(switch)
        parts: dict[tuple[str, str], str] = {}
        read: dict[str, tuple[Paragraph, ...]] = {}
        numbers: list[PageNumber] = []
        shown_parts: dict[str, None] = {}
        for element, section in zip(marks, sections, strict=True):
            parts = {**parts, **self._references(element)}
            for (where, kind), part in parts.items():
                if part not in read:
                    read[part] = self._part_paragraphs(part, section)
                shown = kind in shown_kinds(section, even)
                numbers.extend(page_numbers(section, where, kind, part, read[part], shown))
                if shown:
                    shown_parts[part] = None
        return numbers, [p for part in shown_parts for p in read[part]]

    def _references(self, element: Element | None) -> dict[tuple[str, str], str]:
        found = {}
        for where in ("header", "footer"):
            for reference in element.iterfind(qn(f"w:{where}Reference")) if element is not None else ():
                part = self.targets.get(reference.get(REFERENCE_ID, ""), "")
                if part in self.parts.package:
                    found[where, reference.get(qn("w:type"), "default")] = part
        return found

    def _part_paragraphs(self, part: str, section: Section) -> tuple[Paragraph, ...]:
        walk = self._walk(self.parts.root(part), Numbering(None), [section])
        boxed = [replace(p, frame=p.frame or box.align) for box in walk.boxes for p in box.paragraphs]
        return (*walk.paragraphs, *boxed)

    def _kind(self, kind: str) -> Element | None:
        part = self.kinds.get(kind, "")
        return self.parts.root(part) if part in self.parts.package else None


def _letters(paragraph: Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter(qn("w:t")))

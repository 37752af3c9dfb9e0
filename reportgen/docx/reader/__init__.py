"""Read a Word file as a reader sees it: ``read_pages(package)`` → ``Reading``.

Works on any .docx, ours or foreign: nothing here knows our style names. Rooms above import the nouns from here.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from reportgen.diagnostics import Place
from reportgen.docx.reader.formatting import StyleSheet
from reportgen.docx.reader.nouns import (
    SINGLE_FACTOR,
    Border,
    Box,
    Cell,
    Face,
    Format,
    PageNumber,
    Paragraph,
    Reading,
    Run,
    Section,
    Stroke,
    Table,
    mm,
    pt,
)
from reportgen.docx.reader.numbering import Numbering
from reportgen.docx.reader.properties import on
from reportgen.docx.reader.sections import page_numbers, read_section, shown_kinds
from reportgen.docx.reader.walk import Walk
from reportgen.docx.xml import Element, parse, qn
from reportgen.errors import DataError

__all__ = [
    "SINGLE_FACTOR",
    "Border",
    "Box",
    "Cell",
    "Face",
    "Format",
    "PageNumber",
    "Paragraph",
    "Reading",
    "Run",
    "Section",
    "Stroke",
    "Table",
    "mm",
    "pt",
    "read_pages",
]

RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "word/document.xml"


def read_pages(package: Mapping[str, bytes], shown: str = "") -> Reading:
    """Everything that stands on the pages of ``package`` (part name → bytes).

    ``shown`` names the file in messages. DataError TT40: no Word document inside; TT10, TT11: a broken part.
    """
    place = Place(file=shown)
    main = _main_part(package, place)
    if main not in package:
        raise DataError.of(
            "TT40", "Tệp không chứa văn bản Word.", place, hint="Kiểm tra lại có đúng tệp .docx không."
        )
    root = parse(package[main], place)
    body = root.find(qn("w:body"))
    if body is None:
        raise DataError.of(
            "TT40", "Tệp không có phần nội dung Word đọc được.", place, hint="Lưu lại bằng Word dạng .docx."
        )
    return _Reader(package, main, place).read(body)


class _Reader:
    """The parts one reading needs, parsed once."""

    def __init__(self, package: Mapping[str, bytes], main: str, place: Place):
        self.package, self.place, self.main = package, place, main
        self.targets = {key: target for key, (_, target) in _relations(package, main, place).items()}
        self.kinds = dict(_relations(package, main, place).values())
        self.sheet = StyleSheet(self._kind("styles"), self._kind("theme"))

    def read(self, body: Element) -> Reading:
        elements = [e for e in body.iter(qn("w:sectPr")) if e.getparent() is not None] or [None]
        sections = [read_section(element, index) for index, element in enumerate(elements)]
        walk = Walk(self.sheet, Numbering(self._kind("numbering")), [s.text_width for s in sections])
        walk.blocks(body)
        numbers, margins = self._margins(elements, sections)
        return Reading(
            tuple(walk.paragraphs),
            tuple(sections),
            tuple(walk.tables),
            tuple(walk.boxes),
            tuple(numbers),
            tuple(margins),
        )

    def _margins(self, elements: list[Element | None], sections: list[Section]):
        settings = self._kind("settings")
        switch = settings.find(qn("w:evenAndOddHeaders")) if settings is not None else None
        even = switch is not None and on(switch)
        parts: dict[tuple[str, str], str] = {}
        read: dict[str, tuple[Paragraph, ...]] = {}
        numbers: list[PageNumber] = []
        shown_parts: dict[str, None] = {}
        for element, section in zip(elements, sections, strict=True):
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
                part = self.targets.get(reference.get(f"{{{RELS}}}id", ""), "")
                if part in self.package:
                    found[where, reference.get(qn("w:type"), "default")] = part
        return found

    def _part_paragraphs(self, part: str, section: Section) -> tuple[Paragraph, ...]:
        walk = Walk(self.sheet, Numbering(None), [section.text_width])
        walk.blocks(parse(self.package[part], self.place))
        boxed = [p for box in walk.boxes for p in box.paragraphs]
        return (*walk.paragraphs, *boxed)

    def _kind(self, kind: str) -> Element | None:
        part = self.kinds.get(kind, "")
        return parse(self.package[part], self.place) if part in self.package else None


def _main_part(package: Mapping[str, bytes], place: Place) -> str:
    """The name of the document part: the package's own word for it, else the usual one."""
    relations = _relations(package, "", place)
    return next((target for kind, target in relations.values() if kind == "officeDocument"), MAIN)


def _relations(package: Mapping[str, bytes], part: str, place: Place) -> dict[str, tuple[str, str]]:
    """Relationship id → (kind, part name) of a part, external ones left out."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in package:
        return {}
    found = {}
    for element in parse(package[path], place):
        if element.get("TargetMode") != "External":
            target = element.get("Target", "")
            joined = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[element.get("Id", "")] = (element.get("Type", "").rsplit("/", 1)[-1], joined)
    return found

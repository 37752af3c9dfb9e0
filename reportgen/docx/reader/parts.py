"""The parts one reading needs, each parsed once: the document itself, styles, numbering, theme, settings, headers, footers.

Part names are looked up as the package standard wants it, without regard to capitals (ISO/IEC 29500-2, 6.2): programs other
than Word write «/Word/Document.xml» in one place and «word/document.xml» in another.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from urllib.parse import unquote

from reportgen.diagnostics import Place
from reportgen.docx.xml import Element, parse
from reportgen.errors import DataError

MAIN = "word/document.xml"
MOST_TAGS = 4_000_000
"""A part with more signs «<» than this is not parsed: its tree would fill the memory (about 1.000 pages have 1.000.000)."""


class Parts:
    """The parts of one package by name; ``roots`` holds the trees of those that were asked for."""

    def __init__(self, package: Mapping[str, bytes], place: Place):
        self.package, self.place = package, place
        self.roots: dict[str, Element] = {}
        self._names = {name.lower(): name for name in package}

    def name(self, wanted: str) -> str:
        """The name under which the package holds a part, '' if it does not."""
        return wanted if wanted in self.package else self._names.get(wanted.lower(), "")

    def root(self, name: str) -> Element:
        """The tree of a part. DataError TT10, TT11 (broken, DOCTYPE), TT13 (too long to be read)."""
        if name not in self.roots:
            data = self.package[name]
            if data.count(b"<") > MOST_TAGS:
                raise too_long(self.place)
            self.roots[name] = parse(data, self.place)
        return self.roots[name]

    def main(self) -> str:
        """The name of the document part: the package's own word for it, else the usual one; '' if it has none."""
        targets = (target for kind, target in self.relations("").values() if kind == "officeDocument")
        return self.name(next(targets, MAIN)) or self.name(MAIN)

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Relationship id → (kind, part name) of a part; those that lead out of the file are left out."""
        folder, name = posixpath.split(part)
        path = self.name(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for element in parse(self.package[path], self.place) if path else ():
            if element.get("TargetMode") != "External":
                joined = posixpath.normpath(posixpath.join("/", folder, unquote(element.get("Target", "")))).lstrip("/")
                found[element.get("Id", "")] = (element.get("Type", "").rsplit("/", 1)[-1], self.name(joined) or joined)
        return found


def too_long(place: Place) -> DataError:
    """The refusal of a document of more paragraphs or signs than any office writes."""
    return DataError.of(
        "TT13",
        "Văn bản dài quá mức đọc được (hàng nghìn trang).",
        place,
        hint="Tách văn bản thành nhiều tệp nhỏ hơn rồi kiểm từng tệp.",
    )

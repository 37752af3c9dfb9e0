"""Where a figure stands in the text: the line somebody typed, and the section and paragraph a reader would look for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from reportgen.body_text import load
from reportgen.diagnostics import Place
from reportgen.doctype import BODY, WORD, DocumentType
from reportgen.document import (
    Block,
    Control,
    Document,
    Heading,
    Numbered,
    Row,
    Table,
    Tag,
    controlled,
    inlines_of,
)
from reportgen.noun import noun
from reportgen.pattern import Pattern
from reportgen.project import Project
from reportgen.report import Report
from reportgen.section_numbers import Counter, read_scheme
from reportgen.vietnamese.refusal import Refusal

AROUND = 35
_STRING = Pattern(r"'[^']*'|\"[^\"]*\"")


@noun
class Mention:
    """One place in a text. ``where`` as a reader finds it («mục 1.1., đoạn 2»), ``quote`` the words around."""

    place: Place
    where: str
    quote: str

    def __str__(self) -> str:
        return f"{self.place} ({self.where}): «{self.quote}»" if self.where else f"{self.place}: «{self.quote}»"

    def as_data(self) -> dict[str, object]:
        """For programs."""
        return {"place": str(self.place), "file": self.place.file, "line": self.place.line, "where": self.where, "quote": self.quote}


def mentions_of(project: Project, report: Report, kind: DocumentType, key: str, printed: str) -> Iterator[Mention]:
    """Every mention of the figure in subject and text, in reading order. DataError if the text cannot be read."""
    subject, place = (report.subject, report.at("subject")) if report.subject else (kind.subject, kind.at("subject"))
    if names_tag(subject, key):
        yield Mention(place, "trích yếu", _shortened(subject, key, printed))
    path = body_path(project, report, kind)
    if path:
        yield from _in_text(load(path, project.shown(path)), kind, key, printed)
    elif word := kind.file(WORD):
        yield from _in_word(word, project.shown(word), key, printed)


def body_path(project: Project, report: Report, kind: DocumentType) -> Path | None:
    """The text the report is built from: its own, else its type's; None for a type drawn in Word."""
    own = project.attachments(report) / BODY
    return own if own.is_file() else kind.file(BODY)


def names_formula(formula: str, key: str) -> bool:
    """True if the expression uses the figure."""
    return bool(re.search(rf"(?<![\w.]){re.escape(key)}(?!\w)", _STRING.sub("''", formula)))


def names_tag(text: str, key: str) -> bool:
    """True if a tag in the text uses the figure."""
    return any(names_formula(tag, key) for tag in re.findall(r"\{[{%].*?[%}]\}", text))


def _in_text(document: Document, kind: DocumentType, key: str, printed: str) -> Iterator[Mention]:
    places = _Walk(tuple(kind.heading_scheme))
    for block, loose in controlled(document.blocks):
        where = places.enter(block, loose)
        if isinstance(block, Control):
            if names_formula(block.source, key):
                yield Mention(block.place, f"{where}, điều kiện hoặc vòng lặp", block.source)
            continue
        if isinstance(block, Table):
            yield from (Mention(row.place, where, row.source) for row in _control_rows(block) if names_formula(row.source, key))
        tags = [i for i in inlines_of(block) if isinstance(i, Tag) and names_formula(i.source, key)]
        if tags:
            words = "".join(i.source if isinstance(i, Tag) else i.text for i in inlines_of(block))
            yield Mention(tags[0].place, where, _shortened(words, key, printed))


def _control_rows(table: Table) -> list[Control]:
    return [row for row in table.rows if not isinstance(row, Row)]


class _Walk:
    """Says where each block stands; below a section whose number depends on the data, the number is left out."""

    def __init__(self, scheme: tuple[str, ...]):
        self.counter = Counter(read_scheme(scheme)) if scheme else None
        self.section, self.paragraph = "phần mở đầu", 0

    def enter(self, block: Block, loose: bool) -> str:
        """Where ``block`` stands; ``loose``: it may be left out or repeated."""
        if isinstance(block, Heading | Numbered):
            self._section(block.level, loose)
            self.paragraph = 0 if isinstance(block, Heading) else 1
            return self.section if isinstance(block, Numbered) else f"tên {self.section}"
        if isinstance(block, Control):
            return self.section
        self.paragraph += 1
        name = "bảng" if isinstance(block, Table) else "đoạn"
        return f"{self.section}, {name} {self.paragraph}"

    def _section(self, level: int, loose: bool) -> None:
        if loose:
            self.counter = None
        try:
            self.section = f"mục {self.counter.next_label(level)}" if self.counter else "mục không cố định số"
        except (Refusal, IndexError):
            # A heading deeper than the scheme is the build's finding; here the figure is only looked for.
            self.section = "mục không có số"


def _in_word(path: Path, shown: str, key: str, printed: str) -> Iterator[Mention]:
    from reportgen.docx.package import read_package
    from reportgen.docx.xml import parse, qn

    body = parse(read_package(path, shown)["word/document.xml"], Place(shown))
    for number, paragraph in enumerate(body.iter(qn("w:p")), 1):
        words = "".join(t.text or "" for t in paragraph.iter(qn("w:t")))
        if names_tag(words, key):
            yield Mention(Place(shown, part=f"đoạn {number}"), "", _shortened(words, key, printed))


def _shortened(words: str, key: str, printed: str) -> str:
    """The words around the first tag with the figure; the tag shows its printed value."""
    tag = next(t for t in re.finditer(r"\{[{%].*?[%}]\}", words) if names_formula(t.group(), key))
    before, after = words[: tag.start()], words[tag.end() :]
    shown = printed if printed and tag.group().startswith("{{") else tag.group()
    head = "…" + before[-AROUND:].lstrip() if len(before) > AROUND else before
    tail = after[:AROUND].rstrip() + "…" if len(after) > AROUND else after
    return head + shown + tail

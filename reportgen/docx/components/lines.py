"""Lines of the page and the questions asked about them: capitals, centred, an office's name, a typed rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from reportgen.docx.metrics import text_width_mm
from reportgen.docx.reader import Paragraph, Run, Stroke
from reportgen.pattern import Pattern
from reportgen.vietnamese.text import fold

TYPED_RULE = Pattern(r"[_\-–—─=*.…]{3,}|\*+")
BREAK = Pattern(r"[\n\f]")
TWIPS_PER_MM = 1440 / 25.4
OPENING = 160


def lines_of(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The typed lines of a paragraph (cut at line breaks), each as a paragraph of its own."""
    if "\n" not in paragraph.typed and "\f" not in paragraph.typed:
        yield paragraph
        return
    for part, runs in enumerate(_cut(paragraph.runs)):
        yield paragraph.with_runs(tuple(runs), part)


def written(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """The lines with something written on them, typed rules left out."""
    return [line for p in paragraphs for line in lines_of(p) if line.text and not is_typed_rule(line)]


def typed_as(text: str) -> str:
    """The text with «Đ» for the Icelandic «Ð» that old converters left in its place."""
    return text.replace("Ð", "Đ")


@lru_cache(maxsize=4096)
def opening(text: str) -> str:
    """The first words of a line without capitals and marks, for recognising what it is; the rest of it tells nothing."""
    return fold(typed_as(text[:OPENING]))


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    """The opening without its spaces: «Độc lập - Tự do» → «doclap-tudo»."""
    return re.sub(r"\s+", "", opening(text))


def is_upper(text: str) -> bool:
    """True if all letters are capitals (and there are some)."""
    return text.upper() == text and any(c.isalpha() for c in text)


def is_bold(line: Paragraph) -> bool:
    """True if all its letters are bold."""
    return bool(line.ink) and all(r.face.bold for r in line.ink)


def is_italic(line: Paragraph) -> bool:
    """True if most of its letters are slanted."""
    slanted = sum(len(r.text) for r in line.ink if r.face.italic)
    return slanted * 2 > sum(len(r.text) for r in line.ink)


def is_centred(line: Paragraph) -> bool:
    """True if set in the middle."""
    return line.format.align == "center"


def is_typed_rule(line: Paragraph) -> bool:
    """True if the line is a row of underscores or dashes, or Word's own «*»."""
    return bool(TYPED_RULE.fullmatch(line.text.replace(" ", "")))


def typed_stroke(line: Paragraph) -> Stroke:
    """The rule a row of underscores or dashes makes; underscores and long dashes touch, hyphens do not."""
    face, text = line.face, line.text
    width = text_width_mm(text, face.size_pt, bold=face.bold, italic=face.italic)
    solid = set(text) <= set("_—─")
    return Stroke("text", round(float(width) * TWIPS_PER_MM), solid, None, is_centred(line), text=text)


def columns_of(line: Paragraph, at: int) -> tuple[Paragraph, Paragraph]:
    """A line cut in two at character ``at`` of its typed text: what stands left and what stands right."""
    left, right = [], []
    for run in line.runs:
        left.append(Run(run.text[: max(at, 0)], run.face))
        right.append(Run(run.text[max(at, 0) :], run.face))
        at -= len(run.text)
    return (
        line.with_runs(tuple(r for r in left if r.text), line.part),
        line.with_runs(tuple(r for r in right if r.text), line.part or 1),
    )


def _cut(runs: Iterable[Run]) -> list[list[Run]]:
    found: list[list[Run]] = [[]]
    for run in runs:
        for n, piece in enumerate(BREAK.split(run.text)):
            if n:
                found.append([])
            if piece:
                found[-1].append(Run(piece, run.face))
    return found

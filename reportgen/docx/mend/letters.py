"""The letters of a paragraph and the elements they stand in, counted as the reader counts them.

The reader leaves out hidden and deleted text, instructions of fields, the second copy of a text box; it composes loose marks
and drops soft hyphens. ``letters_of`` walks the same way and remembers, for every letter, in which ``w:t`` and where in it
the letter stands. Where both walks do not give the same text, nothing of the paragraph is touched (``Misfit``): better a
line left alone than the wrong letters changed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from reportgen.docx.reader.inline import (
    BLANKS,
    FIELD,
    HOLDS_RUNS,
    PLAIN,
    RPR,
    SIMPLE_FIELD,
    SPACES,
    SYMBOLS,
    XML_SPACE,
    R,
    T,
    opened,
)
from reportgen.docx.reader.properties import on
from reportgen.docx.xml import Element, qn
from reportgen.pattern import Pattern

LOOSE = Pattern("[\u0300-\u036f\xa0\u202f\u200b\ufeff\xad]")
HOLDERS = HOLDS_RUNS | {SIMPLE_FIELD}


class Misfit(Exception):
    """The paragraph does not read here as it read there; its letters cannot be found safely."""


class Letter(NamedTuple):
    """One letter (a named tuple: a page has three thousand): the run and the element it stands in, and the stretch of that element's text it takes.

    ``calculated``: part of the result of a field, which Word writes anew; ``marked``: its mark stands in the next run.
    """

    text: str
    run: Element
    node: Element
    start: int
    end: int
    calculated: bool = False
    marked: bool = False


def letters_of(paragraph: Element, typed: str) -> list[Letter]:
    """The letters of a paragraph, one for each of ``typed``. Misfit: they are not these."""
    found = list(walked(paragraph))
    if "".join(letter.text for letter in found) == typed:
        return found
    return list(_composed(found, typed))


def _composed(found: list[Letter], typed: str) -> Iterator[Letter]:
    """The letters where a mark that opens a run is read together with the letter before it."""
    at = 0
    for char in typed:
        if at == len(found):
            raise Misfit
        letter, text = found[at], found[at].text
        while text != char and at + 1 < len(found) and unicodedata.combining(found[at + 1].text):
            at += 1
            text = unicodedata.normalize("NFC", text + found[at].text)
        if text != char:
            raise Misfit
        yield letter if text == letter.text else letter._replace(text=text, marked=True)
        at += 1
    if at < len(found):
        raise Misfit


def runs_of(paragraph: Element) -> Iterator[Element]:
    """The runs of a paragraph that are not deleted, in order."""
    for element in opened(paragraph):
        if element.tag == R:
            yield element
        elif element.tag in HOLDERS:
            yield from runs_of(element)


def walked(paragraph: Element) -> Iterator[Letter]:
    """The letters of a paragraph as they stand in the file now."""
    open_fields: list[bool] = []
    for run in runs_of(paragraph):
        simple = next(run.iterancestors(SIMPLE_FIELD), None) is not None
        for node, text in _nodes(run, open_fields):
            for shown, start, end in _spread(text):
                yield Letter(shown, run, node, start, end, simple or bool(open_fields))


def _nodes(run: Element, open_fields: list[bool]) -> Iterator[tuple[Element, str]]:
    """The elements of a run that show letters, with these letters as they stand in the file."""
    hidden = _hidden(run)
    for element in opened(run):
        tag = element.tag
        if tag == FIELD:
            _step(element.get(qn("w:fldCharType")), open_fields)
        elif hidden:
            continue
        elif tag == T and not any(open_fields):
            yield element, _counted(element)
        elif text := _sign(element):
            yield element, text


def _counted(element: Element) -> str:
    """The letters of a ``w:t``. Blanks at its ends that do not count are taken away: an edit might make them count."""
    text = element.text or ""
    if element.get(XML_SPACE) != "preserve" and text != text.strip(BLANKS):
        element.text = text = text.strip(BLANKS)
    return text


def _sign(element: Element) -> str:
    if element.tag == qn("w:br"):
        return "\f" if element.get(qn("w:type")) == "page" else "\n"
    if element.tag == qn("w:sym"):
        return _symbol(element.get(qn("w:char"), ""))
    return PLAIN.get(element.tag, "")


def _symbol(code: str) -> str:
    value = int(code, 16) if re.fullmatch(r"[0-9a-fA-F]{1,4}", code) else 0
    return SYMBOLS.get(value, chr(value) if 31 < value < 0xD800 else "")


def _hidden(run: Element) -> bool:
    vanish = run.find(f"{RPR}/{qn('w:vanish')}")
    return vanish is not None and on(vanish)


def _step(kind: str | None, open_fields: list[bool]) -> None:
    """Between begin and separate stands an instruction, between separate and end the result."""
    if kind == "begin":
        open_fields.append(True)
    elif kind == "separate" and open_fields:
        open_fields[-1] = False
    elif kind == "end" and open_fields:
        open_fields.pop()


def _spread(text: str) -> Iterator[tuple[str, int, int]]:
    """Letters as the reader shows them, each with the stretch of ``text`` it comes from."""
    if text.isascii() or (unicodedata.is_normalized("NFC", text) and not LOOSE.search(text)):
        yield from ((char, at, at + 1) for at, char in enumerate(text))
        return
    for start, end in clusters(text):
        shown = unicodedata.normalize("NFC", text[start:end]).translate(SPACES)
        for at, char in enumerate(shown):
            yield char, start if at == 0 else end, end


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of a letter with the marks that follow it."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not unicodedata.combining(text[at]):
            yield start, at
            start = at

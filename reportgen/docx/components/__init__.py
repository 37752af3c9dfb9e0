"""Recognise the parts of an official document by place and words: ``recognise(reading)`` → ``Components``.

Ours and foreign files alike: nothing here looks at style names, because foreign files have their own or none.
"""

from __future__ import annotations

from reportgen.docx.components.annex import find_annexes
from reportgen.docx.components.body import find_body
from reportgen.docx.components.closing import find_closing
from reportgen.docx.components.letterhead import find_letterhead
from reportgen.docx.components.nouns import Component, Components
from reportgen.docx.components.title import find_addressees, find_bases, find_title, is_decision
from reportgen.docx.reader import Reading

__all__ = ["Component", "Components", "recognise"]


def recognise(reading: Reading) -> Components:
    """All parts of the document, in reading order. What is not recognised is left out."""
    head = find_letterhead(reading)
    closing = find_closing(reading, head.end)
    stop = closing.start if closing.start >= 0 else _annex_start(reading, head.end)
    between = list(reading.paragraphs[head.end + 1 : stop])
    addressees, taken = find_addressees(between)
    unaddressed = [p for p in between if p.number not in taken]
    title, titled = find_title(unaddressed)
    decision = any(c.kind == "ten_loai" and is_decision(c.text) for c in title)
    bases, based = find_bases([p for p in unaddressed if p.number not in titled], decision)
    body = find_body(reading, head.end + 1, stop, taken | titled | based)
    end = closing.end if closing.start >= 0 else stop - 1
    annexes = find_annexes(list(reading.paragraphs[end + 1 :]))
    found = [*head.components, *title, *addressees, *bases, *body, *closing.components, *annexes]
    return Components(reading, tuple(c for c in found if c.lines))


def _annex_start(reading: Reading, after: int) -> int:
    """Where an unsigned document ends: at its first annex, else at its end."""
    annexes = find_annexes(list(reading.paragraphs[after + 1 :]))
    return annexes[0].first.number if annexes else len(reading.paragraphs)

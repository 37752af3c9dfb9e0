"""Recognise the parts of an official document by place and words: ``recognise(reading)`` → ``Components``.

Ours and foreign files alike: nothing here looks at style names, because foreign files have their own or none. A file may
hold several documents one behind the other; the first is recognised, and where the next ones begin is told (``more``).
"""

from __future__ import annotations

from reportgen.docx.components.annex import find_annexes
from reportgen.docx.components.body import find_body
from reportgen.docx.components.closing import find_closing
from reportgen.docx.components.legacy import encoding_of, in_unicode
from reportgen.docx.components.letterhead import find_letterhead, further_letterheads
from reportgen.docx.components.marks import contact_line, copies, limits_on_circulation, stamps_in_boxes
from reportgen.docx.components.nouns import Component, Components
from reportgen.docx.components.title import find_addressees, find_bases, find_title, is_decision, own_number
from reportgen.docx.reader import Reading
from reportgen.noun import replace

__all__ = ["Component", "Components", "recognise"]


def recognise(reading: Reading) -> Components:
    """All parts of the document, in reading order. What is not recognised is left out."""
    encoding = encoding_of(reading)
    if encoding:
        return replace(_recognise(in_unicode(reading, encoding)), encoding=encoding)
    return _recognise(reading)


def _recognise(reading: Reading) -> Components:
    head = find_letterhead(reading)
    more = further_letterheads(reading, head.end)
    limit = more[0] if more else len(reading.paragraphs)
    closing = find_closing(reading, head.end, limit)
    stop = closing.start if closing.start >= 0 else _annex_start(reading, head.end, limit)
    between = list(reading.paragraphs[head.end + 1 : stop])
    addressees, taken = find_addressees(between)
    unaddressed = [p for p in between if p.number not in taken]
    title, titled = find_title(unaddressed)
    number = [] if any(c.kind == "so_ky_hieu" for c in head.components) else own_number(unaddressed, titled)
    titled |= {c.first.number for c in number}
    decision = any(c.kind == "ten_loai" and is_decision(c.text) for c in title)
    bases, based = find_bases([p for p in unaddressed if p.number not in titled], decision)
    aside = limits_on_circulation(p for p in between if p.number not in taken | titled | based)
    body = find_body(reading, head.end + 1, stop, taken | titled | based | {c.first.number for c in aside})
    end = closing.end if closing.start >= 0 else stop - 1
    after = list(reading.paragraphs[end + 1 : limit])
    annexes = find_annexes(after)
    if more and annexes and annexes[-1].kind == "phu_luc_cuoi":
        annexes = annexes[:-1]  # the next letterhead may stand inside this annex: its end is not known
    behind = after[: annexes[0].first.number - end - 1] if annexes else after
    found = [*head.components, *number, *title, *addressees, *bases, *body, *closing.components]
    found += [*_new(stamps_in_boxes(reading), found), *aside, *copies(behind), *contact_line(reading, behind), *annexes]
    return Components(reading, tuple(c for c in found if c.lines), tuple(more))


def _annex_start(reading: Reading, after: int, limit: int) -> int:
    """Where an unsigned document ends: at its first annex, else at its end."""
    annexes = find_annexes(list(reading.paragraphs[after + 1 : limit]))
    return annexes[0].first.number if annexes else limit


def _new(stamps: list[Component], found: list[Component]) -> list[Component]:
    """The stamps in boxes that the letterhead did not bring already (a letterhead in boxes holds its stamps)."""
    taken = {line.number for c in found for line in c.lines}
    return [c for c in stamps if c.first.number not in taken]

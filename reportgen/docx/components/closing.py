"""The end of the document: Nơi nhận on the left, authority, office and name of the signer on the right.

Usually one borderless table of one row; «Nơi nhận:» or the authority words (TM., KT., TL., TUQ., Q.) find it. In
plain paragraphs the words alone decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportgen.docx.components.lines import is_bold, is_typed_rule, is_upper, lines_of, opening
from reportgen.docx.components.nouns import Component
from reportgen.docx.reader import Paragraph, Reading
from reportgen.noun import field, working
from reportgen.pattern import Pattern

LABEL = Pattern(r"noi nhan\s*[:.]?")
AUTHORITY = Pattern(r"(T\.?/?M|K\.?/?T|T\.?/?L|T\.?/?U\.?/?Q|Q)(\.|/|\s(?=[A-ZĐÂĂÊÔƠƯ]{2}))")
FILING = Pattern(r"[-–+]?\s*luu\b")
DRAFTER = Pattern(r"[A-ZĐ][A-Za-zđĐ]*[.,]?\s*\(?\d*\s*b?\)?\.?")
ASIDE = Pattern(r"\(.*\)|\[.*\]|đã ký", re.IGNORECASE)
SMALL_GAP = 2
LONG_SPACE = 500
"""Space before a line (twips) that leaves room for a signature by itself."""
TITLES = Pattern(
    r"(PHÓ |Q\. ?)?(GIÁM ĐỐC|CHỦ TỊCH|CHÁNH|TRƯỞNG|CỤC TRƯỞNG|BỘ TRƯỞNG|THỦ TƯỚNG|HIỆU TRƯỞNG|BÍ THƯ|CHỦ NHIỆM|VIỆN TRƯỞNG"
    r"|TỔNG GIÁM ĐỐC|CHI CỤC TRƯỞNG|THỨ TRƯỞNG|VỤ TRƯỞNG|TỔNG CỤC TRƯỞNG|ĐỘI TRƯỞNG|TỔ TRƯỞNG|TRƯỞNG PHÒNG)"
)


@working
class Closing:
    """What was found: components, and the numbers of its first and last paragraph (start -1: none)."""

    components: list[Component] = field(default_factory=list)
    start: int = -1
    end: int = -1


def find_closing(reading: Reading, after: int) -> Closing:
    """The closing of the document below paragraph number ``after``."""
    below = reading.paragraphs[after + 1 :]
    label = next((p for p in below if _is_label(p)), None)
    anchor = label or _authority_in_table(below) or _office_in_table(reading, below)
    if anchor is not None and anchor.cell:
        return _table(reading, anchor)
    return _plain(below, label)


def _is_label(paragraph: Paragraph) -> bool:
    words = opening(paragraph.text.split("\n")[0]).strip(" -")
    return bool(LABEL.fullmatch(words)) or (bool(LABEL.match(words)) and paragraph.cell is not None)


def _authority_in_table(below: Iterable[Paragraph]) -> Paragraph | None:
    return next(
        (p for p in below if p.cell and AUTHORITY.match(p.text) and is_upper(p.text.split("\n")[0])), None
    )


def _office_in_table(reading: Reading, below: Iterable[Paragraph]) -> Paragraph | None:
    plain = {t.index for t in reading.tables if not t.bordered}
    return next(
        (p for p in below if p.cell and p.cell.table in plain and TITLES.match(p.text) and is_bold(p)), None
    )


def _table(reading: Reading, anchor: Paragraph) -> Closing:
    """The closing in a table; minutes have a second signer on the left, above the label."""
    members = [p for p in reading.paragraphs if p.cell and p.cell.table == anchor.cell.table]
    middle = _middle(members, anchor)
    left = [p for p in members if p.cell.centre < middle]
    right = [p for p in members if p.cell.centre >= middle]
    at = next((i for i, p in enumerate(left) if _is_label(p)), 0)
    beside, below = (left[:at], left[at:]) if at and any(p.text for p in left[:at]) else ([], left)
    found = [*_recipients(below), *_signature(right), *_signature(beside)]
    return Closing(found, members[0].number, members[-1].number)


def _middle(members: list[Paragraph], anchor: Paragraph) -> int:
    """Where the right half begins: the left edge of the signer's cell, guarded by the cells' own edges."""
    written = [p for p in members if p.text]
    rightmost = max(written, key=lambda p: p.cell.left, default=anchor)
    if rightmost.cell.left <= min(p.cell.left for p in members):
        return rightmost.cell.centre + 1 if _is_label(anchor) else rightmost.cell.left
    return rightmost.cell.left


def _plain(below: Iterable[Paragraph], label: Paragraph | None) -> Closing:
    """The closing in plain paragraphs: from the label, or from the authority words, to the last short line."""
    lines = list(below)
    start = next((i for i, p in enumerate(lines) if p is label or _opens_signature(p)), None)
    if start is None:
        return _unsigned(lines)
    rest = lines[start : _annex_at(lines, start)]
    items = _recipient_run(rest, label)
    found = _recipients(items)
    signature = [p for p in rest if p.number not in {i.number for i in items}]
    found += _signature(signature)
    return Closing(found, rest[0].number, rest[-1].number)


def _unsigned(lines: list[Paragraph]) -> Closing:
    """Only a name below the text: the last short line set apart after the end mark."""
    ended = next((i for i, p in enumerate(lines) if p.text.endswith("./.")), None)
    rest = (
        [] if ended is None else [p for p in lines[ended + 1 : _annex_at(lines, ended + 1)] if p.cell is None]
    )
    written = [p for p in rest if p.text]
    if not written or len(written) > 3 or any(len(p.text) > 60 for p in written):
        return Closing()
    return Closing(_signature(rest), written[0].number, written[-1].number)


def _opens_signature(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return (
        paragraph.cell is None
        and is_upper(text)
        and bool(AUTHORITY.match(text) or (TITLES.match(text) and is_bold(paragraph)))
    )


def _annex_at(lines: list[Paragraph], start: int) -> int:
    annex = (
        i
        for i, p in enumerate(lines)
        if i > start and opening(p.text).startswith("phu luc") and len(p.text) < 40
    )
    return next(annex, len(lines))


def _recipient_run(rest: list[Paragraph], label: Paragraph | None) -> list[Paragraph]:
    """The label and the items right below it."""
    at = next((i for i, p in enumerate(rest) if p is label), None)
    if at is None:
        return []
    items = [rest[at]]
    for paragraph in rest[at + 1 :]:
        if paragraph.text and not paragraph.text.startswith(("-", "+", "–")):
            break
        items.append(paragraph)
    return items


def _recipients(paragraphs: list[Paragraph]) -> list[Component]:
    found: list[Component] = []
    for line in (line for p in paragraphs for line in lines_of(p) if line.text and not is_typed_rule(line)):
        words = opening(line.text)
        kinds = {c.kind for c in found}
        if "noi_nhan_nhan" not in kinds and LABEL.match(words):
            found.append(Component("noi_nhan_nhan", (line,)))
        elif FILING.match(words):
            found.append(Component("noi_luu", (line,)))
        elif "noi_luu" in kinds and DRAFTER.fullmatch(line.text):
            found.append(Component("ky_hieu_soan_thao", (line,)))
        elif _continues(found, line):
            found[-1] = Component(found[-1].kind, (*found[-1].lines, line))
        else:
            found.append(Component("noi_nhan", (line,)))
    return found


def _continues(found: list[Component], line: Paragraph) -> bool:
    """True if the line goes on with the item above: no dash, small first letter, and the item above is not closed."""
    if not found or found[-1].kind != "noi_nhan" or line.text[0] in "-–+":
        return False
    return not found[-1].text.endswith((";", ".")) and (line.text[0].islower() or line.text[0] == "(")


def _signature(paragraphs: list[Paragraph]) -> list[Component]:
    lines = [line for p in paragraphs for line in lines_of(p)]
    written = [
        (i, line)
        for i, line in enumerate(lines)
        if line.text and not is_typed_rule(line) and not _aside(line)
    ]
    if not written:
        return []
    name = _name(lines, written)
    found: list[Component] = []
    for at, line in written:
        if at == name:
            found.append(Component("nguoi_ky", (line,)))
        elif AUTHORITY.match(line.text):
            found.append(Component("quyen_han_ky", (line,)))
        elif is_upper(line.text) or name is None or not _has_office(found):
            found.append(Component("chuc_vu", (line,)))
        else:
            found.append(Component("chuc_danh_khac", (line,)))
    return found


def _aside(line: Paragraph) -> bool:
    return bool(ASIDE.fullmatch(line.text))


def _has_office(found: list[Component]) -> bool:
    """True if the office of the signer stands above; right below «KT. …» it is still to come."""
    return any(c.kind == "chuc_vu" for c in found)


def _name(lines: list[Paragraph], written: list[tuple[int, Paragraph]]) -> int | None:
    """Index of the signer's name: the last line, if it is not in capitals or stands apart from the office above."""
    at, last = written[-1]
    if AUTHORITY.match(last.text) or (is_upper(last.text) and TITLES.match(last.text)):
        return None
    if not is_upper(last.text):
        return at
    blank = sum(1 for line in lines[written[-2][0] + 1 : at]) if len(written) > 1 else 0
    apart = (
        blank >= SMALL_GAP
        or last.format.before > LONG_SPACE
        or any(line.format.before + line.format.after > LONG_SPACE for line in lines[:at][-1:])
    )
    return at if apart else None

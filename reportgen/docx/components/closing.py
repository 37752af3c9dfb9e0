"""The end of the document: Nơi nhận on the left, authority, office and name of the signer on the right.

Usually one borderless table of one row; «Nơi nhận:» or the authority words (TM., KT., TL., TUQ., Q.) find it. In
plain paragraphs the words alone decide; the signature may stand in a table and Nơi nhận below it.
"""

from __future__ import annotations

from reportgen.docx.components.letterhead_lines import is_nation
from reportgen.docx.components.lines import is_bold, is_upper, opening, typed_as
from reportgen.docx.components.marks import is_contact, signature_images
from reportgen.docx.components.nouns import Component
from reportgen.docx.components.recipients import FILING, is_label, recipients
from reportgen.docx.components.signature import AUTHORITY, TITLES, signature
from reportgen.docx.reader import Paragraph, Reading
from reportgen.noun import field, working
from reportgen.pattern import Pattern

ANNEX = Pattern(r"phu luc\b")
NEAR = 45
"""Paragraphs between a signature in a table and its Nơi nhận outside."""
LONGEST_LINE = 120
LONGEST_NAME = 40
ROOM_TO_SIGN = 9
"""Paragraphs below a table in which the name of the signer may still come."""
LONGEST_ANNEX_LABEL = 40


@working
class Closing:
    """What was found: components, and the numbers of its first and last paragraph (start -1: none)."""

    components: list[Component] = field(default_factory=list)
    start: int = -1
    end: int = -1


def find_closing(reading: Reading, after: int, stop: int | None = None) -> Closing:
    """The closing of the document below paragraph number ``after`` and above number ``stop``."""
    below = list(reading.paragraphs[after + 1 : stop])
    open_tables = {t.index for t in reading.tables if not t.bordered}
    label = next((p for p in below if is_label(p) and (p.cell is None or p.cell.table in open_tables)), None)
    sign = _signs_in_table(below, open_tables, label)
    if label is not None and label.cell:
        return _table(reading, label, sign)
    if sign is not None and label is not None and abs(sign.number - label.number) > NEAR:
        sign = None
    if sign is not None and label is not None:
        return _table_and_lines(reading, sign, label, below)
    return _table(reading, sign, sign) if sign is not None else _plain(below, label)


def _signs_in_table(below: list[Paragraph], open_tables: set[int], label: Paragraph | None) -> Paragraph | None:
    """The line in an open table that opens the signature: words of authority, else an office in bold capitals.

    Lists of those present have such lines too: the one nearest to Nơi nhận counts; without it the first one below the end
    mark of the text, else the last one above the annexes.
    """
    cells = [p for p in below if p.cell and p.cell.table in open_tables and p.text and len(p.text) < LONGEST_LINE]
    found = [p for p in cells if _is_authority(p) or (TITLES.match(typed_as(p.text)) and is_bold(p))]
    if label is not None:
        own = [p for p in found if label.cell and p.cell.table == label.cell.table]
        return min(own or found, key=lambda p: (abs(p.number - label.number), p.number), default=None)
    found = [p for p in found if _is_authority(p)] or found
    ended = next((p.number for p in below if p.text.endswith("./.")), None)
    if ended is not None:
        return next((p for p in found if p.number > ended), None)
    annexed = next((p.number for p in below if len(p.text) < LONGEST_ANNEX_LABEL and ANNEX.match(opening(p.text))), None)
    above = [p for p in found if annexed is None or p.number < annexed]
    return _opening_of(above, above[-1]) if above else None


def _is_authority(paragraph: Paragraph) -> bool:
    return bool(AUTHORITY.match(paragraph.text)) and is_upper(paragraph.text.split("\n")[0])


def _opening_of(found: list[Paragraph], last: Paragraph) -> Paragraph:
    """The first of the candidates in the same table."""
    return next(p for p in found if p.cell.table == last.cell.table)


def _table(reading: Reading, anchor: Paragraph, sign: Paragraph | None) -> Closing:
    """The closing in a table; minutes have a second signer on the left, above the label."""
    members = [p for p in reading.paragraphs if p.cell and p.cell.table == anchor.cell.table]
    others: list[Paragraph] = []
    if sign is not None and sign.cell.table != anchor.cell.table and abs(sign.number - anchor.number) <= NEAR:
        others = [p for p in reading.paragraphs if p.cell and p.cell.table == sign.cell.table]
    middle = _middle(members, anchor)
    left = [p for p in members if p.cell.centre < middle]
    right = [p for p in members if p.cell.centre >= middle]
    at = next((i for i, p in enumerate(left) if is_label(p)), 0)
    beside, below = (left[:at], left[at:]) if at and any(p.text for p in left[:at]) else ([], left)
    if not is_label(anchor) and not any(is_label(p) or FILING.match(opening(p.text)) for p in left):
        beside, below = left, []  # two signers and no Nơi nhận
    found = [*recipients(below), *_by_columns(right), *_by_columns(beside), *_by_columns(others)]
    found += signature_images([*right, *others])
    whole = [p.number for p in (*members, *others)]
    name = _name_below(reading, found, max(whole))
    found += [Component("nguoi_ky", (name,))] if name else []
    return Closing(found, min(whole), name.number if name else max(whole))


def _name_below(reading: Reading, found: list[Component], end: int) -> Paragraph | None:
    """The signer's name typed below the table that holds the rest of the signature; None if it stands where it belongs."""
    kinds = {c.kind for c in found}
    if "nguoi_ky" in kinds or not kinds & {"chuc_vu", "quyen_han_ky"}:
        return None
    written = next((p for p in reading.paragraphs[end + 1 : end + 1 + ROOM_TO_SIGN] if p.text), None)
    if written is None or written.cell or len(written.text) > LONGEST_NAME or not is_bold(written):
        return None
    set_right = written.format.align in ("right", "center") or written.format.left > 0 or "\t" in written.typed or written.typed.startswith("   ")
    listed = ANNEX.match(opening(written.text)) or not written.text.istitle() or any(c.isdigit() for c in written.text)
    return written if set_right and not listed else None


def _by_columns(paragraphs: list[Paragraph]) -> list[Component]:
    """The signatures that stand side by side, each read down its own column."""
    columns: dict[int, list[Paragraph]] = {}
    for paragraph in paragraphs:
        columns.setdefault(paragraph.cell.centre if paragraph.cell else 0, []).append(paragraph)
    return [c for column in columns.values() for c in signature(column)]


def _middle(members: list[Paragraph], anchor: Paragraph) -> int:
    """Where the right half begins: the left edge of the signer's cell, guarded by the cells' own edges."""
    written = [p for p in members if p.text]
    rightmost = max(written, key=lambda p: p.cell.left, default=anchor)
    if rightmost.cell.left <= min(p.cell.left for p in members):
        return rightmost.cell.centre + 1 if is_label(anchor) else rightmost.cell.left
    label = next((p for p in written if is_label(p)), None)
    if label is not None:
        right = [p.cell.left for p in written if p.cell.left > label.cell.left]
        return min(right, default=rightmost.cell.left)
    return rightmost.cell.left


def _table_and_lines(reading: Reading, sign: Paragraph, label: Paragraph, below: list[Paragraph]) -> Closing:
    """The signature in a table, Nơi nhận in plain paragraphs above or below it."""
    members = [p for p in reading.paragraphs if p.cell and p.cell.table == sign.cell.table]
    items = _recipient_run([p for p in below if p.number >= label.number], label)
    found = [*recipients(items), *_by_columns(members), *signature_images(members)]
    numbers = [p.number for p in (*members, *items)]
    return Closing(found, min(numbers), max(numbers))


def _plain(below: list[Paragraph], label: Paragraph | None) -> Closing:
    """The closing in plain paragraphs: from the label, or from the authority words, to the last short line."""
    start = next((i for i, p in enumerate(below) if p is label or _opens_signature(p)), None)
    if start is None:
        return _unsigned(below)
    rest = below[start : _stop(below, start)]
    items = _recipient_run(rest, label)
    taken = {i.number for i in items}
    signers = [p for p in rest if p.number not in taken]
    found = [*recipients(items), *signature(signers), *signature_images(signers)]
    return Closing(found, rest[0].number, rest[-1].number)


def _unsigned(lines: list[Paragraph]) -> Closing:
    """Only a name below the text: the last short line set apart after the end mark."""
    ended = next((i for i, p in enumerate(lines) if p.text.endswith("./.")), None)
    rest = [] if ended is None else [p for p in lines[ended + 1 : _stop(lines, ended)] if p.cell is None]
    written = [p for p in rest if p.text]
    if not written or len(written) > 3 or any(len(p.text) > 60 for p in written):
        return Closing()
    return Closing([*signature(rest), *signature_images(rest)], written[0].number, written[-1].number)


def _opens_signature(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return (
        paragraph.cell is None
        and is_upper(text)
        and len(text) < LONGEST_LINE
        and bool(AUTHORITY.match(text) or (TITLES.match(typed_as(text)) and is_bold(paragraph)))
    )


def _stop(lines: list[Paragraph], start: int) -> int:
    """Index of the first paragraph that no longer belongs to a closing begun at ``start``."""
    for index in range(start + 1, len(lines)):
        paragraph = lines[index]
        words = opening(paragraph.text)
        annex = ANNEX.match(words) and len(paragraph.text) < LONGEST_ANNEX_LABEL
        away = paragraph.section != lines[start].section or paragraph.cell is not None or _new_page(paragraph, lines[index - 1])
        long = len(paragraph.text) > LONGEST_LINE and paragraph.text[0] not in "-–+"
        if annex or away or long or is_nation(paragraph.text) or is_contact(paragraph.text):
            return index
    return len(lines)


def _new_page(paragraph: Paragraph, above: Paragraph) -> bool:
    return paragraph.format.page_break or "\f" in above.typed or paragraph.typed.startswith("\f")


def _recipient_run(rest: list[Paragraph], label: Paragraph | None) -> list[Paragraph]:
    """The label and the items right below it."""
    at = next((i for i, p in enumerate(rest) if p is label), None)
    if at is None:
        return []
    items = [rest[at]]
    for paragraph in rest[at + 1 :]:
        listed = paragraph.text.startswith(("-", "+", "–")) or FILING.match(opening(paragraph.text))
        if paragraph.text and not listed:
            break
        items.append(paragraph)
    return items

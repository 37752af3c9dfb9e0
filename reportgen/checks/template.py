"""Digits typed into a text by hand: a figure must be called by its name, or next month it is last month's
figure.

What stays typed is what does not change with the data: dates, years and periods, numbers of documents,
articles of law, ordinals («giai đoạn 2», «lần thứ 3»), digits inside words (m2, VX1) and the names a type of
document allows (``chu_so_duoc_go``). Everything else is a finding at its line and column, with the words
around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportgen.checks.literal_numbers import TAG_LETTER, literal_spans
from reportgen.diagnostics import Finding, Place, error, warning
from reportgen.document import Block, Document, Heading, Inlines, Item, Numbered, Paragraph, Row, Table, Tag
from reportgen.docx.package import MAIN_PART, read_package
from reportgen.docx.tags import P, TaggedPart, own_texts
from reportgen.docx.xml import parse
from reportgen.pattern import Pattern
from reportgen.program.tags import TAG
from reportgen.vietnamese.text import fold, nfc

_AROUND = 24
_NUMBER = Pattern(r"\d+(?:[.,/]\d+)*%?")
_TYPED_LABEL = Pattern(r"(\d{1,2}(\.\d{1,2})*[.)]|[IVX]{1,5}\.|[a-zđ]\))\s")
_COLUMN_NUMBER = Pattern(r"\s*\(?\d{1,2}\)?(\s*=[\s\d()+\-x*/:]+)?\s*\Z")
_ORDINAL_CELL = Pattern(r"\s*\d{1,3}\.?\s*\Z")


def check_typed_digits(document: Document, allowed: Iterable[str] = ()) -> list[Finding]:
    """Findings MAU60 for digits typed outside tags, MAU61 for section numbers typed by hand.

    ``allowed`` are names with digits in them that may be typed as they are.
    """
    names = tuple(nfc(" ".join(name.split())) for name in allowed)
    findings: list[Finding] = []
    for block in document.blocks:
        if isinstance(block, Table):
            findings += _in_table(block, names)
        elif isinstance(block, Heading | Numbered | Paragraph | Item):
            findings += _typed_label(block)
            findings += _in_words(block.inlines, names, skip=_label_length(block))
    return findings


def check_typed_digits_in_word(data: bytes, file: str, allowed: Iterable[str] = ()) -> list[Finding]:
    """The same for a type drawn in Word: findings MAU60 for digits typed outside tags in ``mau.docx``, by
    paragraph.
    """
    names = tuple(nfc(" ".join(name.split())) for name in allowed)
    part = TaggedPart(parse(read_package(data, file)[MAIN_PART]), file)
    findings: list[Finding] = []
    for number, paragraph in enumerate(part.root.iter(P), start=1):
        words = nfc(TAG.sub(TAG_LETTER, "".join(t.text or "" for t in own_texts(paragraph))))
        label = _TYPED_LABEL.match(words)
        for at, digits in typed_numbers(words, names):
            if not label or at >= label.end(1):
                findings.append(
                    _typed(digits, part.place_of(number, words.replace(TAG_LETTER, "{{…}}")), words, at)
                )
    return findings


def typed_numbers(words: str, allowed: Iterable[str] = ()) -> Iterator[tuple[int, str]]:
    """Digits in a text that are none of the literal forms: (where they start, the digits). Tags must be taken
    out before.
    """
    if not _NUMBER.search(words):
        return
    spans = list(literal_spans(words))
    spans += [
        m.span() for name in allowed for m in re.finditer(r"\s+".join(map(re.escape, name.split())), words)
    ]
    for found in _NUMBER.finditer(words):
        if not any(start <= found.start() and found.end() <= end for start, end in spans):
            yield found.start(), found.group()


def _in_words(inlines: Inlines, allowed: tuple[str, ...], skip: int = 0) -> list[Finding]:
    words, starts = _joined(inlines)
    return [
        _typed(digits, _place(starts, at), words, at)
        for at, digits in typed_numbers(words, allowed)
        if at >= skip
    ]


def _typed(digits: str, place: Place, words: str, at: int) -> Finding:
    return error(
        "MAU60",
        f"số gõ tay «{digits}» trong lời văn",
        place,
        found=_around(words, at, len(digits)),
        hint="khai số này ở mục chi_tieu rồi gọi bằng tên {{ … }}; tên riêng có số thì thêm vào chu_so_duoc_go của loai.yml",
    )


def _in_table(table: Table, allowed: tuple[str, ...]) -> list[Finding]:
    """A table's cells one by one; numbers of columns and the column of ordinals may be typed."""
    findings = []
    ordinals = {
        n
        for n, cell in enumerate(table.header.cells)
        if fold(_joined(cell)[0]).strip(" .") in ("tt", "stt", "so tt", "so thu tu")
    }
    for row in (table.header, *(r for r in table.rows if isinstance(r, Row))):
        plain = [_joined(cell)[0] for cell in row.cells]
        numbers_columns = all(
            not words.strip() or _COLUMN_NUMBER.match(words) or len(words.strip()) == 1 for words in plain
        )
        for column, cell in enumerate(row.cells):
            if not numbers_columns and not (column in ordinals and _ORDINAL_CELL.match(plain[column])):
                findings += _in_words(cell, allowed)
    return findings


def _typed_label(block: Block) -> list[Finding]:
    found = _TYPED_LABEL.match(_joined(block.inlines)[0])
    if not found:
        return []
    hint = (
        "bỏ số này: dấu # tự đánh số"
        if isinstance(block, Heading | Numbered)
        else "viết # tên mục, hoặc #. đoạn có số; số tự chạy"
    )
    return [warning("MAU61", f"số mục «{found[1]}» gõ tay", block.place, found=found[1], hint=hint)]


def _label_length(block: Block) -> int:
    found = _TYPED_LABEL.match(_joined(block.inlines)[0])
    return found.end(1) if found else 0


def _joined(inlines: Inlines) -> tuple[str, list[tuple[int, Place]]]:
    """The words with a stand-in letter for each tag, and where in them each piece starts."""
    words, starts, at = [], [], 0
    for piece in inlines:
        text = TAG_LETTER if isinstance(piece, Tag) else piece.text
        starts.append((at, piece.place))
        words.append(text)
        at += len(text)
    return "".join(words), starts


def _place(starts: list[tuple[int, Place]], at: int) -> Place:
    start, place = max((pair for pair in starts if pair[0] <= at), key=lambda pair: pair[0])
    return Place(place.file, place.line, place.column + at - start)


def _around(words: str, at: int, length: int) -> str:
    start, end = max(0, at - _AROUND), min(len(words), at + length + _AROUND)
    start = words.rfind(" ", 0, start) + 1 if start else 0
    cut = words.find(" ", end)
    return " ".join(words[start : cut if cut >= 0 else len(words)].replace(TAG_LETTER, "{{…}}").split())

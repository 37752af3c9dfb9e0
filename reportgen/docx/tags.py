"""Tags in a part of a Word file: found, made whole, and turned into a program with the XML around them.

Word cuts a tag into several runs as soon as somebody corrects a letter in it, so a tag is looked for in the
joined text of its paragraph and then put whole into the run it starts in. That is done on the tree; no
pattern is ever matched against raw XML. While the tree is written out, a tag is a short mark of two
characters no text can hold; the marks are exchanged for the tags at the end, so a ``<`` in a condition never
meets the escaping of XML.

    {%p if kinh_gui %}     alone in a paragraph: the paragraph goes, the statement stays
    {%tr for x in ds %}    alone in a row of a table: the row goes, the statement stays
    {{p noi_dung }}        alone in a paragraph: the body text stands here
"""

from __future__ import annotations

import re
from collections.abc import Callable

from reportgen.diagnostics import Finding, Place, error
from reportgen.docx.xml import Element, etree, parse, qn, serialize
from reportgen.noun import field, working
from reportgen.pattern import Pattern
from reportgen.program.tags import OPENING, TAG, ProgramText, split_tags, straight_quotes
from reportgen.vietnamese.text import nfc

SLOT = "noi_dung"
ENDING = "phan_cuoi"
OPEN, CLOSE = "\ufdd0", "\ufdd1"
_MARK = Pattern(f"<!--{OPEN}(\\d+){CLOSE}-->|{OPEN}(\\d+){CLOSE}")
_LONE = Pattern(r"\{([%{])(p|tr|tc|r)\s+(.*?)([%}]\})\Z", re.DOTALL)
_BRACE = Pattern(r"\{(?=[{%#])")
_LONGEST_QUOTE = 60
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"

P, R, T, TR, TC = (qn(f"w:{name}") for name in ("p", "r", "t", "tr", "tc"))


@working
class TaggedPart:
    """One part while its tags are being collected. ``label`` names the part to staff («đầu trang»), may be
    empty.
    """

    root: Element
    file: str
    label: str = ""
    findings: list[Finding] = field(default_factory=list)
    tags: list[tuple[str, Place]] = field(default_factory=list)
    slots: list[Place] = field(default_factory=list)

    def mark(self, source: str, place: Place) -> str:
        """Note a tag and give the mark that stands for it in the tree."""
        self.tags.append((source, place))
        return f"{OPEN}{len(self.tags) - 1}{CLOSE}"

    def place_of(self, number: int, words: str) -> Place:
        """The place of the paragraph with this number and these words."""
        shown = f"{self.label}, đoạn {number}" if self.label else f"đoạn {number}"
        return Place(self.file, part=shown, quote=" ".join(words.split())[:_LONGEST_QUOTE])

    def fault(self, code: str, message: str, place: Place, hint: str, found: str = "") -> None:
        """Note a finding."""
        self.findings.append(error(code, message, place, found=found, hint=hint))


def has_tags(data: bytes) -> bool:
    """Could there be a tag in this part? Looks for braces only, so it may say yes too often."""
    return b"{" in data and b"}" in data


def tagged_part(data: bytes, file: str, label: str = "") -> TaggedPart:
    """The part with its tags found and marked; ``file`` is shown in messages. Faults gather in
    ``findings``.
    """
    part = TaggedPart(parse(data, Place(file)), file, label)
    for number, paragraph in enumerate(list(part.root.iter(P)), start=1):
        _read_paragraph(part, paragraph, number)
    return part


Write = Callable[[ProgramText], None]


def program_text(part: TaggedPart, slot: Write | None = None, ending: Write | None = None) -> ProgramText:
    """The part as program text; ``slot`` writes what stands in the place of ``{{p noi_dung }}``, ``ending`` what stands at
    the mark ``ENDING`` at the end of the page.
    """
    text = ProgramText(list(part.findings))
    written = serialize(part.root).decode()
    at = 0
    for found in _MARK.finditer(written):
        text.text(literal(written[at : found.start()]))
        source, place = part.tags[int(found[1] or found[2])]
        writer = {SLOT: slot, ENDING: ending}.get(source)
        if writer:
            writer(text)
        elif source not in (SLOT, ENDING):
            text.tag(source, place)
        at = found.end()
    text.text(literal(written[at:]))
    return text


def literal(xml: str) -> str:
    """XML in which no braces can be taken for a tag."""
    return _BRACE.sub("&#123;", xml)


def own_texts(paragraph: Element) -> list[Element]:
    """The ``w:t`` of a paragraph itself, without those of text boxes inside it."""
    return [t for t in paragraph.iter(T) if next(t.iterancestors(P)) is paragraph]


def _read_paragraph(part: TaggedPart, paragraph: Element, number: int) -> None:
    texts = own_texts(paragraph)
    whole = "".join(t.text or "" for t in texts)
    if not OPENING.search(whole):
        return
    place = part.place_of(number, whole)
    lone = lone_tag(whole)
    if lone:
        _read_lone(part, paragraph, lone, place)
        return
    refuse_torn(part, whole, place)
    make_whole(texts)
    for text in texts:
        _mark_tags(part, text, place)


def _read_lone(part: TaggedPart, paragraph: Element, lone: re.Match[str], place: Place) -> None:
    brace, unit, inside, end = lone.groups()
    if brace == "{":
        if unit == "p" and inside.strip() == SLOT:
            part.slots.append(place)
            _replace(part, paragraph, SLOT, place)
        else:
            part.fault(
                "MAU57",
                f"thẻ {{{{{unit} … }}}} không dùng được ở đây",
                place,
                "chỉ có {{p noi_dung }}; số liệu viết {{ ten_so_lieu }}",
                lone.group(),
            )
        return
    source = f"{{% {inside.strip()} {end}"
    if unit == "p":
        _replace(part, paragraph, source, place)
    elif unit == "tr" and (row := next(paragraph.iterancestors(TR), None)) is not None:
        if holds_only(part, row, lone, place):
            _replace(part, row, source, place)
    else:
        part.fault(
            "MAU52",
            f"lệnh {{%{unit} … %}} không dùng được ở đây",
            place,
            "lệnh cho cả đoạn viết {%p … %}; cho cả dòng bảng viết {%tr … %} trong một ô của dòng đó",
            lone.group(),
        )


def holds_only(part: TaggedPart, holder: Element, lone: re.Match[str], place: Place) -> bool:
    """Is the tag all there is in the row or cell it takes away? A finding if words would be lost with it."""
    words = "".join(t.text or "" for t in holder.iter(T))
    if straight_quotes(words).split() == lone.string.split():
        return True
    what = "ô" if holder.tag == TC else "dòng"
    part.fault(
        "MAU52",
        f"{what} chứa lệnh {lone.group()} còn có chữ khác, in ra sẽ mất",
        place,
        f"để lệnh này một mình trong một {what} riêng của bảng",
        lone.group(),
    )
    return False


def _replace(part: TaggedPart, element: Element, source: str, place: Place) -> None:
    """Put the mark of a tag where the element stood; what ends a section or a bookmark must not go with
    it.
    """
    if any(True for _ in element.iter(qn("w:sectPr"))):
        part.fault(
            "MAU52",
            "đoạn này giữ cách trình bày của cả một phần văn bản nên không thể là lệnh",
            place,
            "thêm một đoạn mới cho lệnh này, ngay trước chỗ ngắt phần",
        )
        return
    gone = {e.get(qn("w:id")) for e in element.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))}
    comment = etree.Comment(part.mark(source, place))
    comment.tail = element.tail
    element.getparent().replace(element, comment)
    for bookmark in list(part.root.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))) if gone else ():
        if bookmark.get(qn("w:id")) in gone:
            bookmark.getparent().remove(bookmark)


def lone_tag(words: str) -> re.Match[str] | None:
    """A paragraph's words if they are nothing but one tag that owns its paragraph, row, cell or run: (brace,
    unit, inside, end).
    """
    return (
        _LONE.match(nfc(straight_quotes(" ".join(words.split())))) if len(TAG.findall(words)) == 1 else None
    )


def refuse_torn(part: TaggedPart, whole: str, place: Place) -> None:
    """A finding for every tag of the paragraph that does not end in it."""
    for piece, is_tag in split_tags(whole):
        if not is_tag and (opened := OPENING.search(piece)):
            part.fault(
                "MAU50",
                "thẻ mở mà chưa đóng trong đoạn này",
                place,
                "cả thẻ phải nằm trong một đoạn; kiểm tra dấu ngoặc nhọn",
                piece[opened.start() :][:_LONGEST_QUOTE],
            )


def make_whole(texts: list[Element]) -> None:
    """Move the letters of every tag into the text element it starts in."""
    whole = "".join(t.text or "" for t in texts)
    spans = [found.span() for found in TAG.finditer(whole)]
    at = 0
    for text in texts:
        start, at = at, at + len(text.text or "")
        text.text = "".join(whole[s:e] for s, e in _held(spans, start, at))


def _held(spans: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """What the text element over ``start`` … ``end`` holds afterwards: its own letters, and whole the tags it
    starts.
    """
    held: list[tuple[int, int]] = []
    at = start
    for s, e in spans:
        if e <= start or s >= end:
            continue
        if s >= start:
            held += [(at, s), (s, e)]
        at = max(at, e)
    if at < end:
        held.append((at, end))
    return held


def _mark_tags(part: TaggedPart, text: Element, place: Place) -> None:
    if not text.text:
        return
    pieces = []
    for piece, is_tag in split_tags(text.text):
        if not is_tag:
            pieces.append(piece)
        elif not piece.startswith("{#"):
            pieces.append(part.mark(_plain(part, nfc(straight_quotes(piece)), place), place))
    text.text = "".join(pieces)
    text.set(_PRESERVE, "preserve")


def _plain(part: TaggedPart, tag: str, place: Place) -> str:
    """A tag inside running text; the letters that own a paragraph or a row make no sense here."""
    if _LONE.match(tag):
        refuse_company(part, tag, place)
    return tag


def refuse_company(part: TaggedPart, tag: str, place: Place) -> None:
    """A finding that a tag which owns its paragraph stands among other words."""
    part.fault(
        "MAU52",
        f"thẻ {tag} phải đứng một mình trong một đoạn",
        place,
        "chuyển thẻ này sang một đoạn riêng",
        tag,
    )

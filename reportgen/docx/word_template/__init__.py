"""A type of document that is one Word file, drawn in Word with docxtpl's tags: ``mau.docx``.

The one door to docxtpl, and only its preprocessing goes through it: ``patch_xml`` turns ``{%p %}``, ``{%tr
%}``, ``{%tc %}``, ``{% colspan %}``, ``{% vm %}`` into plain Jinja. What comes out is compiled into the same
Template as a frame and its body text, and runs in our own sandbox at the same speed. docxtpl's own rendering
is not used: its default environment runs any Python a template names (issues #549, #632), prints a missing
figure as a blank, and loses text with a «<» in it.

Tags are made whole on the tree first and all other braces are hidden, so docxtpl's patterns never meet a torn
tag or run on from a lone brace into the next paragraph; every tag keeps the number of its paragraph for
messages. ``{{r x }}`` is read as ``{{ x }}``: our values are text, which takes the look of its own run.

Refused with MAU57, because they need docxtpl's full rendering: sub-documents ``{{p x }}``. Pictures are
values of docxtpl, which our data cannot hold. After a ``{%tc for %}`` the table grid is left as drawn; Word
and LibreOffice take the widths from the cells.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from xml.sax.saxutils import unescape

from reportgen.diagnostics import Place
from reportgen.docx.compile import CORE, assembled, core_text, labelled_parts
from reportgen.docx.package import MAIN_PART, read_package
from reportgen.docx.structure import emptied_faults
from reportgen.docx.tags import (
    TC,
    TR,
    P,
    T,
    TaggedPart,
    has_tags,
    holds_only,
    lone_tag,
    make_whole,
    own_texts,
    refuse_company,
    refuse_torn,
)
from reportgen.docx.xml import Element, parse, serialize
from reportgen.pattern import Pattern
from reportgen.program.tags import OPENING, TAG, ProgramText, split_tags, straight_quotes
from reportgen.template import Template

_UNIT = Pattern(r"\A\{([{%])[-+]?(?:(?:p|tr|tc|r)\s)?")
_RUN_TAG = Pattern(r"\{\{r\s")
_WHOLE_ELEMENT = Pattern(r"\{\{(p|tr|tc)\s")
_RUN_STATEMENT = Pattern(r"\{%r\s")
_OWNER = Pattern(r"\{%(p|tr|tc)\s.*?%\}")
_HIDDEN = str.maketrans({"{": "\ufdd2", "}": "\ufdd3"})
_SHOWN = str.maketrans({"\ufdd2": "&#123;", "\ufdd3": "}"})
_HOLDERS = {"tr": TR, "tc": TC}
_SPACE = Pattern(r"\s+")


def compile_word_template(data: bytes, *, file: str) -> Template:
    """The template drawn in a Word file; ``file`` is shown in messages. DataError with every finding."""
    parts = read_package(data, file)
    programs = {MAIN_PART: _program_text(parts[MAIN_PART], file, "")}
    for name, label in labelled_parts(parts):
        if has_tags(parts[name]):
            programs[name] = _program_text(parts[name], file, label)
    if CORE in parts:
        programs[CORE] = core_text(file)
    return assembled(data, file, programs, {}, [])


def _program_text(data: bytes, file: str, label: str) -> ProgramText:
    part = TaggedPart(parse(data, Place(file)), file, label)
    places: dict[str, list[Place]] = defaultdict(list)
    statements: dict[Element, tuple[str, Place]] = {}
    for number, paragraph in enumerate(part.root.iter(P), start=1):
        _mend(part, paragraph, number, places, statements)
    _hide_other_braces(part.root)
    part.findings += emptied_faults(part.root, statements.get)
    text = ProgramText(part.findings)
    if not part.findings:
        _write(text, _patched(part.root), _finder(places, Place(file, part=label)))
    return text


def _mend(
    part: TaggedPart,
    paragraph: Element,
    number: int,
    places: dict[str, list[Place]],
    statements: dict[Element, tuple[str, Place]],
) -> None:
    """Make the tags of a paragraph whole, note where they stand, refuse those we cannot print."""
    texts = own_texts(paragraph)
    whole = "".join(t.text or "" for t in texts)
    if not OPENING.search(whole):
        return
    place = part.place_of(number, whole)
    refuse_torn(part, whole, place)
    if found := _WHOLE_ELEMENT.search(whole):
        part.fault(
            "MAU57",
            f"thẻ {{{{{found[1]} … }}}} chèn cả một tài liệu con, chương trình chưa in được",
            place,
            "chép nội dung của tài liệu con vào mẫu này",
            whole[found.start() :][:60],
        )
    if found := _RUN_STATEMENT.search(whole):
        part.fault(
            "MAU57",
            "lệnh {%r … %} không dùng được",
            place,
            "viết {% … %} trong cùng một đoạn",
            whole[found.start() :][:60],
        )
    lone = lone_tag(whole)
    if lone and lone[1] == "%":
        _own(part, paragraph, lone, place, statements)
    elif found := _OWNER.search(whole):
        refuse_company(part, found.group(), place)
    make_whole(texts)
    for tag in TAG.findall(whole):
        places[_key(tag)].append(place)


def _own(
    part: TaggedPart,
    paragraph: Element,
    lone: re.Match[str],
    place: Place,
    statements: dict[Element, tuple[str, Place]],
) -> None:
    """Note that docxtpl will put the statement in the place of its paragraph, row or cell."""
    holder = paragraph
    if lone[2] in _HOLDERS:
        holder = next(paragraph.iterancestors(_HOLDERS[lone[2]]), None)
        if holder is None:
            refuse_company(part, lone.group(), place)
            return
        if not holds_only(part, holder, lone, place):
            return
    statements[holder] = (f"{{% {lone[3]} %}}", place)


def _hide_other_braces(root: Element) -> None:
    """Braces that are no tags (in words, field codes, attributes) get stand-ins, so that no pattern starts at
    them.
    """
    for element in root.iter():
        for name, value in element.attrib.items():
            if "{" in value or "}" in value:
                element.set(name, value.translate(_HIDDEN))
        if element.text and ("{" in element.text or "}" in element.text):
            element.text = _tags_only(element.text) if element.tag == T else element.text.translate(_HIDDEN)


def _tags_only(words: str) -> str:
    """The words with braces only where they make a tag; remarks are dropped, ``{{r`` is read as ``{{``."""
    return "".join(
        piece.translate(_HIDDEN)
        if not is_tag
        else ""
        if piece.startswith("{#")
        else _RUN_TAG.sub("{{ ", piece)
        for piece, is_tag in split_tags(words)
    )


def _patched(root: Element) -> str:
    from docxtpl import DocxTemplate

    return DocxTemplate(None).patch_xml(serialize(root).decode())


def _write(text: ProgramText, patched: str, place_of: Callable[[str], Place]) -> None:
    for piece, is_tag in split_tags(patched):
        if is_tag:
            tag = unescape(piece)
            text.tag(tag, place_of(tag))
        else:
            text.text(piece.translate(_SHOWN))


def _finder(places: dict[str, list[Place]], start: Place) -> Callable[[str], Place]:
    """Where a tag was typed, asked in the order of the text; a tag docxtpl added stands where the one before
    it did.
    """
    last = start

    def place_of(tag: str) -> Place:
        nonlocal last
        if waiting := places.get(_key(tag)):
            last = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        return last

    return place_of


def _key(tag: str) -> str:
    """A tag without the letters and spaces docxtpl takes out of it."""
    return _SPACE.sub("", _UNIT.sub(r"{\1", straight_quotes(tag)))

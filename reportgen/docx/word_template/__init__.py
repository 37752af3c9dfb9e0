"""A type of document that is one Word file, drawn in Word with docxtpl's tags: ``mau.docx``.

The one door to docxtpl, and only its preprocessing goes through it: ``patch_xml`` turns ``{%p %}``, ``{%tr
%}``, ``{%tc %}``, ``{% colspan %}``, ``{% vm %}`` into plain Jinja. What comes out is compiled into the same
Template as a frame and its body text, and runs in our own sandbox at the same speed. docxtpl's own rendering
is not used: its default environment runs any Python a template names (issues #549, #632), prints a missing
figure as a blank, and loses text with a «<» in it.

Tags are made whole on the tree first and all other braces are hidden, so docxtpl's patterns never meet a torn
tag or run on from a lone brace into the next paragraph; every tag keeps the number of its paragraph for
messages. ``{{r x }}`` prints a text with marks (``formatted``) in runs of the look of its own run; of all else it is read
as ``{{ x }}``. Pictures ``{{ x }}`` and sub-documents ``{{p x }}`` the report declares need docxtpl's full rendering: see
``full``. After a ``{%tc for %}`` the table grid is left as drawn; Word and LibreOffice take the widths from the cells.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from types import MappingProxyType
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
from reportgen.docx.word_template.own_runs import OWN_RUN, cut_runs, drop_remark
from reportgen.docx.xml import Element, parse, serialize
from reportgen.pattern import Pattern
from reportgen.program.tags import OPENING, TAG, ProgramText, split_tags, straight_quotes
from reportgen.template import Template

_UNIT = Pattern(r"\A\{([{%])[-+]?(?:(?:p|tr|tc|r)\s)?")
_RUN_TAG = Pattern(r"\{\{r\s")
_WHOLE_ELEMENT = Pattern(r"\{\{(p|tr|tc)\s+(\w*)")
_BARE = Pattern(r"\{\{\s*(\w+)\s*\}\}\Z")
_OWNER = Pattern(r"\{%(p|tr|tc)\s.*?%\}")
_HIDDEN = str.maketrans({"{": "\ufdd2", "}": "\ufdd3"})
_SHOWN = str.maketrans({"\ufdd2": "&#123;", "\ufdd3": "}"})
_HOLDERS = {"tr": TR, "tc": TC}
NO_INSERTS: Mapping[str, str] = MappingProxyType({})
DOCUMENT = "tai_lieu"
_LOOK = Pattern(r"<w:rPr>.*?</w:rPr>", re.DOTALL)
_RUN_END = "</w:t></w:r>"
_SPACE = Pattern(r"\s+")


def compile_word_template(data: bytes, *, file: str, inserts: Mapping[str, str] = NO_INSERTS) -> Template:
    """The template drawn in a Word file; ``file`` is shown in messages. DataError with every finding.

    ``inserts``: names of pictures and sub-documents (see ``full``) with what they are; their tags ask for markup.
    """
    parts = read_package(data, file)
    programs = {MAIN_PART: _program_text(parts[MAIN_PART], file, "", MAIN_PART, inserts)}
    for name, label in labelled_parts(parts):
        if has_tags(parts[name]):
            programs[name] = _program_text(parts[name], file, label, name, inserts)
    if CORE in parts:
        programs[CORE] = core_text(file)
    return assembled(data, file, programs, {}, [])


def _program_text(data: bytes, file: str, label: str, name: str, inserts: Mapping[str, str]) -> ProgramText:
    part = TaggedPart(parse(data, Place(file)), file, label)
    places: dict[str, list[Place]] = defaultdict(list)
    statements: dict[Element, tuple[str, Place]] = {}
    for number, paragraph in enumerate(list(part.root.iter(P)), start=1):
        _mend(part, paragraph, number, places, statements, inserts)
    _hide_other_braces(part.root)
    part.findings += emptied_faults(part.root, statements.get)
    text = ProgramText(part.findings)
    if not part.findings:
        _write(text, _patched(part.root), _finder(places, Place(file, part=label)), name, inserts)
    return text


def _mend(
    part: TaggedPart,
    paragraph: Element,
    number: int,
    places: dict[str, list[Place]],
    statements: dict[Element, tuple[str, Place]],
    inserts: Mapping[str, str],
) -> None:
    """Make the tags of a paragraph whole, note where they stand, refuse those we cannot print."""
    texts = own_texts(paragraph)
    whole = "".join(t.text or "" for t in texts)
    if not OPENING.search(whole):
        return
    place = part.place_of(number, whole)
    refuse_torn(part, whole, place)
    if drop_remark(part, paragraph, whole, place):
        return
    found = _WHOLE_ELEMENT.search(whole)
    if found and (found[1] != "p" or inserts.get(found[2]) != DOCUMENT):
        part.fault(
            "MAU57",
            f"thẻ {{{{{found[1]} … }}}} chèn cả một tài liệu con, nhưng báo cáo không khai tài liệu con «{found[2]}»",
            place,
            "khai tệp ở mục tai_lieu_con của báo cáo, hoặc chép nội dung vào mẫu này",
            whole[found.start() :][:60],
        )
    elif found and not lone_tag(whole):
        refuse_company(part, found.group() + " }}", place)
    lone = lone_tag(whole)
    if lone and lone[1] == "%":
        _own(part, paragraph, lone, place, statements)
    elif found := _OWNER.search(whole):
        refuse_company(part, found.group(), place)
    make_whole(texts)
    cut_runs(paragraph)
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
        _unescaped(piece).translate(_HIDDEN)
        if not is_tag
        else ""
        if piece.startswith("{#")
        else _RUN_TAG.sub("{{ ", piece)
        for piece, is_tag in split_tags(words)
    )


def _unescaped(words: str) -> str:
    """Words with the braces docxtpl's users type as ``{_{`` and ``%_}`` where they mean braces and no tag."""
    for typed, meant in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
        words = words.replace(typed, meant)
    return words


def _patched(root: Element) -> str:
    from docxtpl import DocxTemplate

    return DocxTemplate(None).patch_xml(serialize(root).decode())


def _write(
    text: ProgramText, patched: str, place_of: Callable[[str], Place], name: str, inserts: Mapping[str, str]
) -> None:
    """Put down what docxtpl made of the part; a tag of formatted text takes its run away and writes runs itself."""
    in_run = False
    for piece, is_tag in split_tags(patched):
        tag = unescape(piece)
        bare = _BARE.match(tag) if is_tag else None
        if not is_tag:
            words = piece.removeprefix(_RUN_END) if in_run else piece
            in_run = words.endswith(OWN_RUN)
            kept, look = _cut_run(words) if in_run else (words, "")
            text.text(kept.translate(_SHOWN))
        elif bare and in_run:
            text.own_tag(f"{{{{ {bare[1]}|_chu({_literal(look)}) }}}}", place_of(tag))
        elif bare and bare[1] in inserts:
            text.own_tag(f"{{{{ {bare[1]}|_bang(0, {_literal(name)}) }}}}", place_of(tag))
        else:
            text.tag(tag, place_of(tag))


def _cut_run(words: str) -> tuple[str, str]:
    """The text before a run that a tag stands for, and the look of the run (never empty)."""
    start = max(words.rfind("<w:r>"), words.rfind("<w:r "))
    found = _LOOK.search(words, start)
    return words[:start], found.group() if found else "<w:rPr></w:rPr>"


def _literal(words: str) -> str:
    return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'"


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

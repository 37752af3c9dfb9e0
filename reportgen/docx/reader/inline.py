"""What stands inside one paragraph: letters with their faces, fields, drawings. Neighbours that look alike are one run.

Of ``mc:AlternateContent`` only the Choice is walked: Word keeps shapes and text boxes a second time in the Fallback,
and a reader that takes both counts every rule and every «DỰ THẢO» box double. Deleted and moved-away text is left out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from reportgen.docx.reader.formatting import NO_STYLE, Style, StyleSheet
from reportgen.docx.reader.nouns import Face, Run, Stroke
from reportgen.docx.reader.properties import VAL
from reportgen.docx.reader.shapes import has_picture, has_text, strokes_of
from reportgen.docx.xml import NS, Element, qn
from reportgen.noun import field, working
from reportgen.pattern import Pattern

R, T, RPR, BREAK, SYMBOL, CHARACTER_STYLE = (qn(f"w:{name}") for name in ("r", "t", "rPr", "br", "sym", "rStyle"))
FIELD, INSTRUCTION, SIMPLE_FIELD = (qn(f"w:{name}") for name in ("fldChar", "instrText", "fldSimple"))
FIELD_STEP, FIELD_CODE, BREAK_KIND, CODE = (qn(f"w:{name}") for name in ("fldCharType", "instr", "type", "char"))
DRAWN = frozenset(qn(f"w:{name}") for name in ("drawing", "pict", "object"))
CHOICE, FALLBACK, ALTERNATE = (qn(f"mc:{name}") for name in ("Choice", "Fallback", "AlternateContent"))
HOLDS_RUNS = frozenset(qn(f"w:{name}") for name in ("hyperlink", "dir", "bdo"))
OPEN = frozenset(qn(f"w:{name}") for name in ("sdtContent", "ins", "moveTo", "smartTag", "customXml", "sdt"))
GONE = frozenset(
    qn(f"w:{name}") for name in ("del", "moveFrom", "delText", "rPr", "pPr", "sdtPr", "sdtEndPr")
)
PLAIN = {qn("w:tab"): "\t", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-", qn("w:ptab"): "\t"}
SPACES = str.maketrans({"\xa0": " ", "\u202f": " ", "\u200b": None, "\ufeff": None, "\xad": None})
OLD_SPACES = {code: other for code, other in SPACES.items() if code != 0xAD}
"""In the typefaces of TCVN3 the place of the soft hyphen is the letter «ư»."""
ODD_SPACE = Pattern("[\xa0\u202f\u200b\ufeff\xad]")
HEXADECIMAL = Pattern(r"[0-9a-fA-F]{1,4}")
SYMBOLS = {0xF0B7: "•", 0xF02D: "-", 0xF020: " "}
XML_SPACE = f"{{{NS['xml']}}}space"
BLANKS = " \t\r\n"


@working
class Line:
    """What is gathered while one paragraph is walked."""

    pieces: list[tuple[Face, list[str]]] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    pictures: int = 0
    decomposed: bool = False
    open_fields: list[bool] = field(default_factory=list)
    """Complex fields begun and not ended; True while their instruction is still running."""
    number_face: Face | None = None

    def runs(self) -> tuple[Run, ...]:
        """The letters: NFC, plain spaces; a page number that holds nothing yet stands as «1»."""
        found = []
        for face, texts in self.pieces:
            text = "".join(texts)
            plain = unicodedata.normalize("NFC", text)
            if plain != text:
                self.decomposed = True
            if ODD_SPACE.search(plain):
                plain = plain.translate(OLD_SPACES if _old_letters(face, plain) else SPACES)
            if plain:
                found.append(Run(plain, face))
        if self.number_face and not any(run.text.strip() for run in found):
            found.append(Run("1", self.number_face))
        return tuple(found)


def _old_letters(face: Face, text: str) -> bool:
    """True for text in a typeface of TCVN3 that has none of the letters only Unicode has."""
    return face.font.lower().startswith(".vn") and max(text) < "\u0100"


def opened(parent: Element) -> Iterator[Element]:
    """The children that count: wrappers opened, the Choice of an AlternateContent, nothing deleted."""
    for element in parent:
        tag = element.tag
        if tag in OPEN:
            yield from opened(element)
        elif tag == ALTERNATE:
            yield from opened(_chosen(element))
        elif tag not in GONE:
            yield element


def read_line(paragraph: Element, sheet: StyleSheet, table: Style, style: Style) -> Line:
    """Everything inside one ``w:p``. ``table``, ``style``: the styles of the table around it and of itself."""
    line = Line()
    _runs(paragraph, line, sheet, table, style)
    return line


def _runs(parent: Element, line: Line, sheet: StyleSheet, table: Style, style: Style) -> None:
    for element in opened(parent):
        tag = element.tag
        if tag == R:
            _run(element, line, sheet, table, style)
        elif tag == SIMPLE_FIELD:
            line.fields.append(_field_name(element.get(FIELD_CODE, "")))
            _runs(element, line, sheet, table, style)
        elif tag in HOLDS_RUNS:
            _runs(element, line, sheet, table, style)


def _run(element: Element, line: Line, sheet: StyleSheet, table: Style, style: Style) -> None:
    properties = element[0] if len(element) else None
    if properties is not None and properties.tag != RPR:
        properties = element.find(RPR)
    named = NO_STYLE
    if properties is not None and len(properties) and properties[0].tag == CHARACTER_STYLE:
        named = sheet.style("character", properties[0].get(VAL))
    face = sheet.face(table, style, named, sheet.direct_run(properties))
    for child in element:
        tag = child.tag
        if tag == T:
            text = "" if line.open_fields and any(line.open_fields) else _text(child)
        elif tag in GONE:
            continue
        else:
            text = "".join(_other(child, line, face))
        if text and not face.hidden:
            if line.pieces and line.pieces[-1][0] is face:
                line.pieces[-1][1].append(text)
            else:
                line.pieces.append((face, [text]))


def _text(element: Element) -> str:
    """The letters of a ``w:t``; blanks at its ends count only where the file says they do."""
    text = element.text or ""
    if text and (text[0] in BLANKS or text[-1] in BLANKS) and element.get(XML_SPACE) != "preserve":
        return text.strip(BLANKS)
    return text


def _other(element: Element, line: Line, face: Face) -> Iterator[str]:
    """Everything in a run that is not plain letters: marks, fields, drawings, and what is wrapped around them."""
    tag = element.tag
    if tag in PLAIN:
        yield PLAIN[tag]
    elif tag == BREAK:
        yield "\f" if element.get(BREAK_KIND) == "page" else "\n"
    elif tag in (FIELD, INSTRUCTION):
        _field_step(element, line, face)
    elif tag in DRAWN:
        _drawing(element, line)
    elif tag == SYMBOL:
        yield _symbol(element.get(CODE, ""))
    elif tag == ALTERNATE or tag in OPEN:
        for child in opened(element if tag != ALTERNATE else _chosen(element)):
            if child.tag == T:
                yield _text(child)
            else:
                yield from _other(child, line, face)


def _chosen(element: Element) -> Element | tuple[()]:
    """The Choice of an AlternateContent, its Fallback where it has none."""
    choice = element.find(CHOICE)
    choice = element.find(FALLBACK) if choice is None else choice
    return () if choice is None else choice


def _drawing(element: Element, line: Line) -> None:
    line.strokes.extend(strokes_of(element))
    line.pictures += has_picture(element)
    if has_text(element):
        line.boxes.append(element)


def _field_name(instruction: str) -> str:
    words = instruction.split()
    return words[0].upper() if words else ""


def _field_step(element: Element, line: Line, face: Face) -> None:
    """Follow a complex field: what stands between begin and separate is an instruction, not text."""
    if element.tag == INSTRUCTION:
        name = _field_name(element.text or "")
        line.fields.append(name)
        if name == "PAGE":
            line.number_face = face
        return
    kind = element.get(FIELD_STEP)
    if kind == "begin":
        line.open_fields.append(True)
    elif kind == "separate" and line.open_fields:
        line.open_fields[-1] = False
    elif kind == "end" and line.open_fields:
        line.open_fields.pop()


def _symbol(code: str) -> str:
    value = int(code, 16) if HEXADECIMAL.fullmatch(code) else 0
    return SYMBOLS.get(value, chr(value) if 31 < value < 0xD800 else "")

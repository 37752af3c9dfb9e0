"""The effective look of letters and paragraphs: document defaults → table style → paragraph style → character style → direct.

Each style is resolved once and each mix of styles and direct properties once; a document of three pages has some
thirty mixes. Toggle properties (bold, italic, capitals, hidden) of the style levels cancel each other out, as Word
does it (ISO/IEC 29500-1, 17.7.3); direct formatting is absolute.
"""

from __future__ import annotations

from reportgen.docx.reader.nouns import Face, Format
from reportgen.docx.reader.properties import VAL, Properties, paragraph_properties, run_properties, whole
from reportgen.docx.xml import Element, qn
from reportgen.noun import noun, replace

TOGGLES = ("bold", "italic", "caps", "hidden")
THEME_SLOTS = {
    "majorHAnsi": "majorFont",
    "majorAscii": "majorFont",
    "minorHAnsi": "minorFont",
    "minorAscii": "minorFont",
}
CELL_MARGIN = 108
DEPTH = 20
"""Longest chain of styles followed; a file whose styles stand on each other in a circle ends here."""


@noun
class Style:
    """One style with all it inherits. ``numbering``: (number id, level) if the style numbers its paragraphs.

    ``conditions``: what a table style says of some of its cells («firstRow», «band1Horz» …): name → run and paragraph
    properties. ``serial`` tells the styles of one sheet apart, quicker than comparing all they say.
    """

    name: str = ""
    run: tuple[tuple[str, object], ...] = ()
    paragraph: tuple[tuple[str, object], ...] = ()
    numbering: tuple[str, int] | None = None
    borders: bool = False
    cell_margins: tuple[int, int] | None = None
    conditions: tuple[tuple[str, tuple, tuple], ...] = ()
    serial: int = 0


NO_STYLE = Style()


class StyleSheet:
    """The styles of one package; ``face`` and ``format`` resolve, and remember what they resolved."""

    def __init__(self, styles: Element | None, theme: Element | None):
        self._theme = _theme_fonts(theme)
        self._elements: dict[tuple[str, str], Element] = {}
        self._defaults: dict[str, str] = {}
        self._styles: dict[tuple[str, str], Style] = {}
        self._conditioned: dict[tuple[int, tuple[str, ...]], Style] = {}
        self._faces: dict[tuple, Face] = {}
        self._formats: dict[tuple, Format] = {}
        self._run_base: Properties = {}
        self._paragraph_base: Properties = {}
        if styles is not None:
            self._index(styles)

    def style(self, kind: str, key: str | None) -> Style:
        """The style ``key`` of a kind (paragraph, character, table), or the default one of that kind."""
        key = key if key and (kind, key) in self._elements else self._defaults.get(kind, "")
        if (kind, key) not in self._styles:
            self._styles[kind, key] = self._resolve(kind, key)
        return self._styles[kind, key]

    def face(self, table: Style, paragraph: Style, character: Style, direct: Properties) -> Face:
        """The effective face of a run."""
        key = (table.serial, paragraph.serial, character.serial, *direct.items())
        found = self._faces.get(key)
        if found is None:
            found = self._faces[key] = self._make_face(table, paragraph, character, direct)
        return found

    def format(self, table: Style, paragraph: Style, numbering: Properties, direct: Properties) -> Format:
        """The effective format of a paragraph; ``numbering`` holds the indents of its list level, if any."""
        key = (table.serial, paragraph.serial, tuple(numbering.items()), *direct.items())
        if key not in self._formats:
            levels = (self._paragraph_base, dict(table.paragraph), *_numbered(paragraph, numbering), direct)
            self._formats[key] = Format(**_merged(levels))
        return self._formats[key]

    def conditioned(self, table: Style, conditions: tuple[str, ...]) -> Style:
        """A table style as it is for the cells that fulfil ``conditions`` (names in the order they win, weakest first)."""
        met = tuple(name for name in conditions if any(name == known for known, _, _ in table.conditions))
        if not met:
            return table
        key = table.serial, met
        if key not in self._conditioned:
            said = {name: (run, paragraph) for name, run, paragraph in table.conditions}
            run = _merged((dict(table.run), *(dict(said[name][0]) for name in met)))
            paragraph = _merged((dict(table.paragraph), *(dict(said[name][1]) for name in met)))
            self._conditioned[key] = replace(
                table, run=tuple(run.items()), paragraph=tuple(paragraph.items()), serial=self._next_serial()
            )
        return self._conditioned[key]

    def _next_serial(self) -> int:
        return len(self._styles) + len(self._conditioned) + 1

    def direct_run(self, element: Element | None) -> Properties:
        """What the ``w:rPr`` of a run says by itself."""
        return run_properties(element, self._font)

    def _make_face(self, table: Style, paragraph: Style, character: Style, direct: Properties) -> Face:
        levels = [dict(table.run), dict(paragraph.run), dict(character.run)]
        found = _merged((self._run_base, *levels, direct))
        for toggle in TOGGLES:
            if toggle not in direct:
                on_levels = sum(bool(level.get(toggle)) for level in levels)
                found[toggle] = bool(self._run_base.get(toggle)) or on_levels % 2 == 1
        return Face(**found)

    def _resolve(self, kind: str, key: str) -> Style:
        chain, seen = [], key
        while (kind, seen) in self._elements and len(chain) < DEPTH:
            chain.append(self._elements[kind, seen])
            based = chain[-1].find(qn("w:basedOn"))
            seen = based.get(VAL, "") if based is not None else ""
        if not chain:
            return NO_STYLE
        run = _merged(run_properties(e.find(qn("w:rPr")), self._font) for e in reversed(chain))
        paragraph = _merged(paragraph_properties(e.find(qn("w:pPr"))) for e in reversed(chain))
        return Style(
            _name(chain[0]),
            tuple(run.items()),
            tuple(paragraph.items()),
            _first(chain, _style_numbering),
            bool(_first(chain, _style_borders)),
            _first(chain, cell_margins),
            self._conditions(chain) if kind == "table" else (),
            self._next_serial(),
        )

    def _conditions(self, chain: list[Element]) -> tuple[tuple[str, tuple, tuple], ...]:
        """What a table style and its ancestors say of special cells, merged name by name."""
        found: dict[str, tuple[Properties, Properties]] = {}
        for element in (part for style in reversed(chain) for part in style.iterfind(qn("w:tblStylePr"))):
            run, paragraph = found.setdefault(element.get(qn("w:type"), ""), ({}, {}))
            run |= run_properties(element.find(qn("w:rPr")), self._font)
            paragraph |= paragraph_properties(element.find(qn("w:pPr")))
        return tuple((name, tuple(run.items()), tuple(paragraph.items())) for name, (run, paragraph) in found.items())

    def _index(self, styles: Element) -> None:
        for element in styles.iter(qn("w:style")):
            kind, key = element.get(qn("w:type"), "paragraph"), element.get(qn("w:styleId"), "")
            self._elements[kind, key] = element
            if element.get(qn("w:default"), "0") not in ("0", "false"):
                self._defaults[kind] = key
        defaults = styles.find(qn("w:docDefaults"))
        if defaults is not None:
            self._run_base = run_properties(defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}"), self._font)
            self._paragraph_base = paragraph_properties(defaults.find(f"{qn('w:pPrDefault')}/{qn('w:pPr')}"))
        self._defaults.pop("character", None)

    def _font(self, slot: str) -> str:
        return self._theme.get(THEME_SLOTS.get(slot, ""), "")


def cell_margins(element: Element) -> tuple[int, int] | None:
    """Left and right inner margins a table or a table style gives its cells, in twips; None if it does not say."""
    margins = element.find(f"{qn('w:tblPr')}/{qn('w:tblCellMar')}")
    if margins is None:
        return None
    sides = []
    for names in (("w:left", "w:start"), ("w:right", "w:end")):
        edge = next((e for n in names if (e := margins.find(qn(n))) is not None), None)
        sides.append(CELL_MARGIN if edge is None else whole(edge.get(qn("w:w")), CELL_MARGIN))
    return sides[0], sides[1]


def visible_borders(borders: Element | None) -> bool:
    """True if a ``tblBorders`` or ``tcBorders`` element draws at least one line."""
    return borders is not None and any(e.get(VAL, "nil") not in ("nil", "none") for e in borders)


def _numbered(paragraph: Style, numbering: Properties) -> tuple[Properties, Properties]:
    """Style and list indents in the order they win: a style that brings its own list overrides the list's indents."""
    style = dict(paragraph.paragraph)
    return (numbering, style) if paragraph.numbering else (style, numbering)


def _merged(levels) -> Properties:
    found: Properties = {}
    for level in levels:
        found.update(level)
    return found


def _first(chain: list[Element], read):
    return next((value for element in chain if (value := read(element)) is not None), None)


def _name(element: Element) -> str:
    name = element.find(qn("w:name"))
    return name.get(VAL, "") if name is not None else ""


def _style_numbering(element: Element) -> tuple[str, int] | None:
    numbering = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    return numbering_of(numbering) if numbering is not None else None


def numbering_of(numbering: Element) -> tuple[str, int]:
    """Number id and level of a ``w:numPr``; id «0» or «» takes a number away."""
    number, level = numbering.find(qn("w:numId")), numbering.find(qn("w:ilvl"))
    return (
        number.get(VAL, "") if number is not None else "",
        whole(level.get(VAL)) if level is not None else 0,
    )


def _style_borders(element: Element) -> bool | None:
    borders = element.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}")
    return None if borders is None else visible_borders(borders)


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    found = {}
    for slot in ("majorFont", "minorFont"):
        latin = theme.find(f".//{qn('a:' + slot)}/{qn('a:latin')}") if theme is not None else None
        if latin is not None:
            found[slot] = latin.get("typeface", "")
    return found

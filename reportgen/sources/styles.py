"""What the styles of a workbook show of the cells that wear them: number formats, struck letters, letters nobody sees."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.noun import noun, replace
from reportgen.sources.formats import BUILT_IN, ShownForm, shown_form
from reportgen.sources.xml_events import parse
from reportgen.sources.zipguard import GuardedZip

WHITE, BLACK = "FFFFFF", "000000"
_INDEXED = {"0": BLACK, "1": WHITE, "8": BLACK, "9": WHITE, "64": BLACK, "65": WHITE}
_THEME = {"0": WHITE, "1": BLACK}
"""Colours of every theme Excel ships: 0 is the paper, 1 the ink (it swaps the pairs of the theme's own order)."""


@noun
class _Style:
    """One cell style as the part has it: number format, font, fill by their numbers."""

    form: str
    font: str
    fill: str


class _Seen:
    """What is found while the part goes by: the fonts' and fills' colours, the styles in use."""

    def __init__(self) -> None:
        self.own: dict[str, str] = {}
        self.struck: list[bool] = []
        self.ink: list[str] = []
        self.ground: list[str] = []
        self.styles: list[_Style] = []
        self.inside = ""

    def enter(self, name: str):
        """Inside ``name`` from here on: fonts and fills also stand elsewhere in the part."""
        return lambda _: setattr(self, "inside", name)

    def leave(self) -> None:
        """Out of the list again."""
        self.inside = ""

    def font(self, _: dict[str, str]) -> None:
        """A font opens: not struck out, black, until its elements say otherwise."""
        if self.inside == "fonts":
            self.struck.append(False)
            self.ink.append(BLACK)

    def strike(self, attributes: dict[str, str]) -> None:
        """The open font is struck out, unless the attribute says no."""
        if self.inside == "fonts" and self.struck:
            self.struck[-1] = attributes.get("val", "1") not in ("0", "false")

    def color(self, attributes: dict[str, str]) -> None:
        """The colour of the open font."""
        if self.inside == "fonts" and self.ink:
            self.ink[-1] = _colour(attributes)

    def fill(self, _: dict[str, str]) -> None:
        """A fill opens: white until its elements say otherwise."""
        if self.inside == "fills":
            self.ground.append(WHITE)

    def pattern(self, attributes: dict[str, str]) -> None:
        """The pattern of the open fill, kept as «?» and its name until a colour settles it."""
        if self.inside == "fills" and self.ground and attributes.get("patternType", "none") != "none":
            self.ground[-1] = "?" + attributes.get("patternType", "")

    def ground_color(self, attributes: dict[str, str]) -> None:
        """The colour of an open fill that is solid."""
        if self.inside == "fills" and self.ground and self.ground[-1] == "?solid":
            self.ground[-1] = _colour(attributes)

    def style(self, attributes: dict[str, str]) -> None:
        """One style of cells: its number format, font and fill, as the numbers the part gives them."""
        if self.inside == "cellXfs":
            self.styles.append(_Style(attributes.get("numFmtId", "0"), attributes.get("fontId", "0"), attributes.get("fillId", "0")))


def read_styles(archive: GuardedZip, part: str) -> list[ShownForm]:
    """What each cell style shows of a number or a text."""
    seen = _Seen()

    def form(attributes: dict[str, str]) -> None:
        seen.own[attributes.get("numFmtId", "")] = attributes.get("formatCode", "General")

    lists = ("fonts", "fills", "cellXfs")
    starts = {
        "numFmt": form, "font": seen.font, "strike": seen.strike, "color": seen.color, "fill": seen.fill,
        "patternFill": seen.pattern, "fgColor": seen.ground_color, "xf": seen.style, **{name: seen.enter(name) for name in lists},
    }  # fmt: skip
    if part and archive.has(part):
        parse(archive.blocks(part), starts, dict.fromkeys(lists, seen.leave))
    forms = {key: shown_form(seen.own.get(key) or BUILT_IN.get(key, "General")) for key in {style.form for style in seen.styles}}
    return [_worn(forms[style.form], style, seen) for style in seen.styles]


def _worn(form: ShownForm, style: _Style, seen: _Seen) -> ShownForm:
    """The form with what font and fill add to it."""
    font, fill = _number(style.font, len(seen.ink)), _number(style.fill, len(seen.ground))
    struck = font >= 0 and seen.struck[font]
    ink, ground = seen.ink[font] if font >= 0 else BLACK, seen.ground[fill] if fill >= 0 else WHITE
    pale = ink == ground and not ink.startswith("?")
    return replace(form, struck=struck, pale=pale, scaled=True) if struck or pale else form


def _number(text: str, count: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 and int(text) < count else -1


def _colour(attributes: Mapping[str, str]) -> str:
    """A colour in letters; with «?» in front where it is not known which one it comes out as."""
    if "rgb" in attributes:
        return attributes["rgb"][-6:].upper()
    tint = attributes.get("tint", "0")
    known = _THEME.get(attributes.get("theme", "")) or _INDEXED.get(attributes.get("indexed", ""))
    if known and tint in ("0", "0.0"):
        return known
    return f"?{attributes.get('theme', '')}/{attributes.get('indexed', '')}/{tint}"

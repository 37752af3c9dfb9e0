"""The parts of a workbook around its sheets: which sheets there are, the shared texts, the names."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from reportgen.noun import field, noun
from reportgen.pattern import Pattern
from reportgen.sources.grid import column_number
from reportgen.sources.guises import cut_figure, is_cut
from reportgen.sources.xml_events import MAX_TEXT, PartFault, local, parse, truth
from reportgen.sources.zipguard import GuardedZip
from reportgen.vietnamese.text import lower, nfc

MAX_SHEETS = 1_000

_NAMED = Pattern(r"(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d{1,7})")
_ESCAPED = Pattern(r"_x([0-9A-Fa-f]{4})_")


@noun
class SheetPart:
    """A sheet: its name, the part that holds it, whether people see it."""

    name: str
    part: str
    hidden: bool


@noun
class BookParts:
    """What ``xl/workbook.xml`` says. ``names``: named cells (lower case → sheet, row, column)."""

    sheets: tuple[SheetPart, ...]
    from_1904: bool
    names: Mapping[str, tuple[str, int, int]]
    strings: str = ""
    styles: str = ""


@noun
class _Relations:
    """Targets by id, and the first target of each kind."""

    by_id: dict[str, tuple[str, str]] = field(default_factory=dict)

    def first(self, kind: str) -> str:
        """The part of a kind («styles»); '' if there is none."""
        return next((target for its, target in self.by_id.values() if its == kind), "")


def read_book(archive: GuardedZip) -> BookParts:
    """The sheets and names of a workbook. PartFault where the package does not hang together."""
    main = _relations(archive, "").first("officeDocument") or "xl/workbook.xml"
    if main.endswith(".bin"):
        raise PartFault("tệp Excel nhị phân (.xlsb)")
    related = _relations(archive, main)
    said: list[dict[str, str]] = []
    names: list[tuple[str, list[str]]] = []
    flags = {"1904": False}
    inside = [False]

    def name_starts(attributes: dict[str, str]) -> None:
        names.append((attributes.get("name", ""), []))
        inside[0] = True

    def name_ends() -> None:
        inside[0] = False

    def text(piece: str) -> None:
        if inside[0]:
            names[-1][1].append(piece)

    starts = {
        "sheet": said.append,
        "definedName": name_starts,
        "workbookPr": lambda attributes: flags.update({"1904": truth(attributes.get("date1904"))}),
    }
    parse(archive.blocks(main), starts, {"definedName": name_ends}, text)
    if len(said) > MAX_SHEETS:
        raise PartFault(f"có {len(said)} trang tính")
    sheets = tuple(filter(None, (_sheet(attributes, related) for attributes in said)))
    return BookParts(sheets, flags["1904"], _names(names), related.first("sharedStrings"), related.first("styles"))


def _sheet(attributes: Mapping[str, str], related: _Relations) -> SheetPart | None:
    """A sheet of cells; None for a chart on a sheet of its own, or a dialog."""
    kind, target = related.by_id.get(local(attributes, "id"), ("", ""))
    if kind != "worksheet":
        return None
    return SheetPart(nfc(attributes.get("name", "")), target, attributes.get("state", "visible") != "visible")


def _relations(archive: GuardedZip, part: str) -> _Relations:
    folder, _, name = part.rpartition("/")
    holder = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    found = _Relations()
    if archive.has(holder):

        def one(attributes: dict[str, str]) -> None:
            target = attributes.get("Target", "")
            whole = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            kind = attributes.get("Type", "").rpartition("/")[2]
            if attributes.get("TargetMode") != "External":
                found.by_id[attributes.get("Id", "")] = (kind, whole)

        parse(archive.blocks(holder), {"Relationship": one}, {})
    return found


def related_parts(archive: GuardedZip, part: str, kind: str) -> list[str]:
    """The parts of a kind («comments») that a part refers to."""
    return [target for its, target in _relations(archive, part).by_id.values() if its == kind]


def _names(said: list[tuple[str, list[str]]]) -> dict[str, tuple[str, int, int]]:
    """Named cells; a name for an area, a formula or a lost cell is left out."""
    names = {}
    for name, pieces in said:
        match = _NAMED.fullmatch("".join(pieces))
        if match:
            sheet = (match[1] or match[2]).replace("''", "'")
            names[lower(name)] = (nfc(sheet), int(match[4]), column_number(match[3]))
    return names


def read_strings(archive: GuardedZip, part: str) -> list[str]:
    """The shared texts by number, NFC; sounds written above letters (phonetic runs) left out. Cut figures are ``CutText``."""
    found: list[str] = []
    pieces: list[str] = []
    state = {"t": False, "rPh": 0, "size": 0, "cut": False}

    def text(piece: str) -> None:
        if state["t"]:
            state["size"] += len(piece)
            if state["size"] > MAX_TEXT:
                raise PartFault("ô có chữ quá dài")
            pieces.append(piece)

    def item_ends() -> None:
        said = plain_text("".join(pieces))
        found.append(cut_figure(said) if state["cut"] else said)
        pieces.clear()
        state.update(size=0, cut=False)

    def cut(attributes: dict[str, str]) -> None:
        state["cut"] = state["cut"] or is_cut(attributes)

    starts = {
        "t": lambda _: state.update(t=not state["rPh"]),
        "rPh": lambda _: state.update(rPh=state["rPh"] + 1),
        "strike": cut,
        "vertAlign": cut,
    }
    ends = {
        "t": lambda: state.update(t=False),
        "rPh": lambda: state.update(rPh=state["rPh"] - 1),
        "si": item_ends,
    }
    if part and archive.has(part):
        parse(archive.blocks(part), starts, ends, text)
    return found


def plain_text(text: str) -> str:
    """A text of the XML as people see it: «_x000D_» is the character it stands for; NFC."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return text if text.isascii() else nfc(text)

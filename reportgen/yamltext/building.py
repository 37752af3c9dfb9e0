"""Building the tree from the parser's events: bounded in depth and size, faults collected on the way.

Why not ``yaml.compose``: libyaml's composer recurses in C and kills the process on deeply nested brackets.
Events come one by one, so a hostile file is refused while reading, and one run finds all structural faults.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TypeGuard

from reportgen.diagnostics import Finding, Place
from reportgen.noun import field, working
from reportgen.yamltext import refusals
from reportgen.yamltext.characters import faulty_character, lines_of
from reportgen.yamltext.nodes import Mapping, Node, Scalar, Sequence

MAX_NODES = 200_000
MAX_DEPTH = 50

_LONGEST_QUOTE = 200


class Stop(Exception):
    """Reading cannot go on; the reason is already among the findings."""


@working
class _Frame:
    """A list or mapping being read. ``items`` of a mapping holds keys and values in turn."""

    is_mapping: bool
    flow: bool
    place: Place
    items: list[Node] = field(default_factory=list)


class Builder:
    """Turns the parser's events into nodes; ``root`` is the tree, ``findings`` what is wrong with it."""

    def __init__(self, text: str, file: str):
        self.text = text
        self.file = file
        self.lines = lines_of(text)
        self.findings: list[Finding] = []
        self.root: Node | None = None
        self.last_quoted = (0, 0)
        self._frames: list[_Frame] = []
        self._documents = 0
        self._nodes = 0

    def take(self, event) -> None:
        """Read the next event of the parser into the tree. Raises Stop if no more may be read."""
        kind = type(event).__name__
        if kind == "ScalarEvent":
            self._scalar(event)
        elif kind in ("SequenceStartEvent", "MappingStartEvent"):
            self._open(event, kind == "MappingStartEvent")
        elif kind in ("SequenceEndEvent", "MappingEndEvent"):
            self._close()
        elif kind == "AliasEvent":
            self._alias(event)
        elif kind == "DocumentStartEvent":
            self._document(event)

    def _document(self, event) -> None:
        self._documents += 1
        if self._documents > 1:
            self._stop(refusals.second_document(self._quoted(self._place(event))))

    def _alias(self, event) -> None:
        place = self._quoted(self._place(event))
        self.findings.append(refusals.alias(event.anchor, place))
        self._add(Scalar("", True, place))

    def _scalar(self, event) -> None:
        self._count(event)
        value, style = event.value, event.style
        if not style:
            if self._in_brackets and value[:1].isdigit():
                self._check_comma(value, event)
        elif style in "'\"":
            self.last_quoted = (event.start_mark.line + 1, event.end_mark.line + 1)
        if style == '"':
            value = self._unescaped(value, event)
        self._add(Scalar(value, not style, self._place(event)))

    def _unescaped(self, value: str, event) -> str:
        """A value in double quotes may hold what its source did not: \\b, \\u0301."""
        fault = faulty_character(value)
        if fault:
            self.findings.append(refusals.bad_character(fault[1], self._quoted(self._place(event))))
            return value
        return unicodedata.normalize("NFC", value)

    def _open(self, event, is_mapping: bool) -> None:
        self._count(event)
        if len(self._frames) >= MAX_DEPTH:
            self._stop(refusals.too_deep(self._quoted(self._place(event)), MAX_DEPTH))
        self._frames.append(_Frame(is_mapping, bool(event.flow_style), self._place(event)))

    def _close(self) -> None:
        frame = self._frames.pop()
        if frame.is_mapping:
            self._add(self._mapping(frame))
        else:
            self._add(Sequence(tuple(frame.items), frame.place, frame.flow))

    def _add(self, node: Node) -> None:
        if self._frames:
            self._frames[-1].items.append(node)
        else:
            self.root = node

    def _mapping(self, frame: _Frame) -> Mapping:
        entries: dict[str, Node] = {}
        places: dict[str, Place] = {}
        for key, value in zip(frame.items[::2], frame.items[1::2], strict=True):
            if self._is_new_key(key, places):
                entries[key.text], places[key.text] = value, key.place
        return Mapping(entries, places, frame.place)

    def _is_new_key(self, key: Node, places: dict[str, Place]) -> TypeGuard[Scalar]:
        if not isinstance(key, Scalar):
            fault = refusals.key_not_text(self._quoted(key.place))
        elif key.plain and key.text == "<<":
            fault = refusals.merge_key(self._quoted(key.place))
        elif not key.text.strip():
            fault = refusals.key_missing(self._quoted(key.place))
        elif key.text in places:
            fault = refusals.repeated_key(key.text, places[key.text].line, self._quoted(key.place))
        else:
            return True
        self.findings.append(fault)
        return False

    @property
    def _in_brackets(self) -> bool:
        return bool(self._frames) and self._frames[-1].flow

    def _check_comma(self, value: str, event) -> None:
        """``9,92`` inside [ ] or { } would silently become 9 and 92."""
        start = event.start_mark.index
        if start < 2 or self.text[start - 1] != "," or not self.text[start - 2].isdigit():
            return
        before = re.split(r"[\s,\[\]{}]", self.text[max(0, start - 41) : start - 1])[-1]
        self.findings.append(refusals.split_number(before, value[:40], self._quoted(self._place(event))))

    def _count(self, event) -> None:
        """One more node: not too many, and without anchor or tag."""
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._stop(refusals.too_many(self._place(event), MAX_NODES))
        if event.anchor or event.tag:
            self.findings.append(
                refusals.decoration(event.anchor, event.tag, self._quoted(self._place(event)))
            )

    def _stop(self, finding: Finding) -> None:
        self.findings.append(finding)
        raise Stop

    def _place(self, event) -> Place:
        mark = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1)

    def _quoted(self, place: Place) -> Place:
        """The place with its source line."""
        line = self.lines[place.line - 1] if place.line <= len(self.lines) else ""
        return Place(place.file, place.line, place.column, quote=line.strip()[:_LONGEST_QUOTE])

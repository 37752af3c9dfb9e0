"""Reading a group of keys into a declared record, with everything that is wrong said at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from reportgen.diagnostics import Finding, Place, any_blocks, in_order
from reportgen.errors import DataError
from reportgen.fields.complaint import Labelled, complain, likely, typed, under, wrong_shape
from reportgen.fields.declaring import Declared, Spec, specs_of
from reportgen.yamltext import Mapping, Node, Sequence, is_blank, load

D = TypeVar("D", bound=Declared)

_KEYS_LISTED = 14
_SUGGESTED = 50  # unknown keys that get a suggestion; a file with more is not a typing slip


def load_record(cls: type[D], path: Path, shown: str | None = None) -> D:
    """Read a YAML file into ``cls``; ``shown`` names it in messages. Raises DataError with all findings."""
    sink: list[Finding] = []
    record = read_record(cls, load(path, shown), sink)
    if record is None:
        raise DataError(in_order(sink))
    return record


def read_record(cls: type[D], node: Node, sink: list[Finding]) -> D | None:
    """Read a group of keys into ``cls``; None if anything was wrong (then ``sink`` says what).

    A blank value of a field with a default gives the default. A blank node is read as a group without keys.
    """
    if is_blank(node):
        node = Mapping({}, {}, node.place)
    if not isinstance(node, Mapping):
        keys = ", ".join(spec.key for spec in specs_of(cls)[:3])
        wrong_shape(node, "một nhóm «khóa: giá trị»", sink, f"Ghi mỗi khóa một dòng, ví dụ các khóa: {keys}")
        return None
    before = len(sink)
    meant = _refuse_unknown(cls, node, sink)
    values: dict[str, Any] = {}
    places: dict[str, Place] = {}
    for spec in specs_of(cls):
        given = node.entries.get(spec.key)
        if given is None or is_blank(given):
            _absent(spec, given, node, sink, spec.key in meant)
        else:
            values[spec.identifier] = _value(spec, given, sink)
            _note_places(spec.identifier, given, places)
    if any_blocks(sink[before:]):
        return None
    return cls(**values, places=places, place=node.place)


def _value(spec: Spec, node: Node, sink: list[Finding]) -> Any:
    inner = under(sink, spec.label)
    value = spec.kind.read(node, inner)
    if value == "" and spec.required:
        complain(inner, "DL22", "còn bỏ trống, phải ghi", node.place, f"Ví dụ: {spec.kind.line(spec.key, spec.sample)}")
    sink.extend(inner)
    return value


def _note_places(identifier: str, node: Node, places: dict[str, Place]) -> None:
    places[identifier] = node.place
    if isinstance(node, Sequence):
        places.update((f"{identifier}.{index}", item.place) for index, item in enumerate(node.items))
    elif isinstance(node, Mapping):
        places.update((f"{identifier}.{key}", value.place) for key, value in node.entries.items())


def _absent(spec: Spec, given: Node | None, node: Mapping, sink: list[Finding], meant: bool) -> None:
    """Nothing was typed for ``spec``. ``meant``: a misspelt key already reported stands for it."""
    if not spec.required or meant:
        return
    inner = Labelled(under(sink, spec.label).label)
    hint = f"Ví dụ: {spec.kind.line(spec.key, spec.sample)}" if spec.sample else f"Thêm vào: «{spec.key}: …»"
    if given is None:
        complain(inner, "DL21", "còn thiếu, phải ghi", node.place, hint)
    else:
        complain(inner, "DL22", "còn bỏ trống, phải ghi", given.place, hint)
    sink.extend(inner)


def _refuse_unknown(cls: type, node: Mapping, sink: list[Finding]) -> set[str]:
    """Findings for keys that are not declared; returns the declared keys they were probably meant to be."""
    specs = {spec.key: spec for spec in specs_of(cls)}
    absent = [key for key in specs if key not in node.entries]
    meant: set[str] = set()
    unknown = [key for key in node.entries if key not in specs]
    for number, key in enumerate(unknown):
        close = _likely_key(key, absent, specs) if number < _SUGGESTED else None
        if close:
            meant.add(close)
        complain(
            sink, "DL20", f"không có khóa {typed(key)}", node.key_places[key], _offer(close, specs, node), key
        )
    return meant


def _offer(close: str | None, specs: dict[str, Spec], node: Mapping) -> str:
    """The hint for an unknown key: the key probably meant, else the keys there are."""
    if close:
        taken = f" Khóa ấy đã có ở dòng {node.key_places[close].line}." if close in node.entries else ""
        return f"Có phải «{close}» ({specs[close].shown})?{taken}"
    listed = "; ".join(f"{spec.key} ({spec.shown})" for spec in list(specs.values())[:_KEYS_LISTED])
    return f"Các khóa dùng được ở đây: {listed}" + (" …" if len(specs) > _KEYS_LISTED else "")


def _likely_key(key: str, absent: list[str], specs: dict[str, Spec]) -> str | None:
    """The declared key probably meant: one not yet typed, else any, else the one whose term was typed."""
    by_shown = {spec.shown: spec.key for spec in specs.values()}
    return likely(key, absent) or likely(key, specs) or by_shown.get(likely(key, by_shown) or "")

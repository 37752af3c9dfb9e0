"""What the declarations say, told to an editor (JSON Schema) and to a reader (glossary)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from reportgen.fields.declaring import Spec, all_records, specs_of


class Term(NamedTuple):
    """One word of the glossary. ``identifier`` reads ``Class.attribute``."""

    key: str
    shown: str
    identifier: str
    help: str


def glossary(classes: Iterable[type]) -> list[Term]:
    """Every declared key of the classes and of the records inside them, in the order declared."""
    return [
        Term(spec.key, spec.shown, f"{cls.__name__}.{spec.identifier}", spec.help)
        for cls in all_records(*classes)
        for spec in specs_of(cls)
    ]


def modeline(schema_path: str) -> str:
    """The first line of a data file that tells VS Code which schema to use."""
    return f"# yaml-language-server: $schema={schema_path}"


def json_schema(cls: type, title: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a file read into ``cls``.

    It accepts whatever the loader accepts; being blind to how a value was typed (1.411 is a plain number to
    an editor), it cannot refuse everything the loader refuses.
    """
    inner = list(all_records(*(record for spec in specs_of(cls) for record in spec.kind.records())))
    names = [record.__name__ for record in inner]
    if len(set(names)) != len(names):
        raise TypeError(f"two record classes share a name: {sorted(names)}")
    top = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    defs = {"$defs": {record.__name__: _object(record) for record in inner}} if inner else {}
    return top | _object(cls) | defs


def _object(cls: type) -> dict[str, Any]:
    specs = specs_of(cls)
    required = [spec.key for spec in specs if spec.required]
    body = {
        "type": "object" if required else ["object", "null"],
        "properties": {spec.key: _property(spec) for spec in specs},
        "additionalProperties": False,
    }
    return body | ({"required": required} if required else {})


def _property(spec: Spec) -> dict[str, Any]:
    schema = spec.kind.schema()
    words: dict[str, Any] = {"title": spec.shown}
    if spec.help:
        words["description"] = spec.help
    if spec.sample and schema.get("type") != "object" and "$ref" not in schema:
        words["examples"] = [[spec.sample] if schema.get("type") == "array" else spec.sample]
    if isinstance(spec.default, (str, int)) and spec.default != "":
        words["default"] = spec.default
    return words | (schema if spec.required else _or_blank(schema))


def _or_blank(schema: dict[str, Any]) -> dict[str, Any]:
    types = schema.get("type")
    if "anyOf" in schema:
        return schema | {"anyOf": [*schema["anyOf"], {"type": "null"}]}
    if types is None:
        return {"anyOf": [schema, {"type": "null"}]} if schema else {}
    return schema | {"type": [*([types] if isinstance(types, str) else types), "null"]}

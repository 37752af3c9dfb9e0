"""The kinds made of parts: lists, maps, records, and values that may take several shapes."""

from __future__ import annotations

import re
from typing import Any

from reportgen.diagnostics import Finding
from reportgen.fields.complaint import complain, typed, under, wrong_shape
from reportgen.fields.declaring import Kind, specs_of
from reportgen.fields.records import read_record
from reportgen.noun import noun
from reportgen.vietnamese.text import fold
from reportgen.yamltext import Mapping, Node, Scalar, Sequence, is_blank

IDENT = r"[a-z][a-z0-9_]*"

_HOW_TO_LIST = "Xuống dòng, thụt vào 2 dấu cách, mỗi mục một dòng bắt đầu bằng «- »."
_HOW_TO_GROUP = "Xuống dòng, thụt vào 2 dấu cách, mỗi mục một dòng «khóa: giá trị»."


@noun
class ListOf(Kind):
    """A list; ``at_least`` items. The value is a tuple."""

    kind: Kind
    at_least: int = 0

    @property
    def sample(self) -> str:
        """A short example of one item."""
        return self.kind.sample

    def line(self, key: str, sample: str) -> str:
        """A list begins below its key."""
        return f"{key}: rồi xuống dòng, thụt vào 2 dấu cách: - {sample}"

    def read(self, node: Node, sink: list[Finding]) -> tuple | None:
        """The items read, or None if one of them is wrong."""
        if is_blank(node):
            complain(sink, "DL22", "còn bỏ trống", node.place, _HOW_TO_LIST)
            return None
        if not isinstance(node, Sequence):
            wrong_shape(node, "một danh sách", sink, _HOW_TO_LIST)
            return None
        found = [self._item(number, item, sink) for number, item in enumerate(node.items, 1)]
        if len(found) < self.at_least:
            message = f"cần ít nhất {self.at_least} mục, mới có {len(found)}"
            complain(sink, "DL22", message, node.place, _HOW_TO_LIST)
        return tuple(found)

    def _item(self, number: int, item: Node, sink: list[Finding]) -> Any:
        inner = under(sink, f"mục thứ {number}")
        value = self.kind.read(item, inner)
        if value == "":
            complain(inner, "DL22", "còn bỏ trống", item.place, "Ghi giá trị vào đây, hoặc xóa dòng này.")
        sink.extend(inner)
        return value

    def schema(self) -> dict[str, Any]:
        """An array."""
        few = {"minItems": self.at_least} if self.at_least else {}
        return {"type": "array", "items": self.kind.schema()} | few

    def records(self) -> tuple[type, ...]:
        """Record classes inside this kind."""
        return self.kind.records()


@noun
class MapOf(Kind):
    """A group whose keys are names given by the file (``ho_ngheo: …``). The value is a dict."""

    kind: Kind
    key_pattern: str = IDENT
    key_hint: str = "viết bằng chữ thường không dấu, số và dấu gạch dưới, bắt đầu bằng chữ cái"

    def line(self, key: str, sample: str) -> str:
        """A group begins below its key."""
        return f"{key}: rồi xuống dòng, thụt vào 2 dấu cách: {sample}"

    def read(self, node: Node, sink: list[Finding]) -> dict[str, Any] | None:
        """The values by key; a key not made like ``key_pattern`` is refused with a better spelling."""
        if is_blank(node):
            complain(sink, "DL22", "còn bỏ trống", node.place, _HOW_TO_GROUP)
            return None
        if not isinstance(node, Mapping):
            wrong_shape(node, "một nhóm «khóa: giá trị»", sink, _HOW_TO_GROUP)
            return None
        return {key: self._entry(key, value, node, sink) for key, value in node.entries.items()}

    def _entry(self, key: str, value: Node, node: Mapping, sink: list[Finding]) -> Any:
        if not re.fullmatch(self.key_pattern, key):
            better = re.sub(r"[^a-z0-9]+", "_", fold(key)).strip("_")
            hint = f"Viết: {better}" if re.fullmatch(self.key_pattern, better) else "Đặt lại tên này."
            complain(sink, "DL29", f"tên {typed(key)} phải {self.key_hint}", node.key_places[key], hint, key)
        inner = under(sink, typed(key))
        read = self.kind.read(value, inner)
        sink.extend(inner)
        return read

    def schema(self) -> dict[str, Any]:
        """An object with free keys."""
        return {
            "type": "object",
            "propertyNames": {"pattern": f"^(?:{self.key_pattern})$"},
            "additionalProperties": self.kind.schema(),
        }

    def records(self) -> tuple[type, ...]:
        """Record classes inside this kind."""
        return self.kind.records()


@noun
class Record(Kind):
    """A group with declared keys, read into the dataclass ``cls``. Blank reads as a group without keys."""

    cls: type

    def line(self, key: str, sample: str) -> str:
        """A group begins below its key."""
        return f"{key}: rồi xuống dòng, thụt vào 2 dấu cách: {sample}"

    def read(self, node: Node, sink: list[Finding]) -> Any:
        """The record, or None."""
        return read_record(self.cls, node, sink)

    def schema(self) -> dict[str, Any]:
        """A reference into $defs."""
        return {"$ref": f"#/$defs/{self.cls.__name__}"}

    def records(self) -> tuple[type, ...]:
        """Record classes inside this kind."""
        specs_of(self.cls)
        return (self.cls,)


@noun
class Either(Kind):
    """A value read by its shape: ``scalar`` for one value, ``sequence`` for a list, ``mapping`` a group."""

    scalar: Kind | None = None
    sequence: Kind | None = None
    mapping: Kind | None = None

    @property
    def sample(self) -> str:
        """A short example for hints."""
        return self.scalar.sample if self.scalar else ""

    def read(self, node: Node, sink: list[Finding]) -> Any:
        """The value as the kind for its shape reads it."""
        kind = {Scalar: self.scalar, Sequence: self.sequence, Mapping: self.mapping}[type(node)]
        if kind:
            return kind.read(node, sink)
        named = (
            ("một giá trị", self.scalar),
            ("một danh sách", self.sequence),
            ("một nhóm «khóa: giá trị»", self.mapping),
        )
        wrong_shape(
            node,
            " hoặc ".join(words for words, shape in named if shape),
            sink,
            "Sửa lại cách ghi như trong tệp mẫu.",
        )
        return None

    def schema(self) -> dict[str, Any]:
        """Any of the shapes."""
        shapes = (
            (self.scalar, ["string", "number", "boolean", "null"]),
            (self.sequence, ["array"]),
            (self.mapping, ["object"]),
        )
        return {"anyOf": [kind.schema() or {"type": types} for kind, types in shapes if kind]}

    def records(self) -> tuple[type, ...]:
        """Record classes inside this kind."""
        return tuple(
            cls for kind in (self.scalar, self.sequence, self.mapping) if kind for cls in kind.records()
        )


class Verbatim(Kind):
    """The node itself, for whoever reads it later."""

    def read(self, node: Node, sink: list[Finding]) -> Node:
        """The node, unread."""
        return node

    def schema(self) -> dict[str, Any]:
        """Anything."""
        return {}

"""Declaring a field once: key, Vietnamese name, kind. Loader, messages, schema and glossary follow."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from functools import cache
from typing import Any

from reportgen.diagnostics import NOWHERE, Finding, Place
from reportgen.noun import field, fields, noun, replace
from reportgen.yamltext import Node


class _Required:
    """The default of a field that must be typed."""

    def __repr__(self) -> str:
        return "REQUIRED"

    def __copy__(self) -> _Required:
        return self


REQUIRED: Any = _Required()


class Kind(ABC):
    """What a field may hold."""

    @abstractmethod
    def read(self, node: Node, sink: list[Finding]) -> Any:
        """The value typed; or None, after adding findings to the sink."""

    @abstractmethod
    def schema(self) -> dict[str, Any]:
        """The JSON Schema of what may be typed."""

    @property
    def sample(self) -> str:
        """A short example for hints, or ''."""
        return ""

    def line(self, key: str, sample: str) -> str:
        """How ``key`` is typed with ``sample`` as its value, for hints."""
        return f"{key}: {sample}"

    def records(self) -> tuple[type, ...]:
        """The record classes inside this kind."""
        return ()


@noun
class Spec:
    """One declared field: ``key`` is what staff type, ``shown`` the term, ``identifier`` the attribute."""

    key: str
    shown: str
    kind: Kind
    help: str
    default: Any
    example: str
    identifier: str = ""

    @property
    def required(self) -> bool:
        """True if the key must be typed."""
        return self.default is REQUIRED

    @property
    def label(self) -> str:
        """The name used in messages: «ngày ban hành» (ngay_ban_hanh)."""
        return f"«{self.shown}» ({self.key})"

    @property
    def sample(self) -> str:
        """The example given, or one of the kind; may be ''."""
        return self.example or self.kind.sample


def declare(
    key: str, shown: str, kind: Kind, *, help: str = "", default: Any = REQUIRED, example: str = ""
) -> Any:
    """A keyword-only dataclass field read from YAML key ``key``. Without ``default`` it is required.

    A list or dict given as default is copied for each record.
    """
    metadata = {"spec": Spec(key, shown, kind, help, default, example)}
    if default is REQUIRED:
        return field(kw_only=True, metadata=metadata)
    if isinstance(default, (list, dict)):
        return field(kw_only=True, metadata=metadata, default_factory=default.copy)
    return field(kw_only=True, metadata=metadata, default=default)


@noun
class Declared:
    """Base of every record read from a data file.

    ``places``: attribute name (and ``name.0`` or ``name.key`` for parts of a list or map) → where its value
    was typed; absent if defaulted. ``place``: the whole record. Neither counts in comparisons.
    """

    places: dict[str, Place] = field(default_factory=dict, kw_only=True, compare=False, repr=False)
    place: Place = field(default=NOWHERE, kw_only=True, compare=False, repr=False)

    def at(self, *path: str | int) -> Place:
        """Where a value was typed: ``at("name")``, ``at("recipients", 2)``; else near."""
        for length in range(len(path), 0, -1):
            found = self.places.get(".".join(map(str, path[:length])))
            if found:
                return found
        return self.place


@cache
def specs_of(cls: type) -> tuple[Spec, ...]:
    """The declared fields of a record class, in order. Two fields with one key are a mistake of ours."""
    specs = tuple(
        replace(its.metadata["spec"], identifier=name) for name, its in fields(cls).items() if "spec" in its.metadata
    )
    keys = [spec.key for spec in specs]
    if len(set(keys)) != len(keys):
        raise TypeError(
            f"{cls.__name__}: a key is declared twice: {sorted(k for k in keys if keys.count(k) > 1)}"
        )
    return specs


def all_records(*classes: type) -> Iterator[type]:
    """The classes and every record class reachable from their fields, each once, outermost first."""
    waiting, seen = list(classes), set()
    while waiting:
        cls = waiting.pop(0)
        if cls in seen:
            continue
        seen.add(cls)
        yield cls
        waiting.extend(inner for spec in specs_of(cls) for inner in spec.kind.records())

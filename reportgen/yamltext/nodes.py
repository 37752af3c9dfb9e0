"""The three shapes of a YAML tree, each knowing where it was typed."""

from __future__ import annotations

from reportgen.diagnostics import Place
from reportgen.noun import noun

BLANK_TEXTS = frozenset({"", "~", "null"})


@noun
class Scalar:
    """One value as typed (NFC); ``plain`` is False if it stood in quotes or in a ``|`` or ``>`` block."""

    text: str
    plain: bool
    place: Place


@noun
class Sequence:
    """A list; ``flow`` is True if it was written with ``[ ]``."""

    items: tuple[Node, ...]
    place: Place
    flow: bool


@noun
class Mapping:
    """Keys and values in the order typed; ``key_places`` says where each key stands."""

    entries: dict[str, Node]
    key_places: dict[str, Place]
    place: Place


Node = Scalar | Sequence | Mapping


def is_blank(node: Node) -> bool:
    """True if nothing was typed: a plain scalar that is empty, ``~`` or ``null``."""
    return isinstance(node, Scalar) and node.plain and node.text in BLANK_TEXTS

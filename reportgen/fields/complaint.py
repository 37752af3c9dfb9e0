"""Saying what is wrong with a value, under the name staff know it by.

A kind is handed only a node and a sink; the sink carries the label («ngày ban hành» (ngay_ban_hanh)), so that
every message names the field without every kind being told.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.diagnostics import Finding, Place, error
from reportgen.vietnamese.refusal import quoted
from reportgen.vietnamese.text import nearest
from reportgen.yamltext import Mapping, Node, Sequence

_LONGEST_WORD = 80  # comparing takes time that grows with the square of the length


class Labelled(list[Finding]):
    """A sink for findings whose messages begin with ``label``."""

    def __init__(self, label: str):
        super().__init__()
        self.label = label


def label_of(sink: list[Finding]) -> str:
    """The name of what is being read, or '' at the top of a file."""
    return getattr(sink, "label", "")


def under(sink: list[Finding], name: str) -> Labelled:
    """A fresh sink for the part ``name`` of what ``sink`` stands for; extend ``sink`` with it afterwards."""
    label = label_of(sink)
    return Labelled(f"{label} › {name}" if label else name)


def complain(
    sink: list[Finding], code: str, message: str, place: Place, hint: str = "", found: str = ""
) -> None:
    """Add an error; ``message`` starts in lower case and follows the label. ``found``: the text typed."""
    label = label_of(sink)
    worded = f"{label}: {message}" if label else message[:1].upper() + message[1:]
    sink.append(error(code, worded.rstrip(".") + ".", place, hint=hint, found=found[:_LONGEST_WORD]))


def wrong_shape(node: Node, wanted: str, sink: list[Finding], hint: str) -> None:
    """The finding for a list where text was wanted, and the like. ``wanted`` reads «một dòng chữ»."""
    complain(sink, "DL23", f"cần {wanted}, nhưng ở đây là {shape_words(node)}", node.place, hint)


def shape_words(node: Node) -> str:
    """What was typed, by its shape."""
    if isinstance(node, Sequence):
        return f"một danh sách {len(node.items)} mục"
    if isinstance(node, Mapping):
        keys = ", ".join(f"{key[:30]}:" for key in list(node.entries)[:3])
        return f"một nhóm có khóa ({keys})" if keys else "một nhóm rỗng"
    return f"giá trị {typed(node.text)}" if node.text.strip() else "chỗ trống"


def typed(text: str) -> str:
    """The typed text between « »."""
    return quoted(" ".join(text.split()) if "\n" in text else text)


def likely(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate probably meant by ``word``; None for words too long to be a slip of the hand."""
    return nearest(word, candidates) if len(word) <= _LONGEST_WORD else None

"""Single words: text, yes or no, choices. A value is read as its field declares, never by its look."""

from __future__ import annotations

import re
from typing import Any

from reportgen.diagnostics import Finding
from reportgen.fields.complaint import complain, likely, typed, wrong_shape
from reportgen.fields.declaring import Kind
from reportgen.noun import noun
from reportgen.yamltext import Mapping, Node, Scalar, is_blank

# An editor's own YAML reader takes 02 for a number and true for a truth value where we take text.
_ANY_SCALAR = ["string", "number", "boolean"]


class Single(Kind):
    """Shared by all single-value kinds: refuses lists, groups and blanks."""

    wanted = "một giá trị"

    def text_of(self, node: Node, sink: list[Finding]) -> str | None:
        """The text typed, or None after a finding."""
        if isinstance(node, Scalar) and not is_blank(node):
            return node.text
        example = f" Ví dụ: {self.sample}" if self.sample else ""
        if isinstance(node, Scalar):
            complain(sink, "DL22", "còn bỏ trống", node.place, "Ghi giá trị vào đây." + example)
        elif isinstance(node, Mapping):
            hint = "Nếu đây là một câu có dấu hai chấm, hãy đặt cả câu trong dấu nháy kép."
            wrong_shape(node, self.wanted, sink, hint + example)
        else:
            hint = "Bỏ dấu «- » hoặc [ ] và ghi giá trị ngay sau dấu hai chấm."
            wrong_shape(node, self.wanted, sink, hint + example)
        return None


@noun
class Text(Single):
    """Text, kept as typed (02, no, 12:30 stay text).

    ``pattern`` must match all of it, and ``pattern_hint`` tells staff in words what it wants.
    ``lines`` allows more than one line; ``blanks``: those around the text are part of it.
    """

    pattern: str | None = None
    lines: bool = False
    pattern_hint: str = ""
    blanks: bool = False

    wanted = "một dòng chữ"

    def read(self, node: Node, sink: list[Finding]) -> str | None:
        """The text without the blanks around it; the line break that closes a ``|`` or ``>`` block is not part of it either."""
        text = self.text_of(node, sink)
        if text is None:
            return None
        text = text.rstrip("\n") if not node.plain else text
        text = text if self.lines or self.blanks else text.strip(" \t\u00a0")
        if not self.lines and not text.isprintable() and re.search(r"[\n\x85\u2028\u2029]", text):
            hint = "Viết liền trên một dòng, hoặc dùng dấu > thay cho dấu |."
            complain(sink, "DL27", f"chỉ được một dòng, mà {typed(text)} có nhiều dòng", node.place, hint)
            return None
        if self.pattern and not re.fullmatch(self.pattern, text):
            hint = f"Cần: {self.pattern_hint}" if self.pattern_hint else ""
            complain(sink, "DL27", f"{typed(text)} không đúng dạng", node.place, hint, text)
            return None
        return text

    def schema(self) -> dict[str, Any]:
        """Any scalar, since an editor reads plain 02 as a number."""
        return {"type": _ANY_SCALAR} | ({"pattern": rf"^[ \t]*(?:{self.pattern})[ \t]*\n*$"} if self.pattern else {})


class YesNo(Single):
    """có/không (also true/false)."""

    wanted = "«có» hoặc «không»"

    @property
    def sample(self) -> str:
        """A short example for hints."""
        return "có"

    def read(self, node: Node, sink: list[Finding]) -> bool | None:
        """True for có, False for không."""
        text = self.text_of(node, sink)
        if text is None:
            return None
        value = {"có": True, "true": True, "không": False, "false": False}.get(text.lower())
        if value is None:
            message = f"{typed(text)} không phải là «có» hay «không»"
            complain(sink, "DL26", message, node.place, "Ghi: có hoặc không", text)
        return value

    def schema(self) -> dict[str, Any]:
        """The two words first, so that an editor offers them."""
        other = "^([Cc][óÓ]|[Kk][Hh][ôÔ][Nn][Gg]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$"
        ways = [{"enum": ["có", "không"]}, {"type": "boolean"}, {"type": "string", "pattern": other}]
        return {"anyOf": ways}


@noun
class Choice(Single):
    """One of a few: ``{typed key: shown words}``. The shown words may be typed too; the value is the key."""

    options: dict[str, str]

    @property
    def wanted(self) -> str:
        """The options, for messages."""
        return "một trong: " + ", ".join(self.options)

    @property
    def sample(self) -> str:
        """A short example for hints."""
        return next(iter(self.options))

    def read(self, node: Node, sink: list[Finding]) -> str | None:
        """The key chosen."""
        text = self.text_of(node, sink)
        if text is None or text in self.options:
            return text
        for key, shown in self.options.items():
            if text == shown:
                return key
        close = likely(text, [*self.options, *self.options.values()])
        offer = "; ".join(f"{key} ({shown})" if shown != key else key for key, shown in self.options.items())
        hint = (f"Có phải «{close}»? " if close else "") + f"Chọn một trong: {offer}"
        complain(sink, "DL26", f"{typed(text)} không có trong các lựa chọn", node.place, hint, text)
        return None

    def schema(self) -> dict[str, Any]:
        """An enum; the keys carry their shown words as descriptions."""
        texts: dict[str | int, str] = dict(self.options)
        texts |= {shown: shown for shown in self.options.values() if shown not in texts}
        texts |= {int(key): shown for key, shown in self.options.items() if re.fullmatch("[0-9]+", key)}
        return {"enum": list(texts), "enumDescriptions": list(texts.values())}

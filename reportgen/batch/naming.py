"""File names of a batch: a pattern filled with what a row says, safe on every system, no two alike.

A name is a slug (a-z, 0-9, hyphens): no device names of Windows (CON, NUL), no dots or blanks at the end, no letters a network
drive spells differently, never longer than ``LONGEST``. Two rows that come to the same name are two mistakes in the sheet or a
pattern that says too little; nobody can tell which, so the second is reported and not numbered away.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.diagnostics import Finding, Place, error
from reportgen.errors import UsageError
from reportgen.noun import field, noun, working
from reportgen.pattern import Pattern
from reportgen.vietnamese.text import NAMELESS, nearest, slug

LONGEST = 100
ROW = "dong"
TAKEN = ("tong-hop", "manifest", "gop")
_NAME = Pattern(r"\{\{?\s*([A-Za-z_]\w*)\s*\}?\}")


@noun
class NamePattern:
    """A pattern taken apart: literal text and names in turn, beginning and ending with text."""

    parts: tuple[str, ...]

    def filled(self, values: Mapping[str, str]) -> str:
        """The file name without its ending, '' if nothing of it can be part of a file name."""
        texts = [part if n % 2 == 0 else values[part] for n, part in enumerate(self.parts)]
        stem = slug("".join(texts), LONGEST)
        return "" if stem == NAMELESS else stem


def name_pattern(text: str, known: Mapping[str, str], place: Place) -> NamePattern:
    """The pattern ``text``: ``bao-cao-{ten_xa}``; ``known``: what may be named, with its meaning. UsageError LO20."""
    parts = tuple(_NAME.split(text))
    unknown = [name for name in parts[1::2] if name not in known]
    if unknown:
        close = nearest(unknown[0], known)
        hint = f"có phải {{{close}}}?" if close else ""
        hint = hint or "dùng được: " + ", ".join(f"{{{name}}} ({meaning})" for name, meaning in known.items())
        raise UsageError.of("LO20", f"mẫu tên tệp «{text}» có tên lạ: {{{unknown[0]}}}", place, hint=hint)
    if len(parts) == 1:
        hint = "thêm một tên trong ngoặc nhọn, ví dụ: " + " hoặc ".join(f"{{{name}}}" for name in list(known)[:2])
        raise UsageError.of("LO20", f"mẫu tên tệp «{text}» đặt cùng một tên cho mọi văn bản", place, hint=hint)
    return NamePattern(parts)


@working
class Names:
    """The names given so far in a run, each with the cell it was given for. Slugs are lower case, so names that differ in case only cannot come up."""

    rows: dict[str, str] = field(default_factory=lambda: dict.fromkeys(TAKEN, ""))

    def claim(self, stem: str, place: Place) -> Finding | None:
        """Take the name for a row; a finding if there is none or it is taken."""
        if not stem:
            hint = "ghi tên vào ô này, hoặc đổi mẫu tên tệp: --ten"
            return error("LO21", "không đặt được tên tệp cho dòng này vì ô tên trống hoặc không có chữ, số nào", place, hint=hint)
        before = self.rows.get(stem)
        if before is None:
            self.rows[stem] = str(place)
            return None
        hint = "sửa tên bị trùng, hoặc thêm một tên nữa vào mẫu tên tệp, ví dụ: --ten \"{ten_huyen}-{ten_xa}\""
        taken = f"{before} cũng có tên tệp ấy" if before else "tên ấy dành cho tệp tổng hợp"
        return error("LO21", f"tên tệp «{stem}.docx» bị trùng: {taken}", place, found=stem, hint=hint)

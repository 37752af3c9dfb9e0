"""A finished document made to look like the draft it is: the mark under the number, doubt on yellow, a watermark if wanted.

Done on the rendered package, whatever frame or Word template it came from, so that no template needs a place for it and
none can leave it out. What makes the draft mark is told again to the judge (``checks.layout.draft``), which finds any of it
in a final document.
"""

from __future__ import annotations

from reportgen.docx.draft.highlight import highlighted
from reportgen.docx.draft.mark import with_mark
from reportgen.docx.draft.status import STATUS, with_status
from reportgen.docx.draft.watermark import with_watermark
from reportgen.docx.package import read_package, write_package
from reportgen.profile import Profile

__all__ = ["STATUS", "as_draft"]


def as_draft(content: bytes, shown: str, profile: Profile, *, times: int = 0, watermark: bool = False) -> bytes:
    """The document as a draft. ``times``: «lần 2»; ``watermark``: «DỰ THẢO» across every page."""
    parts = highlighted(read_package(content, shown))
    parts = with_status(with_mark(parts, profile, times))
    return write_package(with_watermark(parts) if watermark else parts)

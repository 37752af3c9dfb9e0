"""The one way through this room: a finished document in, the same document as a draft out."""

from __future__ import annotations

from reportgen.docx.draft.highlight import highlighted
from reportgen.docx.draft.mark import with_mark
from reportgen.docx.draft.status import with_status
from reportgen.docx.draft.watermark import with_watermark
from reportgen.docx.package import read_package, write_package
from reportgen.profile import Profile


def as_draft(content: bytes, shown: str, profile: Profile, *, times: int = 0, watermark: bool = False) -> bytes:
    """The document as a draft. ``times``: «lần 2»; ``watermark``: «DỰ THẢO» across every page."""
    parts = highlighted(read_package(content, shown))
    parts = with_status(with_mark(parts, profile, times))
    return write_package(with_watermark(parts) if watermark else parts)

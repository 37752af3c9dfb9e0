"""Units typed without their marks: «trieu dong» prints as it stands, and is no money to any check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.diagnostics import Finding, warning
from reportgen.figures.model import Indicator
from reportgen.vietnamese.text import fold

USUAL = (
    "đồng", "nghìn đồng", "triệu đồng", "tỷ đồng", "hộ", "người", "nhà", "xã", "huyện", "tỉnh", "thôn", "đơn vị", "đối tượng",
    "lao động", "học sinh", "lượt", "lượt người", "hồ sơ", "công trình", "dự án", "mô hình", "suất quà", "tấn", "tạ", "lần",
    "điểm phần trăm", "phần trăm", "vụ", "lớp", "trường", "thẻ", "đợt", "cuộc", "buổi", "văn bản", "đảng viên", "hội viên", "tổ chức",
)  # fmt: skip
_BY_LETTERS = {fold(unit): unit for unit in USUAL}


def check_units(indicators: Iterable[Indicator]) -> Iterator[Finding]:
    """SL45 for units of plain letters only that are usual ones without their marks; each unit once."""
    told = set()
    for indicator in indicators:
        words = " ".join(indicator.unit.casefold().split())
        meant = "/".join(_BY_LETTERS.get(part.strip(), part.strip()) for part in words.split("/"))
        if words.isascii() and meant != words and words not in told:
            told.add(words)
            hint = f"có phải «{meant}»? Gõ đủ dấu, nếu không tiền, khối lượng không được đổi đơn vị khi đối chiếu"
            message = f"đơn vị tính «{indicator.unit}» viết không dấu, sẽ in nguyên như vậy"
            yield warning("SL45", message, indicator.at("unit"), found=indicator.unit, expected=meant, hint=hint)

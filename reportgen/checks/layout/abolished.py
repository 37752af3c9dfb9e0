"""Bodies that no longer exist on the day of the document: those of districts and of merged provinces, after 30/6/2025.

Looked for only where a body issues or receives: in the names above, in the place, in Kính gửi and Nơi nhận (both are «nơi nhận»,
NĐ30 Phụ lục I, Mục II.9). The running text may speak of the past and is never judged. A name is taken for one of a district
only with a body of the district level before it («UBND huyện Cam Lộ», «Phòng Nội vụ các huyện», «Huyện ủy»): hospitals,
health centres and schools keep the word in their names. A province is one only with its word before it, for a commune may
bear the name («phường Hòa Bình»). Held against the first day the date on the page can mean: a blank month of 2025 may be January.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from reportgen.checks.layout.regime import date_of
from reportgen.checks.layout.view import Fault, View, fault
from reportgen.docx.components import Component
from reportgen.pattern import Pattern
from reportgen.reforms import DISTRICT_LEVEL, PROVINCES

CODE = "TT52"
NAMES = ("co_quan_chu_quan", "co_quan_ban_hanh")
RECEIVING = ("kinh_gui", "kinh_gui_muc", "noi_nhan", "noi_luu")
LOOKED_AT = (*NAMES, "dia_danh", *RECEIVING)
"""Components in which a body issues or receives."""
LONGEST = 300
DISTRICT = Pattern(
    r"\b(?:(?:ubnd|hđnd|[uủ][yỷ] ban nhân dân|hội đồng nhân dân|mttq|mặt trận tổ quốc|ban chỉ huy quân sự|bchqs"
    r"|phòng(?! (?:giao dịch|khám|cháy|chống|thủ)))\b[^;.]{0,80}?\b(?P<unit>huyện|quận|thị xã|thị trấn)\b[^;.()]{0,40}"
    r"|(?:huyện|quận|thị) [uủ][yỷ]\b[^;.()]{0,40})"
)
PLACE = Pattern(r"(huyện|quận|thị xã|thị trấn) \w")
FORMERLY = Pattern(r"\bcũ\b|trước đây|trước sắp xếp|sáp nhập")
TOWNSHIP = "thị trấn"


def abolished(view: View, kind: str) -> Iterator[Fault]:
    """The bodies in the components of this kind that ended before the day of the document."""
    dated = date_of(view.parts)
    day = earliest(dated.year, dated.month, dated.day)
    if day is None or day <= DISTRICT_LEVEL.until:
        return
    for component in view.of(kind):
        text = " ".join(component.text[:LONGEST].split())
        if not FORMERLY.search(text.lower()):
            yield from _faults(component, text)


def earliest(year: int, month: int, day: int) -> datetime.date | None:
    """The first day a date with blanks (0) can mean, None without a year or for no day of the calendar."""
    try:
        return datetime.date(year, month or 1, day if day and month else 1)
    except ValueError:
        return None


def _faults(component: Component, text: str) -> Iterator[Fault]:
    lowered = text.lower()
    found = PLACE.match(lowered) if component.kind == "dia_danh" else DISTRICT.search(lowered)
    if found and len(lowered) == len(text):
        named = text[found.start() : found.end()].strip(" ,-–") if component.kind != "dia_danh" else text.partition(",")[0]
        level = "thị trấn" if TOWNSHIP in found[0] and "huyện" not in found[0] else "cấp huyện"
        yield fault(component, f"«{named}»: từ 01/7/2025 không còn {level}", _successor(level), hint=HINT)
    for name, successor in PROVINCES.names.items():
        old = re.search(rf"\btỉnh {re.escape(name.lower())}\b", lowered)
        if old:
            expected = f"tỉnh này đã sáp nhập, nay là {successor} ({PROVINCES.authority})"
            yield fault(component, f"«{text[old.start() : old.end()]}»", expected, hint=HINT)


def _successor(level: str) -> str:
    units = "xã, phường, đặc khu"
    return f"ghi cơ quan cấp tỉnh hoặc cấp xã ({units})" if level == "cấp huyện" else f"đơn vị hành chính cấp xã là {units}"


HINT = "Sửa lại tên cơ quan; văn bản nói về giai đoạn trước 01/7/2025 thì ghi thêm chữ «(cũ)» sau tên."

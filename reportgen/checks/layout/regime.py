"""Which regulation a document obeys: by whose it is (the State's, the Party's, the Front's) and by its date.

The State: Thông tư 01/2011/TT-BNV up to 04/3/2020, Nghị định 30/2020/NĐ-CP from 05/3/2020 (its Điều 37). The Party: Hướng dẫn
36-HD/VPTW up to 26/5/2026, Hướng dẫn 05-HD/VPTW from 27/5/2026. The Front writes the State's heading with its own names.

The registry fills in day and month when it signs, so the line often has only a year: that is enough for every year but the
one in which the regulation changed; there a blank month counts as the new regulation, which is in force today.
"""

from __future__ import annotations

import datetime
import re

from reportgen.checks.layout.place_date import taken_apart
from reportgen.checks.layout.undated import profile_without_date
from reportgen.docx.components import Components
from reportgen.docx.reader import Reading
from reportgen.errors import DataError
from reportgen.noun import noun
from reportgen.pattern import Pattern
from reportgen.profile import load_profile, profile_for
from reportgen.vietnamese.dates import slash_date
from reportgen.vietnamese.text import fold

SLASHED = Pattern(r"(\d{1,2})[/.\-](\d{1,2})[/.\-]((?:19|20)\d{2})")
FRONT = Pattern(r"\b(mttq|mat tran to quoc)\b")
PARTY_BODY = Pattern(r"^(dang bo|dang uy|tinh uy|thanh uy|huyen uy|quan uy|thi uy|chi bo)\b")
WHOSE = {"nha_nuoc": "cơ quan nhà nước", "dang": "Đảng", "mttq": "Mặt trận Tổ quốc"}
EARLIEST = {"nha_nuoc": "tt01-2011", "dang": "hd36-2018", "mttq": "mttq-2013"}
"""For documents older than every profile: the one nearest to them."""


@noun
class Dated:
    """The date on the page as far as it is written; 0: blank."""

    year: int = 0
    month: int = 0
    day: int = 0

    @property
    def latest(self) -> datetime.date | None:
        """The last day it can mean; None without a year, or where it is no day of the calendar."""
        if not self.year:
            return None
        try:
            if self.day and self.month:
                return datetime.date(self.year, self.month, self.day)
            after = datetime.date(self.year + (self.month or 12) // 12, (self.month or 12) % 12 + 1, 1)
        except ValueError:
            return None
        return after - datetime.timedelta(days=1)

    def __str__(self) -> str:
        if self.day and self.month:
            return f"ngày {slash_date(self.latest)}"
        return f"tháng {self.month}/{self.year}" if self.month else f"năm {self.year}"


def profile_of(reading: Reading, components: Components, declared: str = "") -> tuple[str, str]:
    """(key of the profile that judges the document, why, in Vietnamese). Never fails: the newest profile where nothing tells.

    ``declared``: the key in the properties of the file; it is listened to only where the page says no date.
    """
    whose = scope_of(components)
    dated = date_of(components)
    day = dated.latest
    if day is None and (told := profile_without_date(reading, components, whose, declared)):
        return told[0], f"văn bản của {WHOSE[whose]}, {told[1]}"
    try:
        key = profile_for(day, whose)
    except DataError:
        key = EARLIEST[whose]
        name = load_profile(key).name
        return key, f"văn bản của {WHOSE[whose]}, {dated}: trước mọi thể thức đã có, kiểm theo thể thức gần nhất là {name}"
    name = load_profile(key).name
    if day is None:
        return key, f"văn bản của {WHOSE[whose]}, không đọc được ngày ký: theo thể thức đang dùng, {name}"
    return key, f"văn bản của {WHOSE[whose]}, {dated}: theo {name}"


def scope_of(components: Components) -> str:
    """Whose document it is: nha_nuoc, dang or mttq (the keys of the profiles' ``pham_vi``)."""
    offices = [c.text for c in components.of("co_quan_chu_quan", "co_quan_ban_hanh")]
    nation = components.one("quoc_hieu") or components.one("tieu_ngu")
    if components.one("tieu_de_dang") or (not nation and any(PARTY_BODY.match(fold(text)) for text in offices)):
        return "dang"
    if any(FRONT.search(fold(text)) for text in offices):
        return "mttq"
    return "nha_nuoc"


def date_of(components: Components) -> Dated:
    """The date in the line of place and date, in words or in figures; blanks are 0."""
    component = components.one("dia_danh")
    if component is None:
        return Dated()
    words = taken_apart(component)
    if words:
        return _checked(words.year, words.month, words.day)
    figures = SLASHED.search(component.text)
    return _checked(figures[3], figures[2], figures[1]) if figures else Dated()


def _checked(year: str, month: str, day: str) -> Dated:
    def number(text: str, low: int, high: int) -> int:
        found = re.fullmatch(r"\d{1,4}", text)
        return int(text) if found and low <= int(text) <= high else 0

    return Dated(number(year, 1900, 2200), number(month, 1, 12), number(day, 1, 31))

"""A document that says no date: which regulation it was made for, told by its own file or by what only that regulation asks.

Without a date the regulation in force today is the likely one, and a wrong guess makes every finding about the page number
and the căn cứ a false alarm. Two things may say otherwise, and both are told in the reason:

* the file property our own documents carry (``docx.properties``). A stranger may have put it there too: so it only chooses
  between the regulations for this kind of body, only where the page says no year, and never anything but one of our keys;
* the page, where at least two habits that Nghị định 30/2020/NĐ-CP ended stand together and nothing on it is younger: the
  number at the foot on the right (TT01), căn cứ upright with a comma after the last, «SAO Y BẢN CHÍNH», Thông tư 01/2011 cited.
  One habit alone is a slip of a document of today, and is judged as one.
"""

from __future__ import annotations

from collections.abc import Callable

from reportgen.checks.layout.facts import mostly
from reportgen.docx.components import Components
from reportgen.docx.reader import Reading
from reportgen.pattern import Pattern
from reportgen.profile import load_profile, profile_keys, profiles_for
from reportgen.vietnamese.text import fold

FORMER = {"nha_nuoc": "tt01-2011", "mttq": "mttq-2013"}
"""Whose documents → the regulation before the one of 05/3/2020."""
YOUNGER = Pattern(r"(?<!\d)20(?:2[1-9]|[3-9]\d)(?!\d)|(?:/|tháng \d{1,2} năm )2020(?!\d)")
"""A year the former regulation did not live to see, or a date in its last one; plans of its time do speak of «giai đoạn 2016 - 2020»."""
LEAST = 2
LOOKED_AT = 2000


def profile_without_date(reading: Reading, parts: Components, whose: str, declared: str) -> tuple[str, str] | None:
    """(key, why in Vietnamese) for a document of ``whose`` that says no year; None where nothing tells.

    ``declared``: the key in the properties of the file, '' if there is none.
    """
    if declared in profile_keys() and declared in profiles_for(whose):
        return declared, f"không đọc được ngày ký; tệp ghi trong thuộc tính (Category) là {load_profile(declared).name}"
    former = FORMER.get(whose, "")
    habits = [words for words, seen in HABITS.items() if seen(reading, parts)] if former else []
    if len(habits) < LEAST or _is_new(reading):
        return None
    return former, f"không đọc được ngày ký, nhưng {', '.join(habits)}: theo {load_profile(former).name}"


def _number_at_foot(reading: Reading, parts: Components) -> bool:
    shown = {f"{n.where}-{n.align}" for n in reading.numbers if n.shown and n.kind != "first"}
    return shown == {"footer-right"}


def _bases_end_with_comma(reading: Reading, parts: Components) -> bool:
    bases = parts.of("can_cu")
    upright = not any(mostly(base, lambda run: run.face.italic) for base in bases)
    return len(bases) > 1 and upright and bases[-1].text.endswith(",") and all(b.text.endswith(";") for b in bases[:-1])


def _true_copy(reading: Reading, parts: Components) -> bool:
    return any("sao y ban chinh" in fold(copy.text[:80]) for copy in parts.of("ban_sao"))


def _cites_circular(reading: Reading, parts: Components) -> bool:
    return any("01/2011/TT-BNV" in p.text for p in reading.paragraphs[:LOOKED_AT])


def _is_new(reading: Reading) -> bool:
    """True if anything on the pages is younger than the former regulation."""
    return any(YOUNGER.search(p.text) for p in reading.paragraphs[:LOOKED_AT])


HABITS: dict[str, Callable[[Reading, Components], bool]] = {
    "số trang ở góc phải lề dưới": _number_at_foot,
    "căn cứ chữ đứng, dòng cuối kết thúc bằng dấu phẩy": _bases_end_with_comma,
    "hình thức sao là «SAO Y BẢN CHÍNH»": _true_copy,
    "có dẫn Thông tư 01/2011/TT-BNV": _cites_circular,
}
"""What only the former regulation asks, in words → whether the document does it."""

"""The reporting period: written one way throughout, and with one year.

«tháng 2.2020» beside «tháng 2/2020» is a slip of the finger; «tháng 02/2020» beside «tháng 2/2020» is worth knowing. A
section title that names the month of the report with another year («Kết quả thực hiện tháng 02/2019» in the report of
tháng 2/2020) is copied from an older report; in running text another year is usually meant (cùng kỳ), so nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.checks.prose.nouns import Passage
from reportgen.diagnostics import Finding, Severity
from reportgen.noun import noun
from reportgen.pattern import Pattern

_PERIOD = Pattern(r"(?<!\w)(tháng|quý)\s+(\d{1,2}|iv|i{1,3})\s?([/.-]|năm)\s?((?:19|20)\d\d)(?![\d/])")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_COMPARED = Pattern(
    r"cùng kỳ|so với|năm trước|kế hoạch|giai đoạn|từ tháng|đến tháng|hết tháng|đầu tháng|cuối tháng|từ quý|đến quý|hết quý|trước tháng|phương hướng|nhiệm vụ"
)
_TITLES = frozenset({"muc_la_ma", "khoan_tieu_de", "tieu_muc", "muc_chu_hoa", "muc_ten", "phan_chuong_ten", "khoan", "muc_thap_phan", "dong_rieng"})
_SHORT = 140


@noun
class Said:
    """A period as written. ``style``: / . - or năm; ``padded``: tháng 02."""

    passage: Passage
    start: int
    end: int
    kind: str
    index: int
    year: int
    style: str
    padded: bool

    @property
    def words(self) -> str:
        """As the text has it."""
        return " ".join(self.passage.text[self.start : self.end].split())


def check_periods(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Findings VB11: of spelling, then of the year in section titles."""
    said = [one for passage in passages for one in _said_in(passage)]
    yield from _spellings(said)
    subject = next((one for one in said if one.passage.kind in ("trich_yeu", "trich_yeu_cv")), None)
    if subject:
        yield from _years(said, subject)


def _said_in(passage: Passage) -> Iterator[Said]:
    lower = passage.lower
    for m in _PERIOD.finditer(lower) if "tháng" in lower or "quý" in lower else ():
        index = _ROMAN.get(m[2]) or (int(m[2]) if m[2].isdigit() else 0)
        if 1 <= index <= (12 if m[1] == "tháng" else 4):
            yield Said(passage, m.start(), m.end(), m[1], index, int(m[4]), m[3], m[2].startswith("0"))


def _spellings(said: Sequence[Said]) -> Iterator[Finding]:
    """«tháng 2.2020» where the same period stands as «tháng 2/2020»."""
    plain = {(one.kind, one.index, one.year): one for one in reversed(said) if one.style == "/"}
    for one in said:
        other = plain.get((one.kind, one.index, one.year))
        if other and one.style in ".-":
            message = f"Một kỳ viết hai cách: «{one.words}» ở đây, «{other.words}» ở {other.passage.where} (nghi vấn)"
            hint = "Dùng một cách viết kỳ trong cả văn bản."
            yield Finding("VB11", Severity.WARNING, message, _place(one), found=one.words, expected=other.words, hint=hint)
    yield from _padding([one for one in said if one.style == "/" and one.kind == "tháng" and one.index < 10])


def _padding(said: Sequence[Said]) -> Iterator[Finding]:
    """The first «tháng 02/2020» beside «tháng 2/2020»: once for a document."""
    for one in said:
        other = next((o for o in said if (o.index, o.year) == (one.index, one.year) and o.padded != one.padded), None)
        if other and one.padded:
            message = f"Một kỳ viết hai cách: «{one.words}» và «{other.words}» ({other.passage.where}) (lưu ý)"
            hint = "Chọn một cách: tháng 2/2020 hoặc tháng 02/2020, dùng trong cả văn bản."
            yield Finding("VB11", Severity.INFO, message, _place(one), found=one.words, expected=other.words, hint=hint)
            return


def _years(said: Sequence[Said], subject: Said) -> Iterator[Finding]:
    """Titles that name the report's own month with another year."""
    for one in said:
        text = one.passage.lower
        if (one.kind, one.index) != (subject.kind, subject.index) or one.year == subject.year or one.passage is subject.passage:
            continue
        if one.passage.kind not in _TITLES or len(text) > _SHORT or _COMPARED.search(text) or one.passage.amounts:
            continue
        if text.rstrip().endswith((".", ";")) or abs(one.year - subject.year) > 1:
            continue
        message = f"Kỳ ở tên mục là «{one.words}», ở trích yếu là «{subject.words}» (nghi vấn: chép từ văn bản kỳ trước)"
        hint = "Sửa năm cho khớp với kỳ báo cáo."
        yield Finding("VB11", Severity.WARNING, message, _place(one), found=one.words, expected=subject.words, hint=hint)


def _place(one: Said):
    return one.passage.place(one.start, one.end)

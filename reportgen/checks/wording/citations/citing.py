"""Find the documents a text cites: «Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư»."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reportgen.checks.wording.lines import calendar_day
from reportgen.checks.wording.nouns import Line, Text
from reportgen.checks.wording.patterns import pattern_of
from reportgen.noun import noun

KINDS = (
    "Nghị định|Nghị quyết liên tịch|Nghị quyết|Quyết định|Thông tư liên tịch|Thông tư|Chỉ thị|Công văn|Kế hoạch|Báo cáo|"
    "Tờ trình|Thông báo|Hướng dẫn|Công điện|Quy định|Kết luận|Chương trình|Đề án|Văn bản"
)
_CITED = pattern_of(
    rf"\b(?P<kind>{KINDS})\s+số:?\s*(?P<symbol>\d+[a-zđ]?(?:/\d{{4}})?[-/][{{U}}][\w&]*(?:[-/.&][\w&]+)*)"
)
_DATED = pattern_of(
    r"\s*,?\s*(?:ban hành\s+)?ngày\s+(?P<day>\d{1,2})(?:/|\s+tháng\s+)(?P<month>\d{1,2})(?:/|\s+năm\s+)(?P<year>\d{4})(?!\d)"
)
_UNDATED = pattern_of(r"\s*,?\s*ngày(?:\s|[….]){2,}")
_BY = pattern_of(r"\s*,?\s*(?:đã\s+)?(?:được\s+)?của\s+(?P<body>[{U}][\w-]*(?: (?!(?:và|về|ban|quy|phê|sửa|hướng|triển|thực|tại|do) )[\w-]+){0,6})")
_YEAR = pattern_of(r"^\d+[a-zđ]?/(\d{4})/")


@noun
class Citation:
    """One citation. ``dated``: its date as typed (start, end in the line), None without; ``day`` None if no calendar has
    it.
    """

    line: Line
    kind: str
    symbol: str
    start: int
    end: int
    dated: tuple[int, int] | None = None
    blank_date: bool = False
    day: date | None = None
    body: str = ""

    @property
    def year(self) -> int | None:
        """The year its symbol names («30/2020/NĐ-CP»), None where it names none."""
        found = _YEAR.match(self.symbol)
        return int(found[1]) if found else None


def citations(text: Text) -> tuple[Citation, ...]:
    """The citations in reading order, found once; those inside quotation marks are left out."""
    if "citations" not in text.shared:
        text.shared["citations"] = tuple(_citations(text))
    return text.shared["citations"]


def _citations(text: Text) -> Iterator[Citation]:
    for line in text.lines if "số" in text.whole else ():
        for found in _CITED.finditer(line.text) if "số" in line.text else ():
            if not line.is_quoted(found.start()):
                yield _citation(line, found)


def _citation(line: Line, found) -> Citation:
    dated = _DATED.match(line.text, found.end())
    by = _BY.match(line.text, dated.end() if dated else found.end())
    day = calendar_day(int(dated["day"]), int(dated["month"]), int(dated["year"])) if dated else None
    return Citation(
        line,
        found["kind"],
        found["symbol"],
        *found.span(),
        dated=(dated.start("day"), dated.end()) if dated else None,
        blank_date=bool(_UNDATED.match(line.text, found.end())),
        day=day,
        body=by["body"] if by else "",
    )

"""What follows a number: its unit, what it counts, what a rate is for. All on small letters with their marks.

A count is named by the words after it; how many of them name the thing and which only go on with the sentence is not
known, so the first word is the head and the rest is kept for comparing. «60 triệu/nhà» and «21,5 tỷ» are money without
the word đồng; «2,5 triệu lượt khách» is a count.
"""

from __future__ import annotations

from fractions import Fraction

from reportgen.figures.units import PERCENT, measure
from reportgen.noun import noun
from reportgen.pattern import Pattern

_PERCENT = Pattern(r"\s{0,2}(%|‰)")
_POINTS = Pattern(r"\s+điểm\s+(?:phần trăm|%)")
_PERCENT_WORDS = Pattern(r"\s+phần trăm(?!\w)")
_MONEY = Pattern(r"\s*((?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s+)*(?:đồng(?!\s+chí(?!\w))|vnđ|vnd|đ))(?!\w)")
_SCALED = Pattern(r"\s*((?:nghìn|ngàn|triệu|tỷ|tỉ)(?:\s+(?:tỷ|tỉ))?)(?!\w)(?!\s+(?:lệ|trọng|suất|số)(?!\w))")
_PER_STROKE = Pattern(r"\s*/\s*([^\W\d_]+)((?:\s[^\W\d_]+)?)((?:\s*/\s*[^\W\d_]+)?)")
_PER_EACH = Pattern(r"\s*(?:cho\s+)?(?:mỗi|một|1|từng)\s+([^\W\d_]+)((?:\s[^\W\d_]+)?)")
_PER_YEAR = Pattern(r"\s*(?:/|mỗi|một)\s*(?:năm|tháng|quý|ngày|tuần)(?!\w)")
_WORDS = Pattern(r"\s*([^\W\d_]+(?:[ \xa0][^\W\d_]+){0,5})")
_SIZES = frozenset({"kg", "yến", "tạ", "tấn", "m", "km", "m2", "m²", "ha", "km2", "km²", "héc"})
_SIZE = Pattern(r"\s*(kg|yến|tạ|tấn|km2|km²|km|m2|m²|ha|m)(?!\w)")
_PERCENT_FIRST, _MONEY_FIRST, _SIZE_FIRST = "%‰p", "nđtv", "kytmh"
_EACH_FIRST = "cm1t"
"""What such a unit begins with: most numbers are spared most patterns."""
_NOT_NOUNS = frozenset(
    "đạt chiếm và đến so trong tại là bằng tăng giảm của cho từ với được có trên thì để theo nên mà ở vào ra lên xuống còn hoặc hay"
    " nhưng cũng đã đang sẽ vượt tương các những này đó khi nếu do bởi về như trước sau dưới thuộc cùng gồm bao".split()
)
_COUNTERS = frozenset("tổng số".split())
_TWO_WORDS = frozenset(
    "lao học công mô đối doanh hợp giáo cán viên đảng hồ phụ bệnh thành hội dự nhiệm văn sản chỉ đơn địa câu giường bác cơ thủ tàu cá"
    " quyết nghị thông báo tờ kế chuyên sinh nhân đoàn đồng đại thanh tiêu gia khu vận".split()
)
"""First syllables that are no word of their own: «lao động», «công trình»."""
_PAIRS = frozenset(
    "trường hợp,trẻ em,đội viên,đội trưởng,tổ viên,tổ trưởng,xã viên,hộ chiếu,vụ việc,lớp học,suất quà,suất ăn,lượt người,lượt hộ,lượt khách,lượt cán,"
    "lượt học,lượt bệnh,lượt hội,người cao,nhà máy,nhà trường,nhà văn,con đường,thôn trưởng,giấy chứng,giấy phép,bản tin".split(",")
)
"""Two words that together name another thing than the first alone."""
_AFTER_SCALE = frozenset("để từ cho và so với trong là được do của tại".split())


def head_of(words: tuple[str, ...]) -> str:
    """What a phrase names: its first word, or its first two where they belong together («công trình», «trường hợp»)."""
    if len(words) < 2:
        return words[0] if words else ""
    pair = f"{words[0]} {words[1]}"
    return pair if words[0] in _TWO_WORDS or pair in _PAIRS else words[0]


@noun
class Unit:
    """``printed`` as the text has it, ``end`` the offset behind it, the rest as in Amount."""

    printed: str
    end: int
    kind: str
    factor: Fraction = Fraction(1)
    noun: tuple[str, ...] = ()
    per: tuple[str, ...] = ()
    timed: bool = False
    """A rate for a stretch of time («%/năm», «triệu đồng/người/tháng»)."""


def unit_after(lower: str, text: str, at: int) -> Unit:
    """The unit that begins at ``at``; kind «count» without a noun where nothing follows."""
    first = lower[at : at + 8].lstrip()[:1]
    if first == "đ" and (found := _POINTS.match(lower, at)):
        return Unit("điểm phần trăm", found.end(), "points", PERCENT)
    if first in _PERCENT_FIRST and (found := _PERCENT.match(lower, at) or _PERCENT_WORDS.match(lower, at)):
        sign = found[1] if found.lastindex else "%"
        timed = _PER_YEAR.match(lower, found.end())
        return Unit(sign, found.end(), "percent", PERCENT if sign == "%" else PERCENT / 10, timed=bool(timed))
    if first in _MONEY_FIRST and (found := _MONEY.match(lower, at)):
        return _money(lower, text, found.end(), text[found.start(1) : found.end(1)])
    if first in _MONEY_FIRST and (found := _SCALED.match(lower, at)):
        return _scaled(lower, text, found)
    if first in _SIZE_FIRST and (found := _SIZE.match(lower, at)):
        return _rated(lower, _sized(text[found.start(1) : found.end(1)], found.end()))
    return _counted(lower, text, at, Fraction(1), "")


def _money(lower: str, text: str, end: int, printed: str) -> Unit:
    words = " ".join(printed.lower().split())
    unit = Unit(" ".join(printed.split()), end, "money", measure(words).factor)
    return _rated(lower, unit)


def _scaled(lower: str, text: str, found) -> Unit:
    """«21,5 tỷ», «60 triệu/nhà»: money; «2,5 triệu lượt khách»: a count of millions."""
    scale = found[1]
    after = _WORDS.match(lower, found.end())
    next_word = after[1].split()[0] if after else ""
    factor = measure(f"{scale} đồng").factor
    bare = not next_word or next_word in _AFTER_SCALE or next_word in _NOT_NOUNS or lower[found.end() : after.start(1)].strip()
    if bare:
        return _rated(lower, Unit(scale, found.end(), "money", factor))
    return _counted(lower, text, found.end(), factor, f"{scale} ")


def _sized(printed: str, end: int) -> Unit:
    size = measure(printed)
    (name, exponent), *_ = size.dims
    return Unit(printed, end, f"{name}{exponent}", size.factor)


def _counted(lower: str, text: str, at: int, factor: Fraction, scale: str) -> Unit:
    found = _WORDS.match(lower, at)
    words = found[1].split() if found else []
    while words and words[0] in _COUNTERS:
        words = words[1:]
    if not words or words[0] in _NOT_NOUNS:
        return Unit(scale.strip(), at, "count", factor)
    stop = next((i for i, w in enumerate(words) if i and w in _NOT_NOUNS), len(words))
    kept = words[:stop]
    shown = head_of(tuple(kept))
    start = found.start(1) + found[1].index(kept[0])
    whole = Unit(scale + shown, start + len(kept[0]), "count", factor, tuple(kept))
    behind = start + len(shown)
    stroke = _PER_STROKE.match(lower, behind) if len(kept) <= 2 and "/" in lower[behind : behind + 4] else None
    if stroke:
        timed = stroke[1] in ("năm", "tháng", "quý", "ngày", "tuần")
        per = (stroke[1], *stroke[2].split())
        return Unit(f"{whole.printed}/{head_of(per)}", stroke.end(1), "count", factor, tuple(kept), per, timed)
    return whole


def _rated(lower: str, unit: Unit) -> Unit:
    """The unit with what it is paid for: «/nhà», «/người/tháng», « mỗi hộ»."""
    first = lower[unit.end : unit.end + 4].lstrip()[:1]
    found = _PER_STROKE.match(lower, unit.end) if first == "/" else _PER_EACH.match(lower, unit.end) if first in _EACH_FIRST else None
    if not first or not found:
        return unit
    stroke = found.re.groups == 3
    words = (found[1], *found[2].split())
    timed = found[1] in ("năm", "tháng", "quý", "ngày", "tuần", "kỳ", "vụ") or bool(stroke and found[3])
    end = found.end() if stroke and found[3] else found.end(1)
    name = head_of(words)
    printed = f"{unit.printed}/{name}" if stroke else f"{unit.printed} mỗi {name}"
    return Unit(printed, end, unit.kind, unit.factor, unit.noun, words, timed)

"""From a paragraph to its amounts: dates, document numbers, labels and phone numbers are no amounts.

What is left out entirely: numbers inside dates («17/7/2019», «tháng 2/2020»), references («151/NQ-HĐND», «số 79/…»),
years («năm 2018», «2016-2020»), labels («1.1.», «Điều 5», «Phụ lục 2»), words («Covid-19», «30a»). Kept, but ``loose``:
ends of ranges («10 - 15 triệu đồng»), bounds («ít nhất 100 mô hình»), comparisons («cao hơn 5%»).

Numbers are found first, and only their surroundings are looked at, so that a page without figures costs nothing.
"""

from __future__ import annotations

from reportgen.checks.prose.joining import together
from reportgen.checks.prose.nouns import Amount
from reportgen.checks.prose.typed import readings
from reportgen.checks.prose.units import Unit, unit_after
from reportgen.pattern import Pattern

_NUMBER = Pattern(r"\d(?<!\w\d)(?:[\d.,]*\d)?")  # the digit first: an engine leaps from digit to digit
_YEAR = r"(?:19|20)\d\d(?!\d)"
_DATED = Pattern(
    rf"\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?{_YEAR}|\d{{1,2}}\s?/\s?{_YEAR}(?![.,]\d)|{_YEAR}\s?[-–]\s?{_YEAR}"
    r"|\d+[a-zđ]?/(?:\d{4}/)?[A-ZĐ]{2}[\w-]*|\d+\s?[-–]\s?[A-ZĐ]{2}[\w/-]*|\d{1,2}(?:[hg]| giờ)\s?\d{0,2}(?!\w)|\d+\s?x\s?\d+"
    r"|0\d{2,3}[. ]?\d{3}[. ]?\d{3,4}"
)
"""What begins with a number and is no amount: dates, spans of years, references, hours, sizes, telephones."""
_DAY = Pattern(r"\d{1,2}(?:\s?(?:,|và|-|–|đến)\s?\d{1,2}(?![\d.,]*\d))*(?:\s?[/.-]\s?\d{1,2})?(?![\d.,]*\d)")
_MONTH = Pattern(rf"\d{{1,2}}\s?[/.-]\s?{_YEAR}")
_DAY_MONTH = Pattern(r"\d{1,2}/\d{1,2}(?![\d.,/])")
_DAYS = ("ngày", "sáng", "chiều", "đêm", "tối", "trưa")
_DATED_BY = frozenset((*_DAYS, "tháng", "quý", *"đến trước từ sau đầu cuối hết kể hạn tính".split()))
_DATED_BEHIND, _DATED_FURTHER = frozenset("/-–.abcdefghijklmnopqrstuvwxyzđ"), frozenset("/-–.gx")
"""What may stand right behind the digits of a date or a reference («30a/2008/NQ-CP»), and behind a space («7 giờ», «3 x 4»)."""
_DATE_WORDS = frozenset("đến trước từ sau đầu cuối hết kể hạn tính".split())
_HARD = frozenset("tháng năm quý điều khoản mục điểm biểu chương thứ".split())
_SOFT = frozenset(
    "bảng khóa khoá lớp tổ thôn xóm bản khu ấp khóm phường quận đường km hẻm ngõ nhóm loại hạng giải đợt lần kỳ tuần phần mẫu trang hình ô"
    " cột dòng vùng quyển tập tết".split()
)
"""Last words before a small number that only names: always, or where nothing counted follows."""
_SOFT_PAIRS = ("phụ lục", "tiêu chí", "khu phố", "mức độ", "công văn")
_NAMED = ("chương trình", "quyết định", "nghị quyết", "nghị định", "thông tư", "chỉ thị", "đề án", "quốc lộ", "tỉnh lộ", "giai đoạn")
_NUMBERED = ("số", "số hiệu", "mã", "mã số", "tài khoản", "điện thoại", "đt", "sđt", "fax", "cmnd", "cccd")
_NUMBER_WORDS = frozenset("số mã hiệu khoản thoại đt sđt fax cmnd cccd".split())
_OWN_LABEL = Pattern(r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)/](?=\s|[^\W\d_a-zà-ỹđ])|\(?\d{1,2}\)\s)")
_NEAR = {
    "gần": "gan", "ngót": "gan", "trên": "tren", "hơn": "hon", "khoảng": "khoang", "xỉ": "khoang", "chừng": "khoang",
}  # fmt: skip
_COMPARED = frozenset("cao thấp nhiều ít lớn nhỏ dài nhanh chậm tốt sớm muộn".split())
_BOUNDS = ("ít nhất", "tối thiểu", "tối đa", "không quá", "không dưới", "dưới", "thấp nhất", "cao nhất", "vượt quá", "chưa đến", "chưa tới", "quá")
_FILLERS = (" là", " đạt", " mức", ":")
_BOUND_LAST = frozenset("nhất thiểu đa quá dưới đến tới là đạt mức".split())
"""The last words of bounds and fillers: most numbers stand behind none of them."""
_UPWARDS = ("trở lên", "trở xuống", "đổ lên", "đổ xuống", "trở đi")
_EACH = Pattern(r"(?<!\w)(?:mỗi|từng)\s+([^\W\d_]+)((?:\s+[^\W\d_]+)?)(?:\s+[^\W\d_]+){0,6}\s*:?\s*\Z")
_COUNTED = Pattern(r"\s+(?:hộ|người|nhà|suất|lượt|đối tượng|lao động|học sinh|thẻ|con|cây|triệu|tỷ|đồng|ha|tấn|trường hợp|hồ sơ|m2|kg)(?!\w)")
BEFORE = 60


def amounts_in(text: str, lower: str) -> tuple[Amount, ...]:
    """The amounts of a text in reading order."""
    label = _OWN_LABEL.match(text)
    found: list[Amount] = []
    at = label.end() if label else 0
    while match := _NUMBER.search(text, at):
        start, stop = match.span()
        before = lower[max(0, start - BEFORE) : start]
        word = _last_word(before)
        at = _dated_until(text, start, stop, word) or stop
        if at == stop:
            amount = _amount(text, lower, (start, stop), before, word)
            if amount:
                found.append(amount)
    return together(lower, found)


def _last_word(before: str) -> str:
    """The word an amount stands behind, «mức» of «mức: 60 triệu đồng»; '' if something else stands there."""
    words = before[-24:].rstrip().removesuffix(":").rstrip()
    start = len(words)
    while start and words[start - 1].isalpha():
        start -= 1
    return words[start:]


def _may_be_dated(text: str, start: int, stop: int) -> bool:
    """A quick look: what a date, a reference, an hour, a size or a telephone needs right behind the digits, or in them."""
    behind = text[stop : stop + 2]
    if behind[:1] in _DATED_BEHIND or behind[:1].isspace() and behind[1:] in _DATED_FURTHER:
        return True
    return text[start] == "0" or stop - start > 5 or text.find("-", start, stop) >= 0


def _dated_until(text: str, start: int, stop: int, word: str) -> int:
    """The end of a date, reference, hour … that begins here; 0 if none does."""
    found = None
    if word not in _DATED_BY and not _may_be_dated(text, start, stop):
        return 0
    if word in _DAYS:
        found = _DATED.match(text, start) or _DAY.match(text, start)
    elif word in ("tháng", "quý"):
        found = _MONTH.match(text, start)
    elif word in _DATE_WORDS:
        found = _DATED.match(text, start) or _DAY_MONTH.match(text, start)
    found = found or _DATED.match(text, start)
    return found.end() if found else 0


def _amount(text: str, lower: str, span: tuple[int, int], before: str, last: str) -> Amount | None:
    start, stop = span
    typed = text[start:stop]
    ways = readings(typed)
    if not ways or _is_label(typed, before, last, lower, stop):
        return None
    unit = unit_after(lower, text, stop)
    word = _NEAR.get(last, "")
    per = unit.per or _each(before, unit)
    loose = (
        unit.timed
        or (word == "hon" and _is_compared(before))
        or _is_bounded(before, last)
        or lower[unit.end : unit.end + 14].lstrip().startswith(_UPWARDS)
        or _is_year(typed)
        or (before[-1:] == "-" and bool(before[-2:-1].strip()))
    )
    return Amount(start, stop, unit.end, typed, ways, unit.printed, unit.kind, unit.factor, unit.noun, per, word, loose)


def _is_compared(before: str) -> bool:
    """True behind «cao hơn», «ít hơn»: what follows is a difference."""
    words = before.split()
    return len(words) > 1 and words[-2] in _COMPARED


def _is_bounded(before: str, last: str) -> bool:
    """True behind «ít nhất», «tối đa là» …"""
    if last not in _BOUND_LAST:
        return False
    words = before.rstrip(" :")
    for filler in _FILLERS:
        words = words.removesuffix(filler).rstrip()
    return words.endswith(_BOUNDS) and not words.endswith("vượt quá hạn")


def _is_label(typed: str, before: str, last: str, lower: str, stop: int) -> bool:
    """True for numbers that name («Điều 5», «số 79», «năm 2018») and numbers grown into a word («30a»)."""
    if before[-1:] in ("-", "–") and before[-2:-1].isalpha():
        return True
    if lower[stop : stop + 1].isalpha() and not lower[stop : stop + 2].isalpha():
        return lower[stop] not in "mđ"
    if not typed.isdigit():
        return False
    words = before.rstrip(" :.")
    if last in _NUMBER_WORDS and words.endswith(_NUMBERED) and not words.endswith(("tổng số", "con số", "một số")):
        return True
    if words.endswith(_NAMED):
        return True
    counted = _COUNTED.match(lower, stop)
    if _is_year(typed):
        return last in _HARD or not counted
    if len(typed) > 2 or words.endswith((f"mỗi {last}", f"từng {last}")):
        return False
    return last in _HARD or not counted and (last in _SOFT or words.endswith(_SOFT_PAIRS))


def _is_year(typed: str) -> bool:
    return len(typed) == 4 and typed.isdigit() and "1900" <= typed <= "2100"


def _each(before: str, unit: Unit) -> tuple[str, ...]:
    """«mỗi suất trị giá 500.000 đồng»: what the rate is for, told before the number."""
    if unit.kind == "percent" or not ("mỗi" in before or "từng" in before):
        return ()
    found = _EACH.search(before)
    return (found[1], *found[2].split()) if found else ()

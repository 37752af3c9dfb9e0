"""Numbers that may stay typed in a text, because the data do not change them: where they stand.

Dates, years and periods, numbers of documents, articles of law, ordinals («giai đoạn 2», «lần thứ 3»), digits inside
words (m2, VX1). At each place the first of FORMS that fits counts, as in one pattern of them all; but that pattern took
20 ms to compile, a tenth of a build, so each form is a pattern of its own and is tried (and compiled) only in a text with
a number that can be a part of it. A test holds both ways to give the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from reportgen.noun import noun
from reportgen.pattern import Pattern

TAG_LETTER = "\ufffc"
"""Stands for a tag in the texts."""

_UNIT_FOLLOWS = "\ue000"
_BEFORE_UNIT = Pattern(
    r"(?:(?<=\d)|(?<=\d[A-Za-zđ]))\s+(?=(?:nghìn|ngàn|triệu|tỷ|tỉ|đồng|hộ|người|nhà|suất|lượt|công trình|mô hình|đối tượng|"
    r"ha|km|tấn|kg|đơn vị|xã|huyện|thẻ|trường hợp|lao động|học sinh|em|cháu)\b)"
)
_DIGITS = Pattern(r"\d+")
_AROUND = 200  # how far from a number the words that belong to it are looked for

_YEAR = r"(?:19|20)\d\d(?!\d|[.,]\d)"
_MONTH = r"(?:1[0-2]|0?[1-9])(?!\d)"
_DASH = r"\s*(?:-|–|—|/|đến(?:\s+năm)?|và|,)\s*(?:năm\s+)?"
_NO_AMOUNT = rf"(?!\s*%|[.,]?\d|{_UNIT_FOLLOWS})"
_DOCUMENTS = (
    "Nghị quyết|Nghị định|Quyết định|Thông tư|Thông tư liên tịch|Công văn|Chỉ thị|Kết luận|Luật|Bộ luật|Văn bản|Kế hoạch|"
    "Tờ trình|Thông báo|Báo cáo|Hướng dẫn|Pháp lệnh|Công điện|Đề án|Chương trình hành động|Giấy mời|Quy định|Hợp đồng"
)
_PARTS_OF_LAW = "Điều|Khoản|Điểm|Mục|Tiểu mục|Chương|Phần|Phụ lục|Mẫu|Mẫu số|Biểu|Biểu số|Bảng|Bảng số|Hình|Danh mục|Quyển|Tập"
_ORDINALS = (
    "giai đoạn|đợt|lần|lần thứ|thứ|kỳ|khóa|khoá|vòng|cấp|cấp độ|mức độ|hạng|loại|nhóm|vùng|khu vực|tổ|khu phố|thôn|ấp|"
    "xóm|đội|phường|quận|Quốc lộ|Tỉnh lộ|phương án|bước|dự án|tiểu dự án|hợp phần|hội nghị lần|năm thứ|ngày thứ"
)
_TIMES = "năm|năm học|niên độ|nhiệm kỳ|giai đoạn|thời kỳ|niên khóa|Tết|Nguyên đán|Hiến pháp"


@noun
class Number:
    """One run of digits in a text, with what stands around it."""

    before: str
    digits: str
    after: str

    @property
    def is_year(self) -> bool:
        """Could it be one?"""
        return self.digits[:2] in ("19", "20")

    def follows(self, words: Iterable[str]) -> bool:
        """Does one of the words, however written, stand right before it?"""
        return self.before.rstrip().lower().endswith(tuple(words))

    def precedes(self, words: tuple[str, ...]) -> bool:
        """Does one of the words stand right behind it?"""
        return self.after.lstrip().startswith(words)


@noun
class Form:
    """A way a number may be typed. It fits only in a text with a number that ``may`` be a part of it."""

    pattern: Pattern
    may: Callable[[Number], bool]


def _form(pattern: str, may: Callable[[Number], bool]) -> Form:
    return Form(Pattern(rf"(?<![\d.,])(?:{pattern})"), may)


def _list(words: str) -> tuple[str, ...]:
    return tuple(words.lower().split("|"))


_SPACED_TIMES = _TIMES.replace(" ", r"\s+")
_TIME_ENDS = tuple({time.split(" ")[-1] for time in _list(_TIMES)})
_DOCUMENT_ENDS = ("số", "số:", *_list(_DOCUMENTS))
_PART_ENDS, _ORDINAL_ENDS = _list(_PARTS_OF_LAW), _list(_ORDINALS)
_HYPHENS = ("-", "–", "—")

FORMS = (
    _form(rf"\d{{1,2}}[/.-]\d{{1,2}}[/.-]{_YEAR}", lambda n: n.after[:1] in ("/", ".", "-")),  # 17/7/2019
    _form(
        rf"ngày\s+\d{{1,2}}\s+tháng\s+{_MONTH}(?:\s+năm\s+{_YEAR})?",
        lambda n: n.follows(["ngày"]) and n.precedes(("tháng",)),
    ),
    _form(r"ngày\s+\d{1,2}/\d{1,2}(?![/\d])", lambda n: n.follows(["ngày"]) and n.after[:1] == "/"),
    _form(
        rf"tháng\s+{_MONTH}(?:{_DASH}(?:tháng\s+)?{_MONTH})*(?:\s*[/.]\s*{_YEAR}|\s+năm\s+{_YEAR})?(?!/){_NO_AMOUNT}",
        lambda n: n.follows(["tháng"]),
    ),
    # 6 tháng đầu năm 2020
    _form(rf"\d{{1,2}}\s+tháng(?:\s+(?:đầu|cuối))?\s+năm(?:\s+{_YEAR})?", lambda n: n.precedes(("tháng",))),
    _form(
        rf"quý\s+(?:[IV]+|[1-4])(?:{_DASH}(?:quý\s+)?(?:[IV]+|[1-4])\b)*(?:\s*/\s*{_YEAR}|\s+năm\s+{_YEAR})?",
        lambda n: "quý" in n.before,
    ),
    _form(rf"(?:{_SPACED_TIMES})\s+{_YEAR}(?:{_DASH}{_YEAR})*{_NO_AMOUNT}", lambda n: n.is_year and n.follows(_TIME_ENDS)),
    _form(
        rf"(?:từ|đến)\s+{_YEAR}(?=\s*(?:$|[,.;:)–—-]|đến\b|và\b|trở\b))", lambda n: n.is_year and n.follows(["từ", "đến"])
    ),
    _form(rf"{_YEAR}\s*[-–—]\s*{_YEAR}", lambda n: n.is_year and n.precedes(_HYPHENS)),  # 2016 - 2020
    _form(
        rf"{TAG_LETTER}\s*[-–—/]\s*{_YEAR}|{_YEAR}\s*[-–—]\s*{TAG_LETTER}",
        lambda n: n.is_year and (n.follows(["/", *_HYPHENS]) or n.precedes(_HYPHENS)),
    ),
    # 151/NQ-HĐND, 30/2020/NĐ-CP, 05-CT/TW
    _form(r"\d{1,6}[a-zđ]?/(?:\d{4}/)?[A-ZĐ][\w&]*(?:[-/.&][\w&]+)*", lambda n: "/" in n.after[:2]),
    _form(r"\d{1,4}[a-zđ]?-[A-ZĐ]{2,}[\w]*(?:/[A-ZĐ][\w]*)+", lambda n: "-" in n.after[:2]),
    _form(
        rf"(?:{_DOCUMENTS})\s+(?:(?:liên\s+tịch\s+)?số:?\s+\d{{1,6}}[a-zđ]?(?:/\d{{4}})?(?!\w|[.,]\d)|"
        rf"\d{{1,6}}[a-zđ]?(?=\s*[,.;:)(]?\s*(?:$|[,.;:)(]|của\b|về\b|ngày\b|năm\b|và\b|{TAG_LETTER})))",
        lambda n: n.follows(_DOCUMENT_ENDS),
    ),
    _form(
        rf"(?i:{_PARTS_OF_LAW})\s+\d{{1,3}}[a-zđ]?(?:\.\d{{1,2}})*(?:(?:,|\s+và|\s+đến|\s*-)\s*\d{{1,3}}[a-zđ]?)*{_NO_AMOUNT}",
        lambda n: n.follows(_PART_ENDS),
    ),
    _form(rf"(?i:{_ORDINALS})\s+\d{{1,2}}[A-Zab]?(?!\w|/\d){_NO_AMOUNT}", lambda n: n.follows(_ORDINAL_ENDS)),
    _form(r"(?<=[^\W\d_])\d+\w*", lambda n: n.before[-1:].isalpha()),  # m2, VX1
    _form(r"\b[A-ZĐ][\w]*-\d{1,2}\b(?![.,]\d)", lambda n: n.before[-1:] == "-"),  # COVID-19
)


def literal_spans(words: str) -> Iterator[tuple[int, int]]:
    """From where to where the numbers that may stay typed go, with their words; tags are taken out before."""
    numbers = [
        Number(words[max(0, n.start() - _AROUND) : n.start()], n.group(), words[n.end() : n.end() + _AROUND])
        for n in _DIGITS.finditer(words)
    ]
    marked = _BEFORE_UNIT.sub(lambda found: _UNIT_FOLLOWS * len(found[0]), words)
    heads = [[form.pattern, form.pattern.search(marked)] for form in FORMS if any(map(form.may, numbers))]
    while heads := [head for head in heads if head[1]]:
        first = min((found for _, found in heads), key=lambda found: found.start())  # of equals, the first form's
        yield first.span()
        for head in heads:
            if head[1].start() < first.end():
                head[1] = head[0].search(marked, first.end())

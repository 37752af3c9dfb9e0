"""What the words of a list say of its parts: that nothing is missing, or that no two of them overlap.

Parts that do not overlap cannot exceed their whole, complete or not: named places, numbered stretches of time, and kinds of
which a thing is one only (a school's level, a mark). People and households have several properties at once, so nothing else
is taken as disjoint.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.pattern import Pattern

_REST = Pattern(r"(?<!\w)(?:khác|còn lại)(?!\w)")
_FAMILIES = (
    (r"vốn đầu tư", r"vốn sự nghiệp"),
    (r"đầu tư phát triển|đầu tư công", r"sự nghiệp"),
    (r"(?<!\w)nam(?!\w)", r"(?<!\w)nữ(?!\w)"),
    (r"thành thị|đô thị", r"nông thôn"),
    (r"xây (?:dựng )?mới|làm mới", r"sửa chữa|nâng cấp|cải tạo"),
    (r"(?:khởi công|đầu tư|xây dựng) mới|công trình mới", r"chuyển tiếp"),
    (r"trong nước", r"ngoài nước|nước ngoài"),
    (r"trực tuyến|qua mạng", r"trực tiếp"),
    (r"(?:giải quyết|xử lý|trả kết quả)?\s*(?:trước hạn|trước và đúng hạn|đúng và trước hạn|đúng hạn)", r"quá hạn|trễ hạn|chậm hạn"),
    (r"ngân sách trung ương", r"ngân sách (?:địa phương|tỉnh)"),
    (r"cấp tỉnh", r"cấp huyện|cấp xã"),
    (r"cấp huyện", r"cấp xã"),
    (r"hộ nghèo", r"hộ cận nghèo|cận nghèo"),
)
"""Each family: its parts in turn; a list is complete if every part is of the family and every one has its place."""
_SURE = frozenset({0, 1, 2, 3, 5, 6})
"""Families that leave no third part."""
_IN_TIME = 8
_Patterns = tuple(tuple(Pattern(word) for word in family) for family in _FAMILIES)


_CAPITAL = "A-ZĐÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂŨƠƯẠ-Ỹ"
_PLACE = Pattern(
    r"(?<!\w)(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Tt]hành phố|[Tt]hị xã|[Tt]hôn|[Bb]ản|[Ấấ]p|[Tt]ổ|[Kk]hu phố|[Kk]hối|[Cc]ụm)\s+"
    rf"((?:[{_CAPITAL}]\w*)(?:\s+[{_CAPITAL}]\w*)*|\d{{1,2}}(?=\s*[:(\-–]))"
)
_TIME = Pattern(r"(?<!\w)(?:[Qq]uý|[Tt]háng|[Nn]ăm|[Đđ]ợt|[Hh]ọc kỳ)\s+(IV|I{1,3}|\d{1,4})(?![\w/])")
_KINDS = (
    (r"mầm non|mẫu giáo|nhà trẻ", r"tiểu học", r"trung học cơ sở|thcs", r"trung học phổ thông|thpt", r"liên cấp", r"giáo dục thường xuyên"),
    (r"xuất sắc", r"(?<!\w)(?:tốt|giỏi)(?!\w)", r"(?<!\w)khá(?!\w)", r"trung bình", r"(?<!\w)(?:yếu|kém)(?!\w)", r"không hoàn thành"),
    (r"(?<!\w)nam(?!\w)", r"(?<!\w)nữ(?!\w)"),
    (r"giải nhất", r"giải nhì", r"giải ba", r"(?:giải )?khuyến khích"),
    (r"quyết định", r"kế hoạch", r"công văn", r"báo cáo", r"tờ trình", r"thông báo", r"chỉ thị", r"nghị quyết", r"hướng dẫn"),
)
"""A school has one level, work one mark, a paper one kind."""
_Kinds = tuple(tuple(Pattern(word) for word in kinds) for kinds in _KINDS)


def are_apart(said: Sequence[str]) -> bool:
    """True if no two of the parts, each in its words as written, overlap."""
    if len(said) < 2:
        return False
    for sort in (_PLACE, _TIME):
        names = [sort.findall(words) for words in said]
        if all(len(found) == 1 for found in names):
            return len({found[0] for found in names}) == len(said)
    small = [words.lower() for words in said]
    return any(_one_each(kinds, small) for kinds in _Kinds)


def _one_each(kinds, said: Sequence[str]) -> bool:
    """True if each part is of one kind, and no two of the same."""
    found = [[n for n, kind in enumerate(kinds) if kind.search(words)] for words in said]
    return all(len(own) == 1 for own in found) and len({own[0] for own in found}) == len(said)


def is_complete(words: Sequence[str]) -> bool:
    """True if the list closes with «khác» or «còn lại», or divides by its nature."""
    return len(words) > 1 and (bool(_REST.search(words[-1])) or divides(words))


def in_time_or_late(words: Sequence[str]) -> bool:
    """True for «đúng hạn …, quá hạn …»: all of what was settled, but not of what came in."""
    early, late = _Patterns[_IN_TIME]
    return len(words) == 2 and any(early.search(words[a]) and late.search(words[1 - a]) and not late.search(words[a]) for a in (0, 1))


def divides(words: Sequence[str]) -> bool:
    """True for «nam … nữ …», «vốn đầu tư … vốn sự nghiệp …»: two parts, one of each kind."""
    if len(words) != 2:
        return False
    return any(
        any(family[0].search(words[a]) and family[1].search(words[1 - a]) for a in (0, 1))
        for n, family in enumerate(_Patterns)
        if n in _SURE
    )

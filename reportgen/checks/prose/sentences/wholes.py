"""Parts that by their nature divide a whole: the words of a list that say nothing is missing."""

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
    (r"(?:giải quyết|xử lý|trả kết quả)?\s*(?:trước hạn|trước và đúng hạn|đúng hạn)", r"quá hạn|trễ hạn|chậm hạn"),
    (r"ngân sách trung ương", r"ngân sách (?:địa phương|tỉnh)"),
    (r"cấp tỉnh", r"cấp huyện|cấp xã"),
    (r"cấp huyện", r"cấp xã"),
    (r"hộ nghèo", r"hộ cận nghèo|cận nghèo"),
)
"""Each family: its parts in turn; a list is complete if every part is of the family and every one has its place."""
_SURE = frozenset({0, 1, 2, 3, 5, 6})
"""Families that leave no third part."""
_Patterns = tuple(tuple(Pattern(word) for word in family) for family in _FAMILIES)


def is_complete(words: Sequence[str]) -> bool:
    """True if the list closes with «khác» or «còn lại», or divides by its nature."""
    return len(words) > 1 and (bool(_REST.search(words[-1])) or divides(words))


def divides(words: Sequence[str]) -> bool:
    """True for «nam … nữ …», «vốn đầu tư … vốn sự nghiệp …»: two parts, one of each kind."""
    if len(words) != 2:
        return False
    return any(
        any(family[0].search(words[a]) and family[1].search(words[1 - a]) for a in (0, 1))
        for n, family in enumerate(_Patterns)
        if n in _SURE
    )

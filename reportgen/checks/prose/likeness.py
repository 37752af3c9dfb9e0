"""Do two amounts speak of the same sort of thing? «276 hộ» and «60 triệu đồng/nhà» do; «12 xã» and «45 thôn» do not."""

from __future__ import annotations

from reportgen.checks.prose.nouns import Amount

_GROUPS = (
    "hộ,nhà,căn,gia đình,hộ gia đình",
    "suất,suất quà,phần,phần quà,quà",
    "người,đối tượng,lao động,học sinh,em,cháu,trẻ,trẻ em,hội viên,thành viên,cán bộ,giáo viên,công chức,công nhân,đảng viên,nhân viên,khẩu,"
    "nhân khẩu,bệnh nhân,phụ nữ,đoàn viên,nam,nữ,đồng chí,đại biểu,thanh niên,viên chức,sinh viên,công dân,người dân,lượt người,vận động",
    "đơn vị,huyện,xã,địa phương,cơ quan,trường",
    "mô hình,dự án",
    "lớp,khóa,khoá,lớp học",
    "công trình,hạng mục,dự án",
)
"""Words that stand for each other in a sentence."""
_OFTEN_ALONE = frozenset({"lượt", "suất", "lớp", "giấy"})
"""«1.146 lượt người, giảm 54 lượt»."""
_SAME: dict[str, frozenset[int]] = {}
for _n, _group in enumerate(_GROUPS):
    for _word in _group.split(","):
        _SAME[_word] = _SAME.get(_word, frozenset()) | {_n}


def same_word(one: str, other: str) -> bool:
    """True if the first words name one sort of thing."""
    if one == other or _SAME.get(one, frozenset()) & _SAME.get(other, frozenset()):
        return True
    short, long = sorted((one, other), key=len)
    return short in _OFTEN_ALONE and long.startswith(f"{short} ")


def alike(one: Amount, other: Amount) -> bool:
    """True if the amounts can be added and compared: one kind, and for counts the same or a kindred first word."""
    if one.kind != other.kind or bool(one.per) != bool(other.per):
        return False
    if one.kind != "count":
        return True
    return bool(one.head and other.head) and same_word(one.head, other.head)


def named_alike(one: Amount, other: Amount) -> bool:
    """As ``alike``, but a count without a word goes with any count («609/14.653 hộ»)."""
    return alike(one, other) or (one.kind == other.kind == "count" and not (one.head and other.head))

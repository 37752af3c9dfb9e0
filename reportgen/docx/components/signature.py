"""The signature: authority (KT., TM., TL., TUQ., Q.), office, other titles, name of the signer."""

from __future__ import annotations

import re

from reportgen.docx.components.lines import is_typed_rule, is_upper, lines_of, typed_as
from reportgen.docx.components.nouns import Component
from reportgen.docx.reader import Paragraph
from reportgen.pattern import Pattern

_CAPITAL = "A-ZĐÂĂÊÔƠƯÁÀẢÃẠÉÈẺẼẸÍÌỈĨỊÓÒỎÕỌÚÙỦŨỤÝỲỶỸỴẤẦẨẪẬẮẰẲẴẶẾỀỂỄỆỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰ"
AUTHORITY = Pattern(rf"(T\.?/?M|K\.?/?T|T\.?/?L|T\.?/?U\.?/?Q|Q)(\.(?!\d)|/|\s(?=[{_CAPITAL}]{{2}}))|(T/M|K/T|T/L)\s")
ASIDE = Pattern(r"\(.*\)|\[.*\]|đã ký|ký,? .{0,30}(họ tên|đóng dấu).{0,20}", re.IGNORECASE)
SMALL_GAP = 2
LONG_SPACE = 500
"""Space before a line (twips) that leaves room for a signature by itself."""
LONGEST_NAME = 60
TITLES = Pattern(
    r"(PHÓ |QUYỀN |Q\. ?)?(GIÁM ĐỐC|CHỦ TỊCH|CHÁNH|TRƯỞNG|CỤC TRƯỞNG|BỘ TRƯỞNG|THỦ TƯỚNG|HIỆU TRƯỞNG|BÍ THƯ|CHỦ NHIỆM|VIỆN TRƯỞNG"
    r"|TỔNG GIÁM ĐỐC|CHI CỤC TRƯỞNG|THỨ TRƯỞNG|VỤ TRƯỞNG|TỔNG CỤC TRƯỞNG|ĐỘI TRƯỞNG|TỔ TRƯỞNG|TRƯỞNG PHÒNG|TỔNG BIÊN TẬP"
    r"|CHỦ TỌA|CHỦ TOẠ|THƯ KÝ|CHỦ TRÌ|NGƯỜI GHI|HẠT TRƯỞNG|TRẠM TRƯỞNG|KẾ TOÁN TRƯỞNG|CHỈ HUY TRƯỞNG|ĐẠI DIỆN|ỦY VIÊN|UỶ VIÊN"
    r"|TM\.|NGƯỜI LẬP|VIỆN PHÓ|TỔNG THƯ KÝ|PHÓ)(?=\W|$)"
)


def signature(paragraphs: list[Paragraph]) -> list[Component]:
    """The components of one signature, read from top to bottom."""
    lines = [line for p in paragraphs for line in lines_of(p)]
    written = [
        (i, line)
        for i, line in enumerate(lines)
        if line.text and not is_typed_rule(line) and not _aside(line)
    ]
    if not written:
        return []
    name = _name(lines, written)
    found: list[Component] = []
    for at, line in written:
        if at == name:
            found.append(Component("nguoi_ky", (line,)))
        elif AUTHORITY.match(line.text):
            found.append(Component("quyen_han_ky", (line,)))
        elif is_upper(line.text) or name is None or not _has_office(found):
            found.append(Component("chuc_vu", (line,)))
        else:
            found.append(Component("chuc_danh_khac", (line,)))
    return found


def _aside(line: Paragraph) -> bool:
    return bool(ASIDE.fullmatch(line.text))


def _has_office(found: list[Component]) -> bool:
    """True if the office of the signer stands above; right below «KT. …» it is still to come."""
    return any(c.kind == "chuc_vu" for c in found)


def _name(lines: list[Paragraph], written: list[tuple[int, Paragraph]]) -> int | None:
    """Index of the signer's name: the last line, if it is not in capitals or stands apart from the office above."""
    at, last = written[-1]
    if AUTHORITY.match(last.text) or (is_upper(last.text) and TITLES.match(typed_as(last.text))) or len(last.text) > LONGEST_NAME:
        return None
    if not is_upper(last.text):
        return at
    above = written[-2][0] if len(written) > 1 else -1
    between = lines[above + 1 : at]
    apart = (
        (len(written) > 1 and len(between) >= SMALL_GAP)
        or any(line.pictures for line in between)
        or last.format.before > LONG_SPACE
        or any(line.format.before + line.format.after > LONG_SPACE for line in lines[:at][-1:])
    )
    return at if apart else None

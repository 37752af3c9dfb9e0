"""Findings of the floors below in words for the people who read them here: a district official, and through letters a commune.

Those floors speak to whoever writes declarations («khai «lam_tron: có» ở chỉ tiêu»). Nobody who fills a form in can do that,
and nobody who rolls forms up knows the words: what is left is what is wrong, and what the unit can do about it.
"""

from __future__ import annotations

from reportgen.diagnostics import Finding
from reportgen.noun import replace
from reportgen.pattern import Pattern

_TABLE = Pattern(r"^bảng «[a-z0-9_]+»(?:, dòng «[^»]*»: | )")
_TWO_KEYS = Pattern(r"^«\w+» và «\w+» cùng chỉ")
_DECIMALS = Pattern(r"hơn cột khai \(so_le: (\d+)\)")
_KEY = Pattern(r"\b[a-z]+(?:_[a-z]+)+\b|(?:^|[;,] |hoặc )khai\b|chữ khai ở|gõ các dòng ở")
_ASIDE = Pattern(r" \(cach_tong: [^()]*\)")
NUMBERS = "xin đơn vị xem lại các số ấy, sửa số sai rồi gửi lại"
CELL = "xin đơn vị xem lại chỗ này rồi gửi lại"
_INSTEAD = {
    "BG12": "xin đơn vị đặt định dạng ô là Number, gõ lại con số rồi gửi lại",
    "BG13": "xin đơn vị làm tròn số trong ô rồi gửi lại",
    "BG11": "xin đơn vị ghi số; không phát sinh thì ghi 0",
    "BG15": "xin đơn vị chỉ giữ một dòng tổng rồi gửi lại",
    "BT16": "xin đơn vị dùng đúng biểu mẫu đã giao, không sửa tiêu đề cột",
    "BT17": "xin đơn vị dùng đúng biểu mẫu đã giao, không sửa tiêu đề cột",
}


def in_plain_words(finding: Finding) -> Finding:
    """The finding without a word of our declarations: keys of tables and columns, and advice to declare something."""
    message = _TWO_KEYS.sub("hai tiêu đề cùng chỉ", _TABLE.sub("", finding.message))
    message = _ASIDE.sub("", _DECIMALS.sub(r"hơn mức của cột (\1 chữ số)", message))
    hint = finding.hint
    if _KEY.search(hint):
        hint = _INSTEAD.get(finding.code, NUMBERS if finding.code.startswith("SL") else CELL)
    if (message, hint) == (finding.message, finding.hint):
        return finding
    return replace(finding, message=message, hint=hint)


def to_the_unit(finding: Finding) -> str:
    """What a letter says of a finding: what is wrong, and, where it is known, what the unit is to do."""
    asked = finding.hint.removeprefix("xin đơn vị ")
    if asked == finding.hint or not finding.blocks:
        return finding.message
    return f"{finding.message} ({asked.removesuffix(' rồi gửi lại')})"

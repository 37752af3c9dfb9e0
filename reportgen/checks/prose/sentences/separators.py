"""Numbers typed so that they are hard to read, or cannot be read: no separators, separators in odd places, grown into a word."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.prose.nouns import Amount, Passage
from reportgen.checks.prose.typed import readings
from reportgen.diagnostics import Finding, Severity
from reportgen.pattern import Pattern
from reportgen.vietnamese.numbers import format_number

_ODD = Pattern(r"(\d(?<![\w.,/-]\d)\d{0,2}(?:(?:\.\d{1,4}){2,}(?:,\d+)?|(?:,\d{1,4}){2,}))\s*(triệu|tỷ|tỉ|đồng|hộ|người|ha|tấn|lượt|%)(?!\w)")
_GROWN = Pattern(r"\d(?<![\w.,/-]\d)(?:[\d.,]*\d)?(?=(đối tượng|hộ|người|triệu|tỷ|tỉ|đồng|nghìn|suất|lượt|học sinh|lao động|xã|huyện|thôn|trường hợp|hồ sơ)(?!\w))")
_LONG = 5
_THINGS = frozenset(
    "hộ,người,lao động,học sinh,đối tượng,suất,suất quà,lượt,lượt người,lượt khách,thẻ,con,cây,hồ sơ,trường hợp,hội viên,đảng viên,khẩu,"
    "nhân khẩu,doanh nghiệp,trẻ em,liều,sản phẩm".split(",")
)


def check_separators(passage: Passage) -> Iterator[Finding]:
    """Findings VB09 and VB10 of the passage."""
    for match in _ODD.finditer(passage.lower):
        if not readings(match[1]):
            place = passage.place(match.start(), match.end())
            message = f"Không đọc được con số «{match[1]}»: dấu ngăn đặt sai chỗ (nghi vấn)"
            hint = "Sau mỗi dấu chấm hàng nghìn phải đủ ba chữ số; phần thập phân viết sau dấu phẩy."
            yield Finding("VB10", Severity.WARNING, message, place, found=match[1], hint=hint)
    for match in _GROWN.finditer(passage.lower):
        place = passage.place(match.start(), match.end(1))
        message = f"Con số dính vào chữ: «{match[0]}{match[1]}» (nghi vấn)"
        expected = f"{_grouped(match[0])} {match[1]}"
        hint = "Viết cách một khoảng trắng giữa con số và chữ."
        yield Finding("VB10", Severity.WARNING, message, place, found=match[0] + match[1], expected=expected, hint=hint)
    for amount in passage.amounts:
        if _is_bare(amount):
            yield _bare(passage, amount)


def _is_bare(amount: Amount) -> bool:
    whole = amount.typed.partition(",")[0]
    if not (whole.isdigit() and len(whole) >= _LONG and whole[0] != "0"):
        return False
    return amount.kind == "money" or (amount.kind == "count" and amount.head in _THINGS)


def _bare(passage: Passage, amount: Amount) -> Finding:
    expected = f"{_grouped(amount.typed)} {amount.unit}"
    message = f"Con số không có dấu ngăn hàng nghìn: {amount}; viết {expected} (nghi vấn)"
    place = passage.place(amount.start, amount.end)
    hint = "Đặt dấu chấm sau mỗi ba chữ số kể từ phải sang."
    return Finding("VB09", Severity.WARNING, message, place, found=amount.typed, expected=expected, hint=hint)


def _grouped(typed: str) -> str:
    whole, comma, rest = typed.partition(",")
    return format_number(Decimal(whole)) + comma + rest if whole.isdigit() else typed

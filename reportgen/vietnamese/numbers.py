"""Numbers as Vietnamese offices print and type them: 1.693.586 · 27.420,0 · 4,16% · 02.

ROUNDING is stated here once for the whole project: half up, as people do it by hand. Python's own
``round``, ``format`` and Jinja's ``round`` are half-even and must not be used on figures.

Reading is strict because the dangerous mistake is silent. ``1.411`` is 1411 to an office, 1,411 to a
machine: one group of three after one to three digits is refused, with both readings named, unless the
caller knows that the figure is a whole number, that it has decimals (then ``1,411`` is a decimal comma, the only
comma offices print; ``1.411`` stays in doubt), or that the file keeps one convention ("vi": dots group, comma
decimal; "may": dot decimal). Two groups (1.693.586), a comma (9,92) or another length (4.16) leave no doubt and
are taken as they are.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import Literal

from reportgen.pattern import Pattern
from reportgen.vietnamese.number_faults import fault_of
from reportgen.vietnamese.refusal import Refusal, quoted

ROUNDING = ROUND_HALF_UP
MAX_DIGITS = 40
_USUAL = 40
_USUAL_ROOM = Context(prec=2 * _USUAL + 10, rounding=ROUNDING)
_STEPS = {decimals: Decimal(1).scaleb(-decimals) for decimals in range(10)}

Convention = Literal["vi", "may"]


class NumberError(Refusal):
    """A number that cannot be read, printed or worded; ``message`` and ``hint`` are Vietnamese."""


def exact(x: Decimal | int) -> Decimal:
    """The value as a finite Decimal. Raises NumberError for float, bool, text, NaN and absurd sizes."""
    if isinstance(x, bool) or not isinstance(x, int | Decimal):
        raise NumberError(
            f"giá trị {quoted(repr(x))} không phải là số chính xác",
            "Chỉ dùng số liệu đã khai báo; không dùng số thực nhị phân, có/không hay chữ thay cho số.",
        )
    number = Decimal(x)
    if not number.is_finite():
        raise NumberError(
            f"giá trị {number} không phải là một số hữu hạn", "Hãy xem lại phép chia hoặc số liệu gốc."
        )
    if abs(number.adjusted()) > 1000 or abs(int(number.as_tuple().exponent)) > 1000:
        raise NumberError(
            "số quá lớn hoặc quá nhỏ, không thể in ra", "Hãy xem lại số liệu gốc và đơn vị tính."
        )
    return number


def round_half_up(x: Decimal, decimals: int) -> Decimal:
    """``x`` with ``decimals`` digits after the comma, halves away from zero; zero never keeps a minus."""
    if type(x) is Decimal and decimals in _STEPS and -_USUAL < x.adjusted() < _USUAL:
        if x.same_quantum(_STEPS[decimals]):
            return x if x else x.copy_abs()
        if x.is_finite():
            x = x.quantize(_STEPS[decimals], context=_USUAL_ROOM)
            return x if x else x.copy_abs()
    number = exact(x)
    room = Context(
        prec=len(number.as_tuple().digits) + abs(number.adjusted()) + abs(decimals) + 8, rounding=ROUNDING
    )
    rounded = number.quantize(Decimal(1).scaleb(-decimals), context=room)
    return rounded if rounded else rounded.copy_abs()


def format_number(x: Decimal, decimals: int | None = None, *, pad: int = 0, group: bool = True) -> str:
    """A number for the page: dots between thousands, a comma before decimals.

    ``decimals=None`` prints the digits the value has (27420.0 → 27.420,0). ``pad=2`` prints a whole 2 as 02
    (numbers with decimals are never padded). ``group=False`` is for years. Raises NumberError like ``exact``.
    """
    if type(x) is Decimal and decimals is not None and group and x.is_finite():
        return printed_number(x, decimals, pad)
    return _written(exact(x) if decimals is None else round_half_up(x, decimals), pad, group)


@lru_cache(maxsize=16_384)
def printed_number(x: Decimal, decimals: int, pad: int = 0) -> str:
    """A finite number as printed. Kept, because small numbers and shares are the same in thousands of documents; equal numbers
    print alike here, for the digits after the comma are given.
    """
    return _written(round_half_up(x, decimals), pad, True)


def _written(number: Decimal, pad: int, group: bool) -> str:
    written = format(number, ",f" if group else "f")
    if number.is_signed():
        return f"{'-' if number else ''}{_as_printed(written[1:], pad)}"
    return _as_printed(written, pad)


def _as_printed(written: str, pad: int) -> str:
    """Digits as Python writes them (1,234.5), as offices do; whole numbers padded with zeros."""
    whole, point, fraction = written.partition(".")
    whole = whole.replace(",", ".")
    return f"{whole},{fraction}" if point else whole.rjust(pad, "0")


def format_range(
    low: Decimal, high: Decimal, decimals: int | None = None, *, spaced: bool = False, group: bool = True
) -> str:
    """«1,0-1,5», «30-40», «2026-2030» (``group=False``); ``spaced`` puts spaces around the dash.

    A negative end is joined with «đến», for a dash would hide the sign. Raises NumberError if low > high.
    """
    if exact(low) > exact(high):
        raise NumberError(
            f"khoảng {low} - {high} có số đầu lớn hơn số cuối", "Hãy viết số nhỏ trước, số lớn sau."
        )
    ends = (format_number(low, decimals, group=group), format_number(high, decimals, group=group))
    if low < 0:
        return " đến ".join(ends)
    return (" - " if spaced else "-").join(ends)


_SPACES = dict.fromkeys(map(ord, "\u00a0\u202f\u2009\u2007"), " ") | {0x2212: "-"}
_LEAD = r"[1-9][0-9]{0,2}"
_PLAIN = r"(?:0|[1-9][0-9]*)"
_SHAPES = {
    "plain": _PLAIN,
    "one_dot_group": rf"{_LEAD}\.[0-9]{{3}}",
    "one_comma_group": rf"{_LEAD},[0-9]{{3}}",
    "dot_groups": rf"{_LEAD}(?:\.[0-9]{{3}}){{2,}}",
    "space_groups": rf"{_LEAD}(?: [0-9]{{3}})+",
    "groups_comma": rf"{_LEAD}(?:(?:\.[0-9]{{3}})+|(?: [0-9]{{3}})+),[0-9]+",
    "comma": rf"{_PLAIN},[0-9]+",
    "dot": rf"{_PLAIN}\.[0-9]+",
}
_SHAPE = Pattern("[-+]?(?:" + "|".join(f"(?P<{name}>{shape})" for name, shape in _SHAPES.items()) + r")\Z")


def read_number(
    text: str,
    *,
    whole: bool = False,
    percent: bool = False,
    decimals: int = 0,
    convention: Convention | None = None,
) -> Decimal:
    """The exact number somebody typed; digits after the comma are kept as typed (4,10 → 4.10).

    ``whole``: the figure is a count, so 26.140 is 26140 and 9,92 is refused. ``percent``: a closing % may
    stand and is dropped (4,16% → 4.16). ``decimals``: how many the figure is declared to print; with one or more a
    lone comma is a decimal comma. ``convention``: "vi" or "may" settles a lone separator. Raises NumberError.
    """
    typed = text.strip().translate(_SPACES)
    if typed.endswith("%") and percent:
        typed = typed[:-1].rstrip()
    match = _SHAPE.match(typed)
    if not match:
        raise NumberError(*fault_of(typed))
    if sum(map(str.isdigit, typed)) > MAX_DIGITS:
        raise NumberError(f"số {quoted(typed)} dài quá {MAX_DIGITS} chữ số", "Hãy xem lại ô số liệu này.")
    shape = str(match.lastgroup)
    if whole and shape != "plain":
        shape = _whole_shape(typed, shape, convention)
    if shape == "one_comma_group" and decimals and convention is None:
        return _value(typed, "vi")
    return _value(typed, _settled(typed, shape, convention, decimals))


def _whole_shape(typed: str, shape: str, convention: Convention | None) -> str:
    """The shape read as a count: groups of three or nothing. Raises NumberError for a decimal part."""
    if shape in ("dot_groups", "space_groups") or (shape == "one_dot_group" and convention != "may"):
        return "dot_groups"
    hint = "Hãy viết số không có phần thập phân, ví dụ 26140 hoặc 26.140."
    if shape == "one_comma_group":
        grouped = typed.replace(",", ".")
        hint = f"Nếu là hàng nghìn hãy viết {grouped}; nếu là số thập phân thì không hợp với chỉ tiêu này."
    raise NumberError(f"{quoted(typed)} có phần thập phân, mà ở đây phải là số nguyên", hint)


def _settled(typed: str, shape: str, convention: Convention | None, decimals: int) -> str:
    """The shape with the lone separator decided: "plain", "vi" (dots group) or "may" (dot decimal)."""
    if shape == "plain":
        return "plain"
    if convention == "may":
        if shape in ("dot", "one_dot_group"):
            return "may"
        raise NumberError(
            f"{quoted(typed)} không đúng quy ước số máy",
            "Tệp này dùng dấu chấm thập phân: viết 1411 hoặc 4.16.",
        )
    if convention == "vi" and shape == "dot":
        raise NumberError(
            f"{quoted(typed)} không đúng quy ước số Việt Nam",
            f"Hãy dùng dấu phẩy thập phân: viết {typed.replace('.', ',')}.",
        )
    if convention is None and shape in ("one_dot_group", "one_comma_group"):
        raise _ambiguous(typed, decimals)
    return "may" if shape == "dot" else "vi"


def _value(typed: str, reading: str) -> Decimal:
    if reading == "vi":
        typed = typed.replace(".", "").replace(" ", "").replace(",", ".")
    value = Decimal(typed)
    return value if value else value.copy_abs()


def _ambiguous(typed: str, decimals: int) -> NumberError:
    before, after = re.split("[.,]", typed)
    plain = f"{before},{after}" if decimals else f"{before},{after}0"
    return NumberError(
        f"{quoted(typed)} đọc được hai cách: {before}{after} (số nguyên) hay {before},{after} (số thập phân)",
        f"Hãy viết {before}{after} nếu là số nguyên, hoặc {plain} nếu là số thập phân.",
    )

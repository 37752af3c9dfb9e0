"""What staff may write behind a bar: ``{{ kinh_phi|tien_bang_chu }}``. This module is the registry.

Every public function here is a filter under its own name, its docstring is its help (``reportgen explain``
shows it), its Refusal becomes a finding at the tag. To add a filter, write a function; nothing else is
edited. A filter takes a figure, a number, a day or words, and gives words.
"""

from __future__ import annotations

import datetime as _datetime
from collections.abc import Callable as _Callable
from collections.abc import Sequence as _Sequence
from decimal import Decimal as _Decimal

from reportgen.doubt import Doubtful as _Doubtful
from reportgen.doubt import Missing as _Missing
from reportgen.doubt import is_doubtful as _is_doubtful
from reportgen.vietnamese import changes as _changes
from reportgen.vietnamese import dates as _dates
from reportgen.vietnamese import money as _money
from reportgen.vietnamese import numbers as _numbers
from reportgen.vietnamese import numerals as _numerals
from reportgen.vietnamese import text as _text
from reportgen.vietnamese import words as _words
from reportgen.vietnamese.refusal import Refusal as _Refusal
from reportgen.vietnamese.refusal import quoted as _quoted


def so_tran(figure: object) -> str:
    """Chỉ in con số, không in đơn vị và chữ «gần», «trên»: {{ ho_ngheo|so_tran }} → 26.140."""
    number = getattr(figure, "number", None)
    return number if isinstance(number, str) else _numbers.format_number(_exact(figure))


def don_vi_cua(figure: object) -> str:
    """Chỉ in đơn vị tính của số liệu: {{ ho_ngheo|don_vi_cua }} → hộ."""
    return str(_of_figure(figure, "unit"))


def ten_so_lieu(figure: object) -> str:
    """In tên gọi của số liệu như đã khai ở mục chi_tieu: {{ ho_ngheo|ten_so_lieu }} → Số hộ nghèo."""
    return str(_of_figure(figure, "label"))


def bang_chu(figure: object) -> str:
    """Đọc con số thành chữ: {{ ho_ngheo|bang_chu }} → hai mươi sáu nghìn một trăm bốn mươi."""
    return _words.number_words(_exact(figure))


def tien_bang_chu(figure: object) -> str:
    """Đọc số tiền thành chữ, ra đồng: 16.560 triệu đồng → Mười sáu tỷ năm trăm sáu mươi triệu đồng."""
    return _words.money_words(_exact(figure), _unit(figure) or "đồng")


def doi_don_vi(figure: object, unit: str, decimals: int | None = None) -> str:
    """Đổi đơn vị tiền: {{ kinh_phi|doi_don_vi('tỷ đồng') }} → 16,56 tỷ đồng; thêm số chữ số lẻ: ('tỷ đồng',
    1).
    """
    if decimals is not None:
        _places(decimals)
    value = _money.convert(_exact(figure), _unit(figure) or "đồng", unit)
    if decimals is None:
        decimals = len(format(value, "f").partition(".")[2].rstrip("0"))
    return f"{_approximation(figure)}{_numbers.format_number(value, decimals)} {unit}"


def hai_chu_so(figure: object) -> str:
    """In số dưới 10 có thêm số 0 ở trước, không in đơn vị: 2 → 02."""
    return _numbers.format_number(_exact(figure), pad=2)


def la_ma(figure: object) -> str:
    """In số La Mã: 4 → IV. Chỉ dùng cho số nguyên từ 1 đến 3999."""
    value = _exact(figure)
    if value != value.to_integral_value() or not 1 <= value <= 3999:
        raise _Refusal(
            f"số {_numbers.format_number(value)} không viết được bằng số La Mã", "chỉ dùng từ 1 đến 3999"
        )
    return _numerals.roman(int(value))


def chu_hoa(words: object) -> str:
    """In hoa cả câu: báo cáo → BÁO CÁO."""
    return _text.upper(_said(words))


def chu_thuong(words: object) -> str:
    """Viết thường cả câu: BÁO CÁO → báo cáo."""
    return _text.lower(_said(words))


def viet_hoa_dau(words: object) -> str:
    """Viết hoa chữ cái đầu, phần còn lại giữ nguyên: báo cáo tháng → Báo cáo tháng."""
    return _text.sentence_case(_said(words))


def chu_thuong_dau(words: object) -> str:
    """Viết thường chữ cái đầu, phần còn lại giữ nguyên: Tháng 2/2020 → tháng 2/2020."""
    said = _said(words)
    return _text.lower(said[:1]) + said[1:]


def ngay_day_du(day: object) -> str:
    """In ngày đủ chữ: 05/3/2026 → ngày 05 tháng 3 năm 2026."""
    return _dates.long_date(_day(day))


def ngay_gach(day: object) -> str:
    """In ngày có dấu gạch chéo: → 05/3/2026."""
    return _dates.slash_date(_day(day))


def liet_ke(items: object, last: str = " và ") -> str:
    """In một danh sách thành câu: xã A, xã B và xã C. Đổi chữ nối cuối: liet_ke('; ')."""
    if isinstance(items, str) or not isinstance(items, _Sequence):
        raise _Refusal("chỉ liệt kê được một danh sách", "dùng với tên có nhiều mục, ví dụ noi_nhan")
    words = [_said(item) for item in items]
    return last.join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def tang_giam(figure: object, against: str = "ky_truoc", decimals: int = 2) -> str:
    """Nói số liệu tăng, giảm bao nhiêu so với số khai ở so_sanh: {{ ho_ngheo|tang_giam }} → giảm 8.788 hộ (33,62%).
    Trong ngoặc: 'ky_truoc', 'cung_ky' hoặc mã chỉ tiêu khác; rồi số chữ số lẻ của tỷ lệ.
    """
    return _compared(figure, against, lambda now, before: _changes.change(now, before, _places(decimals)))


def so_ky_truoc(figure: object, decimals: int = 2) -> str:
    """Như tang_giam, thêm kỳ so sánh: {{ ho_ngheo|so_ky_truoc }} → giảm 8.788 hộ (33,62%) so với tháng trước."""
    return _against(figure, "ky_truoc", decimals)


def so_cung_ky(figure: object, decimals: int = 2) -> str:
    """Như tang_giam với cùng kỳ: {{ ty_le|so_cung_ky }} → giảm 2,39 điểm phần trăm so với cùng kỳ năm trước."""
    return _against(figure, "cung_ky", decimals)


def tu_den(figure: object, against: str = "ky_truoc") -> str:
    """Nói số trước và số này: {{ ho_ngheo|tu_den('cung_ky') }} → giảm từ 26.140 hộ xuống còn 17.352 hộ."""
    return _compared(figure, against, _changes.from_to)


def chieu_tang_giam(figure: object, against: str = "ky_truoc") -> str:
    """Chỉ nói chiều: tăng, giảm hoặc không đổi: {{ ho_ngheo|chieu_tang_giam('cung_ky') }} → giảm."""
    return _compared(figure, against, _changes.direction)


def dat_ke_hoach(figure: object, decimals: int = 2) -> str:
    """So với kế hoạch khai ở so_sanh: {{ thu_ngan_sach|dat_ke_hoach }} → đạt 111,44% kế hoạch."""
    return _compared(figure, "ke_hoach", lambda now, plan: _changes.of_plan(now, plan, _places(decimals)))


def _against(figure: object, step: str, decimals: int) -> str:
    said = tang_giam(figure, step, decimals)
    tail = figure.beside[step].words
    return said if isinstance(said, _Missing) else type(said)(f"{said} so với {tail}")


def _compared(figure: object, against: str, say: _Callable[[_changes.Amount, _changes.Amount], str]) -> str:
    """What ``say`` says of a figure and the one it is compared with; in a draft, the missing one itself."""
    label, beside = _of_figure(figure, "label"), figure.beside
    if against not in beside:
        hint = f"thêm vào chỉ tiêu: so_sanh: [{against}]"
        raise _Refusal(f"«{label}» không khai so sánh với «{against}»", hint)
    other = beside[against].figure
    if isinstance(other, _Missing):
        return other
    if other is None:
        raise _Refusal(
            f"«{label}» không có số để so sánh với {beside[against].words}",
            f"đặt câu này trong {{% if {beside[against].key} is co_so_lieu %}} … {{% endif %}}",
        )
    if _unit(figure) != _unit(other):
        raise _Refusal(
            f"«{label}» tính bằng «{_unit(figure)}», số để so sánh tính bằng «{_unit(other)}»",
            "khai hai chỉ tiêu cùng một đơn vị tính",
        )
    words = say(_amount(figure), _amount(other))
    return _Doubtful(words) if _is_doubtful(other) else words


def _amount(figure: object) -> _changes.Amount:
    indicator = figure.indicator
    pad = 2 if indicator.pad2 else 0
    return _changes.Amount(figure.value, indicator.unit, indicator.decimals, pad, bool(figure.approximation))


def _places(decimals: int) -> int:
    if not 0 <= decimals <= 6:
        raise _Refusal(f"số chữ số lẻ {decimals} không dùng được", "chỉ từ 0 đến 6")
    return decimals


def _said(value: object) -> str:
    """Words, or a figure as it prints itself; anything else has no words."""
    if isinstance(value, str):
        return str(value)
    if value is None or isinstance(value, bool | int | float | _Decimal | _Sequence):
        raise _Refusal(
            f"giá trị {_quoted(repr(value))} không phải là chữ", "chỉ dùng với số liệu có tên hoặc với chữ"
        )
    return str(value)


def _exact(value: object) -> _Decimal:
    """The exact number of a figure or of a number; words are not read as numbers."""
    inner = getattr(value, "value", value)
    if isinstance(inner, str) or inner is None:
        raise _Refusal(f"{_quoted(str(value or ''))} không phải là số", "chỉ dùng với số liệu")
    return _numbers.exact(inner)


def _unit(figure: object) -> str:
    unit = getattr(figure, "unit", "")
    return unit if isinstance(unit, str) else ""


def _approximation(figure: object) -> str:
    """«gần » before a figure that says it is only near the number; empty for all others."""
    measured = getattr(figure, "measured", None)
    return str(figure).removesuffix(measured) if isinstance(measured, str) else ""


def _of_figure(figure: object, name: str) -> object:
    if not isinstance(getattr(figure, "value", None), _Decimal):
        raise _Refusal("chỉ dùng với số liệu đã khai ở mục chi_tieu", "bỏ phần sau dấu | đi")
    return getattr(figure, name)


def _day(value: object) -> _datetime.date:
    if isinstance(value, _datetime.date):
        return value
    if isinstance(value, str):
        return _dates.read_day(value)
    raise _Refusal("không phải là một ngày", "chỉ dùng với ngày, ví dụ 05/3/2026")

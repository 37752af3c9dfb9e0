"""What may be typed as the value of a figure, and how the text becomes a number.

so_lieu:
  ho_ngheo: 26.140                  a number; its unit may be repeated: 26.140 hộ, 6,92%, gần 976 triệu đồng
  tien_qua: {gia_tri: "21,5", xap_xi: gần, ghi_chu: theo báo cáo nhanh}
  tien_nha: {nguon: so-lieu.xlsx!Xã!C7}
  tong_tien: {in_tren_van_ban: "27.420,0"}      a derived figure as an original document prints it
  tien_dien: {gia_tri: "975,6", in_tren_van_ban: gần 976}     the same beside the true value
  ho_ngheo: {gia_tri: 26.140, chua_chac: có}                  waits to be confirmed: only a draft may print it
  ho_ngheo__ky_truoc: {gia_tri: 27.002, theo_van_ban: Báo cáo số 12/BC-SLĐTBXH ngày 20/01/2020}
                                    a figure of another period whose report is not here
  ho_ngheo__ky_truoc: {khong_co: kỳ trước chưa thống kê}
"""

from __future__ import annotations

import re
from decimal import Decimal

from reportgen.fields import Choice, Declared, Text, YesNo, declare
from reportgen.figures.model import APPROXIMATIONS, Indicator
from reportgen.noun import noun
from reportgen.pattern import Pattern
from reportgen.vietnamese.numbers import Convention, NumberError, read_number
from reportgen.vietnamese.refusal import quoted
from reportgen.vietnamese.text import lower, nfc

LONGEST = 200

_WORDS = {shown: key for key, shown in APPROXIMATIONS.items()}
_NUMBER_AND_REST = Pattern(r"([-+\u2212]?\d[\d.,\s]*?)(?:\s*(%.*|‰.*)|\s+([^\d\s].*))", re.DOTALL)


@noun
class FigureEntry(Declared):
    """The long form of a figure's value: ``value`` or ``source``, or ``printed`` alone or beside either."""

    value: str = declare("gia_tri", "giá trị", Text(), help="Con số.", default="", example="26.140")
    source: str = declare(
        "nguon",
        "nguồn",
        Text(),
        help="Ô của bảng tính: tệp!trang tính!ô.",
        default="",
        example="so-lieu.xlsx!Xã!C7",
    )
    printed: str = declare(
        "in_tren_van_ban",
        "số in trên văn bản gốc",
        Text(),
        help="Con số văn bản gốc đã in. Trang in ra số này; máy đối chiếu nó với công thức, với gia_tri hay nguon ghi bên cạnh.",
        default="",
        example="gần 976",
    )
    approximation: str = declare(
        "xap_xi",
        "chữ chỉ số gần đúng",
        Choice(APPROXIMATIONS),
        help="Chữ in trước con số.",
        default="",
        example="gan",
    )
    may_round: bool = declare(
        "cho_lam_tron",
        "cho làm tròn",
        YesNo(),
        help="«có»: giá trị nhiều chữ số lẻ hơn khai báo thì làm tròn.",
        default=False,
    )
    source_unit: str = declare(
        "don_vi_nguon",
        "đơn vị của giá trị",
        Text(),
        help="Khi giá trị ghi theo đơn vị khác đơn vị của chỉ tiêu.",
        default="",
        example="đồng",
    )
    accepted: str = declare(
        "chap_nhan",
        "lý do chấp nhận",
        Text(),
        default="",
        help="Vì sao giữ con số này dù nó không khớp công thức hay quan hệ kiểm tra; chỗ lệch vẫn hiện ra nhưng không chặn.",
    )
    unconfirmed: bool = declare(
        "chua_chac",
        "chưa chắc",
        YesNo(),
        help="«có»: con số còn chờ xác nhận. Bản dự thảo in số này trên nền vàng; bản chính chưa dựng được.",
        default=False,
    )
    authority: str = declare(
        "theo_van_ban",
        "theo văn bản",
        Text(),
        help="Văn bản đã công bố con số của kỳ khác; bắt buộc khi gõ tay số của kỳ khác.",
        default="",
        example="Báo cáo số 12/BC-SLĐTBXH ngày 20/01/2020",
    )
    nothing: str = declare(
        "khong_co",
        "lý do không có số",
        Text(),
        help="Vì sao không có số của kỳ khác để so sánh.",
        default="",
        example="kỳ trước chưa thống kê chỉ tiêu này",
    )
    note: str = declare("ghi_chu", "ghi chú", Text(), help="Ghi chú cho người soạn.", default="")


@noun
class Written:
    """A typed value taken apart: the number, and the word of approximation before it (its key, or '')."""

    value: Decimal
    approximation: str = ""


def read_written(
    text: str,
    indicator: Indicator,
    *,
    whole: bool,
    decimals: int = 0,
    convention: Convention | None = None,
    unit: str | None = None,
) -> Written:
    """The value somebody typed for ``indicator``. Raises NumberError with the reason.

    ``whole``, ``decimals`` and ``convention`` settle a lone separator (see ``numbers.read_number``). The unit may stand
    behind the number if it is exactly the declared one (``unit`` overrides it); ``02`` is read where the figure prints
    two digits.
    """
    if len(text) > LONGEST:
        raise NumberError(f"giá trị dài quá {LONGEST} ký tự", "chỗ này chỉ ghi một con số")
    word, _, rest = nfc(text).strip().partition(" ")
    approximation = _WORDS.get(lower(word), "")
    number = rest.strip() if approximation else nfc(text).strip()
    number = _without_unit(number, indicator.unit if unit is None else unit)
    if indicator.pad2 and re.fullmatch(r"0\d", number):
        number = number[1:]
    return Written(read_number(number, whole=whole, decimals=decimals, convention=convention), approximation)


def _without_unit(number: str, unit: str) -> str:
    match = _NUMBER_AND_REST.fullmatch(number)
    if not match:
        return number
    typed = " ".join((match[2] or match[3]).split())
    if lower(typed) == lower(unit) or (typed == "%" and unit.startswith("%")):
        return match[1].strip()
    declared = f"đơn vị tính khai là «{unit}»" if unit else "chỉ tiêu không khai đơn vị tính"
    raise NumberError(
        f"{quoted(number)} ghi đơn vị «{typed[:40]}», nhưng {declared}",
        "chỉ ghi con số theo đơn vị đã khai, hoặc thêm don_vi_nguon cho giá trị ghi theo đơn vị khác",
    )

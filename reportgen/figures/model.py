"""The nouns of this room: what a figure is declared to be (chỉ tiêu), and the figure itself (số liệu).

A figure has one value: the one that is printed. What was typed with more decimals than declared is refused, what
is computed is rounded when the figure is made (see ``derive``), so the number in the sentence, in the table and
in a relation is the same number, and a reader with a calculator finds what the checks find.

To a template a figure is plain text: ``str(figure)`` prints it with its unit; ``number``, ``unit``, ``label`` are text and
``value`` is exact. It has no ``__html__``, so whoever renders it must escape it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from reportgen.diagnostics import NOWHERE, Finding, Place, error
from reportgen.fields import Choice, Declared, ListOf, Number, Text, Whole, YesNo, declare
from reportgen.noun import field, noun, replace, worked_out
from reportgen.vietnamese.numbers import printed_number
from reportgen.vietnamese.text import nearest

APPROXIMATIONS = {"gan": "gần", "tren": "trên", "hon": "hơn", "khoang": "khoảng"}
"""Words set before a rounded figure. gần: the true value is slightly below; trên, hơn: above; khoảng: either side."""

_TIGHT = "%‰"

ROUNDING_RULES = {"lam_tron": "làm tròn", "cat_bot": "cắt bớt"}
"""What an office does with digits it does not print. Offices round half up; a few tables cut, and then all of it does."""


@noun
class Indicator(Declared):
    """What a figure is: its name, unit and printed form; for a derived figure, its formula."""

    label: str = declare(
        "ten_goi", "tên gọi", Text(), help="Tên chỉ tiêu như người đọc hiểu.", example="Số hộ nghèo cuối năm 2019"
    )
    unit: str = declare(
        "don_vi_tinh", "đơn vị tính", Text(), help="In ngay sau con số; bỏ trống nếu không có.", default="",
        example="hộ",
    )
    decimals: int = declare(
        "so_le", "số chữ số lẻ", Whole(low=0, high=6), help="Số chữ số sau dấu phẩy khi in: 6,92 là 2.", default=0
    )
    pad2: bool = declare(
        "hai_chu_so", "viết hai chữ số", YesNo(), help="Số dưới 10 in thêm số 0: 02 Nghị quyết.", default=False
    )
    formula: str = declare(
        "cong_thuc", "công thức", Text(), help="Tính từ các chỉ tiêu khác; chỉ tiêu này không gõ số liệu nữa.",
        default="", example="ho_ngheo / tong_so_ho * 100",
    )
    required: bool = declare("bat_buoc", "bắt buộc có", YesNo(), help="«không»: được để trống số liệu.", default=True)
    approximation: str = declare(
        "xap_xi", "chữ chỉ số gần đúng", Choice(APPROXIMATIONS), help="Chữ in trước con số.", default="",
        example="gan",
    )
    period: str = declare("ky_so_lieu", "kỳ số liệu", Text(), help="Kỳ của số liệu.", default="", example="năm 2019")
    rounded: bool | None = declare(
        "lam_tron", "số đã làm tròn", YesNo(),
        help="«có»: con số đã làm tròn ở chữ số cuối. Bỏ trống: số có phần lẻ và tỷ lệ phần trăm coi là đã làm tròn, "
        "số nguyên coi là chính xác.",
        default=None,
    )
    rounding: str = declare(
        "quy_tac_lam_tron", "quy tắc làm tròn", Choice(ROUNDING_RULES),
        help="Chữ số thừa được làm tròn (từ 5 trở lên thì thêm 1) hay cắt bớt. Bỏ trống: theo quy tắc khai cho cả văn bản.",
        default="", example="cat_bot",
    )
    source: str = declare(
        "nguon", "nguồn sẵn có", Text(),
        help="Lấy từ ô của bảng số liệu (bang.tên bảng.dòng.cột) hay của bảng tính, khi báo cáo không ghi gì ở so_lieu.",
        default="", example="bang.chi_tieu_xa.tong.ho_ngheo",
    )
    comparisons: list[str] = declare(
        "so_sanh", "so sánh với", ListOf(Text()),
        help="Số của kỳ khác cần dùng: ky_truoc, cung_ky, luy_ke, ke_hoach (lấy từ báo cáo của kỳ đó, không gõ lại); hoặc mã "
        "một chỉ tiêu khác của báo cáo này.",
        default=[], example="[ky_truoc, cung_ky]",
    )
    low: Decimal | None = declare(
        "thap_nhat", "số thấp nhất", Number("vi"),
        help="Số dưới mức này là lỗi. Bỏ trống: số đếm, tỷ lệ của một phần mà âm thì được nhắc.", default=None,
        example="0",
    )
    high: Decimal | None = declare(
        "cao_nhat", "số cao nhất", Number("vi"),
        help="Số trên mức này là lỗi. Bỏ trống: tỷ lệ của một phần mà quá 100% thì được nhắc.", default=None,
        example="100",
    )
    note: str = declare("ghi_chu", "ghi chú", Text(), help="Ghi chú cho người soạn, không in.", default="")
    step: str = field(default="", kw_only=True)
    base: str = field(default="", kw_only=True)

    @worked_out
    def tail(self) -> str:
        """What is printed right behind the number: the unit and the space before it, if there is one."""
        return measured("", self.unit)

    @property
    def is_quoted(self) -> bool:
        """True for a figure of another report: its ``base`` there, one ``step`` away (see ``comparing``)."""
        return bool(self.step)

    @property
    def cuts(self) -> bool:
        """True if digits that are not printed are thrown away instead of rounded."""
        return self.rounding == "cat_bot"

    @property
    def is_rounded(self) -> bool:
        """True if the printed number stands for a range of true ones (see ``quantity.printed_range``)."""
        if self.rounded is not None:
            return self.rounded
        return self.decimals > 0 or self.is_percent

    @property
    def is_percent(self) -> bool:
        """True for «%» and «% kế hoạch»: the sign is set tight against the number."""
        return self.unit.startswith("%")


@noun
class CellValue:
    """One spreadsheet cell as read: text, or an exact number; what else the sheet says about it; where it stands.

    ``percent``: the cell has a percent format and ``value`` is already times 100. ``computed``: a formula of the sheet.
    ``decimals``: how many the sheet shows, None if it shows what there is. ``authority``: for a figure of another period, what
    says that it is one (the header of its column).
    """

    value: Decimal | str
    place: Place
    percent: bool = False
    computed: bool = False
    decimals: int | None = None
    authority: str = ""


UNREAD: Mapping[str, CellValue | None] = MappingProxyType({})
"""Stands for a sheet of figures that could not be read: what it would have held is not reported as missing."""


@noun
class Beside:
    """What a figure is compared with: the key of that ``figure``, None where there is none; ``words``: «tháng trước»."""

    key: str
    figure: Figure | None
    words: str


@noun
class Figure:
    """One number of the report. ``value`` is in ``indicator.unit`` and has at most ``indicator.decimals`` decimals.

    ``origin``: ``typed``, ``sheet``, ``formula`` (``working`` then shows the formula with its operands), or
    ``printed`` (the number of an original, kept beside what it should be: its formula, or the ``actual`` value typed or
    fetched for it), or ``past`` (taken from the report of another period). ``rounded``: digits were dropped in making it.
    ``accepted``: why it is kept although it contradicts its formula, its actual value or a relation. ``unconfirmed``: it,
    or one it is worked out from, is not certain yet. ``beside``: what it is compared with, by the words of ``so_sanh``.
    """

    key: str
    value: Decimal
    indicator: Indicator
    place: Place = NOWHERE
    approximation: str = ""
    origin: str = "typed"
    working: str = ""
    rounded: bool = False
    accepted: str = ""
    note: str = ""
    actual: Fraction | None = None
    unconfirmed: bool = False
    beside: Mapping[str, Beside] = field(default_factory=dict, compare=False, repr=False)

    prints_ready = True  # for ``program.fetched``: ``words`` and ``number`` are kept once they were asked for

    @property
    def is_rounded(self) -> bool:
        """True if the number stands for a range: declared so, or digits were dropped when it was made."""
        return self.rounded or self.indicator.is_rounded

    @worked_out
    def number(self) -> str:
        """The number alone, as printed: «26.140», «16.560,0», «02»."""
        its, value = self.indicator, self.value
        return printed_number(value, its.decimals, 2 if its.pad2 and value > 0 else 0)

    @property
    def unit(self) -> str:
        """The unit printed after the number; may be empty."""
        return self.indicator.unit

    @property
    def label(self) -> str:
        """What the figure is called."""
        return self.indicator.label

    @property
    def measured(self) -> str:
        """Number and unit without the word of approximation: «976 triệu đồng», «6,92%»."""
        return measured(self.number, self.unit)

    @worked_out
    def words(self) -> str:
        """All that is printed: the word of approximation, the number, the unit."""
        words = self.number + self.indicator.tail
        return f"{APPROXIMATIONS.get(self.approximation, '')} {words}".lstrip() if self.approximation else words

    def __str__(self) -> str:
        return self.words


def measured(number: str, unit: str) -> str:
    """Number and unit as one text; a percent sign is tight, any other unit stands after a space."""
    if not unit:
        return number
    return f"{number}{unit}" if unit[0] in _TIGHT else f"{number} {unit}"


def under_rule(indicators: Mapping[str, Indicator], rule: str) -> dict[str, Indicator]:
    """The indicators, those silent about rounding under the document's ``rule`` (a key of ROUNDING_RULES)."""
    return {
        key: indicator if indicator.rounding else replace(indicator, rounding=rule)
        for key, indicator in indicators.items()
    }


class Figures(Mapping[str, Figure]):
    """All figures of a report by key, in declared order; cannot be changed.

    ``absent``: optional figures left blank. ``faulty``: declared ones whose value could not be read (their own
    finding says why), so that checks stay silent about what follows from it.
    """

    __slots__ = ("_by_key", "absent", "faulty")

    def __init__(
        self, figures: Iterable[Figure] = (), absent: Iterable[str] = (), faulty: Iterable[str] = ()
    ):
        self._by_key: Mapping[str, Figure] = MappingProxyType({f.key: f for f in figures})
        self.absent = frozenset(absent)
        self.faulty = frozenset(faulty)

    def __getitem__(self, key: str) -> Figure:
        return self._by_key[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_key)

    def __len__(self) -> int:
        return len(self._by_key)

    def __repr__(self) -> str:
        return f"Figures({', '.join(f'{k}={v}' for k, v in self.items())})"

    @property
    def declared(self) -> list[str]:
        """Every declared key, with or without a value."""
        return [*self, *sorted(self.absent | self.faulty)]

    def unknown(self, key: str, place: Place) -> Finding:
        """The finding that no figure is called ``key``, with the nearest name as hint."""
        return unknown_figure(key, self.declared, place)


def unknown_figure(key: str, known: Iterable[str], place: Place) -> Finding:
    """Finding SL01: ``key``, used at ``place``, is none of the ``known`` figures."""
    close = nearest(key, list(known))
    hint = f"có phải «{close}»?" if close else "khai chỉ tiêu này ở mục chi_tieu, hoặc bỏ tên này đi"
    return error("SL01", f"không có chỉ tiêu «{key}»", place, found=key, hint=hint)

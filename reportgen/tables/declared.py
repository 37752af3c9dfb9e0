"""What a data table is: the keys under ``bang:`` in loai.yml.

    bang:
      chi_tieu_xa:
        ten_goi: Chỉ tiêu giảm nghèo của các xã, thị trấn
        dong_ky_hieu: có
        cot:
          thu_tu:   {tieu_de: TT, kieu_cot: so_thu_tu, ky_hieu_cot: A}
          don_vi:   {tieu_de: Đơn vị, kieu_cot: chu, ky_hieu_cot: B}
          ho_ngheo: {tieu_de: Hộ nghèo, nhom_cot: ["Năm {{ nam }}"], ky_hieu_cot: "1"}
          ho_giam:  {tieu_de: Hộ giảm, nhom_cot: ["Năm {{ nam }}"], ky_hieu_cot: "2"}
          con_lai:  {tieu_de: Còn lại, ky_hieu_cot: "3", cong_thuc: "1 - 2"}
        dong_tong: {tieu_de: TỔNG CỘNG}

Titles may use the names of the period (``{{ nam }}``), so that a declaration serves next year too. A share is never
added up: its total comes from its formula, worked out on the totals.
"""

from __future__ import annotations

from decimal import Decimal

from reportgen.fields import (
    Choice,
    Declared,
    ListOf,
    MapOf,
    Number,
    Record,
    Text,
    Whole,
    YesNo,
    declare,
)
from reportgen.figures.model import ROUNDING_RULES
from reportgen.figures.relations import Relation
from reportgen.noun import noun

KINDS = {"so": "số", "chu": "chữ", "so_thu_tu": "số thứ tự"}
TOTALS = {
    "cong": "cộng",
    "cong_thuc": "tính theo công thức",
    "bo_trong": "bỏ trống",
    "nhap": "lấy số đã nhập",
}
ENDS = {"cuoi": "cuối", "dau": "đầu"}
ALIGNS = {"trai": "trái", "giua": "giữa", "phai": "phải"}
SYMBOL_ROWS = {"khong": "không", "co": "có", "hai_dong": "hai dòng"}
DIRECTIONS = {"doc": "giấy đặt dọc", "ngang": "giấy đặt ngang"}


@noun
class Column(Declared):
    """One column. Its key in ``cot:`` names it in formulas, sources and references."""

    title: str = declare("tieu_de", "tiêu đề cột", Text(), help="Chữ in ở đầu cột.", example="Hộ nghèo")
    groups: list[str] = declare(
        "nhom_cot",
        "nhóm cột",
        ListOf(Text()),
        help="Các tiêu đề in phía trên, từ ngoài vào; cột liền nhau cùng nhóm thì ô tiêu đề được gộp.",
        example='["Hộ nghèo theo nhóm", "Chính sách"]',
        default=[],
    )
    kind: str = declare("kieu_cot", "kiểu cột", Choice(KINDS), help="Số, chữ hay số thứ tự.", default="so")
    symbol: str = declare(
        "ky_hieu_cot",
        "ký hiệu cột",
        Text(),
        help="Chữ ở dòng ký hiệu: A, B, 1, 2.",
        default="",
        example='"10"',
    )
    unit: str = declare(
        "don_vi_tinh", "đơn vị tính", Text(), help="Đơn vị của cả cột; % là tỷ lệ.", default="", example='"%"'
    )
    decimals: int = declare(
        "so_le", "số chữ số lẻ", Whole(low=0, high=6), help="Số chữ số sau dấu phẩy khi in.", default=0
    )
    formula: str = declare(
        "cong_thuc",
        "công thức",
        Text(),
        help="Tính từ các cột khác, viết bằng ký hiệu cột hoặc bằng mã cột. Ô có số thì số ấy được in và được đối chiếu; "
        "ô trống thì được tính.",
        default="",
        example='"2 - 8"',
    )
    shows_formula: bool | None = declare(
        "in_cong_thuc",
        "in công thức",
        YesNo(),
        help="In công thức ở dòng ký hiệu (10=2-8). Bỏ trống: chỉ in công thức cộng, trừ.",
        default=None,
    )
    rounded: bool | None = declare(
        "lam_tron",
        "số đã làm tròn",
        YesNo(),
        help="Bỏ trống: cột có phần lẻ và cột tỷ lệ coi là đã làm tròn, cột số nguyên coi là chính xác.",
        default=None,
    )
    rounding: str = declare(
        "quy_tac_lam_tron",
        "quy tắc làm tròn",
        Choice(ROUNDING_RULES),
        help="Chữ số thừa được làm tròn hay cắt bớt.",
        default="",
        example="cat_bot",
    )
    required: bool = declare(
        "bat_buoc", "bắt buộc có", YesNo(), help="«không»: ô được để trống.", default=True
    )
    total: str = declare(
        "cach_tong",
        "cách tính dòng tổng",
        Choice(TOTALS),
        help="Bỏ trống: cột số được cộng, cột tỷ lệ tính theo công thức.",
        default="",
        example="bo_trong",
    )
    low: Decimal | None = declare(
        "thap_nhat", "số thấp nhất", Number("vi"), help="Biểu mẫu không nhận số dưới mức này; bỏ trống là 0.", default=None
    )
    high: Decimal | None = declare(
        "cao_nhat", "số cao nhất", Number("vi"), help="Biểu mẫu không nhận số trên mức này.", default=None
    )
    choices: list[str] = declare(
        "lua_chon", "các lựa chọn", ListOf(Text()), help="Biểu mẫu chỉ nhận một trong các chữ này.", default=[]
    )
    width_mm: Decimal | None = declare(
        "do_rong", "độ rộng (mm)", Number("may", low=5, high=250), help="Bỏ trống: vừa với chữ.", default=None
    )
    align: str = declare(
        "can_le", "căn lề", Choice(ALIGNS), help="Căn chữ trong ô.", default="", example="giua"
    )

    @property
    def is_number(self) -> bool:
        """True for a column of figures."""
        return self.kind == "so"

    @property
    def measure(self) -> str:
        """The unit; a title with a percent sign says it too."""
        return self.unit or ("%" if "%" in self.title else "")

    @property
    def is_share(self) -> bool:
        """True for shares and rates (%, triệu đồng/hộ): adding them up means nothing."""
        return self.measure.startswith(("%", "‰")) or "/" in self.measure

    @property
    def path(self) -> tuple[str, ...]:
        """The titles over the column, from the outermost group down to its own."""
        return (*self.groups, self.title)


@noun
class TotalRow(Declared):
    """The row of totals."""

    title: str = declare("tieu_de", "tiêu đề", Text(), help="Chữ in ở dòng tổng.", default="TỔNG CỘNG")
    position: str = declare("vi_tri", "vị trí", Choice(ENDS), help="Đầu hay cuối bảng.", default="cuoi")


@noun
class Grouping(Declared):
    """Groups of rows, each with a row of its own."""

    column: str = declare(
        "cot",
        "cột nhóm",
        Text(),
        help="Cột chữ ghi tên nhóm ở từng dòng (cột này không in); giá trị đổi thì sang nhóm mới. Bỏ trống: dòng của nhóm đã có "
        "sẵn trong số liệu, là dòng đánh số La Mã, chữ cái, hoặc dòng chỉ có tên.",
        default="",
        example="khu_vuc",
    )
    position: str = declare(
        "vi_tri", "vị trí", Choice(ENDS), help="Dòng của nhóm ở đầu hay cuối nhóm.", default="dau"
    )
    title: str = declare(
        "tieu_de", "tiêu đề", Text(), help="Chữ đặt trước tên nhóm, khi dòng nhóm ở cuối.", default="Cộng"
    )
    has_sums: bool = declare(
        "dong_cong", "có dòng cộng", YesNo(), help="«không»: dòng của nhóm chỉ ghi tên nhóm.", default=True
    )
    restarts: bool = declare(
        "danh_so_lai", "đánh số lại", YesNo(), help="Số thứ tự bắt đầu lại ở mỗi nhóm.", default=True
    )


@noun
class TableType(Declared):
    """A data table as its type of document declares it."""

    label: str = declare(
        "ten_goi",
        "tên gọi",
        Text(),
        help="Tên bảng; được in khi «in_ten_goi: có», và luôn in ở phụ lục.",
        example="Chỉ tiêu giảm nghèo của các xã",
    )
    shows_label: bool = declare(
        "in_ten_goi", "in tên gọi", YesNo(), help="In tên bảng phía trên bảng.", default=False
    )
    unit: str = declare(
        "don_vi_tinh",
        "đơn vị tính",
        Text(),
        help="In dòng «Đơn vị tính: …» phía trên bảng.",
        default="",
        example="hộ",
    )
    direction: str = declare("huong", "hướng giấy", Choice(DIRECTIONS), help="Dọc hay ngang.", default="doc")
    is_appendix: bool = declare(
        "phu_luc", "phụ lục", YesNo(), help="In thành phụ lục sau phần ký, có số trang riêng.", default=False
    )
    columns: dict[str, Column] = declare(
        "cot", "các cột", MapOf(Record(Column)), help="Mã cột: khai báo của cột, theo thứ tự in."
    )
    symbol_row: str = declare(
        "dong_ky_hieu",
        "dòng ký hiệu cột",
        Choice(SYMBOL_ROWS),
        help="«có»: dòng A, B, 1, 2, 10=2-8. «hai dòng»: công thức ở một dòng riêng bên dưới.",
        default="khong",
    )
    total: TotalRow | None = declare(
        "dong_tong",
        "dòng tổng",
        Record(TotalRow),
        help="Bỏ hẳn mục này nếu bảng không có dòng tổng.",
        default=None,
    )
    grouping: Grouping | None = declare(
        "nhom_dong",
        "nhóm dòng",
        Record(Grouping),
        help="Các nhóm dòng, mỗi nhóm một dòng cộng.",
        default=None,
    )
    number_align: str = declare(
        "can_so",
        "căn lề cột số",
        Choice(ALIGNS),
        help="Căn lề chung của các cột số. Bỏ trống: căn phải; bảng nhiều cột hẹp thì căn giữa.",
        default="",
    )
    relations: list[Relation] = declare(
        "kiem_tra",
        "kiểm tra số liệu",
        ListOf(Record(Relation)),
        help="Quan hệ phải đúng trên từng dòng; gọi cột bằng mã cột.",
        default=[],
    )
    notes: list[str] = declare(
        "ghi_chu",
        "ghi chú dưới bảng",
        ListOf(Text()),
        help="Mỗi ghi chú một dòng.",
        default=[],
    )

    @property
    def label_column(self) -> str:
        """The key of the column that names the rows; '' if there is none."""
        return next((key for key, column in self.printed.items() if column.kind == "chu"), "")

    @property
    def grouped_by_value(self) -> str:
        """The key of the column whose value is the name of the group and is not printed; '' if none."""
        return self.grouping.column if self.grouping else ""

    @property
    def printed(self) -> dict[str, Column]:
        """The columns that are printed, in order."""
        return {key: column for key, column in self.columns.items() if key != self.grouped_by_value}

    @property
    def numbers(self) -> dict[str, Column]:
        """The columns of figures, in order."""
        return {key: column for key, column in self.columns.items() if column.is_number}

    @property
    def is_landscape(self) -> bool:
        """True if the table stands on pages turned across."""
        return self.direction == "ngang"

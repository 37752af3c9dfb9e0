"""One document to be built: ``data/<tên>.yml``. Who issues it, when, for which period, with which figures."""

from __future__ import annotations

import datetime
from pathlib import Path

from reportgen.agency import Signer
from reportgen.fields import (
    Choice,
    Day,
    Declared,
    Either,
    ListOf,
    MapOf,
    Record,
    Text,
    Verbatim,
    Whole,
    YesNo,
    declare,
    load_record,
)
from reportgen.figures.model import ROUNDING_RULES, Indicator
from reportgen.figures.relations import Relation
from reportgen.noun import field, noun, replace
from reportgen.profile import profile_keys
from reportgen.tables.raw import RawTable
from reportgen.yamltext import Node

PROFILE_CHOICES = {"theo_ngay": "theo ngày ban hành và cơ quan", **{key: key for key in profile_keys()}}

ACCEPTED_PATTERN = r"[A-Z]{1,3}[1-9]\d{0,6}|[a-z][a-z0-9_]*(\.[a-z0-9_]+)?"
"""What a deviation in a table may be called: a cell, a column, or a column and a row."""


@noun
class FigureSheet(Declared):
    """A spreadsheet that holds the report's figures, one a row."""

    file: str = declare("tep", "tệp bảng tính", Text(), help="Tên tệp .xlsx hoặc .csv, cạnh tệp dữ liệu.", example="so-lieu.xlsx")
    sheet: str = declare("trang_tinh", "trang tính", Text(), help="Tên trang tính.", default="")
    key_header: str = declare(
        "cot_ma", "cột mã chỉ tiêu", Text(), help="Tiêu đề của cột ghi mã chỉ tiêu.", default="Mã chỉ tiêu"
    )
    value_header: str = declare("cot_gia_tri", "cột giá trị", Text(), help="Tiêu đề của cột ghi số liệu.", default="Giá trị")


@noun
class TableSource(Declared):
    """What a report gives for a table: rows of a spreadsheet found by the texts of its header, or rows typed here."""

    source: str = declare(
        "nguon", "nguồn bảng", Text(), help="Tệp và trang tính.", default="", example="so-lieu.xlsx!Xã"
    )
    columns: dict[str, str] = declare(
        "cot",
        "các cột",
        MapOf(Text()),
        help="Mã cột: tiêu đề cột trong bảng tính; cột có nhóm thì ghi «nhóm > cột». Bảng đã khai ở loại văn bản thì chỉ ghi "
        "những cột có tiêu đề khác.",
        default={},
        example="{ten_xa: Tên xã}",
    )
    rows: Node | None = declare(
        "dong", "các dòng", Verbatim(), help="Các dòng gõ tại đây, thay cho bảng tính.", default=None
    )
    total: Node | None = declare(
        "tong", "dòng tổng đã in", Verbatim(), help="Số ở dòng tổng, để đối chiếu; bỏ trống thì được tính.", default=None
    )
    accepted: dict[str, str] = declare(
        "chap_nhan",
        "lý do chấp nhận",
        MapOf(Text(), ACCEPTED_PATTERN, "là ô (K15), mã cột (ty_le), hoặc mã cột và dòng (ty_le.tong)"),
        help="Ô, cột nào được giữ nguyên dù lệch, và vì sao; chỗ lệch vẫn hiện ra nhưng không chặn.",
        default={},
        example="{K15: theo bản đã ban hành}",
    )
    raw: RawTable | None = field(default=None, kw_only=True)
    """Rows in hand already (a unit's own, in a batch); nobody types this."""


@noun
class Picture(Declared):
    """A picture for a page drawn in Word."""

    file: str = declare("tep", "tệp hình", Text(), help="Tệp .png hoặc .jpg trong thư mục của báo cáo.", example="so-do.png")
    width_mm: int = declare(
        "rong_mm", "bề rộng", Whole(low=5, high=260), help="Bề rộng khi in, tính bằng mm; bỏ trống thì theo tệp hình.", default=0
    )


@noun
class Report(Declared):
    """The facts of one document."""

    type_key: str = declare("loai", "loại văn bản", Text(), help="Tên thư mục trong templates/.", example="bao-cao-giam-ngheo-thang")
    agency_key: str = declare("co_quan", "cơ quan ban hành", Text(), help="Tên tệp trong data/co-quan/, không có đuôi .yml.")
    issue_date: datetime.date | None = declare(
        "ngay_ban_hanh",
        "ngày ban hành",
        Day(),
        help="Ngày ký ban hành; để trống khi dự thảo chưa có ngày.",
        example="21/02/2020",
        default=None,
    )
    period: str = declare(
        "ky_bao_cao", "kỳ báo cáo", Text(), help="Tháng, quý, 6 tháng, 9 tháng hay năm; bỏ trống thì lấy tháng ban hành.",
        example="tháng 2/2020", default="",
    )
    number: str = declare(
        "so_van_ban", "số văn bản", Text(pattern=r"(0[1-9]|[1-9]\d{1,5})?", pattern_hint="chỉ gõ số, dưới 10 thêm số 0: 07"),
        help="Số văn thư cấp; để trống khi chưa có.", default="",
    )
    drafting_unit: str = declare(
        "don_vi_soan_thao", "đơn vị soạn thảo", Text(),
        help="Chữ viết tắt đơn vị soạn thảo trong ký hiệu công văn; bỏ trống thì lấy của cơ quan.", example="QLNS", default="",
    )
    day_blank: bool = declare(
        "ngay_bo_trong", "để trống ngày ký", YesNo(),
        help="«có»: trang in chừa trống ngày để văn thư điền khi ký; tháng và năm vẫn in.", default=False,
    )
    subject: str = declare("trich_yeu", "trích yếu", Text(), help="Bỏ trống thì lấy của loại văn bản.", default="")
    profile_key: str = declare(
        "the_thuc", "thể thức", Choice(PROFILE_CHOICES), help="Bỏ trống thì chọn theo ngày ban hành.", default="theo_ngay"
    )
    signer: Signer | str = declare(
        "nguoi_ky", "người ký", Either(scalar=Text(), mapping=Record(Signer)),
        help="Chức vụ của một người ký đã khai ở cơ quan, hoặc khai đầy đủ tại đây.", default="",
    )
    left_signer: Signer | str = declare(
        "nguoi_ky_trai", "người ký bên trái", Either(scalar=Text(), mapping=Record(Signer)),
        help="Chỉ với văn bản có hai bên ký; biên bản bỏ trống thì là Thư ký.", default="",
    )
    competence: str = declare(
        "tham_quyen", "thẩm quyền ban hành", Text(),
        help="Dòng thẩm quyền của quyết định, nghị quyết; bỏ trống thì lấy theo người ký và cơ quan.",
        example="Chủ tịch Ủy ban nhân dân xã Đức Thọ", default="",
    )
    addressees: list[str] = declare("kinh_gui", "kính gửi", ListOf(Text()), help="Mỗi nơi một dòng.", default=[])
    legal_bases: list[str] = declare("can_cu", "căn cứ ban hành", ListOf(Text()), help="Mỗi căn cứ một dòng.", default=[])
    recipients: list[str] = declare(
        "noi_nhan", "nơi nhận", ListOf(Text()), help="Bỏ trống thì lấy của cơ quan.", default=[]
    )
    filing: str = declare("noi_luu", "nơi lưu", Text(), help="Bỏ trống thì lấy của cơ quan.", default="")
    indicators: dict[str, Indicator] = declare(
        "chi_tieu", "chỉ tiêu riêng", MapOf(Record(Indicator)), help="Chỉ tiêu chỉ có ở văn bản này.", default={}
    )
    figures: Node | None = declare("so_lieu", "số liệu", Verbatim(), help="Mã chỉ tiêu: giá trị.", default=None)
    rounding: str = declare(
        "quy_tac_lam_tron", "quy tắc làm tròn", Choice(ROUNDING_RULES),
        help="Cả văn bản làm tròn hay cắt bớt chữ số thừa; chỉ tiêu có thể khai khác.", default="lam_tron",
    )
    figure_sheet: FigureSheet | None = declare(
        "so_lieu_tu", "bảng tính số liệu", Record(FigureSheet), help="Lấy số liệu từ bảng tính Excel.", default=None
    )
    tables: dict[str, TableSource] = declare(
        "bang", "bảng dữ liệu", MapOf(Record(TableSource)), help="Các bảng lấy từ bảng tính, dùng trong vòng lặp.", default={}
    )
    words: dict[str, str] = declare(
        "chu_rieng", "chữ riêng", MapOf(Text()), help="Những chữ loại văn bản cần (chu_rieng ở loai.yml); mã: chữ in ra.", default={},
        example="{ten_xa: xã Cam Hiếu}",
    )
    pictures: dict[str, Picture] = declare(
        "hinh_anh", "hình ảnh", MapOf(Record(Picture)), help="Hình chèn vào mau.docx bằng thẻ {{ tên }}.", default={},
        example="{so_do: {tep: so-do.png, rong_mm: 120}}",
    )
    documents: dict[str, str] = declare(
        "tai_lieu_con", "tài liệu con", MapOf(Text()), help="Tệp Word chèn vào mau.docx bằng thẻ {{p tên }}.", default={},
        example="{phu_luc_1: phu-luc-1.docx}",
    )
    relations: list[Relation] = declare(
        "kiem_tra", "kiểm tra số liệu", ListOf(Record(Relation)), help="Quan hệ riêng của văn bản này.", default=[]
    )
    correction: str = declare(
        "dinh_chinh", "lý do đính chính", Text(),
        help="Vì sao số liệu khác văn bản đã ban hành; cần khi sửa một báo cáo đã chốt, trước khi chốt lại.", default="",
    )
    key: str = field(default="", kw_only=True)
    file: Path | None = field(default=None, kw_only=True)


def load_report(path: Path, shown: str) -> Report:
    """The report declared in ``path``; DataError with every fault of the file."""
    return replace(load_record(Report, path, shown), key=path.stem, file=path)

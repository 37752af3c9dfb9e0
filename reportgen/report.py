"""One document to be built: ``data/<tên>.yml``. Who issues it, when, for which period, with which figures."""

from __future__ import annotations

import datetime
from dataclasses import field
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
    YesNo,
    declare,
    load_record,
)
from reportgen.figures.model import Indicator
from reportgen.figures.relations import Relation
from reportgen.noun import noun
from reportgen.yamltext import Node

PROFILE_CHOICES = {
    "theo_ngay": "theo ngày ban hành",
    "nd30-2020": "Nghị định 30/2020/NĐ-CP",
    "tt01-2011": "Thông tư 01/2011/TT-BNV",
}


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
    """Rows for a loop in the text, read from a spreadsheet by the texts of its header."""

    source: str = declare("nguon", "nguồn bảng", Text(), help="Tệp và trang tính.", example="so-lieu.xlsx!Xã")
    columns: dict[str, str] = declare(
        "cot", "các cột", MapOf(Text()), help="Mã cột: tiêu đề cột trong bảng tính.", example="{ten_xa: Tên xã}"
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
    period: str = declare("ky_bao_cao", "kỳ báo cáo", Text(), help="Tháng, quý, 6 tháng, 9 tháng hay năm.", example="tháng 2/2020")
    number: str = declare(
        "so_van_ban", "số văn bản", Text(pattern=r"(0[1-9]|[1-9]\d*)?", pattern_hint="chỉ gõ số, dưới 10 thêm số 0: 07"),
        help="Số văn thư cấp; để trống khi chưa có.", default="",
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
    figure_sheet: FigureSheet | None = declare(
        "so_lieu_tu", "bảng tính số liệu", Record(FigureSheet), help="Lấy số liệu từ bảng tính Excel.", default=None
    )
    tables: dict[str, TableSource] = declare(
        "bang", "bảng dữ liệu", MapOf(Record(TableSource)), help="Các bảng lấy từ bảng tính, dùng trong vòng lặp.", default={}
    )
    relations: list[Relation] = declare(
        "kiem_tra", "kiểm tra số liệu", ListOf(Record(Relation)), help="Quan hệ riêng của văn bản này.", default=[]
    )
    key: str = field(default="", kw_only=True)
    file: Path | None = field(default=None, kw_only=True)


def load_report(path: Path, shown: str) -> Report:
    """The report declared in ``path``; DataError with every fault of the file."""
    from dataclasses import replace

    return replace(load_record(Report, path, shown), key=path.stem, file=path)

"""The body that issues a document (cơ quan ban hành): ``data/co-quan/<khóa>.yml``.

Source of what a letterhead carries: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.2 (names of the
superior and the issuing body), II.3 (symbol), II.4 (place), II.7 (signers), II.9 (recipients).
"""

from __future__ import annotations

import datetime
from pathlib import Path

from reportgen.fields import Choice, Day, Declared, ListOf, Record, Text, Whole, declare, load_record
from reportgen.noun import noun
from reportgen.vietnamese.text import upper

SCOPES = {"nha_nuoc": "nhà nước", "dang": "Đảng", "mttq": "Mặt trận Tổ quốc"}


@noun
class Signer(Declared):
    """Somebody who signs for the body: authority lines, office, name. A blank name leaves a blank on the page."""

    title: str = declare(
        "chuc_vu", "chức vụ", Text(), help="Chức vụ của người ký, viết thường.", example="Phó Giám đốc"
    )
    authority: list[str] = declare(
        "quyen_han_ky",
        "quyền hạn ký",
        ListOf(Text()),
        help="Các dòng đứng trên chức vụ: TM. …, KT. …, TL. …, TUQ. …",
        example="KT. Giám đốc",
        default=[],
    )
    name: str = declare(
        "ho_ten", "họ và tên người ký", Text(), help="Không ghi học hàm, học vị. Để trống nếu chưa biết.", default=""
    )
    other_office: str = declare(
        "chuc_danh_khac", "chức danh khác", Text(), help="Chức danh thứ hai ghi ngay trên họ tên, nếu có.", default=""
    )


@noun
class Agency(Declared):
    """An issuing body. Names are typed in ordinary case; the page shows them in capitals."""

    name: str = declare(
        "ten_co_quan",
        "tên cơ quan ban hành",
        Text(),
        help="Tên đầy đủ trong quyết định thành lập, viết thường.",
        example="Sở Lao động - Thương binh và Xã hội",
    )
    symbol: str = declare(
        "ky_hieu", "ký hiệu cơ quan", Text(), help="Chữ viết tắt trong số, ký hiệu văn bản.", example="SLĐTBXH"
    )
    place_name: str = declare(
        "dia_danh", "địa danh", Text(), help="Địa danh đứng trước ngày tháng.", example="Hà Tĩnh")
    scope: str = declare(
        "he_thong", "hệ thống", Choice(SCOPES), help="Cơ quan nhà nước, của Đảng hay của Mặt trận Tổ quốc.", default="nha_nuoc"
    )
    drafting_unit: str = declare(
        "don_vi_soan_thao",
        "đơn vị soạn thảo",
        Text(),
        help="Chữ viết tắt đơn vị soạn thảo, dùng trong ký hiệu công văn.",
        example="VX",
        default="",
    )
    parent: str = declare(
        "co_quan_chu_quan",
        "cơ quan chủ quản",
        Text(),
        help="Cơ quan cấp trên trực tiếp; để trống nếu không có.",
        example="UBND tỉnh Hà Tĩnh",
        default="",
    )
    name_lines: list[str] = declare(
        "ten_tren_van_ban",
        "tên cơ quan trên văn bản",
        ListOf(Text()),
        help="Tên chia sẵn thành từng dòng khi tên quá dài; bỏ trống thì Word tự xuống dòng.",
        default=[],
    )
    signers: list[Signer] = declare(
        "nguoi_ky", "người ký", ListOf(Record(Signer)), help="Những người được ký; người đầu tiên là mặc định.", default=[]
    )
    recipients: list[str] = declare(
        "noi_nhan", "nơi nhận thường dùng", ListOf(Text()), help="Mỗi nơi nhận một dòng, không gõ gạch đầu dòng.", default=[]
    )
    filing: str = declare("noi_luu", "nơi lưu", Text(), help="Phần sau chữ «Lưu:».", example="VT, TH", default="VT")
    cutoff: int | None = declare(
        "ky_chot",
        "ngày chốt số liệu",
        Whole(low=1, high=28),
        help="Ngày đầu của kỳ số liệu: 15 là từ ngày 15 tháng trước đến ngày 14; bỏ trống thì theo tháng lịch.",
        example="15",
        default=None,
    )

    valid_from: datetime.date | None = declare(
        "tu_ngay", "có từ ngày", Day(), help="Ngày thành lập hoặc bắt đầu hoạt động, nếu cần kiểm.", default=None
    )
    valid_to: datetime.date | None = declare(
        "den_ngay", "có đến ngày", Day(), help="Ngày cuối cùng còn hoạt động.", default=None, example="30/6/2025"
    )
    successor: str = declare("ke_tiep", "cơ quan kế tiếp", Text(), help="Cơ quan thay thế sau ngày đó.", default="")

    @property
    def printed_name(self) -> list[str]:
        """The lines of the name as the letterhead shows them, in capitals."""
        return [upper(line) for line in (self.name_lines or [self.name])]


def load_agency(path: Path, shown: str | None = None) -> Agency:
    """The agency declared in ``path``; DataError with every fault of the file."""
    return load_record(Agency, path, shown)

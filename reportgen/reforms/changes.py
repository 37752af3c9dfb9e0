"""The list of reforms. Python and not YAML: no office edits it, and every build would pay 8 ms to read it."""

from __future__ import annotations

import datetime

from reportgen.noun import field, noun
from reportgen.pattern import Pattern

_CAPITAL = "A-ZAÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆGHIÌÍỈĨỊKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVXYỲÝỶỸỴ"


@noun
class Change:
    """Names that exist only ``until`` or only ``since`` a day (both inclusive), and what follows them.

    ``pattern`` finds them in a line where a line has one of ``words``; ``names`` are old names with their successors.
    """

    authority: str
    until: datetime.date | None = None
    since: datetime.date | None = None
    successor: str = ""
    words: tuple[str, ...] = ()
    pattern: Pattern | None = None
    names: dict[str, str] = field(default_factory=dict)


DISTRICT_LEVEL = Change(
    authority="Luật Tổ chức chính quyền địa phương số 72/2025/QH15, Điều 51.3",
    until=datetime.date(2025, 6, 30),
    successor="xã, phường hoặc đặc khu mới (từ 01/7/2025 không còn cấp huyện)",
    words=("uyện ", "UYỆN ", "uận ", "UẬN ", "hị ", "HỊ "),
    pattern=Pattern(
        rf"(?<!\w)(?:[Hh]uyện|HUYỆN|[Qq]uận|QUẬN|[Tt]hị xã|THỊ XÃ|[Tt]hị trấn|THỊ TRẤN) (?=[{_CAPITAL}\d])[^,;()–]*"
    ),
)
"""No district level since 01/7/2025, and below it no thị trấn: there are xã, phường and đặc khu."""
PROVINCES = Change(
    authority="Nghị quyết số 202/2025/QH15",
    until=datetime.date(2025, 6, 30),
    names={
        "Bà Rịa - Vũng Tàu": "Thành phố Hồ Chí Minh",
        "Bình Dương": "Thành phố Hồ Chí Minh",
        "Bình Phước": "Đồng Nai",
        "Bình Thuận": "Lâm Đồng",
        "Đắk Nông": "Lâm Đồng",
        "Bình Định": "Gia Lai",
        "Bạc Liêu": "Cà Mau",
        "Bắc Giang": "Bắc Ninh",
        "Bắc Kạn": "Thái Nguyên",
        "Bến Tre": "Vĩnh Long",
        "Trà Vinh": "Vĩnh Long",
        "Hà Giang": "Tuyên Quang",
        "Hà Nam": "Ninh Bình",
        "Nam Định": "Ninh Bình",
        "Hòa Bình": "Phú Thọ",
        "Vĩnh Phúc": "Phú Thọ",
        "Hải Dương": "Hải Phòng",
        "Hậu Giang": "Cần Thơ",
        "Sóc Trăng": "Cần Thơ",
        "Kiên Giang": "An Giang",
        "Kon Tum": "Quảng Ngãi",
        "Long An": "Tây Ninh",
        "Ninh Thuận": "Khánh Hòa",
        "Phú Yên": "Đắk Lắk",
        "Quảng Bình": "Quảng Trị",
        "Quảng Nam": "Đà Nẵng",
        "Thái Bình": "Hưng Yên",
        "Tiền Giang": "Đồng Tháp",
        "Yên Bái": "Lào Cai",
    },
)
"""Provinces that were merged into others."""

CHANGES = (
    DISTRICT_LEVEL,
    Change(
        authority="Luật Tổ chức chính quyền địa phương số 72/2025/QH15",
        since=datetime.date(2025, 7, 1),
        successor="huyện đảo hoặc thành phố trước đó (đặc khu chỉ có từ 01/7/2025)",
        words=("ặc khu ", "ẶC KHU "),
        pattern=Pattern(rf"(?<!\w)(?:[Đđ]ặc khu|ĐẶC KHU) (?=[{_CAPITAL}])[^,;()–]*"),
    ),
    Change(
        authority="nghị quyết của HĐND tỉnh về sắp xếp các sở từ 01/3/2025 (mỗi tỉnh một nghị quyết, nên xem lại ngày của tỉnh mình)",
        until=datetime.date(2025, 2, 28),
        names={
            "Sở Lao động - Thương binh và Xã hội": (
                "Sở Nội vụ (giảm nghèo - Sở Nông nghiệp và Môi trường; trợ giúp xã hội, trẻ em - Sở Y tế; "
                "dạy nghề - Sở Giáo dục và Đào tạo)"
            ),
            "Sở Nông nghiệp và Phát triển nông thôn": "Sở Nông nghiệp và Môi trường",
            "Sở Tài nguyên và Môi trường": "Sở Nông nghiệp và Môi trường",
            "Sở Kế hoạch và Đầu tư": "Sở Tài chính",
            "Sở Giao thông vận tải": "Sở Xây dựng",
            "Sở Thông tin và Truyền thông": "Sở Khoa học và Công nghệ",
        },
    ),
    PROVINCES,
)

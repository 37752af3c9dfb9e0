"""The names a frame and a body text may use, and the words behind them.

One place says what staff can write between double braces: ``TERMS`` lists every name with its meaning, the
functions below fill them. Figures come on top under their own keys; a figure may not take one of these names.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from reportgen.agency import Agency, Signer
from reportgen.doctype import DocumentType
from reportgen.profile import Profile
from reportgen.report import Report
from reportgen.vietnamese.dates import long_date
from reportgen.vietnamese.periods import Period
from reportgen.vietnamese.text import nfc, upper

NUMBER_BLANK = " " * 7
DAY_BLANK = " " * 6

TERMS: Mapping[str, str] = {
    "quoc_hieu": "quốc hiệu",
    "tieu_ngu": "tiêu ngữ",
    "co_quan_chu_quan": "cơ quan chủ quản, chữ in hoa; rỗng nếu không có",
    "co_quan_ban_hanh": "các dòng tên cơ quan ban hành, chữ in hoa",
    "ten_co_quan": "tên cơ quan ban hành, chữ thường",
    "so_ky_hieu": "số, ký hiệu văn bản",
    "dia_danh_ngay_thang": "địa danh và ngày tháng ban hành",
    "ten_loai": "tên loại văn bản, chữ in hoa",
    "trich_yeu": "trích yếu nội dung",
    "kinh_gui": "các nơi kính gửi",
    "can_cu": "các căn cứ ban hành",
    "noi_nhan": "các nơi nhận",
    "noi_luu": "nơi lưu",
    "quyen_han_ky": "các dòng quyền hạn ký",
    "chuc_vu": "chức vụ người ký",
    "nguoi_ky": "họ tên người ký",
    "nguoi_ky_chuc_danh_khac": "chức danh thứ hai của người ký",
    "tieu_de_tai_lieu": "tên tài liệu trong thuộc tính tệp",
    "tac_gia": "cơ quan ghi trong thuộc tính tệp",
    "ngay_tao": "ngày ghi trong thuộc tính tệp",
    "ky_bao_cao": "kỳ báo cáo: tháng 2/2020",
    "ky_bao_cao_day_du": "kỳ báo cáo viết đủ: tháng 02 năm 2020",
    "ky_sau": "kỳ liền sau: tháng 3/2020",
    "ky_sau_day_du": "kỳ liền sau viết đủ: tháng 3 năm 2020",
    "ky_truoc": "kỳ liền trước: tháng 1/2020",
    "ky_truoc_day_du": "kỳ liền trước viết đủ: tháng 01 năm 2020",
    "cung_ky": "cùng kỳ năm trước: tháng 2/2019",
    "cung_ky_day_du": "cùng kỳ năm trước viết đủ: tháng 02 năm 2019",
    "quy": "quý chứa kỳ báo cáo: quý I/2020; rỗng nếu kỳ dài hơn quý",
    "quy_day_du": "quý chứa kỳ báo cáo viết đủ: quý I năm 2020",
    "nam": "năm của kỳ báo cáo",
    "nam_truoc": "năm trước",
    "nam_truoc_nua": "năm trước nữa",
    "nam_sau": "năm sau",
}


def period_words(period: Period) -> dict[str, str]:
    """The names that move with the period, for ``new`` and for the texts."""
    quarter = quarter_of(period)
    return {
        "ky_bao_cao": period.short,
        "ky_bao_cao_day_du": period.long,
        "ky_sau": period.next.short,
        "ky_sau_day_du": period.next.long,
        "ky_truoc": period.previous.short,
        "ky_truoc_day_du": period.previous.long,
        "cung_ky": period.same_last_year.short,
        "cung_ky_day_du": period.same_last_year.long,
        "quy": quarter.short if quarter else "",
        "quy_day_du": quarter.long if quarter else "",
        "nam": str(period.year),
        "nam_truoc": str(period.year - 1),
        "nam_truoc_nua": str(period.year - 2),
        "nam_sau": str(period.year + 1),
    }


def quarter_of(period: Period) -> Period | None:
    """The quarter a month lies in (a quarter is its own), None for longer periods."""
    if period.kind == "quy":
        return period
    return Period("quy", period.year, (period.index + 2) // 3) if period.kind == "thang" else None


def letter_words(report: Report, agency: Agency, kind: DocumentType, profile: Profile, signer: Signer) -> dict[str, object]:
    """The names of the page furniture: letterhead, recipients, signature (NĐ30, Phụ lục I, Phần I, Mục II)."""
    return {
        "quoc_hieu": profile.texts["quoc_hieu"],
        "tieu_ngu": profile.texts["tieu_ngu"],
        "co_quan_chu_quan": upper(agency.parent),
        "co_quan_ban_hanh": agency.printed_name,
        "ten_co_quan": agency.name,
        "so_ky_hieu": reference(report.number, kind.symbol, agency.symbol),
        "dia_danh_ngay_thang": place_and_date(agency.place_name, report.issue_date, report.day_blank),
        "ten_loai": upper(kind.kind),
        "kinh_gui": list(report.addressees),
        "can_cu": list(report.legal_bases),
        "noi_nhan": list(report.recipients or agency.recipients),
        "noi_luu": report.filing or agency.filing,
        "quyen_han_ky": [upper(line) for line in signer.authority],
        "chuc_vu": upper(signer.title),
        "nguoi_ky": signer.name,
        "nguoi_ky_chuc_danh_khac": upper(signer.other_office),
        "tac_gia": agency.name,
        "ngay_tao": created(report.issue_date),
    }


def reference(number: str, kind_symbol: str, agency_symbol: str) -> str:
    """«Số: 07/BC-SLĐTBXH»; an unknown number leaves a blank the registry fills in (NĐ30, Phụ lục I, Phần I, Mục II.3)."""
    symbol = f"{kind_symbol}-{agency_symbol}" if kind_symbol else agency_symbol
    return f"Số: {number or NUMBER_BLANK}/{symbol}"


def place_and_date(place: str, day: datetime.date | None, blank_day: bool) -> str:
    """«Hà Tĩnh, ngày 21 tháng 02 năm 2020»; the day, or all of the date, may be left blank (Mục II.4)."""
    if day is None:
        return f"{place}, ngày{DAY_BLANK}tháng{DAY_BLANK}năm{DAY_BLANK}".rstrip()
    words = long_date(day)
    return f"{place}, " + (words.replace(f"ngày {day.day:02d} ", f"ngày{DAY_BLANK}", 1) if blank_day else words)


def created(day: datetime.date | None) -> str:
    """The day of issue as the time stamp of the file's properties: the clock has no say in a document's bytes."""
    return f"{(day or datetime.date(2000, 1, 1)).isoformat()}T00:00:00Z"


def document_title(kind: DocumentType, subject: str) -> str:
    """The title in the file's properties: «Báo cáo Kết quả …»."""
    words = f"{kind.kind} {subject}".strip()
    return nfc(words[:1].upper() + words[1:])

"""The names a frame and a body text may use, and the words behind them.

One place says what staff can write between double braces: ``TERMS`` lists every name with its meaning, the
functions below fill them. Figures come on top under their own keys; a figure may not take one of these names.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from reportgen.agency import Agency, Signer
from reportgen.kinds import AS_ABOVE, NONE, Kind
from reportgen.profile import Profile
from reportgen.report import Report
from reportgen.vietnamese.dates import long_date, slash_date
from reportgen.vietnamese.periods import Period
from reportgen.vietnamese.text import nfc, upper

NUMBER_BLANK = " " * 7
DAY_BLANK = " " * 6

TERMS: Mapping[str, str] = {
    "quoc_hieu": "quốc hiệu",
    "tieu_ngu": "tiêu ngữ",
    "tieu_de_dang": "tiêu đề văn bản của Đảng",
    "co_quan_chu_quan": "cơ quan chủ quản, chữ in hoa; rỗng nếu không có",
    "co_quan_ban_hanh": "các dòng tên cơ quan ban hành, chữ in hoa",
    "ten_co_quan": "tên cơ quan ban hành, chữ thường",
    "so_ky_hieu": "số, ký hiệu văn bản",
    "dia_danh_ngay_thang": "địa danh và ngày tháng ban hành",
    "ngay_ban_hanh": "ngày ban hành: ngày 21 tháng 02 năm 2020; rỗng nếu chưa có",
    "ten_loai": "tên loại văn bản, chữ in hoa; rỗng nếu trang không in tên loại",
    "trich_yeu": "trích yếu nội dung",
    "nhan_kinh_gui": "chữ đứng trước nơi kính gửi",
    "kinh_gui": "các nơi kính gửi",
    "tham_quyen": "dòng thẩm quyền ban hành của quyết định, chữ in hoa",
    "dong_quyet_dinh": "dòng «QUYẾT ĐỊNH:»",
    "can_cu": "các căn cứ ban hành",
    "noi_nhan": "các nơi nhận",
    "noi_luu": "nơi lưu",
    "phu_luc": "tên các phụ lục: {{ phu_luc.ten_bang }} in ra Phụ lục I",
    "quyen_han_ky": "các dòng quyền hạn ký",
    "chuc_vu": "chức vụ người ký",
    "nguoi_ky": "họ tên người ký",
    "nguoi_ky_chuc_danh_khac": "chức danh thứ hai của người ký",
    "quyen_han_ky_trai": "các dòng quyền hạn ký bên trái",
    "chuc_vu_trai": "chức vụ người ký bên trái",
    "nguoi_ky_trai": "họ tên người ký bên trái",
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
    "ky_luy_ke": "từ đầu năm đến hết kỳ: 2 tháng đầu năm 2020",
    "tu_ngay": "ngày đầu của kỳ số liệu, theo ngày chốt: 15/01/2020",
    "den_ngay": "ngày cuối của kỳ số liệu: 14/02/2020",
    "khoang_ngay": "kỳ số liệu: từ ngày 15/01/2020 đến ngày 14/02/2020",
}


def period_words(period: Period, cutoff: int = 1) -> dict[str, str]:
    """The names that move with the period, for ``new`` and for the texts; ``cutoff``: the day its books open."""
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
        "ky_luy_ke": period.to_date,
        **window_words(period, cutoff),
    }


def window_words(period: Period, cutoff: int) -> dict[str, str]:
    """The days the figures cover: from ``cutoff`` of the month before to the day before it (1: the calendar period).

    Nghị định 09/2019/NĐ-CP, Điều 12: figures of a month run from the 15th of the month before to the 14th.
    """
    window = period.window(cutoff)
    return {"tu_ngay": slash_date(window.first_day), "den_ngay": slash_date(window.last_day), "khoang_ngay": window.text}


def step_words(period: Period) -> dict[str, str]:
    """What the periods a figure is compared with are called in a sentence."""
    return {"ky_truoc": period.former_words, "cung_ky": period.last_year_words, "ke_hoach": "kế hoạch"}


def quarter_of(period: Period) -> Period | None:
    """The quarter a month lies in (a quarter is its own), None for longer periods."""
    if period.kind == "quy":
        return period
    return Period("quy", period.year, (period.index + 2) // 3) if period.kind == "thang" else None


def letter_words(
    report: Report, agency: Agency, form: Kind, profile: Profile, signer: Signer, left: Signer | None = None
) -> dict[str, object]:
    """The names of the page furniture: letterhead, recipients, signature (NĐ30, Phụ lục I, Phần I, Mục II).

    ``form``: the kind of document under this profile; ``left``: who signs beside ``signer``, if anybody.
    """
    texts = profile.texts
    return {
        **{name: texts.get(name, "") for name in ("quoc_hieu", "tieu_ngu", "tieu_de_dang")},
        "co_quan_chu_quan": upper(agency.parent),
        "co_quan_ban_hanh": agency.printed_name,
        "ten_co_quan": agency.name,
        "so_ky_hieu": reference(texts, form, report.number, agency.symbol, report.drafting_unit or agency.drafting_unit),
        "ngay_ban_hanh": long_date(report.issue_date) if report.issue_date else "",
        "dia_danh_ngay_thang": place_and_date(agency.place_name, report.issue_date, report.day_blank),
        "ten_loai": upper(form.name) if form.printed else "",
        "nhan_kinh_gui": form.addressee_label or texts["nhan_kinh_gui"],
        "kinh_gui": list(report.addressees),
        "tham_quyen": upper(report.competence or competence(agency, signer)) if form.deciding_line else "",
        "dong_quyet_dinh": form.deciding_line,
        "can_cu": list(report.legal_bases),
        "noi_nhan": recipients(report, agency, form),
        "noi_luu": report.filing or agency.filing,
        **signature_words(signer, ""),
        **signature_words(left, "_trai"),
        "nguoi_ky_chuc_danh_khac": upper(signer.other_office),
        "tac_gia": agency.name,
        "ngay_tao": created(report.issue_date),
    }


def signature_words(signer: Signer | None, side: str) -> dict[str, object]:
    """Authority, office and name of a signer; nothing for nobody."""
    return {
        f"quyen_han_ky{side}": [upper(line) for line in signer.authority] if signer else [],
        f"chuc_vu{side}": upper(signer.title) if signer else "",
        f"nguoi_ky{side}": signer.name if signer else "",
    }


def reference(texts: Mapping[str, str], form: Kind, number: str, agency_symbol: str, unit: str) -> str:
    """«Số: 07/BC-STC», công văn «Số: 15/STC-QLNS», Party «Số 05-BC/ĐU», as the profile's texts shape it.

    An unknown number leaves a blank the registry fills in (NĐ30, Phụ lục I, Phần I, Mục II.3).
    """
    shape = texts["mau_so_cong_van" if form.is_letter else "mau_so"]
    if not form.code:
        shape = shape.replace("{loai}-", "")
    filled = {"so": number or NUMBER_BLANK, "loai": form.code, "co_quan": agency_symbol, "don_vi": unit}
    for name, value in filled.items():
        shape = shape.replace(f"{{{name}}}", value)
    return shape


def recipients(report: Report, agency: Agency, form: Kind) -> list[str]:
    """The recipients, opened with «Như trên» where the document has addressees (NĐ30, Phụ lục I, Phần I, Mục II.9.b)."""
    items = list(report.recipients or agency.recipients)
    above = form.first_recipient == AS_ABOVE or (form.addressees != NONE and bool(report.addressees))
    return [AS_ABOVE, *items] if above and items[:1] != [AS_ABOVE] else items


def competence(agency: Agency, signer: Signer) -> str:
    """Who decides: the body where somebody signs «TM.» for it, else its head (NĐ30, Phụ lục III, Mẫu 1.2, ghi chú 6)."""
    for line in signer.authority:
        sign, _, rest = line.partition(" ")
        if upper(sign) in ("TM.", "T/M"):
            return rest if is_collective(rest) else agency.name
        if upper(sign) in ("KT.", "TL.", "TUQ.", "K/T", "T/L"):
            return head_of(rest, agency.name)
    return head_of(signer.title, agency.name)


def head_of(office: str, body: str) -> str:
    """An office with the name of its body, no word twice: Chánh Văn phòng + Văn phòng → Chánh Văn phòng."""
    words, name = office.split(), body.split()
    for length in range(min(len(words), len(name)), 0, -1):
        if [upper(word) for word in words[-length:]] == [upper(word) for word in name[:length]]:
            return " ".join([*words, *name[length:]])
    return f"{office} {body}"


def is_collective(name: str) -> bool:
    """True for a body of leaders that decides under its own name («Ban Thường vụ», «Ban Thường trực»)."""
    return upper(name).startswith(("BAN THƯỜNG", "BAN CHẤP HÀNH", "HỘI ĐỒNG THÀNH VIÊN"))


def place_and_date(place: str, day: datetime.date | None, blank_day: bool) -> str:
    """«Hà Tĩnh, ngày 21 tháng 02 năm 2020»; the day, or all of the date, may be left blank (Mục II.4)."""
    if day is None:
        return f"{place}, ngày{DAY_BLANK}tháng{DAY_BLANK}năm{DAY_BLANK}".rstrip()
    words = long_date(day)
    return f"{place}, " + (words.replace(f"ngày {day.day:02d} ", f"ngày{DAY_BLANK}", 1) if blank_day else words)


def created(day: datetime.date | None) -> str:
    """The day of issue as the time stamp of the file's properties: the clock has no say in a document's bytes."""
    return f"{(day or datetime.date(2000, 1, 1)).isoformat()}T00:00:00Z"


def document_title(form: Kind, subject: str) -> str:
    """The title in the file's properties: «Báo cáo Kết quả …»."""
    words = f"{form.name} {subject}".strip()
    return nfc(words[:1].upper() + words[1:])

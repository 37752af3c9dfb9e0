"""Which check answers for which rule: nothing of a profile may stay silently unchecked.

A rule is judged by a special check (``SPECIAL``), or by comparing measured values (``ops`` over ``facts``), or it is
listed here with the reason: ``COVERED`` (another rule reports the same fault), ``BY_WORDING`` or ``NOT_YET``.
"""

from __future__ import annotations

from reportgen.checks.layout import (
    addressees,
    annex,
    body,
    copies,
    headings,
    kinds,
    letterhead,
    marks,
    page,
    page_numbers,
    party,
    place_date,
    recipients,
    reference,
    signature,
    title,
    words,
)
from reportgen.checks.layout.facts import MEASURES
from reportgen.checks.layout.ops import OPS
from reportgen.checks.layout.view import Special
from reportgen.profile import Rule

FAMILIES = (
    page, page_numbers, letterhead, reference, place_date, title, addressees, body, headings, signature, recipients,
    annex, party, kinds, marks, copies,
)  # fmt: skip
SPECIAL: dict[str, Special] = {code: check for family in FAMILIES for code, check in family.SPECIAL.items()}

COVERED: dict[str, str] = {
    "page.no_second_typeface": "page.font.family",
    "tieu_ngu.regex": "tieu_ngu.text",
    "phan.numerals": "phan.label",
    "muc.numerals": "muc.label",
}
"""Rule → the rule that reports the same fault, so that it is said once."""

SILENT_IF: dict[str, tuple[str, ...]] = {
    "dia_danh.format": (
        "dia_danh.comma", "dia_danh.day_zero", "dia_danh.month_zero", "dia_danh.month_no_zero", "dia_danh.written_out",
        "dia_danh.case",
    ),
    "so.form_named": (
        "so.prefix", "so.numerals", "so.leading_zero", "so.slash", "so.hyphen", "so.no_spaces", "so.symbol_case",
        "so.no_cv_code",
    ),
    "so.form_cong_van": (
        "so.prefix", "so.numerals", "so.leading_zero", "so.slash", "so.hyphen", "so.no_spaces", "so.symbol_case",
        "so.no_cv_code",
    ),
    "hd05.so.form": ("hd05.so.prefix", "hd05.so.leading_zero"),
    "hd05.so.prefix": ("hd05.so.leading_zero",),
    "hd36.so.form": ("hd05.so.leading_zero",),
    "dia_danh.same_line": ("quoc_hieu.one_line",),
    "quoc_hieu.text": ("quoc_hieu.case",),
    "noi_dung.ket_thuc": ("noi_dung.ket_thuc_attached",),
    "noi_nhan.item_end": ("noi_nhan.item_one_per_line",),
    "noi_dung.one_size": ("noi_dung.size",),
}  # fmt: skip
"""General rule → special rules: where a special one has spoken of the line, the general one keeps still."""

ALLOWS = "chỉ nêu điều được phép, không có gì để bắt lỗi"
WORDING = "Đảng viết dấu phẩy trước chữ «ngày»: thông lệ, văn bản nhà nước không có, nên không bắt lỗi"
MEANING = "phải biết việc, biết người: phải hiểu nghĩa văn bản"
SIGNING = "ảnh do phần mềm ký số đặt vào tệp PDF khi ký, không có trong tệp Word"

BY_WORDING: dict[str, str] = {
    "vien_dan.first_full": "vien_dan.first_full",
    "vien_dan.next_short": "vien_dan.next_short",
    "hd05.vien_dan": "vien_dan.first_full",
    "hd05.abbr": "abbr.first_use",
}
"""Rule → the check of ``checks.wording`` that looks at it."""

NOT_YET: dict[str, str] = {
    "the_thuc.other_elements": ALLOWS,
    "tieu_ngu.rule_object": ALLOWS,
    "co_quan_chu_quan.abbreviation": ALLOWS,
    "co_quan_ban_hanh.wrap": ALLOWS,
    "tt01.du_thao.mark": ALLOWS,
    "tt01.phu_luc.kem_theo": ALLOWS,
    "tt01.codes_differ": "các chữ viết tắt này nằm sẵn trong mẫu của quy tắc về dạng số, ký hiệu",
    "bo_cuc.scheme_a": ALLOWS,
    "bo_cuc.scheme_b": ALLOWS,
    "bo_cuc.scheme_report": ALLOWS,
    "chu_ky_so.image": SIGNING,
    "dau.image": SIGNING,
    "ky_so_kem_theo.no_image": SIGNING,
    "sao.digital_format": "nói về tệp PDF của bản sao, không phải tệp Word",
    "hd05.page.two_sided": "tệp Word không cho biết văn bản in một mặt hay hai mặt",
    "hd05.so.body_codes": "chữ viết tắt do từng cấp uỷ đặt, phải có danh sách của cấp uỷ",
    "hd05.so.lien_co_quan": ALLOWS,
    "hd05.dia_danh.abbrev": ALLOWS,
    "hd05.citation_comma": WORDING,
    "hd05.sign.kiem": MEANING,
    "hd05.tone_marks": ALLOWS,
    "mttq.other_layout": "nói thể thức nào dùng cho các thành phần khác; chương trình chọn theo ngày ký",
    "mttq.party_cell": "nói văn bản nào dùng thể thức của Đảng; chương trình chọn theo phần đầu văn bản",
}
"""Rule → why no program looks at it."""


def special_for(rule: Rule) -> Special | None:
    """The special check of a rule: by its own code, or by the code of the NĐ30 rule it stands for."""
    return SPECIAL.get(rule.code) or SPECIAL.get(words.bare(rule.code))


def status(rule: Rule) -> str:
    """How a rule is looked at: special, compared, covered, wording, not_yet, manual; '' if by nobody."""
    if rule.check == "manual":
        return "manual"
    if rule.code in NOT_YET:
        return "not_yet"
    if rule.code in COVERED:
        return "covered"
    if rule.code in BY_WORDING:
        return "wording"
    if special_for(rule):
        return "special"
    comparable = rule.prop in MEASURES and rule.op in OPS
    return "compared" if comparable else ""

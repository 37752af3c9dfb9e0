"""Which check answers for which rule: nothing of a profile may stay silently unchecked.

A rule is judged by a special check (``SPECIAL``), or by comparing measured values (``ops`` over ``facts``), or it is
listed here with the reason: ``COVERED`` (another rule reports the same fault) or ``NOT_YET``.
"""

from __future__ import annotations

from reportgen.checks.layout import (
    addressees,
    annex,
    body,
    headings,
    kinds,
    letterhead,
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
    annex, party, kinds,
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
    "quoc_hieu.text": ("quoc_hieu.case",),
    "noi_dung.ket_thuc": ("noi_dung.ket_thuc_attached",),
    "noi_nhan.item_end": ("noi_nhan.item_one_per_line",),
    "noi_dung.one_size": ("noi_dung.size",),
}  # fmt: skip
"""General rule → special rules: where a special one has spoken of the line, the general one keeps still."""

OUTSIDE = "cần người xem hoặc dữ liệu ngoài văn bản"
RARE = "thành phần không có trong văn bản do chương trình làm; chưa nhận ra trong văn bản khác"
ALLOWS = "chỉ nêu điều được phép, không có gì để bắt lỗi"
MEANING = "phải hiểu nghĩa câu văn"

NOT_YET: dict[str, str] = {
    "the_thuc.other_elements": ALLOWS,
    "tieu_ngu.rule_object": ALLOWS,
    "co_quan_chu_quan.abbreviation": ALLOWS,
    "co_quan_ban_hanh.wrap": ALLOWS,
    "tt01.du_thao.mark": ALLOWS,
    "tt01.phu_luc.kem_theo": ALLOWS,
    "tt01.codes_differ": "so.form_named của TT01 đã liệt kê các chữ viết tắt này",
    "bo_cuc.scheme_a": ALLOWS,
    "bo_cuc.scheme_b": ALLOWS,
    "bo_cuc.scheme_report": ALLOWS,
    "phan.title_required": MEANING,
    "can_cu.citation_full": MEANING,
    "vien_dan.first_full": MEANING,
    "vien_dan.next_short": MEANING,
    "chuc_vu.second_office": ALLOWS,
    "chu_ky_so.image": RARE,
    "dau.image": RARE,
    "ky_so_kem_theo.position": RARE,
    "ky_so_kem_theo.no_image": RARE,
    "ky_so_kem_theo.text": RARE,
    "ky_so_kem_theo.font": RARE,
    "phu_luc.kem_theo_fields": OUTSIDE,
    "phu_luc.end": RARE,
    "phu_luc.rule_below": RARE,
    "phu_luc.no_letterhead": RARE,
    "do_khan.box": RARE,
    "do_khan.color": RARE,
    "do_khan.position": RARE,
    "luu_hanh.text": RARE,
    "luu_hanh.format": RARE,
    "soan_thao.format": RARE,
    "lien_he.position": RARE,
    "lien_he.size": RARE,
    "lien_he.style": RARE,
    "sao.forms": RARE,
    "sao.form_format": RARE,
    "sao.codes": RARE,
    "sao.paper_position": RARE,
    "sao.digital_format": OUTSIDE,
    "sao.digital_sign": RARE,
    "sao.other_elements": RARE,
    "tt01.sao.forms": RARE,
    "hd05.page.two_sided": OUTSIDE,
    "hd05.co_quan.form": MEANING,
    "hd05.so.body_codes": OUTSIDE,
    "hd05.so.lien_co_quan": ALLOWS,
    "hd05.dia_danh.place": MEANING,
    "hd05.dia_danh.abbrev": ALLOWS,
    "hd05.can_cu.law": MEANING,
    "hd05.vien_dan": MEANING,
    "hd05.abbr": MEANING,
    "hd05.citation_comma": MEANING,
    "hd05.no_kt_for_committee": MEANING,
    "hd05.sign.kiem": MEANING,
    "hd05.sign.joint": MEANING,
    "hd05.du_thao": RARE,
    "hd05.luu_hanh": RARE,
    "hd05.do_khan": RARE,
    "hd05.lien_he": RARE,
    "hd05.soan_thao": RARE,
    "hd05.tone_marks": ALLOWS,
    "mttq.other_layout": ALLOWS,
    "mttq.party_cell": OUTSIDE,
}
"""Rule → why no program looks at it yet."""


def special_for(rule: Rule) -> Special | None:
    """The special check of a rule: by its own code, or by the code of the NĐ30 rule it stands for."""
    return SPECIAL.get(rule.code) or SPECIAL.get(words.bare(rule.code))


def status(rule: Rule) -> str:
    """How a rule is looked at: special, compared, covered, not_yet, manual; '' if by nobody."""
    if rule.check == "manual":
        return "manual"
    if rule.code in NOT_YET:
        return "not_yet"
    if rule.code in COVERED:
        return "covered"
    if special_for(rule):
        return "special"
    comparable = rule.prop in MEASURES and rule.op in OPS
    return "compared" if comparable else ""

"""The 29 kinds of administrative documents: Nghị định 30/2020/NĐ-CP, Điều 7 and Phụ lục III (codes: Mục I, forms: Mục II).

Kính gửi stands in công văn, tờ trình and reports to a higher body only (Phụ lục I, Mục II.9.b). The forms of minutes (1.9)
have no line of place and date. Mẫu 1.8 and 1.10 have no subject. Codes that TT01 (Phụ lục I) wrote otherwise stand
beside; they are from memory, not from its text.
"""

from __future__ import annotations

from reportgen.kinds.nouns import ALWAYS, AS_ABOVE, AS_ARTICLE, NONE, UNDER_NUMBER, UPWARDS, Kind

KINDS = (
    Kind(
        "nghị quyết",
        "NQ",
        sample_form="1.1",
        bases=ALWAYS,
        deciding_line="QUYẾT NGHỊ:",
        first_recipient=AS_ARTICLE,
    ),
    Kind(
        "quyết định",
        "QĐ",
        sample_form="1.2, 1.3",
        bases=ALWAYS,
        deciding_line="QUYẾT ĐỊNH:",
        has_articles=True,
        first_recipient=AS_ARTICLE,
    ),
    Kind("chỉ thị", "CT", sample_form="1.4"),
    Kind("quy chế", "QC", sample_form="1.3, 1.4", has_articles=True),
    Kind("quy định", "QyĐ", sample_form="1.3, 1.4", has_articles=True),
    Kind("thông cáo", "TC", sample_form="1.4"),
    Kind("thông báo", "TB", sample_form="1.4"),
    Kind("hướng dẫn", "HD", sample_form="1.4"),
    Kind("chương trình", "CTr", sample_form="1.4"),
    Kind("kế hoạch", "KH", sample_form="1.4"),
    Kind("phương án", "PA", sample_form="1.4"),
    Kind("đề án", "ĐA", sample_form="1.4"),
    Kind("dự án", "DA", sample_form="1.4"),
    Kind("báo cáo", "BC", sample_form="1.4", addressees=UPWARDS),
    Kind(
        "biên bản",
        "BB",
        sample_form="1.9",
        bases=NONE,
        offices=("Chủ tọa", "Thư ký"),
        two_sides=True,
        dated=False,
    ),
    Kind("tờ trình", "TTr", sample_form="1.4", addressees=ALWAYS),
    Kind("hợp đồng", "HĐ", two_sides=True),
    Kind(
        "công văn", "", sample_form="1.5", printed=False, subject=UNDER_NUMBER, addressees=ALWAYS, bases=NONE
    ),
    Kind("công điện", "CĐ", sample_form="1.6", bases=NONE),
    Kind("bản ghi nhớ", "BGN", old_code="GN", two_sides=True),
    Kind("bản thỏa thuận", "BTT", old_code="TTh", two_sides=True),
    Kind("giấy ủy quyền", "GUQ", old_code="UQ", sample_form="1.4"),
    Kind("giấy mời", "GM", sample_form="1.7", bases=NONE),
    Kind(
        "giấy giới thiệu",
        "GGT",
        old_code="GT",
        sample_form="1.8",
        subject=NONE,
        bases=NONE,
        first_recipient=AS_ABOVE,
    ),
    Kind("giấy nghỉ phép", "GNP", old_code="NP", sample_form="1.10", subject=NONE, bases=NONE),
    Kind("phiếu gửi", "PG", sample_form="1.4", bases=NONE),
    Kind("phiếu chuyển", "PC", sample_form="1.4", bases=NONE),
    Kind("phiếu báo", "PB", sample_form="1.4", bases=NONE),
    Kind("thư công", "", printed=False, subject=NONE, bases=NONE),
)

"""The kinds of Party documents, with the codes of Hướng dẫn 05-HD/VPTW (Phần II, I.3.1.2.a).

The guide fixes the codes of a few and lets the others take the first letters of their syllables. Its công văn has a code.
Addressees stand in công văn («Kính gửi:») and tờ trình («Kính trình:») only (I.9.2.3, I.9.2.4); minutes are signed by
the chair on the right and by who took them on the left (I.7.1.4.e).
"""

from __future__ import annotations

from reportgen.kinds.nouns import ALWAYS, AS_ARTICLE, NONE, UNDER_NUMBER, Kind

KINDS = (
    Kind("nghị quyết", "NQ"),
    Kind(
        "quyết định",
        "QĐ",
        bases=ALWAYS,
        deciding_line="QUYẾT ĐỊNH",
        has_articles=True,
        first_recipient=AS_ARTICLE,
    ),
    Kind("quy định", "QĐ", has_articles=True),
    Kind("chỉ thị", "CT"),
    Kind("kết luận", "KL"),
    Kind("quy chế", "QC", has_articles=True),
    Kind("thông tri", "TT"),
    Kind("hướng dẫn", "HD"),
    Kind("thông báo", "TB"),
    Kind("thông cáo", "TC"),
    Kind("báo cáo", "BC"),
    Kind("kế hoạch", "KH"),
    Kind("chương trình", "CTr"),
    Kind("đề án", "ĐA"),
    Kind("phương án", "PA"),
    Kind("dự án", "DA"),
    Kind("tờ trình", "TTr", addressees=ALWAYS, addressee_label="Kính trình:"),
    Kind("công văn", "CV", printed=False, subject=UNDER_NUMBER, addressees=ALWAYS, bases=NONE),
    Kind("biên bản", "BB", bases=NONE, offices=("Chủ trì hội nghị", "Người ghi biên bản"), two_sides=True),
    Kind("giấy mời", "GM", bases=NONE),
    Kind("giấy giới thiệu", "GGT", subject=NONE, bases=NONE),
)

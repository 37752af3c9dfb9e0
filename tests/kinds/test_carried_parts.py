"""What each kind carries on the page: addressees and «Như trên», bases and articles, two signers, no date."""

import pytest

from reportgen.context import head_of
from reportgen.errors import DataError

BASES = "[Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015, Theo đề nghị của Chánh Văn phòng Sở]"
ARTICLES = "#. Giao kinh phí năm nay.\n\n#. Các phòng thuộc Sở chịu trách nhiệm thi hành Quyết định này./.\n"


def after(lines, first, count):
    at = lines.index(first)
    return lines[at + 1 : at + 1 + count]


def test_a_report_to_a_higher_body(document):
    made = document("báo cáo", kinh_gui="[Ủy ban nhân dân tỉnh]")
    assert "Kính gửi: Ủy ban nhân dân tỉnh" in made.lines
    assert after(made.lines, "Nơi nhận:", 2) == ["- Như trên;", "- Lãnh đạo Sở;"]
    assert made.codes == []


def test_a_report_sideways_or_down(document):
    made = document("báo cáo")
    assert not any(line.startswith("Kính gửi") for line in made.lines)
    assert after(made.lines, "Nơi nhận:", 1) == ["- Lãnh đạo Sở;"]


def test_nhu_tren_is_not_doubled(document):
    made = document("báo cáo", kinh_gui="[Ủy ban nhân dân tỉnh]", noi_nhan="[Như trên, Lãnh đạo Sở]")
    assert made.lines.count("- Như trên;") == 1


def test_a_plan_has_no_addressees(document):
    made = document("kế hoạch", kinh_gui="[Ủy ban nhân dân tỉnh]", noi_nhan="[Như trên]")
    assert made.codes == ["kinh_gui.applies"]


def test_a_letter(document):
    made = document(
        "công văn", subject="rà soát dự toán", don_vi_soan_thao="QLNS", kinh_gui="[Sở Nội vụ, Sở Y tế]"
    )
    assert after(made.lines, "Số:        /STC-QLNS", 1) == ["V/v rà soát dự toán"]
    assert "CÔNG VĂN" not in made.lines
    assert after(made.lines, "Kính gửi:", 2) == ["- Sở Nội vụ;", "- Sở Y tế."]
    assert made.codes == []


@pytest.mark.parametrize(
    ("signer", "line"),
    [
        ("{chuc_vu: Giám đốc}", "GIÁM ĐỐC SỞ TÀI CHÍNH"),
        ("{chuc_vu: Phó Giám đốc, quyen_han_ky: [KT. Giám đốc]}", "GIÁM ĐỐC SỞ TÀI CHÍNH"),
        ("{chuc_vu: Chủ tịch, quyen_han_ky: [TM. Sở Tài chính]}", "SỞ TÀI CHÍNH"),
    ],
)
def test_a_decision(document, signer, line):
    made = document(
        "quyết định", subject="Về việc giao kinh phí", scheme='["Điều 1."]', body=ARTICLES, can_cu=BASES, nguoi_ky=signer,
        noi_nhan="[Như Điều 2, Kho bạc]",
    )  # fmt: skip
    at = made.lines.index("Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;")
    assert made.lines[at - 1 : at + 4] == [
        line,
        "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;",
        "Theo đề nghị của Chánh Văn phòng Sở.",
        "QUYẾT ĐỊNH:",
        "Điều 1. Giao kinh phí năm nay.",
    ]
    assert made.codes == []


@pytest.mark.parametrize(
    ("office", "body", "line"),
    [
        ("Giám đốc", "Sở Tài chính", "Giám đốc Sở Tài chính"),
        ("Chánh Văn phòng", "Văn phòng", "Chánh Văn phòng"),
        ("Trưởng Ban Tổ chức", "Ban Tổ chức Tỉnh uỷ", "Trưởng Ban Tổ chức Tỉnh uỷ"),
    ],
)
def test_an_office_with_its_body_says_no_word_twice(office, body, line):
    assert head_of(office, body) == line


def test_who_decides_may_be_said(document):
    made = document("nghị quyết", can_cu=BASES, tham_quyen="Hội đồng trường", noi_nhan="[Như Điều 1]")
    at = made.lines.index("HỘI ĐỒNG TRƯỜNG")
    assert made.lines[at + 3] == "QUYẾT NGHỊ:"


def test_minutes_are_signed_on_both_sides_and_have_no_date(document):
    made = document("biên bản", noi_luu="VT, Hồ sơ")
    assert made.codes == []
    assert not any("ngày 06 tháng 10" in line for line in made.lines)
    assert made.lines.index("THƯ KÝ") < made.lines.index("CHỦ TỌA") < made.lines.index("Nơi nhận:")


def test_a_contract_names_both_sides(document):
    made = document("hợp đồng", nguoi_ky_trai="Đại diện bên B", nguoi_ky="{chuc_vu: Đại diện bên A}")
    assert made.lines.index("ĐẠI DIỆN BÊN B") < made.lines.index("ĐẠI DIỆN BÊN A")
    assert any("ngày 06 tháng 10" in line for line in made.lines)


@pytest.mark.parametrize(
    ("name", "more", "code"),
    [
        ("công văn", {"don_vi_soan_thao": "VP"}, "DL61"),
        ("tờ trình", {}, "DL61"),
        ("công văn", {"kinh_gui": "[Sở Nội vụ]"}, "DL62"),
        ("hợp đồng", {}, "DL64"),
    ],
)
def test_what_a_kind_needs_is_asked_for(document, name, more, code):
    with pytest.raises(DataError) as caught:
        document(name, **more)
    assert [finding.code for finding in caught.value.findings] == [code]


def test_a_decision_without_bases_is_only_warned(document):
    made = document(
        "quyết định",
        subject="Về việc giao kinh phí",
        scheme='["Điều 1."]',
        body=ARTICLES,
        noi_nhan="[Như Điều 2]",
    )
    assert made.codes == ["DL63"]


def test_without_a_period_the_month_of_issue_is_meant(document):
    assert document("thông báo", ky_bao_cao="").draft.period.short == "tháng 10/2025"

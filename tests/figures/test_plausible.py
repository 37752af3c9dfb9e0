"""Numbers that cannot be: below nothing, more than a whole, outside what was declared; digits nobody said to drop."""

import pytest

from reportgen.checks.figures import check_digits, check_figures
from reportgen.checks.plausible import limits_of, usual_limits, within

SIGNS = [
    ("Số hộ nghèo cuối kỳ", "hộ", True),
    ("Nhà đã khởi công", "nhà", True),
    ("Khách du lịch", "triệu lượt khách", True),
    ("Diện tích lúa", "ha", True),
    ("Sản lượng", "tấn", True),
    ("Số hộ nghèo giảm", "hộ", False),
    ("Số hộ tăng thêm", "hộ", False),
    ("Chênh lệch hộ nghèo so với kỳ trước", "hộ", False),
    ("Biên chế thừa, thiếu", "người", False),
    ("Hộ nghèo (+/-)", "hộ", False),
    ("Thu, chi", "triệu đồng", False),
    ("Cán cân thương mại", "triệu USD", False),
    ("Nhiệt độ thấp nhất", "độ C", False),
    ("Nhiệt kế", "°C", False),
    ("Mực nước", "m", False),
    ("Mực nước hồ", "cm", False),
    ("Chỉ số", "điểm", False),
    ("Tốc độ", "%", False),
    ("Hệ số", "", False),
]
SHARES = [
    ("Tỷ lệ hộ nghèo", "%", True),
    ("Tỉ lệ xã đạt chuẩn nông thôn mới", "%", True),
    ("Tỷ trọng công nghiệp", "%", True),
    ("Hộ nghèo chiếm", "phần trăm", True),
    ("Tỷ lệ hộ trên địa bàn dùng nước sạch", "%", True),
    ("Tỷ lệ rác được thu gom", "%", True),
    ("Tỷ lệ thực hiện", "%", False),
    ("Tỷ lệ hoàn thành", "%", False),
    ("Tỷ lệ thu ngân sách", "%", False),
    ("Tỷ lệ đạt kế hoạch", "%", False),
    ("Tỷ lệ so với cùng kỳ", "%", False),
    ("Tỷ lệ (%)", "%", False),
    ("Tỷ lệ hộ nghèo", "% kế hoạch", False),
    ("Tỷ lệ tăng trưởng", "%", False),
    ("Tỷ lệ nợ công trên GRDP", "%", False),
    ("Công suất sử dụng giường bệnh", "%", False),
    ("Tỷ lệ sinh", "‰", False),
    ("Tỷ lệ nghèo", "điểm phần trăm", False),
]


@pytest.mark.parametrize(("label", "unit", "is_doubted"), SIGNS)
def test_which_names_cannot_be_negative(label, unit, is_doubted):
    assert (usual_limits(label, unit).low is not None) is is_doubted


@pytest.mark.parametrize(("label", "unit", "is_doubted"), SHARES)
def test_which_names_cannot_exceed_a_whole(label, unit, is_doubted):
    assert (usual_limits(label, unit).high is not None) is is_doubted


INDICATORS = """
ho: {ten_goi: Hộ nghèo, don_vi_tinh: hộ}
ho_truoc: {ten_goi: Hộ nghèo đầu năm, don_vi_tinh: hộ, bat_buoc: không}
muc: {ten_goi: Mức của hộ, don_vi_tinh: hộ, bat_buoc: không}
tl: {ten_goi: Tỷ lệ hộ nghèo, don_vi_tinh: "%", so_le: 1, bat_buoc: không}
am: {ten_goi: Hộ di chuyển, don_vi_tinh: hộ, thap_nhat: -50, bat_buoc: không}
xa: {ten_goi: Số xã, don_vi_tinh: xã, cao_nhat: 9, bat_buoc: không}
"""
CASES = [
    ("ho: 26", "", []),
    ("ho: 0", "", []),
    ("ho: -26", "", [("SL41", False)]),
    ("ho: {gia_tri: -26, chap_nhan: theo bản gốc}", "", [("SL41", False)]),
    ("ho: {in_tren_van_ban: -26}", "", [("SL41", False)]),
    ("ho: 5\nam: -26", "", []),
    ("ho: 5\nam: -51", "", [("SL43", True)]),
    ("ho: 5\nxa: 9", "", []),
    ("ho: 5\nxa: 10", "", [("SL43", True)]),
    ("ho: 5\nxa: {gia_tri: 10, chap_nhan: thêm một xã}", "", [("SL43", False)]),
    ("ho: 5\nxa: -1", "", [("SL41", False)]),
    ("ho: 5\ntl: 100,0", "", []),
    ("ho: 5\ntl: 100,1", "", [("SL42", False)]),
    ("ho: 5\ntl: -0,1", "", [("SL41", False)]),
    ("ho: 3\nho_truoc: 5\nmuc: -2", "hieu: [ho, ho_truoc], bang: muc", []),
    ("ho: 3\nho_truoc: 5\nmuc: -2", "tang_giam: [ho, ho_truoc], bang: muc", []),
    ("ho: 3\nho_truoc: 5\nmuc: -2", "bieu_thuc: muc = ho - ho_truoc", []),
    ("ho: 3\nho_truoc: 5\nmuc: -2", "bieu_thuc: ho < ho_truoc", [("SL41", False)]),
    ("ho: 5\nho_truoc: 4\ntl: 125,0", "phan_tram_ke_hoach: [ho, ho_truoc], bang: tl", []),
    ("ho: 5\nho_truoc: 4\ntl: 125,0", "ty_le: [ho, ho_truoc], bang: tl", [("SL42", False)]),
    ("ho: 4\nho_truoc: 5\ntl: 800,0", "ty_le: [ho, ho_truoc], bang: tl", [("SL30", True)]),
]


@pytest.mark.parametrize(("typed", "relation", "found"), CASES)
def test_what_is_said_of_them(read, declare_relations, typed, relation, found):
    figures, faults = read(INDICATORS, typed)
    relations = declare_relations(f"- {{ten_goi: Quan hệ, {relation}}}" if relation else "[]")
    assert faults == []
    assert [(f.code, f.blocks) for f in check_figures(relations, figures)] == found


def test_the_message_says_what_to_do(read):
    figures, _ = read(INDICATORS, "ho: -1.026\ntl: 692,0\nxa: 90")
    negative, over, outside = check_figures([], figures)
    assert (str(negative.place), negative.message) == ("bao-cao.yml:1:5", "«Hộ nghèo» (ho): số đếm mà âm (-1.026 hộ)")
    assert "thap_nhat" in negative.hint and "chap_nhan" in negative.hint
    assert over.message.endswith("quá 100% (692,0%)") and "cao_nhat" in over.hint
    assert (outside.found, outside.expected) == ("90 xã", "đến 9")


def test_a_reason_nobody_needs_is_said(read):
    figures, _ = read(INDICATORS, "ho: {gia_tri: 26, chap_nhan: số âm}")
    assert [f.code for f in check_figures([], figures)] == ["SL38"]


def test_a_derived_share_is_doubted_and_shows_its_working(read):
    shares = """
a: {ten_goi: Hộ nghèo, don_vi_tinh: hộ}
b: {ten_goi: Tổng số hộ, don_vi_tinh: hộ}
p: {ten_goi: Tỷ lệ hộ nghèo, don_vi_tinh: "%", so_le: 1, cong_thuc: b / a * 100}
con: {ten_goi: Hộ khác, don_vi_tinh: hộ, cong_thuc: a - b}
"""
    figures, _ = read(shares, "a: 20\nb: 25")
    (doubt,) = check_figures([], figures)
    assert doubt.code == "SL42" and "25 / 20 × 100 = 125,0%" in doubt.message and "chap_nhan" not in doubt.hint


@pytest.mark.parametrize(
    ("more", "found"),
    [("", ["SL44"]), (", so_le: 0", []), (", so_le: 1", []), (", lam_tron: có", []), (", xap_xi: gan", [])],
)
def test_digits_nobody_said_to_drop(read, more, found):
    average = f"a: {{ten_goi: A}}\nb: {{ten_goi: B}}\nc: {{ten_goi: Bình quân, don_vi_tinh: hộ{more}, cong_thuc: a / b}}"
    uneven, _ = read(average, "a: 163\nb: 3")
    even, _ = read(average, "a: 162\nb: 3")
    assert [f.code for f in check_digits(uneven)] == found
    assert check_digits(even) == []


@pytest.mark.parametrize(
    ("values", "is_held"),
    [
        ({"ho": [1, 2], "xa": [9, 0]}, True),
        ({"ho": [1, -2], "xa": [9, 0]}, False),
        ({"ho": [1, 2], "xa": [9, 10]}, False),
        ({"ho": [-2], "xa": [9, 9]}, False),
        ({"ho": [1, 2]}, True),
        ({"ho": [], "xa": [9]}, True),
    ],
)
def test_many_reports_are_tested_at_once(declare_indicators, values, is_held):
    indicators = {key: its for key, its in declare_indicators(INDICATORS).items() if key in ("ho", "xa")}
    assert within(limits_of(indicators, []))(values) is is_held

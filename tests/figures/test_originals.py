"""Figures kept as an original prints them: held against their formula, or against the true value beside them."""

import pytest

MONEY = """
so_nha: {ten_goi: Số nhà, don_vi_tinh: nhà}
muc: {ten_goi: Mức, don_vi_tinh: triệu đồng/nhà}
tien: {ten_goi: Tiền, don_vi_tinh: triệu đồng, so_le: 1, cong_thuc: so_nha * muc}
"""


@pytest.mark.parametrize(
    ("printed", "code", "accepted"),
    [
        ("27.480,0", None, ""),
        ("27.420,0", "SL30", ""),
        ('"27.420,0", chap_nhan: theo bản gốc', "SL30", "theo bản gốc"),
        ('"27.480,0", chap_nhan: theo bản gốc', "SL38", ""),
    ],
)
def test_a_derived_figure_as_an_original_prints_it(checked, printed, code, accepted):
    value = printed if printed.startswith('"') else f'"{printed}"'
    findings = checked(MONEY, f"so_nha: 458\nmuc: 60\ntien: {{in_tren_van_ban: {value}}}", "[]")
    assert [(f.code, f.accepted) for f in findings] == ([(code, accepted)] if code else [])
    if code == "SL30":
        assert findings[0].message.startswith(
            "công thức: 458 × 60 = 27.480,0 triệu đồng, nhưng «Tiền» ghi 27.420,0"
        )


def test_a_printed_figure_without_its_operand_is_reported_as_not_checked(checked):
    indicators = "a: {ten_goi: A, bat_buoc: không}\nb: {ten_goi: B, cong_thuc: a + 1}"
    findings = checked(indicators, "b: {in_tren_van_ban: 5, chap_nhan: theo bản gốc}", "[]")
    assert [(f.code, f.blocks) for f in findings] == [("SL39", False)]


TYPED = """
ho: {ten_goi: Số hộ, don_vi_tinh: hộ, bat_buoc: không}
tien: {ten_goi: Tiền, don_vi_tinh: triệu đồng, bat_buoc: không}
von: {ten_goi: Vốn, don_vi_tinh: tỷ đồng, so_le: 1, bat_buoc: không}
cat: {ten_goi: Tỷ lệ cắt, don_vi_tinh: "%", so_le: 1, quy_tac_lam_tron: cat_bot, bat_buoc: không}
"""


@pytest.mark.parametrize(
    ("typed", "code", "expected"),
    [
        ("ho: {in_tren_van_ban: 26.140}", None, ""),
        ("ho: {gia_tri: 26.140, in_tren_van_ban: 26.140}", None, ""),
        ("ho: {gia_tri: 26.140, in_tren_van_ban: 26.410}", "SL30", "26.140 hộ"),
        ('tien: {gia_tri: "975,62", in_tren_van_ban: 976}', None, ""),
        ('tien: {gia_tri: "975,62", in_tren_van_ban: 975}', "SL31", "976 triệu đồng"),
        ('tien: {gia_tri: "975,62", in_tren_van_ban: 967}', "SL30", "976 triệu đồng"),
        ('tien: {gia_tri: "975,62", in_tren_van_ban: gần 976}', None, ""),
        ('tien: {gia_tri: "975,62", in_tren_van_ban: khoảng 976}', None, ""),
        ('tien: {gia_tri: "975,62", in_tren_van_ban: trên 976}', "SL33", "gần 976 triệu đồng"),
        ('tien: {gia_tri: "976,38", in_tren_van_ban: gần 976}', "SL33", "trên 976 triệu đồng"),
        ("tien: {gia_tri: 976, in_tren_van_ban: hơn 976}", "SL33", "976 triệu đồng"),
        ('tien: {gia_tri: "975,62", in_tren_van_ban: trên 967}', "SL30", "trên 975 triệu đồng"),
        ('tien: {gia_tri: "975,62", in_tren_van_ban: gần 1.000}', None, ""),
        ("von: {gia_tri: 25.495, don_vi_nguon: triệu đồng, in_tren_van_ban: trên 25}", "SL04", ""),
        ('von: {gia_tri: "25495", don_vi_nguon: triệu đồng, in_tren_van_ban: "25,5"}', None, ""),
        ('von: {gia_tri: "25495", don_vi_nguon: triệu đồng, in_tren_van_ban: "trên 25,5"}', "SL33", "gần 25,5 tỷ đồng"),
        ('von: {gia_tri: "25495", don_vi_nguon: triệu đồng, in_tren_van_ban: "25,4"}', "SL31", "25,5 tỷ đồng"),
        ('cat: {gia_tri: "66,68", in_tren_van_ban: "66,6"}', None, ""),
        ('cat: {gia_tri: "66,68", in_tren_van_ban: "66,7"}', "SL31", "66,6%"),
        ('cat: {gia_tri: "66,68", in_tren_van_ban: "66,5"}', "SL30", "66,6%"),
    ],
)  # fmt: skip
def test_a_typed_figure_beside_its_true_value(read, typed, code, expected):
    from reportgen.checks.figures import check_relations

    figures, findings = read(TYPED, typed)
    findings += check_relations([], figures)
    assert [(f.code, f.expected) for f in findings] == ([(code, expected)] if code else [])


def test_the_printed_figure_is_the_one_relations_see(checked):
    typed = 'ho: 40\ntien: {gia_tri: "975,62", in_tren_van_ban: 967, chap_nhan: theo bản gốc}'
    findings = checked(TYPED, typed, "- {ten_goi: Quan hệ, bieu_thuc: tien = 967}")
    assert [(f.code, f.accepted) for f in findings] == [("SL30", "theo bản gốc")]
    assert "giá trị đúng = 975,62 triệu đồng, phải ghi 976 triệu đồng" in findings[0].message


RULED = """
a: {ten_goi: A, don_vi_tinh: hộ}
b: {ten_goi: B, don_vi_tinh: hộ}
p: {ten_goi: P, don_vi_tinh: "%", so_le: 1, bat_buoc: không}
q: {ten_goi: Q, don_vi_tinh: "%", so_le: 1, quy_tac_lam_tron: lam_tron, bat_buoc: không}
x: {ten_goi: X, don_vi_tinh: "%", so_le: 1, cong_thuc: a / b * 100}
y: {ten_goi: Y, don_vi_tinh: "%", so_le: 1, quy_tac_lam_tron: lam_tron, cong_thuc: a / b * 100}
"""


def test_a_rule_for_the_whole_document(declare_indicators, declare_relations):
    from reportgen.checks.figures import check_relations
    from reportgen.figures.model import under_rule
    from reportgen.figures.reading import read_figures
    from reportgen.yamltext import parse

    findings = []
    indicators = under_rule(declare_indicators(RULED), "cat_bot")
    typed = parse('a: 2\nb: 3\np: {gia_tri: "6,98", cho_lam_tron: có}\nq: 66,6', "bao-cao.yml")
    figures = read_figures(typed, indicators, findings)
    assert [str(figures[key]) for key in "xyp"] == ["66,6%", "66,7%", "6,9%"]
    relations = "- {ten_goi: R, ty_le: [a, b], bang: q}\n- {ten_goi: S, ty_le: [a, b], bang: x}"
    findings += check_relations(declare_relations(relations), figures)
    assert [(f.code, f.found) for f in findings] == [("SL31", "66,6%")]

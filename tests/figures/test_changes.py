"""Two periods, or a result and its plan: size, direction and unit of the change."""

import pytest

INDICATORS = """
cuoi: {ten_goi: Hộ nghèo cuối kỳ, don_vi_tinh: hộ, bat_buoc: không}
dau: {ten_goi: Hộ nghèo đầu kỳ, don_vi_tinh: hộ, bat_buoc: không}
tl_cuoi: {ten_goi: Tỷ lệ cuối kỳ, don_vi_tinh: "%", so_le: 2, bat_buoc: không}
tl_dau: {ten_goi: Tỷ lệ đầu kỳ, don_vi_tinh: "%", so_le: 2, bat_buoc: không}
so_giam: {ten_goi: Số hộ giảm, don_vi_tinh: hộ, bat_buoc: không}
phan_tram: {ten_goi: Phần trăm, don_vi_tinh: "%", so_le: 2, bat_buoc: không}
ke_hoach: {ten_goi: So với kế hoạch, don_vi_tinh: "% kế hoạch", so_le: 2, bat_buoc: không}
diem: {ten_goi: Số điểm, don_vi_tinh: điểm phần trăm, so_le: 2, bat_buoc: không}
trieu: {ten_goi: Thu năm nay, don_vi_tinh: triệu đồng, bat_buoc: không}
ty: {ten_goi: Thu năm trước, don_vi_tinh: tỷ đồng, so_le: 1, bat_buoc: không}
"""
HOUSEHOLDS = "cuoi: 17.352\ndau: 26.140\n"
SHARES = "tl_cuoi: 4,53\ntl_dau: 6,92\n"
COUNTS, RATES = "tang_giam: [cuoi, dau]", "tang_giam: [tl_cuoi, tl_dau]"
PLAN = "phan_tram_ke_hoach: [cuoi, dau]"


def found(checked, typed, relation):
    return checked(INDICATORS, typed, f"- {{ten_goi: Quan hệ, {relation}}}")


@pytest.mark.parametrize(
    ("typed", "relation"),
    [
        (HOUSEHOLDS, f"{COUNTS}, viet_la: giam"),
        (f"{HOUSEHOLDS}so_giam: 8.788", f"{COUNTS}, bang: so_giam, viet_la: giam"),
        (f"{HOUSEHOLDS}so_giam: -8.788", f"{COUNTS}, bang: so_giam"),
        (f"{HOUSEHOLDS}phan_tram: 33,62", f"{COUNTS}, bang: phan_tram, viet_la: giam"),
        (f"{HOUSEHOLDS}phan_tram: -33,62", f"{COUNTS}, bang: phan_tram"),
        (f"{HOUSEHOLDS}phan_tram: trên 33,6", f"{COUNTS}, bang: phan_tram, viet_la: giam"),
        (f"{SHARES}diem: 2,39", f"{RATES}, bang: diem, viet_la: giảm"),
        (f"{SHARES}phan_tram: 34,54", f"{RATES}, bang: phan_tram, viet_la: giam"),
        ("tl_cuoi: 4,53\ntl_dau: 4,53\ndiem: 0", f"{RATES}, bang: diem, viet_la: khong_doi"),
        ("cuoi: 0\ndau: 5\nphan_tram: 100", f"{COUNTS}, bang: phan_tram, viet_la: giam"),
        ("cuoi: 5\ndau: 0\nso_giam: 5", f"{COUNTS}, bang: so_giam, viet_la: tang"),
        ("trieu: 1.500\nty: 1,2\nphan_tram: 25", "tang_giam: [trieu, ty], bang: phan_tram, viet_la: tang"),
        ("cuoi: 3.009\ndau: 2.700\nke_hoach: 111,44", f"{PLAN}, bang: ke_hoach, viet_la: vuot"),
        ("cuoi: 3.009\ndau: 2.700\nphan_tram: 11,44", f"{COUNTS}, bang: phan_tram, viet_la: tang"),
        ("cuoi: 2.000\ndau: 2.700", f"{PLAN}, viet_la: chua_dat"),
        ("trieu: 1.500\nty: 1,5\nke_hoach: 100", "phan_tram_ke_hoach: [trieu, ty], bang: ke_hoach"),
    ],
)
def test_nothing_is_said_of_what_fits(checked, typed, relation):
    assert found(checked, typed, relation) == []


@pytest.mark.parametrize(
    ("typed", "relation", "code", "printed", "expected"),
    [
        (HOUSEHOLDS, f"{COUNTS}, viet_la: tang", "SL35", "tăng", "giảm"),
        (HOUSEHOLDS, f"{COUNTS}, viet_la: khong_doi", "SL35", "không đổi", "giảm"),
        (HOUSEHOLDS, f"{PLAN}, viet_la: vuot", "SL35", "vượt kế hoạch", "chưa đạt kế hoạch"),
        ("cuoi: 5\ndau: 5", f"{PLAN}, viet_la: vuot", "SL35", "vượt kế hoạch", "đạt kế hoạch"),
        ("tl_cuoi: 4,53\ntl_dau: 4,53", f"{RATES}, viet_la: giam", "SL32", "giảm", "không đổi"),
        (f"{HOUSEHOLDS}phan_tram: 33,62", f"{COUNTS}, bang: phan_tram, viet_la: tang", "SL35", "tăng", "giảm"),
        (f"{HOUSEHOLDS}phan_tram: 33,62", f"{COUNTS}, bang: phan_tram", "SL35", "33,62%", "-33,62%"),
        (f"{HOUSEHOLDS}phan_tram: -33,62", f"{COUNTS}, bang: phan_tram, viet_la: giam", "SL35", "-33,62%", "33,62%"),
        (f"{HOUSEHOLDS}phan_tram: 33,61", f"{COUNTS}, bang: phan_tram, viet_la: giam", "SL31", "33,61%", "33,62%"),
        (f"{HOUSEHOLDS}phan_tram: 50,65", f"{COUNTS}, bang: phan_tram, viet_la: giam", "SL30", "50,65%", "33,62%"),
        (f"{HOUSEHOLDS}so_giam: 8.778", f"{COUNTS}, bang: so_giam, viet_la: giam", "SL30", "8.778 hộ", "8.788 hộ"),
        (f"{SHARES}diem: 2,40", f"{RATES}, bang: diem, viet_la: giam", "SL32", "2,40 điểm phần trăm", "2,39 điểm phần trăm"),
        (f"{SHARES}diem: 2,93", f"{RATES}, bang: diem, viet_la: giam", "SL30", "2,93 điểm phần trăm", "2,39 điểm phần trăm"),
        (f"{SHARES}phan_tram: 2,39", f"{RATES}, bang: phan_tram, viet_la: giam", "SL36", "2,39%", "2,39 điểm phần trăm"),
        (f"{SHARES}phan_tram: -2,39", f"{RATES}, bang: phan_tram", "SL36", "-2,39%", "-2,39 điểm phần trăm"),
        (f"{SHARES}diem: 34,54", f"{RATES}, bang: diem, viet_la: giam", "SL30", "34,54 điểm phần trăm", "2,39 điểm phần trăm"),
        ("cuoi: 3.009\ndau: 2.700\nke_hoach: 89,73", f"{PLAN}, bang: ke_hoach", "SL30", "89,73% kế hoạch", "111,44% kế hoạch"),
    ],
)  # fmt: skip
def test_a_deviation_is_named_by_its_nature(checked, typed, relation, code, printed, expected):
    findings = found(checked, typed, relation)
    assert [(f.code, f.found, f.expected) for f in findings] == [(code, printed, expected)]


def test_wrong_words_and_a_wrong_size_are_two_findings(checked):
    findings = found(checked, f"{HOUSEHOLDS}phan_tram: 33,82", f"{COUNTS}, bang: phan_tram, viet_la: tang")
    assert [(f.code, f.place.file) for f in findings] == [("SL35", "loai.yml"), ("SL30", "bao-cao.yml")]
    assert findings[0].message == (
        "Quan hệ: văn bản viết «tăng», nhưng Hộ nghèo cuối kỳ (17.352 hộ) nhỏ hơn Hộ nghèo đầu kỳ (26.140 hộ) "
        "là 8.788 hộ (lời văn ngược với số liệu)"
    )


def test_the_excess_over_a_plan_is_told_from_the_share_of_it(checked):
    findings = found(checked, "cuoi: 3.009\ndau: 2.700\nke_hoach: 11,44", f"{PLAN}, bang: ke_hoach")
    assert [f.code for f in findings] == ["SL30"]
    assert "con số này là phần vượt" in findings[0].hint


def test_a_reason_lets_words_stand(checked):
    findings = found(checked, HOUSEHOLDS, f"{COUNTS}, viet_la: tang, chap_nhan: theo bản gốc")
    assert [(f.code, f.blocks) for f in findings] == [("SL35", False)]

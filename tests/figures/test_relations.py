"""What relations find, and what they let pass: kinds of deviation as cases."""

import pytest

INDICATORS = """
a: {ten_goi: Số A, don_vi_tinh: hộ}
b: {ten_goi: Số B, don_vi_tinh: hộ}
c: {ten_goi: Số C, don_vi_tinh: hộ}
p: {ten_goi: Tỷ lệ P, don_vi_tinh: "%", so_le: 1}
q: {ten_goi: Tỷ lệ Q, don_vi_tinh: "%", so_le: 1}
r: {ten_goi: Tỷ lệ R, don_vi_tinh: "%", so_le: 1}
d: {ten_goi: Điểm D, don_vi_tinh: điểm phần trăm, so_le: 1}
muc: {ten_goi: Mức hỗ trợ, don_vi_tinh: triệu đồng/nhà}
tien: {ten_goi: Số tiền, don_vi_tinh: triệu đồng, so_le: 1}
ty: {ten_goi: Số tiền tỷ, don_vi_tinh: tỷ đồng, so_le: 1}
tron: {ten_goi: Số tiền tròn, don_vi_tinh: tỷ đồng}
lan: {ten_goi: Số lần, don_vi_tinh: lần, so_le: 1}
"""
OPTIONAL = "\n".join(line.replace("}", ", bat_buoc: không}") for line in INDICATORS.strip().splitlines())


def rel(body):
    return f"- {{ten_goi: Quan hệ, {body}}}"


SILENT = [
    ("a: 2\nb: 3\nc: 5", "tong: [a, b], bang: c"),
    ("a: 0\nb: 0\nc: 0", "tong: [a, b], bang: c"),
    ("a: 5\nb: 3\nc: 2", "hieu: [a, b], bang: c"),
    ("a: 3\nb: 5\nc: -2", "hieu: [a, b], bang: c"),
    ("a: 276\nmuc: 60\ntien: 16.560,0", "tich: [a, muc], bang: tien"),
    ("a: 276\nmuc: 60\nty: 16,6", "tich: [a, muc], bang: ty"),
    ("a: 276\nmuc: 60\ntron: 17", "tich: [a, muc], bang: tron"),
    ("a: 1\nb: 3\np: 33,3", "ty_le: [a, b], bang: p"),
    ("a: 2\nb: 3\np: 66,7", "ty_le: [a, b], bang: p"),
    ("a: 3\nb: 2\nlan: 1,5", "ty_le: [a, b], bang: lan"),
    ("p: 10\na: 2000\nb: 200", "tich: [p, a], bang: b"),
    ("p: 6,9\nq: 4,5\nd: 2,4", "hieu: [p, q], bang: d"),
    ("ty: 120,0\ntron: 120", "bang_nhau: [ty, tron]"),
    ("ty: 120,4\ntron: 120", "bang_nhau: [ty, tron]"),
    ("ty: 120,4\ntron: 120", "bang_nhau: [tron, ty]"),
    ("tien: 1.500,0\nty: 1,5\ntron: 2", "bang_nhau: [tien, ty, tron]"),
    ("a: 2\nb: 3\nc: 5", "tong: [a, b], khong_qua: c"),
    ("a: 2\nb: 3\nc: 6", "tong: [a, b], khong_qua: c"),
    ("a: 2\nc: 5", "tong: [a], khong_qua: c"),
    ("tien: 1.125,0\nty: 25,5", "tong: [tien], khong_qua: ty"),
    ("tien: 25.560,0\nty: trên 25,5", "tong: [tien], khong_qua: ty"),
    ("a: 2\nb: 3\nc: 5", "trong_do: [a, b], tong_so: c, du: có"),
    ("a: 2\nb: 3\nc: 6", "trong_do: [a, b], tong_so: c, du: không"),
    ("a: 6\nc: 6", "trong_do: [a], tong_so: c, du: không"),
    ("tien: 1.500,0\nty: 0,5\ntron: 2", "trong_do: [tien, ty], tong_so: tron, du: có"),
    ("a: 2\nb: 3\nc: 5", "bieu_thuc: a + b = c"),
    ("a: 2\nb: 3\nc: 5", "bieu_thuc: c = a + b"),
    ("a: 2\nb: 3\nc: 5", "bieu_thuc: a < b < c"),
    ("a: 1\nb: 3\np: 33,3", "bieu_thuc: a / b * 100 = p"),
    ("a: 2\nb: 3\nc: 5", "bieu_thuc: a * 2 + b != c"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "relation"), SILENT)
def test_nothing_is_said_of_figures_that_fit(checked, typed, relation):
    assert checked(OPTIONAL, typed, rel(relation)) == []


DEVIATIONS = [
    ("a: 458\nmuc: 60\ntien: 27.420,0", "tich: [a, muc], bang: tien", "SL30", "27.420,0 triệu đồng", "27.480,0 triệu đồng"),
    ("a: 2\nb: 3\nc: 6", "tong: [a, b], bang: c", "SL30", "6 hộ", "5 hộ"),
    ("a: 5\nb: 3\nc: 1", "hieu: [a, b], bang: c", "SL30", "1 hộ", "2 hộ"),
    ("a: 1\nb: 3\np: 33,9", "ty_le: [a, b], bang: p", "SL30", "33,9%", "33,3%"),
    ("a: 2\nb: 3\np: 66,6", "ty_le: [a, b], bang: p", "SL31", "66,6%", "66,7%"),
    ("a: 1\nb: 16\np: 6,2", "ty_le: [a, b], bang: p", "SL31", "6,2%", "6,3%"),
    ("a: 276\nmuc: 60\nty: 16,5", "tich: [a, muc], bang: ty", "SL31", "16,5 tỷ đồng", "16,6 tỷ đồng"),
    ("p: 33,3\nq: 33,3\nr: 66,7", "tong: [p, q], bang: r", "SL32", "66,7%", "66,6%"),
    ("p: 33,3\nq: 33,3\nr: 66,8", "tong: [p, q], bang: r", "SL30", "66,8%", "66,6%"),
    ("p: 6,9\na: 377.750\nb: 26.140", "tich: [p, a], bang: b", "SL32", "26.140 hộ", "26.065 hộ"),
    ("p: 6,9\na: 377.750\nb: 27.000", "tich: [p, a], bang: b", "SL30", "27.000 hộ", "26.065 hộ"),
    ("ty: 120,6\ntron: 120", "bang_nhau: [ty, tron]", "SL31", "120 tỷ đồng", "121 tỷ đồng"),
    ("a: 2\nb: 3\nc: 3", "bang_nhau: [a, b, c]", "SL30", "2 hộ", "3 hộ"),
    ("a: 2\nb: 3", "bang_nhau: [a, b]", "SL30", "3 hộ", "2 hộ"),
    ("a: 2\nb: 3\nc: 4", "tong: [a, b], khong_qua: c", "SL34", "4 hộ", "ít nhất 5 hộ"),
    ("p: 33,4\nq: 66,7\nr: 100", "tong: [p, q], khong_qua: r", "SL32", "100,0%", "ít nhất 100,1%"),
    ("tien: 16.560,0\nty: 120,0\ntron: 120", "tong: [tien, ty], khong_qua: tron", "SL34", "120 tỷ đồng", "ít nhất 136,56 tỷ đồng"),
    ("tien: 25.700,0\nty: 25,5", "tong: [tien], khong_qua: ty", "SL34", "25,5 tỷ đồng", "ít nhất 25,7 tỷ đồng"),
    ("tien: 25.540,0\nty: 25,5", "tong: [tien], khong_qua: ty", "SL32", "25,5 tỷ đồng", "ít nhất 25,54 tỷ đồng"),
    ("a: 2\nb: 3\nc: 6", "trong_do: [a, b], tong_so: c, du: có", "SL30", "6 hộ", "5 hộ"),
    ("a: 2\nb: 3\nc: 4", "trong_do: [a, b], tong_so: c, du: có", "SL30", "4 hộ", "5 hộ"),
    ("a: 2\nb: 3\nc: 4", "trong_do: [a, b], tong_so: c, du: không", "SL34", "4 hộ", "ít nhất 5 hộ"),
    ("p: 33,3\nq: 66,6\nr: 100", "trong_do: [p, q], tong_so: r, du: có", "SL32", "100,0%", "99,9%"),
    ("a: 2\nb: 3\nc: 6", "bieu_thuc: a + b = c", "SL30", "6 hộ", "5 hộ"),
    ("a: 2\nb: 3\nc: 6", "bieu_thuc: a + b >= c", "SL30", "5", "ít nhất bằng 6"),
    ("a: 2\nb: 3", "bieu_thuc: a * 2 = b + 2", "SL30", "4", "bằng 5"),
    ("a: 2\nb: 3", "bieu_thuc: a + 1 != b", "SL30", "3", "khác 3"),
    ("p: 6,9\nq: 6,8", "bieu_thuc: p + 0 <= q", "SL32", "6,9", "không quá 6,8"),
    ("tien: 976,3\nty: gần 1,0", "bang_nhau: [tien, ty]", None, "", ""),
    ("tien: 1.000,4\nty: gần 1,0", "bang_nhau: [tien, ty]", "SL33", "gần 1,0 tỷ đồng", "trên 1,0 tỷ đồng"),
    ("tien: 999,6\nty: trên 1,0", "bang_nhau: [tien, ty]", "SL33", "trên 1,0 tỷ đồng", "gần 1,0 tỷ đồng"),
    ("a: 5\nmuc: 200\ntien: gần 1.000,0", "tich: [a, muc], bang: tien", "SL33", "gần 1.000,0 triệu đồng", "1.000,0 triệu đồng"),
    ("a: 5\nmuc: 200\ntien: khoảng 1.000,0", "tich: [a, muc], bang: tien", None, "", ""),
    ("a: 5\nmuc: 190\ntien: khoảng 1.000,0", "tich: [a, muc], bang: tien", None, "", ""),
    ("a: 5\nmuc: 180\ntien: khoảng 1.000,0", "tich: [a, muc], bang: tien", "SL30", "khoảng 1.000,0 triệu đồng", "900,0 triệu đồng"),
    ("a: gần 100\nb: 5\nc: 105", "tong: [a, b], bang: c", None, "", ""),
    ("a: gần 100\nb: 5\nc: 102", "tong: [a, b], bang: c", "SL32", "102 hộ", "105 hộ"),
    ("a: gần 100\nb: 5\nc: 107", "tong: [a, b], bang: c", "SL30", "107 hộ", "105 hộ"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "relation", "code", "found", "expected"), DEVIATIONS)
def test_a_deviation_is_named_by_its_nature(checked, typed, relation, code, found, expected):
    findings = checked(OPTIONAL, typed, rel(relation))
    assert [(f.code, f.found, f.expected) for f in findings] == ([(code, found, expected)] if code else [])
    assert all(f.place.file == "bao-cao.yml" or "bieu_thuc" in relation for f in findings)


def test_the_finding_shows_operands_result_and_gap(checked):
    findings = checked(OPTIONAL, "a: 458\nmuc: 60\ntien: 27.420,0", rel("tich: [a, muc], bang: tien"))
    assert findings[0].message == (
        "Quan hệ: Số A (458 hộ) × Mức hỗ trợ (60 triệu đồng/nhà) = 27.480,0 triệu đồng, "
        "nhưng «Số tiền» ghi 27.420,0 triệu đồng (sai số học, lệch 60,0 triệu đồng)"
    )
    assert str(findings[0].place) == "bao-cao.yml:3:7"
    assert findings[0].blocks


@pytest.mark.parametrize(
    ("relation", "code", "words"),
    [
        ("tong: [a, x], bang: c", "SL01", "«x»"),
        ("bieu_thuc: a + xx = c", "SL01", "«xx»"),
        ("bang: c", "SL21", "chưa có dạng nào"),
        ("tong: [a, b], tich: [a, b], bang: c", "SL21", "tong, tich"),
        ("tong: [a, b]", "SL21", "«bang» hoặc «khong_qua»"),
        ("tong: [a, b], bang: c, khong_qua: c", "SL21", "một trong hai"),
        ("tich: [a, b], khong_qua: c", "SL21", "«bang»"),
        ("bang_nhau: [a, b], bang: c", "SL21", "bỏ dòng «bang»"),
        ("tong: [a], bang: c", "SL21", "chỉ có một số"),
        ("trong_do: [a], tong_so: c, du: có", "SL21", "chỉ có một số"),
        ("trong_do: [a, b], tong_so: c", "SL21", "ghi «du: có» nếu các phần kể hết"),
        ("trong_do: [a, b], du: có", "SL21", "«tong_so»"),
        ("trong_do: [a, b], tong_so: c, du: có, bang: c", "SL21", "«trong_do» đi với: «tong_so», «du»"),
        ("tang_giam: [a, b]", "SL21", "phải đi với «bang» hoặc «viet_la» (hoặc cả hai)"),
        ("tang_giam: [a, b], viet_la: vuot", "SL21", "chọn một trong: tang, giam, khong_doi"),
        ("phan_tram_ke_hoach: [a, b], viet_la: tang", "SL21", "chọn một trong: vuot, chua_dat"),
        ("phan_tram_ke_hoach: [a, b], bang: c", "SL22", "nhưng có đơn vị «hộ»"),
        ("phan_tram_ke_hoach: [a, tien], bang: p", "SL22", "không cùng loại"),
        ("phan_tram_ke_hoach: [a, zero], bang: p", "SL11", "xem lại số kế hoạch"),
        ("tang_giam: [a, tien], viet_la: tang", "SL22", "không cùng loại"),
        ("tang_giam: [a, b], bang: d", "SL22", "không phải là tỷ lệ %"),
        ("tang_giam: [a, b], bang: tien", "SL22", "không cùng loại"),
        ("tang_giam: [a, b], bang: lan", "SL22", "đọc được hai cách"),
        ("tang_giam: [a, zero], bang: p", "SL11", "ghi số tăng thêm"),
        ("tang_giam: [a, am], bang: p", "SL11", "số âm"),
        ("ty_le: [a, b], bang: d", "SL22", "không phải một tỷ lệ"),
        ("bieu_thuc: a + b", "SL10", "không so sánh gì"),
        ("bieu_thuc: a + = b", "SL10", "không hiểu"),
        ("tong: [a, tien], bang: c", "SL22", "«Số A» (hộ) và «Số tiền» (triệu đồng)"),
        ("tong: [a, b], bang: p", "SL22", "không cùng loại"),
        ("tich: [a, b], bang: tien", "SL22", "nhưng «Số tiền» có đơn vị «triệu đồng»"),
        ("bieu_thuc: 1 = 1", "SL21", "không nhắc đến chỉ tiêu nào"),
        ("bieu_thuc: tien = ty", "SL12", "khác đơn vị"),
        ("ty_le: [a, zero], bang: p", "SL11", "không chia được"),
        ("bieu_thuc: a / (b - 3) > 1", "SL11", "«b - 3» vì bằng 0"),
    ],
)
def test_faults_of_the_relation_itself(checked, relation, code, words):
    indicators = f"{OPTIONAL}\nzero: {{ten_goi: Số không}}\nam: {{ten_goi: Số âm}}"
    typed = "zero: 0\nam: -3\nd: 1\nlan: 1\na: 2\nb: 3\nc: 5\np: 1\ntien: 5,0\nty: 5,0"
    findings = checked(indicators, typed, rel(relation))
    assert [f.code for f in findings] == [code]
    assert words in f"{findings[0].message} | {findings[0].hint}"
    assert findings[0].place.file == "loai.yml"


def test_an_unknown_name_is_placed_where_it_is_used(checked):
    findings = checked(
        "so_ho: {ten_goi: Số hộ}", "so_ho: 1", "- ten_goi: Quan hệ\n  bang_nhau: [so_ho, so_hoo]"
    )
    assert (str(findings[0].place), findings[0].hint) == ("loai.yml:2:22", "có phải «so_ho»?")


def test_a_relation_over_an_absent_figure_is_reported_as_not_checked(checked):
    findings = checked(OPTIONAL, "a: 2\nb: 3", rel("tong: [a, b], bang: c"))
    assert [(f.code, f.severity.value) for f in findings] == [("SL39", "lưu ý")]


@pytest.mark.parametrize("total", ["5", "{gia_tri: 5, chap_nhan: theo bản gốc}"])
def test_a_relation_over_a_faulty_figure_is_passed_over(read, declare_relations, total):
    from reportgen.checks.figures import check_relations

    figures, _ = read(OPTIONAL, f"a: hai\nb: 3\nc: {total}")
    assert check_relations(declare_relations(rel("tong: [a, b], bang: c")), figures) == []


def test_a_reason_is_not_called_needless_while_a_check_waits_for_its_figures(checked):
    findings = checked(
        OPTIONAL, "a: 2\nc: {gia_tri: 5, chap_nhan: theo bản gốc}", rel("tong: [a, b], bang: c")
    )
    assert [f.code for f in findings] == ["SL39"]


def test_a_reason_at_either_of_two_equal_figures_lets_them_stand(checked):
    typed = "a: {gia_tri: 2, chap_nhan: theo bản gốc}\nb: 3"
    findings = checked(OPTIONAL, typed, rel("bang_nhau: [a, b]"))
    assert [(f.code, f.accepted) for f in findings] == [("SL30", "theo bản gốc")]


def test_a_reason_shared_by_two_figures_is_needed_by_one(checked):
    typed = "a: 2\nb: {gia_tri: 3, chap_nhan: theo bản gốc}\nc: {gia_tri: 6, chap_nhan: theo bản gốc}"
    findings = checked(OPTIONAL, typed, rel("tong: [a, a], bang: b") + "\n" + rel("tong: [a, a], bang: c"))
    assert [f.code for f in findings] == ["SL30", "SL30"]
    typed = typed.replace("c: {gia_tri: 6", "c: {gia_tri: 4")
    findings = checked(OPTIONAL, typed, rel("tong: [a, a], bang: b") + "\n" + rel("tong: [a, a], bang: c"))
    assert [(f.code, str(f.place)) for f in findings] == [
        ("SL30", "bao-cao.yml:2:14"),
        ("SL38", "bao-cao.yml:3:14"),
    ]


def test_a_reason_in_the_relation_keeps_the_finding_and_lets_it_pass(checked):
    findings = checked(OPTIONAL, "a: 2\nb: 3\nc: 6", rel("tong: [a, b], bang: c, chap_nhan: theo bản gốc"))
    assert [(f.code, f.accepted, f.blocks) for f in findings] == [("SL30", "theo bản gốc", False)]


@pytest.mark.parametrize(
    "relation", ["tong: [a, b], bang: c", "tong: [a, b], khong_qua: c", "bieu_thuc: a + b <= c"]
)
def test_a_reason_at_the_figure_does_the_same(checked, relation):
    typed = "a: 2\nb: 3\nc: {gia_tri: 4, chap_nhan: theo bản gốc}"
    findings = checked(OPTIONAL, typed, rel(relation))
    assert [(f.accepted, f.blocks) for f in findings] == [("theo bản gốc", False)]


@pytest.mark.parametrize(
    ("typed", "relation"),
    [
        ("c: 5", "tong: [a, b], bang: c, chap_nhan: theo bản gốc"),
        ("c: {gia_tri: 5, chap_nhan: theo bản gốc}", "tong: [a, b], bang: c"),
    ],
)
def test_a_reason_nobody_needs_is_reported(checked, typed, relation):
    findings = checked(OPTIONAL, f"a: 2\nb: 3\n{typed}", rel(relation))
    assert [(f.code, f.severity.value) for f in findings] == [("SL38", "lưu ý")]


@pytest.mark.parametrize("typed", ["c: {gia_tri: 5, chap_nhan: theo bản gốc}"])
def test_a_reason_no_relation_could_need_is_reported(checked, typed):
    findings = checked(OPTIONAL, typed, "[]")
    assert [f.code for f in findings] == ["SL38"]
    assert "chưa có quan hệ kiểm tra nào nhắc đến số này" in findings[0].message

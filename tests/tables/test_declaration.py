"""A declaration that does not hold together is refused whole, before any number is read."""

import pytest

from reportgen.tables.declaring import faults_of
from reportgen.tables.formulas import in_keys, read_formulas

GOOD = """
ten_goi: Chỉ tiêu các xã
dong_ky_hieu: có
cot:
  thu_tu: {tieu_de: TT, kieu_cot: so_thu_tu, ky_hieu_cot: A}
  ten_xa: {tieu_de: Xã, kieu_cot: chu, ky_hieu_cot: B}
  dan_so: {tieu_de: Dân số, ky_hieu_cot: "1", don_vi_tinh: hộ}
  ho_ngheo: {tieu_de: Hộ nghèo, ky_hieu_cot: "2", don_vi_tinh: hộ}
  ty_le: {tieu_de: "Tỷ lệ (%)", ky_hieu_cot: "3", so_le: 2, cong_thuc: "2 / 1 * 100"}
  ho_khac: {tieu_de: Hộ khác, ky_hieu_cot: (4), cong_thuc: "1 - 2"}
dong_tong: {tieu_de: Tổng cộng}
"""


def faults(table):
    findings = []
    faults_of(table, findings)
    read_formulas(table, findings)
    return findings


def test_a_whole_declaration_has_no_faults(declared):
    assert faults(declared(GOOD)) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("ky_hieu_cot: (4)", 'ky_hieu_cot: "3"', "BG02", "ký hiệu cột «3» dùng cho nhiều cột"),
        ("ky_hieu_cot: (4)", "ky_hieu_cot: (3)", "BG02", "nhiều cột"),
        (
            "kieu_cot: chu,",
            'kieu_cot: chu, cong_thuc: "1 - 2",',
            "BG02",
            "không phải cột số nên không có cong_thuc",
        ),
        ("kieu_cot: chu,", "kieu_cot: chu, so_le: 2,", "BG02", "không có so_le"),
        ('so_le: 2, cong_thuc: "2 / 1 * 100"', "so_le: 2", "BG04", "chưa biết dòng tổng tính thế nào"),
        ("so_le: 2,", "so_le: 2, cach_tong: cong,", "BG04", "không cộng dọc được"),
        ("{tieu_de: Dân số,", "{tieu_de: Dân số, cach_tong: cong_thuc,", "BG02", "không có công thức"),
        (
            '{tieu_de: Dân số, ky_hieu_cot: "1", don_vi_tinh: hộ}',
            '{tieu_de: Dân số, ky_hieu_cot: "1", don_vi_tinh: hộ/km2}',
            "BG04",
            "Dân số",
        ),
        ('cong_thuc: "1 - 2"', 'cong_thuc: "1 - B"', "BG03", "không phải cột số"),
        ('cong_thuc: "1 - 2"', 'cong_thuc: "12 - 13"', "BG03", "không dùng cột nào"),
        ('cong_thuc: "1 - 2"', "cong_thuc: dan_so - ho_ngeo", "BG03", "gọi cột «ho_ngeo» không có"),
        ('cong_thuc: "1 - 2"', 'cong_thuc: "1 -"', "SL10", "còn thiếu"),
        ('cong_thuc: "1 - 2"', 'cong_thuc: "4 + 1"', "SL13", "vòng quanh"),
        ('cong_thuc: "2 / 1 * 100"', 'cong_thuc: "2 / 1"', "SL12", "nhân với 100"),
        (
            "dong_tong:",
            "nhom_dong: {cot: khu_vuc}\ndong_tong:",
            "BG02",
            "nhom_dong gọi cột «khu_vuc» không có",
        ),
        ("dong_tong:", "nhom_dong: {cot: dan_so}\ndong_tong:", "BG02", "phải là cột chữ"),
        (
            "dong_tong:",
            "kiem_tra: [{ten_goi: a, tong: [dan_so, ho_xa], bang: ho_khac}]\ndong_tong:",
            "SL01",
            "«ho_xa»",
        ),
        ("dong_tong:", "kiem_tra: [{ten_goi: a, tong: [dan_so, ho_ngheo]}]\ndong_tong:", "SL21", "«bang»"),
        ("dong_tong:", 'kiem_tra: [{ten_goi: a, bieu_thuc: "1 + x = 2"}]\ndong_tong:', "BG03", "«x»"),
    ],
)
def test_a_fault_is_said_with_its_code(declared, old, new, code, words):
    assert GOOD.count(old) == 1
    found = faults(declared(GOOD.replace(old, new)))
    assert code in [f.code for f in found], found
    assert any(words in f"{f.message} {f.hint}" for f in found if f.code == code)
    assert all(f.place.file == "loai.yml" and f.place.line for f in found)


def test_a_table_without_columns_and_one_without_symbols(declared):
    assert [f.code for f in faults(declared("{ten_goi: x, cot: {}}"))] == ["BG02"]
    assert [f.code for f in faults(declared("{ten_goi: x, dong_ky_hieu: có, cot: {a: {tieu_de: A}}}"))] == [
        "BG02"
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2 / 1 * 100", "ho_ngheo / dan_so * 100"),
        ("(2) - (4)", "(ho_ngheo) - (ho_khac)"),
        ("2-1", "ho_ngheo-dan_so"),
        ("ho_ngheo / dan_so * 100", "ho_ngheo / dan_so * 100"),
        ("ho_ngheo * 2", "ho_ngheo * 2"),
        ("tong(1; 2)", "tong(dan_so; ho_ngheo)"),
        ("lam_tron(2 / 1 * 100; 2)", "lam_tron(ho_ngheo / dan_so * 100; 2)"),
        ("1 * 0,5", "dan_so * 0,5"),
    ],
)
def test_symbols_are_read_as_columns_unless_keys_are_used(declared, typed, meant):
    assert in_keys(typed, declared(GOOD).columns) == meant


@pytest.mark.parametrize(
    ("formula", "more", "shown"),
    [
        ("1 - 2", "", "(1)-(2)"),
        ("2 / 1 * 100", "", ""),
        ("2 / 1 * 100", "in_cong_thuc: có, ", "(2)/(1)×100"),
        ("1 - 2", "in_cong_thuc: không, ", ""),
        ("dan_so - ho_ngheo", "", "(1)-(2)"),
        ("dan_so - ho_la", "", ""),
    ],
)
def test_how_the_letter_row_prints_a_formula(declared, formula, more, shown):
    table = declared(
        "{ten_goi: x, cot: {dan_so: {tieu_de: a, ky_hieu_cot: (1)}, ho_ngheo: {tieu_de: b, ky_hieu_cot: (2)}, ho_la: {tieu_de: c},"
        f' con_lai: {{tieu_de: d, {more}ky_hieu_cot: (3), cong_thuc: "{formula}"}}}}}}'
    )
    assert read_formulas(table, [])["con_lai"].shown == shown

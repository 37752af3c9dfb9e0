"""Given numbers against formulas, sums and relations: what is wrong is found at its cell, what is right is passed over."""

import pytest

from reportgen.checks.tables import check_table

XA = """
ten_goi: Hộ nghèo các xã
cot:
  ten_xa: {tieu_de: Xã, kieu_cot: chu}
  dan_so: {tieu_de: Dân số, ky_hieu_cot: "1"}
  dau_nam: {tieu_de: Hộ nghèo đầu năm, ky_hieu_cot: "2"}
  giam: {tieu_de: Hộ giảm, ky_hieu_cot: "3"}
  cuoi_nam: {tieu_de: Hộ nghèo cuối năm, ky_hieu_cot: "4", cong_thuc: "2 - 3"}
  ty_le: {tieu_de: "Tỷ lệ (%)", ky_hieu_cot: "5", so_le: 2, cong_thuc: "4 / 1 * 100"}
dong_tong: {tieu_de: Tổng cộng}
"""
RIGHT = '- [A, 1.411, 150, 10, 140, "9,92"]\n- [B, 1.446, 70, 4, 66, "4,56"]'
TOTAL = '{dan_so: 2.857, dau_nam: 220, giam: 14, cuoi_nam: 206, ty_le: "7,21"}'


@pytest.fixture
def checked(made):
    """(rows, total, what else the table declares, reasons) → findings of the check; the rows themselves must be sound."""

    def checker(rows, total="", more="", reasons=None):
        table, findings = made(XA + more, rows, total)
        assert findings == [], findings
        return check_table(table, reasons or {})

    return checker


def test_what_is_right_is_passed_over(checked):
    assert checked(RIGHT, TOTAL) == []
    assert checked(RIGHT) == []


@pytest.mark.parametrize(
    ("rows", "total", "code", "words", "place"),
    [
        (RIGHT.replace('140, "9', '141, "9'), "", "SL30", "dòng «A»: 150 - 10 = 140", "bao-cao.yml:1:23"),
        (RIGHT.replace("4,56", "4,57"), "", "SL30", "66 / 1.446 × 100 = 4,5643…%", "bao-cao.yml:2:25"),
        ('- [A, 1.446, 20, 4, 16, "1,10"]', "", "SL31", "phải ghi 1,11%", "bao-cao.yml:1:25"),
        (
            RIGHT,
            TOTAL.replace("220", "221").replace("206", "207").replace("7,21", "7,25"),
            "SL30",
            "dòng «Tổng cộng»: cộng 2 dòng = 220",
            "",
        ),
        (RIGHT, TOTAL.replace("2.857", "2.858"), "SL30", "cộng 2 dòng = 2.857", "bao-cao.yml:1:10"),
        (RIGHT, TOTAL.replace("7,21", "7,24"), "SL30", "206 / 2.857 × 100 = 7,2103…%", ""),
        (RIGHT, TOTAL.replace("206", "205").replace("7,21", "7,18"), "SL30", "220 - 14 = 206", ""),
    ],
)
def test_a_deviation_is_found_at_its_cell(checked, rows, total, code, words, place):
    found = checked(rows, total)
    hits = [f for f in found if words in f.message]
    assert [f.code for f in hits] == [code], found
    assert not place or str(hits[0].place) == place
    assert "nhưng «cột" in hits[0].message


def test_a_formula_of_sums_is_asked_of_the_total_as_well(checked):
    found = checked(RIGHT, TOTAL.replace("206", "205").replace("7,21", "7,18"))
    assert [f.message.split(": ")[1].split(" = ")[0] for f in found] == ["cộng 2 dòng", "220 - 14"]


def test_differences_of_rounded_shares_may_be_a_residue(made):
    text = '{ten_goi: x, cot: {a: {tieu_de: "A (%)", so_le: 2}, b: {tieu_de: "B (%)", so_le: 2}, c: {tieu_de: "C (%)", so_le: 2, cong_thuc: a - b}}}'
    table, _ = made(
        text, '- ["4,87", "0,74", "4,12"]\n- ["4,87", "0,74", "4,13"]\n- ["4,87", "0,74", "4,15"]'
    )
    assert [(f.code, f.severity.value) for f in check_table(table)] == [("SL32", "lưu ý"), ("SL30", "lỗi")]


def test_a_total_over_an_unknown_number_is_said_not_to_be_checked(checked):
    found = checked('- [A, 1.411, 150, 10, 140, "9,92"]\n- [B, x, 70, 4, 66, x]', "{dan_so: 2.857}")
    assert [f.code for f in found] == ["SL39"]


def test_a_share_over_nobody_is_an_error(checked):
    found = checked('- [A, 0, 150, 10, 140, "9,92"]\n- [B, 1.446, 70, 4, 66, "4,56"]')
    assert [(f.code, f.severity.value) for f in found] == [("BG17", "lỗi")]


ADDED = """
kiem_tra:
  - {ten_goi: Hộ giảm không quá hộ nghèo, bieu_thuc: "3 <= 2"}
  - {ten_goi: Đầu năm gồm giảm và cuối năm, tong: [giam, cuoi_nam], bang: dau_nam}
"""


def test_relations_hold_row_by_row_and_on_sums(checked):
    assert checked(RIGHT, TOTAL, ADDED) == []
    found = checked('- [A, 1.411, 150, 151, -1, ""]', "", ADDED)
    assert [("Hộ giảm không quá hộ nghèo" in f.message, f.code) for f in found] == [
        (True, "SL30"),
        (True, "SL30"),
    ]
    assert ["dòng «A»" in found[0].message, "dòng «Tổng cộng»" in found[1].message] == [True, True]


def test_a_product_is_not_asked_of_sums(made):
    text = "{ten_goi: x, dong_tong: {}, cot: {a: {tieu_de: A}, b: {tieu_de: B}, c: {tieu_de: C, cong_thuc: a * b}}, kiem_tra: [{ten_goi: tích, tich: [a, b], bang: c}]}"
    table, findings = made(text, "- [2, 3, 6]\n- [4, 5, 20]", "{a: 6, b: 8, c: 26}")
    assert findings == [] and check_table(table) == []


def test_a_relation_accepted_for_all_rows(checked):
    more = '\nkiem_tra: [{ten_goi: Không giảm quá mười hộ, bieu_thuc: "3 < 10", chap_nhan: xã A giảm nhiều}]'
    found = checked(RIGHT, "", more)
    assert {f.accepted for f in found} == {"xã A giảm nhiều"} and not any(f.blocks for f in found)
    needless = more.replace("3 < 10", "3 < 100")
    assert [f.code for f in checked(RIGHT, "", needless)] == ["SL38"]


WRONG = RIGHT.replace('140, "9', '141, "9')


@pytest.mark.parametrize("name", ["cuoi_nam", "cuoi_nam.a", "cuoi_nam.dong_1"])
def test_a_deviation_is_accepted_by_column_or_row_and_stays_visible(checked, name):
    found = checked(WRONG, "", "", {name: "theo bản đã ban hành", "ty_le": "theo bản đã ban hành"})
    assert [(f.code, f.accepted, f.blocks) for f in found] == [
        ("SL30", "theo bản đã ban hành", False),
        ("SL30", "theo bản đã ban hành", False),
    ]


def test_the_total_may_be_accepted_alone(checked):
    found = checked(RIGHT, TOTAL.replace("7,21", "7,24"), "", {"ty_le.tong": "số của tỉnh"})
    assert [f.accepted for f in found] == ["số của tỉnh"]


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("giam", "SL38", "không cần «chap_nhan»"),
        ("giam.dong_1", "SL38", ""),
        ("giam.xa_c", "BG22", "không có ô hay cột"),
        ("giamm", "BG22", "có phải «giam»?"),
    ],
)
def test_a_reason_that_nothing_needs(checked, name, code, words):
    found = checked(RIGHT, "", "", {name: "lý do"})
    assert [f.code for f in found] == [code]
    assert words in f"{found[0].message} {found[0].hint}"


def test_sums_of_groups_are_checked(made):
    text = XA + "nhom_dong: {}"
    rows = '- [Miền núi, 2.858, 220, 14, 206, "7,21"]\n' + RIGHT
    table, findings = made(
        text.replace("  ten_xa", "  thu_tu: {tieu_de: TT, kieu_cot: so_thu_tu}\n  ten_xa"), rows
    )
    assert [f.code for f in findings] == []
    assert [row.kind for row in table.rows] == ["dong", "dong", "dong", "tong"]
    named = rows.replace('2.858, 220, 14, 206, "7,21"', '"", "", "", "", ""')
    table, findings = made(text, named)
    assert findings == [] and [row.kind for row in table.rows] == ["nhom", "dong", "dong", "tong"]
    assert check_table(table) == []

"""Rows typed in a report: what prints, what is worked out, what is refused; and which rows are sums."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.checks.tables import check_table
from reportgen.diagnostics import Place
from reportgen.fields import Record
from reportgen.figures.model import CellValue
from reportgen.tables.declared import TableType
from reportgen.tables.making import make_table
from reportgen.tables.raw import RawRow, RawTable
from reportgen.yamltext import parse

XA = """
ten_goi: Hộ nghèo các xã
cot:
  thu_tu: {tieu_de: TT, kieu_cot: so_thu_tu}
  ten_xa: {tieu_de: Xã, kieu_cot: chu}
  dan_so: {tieu_de: Dân số}
  ho_ngheo: {tieu_de: Hộ nghèo}
  ty_le: {tieu_de: "Tỷ lệ (%)", so_le: 2, cong_thuc: ho_ngheo / dan_so * 100}
dong_tong: {tieu_de: Tổng cộng}
"""


def test_blank_cells_of_formulas_and_totals_are_worked_out(made, printed):
    table, findings = made(
        XA, '- [Cam Tuyền, 1.411, 140, ""]\n- {ten_xa: Cam An, dan_so: 1779, ho_ngheo: 79}'
    )
    assert findings == []
    assert printed(table) == [
        ["dong", "1", "Cam Tuyền", "1.411", "140", "9,92"],
        ["dong", "2", "Cam An", "1.779", "79", "4,44"],
        ["tong", "", "Tổng cộng", "3.190", "219", "6,87"],
    ]


def test_given_numbers_are_printed_as_given(made, printed):
    table, findings = made(
        XA, '- [Cam Thuy, 1.446, 66, "4,55"]', '{dan_so: 1.446, ho_ngheo: 67, ty_le: "4,6"}'
    )
    assert findings == []
    assert printed(table) == [
        ["dong", "1", "Cam Thuy", "1.446", "66", "4,55"],
        ["tong", "", "Tổng cộng", "1.446", "67", "4,60"],
    ]


def test_a_share_is_never_added_up(made, printed):
    rows = '- [A, 100, 1, ""]\n- [B, 100, 1, ""]\n- [C, 100, 1, ""]'
    assert printed(made(XA, rows)[0])[-1][-1] == "1,00"


@pytest.mark.parametrize(
    ("mark", "total", "share"),
    [("-", "140", "-"), ("–", "140", "-"), ("0", "140", "0,00")],
)
def test_a_dash_is_nothing_and_prints_as_typed(made, printed, mark, total, share):
    share_cell = '""' if mark == "0" else f'"{share}"'
    table, findings = made(XA, f'- [Cam Tuyền, 1.411, 140, ""]\n- [Cam An, 1.779, "{mark}", {share_cell}]')
    assert findings == []
    rows = printed(table)
    assert (rows[1][4], rows[1][5], rows[2][4]) == (mark, share, total)


def test_no_number_known_leaves_what_follows_blank(made, printed):
    table, findings = made(XA, '- [Cam Tuyền, 1.411, 140, ""]\n- [Cam An, 1.779, x, x]')
    assert findings == []
    assert [row[4:] for row in printed(table)] == [["140", "9,92"], ["x", "x"], ["", ""]]


@pytest.mark.parametrize(
    ("rows", "code", "words"),
    [
        ('- [A, 1.411, "", ""]', "BG11", "dòng «A»: ô ở cột «Hộ nghèo» để trống"),
        ('- [A, 1.411, "9,5", ""]', "BG13", "9,5 có nhiều chữ số lẻ hơn cột khai (so_le: 0)"),
        ('- [A, 1.411, 140, "9,9221"]', "BG13", "so_le: 2"),
        ("- [A, 1.411, 140, 1.411]", "BG10", "đọc được hai cách"),
        ('- [A, 1.411, một trăm, ""]', "BG10", "«một trăm» không phải là số"),
        ('- [A, 1.411, "9%", ""]', "BG12", "không phải cột tỷ lệ"),
        ('- [A, 1.411, 999999999999999999999, ""]', "BG10", "quá lớn"),
        ('- [A, 0, 140, ""]', "BG17", "bằng 0"),
        ("- [A, 1.411, 140]", "BG07", "có 3 ô, bảng có 4 cột"),
        ("- {ten_xa: A, dan_xo: 5}", "BG07", "có phải «dan_so»?"),
        ("- A", "BG07", "chưa đúng dạng"),
        ("A", "BG07", "danh sách"),
        ("- [A, [1], 140, 5]", "BG07", "một giá trị"),
        ("[]", "BG16", "không có dòng số liệu nào"),
        (
            '- [A, 1.411, 140, ""]\n- [Cộng, 1.411, 140, ""]\n- [Tổng số, 1.411, 140, ""]',
            "BG15",
            "hơn một dòng tổng",
        ),
        ('- [A, 1.411, 140, ""]\n- [Khu vực miền núi, "", "", ""]', "BG14", "không có số nào"),
    ],
)
def test_rows_refused(made, rows, code, words):
    findings = made(XA, rows)[1]
    assert code in [f.code for f in findings], findings
    assert any(words in f"{f.message} | {f.hint}" for f in findings if f.code == code), findings
    assert all(f.place.file == "bao-cao.yml" for f in findings)


def test_a_percent_sign_may_stand_in_a_column_of_shares(made, printed):
    assert printed(made(XA, '- [A, 1.411, 140, "9,92%"]')[0])[0][-1] == "9,92"


def test_an_optional_column_may_stay_blank(made, printed):
    table, findings = made(
        XA.replace("{tieu_de: Hộ nghèo}", "{tieu_de: Hộ nghèo, bat_buoc: không}"),
        '- [A, 10, "", "-"]\n- [B, 20, 5, ""]',
    )
    assert findings == []
    assert [row[4] for row in printed(table)] == ["", "5", "5"]


def test_a_total_row_that_is_not_declared_is_not_taken_for_data(made):
    findings = made(
        XA.replace("dong_tong: {tieu_de: Tổng cộng}", ""), '- [A, 10, 1, ""]\n- [TỔNG CỘNG, 10, 1, ""]'
    )[1]
    assert [f.code for f in findings] == ["BG14"]
    assert "khai ở bảng: dong_tong" in findings[0].hint


@pytest.mark.parametrize("name", ["TỔNG CỘNG", "Tổng cộng:", "Cộng", "tổng số", "Toàn tỉnh"])
def test_a_total_row_among_the_rows_is_recognised(made, printed, name):
    table, findings = made(XA, f'- [A, 10, 1, ""]\n- ["{name}", 10, 1, ""]')
    assert findings == []
    assert [row[0] for row in printed(table)] == ["dong", "tong"]


@pytest.mark.parametrize(
    ("way", "typed", "shown", "codes"),
    [
        ("bo_trong", "", "", []),
        ("bo_trong", "219", "", ["BG19"]),
        ("nhap", "219", "219", []),
        ("nhap", "", "", ["BG15"]),
        ("cong", "", "219", []),
    ],
)
def test_ways_of_making_a_total(made, printed, way, typed, shown, codes):
    text = XA.replace("{tieu_de: Hộ nghèo}", f"{{tieu_de: Hộ nghèo, cach_tong: {way}}}").replace(
        ", cong_thuc: ho_ngheo / dan_so * 100", ", cach_tong: bo_trong"
    )
    total = f"{{ho_ngheo: {typed}}}" if typed else ""
    table, findings = made(text, '- [A, 1.411, 140, "9,92"]\n- [B, 1.779, 79, "4,44"]', total)
    assert [f.code for f in findings] == codes
    assert printed(table)[-1][4] == shown


def test_the_total_may_stand_on_top(made, printed):
    table, _ = made(
        XA.replace("Tổng cộng}", "Toàn huyện, vi_tri: dau}"), '- [A, 10, 1, ""]\n- [B, 30, 1, ""]'
    )
    assert [row[:4] for row in printed(table)] == [
        ["tong", "", "Toàn huyện", "40"],
        ["dong", "1", "A", "10"],
        ["dong", "2", "B", "30"],
    ]


def test_a_column_may_cut_instead_of_round(made, printed):
    text = XA.replace("so_le: 2,", "so_le: 2, quy_tac_lam_tron: cat_bot,")
    assert printed(made(text, '- [Cam Thuy, 1.446, 16, ""]')[0])[0][-1] == "1,10"


GROUPS = XA.replace("  dan_so:", "  khu_vuc: {tieu_de: Khu vực, kieu_cot: chu}\n  dan_so:")


def test_rows_are_grouped_by_a_column_that_is_not_printed(made, printed):
    rows = '- [A, Miền núi, 100, 10, ""]\n- [B, "", 200, 10, ""]\n- [C, Đồng bằng, 100, 5, ""]'
    table, findings = made(GROUPS + "nhom_dong: {cot: khu_vuc}", rows)
    assert findings == []
    assert printed(table) == [
        ["nhom", "I", "Miền núi", "300", "20", "6,67"],
        ["dong", "1", "A", "100", "10", "10,00"],
        ["dong", "2", "B", "200", "10", "5,00"],
        ["nhom", "II", "Đồng bằng", "100", "5", "5,00"],
        ["dong", "1", "C", "100", "5", "5,00"],
        ["tong", "", "Tổng cộng", "400", "25", "6,25"],
    ]


def test_sums_below_their_group_and_ordinals_running_on(made, printed):
    rows = '- [A, Miền núi, 100, 10, ""]\n- [C, Đồng bằng, 100, 5, ""]'
    table, _ = made(GROUPS + "nhom_dong: {cot: khu_vuc, vi_tri: cuoi, danh_so_lai: không}", rows)
    assert [row[:3] for row in printed(table)] == [
        ["dong", "1", "A"], ["nhom", "", "Cộng Miền núi"], ["dong", "2", "C"], ["nhom", "", "Cộng Đồng bằng"],
        ["tong", "", "Tổng cộng"],
    ]  # fmt: skip


def test_group_rows_that_stand_in_the_data(made, printed):
    rows = '- [Miền núi, "", "", ""]\n- [A, 100, 10, ""]\n- [B, 200, 10, ""]\n- [Đồng bằng, "", "", ""]\n- [C, 100, 5, ""]'
    table, findings = made(XA + "nhom_dong: {}", rows)
    assert findings == []
    assert [row[:4] for row in printed(table)] == [
        ["nhom", "", "Miền núi", "300"], ["dong", "1", "A", "100"], ["dong", "2", "B", "200"],
        ["nhom", "", "Đồng bằng", "100"], ["dong", "1", "C", "100"], ["tong", "", "Tổng cộng", "400"],
    ]  # fmt: skip


def test_group_rows_with_numbers_are_compared_not_counted(made, printed):
    rows = (
        '- {thu_tu: I, ten_xa: Miền núi, dan_so: 301, ho_ngheo: 20}\n- [A, 100, 10, ""]\n- [B, 200, 10, ""]'
    )
    table, findings = made(XA + "nhom_dong: {}", rows)
    assert findings == []
    assert printed(table) == [
        ["nhom", "I", "Miền núi", "301", "20", "6,64"],
        ["dong", "1", "A", "100", "10", "10,00"],
        ["dong", "2", "B", "200", "10", "5,00"],
        ["tong", "", "Tổng cộng", "300", "20", "6,67"],
    ]
    (wrong,) = check_table(table)
    assert wrong.code == "SL30" and "dòng «Miền núi»: cộng 2 dòng = 300" in wrong.message


CELL = st.one_of(
    st.integers(-9, 99999).map(str),
    st.sampled_from(["", "-", "x", "9,92", "1.411", "0", "Tổng cộng", "I"]),
    st.text(max_size=6),
)
ROW = st.fixed_dictionaries({"ten_xa": CELL, "dan_so": CELL, "ho_ngheo": CELL, "ty_le": CELL})


@settings(max_examples=150, deadline=None)
@given(st.lists(ROW, max_size=5), st.sampled_from(["", "nhom_dong: {}", "nhom_dong: {cot: ten_xa}"]))
def test_whatever_is_typed_ends_in_a_table_or_in_findings(rows, more):
    place = Place("bao-cao.yml", 1)
    raw = RawTable(
        tuple(RawRow({k: CellValue(v, place) for k, v in row.items()}, place, row["ten_xa"]) for row in rows),
        place,
        "typed",
    )
    findings = []
    table = make_table("xa", Record(TableType).read(parse(XA + more, "loai.yml"), []), raw, findings)
    assert table or findings
    if table:
        check_table(table)
        assert all(
            isinstance(row.cell(key).printed, str) for row in table.rows for key in table.table.columns
        )


def test_groups_without_sums_print_their_names_only(made, printed):
    table, _ = made(GROUPS + "nhom_dong: {cot: khu_vuc, dong_cong: không}", '- [A, Miền núi, 100, 10, ""]')
    assert printed(table)[0] == ["nhom", "I", "Miền núi", "", "", ""]


def test_rows_for_loops_in_the_text_are_the_data_rows(made):
    table, _ = made(XA, '- [Cam Tuyền, 1.411, 140, ""]\n- [Cam An, 1.779, "-", "-"]')
    rows = table.loop_rows()
    assert [{k: str(v) for k, v in row.items()} for row in rows] == [
        {"thu_tu": "", "ten_xa": "Cam Tuyền", "dan_so": "1.411", "ho_ngheo": "140", "ty_le": "9,92%"},
        {"thu_tu": "", "ten_xa": "Cam An", "dan_so": "1.779", "ho_ngheo": "-", "ty_le": "-"},
    ]

"""The table in Word: merged headers repeated on every page, rows never torn, the total kept, everything fitted to the page."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.docx.column_widths import SETTINGS, ColumnNeeds, GroupNeeds, Piece, fit
from reportgen.docx.ruled_table import RuledTable, parts_of
from reportgen.docx.table_header import header_rows
from reportgen.docx.xml import W, parse, qn
from reportgen.vietnamese.refusal import Refusal

HEAD = f'<w:body xmlns:w="{W}">'
TWO_LEVELS = """
ten_goi: Kết quả thực hiện
in_ten_goi: có
don_vi_tinh: triệu đồng
dong_ky_hieu: hai_dong
ghi_chu: [Số liệu đến cuối kỳ., Chưa gồm nguồn vận động.]
cot:
  thu_tu: {tieu_de: TT, kieu_cot: so_thu_tu, ky_hieu_cot: A}
  ten_xa: {tieu_de: Xã & phường, kieu_cot: chu, ky_hieu_cot: B}
  ke_hoach: {tieu_de: Kế hoạch, nhom_cot: [Kinh phí], ky_hieu_cot: "1"}
  thuc_hien: {tieu_de: Thực hiện, nhom_cot: [Kinh phí], ky_hieu_cot: "2"}
  con_lai: {tieu_de: Còn lại, ky_hieu_cot: "3", cong_thuc: "1 - 2"}
dong_tong: {tieu_de: Tổng số}
"""
ROWS = "- [Cam An, 1.200, 1.000, 200]\n- [Cam <Thuy>, 800, 800, 0]"


def written(made, text=TWO_LEVELS, rows=ROWS, width=9071, **more):
    """The markup of a table as a tree whose children are its paragraphs and the table."""
    content, findings = made(text, rows)
    assert findings == [], findings
    ruled = RuledTable(content, Decimal(13), **more)
    return parse((HEAD + ruled.ruled(width, list(parts_of(content.table))) + "</w:body>").encode())


def rows_of(root):
    return list(root.find(qn("w:tbl")).iter(qn("w:tr")))


def text_of(element):
    return "".join(t.text or "" for t in element.iter(qn("w:t")))


def value(element, path, name="w:val"):
    found = element.find("/".join(qn(f"w:{step}") for step in path.split("/")))
    return None if found is None else found.get(qn(name))


def test_header_cells_are_merged_across_and_down(made):
    rows = rows_of(written(made))
    spans = [[value(cell, "tcPr/gridSpan") for cell in row.iter(qn("w:tc"))] for row in rows[:2]]
    assert spans == [[None, None, "2", None], [None] * 5]
    merges = [
        [
            None
            if (m := cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")) is None
            else m.get(qn("w:val"), "continue")
            for cell in row.iter(qn("w:tc"))
        ]
        for row in rows[:2]
    ]
    assert merges == [
        ["restart", "restart", None, "restart"],
        ["continue", "continue", None, None, "continue"],
    ]


def test_letter_row_and_formula_row(made):
    rows = [[text_of(cell) for cell in row.iter(qn("w:tc"))] for row in rows_of(written(made))[2:4]]
    assert rows == [["A", "B", "1", "2", "3"], ["", "", "", "", "=1-2"]]
    one = rows_of(written(made, TWO_LEVELS.replace("hai_dong", "có")))[2]
    assert [text_of(cell) for cell in one.iter(qn("w:tc"))] == ["A", "B", "1", "2", "3=1-2"]


def test_header_rows_are_repeated_and_no_row_is_torn(made):
    rows = rows_of(written(made))
    assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [True] * 4 + [
        False
    ] * 3
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


def test_the_total_is_bold_merged_and_kept_with_the_last_row(made):
    *_, first, last, total = rows_of(written(made))
    assert [text_of(cell) for cell in total.iter(qn("w:tc"))] == ["Tổng số", "2.000", "1.800", "200"]
    assert value(next(total.iter(qn("w:tc"))), "tcPr/gridSpan") == "2"
    assert all(run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None for run in total.iter(qn("w:r")))
    kept = [
        all(p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for p in row.iter(qn("w:p")))
        for row in (first, last, total)
    ]
    assert kept == [False, True, False]


def test_what_stands_around_the_table(made):
    root = written(made)
    lines = [(value(p, "pPr/pStyle"), text_of(p)) for p in root.findall(qn("w:p"))]
    assert lines == [
        ("bang_ten", "Kết quả thực hiện"),
        ("bang_don_vi", "Đơn vị tính: triệu đồng"),
        ("bang_ghi_chu", "Ghi chú: (1) Số liệu đến cuối kỳ."),
        ("bang_ghi_chu", "(2) Chưa gồm nguồn vận động."),
    ]


def test_an_appendix_has_its_own_opening(made):
    text = TWO_LEVELS.replace("in_ten_goi: có", "phu_luc: có")
    root = written(made, text, appendix="Phụ lục II", issued_with="(Kèm theo Kế hoạch số 12/KH-UBND …)")
    lines = [(value(p, "pPr/pStyle"), text_of(p)) for p in root.findall(qn("w:p"))][:3]
    assert lines == [
        ("phu_luc", "Phụ lục II"),
        ("phu_luc_ten", "KẾT QUẢ THỰC HIỆN"),
        ("phu_luc_kem_theo", "(Kèm theo Kế hoạch số 12/KH-UBND …)"),
    ]


def test_numbers_stand_right_or_where_the_declaration_wants_them(made):
    styles = [value(p, "pPr/pStyle") for p in rows_of(written(made))[4].iter(qn("w:p"))]
    assert styles == ["bang_giua", "bang_chu", "bang_so", "bang_so", "bang_so"]
    text = TWO_LEVELS.replace("dong_tong", "can_so: giua\ndong_tong").replace(
        "Còn lại,", "Còn lại, can_le: phai,"
    )
    styles = [value(p, "pPr/pStyle") for p in rows_of(written(made, text))[4].iter(qn("w:p"))]
    assert styles == ["bang_giua", "bang_chu", "bang_giua", "bang_giua", "bang_so"]


def test_numbers_of_a_crowded_table_stand_in_the_middle(made):
    text, rows = many(12)
    assert {value(p, "pPr/pStyle") for p in rows_of(written(made, text, rows))[1].iter(qn("w:p"))} == {
        "bang_chu",
        "bang_giua",
    }


@pytest.mark.parametrize("width", [9071, 9072, 14003])
def test_widths_fill_the_page_exactly(made, width):
    root = written(made, width=width)
    grid = [int(column.get(qn("w:w"))) for column in root.iter(qn("w:gridCol"))]
    assert sum(grid) == width
    for row in rows_of(root):
        assert (
            sum(
                int(cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").get(qn("w:w")))
                for cell in row.iter(qn("w:tc"))
            )
            == width
        )


def test_a_declared_width_is_kept_and_ordinals_do_not_grow(made):
    root = written(made, TWO_LEVELS.replace("kieu_cot: chu,", "kieu_cot: chu, do_rong: 60,"))
    grid = [int(column.get(qn("w:w"))) for column in root.iter(qn("w:gridCol"))]
    assert abs(grid[1] - 60 * 56.69) < 2
    assert grid[0] < 12 * 56.69


def many(count):
    columns = "".join(f"  c{n}: {{tieu_de: Chỉ tiêu giao}}\n" for n in range(count))
    return (
        f"ten_goi: x\ncot:\n  ten_xa: {{tieu_de: Xã, kieu_cot: chu}}\n{columns}",
        f"- [Cam An{', 12.345' * count}]",
    )


@pytest.mark.parametrize(("count", "size"), [(5, None), (9, None), (11, "24"), (12, "22")])
def test_letters_get_smaller_only_where_they_must(made, count, size):
    root = written(made, *many(count))
    assert {s.get(qn("w:val")) for s in root.iter(qn("w:sz"))} == ({size} if size else set())


def test_names_stand_on_one_line_where_a_point_less_does_it(made):
    text, rows = many(9)
    root = written(made, text, rows.replace("Cam An", "Hướng Hóa Tây"))
    assert {s.get(qn("w:val")) for s in root.iter(qn("w:sz"))} == {"24"}


def test_a_table_too_wide_for_the_page_must_be_turned(made):
    with pytest.raises(Refusal) as refusal:
        written(made, *many(20))
    assert "bảng 21 cột cần ít nhất" in refusal.value.message
    assert "huong: ngang" in refusal.value.hint
    assert written(made, *many(18), width=14003) is not None


WORD = st.text("abcđêuốỘ gh1", min_size=1, max_size=8)
COLUMN = st.builds(
    ColumnNeeds,
    st.lists(st.builds(Piece, WORD, st.booleans(), st.booleans()), max_size=4).map(tuple),
    st.none() | st.integers(5, 40).map(Decimal),
    st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(COLUMN, min_size=1, max_size=9), st.integers(100, 260))
def test_any_table_fits_exactly_or_is_refused(columns, room):
    groups = [GroupNeeds("Nhóm", 0, len(columns))]
    try:
        found = fit(columns, groups, Decimal(room), Decimal(13))
    except Refusal:
        return
    assert abs(sum(found.widths) - room) < Decimal("0.001")
    assert all(width > 0 for width in found.widths)
    assert found.size_pt in {Decimal(13) - less for less, _ in SETTINGS}
    assert all(w >= c.wish_mm for w, c in zip(found.widths, columns, strict=True) if c.wish_mm)


def test_groups_of_different_depth():
    class Path:
        def __init__(self, *path):
            self.path, self.groups = path, path[:-1]

    rows = header_rows([Path("a"), Path("N", "b"), Path("N", "M", "c"), Path("N", "M", "d"), Path("e")])
    assert [[(c.text, c.first, c.span, c.merge) for c in row] for row in rows] == [
        [("a", 0, 1, "restart"), ("N", 1, 3, ""), ("e", 4, 1, "restart")],
        [("", 0, 1, "continue"), ("b", 1, 1, "restart"), ("M", 2, 2, ""), ("", 4, 1, "continue")],
        [
            ("", 0, 1, "continue"),
            ("", 1, 1, "continue"),
            ("c", 2, 1, ""),
            ("d", 3, 1, ""),
            ("", 4, 1, "continue"),
        ],
    ]

"""Emptying a report: values go, everything else stays as it was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.errors import DataError
from reportgen.scaffold.emptying import emptied
from reportgen.yamltext import parse

HEAD = "loai: x\nky_bao_cao: tháng 2/2020\n"
NEW = "tháng 3/2020"

CASES = {
    "a plain value": ("  ho: 1.250\n", "  ho:\n"),
    "a comment behind the value": ("  ho: 12  # theo QĐ 3\n", "  ho:  # theo QĐ 3\n"),
    "comments and blank lines between": ("  # nhóm 1\n\n  ho: 1\n\n  # nhóm 2\n", "  # nhóm 1\n\n  ho:\n\n  # nhóm 2\n"),
    "a quoted value with a number sign": ("  ho: \"1 # 2\"  # chú\n", "  ho:  # chú\n"),
    "a value in braces": ("  ho: {gia_tri: 976, xap_xi: gan}  # chú\n", "  ho:  # chú\n"),
    "braces over two lines": ("  ho: {gia_tri: 976,\n       xap_xi: gan}\n  b: 1\n", "  ho:\n  b:\n"),
    "a group of lines": ("  ho:\n    # nguồn\n    gia_tri: 1\n    chap_nhan: vì thế\n  b: 2\n", "  ho:\n    # nguồn\n  b:\n"),
    "a reason over several lines": (
        "  ho:\n    gia_tri: 1\n    chap_nhan: >-\n      Giữ như cũ\n      # không phải ghi chú\n\n      chờ xác nhận\n  b: 2\n",
        "  ho:\n  b:\n",
    ),
    "a text in a block": ("  ho: |\n    # chữ\n  b: 2\n", "  ho:\n  b:\n"),
    "a text in quotes over two lines": ("  ho: 'chữ\n    # vẫn là chữ'\n  b: 2\n", "  ho:\n  b:\n"),
    "a list": ("  ho: [1,\n    2]\n  b:\n    - 3\n", "  ho:\n  b:\n"),
    "already empty": ("  ho:\n  b: ~\n", "  ho:\n  b:\n"),
}


@pytest.mark.parametrize("figures, expected", CASES.values(), ids=CASES)
def test_figures_are_emptied(figures, expected):
    text = emptied(f"{HEAD}so_lieu:\n{figures}noi_luu: VT\n", "x.yml", NEW)
    assert text == f"loai: x\nky_bao_cao: {NEW}\nso_lieu:\n{expected}noi_luu: VT\n"


def test_all_figures_in_one_brace():
    text = emptied(HEAD + "so_lieu: {a: 1, b: {gia_tri: 2, x: y}, c: 'x,y'}\n", "x.yml", NEW)
    assert text.endswith("so_lieu: {a: , b: , c: }\n")


@pytest.mark.parametrize(
    "line, expected",
    [
        ('so_van_ban: "07"  # văn thư cấp', "so_van_ban:  # văn thư cấp"),
        ("ngay_ban_hanh: 21/02/2020", "ngay_ban_hanh:"),
        ("nguoi_ky: Giám đốc", "nguoi_ky: Giám đốc"),
        ("trich_yeu: 'Kết quả # 1'", "trich_yeu: 'Kết quả # 1'"),
        ("# yaml-language-server: $schema=x.json", "# yaml-language-server: $schema=x.json"),
    ],
)
def test_settings(line, expected):
    assert emptied(f"{HEAD}{line}\n", "x.yml", NEW) == f"loai: x\nky_bao_cao: {NEW}\n{expected}\n"


def test_the_period_keeps_its_comment():
    assert emptied('ky_bao_cao: "tháng 2/2020"   # kỳ\n', "x.yml", NEW) == f"ky_bao_cao: {NEW}  # kỳ\n"


@pytest.mark.parametrize(
    "item, expected",
    [
        ("  - ten_goi: A\n    tong: [a, b]\n    chap_nhan: vì\n", "  - ten_goi: A\n    tong: [a, b]\n    chap_nhan:\n"),
        ("  - chap_nhan: >\n      vì\n    ten_goi: A\n", "  - chap_nhan:\n    ten_goi: A\n"),
        ("  - {ten_goi: A, chap_nhan: 'vì, thế', bang: c}\n", "  - {ten_goi: A, chap_nhan: , bang: c}\n"),
        ("  - {ten_goi: A, chap_nhan: vì}\n  - ten_goi: B\n", "  - {ten_goi: A, chap_nhan: }\n  - ten_goi: B\n"),
    ],
)
def test_reasons_of_relations_do_not_move_on(item, expected):
    assert emptied(f"{HEAD}kiem_tra:\n{item}", "x.yml", NEW).endswith(f"kiem_tra:\n{expected}")


TABLE = """bang:
  xa:  # theo xã
    cot: {ten: Tên xã}
    dong:
      - {ten: Một, ho: 12}
      - ten: Hai
        ho: 5
    tong: {ho: 17}
    chap_nhan:
      ho: theo bản cũ
  huyen: {nguon: so-lieu.xlsx!Huyện, chap_nhan: {K1: vì}}
"""


def test_typed_rows_of_tables_do_not_move_on():
    text = emptied(f"{HEAD}{TABLE}noi_luu: VT\n", "x.yml", NEW)
    assert text.partition("bang:")[2] == (
        "\n  xa:  # theo xã\n    cot: {ten: Tên xã}\n    dong:\n    tong:\n    chap_nhan:\n"
        "  huyen: {nguon: so-lieu.xlsx!Huyện, chap_nhan: }\nnoi_luu: VT\n"
    )


def test_without_a_period_only_the_rest_is_emptied():
    assert emptied("loai: x\nso_lieu:\n  a: 1\n", "x.yml") == "loai: x\nso_lieu:\n  a:\n"
    assert emptied("ky_bao_cao: năm 2020\nngay_ban_hanh: 1/2/2020\n", "x.yml") == "ky_bao_cao: năm 2020\nngay_ban_hanh:\n"


def test_windows_line_ends_stay():
    text = emptied("ky_bao_cao: năm 2020\r\nso_lieu:\r\n  a: 1\r\n", "x.yml", "năm 2021")
    assert text == "ky_bao_cao: năm 2021\r\nso_lieu:\r\n  a:\r\n"


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "so_lieu: {a: 1,\n  b: 2}\n",
        HEAD + "so_lieu: {\n  a: 1, b: 2\n}\n",
        HEAD + "kiem_tra:\n  - {ten_goi: A,\n     chap_nhan: vì, bang: c}\n",
    ],
)
def test_what_cannot_be_cut_safely_is_refused(text):
    with pytest.raises(DataError) as refused:
        emptied(text, "x.yml", NEW)
    assert [f.code for f in refused.value.findings] == ["LE26"]


WORDS = st.text(st.sampled_from("ab1 #'\"{}[],:.-|>&*%ế"), max_size=12)
VALUES = st.one_of(
    WORDS.map(lambda w: "'" + w.replace("'", "''") + "'"),
    WORDS.map(lambda w: '"' + w.replace('"', '\\"') + '"'),
    st.decimals(0, 10**6, places=2).map(lambda d: str(d).replace(".", ",")),
    WORDS.map(lambda w: "{gia_tri: 1, ghi_chu: '" + w.replace("'", "''") + "'}"),
    WORDS.map(lambda w: "\n    gia_tri: 5\n    ghi_chu: '" + w.replace("'", "''") + "'"),
    WORDS.map(lambda w: ">-\n      x" + w),
)


@given(st.lists(st.tuples(VALUES, st.sampled_from(["", "  # ghi chú", "\n  # dòng ghi chú", "\n"])), min_size=1, max_size=6))
def test_no_value_survives_whatever_was_typed(entries):
    lines = "".join(f"  k{n}: {value}{tail if value[:1] != '>' or tail[:1] != ' ' else ''}\n" for n, (value, tail) in enumerate(entries))
    source = f"{HEAD}so_lieu:\n{lines}noi_luu: VT\n"
    before = parse(source, "x.yml")
    after = parse(emptied(source, "x.yml", NEW), "x.yml")
    assert list(after.entries) == list(before.entries)
    assert list(after.entries["so_lieu"].entries) == list(before.entries["so_lieu"].entries)
    assert {node.text for node in after.entries["so_lieu"].entries.values()} == {""}
    assert after.entries["noi_luu"].text == "VT"

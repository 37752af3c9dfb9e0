"""The body on the page: a style for every kind of block, typed emphasis only, tables as offices rule them."""

import itertools
import re
import xml.etree.ElementTree as tree

import pytest

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

TEXT = """Mở đầu.

# Kết quả
## Về nhà ở
##. **Thu nhập:** tăng.
- ý **đậm** và *nghiêng*
+ ý cộng
* ý sao

Câu kết./.
"""


def test_a_block_wears_the_style_of_its_kind(built, body_of):
    assert body_of(built(TEXT)) == [
        ("Nội dung", "Mở đầu."),
        ("heading 1", "I. Kết quả"),
        ("heading 2", "1. Về nhà ở"),
        ("Nội dung", "2. Thu nhập: tăng."),
        ("Gạch đầu dòng", "- ý đậm và nghiêng"),
        ("Dấu cộng đầu dòng", "+ ý cộng"),
        ("Dấu sao đầu dòng", "* ý sao"),
        ("Đoạn kết", "Câu kết./."),
    ]


def runs(data, words, members):
    root = tree.fromstring(members(data)["word/document.xml"])
    for p in root.iter(f"{W}p"):
        if words in "".join(t.text or "" for t in p.iter(f"{W}t")):
            return [
                ("".join(t.text for t in r.iter(f"{W}t")), *(r.find(f"{W}rPr/{W}{m}") is not None for m in "bi"))
                for r in p.iter(f"{W}r")
            ]
    return None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#. **Tên:** chữ", [("I. Tên:", True, False), (" chữ", False, False)]),
        ("#. chữ **đậm**", [("I. chữ ", False, False), ("đậm", True, False)]),
        ("- **Tên:** chữ", [("- ", False, False), ("Tên:", True, False), (" chữ", False, False)]),
        ("**{{ ten }}** ***cả hai***", [("A & B", True, False), (" ", False, False), ("cả hai", True, True)]),
        ("một  hai\tba\nbốn", [("một hai ba bốn", False, False)]),
        (r"\{\{ ngoặc }", [("{{ ngoặc }", False, False)]),
        ("a < b & c > d", [("a < b & c > d", False, False)]),
    ],
)
def test_emphasis_is_the_only_formatting_spelled(text, expected, built, members):
    assert runs(built(f"{text}\n\nHết.", ten="A & B"), expected[-1][0].strip(), members) == expected


def test_a_chapter_has_its_title_on_the_next_line(built, body_of):
    found = body_of(built("# Quy định chung\n## Phạm vi\n\nHết.", scheme=["Chương I", "Điều 1."]))
    assert found[:2] == [("heading 1", "Chương I\nQuy định chung"), ("heading 2", "Điều 1. Phạm vi")]


TABLE = """| TT | Xã, thị trấn thuộc huyện | Số hộ |
|:-:|---|--:|
{% for x in xa %}
| {{ loop.index }} | {{ x.ten }} | {{ x.ho|so_tran }} |
{% endfor %}
| | **Tổng** | {{ tong|so_tran }} |
"""


@pytest.fixture(scope="module")
def table(built, figure, members):
    rows = [{"ten": "Cam An", "ho": figure("1779")}, {"ten": "Cam Hiếu", "ho": figure("1747")}]
    data = built(TABLE, xa=rows, tong=figure("3526"))
    return tree.fromstring(members(data)["word/document.xml"]).findall(f".//{W}tbl")[1]


def test_a_table_repeats_its_rows(table):
    rows = [["".join(t.text or "" for t in c.iter(f"{W}t")) for c in r.iter(f"{W}tc")] for r in table.iter(f"{W}tr")]
    assert rows == [
        ["TT", "Xã, thị trấn thuộc huyện", "Số hộ"],
        ["1", "Cam An", "1.779"],
        ["2", "Cam Hiếu", "1.747"],
        ["", "Tổng", "3.526"],
    ]


def test_a_table_repeats_its_header_and_never_tears_a_row(table):
    rows = list(table.iter(f"{W}tr"))
    assert [r.find(f"{W}trPr/{W}tblHeader") is not None for r in rows] == [True, False, False, False]
    assert all(r.find(f"{W}trPr/{W}cantSplit") is not None for r in rows)


def test_a_table_names_styles_and_fills_the_text_width(table):
    styles = [p.get(f"{W}val") for p in table.iter(f"{W}pStyle")]
    assert styles[:6] == ["BangDauCot"] * 3 + ["BangGiua", "BangChu", "BangSo"]
    assert table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "BangSoLieu"
    widths = [int(c.get(f"{W}w")) for c in table.iter(f"{W}gridCol")]
    assert sum(widths) == int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w")) == 9071
    assert widths[1] > widths[2] > widths[0]
    assert table.find(f".//{W}tblBorders") is None


def test_two_tables_and_the_frame_after_them_never_run_together(built, members):
    one = "| a |\n|---|\n| b |\n"
    root = tree.fromstring(members(built(f"{one}\n{one}"))["word/document.xml"])
    tags = [child.tag for child in root.find(f"{W}body")]
    assert all(pair != (f"{W}tbl", f"{W}tbl") for pair in itertools.pairwise(tags))


def test_a_level_without_a_scheme_is_refused_for_every_such_section(compiled, faults):
    assert faults(compiled, "# A\n## B\n### C\n### D", scheme=["I.", "1."]) == [
        ("MAU54", "noi-dung.md:3:1"),
        ("MAU54", "noi-dung.md:4:1"),
    ]


def test_an_unknown_figure_is_found_at_its_column(built, faults):
    assert faults(built, "Câu một.\n\nCâu hai có\nthêm {{ ho_ngeo }} hộ.") == [("MAU31", "noi-dung.md:4:6")]


def test_faults_of_all_tags_of_a_text_come_with_their_places(compiled, faults):
    text = "{{ a + b }} {{ c|khong }}\n\n- {{ d() }}\n\n| x |\n|---|\n| {{ e.f.g~h }} |\n"
    assert faults(compiled, text) == [
        ("MAU32", "noi-dung.md:1:1"),
        ("MAU33", "noi-dung.md:1:13"),
        ("MAU32", "noi-dung.md:3:3"),
        ("MAU32", "noi-dung.md:7:3"),
    ]


def test_runs_keep_their_spaces(built, members):
    page = members(built("Có {{ ten }} hộ", ten="A"))["word/document.xml"].decode()
    assert re.search(r'<w:t xml:space="preserve">Có A hộ</w:t>', page)

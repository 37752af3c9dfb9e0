"""The language of noi-dung.md: what it means, and every mistake at its line and column, all at once."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.body_text import load, parse
from reportgen.diagnostics import Place
from reportgen.document import Control, DataTable, Heading, Item, Numbered, Paragraph, Row, Table, Tag, Text
from reportgen.errors import DataError


def blocks(text):
    return list(parse(text, "noi-dung.md").blocks)


def words(inlines):
    return "".join(i.source if isinstance(i, Tag) else i.text for i in inlines)


def marked(inlines):
    return [(i.source if isinstance(i, Tag) else i.text, i.bold, i.italic) for i in inlines]


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("Đoạn một.", Paragraph, "Đoạn một."),
        ("# Kết quả", Heading, "Kết quả"),
        ("#. Đoạn có số", Numbered, "Đoạn có số"),
        ("- ý một", Item, "ý một"),
        ("+ ý một", Item, "ý một"),
        ("* ý một", Item, "ý một"),
        ("   - thụt vào cũng được", Item, "thụt vào cũng được"),
        ("Dòng một\ndòng hai", Paragraph, "Dòng một dòng hai"),
        ("- ý một\n  nối tiếp", Item, "ý một nối tiếp"),
        ("#. Đoạn\nnối", Numbered, "Đoạn nối"),
        ("Đoạn {# ghi chú #}một", Paragraph, "Đoạn một"),
        ("Có {{ ho_ngheo }} nghèo", Paragraph, "Có {{ ho_ngheo }} nghèo"),
        ("Giá 5 * 3 sao", Paragraph, "Giá 5 * 3 sao"),
        (r"\- không phải gạch đầu dòng", Paragraph, "- không phải gạch đầu dòng"),
        (r"Hai dấu \{\{ ngoặc", Paragraph, "Hai dấu {{ ngoặc"),
        (r"C:\Users giữ nguyên", Paragraph, r"C:\Users giữ nguyên"),
        ("Chữ\u200b ẩn\ufeff bỏ đi", Paragraph, "Chữ ẩn bỏ đi"),
    ],
)
def test_one_block(text, kind, said):
    (block,) = blocks(text)
    assert isinstance(block, kind)
    assert words(block.inlines) == said


def test_a_data_table_stands_on_a_line_of_its_own():
    assert blocks("Như sau:\n[[ chi_tieu_xa ]]\nSau bảng.")[1] == DataTable("chi_tieu_xa", Place("noi-dung.md", 2, 1))


@pytest.mark.parametrize("text", ["[[chỉ tiêu xã]]", "[[chi_tieu_xa", "[[chi_tieu_xa]] và chữ"])
def test_a_data_table_badly_placed(text):
    with pytest.raises(DataError) as refused:
        blocks(text)
    assert [f.code for f in refused.value.findings] == ["MAU16"]


def test_levels_and_order():
    found = blocks("# A\n\n## B\n### C\n##. d\n\n# E\n")
    assert [(type(b), b.level) for b in found] == [(Heading, 1), (Heading, 2), (Heading, 3), (Numbered, 2), (Heading, 1)]


def test_a_heading_is_one_line_and_text_after_it_a_paragraph():
    assert [type(b) for b in blocks("# A\nchữ")] == [Heading, Paragraph]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**đậm** thường", [("đậm", True, False), (" thường", False, False)]),
        ("*nghiêng*", [("nghiêng", False, True)]),
        ("***cả hai***", [("cả hai", True, True)]),
        ("**đậm *và nghiêng***", [("đậm ", True, False), ("và nghiêng", True, True)]),
        ("**{{ ho }}**", [("{{ ho }}", True, False)]),
        ("**mở\nđóng**", [("mở", True, False), (" ", True, False), ("đóng", True, False)]),
        (r"hai \* sao \*", [("hai ", False, False), ("*", False, False), (" sao ", False, False), ("*", False, False)]),
    ],
)
def test_emphasis(text, expected):
    (block,) = blocks(text)
    assert marked(block.inlines) == expected


def test_every_piece_knows_its_line_and_column():
    (block,) = blocks("Có {{ a }} hộ\n  và {{ b }}")
    assert [(i.place.line, i.place.column) for i in block.inlines if isinstance(i, Tag)] == [(1, 4), (2, 6)]


def test_decomposed_letters_are_composed():
    (block,) = blocks(unicodedata.normalize("NFD", "Hộ nghèo ở Điện Bàn"))
    assert words(block.inlines) == "Hộ nghèo ở Điện Bàn"


def test_windows_line_ends_and_byte_order_mark(tmp_path):
    path = tmp_path / "noi-dung.md"
    path.write_bytes("# Mục\r\n\r\nĐoạn\r\n".encode("utf-8-sig"))
    assert [type(b) for b in load(path, "noi-dung.md").blocks] == [Heading, Paragraph]


def test_comments_of_several_lines_disappear():
    assert [words(b.inlines) for b in blocks("{# một\nhai\nba #}\nCòn lại")] == ["Còn lại"]


def test_control_lines_keep_their_statement():
    found = blocks("{% if co %}\nCâu.\n{% else %}\nCâu khác.\n{% endif %}")
    assert [b.word if isinstance(b, Control) else words(b.inlines) for b in found] == ["if", "Câu.", "else", "Câu khác.", "endif"]


TABLE = """| Xã | Số hộ |
|---|:---:|
| Cam An | {{ ho }} |
{% for xa in cac_xa %}
| {{ xa.ten|chu_hoa }} | \\| |
{% endfor %}
{% if x %}
Hết bảng.
{% endif %}"""


def test_a_table_owns_the_loops_around_its_rows():
    table, *rest = blocks(TABLE)
    assert isinstance(table, Table)
    assert table.aligns == ("left", "center")
    assert [words(cell) for cell in table.header.cells] == ["Xã", "Số hộ"]
    rows = [[words(c) for c in row.cells] if isinstance(row, Row) else row.word for row in table.rows]
    assert rows == [["Cam An", "{{ ho }}"], "for", ["{{ xa.ten|chu_hoa }}", "|"], "endfor"]
    assert [type(b) for b in rest] == [Control, Paragraph, Control]


FAULTS = [
    ("### Nhảy", "MAU08", "1:1"),
    ("# A\n\n### B", "MAU08", "3:1"),
    ("**đậm", "MAU03", "1:1"),
    ("chữ *nghiêng", "MAU03", "1:5"),
    ("Có {{ ho hộ", "MAU04", "1:4"),
    ("{% if a", "MAU04", "1:1"),
    ("Có {{ a {{ b }}", "MAU04", "1:4"),
    ("Có {% if a %} hộ", "MAU05", "1:4"),
    ("{% if a %} hộ", "MAU05", "1:1"),
    ("{% if a %}{% endif %}", "MAU05", "1:1"),
    ("{% if a %}\nx", "MAU06", "1:1"),
    ("x\n{% endif %}", "MAU06", "2:1"),
    ("{% for a in b %}\n{% endif %}", "MAU06", "2:1"),
    ("{% for a in b %}\n{% elif c %}\n{% endfor %}", "MAU06", "2:1"),
    ("{% set a = 1 %}", "MAU07", "1:1"),
    ("{% include 'x' %}", "MAU07", "1:1"),
    ("-Thiếu dấu cách", "MAU09", "1:1"),
    ("#Thiếu", "MAU09", "1:1"),
    ("– gạch dài", "MAU09", "1:1"),
    ("---", "MAU09", "1:1"),
    ("#", "MAU09", "1:1"),
    ("| a | b |\n|---|---|\n| 1 |", "MAU10", "3:1"),
    ("| a | b |\n|---|---|---|\n| 1 | 2 |", "MAU10", "2:1"),
    ("| a | b |\n| 1 | 2 |", "MAU11", "1:1"),
    ("Có {{ x|loc(“a”) }}", "MAU12", "1:4"),
    ("Có ho }} hộ", "MAU13", "1:7"),
    ("Có {# chưa đóng", "MAU14", "1:4"),
    ("Câu.\n{# chưa đóng\nchữ", "MAU14", "2:1"),
    ("", "MAU15", ""),
    ("{# chỉ ghi chú #}", "MAU15", ""),
    ("{% if a > 1.000 %}\nx\n{% endif %}", "MAU42", "1:1"),
    ("{% if a > 4,5 %}\nx\n{% endif %}", "MAU42", "1:1"),
    ("{{ a._b }}", "MAU43", "1:1"),
    ("{{ " + "a" * 500 + " }}", "MAU30", "1:1"),
    ("Chữ \x07 chuông", "MAU02", "1:5"),
    ("Kết quả\n\nTØnh ta cã nhiÒu hé nghÌo ®­¬c gióp ®ì", "MAU02", "3:1"),
]


@pytest.mark.parametrize(("text", "code", "at"), FAULTS)
def test_a_mistake_is_found_where_it_stands(text, code, at, faults):
    assert (code, f"noi-dung.md:{at}" if at else "noi-dung.md") in faults(parse, text, "noi-dung.md")


def test_all_mistakes_of_a_text_come_at_once(faults):
    text = "### Nhảy\n\n**đậm\n\n{{ x\n\n-Thiếu\n"
    assert faults(parse, text, "n.md") == [("MAU08", "n.md:1:1"), ("MAU03", "n.md:3:1"), ("MAU04", "n.md:5:1"), ("MAU09", "n.md:7:1")]


@pytest.mark.parametrize("content", ["Hộ nghèo".encode("utf-16"), "Hộ".encode("cp1258", "replace") + b"\xff"])
def test_other_encodings_are_refused(tmp_path, content, faults):
    path = tmp_path / "a.md"
    path.write_bytes(content)
    assert faults(load, path, "a.md") == [("MAU01", "a.md")]


def test_a_missing_file_is_a_finding(tmp_path, faults):
    assert faults(load, tmp_path / "khong-co.md", "khong-co.md") == [("MAU01", "khong-co.md")]


@given(st.text(alphabet="#.-+* \n|{}%`\\aộ1:", max_size=60))
def test_any_text_is_a_document_or_findings_with_places(text):
    try:
        parse(text, "n.md")
    except DataError as refused:
        assert all(f.place.file == "n.md" and f.message for f in refused.findings)


@given(st.text(alphabet="aộ *\\", max_size=30))
def test_no_letter_is_lost(text):
    try:
        found = parse(f"x{text}x", "n.md").blocks
    except DataError:
        return
    kept = "".join(i.text for b in found for i in b.inlines if isinstance(i, Text))
    assert [c for c in kept if c in "aộ"] == [c for c in text if c in "aộ"]

"""Tables typed in the text: no word and no number is cut as long as letters and cells may shrink; then a note says so."""

import re

import pytest

from reportgen.docx.metrics import text_width_mm

NAMES = ("STT", "Thôn", "Hội nghị", "Người tham gia", "Tin bài", "Lượt phát thanh", "Áp phích", "Tờ rơi", "Kinh phí ngân sách", "Kinh phí vận động",
         "Tổng kinh phí", "Ghi chú")  # fmt: skip
CELLS = ("1", "Phượng Thành", "2", "1.250", "10", "62", "15", "1.500", "125.500.000", "25.000.000", "150.500.000", "Hoàn thành")
MM_PER_TWIP = 25.4 / 1440


def table(columns, times=1):
    """A table of the first so many columns, ``times`` over."""
    rows = [line[:columns] * times for line in (NAMES, ["---"] * columns, CELLS)]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


@pytest.fixture
def set_table(compiled, printed, members):
    """``set_table(text)`` → (widths in mm, type size or 0, margin in cells in mm or None, notes)."""

    def make(text):
        template = compiled(text)
        page = members(printed(template))["word/document.xml"].decode()
        written = page[page.rindex("<w:tbl>", 0, page.index("<w:tblHeader/>")) :].partition("</w:tbl>")[0]
        size = re.search(r'<w:sz w:val="(\d+)"', written)
        side = re.search(r'<w:tblCellMar><w:left w:w="(\d+)"', written)
        widths = [int(found) * MM_PER_TWIP for found in re.findall(r'<w:gridCol w:w="(\d+)"', written)]
        return widths, int(size[1]) / 2 if size else 0, int(side[1]) * MM_PER_TWIP if side else None, template.notes

    return make


@pytest.mark.parametrize("columns", [3, 6, 9, 12])
def test_no_word_is_cut(set_table, columns):
    widths, size, side, notes = set_table(table(columns))
    room = [width - 2 * (1.5 if side is None else side) for width in widths]
    for n in range(columns):
        longest = max([float(text_width_mm(w, size or 13, bold=True)) for w in NAMES[n].split()] + [float(text_width_mm(w, size or 13)) for w in CELLS[n].split()])
        assert longest <= room[n] + 0.05, (NAMES[n], longest, room[n])
    assert notes == ()
    assert abs(sum(widths) - 160) < 0.5


def test_a_table_of_few_columns_keeps_size_and_cells_of_the_style(set_table):
    assert set_table(table(4))[1:3] == (0, None)


def test_twelve_columns_are_set_smaller_but_not_below_ten_points(set_table):
    _, size, side, _ = set_table(table(12))
    assert 10 <= size < 13
    assert 0.4 < side < 1.5


def test_what_does_not_fit_at_all_is_said_with_the_way_out(set_table):
    widths, size, _, notes = set_table(table(12, times=2))
    assert (len(widths), size) == (24, 10)
    assert [note.code for note in notes] == ["MAU58"]
    assert "24 cột" in notes[0].message and "huong: ngang" in notes[0].hint
    assert notes[0].place.line == 1


def test_tags_ask_for_room_but_never_make_a_table_too_wide(compiled):
    header = "| " + " | ".join(f"Cột {n}" for n in range(12)) + " |\n|" + "---|" * 12
    row = "| " + " | ".join("{{ so_ho }}" for _ in range(12)) + " |"
    assert compiled(f"{header}\n{row}").notes == ()

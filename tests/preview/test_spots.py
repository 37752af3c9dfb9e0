"""Where a finding and a figure stand on the pages."""

import pytest

from reportgen.checks.pages.setting import Setting
from reportgen.diagnostics import Place, error
from reportgen.pdf.pages import Page, Printed
from reportgen.preview.spots import Shown, Spot, spots_of_finding, spots_of_words

WIDTH, HEIGHT, GAP = 200, 400, 200


@pytest.fixture
def setting():
    """``setting(line, …)``: a page with these lines; a space is a gap."""

    def made(*lines):
        letters, boxes = [], []
        for row, line in enumerate(lines):
            for column, letter in enumerate(line):
                if letter != " ":
                    letters.append(letter)
                    boxes.append((column * WIDTH, row * 1000, (column + 1) * WIDTH, row * 1000 + HEIGHT))
        page = Page(1, 21000, 29700, "".join(letters), tuple(boxes))
        return Setting(Printed((page,), {}), None, None, "a", {}, ())

    return made


@pytest.mark.parametrize(
    "line, count",
    [("79 hộ", 1), ("179 hộ", 0), ("79,5 hộ", 0), ("1.079 hộ", 0), ("79. Sau đó", 1), ("50 79 80", 1), ("79 179 79", 2), ("(79)", 1)],
)
def test_a_number_is_found_whole(line, count, setting):
    assert len(list(spots_of_words(setting(line), "79"))) == count


def test_a_number_of_a_table_is_looked_for_in_its_row(setting):
    page = setting("Cam An 50 3,45", "Cam Hiếu 16 3,45")
    told = error("SL31", "dòng «Cam Hiếu»: ghi 3,45%", Place("xa.xlsx", cell="Xã!C3"), found="3,45%")
    assert [spot.box[1] for spot in spots_of_finding(page, (), told)] == [1000]


def test_a_cell_that_gave_a_figure_points_to_the_figure(setting):
    there = Spot(1, (0, 0, 5, 5))
    place = Place("xa.xlsx", cell="Xã!C3")
    figure = Shown("ho_ngheo", "Hộ nghèo", "79 hộ", str(place), (there,))
    assert spots_of_finding(setting("79 hộ"), (figure,), error("SL30", "sai", place)) == (there,)


def test_a_page_without_words_is_pointed_to_as_a_whole(setting):
    told = error("PDF14", "thiếu dòng", Place("a.pdf", part="trang 1"))
    assert spots_of_finding(setting("79 hộ"), (), told) == (Spot(1, (0, 0, 0, 0)),)


def test_what_is_nowhere_has_no_spot(setting):
    assert spots_of_finding(setting("79 hộ"), (), error("SL01", "thiếu số", Place("a.yml", 3))) == ()

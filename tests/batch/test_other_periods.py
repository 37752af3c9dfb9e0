"""A type that speaks of other periods: what they had stands in columns of the same row, and words of comparison follow from it."""

import zipfile

import pytest

from reportgen.build import build
from reportgen.errors import DataError
from reportgen.project import Project
from reportgen.sheets import Column, Sheet, write_sheets
from tests.batch.conftest import BASE

KIND = """\
ten_loai: báo cáo
trich_yeu: Hộ nghèo {{ ky_bao_cao }} của {{ ten_xa }}
danh_so_muc: ["I.", "1."]
chu_rieng: {ten_xa: Tên xã}
chi_tieu:
  ho_ngheo: {ten_goi: Hộ nghèo, don_vi_tinh: hộ, so_sanh: [ky_truoc, cung_ky]}
  ty_le: {ten_goi: Tỷ lệ hộ nghèo, don_vi_tinh: "%", so_le: 2, so_sanh: [ky_truoc]}
"""
TEXT = """\
Hộ nghèo {{ ten_xa }}: {{ ho_ngheo }}, {{ ho_ngheo|so_ky_truoc }}, {{ ho_ngheo|so_cung_ky }}. Tỷ lệ {{ ty_le }}, {{ ty_le|so_ky_truoc }}.

Trên đây là báo cáo của {{ ten_co_quan }}./.
"""
HEADERS = ("Tên xã", "Hộ nghèo", "Hộ nghèo kỳ trước", "Hộ nghèo cùng kỳ", "Tỷ lệ hộ nghèo", "Tỷ lệ hộ nghèo, kỳ trước")
ROW = ("xã Cam An", 79, 85, 74, "4,44", "4,87")


@pytest.fixture
def place(place):
    (place / "templates/bao-cao-xa/loai.yml").write_text(KIND, "utf-8")
    (place / "templates/bao-cao-xa/noi-dung.md").write_text(TEXT, "utf-8")
    (place / "data/hang-loat/bao-cao-xa.yml").write_text(BASE.replace("năm 2019", "tháng 2/2019"), "utf-8")
    return place


@pytest.fixture
def book(place):
    def write(*rows, headers=HEADERS):
        (place / "xa.xlsx").write_bytes(write_sheets([Sheet("Xã", tuple(Column(text, 14) for text in headers), rows)]))

    return write


def words(path) -> str:
    import re

    with zipfile.ZipFile(path) as package:
        return re.sub("<[^>]+>", "", package.read("word/document.xml").decode())


def test_words_of_comparison_come_from_columns_of_the_row(place, book, batch):
    book(ROW, ("xã Cam Hiếu", 90, 85, 90, "5,00", "4,87"))
    outcome = batch()
    assert (outcome.made, outcome.failed, outcome.notes, outcome.remarks) == (2, 0, (), ())
    said = words(place / "output/xa-cam-an.docx")
    assert "giảm 6 hộ (7,06%) so với tháng trước, tăng 5 hộ (6,76%) so với cùng kỳ năm trước" in said
    assert "4,44%, giảm 0,43 điểm phần trăm so với tháng trước" in said
    assert "tăng 5 hộ (5,88%) so với tháng trước" in words(place / "output/xa-cam-hieu.docx")


def test_the_bytes_are_those_of_build(place, book, batch, files):
    book(ROW)
    batch()
    quoted = "{{gia_tri: \"{}\", theo_van_ban: Báo cáo số 12/BC-UBND}}"
    text = BASE.replace("năm 2019", "tháng 2/2019") + "chu_rieng: {ten_xa: xã Cam An}\nso_lieu:\n  ho_ngheo: 79\n  ty_le: \"4,44\"\n"
    text += "".join(f"  {key}: {quoted.format(value)}\n" for key, value in (("ho_ngheo__ky_truoc", 85), ("ho_ngheo__cung_ky", 74), ("ty_le__ky_truoc", "4,87")))
    (place / "data/mot.yml").write_text(text, "utf-8")
    assert files(place / "output")["xa-cam-an.docx"] == build(Project(place), "mot", out=place / "mot").path.read_bytes()


@pytest.mark.parametrize("header", ["ho_ngheo__cung_ky", "Hộ nghèo, cùng kỳ năm trước", "HO NGHEO CUNG KY NAM TRUOC"])
def test_the_ways_a_header_may_say_it(book, batch, header):
    book(ROW, headers=[*HEADERS[:3], header, *HEADERS[4:]])
    assert (batch().made, batch().failed) == (1, 0)


def test_missing_columns_are_named_and_nothing_is_made(place, book, batch):
    book(ROW[:2] + ROW[4:5], headers=(*HEADERS[:2], HEADERS[4]))
    with pytest.raises(DataError) as failure:
        batch()
    (told,) = failure.value.findings
    assert (told.code, str(told.place)) == ("LO06", "xa.xlsx!Xã!A1")
    assert all(f"«{name}»" in told.hint for name in ("Hộ nghèo kỳ trước", "Hộ nghèo cùng kỳ năm trước", "Tỷ lệ hộ nghèo kỳ trước"))
    assert list((place / "output").iterdir()) == []


@pytest.mark.parametrize(("value", "code"), [(None, "SL02"), ("nhiều", "SL04"), ("85,5", "SL04")])
def test_a_faulty_figure_of_another_period_is_told_with_its_cell(book, batch, value, code):
    book((*ROW[:2], value, *ROW[3:]))
    outcome = batch()
    assert (code, "xa.xlsx!Xã!C2") in [(f.code, str(f.place)) for f in outcome.failures] and outcome.made == 0


def test_a_report_of_the_district_is_never_taken_for_that_of_a_commune(place, book, batch):
    text = BASE.replace("năm 2019", "tháng 1/2019") + "chu_rieng: {ten_xa: xã X}\nso_lieu: {ho_ngheo: 9, ty_le: \"1,00\"}\n"
    (place / "data/thang-1.yml").write_text(text, "utf-8")
    book(ROW)
    outcome = batch()
    assert (outcome.made, outcome.remarks) == (1, ()) and "giảm 6 hộ" in words(place / "output/xa-cam-an.docx")


def test_an_optional_figure_without_a_column_is_none_at_all(place, book, batch, change):
    change("templates/bao-cao-xa/loai.yml", "so_le: 2, so_sanh", "so_le: 2, bat_buoc: không, so_sanh")
    change("templates/bao-cao-xa/noi-dung.md", " Tỷ lệ {{ ty_le }}, {{ ty_le|so_ky_truoc }}.", "")
    text = BASE.replace("năm 2019", "tháng 1/2019") + "chu_rieng: {ten_xa: xã X}\nso_lieu: {ho_ngheo: 9, ty_le: \"1,00\"}\n"
    (place / "data/thang-1.yml").write_text(text, "utf-8")
    book(ROW[:5], headers=HEADERS[:5])
    outcome = batch()
    assert (outcome.made, outcome.failed, outcome.remarks) == (1, 0, ())


@pytest.mark.parametrize(("month", "headers", "total"), [(1, ("Tên xã", "Thu"), "7"), (2, ("Tên xã", "Thu", "Thu lũy kế kỳ trước"), "12")])
def test_a_total_to_date_begins_with_the_year(place, book, batch, month, headers, total):
    kind = KIND.partition("chi_tieu:")[0] + "chi_tieu:\n  thu: {ten_goi: Thu, don_vi_tinh: tỷ đồng, so_sanh: [luy_ke]}\n"
    (place / "templates/bao-cao-xa/loai.yml").write_text(kind, "utf-8")
    (place / "templates/bao-cao-xa/noi-dung.md").write_text("Thu của {{ ten_xa }}: {{ thu }}, lũy kế {{ thu__luy_ke }}./.\n", "utf-8")
    (place / "data/hang-loat/bao-cao-xa.yml").write_text(BASE.replace("năm 2019", f"tháng {month}/2019"), "utf-8")
    book(("xã Cam An", 7, 5)[: len(headers)], headers=headers)
    outcome = batch()
    assert (outcome.made, outcome.failed) == (1, 0) and f"lũy kế {total} tỷ đồng" in words(place / "output/xa-cam-an.docx")


def test_all_share_a_figure_of_another_period_typed_in_the_base(place, book, batch):
    base = BASE.replace("năm 2019", "tháng 2/2019") + "so_lieu: {ho_ngheo__cung_ky: {gia_tri: 74, theo_van_ban: Báo cáo số 12/BC-UBND}}\n"
    (place / "data/hang-loat/bao-cao-xa.yml").write_text(base, "utf-8")
    book(ROW[:3] + ROW[4:], headers=HEADERS[:3] + HEADERS[4:])
    assert batch().made == 1


CUMULATIVE = KIND.partition("chi_tieu:")[0] + "chi_tieu:\n  thu: {ten_goi: Thu, don_vi_tinh: tỷ đồng, so_sanh: [luy_ke]}\n"


@pytest.fixture
def january(place):
    """The first period of a year, with a total to date."""
    (place / "templates/bao-cao-xa/loai.yml").write_text(CUMULATIVE, "utf-8")
    (place / "templates/bao-cao-xa/noi-dung.md").write_text("Thu của {{ ten_xa }}: {{ thu }}, lũy kế {{ thu__luy_ke }}./.\n", "utf-8")
    (place / "data/hang-loat/bao-cao-xa.yml").write_text(BASE.replace("năm 2019", "tháng 1/2019"), "utf-8")
    return place


@pytest.mark.parametrize("value", [0, "0", "0,0", "-", None, " "])
def test_in_the_first_period_nothing_came_before(january, book, batch, value):
    book(("xã Cam An", 7, value), ("xã Cam Hiếu", 3, 0), headers=("Tên xã", "Thu", "Thu lũy kế kỳ trước"))
    outcome = batch()
    assert (outcome.made, outcome.failures) == (2, ()) and "lũy kế 7 tỷ đồng" in words(january / "output/xa-cam-an.docx")


@pytest.mark.parametrize("value", [7, "7", "x", "..."])
def test_in_the_first_period_a_figure_of_what_came_before_is_refused_at_its_cell(january, book, batch, value):
    book(("xã Cam An", 7, value), ("xã Cam Hiếu", 3, 0), headers=("Tên xã", "Thu", "Thu lũy kế kỳ trước"))
    outcome = batch()
    assert (outcome.made, [(f.code, str(f.place)) for f in outcome.failures]) == (1, [("SL03", "xa.xlsx!Xã!C2")])


def test_a_zero_that_became_a_figure_does_not_keep_the_document(january, book, batch):
    headers = ("Tên xã", "Thu", "Thu lũy kế kỳ trước")
    book(("xã Cam An", 7, 0), headers=headers)
    assert batch().made == 1
    book(("xã Cam An", 7, 7), headers=headers)
    outcome = batch()
    assert (outcome.kept, outcome.failed) == (0, 1)


def test_a_figure_typed_in_the_base_and_in_a_column_stands_twice(january, book, batch, codes):
    with (january / "data/hang-loat/bao-cao-xa.yml").open("a", encoding="utf-8") as base:
        base.write("so_lieu: {thu__luy_ke__ky_truoc: {gia_tri: 0, theo_van_ban: Báo cáo số 12/BC-UBND}}\n")
    book(("xã Cam An", 7, 0), headers=("Tên xã", "Thu", "Thu lũy kế kỳ trước"))
    assert codes(batch().failures) == ["SL03"]

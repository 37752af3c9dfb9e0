"""The days a report covers (``ky_chot``), and their names in the text."""

import pytest

from reportgen.vietnamese.periods import Period, read_period

KIND = "ten_loai: báo cáo\nky_hieu_loai: BC\ntrich_yeu: Kết quả {{ ky_bao_cao }}\nchi_tieu:\n  no: {ten_goi: Nợ}\n"
MAY = Period("thang", 2020, 5)

WINDOWS = [
    ("tháng 2/2020", "15/01/2020", "14/02/2020"),
    ("tháng 1/2020", "15/12/2019", "14/01/2020"),
    ("quý I/2020", "15/12/2019", "14/3/2020"),
    ("6 tháng đầu năm 2020", "15/12/2019", "14/6/2020"),
    ("6 tháng cuối năm 2020", "15/6/2020", "14/12/2020"),
    ("9 tháng năm 2020", "15/12/2019", "14/9/2020"),
    ("năm 2020", "15/12/2019", "14/12/2020"),
]


def dates(office, name):
    context = office.draft(name).context
    return context["tu_ngay"], context["den_ngay"]


@pytest.mark.parametrize(("period", "first", "last"), WINDOWS)
def test_the_books_open_in_mid_month(office, period, first, last):
    office.type("ky_chot: 15\n" + KIND)
    name = office.report(read_period(period), no=1)
    assert dates(office, name) == (first, last)
    assert office.draft(name).context["khoang_ngay"] == f"từ ngày {first} đến ngày {last}"


def test_the_type_stands_before_the_agency_and_the_calendar_after_both(office):
    office.type(KIND)
    name = office.report(MAY, no=1)
    assert dates(office, name) == ("01/5/2020", "31/5/2020")
    agency = office.folder / "data/co-quan/so.yml"
    office.write("data/co-quan/so.yml", agency.read_text("utf-8") + "ky_chot: 21\n")
    assert dates(office, name) == ("21/4/2020", "20/5/2020")
    office.type("ky_chot: 15\n" + KIND)
    assert dates(office, name) == ("15/4/2020", "14/5/2020")


def test_a_type_inherits_its_day(office):
    office.type("ky_chot: 15\n" + KIND)
    (office.folder / "templates/con").mkdir()
    office.write("templates/con/loai.yml", "ke_thua: bao-cao-thang\n")
    office.write("templates/con/noi-dung.md", "Nợ {{ no }}./.\n")
    name = office.report(MAY, no=1)
    text = (office.folder / f"data/{name}.yml").read_text("utf-8")
    office.write(f"data/{name}.yml", text.replace("loai: bao-cao-thang", "loai: con"))
    assert dates(office, name) == ("15/4/2020", "14/5/2020")


@pytest.mark.parametrize("day", ["0", "29", "rằm"])
def test_a_day_not_every_month_has(office, day):
    office.type(f"ky_chot: {day}\n" + KIND)
    name = office.report(MAY, no=1)
    assert office.codes(name)


@pytest.mark.parametrize(("day", "codes"), [("13/5/2020", ["KY18"]), ("14/5/2020", []), ("20/5/2020", [])])
def test_a_report_dated_before_its_figures_end(office, day, codes):
    office.type("ky_chot: 15\n" + KIND)
    assert office.codes(office.report(MAY, f"ngay_ban_hanh: {day}", no=1)) == codes


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("tháng 1/2020", "tháng 01 năm 2020"),
        ("tháng 5/2020", "5 tháng đầu năm 2020"),
        ("tháng 12/2020", "năm 2020"),
        ("quý I/2020", "3 tháng đầu năm 2020"),
        ("quý III/2020", "9 tháng đầu năm 2020"),
        ("6 tháng đầu năm 2020", "6 tháng đầu năm 2020"),
        ("9 tháng năm 2020", "9 tháng đầu năm 2020"),
        ("năm 2020", "năm 2020"),
    ],
)
def test_the_time_from_the_start_of_the_year(period, words):
    assert read_period(period).to_date == words


def test_the_names_work_in_the_text(office):
    office.type("ky_chot: 15\n" + KIND)
    office.body("Số liệu {{ khoang_ngay }}; đến {{ den_ngay|ngay_day_du }} còn nợ {{ no }}./.\n")
    built = office.build(office.report(MAY, no=7))
    import re
    import zipfile

    with zipfile.ZipFile(built.path) as package:
        text = re.sub("<[^>]+>", "", package.read("word/document.xml").decode("utf-8"))
    assert "Số liệu từ ngày 15/4/2020 đến ngày 14/5/2020; đến ngày 14 tháng 5 năm 2020 còn nợ 7./." in text

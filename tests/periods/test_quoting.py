"""Where figures of other periods come from, and what is said when they cannot be had."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.freezing import freeze
from reportgen.vietnamese.periods import Period, read_period

TYPE = """\
ten_loai: báo cáo
ky_hieu_loai: BC
trich_yeu: Kết quả {{{{ ky_bao_cao }}}}
chi_tieu:
  {}
"""
JUNE = Period("thang", 2020, 6)


def month(number, year=2020):
    return Period("thang", year, number)


@pytest.fixture
def year(office):
    """Two whole years of reports; the plan stands in January."""
    office.months(2019, *range(100, 112), plan=office.plan)
    office.months(2020, *range(200, 212), plan=office.plan)
    return office


def figure(office, name, key):
    return str(office.draft(name).figures[key])


def test_the_file_name_does_not_matter_the_period_does(year):
    (year.folder / "data/thang-5-2020.yml").rename(year.folder / "data/bao-cao-cu.yml")
    assert figure(year, "thang-6-2020", "ho_ngheo__ky_truoc") == "204 hộ"


def test_another_type_or_agency_is_another_report(year):
    text = (year.folder / "data/thang-5-2020.yml").read_text("utf-8")
    year.write("data/thang-5-2020.yml", text.replace("co_quan: so", "co_quan: so-khac"))
    (found,) = year.findings("thang-6-2020", "KY10")
    assert found.message.startswith("chưa có báo cáo tháng 5/2020 của cùng loại và cùng cơ quan")
    assert "(ho_ngheo__ky_truoc)" in found.message and "theo_van_ban" in found.hint
    assert str(found.place).startswith("data/thang-6-2020.yml:3")


def test_headers_are_read_however_they_are_written(year):
    year.write(
        "data/thang-5-2020.yml",
        '"loai": bao-cao-thang\nco_quan: so\nky_bao_cao: "Thang 05/2020" # kỳ\nso_lieu: {ho_ngheo: 77, thu_ns: "1,0"}\n',
    )
    assert figure(year, "thang-6-2020", "ho_ngheo__ky_truoc") == "77 hộ"


def test_forty_missing_figures_are_one_finding(year):
    (year.folder / "data/thang-6-2019.yml").unlink()
    (found,) = year.findings("thang-6-2020", "KY10")
    assert "tháng 6/2019" in found.message and "(ho_ngheo__cung_ky)" in found.message and "(thu_ns__cung_ky)" in found.message


def test_two_reports_of_one_period_are_named(year):
    text = (year.folder / "data/thang-5-2020.yml").read_text("utf-8")
    year.write("data/thang-5-2020-ban-cu.yml", text)
    (found,) = year.findings("thang-6-2020", "KY11")
    assert "data/thang-5-2020-ban-cu.yml, data/thang-5-2020.yml" in found.message


def test_a_report_without_the_figure_is_named(year):
    year.report(month(5), ho_ngheo="", thu_ns="10,0")
    (found,) = year.findings("thang-6-2020", "KY12")
    assert "báo cáo tháng 5/2020 (data/thang-5-2020.yml) chưa có «Hộ nghèo, kỳ trước»" in found.message


def test_a_broken_report_says_why(year):
    year.write("data/thang-5-2020.yml", "loai: bao-cao-thang\nco_quan: so\nky_bao_cao: tháng 5/2020\nso_lieu: [\n")
    (found,) = year.findings("thang-6-2020", "KY12")
    assert "data/thang-5-2020.yml) chưa có" in found.message and found.message.count(":") >= 1


def test_a_gap_in_the_year_is_found_where_it_is(year):
    """The total of June rests on that of May, which rests on that of April …: the month that is not there is named."""
    (year.folder / "data/thang-3-2020.yml").unlink()
    (found,) = year.findings("thang-6-2020", "KY10")
    assert "tháng 3/2020" in found.message and "(thu_ns__luy_ke__ky_truoc)" in found.message


def test_the_plan_is_typed_once_a_year_and_may_be_revised(year):
    revised = "{gia_tri: '150,0', theo_van_ban: Quyết định số 88/QĐ-UBND ngày 01/4/2020}"
    year.report(month(4), ho_ngheo=203, thu_ns="10,0", thu_ns__ke_hoach=revised)
    printed = [figure(year, f"thang-{n}-2020", "thu_ns__ke_hoach") for n in (1, 3, 4, 5, 12)]
    assert printed == ["120,0 tỷ đồng", "120,0 tỷ đồng", "150,0 tỷ đồng", "150,0 tỷ đồng", "150,0 tỷ đồng"]


def test_a_year_without_a_plan_says_so_once(office):
    office.months(2019, 1, 2, 3)
    office.months(2020, 1, 2, 3)
    (found,) = office.findings("thang-3-2020", "KY13")
    assert found.message == "chưa có số kế hoạch năm 2020: «Thu ngân sách, kế hoạch năm» (thu_ns__ke_hoach)"


def test_a_plan_may_be_a_document(year):
    (year.folder / "templates/ke-hoach-nam").mkdir()
    year.write(
        "templates/ke-hoach-nam/loai.yml",
        "ten_loai: kế hoạch\nky_hieu_loai: KH\nchi_tieu:\n  thu_ns: {ten_goi: Thu ngân sách, don_vi_tinh: triệu đồng}\n",
    )
    year.write("data/kh-2020.yml", "loai: ke-hoach-nam\nco_quan: so\nky_bao_cao: năm 2020\nso_lieu: {thu_ns: 90.000}\n")
    kind = (year.folder / "templates/bao-cao-thang/loai.yml").read_text("utf-8")
    year.type("loai_ke_hoach: ke-hoach-nam\n" + kind)
    year.report(month(6), ho_ngheo=1, thu_ns="10,0")
    assert figure(year, "thang-6-2020", "thu_ns__ke_hoach") == "90,0 tỷ đồng"
    (year.folder / "data/kh-2020.yml").unlink()
    (found,) = year.findings("thang-6-2020", "KY10")
    assert found.message.startswith("chưa có văn bản kế hoạch năm 2020")


BY_HAND = [
    ("27.002", "KY03"),
    ("{gia_tri: 27.002}", "KY03"),
    ("{gia_tri: 27.002, theo_van_ban: Báo cáo số 12/BC-STC ngày 20/5/2020}", "KY17"),
    ("{gia_tri: 204, theo_van_ban: Báo cáo số 12/BC-STC ngày 20/5/2020}", None),
    ("{khong_co: kỳ trước chưa thống kê}", None),
    ("{khong_co: chưa thống kê, gia_tri: 5}", "SL08"),
]


@pytest.mark.parametrize(("typed", "code"), BY_HAND)
def test_a_figure_given_by_hand_says_where_it_is_from(year, typed, code):
    year.report(JUNE, ho_ngheo=205, thu_ns="10,0", ho_ngheo__ky_truoc=typed)
    assert year.codes("thang-6-2020") == ([code] if code else [])


def test_khong_co_is_for_other_periods_only(year):
    year.report(JUNE, ho_ngheo="{khong_co: chưa đếm}", thu_ns="10,0")
    assert "SL08" in year.codes("thang-6-2020")


def test_a_report_given_by_hand_needs_no_other_report(office):
    source = "theo_van_ban: Báo cáo số 12/BC-STC ngày 20/5/2020"
    steps = ("ho_ngheo__ky_truoc", "ho_ngheo__cung_ky", "thu_ns__cung_ky", "thu_ns__ke_hoach", "thu_ns__luy_ke__ky_truoc",
             "thu_ns__luy_ke__cung_ky")  # fmt: skip
    office.report(JUNE, ho_ngheo=1, thu_ns="10,0", **{step: f"{{gia_tri: 50, {source}}}" for step in steps})
    assert office.codes("thang-6-2020") == []
    assert figure(office, "thang-6-2020", "thu_ns__luy_ke") == "60,0 tỷ đồng"


def test_what_was_issued_comes_first_and_a_later_change_is_told(year):
    year.build("thang-5-2020")
    freeze(year.project, "thang-5-2020")
    year.report(month(5), ho_ngheo=299, thu_ns="10,0")
    assert figure(year, "thang-6-2020", "ho_ngheo__ky_truoc") == "204 hộ"
    (found,) = year.findings("thang-6-2020", "KY14")
    assert "đã ban hành 204 hộ, tệp số liệu nay ghi 299 hộ" in found.message
    assert str(found.place).startswith("data/thang-5-2020.yml:5")


def test_a_quote_that_differs_from_what_was_issued_is_an_error(year):
    typed = "{gia_tri: 240, theo_van_ban: Báo cáo số 12/BC-STC ngày 20/5/2020"
    year.report(JUNE, ho_ngheo=205, thu_ns="10,0", ho_ngheo__ky_truoc=typed + "}")
    (found,) = year.findings("thang-6-2020", "KY17")
    assert not found.blocks
    year.build("thang-5-2020")
    freeze(year.project, "thang-5-2020")
    (found,) = year.findings("thang-6-2020", "KY17")
    assert found.blocks and (found.found, found.expected) == ("240 hộ", "204 hộ")
    year.report(JUNE, ho_ngheo=205, thu_ns="10,0", ho_ngheo__ky_truoc=typed + ", chap_nhan: số điều chỉnh của Cục Thống kê}")
    (found,) = year.findings("thang-6-2020", "KY17")
    assert not found.blocks and found.accepted


def test_data_not_yet_frozen_are_mentioned_once_a_report(year):
    found = year.findings("thang-6-2020", "KY15")
    assert [f.message.split(",")[0] for f in found] == [
        "số kỳ khác lấy từ data/thang-5-2020.yml",
        "số kỳ khác lấy từ data/thang-6-2019.yml",
    ]
    assert found[0].hint == "nếu đã ban hành, chạy: reportgen freeze thang-5-2020"


@pytest.mark.parametrize(
    ("unit", "decimals", "printed"), [("triệu đồng", 0, "200.000 triệu đồng"), ("hộ", 0, None), ("tỷ đồng", 1, "200,0 tỷ đồng")]
)
def test_a_unit_that_changed(office, unit, decimals, printed):
    line = "no: {{ten_goi: Dư nợ, don_vi_tinh: {}, so_le: {}, so_sanh: [ky_truoc]}}"
    office.type(TYPE.format(line.format("tỷ đồng", 1)))
    office.body("Dư nợ {{ no }}, {{ no__ky_truoc }}./.\n")
    source = "{gia_tri: '1,0', theo_van_ban: Báo cáo số 1/BC-STC ngày 20/4/2020}"
    office.report(month(5), no="200,0", no__ky_truoc=source)
    office.build("thang-5-2020")
    freeze(office.project, "thang-5-2020")
    office.type(TYPE.format(line.format(unit, decimals)))
    office.report(month(6), no=5)
    if printed:
        assert figure(office, "thang-6-2020", "no__ky_truoc") == printed
    else:
        assert "KY16" in office.codes("thang-6-2020")


def test_an_approximate_figure_stays_approximate(office):
    office.type(TYPE.format("no: {ten_goi: Dư nợ, don_vi_tinh: tỷ đồng, so_sanh: [ky_truoc]}"))
    office.body("Dư nợ {{ no }}, {{ no|so_ky_truoc }}./.\n")
    office.report(month(5), no="gần 976", no__ky_truoc="{khong_co: mới thống kê}")
    office.report(month(6), no=1000)
    assert figure(office, "thang-6-2020", "no__ky_truoc") == "gần 976 tỷ đồng"
    assert "tăng khoảng 24 tỷ đồng (khoảng 2,46%) so với tháng trước" in page(office, "thang-6-2020")


def page(office, name):
    """The text of the built document."""
    import re
    import zipfile

    with zipfile.ZipFile(office.build(name).path) as package:
        return re.sub(r"<[^>]+>", "", package.read("word/document.xml").decode("utf-8"))


def test_the_page_says_it(year):
    assert (
        "Toàn tỉnh có 205 hộ, tăng 1 hộ (0,49%) so với tháng trước; tăng 100 hộ (95,24%) so với cùng kỳ năm trước. "
        "Thu ngân sách 10,0 tỷ đồng, lũy kế 60,0 tỷ đồng, đạt 50% kế hoạch./."
    ) in page(year, "thang-6-2020")


DECLARED = [
    ("a: {ten_goi: A, so_sanh: [thang_truoc]}", "KY01", "ky_truoc"),
    ("a: {ten_goi: A, so_sanh: [a]}", "KY01", ""),
    ('a: {ten_goi: A, don_vi_tinh: "%", so_sanh: [luy_ke]}', "KY01", "bỏ luy_ke"),
    ("a: {ten_goi: A, don_vi_tinh: triệu đồng/hộ, so_sanh: [luy_ke]}", "KY01", "bỏ luy_ke"),
    ("a: {ten_goi: A, so_sanh: [ky_truoc]}\n  a__ky_truoc: {ten_goi: B}", "KY02", "khai riêng"),
]


@pytest.mark.parametrize(("line", "code", "hint"), DECLARED)
def test_a_declaration_that_cannot_be(office, line, code, hint):
    office.type(TYPE.format(line))
    office.report(JUNE, a=1)
    (found,) = office.findings("thang-6-2020", code)
    assert hint in found.hint and found.place.file == "templates/bao-cao-thang/loai.yml"


def test_another_figure_of_the_same_report(office):
    office.type(TYPE.format("dau_ky: {ten_goi: Đầu kỳ, don_vi_tinh: hộ}\n  cuoi_ky: {ten_goi: Cuối kỳ, don_vi_tinh: hộ, so_sanh: [dau_ky]}"))
    office.body("Hộ nghèo {{ cuoi_ky|tu_den('dau_ky') }}; {{ cuoi_ky|tang_giam('dau_ky', 1) }}./.\n")
    office.report(JUNE, dau_ky=26140, cuoi_ky=17352)
    assert "Hộ nghèo giảm từ 26.140 hộ xuống còn 17.352 hộ; giảm 8.788 hộ (33,6%)./." in page(office, "thang-6-2020")


def test_a_comparison_nobody_declared_is_refused(year):
    year.body("Có {{ thu_ns|tang_giam('ky_truoc') }}./.\n")
    with pytest.raises(Exception, match="không khai so sánh với «ky_truoc»"):
        year.build("thang-6-2020")


def test_an_optional_figure_may_have_no_past(office):
    office.type(TYPE.format("no: {ten_goi: Dư nợ, bat_buoc: không, so_sanh: [ky_truoc]}"))
    office.body("{% if no__ky_truoc is co_so_lieu %}\nDư nợ {{ no|so_ky_truoc }}./.\n{% else %}\nDư nợ {{ no }}./.\n{% endif %}\n")
    office.report(month(5), no="")
    office.report(month(6), no=8)
    assert "Dư nợ 8./." in page(office, "thang-6-2020")


PERIODS = ["quý II/2020", "6 tháng cuối năm 2020", "6 tháng đầu năm 2020", "9 tháng năm 2020", "năm 2020"]
SAID = ["quý trước", "6 tháng đầu năm", "6 tháng cuối năm trước", "cùng kỳ năm trước", "năm trước"]


@pytest.mark.parametrize(("name", "said"), list(zip(PERIODS, SAID, strict=True)))
def test_periods_of_every_kind(office, name, said):
    office.type(TYPE.format("no: {ten_goi: Dư nợ, don_vi_tinh: tỷ đồng, so_sanh: [ky_truoc, cung_ky]}"))
    office.body("Dư nợ {{ no|so_ky_truoc }}, {{ no__cung_ky }}./.\n")
    period = read_period(name)
    given = {step: "{gia_tri: 1, theo_van_ban: Báo cáo cũ}" for step in ("no__ky_truoc", "no__cung_ky")}
    for before in {period.previous, period.same_last_year}:
        office.report(before, no=4, **given)
    office.report(period, no=5)
    assert f"Dư nợ tăng 1 tỷ đồng (25%) so với {said}, 4 tỷ đồng./." in page(office, period.slug)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(present=st.sets(st.integers(1, 11)), typed=st.none() | st.integers(1, 11))
def test_a_total_is_found_if_and_only_if_no_month_is_missing(tmp_path_factory, new_office, present, typed):
    """December's total needs every month back to January, or back to the last one that gives its total by hand."""
    office = new_office(tmp_path_factory.mktemp("year"))
    office.type(TYPE.format("thu: {ten_goi: Thu, don_vi_tinh: tỷ đồng, so_sanh: [luy_ke]}"))
    for number in present:
        more = {"thu__luy_ke__ky_truoc": "{gia_tri: 1000, theo_van_ban: Báo cáo cũ}"} if number == typed else {}
        office.report(month(number), thu=number, **more)
    office.report(month(12), thu=12)
    start = typed if typed in present and typed > 1 else 1
    complete = set(range(start, 12)) <= present
    assert (office.codes("thang-12-2020") == []) == complete
    if complete:
        given_before = 1000 if typed in present else 0
        assert office.draft("thang-12-2020").figures["thu__luy_ke"].value == sum(range(start, 13)) + given_before

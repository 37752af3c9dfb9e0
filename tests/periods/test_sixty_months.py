"""Five years of monthly reports: every comparison of every month is what an independent reckoning says."""

import random
from decimal import Decimal

import pytest

from reportgen.freezing import freeze
from reportgen.vietnamese.periods import Period

FIRST, LAST = 2016, 2020
MONTHS = [Period("thang", year, month) for year in range(FIRST, LAST + 1) for month in range(1, 13)]
CHAIN = """\
ten_loai: báo cáo
ky_hieu_loai: BC
trich_yeu: Kết quả {{ ky_bao_cao }}
danh_so_muc: ["1."]
chi_tieu:
  ho_ngheo: {ten_goi: Hộ nghèo, don_vi_tinh: hộ, so_sanh: [ky_truoc, cung_ky]}
  thu_ns: {ten_goi: Thu ngân sách, don_vi_tinh: tỷ đồng, so_le: 1, so_sanh: [luy_ke, cung_ky, ke_hoach]}
  ty_le: {ten_goi: Tỷ lệ hộ nghèo, don_vi_tinh: "%", so_le: 2, so_sanh: [ky_truoc, cung_ky]}
  ton_quy: {ten_goi: Tồn quỹ, don_vi_tinh: triệu đồng, cong_thuc: ton_quy__ky_truoc + thu_quy - chi_quy, so_sanh: [ky_truoc]}
  thu_quy: {ten_goi: Thu quỹ, don_vi_tinh: triệu đồng}
  chi_quy: {ten_goi: Chi quỹ, don_vi_tinh: triệu đồng}
"""
FOUNDED = "{{gia_tri: '{}', theo_van_ban: Báo cáo số 90/BC-STC ngày 05/01/2016}}"


@pytest.fixture(scope="module")
def numbers():
    """Made-up figures by month: what staff would type."""
    draw = random.Random(60)
    return {
        month: {
            "ho_ngheo": draw.randint(0, 3000),
            "thu_ns": Decimal(draw.randint(0, 9999)).scaleb(-1),
            "ty_le": Decimal(draw.randint(0, 9999)).scaleb(-2),
            "thu_quy": draw.randint(0, 900),
            "chi_quy": draw.randint(0, 900),
        }
        for month in MONTHS
    }


@pytest.fixture(scope="module")
def office(tmp_path_factory, numbers, new_office):
    """Sixty reports. The first ones, with nothing before them, say where their comparisons come from."""
    office = new_office(tmp_path_factory.mktemp("office"))
    office.type(CHAIN)
    for month in MONTHS:
        typed = {key: str(value).replace(".", ",") for key, value in numbers[month].items()}
        if month.year == FIRST:
            for key, step in [("ho_ngheo", "cung_ky"), ("thu_ns", "cung_ky"), ("thu_ns__luy_ke", "cung_ky"), ("ty_le", "cung_ky")]:
                typed[f"{key}__{step}"] = FOUNDED.format("7" if key == "ho_ngheo" else "7,0")
        if month == MONTHS[0]:
            typed |= {f"{key}__ky_truoc": FOUNDED.format("5") for key in ("ho_ngheo", "ty_le", "ton_quy")}
        if month.index == 1:
            typed["thu_ns__ke_hoach"] = office.plan
        office.report(month, **typed)
    return office


def expected(numbers, month):
    """The comparisons of a month, worked out from the made-up figures alone."""
    own = [m for m in MONTHS if m.year == month.year and m.index <= month.index]
    last_year = [Period("thang", m.year - 1, m.index) for m in own]
    until = [m for m in MONTHS if (m.year, m.index) <= (month.year, month.index)]
    has_past, has_year = month != MONTHS[0], month.year > FIRST
    return {
        "ho_ngheo__ky_truoc": numbers[month.previous]["ho_ngheo"] if has_past else 5,
        "ty_le__ky_truoc": numbers[month.previous]["ty_le"] if has_past else 5,
        "ho_ngheo__cung_ky": numbers[month.same_last_year]["ho_ngheo"] if has_year else 7,
        "thu_ns__cung_ky": numbers[month.same_last_year]["thu_ns"] if has_year else 7,
        "thu_ns__luy_ke": sum(numbers[m]["thu_ns"] for m in own),
        "thu_ns__luy_ke__ky_truoc": sum(numbers[m]["thu_ns"] for m in own[:-1]),
        "thu_ns__luy_ke__cung_ky": sum(numbers[m]["thu_ns"] for m in last_year) if has_year else 7,
        "thu_ns__ke_hoach": 120,
        "ton_quy": 5 + sum(numbers[m]["thu_quy"] - numbers[m]["chi_quy"] for m in until),
    }


@pytest.mark.parametrize("month", MONTHS, ids=lambda m: m.slug)
def test_every_month_compares_with_the_right_ones(office, numbers, month):
    figures = office.draft(month.slug).figures
    assert {key: figures[key].value for key in expected(numbers, month)} == expected(numbers, month)


def test_a_frozen_month_ends_the_way_back(office, numbers):
    """With December frozen, the months before it are not asked again, and the balance goes on from what was issued."""
    december, january = Period("thang", 2018, 12), Period("thang", 2019, 1)
    office.build(december.slug)
    freeze(office.project, december.slug)
    for month in MONTHS:
        if month.year == 2018 and month.index < 12:
            (office.folder / f"data/{month.slug}.yml").rename(office.folder / f"{month.slug}.yml")
    try:
        assert office.draft(january.slug).figures["ton_quy"].value == expected(numbers, january)["ton_quy"]
        assert office.draft(january.slug).figures["ho_ngheo__ky_truoc"].place.file == f"data/da-ban-hanh/{december.slug}.json"
    finally:
        for path in office.folder.glob("thang-*.yml"):
            path.rename(office.folder / f"data/{path.name}")
        (office.project.issued / f"{december.slug}.json").unlink()

"""Five years of monthly reports: every comparison of every month is what an independent reckoning says."""

import random
from decimal import Decimal

import pytest

from reportgen.freezing import freeze
from reportgen.vietnamese.periods import Period

FIRST, LAST = 2016, 2020
MONTHS = [Period("thang", year, month) for year in range(FIRST, LAST + 1) for month in range(1, 13)]
HEAD = """\
ten_loai: báo cáo
ky_hieu_loai: BC
trich_yeu: Kết quả {{ ky_bao_cao }}
danh_so_muc: ["1."]
chi_tieu:
"""
COMPARED = """\
  ho_ngheo: {ten_goi: Hộ nghèo, don_vi_tinh: hộ, so_sanh: [ky_truoc, cung_ky]}
  thu_ns: {ten_goi: Thu ngân sách, don_vi_tinh: tỷ đồng, so_le: 1, so_sanh: [luy_ke, cung_ky, ke_hoach]}
  ty_le: {ten_goi: Tỷ lệ hộ nghèo, don_vi_tinh: "%", so_le: 2, so_sanh: [ky_truoc, cung_ky]}
"""
CARRIED = """\
  ton_quy: {ten_goi: Tồn quỹ, don_vi_tinh: triệu đồng, cong_thuc: ton_quy__ky_truoc + thu_quy - chi_quy, so_sanh: [ky_truoc]}
  thu_quy: {ten_goi: Thu quỹ, don_vi_tinh: triệu đồng}
  chi_quy: {ten_goi: Chi quỹ, don_vi_tinh: triệu đồng}
"""
FOUNDED = "{{gia_tri: '{}', theo_van_ban: Báo cáo số 90/BC-STC ngày 05/01/2016}}"
BEFORE_ALL, A_YEAR_BEFORE = 5, 7


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


def typed(numbers, month, *keys):
    return {key: str(numbers[month][key]).replace(".", ",") for key in keys}


@pytest.fixture(scope="module")
def office(tmp_path_factory, numbers, new_office):
    """Sixty reports. The first ones, with nothing before them, say where their comparisons come from."""
    office = new_office(tmp_path_factory.mktemp("office"))
    office.type(HEAD + COMPARED)
    for month in MONTHS:
        figures = typed(numbers, month, "ho_ngheo", "thu_ns", "ty_le")
        if month.year == FIRST:
            for key in ("ho_ngheo", "thu_ns", "thu_ns__luy_ke", "ty_le"):
                figures[f"{key}__cung_ky"] = FOUNDED.format(A_YEAR_BEFORE)
        if month == MONTHS[0]:
            figures |= {f"{key}__ky_truoc": FOUNDED.format(BEFORE_ALL) for key in ("ho_ngheo", "ty_le")}
        if month.index == 1:
            figures["thu_ns__ke_hoach"] = office.plan
        office.report(month, **figures)
    return office


@pytest.fixture(scope="module")
def treasury(tmp_path_factory, numbers, new_office):
    """Sixty reports of a balance that goes on from month to month."""
    office = new_office(tmp_path_factory.mktemp("treasury"))
    office.type(HEAD + CARRIED)
    office.body("Tồn quỹ {{ ton_quy }}./.\n")
    for month in MONTHS:
        more = {"ton_quy__ky_truoc": FOUNDED.format(BEFORE_ALL)} if month == MONTHS[0] else {}
        office.report(month, **typed(numbers, month, "thu_quy", "chi_quy"), **more)
    return office


def expected(numbers, month):
    """The comparisons of a month, worked out from the made-up figures alone."""
    own = [m for m in MONTHS if m.year == month.year and m.index <= month.index]
    last_year = [m.same_last_year for m in own]
    has_past, has_year = month != MONTHS[0], month.year > FIRST
    return {
        "ho_ngheo__ky_truoc": numbers[month.previous]["ho_ngheo"] if has_past else BEFORE_ALL,
        "ty_le__ky_truoc": numbers[month.previous]["ty_le"] if has_past else BEFORE_ALL,
        "ho_ngheo__cung_ky": numbers[month.same_last_year]["ho_ngheo"] if has_year else A_YEAR_BEFORE,
        "thu_ns__cung_ky": numbers[month.same_last_year]["thu_ns"] if has_year else A_YEAR_BEFORE,
        "thu_ns__luy_ke": sum(numbers[m]["thu_ns"] for m in own),
        "thu_ns__luy_ke__ky_truoc": sum(numbers[m]["thu_ns"] for m in own[:-1]),
        "thu_ns__luy_ke__cung_ky": sum(numbers[m]["thu_ns"] for m in last_year) if has_year else A_YEAR_BEFORE,
        "thu_ns__ke_hoach": 120,
    }


def balance(numbers, month):
    until = [m for m in MONTHS if (m.year, m.index) <= (month.year, month.index)]
    return BEFORE_ALL + sum(numbers[m]["thu_quy"] - numbers[m]["chi_quy"] for m in until)


@pytest.mark.parametrize("month", MONTHS, ids=lambda m: m.slug)
def test_every_month_compares_with_the_right_ones(office, numbers, month):
    figures = office.draft(month.slug).figures
    assert {key: figures[key].value for key in expected(numbers, month)} == expected(numbers, month)


def test_a_balance_is_carried_through_sixty_months(treasury, numbers):
    assert treasury.draft(MONTHS[-1].slug).figures["ton_quy"].value == balance(numbers, MONTHS[-1])


def test_a_frozen_month_ends_the_way_back(treasury, numbers):
    """With a month frozen, those before it are not asked again: they may even be gone."""
    frozen, after = MONTHS[23], MONTHS[24]
    treasury.build(frozen.slug)
    freeze(treasury.project, frozen.slug)
    for month in MONTHS[:24]:
        (treasury.folder / f"data/{month.slug}.yml").unlink()
    figures = treasury.draft(after.slug).figures
    assert figures["ton_quy"].value == balance(numbers, after)
    assert figures["ton_quy__ky_truoc"].place.file == f"data/da-ban-hanh/{frozen.slug}.json"

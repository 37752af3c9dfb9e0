"""Figures of the text that are cells of a table; the two can never say different numbers unseen."""

import pytest

from reportgen.errors import ReportgenError
from reportgen.preparing import prepare
from reportgen.project import Project


def figures(plan):
    return prepare(Project(plan), "kh").figures


def findings(plan):
    try:
        return prepare(Project(plan), "kh").findings
    except ReportgenError as refusal:
        return refusal.findings


def test_a_declared_source_fills_the_figure(plan):
    assert str(figures(plan)["ho_ngheo"]) == "609 hộ nghèo"
    assert str(figures(plan)["ho_ngheo"].place) == "xa.xlsx!Chỉ tiêu!D16"


@pytest.mark.parametrize(
    ("ref", "shown"),
    [
        ("bang.chi_tieu_xa.tong.ho_giam", "82 hộ"),
        ("bang.chi_tieu_xa.cam_tuyen.ho_giam", "14 hộ"),
        ("bang.chi_tieu_xa.tt_cam_lo.ho_ngheo", "54 hộ"),
        ("bang.chi_tieu_xa.dong_7.ho_ngheo", "41 hộ"),
    ],
)
def test_a_report_may_name_any_cell(plan, change, ref, shown):
    change(
        plan / "data/kh.yml",
        "bang:\n",
        f"chi_tieu:\n  ho_giam: {{ten_goi: Hộ giảm, don_vi_tinh: hộ}}\nso_lieu:\n  ho_giam: {{nguon: {ref}}}\nbang:\n",
    )
    assert str(figures(plan)["ho_giam"]) == shown


@pytest.mark.parametrize(
    ("ref", "words"),
    [
        ("bang.chi_tieu_xa.ho_giam", "chưa đủ bốn phần"),
        ("bang.chi_tieu.tong.ho_giam", "có phải «chi_tieu_xa»?"),
        ("bang.chi_tieu_xa.tong.ho_gam", "có phải «ho_giam»?"),
        ("bang.chi_tieu_xa.cam_nam.ho_giam", "không có dòng «cam_nam»"),
        ("bang.chi_tieu_xa.cam_thanh.ho_giam", "dong_5, dong_7"),
        ("bang.chi_tieu_xa.dong_70.ho_giam", "không có dòng «dong_70»"),
        ("bang.chi_tieu_xa.tong.don_vi", "không có số"),
    ],
)
def test_a_reference_to_nothing(plan, change, ref, words):
    change(
        plan / "data/kh.yml",
        "bang:\n",
        f"chi_tieu:\n  ho_giam: {{ten_goi: Hộ giảm}}\nso_lieu:\n  ho_giam: {{nguon: {ref}}}\nbang:\n",
    )
    found = [f for f in findings(plan) if f.code == "BG21"]
    assert len(found) == 1 and words in f"{found[0].message} {found[0].hint}", found


def test_a_figure_typed_beside_the_table_must_agree(plan, change):
    change(plan / "data/kh.yml", "bang:\n", "so_lieu:\n  ho_ngheo: 609\n  ty_le_ngheo: 4,15\nbang:\n")
    found = [f for f in findings(plan) if f.code == "BG23"]
    assert [(str(f.place), f.found, f.expected) for f in found] == [("data/kh.yml:8:16", "4,15%", "4,16%")]
    assert found[0].blocks


def test_a_contradiction_may_be_accepted(plan, change):
    change(
        plan / "data/kh.yml",
        "bang:\n",
        'so_lieu:\n  ty_le_ngheo: {gia_tri: "4,15", chap_nhan: bản gốc in như vậy}\nbang:\n',
    )
    assert [f.accepted for f in findings(plan) if f.code == "BG23"] == ["bản gốc in như vậy"]


def test_a_report_without_its_table(plan, change):
    change(plan / "data/kh.yml", 'bang:\n  chi_tieu_xa: {nguon: "xa.xlsx!Chỉ tiêu"}\n', "")
    assert [f.code for f in findings(plan)] == ["BG01"]


@pytest.mark.parametrize(
    ("given", "code", "words"),
    [
        ("{}", "BG01", "chưa có nguon hay dong"),
        ('{nguon: "xa.xlsx!Chỉ tiêu", dong: [[a]]}', "BG01", "có cả nguon và dong"),
        ('{nguon: "xa.xlsx!Chỉ tiêu", cot: {don_vj: Xã}}', "BG07", "có phải «don_vi»?"),
        ('{nguon: "xa.xlsx!Chỉ tiêu", chap_nhan: {K99: lý do}}', "BG22", "K99"),
        ('{nguon: "xa.xlsx!Chỉ tiêu", chap_nhan: {"ô K8": lý do}}', "DL29", "K15"),
    ],
)
def test_what_a_report_gives_is_checked(plan, change, given, code, words):
    change(plan / "data/kh.yml", '{nguon: "xa.xlsx!Chỉ tiêu"}', given)
    found = [f for f in findings(plan) if f.code == code]
    assert found and words in f"{found[0].message} {found[0].hint}", found


def test_a_printed_total_may_be_typed_beside_a_sheet_without_one(plan, change, seed):
    def drop(sheet):
        sheet.delete_rows(16)

    seed.plan_book(plan / "data/kh/xa.xlsx", drop, merged=[a for a in seed.MERGED if a != "A16:B16"])
    change(
        plan / "data/kh.yml",
        '{nguon: "xa.xlsx!Chỉ tiêu"}',
        '{nguon: "xa.xlsx!Chỉ tiêu", tong: {ho_ngheo: 610}}',
    )
    found = [f for f in findings(plan) if f.code == "SL30"]
    assert [("cộng 9 dòng = 609" in f.message, str(f.place)) for f in found][:1] == [
        (True, "data/kh.yml:7:61")
    ]


def test_a_plain_table_for_loops_still_works(plan, change):
    change(
        plan / "data/kh.yml", "bang:\n", 'bang:\n  cac_xa: {nguon: "xa.xlsx!Chỉ tiêu", cot: {ten: Đơn vị}}\n'
    )
    assert prepare(Project(plan), "kh").tables.loops["cac_xa"][0] == {"ten": "CAM TUYỀN"}
    change(plan / "data/kh.yml", ", cot: {ten: Đơn vị}", "")
    assert "BG01" in [f.code for f in findings(plan)]

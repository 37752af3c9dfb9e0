"""``build --du-thao``: what a draft tolerates, what it shows, and that nobody takes it for the final document."""

import pytest

from reportgen.drafting import Drafting

MISSING = ("ho_ngheo_cuoi_ky: 17.352", "ho_ngheo_cuoi_ky:")
UNSURE = ("suat_qua: 319.107", "suat_qua: {gia_tri: 319.107, chua_chac: có}")


def test_a_missing_figure_stops_the_final_and_not_the_draft(desk):
    desk.change(*MISSING)
    assert desk.refused(desk.final) == ["SL02"]
    built = desk.draft()
    assert built.path.name == "thang-2-2020.du-thao.docx"
    assert not (desk.folder / "output/thang-2-2020.docx").exists()
    assert "giảm còn 4,53% ([…ho_ngheo_cuoi_ky…])" in desk.words(built)
    assert desk.on_yellow(built) == ["[…ho_ngheo_cuoi_ky…]"]
    assert [f.severity.value for f in built.findings if f.code == "SL02"] == ["cảnh báo"]


def test_an_unconfirmed_figure_stops_the_final_and_is_seen_in_the_draft(desk):
    desk.change(*UNSURE)
    assert desk.refused(desk.final) == ["KY40"]
    built = desk.draft()
    assert desk.on_yellow(built) == ["319.107 suất quà"]


def test_what_is_worked_out_from_doubt_is_doubtful(desk):
    desk.change("tong_don_vi: 13", "tong_don_vi: {gia_tri: 13, chua_chac: có}")
    assert desk.refused(desk.final) == ["KY40"]
    assert desk.on_yellow(desk.draft()) == ["100%"]


def test_what_cannot_be_worked_out_is_a_marker(desk):
    desk.change("tong_don_vi: 13", "tong_don_vi:")
    assert "(chiếm […ty_le_chi_tra…])" in desk.words(desk.draft())


def test_numbers_that_contradict_each_other_are_seen(desk):
    desk.change("kinh_phi_nha: 16.560,0", "kinh_phi_nha: 16.650,0")
    assert desk.refused(desk.final) == ["SL30"]
    built = desk.draft()
    assert desk.on_yellow(built) == ["16.650,0 triệu đồng"]
    assert "SL30" in [f.code for f in built.findings]


def test_accepted_deviations_are_no_doubt(desk):
    built = desk.draft()
    assert desk.on_yellow(built) == []
    assert [f.code for f in built.findings if f.accepted]


def test_filters_of_missing_and_doubtful_figures(desk):
    desk.change(*MISSING)
    desk.change(*UNSURE)
    body = "templates/bao-cao-giam-ngheo-thang/noi-dung.md"
    desk.change("{{ ho_ngheo_cuoi_ky }}", "{{ ho_ngheo_cuoi_ky|so_tran }}", body)
    desk.change("{{ suat_qua }}", "{{ suat_qua|bang_chu|viet_hoa_dau }}", body)
    assert desk.on_yellow(desk.draft()) == ["[…ho_ngheo_cuoi_ky…]", "Ba trăm mười chín nghìn một trăm linh bảy"]


def test_a_condition_without_its_figure_is_told(desk):
    desk.change(*MISSING)
    body = "templates/bao-cao-giam-ngheo-thang/noi-dung.md"
    desk.change("# Nhiệm vụ", "{% if ho_ngheo_cuoi_ky < ho_ngheo_dau_ky %}\nSố hộ nghèo giảm.\n{% endif %}\n\n# Nhiệm vụ", body)
    built = desk.draft()
    (found,) = [f for f in built.findings if f.code == "KY41"]
    assert found.place.file == body and "(ho_ngheo_cuoi_ky)" in found.message
    assert "Số hộ nghèo giảm." not in desk.words(built)


def test_an_optional_figure_left_out_is_a_marker_only_where_printed(desk):
    kind = "templates/bao-cao-giam-ngheo-thang/loai.yml"
    desk.change("{ten_goi: Hộ nghèo cuối kỳ, don_vi_tinh: hộ}", "{ten_goi: Hộ nghèo cuối kỳ, don_vi_tinh: hộ, bat_buoc: không}", kind)
    desk.change(*MISSING)
    assert desk.on_yellow(desk.draft()) == ["[…ho_ngheo_cuoi_ky…]"]


STRUCTURAL = [
    ("so_lieu:", "so_lieu: [", "DL"),
    ("nguoi_ky: Giám đốc", "nguoi_ky: Chánh Văn phòng", "DL45"),
    ("  nghi_quyet: 2", "  nghi_quyeet: 2", "SL01"),
    ("suat_qua: 319.107", "suat_qua: 319x107", "SL04"),
    ("loai: bao-cao-giam-ngheo-thang", "loai: bao-cao-giam-ngheo", "DL41"),
]


@pytest.mark.parametrize(("old", "new", "code"), STRUCTURAL)
def test_faults_of_the_files_stop_a_draft_too(desk, old, new, code):
    desk.change(old, new)
    assert any(found.startswith(code) for found in desk.refused(desk.draft))
    assert list((desk.folder / "output").iterdir()) == []


def test_unknown_names_in_the_text_stop_a_draft_too(desk):
    desk.change("{{ nghi_quyet }}", "{{ nghi_quyeet }}", "templates/bao-cao-giam-ngheo-thang/noi-dung.md")
    assert desk.refused(desk.draft) == ["MAU31"]


def test_the_mark_stands_under_the_number(desk):
    lines = desk.words(desk.draft()).splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("Số:"))
    assert lines[at + 1].strip() == "DỰ THẢO"
    lines = desk.words(desk.draft(times=2)).splitlines()
    assert lines[at + 1].strip() == "DỰ THẢO LẦN 2"


def test_title_and_status_say_so(desk):
    core = desk.part(desk.draft(), "docProps/core.xml")
    assert "<dc:title>DỰ THẢO - Báo cáo" in core and "contentStatus>Dự thảo</" in core
    assert "Dự thảo" not in desk.part(desk.final(), "docProps/core.xml")


def test_a_marker_in_the_subject_reaches_title_and_page_without_marks(desk):
    desk.change(*MISSING)
    desk.change("trich_yeu: Kết quả Chương trình MTQG giảm nghèo {{ ky_bao_cao }}",
                "trich_yeu: Kết quả giảm nghèo, còn {{ ho_ngheo_cuoi_ky }}", "templates/bao-cao-giam-ngheo-thang/loai.yml")  # fmt: skip
    built = desk.draft()
    assert "còn […ho_ngheo_cuoi_ky…]</dc:title>" in desk.part(built, "docProps/core.xml")
    assert desk.on_yellow(built) == ["[…ho_ngheo_cuoi_ky…]", "[…ho_ngheo_cuoi_ky…]"]
    assert not any(mark in part for part in desk.parts(built).values() for mark in "\ufdd4\ufdd5")


def test_draft_and_final_stand_side_by_side(desk):
    final = desk.final().path.read_bytes()
    desk.draft()
    assert sorted(p.name for p in (desk.folder / "output").glob("*.docx")) == ["thang-2-2020.docx", "thang-2-2020.du-thao.docx"]
    assert (desk.folder / "output/thang-2-2020.docx").read_bytes() == final


def test_a_draft_is_the_same_every_time(desk):
    desk.change(*MISSING)
    first = desk.draft(watermark=True).path.read_bytes()
    assert not desk.draft(watermark=True).written
    assert desk.draft(watermark=True).path.read_bytes() == first


def test_a_highlighted_run_keeps_its_looks(desk):
    desk.change(*MISSING)
    desk.change("({{ ho_ngheo_cuoi_ky }})", "(**{{ ho_ngheo_cuoi_ky }}**)", "templates/bao-cao-giam-ngheo-thang/noi-dung.md")
    assert '<w:rPr><w:b/><w:highlight w:val="yellow"/></w:rPr>' in desk.part(desk.draft())


def test_a_quoted_figure_whose_report_is_missing_is_a_marker(desk):
    desk.change("ho_ngheo_cuoi_ky: {ten_goi: Hộ nghèo cuối kỳ, don_vi_tinh: hộ}",
                "ho_ngheo_cuoi_ky: {ten_goi: Hộ nghèo cuối kỳ, don_vi_tinh: hộ, so_sanh: [ky_truoc]}",
                "templates/bao-cao-giam-ngheo-thang/loai.yml")  # fmt: skip
    desk.change("({{ ho_ngheo_cuoi_ky }})", "({{ ho_ngheo_cuoi_ky }}, {{ ho_ngheo_cuoi_ky|so_ky_truoc }})",
                "templates/bao-cao-giam-ngheo-thang/noi-dung.md")  # fmt: skip
    assert desk.refused(desk.final) == ["KY10"]
    assert desk.on_yellow(desk.draft()) == ["[…ho_ngheo_cuoi_ky__ky_truoc…]"]


def test_options_of_a_draft(desk, capsys, monkeypatch):
    from reportgen.cli import main

    monkeypatch.chdir(desk.folder)
    assert main(["build", "thang-2-2020", "--du-thao", "--chim", "--lan", "2"]) == 0
    assert "đã ghi output/thang-2-2020.du-thao.docx" in capsys.readouterr().out
    for wrong in (["--chim"], ["--lan", "2"], ["--du-thao", "--lan", "hai"], ["--du-thao", "--lan", "0"]):
        assert main(["build", "thang-2-2020", *wrong]) == 2
        assert "LE43" in capsys.readouterr().err


def test_a_table_with_gaps_shows_them(desk):
    kind = "templates/bao-cao-giam-ngheo-thang/loai.yml"
    table = (
        "bang:\n  cac_xa:\n    ten_goi: Hộ nghèo các xã\n    dong_tong: {tieu_de: Tổng cộng}\n    cot:\n"
        "      ten_xa: {tieu_de: Xã, kieu_cot: chu}\n      ho: {tieu_de: Hộ nghèo, don_vi_tinh: hộ}\n      nguoi: {tieu_de: Người nghèo, don_vi_tinh: người}\n\n"
        "kiem_tra:"
    )
    desk.change("kiem_tra:", table, kind)
    desk.change("so_lieu:", "bang:\n  cac_xa:\n    dong:\n      - {ten_xa: Cam An, ho: 12, nguoi: 40}\n      - {ten_xa: Cam Lộ, ho: , nguoi: 30}\n\nso_lieu:")
    desk.change("# Nhiệm vụ", "[[cac_xa]]\n\n# Nhiệm vụ", "templates/bao-cao-giam-ngheo-thang/noi-dung.md")
    assert "BG11" in desk.refused(desk.final)
    assert desk.on_yellow(desk.draft()) == ["[…]", "[…]"]  # a sum over a gap is a gap


def test_a_draft_of_every_sample(project_folder):
    """Every example of the project can be drafted, watermark and all, and the judge finds no error in the draft."""
    from reportgen.build import build
    from reportgen.project import Project

    project = Project(project_folder)
    for name in project.report_names():
        built = build(project, name, drafting=Drafting(watermark=True, times=1))
        assert [f for f in built.findings if f.blocks] == [], name

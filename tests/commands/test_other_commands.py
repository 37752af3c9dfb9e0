"""``list``, ``frame``, ``schema``, ``explain``, ``doctor``, ``completion``."""

import json
import shutil
import subprocess

import jsonschema
import pytest

from reportgen.doctor import Check, encoding_check, office_check, python_check, write_check
from reportgen.schemas import schemas


def test_list_says_how_far_each_report_is(run, project_folder):
    run("new", "--from", "thang-2-2020", folder=project_folder)
    (project_folder / "data/hong.yml").write_text("loai: [\n", "utf-8")
    said = run("list")
    assert said.code == 0
    heading, *rows = said.out.splitlines()
    assert heading.split("  ")[0] == "TÊN"
    by_name = {row.split()[0]: row for row in rows}
    assert set(by_name) == {"hong", "thang-2-2020", "thang-3-2020"}
    assert "tệp có 1 lỗi" in by_name["hong"]
    assert "tháng 2/2020" in by_name["thang-2-2020"] and "chưa dựng" in by_name["thang-2-2020"]
    assert "thiếu 33 số liệu" in by_name["thang-3-2020"]


def test_list_knows_the_document(run, project_folder):
    import os

    run("build", "thang-2-2020", folder=project_folder)
    report, built = project_folder / "data/thang-2-2020.yml", project_folder / "output/thang-2-2020.docx"
    os.utime(report, (1, 1))
    for path in [*project_folder.rglob("templates/**/*"), *project_folder.rglob("data/**/*")]:
        os.utime(path, (1, 1))
    assert "đã dựng" in run("list").out
    os.utime(report, (2**31, 2**31))
    assert "cũ hơn số liệu" in run("list").out
    built.write_bytes(built.read_bytes() + b" ")
    assert "có người sửa" in run("list").out


def test_list_json(run, project_folder):
    answer = json.loads(run("list", "--json", folder=project_folder).out)
    assert answer["command"] == "list" and answer["reports"][0]["name"] == "thang-2-2020"
    assert answer["reports"][0]["missing"] == 0


def test_an_empty_project_lists_nothing(run, project_folder):
    (project_folder / "data/thang-2-2020.yml").unlink()
    said = run("list", folder=project_folder)
    assert (said.code, said.out) == (0, "") and "reportgen new" in said.err


def test_frames_are_made_and_kept(run, project_folder):
    shutil.rmtree(project_folder / "templates/khung", ignore_errors=True)
    assert "đã ghi templates/khung/nd30-2020.docx" in run("frame", folder=project_folder).out
    assert "không đổi templates/khung/nd30-2020.docx" in run("frame").out
    frame = project_folder / "templates/khung/nd30-2020.docx"
    edited = frame.read_bytes() + b"edited in Word"
    frame.write_bytes(edited)
    said = run("frame", "--the-thuc", "nd30-2020")
    assert said.code == 2 and "LE10" in said.err and "--force" in said.err
    assert frame.read_bytes() == edited
    assert run("frame", "--the-thuc", "nd30-2020", "--force").code == 0
    assert frame.read_bytes() != edited


def test_schemas_are_written_and_go_stale(run, project_folder):
    shutil.rmtree(project_folder / "data/schema", ignore_errors=True)
    stale = run("schema", "--kiem-tra", folder=project_folder)
    assert stale.code == 1 and stale.err.count("LE30") == len(schemas(_project(project_folder)))
    assert run("schema").code == 0
    assert run("schema", "--kiem-tra").out == "các tệp gợi ý đều khớp\n"
    kind = project_folder / "templates/bao-cao-giam-ngheo-thang/loai.yml"
    kind.write_text(kind.read_text("utf-8").replace("Hộ nghèo đầu kỳ", "Số hộ nghèo đầu kỳ"), "utf-8")
    again = run("schema", "--kiem-tra")
    assert again.code == 1 and "data/schema/bao-cao-giam-ngheo-thang.json lỗi LE30" in again.err


def _project(folder):
    from reportgen.project import Project

    return Project(folder)


def test_schemas_are_schemas_and_know_the_figures(project_folder):
    made = {path.stem: json.loads(text) for path, text in schemas(_project(project_folder)).items()}
    for schema in made.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    figures = made["bao-cao-giam-ngheo-thang"]["properties"]["so_lieu"]["properties"]
    assert figures["kinh_phi_nha"]["title"] == "Tiền hỗ trợ xây nhà"
    assert figures["kinh_phi_nha"]["description"] == "Đơn vị tính: triệu đồng; 1 chữ số sau dấu phẩy."
    assert "tính tự động" in figures["ty_le_chi_tra"]["description"]


@pytest.mark.parametrize(
    "figures, fits",
    [
        ({"nghi_quyet": 2, "ho_ngheo_dau_ky": 26.140, "ty_le_ngheo_dau_ky": "6,92"}, True),
        ({"nghi_quyet": None}, True),
        ({"kinh_phi_nq151": {"gia_tri": 976, "xap_xi": "gan"}}, True),
        (None, True),
        ({"nghi_quyt": 2}, False),
        ({"nghi_quyet": [2]}, False),
        ({"nghi_quyet": {"gia_try": 2}}, False),
    ],
)
def test_the_schema_of_a_type_catches_what_it_can(project_folder, figures, fits):
    made = {path.stem: json.loads(text) for path, text in schemas(_project(project_folder)).items()}
    report = {
        "loai": "bao-cao-giam-ngheo-thang", "co_quan": "so-ldtbxh-ha-tinh", "ky_bao_cao": "tháng 2/2020",
        "ngay_ban_hanh": "21/02/2020", "so_lieu": figures,
    }  # fmt: skip
    assert jsonschema.Draft202012Validator(made["bao-cao-giam-ngheo-thang"]).is_valid(report) is fits


def test_a_typed_figure_is_explained(run, project_folder):
    said = run("explain", "thang-2-2020.ho_ngheo_cuoi_ky", folder=project_folder)
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[0] == "thang-2-2020.ho_ngheo_cuoi_ky: Hộ nghèo cuối kỳ"
    for expected in (
        "  in ra: 17.352 hộ",
        "  đơn vị tính: hộ",
        "  lấy từ: gõ ở data/thang-2-2020.yml:26:21",
        "  kiểm tra: Văn bản viết hộ nghèo giảm",
        "  xuất hiện: templates/bao-cao-giam-ngheo-thang/noi-dung.md:3:",
        "(phần mở đầu, đoạn 1): «…",
        "17.352 hộ); tỷ lệ hộ cận nghèo",
    ):
        assert expected in said.out, expected


def test_a_derived_figure_shows_its_working(run, project_folder):
    out = run("explain", "thang-2-2020.ty_le_chi_tra", folder=project_folder).out
    assert "  công thức: don_vi_da_chi_tra / tong_don_vi * 100" in out
    assert "  lấy từ: tính bằng công thức" in out
    assert "13" in out.split("thay số:")[1].splitlines()[0]
    assert "(mục 1.1., đoạn 1)" in out
    assert "dùng để tính: ty_le_chi_tra" in run("explain", "thang-2-2020.tong_don_vi").out


def test_what_was_rounded_away_is_shown(run, project_folder):
    report = project_folder / "data/thang-2-2020.yml"
    report.write_text(report.read_text("utf-8").replace("don_vi_da_chi_tra: 13", "don_vi_da_chi_tra: 12"), "utf-8")
    out = run("explain", "thang-2-2020.ty_le_chi_tra", folder=project_folder).out
    assert "  in ra: 92%" in out and "  trước khi làm tròn: 92,3076…%" in out
    said = run("build", "thang-2-2020")
    assert said.code == 0 and "lưu ý SL44: «Tỷ lệ đơn vị đã chi trả» (ty_le_chi_tra)" in said.err
    assert "trước khi làm tròn" not in run("explain", "thang-2-2020.tong_don_vi").out


def test_sections_are_named_as_the_page_numbers_them(run, project_folder):
    assert "(mục 1.2.)" in run("explain", "thang-2-2020.tong_van_dong", folder=project_folder).out
    assert "(mục 1.2., đoạn 3)" in run("explain", "thang-2-2020.doi_tuong_thu_nhap").out


def test_a_figure_without_a_value_is_still_explained(run, project_folder):
    run("new", "--from", "thang-2-2020", folder=project_folder)
    out = run("explain", "thang-3-2020.ho_ngheo_cuoi_ky").out
    assert "in ra: chưa có số liệu" in out and "{{ ho_ngheo_cuoi_ky }}" in out


def test_explain_json(run, project_folder):
    figure = json.loads(run("explain", "thang-2-2020.kinh_phi_nq151", "--json", folder=project_folder).out)["figure"]
    assert (figure["value"], figure["printed"], figure["approximation"]) == ("976", "gần 976 triệu đồng", "gần")
    assert figure["mentions"][0]["where"] == "mục 1.1., đoạn 1"


def test_doctor(run, project_folder):
    said = run("doctor", folder=project_folder)
    assert said.code == 0
    assert "thư viện lxml" in said.out and "1 báo cáo" in said.out and "quyền ghi" in said.out
    assert said.err == "máy dùng được reportgen\n"


def test_doctor_without_a_project(run, tmp_path):
    assert "reportgen init" in run("doctor", folder=tmp_path).out


def test_doctor_finds_what_is_missing(run, project_folder, monkeypatch):
    monkeypatch.setattr("reportgen.doctor.LIBRARIES", {"thu-vien-khong-co": (1, 0), "lxml": (99, 0)})
    said = run("doctor", folder=project_folder)
    assert said.code == 3
    assert "thiếu" in said.out and "pip install" in said.out and "cần từ 99.0" in said.out


def test_single_checks(tmp_path, monkeypatch):
    assert python_check((3, 10, 4)).state == "thiếu"
    assert encoding_check("cp1258") == Check("lưu ý", "bảng mã cửa sổ lệnh", "cp1258; nếu chữ bị sai, gõ: chcp 65001")
    assert write_check(tmp_path / "không" / "có").state == "thiếu"
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr("reportgen.doctor.office_program", lambda: "")
    assert office_check().state == "lưu ý"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_asks_the_program_itself(run, shell):
    said = run("completion", shell)
    assert said.code == 0 and "reportgen __names --words" in said.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_parse(run, shell):
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not on this machine")
    done = subprocess.run([program, "-n"], input=run("completion", shell).out, text=True, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "words, expected",
    [
        ([], {"build", "list", "explain"}),
        (["build"], {"thang-2-2020", "--all", "--force"}),
        (["--du-an", ".", "build", "x"], {"thang-2-2020", "--out"}),
        (["new", "x", "--from"], {"thang-2-2020"}),
        (["build", "x", "--loai"], {"bao-cao-giam-ngheo-thang"}),
        (["frame", "--the-thuc"], {"nd30-2020", "tt01-2011"}),
        (["completion"], {"bash", "zsh"}),
    ],
)
def test_names_to_complete(run, project_folder, words, expected):
    assert expected <= set(run("__names", "--words", *words, folder=project_folder).out.split())


def test_names_are_silent_where_there_is_nothing(run, project_folder):
    assert run("__names", "--words", "khong-co", folder=project_folder).out == ""
    assert run("__names", "--words", "build", "x", "--out").out == ""

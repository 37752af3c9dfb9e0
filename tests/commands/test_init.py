"""``reportgen init``: a project that builds at once, without the repository."""

import datetime
import io
import json

import pytest

from reportgen.cli.commands import init
from reportgen.scaffold import AgencyAnswers, init_project

ANSWERS = ["--co-quan", "Sở Tài chính", "--ky-hieu", "STC", "--dia-danh", "Hà Tĩnh", "--chuc-vu", "Giám đốc"]


def test_the_first_build_succeeds(run, new_project):
    report = next((new_project / "data").glob("*.yml")).stem
    said = run("build", report, folder=new_project)
    assert said.code == 0, said.err
    assert said.out == f"đã ghi output/{report}.docx\n"
    assert " lỗi " not in said.err and "cảnh báo" not in said.err, said.err


def test_what_is_there(new_project):
    files = {p.relative_to(new_project).as_posix() for p in new_project.rglob("*") if p.is_file()}
    report = next((new_project / "data").glob("*.yml")).stem
    assert {
        "HUONG-DAN.md",
        f"data/{report}.yml",
        "data/co-quan/so-tai-chinh.yml",
        "data/schema/bao-cao-thang.json",
        "data/schema/bao-cao.json",
        "data/schema/co-quan.json",
        "data/schema/loai.json",
        "templates/bao-cao-thang/loai.yml",
        "templates/bao-cao-thang/noi-dung.md",
        "templates/khung/nd30-2020.docx",
    } <= files
    assert (new_project / "output").is_dir()


def test_sample_figures_are_marked_and_do_not_move_on(run, new_project):
    report = next((new_project / "data").glob("*.yml"))
    lines = [line for line in report.read_text("utf-8").splitlines() if "gia_tri" in line]
    assert len(lines) == 4 and all("ghi_chu: số mẫu" in line for line in lines)
    said = run("new", "--from", report.stem, folder=new_project)
    assert said.code == 0
    made = new_project / said.out.splitlines()[0].removeprefix("đã ghi ")
    assert "số mẫu" not in made.read_text("utf-8")
    assert run("build", made.stem).code == 1


@pytest.mark.parametrize("shown", ["<<", ">>", "TODO"])
def test_no_mark_is_left_unfilled(new_project, shown):
    texts = [p.read_text("utf-8") for p in new_project.rglob("*") if p.suffix in (".yml", ".md")]
    assert [text for text in texts if shown in text] == []


@pytest.mark.parametrize(
    "answers",
    [
        {"co_quan": "Ban Quản lý: khu 'A' & \"B\"", "co_quan_chu_quan": "UBND tỉnh X # 1"},
        {"co_quan": "- Sở", "nguoi_ky": "null"},
        {"co_quan": "Phòng {{ 7 }}", "dia_danh": "Thành phố Hồ Chí Minh"},
        {"co_quan": "Trường  Đại học   Y", "co_quan_chu_quan": ""},
        {"co_quan": "Ủy ban <nhân dân>", "chuc_vu": "Phó Chủ tịch (phụ trách)"},
    ],
)
def test_names_of_every_kind_survive(tmp_path, answers):
    from reportgen.project import Project

    given = {"co_quan": "Sở X", "ky_hieu": "SX", "dia_danh": "Hà Nội", "chuc_vu": "Giám đốc", **answers}
    init_project(tmp_path / "a", AgencyAnswers(**given), datetime.date(2026, 3, 5))
    project = Project(tmp_path / "a")
    agency = project.agency(project.agency_keys()[0])
    assert agency.name == " ".join(given["co_quan"].split())
    assert agency.parent == given.get("co_quan_chu_quan", "")
    assert agency.signers[0].title == given["chuc_vu"]
    assert project.report("thang-3-2026").issue_date == datetime.date(2026, 3, 5)


def test_a_name_that_cannot_be_printed(run, tmp_path):
    said = run("init", "a", *ANSWERS[:1], "Sở\x07", *ANSWERS[2:], folder=tmp_path)
    assert said.code == 2 and "--co-quan quá dài hoặc có ký tự lạ" in said.err
    assert list(tmp_path.iterdir()) == []


def test_only_what_is_missing_is_asked(run, tmp_path, monkeypatch):
    class Keyboard(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setattr("sys.stdin", Keyboard("UBND tỉnh Hà Tĩnh\nHà Tĩnh\n\n\n"))
    said = run("init", "a", "--co-quan", "Sở Tài chính", "--ky-hieu", "STC", folder=tmp_path)
    assert said.code == 0, said.err
    asked = [line for line in said.err.split(": ") if line]
    assert "Cơ quan chủ quản" in asked[0] and "Tên cơ quan (" not in said.err
    agency = (tmp_path / "a/data/co-quan/so-tai-chinh.yml").read_text("utf-8")
    assert "co_quan_chu_quan: UBND tỉnh Hà Tĩnh" in agency and "chuc_vu: Giám đốc" in agency


def test_every_question_has_an_option():
    from reportgen.cli.entry import command_parser

    options = command_parser("init").options
    assert all("--" + key.replace("_", "-") in options for key, *_ in init.QUESTIONS)


def test_json(run, tmp_path):
    said = run("init", "a", *ANSWERS, "--json", folder=tmp_path)
    answer = json.loads(said.out)
    assert said.err == "" and answer["exit_code"] == 0
    assert {"path": "HUONG-DAN.md", "written": True}.items() <= next(f for f in answer["files"] if f["path"] == "HUONG-DAN.md").items()

"""A command line that is wrong: what is said, where to read on, exit code 2."""

import json

import pytest

CASES = [
    (["biuld"], "không có lệnh «biuld»", "có phải «build»?"),
    (["xyzzy"], "không có lệnh «xyzzy»", "reportgen --help"),
    (["--json-x", "build"], "không có tùy chọn --json-x", "có phải --json?"),
    (["build", "--al"], "không có tùy chọn --al", "có phải --all?"),
    (["build", "--forc", "x"], "không có tùy chọn --forc", "có phải --force?"),
    (["build", "x", "--out"], "--out: thiếu giá trị đi kèm", "reportgen build --help"),
    (["build", "--all=có"], "--all: không nhận giá trị 'có'", "reportgen build --help"),
    (["new", "x"], "thiếu tham số: --from", "reportgen new --help"),
    (["init"], "thiếu tham số: THƯ-MỤC", "reportgen init --help"),
    (["explain"], "thiếu tham số: ĐIỀU-CẦN-BIẾT", "reportgen explain --help"),
    (["list", "thừa"], "không có tham số thừa", "reportgen list --help"),
    (["completion", "tcsh"], "không nhận giá trị 'tcsh' (chọn một trong: 'bash'", "reportgen completion --help"),
    (["build"], "chưa ghi tên báo cáo cần dựng", "reportgen build thang-2-2020"),
    (["build", "thang-2-2020", "--all"], "đã có --all thì không ghi thêm tên", "reportgen build"),
    (["build", "thang-2-202"], "không có báo cáo tên «thang-2-202»", "có phải «thang-2-2020»?"),
    (["--du-an", "khong-co", "list"], "không có thư mục khong-co", "--du-an"),
    (["frame", "--the-thuc", "nd30"], "không có thể thức «nd30»", "có phải «nd30-2020»?"),
    (["explain", "thang-2-2020"], "là một báo cáo, không phải số liệu", "thang-2-2020.nghi_quyet"),
    (["explain", "ho_ngheo_cuoi_ky"], "không có số liệu, mã lỗi hay quy tắc", "«thang-2-2020.ho_ngheo_cuoi_ky»"),
    (["explain", "thang-2-2020.ho_ngeo_cuoi_ky"], "không có số liệu «ho_ngeo_cuoi_ky»", "thang-2-2020.ho_ngheo_cuoi_ky"),
    (["explain", "thang-3-2020.ho_ngheo"], "không có báo cáo tên «thang-3-2020»", "có phải «thang-2-2020»?"),
    (["explain", "SL0"], "không có số liệu, mã lỗi hay quy tắc", "SL0"),
    (["explain", "quoc_hieu.sise"], "không có số liệu, mã lỗi hay quy tắc", "«quoc_hieu.size»"),
    (["new", "thang-2-2020", "--from", "thang-2-2020"], "đã có báo cáo hoặc thư mục tên", "chọn tên khác"),
    (["new", "Tháng 3", "--from", "thang-2-2020"], "tên «Tháng 3» không dùng được", "thang-3"),
    (["new", "../x", "--from", "thang-2-2020"], "tên «../x» không dùng được", "chữ thường không dấu"),
    (["new", "con", "--from", "thang-2-2020"], "tên «con» không dùng được", "con_"),
    (["new", "x", "--from", "thang-1-2020"], "không có báo cáo tên «thang-1-2020»", "có phải «thang-2-2020»?"),
    (["new", "x", "--from", "thang-2-2020", "--ky", "T3/20"], "T3/20", ""),
    (["init", "data"], "thư mục data đã có tệp bên trong", "thư mục mới"),
    (["init", "moi"], "thiếu thông tin để tạo dự án: --co-quan, --ky-hieu, --dia-danh, --chuc-vu", "init --help"),
]


def everything_in(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("argv, message, hint", CASES, ids=[" ".join(case[0]) for case in CASES])
def test_wrong_use_is_answered(run, project_folder, argv, message, hint):
    before = everything_in(project_folder)
    said = run(*argv, folder=project_folder)
    assert said.code == 2
    assert said.out == ""
    assert message in said.err
    assert hint in said.err
    assert said.err.splitlines()[-1] == "1 lỗi; không ghi tệp nào"
    assert everything_in(project_folder) == before


def test_outside_a_project(run, tmp_path):
    said = run("list", folder=tmp_path)
    assert said.code == 2
    assert "không phải dự án" in said.err and "reportgen init" in said.err


def test_the_project_can_be_named(run, project_folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("khác")
    before = run("--du-an", str(project_folder), "list", folder=elsewhere)
    after = run("list", "--du-an", str(project_folder), folder=elsewhere)
    assert before == after and "thang-2-2020" in after.out


def test_errors_of_use_come_as_json_too(run, project_folder):
    said = run("biuld", "--json", folder=project_folder)
    assert (said.code, said.err) == (2, "")
    answer = json.loads(said.out)
    assert answer["exit_code"] == 2
    assert [f["code"] for f in answer["findings"]] == ["LE03"]
    assert answer["findings"][0]["severity"] == "error" and "có phải «build»?" in answer["findings"][0]["hint"]

"""``reportgen new``: next month's report, with last month's words and none of its figures."""

import pytest

BODY = "templates/bao-cao-giam-ngheo-thang/noi-dung.md"


def test_the_next_month(run, project_folder):
    said = run("new", "thang-3-2020", "--from", "thang-2-2020", folder=project_folder)
    assert said.code == 0
    assert said.out == "đã ghi data/thang-3-2020.yml\nđã ghi data/thang-3-2020/noi-dung.md\n"
    assert "reportgen build thang-3-2020" in said.err
    text = (project_folder / "data/thang-3-2020.yml").read_text("utf-8")
    assert "ky_bao_cao: tháng 3/2020\n" in text
    assert "ngay_ban_hanh:\n" in text and "so_van_ban:\n" in text
    assert "nguoi_ky: Giám đốc\n" in text
    assert "26.140" not in text and "chap_nhan" not in text
    assert text.startswith("# yaml-language-server: $schema=schema/bao-cao-giam-ngheo-thang.json\n")
    copied = project_folder / "data/thang-3-2020/noi-dung.md"
    assert copied.read_bytes() == (project_folder / BODY).read_bytes()


def test_the_keys_are_those_of_the_old_report(run, project_folder):
    run("new", "--from", "thang-2-2020", folder=project_folder)
    keys = [
        [line.split(":")[0] for line in (project_folder / f"data/{name}.yml").read_text("utf-8").splitlines() if line[:3].strip()]
        for name in ("thang-2-2020", "thang-3-2020")
    ]
    without_reasons = [[key for key in lines if not key.startswith("   ")] for lines in keys]
    assert without_reasons[0] == without_reasons[1]


@pytest.mark.parametrize(
    "old, period, argv, name, moved",
    [
        ("thang-12-2020", "tháng 12/2020", [], "thang-1-2021", "tháng 1/2021"),
        ("giam-ngheo-thang-2-2020", "tháng 2/2020", [], "giam-ngheo-thang-3-2020", "tháng 3/2020"),
        ("quy-iv-2020", "quý IV/2020", [], "quy-i-2021", "quý I/2021"),
        ("bao-cao", "năm 2020", [], "nam-2021", "năm 2021"),
        ("thang-2-2020", "tháng 2/2020", ["--ky", "tháng 5/2020"], "thang-5-2020", "tháng 5/2020"),
        ("thang-2-2020", "tháng 2/2020", ["--ky", "quý II/2020"], "quy-ii-2020", "quý II/2020"),
    ],
)
def test_the_period_moves(run, project_folder, old, period, argv, name, moved):
    data = project_folder / "data"
    text = (data / "thang-2-2020.yml").read_text("utf-8").replace("ky_bao_cao: tháng 2/2020", f"ky_bao_cao: {period}")
    (data / f"{old}.yml").write_text(text, "utf-8")
    said = run("new", "--from", old, *argv, folder=project_folder)
    assert said.code == 0, said.err
    assert f"ky_bao_cao: {moved}\n" in (data / f"{name}.yml").read_text("utf-8")


def test_a_report_of_its_own_text_hands_that_on(run, project_folder):
    own = project_folder / "data/thang-2-2020"
    own.mkdir()
    (own / "noi-dung.md").write_text("Lời văn riêng của tháng 2/2020./.\n", "utf-8")
    said = run("new", "--from", "thang-2-2020", folder=project_folder)
    assert (project_folder / "data/thang-3-2020/noi-dung.md").read_text("utf-8").startswith("Lời văn riêng")
    assert "còn nhắc kỳ cũ ở data/thang-3-2020/noi-dung.md, dòng 1: xem lại" in said.err


def test_spreadsheets_stay_behind_and_that_is_said(run, project_folder):
    own = project_folder / "data/thang-2-2020"
    own.mkdir()
    (own / "so-lieu.xlsx").write_bytes(b"PK")
    said = run("new", "--from", "thang-2-2020", folder=project_folder)
    assert "bảng tính so-lieu.xlsx không được chép" in said.err
    assert not (project_folder / "data/thang-3-2020/so-lieu.xlsx").exists()


def test_a_period_nobody_understands(run, project_folder):
    path = project_folder / "data/thang-2-2020.yml"
    path.write_text(path.read_text("utf-8").replace("tháng 2/2020", "đợt đầu"), "utf-8")
    said = run("new", "--from", "thang-2-2020", folder=project_folder)
    assert said.code == 2
    assert "data/thang-2-2020.yml:4" in said.err and "LE24" in said.err
    assert run("new", "--from", "thang-2-2020", "--ky", "tháng 7/2020").code == 0


def test_a_report_without_a_period(run, project_folder):
    path = project_folder / "data/bien-ban.yml"
    path.write_text("loai: bao-cao-giam-ngheo-thang\nngay_ban_hanh: 21/02/2020\nso_lieu:\n  co_mat: 19\n", "utf-8")
    nameless = run("new", "--from", "bien-ban", folder=project_folder)
    assert nameless.code == 2 and "LE27" in nameless.err and "reportgen new TÊN --from bien-ban" in nameless.err
    moved = run("new", "bien-ban-2", "--from", "bien-ban", "--ky", "năm 2020")
    assert moved.code == 2 and "LE24" in moved.err
    assert run("new", "bien-ban-2", "--from", "bien-ban").code == 0
    made = (project_folder / "data/bien-ban-2.yml").read_text("utf-8")
    assert made == "loai: bao-cao-giam-ngheo-thang\nngay_ban_hanh:\nso_lieu:\n  co_mat:\n"


def test_the_new_report_refuses_to_build_and_names_every_figure(run, project_folder):
    run("new", "--from", "thang-2-2020", folder=project_folder)
    said = run("build", "thang-3-2020")
    assert said.code == 1
    assert "Hộ nghèo cuối kỳ» (ho_ngheo_cuoi_ky), đơn vị tính: hộ" in said.err
    assert said.err.count("lỗi SL02: chưa có số liệu") == 33
    assert not list((project_folder / "output").glob("*.docx"))


def test_a_name_made_of_a_period_says_which(run, project_folder):
    run("new", "thang-5-2027", "--from", "thang-2-2020", folder=project_folder)
    assert "ky_bao_cao: tháng 5/2027" in (project_folder / "data/thang-5-2027.yml").read_text("utf-8")

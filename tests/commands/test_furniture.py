"""What stands around the text is said too: a name that breaks badly, nobody to send it to, a file nobody reads."""

import pytest

AGENCY = "data/co-quan/so-ldtbxh-ha-tinh.yml"
REPORT = "data/thang-2-2020.yml"
LONG = "Ban Chỉ đạo các Chương trình mục tiêu quốc gia xây dựng nông thôn mới, giảm nghèo bền vững và phát triển vùng đồng bào dân tộc thiểu số"


def edit(folder, name, before, now):
    path = folder / name
    text = path.read_text("utf-8")
    assert text.count(before) == 1
    path.write_text(text.replace(before, now), "utf-8")


def without_lines(folder, now):
    text = (folder / AGENCY).read_text("utf-8")
    start = text.index("ten_tren_van_ban:")
    end = text.index("co_quan_chu_quan:")
    (folder / AGENCY).write_text(text[:start] + text[end:], "utf-8")
    edit(folder, AGENCY, "ten_co_quan: Sở Lao động - Thương binh và Xã hội", f"ten_co_quan: {now}")


@pytest.mark.parametrize(("name", "said_of"), [(LONG, True), ("Sở Tài chính", False), ("Ban Quản lý dự án đầu tư xây dựng và phát triển", False)])
def test_a_long_name_is_said(run, project_folder, name, said_of):
    without_lines(project_folder, name)
    said = run("build", "thang-2-2020", folder=project_folder)
    assert ("cảnh báo DL70: tên cơ quan chiếm" in said.err) is said_of
    if said_of:
        assert f"{AGENCY}:2" in said.err and "ten_tren_van_ban" in said.err and said.code == 0


def test_a_typed_line_that_does_not_fit_is_said(run, project_folder):
    edit(project_folder, AGENCY, "  - Sở Lao động -\n", "  - Sở Lao động và những việc rất khác nữa của Sở -\n")
    assert "cảnh báo DL70: dòng «Sở Lao động và những" in run("build", "thang-2-2020", folder=project_folder).err


def test_a_long_name_of_the_body_above_is_said(run, project_folder):
    edit(project_folder, AGENCY, "co_quan_chu_quan: UBND tỉnh Hà Tĩnh", f"co_quan_chu_quan: {LONG}")
    assert "cảnh báo DL70: tên cơ quan chủ quản chiếm" in run("build", "thang-2-2020", folder=project_folder).err


def recipients_gone(text):
    start = text.index("noi_nhan:")
    return text[:start] + "noi_nhan: []\n" + text[text.index("noi_luu:", start) :]


def test_nobody_to_send_it_to(run, project_folder):
    report = project_folder / REPORT
    report.write_text(recipients_gone(report.read_text("utf-8")), "utf-8")
    said = run("build", "thang-2-2020", folder=project_folder)
    assert said.code == 0 and "lưu ý DL65: noi_nhan để danh sách trống" in said.err
    agency = (project_folder / AGENCY).read_text("utf-8")
    start = agency.index("noi_nhan:")
    rest = agency[start:].splitlines(keepends=True)
    kept = [line for line in rest[1:] if not line.startswith("  - ")]
    (project_folder / AGENCY).write_text(agency[:start] + "".join(kept), "utf-8")
    assert "cảnh báo DL65: chưa có nơi nhận" in run("build", "thang-2-2020").err


@pytest.mark.parametrize("typed", ["thang-2-2020.yml", "thang-2-2020.yaml", "data/thang-2-2020.yml", "data\\thang-2-2020.yml"])
def test_the_name_of_the_file_will_do(run, project_folder, typed):
    assert run("build", typed, folder=project_folder).out == "đã ghi output/thang-2-2020.docx\n"


@pytest.mark.parametrize("ending", [".yaml", ".yml.txt", ".YAML"])
def test_a_file_with_another_ending_is_not_passed_over_in_silence(run, project_folder, ending):
    (project_folder / REPORT).rename(project_folder / f"data/thang-3-2020{ending}")
    said = run("build", "thang-3-2020", folder=project_folder)
    assert said.code == 2 and f"data/thang-3-2020{ending} phải có đuôi .yml: đổi tên thành thang-3-2020.yml" in said.err
    assert f"data/thang-3-2020{ending} cảnh báo LE01" in run("list").err


def test_all_says_what_it_passes_over(run, project_folder):
    (project_folder / "data/thang-1-2020.yaml").write_text("loai: x\n", "utf-8")
    said = run("build", "--all", folder=project_folder)
    assert said.code == 0 and "data/thang-1-2020.yaml cảnh báo LE01: tệp này không được đọc" in said.err


def test_the_name_of_another_file_is_answered(run, project_folder):
    assert "có phải «thang-2-2020»?" in run("build", "output/thang-2-2020.docx", folder=project_folder).err

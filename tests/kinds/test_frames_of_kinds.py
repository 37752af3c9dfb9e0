"""Which frame a document is poured into: one file for each look, the project's before the program's."""

import pytest

from reportgen.docx.frame import make_frame
from reportgen.docx.frame_shape import FrameShape, frame_name, shape_of
from reportgen.errors import DataError
from reportgen.kinds import find_kind
from reportgen.profile import load_profile
from reportgen.scaffold import write_frames

ND30 = load_profile("nd30-2020")


@pytest.mark.parametrize(
    ("name", "scheme", "file"),
    [
        ("báo cáo", (), "nd30-2020.docx"),
        ("kế hoạch", ("1.", "1.1.", "a)"), "nd30-2020.docx"),
        ("báo cáo", ("I.", "1.", "a)"), "nd30-2020-muc-I-1-a.docx"),
        ("báo cáo", ("I.", "1.", "1.1."), "nd30-2020-muc-I-1-1.1.docx"),
        ("báo cáo", ("1.", "a)"), "nd30-2020-muc-1-a.docx"),
        ("công văn", ("1.",), "nd30-2020-cong-van.docx"),
        ("quyết định", ("Điều 1.", "1.", "a)"), "nd30-2020-quyet-dinh.docx"),
        ("biên bản", ("1.",), "nd30-2020-bien-ban.docx"),
        ("hợp đồng", ("Điều 1.",), "nd30-2020-hai-nguoi-ky.docx"),
    ],
)
def test_the_file_of_a_frame(name, scheme, file):
    assert frame_name(shape_of(find_kind(name, "nd30"), scheme), ND30) == file


def test_frames_of_one_name_look_alike():
    plain = make_frame(ND30, FrameShape())
    assert make_frame(ND30, FrameShape(numbering=("1.", "1.1.", "a)"))) == plain
    assert make_frame(ND30, FrameShape(numbering=("I.",))) != plain


def put(project, name, shape):
    folder = project.templates / "khung"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(make_frame(ND30, shape))


def test_the_projects_frame_stands_before_ours(document, project):
    put(project, "nd30-2020-cong-van.docx", FrameShape())
    with pytest.raises(DataError) as caught:
        document("công văn", kinh_gui="[Sở Nội vụ]", don_vi_soan_thao="VP")
    said = " ".join(finding.message for finding in caught.value.findings)
    assert "không thấy trích yếu công văn" in said  # a plain frame under that name has no place for «V/v …»


def test_a_missing_variant_is_told(document, project):
    put(project, "nd30-2020.docx", FrameShape())
    assert document("thông báo").codes == []
    made = document("thông báo", scheme='[I., "1."]')
    assert made.codes == ["DL49"] and "reportgen frame" in made.findings[0].hint


def test_frames_are_written_for_what_the_project_makes(document, project):
    document("công văn", kinh_gui="[Sở Nội vụ]", don_vi_soan_thao="VP", scheme='["1."]')
    made = {file.shown.rpartition("/")[2] for file in write_frames(project)}
    profiles = ("hd05-2026", "mttq", "nd30-2020")
    assert made == {f"{key}{variant}.docx" for key in profiles for variant in ("", "-cong-van")}


def test_an_old_profile_is_written_when_named(document, project):
    document("thông báo")
    assert [file.shown for file in write_frames(project, "tt01-2011")] == ["templates/khung/tt01-2011.docx"]


def test_only_the_profiles_of_the_projects_agencies(document, project):
    document("thông báo")
    for name in ("mat-tran", "tinh-uy"):
        (project.data / f"co-quan/{name}.yml").unlink()
    assert {file.shown.rpartition("/")[2] for file in write_frames(project)} == {"nd30-2020.docx"}

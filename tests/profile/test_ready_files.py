"""The ready files beside the profiles: current, equal to what the YAML says, and passed over once they are not."""

import shutil

import pytest

from reportgen.profile import PROFILE_FOLDER, profile_keys
from reportgen.profile.compiled import DAYS_FILE, READY_SUFFIX, days_text, read_days, read_ready, ready_text
from reportgen.profile.making import days_of_all, make_profile, sources

RENEW = "write it anew: pytest tests/profile --renew"


@pytest.fixture
def folder(tmp_path):
    """A copy of our profiles, in which a test may write."""
    return shutil.copytree(PROFILE_FOLDER, tmp_path / "profiles")


@pytest.mark.parametrize("key", profile_keys())
def test_the_ready_file_is_current_and_equal(key, request):
    made = make_profile(PROFILE_FOLDER, key)
    text = ready_text(made, PROFILE_FOLDER, sources(PROFILE_FOLDER, key))
    assert current(f"{key}{READY_SUFFIX}", text, request) == text, RENEW
    assert read_ready(PROFILE_FOLDER, key) == made


def test_the_days_are_current_and_equal(request):
    made = days_of_all(PROFILE_FOLDER)
    text = days_text(made, PROFILE_FOLDER)
    assert current(DAYS_FILE, text, request) == text, RENEW
    assert read_days(PROFILE_FOLDER) == made
    assert list(read_days(PROFILE_FOLDER)) == list(made)


def current(name, text, request):
    path = PROFILE_FOLDER / name
    if request.config.getoption("--renew"):
        path.write_text(text, encoding="utf-8", newline="\n")
    return path.read_text(encoding="utf-8")


def test_every_ready_file_has_its_profile():
    assert {path.stem for path in PROFILE_FOLDER.glob(f"*{READY_SUFFIX}")} == {*profile_keys(), DAYS_FILE.split(".")[0]}


@pytest.mark.parametrize(
    "name", ["tt01-2011.yml", "tt01-2011.quy-tac.yml", "nd30-2020.yml", "nd30-2020.quy-tac.yml"]
)
def test_a_change_in_any_source_makes_it_stale(folder, name):
    with (folder / name).open("a", encoding="utf-8") as stream:
        stream.write("# thêm một dòng\n")
    assert read_ready(folder, "tt01-2011") is None
    assert (read_days(folder) is None) == (".quy-tac" not in name)


def test_a_parent_is_not_stale_through_its_child(folder):
    (folder / "tt01-2011.yml").unlink()
    assert read_ready(folder, "nd30-2020") is not None
    assert read_ready(folder, "tt01-2011") is None


def test_a_new_profile_makes_the_days_stale(folder):
    (folder / "so.yml").write_text("ten_goi: Sở\nke_thua: nd30-2020\n", encoding="utf-8")
    assert read_days(folder) is None
    assert set(days_of_all(folder)) == set(read_days(PROFILE_FOLDER))


def test_line_ends_of_another_system_change_nothing(folder):
    for path in folder.glob("*.yml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_ready(folder, "tt01-2011") == make_profile(folder, "tt01-2011")


def test_rules_with_other_fields_make_it_stale(folder):
    path = folder / "nd30-2020.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"confidence"', '"trust"'), encoding="utf-8")
    assert read_ready(folder, "nd30-2020") is None

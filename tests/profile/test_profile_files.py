"""Profile files written by others: children change what they name, mistakes are findings."""

import pytest

from reportgen.errors import DataError
from reportgen.profile import PROFILE_FOLDER, load_profile, loading


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A profile folder with copies of ours, in which a test may write."""
    for source in PROFILE_FOLDER.glob("*.yml"):
        (tmp_path / source.name).write_bytes(source.read_bytes())
    monkeypatch.setattr(loading, "PROFILE_FOLDER", tmp_path)
    return tmp_path


def write(folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")


def faults(key):
    with pytest.raises(DataError) as caught:
        load_profile(key)
    return [(finding.code, finding.place.line) for finding in caught.value.findings]


def test_a_child_changes_only_what_it_names(folder):
    write(
        folder, "so-tai-chinh.yml", "ten_goi: Sở\nke_thua: nd30-2020\nthanh_phan:\n  noi_nhan: {co_chu: 12}\n"
    )
    child, parent = load_profile("so-tai-chinh"), load_profile("nd30-2020")
    assert child.styles["noi_nhan"].size_pt == 12
    assert child.styles["noi_nhan"].hanging_mm == parent.styles["noi_nhan"].hanging_mm
    assert child.rules == parent.rules and child.page == parent.page


def test_a_child_may_loosen_one_rule(folder):
    write(folder, "so.yml", "ten_goi: Sở\nke_thua: nd30-2020\n")
    write(
        folder,
        "so.quy-tac.yml",
        "quy_tac:\n  so_ky_hieu:\n    can_cu: Quy chế của Sở\n    cac_quy_tac:\n"
        "      so.size: {do: font_size, range: [13, 14]}\n",
    )
    child = load_profile("so")
    assert child.rule("so.size").authority == "Quy chế của Sở"
    assert len(child.rules) == len(load_profile("nd30-2020").rules)


def test_a_misspelt_component(folder):
    write(folder, "a.yml", "ten_goi: A\nke_thua: nd30-2020\nthanh_phan:\n  quochieu: {co_chu: 12}\n")
    assert faults("a") == [("TT22", 4)]


def test_a_profile_without_parent_must_be_complete(folder):
    write(folder, "a.yml", "ten_goi: A\n")
    assert faults("a") == [("TT23", 1)]


def test_parents_in_a_circle(folder):
    write(folder, "a.yml", "ten_goi: A\nke_thua: b\n")
    write(folder, "b.yml", "ten_goi: B\nke_thua: a\n")
    assert faults("a") == [("TT24", 2)]


def test_an_unknown_parent(folder):
    write(folder, "a.yml", "ten_goi: A\nke_thua: nd30\n")
    assert faults("a") == [("TT20", 2)]


def test_rules_without_one_comparison_are_told_together(folder):
    write(folder, "a.yml", "ten_goi: A\nke_thua: nd30-2020\n")
    write(
        folder,
        "a.quy-tac.yml",
        "quy_tac:\n  so_ky_hieu:\n    can_cu: x\n    cac_quy_tac:\n"
        "      so.mot: {do: font_size}\n      so.hai: {do: font_size, eq: 13, min: 12}\n",
    )
    assert [code for code, _ in faults("a")] == ["TT25", "TT25"]

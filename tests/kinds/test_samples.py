"""The samples of each kind, as staff find them: they build, and nothing is found."""

from reportgen.preparing import prepare
from reportgen.project import Project

KINDS = {"báo cáo", "kế hoạch", "tờ trình", "thông báo", "công văn", "quyết định", "giấy mời", "biên bản"}


def test_there_is_one_of_each(samples, root):
    drafts = [prepare(Project(root), name) for name in samples]
    assert {draft.form.name for draft in drafts} >= KINDS
    assert {draft.profile.key for draft in drafts} == {"nd30-2020", "mttq", "hd05-2026"}


def test_nobody_is_invented(samples, root):
    drafts = [prepare(Project(root), name) for name in samples]
    assert {draft.context[name] for draft in drafts for name in ("nguoi_ky", "nguoi_ky_trai")} == {""}


def test_each_has_figures_and_a_relation(samples, root):
    for name in samples:
        kind = prepare(Project(root), name).type
        assert 3 <= len(kind.indicators) <= 6, name
        assert kind.relations, name


def test_nothing_is_found(samples, root):
    from reportgen.build import make

    for name in samples:
        _, findings = make(prepare(Project(root), name), name)
        assert [finding.message for finding in findings] == [], name

"""The last good page stays while a later try fails."""

import pytest

from reportgen.diagnostics import Place, error
from reportgen.preview.attempt import Attempt, Pages
from reportgen.preview.session import Session
from reportgen.project import Project

GOOD = Attempt((), Pages((b"1",), 1, 1, ()))
BETTER = Attempt((), Pages((b"2",), 1, 1, ()))
BAD = Attempt((error("SL01", "thiếu số", Place("a.yml", 3)),))


@pytest.fixture
def views(tmp_path):
    def run(*tries):
        waiting = list(tries)
        session = Session(Project(tmp_path), "a", lambda project, name: waiting.pop(0))
        seen = []
        for _ in tries:
            session._try([])
            seen.append(session.view)
        return seen

    return run


def test_good_bad_good(views):
    first, second, third = views(GOOD, BAD, BETTER)
    assert (first.pages, first.stale) == (GOOD.pages, False)
    assert (second.pages, second.stale, second.findings) == (GOOD.pages, True, BAD.findings)
    assert (third.pages, third.stale, third.findings) == (BETTER.pages, False, ())
    assert [view.version for view in (first, second, third)] == [1, 2, 3]


def test_bad_from_the_start_has_no_page(views):
    assert views(BAD)[0].pages is None


def test_who_waits_gets_the_newer_view(views, tmp_path):
    session = Session(Project(tmp_path), "a", lambda project, name: GOOD)
    session._try([])
    assert session.after(0, 0).version == 1
    assert session.after(1, 0).version == 1

"""Which files a report is made of, and which saves are noticed."""

import threading

import pytest

from reportgen.preview import session
from reportgen.preview.files import changed, state_of
from reportgen.project import Project

NAME = "ke-hoach-cam-lo-2019"


@pytest.fixture
def looked(project_copy):
    project = Project(project_copy)
    return lambda: state_of(project, NAME)


@pytest.mark.parametrize(
    "file",
    ["data/{0}.yml", "data/{0}/xa.xlsx", "data/co-quan/moi.yml", "templates/khung/nd30-2020.docx", "templates/{1}/noi-dung.md"],
)
def test_a_save_of_each_kind_of_file_is_noticed(file, project_copy, looked):
    kind = Project(project_copy).report(NAME).type_key
    path = project_copy / file.format(NAME, kind)
    before = looked()
    path.write_bytes(path.read_bytes() + b"\n" if path.is_file() else b"x")
    assert changed(before, looked()) == [path]


@pytest.mark.parametrize("name", ["~$xa.xlsx", ".~lock.xa.xlsx#", "xa.xlsx.tmp"])
def test_what_word_and_excel_leave_while_saving_is_not(name, project_copy, looked):
    before = looked()
    (project_copy / "data" / NAME / name).write_bytes(b"x")
    assert changed(before, looked()) == []


def test_other_reports_are_not(project_copy, looked):
    before = looked()
    (project_copy / "data" / "thang-2-2020.yml").write_bytes(b"x")
    assert changed(before, looked()) == []


class Looks:
    """States in order; ends the run after the last."""

    def __init__(self, states):
        self.states, self.stopped = list(states), threading.Event()

    def __call__(self):
        state = self.states.pop(0)
        if not self.states:
            self.stopped.set()
        return state


def saved(states, monkeypatch, again=lambda: False):
    monkeypatch.setattr(session, "LOOK_EVERY", 0)
    looks = Looks(states)
    return [[path.name for path in files] for files in session.saves(looks, looks.stopped, again)]


OLD, HALF, NEW = {"a": (1, 9)}, {"a": (2, 4)}, {"a": (3, 9)}


def test_the_first_try_comes_without_a_save(monkeypatch):
    assert saved([OLD, OLD], monkeypatch) == [[]]


def test_half_a_save_is_waited_out(monkeypatch):
    assert saved([OLD, HALF, NEW, NEW, NEW, NEW, NEW], monkeypatch) == [[], ["a"]]


def test_a_held_file_is_tried_again(monkeypatch):
    monkeypatch.setattr(session, "RETRY", -1)
    assert saved([OLD, OLD, OLD], monkeypatch, lambda: True) == [[], [], []]

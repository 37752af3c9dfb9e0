"""Folders: a broken file is a row like any other, results keep their names, memory and order do not depend on the crew."""

import json
import os
from concurrent.futures import BrokenExecutor

import openpyxl
import pytest

from reportgen.checking import Checked, Options
from reportgen.checking.crew import outcomes
from reportgen.checking.files import base_of, beside, sources
from reportgen.checking.nouns import BROKE, JUDGED, UNREADABLE
from reportgen.checking.work import Task

BROKEN = {"rong.docx": b"", "nul.docx": b"\0" * 32000, "trang.docx": b"<html></html>", "json.docx": b"{}", "doc/rtf.docx": rb"{\rtf1}"}


@pytest.fixture
def folder(clean, faulty, tmp_path):
    """Two documents, five files that are none, and what is no document at all."""
    for name, content in BROKEN.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    (tmp_path / "~$sach.docx").write_bytes(b"x" * 162)
    (tmp_path / ".an").mkdir()
    (tmp_path / ".an" / "an.docx").write_bytes(b"")
    (tmp_path / "ghi chu.txt").write_text("x")
    return tmp_path


def test_broken_files_are_rows_too(run, folder):
    said = run("check", ".", "--json")
    documents = json.loads(said.out)["documents"]
    states = {d["file"]: d["state"] for d in documents}
    assert states == {"sach.docx": JUDGED, "van ban/loi.docx": JUDGED, **dict.fromkeys(BROKEN, UNREADABLE)}
    assert all(d["findings"] for d in documents if d["state"] == UNREADABLE)
    assert said.code == 1 and said.err == ""


def test_one_line_a_file_then_the_sum(run, folder):
    lines = run("check", ".").out.splitlines()
    assert sum("không đọc được" in line for line in lines[:7]) == 5
    assert any(line.endswith("sach.docx  (Báo cáo, nd30-2020)") for line in lines)
    assert "7 tệp: 1 không có gì phải sửa, 1 có lỗi hoặc cảnh báo, 5 không đọc được" in lines
    assert any("1 tệp,     2 chỗ" in line and "noi_dung.align" in line for line in lines)


def test_quiet_tells_only_files_with_errors(run, folder):
    assert "sach.docx" not in run("check", ".", "-q").out


def test_the_summary_as_a_workbook(run, folder, tmp_path):
    run("check", ".", "--tong-hop", "tong-hop.xlsx")
    book = openpyxl.load_workbook(tmp_path / "tong-hop.xlsx")
    common, files = book["Lỗi hay gặp"], book["Từng tệp"]
    codes = [row[0] for row in common.iter_rows(min_row=2, values_only=True)]
    assert set(codes) == {"noi_dung.align", "page.margin.left", "so.size"} and codes[0] == "noi_dung.align"
    rows = {row[0]: row[1:] for row in files.iter_rows(min_row=2, values_only=True)}
    assert rows["rong.docx"][0] == "không đọc được" and rows["rong.docx"][-1].startswith("TT02")
    assert rows["van ban/loi.docx"][:2] == ("đã kiểm", "Báo cáo") and rows["van ban/loi.docx"][5] == 2


def test_the_summary_for_programs(run, folder, tmp_path):
    run("check", ".", "--tong-hop", "tong-hop.json")
    data = json.loads((tmp_path / "tong-hop.json").read_text(encoding="utf-8"))
    assert (data["documents"], data["clean"], data["states"]) == (7, 1, {"judged": 2, "unreadable": 5})
    assert [c["code"] for c in data["commonest"]][0] == "noi_dung.align"
    assert {f["file"]: f["state"] for f in data["files"]}["rong.docx"] == "unreadable"


def test_results_keep_their_places_below_the_folder_named(run, folder, tmp_path):
    (tmp_path / "khac").mkdir()
    (tmp_path / "khac" / "loi.docx").write_bytes((tmp_path / "van ban" / "loi.docx").read_bytes())
    run("check", ".", "--html", "--comments", "--out", "ra")
    made = sorted(p.relative_to(tmp_path / "ra").as_posix() for p in (tmp_path / "ra").rglob("*.*"))
    assert [m for m in made if m.endswith("nhan-xet.docx")] == ["khac/loi.nhan-xet.docx", "van ban/loi.nhan-xet.docx"]
    assert "sach.kiem-tra.html" in made and "khac/loi.kiem-tra.html" in made


def test_names_that_differ_only_in_their_ending_stay_apart(tmp_path):
    for name in ("a.docx", "a.doc", "sau/a.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    found = sources([str(tmp_path)])
    base = base_of(found)
    targets = [beside(source, ".x", tmp_path / "ra", base).relative_to(tmp_path / "ra").as_posix() for source in found]
    assert targets == ["a.doc.x", "a.x", "sau/a.x"]


def test_links_that_turn_in_a_circle_end(tmp_path, clean):
    try:
        os.symlink(tmp_path, tmp_path / "vong", target_is_directory=True)
    except OSError:
        pytest.skip("no links on this machine")
    assert [source.path.name for source in sources([str(tmp_path)])] == ["sach.docx"]


def test_the_crew_changes_nothing(folder):
    tasks = [Task(source, Options(level="tat-ca", marked=True, drawn=True)) for source in sources([str(folder)])]
    alone, two = list(outcomes(tasks, 1)), list(outcomes(tasks, 2))
    assert [c.shown for c in alone] == [task.source.shown for task in tasks]
    assert alone == two
    assert not any(c.elements for c in two)


def test_a_document_that_takes_its_process_along_costs_itself_alone(folder, monkeypatch):
    """The pool breaks at the third document: what was under way is done one by one, the rest by a new pool."""
    from reportgen.checking import crew

    class Breaking(crew.executor(1).__class__):
        def submit(self, fn, /, task):
            if task.source.path.name == "loi.docx":
                raise BrokenExecutor
            return super().submit(fn, task)

    monkeypatch.setattr(crew, "executor", lambda hands: Breaking())
    monkeypatch.setattr(crew, "alone", lambda task: lost(task) if task.source.path.name == "loi.docx" else crew.work(task))
    monkeypatch.setattr(crew, "AT_ONCE", 1)
    tasks = [Task(source, Options()) for source in sources([str(folder)])]
    found = list(outcomes(tasks, 2))
    assert [c.shown for c in found] == [task.source.shown for task in tasks]
    assert [c.state for c in found].count(BROKE) == 1


def lost(task: Task) -> Checked:
    return Checked(task.source.shown, (), BROKE)


def test_a_fault_of_our_own_is_an_outcome(run, folder, monkeypatch):
    from reportgen.checking import checked

    def broken(reading):
        raise KeyError("lỗ hổng")

    monkeypatch.setattr(checked, "recognise", broken)
    said = run("check", ".", "--json", "--jobs", "1")
    states = {d["file"]: d for d in json.loads(said.out)["documents"]}
    assert states["sach.docx"]["state"] == BROKE and states["sach.docx"]["findings"][0]["code"] == "KT09"
    assert "KeyError" in states["sach.docx"]["trouble"]
    assert states["rong.docx"]["state"] == UNREADABLE
    assert said.code == 1


def test_odd_names_stay_one_readable_line(run, clean, tmp_path):
    try:
        (tmp_path / "xấu\n<b>&\"#%.docx").write_bytes(clean.read_bytes())
        (tmp_path / os.fsdecode(b"a\xff.docx")).write_bytes(b"")
    except OSError:
        pytest.skip("this system has no such names")
    said = run("check", ".", "--sarif", "a.sarif", "--tong-hop", "a.xlsx", "--html", "--out", "ra")
    assert said.code == 1
    assert "a�.docx" in said.out and 'xấu�<b>&"#%.docx' in said.out
    uris = (tmp_path / "a.sarif").read_text(encoding="utf-8")
    assert "a%EF%BF%BD.docx" in uris
    assert run("check", ".", "--json", "--tong-hop", "a.json").code == 1

"""Many workbooks, several processes: the same result, and one that takes its process along costs itself alone."""

import os
import signal

import pytest
import two_hundred
from workbooks import TABLE, TYPE, Sent, clean_row, save, unit_names, write_project

from reportgen.project import Project
from reportgen.returns import hands
from reportgen.returns.district import district_book
from reportgen.returns.opening import returned_files
from reportgen.returns.reconciliation import reconciliation_book
from reportgen.returns.rolling import roll_up
from reportgen.returns.subject import find_subject


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    """Twenty workbooks of twenty communes: (folder of them, the subject)."""
    import random

    folder, rng = tmp_path_factory.mktemp("bieu"), random.Random(7)
    units = unit_names(20)
    write_project(folder, units)
    for number, (unit, name) in enumerate(units.items(), 1):
        save(Sent(unit, name, clean_row(rng), file=f"{number:02d}.xlsx"), folder / "bieu")
    return folder / "bieu", find_subject(Project(folder), f"{TABLE}/{TYPE}", "năm 2019", "", "rollup")


def dies_at(handful):
    """Reads a handful; «07.xlsx» kills the process it is read in."""
    if any(shown == "07.xlsx" for _, shown in handful.files):
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    return hands.read_handful(handful)


def test_two_processes_give_the_same_bytes_as_one(sent):
    folder, subject = sent
    one, two = roll_up(folder, subject, jobs=1), roll_up(folder, subject, jobs=2)
    assert one == two
    assert (district_book(one), reconciliation_book(one)) == (district_book(two), reconciliation_book(two))


def test_a_workbook_that_kills_its_process_is_refused_and_no_other(sent):
    folder, subject = sent
    books = list(hands.read_books(list(returned_files(folder)), subject, 2, dies_at))
    assert [book.file for book in books] == [f"{number:02d}.xlsx" for number in range(1, 21)]
    assert [(book.file, [finding.code for finding in book.findings]) for book in books if not book.rows] == [("07.xlsx", ["TH39"])]


def test_a_workbook_too_large_for_memory_is_refused_and_no_other(sent, monkeypatch):
    folder, subject = sent
    read = hands.read_book

    def exhausting(path, shown, its, ready):
        if shown == "07.xlsx":
            raise MemoryError
        return read(path, shown, its, ready)

    monkeypatch.setattr(hands, "read_book", exhausting)
    rolled = roll_up(folder, subject)
    assert [(finding.code, str(finding.place)) for _, finding in rolled.refused] == [("TH39", "07.xlsx")]
    assert len(rolled.rows) == 19


def test_a_large_file_is_never_read_by_this_process(sent, monkeypatch):
    folder, subject = sent
    monkeypatch.setattr(hands, "LARGE", 1)
    monkeypatch.setattr(hands, "HANDFUL", 2)
    files = list(returned_files(folder))[6:8]
    books = list(hands.read_books(files, subject, 1, dies_at))
    assert [bool(book.rows) for book in books] == [False, True]


@pytest.mark.parametrize(("names", "hands_wanted"), [(["a.xlsx"] * 249, 1), (["a.xlsx"] * 250, 3), (["a.xlsx", *["b.xls", "c.XLS", "d.ods"] * 3], 3)])
def test_few_workbooks_need_no_second_process(monkeypatch, tmp_path, names, hands_wanted):
    monkeypatch.setattr(hands, "default_jobs", lambda: 3)
    assert hands._hands_that_pay([(tmp_path / name, name) for name in names]) == hands_wanted


def test_every_fault_is_found_by_two_processes_too(faulty):
    folder, expected, former, _ = faulty
    result = two_hundred.rolled(folder, former, jobs=2)
    assert two_hundred.compared(expected, result)[1:] == ([], [])

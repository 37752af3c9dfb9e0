"""A run that is stopped, by Ctrl-C or by kill -9: whole files only, and the next run goes on where it was."""

import errno
import io
import os
import signal
import subprocess
import sys
import zipfile

import pytest

from reportgen.batch.ledger import LEDGER, Ledger
from reportgen.batch.options import PartFailed
from reportgen.output import TEMPORARY

ROWS = [(n, f"xã Số {n}", 1000 + n, 20, 10, 10, None) for n in range(1, 2001)]
COMMAND = [sys.executable, "-m", "reportgen", "batch", "bao-cao-xa", "--data", "xa.xlsx", "--out", "output"]


def start(place, jobs):
    """The command in a process group of its own, as a terminal has it, stopped from outside when some files stand."""
    return subprocess.Popen(
        [*COMMAND, "--jobs", str(jobs)], cwd=place, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )


def until_some_stand(process, folder, wanted=40):
    """Wait until some documents are written (the run has most of its work before it then)."""
    while process.poll() is None:
        if folder.is_dir() and sum(1 for name in os.listdir(folder) if name.endswith(".docx")) >= wanted:
            return
    raise AssertionError(f"the run ended before it could be stopped: {process.communicate()}")


def assert_whole(folder):
    """Every document opens and every member of it has the checksum it says; how many there are."""
    found = sorted(folder.glob("*.docx"))
    for path in found:
        with zipfile.ZipFile(path) as package:
            assert package.testzip() is None
    return len(found)


@pytest.mark.parametrize(("how", "jobs"), [(signal.SIGKILL, 1), (signal.SIGKILL, 2), (signal.SIGINT, 1), (signal.SIGINT, 2)])
@pytest.mark.skipif(os.name == "nt", reason="signals to a process group are sent as POSIX has it")
def test_a_stopped_run_leaves_whole_files_and_goes_on(place, book, batch, files, how, jobs):
    book(ROWS)
    process = start(place, jobs)
    folder = place / "output"
    until_some_stand(process, folder)
    if how == signal.SIGKILL:
        process.kill()
    else:
        os.killpg(process.pid, how)
    _, told = process.communicate(timeout=60)
    assert process.returncode == (-9 if how == signal.SIGKILL else 130), told
    assert b"Traceback" not in told
    there = assert_whole(folder)
    assert 40 <= there < len(ROWS)
    before = files(folder)
    stamps = {name: (folder / name).stat().st_mtime_ns for name in before}

    outcome = batch(limit=there + 50)
    assert outcome.failed == 0 and outcome.failures == ()
    assert outcome.kept >= there - 1 and outcome.kept + outcome.made == there + 50
    kept = [name for name in before if (folder / name).stat().st_mtime_ns == stamps[name]]
    assert len(kept) >= there - 1
    batch(limit=there + 50, out=place / "mot-mach")
    assert files(folder) == files(place / "mot-mach")
    assert (folder / "manifest.json").read_bytes() == (place / "mot-mach/manifest.json").read_bytes()
    assert not list(folder.glob(f"{TEMPORARY}*"))


def test_a_torn_line_of_the_ledger_counts_as_not_written(place, book, batch, files):
    book()
    batch()
    ledger = place / "output" / LEDGER
    before = files(place / "output")
    whole = ledger.read_bytes()
    ledger.write_bytes(whole[:-30])
    (place / "output/xa-cam-an.docx").unlink()
    outcome = batch()
    assert (outcome.made, outcome.kept, outcome.failed) == (1, 3, 0)
    assert files(place / "output") == before


def test_what_a_killed_run_left_half_written_is_cleared(place, book, batch):
    book()
    (place / "output" / f"{TEMPORARY}abc").write_bytes(b"PK")
    batch()
    assert not list((place / "output").glob(f"{TEMPORARY}*"))


def test_a_worker_the_system_ends_stops_the_run_and_the_next_one_goes_on(book, batch, monkeypatch):
    from concurrent.futures import BrokenExecutor

    from reportgen.batch import hands, running
    from reportgen.workers import ThisProcess

    class Ended(ThisProcess):
        """Hands that are lost after two tasks."""

        tasks = 0

        def submit(self, fn, /, *args, **kwargs):
            self.tasks += 1
            if self.tasks > 2:
                raise BrokenExecutor
            return super().submit(fn, *args, **kwargs)

    book(ROWS[:60])
    with monkeypatch.context() as patched:
        patched.setattr(hands, "executor", lambda jobs, helping, first: Ended())
        with pytest.raises(running.PartFailed) as failure:
            batch(jobs=2)
    assert failure.value.exit_code == 4 and failure.value.findings[0].code == "LO30"
    outcome = batch()
    assert (outcome.made, outcome.kept) == (28, 32)


class Full(io.RawIOBase):
    """A stream on a disk that has no room left, or room for a few letters more."""

    def __init__(self, room=None):
        self.room = room

    def write(self, content):
        if self.room is None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return self.room


@pytest.mark.parametrize("room", [None, 5])
def test_a_full_disk_ends_the_run_in_plain_words_and_the_next_one_goes_on(place, book, batch, files, monkeypatch, room):
    book(ROWS[:60])
    note, noted = Ledger.note, []

    def until_full(ledger, lines):
        if noted:
            ledger.close()
            ledger.stream = Full(room)
        noted.append(None)
        note(ledger, lines)

    with monkeypatch.context() as patched:
        patched.setattr(Ledger, "note", until_full)
        with pytest.raises(PartFailed) as failure:
            batch()
    (finding,) = failure.value.findings
    assert finding.code == "LE11" and "ổ đĩa đầy" in finding.hint and failure.value.exit_code == 4
    made = len(files(place / "output"))
    assert 0 < made < 60 and not list((place / "output").glob(f"{TEMPORARY}*"))
    outcome = batch()
    assert (outcome.made, outcome.kept) == (60 - made, made)

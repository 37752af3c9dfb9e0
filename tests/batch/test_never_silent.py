"""Nothing of a batch is lost, torn or stale without a word."""

import os
import pickle

import pytest

from reportgen.batch import aside
from reportgen.batch.aside import ASIDE, PLAN, open_aside, set_aside
from reportgen.batch.making import Task, key_of, make_rows
from reportgen.batch.nouns import Made
from reportgen.errors import DataError, UsageError

ROWS = [(n, f"xã Số {n}", 1000 + n, 20, 10, 10, None) for n in range(1, 4)]


@pytest.mark.parametrize("run", [1, 2])
def test_two_workbooks_of_one_name_never_take_turns(place, book, batch, codes, run):
    for file in ("cam-lo", "huong-hoa"):
        book([(1, "xã Tân Lập", 1000, 20, 10, 10, None)], name=f"tra-ve/{file}.xlsx")
    for _ in range(run):
        outcome = batch(data=place / "tra-ve")
    assert outcome.failed == 1 and codes(outcome.failures) == ["LO21"]
    assert "cam-lo.xlsx" in outcome.failures[0].message and outcome.failures[0].place.file.endswith("huong-hoa.xlsx")


def test_a_document_cut_short_by_a_full_disk_is_not_counted(tmp_path, monkeypatch):
    place = open_aside(tmp_path, b"", "output")
    real = open

    def short(handle, *args, **more):
        stream = real(handle, *args, **more)
        write = stream.write

        class Cut:
            """The stream, which takes half of what it is given."""

            def __enter__(self):
                return self

            def __exit__(self, *_):
                stream.close()

            def write(self, content):
                return write(content[: len(content) // 2])

        return Cut()

    monkeypatch.setattr(aside, "open", short, raising=False)
    made = set_aside(Made(b"0123456789", "x"), place, "output/xa.docx")
    assert made.content is None and not made.aside
    assert [finding.code for finding in made.findings] == ["LE11"] and "ổ đĩa đầy" in made.findings[0].hint
    assert os.listdir(place) == [PLAN]


def test_a_document_that_was_open_in_word_is_made_when_it_is_closed(place, book, batch, codes, monkeypatch):
    book(ROWS)
    batch()
    book([(1, "xã Số 1", 1500, 20, 10, 10, None), *ROWS[1:]])
    real = os.replace

    def held(source, target):
        if str(target).endswith("xa-so-1.docx"):
            raise PermissionError(13, "Permission denied")
        real(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", held)
        assert codes(batch().failures) == ["LE11"]
    outcome = batch()
    assert (outcome.made, outcome.kept, outcome.failed) == (1, 2, 0)


def test_a_changed_agency_of_a_row_makes_its_document_again(place, book, batch, change):
    text = (place / "data/co-quan/cam-lo.yml").read_text("utf-8")
    (place / "data/co-quan/cam-an.yml").write_text(text, "utf-8")
    book([(*ROWS[0], "cam-an")], ["TT", "Tên xã", "Tổng số hộ", "Hộ nghèo", "Hộ nghèo chính sách", "Hộ nghèo cứng", "Vốn vay", "co_quan"])
    outcome = batch()
    if outcome.failed:
        pytest.fail(str(outcome.failures))
    (place / "data/co-quan/cam-an.yml").write_text(text + "\n# sửa\n", "utf-8")
    assert batch().made == 1


def test_a_joined_file_says_what_it_lacks_and_when_it_is_old(place, book, batch, codes):
    faulty = (2, "xã Số 2", 1002, 21, 10, 10, None)
    book([ROWS[0], faulty, ROWS[2]])
    outcome = batch(joined=True, zipped=True)
    (note,) = [finding for finding in outcome.notes if finding.code == "LO26"]
    assert "2/3" in note.message and "gop.docx, gop.zip" in note.message
    book(ROWS)
    (note,) = [finding for finding in batch().notes if finding.code == "LO26"]
    assert "lần dựng trước" in note.message
    assert "LO26" not in codes(batch(joined=True, zipped=True).notes)


def test_a_plan_somebody_put_in_the_folder_is_not_unpacked(tmp_path):
    columns = pickle.dumps(None)
    place = open_aside(tmp_path, b"the plan", "output")
    (tmp_path / ASIDE / PLAN).write_bytes(pickle.dumps(print))
    task = Task(key_of(b"the plan", columns), b"", columns, ("row",), ("x",), (False,), place)
    with pytest.raises(DataError, match="đã bị thay"):
        make_rows(task)


def test_what_cannot_be_taken_away_does_not_end_the_run(place, book, batch, monkeypatch):
    book(ROWS)
    (place / "output" / ASIDE).mkdir(parents=True)
    (place / "output" / ASIDE / "1-1").write_bytes(b"PK")
    real = os.unlink

    def held(path, **more):
        if os.path.basename(path) == "1-1":
            raise PermissionError(13, "Permission denied")
        real(path, **more)

    monkeypatch.setattr(os, "unlink", held)
    assert batch().made == 3


def test_a_folder_nobody_may_read_is_told(place, batch, monkeypatch):
    folder = place / "tra-ve"
    folder.mkdir()
    real = type(folder).iterdir

    def closed(path):
        if path == folder:
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(type(folder), "iterdir", closed)
    with pytest.raises(DataError, match="không đọc được thư mục"):
        batch(data=folder)


def test_a_unit_with_two_rows_is_told(place, book, batch, codes):
    book([(1, "xã Cam An", 1001, 20, 10, 10, None), (2, "xã Cam An", 1002, 20, 10, 10, None)])
    outcome = batch(name="{dong}-{ten_xa}")
    (note,) = [finding for finding in outcome.notes if finding.code == "LO27"]
    assert outcome.made == 2 and note.place.cell.endswith("3") and "B2" in note.message


@pytest.mark.parametrize("lock", ["~$xa.xlsx", ".~lock.xa.xlsx#"])
def test_a_workbook_that_is_open_is_told(place, book, batch, codes, lock):
    book(ROWS)
    (place / lock).write_bytes(b"")
    assert "LO28" in codes(batch().notes)


def test_no_hint_points_to_another_figure(place, book, batch):
    headers = ["TT", "Tên xã", "Tổng số hộ", "Hộ nghèo cuối năm", "Hộ nghèo chính sách", "Hộ nghèo cứng", "Vốn vay"]
    book(ROWS, [*headers[:4], "Hộ nghèo theo chính sách mới", *headers[5:]])
    with pytest.raises(DataError) as failure:
        batch()
    assert not any("có phải cột" in finding.hint for finding in failure.value.findings)


def test_what_there_was_to_say_of_a_kept_document_is_said_again(place, book, batch, codes):
    book([(1, "xã Số 1", 10, -2, -1, -1, None)])
    first, again = batch(), batch()
    assert (first.made, again.kept) == (1, 1)
    assert codes(first.remarks) == codes(again.remarks) != []
    assert {finding.message for finding in first.remarks} == {finding.message for finding in again.remarks}


def test_a_finding_of_a_formula_names_the_unit(place, book, batch):
    book([(1, "xã Số 1", 10, 50, 20, 30, None)])
    outcome = batch()
    told = [finding.message for finding in (*outcome.remarks, *outcome.failures) if not finding.place.file.endswith("xa.xlsx")]
    assert told and all(message.startswith("xã Số 1 (xa.xlsx!Xã!B2): ") for message in told)


def test_a_file_that_is_kept_says_whose_it_is_and_whether_it_is_old(place, book, batch):
    book(ROWS)
    (place / "output/xa-so-1.docx").write_bytes(b"cua toi")
    assert "có sẵn từ trước" in batch().failures[0].message
    (place / "output/xa-so-2.docx").write_bytes(b"da sua")
    messages = [finding.message for finding in batch().failures]
    assert "sau lần dựng trước; không ghi đè" in messages[1]
    book([ROWS[0], (2, "xã Số 2", 1900, 20, 10, 10, None), ROWS[2]])
    assert "số cũ" in batch().failures[1].message


def test_a_wrong_name_typed_in_the_command_is_shown_there(place, book, batch):
    book(ROWS)
    with pytest.raises(UsageError) as failure:
        batch(name="{khong}")
    assert str(failure.value.findings[0].place) == "--ten"

"""The second run: what is there and right stays, what changed or is missing is made, what a person edited is nobody's to overwrite."""

import json

import pytest

from reportgen.batch.naming import TAKEN


def test_a_second_run_makes_nothing_and_says_the_same(place, book, batch, files):
    book()
    first = batch()
    before = {path.name: path.read_bytes() for path in sorted((place / "output").iterdir())}
    stamps = {path.name: path.stat().st_mtime_ns for path in (place / "output").glob("*.docx")}
    second = batch()
    assert ((first.made, first.kept), (second.made, second.kept)) == ((4, 0), (0, 4))
    assert {path.name: path.read_bytes() for path in sorted((place / "output").iterdir())} == before
    assert {path.name: path.stat().st_mtime_ns for path in (place / "output").glob("*.docx")} == stamps


def test_two_fresh_runs_write_the_same_bytes(place, book, batch):
    book()
    batch(out=place / "mot", joined=True, zipped=True)
    one = {path.name: path.read_bytes() for path in (place / "mot").iterdir()}
    for path in (place / "mot").iterdir():
        path.unlink()
    batch(out=place / "mot", joined=True, zipped=True)
    assert {path.name: path.read_bytes() for path in (place / "mot").iterdir()} == one


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("data/hang-loat/bao-cao-xa.yml", "ngay_ban_hanh: 15/12/2019", "ngay_ban_hanh: 18/12/2019"),
        ("templates/bao-cao-xa/noi-dung.md", "Theo kết quả rà soát", "Theo kết quả điều tra"),
        ("templates/bao-cao-xa/loai.yml", "Tỷ lệ hộ nghèo", "Tỷ lệ nghèo"),
        ("data/co-quan/cam-lo.yml", "UBND tỉnh", "Ủy ban nhân dân tỉnh"),
    ],
)
def test_what_all_share_changed_and_all_are_made_again(book, batch, change, file, old, new):
    book()
    batch()
    change(file, old, new)
    outcome = batch()
    assert (outcome.made, outcome.kept, outcome.failed) == (4, 0, 0)


def test_one_row_changed_and_one_document_is_made(place, book, batch, files):
    book([(1, "xã Cam An", 1779, 79, 5, 74, None), (2, "xã Cam Hiếu", 1747, 85, 13, 72, None)])
    batch()
    before = files(place / "output")
    book([(1, "xã Cam An", 1779, 79, 6, 73, None), (2, "xã Cam Hiếu", 1747, 85, 13, 72, None)])
    outcome = batch()
    after = files(place / "output")
    assert (outcome.made, outcome.kept) == (1, 1)
    assert after["xa-cam-an.docx"] != before["xa-cam-an.docx"] and after["xa-cam-hieu.docx"] == before["xa-cam-hieu.docx"]


def test_a_row_that_moved_is_the_same_document(place, book, batch):
    rows = [(1, "xã Cam An", 1779, 79, 5, 74, None), (2, "xã Cam Hiếu", 1747, 85, 13, 72, None)]
    book(rows)
    batch()
    book([(1, "xã Cam Thủy", 1446, 66, 16, 50, None), *rows[1:], *rows[:1]])
    assert (batch(limit=3).made, batch().kept) == (1, 3)
    manifest = json.loads((place / "output/manifest.json").read_text("utf-8"))
    assert [unit["row"] for unit in manifest["documents"]] == ["xa.xlsx!Xã!B2", "xa.xlsx!Xã!B3", "xa.xlsx!Xã!B4"]


def test_without_resume_all_are_made(book, batch):
    book()
    batch()
    assert batch(resume=False).made == 4


@pytest.mark.parametrize("resume", [True, False])
def test_an_edited_document_is_kept_and_told(place, book, batch, codes, resume):
    book()
    batch()
    edited = place / "output/xa-cam-an.docx"
    edited.write_bytes(b"PK edited by hand")
    outcome = batch(resume=resume)
    assert edited.read_bytes() == b"PK edited by hand"
    assert codes(outcome.failures) == ["LE10"] and outcome.failed == 1
    assert "LO25" not in codes(outcome.notes)  # nobody is told to delete what somebody wrote
    assert batch(force=True).failed == 0 and edited.read_bytes() != b"PK edited by hand"


def test_a_document_made_by_somebody_else_is_kept(place, book, batch, codes):
    book()
    (place / "output/xa-cam-an.docx").write_bytes(b"PK of another program")
    assert codes(batch().failures) == ["LE10"]
    assert (place / "output/xa-cam-an.docx").read_bytes() == b"PK of another program"


def test_a_deleted_document_is_made_again(place, book, batch):
    book()
    batch()
    (place / "output/xa-cam-an.docx").unlink()
    outcome = batch()
    assert (outcome.made, outcome.kept) == (1, 3)


def test_documents_nobody_stands_behind_any_more_are_told(place, book, batch, codes):
    book()
    batch()
    book([(1, "xã Cam Tuyền", 1411, 140, 14, 126, None), (2, "xã Cam Thủy", 1446, 66, 16, 51, None)])
    outcome = batch()
    told = [finding.message for finding in outcome.notes if finding.code == "LO25"]
    assert len(told) == 2
    assert "xa-cam-thuy.docx" in told[0] and "xa-cam-an.docx" in told[1] and "xa-cam-hieu.docx" in told[1]
    assert (place / "output/xa-cam-an.docx").exists()


def test_a_part_of_the_rows_forgets_nothing_of_the_others(place, book, batch):
    book()
    batch()
    part = batch(limit=1)
    assert (part.kept, [f.code for f in part.notes]) == (1, [])
    assert len(json.loads((place / "output/manifest.json").read_text("utf-8"))["documents"]) == 1
    assert batch().kept == 4


@pytest.mark.parametrize("name", TAKEN)
def test_a_unit_cannot_take_the_name_of_the_summary(book, batch, codes, name):
    book([(1, name, 1411, 140, 14, 126, None)])
    assert codes(batch().failures) == ["LO21"]

"""``reportgen batch`` as it is typed."""

import json

import pytest

from reportgen.cli import main


def typed(capsys, place, *words):
    """Exit code, standard output and standard error of the command."""
    code = main(["--du-an", str(place), "batch", "bao-cao-xa", "--data", str(place / "xa.xlsx"), *words])
    out = capsys.readouterr()
    return code, out.out, out.err


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([(1, "xã Cam An", 1779, 79, 5, 74, None)], 0),
        ([(1, "xã Cam An", 1779, 79, 5, 74, None), (2, "xã X", 1000, 50, 20, 29, None)], 4),
        ([(2, "xã X", 1000, 50, 20, 29, None)], 1),
    ],
)
def test_the_exit_code_tells_all_some_none(capsys, place, book, rows, code):
    book(rows)
    assert typed(capsys, place)[0] == code


@pytest.mark.parametrize(("rows", "words", "hint"), [([], (), "chưa có dòng số liệu nào"), ([(1, "xã Cam An", 1779, 79, 5, 74, None)], ("--where", "tong_so_ho > 900000"), "--where")])
def test_a_batch_of_nothing_is_no_success(capsys, place, book, rows, words, hint):
    book(rows)
    code, _, told = typed(capsys, place, *words)
    assert code == 1 and "LO16" in told and hint in told



def test_the_failures_stand_at_the_end_with_the_count(capsys, place, book):
    book([(2, "xã X", 1000, 50, 20, 29, None), (1, "xã Cam An", 1779, 79, 5, 74, None)])
    _, out, err = typed(capsys, place)
    assert "xa.xlsx!Xã!D2 lỗi SL30" in err and "1 văn bản mới dựng, 1 dòng có lỗi" in err
    assert "đã ghi output/bao-cao-xa/manifest.json" in out


def test_json_for_programs(capsys, place, book):
    book()
    _, out, err = typed(capsys, place, "--json")
    told = json.loads(out)
    assert (told["made"], told["kept"], told["failed"]) == (4, 0, 0) and err == ""
    assert [file["path"] for file in told["files"]] == ["output/bao-cao-xa/manifest.json", "output/bao-cao-xa/tong-hop.xlsx"]


@pytest.mark.parametrize("words", [("--jobs", "0"), ("--limit", "nhiều"), ("--limit", "-1")])
def test_numbers_that_are_none(capsys, place, book, words):
    book()
    code, _, err = typed(capsys, place, *words)
    assert code == 2 and "LO42" in err


@pytest.mark.parametrize(
    ("words", "code"), [(("--chung", "khac"), "LO01"), (("--where", "x = "), "LO05"), (("--ten", "a"), "LO20")]
)
def test_wrong_use_is_told_with_its_code(capsys, place, book, words, code):
    book()
    exit_code, _, err = typed(capsys, place, *words)
    assert exit_code == 2 and code in err and not (place / "output/bao-cao-xa").exists()


def test_a_workbook_that_is_not_there(capsys, place):
    code, _, err = typed(capsys, place)
    assert code == 2 and "LO03" in err

"""Workbooks sent by somebody else: every attack and every accident ends in one finding."""

import io
import os
import zipfile

import pytest

from reportgen.sources import read_cell
from reportgen.sources.zipguard import ZipFault, guarded_members

ROWS = [["Tên xã", "Số hộ"], ["Na Ư", 609]]
SHEET = "xl/worksheets/sheet1.xml"


def refusal(folder, name="so-lieu.xlsx"):
    findings = []
    assert read_cell(folder, f"{name}!Xã!B2", findings) is None
    assert len(findings) == 1
    assert str(findings[0].place).startswith(name)
    return findings[0].code, findings[0].message + " " + findings[0].hint


def add(before, text):
    return lambda xml: xml.replace(before, text + before)


ATTACKS = [
    ("DOCTYPE", SHEET, lambda xml: b'<!DOCTYPE x [<!ENTITY a "b">]>' + xml.split(b"?>", 1)[-1], "BT04", "DOCTYPE"),
    ("UTF-16 part", SHEET, lambda xml: xml.decode().encode("utf-16"), "BT04", "UTF-8"),
    ("other encoding", SHEET, lambda xml: b'<?xml version="1.0" encoding="utf-7"?>' + xml.split(b"?>", 1)[-1], "BT04", "UTF-8"),
    ("macros", "xl/vbaProject.bin", lambda _: b"x", "BT04", "macro"),
    ("a member that inflates", "xl/media/big.bin", lambda _: b"\0" * 30_000_000, "BT06", "bung ra quá lớn"),
    ("merged all over", SHEET, add(b"<pageMargins", b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'), "BT06", "gộp ô"),
    ("link all over", SHEET, add(b"<pageMargins", b'<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>'),
     "BT06", "liên kết"),
    ("a far corner", SHEET, add(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), "BT06", "XFD1048576"),
    ("broken xml", SHEET, lambda xml: xml[:-30], "BT07", "không đọc được"),
    ("no sheet", SHEET, lambda _: b"", "BT07", "không đọc được"),
    ("bad number", SHEET, lambda xml: xml.replace(b"<v>609</v>", b"<v>abc</v>"), "BT07", "không đọc được"),
    ("bad string index", SHEET, lambda xml: xml.replace(b't="n"><v>609</v>', b't="s"><v>99</v>'), "BT07", "không đọc được"),
    ("no workbook", "xl/workbook.xml", lambda _: b"<x/>", "BT07", "không đọc được"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "change", "code", "words"), [case[1:] for case in ATTACKS], ids=[case[0] for case in ATTACKS]
)
def test_a_spoilt_workbook(book, rewrite, name, change, code, words):
    folder = book({"Xã": ROWS})
    rewrite(folder / "so-lieu.xlsx", name, change)
    found, message = refusal(folder)
    assert found == code
    assert words in message


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"", "BT04", "không phải là bảng tính"),
        (b"<html><table></table></html>", "BT04", "không phải là bảng tính"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "BT04", ".xls"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "BT04", "mật khẩu"),
        (b"PK\x03\x04" + b"\0" * 200, "BT04", "hỏng"),
        (b"PK\x05\x06" + b"\0" * 18, "BT07", "không đọc được"),
    ],
)
def test_a_file_that_is_no_workbook(tmp_path, content, code, words):
    (tmp_path / "so-lieu.xlsx").write_bytes(content)
    found, message = refusal(tmp_path)
    assert (found, words in message) == (code, True)


def test_far_blank_cells_with_a_format_do_no_harm(book):
    def form(workbook):
        workbook["Xã"]["XFD1048576"].number_format = "0.00"

    findings = []
    assert read_cell(book({"Xã": ROWS}, form), "so-lieu.xlsx!Xã!B2", findings).value == 609
    assert findings == []


@pytest.mark.parametrize("number", [b"1e400", b"-1e400", b"1e300", b"9" * 4000, b"1" + b"0" * 18])
def test_a_number_beyond_all_measure(book, rewrite, number):
    folder = book({"Xã": ROWS})
    rewrite(folder / "so-lieu.xlsx", SHEET, lambda xml: xml.replace(b"<v>609</v>", b"<v>" + number + b"</v>"))
    assert refusal(folder)[0] == "BT10"


def test_too_many_cells(book, monkeypatch):
    monkeypatch.setattr("reportgen.sources.xlsx.MAX_CELLS", 3)
    assert refusal(book({"Xã": ROWS}))[0] == "BT06"


def test_too_large_a_file(book, monkeypatch):
    monkeypatch.setattr("reportgen.sources.zipguard.MAX_FILE", 100)
    assert refusal(book({"Xã": ROWS}))[0] == "BT06"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_nobody_may_read(book):
    folder = book({"Xã": ROWS})
    (folder / "so-lieu.xlsx").chmod(0)
    assert refusal(folder)[0] == "BT05"


def test_a_file_held_by_excel(book, monkeypatch):
    from pathlib import Path

    folder = book({"Xã": ROWS})

    def held(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", held)
    code, message = refusal(folder)
    assert (code, "đóng bảng tính trong Excel" in message) == ("BT05", True)


def test_members_are_counted_and_unique():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for n in range(2_001):
            archive.writestr(f"{n}.bin", b"")
    with pytest.raises(ZipFault) as fault:
        guarded_members(buffer.getvalue())
    assert fault.value.kind == "bomb"

"""The door for Word files: mistakes of staff are named, attacks refused, the rest comes in whole."""

import io
import zipfile

import pytest

from reportgen.docx import package, refusals
from reportgen.docx.codes import CODES
from reportgen.docx.frame import make_frame
from reportgen.docx.package import CONTENT_TYPES, MAIN_PART, read_package, write_package
from reportgen.docx.xml import parse
from reportgen.errors import DataError
from reportgen.profile import load_profile

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
RELS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture(scope="module")
def parts():
    return read_package(make_frame(load_profile("nd30-2020")), "khung.docx")


def code_of(source):
    with pytest.raises(DataError) as caught:
        read_package(source, "van-ban.docx")
    (finding,) = caught.value.findings
    assert finding.place.file == "van-ban.docx" and finding.hint
    return finding.code


def link(kind, target):
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        f'Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    ).encode()


def test_a_package_comes_back_as_it_was_written(parts):
    assert read_package(write_package(parts), "x") == parts


def test_the_same_parts_give_the_same_bytes(parts):
    reversed_parts = dict(reversed(parts.items()))
    assert write_package(parts) == write_package(reversed_parts)
    names = zipfile.ZipFile(io.BytesIO(write_package(parts))).namelist()
    assert names[0] == CONTENT_TYPES


def test_a_file_is_read_like_bytes(parts, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(write_package(parts))
    assert read_package(path, "a.docx") == parts


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (OLE, "TT02"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "TT05"),
        (OLE + b"PK\x03\x04 the theme inside an old .doc", "TT02"),
        (b"", "TT02"),
        (b"\0" * 32_000, "TT02"),
        (b"%PDF-1.7", "TT02"),
        (b"{\\rtf1", "TT02"),
        (b"\xef\xbb\xbf<html><body>", "TT02"),
        (b"PK\x03\x04 cut off", "TT03"),
    ],
)
def test_files_that_are_not_what_their_name_says(data, code):
    assert code_of(data) == code


def test_a_cut_off_download(parts):
    assert code_of(write_package(parts)[:-200]) == "TT03"


def test_a_missing_file_and_a_lock_file(tmp_path):
    assert code_of(tmp_path / "khong-co.docx") == "TT01"
    assert code_of(tmp_path / "~$bao-cao.docx") == "TT01"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("word/vbaProject.bin", b"x", "TT09"),
        ("word/../../etc/passwd", b"x", "TT06"),
        ("WORD/document.xml", b"<x/>", "TT06"),
        ("word/footnotes.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "TT11"),
        ("word/footnotes.xml", '<?xml version="1.0"?><!DOCTYPE x><x/>'.encode("utf-16"), "TT11"),
        ("word/media/image1.png", b"\0" * 2_000_000, "TT04"),
        (RELS, link("image", "http://example.vn/a.png"), "TT12"),
        (RELS, link("attachedTemplate", "https://example.vn/mau.dotm"), "TT12"),
        (RELS, link("attachedTemplate", r"\\maychu\mau.dotm"), "TT12"),
        (RELS, link("attachedTemplate", "file://///maychu/mau.dotm"), "TT12"),
        (RELS, link("oleObject", "file:///C:/so-lieu.xlsx"), "TT12"),
        (RELS, b"<Relationships", "TT10"),
        (MAIN_PART, b'<d xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>', "TT08"),
        (CONTENT_TYPES, b"<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>", "TT09"),
    ],
)
def test_hostile_and_odd_parts(parts, name, content, code):
    assert code_of(write_package({**parts, name: content})) == code


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("hyperlink", "https://thuvienphapluat.vn"),
        ("attachedTemplate", "file:///C:\\Users\\Van%20Thu\\Templates\\Normal.dotm"),
        ("attachedTemplate", "Normal.dotm"),
    ],
)
def test_links_honest_files_have(parts, kind, target):
    assert RELS in read_package(write_package({**parts, RELS: link(kind, target)}), "x")


def test_a_spreadsheet_and_a_bare_zip(parts):
    assert code_of(write_package({CONTENT_TYPES: b"<Types/>", "xl/workbook.xml": b"<x/>"})) == "TT07"
    assert code_of(write_package({"a.txt": b"x"})) == "TT07"


def test_too_many_members(parts, monkeypatch):
    monkeypatch.setattr(refusals, "MAX_MEMBERS", 5)
    assert code_of(write_package(parts)) == "TT04"


def test_the_budget_is_for_the_whole_package(parts, monkeypatch):
    monkeypatch.setattr(package, "MAX_TOTAL", 20_000)
    assert code_of(write_package(parts)) == "TT04"


def test_a_file_too_large(parts, monkeypatch, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(write_package(parts))
    monkeypatch.setattr(package, "MAX_FILE", 100)
    assert code_of(path) == "TT04"


def test_two_members_of_one_name(parts):
    buffer = io.BytesIO(write_package(parts))
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(MAIN_PART, b"<other/>")
    assert code_of(buffer.getvalue()) == "TT06"


def test_an_encrypted_member(parts):
    data = bytearray(write_package(parts))
    start = data.index(b"PK\x01\x02")
    data[start + 8] |= 1
    assert code_of(bytes(data)) == "TT05"


def test_entities_are_never_expanded():
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
    with pytest.raises(DataError) as caught:
        parse(bomb)
    assert [finding.code for finding in caught.value.findings] == ["TT11"]


def test_every_code_is_explained():
    assert sorted(CODES) == [f"TT{number:02}" for number in range(1, 15)]

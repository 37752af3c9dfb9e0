"""Hostile and broken files: a clear word in Vietnamese, or a reading; never anything else. Limits are counts, not clocks."""

import io
import random
import zipfile

import pytest
from lxml import etree

from reportgen.docx.components import recognise
from reportgen.docx.package import foreign_notes, read_foreign, write_package
from reportgen.docx.reader import marked, parts, read_marked, walk
from reportgen.errors import DataError, MissingToolError, ReportgenError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture
def good(make, pieces):
    """A plain report, with more pieces in its text."""

    def put(*more, **how):
        return make.package(pieces.two_by_two(), pieces.TITLE, pieces.body(pieces.TEXT), *more, pieces.END, pieces.foot_one_by_two(), **how)

    return put


def code_of(data):
    with pytest.raises(ReportgenError) as caught:
        found = read_foreign(data, "thử.docx")
        recognise(read_marked(found, "thử.docx").reading)
    (finding,) = caught.value.findings
    assert finding.place.file == "thử.docx" and finding.hint and finding.message[0].isupper()
    return finding.code


def stored(package):
    """The package without compression: its size is no lie, only its contents are."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in package.items():
            archive.writestr(name, content)
    return buffer.getvalue()


OTHER_KINDS = {
    "nothing": (b"", "TT02"), "zeros": (b"\0" * 32_000, "TT02"), "JSON": (b'{"a": 1}', "TT02"), "HTML": (b"<html><body>x</body></html>", "TT02"),
    "RTF": (b"{\\rtf1 x}", "TT02"), "PDF": (b"%PDF-1.7", "TT02"), "half a zip": (b"PK\x03\x04\x14\0", "TT03"),
    "an old spreadsheet": (OLE + b"\0" * 600 + "Workbook".encode("utf-16-le"), "TT02"),
    "a .docx with a password": (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "TT05"),
    "a .doc with a password": (OLE + b"\0" * 504 + b"\xec\xa5" + b"\0" * 9 + b"\x01" + b"\0" * 500 + "WordDocument".encode("utf-16-le"), "TT05"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "code"), OTHER_KINDS.values(), ids=OTHER_KINDS)
def test_files_of_other_kinds(data, code):
    assert code_of(data) == code


def test_lock_files_and_missing_files(tmp_path):
    lock = tmp_path / "~$bao-cao.docx"
    lock.write_bytes(b"\x05Ngoc" + b"\0" * 157)
    for path in (lock, tmp_path / "khong-co.docx", tmp_path):
        with pytest.raises(DataError) as caught:
            read_foreign(path, "thử.docx")
        assert caught.value.findings[0].code == "TT01"


def test_an_old_word_file_without_libreoffice(monkeypatch):
    monkeypatch.setattr("reportgen.sources.office.office_program", lambda: "")
    with pytest.raises(MissingToolError) as caught:
        read_foreign(OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le") + b"PK\x03\x04 the theme", "cũ.docx")
    assert caught.value.findings[0].code == "TT14" and caught.value.exit_code == 3


@pytest.mark.parametrize(("name", "kind"), [("xl/workbook.xml", "Excel"), ("ppt/presentation.xml", "PowerPoint"), ("content.xml", "LibreOffice"), ("a.txt", "thiếu")])
def test_packages_of_other_kinds(name, kind):
    with pytest.raises(DataError) as caught:
        read_foreign(write_package({name: b"<x/>"}), "thử.docx")
    (finding,) = caught.value.findings
    assert finding.code == "TT07" and kind in finding.message


BOMB = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
BROKEN = {
    "an entity bomb": lambda d: BOMB + d.split(b"?>", 1)[1],
    "an entity bomb in UTF-16": lambda d: (BOMB + d.split(b"?>", 1)[1]).decode().replace('"1.0"', '"1.0" encoding="UTF-16"', 1).encode("utf-16"),
    "an outside entity": lambda d: b'<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd">' + d.split(b"?>", 1)[1],
}
TRUNCATED = {
    "cut off": lambda d: d[:-30], "nothing": lambda d: b"", "a wrong encoding": lambda d: d.replace(b"UTF-8", b"UTF-99"), "latin letters": lambda d: d.decode().encode("latin-1", "replace") + b"\xff\xfe",
    "an unclosed tag": lambda d: d.replace(b"</w:", b"<w:", 1), "a control letter": lambda d: d.replace(b"Lao", b"\x01", 1) + b"\x02",
}  # fmt: skip


@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN)
def test_entities_are_refused(good, change):
    package = good()
    assert code_of(write_package(package | {"word/document.xml": change(package["word/document.xml"])})) == "TT11"


@pytest.mark.parametrize("change", TRUNCATED.values(), ids=TRUNCATED)
@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml"])
def test_broken_parts_are_refused(good, change, name):
    package = good()
    assert code_of(write_package(package | {name: change(package[name])})) == "TT10"


def test_zip_bombs(good):
    assert code_of(write_package(good() | {"word/media/a.xml": b"\0" * 3_000_000})) == "TT04"
    assert code_of(write_package(good() | {"word/document.xml": b"<a/>" * 1_500_000})) == "TT04"
    inner = write_package({"a": b"\0" * 900_000})
    read_foreign(write_package(good() | {"word/embeddings/a.zip": inner}), "thử.docx")  # what is inside stays packed


def test_a_lie_about_the_size(good):
    data = bytearray(write_package(good() | {"word/media/a.xml": b"\0" * 3_000_000}))
    start = data.rindex(b"word/media/a.xml") - 46
    data[start + 24 : start + 28] = (100).to_bytes(4, "little")
    assert code_of(bytes(data)) in ("TT03", "TT04")


def test_members_that_overlap(good):
    data = bytearray(stored(good()))
    first, second = data.index(b"PK\x01\x02"), data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    assert code_of(bytes(data)) == "TT03"


def test_too_many_of_anything(good, make, pieces, monkeypatch):
    monkeypatch.setattr(walk, "MOST_PARAGRAPHS", 300)
    monkeypatch.setattr(parts, "MOST_TAGS", 20_000)
    monkeypatch.setattr(marked, "MOST_SECTIONS", 50)
    assert code_of(stored(good("<w:p/>" * 400))) == "TT13"
    assert code_of(stored(good("<w:p/>" * 25_000))) == "TT13"
    assert code_of(stored(good(pieces.line("", setting=make.page()) * 60))) == "TT13"
    assert code_of(stored(good(make.table([[""] * 400], (1,) * 400)))) == "TT13"


def wrapped(xml, before, after, times):
    return before * times + xml + after * times


DEEP = {
    "content controls": ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 115), "insertions": ("<w:ins>", "</w:ins>", 240),
    "tables": ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 70),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after", "times"), DEEP.values(), ids=DEEP)
def test_deep_nesting_is_read_or_refused(good, pieces, before, after, times):
    line = pieces.line("đáy")
    read_marked(read_foreign(write_package(good(wrapped(line, before, after, times))), "thử.docx"))
    assert code_of(write_package(good(wrapped(line, before, after, 500)))) == "TT10"


def test_deep_runs_and_links(good, pieces, make):
    for tag in ("ins", "hyperlink", "smartTag", "fldSimple"):
        inner = wrapped(make.run("đáy"), f"<w:{tag}>", f"</w:{tag}>", 245)
        reading = read_marked(read_foreign(write_package(good(pieces.line("", inner=inner))), "thử.docx")).reading
        assert any(p.text == "đáy" for p in reading.paragraphs)


def test_circles(good, make, pieces):
    styles = make.STYLES + "".join(
        f'<w:style w:type="paragraph" w:styleId="v{n}"><w:basedOn w:val="v{(n + 1) % 40}"/></w:style>' for n in range(40)
    )
    package = good(pieces.line("x", setting='<w:pStyle w:val="v1"/>'), styles=styles)
    package["word/numbering.xml"] = make.part("numbering", '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="a"/><w:styleLink w:val="a"/></w:abstractNum>'
                                              '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>')  # fmt: skip
    package["_rels/.rels"] = make.rels(rId1=("officeDocument", "word/document.xml"), rId2=("officeDocument", "_rels/.rels"))
    assert recognise(read_marked(read_foreign(write_package(package), "thử.docx")).reading).one("quoc_hieu") is not None


def test_nothing_is_ever_fetched(good, make, monkeypatch):
    import socket

    def refuse(*_args, **_more):
        raise AssertionError("network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    package = good()
    package["word/_rels/document.xml.rels"] = package["word/_rels/document.xml.rels"].replace(
        b"</Relationships>", b'<Relationship Id="x" Type="http://x/image" Target="http://127.0.0.1:9/a.png" TargetMode="External"/></Relationships>'
    )
    found = read_foreign(write_package(package), "thử.docx")
    recognise(read_marked(found).reading)
    assert [f.code for f in foreign_notes(found, "thử.docx")] == ["TT12"]


VALUES = ["", "-1", "0", "abc", "9" * 30, "1.5cm", "nan", "inf", "-1e308", "²", "none", "%", "\u0323", "٣", "Nơi nhận:", "KT. ", "Số:", "PHỤ LỤC"]


def _hurt(data, dice):
    """The part with a few of its elements taken away, moved, doubled, renamed or given odd values."""
    root = etree.fromstring(data)
    for _ in range(dice.randint(1, 5)):
        elements = [e for e in root.iter() if isinstance(e.tag, str)]
        one, other = dice.choice(elements), dice.choice(elements)
        step = dice.randint(0, 5)
        if step == 0 and one.getparent() is not None:
            one.getparent().remove(one)
        elif step == 1 and one is not other and one not in set(other.iterancestors()):
            other.append(one)
        elif step == 2 and one.attrib:
            one.set(dice.choice(list(one.attrib)), dice.choice(VALUES))
        elif step == 3:
            one.text = dice.choice(VALUES)
        elif step == 4:
            one.tag = other.tag
        elif one.attrib:
            del one.attrib[dice.choice(list(one.attrib))]
    return etree.tostring(root)


@pytest.mark.parametrize("seed", range(8))
def test_hurt_files_end_in_a_reading_or_a_refusal(good, make, pieces, seed):
    dice = random.Random(seed)
    section = make.page(refs=make.reference("header", "default", "header1"))
    whole = good(pieces.line("", inner=make.boxed(pieces.mid("KHẨN"))), section=section, header1=make.line("", inner=make.field("PAGE", "1")))
    for _ in range(25):
        package = dict(whole)
        for _ in range(dice.randint(1, 3)):
            name = dice.choice([n for n in package if n.endswith((".xml", ".rels"))] + ["word/document.xml"] * 9)
            package[name] = _hurt(package[name], dice)
        data = bytearray(write_package(package))
        if dice.random() < 0.3:
            data[dice.randrange(len(data))] = dice.randrange(256)
        try:
            found = read_foreign(bytes(data), "thử.docx")
            foreign_notes(found, "thử.docx")
            for component in recognise(read_marked(found, "thử.docx").reading):
                assert component.lines and isinstance(component.text, str)
        except ReportgenError as refused:
            assert refused.findings

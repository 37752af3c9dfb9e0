"""Findings that are no rule of a regulation: bodies that ended, a number not printed yet, typed numbers, pages turned across."""

import unicodedata
import zipfile
from io import BytesIO

import pytest

from reportgen.checking import Options
from reportgen.checking.checked import judged
from reportgen.docx.package import write_package
from reportgen.mending import Options as Wanted
from reportgen.mending import mend_bytes

YOUNG, JUNE, BLANK_MONTH = (
    "Quảng Trị, ngày 05 tháng 8 năm 2025",
    "Quảng Trị, ngày      tháng 6 năm 2025",
    "Quảng Trị, ngày      tháng      năm 2025",
)
ENDED = (
    "- UBND các huyện, thị xã, thành phố;",
    "- TT HĐND huyện;",
    "- CT, các PCT UBND huyện Cam Lộ;",
    "- Phòng Nội vụ các huyện;",
    "- Huyện ủy Cam Lộ;",
    "- UBND các xã, thị trấn;",
    "- UBND tỉnh Quảng Bình;",
)
LASTING = (
    "- UBND các xã, phường;",
    "- Trung tâm Y tế huyện Cam Lộ;",
    "- Phòng giao dịch NHCSXH huyện;",
    "- UBND huyện Cam Lộ (cũ);",
    "- UBND phường Hòa Bình;",
    "- UBND tỉnh Quảng Trị;",
    "- Đội Phòng cháy huyện;",
)


@pytest.fixture
def found():
    """``found(package, "TT52")`` → the messages of that code, every level."""

    def read(package, code):
        return [f.message for f in judged(package, Options(level="tat-ca"), "thử.docx").findings if f.code == code]

    return read


@pytest.fixture
def paper(pieces):
    """``paper(date=…, office=…, items=…)``: a report with one recipient list, its running text about a district of the past."""

    def make(date=YOUNG, office="SỞ NỘI VỤ", superior="UBND TỈNH QUẢNG TRỊ", items=("- Như trên;",), more="", **how):
        left = pieces.mid(superior) + pieces.mid(office, b=True, inner=pieces.drawn(20)) + pieces.number()
        head = pieces.table([[left, "".join([*pieces.nation(), pieces.date(date)])]])
        past = pieces.body("Năm 2024, UBND huyện Cam Lộ và UBND tỉnh Quảng Bình đã tổ chức 05 lớp tập huấn.")
        foot = pieces.foot_one_by_two(items=(*items, "- Lưu: VT."))
        return pieces.make.package(head, pieces.TITLE, past, pieces.END, foot, more, **how)

    return make


@pytest.mark.parametrize("item", ENDED)
def test_a_recipient_that_ended(found, paper, item):
    assert len(found(paper(items=(item,)), "TT52")) == 1
    assert found(paper(items=(item,), date=JUNE), "TT52") == []
    assert found(paper(items=(item,), date=BLANK_MONTH), "TT52") == []


@pytest.mark.parametrize("item", LASTING)
def test_a_recipient_that_is_still_there(found, paper, item):
    assert found(paper(items=(item,)), "TT52") == []


def test_an_issuing_office_that_ended(found, paper):
    (told,) = found(paper(office="PHÒNG NỘI VỤ", superior="UBND HUYỆN CAM LỘ"), "TT52")
    assert told.startswith("Tên cơ quan chủ quản: «UBND HUYỆN CAM LỘ»: từ 01/7/2025 không còn cấp huyện")
    assert found(paper(office="TRUNG TÂM Y TẾ HUYỆN CAM LỘ"), "TT52") == []
    assert len(found(paper(date="Huyện Cam Lộ, ngày 05 tháng 8 năm 2025"), "TT52")) == 1


def numbered(paper, make, where, kind, inner, title):
    """A paper of one page with this in its header or footer."""
    section = make.page(refs=make.reference(where, kind, f"{where}1"), title=title)
    return paper(section=section, **{f"{where}1": make.line("", 14, "center", inner=inner)})


def test_a_number_at_the_foot_that_is_not_printed_yet(found, paper, make):
    waiting = numbered(paper, make, "footer", "default", make.field("PAGE", "1"), True)
    (told,) = found(waiting, "TT53")
    assert "giữa lề dưới, chưa in ra" in told
    assert found(waiting, "page_number.position") == []
    assert found(numbered(paper, make, "header", "default", make.field("PAGE", "1"), True), "TT53") == []
    assert found(numbered(paper, make, "footer", "default", make.field("PAGE", "1"), False), "TT53") == []


@pytest.mark.parametrize(("kind", "title", "seen"), [("default", False, 1), ("first", True, 1), ("default", True, 0), ("first", False, 0)])
@pytest.mark.parametrize("text", ["1", "- 1 -", "Trang 1"])
def test_a_number_typed_on_the_first_page(found, paper, make, text, kind, title, seen):
    told = found(numbered(paper, make, "footer", kind, make.run(text), title), "page_number.first_page_hidden")
    assert len(told) == seen
    assert all(f"số gõ tay «{text}» ở giữa lề dưới" in message for message in told)


def test_words_at_the_foot_are_no_number(found, paper, make):
    assert found(numbered(paper, make, "footer", "default", make.run("Số 01 đường Hùng Vương"), False), "page_number.first_page_hidden") == []


def turned(paper, make, margins, width=200):
    """A paper whose last section is turned across and holds a ruled table ``width`` mm wide."""
    rows = [[make.line("TT", 13), make.line("Tên", 13)], [make.line("1", 13), make.line("A", 13)]]
    pages = f"<w:p><w:pPr>{make.page()}</w:pPr></w:p>" + make.table(rows, (20, width - 20), more=make.RULED)
    return paper(more=pages, section=make.page(margins=margins, size=(16838, 11906), title=False))


MENDED = Wanted()


@pytest.mark.parametrize("margins", [(20, 20, 30, 15), (25, 20, 35, 20), (30, 15, 20, 20), (15, 30, 20, 20), (20, 15, 30, 15)])
def test_turned_pages_by_any_reading_of_the_decree(found, paper, make, margins):
    assert found(turned(paper, make, margins), "TT54") == []


def test_margins_of_turned_pages_are_mended_where_the_table_leaves_room(found, paper, make):
    narrow = turned(paper, make, (10, 10, 10, 10))
    assert len(found(narrow, "TT54")) == 1
    mended = mend_bytes(write_package(narrow), MENDED, "thử.docx")
    assert {(m.before, m.after) for m in mended.mends if m.code == "TT54"} == {
        ("lề trên 10 mm", "lề trên 20 mm"),
        ("lề dưới 10 mm", "lề dưới 20 mm"),
        ("lề trái 10 mm", "lề trái 30 mm"),
        ("lề phải 10 mm", "lề phải 15 mm"),
    }
    assert found(unpacked(mended.content), "TT54") == []
    wide = mend_bytes(write_package(turned(paper, make, (10, 10, 10, 10), 277)), MENDED, "thử.docx")
    assert [m for m in wide.mends if m.code == "TT54"] == []
    assert "bảng" in next(left.reason for left in wide.left if left.finding.code == "TT54")


def test_a_number_that_waits_is_moved_when_asked(found, paper, make):
    waiting = numbered(paper, make, "footer", "default", make.field("PAGE", "1"), True)
    assert "TT53" not in {m.code for m in mend_bytes(write_package(waiting), MENDED, "thử.docx").mends}
    mended = mend_bytes(write_package(waiting), Wanted(level="tat-ca"), "thử.docx")
    assert "TT53" in {m.code for m in mended.mends}
    assert found(unpacked(mended.content), "TT53") == []


def test_loose_marks_are_one_finding_and_mended_everywhere(found, paper, make):
    package = numbered(paper, make, "header", "default", make.run("Tài liệu nội bộ được dùng"), False)
    loose = {n: unicodedata.normalize("NFD", c.decode()).encode() if n.startswith("word/") else c for n, c in package.items()}
    assert len(found(loose, "page.font.encoding")) == 1
    mended = unpacked(mend_bytes(write_package(loose), MENDED, "thử.docx").content)
    for name in ("word/document.xml", "word/header1.xml"):
        assert unicodedata.is_normalized("NFC", mended[name].decode())
    assert found(mended, "page.font.encoding") == []


def test_loose_marks_in_the_header_alone_are_found(found, paper, make):
    package = numbered(paper, make, "header", "default", make.run("Tài liệu được dùng"), False)
    package["word/header1.xml"] = unicodedata.normalize("NFD", package["word/header1.xml"].decode()).encode()
    assert len(found(package, "page.font.encoding")) == 1


def unpacked(content: bytes) -> dict[str, bytes]:
    """The parts of a file."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def crowded(pieces, paragraphs):
    """A paper in 12 pt with narrow margins, so many paragraphs long."""
    body = pieces.line(pieces.TEXT, 12, "both", before=6, first=12.7) * paragraphs
    section = pieces.make.page(margins=(10, 10, 30, 20))
    return write_package(pieces.make.package(pieces.two_by_two(), pieces.TITLE, body, pieces.END, pieces.foot_one_by_two(), section=section))


def test_a_mended_file_that_needs_one_more_page_says_so(pieces):
    said = {n: {note.code for note in mend_bytes(crowded(pieces, n), MENDED, "thử.docx").notes} for n in (3, 11, 12, 13)}
    assert "KT28" not in said[3]
    assert any("KT28" in codes for codes in said.values())


def test_a_typed_number_is_left_to_people(paper, make):
    typed = numbered(paper, make, "footer", "default", make.run("1"), False)
    mended = mend_bytes(write_package(typed), MENDED, "thử.docx")
    assert "page_number.first_page_hidden" in {left.finding.code for left in mended.left}
    assert unpacked(mended.content)["word/footer1.xml"] == typed["word/footer1.xml"]

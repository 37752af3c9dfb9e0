"""Copies with comments: beside the right words, valid for Word, nothing else changed, nobody's work overwritten."""

import re
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.checking import Options, check_file
from reportgen.docx.comments import Remark, is_own_copy, with_comments
from reportgen.docx.package import read_foreign, read_package, write_package
from reportgen.docx.reader import read_marked

COPY = "van ban/loi.nhan-xet.docx"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EXISTING = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="http://schemas.openxmlformats.org/'
    'wordprocessingml/2006/main"><w:comment w:id="7" w:author="Phòng Tổng hợp"><w:p><w:r><w:t>Xem lại số liệu</w:t></w:r></w:p>'
    "</w:comment></w:comments>"
)


def parts(content: bytes) -> dict[str, bytes]:
    return read_package(content, "thử")


def commented_words(content: bytes) -> dict[str, str]:
    """Id of a comment → the letters its range covers."""
    reading = read_marked(parts(content))
    found = {}
    for element in reading.elements.values():
        for start in element.iter(f"{W}commentRangeStart"):
            found[start.get(f"{W}id")] = "".join(t.text or "" for t in element.iter(f"{W}t"))
    return found


def comments(content: bytes) -> dict[str, str]:
    """Id of a comment → its words."""
    xml = parts(content)["word/comments.xml"].decode()
    found = re.findall(r'<w:comment w:id="(\d+)".*?</w:comment>', xml, re.DOTALL)
    return {n: "|".join(re.findall(r"<w:t[^>]*>([^<]*)<", re.search(rf'<w:comment w:id="{n}".*?</w:comment>', xml, re.DOTALL)[0])) for n in found}


@pytest.fixture
def copy(run, faulty) -> bytes:
    run("check", "van ban/loi.docx", "--comments")
    return (faulty.parent / "loi.nhan-xet.docx").read_bytes()


def test_comments_stand_beside_the_words_they_are_about(copy):
    said, words = comments(copy), commented_words(copy)
    by_rule = {text.rpartition("Quy tắc: ")[2].partition(",")[0]: words[n] for n, text in said.items() if "Quy tắc: " in text}
    assert by_rule["so.size"].startswith("Số:")
    assert by_rule["noi_dung.align"].startswith("Thực hiện chế độ báo cáo")
    repeated = [words[n] for n, text in said.items() if "như nhận xét đầu tiên" in text]
    assert repeated == [w for w in repeated if w.startswith("Trong quý III")] and len(repeated) == 1


def test_a_comment_says_what_how_and_why(copy):
    text = next(t for t in comments(copy).values() if "page.margin.left" in t)
    assert text.split("|") == [
        "Lỗi: lề trái 20 mm; cho phép 30–35 mm.",
        "Cách sửa: Thẻ Layout, mục Margins, chọn Custom Margins để đặt lại lề.",
        "Căn cứ: NĐ30 PL I, Phần I, Mục I.3",
        "Quy tắc: page.margin.left, Trang giấy",
    ]


def test_the_text_and_all_other_parts_stay(copy, faulty):
    before, after = parts(faulty.read_bytes()), parts(copy)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", "word/comments.xml"}
    texts = [[p.text for p in read_marked(package).reading.paragraphs] for package in (before, after)]
    assert texts[0] == texts[1]


def test_same_document_same_bytes(run, copy, faulty):
    (faulty.parent / "loi.nhan-xet.docx").unlink()
    run("check", "van ban/loi.docx", "--comments")
    assert (faulty.parent / "loi.nhan-xet.docx").read_bytes() == copy
    assert "không đổi" in run("check", "van ban/loi.docx", "--comments").out


def test_word_would_take_it(copy, tmp_path):
    audit = pytest.importorskip("openxml_audit")
    path = tmp_path / "kiem.docx"
    path.write_bytes(copy)
    assert [str(e) for e in audit.OpenXmlValidator().validate(str(path)).errors] == []


def test_comments_that_are_there_survive(faulty):
    package = parts(faulty.read_bytes())
    package["word/comments.xml"] = EXISTING.encode()
    package["word/_rels/document.xml.rels"] = package["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" '
        b'Target="comments.xml"/></Relationships>',
    )
    types = package["[Content_Types].xml"]
    package["[Content_Types].xml"] = types.replace(
        b"</Types>",
        b'<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
        b'comments+xml"/></Types>',
    )
    path = faulty.with_name("co-nhan-xet.docx")
    path.write_bytes(write_package(package))
    copy = check_file(path, Options(marked=True)).marked
    said = comments(copy)
    assert said["7"] == "Xem lại số liệu"
    assert min(int(n) for n in said if n != "7") == 8
    assert b'w:author="Ph\xc3\xb2ng T\xe1\xbb\x95ng h\xe1\xbb\xa3p"' in parts(copy)["word/comments.xml"]
    assert parts(copy)["[Content_Types].xml"].count(b"comments.xml") == 1


def test_ranges_of_lost_comments_keep_their_numbers(pieces):
    make = pieces.make
    package = make.package(make.line("Đầu", inner='<w:commentRangeStart w:id="4"/><w:commentRangeEnd w:id="4"/>'))
    copy = with_comments(package, read_marked(package), [Remark(0, ("chung",))])
    assert comments(copy) == {"5": "chung"}


@settings(max_examples=25, deadline=None)
@given(where=st.lists(st.integers(-2, 40), min_size=1, max_size=8), words=st.text(max_size=30))
def test_any_remarks_anywhere_leave_the_text_and_pair_their_ranges(pieces, where, words):
    make = pieces.make
    package = make.package(pieces.two_by_two(), pieces.TITLE, pieces.body(pieces.TEXT), pieces.END, pieces.foot_one_by_two())
    before = [p.text for p in read_marked(package).reading.paragraphs]
    copy = with_comments(package, read_marked(package), [Remark(number, (words, "hai")) for number in where])
    after = read_foreign(copy, "")
    assert [p.text for p in read_marked(after).reading.paragraphs] == before
    xml = after["word/document.xml"].decode()
    ids = [re.findall(rf'<w:comment{end} w:id="(\d+)"/>', xml) for end in ("RangeStart", "RangeEnd", "Reference")]
    assert all(sorted(found) == sorted(map(str, range(len(where)))) for found in (sorted(found, key=int) for found in ids))
    assert len(comments(copy)) == len(where)


def test_headers_and_text_boxes_take_no_comments(pieces):
    """Word allows none there: the comment hangs on the body paragraph the box hangs on, or on the first one."""
    make = pieces.make
    boxed = make.line("Sau", inner=make.boxed(make.line("DỰ THẢO")))
    package = make.package(
        make.line("Đầu"), boxed, section=make.page(refs=make.reference("header", "default", "header1")), header1=make.line("Lề")
    )
    marked = read_marked(package)
    numbers = {"".join(t.text or "" for t in e.iter(f"{W}t")): n for n, e in marked.elements.items() if not list(e.iter(f"{W}txbxContent"))}
    remarks = [Remark(numbers["DỰ THẢO"], ("hộp",)), Remark(numbers["Lề"], ("lề",)), Remark(-1, ("chung",))]
    copy = with_comments(package, marked, remarks)
    said, body = comments(copy), read_foreign(copy, "")["word/document.xml"].decode()
    assert "commentRangeStart" not in read_foreign(copy, "")["word/header1.xml"].decode()
    assert "commentRangeStart" not in re.search(r"<w:txbxContent>.*?</w:txbxContent>", body, re.DOTALL)[0]
    assert sorted(said.values()) == ["chung", "hộp", "lề"]
    first = body.index("Đầu")
    at = {text: body.index(f'<w:commentRangeStart w:id="{n}"/>') for n, text in said.items()}
    assert at["lề"] < first and at["chung"] < first < at["hộp"]


def test_a_copy_knows_itself_and_an_edited_one_is_no_longer_ours(copy):
    assert is_own_copy(parts(copy))
    edited = parts(copy)
    edited["word/document.xml"] = edited["word/document.xml"].replace("Đức Thọ".encode(), "Đức Thịnh".encode())
    assert not is_own_copy(edited)
    saved_by_word = {**parts(copy), "word/comments.xml": re.sub(rb"<!--.*?-->\n", b"", parts(copy)["word/comments.xml"])}
    assert not is_own_copy(saved_by_word)


def test_an_edited_copy_is_kept(run, copy, faulty):
    mine = faulty.parent / "loi.nhan-xet.docx"
    edited = BytesIO()
    with zipfile.ZipFile(BytesIO(copy)) as old, zipfile.ZipFile(edited, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"reportgen", b"Van thu"))
    mine.write_bytes(edited.getvalue())
    said = run("check", "van ban/loi.docx", "--comments")
    assert said.code == 2 and "KT05" in said.err
    assert mine.read_bytes() == edited.getvalue()
    assert run("check", "van ban/loi.docx", "--comments", "--force").code == 1
    assert mine.read_bytes() == copy


def test_a_clean_document_gets_no_copy_and_an_old_one_is_told(run, clean, copy):
    run("check", "sach.docx", "--comments")
    assert not clean.with_name("sach.nhan-xet.docx").exists()
    clean.with_name("sach.nhan-xet.docx").write_bytes(copy)
    assert "KT07" in run("check", "sach.docx", "--comments").err


def test_copies_are_not_checked_themselves(run, copy, faulty):
    assert "nhan-xet" not in run("check", "van ban").out

"""What people keep in their files is still there after mending: changes, comments, fields, notes, pictures, boxes, sections."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from reportgen.archive import packed_members
from reportgen.docx.package import write_package
from reportgen.docx.xml import parse, qn
from reportgen.errors import DataError


def _pieces():
    path = Path(__file__).parents[1] / "foreign" / "pieces.py"
    if "foreign_pieces" not in sys.modules:
        spec = spec_from_file_location("foreign_pieces", path)
        sys.modules["foreign_pieces"] = module_from_spec(spec)
        spec.loader.exec_module(sys.modules["foreign_pieces"])
    return sys.modules["foreign_pieces"]


PIECES = _pieces()
MAKE = PIECES.make
COMMENT = '<w:commentRangeStart w:id="4"/>{}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>'
BOTH = '<w:r><w:rPr><w:sz w:val="{}"/></w:rPr>{}</w:r>'
RICH = {
    "comment": COMMENT.format(MAKE.run("chỗ này , xem lại", 16)),
    "footnote": MAKE.run("có chú thích", 16) + '<w:r><w:footnoteReference w:id="2"/></w:r>',
    "field": MAKE.field("DATE", "05/3/2026 , chiều", 16),
    "link": f'<w:hyperlink w:anchor="a">{MAKE.run("theo liên kết", 16)}</w:hyperlink>',
    "control": f'<w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent>{MAKE.run("trong ô điền", 16)}</w:sdtContent></w:sdt>',
    "bookmark": '<w:bookmarkStart w:id="7" w:name="b"/>' + MAKE.run("đánh dấu", 16) + '<w:bookmarkEnd w:id="7"/>',
    "inserted": '<w:ins w:id="9" w:author="Anh Ba" w:date="2026-01-01T00:00:00Z">' + MAKE.run("thêm vào , sau", 16) + "</w:ins>",
    "deleted": '<w:del w:id="10" w:author="Anh Ba"><w:r><w:delText>bỏ đi  rồi</w:delText></w:r></w:del>' + MAKE.run("giữ", 16),
    "looked": '<w:r><w:rPr><w:sz w:val="32"/><w:rPrChange w:id="11" w:author="Anh Ba"><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrChange>'
    f"</w:rPr>{MAKE.words('đổi cỡ')}</w:r>",
    "picture": MAKE.picture() + MAKE.run("có ảnh", 16),
    "box": MAKE.boxed(MAKE.line("Khung chữ cỡ lạ", 14, font="Arial")),
    "break": '<w:r><w:br w:type="page"/></w:r>' + MAKE.run("trang mới", 16),
    "symbol": '<w:r><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t>ü</w:t></w:r>' + MAKE.run("đã xong", 16),
    "condensed": MAKE.run("chữ ép sát", 16, more='<w:spacing w:val="-6"/>'),
    "extension": '<w:r><w:rPr><w:sz w:val="32"/><w14:ligatures xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    f'w14:val="none"/></w:rPr>{MAKE.words("nét nối")}</w:r>',
}  # fmt: skip
KEPT = (
    "commentRangeStart", "commentRangeEnd", "commentReference", "footnoteReference", "fldChar", "instrText", "hyperlink", "sdt",
    "bookmarkStart", "bookmarkEnd", "drawing", "pict", "sectPr", "tbl", "br", "delText", "rPrChange",
)  # fmt: skip


def foreign(*inner: str, long: int = 1, **how) -> bytes:
    """A report of an office with these things in a paragraph of its body; ``long``: paragraphs before it."""
    paragraph = MAKE.body("", inner=MAKE.run("Chữ thường. ") + "".join(inner))
    parts = MAKE.package(PIECES.two_by_two() + PIECES.TITLE + MAKE.body(PIECES.TEXT) * long + paragraph + PIECES.END + PIECES.foot_one_by_two(), **how)
    return write_package({**parts, "word/comments.xml": b"<x/>", "word/media/anh.png": b"\x89PNG" * 300, "customXml/item1.xml": b"<a b='1'/>"})


def counts(content: bytes) -> dict[str, int]:
    root = parse(content)
    return {name: sum(1 for _ in root.iter(qn(f"w:{name}"))) for name in KEPT}


@pytest.mark.parametrize("thing", RICH)
@pytest.mark.parametrize("tracked", [False, True])
def test_it_is_still_there_and_the_letters_around_it_are_mended(mend, members, page, thing, tracked):
    data = foreign(RICH[thing])
    out = mend(data, tracked=tracked)
    before, after = members(data), members(out.content)
    assert any(m.code in ("noi_dung.size", "page.font.family", "noi_dung.one_size") for m in out.mends)
    old, new = counts(before["word/document.xml"]), counts(after["word/document.xml"])
    grown = {"rPrChange", "delText"} if tracked else set()
    assert {k: v for k, v in new.items() if k not in grown} == {k: v for k, v in old.items() if k not in grown}
    packed, now = packed_members(data), packed_members(out.content)
    assert all(now[name] == packed[name] for name in packed if name != "word/document.xml" and "rels" not in name and "Types" not in name)


def test_text_with_undecided_changes_is_left_with_the_reason(mend):
    out = mend(foreign(RICH["inserted"]))
    assert [item.reason for item in out.left if item.finding.code == "chinh_ta.space_before"] == [
        "đoạn đang có sửa đổi theo dõi (Track Changes) chưa duyệt"
    ]


def test_results_of_fields_are_left(mend, members):
    out = mend(foreign(RICH["field"]))
    assert "05/3/2026 , chiều" in members(out.content)["word/document.xml"].decode()


def test_a_box_stored_twice_is_mended_twice(mend, members):
    text = members(mend(foreign(RICH["box"])).content)["word/document.xml"].decode()
    assert text.count('w:ascii="Arial"') == 0 and text.count("Khung chữ cỡ lạ") == 2


def test_signs_and_condensed_letters_keep_their_looks(mend, members):
    text = members(mend(foreign(RICH["symbol"], RICH["condensed"])).content)["word/document.xml"].decode()
    assert 'w:ascii="Wingdings"' in text and '<w:spacing w:val="-6"/>' in text


def test_prefixes_declaration_and_ignorable_stay(mend, members):
    data = foreign(RICH["comment"])
    old, new = (members(d)["word/document.xml"] for d in (data, mend(data).content))
    assert new[: old.index(b"<w:body>")] == old[: old.index(b"<w:body>")]


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"_xmlsignatures/origin.sigs": b"", "_xmlsignatures/sig1.xml": b"<Signature/>"}, "KT20"),
        ({"word/document.xml": None}, "KT21"),
    ],
)
def test_signed_and_odd_files_are_refused(mend, members, parts, code):
    held = members(foreign())
    if parts.get("word/document.xml", b"") is None:
        usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        parts = {"word/document.xml": held["word/document.xml"].replace(usual, b"http://purl.oclc.org/ooxml/wordprocessingml/main")}
    with pytest.raises(DataError) as refused:
        mend(write_package({**held, **parts}))
    assert [f.code for f in refused.value.findings] == [code]


@pytest.mark.parametrize(
    ("settings", "words"),
    [('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>', "khóa sửa"), ("<w:trackRevisions/>", "theo dõi sửa đổi")],
)
def test_locks_are_kept_and_told(mend, members, settings, words):
    data = foreign(RICH["comment"], settings=settings)
    out = mend(data)
    assert out.mends and [words in note.message for note in out.notes] == [True]
    assert members(out.content)["word/settings.xml"] == members(data)["word/settings.xml"]




def test_a_number_is_moved_only_where_there_is_room_for_it(mend, members):
    """The header holds words already: the number in the footer must not go while none can come."""
    refs = MAKE.reference("header", "default", "header1") + MAKE.reference("footer", "default", "footer1")
    how = {"section": MAKE.page(refs=refs), "footer1": MAKE.line("", align="center", inner=MAKE.field("PAGE", "2"))}
    crowded, blank = (foreign(RICH["break"], long=30, header1=header, **how) for header in (MAKE.line("Lưu hành nội bộ"), MAKE.line("")))
    assert [item.reason for item in mend(crowded).left if item.finding.code == "page_number.position"] == [
        "đầu trang (hoặc chân trang) đã có nội dung khác"
    ]
    assert b"PAGE" in members(mend(crowded).content)["word/footer1.xml"]
    moved = members(mend(blank).content)
    assert b"PAGE" in moved["word/header1.xml"] and b"PAGE" not in moved["word/footer1.xml"]

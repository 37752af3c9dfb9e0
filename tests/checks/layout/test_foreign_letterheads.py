"""Letterheads as offices build them: the same parts are found whatever the table, and judged alike."""

from decimal import Decimal

import pytest

NAMES = ["UBND TỈNH LÀO CAI", "SỞ CÔNG THƯƠNG"]
WANTED = {
    "co_quan_chu_quan": "UBND TỈNH LÀO CAI",
    "co_quan_ban_hanh": "SỞ CÔNG THƯƠNG",
    "quoc_hieu": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "tieu_ngu": "Độc lập - Tự do - Hạnh phúc",
    "so_ky_hieu": "Số:          /BC-SCT",
    "dia_danh": "Lào Cai, ngày      tháng 3 năm 2026",
    "ten_loai": "BÁO CÁO",
    "trich_yeu": "Kết quả công tác tháng 3 năm 2026",
    "noi_nhan_nhan": "Nơi nhận:",
    "noi_luu": "- Lưu: VT, CN.",
    "chuc_vu": "GIÁM ĐỐC",
    "nguoi_ky": "Trần Thị B",
}


class Letterhead:
    """The lines of one letterhead, to be laid out in several ways."""

    def __init__(self, line, shapes):
        def centred(text, size=13, **more):
            return line(text, size, align="center", **more)

        self.blank = line("", 13)
        self.superior = centred(NAMES[0])
        self.office = centred(NAMES[1], bold=True, raw=shapes["drawn"](16, 62))
        self.nation = centred(WANTED["quoc_hieu"], bold=True)
        self.motto = centred(WANTED["tieu_ngu"], 14, bold=True, raw=shapes["drawn"](60.5, 98))
        self.number = centred(WANTED["so_ky_hieu"], before=6)
        self.date = centred(WANTED["dia_danh"], 14, italic=True, before=6)
        self.rest = [
            centred("BÁO CÁO", 14, bold=True, before=12),
            centred(WANTED["trich_yeu"], 14, bold=True, raw=shapes["drawn"](38, 160)),
            *[shapes["body_line"](text) for text in (shapes["long"], "Sở Công Thương trân trọng báo cáo./.")],
        ]
        self.label = line("Nơi nhận:", 12, bold=True, italic=True)
        self.items = [line(text, 11) for text in ("- UBND tỉnh;", "- Ban Giám đốc Sở;", WANTED["noi_luu"])]
        self.signer = [
            centred("GIÁM ĐỐC", 14, bold=True),
            *[line("", 14)] * 5,
            centred("Trần Thị B", 14, bold=True),
        ]


def two_rows(paper, lh):
    """2 x 2, the commonest."""
    rows = [[[lh.superior, lh.office], [lh.nation, lh.motto]], [[lh.number], [lh.date]]]
    return [paper.table(rows)], paper.table([[[lh.label, *lh.items], lh.signer]])


def one_row(paper, lh):
    """1 x 2: all of a side in one cell."""
    rows = [[[lh.superior, lh.office, lh.number], [lh.nation, lh.motto, lh.date]]]
    return [paper.table(rows)], paper.table([[[lh.label, *lh.items], lh.signer]])


def spacer(paper, lh):
    """3 x 3 with an empty column in the middle."""
    rows = [
        [[lh.superior], [lh.blank], [lh.nation]],
        [[lh.office], [lh.blank], [lh.motto]],
        [[lh.number], [lh.blank], [lh.date]],
    ]
    columns = (58, 4, 98)
    return [paper.table(rows, columns)], paper.table(
        [[[lh.label, *lh.items], [lh.blank], lh.signer]], columns
    )


def two_tables(paper, lh):
    """Names in one table, number and date in another."""
    names = paper.table([[[lh.superior, lh.office], [lh.nation, lh.motto]]])
    return [names, paper.table([[[lh.number], [lh.date]]])], paper.table([[[lh.label, *lh.items], lh.signer]])


@pytest.fixture
def letterhead(line, shapes):
    return Letterhead(line, shapes)


@pytest.fixture
def laid_out(papers, letterhead):
    def lay(layout):
        paper = papers["report"]()
        head, foot = layout(paper, letterhead)
        paper.whole = [*head, *letterhead.rest, foot]
        return paper

    return lay


@pytest.mark.parametrize("layout", [two_rows, one_row, spacer, two_tables])
def test_all_parts_are_found(laid_out, reading, layout):
    _, parts = reading(laid_out(layout))
    assert {kind: parts.one(kind) and parts.one(kind).text for kind in WANTED} == WANTED
    assert [item.text for item in parts.of("noi_nhan")] == ["- UBND tỉnh;", "- Ban Giám đốc Sở;"]


@pytest.mark.parametrize("layout", [two_rows, one_row, spacer])
def test_and_nothing_is_wrong_with_them(laid_out, layout):
    assert [finding.message for finding in laid_out(layout).findings()] == []


def test_rules_drawn_in_two_ways_are_counted_once(laid_out, reading):
    pages, parts = reading(laid_out(two_rows))
    assert [len(p.strokes) for p in pages.paragraphs if p.strokes] == [1, 1, 1]
    assert abs(parts.one("tieu_ngu").line.length_mm - Decimal("60.5")) < Decimal("0.1")


def test_a_vml_line_is_a_rule_too(laid_out, letterhead, shapes, reading):
    letterhead.motto.raw = f"<w:r>{shapes['vml'](60.5)}</w:r>"
    _, parts = reading(laid_out(two_rows))
    assert parts.one("tieu_ngu").line.kind == "vml"
    assert abs(parts.one("tieu_ngu").line.length_mm - 60) < 1


def test_underscores_are_a_rule(laid_out, letterhead, line):
    letterhead.motto.raw = ""
    letterhead.motto.text += "\n" + "_" * 24
    letterhead.date.before += 16
    letterhead.number.before += 16
    assert laid_out(two_rows).codes() == []


def test_a_rule_off_the_middle_is_seen(laid_out, letterhead, shapes):
    letterhead.office.raw = shapes["drawn"](16, 20)
    assert laid_out(two_rows).codes() == ["co_quan_ban_hanh.rule_style"]


def test_a_dashed_rule_is_seen(laid_out, letterhead, shapes):
    letterhead.office.raw = shapes["drawn"](16, 62, dashed=True)
    assert laid_out(two_rows).codes() == ["co_quan_ban_hanh.rule_style"]


def test_an_underlined_motto_is_not(laid_out, letterhead):
    letterhead.motto.raw, letterhead.motto.underline = "", True
    found = laid_out(two_rows).findings()
    assert [(f.code, f.found) for f in found] == [
        ("tieu_ngu.rule_present", "gạch chân chữ thay cho đường kẻ")
    ]


def test_two_bold_lines_are_one_name(laid_out, letterhead, reading):
    letterhead.superior.text, letterhead.superior.bold = "ỦY BAN NHÂN DÂN", True
    letterhead.office.text = "TỈNH LÀO CAI"
    _, parts = reading(laid_out(two_rows))
    assert parts.one("co_quan_chu_quan") is None
    assert parts.one("co_quan_ban_hanh").text == "ỦY BAN NHÂN DÂN TỈNH LÀO CAI"


def test_a_bold_superior_is_still_the_superior(laid_out, letterhead):
    letterhead.superior.bold = True
    assert laid_out(two_rows).codes() == ["co_quan_chu_quan.bold"]


def test_a_draft_box_is_neither_counted_nor_judged(laid_out, letterhead, shapes, reading):
    letterhead.number.raw = shapes["boxed"]("DỰ THẢO")
    paper = laid_out(two_rows)
    pages, _ = reading(paper)
    assert [[p.text for p in box.paragraphs] for box in pages.boxes] == [["DỰ THẢO"]]
    assert paper.codes() == []


def test_a_letterhead_made_with_tabs(papers, letterhead, line, reading):
    paper = papers["report"]()
    paper.whole = [
        line("UBND TỈNH LÀO CAI\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13),
        line("SỞ CÔNG THƯƠNG\t\tĐộc lập - Tự do - Hạnh phúc", 13, bold=True),
        line("Số:          /BC-SCT\t\tLào Cai, ngày      tháng 3 năm 2026", 13),
        *letterhead.rest,
    ]
    _, parts = reading(paper)
    found = {kind: parts.one(kind) and parts.one(kind).text for kind in WANTED}
    assert {k: v for k, v in found.items() if v} == {
        k: v for k, v in WANTED.items() if k not in ("noi_nhan_nhan", "noi_luu", "chuc_vu", "nguoi_ky")
    }


def test_a_letterhead_made_with_spaces(papers, letterhead, line, reading):
    paper = papers["report"]()
    paper.whole = [
        line("UBND TỈNH LÀO CAI          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13),
        line("  SỞ CÔNG THƯƠNG             Độc lập - Tự do - Hạnh phúc", 13, bold=True),
        line("Số:          /BC-SCT          Lào Cai, ngày      tháng 3 năm 2026", 13),
        *letterhead.rest,
    ]
    _, parts = reading(paper)
    assert parts.one("co_quan_ban_hanh").text == "SỞ CÔNG THƯƠNG"
    assert parts.one("so_ky_hieu").text == "Số:          /BC-SCT"
    assert parts.one("dia_danh").text == "Lào Cai, ngày      tháng 3 năm 2026"


def test_a_signature_in_plain_paragraphs(papers, letterhead, line, reading):
    paper = papers["report"]()
    head, _ = two_rows(paper, letterhead)
    signer = [
        line(text, 14, bold=True, left=80, align="center")
        for text in ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "", "Trần Thị B")
    ]
    paper.whole = [*head, *letterhead.rest, *signer, letterhead.label, *letterhead.items]
    _, parts = reading(paper)
    assert parts.one("quyen_han_ky").text == "KT. GIÁM ĐỐC"
    assert parts.one("nguoi_ky").text == "Trần Thị B"
    assert [item.text for item in parts.of("noi_nhan")] == ["- UBND tỉnh;", "- Ban Giám đốc Sở;"]

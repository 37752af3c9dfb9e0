"""Frames: complete Word files, valid, the same every time, with the page a văn thư lets through."""

import re
from decimal import Decimal

import pytest
from openxml_audit import OpenXmlValidator

from reportgen.docx.frame import make_frame
from reportgen.docx.package import MAIN_PART, read_package
from reportgen.docx.properties import core_program
from reportgen.docx.rules import letterhead_left_mm, rule_indents
from reportgen.docx.xml import W, parse, qn
from reportgen.profile import STYLE_NAMES, components_of, load_profile

CONTEXT = {
    "tieu_ngu": "Độc lập - Tự do - Hạnh phúc",
    "co_quan_ban_hanh": ["ỦY BAN NHÂN DÂN"],
    "trich_yeu": "Kết quả thực hiện công tác giảm nghèo",
}
KINDS = {
    "nd30": ("nd30-2020", {}),
    "nd30 I. 1. a)": ("nd30-2020", {"numbering": ("I.", "1.", "a)")}),
    "công văn": ("nd30-2020", {"letter": True}),
    "hai người ký": ("nd30-2020", {"signatures": 2}),
    "quyết định": ("nd30-2020", {"decision": True}),
    "biên bản": ("nd30-2020", {"signatures": 2, "dated": False}),
    "tt01": ("tt01-2011", {}),
    "mttq": ("mttq", {}),
    "Đảng": ("hd05-2026", {"numbering": ("I.", "1.", "a)")}),
    "công văn của Đảng": ("hd05-2026", {"letter": True}),
    "quyết định của Đảng": ("hd36-2018", {"decision": True}),
}


@pytest.fixture(params=KINDS.values(), ids=KINDS.keys())
def frame(request):
    key, how = request.param
    return make_frame(load_profile(key), **how)


def parts_of(key, **how):
    return read_package(make_frame(load_profile(key), **how), "khung.docx")


def texts(data):
    return ["".join(t.text for t in p.iter(qn("w:t"))) for p in parse(data).iter(qn("w:p"))]


def style(parts, component):
    (found,) = parse(parts["word/styles.xml"]).xpath(
        "w:style[w:name/@w:val=$name]", name=STYLE_NAMES[component][1], namespaces={"w": W}
    )
    return found


def has(element, path):
    return bool(element.xpath(path, namespaces={"w": W}))


def value(element, path):
    (found,) = element.xpath(path, namespaces={"w": W})
    return found


def test_word_has_nothing_to_complain_of(frame, tmp_path):
    path = tmp_path / "khung.docx"
    path.write_bytes(frame)
    assert [str(fault) for fault in OpenXmlValidator().validate(str(path)).errors] == []


def test_no_library_left_its_name(frame):
    whole = b"".join(read_package(frame, "x").values())
    for name in (
        b"python-docx",
        b"docxtpl",
        b"LibreOffice",
        b"Microsoft Office",
        b"Calibri",
        b"Cambria",
        b"en-US",
    ):
        assert name not in whole


@pytest.mark.parametrize(("key", "how"), KINDS.values(), ids=KINDS.keys())
def test_the_same_profile_gives_the_same_bytes(key, how):
    assert make_frame(load_profile(key), **how) == make_frame(load_profile(key), **how)


def test_every_named_style_is_there_and_no_other_name_twice(frame):
    styles = parse(read_package(frame, "x")["word/styles.xml"])
    names = [name.get(qn("w:val")) for name in styles.iter(qn("w:name"))]
    assert {STYLE_NAMES[c][1] for c in components_of(letterhead_of(frame))} <= set(names)
    assert len(names) == len(set(names))


def test_paragraphs_name_a_style_and_spell_nothing(frame):
    document = parse(read_package(frame, "x")[MAIN_PART])
    assert all([c.tag for c in marks] == [qn("w:rStyle")] for marks in document.iter(qn("w:rPr")))
    for properties in document.iter(qn("w:pPr")):
        assert [child.tag for child in properties] == [qn("w:pStyle")]


def letterhead_of(frame):
    return "dang" if "ĐẢNG CỘNG SẢN VIỆT NAM" in texts(read_package(frame, "x")[MAIN_PART]) else "quoc_hieu"


def test_a_frame_holds_no_style_of_the_other_heading(frame):
    styles = parse(read_package(frame, "x")["word/styles.xml"])
    names = {name.get(qn("w:val")) for name in styles.iter(qn("w:name"))}
    other = set(STYLE_NAMES) - set(components_of(letterhead_of(frame)))
    assert other and not names & {STYLE_NAMES[c][1] for c in other}


def test_every_paragraph_style_exists(frame):
    parts = read_package(frame, "x")
    ids = {s.get(qn("w:styleId")) for s in parse(parts["word/styles.xml"]).iter(qn("w:style"))}
    used = {p.get(qn("w:val")) for p in parse(parts[MAIN_PART]).iter(qn("w:pStyle"))}
    assert used <= ids


def test_language_font_and_decimal_sign():
    parts = parts_of("nd30-2020")
    styles = parts["word/styles.xml"].decode()
    faces = 'w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"'
    assert '<w:lang w:val="vi-VN"' in styles and faces in styles
    settings = parts["word/settings.xml"].decode()
    for part in ('themeFontLang w:val="vi-VN"', 'decimalSymbol w:val=","', 'listSeparator w:val=";"'):
        assert part in settings
    assert "trackRevisions" not in settings


@pytest.mark.parametrize(
    ("key", "part", "align"),
    [("nd30-2020", "word/header1.xml", "center"), ("tt01-2011", "word/footer1.xml", "right")],
)
def test_the_page_number(key, part, align):
    parts = parts_of(key)
    assert " PAGE " in parts[part].decode()
    assert value(style(parts, "so_trang"), "w:pPr/w:jc/@w:val") == align
    assert has(parse(parts[MAIN_PART]), "//w:sectPr/w:titlePg")


def test_the_paper():
    section = parse(parts_of("nd30-2020")[MAIN_PART])
    margins = {k: value(section, f"//w:pgMar/@w:{k}") for k in ("top", "bottom", "left", "right", "header")}
    assert margins == {"top": "1134", "bottom": "1134", "left": "1701", "right": "1134", "header": "567"}
    assert (value(section, "//w:pgSz/@w:w"), value(section, "//w:pgSz/@w:h")) == ("11906", "16838")


def test_number_and_date_share_a_row_and_a_baseline():
    parts = parts_of("nd30-2020")
    rows = parse(parts[MAIN_PART]).xpath("//w:tbl[1]/w:tr", namespaces={"w": W})
    assert "".join(rows[1].itertext()) == "{{ so_ky_hieu }}{{ dia_danh_ngay_thang }}"
    gaps = {c: int(value(style(parts, c), "w:pPr/w:spacing/@w:before")) for c in ("so_ky_hieu", "dia_danh")}
    assert gaps["so_ky_hieu"] - gaps["dia_danh"] == 18  # 0,891 of the 1 pt between 13 and 14


def test_the_signature_block_is_never_parted():
    parts = parts_of("nd30-2020")
    rows = parse(parts[MAIN_PART]).xpath("//w:tbl/w:tr", namespaces={"w": W})
    assert all(has(row, "w:trPr/w:cantSplit") for row in rows)
    for component in ("noi_nhan_nhan", "noi_nhan", "quyen_han_ky", "chuc_vu", "cho_ky", "doan_ket"):
        assert has(style(parts, component), "w:pPr/w:keepNext")


def test_headings_have_levels_and_look_like_their_numbers():
    parts = parts_of("nd30-2020", numbering=("I.", "1.", "1.1.", "a)"))
    looks = [
        tuple(has(style(parts, f"muc_cap_{level}"), f"w:rPr/w:{mark}") for mark in ("b", "i", "caps"))
        for level in (1, 2, 3, 4)
    ]
    assert looks == [(True, False, True), (True, False, False), (True, False, False), (False, False, False)]
    levels = [value(style(parts, f"muc_cap_{level}"), "w:pPr/w:outlineLvl/@w:val") for level in (1, 2, 3, 4)]
    assert levels == ["0", "1", "2", "3"]


def test_the_names_staff_read_in_the_frame_are_the_names_to_type(frame):
    """w:caps would show «{{ TEN_LOAI }}», which is no name."""
    parts = read_package(frame, "x")
    styles = parse(parts["word/styles.xml"])
    for paragraph in parse(parts[MAIN_PART]).iter(qn("w:p")):
        if "{{" in "".join(paragraph.itertext()):
            used = value(paragraph, "w:pPr/w:pStyle/@w:val")
            assert not styles.xpath(f"w:style[@w:styleId='{used}']/w:rPr/w:caps", namespaces={"w": W})


def test_statements_open_and_close(frame):
    depth = 0
    for text in texts(read_package(frame, "x")[MAIN_PART]):
        if found := re.fullmatch(r"\{%p (\w+).*%\}", text):
            depth += {"if": 1, "for": 1, "else": 0, "endif": -1, "endfor": -1}[found[1]]
            assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize(("key", "closing"), [("nd30-2020", "."), ("tt01-2011", ",")])
def test_the_last_basis_ends_as_the_regulation_wants(key, closing):
    written = texts(parts_of(key)[MAIN_PART])
    assert f"{{{{ mot_can_cu }}}}{closing}" in written and "{{ mot_can_cu }};" in written


def test_a_letter_has_its_subject_under_the_number():
    written = texts(parts_of("nd30-2020", letter=True)[MAIN_PART])
    assert written.index("V/v {{ trich_yeu }}") == written.index("{{ so_ky_hieu }}") + 1
    assert "{{ ten_loai }}" not in written


def test_the_core_part_renders_a_date_only_when_compiled():
    parts = parts_of("nd30-2020")
    assert "{{ tieu_de_tai_lieu }}" in parts["docProps/core.xml"].decode()
    assert "{{ ngay_tao }}" not in parts["docProps/core.xml"].decode()
    assert core_program().count("{{ ngay_tao }}") == 2


def rule_mm(indents, name, column):
    return column - 2 * Decimal(indents[name]) * Decimal("25.4") / 1440


@pytest.mark.parametrize("key", ["nd30-2020", "tt01-2011"])
def test_rule_lines_are_as_long_as_the_regulation_says(key):
    indents = rule_indents(load_profile(key), CONTEXT)
    assert abs(rule_mm(indents, "ke_tieu_ngu", 98) - Decimal("60.46")) < Decimal("0.05")
    share = rule_mm(indents, "ke_co_quan", 62) / Decimal("43.19")
    assert Decimal("0.3333") < share < Decimal("0.5")


def test_a_rule_measures_the_longest_line():
    profile = load_profile("nd30-2020")
    short = rule_indents(profile, CONTEXT)
    long = rule_indents(profile, {**CONTEXT, "co_quan_ban_hanh": ["SỞ LAO ĐỘNG -", "THƯƠNG BINH VÀ XÃ HỘI"]})
    assert long["ke_co_quan"] < short["ke_co_quan"]
    lower = rule_indents(profile, {**CONTEXT, "co_quan_ban_hanh": ["Ủy ban nhân dân"]})
    assert lower == short, "the page shows capitals, whatever was typed"


def test_a_missing_text_has_a_rule_without_length():
    indents = rule_indents(load_profile("nd30-2020"), {"tieu_ngu": "x", "trich_yeu": ""})
    assert rule_mm(indents, "ke_trich_yeu", 160) == pytest.approx(Decimal(0), abs=Decimal("0.04"))


def test_other_columns_move_the_rule():
    profile = load_profile("nd30-2020")
    wider = rule_indents(profile, CONTEXT, {"ke_co_quan": Decimal(70)})
    assert wider["ke_co_quan"] - rule_indents(profile, CONTEXT)["ke_co_quan"] == pytest.approx(227, abs=1)


@pytest.mark.parametrize(("left", "right"), [(30, 20), (35, 20), (30, 15)])
def test_the_quoc_hieu_keeps_its_line_whatever_the_margins(left, right):
    from dataclasses import replace

    profile = load_profile("nd30-2020")
    page = replace(profile.page, left_mm=Decimal(left), right_mm=Decimal(right))
    profile = replace(profile, page=page)
    assert page.text_width_mm - letterhead_left_mm(profile) >= Decimal("97.1")

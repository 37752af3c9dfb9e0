"""Frames: the Word file a document is poured into, made from a profile.

A frame is a complete small package written by us, with no library's default template behind it: letterhead,
title, slot for the body, recipients and signature, every paragraph in the style of its component. Staff may
open it in Word and change it. Its placeholders: ``{{ name }}`` in a run; a paragraph ``{%p … %}`` that
controls the paragraphs after it; one paragraph ``{{p noi_dung }}`` for the body.

Letterhead: a table of two columns, not two equal halves, since half of the text width cannot hold the Quốc
hiệu on one line; the number and the date have a row of their own, so that a long name of the body does not
push the number off the line of the date (NĐ30, PL I, Phần I, Mục II.4.c).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportgen.docx.furniture import number_part, section
from reportgen.docx.markup import paragraph, part, run, styled_paragraph, tag
from reportgen.docx.metrics import twips
from reportgen.docx.package import CONTENT_TYPES, MAIN_PART, write_package
from reportgen.docx.properties import app_xml, core_of_frame
from reportgen.docx.rules import letterhead_left_mm, rule_indents
from reportgen.docx.settings import font_table_xml, numbering_xml, settings_xml
from reportgen.docx.special_styles import CLOSING, CONTROL, FRAME_TABLE
from reportgen.docx.styles import styles_xml
from reportgen.docx.theme import theme_xml
from reportgen.docx.wiring import content_types, document_links, package_links, relationships
from reportgen.profile import Page, Profile

SIGNATURE_LINES = 5
SIGNATURE_GAP = 160  # twips between the body and the row of Nơi nhận and signature

# What a frame shows where the length of a rule depends on the document.
SAMPLE = {
    "co_quan_ban_hanh": ["ỦY BAN NHÂN DÂN TỈNH"],
    "trich_yeu": "Kết quả thực hiện chương trình công tác năm",
}


def make_frame(
    profile: Profile, *, numbering: Sequence[str] = (), letter: bool = False, signatures: int = 1
) -> bytes:
    """The frame as .docx bytes; the same arguments give the same bytes.

    ``numbering``: labels of the heading levels (``("I.", "1.", "a)")``), for the look of the heading
    styles; ``letter``: a công văn (no type name; «V/v …» under the number); ``signatures``: 1, or 2 for a
    document signed on both sides (the left one takes ``quyen_han_ky_trai``, ``chuc_vu_trai``,
    ``nguoi_ky_trai``).
    """
    number_name, number_bytes = number_part(profile.page)
    indents = rule_indents(profile, {"tieu_ngu": profile.texts["tieu_ngu"], **SAMPLE})
    return write_package(
        {
            CONTENT_TYPES: content_types(number_name),
            "_rels/.rels": relationships(package_links()),
            MAIN_PART: _document(profile, letter, signatures),
            "word/_rels/document.xml.rels": relationships(document_links(profile.page)),
            "word/styles.xml": styles_xml(profile, numbering, indents),
            "word/settings.xml": settings_xml(),
            "word/fontTable.xml": font_table_xml(profile.page.font),
            "word/numbering.xml": numbering_xml(),
            "word/theme/theme1.xml": theme_xml(profile.page.font),
            number_name: number_bytes,
            "docProps/core.xml": core_of_frame(),
            "docProps/app.xml": app_xml(),
        }
    )


def _document(profile: Profile, letter: bool, signatures: int) -> bytes:
    blocks = [
        _letterhead(profile, letter),
        *([] if letter else _title()),
        *_addressees(profile),
        *_legal_bases(profile),
        paragraph("noi_dung", "{{p noi_dung }}"),
        _signature(profile) if signatures == 1 else _two_signatures(profile),
        styled_paragraph(CLOSING[0]),
        section(profile.page),
    ]
    return part("document", tag("body", *blocks))


def _letterhead(profile: Profile, letter: bool) -> str:
    body_names = [
        *_if("co_quan_chu_quan", "co_quan_chu_quan", "{{ co_quan_chu_quan }}"),
        *_each("dong", "co_quan_ban_hanh", "co_quan_ban_hanh", "{{ dong }}"),
        paragraph("ke_co_quan"),
    ]
    nation = [
        paragraph("quoc_hieu", profile.texts["quoc_hieu"]),
        paragraph("tieu_ngu", profile.texts["tieu_ngu"]),
        paragraph("ke_tieu_ngu"),
    ]
    number = [paragraph("so_ky_hieu", "{{ so_ky_hieu }}")]
    if letter:
        number.append(paragraph("trich_yeu_cv", f"{profile.texts['tien_to_cong_van']} {{{{ trich_yeu }}}}"))
    date = [paragraph("dia_danh", "{{ dia_danh_ngay_thang }}")]
    return _table(profile.page, letterhead_left_mm(profile), [(body_names, nation), (number, date)])


def _title() -> list[str]:
    return [
        paragraph("ten_loai", "{{ ten_loai }}"),
        _control("if trich_yeu"),
        paragraph("trich_yeu", "{{ trich_yeu }}"),
        paragraph("ke_trich_yeu"),
        _control("endif"),
    ]


def _addressees(profile: Profile) -> list[str]:
    """One addressee on the line of «Kính gửi:», several each on its own line (NĐ30, PL I, Mục II.9.d)."""
    label = profile.texts["nhan_kinh_gui"]
    return [
        _control("for noi in kinh_gui"),
        _control("if loop.length == 1"),
        paragraph("kinh_gui", f"{label} {{{{ noi }}}}"),
        _control("else"),
        *_if("loop.first", "kinh_gui", label),
        *_ended("kinh_gui_muc", "- {{ noi }}", ";", "."),
        _control("endif"),
        _control("endfor"),
    ]


def _legal_bases(profile: Profile) -> list[str]:
    mark, last_mark = profile.texts["cuoi_can_cu"], profile.texts["cuoi_can_cu_cuoi"]
    return [
        _control("for mot_can_cu in can_cu"),
        *_ended("can_cu", "{{ mot_can_cu }}", mark, last_mark),
        _control("endfor"),
    ]


def _signature(profile: Profile) -> str:
    row = _recipients(profile), [*_office(""), *_signed("")]
    return _table(profile.page, profile.page.signature_left_mm, [row], top=SIGNATURE_GAP)


def _two_signatures(profile: Profile) -> str:
    """Two signers side by side, names level; the recipients below on the left (as NĐ30, PL III, Mẫu 1.9)."""
    half = profile.page.text_width_mm / 2
    rows = [
        (_office("_trai"), _office("")),
        (_signed("_trai"), _signed("")),
        (_recipients(profile), [paragraph("cho_ky")]),
    ]
    return _table(profile.page, half, rows, top=SIGNATURE_GAP, bottom_row=1)


def _recipients(profile: Profile) -> list[str]:
    filing = profile.texts["nhan_noi_luu"]
    return [
        paragraph("noi_nhan_nhan", profile.texts["nhan_noi_nhan"]),
        *_each("noi", "noi_nhan", "noi_nhan", "- {{ noi }};"),
        paragraph("noi_nhan", f"- {filing} {{{{ noi_luu }}}}."),
    ]


def _office(side: str) -> list[str]:
    return [
        *_each("dong", f"quyen_han_ky{side}", "quyen_han_ky", "{{ dong }}"),
        paragraph("chuc_vu", f"{{{{ chuc_vu{side} }}}}"),
    ]


def _signed(side: str) -> list[str]:
    """The blank lines for the signature, a second office if any (right side), the name."""
    second_office = [] if side else _if("nguoi_ky_chuc_danh_khac", "chuc_vu", "{{ nguoi_ky_chuc_danh_khac }}")
    name = paragraph("nguoi_ky", f"{{{{ nguoi_ky{side} }}}}")
    return [*[paragraph("cho_ky")] * SIGNATURE_LINES, *second_office, name]


def _control(statement: str) -> str:
    return styled_paragraph(CONTROL[0], run(f"{{%p {statement} %}}"))


def _if(condition: str, component: str, text: str) -> list[str]:
    return [_control(f"if {condition}"), paragraph(component, text), _control("endif")]


def _each(item: str, items: str, component: str, text: str) -> list[str]:
    return [_control(f"for {item} in {items}"), paragraph(component, text), _control("endfor")]


def _ended(component: str, text: str, mark: str, last_mark: str) -> list[str]:
    """The paragraph of a loop, closed with ``mark``, the last one with ``last_mark``."""
    return [
        _control("if loop.last"),
        paragraph(component, text + last_mark),
        _control("else"),
        paragraph(component, text + mark),
        _control("endif"),
    ]


def _table(
    page: Page,
    left_mm: Decimal,
    rows: list[tuple[list[str], list[str]]],
    *,
    top: int = 0,
    bottom_row: int = -1,
) -> str:
    """A borderless table of two fixed columns across the text, whose rows are never parted.

    ``top``: twips above the text of each row; ``bottom_row``: the row whose cells stand on their last line.
    """
    widths = (twips(left_mm), twips(page.text_width_mm) - twips(left_mm))
    properties = tag(
        "tblPr",
        tag("tblStyle", val=FRAME_TABLE[0]),
        tag("tblW", w=sum(widths), type="dxa"),
        tag("tblLayout", type="fixed"),
        tag("tblCellMar", tag("top", w=top, type="dxa")) if top else "",
        tag("tblLook", val="0000"),
    )
    grid = tag("tblGrid", *(tag("gridCol", w=width) for width in widths))
    return tag(
        "tbl", properties, grid, *(_row(widths, row, number == bottom_row) for number, row in enumerate(rows))
    )


def _row(widths: tuple[int, int], cells: tuple[list[str], list[str]], at_bottom: bool) -> str:
    align = tag("vAlign", val="bottom") if at_bottom else ""
    written = (
        tag("tc", tag("tcPr", tag("tcW", w=width, type="dxa"), align), *cell)
        for width, cell in zip(widths, cells, strict=True)
    )
    return tag("tr", tag("trPr", tag("cantSplit")), *written)

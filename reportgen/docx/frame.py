"""Frames: the Word file a document is poured into, made from a profile.

A frame is a complete small package written by us, with no library's default template behind it: letterhead,
title, slot for the body, recipients and signature, every paragraph in the style of its component. Staff may
open it in Word and change it. Its placeholders: ``{{ name }}`` in a run; a paragraph ``{%p … %}`` that
controls the paragraphs after it; one paragraph ``{{p noi_dung }}`` for the body. What a frame has, beyond
the profile, is its shape (``frame_shape``); its blocks are in ``frame_blocks``.
"""

from __future__ import annotations

from reportgen.docx import frame_blocks as blocks
from reportgen.docx.frame_shape import FrameShape
from reportgen.docx.furniture import number_part, section
from reportgen.docx.markup import paragraph, part, styled_paragraph, tag
from reportgen.docx.package import CONTENT_TYPES, MAIN_PART, write_package
from reportgen.docx.properties import app_xml, core_of_frame
from reportgen.docx.rules import rule_indents
from reportgen.docx.settings import font_table_xml, numbering_xml, settings_xml
from reportgen.docx.special_styles import CLOSING
from reportgen.docx.styles import styles_xml
from reportgen.docx.theme import theme_xml
from reportgen.docx.wiring import content_types, document_links, package_links, relationships
from reportgen.noun import replace
from reportgen.profile import Profile

PLAIN = FrameShape()

# What a frame shows where the length of a rule depends on the document.
SAMPLE = {
    "co_quan_ban_hanh": ["ỦY BAN NHÂN DÂN TỈNH"],
    "trich_yeu": "Kết quả thực hiện chương trình công tác năm",
}


def make_frame(profile: Profile, shape: FrameShape = PLAIN, **carried: object) -> bytes:
    """The frame of this shape as .docx bytes; the same arguments give the same bytes.

    ``carried``: fields of the shape by name, ``make_frame(profile, letter=True)``.
    """
    shape = replace(shape, **carried)
    number_name, number_bytes = number_part(profile.page)
    indents = rule_indents(profile, {**profile.texts, **SAMPLE})
    return write_package(
        {
            CONTENT_TYPES: content_types(number_name),
            "_rels/.rels": relationships(package_links()),
            MAIN_PART: _document(profile, shape),
            "word/_rels/document.xml.rels": relationships(document_links(profile.page)),
            "word/styles.xml": styles_xml(profile, shape.numbering, indents),
            "word/settings.xml": settings_xml(),
            "word/fontTable.xml": font_table_xml(profile.page.font),
            "word/numbering.xml": numbering_xml(),
            "word/theme/theme1.xml": theme_xml(profile.page.font),
            number_name: number_bytes,
            "docProps/core.xml": core_of_frame(),
            "docProps/app.xml": app_xml(),
        }
    )


def _document(profile: Profile, shape: FrameShape) -> bytes:
    return part(
        "document",
        tag(
            "body",
            blocks.letterhead(profile, shape),
            *([] if shape.letter else blocks.title(profile)),
            *blocks.addressees(profile),
            *(blocks.decision(profile) if shape.decision else blocks.legal_bases(profile)),
            paragraph("noi_dung", "{{p noi_dung }}"),
            blocks.signature(profile) if shape.signatures == 1 else blocks.two_signatures(profile),
            styled_paragraph(CLOSING[0]),
            section(profile.page),
        ),
    )

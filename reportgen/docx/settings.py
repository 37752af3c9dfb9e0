"""The quiet parts of our packages: settings, font table, numbering."""

from __future__ import annotations

from reportgen.docx.markup import part, tag

COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
    "useWord2013TrackBottomHyphenation": 0,
}
LANGUAGE = "vi-VN"
TIMES_SIGNATURE = {
    "usb0": "E0002EFF", "usb1": "C000785B", "usb2": "00000009", "usb3": "00000000", "csb0": "000001FF",
    "csb1": "00000000",
}  # fmt: skip


def settings_xml() -> bytes:
    """settings.xml: Word 2013 layout, Vietnamese, decimal comma; no tracked changes, no leftovers."""
    uri = "http://schemas.microsoft.com/office/word"
    compat = (tag("compatSetting", name=name, uri=uri, val=value) for name, value in COMPATIBILITY.items())
    return part(
        "settings",
        tag("zoom", percent=100),
        tag("defaultTabStop", val=720),
        tag("characterSpacingControl", val="doNotCompress"),
        tag("compat", *compat),
        tag("themeFontLang", val=LANGUAGE),
        tag("decimalSymbol", val=","),
        tag("listSeparator", val=";"),
    )


def font_table_xml(font: str) -> bytes:
    """fontTable.xml: the one face of the page, described as Word describes Times New Roman."""
    return part(
        "fonts",
        tag(
            "font",
            tag("panose1", val="02020603050405020304"),
            tag("charset", val="00"),
            tag("family", val="roman"),
            tag("pitch", val="variable"),
            tag("sig", **TIMES_SIGNATURE),
            name=font,
        ),
    )


def numbering_xml() -> bytes:
    """numbering.xml without a list: whoever compiles a document with real Word numbering fills it."""
    return part("numbering")

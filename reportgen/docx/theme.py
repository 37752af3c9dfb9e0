"""A theme of our own, black and white and Times New Roman throughout.

Word asks every document for a theme; with this one even text that somebody sets to «theme body font» keeps
the face of the regulation (NĐ30, PL I, Phần I, Mục I.4).
"""

from __future__ import annotations

from reportgen.docx.xml import HEADER, NS, esc

THEME_NAME = "Văn bản hành chính"
COLOURS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "000000", "lt2": "FFFFFF", "accent1": "000000", "accent2": "404040",
    "accent3": "595959", "accent4": "7F7F7F", "accent5": "A6A6A6", "accent6": "BFBFBF", "hlink": "000000",
    "folHlink": "000000",
}  # fmt: skip
PLAIN_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
LINE = f'<a:ln w="6350" cap="flat" cmpd="sng" algn="ctr">{PLAIN_FILL}<a:prstDash val="solid"/></a:ln>'
NO_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_xml(font: str) -> bytes:
    """word/theme/theme1.xml for a page set in ``font``."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in COLOURS.items())
    face = f'<a:latin typeface="{esc(font)}"/><a:ea typeface=""/><a:cs typeface=""/>'
    return (
        f'{HEADER}<a:theme xmlns:a="{NS["a"]}" name="{THEME_NAME}"><a:themeElements>'
        f'<a:clrScheme name="{THEME_NAME}">{colours}</a:clrScheme>'
        f'<a:fontScheme name="{THEME_NAME}"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="{THEME_NAME}"><a:fillStyleLst>{PLAIN_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{LINE * 3}</a:lnStyleLst><a:effectStyleLst>{NO_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{PLAIN_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    ).encode()

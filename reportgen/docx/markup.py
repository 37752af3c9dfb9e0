"""WordprocessingML as text: the frame is written, not built as a tree, so that it reads like what it makes."""

from __future__ import annotations

from reportgen.docx.xml import HEADER, NS, W, esc
from reportgen.profile import STYLE_NAMES

FIELD_PARTS = ("begin", "separate", "end")


def tag(name: str, /, *children: str, **attributes: object) -> str:
    """``<w:name w:attribute="…">children</w:name>``: ``tag("sz", val=28)`` → ``<w:sz w:val="28"/>``."""
    written = "".join(f' w:{key}="{esc(str(value))}"' for key, value in attributes.items())
    inside = "".join(children)
    return f"<w:{name}{written}>{inside}</w:{name}>" if inside else f"<w:{name}{written}/>"


def part(root: str, *children: str) -> bytes:
    """A whole part whose root element is ``w:root``."""
    inside = "".join(children)
    return f'{HEADER}<w:{root} xmlns:w="{W}" xmlns:r="{NS["r"]}">{inside}</w:{root}>'.encode()


def run(text: str, style_id: str = "") -> str:
    """A run of plain text; its looks come from the style of its paragraph, or from the character style named."""
    looks = tag("rPr", tag("rStyle", val=style_id)) if style_id else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{esc(text)}</w:t></w:r>'


def paragraph(component: str, text: str = "") -> str:
    """A paragraph in the style of a component, with one run or none."""
    return styled_paragraph(STYLE_NAMES[component][0], run(text) if text else "")


def styled_paragraph(style_id: str, content: str = "") -> str:
    """A paragraph in the style with this id."""
    return tag("p", tag("pPr", tag("pStyle", val=style_id)), content)


def field(instruction: str, shown: str) -> str:
    """A Word field (PAGE …) with the text shown until Word counts."""
    begin, separate, end = (tag("r", tag("fldChar", fldCharType=kind)) for kind in FIELD_PARTS)
    asked = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return begin + asked + separate + run(shown) + end

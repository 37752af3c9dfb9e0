"""How the parts of a frame hang together: content types and relationships."""

from __future__ import annotations

from reportgen.docx.furniture import NUMBER_PART, NUMBER_RELATION
from reportgen.docx.package import MAIN_PART
from reportgen.docx.xml import HEADER, NS
from reportgen.profile import Page

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

Link = tuple[str, str, str]


def package_links() -> list[Link]:
    """The links of the package: document and properties."""
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return [
        ("rId1", f"{OFFICE}/officeDocument", MAIN_PART),
        ("rId2", core, "docProps/core.xml"),
        ("rId3", f"{OFFICE}/extended-properties", "docProps/app.xml"),
    ]


def document_links(page: Page) -> list[Link]:
    """The links of the document: styles, settings, fonts, numbering, theme, page number."""
    place = NUMBER_PART[page.number_position]
    return [
        ("rIdStyles", f"{OFFICE}/styles", "styles.xml"),
        ("rIdSettings", f"{OFFICE}/settings", "settings.xml"),
        ("rIdFonts", f"{OFFICE}/fontTable", "fontTable.xml"),
        ("rIdNumbering", f"{OFFICE}/numbering", "numbering.xml"),
        ("rIdTheme", f"{OFFICE}/theme", "theme/theme1.xml"),
        (NUMBER_RELATION, f"{OFFICE}/{place}", f"{place}1.xml"),
    ]


def relationships(links: list[Link]) -> bytes:
    """A .rels part from (id, type, target)."""
    written = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in links
    )
    return f'{HEADER}<Relationships xmlns="{NS["rel"]}">{written}</Relationships>'.encode()


def content_types(number_name: str) -> bytes:
    """[Content_Types].xml; ``number_name`` is the part with the page number."""
    number_kind = "header" if "header" in number_name else "footer"
    types = {
        MAIN_PART: f"{WORD_TYPE}.document.main+xml",
        "word/styles.xml": f"{WORD_TYPE}.styles+xml",
        "word/settings.xml": f"{WORD_TYPE}.settings+xml",
        "word/fontTable.xml": f"{WORD_TYPE}.fontTable+xml",
        "word/numbering.xml": f"{WORD_TYPE}.numbering+xml",
        "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        number_name: f"{WORD_TYPE}.{number_kind}+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in types.items()
    )
    return (
        f'{HEADER}<Types xmlns="{NS["ct"]}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()

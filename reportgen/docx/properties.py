"""The file properties of our packages: title, author, date of the document; nothing of a machine.

The dates of a frame are a fixed day: ``dcterms:created`` must be a date for the file to be valid, so a frame
that staff open in Word cannot carry a placeholder there. ``core_program`` is the same part with all
its placeholders, for whoever compiles a frame into a template.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.docx.settings import LANGUAGE
from reportgen.docx.xml import HEADER, NS
from reportgen.pattern import Pattern

FRAME_DATE = "2020-03-05T00:00:00Z"
PROGRAM_NAME = "reportgen"
CORE = "docProps/core.xml"
CATEGORY = "thể thức"
"""What stands before the key of the layout in the property Word shows as «Category»."""
DECLARED = Pattern(rf"<(?:\w+:)?category>{CATEGORY} ([a-z0-9-]{{1,20}})</")
MOST_READ = 20_000


def core_xml(title: str, author: str, created: str, profile: str = "") -> bytes:
    """docProps/core.xml from escaped text; ``created`` is a W3C date (2020-02-21T00:00:00Z), ``profile`` the key of the layout."""
    category = f"<cp:category>{CATEGORY} {profile}</cp:category>" if profile else ""
    date = 'xsi:type="dcterms:W3CDTF"'
    return (
        f'{HEADER}<cp:coreProperties xmlns:cp="{NS["cp"]}" xmlns:dc="{NS["dc"]}" xmlns:dcterms="{NS["dcterms"]}" '
        f'xmlns:dcmitype="{NS["dcmitype"]}" xmlns:xsi="{NS["xsi"]}"><dc:title>{title}</dc:title>'
        f"{category}<dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f"<dcterms:created {date}>{created}</dcterms:created><dcterms:modified {date}>{created}</dcterms:modified>"
        f"<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>"
    ).encode()


def core_of_frame() -> bytes:
    """The part as it stands in a frame: title and author are placeholders, the day is fixed."""
    return core_xml("{{ tieu_de_tai_lieu }}", "{{ tac_gia }}", FRAME_DATE)


def core_program(profile: str = "") -> str:
    """The part as Jinja source, to be rendered with ``tieu_de_tai_lieu``, ``tac_gia`` and ``ngay_tao``; ``profile``: key of the layout."""
    return core_xml("{{ tieu_de_tai_lieu }}", "{{ tac_gia }}", "{{ ngay_tao }}", profile).decode()


def declared_profile(package: Mapping[str, bytes]) -> str:
    """The key of the layout a file says it was made in, '' where it says none. It is a stranger's word: see whether it is a key."""
    found = DECLARED.search(package.get(CORE, b"")[:MOST_READ].decode("utf-8", "replace"))
    return found[1] if found else ""


def app_xml() -> bytes:
    """docProps/app.xml."""
    return f'{HEADER}<Properties xmlns="{NS["ep"]}"><Application>{PROGRAM_NAME}</Application></Properties>'.encode()

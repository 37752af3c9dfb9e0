"""The file properties of our packages: title, author, date of the document; nothing of a machine.

The dates of a frame are a fixed day: ``dcterms:created`` must be a date for the file to be valid, so a frame
that staff open in Word cannot carry a placeholder there. ``core_program`` is the same part with all
its placeholders, for whoever compiles a frame into a template.
"""

from __future__ import annotations

from reportgen.docx.settings import LANGUAGE
from reportgen.docx.xml import HEADER, NS

FRAME_DATE = "2020-03-05T00:00:00Z"
PROGRAM_NAME = "reportgen"


def core_xml(title: str, author: str, created: str) -> bytes:
    """docProps/core.xml from escaped text; ``created`` is a W3C date (2020-02-21T00:00:00Z)."""
    date = 'xsi:type="dcterms:W3CDTF"'
    return (
        f'{HEADER}<cp:coreProperties xmlns:cp="{NS["cp"]}" xmlns:dc="{NS["dc"]}" xmlns:dcterms="{NS["dcterms"]}" '
        f'xmlns:dcmitype="{NS["dcmitype"]}" xmlns:xsi="{NS["xsi"]}"><dc:title>{title}</dc:title>'
        f"<dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f"<dcterms:created {date}>{created}</dcterms:created><dcterms:modified {date}>{created}</dcterms:modified>"
        f"<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>"
    ).encode()


def core_of_frame() -> bytes:
    """The part as it stands in a frame: title and author are placeholders, the day is fixed."""
    return core_xml("{{ tieu_de_tai_lieu }}", "{{ tac_gia }}", FRAME_DATE)


def core_program() -> str:
    """The part as Jinja source, to be rendered with ``tieu_de_tai_lieu``, ``tac_gia`` and ``ngay_tao``."""
    return core_xml("{{ tieu_de_tai_lieu }}", "{{ tac_gia }}", "{{ ngay_tao }}").decode()


def app_xml() -> bytes:
    """docProps/app.xml."""
    return f'{HEADER}<Properties xmlns="{NS["ep"]}"><Application>{PROGRAM_NAME}</Application></Properties>'.encode()

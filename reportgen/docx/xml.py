"""The one door to lxml: safe parsing, plain serialising, the names of WordprocessingML.

Everything that reads a part of a Word file goes through ``parse``: no entities, no network, no huge trees; a
part with a DOCTYPE is refused. Other rooms take ``etree``, ``Element`` and ``SubElement`` from here and never
import lxml themselves.
"""

from __future__ import annotations

from functools import cache

from lxml import etree
from lxml.etree import SubElement
from lxml.etree import _Element as Element

from reportgen.diagnostics import NOWHERE, Place
from reportgen.errors import DataError

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "dcmitype": "http://purl.org/dc/dcmitype/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

__all__ = ["HEADER", "NS", "Element", "SubElement", "W", "esc", "etree", "make", "parse", "qn", "serialize"]


@cache
def qn(name: str) -> str:
    """The Clark name of a prefixed one: ``w:p`` → ``{http://…/main}p``. Unknown prefix: KeyError."""
    prefix, local = name.split(":", 1)
    return f"{{{NS[prefix]}}}{local}"


def parse(data: bytes, place: Place = NOWHERE) -> Element:
    """The root element of one XML part. Broken XML or a DOCTYPE raises DataError (TT10, TT11) at ``place``."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as trouble:
        line, column = trouble.position
        raise DataError.of(
            "TT10",
            f"Phần bên trong tệp bị hỏng, không đọc được ({_broken(data, trouble)}; dòng {line}, cột {column} của mã XML).",
            place,
            hint="Mở tệp bằng Word, chọn Lưu thành (Save As) một tệp .docx mới rồi thử lại.",
        ) from trouble
    if root.getroottree().docinfo.internalDTD is not None:
        raise DataError.of(
            "TT11",
            "Tệp chứa khai báo DOCTYPE; tệp Word bình thường không bao giờ có, nên không mở.",
            place,
            hint="Chỉ dùng tệp do Word hoặc LibreOffice lưu ra. Nếu nhận tệp từ nơi khác, hãy hỏi lại nơi gửi.",
        )
    return root


def _broken(data: bytes, trouble: etree.XMLSyntaxError) -> str:
    """Why a part is no XML, in our words; lxml has some four hundred of its own, in English."""
    if not data.strip():
        return "phần này trống"
    codes = etree.ErrorTypes
    return {
        codes.ERR_DOCUMENT_EMPTY: "không phải mã XML",
        codes.ERR_DOCUMENT_END: "mã XML có chữ thừa ở cuối, hoặc bị cắt cụt",
        codes.ERR_TAG_NAME_MISMATCH: "thẻ mở và thẻ đóng không khớp nhau",
        codes.ERR_TAG_NOT_FINISHED: "mã XML bị cắt cụt",
        codes.ERR_GT_REQUIRED: "một thẻ chưa đóng",
        codes.ERR_INVALID_CHAR: "có ký tự không dùng được",
        codes.ERR_INVALID_ENCODING: "chữ không theo mã UTF-8",
        codes.ERR_UNKNOWN_ENCODING: "chữ viết bằng bảng mã lạ",
        codes.ERR_ATTRIBUTE_REDEFINED: "một thuộc tính ghi hai lần",
        codes.ERR_UNDECLARED_ENTITY: "có ký hiệu «&…;» không khai",
        codes.ERR_NAME_REQUIRED: "có dấu < hoặc & đứng lẻ",
    }.get(trouble.code, "mã XML viết sai")


def make(name: str, **attributes: str) -> Element:
    """A new element by prefixed name; attribute names are prefixed with ``w:`` (``make("w:jc",
    val="center")``)."""
    element = etree.Element(qn(name), nsmap={"w": W})
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def serialize(element: Element) -> bytes:
    """The part as bytes: UTF-8, standalone declaration, attributes in the order they stand in the tree."""
    return HEADER.encode() + etree.tostring(element, encoding="UTF-8")


def esc(text: str) -> str:
    """Text made safe inside an element or a double-quoted attribute.

    Written out: the standard library's own (``xml.sax.saxutils``) brings urllib, http and ssl along.
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")

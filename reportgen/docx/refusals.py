"""What is not let in: files of other kinds, and packages with something in them Word never writes.

Two decisions. A .doc renamed .docx may contain a zip (the theme), so the first bytes are looked at before
``zipfile`` is. A link to the office's own ``Normal.dotm`` on a local drive stands in many honest files and
does no harm when read, so ``attachedTemplate`` with a local path passes; the same link to a web or network
address does not.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping, Sequence

from reportgen.diagnostics import Place
from reportgen.docx.xml import parse
from reportgen.errors import DataError
from reportgen.pattern import Pattern

CONTENT_TYPES = "[Content_Types].xml"
MAIN_PART = "word/document.xml"
MAX_MEMBERS = 2_000
ZIP_START = (b"PK\x03\x04", b"PK\x05\x06")
OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLD_WORD, ENCRYPTED = ("WordDocument".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le"))
OLD_WORD_START = b"\xec\xa5"
"""First two bytes of the text stream of a .doc; bit 0 of its byte 11 says «with a password» ([MS-DOC], FibBase)."""
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
LOCAL_PATH = Pattern(r"(file:///)?[A-Za-z]:[\\/]|[^\\/:]+$")


def suspicious(code: str, message: str, place: Place) -> DataError:
    """The error for what no office program writes."""
    return DataError.of(
        code, message, place, hint="Tệp không giống tệp do Word lưu ra; hãy xin lại tệp từ nguồn tin cậy."
    )


def refuse_other_formats(data: bytes, place: Place) -> None:
    """Files that are not what their name says, told apart by their first bytes: TT02, TT05."""
    if data.startswith(ZIP_START):
        return
    if data.startswith(OLE_START):
        refuse_password(data, place)
        if not is_old_word(data):
            raise DataError.of(
                "TT02",
                "Đây là tệp Office kiểu cũ nhưng không phải văn bản Word (có thể là bảng tính .xls).",
                place,
                hint="Kiểm tra lại có đúng tệp văn bản không.",
            )
        raise DataError.of(
            "TT02",
            "Đây là tệp Word kiểu cũ (.doc), dù tên có thể là .docx.",
            place,
            hint="Mở bằng Word, chọn Lưu thành (Save As), kiểu «Word Document (*.docx)», rồi dùng tệp mới.",
        )
    what = _other_format(data)
    raise DataError.of(
        "TT02",
        f"Đây không phải là tệp Word .docx ({what}).",
        place,
        hint="Đổi tên tệp không đổi được kiểu tệp: mở bằng Word rồi Lưu thành (Save As) kiểu .docx.",
    )


def is_old_word(data: bytes) -> bool:
    """True for a .doc of Word 97-2003, whatever its name."""
    return data.startswith(OLE_START) and OLD_WORD in data


def refuse_password(data: bytes, place: Place) -> None:
    """TT05: a .docx with a password (an OLE file around it) or a .doc with one (a flag in its first block)."""
    first = data.find(OLD_WORD_START, 512, 1 << 20)
    locked_doc = first >= 0 and first % 512 == 0 and len(data) > first + 12 and data[first + 11] & 1
    if ENCRYPTED in data or (locked_doc and is_old_word(data)):
        raise DataError.of(
            "TT05",
            "Tệp có đặt mật khẩu nên không đọc được.",
            place,
            hint="Mở bằng Word, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ tài liệu), lưu lại rồi thử lại.",
        )


def _other_format(data: bytes) -> str:
    head = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not data.strip(b"\0"):
        return "tệp rỗng"
    for start, what in (
        (b"%pdf", "tệp PDF"),
        (b"{\\rtf", "tệp RTF"),
        (b"{", "tệp JSON"),
        (b"<", "trang web hoặc XML"),
    ):
        if head.startswith(start):
            return what
    return "không rõ kiểu"


def refuse_odd_directory(members: Sequence[zipfile.ZipInfo], place: Place, foreign: bool = False) -> None:
    """Too many members, doubled or odd names, members with a password: TT04, TT05, TT06.

    ``foreign``: names with backslashes or a slash in front pass, as some programs write them; none leaves the package.
    """
    names = [member.filename for member in members]
    if len(names) > MAX_MEMBERS:
        raise suspicious("TT04", f"Tệp chứa quá nhiều phần ({len(names)}).", place)
    if len({name.lower() for name in names}) != len(names):
        raise suspicious("TT06", "Tệp chứa hai phần trùng tên.", place)
    for name in names:
        odd = not foreign and (name.startswith("/") or "\\" in name)
        if odd or ".." in name.replace("\\", "/").split("/"):
            raise suspicious("TT06", f"Tệp chứa phần có tên lạ: «{name[:80]}».", place)
    if any(member.flag_bits & 1 for member in members):
        raise DataError.of(
            "TT05", "Tệp nén có mật khẩu nên không đọc được.", place, hint="Xin lại tệp không đặt mật khẩu."
        )


def refuse_unsafe(parts: Mapping[str, bytes], place: Place) -> None:
    """Not a Word document, or one with macros, a DOCTYPE or links Word would follow: TT07 … TT12."""
    if CONTENT_TYPES not in parts or MAIN_PART not in parts:
        kind = "bảng tính Excel" if "xl/workbook.xml" in parts else "thiếu phần chính của văn bản"
        raise DataError.of(
            "TT07",
            f"Tệp nén này không phải văn bản Word ({kind}).",
            place,
            hint="Hãy chỉ đúng tệp .docx do Word hoặc LibreOffice lưu.",
        )
    if STRICT in parts[MAIN_PART][:4000]:
        raise DataError.of(
            "TT08",
            "Văn bản lưu theo kiểu «Strict Open XML», chương trình chưa đọc kiểu này.",
            place,
            hint="Mở bằng Word, Lưu thành (Save As) kiểu «Word Document (*.docx)», không chọn «Strict».",
        )
    _refuse_macros(parts, place)
    for name, content in parts.items():
        if name.endswith((".xml", ".rels", ".vml")):
            refuse_doctype(name, content, place)
        if name.endswith(".rels"):
            _refuse_external(name, content, place)


def has_macros(parts: Mapping[str, bytes]) -> bool:
    """True if the package carries a VBA project or calls itself a file with macros."""
    return (
        any(name.lower().endswith("vbaproject.bin") for name in parts)
        or b"macroEnabled" in parts.get(CONTENT_TYPES, b"")
    )


def _refuse_macros(parts: Mapping[str, bytes], place: Place) -> None:
    if has_macros(parts):
        raise DataError.of(
            "TT09",
            "Tệp chứa macro (chương trình nhỏ chạy trong Word) nên không mở.",
            place,
            hint="Mở bằng Word, Lưu thành (Save As) kiểu «Word Document (*.docx)» để bỏ macro.",
        )


def refuse_doctype(name: str, content: bytes, place: Place) -> None:
    """TT11: a part with a DOCTYPE or an ENTITY, in whatever encoding Word reads."""
    head = content
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = content.decode("utf-16", "replace").encode()
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise suspicious("TT11", f"Phần «{name}» chứa khai báo DOCTYPE.", place)


def _refuse_external(name: str, content: bytes, place: Place) -> None:
    """External links other than plain hyperlinks (and the template on a local drive)."""
    for kind, target in external_links(content, place):
        raise DataError.of(
            "TT12",
            f"Tệp trỏ tới dữ liệu bên ngoài: «{target[:120]}» ({kind}, trong {name}).",
            place,
            hint="Trong Word, dán hẳn ảnh hoặc bảng vào văn bản (bỏ liên kết) rồi lưu lại.",
        )


def external_links(content: bytes, place: Place) -> Iterator[tuple[str, str]]:
    """Kind and target of each link Word would follow by itself; hyperlinks and a template on a local drive are none."""
    for link in parse(content, place).iter(RELATIONSHIPS):
        kind = link.get("Type", "").rsplit("/", 1)[-1]
        target = link.get("Target", "")
        if link.get("TargetMode") != "External" or kind == "hyperlink":
            continue
        if kind == "attachedTemplate" and LOCAL_PATH.match(target):
            continue
        yield kind, target

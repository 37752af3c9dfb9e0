"""Packages strangers made, brought into the one shape the reader knows; what is odd about them, told in findings.

Other programs write the same standard differently: the «strict» namespaces Word offers when saving, parts in UTF-16, names
with backslashes or a leading slash, a document part of another name. All of that is a Word document to whoever opens it, so
it is read. Macros and links that Word would follow are harmless to a reader that neither runs nor fetches anything: they are
reported (``foreign_notes``), where the files that go into our own work are refused for them (``read_package``).
"""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.diagnostics import Finding, Place, warning
from reportgen.docx.refusals import MAIN_PART, external_links, has_macros, refuse_doctype
from reportgen.docx.xml import parse
from reportgen.errors import DataError, collecting
from reportgen.pattern import Pattern

STRICT = b"http://purl.oclc.org/ooxml/"
OFFICE = b"http://schemas.openxmlformats.org/"
MOVED = {
    b"wordprocessingml/main": b"wordprocessingml/2006/main",
    b"officeDocument/": b"officeDocument/2006/",
    b"drawingml/": b"drawingml/2006/",
    b"schemaLibrary/main": b"schemaLibrary/2006/main",
    b"presentationml/main": b"presentationml/2006/main",
    b"spreadsheetml/main": b"spreadsheetml/2006/main",
}
CONFORMANCE = Pattern(rb'\s(?:\w{1,9}:)?conformance="strict"')
DECLARED = Pattern(r"<\?xml[^>]{0,200}\?>")
XML_NAMES = (".xml", ".rels", ".vml")
NEVER_READ = ("customxml/", "word/embeddings/", "word/media/")
WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
OTHER_PACKAGES = {
    "xl/workbook.xml": "bảng tính Excel",
    "xl/workbook.bin": "bảng tính Excel",
    "ppt/presentation.xml": "bài trình chiếu PowerPoint",
    "content.xml": "tệp LibreOffice (.odt, .ods)",
}


def normalised(parts: Mapping[str, bytes], place: Place) -> dict[str, bytes]:
    """The same package in the shape Word itself saves. DataError TT06 (two parts of one name), TT07 (no Word document), TT11."""
    found: dict[str, bytes] = {}
    for name, content in parts.items():
        plain = name.replace("\\", "/").lstrip("/")
        if plain in found:
            raise DataError.of("TT06", "Tệp chứa hai phần trùng tên.", place, hint="Xin lại tệp từ nguồn tin cậy.")
        found[plain] = _plain_xml(content) if plain.lower().endswith(XML_NAMES) else content
    _refuse_others(found, place)
    for name, content in found.items():
        if name.lower().endswith(XML_NAMES) and not name.lower().startswith(NEVER_READ):
            refuse_doctype(name, content, place)
    return found


def foreign_notes(package: Mapping[str, bytes], shown: str) -> list[Finding]:
    """What whoever opens the file should know: TT09 macros, TT12 links Word would follow. Warnings, one for each kind."""
    place = Place(shown)
    notes = []
    if has_macros(package):
        notes.append(
            warning(
                "TT09",
                "Tệp chứa macro (chương trình nhỏ chạy trong Word); chương trình không chạy macro, chỉ đọc chữ.",
                place,
                hint="Mở bằng Word, Lưu thành (Save As) kiểu «Word Document (*.docx)» để bỏ macro.",
            )
        )
    links = list(dict.fromkeys(_links(package, place)))
    if links:
        kind, target = links[0]
        more = f" (và {len(links) - 1} chỗ nữa)" if len(links) > 1 else ""
        notes.append(
            warning(
                "TT12",
                f"Tệp trỏ tới dữ liệu bên ngoài: «{target[:120]}» ({kind}){more}; chương trình không mở các liên kết này.",
                place,
                hint="Trong Word, dán hẳn ảnh hoặc bảng vào văn bản (bỏ liên kết) rồi lưu lại.",
            )
        )
    return notes


def _links(package: Mapping[str, bytes], place: Place):
    for name in sorted(package):
        if name.endswith(".rels"):
            broken: list[Finding] = []
            with collecting(broken):  # a broken part nobody reads is no reason to stop
                yield from external_links(package[name], place)


def _plain_xml(content: bytes) -> bytes:
    """The part in UTF-8 and in the usual namespaces."""
    wide = WIDE.get(content[:2])
    if wide:
        try:
            text = content.decode(wide).lstrip("\ufeff")
        except UnicodeDecodeError:
            return content
        content = DECLARED.sub('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>', text, 1).encode()
    if STRICT not in content:
        return content
    for strict, usual in MOVED.items():
        content = content.replace(STRICT + strict, OFFICE + usual)
    return CONFORMANCE.sub(b"", content, 1)


def _refuse_others(parts: Mapping[str, bytes], place: Place) -> None:
    """TT07: a package of another kind."""
    names = {name.lower() for name in parts}
    if MAIN_PART in names or _main_by_relation(parts, place):
        return
    kind = next((what for name, what in OTHER_PACKAGES.items() if name in names), "thiếu phần chính của văn bản")
    raise DataError.of(
        "TT07",
        f"Tệp nén này không phải văn bản Word ({kind}).",
        place,
        hint="Hãy chỉ đúng tệp .docx do Word hoặc LibreOffice lưu.",
    )


def _main_by_relation(parts: Mapping[str, bytes], place: Place) -> bool:
    """True if the package names a document part that is there and is WordprocessingML."""
    names = {name.lower(): name for name in parts}
    for link in parse(parts[names["_rels/.rels"]], place) if "_rels/.rels" in names else ():
        if link.get("Type", "").endswith("/officeDocument"):
            target = names.get(link.get("Target", "").lstrip("/").lower(), "")
            return b"wordprocessingml" in parts.get(target, b"")[:4000]
    return False
